//! From neutral JSON to the parts of native values.

use std::collections::BTreeMap;

use sdk::{ErrorKind, Unknown};

use super::{Neutral, Refusal};
use crate::json::Json;

/// An object, of which every member is known to its type.
pub struct Object<'v> {
    members: &'v [(String, Json)],
}

impl<'v> Object<'v> {
    pub fn of(value: &'v Json, known: &[&str]) -> Result<Self, Refusal> {
        let Json::Object(members) = value else {
            return Err(Refusal::bad_request("an object is needed"));
        };
        for (index, (name, _)) in members.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                return Err(Refusal::bad_request(format!("there is no member {name}")));
            }
            if members[..index].iter().any(|(before, _)| before == name) {
                return Err(Refusal::bad_request(format!(
                    "the member {name} stands twice"
                )));
            }
        }
        Ok(Self { members })
    }

    fn member(&self, name: &str) -> Option<&'v Json> {
        self.members
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }

    pub fn required<T>(
        &self,
        name: &str,
        read: impl FnOnce(&Json) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let value = self
            .member(name)
            .ok_or_else(|| Refusal::bad_request(format!("the member {name} is missing")))?;
        read(value).map_err(|refusal| refusal.inside(name))
    }

    pub fn optional<T>(
        &self,
        name: &str,
        read: impl FnOnce(&Json) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        self.member(name)
            .map(read)
            .transpose()
            .map_err(|refusal| refusal.inside(name))
    }

    /// A constant, which may be left out.
    pub fn constant(&self, name: &str, expected: &Json) -> Result<(), Refusal> {
        match self.member(name) {
            Some(value) if value != expected => {
                Err(Refusal::of_value(ErrorKind::BadConstant).inside(name))
            }
            _ => Ok(()),
        }
    }

    /// Reserved bytes, which may be left out.
    pub fn reserved(&self, name: &str, size: usize) -> Result<(), Refusal> {
        match self.optional(name, bytes)? {
            Some(given) if given != vec![0; size] => {
                Err(Refusal::of_value(ErrorKind::NonCanonical).inside(name))
            }
            _ => Ok(()),
        }
    }

    /// What an open structure does not know.
    pub fn unknown(
        &self,
        read: impl FnOnce(&Json) -> Result<Vec<u8>, Refusal>,
    ) -> Result<Unknown<'static>, Refusal> {
        let given = self.optional("$unknown", read)?;
        Ok(given.map_or(Unknown::NONE, Unknown::new))
    }
}

/// A union's case, and its value.
pub fn case(value: &Json) -> Result<(&str, &Json), Refusal> {
    const EMPTY: &Json = &Json::Object(Vec::new());
    let object = Object::of(value, &["case", "value"])?;
    match object.member("case") {
        Some(Json::Text(name)) => Ok((name, object.member("value").unwrap_or(EMPTY))),
        _ => Err(Refusal::bad_request("case must be a text")),
    }
}

/// The value of a case without content.
pub fn unit(value: &Json) -> Result<(), Refusal> {
    Object::of(value, &[]).map(|_| ())
}

pub fn unknown_variant<T>() -> Result<T, Refusal> {
    Err(Refusal::of_value(ErrorKind::UnknownVariant))
}

pub fn string(value: &Json) -> Result<String, Refusal> {
    match value {
        Json::Text(text) => Ok(text.clone()),
        Json::BrokenText => Err(Refusal::of_value(ErrorKind::InvalidUtf8)),
        _ => Err(Refusal::bad_request("a text is needed")),
    }
}

/// The members' text that an open structure keeps in JSON.
pub fn members(value: &Json) -> Result<Vec<u8>, Refusal> {
    string(value).map(String::into_bytes)
}

/// What an open structure keeps that stands in messages of both kinds: the text of members begins with a quote, which hex does not have.
pub fn bytes_or_members(value: &Json) -> Result<Vec<u8>, Refusal> {
    bytes(value).or_else(|_| members(value))
}

pub fn bytes(value: &Json) -> Result<Vec<u8>, Refusal> {
    const FAULT: &str = "bytes are needed, in lower-case hex";
    let Json::Text(text) = value else {
        return Err(Refusal::bad_request(FAULT));
    };
    let digit = |character: u8| match character {
        b'0'..=b'9' => Some(character - b'0'),
        b'a'..=b'f' => Some(character - b'a' + 10),
        _ => None,
    };
    let (pairs, []) = text.as_bytes().as_chunks() else {
        return Err(Refusal::bad_request(FAULT));
    };
    let decoded: Option<Vec<u8>> = pairs
        .iter()
        .map(|&[high, low]| Some(digit(high)? << 4 | digit(low)?))
        .collect();
    decoded.ok_or_else(|| Refusal::bad_request(FAULT))
}

pub fn fixed_bytes<const N: usize>(value: &Json) -> Result<[u8; N], Refusal> {
    sized(bytes(value)?)
}

fn array<const N: usize, T>(
    value: &Json,
    element: impl Fn(&Json) -> Result<T, Refusal>,
) -> Result<[T; N], Refusal> {
    if let Json::Array(elements) = value {
        wrong_size(elements.len(), N)?;
    }
    sized(list(value, element)?)
}

