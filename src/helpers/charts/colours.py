"""Colours and hatches that colour-blind readers tell apart and that stay apart in grey.

Hues are those of Okabe and Ito (Color Universal Design, 2008), ordered so that neighbours differ in luminance too; a hatch tells
apart what shares a hue. An actor has the same look in every figure, whoever else is in it.
"""
from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import NamedTuple

__all__ = ["GREY", "INK", "Look", "MUTED", "OUTCOMES", "actor_looks", "outcome_look"]

INK, MUTED, GREY, PAPER = "#1a1a1a", "#595959", "#bdbdbd", "#ffffff"
_HUES = ("#4C9BC7", "#D98E04", "#7B4B94", "#2E7D6B", "#B5523B", "#C9B400", "#B3668C", "#5F7F95")
_HATCHES = {"none": "", "lines": "////", "dots": "....", "crosses": "xxxx", "bars": "----", "rings": "oo"}


class Look(NamedTuple):
    """Fill, hatch and marker of one thing."""

    colour: str
    hatch: str = ""
    marker: str = "o"


OUTCOMES = {
    "killed": Look("#2B2140", "", "o"),
    "injured": Look("#D55E00", "", "s"),
    "killed_or_injured": Look("#7A3E6B", "////", "D"),
    "missing": Look("#56B4E9", "....", "^"),
    "captured": Look("#0072B2", "\\\\\\\\", "v"),
    "displaced": Look("#F0C243", "", "P"),
    "besieged": Look("#009E73", "xxxx", "X"),
    "evacuated": Look("#CFE3A0", "----", "h"),
}


def outcome_look(outcome: str) -> Look:
    """Look of an outcome of the codebook."""
    return OUTCOMES.get(outcome, Look(MUTED))


@cache
def _chosen() -> dict[str, Look]:
    """Looks of data/colours.csv."""
    from .. import lexicon

    chosen = {}
    for row in lexicon.read("colours"):
        if not _COLOUR.fullmatch(row["colour"]):
            raise row.refuse("colour", f"{row['colour']!r} is no colour", "Write # and six digits 0-9, A-F, such as #0072B2")
        chosen[row["actor"]] = Look(row["colour"], _HATCHES[row["hatch"]], _marker(row["actor"]))
    return chosen


_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def _seed(actor: str) -> int:
    return int.from_bytes(hashlib.sha256(actor.encode("utf-8", "replace")).digest()[:4], "big")


def _marker(actor: str) -> str:
    return "osD^vPXh"[_seed(actor) // 8 % 8]


def actor_looks(actors) -> dict[str, Look]:
    """Look of each actor: that of data/colours.csv, else one from its id, so that it is the same in every figure.

    Where two actors of one figure fall on one look, the later id takes a hatch.

    >>> actor_looks(["russia"]) == {"russia": actor_looks(["syria", "russia"])["russia"]}
    True
    """
    names = sorted(set(map(str, actors)))
    chosen = _chosen()
    looks = {actor: chosen[actor] for actor in names if actor in chosen}
    taken = {(look.colour, look.hatch) for look in looks.values()}
    for actor in names:
        if actor in looks:
            continue
        hue = _HUES[_seed(actor) % len(_HUES)]
        # the next hatch of its own hue, then the next hue
        free = ((other, hatch) for other in (hue, *_HUES) for hatch in _HATCHES.values() if (other, hatch) not in taken)
        hue, hatch = next(free, (hue, ""))
        taken.add((hue, hatch))
        looks[actor] = Look(hue, hatch, _marker(actor))
    return looks


def luminance(colour: str) -> float:
    """Relative luminance (WCAG), 0 black to 1 white."""
    from matplotlib.colors import to_rgb

    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def on(colour: str) -> str:
    """Black or white: the one to be read on a colour."""
    return INK if luminance(colour) > 0.179 else PAPER
