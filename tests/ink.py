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
from functools import lru_cache
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


def typeset(texts, direction: str = "rtl", font: str = "DejaVu Sans") -> list[np.ndarray]:
    """Each text as typst draws it, 40 pixels to the em."""
    import typst

    texts = list(texts)
    if not texts:
        return []
    source = (f'#set page(width: auto, height: auto, margin: 20pt)\n#set text(font: "{font}", size: {EM}pt, dir: {direction}, fallback: false, hyphenate: false)\n'
              '#set par(leading: 0.65em)\n#let shown = json(bytes(sys.inputs.texts))\n'
              '#for (i, t) in shown.enumerate() {\n if i > 0 { pagebreak() }\n align(right, t.split("\\n").map(l => box(l)).join(linebreak()))\n}\n')
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.typ"
        path.write_text(source, encoding="utf-8")
        pages = typst.compile(str(path), format="png", ppi=72, font_paths=[_fonts()], ignore_system_fonts=True, sys_inputs={"texts": json.dumps(texts)})
    pages = pages if isinstance(pages, list) else [pages]
    return [ink(Image.open(io.BytesIO(page))) for page in pages]


@lru_cache(maxsize=None)
def _references(texts: tuple[str, ...]) -> list[np.ndarray]:
    return typeset(texts)


def _near(dark: np.ndarray) -> np.ndarray:
    padded = np.pad(dark, 1)
    near = np.zeros_like(padded)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            near |= np.roll(np.roll(padded, down, 0), right, 1)
    return near[1:-1, 1:-1]


def likeness(drawn: np.ndarray, reference: np.ndarray) -> Likeness:
    """How alike two crops of ink are, the drawn one brought to the size of the reference."""
    width = drawn.shape[1] / reference.shape[1]
    if drawn.shape != reference.shape:
        size = (reference.shape[1], reference.shape[0])
        drawn = np.asarray(Image.fromarray(drawn.astype("uint8") * 255).resize(size, Image.Resampling.BILINEAR)) >= 128
    hits = (drawn & _near(reference)).sum(0) + (reference & _near(drawn)).sum(0)
    total = drawn.sum(0) + reference.sum(0)
    tiou = hits.sum() / max(1, total.sum())
    window = EM // 2
    lowest = 1.0
    for left in range(0, max(1, total.size - window + 1), 4):
        here = total[left : left + window].sum()
        if here >= 40:  # fewer dark pixels are the rim of a letter
            lowest = min(lowest, hits[left : left + window].sum() / here)
    return Likeness(float(tiou), float(lowest), float(width))


def decoys(text: str) -> dict[str, tuple[str, str]]:
    """Known ways to go wrong, as (text, direction) that typst sets; those that change nothing are left out."""
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


def judge(texts, drawings, *, lines: bool = True) -> list[Verdict]:
    """Each drawing against typst's picture of its text, and against its decoys."""
    texts = list(texts)
    made = [(at, name, *how) for at, text in enumerate(texts) for name, how in decoys(text).items()]
    wrong: dict[int, dict[str, np.ndarray]] = {}
    for direction in ("rtl", "ltr"):
        chosen = [item for item in made if item[3] == direction]
        for (at, name, *_), picture in zip(chosen, typeset([item[2] for item in chosen], direction)):
            wrong.setdefault(at, {})[name] = picture
    verdicts = []
    for at, (text, drawing, reference) in enumerate(zip(texts, drawings, typeset(texts))):
        seen = likeness(drawing, reference)
        scores = {"reference": seen, "mirrored": likeness(drawing, reference[:, ::-1])}
        for name, picture in wrong.get(at, {}).items():
            if likeness(picture, reference).wmin < 0.9:  # a decoy that looks like the reference misleads nobody
                scores[name] = likeness(drawing, picture)
        if likeness(reference[:, ::-1], reference).wmin >= 0.9:
            scores.pop("mirrored")
        nearest = max(scores, key=lambda name: (scores[name].tiou * scores[name].wmin, name == "reference"))
        verdicts.append(Verdict(text, seen, nearest))
    return verdicts


def draw_matplotlib(texts, size: float = EM) -> list[np.ndarray]:
    """Each text as Matplotlib draws it with Agg; one figure, cut by each text's own picture."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    pictures = []
    for text in texts:
        longest = max(len(str(line)) for line in str(text).split("\n"))
        figure = Figure(figsize=(2 + longest * size / 72 * 0.8, (1.5 + str(text).count("\n")) * 1.6 * size / 72), dpi=72)
        FigureCanvasAgg(figure)
        figure.text(0.5, 0.5, text, size=size, ha="center", va="center", multialignment="right", family="DejaVu Sans")
        figure.canvas.draw()
        pictures.append(ink(np.asarray(figure.canvas.buffer_rgba())[:, :, 0]))
    return pictures


def draw_pillow(texts, font) -> list[np.ndarray]:
    """Each text as Pillow draws it."""
    from PIL import ImageDraw

    pictures = []
    for text in texts:
        longest = max(len(line) for line in str(text).split("\n"))
        picture = Image.new("L", (200 + int(longest * EM), 120 + 70 * str(text).count("\n")), 255)
        ImageDraw.Draw(picture).text((60, 30), text, font=font, fill=0, align="right")
        pictures.append(ink(picture))
    return pictures
