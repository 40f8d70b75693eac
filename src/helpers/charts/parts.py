"""Parts inside their whole: "11 civilians, four of them children" is one bar of 11 with 4 drawn in it, on the same scale, never added.

Several parts of one bar may hold the same people (children, women of one family), so each has a lane of its own from the start
of the bar; what is told without a number has a small ring and no length.
"""
from __future__ import annotations

from dataclasses import replace
from functools import cache

from .. import arabic, rtl
from . import bounds
from .bounds import Bound, Part
from .colours import PAPER, Look, luminance
from .page import Sheet

__all__ = ["draw", "label", "name_of", "of_event"]

_LANES, _LONG = 3, 26


def of_event(event: dict, index: dict, of=None) -> tuple[Part, ...]:
    """The parts of an event, or of one report `of` (article, number) of it.

    A part of a part is left out; where the event is told again with its parts, what is said last stands, so that nobody is counted twice.

    Parameters
    ----------
    event : dict
        A row of events; `parts` names its rows in reports.
    index : dict
        Row label, and (article, report) → row of reports.
    """
    told = event.get("parts")
    if told is None or isinstance(told, (str, int, float)):
        return ()
    rows = [row for key in told if (row := index.get(key if not isinstance(key, (list, tuple)) else (str(key[0]), int(key[1])))) is not None]
    own = {_whole(row, "report") for row in rows}
    found: dict[str, tuple[object, Bound]] = {}
    for row in rows:
        whole = _whole(row, "part_of")
        if whole in own or of is not None and whole != of:
            continue
        name, bound = name_of(row, event), bounds.of(row)
        before = found.get(name)
        if before is None or before[0] != whole or bound.reach > before[1].reach:
            found[name] = (whole, bound)
    return tuple(Part(name, bound) for name, (_, bound) in found.items())


def _whole(row: dict, column: str):
    value = row.get(column)
    return None if value is None or value != value or str(value) == "<NA>" else (str(row.get("article")), int(value))


def name_of(row: dict, event: dict) -> str:
    """What tells one part from another: its outcome where that is not the whole's, else who they are.

    >>> name_of({"victims": "طفلين", "outcome": "killed"}, {"outcome": "killed"}), name_of({"victims": "أفراد أسرة"}, {})
    ('child', 'أفراد أسرة')
    """
    outcome = row.get("outcome")
    if isinstance(outcome, str) and outcome != event.get("outcome", outcome):
        return f"outcome:{outcome}"
    victims = row.get("victims")
    victims = victims.strip() if isinstance(victims, str) else ""
    return _nouns().get(_bare(victims.split()[0]) if victims else "", victims)


@cache
def _nouns() -> dict[str, str]:
    """Every form of the nouns of group victims in data/labels.csv → its key."""
    found = {}
    for (group, key), row in rtl.words._labels().items():
        if group == "victims":
            for form in row["ar"].split("|"):
                found[_bare(form)] = key
                if form.endswith("ان"):
                    found[_bare(form[:-2] + "ين")] = key
                if form.endswith("ون"):
                    found[_bare(form[:-2] + "ين")] = key
    return found


def _bare(word: str) -> str:
    bare = arabic.normalise(word).text
    return bare.removeprefix("ال") if len(bare) > 4 else bare


def told(part: Part, lang: str, digits: str = "western") -> str:
    """A part in words.

    >>> told(Part("child", Bound(4, 4)), "ar"), told(Part("child", Bound(2, None)), "ar"), told(Part("child", Bound(4, None)), "en")
    ('4 أطفال', 'طفلان على الأقل', '4 children or more')
    >>> told(Part("ضباط", Bound(5, 5)), "ar"), told(Part("قائد لواء", Bound(1, 1)), "ar")
    ('5 ضباط', 'قائد لواء')
    """
    bound = part.bound

    def people(n) -> str:
        return _people(part.name, int(n), lang, digits)

    if bound.kind == "between":
        return rtl.word("phrase", "between", lang).format(n=rtl.number(bound.low, digits), m=people(bound.high))
    counted = people(bound.low if bound.low is not None else bound.high)
    return counted if bound.kind == "exact" else rtl.word("phrase", bound.kind, lang).format(n=counted)


