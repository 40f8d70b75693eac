"""`display`: logical text as each renderer needs it to come out right."""
from __future__ import annotations

import html
import re

from . import faces, order
from .renderers import shapes

__all__ = ["Displayed", "RENDERERS", "display", "has_rtl"]

RENDERERS = ("matplotlib", "pillow", "wordcloud", "svg", "html")
_RTL = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LRM, _RLM, _LRE, _RLE, _PDF = "\u200e\u200f\u202a\u202b\u202c"
_SPLIT = re.compile("\r\n|[\n\r\u2028\u2029]")


class Displayed(str):
    """Text made ready for one renderer; `logical` is what it says. Made ready a second time, it stays as it is."""

    logical: str
    renderer: str

    def __new__(cls, drawn: str, logical: str, renderer: str):
        text = super().__new__(cls, drawn)
        text.logical, text.renderer = logical, renderer
        return text

    def __str__(self) -> str:  # Matplotlib calls str() on what it is given, which would forget the class
        return self

    def __reduce__(self):
        return Displayed, (str.__str__(self), self.logical, self.renderer)


def has_rtl(text: str) -> bool:
    """True where a text holds something that is laid out from right to left: Arabic letters, marks or digits.

    >>> has_rtl("حلب"), has_rtl("٥٠٪"), has_rtl("-5"), has_rtl("Aleppo")
    (True, True, False, False)
    """
    return bool(_RTL.search(text))


def display(text: str, renderer: str = "matplotlib", *, font=None, direction: str = "auto") -> str:
    """Logical text as the renderer needs it to be drawn right.

    Call it at the last moment, on the text that is drawn; data, keys and file names stay logical. After `setup()` Matplotlib needs
    no call.

    Parameters
    ----------
    text : str
        Logical text as typed, of one or more lines; wrap it before, not after.
    renderer : {"matplotlib", "pillow", "wordcloud", "svg", "html"}
        Who draws. "svg" is SVG that keeps text as text (Matplotlib's `svg.fonttype: none`, or SVG written by hand, where `&` and `<`
        are still to be escaped); "html" gives markup, escaped and safe to put into a page.
    font : optional
        The font drawn with, where it is not the default: a path or family name (a `PIL.ImageFont.FreeTypeFont` for Pillow).
    direction : {"auto", "rtl", "ltr"}
        Base direction of every line. "auto" is right to left where the text holds Arabic, else the text is left as it is: a tick
        label "-5" must not turn into "5-". A text that starts with U+200E, the left-to-right mark, is an English text that quotes Arabic.

    Returns
    -------
    str
        A `Displayed` text, which a second call leaves as it is; plain text without Arabic comes back unchanged.

    Raises
    ------
    ValueError
        An unknown renderer or direction.

    Examples
    --------
    >>> display("Kerry: نعم", "svg") == "\u202bKerry: نعم\u202c"
    True
    >>> display("<b>حلب</b>", "html")
    '<bdi dir="rtl">&lt;b&gt;حلب&lt;/b&gt;</bdi>'
    >>> display("-5")
    '-5'
    """
    if renderer not in RENDERERS:
        raise ValueError(f"renderer {renderer!r} is not known: use one of {', '.join(RENDERERS)}")
    if direction not in ("auto", "rtl", "ltr"):
        raise ValueError(f'direction {direction!r} is not known: use "auto", "rtl" or "ltr"')
    if isinstance(text, Displayed):
        if text.renderer == renderer:
            return text
        text = text.logical
    text = str(text)
    if renderer == "html":
        return _html(text, direction)
    if not has_rtl(text) and direction != "rtl":
        return text
    lines = [_line(line, renderer, font, leads_right(text) if direction == "auto" else direction == "rtl") for line in _SPLIT.split(text)]
    drawn = "\n".join(lines)
    if renderer == "matplotlib":
        drawn = _guard_dollars(drawn)
    return Displayed(drawn, text, renderer)


def leads_right(text: str) -> bool:
    """True where a text with Arabic is laid out from right to left: always, but after a leading U+200E (left-to-right mark).

    >>> leads_right("BBC عربي"), leads_right("\u200eMost mentioned: روسيا")
    (True, False)
    """
    return has_rtl(text) and not text.startswith(_LRM)


def _line(line: str, renderer: str, font, rtl: bool) -> str:
    if not line:
        return line
    if renderer == "svg":
        return f"{_RLE if rtl else _LRE}{line}{_PDF}"
    if shapes(renderer, font):
        return f"{_RLM if rtl else _LRM}{line}"
    return order.visual(line, faces.coverage(renderer, font), "R" if rtl else "L")


def _guard_dollars(drawn: str) -> str:
    """Two $ would switch Matplotlib to mathtext, which neither joins nor orders."""
    if drawn.count("$") < 2:
        return drawn
    import matplotlib

    return drawn.replace("$", r"\$") if matplotlib.rcParams["text.parse_math"] else drawn


def _html(text: str, direction: str) -> str:
    rtl = direction == "rtl" or (direction == "auto" and leads_right(text))
    markup = "<br>".join(html.escape(line) for line in _SPLIT.split(text))
    return f'<bdi dir="{"rtl" if rtl else "ltr"}">{markup}</bdi>'
