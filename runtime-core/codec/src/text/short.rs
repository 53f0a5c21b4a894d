//! Numbers as people write them, of so few digits that they need no general algorithm.

/// Any number of so many digits fits in a double's significand, and no two of them are the same double.
const MOST_DIGITS: usize = f64::DIGITS as usize;

/// A canonically spelt number at the start of a text: an integer, or a decimal without exponent.
pub(crate) struct ShortNumber {
    negative: bool,
    /// All digits, without the point.
    digits: u64,
    count: usize,
    /// Digits behind the point; 0 if there is no point.
    places: usize,
    /// Bytes that it takes.
    pub length: usize,
}

impl ShortNumber {
    /// None: it is not short, not canonical, or not known to have ended.
    #[inline]
    pub(crate) fn at_start(text: &[u8]) -> Option<Self> {
        let negative = text.first() == Some(&b'-');
        let mut at = usize::from(negative);
        let start = at;
        let mut digits = 0;
        let mut point = None;
        loop {
            match text.get(at)? {
                digit @ b'0'..=b'9' if at - start <= MOST_DIGITS => {
                    digits = digits * 10 + u64::from(digit - b'0');
                }
                b'.' if point.is_none() => point = Some(at),
                b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E' => return None,
                _ => break,
            }
            at += 1;
        }
        let whole = point.unwrap_or(at) - start;
        let places = point.map_or(0, |point| at - point - 1);
        let number = Self {
            negative,
            digits,
            count: whole + places,
            places,
            length: at,
        };
        let bare = whole == 0 || point.is_some() && places == 0;
        let padded = whole > 1 && text[start] == b'0' || places > 1 && text[at - 1] == b'0';
        (!bare && !padded && number.count <= MOST_DIGITS && !number.is_tiny()).then_some(number)
    }

    /// Below the numbers that are written without an exponent.
    fn is_tiny(&self) -> bool {
        self.places > 5 && self.digits < POWERS_OF_TEN[self.places - 5]
    }

    /// The value, if it is written as integers are.
    #[inline]
    pub(crate) fn integer(&self) -> Option<i64> {
        let value = self.digits.cast_signed();
        match (self.places, self.negative) {
            (0, false) => Some(value),
            (0, true) if value != 0 => Some(-value),
            _ => None,
        }
    }

    /// The value, if it is written as floats are. Both operands are exact, so the quotient is the nearest double.
    #[inline]
    pub(crate) fn double(&self) -> Option<f64> {
        let value = self.digits as f64 / POWERS_OF_TEN[self.places] as f64;
        (self.places > 0).then_some(if self.negative { -value } else { value })
    }

    /// The same in single precision.
    #[inline]
    pub(crate) fn single(&self) -> Option<f32> {
        let value = self.digits as f32 / POWERS_OF_TEN[self.places] as f32;
        let exact = self.places > 0 && self.count <= f32::DIGITS as usize;
        exact.then_some(if self.negative { -value } else { value })
    }
}

const POWERS_OF_TEN: [u64; MOST_DIGITS + 1] = {
    let mut powers = [1; MOST_DIGITS + 1];
    let mut power = 1;
    while power <= MOST_DIGITS {
        powers[power] = powers[power - 1] * 10;
        power += 1;
    }
    powers
};

/// Digits and places of the one short decimal that is this positive double, if there is one with few places: at least one place, and no zero at the end
/// of more. The quotient of two exact doubles is the nearest double, so to get the value back is the proof.
pub(crate) fn short_decimal(value: f64) -> Option<(u64, usize)> {
    for places in [3, 7] {
        let power = POWERS_OF_TEN[places] as f64;
        let scaled = value * power;
        if !(1.0..POWERS_OF_TEN[MOST_DIGITS] as f64).contains(&scaled) {
            return None;
        }
        let digits = (scaled + 0.5) as u64;
        if digits as f64 / power == value {
            return Some(trimmed(digits, places));
        }
    }
    None
}

fn trimmed(mut digits: u64, mut places: usize) -> (u64, usize) {
    while places > 1 && digits.is_multiple_of(10) {
        digits /= 10;
        places -= 1;
    }
    (digits, places)
}

#[cfg(test)]
mod tests {
    use super::ShortNumber;
    use crate::text::float_text;

    /// All texts of a few characters: whatever is taken for canonical is so, and has the right value.
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
                let number = ShortNumber::at_start(format!("{text},").as_bytes());
                let whole = number.as_ref().and_then(ShortNumber::integer);
                assert_eq!(
                    whole.map(|value| value.to_string()),
                    canonical_integer(&text)
                );
                let double = number.as_ref().and_then(ShortNumber::double);
                assert_eq!(double.map(float_text), canonical_decimal(&text), "{text}");
                let single = number.and_then(|number| number.single());
                assert_eq!(single, single.and(text.parse().ok()));
            }
        }
    }

    fn canonical_integer(text: &str) -> Option<String> {
        let value = text.parse::<i64>().ok()?.to_string();
        (value == text).then_some(value)
    }

    fn canonical_decimal(text: &str) -> Option<String> {
        let value = text.parse().ok().map(float_text)?;
        (value == text && text.contains('.') && !text.contains('e')).then_some(value)
    }

    #[test]
    fn leaves_what_is_long_or_unfinished() {
        for text in [
            "1234567890123456,",
            "0.1234567890123456,",
            "12",
            "1.5",
            "-",
            "",
        ] {
            assert!(ShortNumber::at_start(text.as_bytes()).is_none(), "{text}");
        }
    }
}
