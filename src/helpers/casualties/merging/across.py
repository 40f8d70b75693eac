"""Events of different articles that are one: equal or later figures, one place, neighbouring days."""
from __future__ import annotations

import datetime
from collections import defaultdict

from .evidence import compare_numbers, compare_places, days_agree, people_agree
from .told import LOOK_BACK, Event
from .within import absorb

_LATER_DAYS = 3


def merge_articles(found: list[Event], apart, together) -> list[Event]:
    """Events of neighbouring dates and the same place in different articles, made one."""
    kept: list[Event] = []
    index = defaultdict(list)
    by_key = {}
    for event in sorted(found, key=lambda event: (event.first.date is not None, event.first.date or datetime.date.min)):
        home, relation, reason = _home_across(event, index, by_key, apart, together)
        if home is None:
            kept.append(event)
            home = event
        else:
            absorb(home, event, relation, reason)
        row = event.standing[-1]
        if row.place:
            index[(row.outcome, row.date.toordinal() if row.date is not None else row.quantity)].append(home)
        for member, _, _ in event.members:
            by_key[member.key] = home
    order = {id(event.first): at for at, event in enumerate(found)}
    return sorted(kept, key=lambda event: order[id(event.first)])


def _home_across(event, index, by_key, apart, together):
    keys = [member.key for member, _, _ in event.members]
    for key in keys:
        for wanted in together.get(key, ()):
            if wanted in by_key and by_key[wanted] is not event:
                return by_key[wanted], "repeat", "merged by hand"
    row = event.standing[-1]
    if not row.place:
        return None, "", ""
    _doubt_undated(event, index)
    if row.date is None:
        return None, "", ""
    seen = set()
    for day in range(row.date.toordinal() - _LATER_DAYS, row.date.toordinal() + 2):
        for other in index[(row.outcome, day)][-LOOK_BACK:]:
            if id(other) in seen or other.first.article == row.article and all(member.article == row.article for member, _, _ in other.members):
                continue
            seen.add(id(other))
            if apart and any(member.key in apart.get(key, ()) for key in keys for member, _, _ in other.members):
                continue
            relation, reason = _same_across(row, other)
            if relation == "doubt":
                event.doubts.append(reason)
            elif relation:
                return other, relation, reason
    return None, "", ""


def _doubt_undated(event, index):
    """The same number at the same place, where one article does not say when: may be one event, stays two."""
    row = event.standing[-1]
    for other in index[(row.outcome, row.quantity)][-LOOK_BACK:]:
        if other.first.article != row.article and (row.low or 0) >= 3 and compare_places(row, other) == "same" and people_agree(row, other):
            event.doubts.append(f"may be the same event as in {other.first.article}, where no day is stated: {other.first.quote}")
            return


def _same_across(row, other) -> tuple[str, str]:
    last = other.standing[-1]
    if compare_places(row, other) != "same" or not people_agree(row, other):
        return "", ""
    numbers = compare_numbers(row, last)
    near = days_agree(row, other, 1)
    distinctive = (row.low or 0) >= 3 or len(row.words & other.words) >= 2
    if near and numbers == "equal" and distinctive and not (row.vague and row.low is None):
        return "repeat", "the same number, place and people on neighbouring days in another article"
    if row.new_toll and (row.low or 0) > (last.low or 0):
        return "update", "a later toll of the same place and people in another article"
    if near and numbers in ("agree", "equal"):
        return "doubt", f"may be the same event as in {other.first.article}: {other.first.quote}"
    if near and (row.low or 0) >= 5 and (last.low or 0) >= 5:
        return "doubt", f"may be a later toll of the event in {other.first.article}: {other.first.quote}"
    return "", ""
