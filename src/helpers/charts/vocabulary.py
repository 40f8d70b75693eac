"""Words and numbers of a corpus: frequencies, keyness, cloud, kinds of numbers."""
from __future__ import annotations

import math

from .. import rtl
from . import bars
from .colours import INK, Look
from .page import chart, finish, no_data, start

__all__ = ["cloud", "frequencies", "keyness", "number_kinds"]

_BLUE, _ORANGE = Look("#0072B2"), Look("#E69F00", "////")
_WORD_COLUMNS = ("word", "term", "phrase", "lemma", "form", "text", "name")
_COUNT_COLUMNS = ("count", "n", "frequency", "occurrences", "total", "weight")


def pairs(frequencies) -> list[tuple[str, float]]:
    """(word, count) pairs, most frequent first, from a table, a Series or a dict."""
    if hasattr(frequencies, "columns"):
        columns = list(frequencies.columns)
        word = next((name for name in _WORD_COLUMNS if name in columns), columns[0] if columns else None)
        count = next((name for name in _COUNT_COLUMNS if name in columns), None) or next(
            (name for name in columns if name != word and str(frequencies[name].dtype).lower().startswith(("int", "uint", "float"))), None)
        found = list(zip(frequencies[word], frequencies[count])) if len(frequencies) and count is not None else []
    else:
        found = list(frequencies.items())
    found = [(str(word), float(count)) for word, count in found if isinstance(word, str) and word.strip() and count == count and count > 0]
    return sorted(found, key=lambda item: (-item[1], item[0]))


@chart
def frequencies(frequencies, *, lang: str = "ar", ax=None, title: str | None = None, top: int = 20, page: int | None = None, size: str = "page",
                digits: str = "western", region: str = "levant"):
    """How often the most frequent words occur.

    Parameters
    ----------
    frequencies : pandas.DataFrame, pandas.Series or dict
        `words.frequencies`: words and their counts.

    Other parameters as for `mentions`; words beyond `top` are left to further pages.
    """
    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    found = pairs(frequencies)
    if not found:
        return no_data(sheet)
    _, _, pages = bars.cut(len(found), sheet.rows(top), page or 1)
    top = sheet.rows(top)
    at = ((page or 1) - 1) * top
    shown = found[at : at + top]
    bars.page_note(sheet, page, pages)
    sheet.unit = sheet.word("unit", "words")
    sheet.title = sheet.title or sheet.word("title", "frequencies", name=found[0][0], n=sheet.number(found[0][1]))
    _tell(sheet, found)
    names, values = zip(*shown)
    return bars.ranked(sheet, names, values, [_BLUE] * len(shown), [sheet.number(value) for value in values])


def _tell(sheet, found) -> None:
    import pandas as pd

    total = sum(count for _, count in found)
    sheet.facts.data = pd.DataFrame(found, columns=["word", "count"])
    sheet.facts.caption = {"ar": f"عدد الألفاظ المختلفة: {rtl.number(len(found))}، ومجموع ورودها: {rtl.number(total)}. المصدر: نصوص المقالات.",
                           "en": f"{rtl.number(len(found))} different words, {rtl.number(total)} occurrences in all. Source: the texts of the articles."}
    first = [f"{word} {rtl.number(count)}" for word, count in found[:8]]
    sheet.facts.alt = {"ar": "أكثر الألفاظ ورودا: " + "، ".join(first) + ".", "en": "Most frequent words: " + ", ".join(first) + "."}


