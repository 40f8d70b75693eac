"""What speaks for two reports of one article telling of the same event: numbers, people, places, days and where they stand."""
from __future__ import annotations

from functools import lru_cache

from ... import lexicon
from ...arabic import fold
from .told import LOOK_BACK

_VAGUE_BOUNDS = {"several": (3, None), "tens": (10, 99), "hundreds": (100, 999), "thousands": (1000, 9999), "tens_of_thousands": (10000, 99999),
                 "hundreds_of_thousands": (100000, 999999), "millions": (1000000, None)}


def same_in_article(row, event) -> tuple[str, str]:
    """("repeat" | "update" | "doubt" | "", reason) of a report against an event of the same article."""
    if any(row.sentence is not None and member.sentence == row.sentence and member.article == row.article for member, _, _ in event.members[-LOOK_BACK:]):
        return "", ""  # two counts in one sentence are two groups of people
    last = event.standing[-1]
    if not people_agree(row, event) or not days_agree(row, event, 1):
        return "", ""
    where = compare_places(row, event)
    numbers = compare_numbers(row, last)
    if where == "other":
        return ("repeat", "the headline's number, told again in the lead") if numbers == "equal" and _headline_again(row, event) else ("", "")
    same_words = len(row.quote.split()) >= 2 and fold(row.quote) == fold(last.quote)
    if row.incident is None and row.new_toll and numbers != "equal" and (row.low or 0) >= (last.low or 0) and not row.words - event.words - row.words & event.words:
        return "update", "a later toll of the same outcome, place and people"
    if numbers == "equal":
        return _equal_numbers(row, event, where, same_words)
    if numbers == "agree" and where == "same":
        return "repeat", "the numbers allow each other, the place is the same"
    if numbers == "agree" and _is_lead(last) and last.low is None:
        return "repeat", "the headline or lead, told again in full"
    if numbers == "agree" and row.vague == "several" and row.words & event.words and _next_sentence(row, last):
        return "part", f"people of the event before, told of without a number: {last.quote}"
    if numbers == "agree" and not (row.vague == "several" or last.vague == "several"):
        return "doubt", "may be the same event, told with another number"
    return "", ""


def _next_sentence(row, other) -> bool:
    return row.sentence is not None and other.sentence is not None and row.sentence - other.sentence == 1


def _equal_numbers(row, event, where, same_words):
    """Equal numbers are one event where something else speaks for it too: the smaller the number, the more is asked."""
    shared = row.words & event.words
    last = event.standing[-1]
    number = row.low if row.low is not None else row.high
    if same_words and (where == "same" or len(row.quote.split()) >= 5 or (number or 0) >= 10):
        return "repeat", "the same words again"
    if number is None or number == 0:
        same = where == "same" and (shared or number == 0)
        return ("repeat", "the same people at the same place, told again") if same else ("", "")
    at = "the same place" if where == "same" else "no other place"
    if number >= 10 or number > 2 and (where == "same" or shared or _is_lead(last)):
        return "repeat", f"the same number, {at}, people who may be the same"
    if shared and (where == "same" or len(shared) >= 2 or row.incident is not None and row.incident in event.incidents and _is_lead(last)):
        return "repeat", f"the same number and the same words for the people, {at}"
    if number == 1 and where == "same" and _described_then_named(row, last):
        return "repeat", "one person at the same place, described and named"
    if number > 2 or where == "same":
        return "doubt", "may be the same event: the same number"
    return "", ""


def _headline_again(row, event) -> bool:
    """خان يونس in the headline, بني سهيلا in the lead: one place told by a larger one that no gazetteer knows it in."""
    return row.incident is not None and row.incident in event.incidents and event.first.sentence == 0 and row.sentence <= 2 and (row.low or 0) >= 3


def _is_lead(row) -> bool:
    return row.sentence is not None and row.sentence <= 1


def _described_then_named(row, other) -> bool:
    """قائد بارز, and فلان بن فلان within two sentences: one told by what he is, one by his name."""
    if row.sentence is None or other.sentence is None or abs(row.sentence - other.sentence) > 2:
        return False
    return bool(_describes(row)) != bool(_describes(other))


def _describes(row) -> set[str]:
    nouns = _people()
    return {word for word in row.words if word in nouns or word.removesuffix("ا") in nouns or word.removeprefix("ال") in nouns}


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    """What people are called by what they are: the nouns of data/people.csv."""
    forms = [form for row in lexicon.read("people") if row["kind"] in ("person", "force", "title") for part in (row["noun"], row["forms"])
             for form in part.replace("/", "|").split("|")]
    return frozenset(fold(form) for form in forms if form)


def roles_agree(row, event) -> bool:
    return row.role in ("unknown", "") or not event.roles or row.role in event.roles


def people_agree(row, event) -> bool:
    roles = event.roles
    if not roles_agree(row, event):
        return False
    words = event.words
    if not row.words or not words or row.words & words:
        return True
    # شخصا against مدنيا agree: one is generic; جنود against أطفال do not
    return row.low is None or row.low > 10 or row.role in ("unknown", "") or not roles


def days_agree(row, event, days) -> bool:
    return row.date is None or not event.dates or min(abs((row.date - date).days) for date in event.dates) <= days


def compare_places(row, event) -> str:
    """same, open (one is not stated, or is a whole country) or other."""
    from ... import places  # loads the gazetteer, which articles without casualties do not need

    named = event.places
    if not row.place or not named:
        return "open"
    found = {places.compare(row.place, place) for place in named}
    return next(answer for answer in ("same", "open", "other") if answer in found)


def compare_numbers(row, other) -> str:
    """equal, agree (the bounds allow each other) or differ."""
    if row.quantity == other.quantity:
        return "equal"
    (low, high), (other_low, other_high) = _bounds(row), _bounds(other)
    if low == other_low and low and (row.low is not None and other.low is not None):
        return "equal"  # 15 and at least 15
    if low == 0 and high == 0 or other_low == 0 and other_high == 0:
        return "differ"  # a denial is no smaller figure of the same event
    if row.low and other.low and row.high is None and other.high is None and max(low, other_low) > 1.25 * min(low, other_low):
        return "differ"  # more than 18 and more than 25 hardly tell of one count
    if (high is None or other_low <= high) and (other_high is None or low <= other_high):
        return "agree"
    return "differ"


def _bounds(row) -> tuple[int, int | None]:
    if row.low is None and row.high is None and row.vague:
        return _VAGUE_BOUNDS.get(row.vague, (1, None))
    slack = (row.low or 0) // 10 if row.approx else 0
    return (row.low or 0) - slack, None if row.high is None else row.high + slack
