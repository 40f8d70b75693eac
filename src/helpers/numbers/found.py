"""A number on its way: word places, value, kind; made final by `scan`."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from .forms import lexicon
from .literals import read_literal
from .text import Row

__all__ = ["Found", "as_decimal", "counts", "number_of", "parts_of"]


class Found:
    """A number before it is final: word places and what is known of it."""

    __slots__ = ("first", "end", "value", "kind", "low", "high", "scale", "digits", "reading", "char")

    def __init__(self, first, end, value, kind, low=None, high=None, scale=1, digits=False, char=None):
        self.first, self.end, self.value, self.kind, self.low, self.high, self.scale, self.digits = first, end, value, kind, low, high, scale, digits
        self.char = char  # span inside the first word: (start, end)


def parts_of(at: int, literal, kind: str) -> list[Found]:
    return [Found(at, at + 1, number_of(piece), kind, char=(begin, end)) for begin, end, piece in literal.parts]


def number_of(piece: str):
    return read_literal(piece).value


def as_decimal(value):
    if isinstance(value, Fraction) and value.denominator != 1:
        return Decimal(value.numerator) / Decimal(value.denominator)
    return value


def counts(row: Row, at: int) -> bool:
    """Whether the word at `at` is something counted."""
    if at >= row.size:
        return False
    word = row.words[at]
    known = lexicon()
    return word.word in known.singulars or word.word in known.plurals or "scale" in word.roles or "scale_plural" in word.roles \
        or word.word.endswith("ا") and word.word[:-1] in known.singulars
