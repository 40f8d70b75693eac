"""What counts as the same answer: each kind of answer in one form, and the digest of that form.

A student may write ١٥, "15" or 15.0 for 15, أو or او for a word, a list or a set of words in any order, and the rows of a table in any
order; all of these have the same digest. A digest says whether two answers are the same and not what the answer is.
"""
from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from numbers import Number

from helpers import arabic

__all__ = ["AnswerError", "KINDS", "canonical", "digest", "near", "number"]

KINDS = {"number": "a number", "words": "a set of words or numbers", "text": "a text", "table": "a table", "boolean": "True or False"}
"""Kinds of answers and how to name them to a student."""

_TRUE = {"true", "yes", "نعم", "صحيح"}
_FALSE = {"false", "no", "لا", "خطا"}
_ROUNDS = 1000  # makes trying all numbers slow enough to be no shortcut, and one check a millisecond
_STEPS = 10  # a tolerance is told apart in tenths


class AnswerError(TypeError):
    """An answer of another kind than the exercise asks for; the message says what was expected and what came."""


def canonical(answer, kind: str, columns: Iterable[str] = ()) -> list[str]:
    """An answer in the one form that its digest is taken of.

    Parameters
    ----------
    answer : object
        What a student or an author gives.
    kind : str
        A key of `KINDS`.
    columns : iterable of str
        For a table: the columns that count; others are passed over.

    Returns
    -------
    list of str
        One item, or for words and tables one item a word or row, in the order given.

    Raises
    ------
    AnswerError
        The answer is not of this kind.

    Examples
    --------
    >>> canonical("١٥", "number"), canonical(["أول", "ثاني", "اول"], "words")
    (['15'], ['اول', 'ثاني'])
    """
    return _FORMS[kind](answer, columns)


def number(answer) -> Fraction:
    """A number as a fraction, from Python's, pandas' or NumPy's numbers and from digits of any script.

    >>> number("٣٫٥"), number("12%")
    (Fraction(7, 2), Fraction(12, 1))
    """
    if _truth(answer) is not None and not isinstance(answer, str):
        raise _wrong(answer, "number")
    if isinstance(answer, str):
        text = arabic.western_digits(answer.strip()).replace("\u066b", ".").replace("\u066c", "").replace(",", "").strip("%\u066a ")
        try:
            answer = Decimal(text)
        except InvalidOperation:
            raise _wrong(answer, "number") from None
    try:
        if not math.isfinite(answer):
            raise _wrong(answer, "number")
        return Fraction(str(answer)) if isinstance(answer, float) or not isinstance(answer, Number) else Fraction(answer)
    except (TypeError, ValueError):
        raise _wrong(answer, "number") from None


def near(answer, tolerance: Fraction) -> list[str]:
    """The forms of all numbers that an answer within `tolerance` may be meant for, the nearest first."""
    value = number(answer)
    if not tolerance:
        return [_plain(value)]
    step = tolerance / _STEPS
    middle = round(value / step)
    return [_plain(step * (middle + off)) for off in sorted(range(-_STEPS, _STEPS + 1), key=abs)]


def digest(form: str, salt: str) -> str:
    """Sixteen hexadecimal digits that are the same for the same form and salt."""
    return hashlib.pbkdf2_hmac("sha256", form.encode("utf-8", "surrogatepass"), salt.encode(), _ROUNDS, 8).hex()


def _plain(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def _wrong(answer, kind: str) -> AnswerError:
    return AnswerError(f"This exercise asks for {KINDS[kind]}; what came is {_describe(answer)}.")


def _describe(answer) -> str:
    if isinstance(answer, str):
        return f"the text {answer[:40]!r}"
    if hasattr(answer, "columns"):
        return f"a table of {len(answer)} rows"
    if callable(answer):
        return f"the function {getattr(answer, '__name__', '')}: call it with ( )"
    return f"{str(answer)[:40]} ({type(answer).__name__})"


def _truth(answer) -> bool | None:
    if isinstance(answer, str):
        word = arabic.fold(answer.strip().casefold())
        return True if word in _TRUE else False if word in _FALSE else None
    if isinstance(answer, bool) or type(answer).__name__ in ("bool_", "bool"):
        return bool(answer)
    return None


def _folded(text: str) -> str:
    words = arabic.fold(text).casefold().split()
    return " ".join(words).strip(" .،,؛;:!؟?«»\"'()")


def _item(value) -> str:
    if value is None or value != value or type(value).__name__ in ("NAType", "NaTType"):
        return ""
    if isinstance(value, str):
        return _folded(value)
    truth = _truth(value)
    if truth is not None:
        return "true" if truth else "false"
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return _plain(round(number(value), 6))


def _is_missing(value) -> bool:
    return type(value).__name__ in ("NAType", "NaTType")


def _number_form(answer, _columns) -> list[str]:
    return [_plain(number(answer))]


def _words_form(answer, _columns) -> list[str]:
    if isinstance(answer, str):
        answer = arabic.western_digits(answer).replace("،", ",").replace("\n", ",").split(",")
    if hasattr(answer, "columns") or callable(answer) or not isinstance(answer, Iterable):
        raise _wrong(answer, "words")
    items = []
    for value in answer:
        if not (isinstance(value, (str, Number)) or _is_missing(value) or hasattr(value, "isoformat")):
            raise _wrong(value, "words")
        form = _item(value)
        if form and form not in items:
            items.append(form)
    return items


def _text_form(answer, _columns) -> list[str]:
    if not isinstance(answer, str):
        raise _wrong(answer, "text")
    return [_folded(answer)]


def _boolean_form(answer, _columns) -> list[str]:
    truth = _truth(answer)
    if truth is None:
        raise _wrong(answer, "boolean")
    return ["true" if truth else "false"]


def _table_form(answer, columns) -> list[str]:
    rows = _rows(answer)
    columns = tuple(columns)
    for column in columns:
        if any(column not in row for row in rows):
            raise AnswerError(f"The table needs a column named {column!r}; yours has: {', '.join(map(str, rows[0])) or 'none'}.")
    return ["\t".join(_item(row[column]) for column in columns) for row in rows]


def _rows(answer) -> list[Mapping]:
    if hasattr(answer, "to_frame") and not hasattr(answer, "columns"):
        answer = answer.to_frame()
    if hasattr(answer, "columns"):
        named = [name for name in answer.index.names if name is not None and name not in answer.columns]
        answer = (answer.reset_index(named) if named else answer).to_dict("records")
    if isinstance(answer, Mapping):
        raise _wrong(answer, "table")
    try:
        rows = list(answer)
    except TypeError:
        raise _wrong(answer, "table") from None
    if not all(isinstance(row, Mapping) for row in rows):
        raise _wrong(answer, "table")
    return rows


_FORMS = {"number": _number_form, "words": _words_form, "text": _text_form, "boolean": _boolean_form, "table": _table_form}
