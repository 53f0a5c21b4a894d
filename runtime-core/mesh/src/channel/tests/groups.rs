//! Who gets an event, against a model that looks at every subscriber.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use meshwright_transport::Now;
use proptest::prelude::*;

use super::super::*;
use super::net::{drain, event, id, name};

const NAMES: [&str; 6] = ["a", "ab", "a/b", "a/b/c", "a/c", "b"];
const PREFIXES: [&str; 5] = ["", "a", "a/b", "b", "c"];
const GROUPS: [&str; 2] = ["g", "h"];

#[derive(Clone, Debug)]
enum Step {
    Subscribe {
        pattern: (bool, usize),
        group: Option<usize>,
    },
    Leave(usize),
    Publish(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let group = prop::option::of(0..GROUPS.len());
    let step = prop_oneof![
        2 => ((any::<bool>(), 0..30usize), group)
            .prop_map(|(pattern, group)| Step::Subscribe { pattern, group }),
        1 => (0..30usize).prop_map(Step::Leave),
        4 => (0..NAMES.len()).prop_map(Step::Publish),
    ];
    prop::collection::vec(step, 0..120)
}

/// What a subscriber wants, in words of its own.
struct Member {
    is_prefix: bool,
    text: &'static str,
    group: Option<usize>,
    subscription: Subscription,
}

impl Member {
    fn wants(&self, channel: &str) -> bool {
        let segments = |text: &'static str| text.split('/').filter(|part| !part.is_empty());
        if self.is_prefix {
            let mut of_channel = channel.split('/');
            segments(self.text).all(|segment| of_channel.next() == Some(segment))
        } else {
            self.text == channel
        }
    }
}

proptest! {
    #[test]
    fn everyone_gets_what_the_model_says(steps in steps()) {
        let now = Now { monotonic: Duration::ZERO, wall: Duration::ZERO };
        let mut channels = Channels::new(id(1), SubnetId::GLOBAL, ChannelLimits::default(), now);
        let mut members: Vec<Member> = vec![];
        for (number, step) in (0..).zip(steps) {
            match step {
                Step::Subscribe { pattern: (is_prefix, which), group } => {
                    let text = if is_prefix { PREFIXES[which % PREFIXES.len()] } else { NAMES[which % NAMES.len()] };
                    let pattern = if is_prefix { Pattern::prefix(text) } else { Pattern::name(text) }.unwrap();
                    let options = SubscribeOptions {
                        group: group.map(|group| Arc::from(GROUPS[group])),
                        ..SubscribeOptions::default()
                    };
                    let subscription = channels.subscribe(&pattern, options).unwrap();
                    members.push(Member { is_prefix, text, group, subscription });
                }
                Step::Leave(which) if !members.is_empty() => {
                    members.swap_remove(which % members.len());
                }
                Step::Leave(_) => {}
                Step::Publish(which) => {
                    let data: Bytes = event(number);
                    channels.publish(&name(NAMES[which]), data).unwrap();
                    let got: Vec<bool> = members
                        .iter_mut()
                        .map(|member| drain(&mut member.subscription) == [number])
                        .collect();
                    let wants: Vec<bool> = members.iter().map(|member| member.wants(NAMES[which])).collect();
                    for group in [None, Some(0), Some(1)] {
                        let of_group = || (0..members.len()).filter(|at| members[*at].group == group);
                        prop_assert!(of_group().all(|at| wants[at] || !got[at]));
                        let wanted = of_group().filter(|at| wants[*at]).count();
                        let given = of_group().filter(|at| got[*at]).count();
                        let expected = if group.is_some() { wanted.min(1) } else { wanted };
                        prop_assert_eq!(given, expected);
                    }
                }
            }
        }
        prop_assert_eq!(channels.totals().dropped_in_all(), 0);
    }
}
