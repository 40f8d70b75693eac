"""Tables and marked text as HTML, right to left, everything escaped.

All that comes from outside is text: `&`, `<`, `>` and quotes are escaped, controls that would turn the text around them are left
out, and each cell and mark is a direction of its own.
"""
from __future__ import annotations

import html
import re
from collections.abc import Iterable

from . import words

__all__ = ["STYLE", "Highlight", "Table", "highlight", "table"]

# grey-safe: each kind has its own line under the words, beside its tint
_MARKS = {
    "number": ("#fff3bf", "2px solid #b08900"),
    "casualty": ("#ffd8cc", "3px double #b3391a"),
    "actor": ("#d6e6f7", "2px dotted #0b5394"),
    "date": ("#dcefdc", "2px dashed #2d6a2d"),
    "source": ("#eadcf4", "1px solid #6a3d9a"),
    "term": ("#e8e8e8", "1px solid #555555"),
}
_TABLE = "border-collapse:collapse;margin:.5em 0;font-size:.95em"
_CELL = "padding:.25em .7em;border-bottom:1px solid #d8d8d8;vertical-align:top;unicode-bidi:isolate"
STYLE = (
    "<style>.rtl,.rtl-widget{direction:rtl;text-align:right}.rtl-table td,.rtl-table th{unicode-bidi:isolate}"
    ".rtl-text{direction:rtl;text-align:right;line-height:2;font-size:1.08em;max-width:46em}"
    ".rtl-text mark{padding:.05em .15em;border-radius:.2em;color:inherit}</style>"
)
"""Style of right-to-left output; `setup` puts it into the notebook once, the inline styles of each output do without it."""

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


_UNBROKEN = re.compile(r"[\w./:+-]{1,40}", re.ASCII)


def _clean(text: str) -> str:
    return html.escape(_TURNS.sub("", text), quote=True)


class _Shown:
    """HTML that Jupyter shows."""

    def __init__(self, markup: str):
        self.markup = markup

    def _repr_html_(self) -> str:
        return self.markup

    def __str__(self) -> str:
        return self.markup

    def __repr__(self) -> str:  # no address: a notebook's outputs are the same every time
        return type(self).__name__


class Table(_Shown):
    """A table as right-to-left HTML."""


class Highlight(_Shown):
    """A text with its marks as right-to-left HTML."""


def table(frame, *, lang: str = "ar", columns: dict[str, str] | None = None, caption: str | None = None, rows: int | None = 60, index: bool = False,
          digits: str = "western", translate: bool = False) -> Table:
    """A DataFrame right to left, as JupyterLab, a report or a page shows it.

    Parameters
    ----------
    frame : pandas.DataFrame or Series
    lang : {"ar", "en"}
        Direction: "ar" puts the first column on the right, "en" on the left.
    columns : dict, optional
        Column → heading, in the order to show; all columns under their own names when left out.
    caption : str, optional
        Shown above.
    rows : int, optional
        At most so many rows, then a line that says how many are not shown; None shows all.
    index : bool
        Show the index as first column.
    digits : {"western", "arabic"}
        Digits of numbers; text stays as it is.
    translate : bool
        Show codes of the codebook (outcome, vague, role, scope, form) by their words in data/labels.csv: killed as قتلى.

    Returns
    -------
    Table
        Has `_repr_html_` and `str()`. Missing values are shown as –, whole numbers without decimals. All text is escaped.

    Examples
    --------
    >>> import pandas as pd
    >>> shown = str(table(pd.DataFrame({"المكان": ["<b>حلب</b>"], "القتلى": [15]})))
    >>> 'dir="rtl"' in shown, "&lt;b&gt;حلب&lt;/b&gt;" in shown
    (True, True)
    """
    words.check_lang(lang)
    if not hasattr(frame, "columns"):
        frame = frame.to_frame()
    if index:
        frame = frame.reset_index()
    headings = columns or {name: str(name) for name in frame.columns}
    if unknown := [name for name in headings if name not in frame.columns]:
        raise ValueError(f"no such column: {', '.join(map(repr, unknown))}; the table has {', '.join(map(str, frame.columns))}")
    shown = frame.loc[:, list(headings)] if rows is None else frame.loc[:, list(headings)].head(rows)
    if translate:
        coded = {name: [_coded(name, value, lang) for value in shown[name]] for name in shown.columns if name in _CODED}
        shown = shown.astype(dict.fromkeys(coded, object)).assign(**coded)
    direction, side = ("rtl", "right") if lang == "ar" else ("ltr", "left")
    parts = [f'<table class="rtl-table" dir="{direction}" style="{_TABLE};direction:{direction};text-align:{side}">']
    if caption:
        parts.append(f'<caption dir="auto" style="text-align:{side};font-weight:bold;padding:.3em 0">{_clean(caption)}</caption>')
    heads = "".join(f'<th scope="col" dir="auto" style="{_CELL};text-align:{side};border-bottom:2px solid #666">{_clean(str(title))}</th>'
                    for title in headings.values())
    parts.append(f"<thead><tr>{heads}</tr></thead><tbody>")
    for record in shown.itertuples(index=False, name=None):
        cells = "".join(_cell(value, side, digits) for value in record)
        parts.append(f"<tr>{cells}</tr>")
    parts.append("</tbody>")
    if len(shown) < len(frame):
        note = words.word("phrase", "not_shown", lang).format(n=words.counted(len(frame) - len(shown), "row", lang, digits))
        parts.append(f'<tfoot><tr><td colspan="{len(headings)}" style="{_CELL};text-align:{side};font-size:.85em">{note}</td></tr></tfoot>')
    parts.append("</table>")
    return Table("".join(parts))


