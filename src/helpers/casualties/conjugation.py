"""The forms in which news writes a verb or noun, made by rule from its dictionary form.

Only third persons are made: nobody reports casualties as "you were killed". Active and passive of most verbs share their letters
(قتل), so a form says tense, number, gender and whether an object pronoun hangs on it, and never voice.
"""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .. import arabic

__all__ = ["Form", "noun_forms", "possessives", "verb_forms"]

POSSESSIVES = ("ه", "ها", "هم", "هما", "هن", "نا")


class Form(NamedTuple):
    """What the letters of one word say beyond its dictionary form.

    tense: past, present or "" (nouns); number: singular, dual, plural; gender: m or f; pronoun: the attached pronoun;
    state: accusative (ends in alef), construct (its nun dropped before a genitive) or "".
    """

    tense: str = ""
    number: str = "singular"
    gender: str = "m"
    pronoun: str = ""
    state: str = ""


def verb_forms(past: str, present: str, takes_object: bool) -> Iterator[tuple[str, Form]]:
    """Folded third-person forms of a verb, with object pronouns where it can have them.

    >>> forms = dict(verb_forms("قتل", "يقتل", True))
    >>> forms["قتلوا"].number, forms["قتلته"].pronoun, forms["تقتل"].tense
    ('plural', 'ه', 'present')
    """
    defective = past.endswith("ى")
    folded = arabic.fold(past)
    stem = folded[:-1] if folded.endswith("ي") else folded
    feminine = stem + "ت" if defective else folded + "ت"
    dual = stem + "يا" if folded.endswith("ي") else folded + "ا"
    past_forms = [
        (folded, Form("past")), (feminine, Form("past", gender="f")), (stem + "وا", Form("past", "plural")),
        (dual, Form("past", "dual")), (feminine + "ا", Form("past", "dual", "f")),
    ]
    yield from past_forms
    if folded[-1] not in "اي":  # لجأن would look like لجان, committees
        yield folded + "ن", Form("past", "plural", "f")
    if takes_object:
        bases = ((stem + "ا" if defective else folded, "m", "singular"), (feminine, "f", "singular"), (stem + "و", "m", "plural"), (dual, "m", "dual"))
        for base, gender, number in bases:
            for pronoun in POSSESSIVES:
                yield base + pronoun, Form("past", number, gender, pronoun)
    if not present:
        return
    imperfect = arabic.fold(present)
    tail = imperfect[1:]
    stem = tail[:-1] if tail.endswith(("ي", "ا")) and present[-1] in "يىا" else tail
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        yield prefix + tail, Form("present", gender=gender)
        if len(stem) > 2:  # يردي shortened to يرد would be another verb
            yield prefix + stem, Form("present", gender=gender)
        yield prefix + stem + "ان", Form("present", "dual", gender)
        yield prefix + stem + "ا", Form("present", "dual", gender)
        if takes_object:
            for pronoun in POSSESSIVES:
                yield prefix + tail + pronoun, Form("present", "singular", gender, pronoun)
    yield "ي" + stem + "ون", Form("present", "plural")
    if takes_object:
        for pronoun in POSSESSIVES:
            yield "ي" + stem + "ون" + pronoun, Form("present", "plural", "m", pronoun)
    yield "ي" + stem + "وا", Form("present", "plural")


def possessives(noun: str) -> Iterator[tuple[str, str]]:
    """A folded noun with each possessive pronoun: ة opens to ت, a final hamza takes its seats.

    >>> dict(possessives("اصابه"))["اصابتهم"]
    'هم'
    """
    bases = [noun[:-1] + "ت"] if noun.endswith("ه") and len(noun) > 3 else [noun]
    if noun.endswith("ء"):
        bases = [noun, noun[:-1] + "ؤ", noun[:-1] + "ئ"]
    elif noun.endswith("ي") and len(noun) > 3:
        bases = [noun, noun[:-1] + "ا"]  # قتلى + هم
    for base in bases:
        for pronoun in POSSESSIVES:
            yield base + pronoun, pronoun


def _sound(noun: str, kind: str) -> Iterator[tuple[str, Form]]:
    stem = noun[:-1] if noun.endswith("ه") else noun
    if kind in ("ون", "ين"):
        yield stem + "ون", Form(number="plural")
        yield stem + "ين", Form(number="plural")
        yield stem + "و", Form(number="plural", state="construct")
        yield stem + "ي", Form(number="plural", state="construct")
        if stem.endswith("ي"):
            yield stem + "ين", Form(number="plural")
    elif kind == "ات":
        yield stem + "ات", Form(number="plural", gender="f")
    elif kind == "ة":
        yield stem + "ه", Form(gender="f")
        yield stem + "تان", Form(number="dual", gender="f")
        yield stem + "تين", Form(number="dual", gender="f")
        yield stem + "تا", Form(number="dual", gender="f", state="construct")
        yield stem + "تي", Form(number="dual", gender="f", state="construct")


def noun_forms(noun: str, more: tuple[str, ...]) -> Iterator[tuple[str, Form]]:
    """Folded forms of a noun: singular, dual, its plurals, accusative and construct endings.

    `more` lists its plurals as written, or the ending of a sound one (ون, ات) or of its feminine (ة). Where a noun has a sound plural,
    -ين is read as that plural, else as the dual (CODEBOOK: شرطيين 2, مدنيين several).

    >>> forms = dict(noun_forms("شرطي", ("شرطة",)))
    >>> forms["شرطيين"].number, forms["شرطيان"].number, forms["شرطيا"].state
    ('dual', 'dual', 'accusative')
    """
    folded = arabic.fold(noun)
    endings = {"ون", "ين", "ات", "ة"}
    sound = {arabic.fold(ending) for ending in more} & {"ون", "ين"}
    feminine = noun.endswith("ة")  # the ه of مشتبه is a letter of its own
    stem = folded[:-1] + "ت" if feminine else folded
    yield folded, Form(gender="f" if feminine else "m")
    for ending in more:
        if ending in endings:
            yield from _sound(folded, ending)
        else:
            plural = arabic.fold(ending)
            yield plural, Form(number="plural")
            if not plural.endswith(("ا", "ه", "ي", "ن", "ء", "ات")):
                yield plural + "ا", Form(number="plural", state="accusative")
            if plural.endswith("ون") and len(plural) > 4:
                yield plural[:-2] + "و", Form(number="plural", state="construct")
    if len(folded) < 3:  # أم, أب: their duals look like other words
        yield folded + "ا", Form(state="accusative")
        return
    yield stem + "ان", Form(number="dual")
    if not sound:
        yield stem + "ين", Form(number="dual")
        yield stem + "ي", Form(number="dual", state="construct")
    if not feminine:
        yield folded + "ا", Form(state="accusative")
    else:
        yield stem + "ا", Form(number="dual", gender="f", state="construct")
