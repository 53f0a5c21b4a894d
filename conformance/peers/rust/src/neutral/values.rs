//! Values of the types that every spec has.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::str::FromStr;
use std::time::Duration;

use sdk::{ErrorKind, JsonValue, float_text};

use super::{Neutral, Object, Refusal, Text, bytes, list, map, nullable, string};
use crate::json::{Json, is_number};

/// An integer of any size, if it is written as one.
fn is_whole(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
}

fn integer<T: FromStr>(text: &str) -> Result<T, Refusal> {
    if !is_whole(text) {
        return Err(Refusal::bad_request("an integer is needed"));
    }
    text.parse()
        .map_err(|_| Refusal::of_value(ErrorKind::OutOfRange))
}

macro_rules! narrow {
    ($($int:ident)*) => {$(
        impl Neutral for $int {
            fn from_neutral(value: &Json) -> Result<Self, Refusal> {
                match value {
                    Json::Number(number) => integer(number),
                    _ => Err(Refusal::bad_request("an integer is needed")),
                }
            }

            fn to_neutral(&self, out: &mut Text) {
                out.display(self);
            }
        }
    )*};
}

macro_rules! wide {
    ($($int:ident)*) => {$(
        impl Neutral for $int {
            fn from_neutral(value: &Json) -> Result<Self, Refusal> {
                match value {
                    Json::Text(digits) => integer(digits),
                    _ => Err(Refusal::bad_request("an integer is needed, as decimal text")),
                }
            }

            fn to_neutral(&self, out: &mut Text) {
                out.quoted(self);
            }
        }
    )*};
}

macro_rules! floats {
    ($($float:ident)*) => {$(
        impl Neutral for $float {
            fn from_neutral(value: &Json) -> Result<Self, Refusal> {
                let text = match value {
                    Json::Text(text) => text.as_str(),
                    _ => return Err(Refusal::bad_request("a float is needed, as text")),
                };
                match text {
                    "NaN" => return Ok(Self::NAN),
                    "Infinity" => return Ok(Self::INFINITY),
                    "-Infinity" => return Ok(Self::NEG_INFINITY),
                    _ if !is_number(text) => return Err(Refusal::bad_request("a float is needed, as text")),
                    _ => {}
                }
                let number: Self = text.parse().map_err(|_| Refusal::bad_request("a float is needed, as text"))?;
                if number.is_infinite() {
                    return Err(Refusal::of_value(ErrorKind::OutOfRange));
                }
                Ok(number)
            }

            fn to_neutral(&self, out: &mut Text) {
                out.quoted(float_text(f64::from(*self)));
            }
        }
    )*};
}

narrow! { u8 u16 u32 i8 i16 i32 }
wide! { u64 i64 }
floats! { f32 f64 }

impl Neutral for bool {
    fn from_neutral(value: &Json) -> Result<Self, Refusal> {
        match value {
            Json::Bool(value) => Ok(*value),
            _ => Err(Refusal::bad_request("true or false is needed")),
        }
    }

    fn to_neutral(&self, out: &mut Text) {
        out.display(self);
    }
}

impl Neutral for Cow<'_, str> {
    fn from_neutral(value: &Json) -> Result<Self, Refusal> {
        string(value).map(Cow::Owned)
    }

    fn to_neutral(&self, out: &mut Text) {
        out.string(self);
    }
}

impl Neutral for Cow<'_, [u8]> {
    fn from_neutral(value: &Json) -> Result<Self, Refusal> {
        bytes(value).map(Cow::Owned)
    }

    fn to_neutral(&self, out: &mut Text) {
        out.hex(self);
    }
}

impl<T: Neutral> Neutral for Vec<T> {
    fn from_neutral(value: &Json) -> Result<Self, Refusal> {
        list(value, T::from_neutral)
    }

    fn to_neutral(&self, out: &mut Text) {
        out.list(self, T::to_neutral);
    }
}

impl<K: Neutral + Ord, V: Neutral> Neutral for BTreeMap<K, V> {
    fn from_neutral(value: &Json) -> Result<Self, Refusal> {
        map(value, K::from_neutral, V::from_neutral)
    }

    fn to_neutral(&self, out: &mut Text) {
        out.map(self, K::to_neutral, V::to_neutral);
    }
}

impl<T: Neutral> Neutral for Option<T> {
    fn from_neutral(value: &Json) -> Result<Self, Refusal> {
        nullable(value, T::from_neutral)
    }

    fn to_neutral(&self, out: &mut Text) {
        out.nullable(self, T::to_neutral);
    }
}

impl<T: Neutral> Neutral for Box<T> {
    fn from_neutral(value: &Json) -> Result<Self, Refusal> {
        T::from_neutral(value).map(Self::new)
    }

    fn to_neutral(&self, out: &mut Text) {
        T::to_neutral(self, out);
    }
}

impl Neutral for Duration {
    fn from_neutral(value: &Json) -> Result<Self, Refusal> {
        let object = Object::of(value, &["secs", "nanos"])?;
        let secs = object.required("secs", Neutral::from_neutral)?;
        let nanos = object.required("nanos", Neutral::from_neutral)?;
        if nanos >= 1_000_000_000 {
            return Err(Refusal::of_value(ErrorKind::OutOfRange).inside("nanos"));
        }
        Ok(Self::new(secs, nanos))
    }

    fn to_neutral(&self, out: &mut Text) {
        out.open('{');
        out.member("secs", &self.as_secs(), Neutral::to_neutral);
        out.member("nanos", &self.subsec_nanos(), Neutral::to_neutral);
        out.close('}');
    }
}

impl Neutral for SocketAddr {
    fn from_neutral(value: &Json) -> Result<Self, Refusal> {
        let address = sdk::parse_socket_address(&string(value)?);
        address.map_err(Refusal::of_part)
    }

    fn to_neutral(&self, out: &mut Text) {
        out.quoted(self);
    }
}

impl Neutral for JsonValue<'_> {
    fn from_neutral(value: &Json) -> Result<Self, Refusal> {
        JsonValue::parse(string(value)?).map_err(Refusal::of_part)
    }

    fn to_neutral(&self, out: &mut Text) {
        out.string(self.as_str());
    }
}