fn sized<const N: usize, T>(elements: Vec<T>) -> Result<[T; N], Refusal> {
    wrong_size(elements.len(), N)?;
    elements
        .try_into()
        .map_err(|_| Refusal::bad_request("the elements have been counted"))
}

fn wrong_size(size: usize, expected: usize) -> Result<(), Refusal> {
    match size.cmp(&expected) {
        std::cmp::Ordering::Less => Err(Refusal::of_value(ErrorKind::OutOfRange)),
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Greater => Err(Refusal::of_value(ErrorKind::TooLong)),
    }
}

/// Of a function for elements, the one for arrays of them; likewise below.
pub fn array_of<const N: usize, T>(
    element: impl Fn(&Json) -> Result<T, Refusal>,
) -> impl Fn(&Json) -> Result<[T; N], Refusal> {
    move |value| array(value, &element)
}

pub fn list_of<T>(
    element: impl Fn(&Json) -> Result<T, Refusal>,
) -> impl Fn(&Json) -> Result<Vec<T>, Refusal> {
    move |value| list(value, &element)
}

pub fn map_of<K: Ord, V>(
    key: impl Fn(&Json) -> Result<K, Refusal>,
    entry: impl Fn(&Json) -> Result<V, Refusal>,
) -> impl Fn(&Json) -> Result<BTreeMap<K, V>, Refusal> {
    move |value| map(value, &key, &entry)
}

pub fn nullable_of<T>(
    read: impl Fn(&Json) -> Result<T, Refusal>,
) -> impl Fn(&Json) -> Result<Option<T>, Refusal> {
    move |value| nullable(value, &read)
}

pub fn list<T>(
    value: &Json,
    element: impl Fn(&Json) -> Result<T, Refusal>,
) -> Result<Vec<T>, Refusal> {
    let Json::Array(elements) = value else {
        return Err(Refusal::bad_request("an array is needed"));
    };
    elements
        .iter()
        .enumerate()
        .map(|(index, value)| element(value).map_err(|refusal| refusal.element(index)))
        .collect()
}

/// Positions in paths are those after sorting.
pub fn map<K: Ord, V>(
    value: &Json,
    key: impl Fn(&Json) -> Result<K, Refusal>,
    entry: impl Fn(&Json) -> Result<V, Refusal>,
) -> Result<BTreeMap<K, V>, Refusal> {
    let Json::Array(pairs) = value else {
        return Err(Refusal::bad_request("an array is needed"));
    };
    let mut entries = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        let Json::Array(pair) = pair else {
            return Err(Refusal::bad_request("a key and a value are needed").element(index));
        };
        let [name, content] = &pair[..] else {
            return Err(Refusal::bad_request("a key and a value are needed").element(index));
        };
        let name = key(name).map_err(|refusal| refusal.inside("key").element(index))?;
        entries.push((name, content));
    }
    entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    if let Some(index) = entries.windows(2).position(|pair| pair[0].0 == pair[1].0) {
        return Err(Refusal::of_value(ErrorKind::DuplicateKey)
            .inside("key")
            .element(index + 1));
    }
    let with_values = entries
        .into_iter()
        .enumerate()
        .map(|(index, (key, value))| {
            let value = entry(value).map_err(|refusal| refusal.inside("value").element(index))?;
            Ok((key, value))
        });
    with_values.collect()
}

pub fn nullable<T>(
    value: &Json,
    read: impl FnOnce(&Json) -> Result<T, Refusal>,
) -> Result<Option<T>, Refusal> {
    if *value == Json::Null {
        Ok(None)
    } else {
        read(value).map(Some)
    }
}

/// The text of a value, if it is one.
pub fn name(value: &Json) -> Option<&str> {
    match value {
        Json::Text(name) => Some(name),
        _ => None,
    }
}

/// A variant by its number; `from` knows which numbers there are.
pub fn numbered<N: Neutral, T>(value: &Json, from: impl Fn(N) -> Option<T>) -> Result<T, Refusal> {
    let number = N::from_neutral(value).map_err(|refusal| match value {
        Json::Text(_) if refusal.kind == Refusal::BAD_REQUEST => {
            Refusal::of_value(ErrorKind::UnknownVariant)
        }
        _ => refusal,
    })?;
    from(number).ok_or_else(|| Refusal::of_value(ErrorKind::UnknownVariant))
}

/// The names of a set of flags, none of them twice.
pub fn flag_names(value: &Json) -> Result<Vec<&str>, Refusal> {
    let Json::Array(elements) = value else {
        return Err(Refusal::bad_request("an array of names is needed"));
    };
    let mut names = Vec::new();
    for element in elements {
        match name(element) {
            Some(name) if !names.contains(&name) => names.push(name),
            Some(_) => return Err(Refusal::bad_request("a flag stands twice")),
            None => return unknown_flag(),
        }
    }
    Ok(names)
}

pub fn unknown_flag<T>() -> Result<T, Refusal> {
    Err(Refusal::of_value(ErrorKind::UnknownFlag))
}
