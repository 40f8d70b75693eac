"""Numbers in running text: where each begins and which reader takes it."""
from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from .bounds import bounds_of
from .clock import clock_time
from .cues import definite
from .digits import special_digits
from .duals import read_decade, read_dual
from .found import Found
from .grammar import ordinal
from .kinds import is_second, kind_of, ordinal_or_date
from .model import Number
from .parts import noun_first
from .quantity import read_quantity
from .ranges import read_range
from .text import Row, rows

__all__ = ["find"]


def find(text: str) -> list[Number]:
    """Every number in a text: words, digits of three scripts, and both together.

    Parameters
    ----------
    text : str
        Any text; unpaired surrogates and control characters do no harm. Time is linear in its length.

    Returns
    -------
    list of Number
        In text order, none overlapping; `text[number.start:number.end] == number.quote`. Ordinals, years, dates, times, scores and
        identifiers are there too, told by `kind`, so that nobody counts them.

    Examples
    --------
    >>> for number in find("أصيب ما لا يقل عن خمسة وعشرين شخصا بينهم طفلان في 3 غارات"):
    ...     print(number.quote, number.value, number.low, number.high, number.kind)
    خمسة وعشرين 25 25 None cardinal
    طفلان 2 2 2 dual
    3 3 3 3 cardinal
    """
    return list(_found(text))


@lru_cache(maxsize=4)  # casualties asks for the numbers of a text that was just read
def _found(text: str) -> tuple[Number, ...]:
    found: list[Number] = []
    for row in rows(text):
        _scan(row, found)
    return tuple(found)


def _scan(row: Row, found: list[Number]) -> None:
    done = 0
    for at in [at for at, word in enumerate(row.words) if word.opens]:
        if at < done:
            continue
        named = _name(row, at, done)
        if named:
            end, reading = named
            if reading == "id":
                quantity = read_quantity(row, at)
                if quantity:
                    _emit(row, [Found(at, min(quantity.end, end), quantity.value, "id")], found, done)
            done = max(end, at + 1)
            continue
        items = _read(row, at, done)
        if not items:
            continue
        items[0].first = max(items[0].first, done)  # a sign that closed the number before does not open this one
        _emit(row, items, found, done)
        done = max(items[-1].end, at + 1)


def _emit(row: Row, items: list[Found], found: list[Number], done: int) -> None:
    for item in items:
        start, end = row.start(item.first), row.end(item.end - 1)
        if item.char:
            base = row.start(item.first)
            start, end = base + item.char[0], base + item.char[1]
        value, low, high, approx = _plain(item.value), _plain(item.low), _plain(item.high), False
        if item.kind in ("cardinal", "decimal", "fraction", "percent", "dual", "range"):
            if item.kind != "range":
                low = high = value
            low, high, approx = bounds_of(row, item, done, low, high)
        elif item.kind == "indefinite":
            approx = True
        elif value is not None and low is None:
            low = high = value
        found.append(Number(value, low, high, item.kind, approx, start, end, row.text[start:end]))


def _plain(value):
    """int where whole, Decimal where it was written as one, else Fraction."""
    if value is None or type(value) is int:
        return value
    if isinstance(value, (Fraction, Decimal)) and value == int(value):
        return int(value)
    return value


def _name(row: Row, at: int, done: int) -> tuple[int, str] | None:
    """The name or idiom that the word at `at` is part of: (end, reading)."""
    for phrase, reading, place in row.words[at].names:
        if _phrase_at(row, at - place, phrase, done):
            return at - place + len(phrase), reading
    return None


def _phrase_at(row: Row, at: int, phrase: tuple[str, ...], done: int) -> bool:
    if at < 0 or at + len(phrase) > row.size:
        return False
    for n, wanted in enumerate(phrase):
        word = row.words[at + n]
        whole = word.whole
        if whole == wanted:
            continue
        if n == 0 and whole.endswith(wanted) and whole[: -len(wanted)] in ("و", "ب", "ل", "ف", "وب", "ول", "ك"):
            continue
        if n == 0 and wanted.startswith("ال") and whole.endswith("لل" + wanted[2:]):
            continue
        return False
    return True


def _read(row: Row, at: int, done: int) -> list[Found] | None:
    word = row.words[at]
    if word.literal:
        special = special_digits(row, at, done)
        if special is not None:
            return special
    elif "dual" in word.roles:
        return read_dual(row, at, done)
    elif "decade" in word.roles:
        return read_decade(row, at)
    elif not word.roles.keys().isdisjoint(_ORDERS):
        ordered = _read_ordinal(row, at)
        if ordered or "ordinal" in word.roles:
            return ordered
    from_noun = noun_first(row, at, done)
    if from_noun:
        return from_noun
    quantity = read_quantity(row, at)
    if quantity is None:
        return None
    interval = read_range(row, at, quantity, done)
    if interval:
        return interval
    return [kind_of(row, at, quantity)]


_ORDERS = frozenset(("ordinal", "ordinal_part", "one", "hundred", "hundreds"))


def _read_ordinal(row: Row, at: int) -> list[Found] | None:
    roles, article = row.words[at].roles, definite(row, at)
    in_order = "ordinal" in roles or "ordinal_part" in roles or "one" in roles
    if not in_order and not article:
        return None
    if in_order and article:
        clock = clock_time(row, at)
        if clock:
            return [clock]
    number = ordinal(row, at)
    return [ordinal_or_date(row, at, number)] if number and not is_second(row, at, number) else None
