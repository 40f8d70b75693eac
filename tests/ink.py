"""Pictures of text compared with typst's, a typesetter with its own shaper and its own bidirectional algorithm.

`tiou` is the share of ink that lies within one pixel of the other picture's ink, `wmin` the lowest such share in any window half an em
wide: one bracket turned round shows there. A drawing is right where both are high, the width agrees, and no decoy (a
known way to go wrong, set by the same typesetter) is nearer than the reference.
"""
from __future__ import annotations

import io
import json
import tempfile
import unicodedata
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image

EM = 40
TIOU, WMIN, WIDTH = 0.92, 0.70, 0.06
_PAIRS = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_ZWNJ = "\u200c"


class Likeness(NamedTuple):
    tiou: float
    wmin: float
    width: float

    @property
    def right(self) -> bool:
        return self.tiou >= TIOU and self.wmin >= WMIN and abs(self.width - 1) <= WIDTH


def _fonts() -> str:
    import matplotlib

    return str(Path(matplotlib.get_data_path()) / "fonts" / "ttf")


def ink(picture) -> np.ndarray:
    """Where a picture is dark, cropped to what is; an empty picture gives one empty pixel."""
    gray = np.asarray(picture.convert("L") if isinstance(picture, Image.Image) else picture)
    dark = gray < 128
    rows, columns = np.flatnonzero(dark.any(1)), np.flatnonzero(dark.any(0))
    return dark[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] if len(rows) else np.zeros((1, 1), bool)


def typeset(texts, direction: str = "rtl", weight: str = "regular") -> list[np.ndarray]:
    """Each text as typst draws it in DejaVu Sans, 40 pixels to the em."""
    import typst

    texts = list(texts)
    if not texts:
        return []
    source = (f'#set page(width: auto, height: auto, margin: 20pt)\n'
              f'#set text(font: "DejaVu Sans", weight: "{weight}", size: {EM}pt, dir: {direction}, fallback: false, hyphenate: false)\n'
              '#set par(leading: 0.65em)\n#let shown = json(bytes(sys.inputs.texts))\n'
              '#for (i, t) in shown.enumerate() {\n if i > 0 { pagebreak() }\n '
              f'align({"right" if direction == "rtl" else "left"}, t.split("\\n").map(l => box(l)).join(linebreak()))\n}}\n')
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.typ"
        path.write_text(source, encoding="utf-8")
        pages = typst.compile(str(path), format="png", ppi=72, font_paths=[_fonts()], ignore_system_fonts=True, sys_inputs={"texts": json.dumps(texts)})
    pages = pages if isinstance(pages, list) else [pages]
    return [ink(Image.open(io.BytesIO(page))) for page in pages]


