"""The tokens of JSON text.

Positions count characters of ``text``; whoever holds the bytes turns them into byte offsets when something is refused.
Every reader takes the position of a token and gives the one after it.
"""

from __future__ import annotations

import re

from .. import refusals as refuse
from ..errors import DecodeError

_WHITE_SPACE = " \t\r\n"
_PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
_NUMBER_RUN = re.compile(r"[-0-9][-+.eE0-9]*")
_HEX = re.compile(r"[0-9a-fA-F]*")
_SHORT_ESCAPES = {'"': '"', "\\": "\\", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_HAVE_SHORT_ESCAPE = frozenset(map(ord, _SHORT_ESCAPES.values()))
_HIGH, _LOW, _AFTER = 0xD800, 0xDC00, 0xE000


def unexpected(text: str, at: int, path: str) -> DecodeError:
    """The refusal of whatever stands at ``at``, where something else was expected."""
    if at >= len(text):
        return DecodeError("truncated", len(text), path, "ends where more is expected")
    if text[at] in _WHITE_SPACE:
        return refuse.non_canonical(at, path, "has white space before it")
    return refuse.malformed(at, path, f"is not what stands here: {text[at : at + 8]!r}")


def expect(text: str, at: int, mark: str, path: str) -> int:
    """Passes a punctuation mark."""
    if not text.startswith(mark, at):
        raise unexpected(text, at, path)
    return at + 1


def word(text: str, at: int, expected: str, path: str) -> int:
    """Passes ``true``, ``false`` or ``null``."""
    if text.startswith(expected, at):
        return at + len(expected)
    rest = text[at : at + len(expected)]
    if rest and expected.startswith(rest):
        raise DecodeError("truncated", at, path, f'ends inside "{expected}"')
    raise unexpected(text, at, path)


def boolean(text: str, at: int, path: str) -> tuple[bool, int]:
    """``true`` or ``false``."""
    if text.startswith("f", at):
        return False, word(text, at, "false", path)
    return True, word(text, at, "true", path)


def number(text: str, at: int, path: str) -> tuple[str, int]:
    """The longest run of characters that numbers are made of."""
    run = _NUMBER_RUN.match(text, at)
    if run is None:
        raise unexpected(text, at, path)
    if run.end() == len(text):
        raise DecodeError("truncated", at, path, "ends inside a number")
    return run[0], run.end()


def string(text: str, at: int, path: str) -> tuple[str, int]:
    """What a canonically spelt string says."""
    if text.startswith('"', at):
        stop = text.find('"', at + 1)
        value = text[at + 1 : stop]
        # Printable text holds no control characters, so only a backslash could make it mean something else.
        if stop > 0 and value.isprintable() and "\\" not in value:
            return value, stop + 1
    value, stop, canonical = _scan_string(text, at, path)
    if not canonical:
        raise refuse.non_canonical(at, path, "has an escape that is not the canonical one")
    return value, stop


def any_string(text: str, at: int, path: str) -> tuple[str, int, bool]:
    """What a string says, where it ends, and whether it is spelt canonically.

    For strings whose content can be malformed, which goes before a bad escape.
    """
    if text.startswith('"', at):
        stop = text.find('"', at + 1)
        value = text[at + 1 : stop]
        if stop > 0 and value.isalnum():
            return value, stop + 1, True
    return _scan_string(text, at, path)


def _scan_string(text: str, at: int, path: str) -> tuple[str, int, bool]:
    if not text.startswith('"', at):
        raise unexpected(text, at, path)
    parts: list[str] = []
    canonical = True
    here = at + 1
    while True:
        plain = _PLAIN.match(text, here)
        assert plain is not None  # it matches the empty string
        parts.append(plain[0])
        here = plain.end()
        if here >= len(text):
            raise _unfinished(at, path)
        if text[here] == '"':
            return "".join(parts), here + 1, canonical
        if text[here] != "\\":
            raise refuse.malformed(at, path, "has a control character that is not escaped")
        character, here, as_it_should = _escape(text, here, at, path)
        parts.append(character)
        canonical = canonical and as_it_should


def _unfinished(at: int, path: str) -> DecodeError:
    return DecodeError("truncated", at, path, "ends inside a string")


def _escape(text: str, here: int, at: int, path: str) -> tuple[str, int, bool]:
    """The character of the escape at ``here``, in the string that begins at ``at``."""
    letter = text[here + 1 : here + 2]
    if letter in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[letter], here + 2, True
    if letter == "/":
        return "/", here + 2, False
    unit = _code_unit(text, here, at, path)
    stop = here + 6
    if not _HIGH <= unit < _AFTER:
        canonical = unit < 0x20 and unit not in _HAVE_SHORT_ESCAPE and text[here:stop] == f"\\u{unit:04x}"
        return chr(unit), stop, canonical
    if unit >= _LOW:
        raise _half_pair(at, path)
    second = _second_half(text, stop, at, path)
    return chr(0x10000 + ((unit - _HIGH) << 10) + (second - _LOW)), stop + 6, False


def _second_half(text: str, here: int, at: int, path: str) -> int:
    if here >= len(text):
        raise _unfinished(at, path)
    if text[here] != "\\":
        raise _half_pair(at, path)
    unit = _code_unit(text, here, at, path)
    if not _LOW <= unit < _AFTER:
        raise _half_pair(at, path)
    return unit


def _half_pair(at: int, path: str) -> DecodeError:
    return refuse.malformed(at, path, "has half a surrogate pair")


def _code_unit(text: str, here: int, at: int, path: str) -> int:
    """The four hex digits of ``\\uXXXX``."""
    if text[here + 1 : here + 2] not in ("u", ""):
        raise refuse.malformed(at, path, f"has no such escape: {text[here : here + 2]}")
    digits = text[here + 2 : here + 6]
    if _HEX.fullmatch(digits) is None:
        raise refuse.malformed(at, path, f"has no such escape: \\u{digits}")
    if len(digits) < 4:
        raise _unfinished(at, path)
    return int(digits, 16)
