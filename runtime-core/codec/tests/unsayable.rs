//! What no vector of a message can say: values that neutral JSON has no word for, input with two faults, and shapes that the test spec has not.

use std::collections::BTreeMap;
use std::net::{SocketAddr, SocketAddrV6};

use meshwright_codec::{DecodeError, EncodeError, ErrorKind, Extent, JsonValue, Limit};
use meshwright_codec::{json, read, write};

fn refused<T: std::fmt::Debug>(result: Result<T, DecodeError>) -> (ErrorKind, usize) {
    let error = result.expect_err("it is refused");
    (error.kind(), error.offset())
}

fn refused_value(
    write: impl FnOnce(&mut write::Writer<'_>) -> Result<(), EncodeError>,
) -> (ErrorKind, String) {
    let error = write::message(&mut Vec::new(), write).expect_err("it is refused");
    (error.kind(), error.path().to_owned())
}

#[test]
fn an_address_with_a_scope_has_no_place_in_a_message() {
    let scoped = SocketAddr::V6(SocketAddrV6::new(1.into(), 80, 0, 2));
    let expected = (ErrorKind::OutOfRange, String::new());
    assert_eq!(
        refused_value(|w| write::socket_address(&scoped, w)),
        expected
    );
    assert_eq!(
        refused_value(|w| json::write::socket_address(&scoped, w)),
        expected
    );
}

#[test]
fn a_json_value_is_one_value() {
    assert_eq!(
        refused(JsonValue::parse("1 ")),
        (ErrorKind::TrailingBytes, 1)
    );
    assert_eq!(
        refused(JsonValue::parse("{}{}")),
        (ErrorKind::TrailingBytes, 2)
    );
}

#[test]
fn levels_of_json_and_of_what_contains_itself_are_counted_together() {
    let free = JsonValue::parse(format!("{}{}", "[".repeat(63), "]".repeat(63))).expect("it is");
    write::message(&mut Vec::new(), |w| {
        write::nested(&free, w, json::write::value)
    })
    .expect("64 levels are allowed");
    let deeper = refused_value(|w| {
        write::nested(&free, w, |value, w| {
            write::nested(value, w, json::write::value)
        })
    });
    assert_eq!(deeper, (ErrorKind::TooDeep, String::new()));
}

#[test]
fn what_is_too_long_is_so_before_what_follows_is_wrong() {
    let two = json::read::message(br#"{"a":true,x"#, |j| {
        json::read::map(
            j,
            Limit::new(0, 1),
            |key, _| Ok(key.into_owned()),
            json::read::bool,
        )
    });
    assert_eq!(refused(two), (ErrorKind::TooLong, 0));
    let rest = read::message(&[1, 0, 7], |r| {
        read::list(r, Extent::rest(0, 2), 1, read::bool)
    });
    assert_eq!(refused(rest), (ErrorKind::TooLong, 0));
    let bounded = json::read::bounded_message(b"nothing", 6, json::read::bool);
    assert_eq!(refused(bounded).0, ErrorKind::TooLong);
}

#[test]
fn a_constant_that_is_no_hex_is_refused_as_such() {
    let constant = |text: &'static str| {
        json::read::message(text.as_bytes(), |j| json::read::constant_hex(j, "\"0a\""))
    };
    assert_eq!(constant("\"0a\""), Ok(()));
    assert_eq!(refused(constant("\"0b\"")), (ErrorKind::BadConstant, 0));
    assert_eq!(refused(constant("\"0x\"")).0, ErrorKind::Malformed);
}

#[test]
fn what_is_refused_inside_collections_is_refused() {
    let seven = |_: &u8, _: &mut write::Writer<'_>| {
        Err(EncodeError::new(ErrorKind::OutOfRange, format_args!("no")))
    };
    let map = BTreeMap::from([(1, 2)]);
    let any_key = |_: &u8, _: &mut write::Writer<'_>| Ok(());
    assert_eq!(
        refused_value(|w| json::write::map(&map, w, Limit::ANY, any_key, seven)),
        (ErrorKind::OutOfRange, "[0].value".to_owned())
    );
    let run = |w: &mut write::Writer<'_>| {
        write::run(&[7u8], w, |elements: &[u8; 1], run: &mut [u8; 1]| {
            write::array_at(elements, run, |_, _: &mut [u8; 1]| {
                Err(EncodeError::new(ErrorKind::OutOfRange, format_args!("no")))
            })
        })
    };
    assert_eq!(
        refused_value(run),
        (ErrorKind::OutOfRange, "[0]".to_owned())
    );
    let runs = |w: &mut write::Writer<'_>| {
        write::list_of_runs(&[7u8], w, Extent::u8(2, 9), |_, _: &mut [u8; 1]| Ok(()))
    };
    assert_eq!(refused_value(runs).0, ErrorKind::OutOfRange);
}