def bands(dark: np.ndarray, lines: int) -> list[np.ndarray]:
    """A picture of several lines cut at its widest gaps; one line stays whole. Each band keeps the full width."""
    if lines == 1:
        return [dark]
    empty = ~dark.any(1)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], empty, [False]]).astype(int)))
    gaps = sorted(zip(edges[::2], edges[1::2]), key=lambda gap: gap[0] - gap[1])[: lines - 1]
    if len(gaps) < lines - 1:
        return [dark]
    cuts = [0, *sorted((first + last) // 2 for first, last in gaps), dark.shape[0]]
    return [dark[top:bottom] for top, bottom in zip(cuts, cuts[1:])]


def alike(drawn: np.ndarray, reference: np.ndarray, lines: int = 1, side: str = "right") -> Likeness:
    """`likeness`, line by line: the worst of them; lines must be even on the side where they start."""
    ours, theirs = bands(drawn, lines), bands(reference, lines)
    if len(ours) != len(theirs):
        return Likeness(0.0, 0.0, 0.0)
    found = []
    for one, other in zip(ours, theirs):
        if lines > 1 and abs(_start(one, side) - _start(other, side)) > 4:
            return Likeness(0.0, 0.0, 0.0)
        found.append(likeness(_cropped(one), _cropped(other)))
    return Likeness(min(one.tiou for one in found), min(one.wmin for one in found), max((one.width for one in found), key=lambda width: abs(width - 1)))


def _start(dark: np.ndarray, side: str) -> int:
    columns = np.flatnonzero(dark.any(0))
    return int(dark.shape[1] - columns[-1] if side == "right" else columns[0]) if len(columns) else 0


def _cropped(dark: np.ndarray) -> np.ndarray:
    rows, columns = np.flatnonzero(dark.any(1)), np.flatnonzero(dark.any(0))
    return dark[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] if len(rows) else np.zeros((1, 1), bool)


def _near(dark: np.ndarray) -> np.ndarray:
    wide = dark.copy()
    wide[:, 1:] |= dark[:, :-1]
    wide[:, :-1] |= dark[:, 1:]
    near = wide.copy()
    near[1:] |= wide[:-1]
    near[:-1] |= wide[1:]
    return near


def likeness(drawn: np.ndarray, reference: np.ndarray) -> Likeness:
    """How alike two crops of ink are, the drawn one brought to the size of the reference."""
    width = drawn.shape[1] / reference.shape[1]
    if drawn.shape != reference.shape:
        size = (reference.shape[1], reference.shape[0])
        drawn = np.asarray(Image.fromarray(drawn.astype("uint8") * 255).resize(size, Image.Resampling.BILINEAR)) >= 128
    total = drawn.sum(0) + reference.sum(0)
    hits = _hits(drawn, reference)
    tiou = hits.sum() / max(1, total.sum())
    # a long line may drift by a pixel or two, as each renderer rounds advances in its own way: its windows may be moved as far
    moves = (0,) if reference.shape[1] < 10 * EM else (0, -1, 1, -2, 2)
    found = [(_windows(np.roll(drawn, move, 1).sum(0) + reference.sum(0)), _windows(_hits(np.roll(drawn, move, 1), reference) if move else hits)) for move in moves]
    seen = found[0][0] >= 40  # fewer dark pixels are the rim of a letter
    shares = np.max([hit / np.maximum(inside, 1) for inside, hit in found], axis=0)[seen]
    lowest = min(1.0, shares.min()) if shares.size else 1.0
    return Likeness(float(tiou), float(lowest), 1.0 if abs(width - 1) * reference.shape[1] <= 1.5 else float(width))


def _windows(columns: np.ndarray) -> np.ndarray:
    """Sums over windows half an em wide, one every four columns."""
    window = min(EM // 2, columns.size)
    sums = np.concatenate([[0], np.cumsum(columns)])
    lefts = np.arange(0, columns.size - window + 1, 4)
    return sums[lefts + window] - sums[lefts]


def _hits(drawn: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Ink near the other's ink, by column."""
    return (drawn & _near(reference)).sum(0) + (reference & _near(drawn)).sum(0)


def decoys(text: str) -> dict[str, tuple[str, str]]:
    """Known ways to go wrong, as (text, direction) that typst sets, for a text set from right to left; those that change nothing are left out."""
    lines = text.split("\n")
    isolated = "\n".join(_ZWNJ.join(line) for line in lines)
    letters = [sign for sign in text if unicodedata.category(sign) == "Lo"]
    wrong = {
        "unjoined": (isolated, "rtl"),
        "twice": ("\n".join("\u202d" + _ZWNJ.join(line) + "\u202c" for line in lines), "ltr"),
        "base": (text, "ltr"),
        "brackets": (text.translate(_PAIRS), "rtl"),
        "box": (text.replace(letters[0], "\u25a1", 1), "rtl") if letters else (text, "rtl"),
    }
    for at, sign in enumerate(text):
        if sign.translate(_PAIRS) != sign:
            wrong[f"bracket {at}"] = (text[:at] + sign.translate(_PAIRS) + text[at + 1 :], "rtl")
    return {name: made for name, made in wrong.items() if made != (text, "rtl")}


class Verdict(NamedTuple):
    text: str
    likeness: Likeness
    nearest: str

    @property
    def right(self) -> bool:
        return self.likeness.right and self.nearest == "reference"

    def __str__(self) -> str:
        seen = self.likeness
        return f"{self.text!r}: tiou {seen.tiou:.3f}, wmin {seen.wmin:.3f}, width {seen.width:.3f}, nearest {self.nearest}"


_SET: dict[tuple[str, str, str], tuple[np.ndarray, dict[str, np.ndarray]]] = {}


def _set(texts, direction: str, weight: str) -> list[tuple[np.ndarray, dict[str, np.ndarray]]]:
    """Typst's picture of each text, and those of its decoys that a reader would not take for it; each set once a run."""
    missing = [text for text in dict.fromkeys(texts) if (text, direction, weight) not in _SET]
    made = [(whole, name, text, how if direction == "rtl" else {"rtl": "ltr", "ltr": "rtl"}[how]) for whole in missing for name, (text, how) in decoys(whole).items()]
    wrong: dict[str, dict[str, np.ndarray]] = {}
    for other in ("rtl", "ltr"):
        chosen = [item for item in made if item[3] == other]
        for (whole, name, *_), picture in zip(chosen, typeset([item[2] for item in chosen], other, weight)):
            wrong.setdefault(whole, {})[name] = picture
    side = "right" if direction == "rtl" else "left"
    for text, reference in zip(missing, typeset(missing, direction, weight)):
        lines = text.count("\n") + 1
        others = {**wrong.get(text, {}), "mirrored": reference[:, ::-1]}
        _SET[text, direction, weight] = reference, {name: picture for name, picture in others.items() if alike(picture, reference, lines, side).wmin < 0.9}
    return [_SET[text, direction, weight] for text in texts]


def judge(texts, drawings, *, direction: str = "rtl", weight: str = "regular") -> list[Verdict]:
    """Each drawing against typst's picture of its text, and against its decoys."""
    texts = list(texts)
    side = "right" if direction == "rtl" else "left"
    verdicts = []
    for text, drawing, (reference, wrong) in zip(texts, drawings, _set(texts, direction, weight)):
        lines = text.count("\n") + 1
        scores = {"reference": alike(drawing, reference, lines, side)}
        scores.update((name, alike(drawing, picture, lines, side)) for name, picture in wrong.items())
        nearest = max(scores, key=lambda name: (scores[name].tiou * scores[name].wmin, name == "reference"))
        verdicts.append(Verdict(text, scores["reference"], nearest))
    return verdicts


def draw_matplotlib(texts) -> list[np.ndarray]:
    """Each text as Matplotlib draws it with Agg, 40 pixels to the em."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    pictures = []
    for text in texts:
        figure = Figure(figsize=_room(text), dpi=72)
        FigureCanvasAgg(figure)
        figure.text(0.5, 0.5, text, size=EM, ha="center", va="center", multialignment="right", family="DejaVu Sans")
        figure.canvas.draw()
        pictures.append(ink(np.asarray(figure.canvas.buffer_rgba())[:, :, 0]))
    return pictures


def _room(text) -> tuple[float, float]:
    """Inches in which a text of 40 points has room."""
    lines = str(text).split("\n")
    return 2 + max(map(len, lines)) * EM / 72 * 0.8, 1.2 + len(lines) * 1.6 * EM / 72


def draw_artists(figure) -> list[tuple[str, str, np.ndarray]]:
    """(text, weight, ink) of each Arabic text of a figure: its own artist, drawn alone, 40 pixels to the em, level and black."""
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.text import Text

    dpi, found = figure.dpi, {}
    for artist in figure.findobj(Text):
        text = artist.get_text()
        if not artist.get_visible() or not any("\u0600" <= sign <= "\u06ff" for sign in text):
            continue
        weight = "bold" if artist.get_fontproperties().get_weight() in ("bold", 700) else "regular"
        if (text, weight) in found:
            continue
        figure.dpi = 72 * EM / artist.get_fontsize()
        try:
            room = _room(text)
            renderer = RendererAgg(int(room[0] * 72), int(room[1] * 72 * 1.3), figure.dpi)
            _copy(artist, figure, renderer.width / 2, renderer.height / 2).draw(renderer)
        finally:
            figure.dpi = dpi
        found[text, weight] = ink(255 - np.asarray(renderer.buffer_rgba())[:, :, 3])
    return [(text, weight, picture) for (text, weight), picture in found.items()]


def _copy(artist, figure, x: float, y: float):
    """The artist's text with its own font, in the middle of an empty page."""
    from matplotlib.text import Text
    from matplotlib.transforms import IdentityTransform

    plain = Text(x, y, artist.get_text(), color="black", ha="center", va="center", fontproperties=artist.get_fontproperties())
    plain.set_multialignment("left" if artist.get_text().startswith("\u200e") else "right")
    plain.set_figure(figure)
    plain.set_transform(IdentityTransform())
    return plain


def draw_pillow(texts, font) -> list[np.ndarray]:
    """Each text as Pillow draws it."""
    from PIL import ImageDraw

    pictures = []
    for text in texts:
        lines = str(text).split("\n")
        picture = Image.new("L", (200 + max(map(len, lines)) * EM, 60 + 70 * len(lines)), 255)
        ImageDraw.Draw(picture).text((60, 30), text, font=font, fill=0, align="right", spacing=24)
        pictures.append(ink(picture))
    return pictures
