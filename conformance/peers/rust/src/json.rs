//! JSON as requests have it, white space and all.
//!
//! Written here because requests must be able to say what common parsers refuse or lose: text with half a surrogate pair, and integers of any size.

/// A value of a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    /// As it is spelt.
    Number(String),
    Text(String),
    /// Text that no UTF-8 can say: it has half a surrogate pair.
    BrokenText,
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A member of an object.
    pub fn member(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }
}

/// What is wrong with a text.
#[derive(Debug)]
pub struct Fault(pub &'static str);

/// Deeper than any value that an encoder takes, and shallow enough for the stack.
const DEEPEST: usize = 1000;

/// The one value that is the whole of `text`.
pub fn parse(text: &str) -> Result<Json, Fault> {
    let mut parser = Parser { rest: text };
    let value = parser.value(0)?;
    parser.space();
    if parser.rest.is_empty() {
        Ok(value)
    } else {
        Err(Fault("something follows the value"))
    }
}

struct Parser<'t> {
    rest: &'t str,
}

impl Parser<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
    }

    /// Steps over white space and then `token`, if that follows.
    fn eat(&mut self, token: &str) -> bool {
        self.space();
        let found = self.rest.strip_prefix(token);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    fn value(&mut self, depth: usize) -> Result<Json, Fault> {
        if depth > DEEPEST {
            return Err(Fault("the value is nested too deep"));
        }
        if self.eat("{") {
            return self.object(depth);
        }
        if self.eat("[") {
            return self.array(depth);
        }
        if self.eat("\"") {
            return self.text();
        }
        for (word, value) in [
            ("null", Json::Null),
            ("true", Json::Bool(true)),
            ("false", Json::Bool(false)),
        ] {
            if self.eat(word) {
                return Ok(value);
            }
        }
        self.number()
    }

    fn object(&mut self, depth: usize) -> Result<Json, Fault> {
        let mut members = Vec::new();
        if self.eat("}") {
            return Ok(Json::Object(members));
        }
        loop {
            if !self.eat("\"") {
                return Err(Fault("a member has no name"));
            }
            let Json::Text(name) = self.text()? else {
                return Err(Fault("a member's name is not Unicode"));
            };
            if !self.eat(":") {
                return Err(Fault("a colon is missing"));
            }
            members.push((name, self.value(depth + 1)?));
            if self.eat("}") {
                return Ok(Json::Object(members));
            }
            if !self.eat(",") {
                return Err(Fault("an object does not end"));
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Json, Fault> {
        let mut elements = Vec::new();
        if self.eat("]") {
            return Ok(Json::Array(elements));
        }
        loop {
            elements.push(self.value(depth + 1)?);
            if self.eat("]") {
                return Ok(Json::Array(elements));
            }
            if !self.eat(",") {
                return Err(Fault("an array does not end"));
            }
        }
    }

    fn number(&mut self) -> Result<Json, Fault> {
        let end = self
            .rest
            .find(|character: char| !matches!(character, '0'..='9' | '+' | '-' | '.' | 'e' | 'E'))
            .unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at(end);
        if !is_number(number) {
            return Err(Fault("a value is missing"));
        }
        self.rest = rest;
        Ok(Json::Number(number.to_owned()))
    }

    /// What follows an opening quote.
    fn text(&mut self) -> Result<Json, Fault> {
        let mut text = String::new();
        let mut broken = false;
        loop {
            let end = self
                .rest
                .find(['"', '\\'])
                .ok_or(Fault("a text does not end"))?;
            let (plain, rest) = self.rest.split_at(end);
            if plain.bytes().any(|byte| byte < 0x20) {
                return Err(Fault("a text has a control character"));
            }
            text.push_str(plain);
            if let Some(rest) = rest.strip_prefix('"') {
                self.rest = rest;
                return Ok(if broken {
                    Json::BrokenText
                } else {
                    Json::Text(text)
                });
            }
            self.rest = &rest[1..];
            match self.escape()? {
                Some(character) => text.push(character),
                None => broken = true,
            }
        }
    }

    /// What follows a backslash. None: half a surrogate pair.
    fn escape(&mut self) -> Result<Option<char>, Fault> {
        let mut characters = self.rest.chars();
        let kind = characters.next().ok_or(Fault("an escape does not end"))?;
        self.rest = characters.as_str();
        let character = match kind {
            '"' | '\\' | '/' => kind,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.unicode(),
            _ => return Err(Fault("an escape is unknown")),
        };
        Ok(Some(character))
    }

    fn unicode(&mut self) -> Result<Option<char>, Fault> {
        let first = self.hex4()?;
        let (0xd800..0xdc00, Some(after)) = (first, self.rest.strip_prefix("\\u")) else {
            return Ok(char::from_u32(first));
        };
        let mut ahead = Parser { rest: after };
        let second = ahead.hex4()?;
        if !(0xdc00..0xe000).contains(&second) {
            return Ok(None);
        }
        self.rest = ahead.rest;
        Ok(char::from_u32(
            0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00),
        ))
    }

    fn hex4(&mut self) -> Result<u32, Fault> {
        const FAULT: Fault = Fault("a \\u escape needs four hex digits");
        let (digits, rest) = self.rest.split_at_checked(4).ok_or(FAULT)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(FAULT);
        }
        self.rest = rest;
        u32::from_str_radix(digits, 16).map_err(|_| FAULT)
    }
}

/// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
pub fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (
            mantissa,
            Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)),
        ),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let plain = digits(whole) && (whole == "0" || !whole.starts_with('0'));
    plain && fraction.is_none_or(digits) && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests {
    use super::{Json, is_number, parse};

    #[test]
    fn reads_what_requests_have() {
        let value = parse(
            " { \"a\" : [ 1 , -2.5e+3 , true , null ] , \"b\" : \"x\\u00e9\\ud83d\\ude00\\/\" } ",
        )
        .expect("it is JSON");
        let numbers = [
            Json::Number("1".into()),
            Json::Number("-2.5e+3".into()),
            Json::Bool(true),
            Json::Null,
        ];
        assert_eq!(value.member("a"), Some(&Json::Array(numbers.to_vec())));
        assert_eq!(
            value.member("b"),
            Some(&Json::Text("x\u{e9}\u{1f600}/".into()))
        );
        for broken in [
            "\"\\ud800\"",
            "\"\\ud800x\"",
            "\"\\udc00\"",
            "\"\\ud800\\u0041\"",
        ] {
            assert_eq!(
                parse(broken).expect("it is JSON"),
                Json::BrokenText,
                "{broken}"
            );
        }
    }

    #[test]
    fn refuses_what_is_not_json() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\"}",
            "{\"a\":1,}",
            "01",
            "1.",
            "\"",
            "\"\\x\"",
            "\"\\u12\"",
            "tru",
            "1 2",
            "\"\u{1}\"",
            "-",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(!is_number("+1"));
    }
}
