"""Reports to events: who was harmed, each told once, and sums by a named convention.

`members` says of every report which event it belongs to and why; `events` keeps one row an event that a chart may add;
`conventions.totals` adds them. Parts, repeats, earlier tolls and cumulative figures are no rows of `events` but stay in `members`, and every
merge can be undone by hand (`apart`) or added (`together`).

Two reports are one event where outcome, numbers, people, place and date all agree and something speaks for it; where the words
leave it open they stay two, and `doubt` says so.
"""
from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .. import lexicon
from ..arabic import fold

__all__ = ["conventions", "members", "events", "totals"]

_COLUMNS = ("article", "report", "outcome", "low", "high", "approx", "vague", "victims", "role", "scope", "part_of", "quote", "start", "source", "place",
            "date", "sentence", "trigger", "rule")
_VAGUE_BOUNDS = {"several": (3, None), "tens": (10, 99), "hundreds": (100, 999), "thousands": (1000, 9999), "tens_of_thousands": (10000, 99999),
                 "hundreds_of_thousands": (100000, 999999), "millions": (1000000, None)}
_GENERIC = frozenset(map(fold, ("شخص", "شخصا", "أشخاص", "الأشخاص", "قتيل", "قتيلا", "قتلى", "القتلى", "جريح", "جريحا", "جرحى",
                                "مصاب", "مصابا", "مصابين", "ضحايا",
                                "ضحية", "آخر", "آخرون", "آخرين", "إنسان", "فرد", "أفراد", "من", "على", "الأقل", "نحو",
                                "حوالي", "أكثر", "عدد", "كبير", "بعض", "شهيد",
                                "شهيدا", "شهداء", "فردا", "مواطن", "مواطنا", "مواطنين", "جثة", "جثث")))
_NEW_TOLL = tuple(map(fold, ("ارتفع", "ارتفعت", "ارتفاع", "يرتفع", "ليرتفع", "لترتفع", "الحصيلة", "حصيلة", "بلغت", "بلغ", "ترتفع")))
_LATER_DAYS = 3
_LOOK_BACK = 40  # events compared with a report beyond those of equal numbers: keeps time linear in the number of reports


@dataclass(slots=True)
class _Report:
    """One row of the reports table, missing values as None."""

    label: object
    article: str = ""
    report: int | None = None
    outcome: str = ""
    low: int | None = None
    high: int | None = None
    approx: bool = False
    vague: str = ""
    victims: str = ""
    role: str = "unknown"
    scope: str = "event"
    part_of: int | None = None
    quote: str = ""
    start: int | None = None
    source: str | None = None
    place: str | None = None
    date: object = None
    sentence: int | None = None
    trigger: str = ""
    rule: str = ""
    words: frozenset = frozenset()
    new_toll: bool = False

    @property
    def key(self):
        return self.article, self.report

    @property
    def quantity(self):
        return self.low, self.high, self.vague


@dataclass(slots=True)
class _Event:
    """Reports told of one event, the figures that stand, and what was undecidable."""

    first: _Report
    standing: list = field(default_factory=list)  # reports whose figures stand
    members: list = field(default_factory=list)  # (report, relation, reason)
    doubts: list = field(default_factory=list)
    parts: list = field(default_factory=list)
    words: set = field(default_factory=set)  # of all its members, as are the next three
    roles: set = field(default_factory=set)
    places: set = field(default_factory=set)
    dates: set = field(default_factory=set)

    def add(self, row, relation: str, reason: str) -> None:
        """One more report told of the event."""
        self.members.append((row, relation, reason))
        self.words |= row.words
        self.roles |= {row.role} - {"unknown", ""}
        self.places |= {row.place} - {None, ""}
        self.dates |= {row.date} - {None}


def members(reports, *, apart: Iterable = (), together: Iterable = ()):
    """Which event each report belongs to, and why.

    Parameters
    ----------
    reports : DataFrame
        Any rows of the table of `casualties.table`. Needed: `article`, `outcome`; other columns may lack or hold missing values.
    apart, together : iterable of pairs of (article, report)
        Reports that an analyst keeps apart, or merges, whatever the rules say.

    Returns
    -------
    DataFrame
        One row a report, in the order given and with its index: `article`, `report`; `event` (missing: belongs to none);
        `relation`: ``first`` (the event's first report), ``repeat``, ``superseded`` (a later toll replaces it), ``update`` (that later
        toll), ``part`` (inside a whole), ``cumulative``; `reason`, a sentence.
    """
    import pandas as pd

    rows = rows_of(reports)
    found, loose = _merge(rows, _pairs(apart), _pairs(together))
    by_label = {}
    for event in found:
        for report, relation, reason in event.members:
            by_label[id(report)] = (_name(event), relation, reason)
    for report, relation, reason in loose:
        by_label[id(report)] = (None, relation, reason)
    out = [(row.article, row.report, *by_label[id(row)]) for row in rows]
    frame = pd.DataFrame(out, columns=["article", "report", "event", "relation", "reason"], index=reports.index)
    return frame.astype({"article": "string", "report": "Int64", "event": "string", "relation": "string", "reason": "string"})


