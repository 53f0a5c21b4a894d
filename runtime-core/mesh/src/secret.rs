//! 32 secret bytes: a mesh's pre-shared key, or the seed of an identity.

use std::fmt;

use data_encoding::HEXLOWER_PERMISSIVE;
use zeroize::{Zeroize, Zeroizing};

/// Wiped when dropped, never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<[u8; 32]>);

/// The text is not 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key is 64 hexadecimal digits")]
pub struct NotASecret;

impl Secret {
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Of the operating system's random bytes.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(bytes.as_mut())?;
        Ok(Self(bytes))
    }

    /// From 64 hexadecimal digits. The error says nothing of what stood there.
    pub fn from_hex(digits: &str) -> Result<Self, NotASecret> {
        let mut decoded = HEXLOWER_PERMISSIVE
            .decode(digits.as_bytes())
            .map_err(|_| NotASecret)?;
        let bytes = <[u8; 32]>::try_from(decoded.as_slice()).map_err(|_| NotASecret);
        decoded.zeroize();
        bytes.map(Self::new)
    }

    pub(crate) fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(HEXLOWER_PERMISSIVE.encode(self.0.as_ref()))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_come_back_and_are_not_shown() {
        let secret = Secret::new([0xa5; 32]);
        assert_eq!(Secret::from_hex(&secret.to_hex()), Ok(secret.clone()));
        assert!(!format!("{secret:?}").contains("a5"));
    }

    #[test]
    fn other_texts_are_refused() {
        let short = "a5".repeat(31);
        let long = "a5".repeat(33);
        let odd = "a".repeat(63);
        let other = "g".repeat(64);
        for text in ["", &short, &long, &odd, &other] {
            assert_eq!(Secret::from_hex(text), Err(NotASecret), "{text}");
        }
    }
}
