//! `mw sub`

use meshwright_mesh::channel::{
    ChannelEvent, EndCause, Item, Name, Pattern, SubscribeOptions, Subscription,
};
use meshwright_mesh::{Ticket, identity_text};
use serde_json::json;

use crate::arguments::Settings;
use crate::failure::Failure;
use crate::output::Output;
use crate::session::{interrupted, join_or_wait, leave};

pub struct Wanted {
    pub pattern: Pattern,
    pub reliable: bool,
    pub count: Option<u64>,
}

/// `below`: the text is the beginning of the names of channels.
pub fn pattern(text: &str, below: bool) -> Result<Pattern, Failure> {
    let pattern = if below {
        Pattern::prefix(text)
    } else {
        Name::new(text).map(Pattern::Name)
    };
    pattern.map_err(|error| Failure::Usage(format!("{text:?}: {error}")))
}

pub async fn run(
    settings: &Settings,
    wanted: Wanted,
    connect: &[Ticket],
    output: &Output,
) -> Result<(), Failure> {
    let mesh = join_or_wait(settings, connect, output).await?;
    let options = SubscribeOptions {
        reliable: wanted.reliable,
        ..SubscribeOptions::default()
    };
    let mut subscription = mesh
        .subscribe(&wanted.pattern, options)
        .map_err(|error| Failure::Failed(error.to_string()))?;
    let interrupted = interrupted();
    tokio::pin!(interrupted);
    let written = tokio::select! {
        written = write(&mut subscription, wanted.count, output) => written,
        pressed = &mut interrupted => pressed.map_err(Failure::from),
    };
    leave(&mesh).await.and(written)
}

/// Writes events up to `count` of them, or without end.
async fn write(
    subscription: &mut Subscription,
    count: Option<u64>,
    output: &Output,
) -> Result<(), Failure> {
    let mut written = 0;
    while count.is_none_or(|count| written < count) {
        match subscription.next().await {
            Some(Item::Event(event)) => {
                tell(&event, output)?;
                written += 1;
            }
            Some(Item::Refused { publisher, reason }) => {
                let publisher = identity_text(&publisher);
                let reason = format!("{reason:?}");
                output.note(
                    format_args!("{publisher} sends nothing, or no more: {reason}"),
                    &json!({ "refused_by": publisher, "reason": reason }),
                )?;
            }
            None => {
                return match subscription.end_cause() {
                    None | Some(EndCause::Closed) => Ok(()),
                    Some(cause) => Err(Failure::Failed(cause.to_string())),
                };
            }
        }
    }
    Ok(())
}

/// People get the event as text, as far as it is one; programs get its text, or its bytes if it is none.
fn tell(event: &ChannelEvent, output: &Output) -> Result<(), Failure> {
    let text = std::str::from_utf8(&event.data);
    let hex = || {
        event
            .data
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    let mut object = json!({
        "channel": event.channel.as_str(),
        "publisher": identity_text(&event.publisher),
    });
    match text {
        Ok(text) => object["text"] = text.into(),
        Err(_) => object["hex"] = hex().into(),
    }
    output.say(String::from_utf8_lossy(&event.data), &object)?;
    Ok(())
}
