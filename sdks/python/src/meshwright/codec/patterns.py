"""Patterns of text as state tables, walked byte by byte: no backtracking, and the same answer in every language."""

from __future__ import annotations

from typing import Any, NamedTuple


class Pattern(NamedTuple):
    """A compiled pattern. Each state is a list: by byte the next state, and last whether the text may end here."""

    source: str
    """As written in the spec."""
    start: list[Any]

    def matches(self, text: bytes) -> bool:
        """Whether the whole of ``text`` matches."""
        state = self.start
        for byte in text:
            state = state[byte]
        accepting: bool = state[256]
        return accepting


def compile_pattern(source: str, classes: bytes, transitions: list[list[int]], accepting: list[int]) -> Pattern:
    """``classes`` sorts the 256 bytes; ``transitions``: by state and class the next state, or -1. 0 is the start."""
    states: list[list[Any]] = [[] for _ in transitions]
    dead: list[Any] = []
    dead.extend([dead] * 256 + [False])
    for number, (state, row) in enumerate(zip(states, transitions, strict=True)):
        state.extend(dead if row[group] < 0 else states[row[group]] for group in classes)
        state.append(number in accepting)
    return Pattern(source, states[0])
