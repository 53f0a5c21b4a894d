//! Why a command ended badly, and the code that says so.

use std::fmt;
use std::io;
use std::process::ExitCode;

use meshwright_mesh::{
    CloseReport, ConfigError, ConnectError, KeyFileError, OpenError, TicketError, TraceError,
    identity_text,
};
use serde_json::json;

use crate::output::Output;

#[derive(Debug)]
pub enum Failure {
    /// It could not be done.
    Failed(String),
    /// What was asked for, or configured, makes no sense.
    Usage(String),
    /// The node closed, and not everything was delivered.
    Undrained(CloseReport),
    /// Nobody reads what we write.
    NoReader,
}

impl Failure {
    /// To standard error; with `--json`, as an object.
    pub fn tell(&self, output: &Output) -> ExitCode {
        if !matches!(self, Self::NoReader) {
            output.error(
                self,
                &json!({ "error": self.kind(), "message": self.to_string() }),
            );
        }
        ExitCode::from(match self {
            // As programs do whose output is piped into `head`.
            Self::NoReader => 0,
            Self::Failed(_) => 1,
            Self::Usage(_) => 2,
            Self::Undrained(_) => 3,
        })
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Failed(_) => "failed",
            Self::Usage(_) => "usage",
            Self::Undrained(_) => "undrained",
            Self::NoReader => "no_reader",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(message) | Self::Usage(message) => f.write_str(message),
            Self::Undrained(report) => {
                write!(f, "closed before everything was delivered:")?;
                for (peer, stream) in &report.undelivered {
                    let peer = identity_text(peer);
                    write!(f, " stream {stream} to {peer} was not acknowledged;")?;
                }
                write!(
                    f,
                    " {} events and {} datagrams were not sent",
                    report.waiting, report.unsent
                )
            }
            Self::NoReader => f.write_str("nobody reads the output"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::NoReader
        } else {
            Self::Failed(error.to_string())
        }
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Config(error) => error.into(),
            other => Self::Failed(other.to_string()),
        }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<TicketError> for Failure {
    fn from(error: TicketError) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<KeyFileError> for Failure {
    fn from(error: KeyFileError) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<ConnectError> for Failure {
    fn from(error: ConnectError) -> Self {
        match error {
            ConnectError::OtherMesh { .. } | ConnectError::Ourselves => {
                Self::Usage(error.to_string())
            }
            other => Self::Failed(other.to_string()),
        }
    }
}

impl From<TraceError> for Failure {
    fn from(error: TraceError) -> Self {
        Self::Failed(error.to_string())
    }
}
