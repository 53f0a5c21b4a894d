//! What the node's own program subscribes to.

use arbitrary::{Result, Unstructured};
use meshwright_mesh::channel::{Pattern, Publishers, SubscribeOptions};

use super::cast::{self, CAST, ME};
use super::world::RING;

pub struct Own {
    pub pattern: Pattern,
    pub options: SubscribeOptions,
}

impl Own {
    pub fn arbitrary(u: &mut Unstructured<'_>) -> Result<Self> {
        let pattern = match u.arbitrary()? {
            true => Pattern::name(cast::name(u)?),
            false => Pattern::prefix(cast::prefix(u)?),
        };
        let groups = [None, None, Some("g"), Some("h"), Some("i"), Some("j")];
        let publishers = match u.int_in_range(0..=15)? {
            one @ 0..=3 => Publishers::One(cast::id(one)),
            _ => Publishers::All,
        };
        let credential = match u.ratio(1, 4)? {
            true => Some(u.choose(&CAST.chains[ME])?.clone()),
            false => None,
        };
        let options = SubscribeOptions {
            publishers,
            reliable: u.arbitrary()?,
            group: u.choose(&groups)?.map(Into::into),
            ring: RING,
            credential,
        };
        let pattern = pattern.expect("a name or a prefix");
        Ok(Self { pattern, options })
    }
}
