"""Another figure of an incident told before: a later or former toll, people counted already, another source's count.

What the words say of it are the `cues` of the table of reports (`retelling.cues_of`); where an article's words bring in another incident, its
number (`incident`) changes, and a figure without such cues is none of the incident before.
"""
from __future__ import annotations

from collections.abc import Sequence

from ..vocabulary import words_of
from .evidence import compare_places, days_agree, people_agree, roles_agree

_FAR = 2  # another source's count of the same people is rarely more than twice, or less than half


def retold(row, candidates: Sequence):
    """The event that a report gives another figure of, the relation and the reason; None where its words tie it to none.

    Relations: ``update``, ``superseded``, ``part`` and ``disputed`` (another source's count, which adds nothing and is named in `doubt`).
    """
    former = _former(row, candidates)
    if former is not None:
        return former
    near = [event for event in candidates if event.standing and roles_agree(row, event) and days_agree(row, event, 1) and not _opposed(row, event)]
    known = [event for event in near if people_agree(row, event)]
    if row.low == 0:
        return _denied(row, known)
    if row.low is None:
        return _capped_by_another(row, known) or _without_number(row, known)
    known = [event for event in known if _figure(event)]
    near = [event for event in near if _figure(event)]
    for rule, events in ((_adds_up, near), (_later, known), (_told_of_already, known), (_beside_a_part, near), (_of_another_source, known)):
        found = rule(row, events)
        if found is not None:
            return found
    return None


def _figure(event) -> int:
    return max((row.low or 0 for row in event.standing), default=0)


def _opposed(row, event) -> bool:
    """Fighters and soldiers: the dead of one side are none of the other's."""
    if row.role != "combatant" or "combatant" not in event.roles or not row.words or not event.words:
        return False
    fighters = words_of("armed_group")
    return row.words.isdisjoint(fighters) != event.words.isdisjoint(fighters)


def _same_incident(row, event) -> bool:
    return row.incident is not None and row.incident in event.incidents


def _speaks_of(row, event) -> bool:
    """في المقابل، قالت حملة أخرى إن الغارات أودت بحياة 45: the strikes are those of the incident before, or of the lead."""
    return "known" in row.cues and row.incident is not None and not event.incidents.isdisjoint((0, row.incident - 1))


def _same_sentence(row, event) -> bool:
    return row.sentence is not None and any(member.sentence == row.sentence for member in event.standing)


def _no_place_of_its_own(row, event) -> bool:
    return not row.place or compare_places(row, event) == "same"


def _risen_in_sentence(row, event) -> bool:
    """ارتفع العدد إلى 17 بعد وفاة مصابين: a toll of the same sentence that already counts them."""
    return any(member.sentence == row.sentence and "rises" in member.cues for member in event.standing)


def _former(row, candidates):
    """حصيلة سابقة أشارت إلى 20, وكانت الوزارة أعلنت الجمعة: replaced by the toll told before it."""
    if "former" not in row.cues or not row.low:
        return None
    homes = [event for event in candidates if event.several and roles_agree(row, event) and not _of_another_day(row, event)
             and (_same_incident(row, event) or compare_places(row, event) == "same")]
    return (homes[0], "superseded", "a former toll, which the words say has been replaced") if homes else None


def _of_another_day(row, event) -> bool:
    """A figure of a day before any that the event is told of, with an incident of its own, is of another event."""
    return "incident" in row.cues and not days_agree(row, event, 1)


def _later(row, known):
    """ارتفعت الحصيلة إلى 30, عدد القتلى وصل إلى 37: replaces the largest figure that is lower, or those that it adds up."""
    if "rises" not in row.cues:
        return None
    added = summed(row, known)
    if added:
        return added[-1], "update", "the sum of the counts told before"
    homes = [event for event in known if event.several and _figure(event) < row.low and (_same_incident(row, event) or 0 in event.incidents)
             and compare_places(row, event) != "other"]
    home = max(homes, key=lambda event: (not _same_sentence(row, event), _figure(event)), default=None)
    return (home, "update", "a later toll of the same incident") if home is not None else None


