"""The value of one phrase: `parse`, with errors that say what could not be read and where."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from .grammar import cardinal, ordinal
from .model import Number, NumberError
from .parts import fraction
from .scan import find
from .text import whole_row

__all__ = ["parse", "read_phrase"]

_LONGEST = 2000
_NO_ONE_VALUE = {
    "range": "names two bounds, not one value; use find, which gives low and high",
    "indefinite": "is an indefinite multiple, no exact value",
    "decade": "is a decade, not one value",
    "date": "is a date; use dates.find",
    "time": "is a time of day",
    "id": "is an identifier, not a quantity",
    "score": "is a score: two numbers",
}


def parse(phrase: str) -> int | Fraction | Decimal:
    """The value of a phrase that is one number, in words, digits or both.

    Parameters
    ----------
    phrase : str
        One number and nothing else; a proclitic before it (بخمسة) is passed over.

    Returns
    -------
    int, or Fraction or Decimal where not whole
        Decimal where it was written as a decimal (3.5, ثلاثة فاصلة خمسة), else Fraction. Of a percent, the number before the sign.

    Raises
    ------
    NumberError
        Empty, no number, more than one number, words beside the number, or no single value (a range, عشرات).
    TypeError
        Not a string.

    Examples
    --------
    >>> parse("أربعة آلاف")
    4000
    >>> parse("ثلاثة ملايين ونصف المليون")
    3500000
    >>> parse("ثلاثة أرباع")
    Fraction(3, 4)
    >>> parse("٣٫٥")
    Decimal('3.5')
    >>> parse("خمسة قتلى")
    Traceback (most recent call last):
    ...
    helpers.numbers.model.NumberError: 'خمسة قتلى': 'قتلى' at 5 is no part of a number
    """
    number = read_phrase(phrase)
    if number.value is None or number.kind in _NO_ONE_VALUE:
        raise NumberError(f"{_shown(phrase)}: {_shown(number.quote)} {_NO_ONE_VALUE.get(number.kind, 'has no one value')}")
    return number.value


def read_phrase(phrase: str) -> Number:
    """The one `Number` a phrase consists of; raises as `parse` does."""
    if not isinstance(phrase, str):
        raise TypeError(f"a phrase is a str, not {type(phrase).__name__}: {phrase!r:.60}")
    if not phrase.strip():
        raise NumberError("an empty phrase is no number")
    if len(phrase) > _LONGEST:
        raise NumberError(f"{_shown(phrase)}: {len(phrase)} characters are no one number; parse reads at most {_LONGEST}")
    found = find(phrase)
    if len(found) == 1 and not _left_over(phrase, found[0]):
        return found[0]
    whole = _lenient(phrase)
    if whole is not None:
        return whole
    if not found:
        raise NumberError(f"{_shown(phrase)}: no number in it")
    first = found[0]
    if len(found) > 1:
        quotes = ", ".join(f"{_shown(number.quote)} at {number.start}" for number in found[:4])
        raise NumberError(f"{_shown(phrase)}: {len(found)} numbers where one was expected: {quotes}")
    at, rest = _left_over(phrase, first)
    raise NumberError(f"{_shown(phrase)}: {_shown(rest)} at {at} is no part of a number")


def _shown(phrase: str) -> str:
    short = phrase if len(phrase) <= 60 else phrase[:57] + "..."
    return repr(short)


def _left_over(phrase: str, number: Number) -> tuple[int, str] | None:
    """What stands beside the number, marks and proclitics aside."""
    row = whole_row(phrase)
    for at, word in enumerate(row.words):
        start, end = row.start(at), row.end(at)
        if end <= number.start or start >= number.end:
            if any(character.isalnum() for character in word.word):
                return start, phrase[start:end]
    return None


def _lenient(phrase: str) -> Number | None:
    """Alone in its phrase a homograph is the number: أحد, ألف, ثمن."""
    row = whole_row(phrase)
    if not row.size or not row.words[0].hot:
        return None
    for reader in (cardinal, ordinal, fraction):
        reading = reader(row, 0) if row.words[0].roles or row.words[0].literal else None
        if reading is not None and reading.end == row.size and reading.value is not None:
            return _number(row, phrase, reading.value, reading.kind)
    roles = row.words[0].roles
    if row.size == 1 and "one_of" in roles:
        return _number(row, phrase, 1, "cardinal")
    return None


def _number(row, phrase: str, value, kind: str) -> Number:
    start, end = row.start(0), row.end(row.size - 1)
    return Number(value, value, value, kind, False, start, end, phrase[start:end])
