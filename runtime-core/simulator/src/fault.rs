//! What may go wrong in a world: kinds that can be switched off one by one.

/// One kind of trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Datagrams are lost.
    Loss,
    /// Datagrams come twice.
    Duplication,
    /// Datagrams overtake each other.
    Reordering,
    /// Datagrams are held up for seconds.
    Delay,
    /// Links carry little, and drop what does not fit into their queue.
    Bottleneck,
    /// The network falls into parts that do not hear each other.
    Partitions,
    /// Programs end without a word, and start again.
    Crashes,
    /// Wall clocks jump, on and back.
    Clocks,
    /// Nodes get other addresses.
    Moves,
    /// Programs close associations and open them again.
    Closes,
    /// Programs that read slowly.
    SlowReaders,
    /// Tables are so small that they fill up.
    SmallTables,
    /// Somebody without any key who sends rubbish, copies and reflections.
    Stranger,
    /// Somebody on the path who copies, holds back, and sends from elsewhere.
    Eavesdropper,
    /// A member who abuses what members may do.
    Member,
    /// A member who tells of others what they did not say, and uses what is not its own.
    Forger,
    /// When all is well again, one node's uplink is narrow, and a neighbour sends through it far more than it carries.
    Crowds,
}

impl Fault {
    pub const ALL: [Self; 17] = [
        Self::Loss,
        Self::Duplication,
        Self::Reordering,
        Self::Delay,
        Self::Bottleneck,
        Self::Partitions,
        Self::Crashes,
        Self::Clocks,
        Self::Moves,
        Self::Closes,
        Self::SlowReaders,
        Self::SmallTables,
        Self::Stranger,
        Self::Eavesdropper,
        Self::Member,
        Self::Forger,
        Self::Crowds,
    ];

    pub fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fault| fault.name() == name)
    }

    fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// A set of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults(u32);

impl Faults {
    pub fn all() -> Self {
        Self(
            Fault::ALL
                .into_iter()
                .fold(0, |set, fault| set | fault.bit()),
        )
    }

    pub fn has(self, fault: Fault) -> bool {
        self.0 & fault.bit() != 0
    }

    #[must_use]
    pub fn with(self, fault: Fault) -> Self {
        Self(self.0 | fault.bit())
    }

    #[must_use]
    pub fn without(self, fault: Fault) -> Self {
        Self(self.0 & !fault.bit())
    }

    pub fn iter(self) -> impl Iterator<Item = Fault> {
        Fault::ALL.into_iter().filter(move |fault| self.has(*fault))
    }

    /// True if somebody means harm.
    pub fn are_hostile(self) -> bool {
        [
            Fault::Stranger,
            Fault::Eavesdropper,
            Fault::Member,
            Fault::Forger,
        ]
        .into_iter()
        .any(|fault| self.has(fault))
    }
}

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<String> = self.iter().map(Fault::name).collect();
        f.write_str(if names.is_empty() { "none" } else { "" })?;
        f.write_str(&names.join(", "))
    }
}
