//! Answers while they are written.

use std::collections::BTreeMap;
use std::fmt::Write;

use sdk::Unknown;

/// JSON text; a comma goes in front of whatever is not the first of its kind.
#[derive(Debug, Default)]
pub struct Text(String, Kept);

/// What open structures keep: bytes, or members of a JSON object.
#[derive(Clone, Copy, Debug, Default)]
pub enum Kept {
    #[default]
    Bytes,
    Members,
}

impl Text {
    pub fn into_string(self) -> String {
        self.0
    }

    pub fn raw(&mut self, text: &str) {
        self.0.push_str(text);
    }

    pub fn open(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    pub fn separate(&mut self) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
    }

    pub fn key(&mut self, name: &str) {
        self.separate();
        self.string(name);
        self.0.push(':');
    }

    pub fn string(&mut self, text: &str) {
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => self.0.extend(['\\', character]),
                '\0'..' ' => self.display(format_args!("\\u{:04x}", u32::from(character))),
                _ => self.0.push(character),
            }
        }
        self.0.push('"');
    }

    pub fn hex(&mut self, bytes: &[u8]) {
        self.0.push('"');
        for byte in bytes {
            self.display(format_args!("{byte:02x}"));
        }
        self.0.push('"');
    }

    /// A number.
    pub fn display(&mut self, number: impl std::fmt::Display) {
        // Writing to a string does not fail.
        let _ = write!(self.0, "{number}");
    }

    /// Something in quotes that needs no escapes.
    pub fn quoted(&mut self, text: impl std::fmt::Display) {
        self.display(format_args!("\"{text}\""));
    }

    /// A member with its value.
    pub fn member<T: ?Sized>(&mut self, name: &str, value: &T, write: impl FnOnce(&T, &mut Self)) {
        self.key(name);
        write(value, self);
    }

    /// A member that may be left out.
    pub fn optional<T>(
        &mut self,
        name: &str,
        value: &Option<T>,
        write: impl FnOnce(&T, &mut Self),
    ) {
        if let Some(value) = value {
            self.member(name, value, write);
        }
    }

    pub fn list<T>(&mut self, elements: &[T], write: impl Fn(&T, &mut Self)) {
        self.open('[');
        for element in elements {
            self.separate();
            write(element, self);
        }
        self.close(']');
    }

    pub fn map<'m, K: 'm, V: 'm>(
        &mut self,
        entries: impl IntoIterator<Item = (&'m K, &'m V)>,
        key: impl Fn(&K, &mut Self),
        value: impl Fn(&V, &mut Self),
    ) {
        self.open('[');
        for (name, content) in entries {
            self.separate();
            self.open('[');
            key(name, self);
            self.raw(",");
            value(content, self);
            self.close(']');
        }
        self.close(']');
    }

    pub fn nullable<T>(&mut self, value: &Option<T>, write: impl FnOnce(&T, &mut Self)) {
        match value {
            Some(value) => write(value, self),
            None => self.raw("null"),
        }
    }

    /// A tagged union.
    pub fn case<T: ?Sized>(&mut self, name: &str, value: &T, write: impl FnOnce(&T, &mut Self)) {
        self.open('{');
        self.member("case", name, |name, out| out.string(name));
        self.member("value", value, write);
        self.close('}');
    }

    /// A set of flags: the names of those that are in it.
    pub fn flags(&mut self, flags: &[(&str, bool)]) {
        self.open('[');
        for (name, _) in flags.iter().filter(|(_, set)| *set) {
            self.separate();
            self.string(name);
        }
        self.close(']');
    }

    /// Goes into a message whose open structures keep this; the answer is what those around it keep.
    pub fn enter(&mut self, kept: Kept) -> Kept {
        std::mem::replace(&mut self.1, kept)
    }

    /// What an open structure keeps that stands in messages of both kinds.
    pub fn unknown(&mut self, unknown: &Unknown<'_>) {
        match self.1 {
            Kept::Bytes => self.unknown_bytes(unknown),
            Kept::Members => self.unknown_members(unknown),
        }
    }

    /// Bytes that an open structure keeps.
    pub fn unknown_bytes(&mut self, unknown: &Unknown<'_>) {
        if !unknown.is_empty() {
            self.member("$unknown", unknown.as_bytes(), |bytes, out| out.hex(bytes));
        }
    }

    /// Members that an open structure keeps in JSON.
    pub fn unknown_members(&mut self, unknown: &Unknown<'_>) {
        if !unknown.is_empty() {
            let text = String::from_utf8_lossy(unknown.as_bytes());
            self.member("$unknown", &*text, |text, out| out.string(text));
        }
    }

    /// A tagged union's case without content.
    pub fn unit_case(&mut self, name: &str) {
        self.case(name, &(), |(), out| out.raw("{}"));
    }
}

/// Fixed bytes.
pub fn hex<const N: usize>(value: &[u8; N], out: &mut Text) {
    out.hex(value);
}

/// Of a function for elements, the one for arrays of them; likewise below.
pub fn array_to<const N: usize, T>(write: impl Fn(&T, &mut Text)) -> impl Fn(&[T; N], &mut Text) {
    move |value, out| out.list(value, &write)
}

pub fn list_to<T>(write: impl Fn(&T, &mut Text)) -> impl Fn(&Vec<T>, &mut Text) {
    move |value, out| out.list(value, &write)
}

pub fn map_to<K, V>(
    key: impl Fn(&K, &mut Text),
    value: impl Fn(&V, &mut Text),
) -> impl Fn(&BTreeMap<K, V>, &mut Text) {
    move |entries, out| out.map(entries, &key, &value)
}

pub fn nullable_to<T>(write: impl Fn(&T, &mut Text)) -> impl Fn(&Option<T>, &mut Text) {
    move |value, out| out.nullable(value, &write)
}