_CODED = ("outcome", "vague", "role", "scope", "form")


def _coded(group: str, value, lang: str):
    return words.word(group, value, lang) if isinstance(value, str) and value else value


def _cell(value, side: str, digits: str) -> str:
    text, numeric = _value(value, digits)
    if numeric:  # numbers stand under their heading, on the side where reading starts
        return f'<td dir="ltr" style="{_CELL};text-align:{side};white-space:nowrap;font-variant-numeric:tabular-nums">{_clean(text)}</td>'
    # words in their own direction; a date or an id is not broken at its hyphens
    extra = ";white-space:nowrap" if _UNBROKEN.fullmatch(text) else ""
    return f'<td dir="auto" style="{_CELL};text-align:start{extra}">{_clean(text)}</td>'


def _value(value, digits: str) -> tuple[str, bool]:
    import numbers as abstract

    import pandas as pd

    if isinstance(value, str):
        return value, False
    if isinstance(value, (list, tuple, set, frozenset)):
        return "، ".join(_value(item, digits)[0] for item in value), False
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return "–", True
    if isinstance(value, (bool,)) or type(value).__name__ in ("bool_", "bool"):
        return ("نعم" if value else "لا"), False
    if isinstance(value, pd.Timestamp):
        return words.digits(value.strftime("%Y-%m-%d" if value == value.normalize() else "%Y-%m-%d %H:%M"), digits), True
    if isinstance(value, abstract.Real):
        whole = float(value).is_integer() if abs(float(value)) < 1e15 else False
        return words.number(value, digits) if whole else words.digits(f"{float(value):,.4g}", digits), True
    return str(value), False


def highlight(text: str, spans: Iterable = (), *, lang: str = "ar", legend: bool = True, title: str | None = None) -> Highlight:
    """A text with what was found in it marked, and explained where the pointer rests.

    Parameters
    ----------
    text : str
        The text that `find` was given.
    spans : iterable
        What `numbers.find`, `casualties.find`, `actors.find`, `dates.find` or `sources.find` returned, together or alone; rows of their tables (a
        DataFrame with `start` and `end`); or (start, end, kind, note) tuples with kind one of number, casualty, actor, date,
        source, term. Spans may nest and cross.
    lang : {"ar", "en"}
        Language of the explanations and the legend.
    legend : bool
        Say above the text what each mark means.
    title : str, optional
        Heading, such as the article's label.

    Returns
    -------
    Highlight

    Raises
    ------
    ValueError
        A span lies outside the text.

    Examples
    --------
    >>> print(highlight("قتل ثلاثة", [(4, 9, "number", "3")], legend=False))  # doctest: +ELLIPSIS
    <div class="rtl rtl-text" dir="rtl" ...>قتل <mark class="number" ... title="عدد: 3">ثلاثة</mark></div>
    """
    words.check_lang(lang)
    marks = [_mark(span, lang) for span in _items(spans)]
    for start, end, _, _ in marks:
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"span {start}:{end} lies outside the text, which has {len(text)} characters: give the spans found in this very text")
    parts = ['<div class="rtl rtl-text" dir="rtl" style="direction:rtl;text-align:right;line-height:2;white-space:pre-wrap">']
    if title:
        parts.append(f'<strong dir="auto">{_clean(title)}</strong>\n')
    if legend and marks:
        parts.append(_legend([kind for kind in _MARKS if any(mark[2] == kind for mark in marks)], lang))
    parts.extend(_segments(text, marks))
    parts.append("</div>")
    return Highlight("".join(parts))


def _items(spans) -> list:
    if hasattr(spans, "to_dict"):
        return spans.to_dict("records")
    return list(spans)


def _mark(span, lang: str) -> tuple[int, int, str, str]:
    if isinstance(span, tuple) and not hasattr(span, "_fields"):
        start, end, kind, note = (*span, "term", "")[:4] if len(span) < 4 else span[:4]
        kind = kind if kind in _MARKS else "term"
        return int(start), int(end), kind, _note(kind, str(note or ""), lang)
    fields = span if isinstance(span, dict) else {name: getattr(span, name) for name in dir(span) if not name.startswith("_")}
    kind, note = _explain(fields, lang)
    return int(fields["start"]), int(fields["end"]), kind, _note(kind, note, lang)


