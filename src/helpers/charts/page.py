"""The page a chart stands on: figure, title block, legend, margins measured so that nothing overlaps or is cut off.

A figure is made without pyplot, so no global state stays behind. Lengths are inches. `start` gives the axes, the chart draws on them,
`finish` measures every text and lays the page out. On axes that the caller gave, the caller's layout stands and only title and
labels are set.
"""
from __future__ import annotations

import base64
import io
import re
from dataclasses import dataclass, field
from functools import partial, wraps
from inspect import signature

from .. import rtl
from .colours import INK, MUTED
from .measure import text_width, wrap

__all__ = ["Facts", "SIZES", "Sheet", "chart", "start"]

SIZES = {"column": (3.35, 7.5, 1.0), "page": (6.7, 9.0, 1.0), "slide": (13.333, 17.0, 1.9)}
"""Size → width in inches, points of text, scale of lines: a journal column (85 mm), a page (170 mm), a 16:9 slide."""
SLIDE_HEIGHT, PAGE_HEIGHT = 7.5, 9.5
_LATIN = re.compile("[A-Za-z]")


@dataclass
class Facts:
    """What a figure says of itself, for `figures.save`."""

    title: dict = field(default_factory=dict)
    caption: dict = field(default_factory=dict)
    alt: dict = field(default_factory=dict)
    data: object = None
    lang: str = "ar"
    size: str = "page"
    page: tuple[int, int] = (1, 1)
    redraw: object = None
    left: dict = field(default_factory=dict)  # what is not drawn, in both languages


@dataclass
class Sheet:
    """One chart in the making."""

    axes: object
    lang: str
    size: str
    digits: str
    region: str
    own: bool
    title: str = ""
    unit: str = ""
    note: str = ""
    facts: Facts = field(default_factory=Facts)
    handles: list = field(default_factory=list)
    side: str = "right"  # where category names stand
    frame: bool = True

    @property
    def rtl(self) -> bool:
        return self.lang == "ar"

    @property
    def points(self) -> float:
        return SIZES[self.size][1]

    @property
    def scale(self) -> float:
        return SIZES[self.size][2]

    def word(self, group: str, key: str, **values) -> str:
        text = rtl.word(group, key, self.lang)
        return self.line(text.format(**{name: self.quoted(value) for name, value in values.items()})) if values else text

    def quoted(self, value) -> str:
        """A name inside a sentence of the other direction, closed by a mark so that what follows stays in its place."""
        text = str(value)
        if self.rtl:
            return f"{text}\u200f" if _LATIN.search(text) and not rtl.has_rtl(text) else text
        return f"{text}\u200e" if rtl.has_rtl(text) else text

    def line(self, text: str) -> str:
        """An English text that holds Arabic is led from the left."""
        return f"\u200e{text}" if not self.rtl and rtl.has_rtl(text) and _LATIN.search(text) else text

    def rows(self, top: int) -> int:
        """How many rows a page takes: a slide shows no more than twelve."""
        return min(top, 12) if self.size == "slide" else top

    def number(self, value, decimals: int = 0) -> str:
        return rtl.number(value, self.digits, decimals=decimals)

    def both(self, make) -> dict[str, str]:
        """A text in both languages, from a function of the language."""
        return {lang: make(lang) for lang in ("ar", "en")}

    def quantity(self, low, high, approx=False, vague=None) -> str:
        return rtl.quantity(low, high, approx, vague, self.lang, self.digits)


def start(ax, lang: str = "ar", *, size: str = "page", digits: str = "western", region: str = "levant", title: str | None = None) -> Sheet:
    """Axes to draw on, and how.

    Parameters
    ----------
    ax : matplotlib.axes.Axes or None
        The caller's axes, or None for a figure of its own.
    lang : {"ar", "en"}
    size : {"column", "page", "slide"}
    digits : {"western", "arabic"}
    region : str
        Whose month names; see `rtl.month`.
    title : str, optional
        The finding, in place of the computed one.
    """
    rtl.words.check_lang(lang)
    if size not in SIZES:
        raise ValueError(f"size {size!r} is not known: use one of {', '.join(SIZES)}")
    if region not in rtl.words.REGIONS:
        raise ValueError(f"region {region!r} is not known: use one of {', '.join(rtl.words.REGIONS)}")
    rtl.digits("", digits)
    rtl.hook.install()
    own = ax is None
    if own:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=(SIZES[size][0], SIZES[size][0] * 0.6), dpi=100, facecolor="white")
        FigureCanvasAgg(figure)
        ax = figure.add_axes((0.1, 0.1, 0.8, 0.8))
    sheet = Sheet(ax, lang, size, digits, region, own, title=title or "", side="right" if lang == "ar" else "left")
    sheet.facts.lang, sheet.facts.size = lang, size
    ax.tick_params(labelsize=sheet.points, length=0, colors=INK, pad=4 * sheet.scale)
    for name, spine in ax.spines.items():
        spine.set_visible(False)
    return sheet


