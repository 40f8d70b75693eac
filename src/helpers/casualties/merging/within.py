"""Reports of one article gathered into events; parts into their wholes."""
from __future__ import annotations

from collections import defaultdict

from .evidence import compare_numbers, compare_places, days_agree, people_agree, roles_agree, same_in_article
from .retold import retold, summed
from .told import LOOK_BACK, Event


def merge_article(rows, apart, together, owner, loose) -> list[Event]:
    by_report = {row.report: row for row in rows}
    found, index = [], defaultdict(list)
    waiting = []
    _sum_sentences(rows)
    spread = _spread(rows)
    for row in rows:
        if id(row) in spread:
            loose.append((row, "cumulative", "a total over more than a day: never added to events"))
        elif row.part_of is not None and row.part_of in by_report and by_report[row.part_of] is not row:
            waiting.append(row)
        else:
            _place_report(row, found, index, apart, together, owner)
    _merge_components(found, index, apart, owner)
    found = _merge_unsplit(_merge_companions(found, apart, owner), apart, owner)
    for row in waiting:
        _place_part(row, by_report, owner, loose)
    return found


def _sum_sentences(rows) -> None:
    """Of each whole count: the sum of its outcome's whole counts in the sentence, where there are two or more."""
    counts = defaultdict(list)
    for row in rows:
        if row.sentence is not None and row.part_of is None and row.low is not None and row.low == row.high:
            counts[(row.sentence, row.outcome)].append(row)
    for together in counts.values():
        if len(together) > 1:
            total = sum(row.low for row in together)
            for row in together:
                row.sum_in_sentence = total


def _spread(rows) -> set[int]:
    """The totals over more than a day: coded so, or told beside one (فيما تجاوز عدد الجرحى 6 آلاف); not the dead of today that raise one."""
    spread, last = set(), None
    for row in rows:
        beside = last is not None and row.sentence is not None and row.incident is not None and row.sentence == last.sentence
        if row.scope == "cumulative":
            spread.add(id(row))
            if beside and "rises" in row.cues and row.outcome == last.outcome and (row.low or 0) > (last.low or 0) and "rises" not in last.cues:
                spread.discard(id(last))
            last = row
        elif beside and row.part_of is None and row.date == last.date and row.source == last.source and "incident" not in row.cues and row.low != 0:
            spread.add(id(row))
    totals = {(row.outcome, row.quantity) for row in rows if id(row) in spread and row.sentence in (1, 2) and row.low}
    spread |= {id(row) for row in rows if row.sentence == 0 and row.incident == 0 and (row.outcome, row.quantity) in totals}  # the headline of such a total
    return spread


def _take_in(event, toll, found, index, apart, owner, added) -> None:
    """Smaller counts that a later toll now counts: 14 more bodies, "which brings the toll to 22", and the counts that it adds up."""
    for other in list(index[toll.outcome]):
        if other is event or _kept_apart(other, event, apart):
            continue
        if any(other is one for one in added) or _counted_in(toll, other, event):
            _dissolve(other, event, f"counted in the later toll: {toll.quote}", found, index, owner)


def _counted_in(toll, other, event) -> bool:
    row = other.first
    if row.incident is None or row.incident != toll.incident or len(other.standing) > 1 or not 0 < (row.low or 0) < (toll.low or 0):
        return False
    return "incident" not in row.cues and people_agree(row, event) and compare_places(row, event) != "other"


def _dissolve(other, event, reason, found, index, owner) -> None:
    """Make an event's reports parts of another's."""
    for member, relation, why in other.members:
        event.add(member, "part", reason if relation == "first" else why)
        event.parts.append(member)
        owner[member.key] = event
    outcome = other.first.outcome
    for events in (found, index[outcome], *(index[(outcome, row.quantity)] for row in other.standing)):
        events[:] = [one for one in events if one is not other]


def _merge_components(found, index, apart, owner) -> None:
    """17 dead in a lead, and 10 and 7 at two places below it: incidents that add up to the lead's toll exactly are its parts."""
    for event in [one for one in found if one.first.sentence in (0, 1) and one.first.incident == 0]:
        total = event.standing[-1].low if event.standing else 0
        below, count = [], 0
        for other in found:
            row = other.first
            if other is event or row.outcome != event.first.outcome or not row.low or (row.sentence or 0) <= (event.first.sentence or 0) or count >= (total or 0):
                continue
            if roles_agree(row, event) and days_agree(row, event, 1) and not _kept_apart(other, event, apart):
                below.append(other)
                count += row.low
        if len(below) > 1 and count == total:
            for other in below:
                _dissolve(other, event, f"with its neighbours it adds up to the lead's toll: {event.standing[-1].quote}", found, index, owner)


def _kept_apart(one, other, apart) -> bool:
    keys = {member.key for member, _, _ in other.members}
    return any(not keys.isdisjoint(apart.get(member.key, ())) for member, _, _ in one.members)


def _merge_unsplit(found, apart, owner) -> list[Event]:
    """One count over dead and injured of an incident whose dead and injured are told apart too adds nothing."""
    kept = []
    for event in found:
        home = _split_told(event, found) if event.first.outcome == "killed_or_injured" else None
        if home is None or _kept_apart(event, home, apart):
            kept.append(event)
            continue
        for member, relation, why in event.members:
            home.add(member, "repeat" if relation == "first" else relation, "dead and injured in one count, told apart too" if relation == "first" else why)
            owner[member.key] = home
        home.parts += event.parts
    return kept


def _split_told(event, found) -> Event | None:
    """The dead of an incident whose injured are told too, beside one count over both, or who are as many as its victims."""
    row = event.first
    if row.incident is None or row.low is None:
        return None
    killed, injured = (next((other for other in found if other.first.outcome == outcome and row.incident in other.incidents), None) for outcome in ("killed", "injured"))
    if killed is not None and killed.standing[-1].low == row.low:
        return killed  # 28 victims in the headline, 28 dead below
    if killed is None or injured is None:
        return None
    sums = sum(other.standing[-1].low or 0 for other in (killed, injured))
    later = (row.start or 0) > max(killed.first.start or 0, injured.first.start or 0) and "incident" not in row.cues
    return killed if sums == row.low or later else None


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
        added = summed(row, _candidates(row, index)) if relation == "update" else []
        _join(event, row, relation, reason)
        index[(row.outcome, row.quantity)].append(event)
        if relation == "disputed":
            index[("disputed", row.sentence)].append(event)
        if relation == "update":
            _take_in(event, row, found, index, apart, owner, added)
    owner[row.key] = event


def _join(event, row, relation, reason):
    if relation == "update":
        event.members = [(old, "superseded" if kind in ("first", "repeat", "update") and old in event.standing else kind,
                          f"a later toll replaces it: {row.quote}" if old in event.standing else why) for old, kind, why in event.members]
        event.standing = [row]
    elif relation == "part":
        event.parts.append(row)
    elif relation == "disputed":
        event.doubts.append(reason)
    elif relation != "superseded":
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
    row.beside_disputed = row.sentence is not None and bool(index[("disputed", row.sentence)])
    known = [event for event in candidates if not any(member.key in apart.get(row.key, ()) for member, _, _ in event.members)]
    again = retold(row, known)
    if again is not None:
        return again
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
    for name in ("words", "roles", "places", "dates", "incidents"):
        getattr(home, name).update(getattr(event, name))
