"""Words beside a number: proclitics, and the phrases of data/number_cues.csv before and after it."""
from __future__ import annotations

from collections.abc import Collection

from .forms import OPENERS
from .text import Row

__all__ = ["DASH", "bare", "cue_after", "cue_before", "definite", "has", "joined", "plain_or_definite"]


def has(row: Row, at: int, role: str) -> bool:
    return at < row.size and role in row.words[at].roles


def joined(row: Row, at: int) -> bool:
    """A word that و ties to the one before it."""
    return at < row.size and row.conj[at].startswith("و")


def bare(row: Row, at: int) -> bool:
    """A word with no proclitic."""
    return at < row.size and not row.conj[at]


def plain_or_definite(row: Row, at: int) -> bool:
    return at < row.size and row.conj[at] in ("", "ال")


def definite(row: Row, at: int) -> bool:
    return "ال" in row.conj[at] or row.conj[at].endswith("لل")


def cue_after(row: Row, at: int, roles: Collection[str]) -> tuple[str, int] | None:
    """The cue of one of `roles` whose phrase begins at word `at`: (role, end)."""
    if at >= row.size:
        return None
    for words, role in row.words[at].begins:
        if role in roles and (len(words) == 1 or _same(row, at + 1, words[1:])):
            return role, at + len(words)
    return None


def cue_before(row: Row, at: int, roles: Collection[str]) -> tuple[str, int] | None:
    """The cue of one of `roles` whose phrase ends right before word `at`: (role, start)."""
    if at < 1:
        return None
    last = row.words[at - 1]
    if not last.ends:
        return None
    before = row.words[at - 2].whole if at > 1 else ""
    for words, role in last.ends:
        if role not in roles:
            continue
        first = at - len(words)
        if len(words) == 1:
            return role, first
        if not before.endswith(words[-2]) or first < 0 or last.whole != words[-1]:  # most phrases end in من and differ before it
            continue
        if _same(row, first + 1, words[1:-1]) and _opened(row.words[first].whole, words[0]):
            return role, first
    return None


def _opened(whole: str, wanted: str) -> bool:
    return whole == wanted or whole.endswith(wanted) and whole[: -len(wanted)] in OPENERS


def _same(row: Row, at: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > row.size:
        return False
    return all(row.words[at + n].whole == wanted for n, wanted in enumerate(words))


DASH = frozenset("-–—−‐‑‒―")
