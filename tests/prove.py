"""Draw Arabic with the Matplotlib that Python finds, compare it with typst's, and print what was seen as JSON.

Run as a program, so that a second Matplotlib, put before the first on PYTHONPATH, is proved by the same code:
`python tests/prove.py strings|charts|cloud`.
"""
from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(1, str(Path(__file__).parents[1] / "src"))

import arabic_strings  # noqa: E402
import ink  # noqa: E402


def strings(how: str = "setup") -> list[ink.Verdict]:
    """Every string drawn by Matplotlib: taught once by `setup`, or each made ready by `display`."""
    from helpers import rtl

    if how == "setup":
        with rtl.setup(page=False, font="DejaVu Sans"):
            pictures = ink.draw_matplotlib(arabic_strings.ALL)
    else:
        pictures = ink.draw_matplotlib([rtl.display(text) for text in arabic_strings.ALL])
    return ink.judge(arabic_strings.ALL, pictures)


def labels(**options) -> list[ink.Verdict]:
    """Every Arabic text of every chart, as its figure draws it."""
    import tables_for_charts

    verdicts, seen = [], set()
    for lang in ("ar", "en"):
        groups: dict[tuple[str, str], list] = {}
        for axes in tables_for_charts.every_chart(lang=lang, **options).values():
            for text, weight, picture in ink.draw_artists(axes.figure):
                direction = "ltr" if text.startswith("\u200e") else "rtl"
                if (text, weight) not in seen:
                    seen.add((text, weight))
                    groups.setdefault((direction, weight), []).append((text, picture))
        for (direction, weight), drawn in groups.items():
            texts, pictures = zip(*drawn)
            verdicts += ink.judge(texts, pictures, direction=direction, weight=weight)
    return verdicts


def cloud() -> list[ink.Verdict]:
    """Every word of a cloud, as its outline lies on the page."""
    import numpy as np
    import tables_for_charts
    from helpers import charts

    axes = charts.cloud(tables_for_charts.frequencies())
    pictures, words = [], []
    for word, patch in axes.outlines.items():
        pictures.append(_filled(patch, np))
        words.append(word)
    return ink.judge(words, pictures)


def _filled(patch, np):
    """A word's outline alone, at 40 pixels to the em."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.patches import PathPatch
    from matplotlib.transforms import Affine2D

    path = patch.get_path()
    box = path.get_extents()
    scale = ink.EM / patch.em
    figure = Figure(figsize=(box.width * scale / 72 + 1, box.height * scale / 72 + 1), dpi=72)
    FigureCanvasAgg(figure)
    # y runs downwards on the cloud's page
    turn = Affine2D().translate(-box.x0, -box.y1).scale(scale, -scale).translate(36, 36)
    figure.add_artist(PathPatch(turn.transform_path(path), facecolor="black", linewidth=0, transform=None))
    figure.canvas.draw()
    return ink.ink(np.asarray(figure.canvas.buffer_rgba())[:, :, 0])


WHAT = {"strings": strings, "display": lambda: strings("display"), "charts": labels, "cloud": cloud}

if __name__ == "__main__":
    import matplotlib

    warnings.filterwarnings("error", "Glyph .* missing")
    found = {what: [(verdict.text, verdict.right, str(verdict)) for verdict in WHAT[what]()] for what in sys.argv[1:]}
    print(json.dumps({"version": matplotlib.__version__, "found": found}))
