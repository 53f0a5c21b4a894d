//! What arbitrary values are put together from. A function here gives a function that makes a value of the bytes that are left.

#![allow(dead_code, reason = "a spec uses what its types need")]

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::time::Duration;

use arbitrary::{Error, Result, Unstructured, unstructured::Int};
use meshwright_codec::{JsonValue, Pattern, Unknown};

/// How much larger than need be a list or text is made.
const SPREAD: usize = 12;

pub(crate) fn one<'a, T>(
    u: &mut Unstructured<'a>,
    make: impl Fn(&mut Unstructured<'a>) -> Result<T>,
) -> Result<T> {
    make(u)
}

/// A value if `present` says so.
pub(crate) fn when<'a, T>(
    u: &mut Unstructured<'a>,
    present: bool,
    make: impl Fn(&mut Unstructured<'a>) -> Result<T>,
) -> Result<Option<T>> {
    if present { make(u).map(Some) } else { Ok(None) }
}

pub(crate) fn optional<'a, T>(
    make: impl Fn(&mut Unstructured<'a>) -> Result<T>,
) -> impl Fn(&mut Unstructured<'a>) -> Result<Option<T>> {
    move |u| {
        let present = u.arbitrary()?;
        when(u, present, &make)
    }
}

pub(crate) fn between<T: Int>(min: T, max: T) -> impl Fn(&mut Unstructured<'_>) -> Result<T> {
    move |u| u.int_in_range(min..=max)
}

/// A member of an open enum with a number between bounds.
pub(crate) fn number<N: Int, T: From<N>>(
    min: N,
    max: N,
) -> impl Fn(&mut Unstructured<'_>) -> Result<T> {
    move |u| u.int_in_range(min..=max).map(T::from)
}

macro_rules! floats {
    ($($float:ident)*) => {$(
        /// A float between bounds; without them perhaps NaN or infinite, if those can be written.
        pub(crate) fn $float(
            min: Option<$float>,
            max: Option<$float>,
            special: bool,
        ) -> impl Fn(&mut Unstructured<'_>) -> Result<$float> {
            move |u| {
                let any: $float = u.arbitrary()?;
                let bounded = min.is_some() || max.is_some();
                if any.is_finite() || special && !bounded {
                    return Ok(any.max(min.unwrap_or(any)).min(max.unwrap_or(any.max(min.unwrap_or(any)))));
                }
                Ok(min.or(max).unwrap_or_default())
            }
        }
    )*};
}

floats! { f32 f64 }

fn size(u: &mut Unstructured<'_>, min: usize, max: usize) -> Result<usize> {
    u.int_in_range(min..=max.min(min + SPREAD))
}

