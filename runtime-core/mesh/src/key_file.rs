//! Files that hold one secret, for their owner's eyes only.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::secret::{NotASecret, Secret};

/// Far more than a line of 64 digits; anything longer is another file.
const LARGEST: u64 = 1024;

/// Why a key was not read or written.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    #[error("{path}: {error}")]
    Io { path: PathBuf, error: io::Error },
    #[error("{path}: others may read this key; run `chmod 600 {path}`")]
    ReadableByOthers { path: PathBuf },
    #[error("{path}: {error}, on one line")]
    NotAKey { path: PathBuf, error: NotASecret },
    #[error("no random bytes: {0}")]
    Random(#[from] getrandom::Error),
}

/// Reads the key in `path`.
pub fn read_key(path: &Path) -> Result<Secret, KeyFileError> {
    let failed = |error| KeyFileError::Io {
        path: path.into(),
        error,
    };
    let file = File::open(path).map_err(failed)?;
    if is_open_to_others(&file).map_err(failed)? {
        return Err(KeyFileError::ReadableByOthers { path: path.into() });
    }
    let mut text = Zeroizing::new(String::new());
    file.take(LARGEST)
        .read_to_string(&mut text)
        .map_err(failed)?;
    Secret::from_hex(text.trim()).map_err(|error| KeyFileError::NotAKey {
        path: path.into(),
        error,
    })
}

/// Reads the key in `path`, or makes one there that only its owner may read.
pub fn read_or_create_key(path: &Path) -> Result<Secret, KeyFileError> {
    match read_key(path) {
        Err(KeyFileError::Io { error, .. }) if error.kind() == ErrorKind::NotFound => {}
        other => return other,
    }
    match create_key(path) {
        // Another process made it meanwhile.
        Err(KeyFileError::Io { error, .. }) if error.kind() == ErrorKind::AlreadyExists => {
            read_key(path)
        }
        other => other,
    }
}

/// Makes a new random key in `path`, which must not exist. It appears there whole or not at all.
pub fn create_key(path: &Path) -> Result<Secret, KeyFileError> {
    let secret = Secret::random()?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let draft = path.with_file_name(name);
    let written = write_new(&draft, &secret).and_then(|()| fs::hard_link(&draft, path));
    // Left behind it would be in nobody's way, since its name has our number.
    let _ = fs::remove_file(&draft);
    written.map(|()| secret).map_err(|error| KeyFileError::Io {
        path: path.into(),
        error,
    })
}

fn write_new(path: &Path, secret: &Secret) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(secret.to_hex().as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()
}

#[cfg(unix)]
fn is_open_to_others(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    let meta = file.metadata()?;
    Ok(meta.is_file() && meta.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_: &File) -> io::Result<bool> {
    Ok(false)
}
