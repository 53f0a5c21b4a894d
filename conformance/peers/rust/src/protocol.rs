//! Requests and answers.

use crate::generated::{self, SPEC_HASH, TYPES};
use crate::json::{self, Json};
use crate::neutral::{Refusal, Text, bytes};

/// The answer to one line.
pub fn answer(line: &[u8]) -> String {
    let request = std::str::from_utf8(line)
        .map_err(|_| Refusal::bad_request("the line is not UTF-8"))
        .and_then(|text| json::parse(text.trim()).map_err(|fault| Refusal::bad_request(fault.0)));
    let (id, result) = match &request {
        Ok(request) => (id_of(request), handle(request)),
        Err(refusal) => (None, Err(refusal.clone())),
    };
    let mut out = Text::default();
    out.open('{');
    out.key("id");
    out.raw(id.unwrap_or("null"));
    match result {
        Ok(ok) => {
            out.key("ok");
            out.raw(&ok);
        }
        Err(refusal) => error(&refusal, &mut out),
    }
    out.close('}');
    out.into_string()
}

/// The number that names a request, as it is spelt.
fn id_of(request: &Json) -> Option<&str> {
    match request.member("id") {
        Some(Json::Number(number)) => Some(number),
        _ => None,
    }
}

fn error(refusal: &Refusal, out: &mut Text) {
    out.key("error");
    out.open('{');
    out.key("kind");
    out.string(refusal.kind);
    out.key("message");
    out.string(&refusal.message);
    if let Some(offset) = refusal.offset {
        out.key("offset");
        out.raw(&offset.to_string());
    }
    if refusal.kind != Refusal::BAD_REQUEST {
        out.key("path");
        out.string(&refusal.path);
    }
    out.close('}');
}

/// The `ok` of an answer, as JSON.
fn handle(request: &Json) -> Result<String, Refusal> {
    if !matches!(request, Json::Object(_)) {
        return Err(Refusal::bad_request("a request is an object"));
    }
    if id_of(request).is_none() {
        return Err(Refusal::bad_request(
            "a request has an id, which is a number",
        ));
    }
    match text(request, "op")? {
        "hello" => Ok(hello()),
        "encode" => {
            let value = request
                .member("value")
                .ok_or_else(|| Refusal::bad_request("the request has no value"))?;
            let encoded = generated::encode(text(request, "type")?, value)?;
            Ok(object("bytes", |out| out.hex(&encoded)))
        }
        "decode" => {
            let input = bytes(request.member("bytes").unwrap_or(&Json::Null))?;
            let value = generated::decode(text(request, "type")?, &input)?;
            Ok(object("value", |out| out.raw(&value)))
        }
        op => Err(Refusal::bad_request(format!("{op} is not supported yet"))),
    }
}

fn text<'r>(request: &'r Json, name: &str) -> Result<&'r str, Refusal> {
    match request.member(name) {
        Some(Json::Text(text)) => Ok(text),
        _ => Err(Refusal::bad_request(format!("{name} must be a text"))),
    }
}

fn object(name: &str, value: impl FnOnce(&mut Text)) -> String {
    let mut out = Text::default();
    out.open('{');
    out.key(name);
    value(&mut out);
    out.close('}');
    out.into_string()
}

fn hello() -> String {
    let mut out = Text::default();
    out.open('{');
    for (name, value) in [
        ("language", "rust"),
        ("version", env!("CARGO_PKG_VERSION")),
        ("spec", SPEC_HASH),
    ] {
        out.key(name);
        out.string(value);
    }
    for (name, list) in [("features", &["codec"][..]), ("types", TYPES)] {
        out.key(name);
        out.open('[');
        for item in list {
            out.separate();
            out.string(item);
        }
        out.close(']');
    }
    out.close('}');
    out.into_string()
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn survives_anything() {
        for line in [
            "",
            " ",
            "null",
            "[]",
            "{}",
            "{",
            "{\"id\":1",
            "\u{7f}",
            "{\"id\":1}x",
            "{\"id\":\"1\",\"op\":\"hello\"}",
            "{\"id\":1,\"op\":\"encode\"}",
            "{\"id\":1,\"op\":\"encode\",\"type\":\"no.Such\",\"value\":{}}",
            "{\"id\":1,\"op\":\"decode\",\"type\":\"no.Such\",\"bytes\":\"00\"}",
            "{\"id\":1,\"op\":\"decode\",\"type\":\"no.Such\",\"bytes\":\"0\"}",
            "{\"id\":1,\"op\":\"invoke\"}",
        ] {
            assert!(
                answer(line.as_bytes()).contains("\"kind\":\"bad_request\""),
                "{line}"
            );
        }
        assert!(answer(&[0xff]).starts_with("{\"id\":null,"));
        let deep = format!("{{\"id\":1,\"op\":{}", "[".repeat(1_000_000));
        assert!(answer(deep.as_bytes()).contains("bad_request"));
    }

    #[test]
    fn says_hello() {
        let hello = answer(b"{\"id\": 7, \"op\": \"hello\"}\r\n");
        assert!(
            hello.starts_with("{\"id\":7,\"ok\":{\"language\":\"rust\","),
            "{hello}"
        );
    }
}