@chart
def keyness(keyness, *, lang: str = "ar", ax=None, title: str | None = None, top: int = 20, page: int | None = None, size: str = "page", digits: str = "western",
            region: str = "levant"):
    """Words that set one set of articles apart from another: over-used ones first, under-used ones on the other side.

    Parameters
    ----------
    keyness : pandas.DataFrame
        `words.keyness`: `word`, its score `log_likelihood` (or `keyness`, `g2`) and, for the side, `log_ratio`: negative for words used less.

    Other parameters as for `mentions`.
    """
    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    columns = list(keyness.columns)
    word = next((name for name in _WORD_COLUMNS if name in columns), columns[0] if columns else None)
    score = next((name for name in ("keyness", "log_likelihood", "g2", "G2", "ll", "score", "log_ratio") if name in columns), None)
    ratios = keyness["log_ratio"] if "log_ratio" in columns else keyness[score] if score else []
    # log-likelihood has no sign of its own: the ratio says which side uses the word more
    found = [(str(name), math.copysign(float(value), float(ratio))) for name, value, ratio in zip(keyness[word], keyness[score], ratios) if value == value and ratio == ratio] if len(keyness) and score else []
    if not found:
        return no_data(sheet)
    found = sorted(found, key=lambda item: (-abs(item[1]), item[0]))
    _, _, pages = bars.cut(len(found), sheet.rows(top), page or 1)
    top = sheet.rows(top)
    at = ((page or 1) - 1) * top
    shown = sorted(found[at : at + top], key=lambda item: -item[1])
    bars.page_note(sheet, page, pages)
    sheet.unit = sheet.word("unit", "keyness")
    best = max(found, key=lambda item: item[1])
    sheet.title = sheet.title or sheet.word("title", "keyness", name=best[0])
    sheet.facts.data = keyness
    sheet.facts.caption = {"ar": f"عدد الألفاظ: {rtl.number(len(found))}. ما كان سالبا أقل ورودا من المتوقع.", "en": f"{rtl.number(len(found))} words. Negative: used less than expected."}
    listed = [f"{name} {value:.1f}" for name, value in shown[:6]]
    sheet.facts.alt = {"ar": "الألفاظ المميزة: " + "، ".join(listed) + ".", "en": "Key words: " + ", ".join(listed) + "."}
    labels = [rtl.digits(f"{value:.1f}".replace("-", "−"), digits) for _, value in shown]
    axes = sheet.axes
    if min(value for _, value in shown) >= 0:
        names, values = zip(*shown)
        return bars.ranked(sheet, names, values, [_BLUE] * len(shown), labels)
    reach = max(abs(value) for _, value in shown)
    places = [-place for place in range(len(shown))]
    for place, (name, value), label in zip(places, shown, labels):
        look = _BLUE if value >= 0 else _ORANGE
        axes.barh([place], [value], height=0.68, color=look.colour, hatch=look.hatch or None, edgecolor=INK, linewidth=0.6 * sheet.scale, zorder=3)
        outward = (1 if value >= 0 else -1) * (-1 if sheet.rtl else 1)
        axes.annotate(label, (value, place), xytext=(4 * outward * sheet.scale, 0), textcoords="offset points", ha="left" if outward > 0 else "right", va="center",
                      size=sheet.points * 0.95, color=INK)
    limit = reach * 1.35
    axes.set_xlim((limit, -limit) if sheet.rtl else (-limit, limit))
    axes.set_ylim(places[-1] - 0.6, 0.6)
    axes.axvline(0, color=INK, linewidth=0.8 * sheet.scale)
    bars.names_axis(sheet, [name for name, _ in shown], places)
    axes.spines[sheet.side].set_visible(False)
    axes.set_xticks([])
    return finish(sheet, height=max(0.6, 0.27 * len(shown)) * sheet.scale)


@chart
def number_kinds(numbers, *, lang: str = "ar", ax=None, title: str | None = None, top: int = 20, page: int | None = None, size: str = "page", digits: str = "western",
                 region: str = "levant"):
    """How many numbers of each kind (cardinal, percent, year …) the articles hold.

    Parameters
    ----------
    numbers : pandas.DataFrame
        `numbers.table`, with the column `kind`.

    Other parameters as for `mentions`.
    """
    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    counts = numbers["kind"].dropna().astype(str).value_counts() if len(numbers) else []
    if not len(counts):
        return no_data(sheet)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    names = [sheet.word("number", kind) for kind, _ in order]
    values = [count for _, count in order]
    sheet.unit = sheet.word("unit", "numbers")
    sheet.title = sheet.title or sheet.word("title", "number_kinds", name=names[0], n=sheet.number(values[0]))
    sheet.facts.data = numbers
    articles = int(numbers["article"].nunique()) if "article" in numbers.columns else 0
    sheet.facts.caption = {"ar": f"ن = {rtl.number(len(numbers))} في {rtl.counted(articles, 'article', 'ar')}. المصدر: نصوص المقالات.",
                           "en": f"n = {rtl.number(len(numbers))} in {rtl.counted(articles, 'article', 'en')}. Source: the texts of the articles."}
    sheet.facts.alt = {
        language: start_ + ", ".join(f"{rtl.word('number', kind, language)} {count}" for kind, count in order).replace(", ", "، " if language == "ar" else ", ") + "."
        for language, start_ in (("ar", "أعمدة أفقية لأنواع الأرقام: "), ("en", "Horizontal bars, kinds of numbers: "))}
    return bars.ranked(sheet, names, values, [_BLUE] * len(order), [sheet.number(value) for value in values])


_SHADES = ("#1b2a49", "#0b5394", "#7a3b00", "#4d4d4d")