/// Text of so many bytes.
pub(crate) fn text<'a>(
    min: usize,
    max: usize,
) -> impl Fn(&mut Unstructured<'a>) -> Result<Cow<'a, str>> {
    move |u| {
        let size = size(u, min, max)?;
        let mut text = String::new();
        while text.len() < size {
            let character: char = u.arbitrary()?;
            text.push(if text.len() + character.len_utf8() > size {
                'x'
            } else {
                character
            });
        }
        Ok(Cow::Owned(text))
    }
}

/// Text of so many bytes that matches a pattern: a walk through its states that goes home when it is long enough.
pub(crate) fn text_matching<'a>(
    min: usize,
    max: usize,
    pattern: &'static Pattern,
) -> impl Fn(&mut Unstructured<'a>) -> Result<Cow<'a, str>> {
    let distances = distances(pattern);
    move |u| {
        let aim = size(u, min, max)?;
        let mut text = String::new();
        let mut state = 1;
        while text.len() < aim || distances[state] != Some(0) {
            let mut steps: Vec<(char, usize)> = (0..128u8)
                .map(|byte| (char::from(byte), next(pattern, state, byte)))
                .filter(|(_, to)| distances[*to].is_some())
                .collect();
            if text.len() >= aim {
                steps.retain(|(_, to)| distances[*to] < distances[state]);
            }
            let Some(&(character, to)) =
                (!steps.is_empty()).then(|| u.choose(&steps)).transpose()?
            else {
                break;
            };
            text.push(character);
            state = to;
        }
        if text.len() > max || !pattern.matches(&text) {
            return Err(Error::IncorrectFormat);
        }
        Ok(Cow::Owned(text))
    }
}

fn next(pattern: &Pattern, state: usize, byte: u8) -> usize {
    let class = usize::from(pattern.classes[usize::from(byte)]);
    usize::from(pattern.transitions[state * pattern.class_count + class])
}

/// How many bytes it takes from each state to one where a text may end. None: there is no way.
fn distances(pattern: &Pattern) -> Vec<Option<usize>> {
    let mut distances: Vec<Option<usize>> = pattern
        .accepting
        .iter()
        .map(|accepting| accepting.then_some(0))
        .collect();
    let mut queue: VecDeque<usize> = (0..distances.len())
        .filter(|state| distances[*state] == Some(0))
        .collect();
    while let Some(to) = queue.pop_front() {
        for from in 1..distances.len() {
            if distances[from].is_none() && (0..128).any(|byte| next(pattern, from, byte) == to) {
                distances[from] = distances[to].map(|distance| distance + 1);
                queue.push_back(from);
            }
        }
    }
    distances
}

pub(crate) fn bytes<'a>(
    min: usize,
    max: usize,
) -> impl Fn(&mut Unstructured<'a>) -> Result<Cow<'a, [u8]>> {
    move |u| {
        let size = size(u, min, max)?;
        let mut bytes = vec![0; size];
        u.fill_buffer(&mut bytes)?;
        Ok(Cow::Owned(bytes))
    }
}

pub(crate) fn list<'a, T>(
    min: usize,
    max: usize,
    element: impl Fn(&mut Unstructured<'a>) -> Result<T>,
) -> impl Fn(&mut Unstructured<'a>) -> Result<Vec<T>> {
    move |u| {
        let size = size(u, min, max)?;
        (0..size).map(|_| element(u)).collect()
    }
}

pub(crate) fn array<'a, const N: usize, T>(
    element: impl Fn(&mut Unstructured<'a>) -> Result<T>,
) -> impl Fn(&mut Unstructured<'a>) -> Result<[T; N]> {
    move |u| {
        let elements = list(N, N, &element)(u)?;
        elements.try_into().map_err(|_| Error::IncorrectFormat)
    }
}

pub(crate) fn map<'a, K: Ord, V>(
    min: usize,
    max: usize,
    key: impl Fn(&mut Unstructured<'a>) -> Result<K>,
    value: impl Fn(&mut Unstructured<'a>) -> Result<V>,
) -> impl Fn(&mut Unstructured<'a>) -> Result<BTreeMap<K, V>> {
    move |u| {
        let size = size(u, min, max)?;
        (0..size).map(|_| Ok((key(u)?, value(u)?))).collect()
    }
}

pub(crate) fn duration(u: &mut Unstructured<'_>) -> Result<Duration> {
    Ok(Duration::new(
        u.arbitrary()?,
        u.int_in_range(0..=999_999_999)?,
    ))
}

pub(crate) fn socket_address(u: &mut Unstructured<'_>) -> Result<SocketAddr> {
    let port: u16 = u.arbitrary()?;
    if u.arbitrary()? {
        return Ok((u.arbitrary::<[u8; 4]>()?, port).into());
    }
    // Runs of zeros are what the text form shortens.
    let mut groups: [u16; 8] = u.arbitrary()?;
    for group in &mut groups {
        if u.arbitrary()? {
            *group = 0;
        }
    }
    Ok((groups, port).into())
}

/// Free JSON.
pub(crate) fn json<'a>(u: &mut Unstructured<'_>) -> Result<JsonValue<'a>> {
    let mut text = String::new();
    json_text(u, 4, &mut text)?;
    JsonValue::parse(text).map_err(|_| Error::IncorrectFormat)
}

fn json_text(u: &mut Unstructured<'_>, levels: u8, text: &mut String) -> Result<()> {
    let kinds = if levels == 0 { 4 } else { 6 };
    match u.int_in_range(0..=kinds)? {
        0 => text.push_str("null"),
        1 => text.push_str("true"),
        2 => text.push_str(&u.arbitrary::<i32>()?.to_string()),
        3 => text.push_str("1.50e+3"),
        4 => text.push_str("\"\\n\\u0001\u{e9}\""),
        5 => {
            text.push('[');
            for index in 0..size(u, 0, 3)? {
                text.push_str(if index == 0 { "" } else { "," });
                json_text(u, levels - 1, text)?;
            }
            text.push(']');
        }
        _ => {
            text.push('{');
            for index in 0..size(u, 0, 3)? {
                text.push_str(if index == 0 { "" } else { "," });
                text.push_str(&format!("\"m{index}\":"));
                json_text(u, levels - 1, text)?;
            }
            text.push('}');
        }
    }
    Ok(())
}

/// Bytes that an open structure does not know.
pub(crate) fn unknown_bytes<'a>(u: &mut Unstructured<'a>) -> Result<Unknown<'a>> {
    bytes(0, SPREAD)(u).map(Unknown::new)
}

/// Members that an open structure does not know.
pub(crate) fn unknown_members<'a>(u: &mut Unstructured<'a>) -> Result<Unknown<'a>> {
    let mut text = String::new();
    for index in 0..size(u, 0, 2)? {
        text.push_str(if index == 0 { "" } else { "," });
        text.push_str(&format!("\"unknown {index}\":"));
        json_text(u, 2, &mut text)?;
    }
    Ok(Unknown::new(text.into_bytes()))
}