def chart(draw):
    """A chart function whose figure can be drawn anew in another size or language; see `figures.save`."""

    rows = "rows" if "rows" in signature(draw).parameters else "top"

    @wraps(draw)
    def drawn(*tables, **options):
        fewer = options
        try:
            while True:
                try:
                    axes = draw(*tables, **fewer)
                    break
                except _TooTall as tall:
                    fewer = {**fewer, rows: tall.fits}
                    if tall.fits <= 1:
                        _FORCED.append(True)
        finally:
            _FORCED.clear()
        if options.get("ax") is None:
            axes.figure.facts.redraw = partial(_redraw, drawn, tables, options)
        return axes

    return drawn


class _TooTall(Exception):
    """More rows than a page takes; `fits` is how many it does."""

    def __init__(self, fits: int):
        super().__init__(fits)
        self.fits = fits


_FORCED: list = []


def _redraw(drawn, tables, options, **changed):
    if "lang" in changed:
        options = {name: value for name, value in options.items() if name != "title"}  # a given title is of the other language
    return drawn(*tables, **{**options, **changed})


def mirror(sheet: Sheet) -> None:
    """Categories from right to left: axis on the right, bars grow leftwards."""
    if not sheet.rtl:
        return
    axes = sheet.axes
    axes.yaxis.tick_right()
    axes.yaxis.set_label_position("right")
    if not axes.xaxis_inverted():
        axes.invert_xaxis()


def finish(sheet: Sheet, *, height: float, left: float | None = None, right: float | None = None, rows: int = 0):
    """Lay the page out: title, unit, legend, then the axes of `height` inches with what stands around them.

    With `rows`, how many rows the chart drew that it could draw fewer of: where they make the page too tall, it is drawn
    again with as many as fit, the rest in "others". Returns the axes.
    """
    axes, figure = sheet.axes, sheet.axes.figure
    figure.facts = sheet.facts
    sheet.facts.title.setdefault(sheet.lang, sheet.title)
    axes._repr_mimebundle_ = partial(_bundle, figure)
    if not sheet.own:
        _on_given_axes(sheet)
        return axes
    figure._repr_mimebundle_ = partial(_bundle, figure)
    width, pad, points = figure.get_figwidth(), 0.12 * sheet.scale, sheet.points
    blocks = []
    if sheet.title:
        blocks.append((wrap(sheet.title, width - 2 * pad, points * 1.25, weight="bold"), points * 1.25, "bold", INK))
    if sheet.unit:
        blocks.append((wrap(sheet.unit, width - 2 * pad, points), points, "normal", MUTED))
    top = pad
    artists = []
    for text, size, weight, colour in blocks:
        x = width - pad if sheet.rtl else pad
        artist = figure.text(0, 0, text, size=size, weight=weight, color=colour, ha="right" if sheet.rtl else "left", va="top", linespacing=1.25)
        artist.set_multialignment("right" if sheet.rtl else "left")
        artists.append((artist, x, top))
        top += artist.get_window_extent().height / figure.dpi + 0.05 * sheet.scale
    legend = _legend(sheet, width - 2 * pad)
    if legend is not None:
        legend_top = top + 0.03 * sheet.scale
        top = legend_top + legend.get_window_extent().height / figure.dpi
    top += 0.08 * sheet.scale
    note = None
    if sheet.note:
        note = figure.text(0, 0, wrap(sheet.note, width - 2 * pad, points * 0.85), size=points * 0.85, color=MUTED, va="bottom",
                           ha="right" if sheet.rtl else "left", linespacing=1.25)
        note.set_multialignment("right" if sheet.rtl else "left")
    note_height = note.get_window_extent().height / figure.dpi + 0.08 * sheet.scale if note else 0
    # the axes once at a provisional place, to measure what stands out of them on each side
    figure.set_figheight(top + height + 2 + note_height)
    total = figure.get_figheight()
    inner_left, inner_right = left or 0.5, right or 0.5
    for _ in range(3):
        inner = max(0.8, width - inner_left - inner_right)
        axes.set_position((inner_left / width, (1 + note_height) / total, inner / width, height / total))
        out_left, out_right, out_top, out_bottom = _outside(sheet, height)
        wanted_left, wanted_right = out_left + pad, out_right + pad
        if abs(wanted_left - inner_left) < 0.01 and abs(wanted_right - inner_right) < 0.01:
            break
        inner_left, inner_right = wanted_left, wanted_right
    around = top + out_top + out_bottom + note_height + pad
    room = (SLIDE_HEIGHT if sheet.size == "slide" else PAGE_HEIGHT) - around
    bearable = room * (1.4 if sheet.size == "slide" else 1)  # rows of a slide may come closer, its letters stay large
    if rows > 1 and height > bearable and not _FORCED:
        raise _TooTall(max(1, min(rows - 2, int(rows * bearable / height) - 1)))
    if sheet.size == "slide":  # 16:9 whatever is on it: rows are drawn closer or wider
        total = SLIDE_HEIGHT
        height = max(1.0, min(room, 1.3 * height))
        bottom = total - top - out_top - height
    else:
        total, bottom = around + height, pad + note_height + out_bottom
    figure.set_figheight(total)
    inner = max(0.8, width - inner_left - inner_right)
    axes.set_position((inner_left / width, bottom / total, inner / width, height / total))
    for artist, x, y in artists:
        artist.set_position((x / width, 1 - y / total))
    if note:
        note.set_position(((width - pad if sheet.rtl else pad) / width, pad / total))
    if legend is not None:
        legend.set_bbox_to_anchor(((width - pad if sheet.rtl else pad) / width, 1 - legend_top / total), transform=figure.transFigure)
    return axes


