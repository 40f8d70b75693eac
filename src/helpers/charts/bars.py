"""Ranked horizontal bars: what most charts of counts are made of."""
from __future__ import annotations

import math
from collections.abc import Sequence

from .. import rtl
from .colours import INK, Look
from .measure import text_width, wrap
from .page import Sheet, finish, mirror

__all__ = ["cut", "names_axis", "ranked"]


def cut(count: int, top: int, page: int | None) -> tuple[slice, int, int]:
    """Which of `count` rows are shown: the slice, how many are gathered as "others", and how many pages there are.

    Without a page: the first `top`, the rest as others. With a page: that page of `top` rows, and no others.

    >>> cut(25, 10, None), cut(25, 10, 3)
    ((slice(0, 10, None), 15, 3), (slice(20, 30, None), 0, 3))
    """
    if top < 1:
        raise ValueError(f"top must be 1 or more, not {top}")
    pages = max(1, math.ceil(count / top))
    if page is None:
        # one row too many is shown rather than called "others"
        return (slice(0, count), 0, 1) if count <= top + 1 else (slice(0, top), count - top, pages)
    if not 1 <= page <= pages:
        raise ValueError(f"page {page} does not exist: there are pages 1 to {pages} of {top} rows")
    return slice((page - 1) * top, page * top), 0, pages


def names_axis(sheet: Sheet, names: Sequence[str], places: Sequence[float], *, share: float = 0.38, lines: int = 3) -> None:
    """Category names beside their rows, wrapped to so many lines."""
    axes = sheet.axes
    width = axes.figure.get_figwidth() if sheet.own else axes.get_window_extent().width / axes.figure.dpi * 1.3
    names = [wrap(name or rtl.word("phrase", "missing_label", sheet.lang), width * share, sheet.points, lines=min(lines, 2) if sheet.size == "slide" else lines) for name in names]
    axes.set_yticks(list(places))
    axes.set_yticklabels(names, size=sheet.points, color=INK, linespacing=1.15)
    for label in axes.get_yticklabels():
        label.set_multialignment("left" if not sheet.rtl else "right")
    mirror(sheet)
    axes.spines[sheet.side].set_visible(True)
    axes.spines[sheet.side].set_color(INK)
    axes.spines[sheet.side].set_linewidth(0.8 * sheet.scale)


def ranked(sheet: Sheet, names: Sequence[str], values: Sequence[float], looks: Sequence[Look], labels: Sequence[str], *, row: float = 0.27, fewer: int = 0):
    """Bars from the largest down, each with its value at the end; `fewer` says how many rows there are that may become others."""
    axes = sheet.axes
    places = [-place for place in range(len(names))]
    for place, value, look, label in zip(places, values, looks, labels):
        axes.barh([place], [value], height=0.68, color=look.colour, hatch=look.hatch or None, edgecolor=INK, linewidth=0.6 * sheet.scale, zorder=3)
    names_axis(sheet, names, places)
    for place, value, label in zip(places, values, labels):
        axes.annotate(label, (max(0, value), place), xytext=((-4 if sheet.rtl else 4) * sheet.scale, 0), textcoords="offset points",
                      ha="right" if sheet.rtl else "left", va="center", size=sheet.points * 0.95, color=INK)
    largest = max(values, default=1) or 1
    widest = max((rtl_width(label, sheet) for label in labels), default=0)
    scale_for_labels(sheet, largest, widest)
    axes.set_ylim(places[-1] - 0.6, 0.6)
    axes.set_xticks([])
    lines = [name.get_text().count("\n") + 1 for name in axes.get_yticklabels()]
    return finish(sheet, height=max(0.5, sum(max(row, 0.02 + 0.165 * line) if line > 1 else row for line in lines) * sheet.scale), rows=fewer)


def rtl_width(label: str, sheet: Sheet) -> float:
    return text_width(label, sheet.points * 0.95)


def scale_for_labels(sheet: Sheet, largest: float, widest: float) -> None:
    """Axis from 0 to where the longest bar still has room for its label."""
    axes = sheet.axes
    width = (axes.figure.get_figwidth() * 0.6) if sheet.own else axes.get_window_extent().width / axes.figure.dpi
    room = min(0.6, (widest + 0.15 * sheet.scale) / max(width, 0.5))
    limit = largest / (1 - room)
    axes.set_xlim((limit, 0) if sheet.rtl else (0, limit))


def remainder(sheet: Sheet, count: int) -> str:
    """Name of the row that gathers what is not shown."""
    return sheet.word("phrase", "others", n=sheet.number(count))


def page_note(sheet: Sheet, page: int | None, pages: int) -> None:
    """Say which page this is."""
    if page is not None and pages > 1:
        sheet.facts.page = (page, pages)
        told = sheet.word("phrase", "page", n=sheet.number(page), m=sheet.number(pages))
        sheet.note = f"{sheet.note}\n{told}" if sheet.note else told

