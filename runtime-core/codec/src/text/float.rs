//! Canonical float text: the shortest digits that round-trip, laid out the same way in every language.

use std::fmt::Write;
use std::ops::RangeInclusive;

use super::short::short_decimal;

/// The value's canonical text, such as `64.0`, `0.00001`, `1e16` or `1.5e-7`; and `NaN`, `Infinity`, `-Infinity`.
#[must_use]
pub fn float_text(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value < 0.0 { "-Infinity" } else { "Infinity" }.to_owned();
    }
    Spelling::of(value).as_str().to_owned()
}

/// Exponents of the first digit for which a number is written without one.
const PLAIN: RangeInclusive<i32> = -5..=15;

/// Floats, as far as their text goes.
pub(crate) trait Float: ryu::Float {
    /// The spelling, if it is easily found.
    fn short(self) -> Option<Spelling>;
}

impl Float for f32 {
    fn short(self) -> Option<Spelling> {
        None
    }
}

impl Float for f64 {
    fn short(self) -> Option<Spelling> {
        let (digits, places) = short_decimal(self.abs())?;
        Some(Spelling::plain(self < 0.0, digits, places))
    }
}

/// Whether a number's text is the canonical one of the value that it was parsed to.
pub(crate) fn is_canonical<F: Float>(text: &str, value: F) -> bool {
    Spelling::of(value).as_bytes() == text.as_bytes()
}

/// A finite float's canonical text, on the stack.
pub(crate) struct Spelling {
    text: [u8; Self::LONGEST],
    length: usize,
}

impl Spelling {
    /// `-2.2250738585072014e-308` has 24 characters, and `-0.000012345678901234568` too.
    const LONGEST: usize = 32;

    /// The type of the float decides how many digits it takes to tell it from its neighbours. The digits are Ryū's: of two equally close
    /// decimals it takes the even one, which the standard library does not.
    pub(crate) fn of<F: Float>(value: F) -> Self {
        value.short().unwrap_or_else(|| Self::general(value))
    }

    /// Digits of a decimal, of which `places` stand behind the point.
    fn plain(negative: bool, mut digits: u64, places: usize) -> Self {
        let mut reversed = [b'0'; Self::LONGEST];
        let mut length = 0;
        while digits > 0 || length < places + 2 {
            if length == places {
                reversed[length] = b'.';
            } else {
                reversed[length] += (digits % 10) as u8;
                digits /= 10;
            }
            length += 1;
        }
        if negative {
            reversed[length] = b'-';
            length += 1;
        }
        let mut spelling = Self::empty();
        for byte in reversed[..length].iter().rev() {
            spelling.text[spelling.length] = *byte;
            spelling.length += 1;
        }
        spelling
    }

