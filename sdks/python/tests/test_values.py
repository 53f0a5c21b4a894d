"""Durations, free JSON, addresses, flags, patterns."""

from __future__ import annotations

import enum
from datetime import timedelta

import pytest

from meshwright import Duration, JsonText, SocketAddress
from meshwright.codec.flags import flag_sets
from meshwright.codec.patterns import compile_pattern


def test_durations() -> None:
    """Exact to the nanosecond, to and from what the standard library has."""
    assert Duration.from_timedelta(timedelta(days=1, microseconds=5)) == Duration(86_400, 5_000)
    assert Duration(1, 1_999).to_timedelta() == timedelta(seconds=1, microseconds=1)
    assert Duration(1) < Duration(1, 1)
    with pytest.raises(ValueError, match="never negative"):
        Duration.from_timedelta(timedelta(seconds=-1))


def test_free_json() -> None:
    """Text that can be read as JSON."""
    text = JsonText.dumps({"b": [1, 2.5, None], "ä": "\n\x01"})
    assert text == '{"b":[1,2.5,null],"ä":"\\n\\u0001"}'
    assert text.loads() == {"b": [1, 2.5, None], "ä": "\n\x01"}
    with pytest.raises(ValueError, match="not JSON compliant"):
        JsonText.dumps(float("nan"))


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("1.2.3.4:80", None),
        ("0.0.0.0:0", None),
        ("[::]:1", None),
        ("[::1]:65535", None),
        ("[2001:db8::1:0:0:1]:80", None),
        ("[2001:db8:0:1:1:1:1:1]:80", None),
        ("[::ffff:1.2.3.4]:80", None),
        ("[1:0:0:2::]:80", "[1:0:0:2::]:80"),
        ("[2001:DB8::1]:080", "[2001:db8::1]:80"),
        ("[1::0:0:0:5]:80", "[1::5]:80"),
        ("[0:0:1:0:0:0:0:0]:80", "[0:0:1::]:80"),
        ("[::ffff:102:304]:80", "[::ffff:1.2.3.4]:80"),
        ("[1:2:3:4:5:6:7::]:80", "[1:2:3:4:5:6:7:0]:80"),
        ("01.2.3.004:80", "1.2.3.4:80"),
    ],
)
def test_addresses(text: str, canonical: str | None) -> None:
    """Any spelling is read; one is written."""
    assert str(SocketAddress.parse(text)) == (canonical or text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.2.3.4",
        "1.2.3:80",
        "1.2.3.256:80",
        "1.2.3.4:65536",
        "1.2.3.4:",
        "1.2.3.4:+1",
        "::1:80",
        "[::1]",
        "[1:2]:80",
        "[1::2::3]:80",
        "[:::]:1",
    ]
    + [
        "[fe80::1%eth0]:1",
        "[1:2:3:4:5:6:7:8:9]:80",
        "[12345::]:80",
        "[::1.2.3.4.5]:80",
        "[1.2.3.4::]:1",
        "١.2.3.4:80",
        "1.2.3.4:٨",
    ],
)
def test_no_addresses(text: str) -> None:
    """Also digits of other scripts are none."""
    with pytest.raises(ValueError, match="not an IP address"):
        SocketAddress.parse(text)


class Colour(enum.IntFlag):
    """Some flags."""

    RED = 1
    BLUE = 4


def test_flag_sets_are_not_kept_forever() -> None:
    """Combinations behave like the class's own, but the class does not remember them."""
    flag_set = flag_sets(Colour)
    both = flag_set(5)
    assert 5 not in Colour._value2member_map_
    assert (both, both.value, both.name, hash(both), both & Colour.RED) == (5, 5, "RED|BLUE", hash(5), Colour.RED)
    assert [flag for flag in Colour if flag in both] == [Colour.RED, Colour.BLUE]
    assert flag_set(0) == Colour(0)


def test_patterns() -> None:
    """`(ab)*`, as the generator compiles it."""
    classes = bytes(1 if byte == ord("a") else 2 if byte == ord("b") else 0 for byte in range(256))
    pattern = compile_pattern("(ab)*", classes, [[-1, 1, -1], [-1, -1, 0]], [0])
    assert [pattern.matches(text) for text in (b"", b"ab", b"abab", b"a", b"aba", b"ba", b"ab\n", b"\xff")] == [
        True
    ] * 3 + [False] * 5
