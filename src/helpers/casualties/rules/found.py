"""A report in the making, before its words become text spans."""
from __future__ import annotations

from dataclasses import dataclass

from ..phrases import Phrase

__all__ = ["HELD", "Found"]

HELD = frozenset(("captured", "displaced", "besieged", "evacuated", "missing"))


@dataclass(slots=True, eq=False)
class Found:
    """A report in the making."""

    outcome: str
    phrase: Phrase | None
    rule: str
    trigger: tuple[int, int]
    low: int | None
    high: int | None
    vague: str = ""
    approx: bool = False
    part_of: Found | None = None
    doubt: str = ""
    back: bool = False  # a part of people told in an earlier sentence

    @property
    def place(self) -> int:
        return min(self.phrase.start, self.trigger[0]) if self.phrase is not None else self.trigger[0]