def _outside(sheet: Sheet, height: float) -> tuple[float, float, float, float]:
    """How far labels stand out of the axes on the left, right, top and bottom, in inches."""
    axes, figure = sheet.axes, sheet.axes.figure
    renderer = figure.canvas.get_renderer()
    inside = axes.get_window_extent(renderer)
    outer = axes.get_tightbbox(renderer)
    dpi = figure.dpi
    return (max(0, inside.x0 - outer.x0) / dpi, max(0, outer.x1 - inside.x1) / dpi, max(0, outer.y1 - inside.y1) / dpi, max(0, inside.y0 - outer.y0) / dpi)


def _legend(sheet: Sheet, width: float):
    if not sheet.handles:
        return None
    figure, points = sheet.axes.figure, sheet.points * 0.95
    labels = [handle.get_label() for handle in sheet.handles]
    widest = max(text_width(label, points) for label in labels) + 0.55 * sheet.scale
    columns = max(1, min(len(labels), int(width / widest)))
    options = dict(ncols=columns, fontsize=points, frameon=False, borderpad=0, borderaxespad=0, handlelength=2.2, handleheight=1.0, columnspacing=1.4, labelspacing=0.4)
    from .bounds import handler_map

    options["handler_map"] = handler_map()
    handles = sheet.handles
    if sheet.rtl:  # columns are filled from the left: turn them so that reading starts on the right
        handles = _right_first(handles, columns)
    make = rtl.legend if sheet.rtl else (lambda target, **kw: target.legend(**kw))
    legend = make(figure, handles=handles, loc="upper right" if sheet.rtl else "upper left", **options)
    for text in legend.get_texts():
        text.set_color(INK)
    return legend


def _right_first(handles: list, columns: int) -> list:
    """Handles so that, columns being laid from left to right, reading order runs from the right column to the left one.

    >>> _right_first([1, 2, 3, 4, 5], 2)
    [3, 4, 5, 1, 2]
    """
    # as Matplotlib parts them: the first columns are one longer
    count = len(handles)
    lengths = [count // columns + (1 if at < count % columns else 0) for at in range(columns)]
    if len(set(lengths)) == 1 or columns == 1:
        groups, at = [], 0
        for length in lengths:
            groups.append(handles[at : at + length])
            at += length
        return [handle for group in reversed(groups) for handle in group]
    # uneven: the left column has to be a long one, so the right one gets what is left over
    groups, at = [], 0
    for length in reversed(lengths):
        groups.append(handles[at : at + length])
        at += length
    return [handle for group in reversed(groups) for handle in group]


def _on_given_axes(sheet: Sheet) -> None:
    axes = sheet.axes
    side = "right" if sheet.rtl else "left"
    axes.set_title("", loc="center")
    title = axes.set_title(wrap(sheet.title, max(1.0, axes.get_window_extent().width / axes.figure.dpi), sheet.points * 1.1, weight="bold"), loc=side,
                           size=sheet.points * 1.1, weight="bold", color=INK)
    title.set_multialignment(side)
    if sheet.unit and not axes.get_xlabel():
        axes.set_xlabel(sheet.unit, size=sheet.points, color=MUTED)
    if sheet.handles:
        from .bounds import handler_map

        options = dict(fontsize=sheet.points * 0.9, frameon=False, loc="best", handler_map=handler_map())
        rtl.legend(axes, handles=sheet.handles, **options) if sheet.rtl else axes.legend(handles=sheet.handles, **options)


def _bundle(figure, include=None, exclude=None):
    """What Jupyter shows of a chart: the picture with its alt text."""
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=110 if figure.facts.size != "slide" else 60, metadata={"Software": None})
    alt = figure.facts.alt.get(figure.facts.lang) or figure.facts.title.get(figure.facts.lang, "")
    picture = base64.b64encode(stream.getvalue()).decode("ascii")
    return {"image/png": picture, "text/plain": alt}, {"image/png": {"alt": alt}}


def no_data(sheet: Sheet):
    """A drawn statement that there is nothing to draw."""
    axes = sheet.axes
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_facecolor("#f4f4f4")
    text = sheet.word("phrase", "no_data")
    axes.text(0.5, 0.5, text, ha="center", va="center", size=sheet.points * 1.1, color=MUTED, transform=axes.transAxes)
    sheet.handles, sheet.unit = [], ""
    sheet.title = sheet.title or text
    sheet.facts.alt = sheet.both(lambda lang: rtl.word("phrase", "no_data", lang))
    sheet.facts.caption = sheet.both(lambda lang: " ".join(filter(None, (sheet.facts.alt[lang], sheet.facts.left.get(lang)))))
    return finish(sheet, height=1.2 * sheet.scale)
