"""Colours and hatches that colour-blind readers tell apart and that stay apart in grey.

Hues are those of Okabe and Ito (Color Universal Design, 2008), ordered so that neighbours differ in luminance too; a hatch tells
apart what shares a hue. An actor has the same look in every figure, whoever else is in it.
"""
from __future__ import annotations

import hashlib
from typing import NamedTuple

__all__ = ["GREY", "INK", "Look", "MUTED", "OUTCOMES", "actor_looks", "outcome_look"]

INK, MUTED, GREY, PAPER = "#1a1a1a", "#595959", "#bdbdbd", "#ffffff"
_HUES = ("#0072B2", "#E69F00", "#5B2A86", "#56B4E9", "#A33A00", "#F0E442", "#009E73", "#CC79A7")
_HATCHES = ("", "////", "....", "xxxx", "----", "oo")


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


def actor_looks(actors) -> dict[str, Look]:
    """Look of each actor: by its id alone, so that it is the same in every figure; two that fall on one look are parted by hatch.

    >>> actor_looks(["russia"]) == {"russia": actor_looks(["syria", "russia"])["russia"]}
    True
    """
    looks: dict[str, Look] = {}
    taken: set[tuple[str, str]] = set()
    for actor in sorted(set(map(str, actors))):
        seed = int.from_bytes(hashlib.sha256(actor.encode()).digest()[:4], "big")
        hue, turn = _HUES[seed % len(_HUES)], seed // len(_HUES)
        # the next hatch of its own hue, then the next hue
        hue, hatch = next(((other, hatch) for other in (hue, *_HUES) for hatch in _HATCHES if (other, hatch) not in taken), (hue, ""))
        taken.add((hue, hatch))
        looks[actor] = Look(hue, hatch, "osD^vPXh"[turn % 8])
    return looks


def luminance(colour: str) -> float:
    """Relative luminance (WCAG), 0 black to 1 white."""
    from matplotlib.colors import to_rgb

    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def on(colour: str) -> str:
    """Black or white: the one to be read on a colour."""
    return INK if luminance(colour) > 0.179 else PAPER
