"""Any value of any message comes back as it was, in its one form, also through neutral JSON."""

from __future__ import annotations

import json

import pytest
from conftest import EXAMPLES, SEED
from generated import ROOTS, EncodeError
from hypothesis import HealthCheck, assume, given, seed, settings
from hypothesis import strategies as st
from neutral import from_neutral, to_neutral
from shapes import Ref
from strategies import values

# What a combination of fields may run into: an optional field behind an absent one, and a limit of the whole message.
LIMITS_OF_COMBINATIONS = ("missing_field", "too_long")


@pytest.mark.parametrize("message", sorted(ROOTS))
def test_round_trip(message: str) -> None:
    """Equal values, equal bytes."""
    root = ROOTS[message]

    @seed(SEED)
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        value = data.draw(values(message, root.is_json))
        try:
            encoded = value.encode()
        except EncodeError as error:
            assume(error.kind not in LIMITS_OF_COMBINATIONS)
            raise
        decoded = root.cls.decode(encoded)
        assert decoded == value
        assert decoded.encode() == encoded
        neutral = json.loads(json.dumps(to_neutral(Ref(message), decoded, root.is_json)))
        assert from_neutral(Ref(message), neutral, root.is_json) == value

    check()
