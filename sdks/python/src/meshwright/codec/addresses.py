"""Socket addresses: IPv4 or IPv6 octets and a port, and their one text form (RFC 5952).

The text is made here and not by ``ipaddress``, whose spelling of mapped addresses changed between Python versions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["SocketAddress"]

ADDRESS_SIZES = (4, 16)
"""Octets of an address, by its tag in Compact."""

_TEXT = re.compile(r"(?:\[([^\]]*)\]|([^:]*)):0*([0-9]{1,5})")
_OCTET = re.compile(r"[0-9]{1,3}")
_GROUP = re.compile(r"[0-9a-fA-F]{1,4}")
_MAPPED = bytes(10) + b"\xff\xff"
PORT_MAX = 2**16 - 1


@dataclass(frozen=True, order=True, slots=True)
class SocketAddress:
    """An IP address and a port. ``str()`` gives ``1.2.3.4:80`` or ``[2001:db8::1]:80``."""

    octets: bytes
    """4 octets, or 16; what ``ipaddress.ip_address`` takes."""
    port: int
    """u16."""

    @classmethod
    def parse(cls, text: str) -> SocketAddress:
        """The address that ``text`` spells, canonically or not; ``ValueError`` if it spells none."""
        match = _TEXT.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not an IP address and a port")
        v6, v4, port = match.groups()
        octets = _parse_v4(v4) if v6 is None else _parse_v6(v6)
        if octets is None or int(port) > PORT_MAX:
            raise ValueError(f"{text!r} is not an IP address and a port")
        return cls(octets, int(port))

    @property
    def ip(self) -> str:
        """The address without the port, as ``socket`` takes it."""
        return ".".join(map(str, self.octets)) if len(self.octets) == ADDRESS_SIZES[0] else _v6_text(self.octets)

    def __str__(self) -> str:
        return f"{self.ip}:{self.port}" if len(self.octets) == ADDRESS_SIZES[0] else f"[{self.ip}]:{self.port}"


def _parse_v4(text: str) -> bytes | None:
    parts = text.split(".")
    if len(parts) != 4 or not all(_OCTET.fullmatch(part) and int(part) <= 255 for part in parts):
        return None
    return bytes(map(int, parts))


def _parse_v6(text: str) -> bytes | None:
    """Eight groups; one ``::`` may stand for one or more of them, and an IPv4 address for the last two."""
    head, gap, tail = text.partition("::")
    before = _parse_groups(head, may_end_in_v4=not gap)
    after = _parse_groups(tail, may_end_in_v4=True)
    if before is None or after is None:
        return None
    missing = 16 - len(before) - len(after)
    if (missing < 2) if gap else (missing != 0):
        return None
    return before + bytes(missing) + after


def _parse_groups(text: str, may_end_in_v4: bool) -> bytes | None:
    if text == "":
        return b""
    groups = text.split(":")
    octets = b""
    if may_end_in_v4 and "." in groups[-1]:
        v4 = _parse_v4(groups.pop())
        if v4 is None:
            return None
        octets = v4
    if not all(map(_GROUP.fullmatch, groups)):
        return None
    return b"".join(int(group, 16).to_bytes(2, "big") for group in groups) + octets


def _v6_text(octets: bytes) -> str:
    if octets.startswith(_MAPPED):
        return "::ffff:" + ".".join(map(str, octets[len(_MAPPED) :]))
    groups = [int.from_bytes(octets[at : at + 2], "big") for at in range(0, 16, 2)]
    start, stop = _longest_zeros(groups)
    if stop - start < 2:
        return ":".join(f"{group:x}" for group in groups)
    head = ":".join(f"{group:x}" for group in groups[:start])
    tail = ":".join(f"{group:x}" for group in groups[stop:])
    return f"{head}::{tail}"


def _longest_zeros(groups: list[int]) -> tuple[int, int]:
    """Where the longest run of zeros stands; of equal ones the first."""
    best = (0, 0)
    for start in range(len(groups)):
        stop = start
        while stop < len(groups) and groups[stop] == 0:
            stop += 1
        if stop - start > best[1] - best[0]:
            best = (start, stop)
    return best
