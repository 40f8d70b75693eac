"""Reports of one article gathered into events; parts into their wholes."""
from __future__ import annotations

from collections import defaultdict

from .evidence import compare_numbers, compare_places, people_agree, same_in_article
from .told import LOOK_BACK, Event


def merge_article(rows, apart, together, owner, loose) -> list[Event]:
    by_report = {row.report: row for row in rows}
    found, index = [], defaultdict(list)
    waiting = []
    for row in rows:
        if row.scope == "cumulative":
            loose.append((row, "cumulative", "a total over more than a day: never added to events"))
        elif row.part_of is not None and row.part_of in by_report and by_report[row.part_of] is not row:
            waiting.append(row)
        else:
            _place_report(row, found, index, apart, together, owner)
    found = _merge_companions(found, apart, owner)
    for row in waiting:
        _place_part(row, by_report, owner, loose)
    return found


def _merge_companions(found, apart, owner) -> list[Event]:
    """The injured told beside the dead of one event, each time it is told, are one event too, where their numbers allow it."""
    told_in = defaultdict(set)  # sentence pairs in which one event is told
    for event in found:
        sentences = [member.sentence for member, _, _ in event.members if member.sentence is not None]
        for sentence in sentences[1:]:
            told_in[sentence].add(sentences[0])
    if not told_in:
        return found
    kept, first_in = [], {}
    for event in found:
        row = event.first
        twin = None
        if len(event.members) == 1 and row.sentence in told_in:
            twins = [first_in[(row.outcome, sentence)] for sentence in sorted(told_in[row.sentence]) if (row.outcome, sentence) in first_in]
            twin = next((other for other in twins if _is_companion(row, other, apart)), None)
        if twin is None:
            kept.append(event)
            first_in.setdefault((row.outcome, row.sentence), event)
            continue
        _join(twin, row, "repeat", "told again beside another outcome of the same event")
        owner[row.key] = twin
    return kept


def _is_companion(row, event, apart) -> bool:
    if any(member.key in apart.get(row.key, ()) or member.sentence == row.sentence for member, _, _ in event.members):
        return False
    return compare_numbers(row, event.standing[-1]) in ("equal", "agree") and people_agree(row, event) and compare_places(row, event) != "other"


def _place_report(row, found, index, apart, together, owner):
    event, relation, reason = _home(row, index, apart, together)
    if event is None:
        event = Event(row)
        found.append(event)
        index[row.outcome].append(event)
        index[(row.outcome, row.quantity)].append(event)
        event.add(row, "first", reason or "told here first")
        event.standing.append(row)
    else:
        _join(event, row, relation, reason)
        index[(row.outcome, row.quantity)].append(event)
    owner[row.key] = event


def _join(event, row, relation, reason):
    if relation == "update":
        event.members = [(old, "superseded" if kind in ("first", "repeat", "update") and old in event.standing else kind,
                          f"a later toll replaces it: {row.quote}" if old in event.standing else why) for old, kind, why in event.members]
        event.standing = [row]
    elif relation == "part":
        event.parts.append(row)
    else:
        event.standing.append(row)
    event.add(row, relation, reason)


def _home(row, index, apart, together):
    """The event a report belongs to, with relation and reason; (None, "", reason) where it begins one."""
    wanted = together.get(row.key, ())
    candidates = _candidates(row, index)
    for event in candidates:
        if wanted and any(member.key in wanted for member, _, _ in event.members):
            return event, "repeat", "merged by hand"
    kept = ""
    doubts = []
    for event in candidates:
        if row.key in apart and any(member.key in apart[row.key] for member, _, _ in event.members):
            kept = "kept apart by hand"
            continue
        relation, reason = same_in_article(row, event)
        if relation == "doubt":
            doubts.append((event, reason))
        elif relation:
            return event, relation, reason
    for event, reason in doubts[:1]:
        row_doubt = f"{reason}: {event.first.quote}"
        kept = kept or f"told here first; {row_doubt}"
    return None, "", kept


def _candidates(row, index) -> list[Event]:
    equal = index[(row.outcome, row.quantity)]
    near = index[row.outcome][-LOOK_BACK:]
    seen, out = set(), []
    for event in [*reversed(equal[-LOOK_BACK:]), *reversed(near)]:
        if id(event) not in seen:
            seen.add(id(event))
            out.append(event)
    return out


def _place_part(row, by_report, owner, loose):
    whole, steps = row, 0
    while whole.part_of is not None and whole.part_of in by_report and steps < len(by_report):
        whole, steps = by_report[whole.part_of], steps + 1
    event = owner.get(whole.key)
    reason = f"inside {by_report[row.part_of].quote}"
    if event is None:
        loose.append((row, "part", reason))
        return
    event.add(row, "part", reason)
    event.parts.append(row)
    owner[row.key] = event


def absorb(home, event, relation, reason):
    if relation == "update":
        _join(home, event.standing[-1], "update", reason)
        home.members += [(member, "superseded" if kind != "part" else "part", why) for member, kind, why in event.members if member is not event.standing[-1]]
    else:
        home.standing += event.standing
        home.members += [(member, "repeat" if kind == "first" else kind, reason if kind == "first" else why) for member, kind, why in event.members]
    home.parts += event.parts
    home.doubts += event.doubts
    for name in ("words", "roles", "places", "dates"):
        getattr(home, name).update(getattr(event, name))
