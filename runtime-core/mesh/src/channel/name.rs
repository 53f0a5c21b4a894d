//! Names of channels, and what stands for many of them.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use meshwright_transport::channel_hash;
use meshwright_wire::EncodeError;
use meshwright_wire::wire::channel::{
    ChannelDelivery, ChannelName, ChannelPattern, ChannelPatternName, ChannelPatternPrefix,
    ChannelPrefix, MembershipMessage, MembershipMessageAnnounce, MembershipMessageSubscribe,
};

/// The canonical name of a channel and its hash. Cheap to clone.
#[derive(Clone)]
pub struct Name {
    text: Arc<str>,
    hash: u64,
}

/// Why a name or a prefix is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a channel: {0}")]
pub struct NameError(EncodeError);

impl Name {
    /// # Errors
    /// If the spec's `ChannelName` does not allow `text`.
    pub fn new(text: &str) -> Result<Self, NameError> {
        // The rules stand in the spec only: a name is what its codec writes.
        let message = MembershipMessage::Announce(MembershipMessageAnnounce {
            name: ChannelName(Cow::Borrowed(text)),
            token: Cow::Borrowed(&[]),
        });
        message.encode().map_err(NameError)?;
        Ok(Self::checked(text))
    }

    /// Of a name that was read from a message, and so is one.
    pub(super) fn from_wire(name: &ChannelName<'_>) -> Self {
        Self::checked(&name.0)
    }

    fn checked(text: &str) -> Self {
        Self {
            text: text.into(),
            hash: channel_hash(text),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn hash(&self) -> u64 {
        self.hash
    }

    pub(super) fn to_wire(&self) -> ChannelName<'_> {
        ChannelName(Cow::Borrowed(&self.text))
    }

    /// What stands before this name in prefixes that cover it, the shortest first: nothing, each run of its first segments, itself.
    pub(super) fn covering(&self) -> impl Iterator<Item = &str> {
        let ends = self.text.match_indices('/').map(|(at, _)| at);
        std::iter::once(0)
            .chain(ends)
            .chain([self.text.len()])
            .map(|end| &self.text[..end])
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.hash == other.hash && self.text == other.text
    }
}

impl Eq for Name {}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.text, f)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// One channel, or all that a prefix covers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    Name(Name),
    Prefix(Prefix),
}

/// Whole segments: `a/b` covers `a/b` and `a/b/c`, not `a/bc`. The empty one covers every channel.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prefix(Arc<str>);

impl Prefix {
    /// # Errors
    /// If the spec's `ChannelPrefix` does not allow `text`.
    pub fn new(text: &str) -> Result<Self, NameError> {
        let message = MembershipMessage::Subscribe(MembershipMessageSubscribe {
            subscription: 0,
            channels: ChannelPattern::Prefix(ChannelPatternPrefix {
                prefix: ChannelPrefix(Cow::Borrowed(text)),
            }),
            delivery: ChannelDelivery::Unreliable,
            token: Cow::Borrowed(&[]),
            group: Cow::Borrowed(""),
        });
        message.encode().map_err(NameError)?;
        Ok(Self(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn covers(&self, name: &Name) -> bool {
        match name.as_str().strip_prefix(&*self.0) {
            Some(rest) => self.0.is_empty() || rest.is_empty() || rest.starts_with('/'),
            None => false,
        }
    }
}

impl Pattern {
    /// # Errors
    /// As [`Name::new`].
    pub fn name(text: &str) -> Result<Self, NameError> {
        Name::new(text).map(Self::Name)
    }

    /// # Errors
    /// As [`Prefix::new`].
    pub fn prefix(text: &str) -> Result<Self, NameError> {
        Prefix::new(text).map(Self::Prefix)
    }

    pub fn matches(&self, name: &Name) -> bool {
        match self {
            Self::Name(own) => own == name,
            Self::Prefix(prefix) => prefix.covers(name),
        }
    }

    pub(super) fn is_prefix(&self) -> bool {
        matches!(self, Self::Prefix(_))
    }

    pub(super) fn from_wire(pattern: &ChannelPattern<'_>) -> Self {
        match pattern {
            ChannelPattern::Name(name) => Self::Name(Name::from_wire(&name.name)),
            ChannelPattern::Prefix(prefix) => Self::Prefix(Prefix(prefix.prefix.0.as_ref().into())),
        }
    }

    pub(super) fn to_wire(&self) -> ChannelPattern<'_> {
        match self {
            Self::Name(name) => ChannelPattern::Name(ChannelPatternName {
                name: name.to_wire(),
            }),
            Self::Prefix(prefix) => ChannelPattern::Prefix(ChannelPatternPrefix {
                prefix: ChannelPrefix(Cow::Borrowed(&prefix.0)),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_spec() {
        for good in ["a", "sensors/lidar", ".../b", "a-b_c.d/0", &"a".repeat(255)] {
            assert_eq!(Name::new(good).unwrap().as_str(), good);
        }
        for bad in [
            "",
            "A",
            "a/",
            "/a",
            "a//b",
            "a/./b",
            "..",
            "ä",
            &"a".repeat(256),
        ] {
            assert!(Name::new(bad).is_err(), "{bad}");
        }
        assert!(Prefix::new("").is_ok());
        assert!(Prefix::new("a/").is_err());
    }

    #[test]
    fn prefixes_cover_whole_segments() {
        let covers = |prefix, name| {
            Prefix::new(prefix)
                .unwrap()
                .covers(&Name::new(name).unwrap())
        };
        assert!(covers("", "a/b"));
        assert!(covers("a", "a"));
        assert!(covers("a", "a/b/c"));
        assert!(covers("a/b", "a/b/c"));
        assert!(!covers("a", "ab"));
        assert!(!covers("a/b", "a"));
        assert!(!covers("b", "a/b"));
    }

    #[test]
    fn what_covers_a_name_is_what_its_prefixes_say() {
        let name = Name::new("a/bc/d").unwrap();
        let covering: Vec<_> = name.covering().collect();
        assert_eq!(covering, ["", "a", "a/bc", "a/bc/d"]);
        assert!(
            covering
                .iter()
                .all(|text| Prefix::new(text).unwrap().covers(&name))
        );
    }
}
