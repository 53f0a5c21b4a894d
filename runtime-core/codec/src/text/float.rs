//! Canonical float text: the shortest digits that round-trip, laid out the same way in every language.

use std::fmt::Write;
use std::ops::RangeInclusive;

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
    /// So many significant digits survive the way to a float and back. Two different numbers of so many digits are different floats, so each is
    /// the shortest spelling of its own.
    const SURE_DIGITS: usize;
}

impl Float for f32 {
    const SURE_DIGITS: usize = f32::DIGITS as usize;
}

impl Float for f64 {
    const SURE_DIGITS: usize = f64::DIGITS as usize;
}

/// Whether a number's text is the canonical one of the value that it was parsed to.
pub(crate) fn is_canonical<F: Float>(text: &str, value: F) -> bool {
    is_surely_canonical(text, F::SURE_DIGITS) || Spelling::of(value).as_str() == text
}

/// Tells canonical spellings of a few digits by their looks; what it does not know may be canonical too.
fn is_surely_canonical(text: &str, digits: usize) -> bool {
    let Some((whole, fraction)) = text.strip_prefix('-').unwrap_or(text).split_once('.') else {
        return false;
    };
    if fraction.contains(['e', 'E']) || fraction.ends_with('0') && fraction.len() > 1 {
        return false;
    }
    if whole != "0" {
        let most = usize::try_from(*PLAIN.end()).unwrap_or_default() + 1;
        return !whole.starts_with('0')
            && whole.len() <= most
            && whole.len() + fraction.len() <= digits;
    }
    let zeros = fraction.len() - fraction.trim_start_matches('0').len();
    let most = usize::try_from(-PLAIN.start()).unwrap_or_default() - 1;
    fraction == "0" || zeros <= most && fraction.len() - zeros <= digits
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
    pub(crate) fn of(value: impl ryu::Float) -> Self {
        let mut digits = ryu::Buffer::new();
        let mut spelling = Self::empty();
        spelling.lay_out(digits.format_finite(value));
        spelling
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.text[..self.length]).unwrap_or_default()
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
    use super::{Spelling, float_text, is_canonical, is_surely_canonical};

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

    /// All texts of a few characters: whatever the quick look accepts, the slow one does.
    #[test]
    fn looks_do_not_deceive() {
        const CHARACTERS: &[u8] = b"0159.-e";
        for length in 1..=6 {
            for mut index in 0..CHARACTERS.len().pow(length) {
                let text: String = (0..length)
                    .map(|_| {
                        let character = CHARACTERS[index % CHARACTERS.len()];
                        index /= CHARACTERS.len();
                        char::from(character)
                    })
                    .collect();
                // Readers refuse what overflows, and what has no digit beside its point, before they look at the spelling.
                let bare = text.starts_with('.')
                    || text.ends_with('.')
                    || text.contains("-.")
                    || text.contains(".e");
                if !bare
                    && let Ok(value) = text.parse::<f64>()
                    && value.is_finite()
                {
                    let slow = Spelling::of(value).as_str() == text;
                    assert!(slow || !is_surely_canonical(&text, 15), "{text}");
                    assert_eq!(is_canonical(&text, value), slow, "{text}");
                }
            }
        }
    }
}
