//! Why a request is refused.

use sdk::{DecodeError, EncodeError, ErrorKind};

/// An error of the SDK's, or one of the request's own.
#[derive(Debug, Clone)]
pub struct Refusal {
    pub kind: &'static str,
    pub message: String,
    pub offset: Option<usize>,
    pub path: String,
}

impl Refusal {
    pub const BAD_REQUEST: &'static str = "bad_request";

    pub fn bad_request(message: impl Into<String>) -> Self {
        Self {
            kind: Self::BAD_REQUEST,
            message: message.into(),
            offset: None,
            path: String::new(),
        }
    }

    /// What an encoder would say of a value that no native value can be made of.
    pub fn of_value(kind: ErrorKind) -> Self {
        Self {
            kind: kind.as_str(),
            message: format!("the value is refused: {kind}"),
            offset: None,
            path: String::new(),
        }
    }

    /// What is wrong with a text that stands for a native value. Offsets in it say nothing about the request.
    pub fn of_part(error: DecodeError) -> Self {
        Self {
            offset: None,
            ..Self::from(error)
        }
    }

    /// Puts a step in front of the path.
    pub fn inside(mut self, step: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        self.path = format!("{step}{dot}{}", self.path);
        self
    }

    pub fn element(self, index: usize) -> Self {
        self.inside(&format!("[{index}]"))
    }
}

impl From<EncodeError> for Refusal {
    fn from(error: EncodeError) -> Self {
        Self {
            kind: error.kind().as_str(),
            message: error.message(),
            offset: None,
            path: error.path().to_owned(),
        }
    }
}

impl From<DecodeError> for Refusal {
    fn from(error: DecodeError) -> Self {
        Self {
            kind: error.kind().as_str(),
            message: error.message(),
            offset: Some(error.offset()),
            path: error.path().to_owned(),
        }
    }
}
