//! Every message behind one set of functions, and runs with a fixed seed.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::path::Path;

use arbitrary::{Arbitrary, Unstructured};
use meshwright::{DecodeError, EncodeError, ErrorKind};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::value::RawValue;

/// A message, with its type left out.
pub struct Message {
    /// The type's id.
    pub name: &'static str,
    /// Makes a value of bytes, encodes and decodes it. False: the value breaks a bound that only its encoding knows.
    pub round_trip: fn(&[u8]) -> Result<bool, TestCaseError>,
    /// Makes a value of bytes and encodes it.
    pub encoding: fn(&[u8]) -> Option<Vec<u8>>,
    /// Decodes an input and encodes what it says.
    pub again: fn(&[u8]) -> Result<Vec<u8>, DecodeError>,
}

macro_rules! table {
    ($($name:literal => $type:path,)*) => {
        pub fn messages() -> &'static [Message] {
            &[$({
                Message {
                    name: $name,
                    round_trip: |bytes| {
                        let Ok(value) = <$type>::arbitrary(&mut Unstructured::new(bytes)) else {
                            return Ok(false);
                        };
                        let Some(encoded) = written(value.encode())? else {
                            return Ok(false);
                        };
                        let decoded = <$type>::decode(&encoded)?;
                        same(&decoded, &value)?;
                        prop_assert_eq!(decoded.encode(), Ok(encoded));
                        Ok(true)
                    },
                    encoding: |bytes| <$type>::arbitrary(&mut Unstructured::new(bytes)).ok()?.encode().ok(),
                    again: |input| {
                        let value = <$type>::decode(input)?;
                        Ok(value.encode().unwrap_or_else(|error| panic!("what was decoded cannot be encoded: {error}")))
                    },
                }
            }),*]
        }
    };
}

meshwright_wire::each_message!(table);

/// Bounds of windows and of whole messages, and depth, are not in a value's type.
fn written(result: Result<Vec<u8>, EncodeError>) -> Result<Option<Vec<u8>>, TestCaseError> {
    match result {
        Ok(encoded) => Ok(Some(encoded)),
        Err(error) => {
            let outside = matches!(
                error.kind(),
                ErrorKind::TooLong | ErrorKind::TooDeep | ErrorKind::OutOfRange
            );
            prop_assert!(outside, "{}", error);
            Ok(None)
        }
    }
}

/// Equal, unless there is a NaN inside, which is equal to nothing.
fn same<T: PartialEq + Debug>(decoded: &T, value: &T) -> Result<(), TestCaseError> {
    #[expect(clippy::eq_op, reason = "only a NaN differs from itself")]
    let has_nan = value != value;
    prop_assert!(
        has_nan || decoded == value,
        "{:?} became {:?}",
        value,
        decoded
    );
    Ok(())
}

/// Bytes to make values of.
pub fn entropy() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..1024)
}

pub fn last_name(id: &str) -> &str {
    id.rsplit('.').next().unwrap_or(id)
}

/// Checks a property of many values of a strategy.
pub fn run<S: Strategy>(
    name: &str,
    cases: u32,
    strategy: &S,
    mut test: impl FnMut(S::Value) -> Result<(), TestCaseError>,
) {
    let seed = seed();
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let test = std::cell::RefCell::new(&mut test);
    if let Err(error) = runner.run(strategy, |value| test.borrow_mut()(value)) {
        panic!("{name}, with MESHWRIGHT_SEED={seed}: {error}");
    }
}

fn seed() -> u64 {
    std::env::var("MESHWRIGHT_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(0)
}

/// Inputs that the conformance vectors call valid.
pub fn valid_vectors(id: &str) -> Vec<Vec<u8>> {
    let (module, name) = id.rsplit_once('.').unwrap_or(("", id));
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(format!("../../conformance/vectors/{module}/{name}.json"));
    let Ok(text) = std::fs::read_to_string(path) else {
        return Vec::new();
    };
    // Values stay unread: some hold text that is not Unicode, on purpose.
    let vectors: Vec<BTreeMap<&str, &RawValue>> =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("the vectors of {id}: {error}"));
    vectors
        .iter()
        .filter(|vector| vector["verdict"].get() == "\"valid\"")
        .filter_map(|vector| bytes(vector["bytes"].get().trim_matches('"')))
        .collect()
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let pairs = hex.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}
