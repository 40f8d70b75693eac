"""Which faces are there, which characters they have, and which of them draws Arabic best."""
from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from .renderers import dejavu, shapes

__all__ = ["GOOD_FACES", "FontError", "FontWarning", "best_face", "coverage", "covered", "missing"]

GOOD_FACES = ("Vazirmatn", "IBM Plex Sans Arabic", "Noto Sans Arabic", "Noto Naskh Arabic", "Amiri")
"""Faces with good Arabic, best for figures first."""
_INVISIBLE = ("Cf", "Cc", "Zs", "Zl", "Zp")
# joined forms that a face needs where the renderer does not shape: medial beh, final ain, lam-alef
_FORMS = "\ufe92\ufeca\ufefb"


class FontWarning(UserWarning):
    """No face at hand has a character that is to be drawn."""


class FontError(ValueError):
    """A face that was asked for is not installed."""


@lru_cache(maxsize=256)
def _characters(path: str) -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(path).get_charmap())


def _paths(renderer: str, font) -> list[str]:
    if renderer in ("pillow", "wordcloud"):
        path = getattr(font, "path", font)
        return [path if isinstance(path, str) else dejavu()]
    if font is None:
        import matplotlib

        return _family_paths(tuple(matplotlib.rcParams["font.family"]), _fonts_known())
    if hasattr(font, "get_family"):
        if getattr(font, "get_file", None) and font.get_file():
            return [str(font.get_file())]
        return _family_paths(tuple(font.get_family()), _fonts_known())
    names = [font] if isinstance(font, str) else list(font)
    return [path for name in names for path in ([name] if name.lower().endswith((".ttf", ".otf", ".ttc")) else _family_paths((name,), _fonts_known()))]


def _fonts_known() -> int:
    from matplotlib.font_manager import fontManager

    return len(fontManager.ttflist)


@lru_cache(maxsize=64)
def _family_paths(families: tuple[str, ...], known: int) -> list[str]:
    """Paths of the families that are installed; `known` makes a font added later count."""
    import matplotlib
    from matplotlib.font_manager import FontProperties, findfont

    names: list[str] = []
    for family in families:
        generic = matplotlib.rcParams.get(f"font.{family}") if family in ("serif", "sans-serif", "monospace", "cursive", "fantasy") else None
        names.extend(generic or [family])
    paths = []
    for name in names:
        if path := _find(name, FontProperties, findfont):
            paths.append(path)
    return paths or [dejavu()]


def _find(name, properties, findfont) -> str | None:
    import logging

    log = logging.getLogger("matplotlib.font_manager")
    level = log.level
    log.setLevel(logging.ERROR)  # a family that is not installed is no news
    try:
        return str(findfont(properties(family=name), fallback_to_default=False))
    except ValueError:
        return None
    finally:
        log.setLevel(level)


def coverage(renderer: str = "matplotlib", font=None) -> Callable[[str], bool]:
    """A function that says whether one of the faces drawn with has a character."""
    sets = [_characters(path) for path in _paths(renderer, font)]
    return lambda character: any(ord(character) in characters for characters in sets)


def missing(text: str, font=None, renderer: str = "matplotlib") -> list[str]:
    """Characters of a text that no face at hand can draw, each once, in order.

    Parameters
    ----------
    text : str
    font : optional
        Family name, path, list of them, or font properties; what Matplotlib draws with now when left out.

    Examples
    --------
    >>> missing("حلب Aleppo", font="DejaVu Sans")
    []
    >>> [f"U+{ord(sign):04X}" for sign in missing("ٱلله", font="DejaVu Sans")]
    ['U+0671']
    """
    has = coverage(renderer, font)
    return [sign for sign in dict.fromkeys(text) if unicodedata.category(sign) not in _INVISIBLE and not has(sign)]


# letters that a face may lack and that are read the same without their sign
_LOOKALIKES = {"\u0671": "\u0627", "\u06d4": ".", "\u066d": "*", "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u02bc": "'"}


def covered(text: str, font=None) -> str:
    """The text with what no face at hand has told by its code, U+13080, in place of a box, and a warning that names it.

    A few signs have a stand-in that is read the same: ٱ becomes ا.
    """
    absent = missing(text, font)
    if not absent:
        return text
    import warnings

    warnings.warn(f"no face at hand has {describe(absent)}: install a font that has it, or choose it with rtl.setup(font=...)", FontWarning, stacklevel=3)
    has = coverage(font=font)
    for sign in absent:
        stand_in = _LOOKALIKES.get(sign, "")
        text = text.replace(sign, stand_in if stand_in and has(stand_in) else f"U+{ord(sign):04X}")
    return text


def describe(characters: Iterable[str]) -> str:
    """Characters by code and Unicode name, for a message.

    >>> describe("ٱ")
    'U+0671 ARABIC LETTER ALEF WASLA'
    """
    return ", ".join(f"U+{ord(sign):04X} {unicodedata.name(sign, 'without a name')}" for sign in characters)


def best_face() -> str:
    """The best installed face for Arabic that the renderer can use; DejaVu Sans where there is none better."""
    for name in GOOD_FACES:
        if _usable(name, shapes("matplotlib"), _fonts_known()):
            return name
    return "DejaVu Sans"


@lru_cache(maxsize=64)
def _usable(name: str, shaped: bool, known: int) -> bool:
    from matplotlib.font_manager import FontProperties, findfont

    path = _find(name, FontProperties, findfont)
    if path is None:
        return False
    return shaped or all(ord(form) in _characters(path) for form in _FORMS)
