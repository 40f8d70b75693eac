"""One coded statement that people suffered an outcome, and the way to show why it was coded."""
from __future__ import annotations

import html
from dataclasses import dataclass

__all__ = ["Explanation", "Report"]


@dataclass(frozen=True, slots=True)
class Report:
    """One report, as the codebook defines it.

    outcome: killed, injured, killed_or_injured, missing, captured, displaced, besieged or evacuated.
    low, high: the bounds the words give, in people; an open side is None. approx: True after نحو and the like.
    vague: several, tens, hundreds …, where no number is stated, else "".
    victims, role, scope: who; civilian, combatant, official or unknown; event or cumulative.
    part_of: index in the same list of the report this one is a part of, or None.
    quote, start, end: the words that state quantity and people, text[start:end].
    source, place: according to whom and the nearest place named, or None.
    trigger, rule, words: the outcome's word, the name of the rule that read it, the words of the count.
    doubt: why a person should look again, or "".
    """

    outcome: str
    low: int | None
    high: int | None
    approx: bool
    vague: str
    victims: str
    role: str
    scope: str
    part_of: int | None
    quote: str
    start: int
    end: int
    source: str | None
    place: str | None
    trigger: str
    rule: str
    words: str
    doubt: str = ""

    @property
    def quantity(self) -> str:
        """The count for a reader: 15, 15+, ≤25, ~25, 10–15, or the vague word.

        >>> Report("killed", 15, None, False, "", "", "unknown", "event", None, "", 0, 0, None, None, "", "", "").quantity
        '15+'
        """
        if self.low is None and self.high is None:
            return self.vague or "?"
        about = "~" if self.approx else ""
        if self.high is None:
            return f"{about}{self.low}+"
        if self.low is None:
            return f"≤{self.high}"
        return f"{about}{self.low}" if self.low == self.high else f"{about}{self.low}–{self.high}"


_COLOURS = {"killed": "#f3c9c4", "injured": "#fbe3b5", "killed_or_injured": "#f7d6bd", "missing": "#dcd9ee", "captured": "#cfe3ef", "displaced": "#d5ead2",
            "besieged": "#e6e0cf", "evacuated": "#d2ebe6"}


class Explanation:
    """The reports of one text and why each is there; prints as text, shows as marked HTML in a notebook."""

    def __init__(self, text: str, reports: list[Report]):
        self.text, self.reports = text, reports

    def __str__(self) -> str:
        if not self.reports:
            return "no report"
        lines = []
        for index, report in enumerate(self.reports):
            part = f", part of {report.part_of}" if report.part_of is not None else ""
            lines.append(f"{index}: {report.outcome} {report.quantity}{part} [{report.role}, {report.scope}] «{report.quote}»")
            lines.append(f"   rule {report.rule}; trigger «{report.trigger}»; count «{report.words}»; victims «{report.victims}»")
            if report.source:
                lines.append(f"   according to {report.source}")
            if report.doubt:
                lines.append(f"   doubt: {report.doubt}")
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return f"{self._marked()}{self._table()}"

    def _marked(self) -> str:
        pieces, at = [], 0
        for index, report in sorted(enumerate(self.reports), key=lambda item: (item[1].start, -item[1].end)):
            if report.start < at:  # nested quotes: the outer one is marked, the table names both
                continue
            pieces.append(html.escape(self.text[at : report.start]))
            colour = _COLOURS.get(report.outcome, "#eeeeee")
            pieces.append(f'<mark style="background:{colour};color:#000" title="{report.outcome} {html.escape(report.quantity)}">'
                          f"{html.escape(self.text[report.start : report.end])}<sup>{index}</sup></mark>")
            at = report.end
        pieces.append(html.escape(self.text[at:]))
        return f'<p dir="rtl" style="text-align:right;line-height:1.9;white-space:pre-wrap">{"".join(pieces)}</p>'

    def _table(self) -> str:
        if not self.reports:
            return "<p>no report</p>"
        names = ("report", "outcome", "quantity", "victims", "role", "scope", "part of", "rule", "trigger", "count", "source", "doubt")
        rows = []
        for index, report in enumerate(self.reports):
            cells = (str(index), report.outcome, report.quantity, report.victims, report.role, report.scope, "" if report.part_of is None else str(report.part_of),
                     report.rule, report.trigger, report.words, report.source or "", report.doubt)
            rows.append("<tr>" + "".join(f'<td dir="auto" style="text-align:start">{html.escape(cell)}</td>' for cell in cells) + "</tr>")
        head = "".join(f'<th style="text-align:start">{name}</th>' for name in names)
        return f'<table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