    fn general(value: impl ryu::Float) -> Self {
        let mut digits = ryu::Buffer::new();
        let mut spelling = Self::empty();
        spelling.lay_out(digits.format_finite(value));
        spelling
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.text[..self.length]
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    const fn empty() -> Self {
        Self {
            text: [0; Self::LONGEST],
            length: 0,
        }
    }

    fn push(&mut self, text: &str) {
        let end = self.length + text.len();
        self.text[self.length..end].copy_from_slice(text.as_bytes());
        self.length = end;
    }

    fn push_zeros(&mut self, count: usize) {
        let end = self.length + count;
        self.text[self.length..end].fill(b'0');
        self.length = end;
    }

    /// From Ryū's own spelling, such as `-0.00125`, `12.5` or `1.25e20`, which changes over to exponents elsewhere.
    fn lay_out(&mut self, text: &str) {
        let (sign, number) = text
            .strip_prefix('-')
            .map_or(("", text), |rest| ("-", rest));
        let (mantissa, exponent) = number.split_once('e').unwrap_or((number, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut joined = Self::empty();
        joined.push(whole);
        joined.push(fraction);
        let digits = joined.as_str().trim_start_matches('0');
        let zeros = joined.length - digits.len();
        // Where the first digit stands before the point there are no zeros before it.
        let places = i32::try_from(whole.len()).unwrap_or_default()
            - i32::try_from(zeros).unwrap_or_default();
        let exponent = exponent.parse::<i32>().unwrap_or_default() + places - 1;
        let digits = digits.trim_end_matches('0');
        self.push(sign);
        if digits.is_empty() {
            self.push("0.0");
        } else if PLAIN.contains(&exponent) {
            self.push_plain(digits, exponent);
        } else {
            self.push_scientific(digits, exponent);
        }
    }

    fn push_scientific(&mut self, digits: &str, exponent: i32) {
        let (first, others) = digits.split_at(1);
        self.push(first);
        if !others.is_empty() {
            self.push(".");
            self.push(others);
        }
        // It fits: see `LONGEST`.
        let _ = write!(self, "e{exponent}");
    }

    fn push_plain(&mut self, digits: &str, exponent: i32) {
        let Ok(others) = usize::try_from(exponent) else {
            self.push("0.");
            self.push_zeros(usize::try_from(-exponent - 1).unwrap_or_default());
            self.push(digits);
            return;
        };
        let whole = others + 1;
        let (before, after) = digits.split_at_checked(whole).unwrap_or((digits, ""));
        self.push(before);
        self.push_zeros(whole - before.len());
        self.push(".");
        self.push(if after.is_empty() { "0" } else { after });
    }
}

impl Write for Spelling {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        if text.len() > Self::LONGEST - self.length {
            return Err(std::fmt::Error);
        }
        self.push(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Spelling, float_text};

    #[test]
    fn follows_the_shared_layout() {
        for (value, text) in [
            ("0", "0.0"),
            ("-0", "-0.0"),
            ("64", "64.0"),
            ("1e-5", "0.00001"),
            ("1e-6", "1e-6"),
            ("0.00000015", "1.5e-7"),
            ("1e15", "1000000000000000.0"),
            ("1e16", "1e16"),
            ("123456789.125", "123456789.125"),
            ("9007199254740993", "9007199254740992.0"),
            // 2^89, of which printf gives other digits.
            ("618970019642690137449562112", "6.189700196426902e26"),
            ("-2.2250738585072014e-308", "-2.2250738585072014e-308"),
            ("1.7976931348623157e308", "1.7976931348623157e308"),
            ("5e-324", "5e-324"),
            ("-0.000012345678901234567", "-0.000012345678901234568"),
            ("NaN", "NaN"),
            ("-inf", "-Infinity"),
        ] {
            assert_eq!(value.parse().map(float_text).as_deref(), Ok(text));
        }
    }

    #[test]
    fn takes_fewer_digits_for_single_precision() {
        assert_eq!(Spelling::of(0.1f32).as_str(), "0.1");
        assert_eq!(Spelling::of(16_777_216f32).as_str(), "16777216.0");
        assert_eq!(Spelling::of(f32::MAX).as_str(), "3.4028235e38");
        assert_eq!(Spelling::of(1e14f32).as_str(), "100000000000000.0");
    }

    #[test]
    fn takes_the_even_one_of_two_equally_close() {
        for (value, text) in [("2097152.25", "2097152.2"), ("2097152.75", "2097152.8")] {
            let single: f32 = value.parse().expect("it is a number");
            assert_eq!(Spelling::of(single).as_str(), text);
        }
        for (value, text) in [
            ("1125899906842624.25", "1125899906842624.2"),
            ("1125899906842623.75", "1125899906842623.8"),
        ] {
            assert_eq!(value.parse().map(float_text).as_deref(), Ok(text));
        }
    }

    /// Both ways to find a spelling, on values of few decimals, many, and none.
    #[test]
    fn short_ways_do_not_deceive() {
        for digits in (0..2_000_000_000_000u64).step_by(199_999_991) {
            for places in 0..12 {
                let value = f64::from(digits as f32) / 10f64.powi(places);
                for value in [value, digits as f64 / 10f64.powi(places), -value] {
                    assert_eq!(
                        Spelling::of(value).as_str(),
                        Spelling::general(value).as_str()
                    );
                }
            }
        }
    }
}