@chart
def cloud(frequencies, *, lang: str = "ar", ax=None, title: str | None = None, top: int = 60, shape: str = "ellipse", font: str | None = None, size: str = "page",
          digits: str = "western", region: str = "levant"):
    """A word cloud for print: the larger a word, the more often it occurs; the same picture every time.

    The words are outlines, so that they stay sharp in PDF and SVG.

    Parameters
    ----------
    frequencies : pandas.DataFrame, pandas.Series or dict
        `words.frequencies`: words (clitics off, stop words out, phrases whole) and their counts.
    top : int
        How many words.
    shape : {"ellipse", "box"}
    font : str, optional
        Path of a font file; when left out, the face that Matplotlib draws with (see `rtl.setup`).

    Other parameters as for `mentions`.

    Returns
    -------
    matplotlib.axes.Axes
        `axes.words` maps each word as drawn to the word that is meant, `axes.outlines` the word to its outline.
    """
    if shape not in ("ellipse", "box"):
        raise ValueError(f'shape {shape!r} is not known: use "ellipse" or "box"')
    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    found = pairs(frequencies)
    if not found:
        return no_data(sheet)
    path = font or _face([word for word, _ in found[:top]])
    found = _drawable(found, path)
    if not found:
        return no_data(sheet)
    meant = {str.__str__(rtl.display(word, "wordcloud", font=path)): word for word, _ in reversed(found[:top])}
    drawn = {text: count for text, count in ((str.__str__(rtl.display(word, "wordcloud", font=path)), count) for word, count in found[:top])}
    layout = _layout(drawn, path, shape)
    axes = sheet.axes
    axes.outlines = {meant[text]: _outline(axes, meant[text], path, box, points, _SHADES[rank % len(_SHADES)]) for rank, (text, box, points) in enumerate(layout)}
    axes.words = {text: meant[text] for text, _, _ in layout}
    axes.set_xlim(0, _WIDE)
    axes.set_ylim(_HIGH, 0)
    axes.set_aspect("equal", adjustable="box", anchor="N")
    axes.set_xticks([])
    axes.set_yticks([])
    sheet.unit = sheet.word("unit", "words")
    sheet.title = sheet.title or sheet.word("title", "cloud", name=("، " if sheet.rtl else ", ").join(word for word, _ in found[:3]))
    _tell(sheet, found)
    width = sheet.axes.figure.get_figwidth() - 0.24 * sheet.scale
    return finish(sheet, height=width * _HIGH / _WIDE, left=0.12 * sheet.scale, right=0.12 * sheet.scale)


_WIDE, _HIGH = 1200, 700


def _face(words: list[str]) -> str:
    """The first of the faces drawn with that has every sign of the words; else the one that lacks fewest."""
    paths = rtl.faces._paths("matplotlib", None)
    return min(paths, key=lambda path: (len(rtl.missing("".join(words), path)), paths.index(path)))


def _drawable(found: list, path: str) -> list:
    """Words without those the face cannot draw, which a warning names."""
    import warnings

    absent = {word: rtl.missing(word, path) for word, _ in found}
    if left_out := [word for word, signs in absent.items() if signs]:
        signs = rtl.faces.describe(dict.fromkeys(sign for word in left_out for sign in absent[word]))
        warnings.warn(f"left out of the cloud, as the face has no {signs}: {'، '.join(left_out[:10])}", rtl.FontWarning, stacklevel=4)
    return [(word, count) for word, count in found if not absent[word]]


def _layout(drawn: dict[str, float], path: str, shape: str) -> list:
    """(text, box, pixels of its font) of each placed word, boxes in pixels of the page; placed by wordcloud, largest first."""
    import numpy as np
    from PIL import ImageFont
    from wordcloud import WordCloud

    mask = None
    if shape == "ellipse":
        y, x = np.ogrid[:_HIGH, :_WIDE]
        outside = ((x - _WIDE / 2) / (_WIDE / 2)) ** 2 + ((y - _HIGH / 2) / (_HIGH / 2)) ** 2 > 1
        mask = np.where(outside, 255, 0).astype("uint8")
    made = WordCloud(font_path=path, width=_WIDE, height=_HIGH, mask=mask, prefer_horizontal=1.0, relative_scaling=0.5, margin=6, random_state=7, max_words=len(drawn),
                     collocations=False, normalize_plurals=False, min_font_size=13, background_color="white")
    made.generate_from_frequencies(drawn)
    placed = []
    for (text, _), points, (row, column), _, _ in made.layout_:
        left, top, right, bottom = ImageFont.truetype(path, points).getbbox(text, anchor="lt")
        placed.append((text, (column, row, column + right - left, row + bottom - top), points))
    return placed


def _outline(axes, word: str, path: str, box, points: float, colour: str):
    """A word's outlines in the middle of its box, as large as wordcloud meant them."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.patches import PathPatch
    from matplotlib.textpath import TextPath
    from matplotlib.transforms import Affine2D

    drawn = str.__str__(rtl.display(word, font=path)).replace(r"\$", "$")
    outline = TextPath((0, 0), drawn, size=100, prop=FontProperties(fname=path))
    inked = outline.get_extents()
    left, top, right, bottom = box
    scale = min(points / 100, (right - left + 2) / inked.width, (bottom - top + 2) / inked.height)
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    fit = Affine2D().translate(-(inked.x0 + inked.x1) / 2, -(inked.y0 + inked.y1) / 2).scale(scale, -scale).translate(middle_x, middle_y)
    patch = axes.add_patch(PathPatch(fit.transform_path(outline), facecolor=colour, linewidth=0))
    patch.em = 100 * scale
    return patch