def _note(kind: str, note: str, lang: str) -> str:
    name = words.word("mark", kind, lang)
    return f"{name}: {note}" if note else name


def _given(fields: dict, name: str):
    value = fields.get(name)
    return None if value is None or value != value or str(value) in ("", "<NA>", "NaT", "nan") else value


def _explain(fields: dict, lang: str) -> tuple[str, str]:
    """Kind of mark and what to say of it, from the fields every extractor's rows have."""
    get = lambda name: _given(fields, name)  # noqa: E731
    if "outcome" in fields:
        said = [words.word("outcome", str(get("outcome")), lang), quantity(get("low"), get("high"), get("approx"), get("vague"), lang)]
        if get("victims"):
            said.append(str(get("victims")))
        if get("part_of") is not None:
            said.append("جزء من عدد أكبر" if lang == "ar" else "part of a larger count")
        if get("scope") == "cumulative":
            said.append(words.word("scope", "cumulative", lang))
        if get("source"):
            said.append(("المصدر " if lang == "ar" else "source ") + str(get("source")))
        return "casualty", (" · ").join(said)
    if "actor" in fields:
        name = get(f"name_{lang}") or get("actor")
        form = get("form")
        return "actor", f"{name} · {words.word('form', str(form), lang)}" if form else str(name)
    if "first" in fields and "last" in fields or "precision" in fields:
        return "date", str(get("date") or get("first") or get("kind") or "")
    if "cue_start" in fields or "governs" in fields or "governs_start" in fields:
        return "source", str(get("source") or "")
    if "value" in fields:
        value = get("value")
        said = quantity(get("low"), get("high"), get("approx"), None, lang) if value is None else _plain(value)
        kind = words.word("number", str(get("kind")), lang) if get("kind") else ""
        return "number", " · ".join(part for part in (said, kind) if part)
    kind = str(get("mark") or get("kind") or "term")
    return (kind if kind in _MARKS else "term"), str(get("note") or "")


def _plain(value) -> str:
    try:
        return words.number(value) if float(value) == int(value) else str(value)
    except (TypeError, ValueError, OverflowError):
        return str(value)


def quantity(low, high, approx=False, vague=None, lang: str = "ar", digits: str = "western") -> str:
    """Bounds in words: what the text says, no more.

    >>> quantity(15, None), quantity(10, 15, lang="en"), quantity(None, None, vague="tens")
    ('15 على الأقل', '10 to 15', 'عشرات')
    """
    low, high = (None if bound is None or bound != bound else bound for bound in (low, high))
    shown = lambda value: words.number(value, digits)  # noqa: E731
    if low is None and high is None:
        return words.word("vague", str(vague), lang) if vague else words.word("phrase", "unknown", lang)
    if high is None:
        return words.word("phrase", "at_least", lang).format(n=shown(low))
    if low is None:
        return words.word("phrase", "at_most", lang).format(n=shown(high))
    if low != high:
        return words.word("phrase", "between", lang).format(n=shown(low), m=shown(high))
    return words.word("phrase", "about", lang).format(n=shown(low)) if approx is not None and bool(approx) else shown(low)


def _legend(kinds: list[str], lang: str) -> str:
    items = " ".join(f'<mark class="{kind}" style="{_look(kind)}">{words.word("mark", kind, lang)}</mark>' for kind in kinds)
    return f'<div style="font-size:.85em;margin-bottom:.5em">{items}</div>'


def _look(kind: str) -> str:
    tint, line = _MARKS[kind]
    return f"background-color:{tint};border-bottom:{line};color:inherit"


def _segments(text: str, marks: list) -> Iterable[str]:
    """The text cut at every start and end; a stretch under several marks shows the narrowest and explains all."""
    marks = [mark for mark in marks if mark[0] < mark[1]]
    cuts = sorted({0, len(text), *(mark[0] for mark in marks), *(mark[1] for mark in marks)})
    opening: dict[int, list] = {}
    closing: dict[int, list] = {}
    for number, mark in enumerate(marks):
        opening.setdefault(mark[0], []).append(number)
        closing.setdefault(mark[1], []).append(number)
    active: dict[int, None] = {}
    for start, end in zip(cuts, cuts[1:]):
        for number in closing.get(start, ()):
            active.pop(number, None)
        for number in opening.get(start, ()):
            active[number] = None
        piece = _clean(text[start:end])
        if not active:
            yield piece
            continue
        # no more than eight are told: so many marks on one word are no reading aid
        covering = sorted((marks[number] for number in list(active)[-8:]), key=lambda mark: mark[1] - mark[0])
        notes = "\n".join(dict.fromkeys(mark[3] for mark in covering))
        kind = covering[0][2]
        yield f'<mark class="{kind}" style="{_look(kind)}" title="{_clean(notes)}">{piece}</mark>'
