"""What is found: `Number`, and the error where nothing could be read."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

__all__ = ["KINDS", "Number", "NumberError"]

KINDS = ("cardinal", "ordinal", "decimal", "fraction", "percent", "range", "dual", "indefinite", "year", "decade", "date", "time", "score", "id")
"""Every kind of number; nobody counts people by those from `year` on."""


class NumberError(ValueError):
    """A phrase is not one number; the message quotes what could not be read and says where it stands."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number as the text has it; `text[start:end] == quote`, proclitics left out.

    Parameters
    ----------
    value : int, Fraction, Decimal or None
        The number itself; of an indefinite multiple the base (عشرات 10), of a percent the number before the sign, of a time the hours,
        None where no one value is named (a range, بضعة, a decade, a date of several parts, a telephone number).
    low, high : int, Fraction, Decimal or None
        The bounds the words give; None is an open side ("at least 12" has no `high`).
    kind : str
        One of `KINDS`.
    approx : bool
        The words say about, nearly, some.
    start, end : int
        Offsets of the quote in the text.
    quote : str
        The words themselves.
    """

    value: int | Fraction | Decimal | None
    low: int | Fraction | Decimal | None
    high: int | Fraction | Decimal | None
    kind: str
    approx: bool
    start: int
    end: int
    quote: str
