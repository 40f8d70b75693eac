"""What a renderer does with Arabic: asked of the renderer itself, never guessed from its version.

The probe: where text is shaped, lam and alef take one glyph, so لا is as wide as its ligature U+FEFB.
"""
from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

__all__ = ["dejavu", "shapes"]

_PAIR, _LIGATURE = "\u0644\u0627", "\ufefb"


@cache
def dejavu() -> str:
    """Path of DejaVu Sans as it comes with Matplotlib: all modern Arabic and Persian letters, always there."""
    folder = Path(find_spec("matplotlib").submodule_search_locations[0])
    return str(folder / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf")


def shapes(renderer: str, font=None) -> bool:
    """True where the renderer joins and orders Arabic by itself.

    Parameters
    ----------
    renderer : {"matplotlib", "pillow", "wordcloud"}
    font : PIL.ImageFont.FreeTypeFont, optional
        For Pillow: the font drawn with, as its layout engine may have been chosen by hand.
    """
    if renderer == "matplotlib":
        return _matplotlib_shapes()
    from PIL import ImageFont

    engine = getattr(font, "layout_engine", None)
    if engine is not None:
        return engine == ImageFont.Layout.RAQM
    # the flag is part of the key: it says whether libfribidi was found, and may be turned off to try the other path
    return _pillow_shapes(bool(getattr(ImageFont.core, "HAVE_RAQM", False)))


@cache
def _matplotlib_shapes() -> bool:
    from matplotlib.ft2font import FT2Font

    font = FT2Font(dejavu())
    font.set_size(40, 72)

    def width(text: str) -> int:
        font.set_text(text)
        return font.get_width_height()[0]

    return abs(width(_PAIR) - width(_LIGATURE)) < 0.05 * width(_LIGATURE)


@lru_cache(maxsize=2)
def _pillow_shapes(raqm: bool) -> bool:
    from PIL import ImageFont

    font = ImageFont.truetype(dejavu(), 40)
    return abs(font.getlength(_PAIR) - font.getlength(_LIGATURE)) < 0.05 * font.getlength(_LIGATURE)