def summed(row, known) -> list:
    """The last two or more events whose figures add up to a toll exactly, newest first; none where they do not."""
    total = 0
    if "rises" not in row.cues or row.incident is None:
        return []
    newest = sorted((event for event in known if not _same_sentence(row, event)), key=lambda event: -(event.first.start or 0))
    for at, event in enumerate(newest):
        total += _figure(event)
        if total >= (row.low or 0):
            return newest[: at + 1] if at and total == row.low else []
    return []


def _told_of_already(row, known):
    """عشرة من القتلى, سبع جثث وصلت إلى المستشفى, 25 في العناية المركزة: people of the last larger count."""
    among = "of_them" in row.cues
    if not (among or "care" in row.cues and "incident" not in row.cues) or _others(row):
        return None
    for event in known:
        if _figure(event) <= row.low or _same_sentence(row, event) and not (_risen_in_sentence(row, event) or row.to_care):
            continue
        if _same_incident(row, event):
            return event, "part", f"people of those told of before: {event.standing[-1].quote}"
    return None


def _beside_a_part(row, known):
    """وثلاثة آخرين قتلوا بانهيار جدار, beside five bodies that the toll counts: others than those, of the same toll."""
    for event in known:
        beside = [part.low or 0 for part in event.parts if part.sentence is not None and part.sentence == row.sentence and part.part_of is None]
        if _others(row) and beside and not _same_sentence(row, event) and sum(beside) + row.low <= _figure(event):
            return event, "part", f"told beside others of the toll: {event.standing[-1].quote}"
    return None


def _others(row) -> bool:
    """أربع جثث أخرى: besides those told of before."""
    return row.outcome == "killed" and "more" in row.cues


def _adds_up(row, known):
    """11 إصابة خطيرة و23 إصابة متوسطة after 34 injured: a total told again by its components."""
    for event in known:
        if row.sum_in_sentence and row.sum_in_sentence == _figure(event) and _same_incident(row, event) and not _same_sentence(row, event):
            return event, "part", f"with its neighbours it adds up to the total told before: {event.standing[-1].quote}"
    return None


def _of_another_source(row, known):
    """وزارة الداخلية تحدثت عن 27, against 31 by the ministry of health: the count told first stands."""
    if row.source is None and not row.beside_disputed or "incident" in row.cues or _others(row) or row.low < 3:
        return None
    for event in known:
        last, figure = event.standing[-1], _figure(event)
        if not (_same_incident(row, event) or _speaks_of(row, event)) or row.source == last.source and not row.beside_disputed:
            continue
        if not (_no_place_of_its_own(row, event) or "known" in row.cues and compare_places(row, event) == "open"):
            continue
        if _same_sentence(row, event) and (last.source is None or row.beside_disputed):
            continue
        if figure != row.low and (row.beside_disputed or max(figure, row.low) <= _FAR * min(figure, row.low)):
            return event, "disputed", f"another source gives another figure: {row.quote}"
    return None


def _capped_by_another(row, known):
    """وزارة الداخلية: لم يتجاوز العدد 33, after 48 by others."""
    if row.high is None or row.source is None:
        return None
    for event in known:
        whole = event.many and "many" in row.cues or _same_incident(row, event)
        if whole and row.high < _figure(event) and compare_places(row, event) != "other":
            return event, "disputed", f"another source gives another figure: {row.quote}"
    return None


def _denied(row, known):
    """دون تسجيل وفيات, told again, or by another than the source that counts dead."""
    for event in known:
        if not _same_incident(row, event) or not _no_place_of_its_own(row, event) or "incident" in row.cues and _figure(event):
            continue
        if not _figure(event) and event.standing[-1].low == 0:
            return event, "repeat", "the same denial again"
        if _figure(event) and row.source is not None and row.source != event.standing[-1].source and not _same_sentence(row, event):
            return event, "disputed", f"another source denies it: {row.quote}"
    return None


def _without_number(row, known):
    """لعشرات الجرحى, وسقوط جرحى, after the incident's injured were counted: tells nothing new."""
    if "incident" in row.cues or not row.vague or _others(row):
        return None
    for event in known:
        last = event.standing[-1]
        if not _same_incident(row, event) or not _no_place_of_its_own(row, event) or _same_sentence(row, event):
            continue
        if last.vague == row.vague:
            return event, "repeat", f"the same incident, again without a number: {last.quote}"
        if _figure(event) > 2:
            return event, "part", f"people of the incident told of before, without a number: {last.quote}"
    return None
