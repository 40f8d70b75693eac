"""People in a sentence: one count and its noun, by the places of their words."""
from __future__ import annotations

from dataclasses import dataclass, field

from ..vocabulary import Outcome

__all__ = ["Phrase"]


@dataclass(slots=True, eq=False)
class Phrase:
    """People in a sentence, by the places of its words (all inclusive)."""

    start: int
    end: int
    kind: str  # number, vague, dual, one_of, single, definite, plural, name, force, thing
    low: int | None = None
    high: int | None = None
    approx: bool = False
    vague: str = ""
    head: int | None = None
    role: str = "unknown"
    known: bool = False
    others: bool = False
    definite: bool = False
    victim: Outcome | None = None
    victim_at: int | None = None
    also: Outcome | None = None  # a second outcome under the same count
    count: tuple[int, int] | None = None
    siblings: list = field(default_factory=list)
    member: bool = False  # a sibling of an earlier phrase
    part: bool = False
    of: bool = False  # the noun came after من
    plural: bool = True
    accusative: bool = False
    doubt: str = ""
    core: int = 0  # last word that the shortest quote needs
    used: set = field(default_factory=set)

    @property
    def counted(self) -> bool:
        """True where words state how many, if only vaguely."""
        return self.kind in ("number", "vague", "dual", "one_of") or self.kind == "single"
