//! Canonical float text: the shortest digits that round-trip, laid out the same way in every language.

use std::fmt::{LowerExp, Write};

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
const PLAIN: std::ops::RangeInclusive<i32> = -5..=15;

/// A finite float's canonical text, on the stack.
pub(crate) struct Spelling {
    text: [u8; Self::LONGEST],
    length: usize,
}

impl Spelling {
    /// `-2.2250738585072014e-308` has 24 characters, and so has `-0.00001` with 17 digits.
    const LONGEST: usize = 32;

    /// The type of the float decides how many digits it takes to tell it from its neighbours.
    pub(crate) fn of(value: impl LowerExp) -> Self {
        let mut scientific = Self::empty();
        let mut spelling = Self::empty();
        // Both fit: see `LONGEST`.
        let _ = write!(scientific, "{value:e}");
        let _ = spelling.lay_out(scientific.as_str());
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

    /// From `-1.25e-7`, as the standard library spells it.
    fn lay_out(&mut self, scientific: &str) -> std::fmt::Result {
        let (sign, number) = scientific
            .strip_prefix('-')
            .map_or(("", scientific), |rest| ("-", rest));
        let (mantissa, exponent_text) = number.split_once('e').unwrap_or((number, "0"));
        let exponent: i32 = exponent_text.parse().unwrap_or_default();
        let (first, others) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        self.write_str(sign)?;
        if !PLAIN.contains(&exponent) {
            let point = if others.is_empty() { "" } else { "." };
            return write!(self, "{first}{point}{others}e{exponent_text}");
        }
        let Ok(whole) = usize::try_from(exponent) else {
            let zeros = usize::try_from(-exponent - 1).unwrap_or_default();
            return write!(self, "0.{:0<zeros$}{first}{others}", "");
        };
        let (before, after) = others.split_at_checked(whole).unwrap_or((others, ""));
        let after = if after.is_empty() { "0" } else { after };
        write!(self, "{first}{before:0<whole$}.{after}")
    }
}

impl Write for Spelling {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.length + text.len();
        self.text
            .get_mut(self.length..end)
            .ok_or(std::fmt::Error)?
            .copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Spelling, float_text};

    #[test]
    fn follows_the_shared_layout() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (64.0, "64.0"),
            (0.00001, "0.00001"),
            (0.000_001, "1e-6"),
            (1.5e-7, "1.5e-7"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e16"),
            (123_456_789.125, "123456789.125"),
            (9_007_199_254_740_993.0, "9007199254740992.0"),
            (2f64.powi(89), "6.189700196426902e26"),
            (-2.225_073_858_507_201_4e-308, "-2.2250738585072014e-308"),
            (f64::MAX, "1.7976931348623157e308"),
            (5e-324, "5e-324"),
            (-1.234_567_890_123_456_7e-5, "-0.000012345678901234568"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-Infinity"),
        ] {
            assert_eq!(float_text(value), text);
        }
    }

    #[test]
    fn takes_fewer_digits_for_single_precision() {
        assert_eq!(Spelling::of(0.1f32).as_str(), "0.1");
        assert_eq!(Spelling::of(16_777_216f32).as_str(), "16777216.0");
        assert_eq!(Spelling::of(f32::MAX).as_str(), "3.4028235e38");
    }
}