def events(reports, *, apart: Iterable = (), together: Iterable = ()):
    """One row an event that a chart may add.

    Parameters
    ----------
    reports : DataFrame
        Any rows of the table of `casualties.table`: one article or many, columns missing or not.
    apart, together : iterable of pairs of (article, report)
        Merges undone, and merges made, by hand.

    Returns
    -------
    DataFrame
        `event` (id: article/report of its first report), `outcome`, `low`, `high` (missing: open), `approx`, `vague`, `victims`, `role`,
        `article` (where first told), `articles` (list), `reports`, `parts` (lists of index labels of `reports`: ``reports.loc[...]`` are the
        rows), `place`, `date`, `sources` (list; empty: the articles themselves), `why` (how its reports were merged, missing: one report),
        `doubt` (what could not be decided, missing: nothing). A denial ("nobody was hurt") is a row with 0 and adds nothing. Parts,
        repeats, superseded and cumulative reports are no rows; `members` leads to them.
    """
    import pandas as pd

    found, _ = _merge(rows_of(reports), _pairs(apart), _pairs(together))
    frame = pd.DataFrame([_row(event) for event in found], columns=list(_EVENT_TYPES))
    return frame.astype(_EVENT_TYPES)


_EVENT_TYPES = {"event": "string", "outcome": "string", "low": "Int64", "high": "Int64", "approx": "boolean", "vague": "string", "victims": "string",
                "role": "string", "article": "string", "articles": "object", "reports": "object", "parts": "object", "place": "string",
                "date": "datetime64[s]", "sources": "object", "why": "string", "doubt": "string"}


# ---------------------------------------------------------------------------------------------- rows in

def rows_of(reports) -> list[_Report]:
    """The rows of a reports or events table as records, missing columns and values as None."""
    columns = {name: _plain(reports[name]) for name in _COLUMNS if name in reports}
    rows = []
    for at, label in enumerate(reports.index):
        row = _Report(label)
        for name, values in columns.items():
            if values[at] is not None:
                setattr(row, name, values[at])
        row.article, row.report = str(row.article), at if row.report is None else int(row.report)
        for name in ("low", "high", "part_of"):
            value = getattr(row, name)
            setattr(row, name, None if value is None else int(value))
        words = fold(row.victims or row.quote).split()
        row.words = frozenset(word for word in words if word not in _GENERIC and not word.isdigit())
        told = fold(f"{row.trigger} {row.quote} {row.rule}").split()
        row.new_toll = any(word.lstrip("وفل") in _NEW_TOLL or word in _NEW_TOLL for word in told)
        row.date = _day(row.date)
        rows.append(row)
    return rows


def _plain(column) -> list:
    missing = column.isna()
    return [None if absent else value for value, absent in zip(column.tolist(), missing.tolist())]


def _day(value):
    return value.date() if hasattr(value, "date") else value


def _pairs(pairs: Iterable) -> dict:
    found = defaultdict(set)
    for a, b in pairs:
        a, b = (str(a[0]), int(a[1])), (str(b[0]), int(b[1]))
        found[a].add(b)
        found[b].add(a)
    return found


# ---------------------------------------------------------------------------------------------- merging

def _merge(rows: Sequence[_Report], apart: dict, together: dict):
    """Events, and the reports that belong to none, by article first and then across articles."""
    of_article = defaultdict(list)
    for row in rows:
        of_article[row.article].append(row)
    found, loose, owner = [], [], {}
    for article_rows in of_article.values():
        ordered = sorted(article_rows, key=lambda row: (row.start is None, row.start or 0, row.report))
        found += _merge_article(ordered, apart, together, owner, loose)
    return _merge_articles(found, apart, together), loose


def _merge_article(rows, apart, together, owner, loose) -> list[_Event]:
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


def _merge_companions(found, apart, owner) -> list[_Event]:
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
    return _numbers(row, event.standing[-1]) in ("equal", "agree") and _people_agree(row, event) and _places(row, event) != "other"


def _place_report(row, found, index, apart, together, owner):
    event, relation, reason = _home(row, index, apart, together)
    if event is None:
        event = _Event(row)
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
        relation, reason = _same_in_article(row, event)
        if relation == "doubt":
            doubts.append((event, reason))
        elif relation:
            return event, relation, reason
    for event, reason in doubts[:1]:
        row_doubt = f"{reason}: {event.first.quote}"
        kept = kept or f"told here first; {row_doubt}"
    return None, "", kept


def _candidates(row, index) -> list[_Event]:
    equal = index[(row.outcome, row.quantity)]
    near = index[row.outcome][-_LOOK_BACK:]
    seen, out = set(), []
    for event in [*reversed(equal[-_LOOK_BACK:]), *reversed(near)]:
        if id(event) not in seen:
            seen.add(id(event))
            out.append(event)
    return out


