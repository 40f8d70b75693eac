"""Visual order and joined forms, for renderers that draw one glyph a character from left to right.

Joining is arabic-reshaper's work, the bidirectional algorithm is python-bidi's (the Rust one, which pairs brackets but never mirrors
them). To mirror the right ones, each mirrored character gets an unused combining mark before the algorithm runs: a mark that
comes out on the left of its character shows that the character stood in a right-to-left run.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

_LAM_ALEF = ("ARABIC LIGATURE LAM WITH ALEF", "ARABIC LIGATURE LAM WITH ALEF WITH HAMZA ABOVE", "ARABIC LIGATURE LAM WITH ALEF WITH HAMZA BELOW",
             "ARABIC LIGATURE LAM WITH ALEF WITH MADDA ABOVE")
_CONTROLS = re.compile("[\u00ad\u061c\u200b\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# combining marks no Arabic or Latin text uses; the first that the line does not hold is taken
_MARKS = "\u0345\u035c\u1dfd\u20f0\ua66f"


@cache
def _reshaper(isolated: bool, lam_alef: bool):
    from arabic_reshaper import ArabicReshaper
    from arabic_reshaper.ligatures import LIGATURES

    # every ligature off but lam-alef: U+FDF2 for الله is a box in DejaVu, and a rare one is worth less than a letter that is there
    options = dict.fromkeys((name for name, _ in LIGATURES), False)
    options.update(dict.fromkeys(_LAM_ALEF, lam_alef))
    options.update(delete_harakat=False, delete_tatweel=False, support_zwj=True, shift_harakat_position=False, support_ligatures=lam_alef,
                   use_unshaped_instead_of_isolated=not isolated)
    return ArabicReshaper(configuration={name: str(value) for name, value in options.items()})


@cache
def _mirrors() -> dict[str, str]:
    from bidi.mirror import MIRRORED

    return {sign: twin for sign, twin in MIRRORED.items() if unicodedata.mirrored(sign)}


def visual(line: str, has: Callable[[str], bool] | None = None, base: str = "R") -> str:
    """One line in the order it is seen from left to right, letters in their joined forms.

    Parameters
    ----------
    line : str
        One line of logical text.
    has : callable, optional
        Says whether the face has a character; a joined form that it lacks stays the plain letter. All are taken as there when left out.
    base : {"R", "L"}
        The line's direction.

    Returns
    -------
    str
        Presentation forms in visual order, brackets mirrored where they stand in right-to-left text, controls taken out.

    Examples
    --------
    >>> [f"{ord(sign):04X}" for sign in visual("لا (2)")]
    ['0028', '0032', '0029', '0020', 'FEFB']
    """
    return _ordered(join(line, has), base)


def join(line: str, has: Callable[[str], bool] | None = None) -> str:
    """Letters in the presentation forms their neighbours ask for, still in logical order."""
    has = has or (lambda character: True)
    # a face without isolated forms (Cairo, Tajawal) draws its plain letters isolated
    shaped = _reshaper(has("\ufe8d"), has("\ufefb")).reshape(line)
    return "".join(sign if not "\ufb50" <= sign <= "\ufefc" or has(sign) else _plain(sign) for sign in shaped)


def _plain(form: str) -> str:
    return unicodedata.normalize("NFKC", form)


def _ordered(line: str, base: str) -> str:
    from bidi import get_display

    mirrors = _mirrors()
    mark = next((mark for mark in _MARKS if mark not in line), None)
    if mark is None:  # a line that holds all five is no text; brackets stay as they are
        return _CONTROLS.sub("", get_display(line, base_dir=base))
    marked = "".join(sign + mark if sign in mirrors else sign for sign in line)
    moved = get_display(marked, base_dir=base)
    seen, at = [], 0
    while at < len(moved):
        sign = moved[at]
        if sign == mark:  # mark first: the character after it was turned round
            at += 1
            sign = moved[at : at + 1]
            seen.append(mirrors.get(sign, sign))
        else:
            seen.append(sign)
            at += sign in mirrors and moved[at + 1 : at + 2] == mark
        at += 1
    return _CONTROLS.sub("", "".join(seen))
