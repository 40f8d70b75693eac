"""How wide a text is drawn, and where its lines break."""
from __future__ import annotations

from functools import cache, lru_cache, partial

from .. import rtl

__all__ = ["text_width", "wrap"]


def wrap(text: str, width: float, points: float, *, weight: str = "normal", lines: int | None = None) -> str:
    """A text in lines no wider than `width` inches; broken between words, and inside a word only where it alone is too wide.

    With `lines`, what does not fit ends in an ellipsis.
    """
    measure = partial(text_width, points=points, weight=weight)
    out: list[str] = []
    for paragraph in str(text).split("\n"):
        line = ""
        for word in paragraph.split():
            while measure(word) > width and len(word) > 1:
                fits = _fitting(word, width, measure)
                if line:
                    out.append(line)
                    line = ""
                out.append(word[:fits])
                word = word[fits:]
            joined = f"{line} {word}" if line else word
            if line and measure(joined) > width:
                out.append(line)
                line = word
            else:
                line = joined
        out.append(line)
    if lines and len(out) > lines:
        last = out[lines - 1]
        while last and measure(last + "…") > width:
            last = last[:-1]
        out = [*out[: lines - 1], last.rstrip() + "…"]
    return "\n".join(out)


def _fitting(word: str, width: float, measure) -> int:
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(word[:middle]) <= width else (low, middle - 1)
    return low


def text_width(text: str, points: float, weight: str = "normal") -> float:
    """Width in inches of one line as Matplotlib draws it."""
    from matplotlib import rcParams

    if not text:
        return 0.0
    drawn = rtl.display(rtl.faces.covered(text))
    drawn = drawn.replace(r"\$", "$") if isinstance(drawn, rtl.Displayed) else drawn
    return _measured(drawn, points, weight, (*rcParams["font.family"], *rcParams["font.sans-serif"]))


@lru_cache(maxsize=8192, typed=True)
def _measured(drawn: str, points: float, weight: str, faces: tuple[str, ...]) -> float:
    from matplotlib.font_manager import FontProperties

    return _scratch().get_text_width_height_descent(drawn, FontProperties(size=points, weight=weight), False)[0] / 100


@cache
def _scratch():
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(16, 16, 100)