def _same_in_article(row, event) -> tuple[str, str]:
    """("repeat" | "update" | "doubt" | "", reason) of a report against an event of the same article."""
    if any(row.sentence is not None and member.sentence == row.sentence and member.article == row.article for member, _, _ in event.members[-_LOOK_BACK:]):
        return "", ""  # two counts in one sentence are two groups of people
    last = event.standing[-1]
    if not _people_agree(row, event) or not _days_agree(row, event, 1):
        return "", ""
    where = _places(row, event)
    if where == "other":
        return "", ""
    numbers = _numbers(row, last)
    same_words = len(row.quote.split()) >= 2 and fold(row.quote) == fold(last.quote)
    if row.new_toll and numbers != "equal" and (row.low or 0) >= (last.low or 0) and not row.words - event.words - row.words & event.words:
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
    if shared and (where == "same" or len(shared) >= 2):
        return "repeat", f"the same number and the same words for the people, {at}"
    if number == 1 and where == "same" and _described_then_named(row, last):
        return "repeat", "one person at the same place, described and named"
    if number > 2 or where == "same":
        return "doubt", "may be the same event: the same number"
    return "", ""


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


def _people_agree(row, event) -> bool:
    roles = event.roles
    if row.role not in ("unknown", "") and roles and row.role not in roles:
        return False
    words = event.words
    if not row.words or not words or row.words & words:
        return True
    # شخصا against مدنيا agree: one is generic; جنود against أطفال do not
    return row.low is None or row.low > 10 or row.role in ("unknown", "") or not roles


def _days_agree(row, event, days) -> bool:
    return row.date is None or not event.dates or min(abs((row.date - date).days) for date in event.dates) <= days


def _places(row, event) -> str:
    """same, open (one is not stated, or is a whole country) or other."""
    from .. import places  # loads the gazetteer, which articles without casualties do not need

    named = event.places
    if not row.place or not named:
        return "open"
    found = {places.compare(row.place, place) for place in named}
    return next(answer for answer in ("same", "open", "other") if answer in found)


def _numbers(row, other) -> str:
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


# ---------------------------------------------------------------------------------------------- across articles

def _merge_articles(found: list[_Event], apart, together) -> list[_Event]:
    """Events of neighbouring dates and the same place in different articles, made one."""
    kept: list[_Event] = []
    index = defaultdict(list)
    by_key = {}
    for event in sorted(found, key=lambda event: (event.first.date is not None, event.first.date or datetime.date.min)):
        home, relation, reason = _home_across(event, index, by_key, apart, together)
        if home is None:
            kept.append(event)
            home = event
        else:
            _absorb(home, event, relation, reason)
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
        for other in index[(row.outcome, day)][-_LOOK_BACK:]:
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
    for other in index[(row.outcome, row.quantity)][-_LOOK_BACK:]:
        if other.first.article != row.article and (row.low or 0) >= 3 and _places(row, other) == "same" and _people_agree(row, other):
            event.doubts.append(f"may be the same event as in {other.first.article}, where no day is stated: {other.first.quote}")
            return


def _same_across(row, other) -> tuple[str, str]:
    last = other.standing[-1]
    if _places(row, other) != "same" or not _people_agree(row, other):
        return "", ""
    numbers = _numbers(row, last)
    near = _days_agree(row, other, 1)
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


def _absorb(home, event, relation, reason):
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


# ---------------------------------------------------------------------------------------------- rows out

def _name(event) -> str:
    return f"{event.first.article}/{event.first.report}"


def _row(event) -> list:
    standing = event.standing
    low = max((row.low for row in standing if row.low is not None), default=None)
    high = min((row.high for row in standing if row.high is not None), default=None)
    counted = [row for row in standing if row.low is not None or row.high is not None]
    if low is not None and high is not None and low > high:  # نحو 25 and 26: the bounds of the report that is not rounded
        exact = [row for row in counted if not row.approx] or counted
        low, high = exact[0].low, exact[0].high
    vague = "" if counted else next((row.vague for row in standing if row.vague), "")
    told = [member for member, kind, _ in event.members if kind != "part"]
    tellers = [*standing, *told]
    reasons = [f"{member.article}/{member.report} {kind}: {why}" for member, kind, why in event.members if kind not in ("first", "part")]
    doubts = [*event.doubts, *(why.split("; ", 1)[1] for _, kind, why in event.members if kind == "first" and "; may be" in why)]
    place = max((row.place for row in tellers if row.place), key=len, default=None)
    role = next((row.role for row in tellers if row.role not in ("unknown", "")), "unknown")
    victims = max((row.victims for row in standing if row.victims), key=len, default="")
    return [_name(event), event.first.outcome, low, high, bool(counted) and all(row.approx for row in counted), vague, victims, role, event.first.article,
            list(dict.fromkeys(row.article for row in told)), [row.label for row in told], [row.label for row in event.parts], place,
            next((row.date for row in tellers if row.date is not None), None), list(dict.fromkeys(row.source for row in told if row.source)),
            "; ".join(reasons) or None, "; ".join(dict.fromkeys(doubts)) or None]
