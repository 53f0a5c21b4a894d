//! Subnets, and how far from its publisher a channel is seen.

/// A place in a tree of four levels, one byte each, the top one first. Trailing zero bytes say nothing, so 0 is the whole mesh.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubnetId(pub u32);

impl SubnetId {
    pub const GLOBAL: Self = Self(0);

    /// True of itself and of everything below it.
    pub fn contains(self, other: Self) -> bool {
        let unsaid = self.0.trailing_zeros() / 8 * 8;
        // All 32 bits: the whole mesh.
        let mask = u32::MAX.checked_shl(unsaid).unwrap_or(0);
        other.0 & mask == self.0
    }
}

/// To which subnets the events of a channel go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Visibility {
    #[default]
    Global,
    /// The publisher's own.
    SubnetLocal,
    /// The publisher's own and those above it.
    ParentVisible,
    /// The publisher's own, and these with everything below them.
    Exported(Vec<SubnetId>),
}

impl Visibility {
    /// `subscriber`: `None` if its subnet is not known, who then sees only what all see.
    pub(super) fn allows(&self, publisher: SubnetId, subscriber: Option<SubnetId>) -> bool {
        let Some(subscriber) = subscriber else {
            return *self == Self::Global;
        };
        match self {
            Self::Global => true,
            Self::SubnetLocal => subscriber == publisher,
            Self::ParentVisible => subscriber.contains(publisher),
            Self::Exported(targets) => {
                subscriber == publisher || targets.iter().any(|target| target.contains(subscriber))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: SubnetId = SubnetId(0x0100_0000);
    const A1: SubnetId = SubnetId(0x0101_0000);
    const A2: SubnetId = SubnetId(0x0102_0000);
    const B: SubnetId = SubnetId(0x0200_0000);

    #[test]
    fn a_subnet_contains_itself_and_what_is_below() {
        assert!(SubnetId::GLOBAL.contains(A1));
        assert!(A.contains(A) && A.contains(A1));
        assert!(!A1.contains(A) && !A1.contains(A2) && !A.contains(B));
        assert!(!A.contains(SubnetId::GLOBAL));
        assert!(!SubnetId(1).contains(SubnetId::GLOBAL));
    }

    #[test]
    fn each_visibility_in_each_direction() {
        let seen = |visibility: &Visibility, publisher| {
            [A, A1, A2, B, SubnetId::GLOBAL].map(|at| visibility.allows(publisher, Some(at)))
        };
        assert_eq!(seen(&Visibility::Global, A1), [true; 5]);
        assert_eq!(
            seen(&Visibility::SubnetLocal, A1),
            [false, true, false, false, false]
        );
        assert_eq!(
            seen(&Visibility::ParentVisible, A1),
            [true, true, false, false, true]
        );
        assert_eq!(
            seen(&Visibility::ParentVisible, A),
            [true, false, false, false, true]
        );
        assert_eq!(
            seen(&Visibility::Exported(vec![A]), B),
            [true, true, true, true, false]
        );
    }

    #[test]
    fn an_unknown_subnet_sees_only_what_all_see() {
        assert!(Visibility::Global.allows(A, None));
        for other in [
            Visibility::SubnetLocal,
            Visibility::ParentVisible,
            Visibility::Exported(vec![SubnetId::GLOBAL]),
        ] {
            assert!(!other.allows(SubnetId::GLOBAL, None));
        }
    }
}
