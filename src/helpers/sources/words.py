"""The words of attribution, from `data/attribution.csv`, with the persons and genders of its verbs."""
from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from .. import lexicon
from ..arabic import fold

__all__ = ["MARKS", "Cue", "Words", "words"]

MARKS = frozenset("«»“”\"‹›„")
"""Quotation marks, opening and closing."""


class Cue(NamedTuple):
    """A word that may begin an attribution: its class, the value of the table, gender (m, f, p for plural) of a verb, joined letters."""

    kind: str
    value: str
    gender: str = ""
    joined: str = ""
    ambiguous: bool = False


class Words(NamedTuple):
    """Folded words by their use. `longer`: the other words of phrases of several words, by their first word, longest first."""

    cues: dict[str, Cue]
    longer: dict[str, list[list[str]]]
    of_class: dict[str, frozenset[str]]
    joined: dict[str, frozenset[str]]  # the same, with a joined و or ف too
    kinds: dict[str, str]
    noticed: frozenset[str]  # all that begins, ends or marks an attribution: no other word needs a look


@lru_cache(maxsize=1)
def words() -> Words:
    """The compiled table, read once."""
    cues: dict[str, Cue] = {}
    longer: dict[str, list[list[str]]] = {}
    of_class: dict[str, set[str]] = {}
    kinds: dict[str, str] = {}
    for row in lexicon.read("attribution"):
        form, name = fold(row["form"]), row["class"]
        of_class.setdefault(name, set()).add(form)
        if name == "source":
            kinds.setdefault(form, row["value"])
        elif name == "phrase_long":
            first, *rest = form.split()
            longer.setdefault(first, []).append(rest)
        for surface, gender in _forms(row["form"], name):
            for joined in ("", "و", "ف"):
                cues.setdefault(joined + surface, Cue(name, row["value"], gender, joined, bool(row["note"])))
    for first, rests in longer.items():
        for joined in ("", "و", "ف"):
            cues.setdefault(joined + first, Cue("phrase_long", "", "", joined))
        rests.sort(key=len, reverse=True)
    joined = {name: frozenset(forms | {letter + form for form in forms for letter in "وف" if len(form) > 1}) for name, forms in of_class.items()}
    noticed = MARKS | {":"} | joined["that"] | cues.keys()
    return Words(cues, longer, {name: frozenset(forms) for name, forms in of_class.items()}, joined, kinds, noticed)


def _forms(form: str, name: str) -> list[tuple[str, str]]:
    """The written persons of a verb, folded, each with its gender."""
    if name in ("verb", "verb_from"):
        stem = form[:-1] if form[-1] in "اى" else form
        found = [(form, "m"), (stem + "ت", "f"), (stem + "وا", "p"), (form + "ا" if stem == form else stem + "يا", "p"), (stem + "تا", "p"), (stem + "ن", "p")]
        return [(fold(surface), gender) for surface, gender in found if name == "verb" or gender != "p"]  # نقلا is a phrase, نقلا عن
    if name == "verb_now":
        found = [(form, "m"), ("ت" + form[1:], "f"), ((form[:-1] if form[-1] in "ويى" else form) + "ون", "p"), (form + "ان", "p")]
        return [(fold(surface), gender) for surface, gender in found]
    if name == "participle":
        found = [(form, "m"), (form[:-1] + "ة", "f"), (form[:-1] + "ين", "p")]
        return [(fold(surface), gender) for surface, gender in found]
    if name.startswith("phrase") and name != "phrase_long":
        return [(fold(form), "")]
    return []
