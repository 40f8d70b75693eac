"""Bounds drawn as bounds: a form for each kind that is read without the legend, and in grey.

exact        a full bar
about        a full bar with a wavy end
at least     a full bar that goes on, fading, in an arrow
at most      an empty bar with a closed end
between      full up to the lower bound, light and hatched up to the upper one, closed
contested    full up to the lowest number, then a broken line with a diamond at each source's number
unknown      a dotted box with a question mark, of no length on the scale
cut          two slanted lines across a bar too long for the scale of the others

A part ("four of them children") is drawn inside its whole; see `parts`.
"""
from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .. import rtl
from .colours import INK, MUTED, PAPER, Look
from .page import Sheet

__all__ = ["Bound", "KINDS", "Part", "cut_at", "draw", "handler_map", "handles", "of", "total"]

KINDS = ("exact", "about", "at_least", "at_most", "between", "contested", "unknown", "cut", "part", "part_unknown")


@dataclass(frozen=True)
class Part:
    """Those of a number who are told of apart: a name of `parts.name_of` and how many they are."""

    name: str
    bound: Bound


@dataclass(frozen=True)
class Bound:
    """What is known of a number; `claims` are the numbers of sources that do not agree, `parts` lie inside it."""

    low: float | None = None
    high: float | None = None
    approx: bool = False
    vague: str | None = None
    claims: tuple[float, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def kind(self) -> str:
        if self.low is None and self.high is None:
            return "unknown"
        if len(set(self.claims)) > 1:
            return "contested"
        if self.high is None:
            return "at_least"
        if self.low is None:
            return "at_most"
        if self.low != self.high:
            return "between"
        return "about" if self.approx else "exact"

    @property
    def reach(self) -> float:
        """The largest number the words give; 0 where they give none."""
        return max((bound for bound in (self.low, self.high, *self.claims) if bound is not None), default=0.0)

    def label(self, lang: str = "ar", digits: str = "western") -> str:
        if self.kind == "contested":
            shown = [rtl.number(claim, digits) for claim in (min(self.claims), max(self.claims))]
            return rtl.word("phrase", "contested", lang).format(n=shown[0], m=shown[1])
        return rtl.quantity(self.low, self.high, self.approx, self.vague, lang, digits)


def _known(value):
    return None if value is None or value != value or str(value) in ("<NA>", "NaT") else float(value)


def of(row) -> Bound:
    """The bound of a row of reports or events (a mapping with low, high, approx, vague)."""
    vague = row.get("vague")
    vague = str(vague) if isinstance(vague, str) and vague else None
    approx = row.get("approx")
    approx = bool(approx) if approx is not None and approx == approx and str(approx) != "<NA>" else False
    return Bound(_known(row.get("low")), _known(row.get("high")), approx, vague)


def total(bounds) -> Bound:
    """Bounds added: what is open on one side, or told without a number, leaves the sum open on that side.

    Parts of one name are added too, and stay parts; a denial (0) adds nothing.

    >>> total([Bound(15, 15), Bound(10, None)])
    Bound(low=25.0, high=None, approx=False, vague=None, claims=(), parts=())
    """
    bounds = list(bounds)
    harmed = [bound for bound in bounds if (bound.low, bound.high) != (0, 0)]  # "nobody was hurt" adds nothing to what is told elsewhere
    bounds = harmed or bounds[:1]
    if len(bounds) == 1:
        return bounds[0]
    counted = [bound for bound in bounds if bound.kind != "unknown"]
    parts = _parts_added(bounds)
    if not counted:
        words = {bound.vague for bound in bounds}
        return Bound(vague=words.pop() if len(words) == 1 else None, parts=parts)
    lows = [bound.low for bound in counted if bound.low is not None]
    low = float(sum(lows)) if lows else None
    open_above = len(counted) < len(bounds) or any(bound.high is None for bound in counted)
    high = None if open_above else float(sum(bound.high for bound in counted))
    if low is not None and high is None and not lows:
        low = None
    return Bound(low, high, any(bound.approx for bound in counted), parts=parts)


def _parts_added(bounds) -> tuple[Part, ...]:
    found: dict[str, list[Bound]] = {}
    for bound in bounds:
        for part in bound.parts:
            found.setdefault(part.name, []).append(part.bound)
    return tuple(Part(name, total(told)) for name, told in found.items())


def cut_at(reaches) -> float | None:
    """Where bars are to be cut so that a few giants do not flatten the rest; None where none is.

    Bars are cut where the next larger is more than eight times as long, and no more than a third of them is.

    >>> cut_at([15, 61, 1, 200_000, 18, 11]), cut_at([15, 61, 18])
    (61, None)
    """
    known = sorted(reach for reach in reaches if reach > 0)
    for at in range(len(known) - 1):
        if known[at + 1] > 8 * known[at] and len(known) - at - 1 <= len(known) / 3:
            return known[at]
    return None


def _shortened(bound: Bound, cut: float) -> Bound:
    """The bound as it is drawn on a cut scale."""
    reaches = 1.12 * cut
    short = lambda value: value if value is None or value <= cut else reaches  # noqa: E731
    return Bound(short(bound.low), short(bound.high), bound.approx, bound.vague, tuple(map(short, bound.claims)), bound.parts)


def draw(sheet: Sheet, y: float, thick: float, bound: Bound, look: Look, limit: float, *, label: bool = True, cut: float | None = None) -> None:
    """Draw one bound as a horizontal bar at `y`, on an axis that runs from 0 to `limit`; a bar longer than `cut` is shown broken."""
    axes = sheet.axes
    text = bound.label(sheet.lang, sheet.digits)
    if cut is not None and bound.reach > cut:
        kind = bound.kind
        bound = _shortened(bound, cut)
        if bound.kind != kind:  # both ends lie beyond the cut
            bound = replace(bound, approx=bound.approx or kind == "between")
        _break(axes, y, thick, cut, sheet)
    line = 0.8 * sheet.scale
    kind, end = bound.kind, bound.reach
    bottom, top = y - thick / 2, y + thick / 2
    bar = dict(height=thick, linewidth=line, edgecolor=INK, zorder=3)
    full = dict(bar, facecolor=look.colour, hatch=look.hatch or None)
    light = dict(bar, facecolor=_tint(look.colour), hatch="//////", linestyle="-", edgecolor=look.colour)
    if kind == "exact":
        _bar(axes, y, 0, end, full)
    elif kind == "about":
        _wavy(axes, bottom, top, end, limit, full)
    elif kind == "at_least":
        _bar(axes, y, 0, end, full)
        end = _fading(axes, y, thick, end, limit, look, sheet)
    elif kind == "at_most":
        _bar(axes, y, 0, end, dict(bar, facecolor=PAPER, linestyle=(0, (4, 2)), edgecolor=look.colour))
        axes.plot([end, end], [bottom - thick * 0.12, top + thick * 0.12], color=look.colour, linewidth=3 * line, solid_capstyle="butt", zorder=4)
    elif kind == "between":
        _bar(axes, y, 0, bound.low, full)
        _bar(axes, y, bound.low, end, light)
        axes.plot([end, end], [bottom - thick * 0.12, top + thick * 0.12], color=look.colour, linewidth=2 * line, solid_capstyle="butt", zorder=4)
    elif kind == "contested":
        told = sorted(set(bound.claims))
        _bar(axes, y, 0, told[0], full)
        axes.plot([told[0], told[-1]], [y, y], color=INK, linewidth=1.6 * line, linestyle=(0, (3, 1.5)), zorder=4)
        axes.plot(told, [y] * len(told), linestyle="", marker="D", markersize=7 * sheet.scale, markerfacecolor=PAPER, markeredgecolor=INK, markeredgewidth=1.4 * line, zorder=6)
        end += limit * 0.012
    else:
        end = limit * 0.045
        _bar(axes, y, limit * 0.004, end, dict(bar, facecolor=_tint(look.colour), linestyle=(0, (1, 1.5)), edgecolor=MUTED))
        axes.text(end / 2, y, "؟" if sheet.rtl else "?", ha="center", va="center", size=sheet.points * 0.85, color=MUTED, zorder=5)
    told = ""
    if bound.parts:
        from . import parts

        told = parts.label(bound.parts, sheet)
        parts.draw(sheet, y, thick, bound, look)
    if label:
        _end_label(sheet, (end, y), text, told)


def _end_label(sheet: Sheet, end: tuple[float, float], text: str, below: str = "") -> None:
    """The number at the end of a bar and, in a second line, what is told of its parts."""
    axes = sheet.axes
    side, up = (-5 if axes.xaxis_inverted() else 5) * sheet.scale, 0.62 * sheet.points if below else 0
    look = dict(textcoords="offset points", ha="right" if axes.xaxis_inverted() else "left", va="center", zorder=6)
    axes.annotate(text, end, xytext=(side, up), size=sheet.points * 0.95, color=INK, **look)
    if below:
        axes.annotate(below, end, xytext=(side, -up), size=sheet.points * 0.85, color=MUTED, **look)


def _break(axes, y: float, thick: float, cut: float, sheet) -> None:
    """Two slanted white lines across a bar that is longer than drawn."""
    for place in (1.0, 1.03):
        axes.plot([cut * place, cut * (place + 0.015)], [y - 0.62 * thick, y + 0.62 * thick], color=PAPER, linewidth=2.2 * sheet.scale, zorder=5, solid_capstyle="butt")


def _bar(axes, y, start, end, look) -> None:
    axes.barh([y], [end - start], left=[start], **look)


def _tint(colour: str) -> tuple:
    from matplotlib.colors import to_rgb

    return tuple(0.72 + 0.28 * part for part in to_rgb(colour))


def _wavy(axes, bottom, top, end, limit, look) -> None:
    from matplotlib.patches import Polygon

    heights = np.linspace(bottom, top, 25)
    swing = limit * 0.006
    edge = np.maximum(0, end + swing * np.sin(np.linspace(0, 4 * np.pi, 25)))
    points = [(0, bottom), *zip(edge, heights), (0, top)]
    axes.add_patch(Polygon(points, closed=True, facecolor=look["facecolor"], hatch=look["hatch"], edgecolor=look["edgecolor"], linewidth=look["linewidth"], zorder=3))
    axes.update_datalim([(0, bottom), (end, top)])


def _fading(axes, y, thick, end, limit, look, sheet) -> float:
    steps, length = 8, limit * 0.07
    for step in range(steps):
        start = end + length * step / steps
        axes.barh([y], [length / steps * 0.62], left=[start + length / steps * 0.3], height=thick, color=look.colour, alpha=0.75 * (1 - step / steps), linewidth=0, zorder=3)
    tip = end + length * 1.12
    axes.annotate("", (tip, y), xytext=(end, y), zorder=5, annotation_clip=False,
                  arrowprops=dict(arrowstyle="-|>,head_width=0.25,head_length=0.45", color=INK, linewidth=1.1 * sheet.scale, shrinkA=0, shrinkB=0, mutation_scale=10 * sheet.scale))
    return tip


class Sample:
    """A legend entry for a kind of bound: the chart's own form, small."""

    def __init__(self, kind: str, label: str, rtl: bool, scale: float):
        self.kind, self.label, self.rtl, self.scale = kind, label, rtl, scale

    def get_label(self) -> str:
        return self.label


def handles(sheet: Sheet, kinds) -> list:
    """Legend entries that explain the kinds of bounds a chart shows; an exact number needs none."""
    return [Sample(kind, rtl.word("bound", kind, sheet.lang), sheet.rtl, sheet.scale) for kind in KINDS if kind in set(kinds) and kind != "exact"]


def handler_map() -> dict:
    """For `legend`: how a `Sample` is drawn."""
    from matplotlib.legend_handler import HandlerBase

    class Handler(HandlerBase):
        def create_artists(self, legend, orig_handle, xdescent, ydescent, width, height, fontsize, trans):
            artists = _small(orig_handle, width, height)
            for artist in artists:
                # mirrored like the chart: bars grow from the right
                artist.set_transform(_turned(width, trans) if orig_handle.rtl else trans)
            return artists

    return {Sample: Handler()}


def _turned(width: float, trans):
    from matplotlib.transforms import Affine2D

    return Affine2D().scale(-1, 1).translate(width, 0) + trans


def _small(sample: Sample, width: float, height: float) -> list:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Polygon, Rectangle

    grey, line = "#7f7f7f", 0.8 * sample.scale

    def box(start, end, **look):
        return Rectangle((start * width, 0), (end - start) * width, height, **{"linewidth": line, "edgecolor": INK, "facecolor": grey, **look})

    def edge(x):
        return Line2D([x * width] * 2, [-0.12 * height, 1.12 * height], color=grey, linewidth=3 * line, solid_capstyle="butt")

    def light(start, end):
        return box(start, end, facecolor=_tint(grey), edgecolor=grey, hatch="//////")

    def diamonds(*places):
        return Line2D([place * width for place in places], [height / 2] * len(places), linestyle="", marker="D", markersize=4 * sample.scale, markerfacecolor=PAPER,
                      markeredgecolor=INK, markeredgewidth=1.2 * line)

    if sample.kind == "about":
        heights = np.linspace(0, height, 15)
        wave = 0.85 * width + 0.06 * width * np.sin(np.linspace(0, 4 * np.pi, 15))
        return [Polygon([(0, 0), *zip(wave, heights), (0, height)], closed=True, facecolor=grey, edgecolor=INK, linewidth=line)]
    if sample.kind == "at_least":
        fade = [box(0.5 + 0.08 * step, 0.55 + 0.08 * step, linewidth=0, alpha=0.75 * (1 - step / 5)) for step in range(5)]
        shaft = Line2D([0.5 * width, 0.92 * width], [height / 2] * 2, color=INK, linewidth=1.1 * sample.scale)
        tip = Polygon([(0.88 * width, 0.2 * height), (width, height / 2), (0.88 * width, 0.8 * height)], closed=True, facecolor=INK, linewidth=0)
        return [box(0, 0.5), *fade, shaft, tip]
    if sample.kind == "at_most":
        return [box(0, 0.95, facecolor=PAPER, edgecolor=grey, linestyle=(0, (4, 2))), edge(0.95)]
    if sample.kind == "between":
        return [box(0, 0.5), light(0.5, 0.95), edge(0.95)]
    if sample.kind == "contested":
        return [box(0, 0.4), Line2D([0.4 * width, 0.9 * width], [height / 2] * 2, color=INK, linewidth=1.6 * line, linestyle=(0, (3, 1.5))), diamonds(0.4, 0.9)]
    if sample.kind == "part":
        return [box(0, 0.95, facecolor="#4d4d4d"),
                Rectangle((0, 0.28 * height), 0.5 * width, 0.44 * height, facecolor="#dddddd", edgecolor=PAPER, linewidth=line)]
    if sample.kind == "part_unknown":
        return [box(0, 0.95, facecolor="#4d4d4d"), Line2D([0.3 * width], [height / 2], linestyle="", marker="o", markersize=4 * sample.scale, markerfacecolor="none", markeredgecolor="#dddddd")]
    if sample.kind == "cut":
        return [box(0, 0.95), *(Line2D([place * width, (place + 0.06) * width], [-0.1 * height, 1.1 * height], color=PAPER, linewidth=2.2 * sample.scale) for place in (0.55, 0.68))]
    return [box(0.2, 0.8, facecolor=PAPER, edgecolor=MUTED, linestyle=(0, (1, 1.5)))]
