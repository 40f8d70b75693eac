"""Matplotlib draws right-to-left text right, without a call on each string.

`Text._preprocess_math` turns each line of a text into what is measured and drawn, after wrapping and splitting: the one place, in 3.8
to 3.11, where a line can be made ready while `get_text()` stays logical. SVG that keeps text as text is given its own form.
"""
from __future__ import annotations

import inspect
import re
from functools import lru_cache

from . import faces, text as texts
from .renderers import shapes

_FORMS = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]")
_originals: dict = {}


def install() -> None:
    """Teach Matplotlib's texts; a second call changes nothing."""
    if _originals:
        return
    from matplotlib.backends.backend_pdf import RendererPdf
    from matplotlib.backends.backend_svg import RendererSVG
    from matplotlib.text import Text

    for owner, name, new in ((Text, "_preprocess_math", _preprocess_math), (Text, "_get_rendered_text_width", _get_rendered_text_width),
                             (Text, "_get_multialignment", _get_multialignment), (RendererSVG, "_draw_text_as_text", _draw_text_as_text),
                             (RendererPdf, "draw_text", _draw_text_in_pdf)):
        _originals[name] = (owner, getattr(owner, name))
        setattr(owner, name, new)


def remove() -> None:
    """Make Matplotlib as it was."""
    while _originals:
        name, (owner, original) = _originals.popitem()
        setattr(owner, name, original)


def installed() -> bool:
    """True while Matplotlib is taught."""
    return bool(_originals)


def _ours(artist) -> bool:
    whole = artist._text
    return not isinstance(whole, texts.Displayed) and texts.has_rtl(whole) and not artist.get_usetex() and not _FORMS.search(whole)


def _preprocess_math(self, line):
    if not _ours(self):
        line, math = _originals["_preprocess_math"][1](self, line)
        return (line if math or line.isascii() else _told(line, _faces(self))), math
    if self.get_parse_math():
        line = line.replace(r"\$", "$")
    if not line:
        return line, False
    return _ready(line, _faces(self), texts.leads_right(self._text)), False


def _faces(artist) -> tuple[str, ...]:
    properties = artist.get_fontproperties()
    return (str(properties.get_file()),) if properties.get_file() else tuple(properties.get_family())


@lru_cache(maxsize=4096)
def _told(line: str, family: tuple[str, ...]) -> str:
    return faces.covered(line, family)


@lru_cache(maxsize=4096)
def _ready(line: str, family: tuple[str, ...], rtl: bool):
    line = _told(line, family)
    drawn = texts.Displayed(texts._line(line, "matplotlib", family, rtl), line, "matplotlib")
    drawn.rtl = rtl
    return drawn


def _get_rendered_text_width(self, line):
    if not _ours(self):
        return _originals["_get_rendered_text_width"][1](self, line)
    import math

    drawn, _ = self._preprocess_math(line)
    width, _, _ = self._renderer.get_text_width_height_descent(drawn, self.get_fontproperties(), False)
    return math.ceil(width)


def _get_multialignment(self):
    if self._multialignment is None and self._horizontalalignment == "left" and _ours(self):
        return "right" if texts.leads_right(self._text) else "left"
    return _originals["_get_multialignment"][1](self)


def _draw_text_as_text(self, gc, x, y, s, prop, angle, ismath, mtext=None):
    if isinstance(s, texts.Displayed) and s.renderer == "matplotlib":
        s = texts._line(s.logical, "svg", None, getattr(s, "rtl", True))
    return _originals["_draw_text_as_text"][1](self, gc, x, y, s, prop, angle, ismath, mtext)


def _draw_text_in_pdf(self, gc, x, y, s, prop, angle, ismath=False, mtext=None):
    if isinstance(s, texts.Displayed) and shapes("matplotlib"):
        # Matplotlib 3.11 kerns twice where its font subset changes, and a gap opens inside a word: outlines have none
        extra = (mtext,) if "mtext" in inspect.signature(self._draw_text_as_path).parameters else ()
        return self._draw_text_as_path(gc, x, y, s, prop, angle, ismath, *extra)
    return _originals["draw_text"][1](self, gc, x, y, s, prop, angle, ismath, mtext)