def _people(name: str, n: int, lang: str, digits: str) -> str:
    """So many of them."""
    number = rtl.number(n, digits)
    if name.startswith("outcome:"):
        return f"{number} {rtl.word('outcome', name.partition(':')[2], lang)}"
    if name in _nouns().values():
        return rtl.counted(n, name, lang, digits, group="victims").removesuffix(" واحدة").removesuffix(" واحد")
    words = name if len(name) <= _LONG else f"{name[:_LONG].rsplit(' ', 1)[0]}…"
    if not words:
        return number
    if lang == "en":
        return f"{number} (\u200f{words}\u200f\u200e)"
    # one and two are told by the noun itself; it stands as the text has it
    return words if n in (1, 2) else f"{number} {words}"


def label(parts, sheet: Sheet) -> str:
    """"Of them …", for the end of the bar: the counted parts, largest first; empty where none is counted."""
    return sheet.line(said(parts, sheet.lang, sheet.digits))


def said(parts, lang: str, digits: str = "western", most: int = 2) -> str:
    counted = sorted((part for part in parts if part.bound.kind != "unknown"), key=lambda part: (-part.bound.reach, part.name))
    if not counted:
        return ""
    joined = (" و" if lang == "ar" else ", ").join(told(part, lang, digits) for part in counted[:most])
    return rtl.word("phrase", "including", lang).format(n=joined) + ("…" if len(counted) > most else "")


def draw(sheet: Sheet, y: float, thick: float, whole: Bound, look: Look) -> None:
    """Lanes inside the bar of `whole` at `y`, each as long as its part; of an unknown whole there is nothing to draw in."""
    axes, end = sheet.axes, whole.reach
    if not end:
        return
    colour = _within(look.colour)
    counted = sorted((part.bound for part in whole.parts if part.bound.kind != "unknown"), key=lambda bound: -bound.reach)[:_LANES]
    untold = len(counted) < len(whole.parts) and any(part.bound.kind == "unknown" for part in whole.parts)
    high = min(0.42, 0.84 / max(1, len(counted))) * thick
    for lane, bound in enumerate(counted):
        middle = y + (len(counted) / 2 - lane - 0.5) * high * 1.08
        sure = min(end, bound.low if bound.low is not None else 0)
        axes.barh([middle], [sure], height=high, color=colour, edgecolor=PAPER, linewidth=0.7 * sheet.scale, zorder=4.5)
        if (top := min(end, bound.reach)) > sure:
            axes.barh([middle], [top - sure], left=[sure], height=high, facecolor="none", edgecolor=colour, linewidth=0.9 * sheet.scale, linestyle=(0, (3, 1.5)), zorder=4.5)
        if bound.kind == "at_least":
            axes.plot([sure], [middle], marker="<" if axes.xaxis_inverted() else ">", markersize=4 * sheet.scale, color=colour, markeredgecolor=PAPER,
                      markeredgewidth=0.4 * sheet.scale, zorder=4.6)
    if untold:
        at = min(0.93 * end, max((min(end, bound.reach) for bound in counted), default=0) + 0.018 * max(axes.get_xlim()))
        axes.plot([at], [y], marker="o", markersize=4 * sheet.scale, markerfacecolor="none", markeredgecolor=colour, markeredgewidth=1.1 * sheet.scale, zorder=4.6)


def kinds(bound: Bound) -> set[str]:
    """What of its parts the legend has to explain."""
    return {"part_unknown" if part.bound.kind == "unknown" else "part" for part in bound.parts} if bound.reach else set()


def add(bound: Bound, found: tuple[Part, ...]) -> Bound:
    """The bound with parts in it."""
    return replace(bound, parts=found) if found else bound


def _within(colour: str) -> tuple:
    """The colour of a part: lighter in a dark bar, darker in a light one."""
    from matplotlib.colors import to_rgb

    share = 0.3 if luminance(colour) < 0.22 else 0.45
    ground = 1.0 if luminance(colour) < 0.22 else 0.0
    return tuple(share * part + (1 - share) * ground for part in to_rgb(colour))
