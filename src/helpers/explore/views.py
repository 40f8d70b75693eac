"""What the panel shows of a row: its label, its sentence, why it is there, its article with everything marked."""
from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

import pandas as pd

from helpers import corpus, rtl

from .tables import Tables

__all__ = ["article", "found", "label", "plain", "quantity", "sentence", "why"]

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00-\x1f\x7f\ud800-\udfff]+")
_AROUND = 8000  # characters of a long article shown on each side of the row
_WHOLE = 2 * _AROUND


def label(row: dict, tables: Tables, lang: str = "ar") -> str:
    """One line for a report or mention, as plain text."""
    place = tables.label(row["article"])
    if "outcome" in row:
        parts = [f"{rtl.word('outcome', row['outcome'], lang)}: {quantity(row, lang)}", _given(row, "victims"), _given(row, "source")]
    else:
        parts = [_given(row, "name_ar") or row["actor"], f"«{row['quote']}»"]
    return plain(" · ".join([part for part in parts if part] + [place]))


def quantity(row: dict, lang: str = "ar") -> str:
    """The bounds of a report in words."""
    return rtl.quantity(_number(row, "low"), _number(row, "high"), row.get("approx") is True or row.get("approx") == True, _given(row, "vague") or None, lang)  # noqa: E712


def plain(text: str) -> str:
    """Text on one line, without the controls that would turn what stands around it."""
    return " ".join(_TURNS.sub(" ", str(text)).split())


def sentence(row: dict, tables: Tables) -> str:
    """The sentence a row comes from, its words marked, as HTML."""
    text = tables.text(row["article"])
    start, end = sentence_span(text, int(row["start"]), int(row["end"]))
    mark = (int(row["start"]) - start, min(int(row["end"]), end) - start, "casualty" if "outcome" in row else "actor", "")
    return _markup(rtl.highlight(text[start:end], [mark], legend=False, title=tables.label(row["article"])))


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a span starts and ends; at most what a reader takes in at a glance."""
    lead = max(0, start - 2000)
    near = text[lead : end + 2000]
    for first, last in corpus.split(near):
        if first <= start - lead < last:
            return lead + first, max(lead + last, end)
    return start, end


def why(row: dict, tables: Tables) -> str:
    """Why a row is there: the words, the rule, the merge; as HTML."""
    pairs = _why_report(row, tables) if "outcome" in row else _why_mention(row)
    cells = "".join(f'<tr><th scope="row" style="text-align:left;padding-right:1em;vertical-align:top;font-weight:600">{escape(name)}</th>'
                    f'<td style="text-align:left">{_isolated(value)}</td></tr>' for name, value in pairs if value)
    return f'<table class="explore-why"><tbody>{cells}</tbody></table>'


def _isolated(value: str) -> str:
    """Parts in two directions, each kept to itself."""
    return " · ".join(f'<bdi dir="auto">{escape(plain(part))}</bdi>' for part in value.split(" · "))


def _why_report(row: dict, tables: Tables) -> Iterable[tuple[str, str]]:
    yield "outcome", f"{rtl.word('outcome', row['outcome'], 'en')} · {rtl.word('outcome', row['outcome'], 'ar')}"
    yield "number", f"{quantity(row, 'en')} · {quantity(row, 'ar')}"
    yield "words used", _given(row, "quote")
    yield "trigger", _given(row, "trigger")
    yield "rule", _given(row, "rule").replace("_", " ")
    yield "doubt", _given(row, "doubt")
    yield "people", " · ".join(part for part in (_given(row, "victims"), _given(row, "role")) if part)
    yield "source", _given(row, "source") or "the article itself"
    yield "where and when", " · ".join(part for part in (_given(row, "place"), _given(row, "date")[:10]) if part)
    if _number(row, "part_of") is not None:
        whole = tables.reports[(tables.reports["article"] == row["article"]) & (tables.reports["report"] == int(row["part_of"]))]
        yield "part of", "; ".join(_given(other, "quote") for other in whole.to_dict("records")) + " (never added to it)"
    if _given(row, "scope") == "cumulative":
        yield "scope", "a total over a longer time, never added to events"
    yield "event", " · ".join(part for part in (_given(row, "event"), _given(row, "relation"), _given(row, "reason")) if part)
    others = _same_event(row, tables)
    if others:
        yield "told also", "; ".join(f"«{_given(other, 'quote')}» ({tables.label(other['article'])})" for other in others[:6])


def _same_event(row: dict, tables: Tables) -> list[dict]:
    event = _given(row, "event")
    if not event:
        return []
    rows = tables.reports[tables.reports["event"] == event].to_dict("records")
    return [other for other in rows if (other["article"], other["start"]) != (row["article"], row["start"])]


def _why_mention(row: dict) -> Iterable[tuple[str, str]]:
    yield "actor", " · ".join(part for part in (_given(row, "name_ar"), _given(row, "name_en"), _given(row, "actor")) if part)
    yield "kind", _given(row, "kind")
    yield "words used", _given(row, "quote")
    yield "form", _given(row, "form")


def article(row: dict, tables: Tables, spans: Iterable, whole: bool = False) -> str:
    """The article of a row, right to left, with what was found in it marked and explained; a long one around the row only."""
    text = tables.text(row["article"])
    start, end = 0, len(text)
    if not whole and len(text) > _WHOLE:
        start = text.rfind(" ", 0, max(1, int(row["start"]) - _AROUND)) + 1
        end = text.find(" ", int(row["end"]) + _AROUND)
        end = len(text) if end < 0 else end
    inside = [_moved(span, start) for span in spans if start <= span["start"] and span["end"] <= end]
    note = "" if (start, end) == (0, len(text)) else f"<p>Characters {start:,} to {end:,} of {len(text):,}; tick “whole article” for the rest.</p>"
    return note + _markup(rtl.highlight(text[start:end], inside, title=tables.label(row["article"])))


def found(tables: Tables, article: str) -> list[dict]:
    """Everything found in one article, as rows that `rtl.highlight` understands: numbers, sources, mentions, reports."""
    from helpers import numbers, sources
    one = tables.articles[tables.articles["article"] == article]
    frames = [numbers.table(one), tables.mentions[tables.mentions["article"] == article], tables.reports[tables.reports["article"] == article]]
    return [*_attributions(sources.table(one)), *(row for frame in frames for row in frame.to_dict("records"))]


def _attributions(attributions: pd.DataFrame) -> Iterable[dict]:
    """The name of each source and the word that brings it in; what is said itself stays unmarked, for it is half of the article."""
    spans = {}
    for row in attributions.to_dict("records"):
        for start, end in ((row["cue_start"], row["cue_end"]), (row["source_start"], row["source_end"])):
            if _given({"start": start}, "start"):
                spans.setdefault((int(start), int(end)), _given(row, "name") or _given(row, "source"))
    return [{"start": start, "end": end, "mark": "source", "note": name} for (start, end), name in spans.items()]


def _moved(span: dict, by: int) -> dict:
    return span | {"start": int(span["start"]) - by, "end": int(span["end"]) - by}


def _markup(shown) -> str:
    return shown._repr_html_()


def _given(row: dict, name: str) -> str:
    value = row.get(name)
    return "" if value is None or value is pd.NA or value is pd.NaT or value != value else str(value)


def _number(row: dict, name: str) -> int | None:
    value = _given(row, name)
    return int(float(value)) if value else None
