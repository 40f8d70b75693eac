"""Rows of the table of reports as merging reads them, and the events they are told of."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ...arabic import fold
from ..vocabulary import words_of

_COLUMNS = ("article", "report", "outcome", "low", "high", "approx", "vague", "victims", "role", "scope", "part_of", "quote", "start", "source", "place",
            "date", "sentence", "trigger", "rule", "incident", "cues")
_GENERIC = frozenset(map(fold, ("شخص", "شخصا", "أشخاص", "الأشخاص", "قتيل", "قتيلا", "قتلى", "القتلى", "جريح", "جريحا", "جرحى",
                                "مصاب", "مصابا", "مصابين", "ضحايا",
                                "ضحية", "آخر", "آخرون", "آخرين", "إنسان", "فرد", "أفراد", "من", "على", "الأقل", "نحو",
                                "حوالي", "أكثر", "عدد", "كبير", "بعض", "شهيد",
                                "شهيدا", "شهداء", "فردا", "مواطن", "مواطنا", "مواطنين", "جثة", "جثث")))
_NEW_TOLL = tuple(map(fold, ("ارتفع", "ارتفعت", "ارتفاع", "يرتفع", "ليرتفع", "لترتفع", "الحصيلة", "حصيلة", "بلغت", "بلغ", "ترتفع")))
LOOK_BACK = 40  # events compared with a report beyond those of equal numbers: keeps time linear in the number of reports


@dataclass(slots=True)
class Told:
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
    incident: int | None = None
    cues: frozenset = frozenset()
    sum_in_sentence: int | None = None  # with the other counts of its outcome in the sentence
    beside_disputed: bool = False  # another outcome's count in the sentence is another source's
    words: frozenset = frozenset()
    new_toll: bool = False

    @property
    def key(self):
        return self.article, self.report

    @property
    def to_care(self) -> bool:
        """True of a count of those taken to hospital (ونقل 3)."""
        return fold(self.trigger).lstrip("وف") in words_of("taken_to_care")

    @property
    def quantity(self):
        return self.low, self.high, self.vague


@dataclass(slots=True)
class Event:
    """Reports told of one event, the figures that stand, and what was undecidable."""

    first: Told
    standing: list = field(default_factory=list)  # reports whose figures stand
    members: list = field(default_factory=list)  # (report, relation, reason)
    doubts: list = field(default_factory=list)
    parts: list = field(default_factory=list)
    words: set = field(default_factory=set)  # of all its members but parts, as are the next five
    roles: set = field(default_factory=set)
    places: set = field(default_factory=set)
    dates: set = field(default_factory=set)
    incidents: set = field(default_factory=set)
    many: bool = False  # its toll is that of many incidents (سلسلة تفجيرات)

    @property
    def several(self) -> bool:
        """True of a toll, False of one person's death."""
        return any((row.low or 0) > 1 for row in self.standing)

    def add(self, row, relation: str, reason: str) -> None:
        """One more report told of the event."""
        self.members.append((row, relation, reason))
        if relation == "part":
            return
        self.words |= row.words
        self.roles |= {row.role} - {"unknown", ""}
        self.places |= {row.place} - {None, ""}
        self.dates |= {row.date} - {None}
        self.incidents |= {row.incident} - {None}
        self.many = self.many or "many" in row.cues


def rows_of(reports) -> list[Told]:
    """The rows of a reports or events table as records, missing columns and values as None."""
    columns = {name: _plain(reports[name]) for name in _COLUMNS if name in reports}
    rows = []
    for at, label in enumerate(reports.index):
        row = Told(label)
        for name, values in columns.items():
            if values[at] is not None:
                setattr(row, name, values[at])
        row.article, row.report = str(row.article), at if row.report is None else int(row.report)
        for name in ("low", "high", "part_of"):
            value = getattr(row, name)
            setattr(row, name, None if value is None else int(value))
        row.cues = frozenset(row.cues.split()) if isinstance(row.cues, str) else frozenset()
        words = fold(row.victims or row.quote).split()
        row.words = frozenset(_without_article(word) for word in words if word not in _GENERIC and not word.isdigit())
        told = fold(f"{row.trigger} {row.quote} {row.rule}").split()
        row.new_toll = any(word.lstrip("وفل") in _NEW_TOLL or word in _NEW_TOLL for word in told)
        row.date = _day(row.date)
        rows.append(row)
    return rows


def _without_article(word: str) -> str:
    """الجنود and جنود are the same people."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def _plain(column) -> list:
    missing = column.isna()
    return [None if absent else value for value, absent in zip(column.tolist(), missing.tolist())]


def _day(value):
    return value.date() if hasattr(value, "date") else value


def pairs(pairs: Iterable) -> dict:
    found = defaultdict(set)
    for a, b in pairs:
        a, b = (str(a[0]), int(a[1])), (str(b[0]), int(b[1]))
        found[a].add(b)
        found[b].add(a)
    return found
