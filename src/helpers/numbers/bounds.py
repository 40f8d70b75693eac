"""Bounds and approximation by the words before or after a number, as the codebook has them."""
from __future__ import annotations

from .cues import cue_after, cue_before
from .found import Found
from .text import Row

__all__ = ["ABOUT", "apply_bound", "bounds_of"]


ABOUT = frozenset(("about", "at_least", "more_than", "at_most", "less_than"))


_AFTER = frozenset(("about_after", "at_least_after", "at_most_after"))


def bounds_of(row: Row, item: Found, done: int, low, high):
    cue = cue_before(row, item.first, ABOUT)
    role = cue[0] if cue and cue[1] >= done else None
    if role is None:
        role = _bound_after(row, item.end)
    if role is None:
        return low, high, False
    return apply_bound(role, low, high)


def apply_bound(role: str, low, high):
    """Codebook: at least 15 → 15 and open; more than 25 → 26 and open; about 25 → 25, 25, approximate."""
    role = role.removesuffix("_after")
    if role == "about":
        return low, high, True
    if role == "at_least":
        return low, None, False
    if role == "more_than":
        return (low + 1 if isinstance(low, int) else low), None, False
    if role == "at_most":
        return None, high, False
    return None, (high - 1 if isinstance(high, int) else high), False


def _bound_after(row: Row, end: int) -> str | None:
    for at, word in enumerate(row.words[end : end + 4], end):
        cue = cue_after(row, at, _AFTER) if word.begins else None
        if cue:
            return cue[0]
        if word.parts:
            return None
    return None
