"""Words that are or touch numbers: from the knowledge tables to one dictionary a folded word is looked up in.

`lexicon()` is what `data/number*.csv` say, with the forms that rules build from them (joined hundreds, decades, duals). `word_of` reads
one word as typed: which proclitics stand before it, which roles the rest can play. What a row of words means is for `grammar`.
"""
from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from ..arabic import fold, proclitics, strip_harakat
from ..lexicon import read

__all__ = ["MEASURES", "OPENERS", "Cue", "Lexicon", "Noun", "Roles", "bare_noun", "cues_of", "lexicon", "may_be_two", "measure", "names_of", "roles_of"]

Roles = dict  # role → value
LEADS = frozenset(("", "و", "ف", "ب", "ل", "ك", "ال", "وب", "فب", "ول", "فل", "وك", "وال", "فال", "بال", "كال", "وبال", "لل", "ولل", "فلل", "فبال", "لال", "ولال"))
_PRONOUNS = ("هما", "هم", "هن", "ها", "كم", "نا", "ه")
_HUNDRED_STEMS = {3: ("ثلاث", "ثلث", "تلات", "تلت", "ثلا", "ثلثه", "ثلاثه"), 4: ("اربع", "ربع", "اربعه"), 5: ("خمس", "خمسه"), 6: ("ست", "سته"),
                  7: ("سبع", "سبعه"), 8: ("ثمان", "ثماني", "ثمن", "تمان", "تمن", "تماني", "ثمانيه"), 9: ("تسع", "تسعه")}
_THOUSAND_STEMS = {3: ("ثلاث", "ثلث", "تلات", "تلت", "تل"), 4: ("اربع", "ربع"), 5: ("خمس",), 6: ("ست", "س"), 7: ("سبع",), 8: ("ثمان", "ثمن", "تمان", "تمن"), 9: ("تسع",), 10: ("عشر",)}
"""عشرتلاف: ten thousand in dialect, written as one."""
# words that a proclitic reading would turn into numbers: لست I am not, كست clothed, بثمن at the price of
_NO_CLITIC = frozenset(("لست", "كست", "لثمن", "بثمن", "كثمن", "كميه", "كميات", "كميت"))


class Cue(NamedTuple):
    """A phrase of data/number_cues.csv: its folded words and its role."""

    words: tuple[str, ...]
    role: str


class Noun(NamedTuple):
    """A counted noun of data/number_nouns.csv, folded."""

    singular: str
    plural: str
    broken: bool
    kind: str
    feminine: bool


class Lexicon(NamedTuple):
    """All knowledge, ready to look up; keys are folded words."""

    words: dict[str, Roles]
    company: dict[str, frozenset[str]]
    cues_by_first: dict[str, tuple[Cue, ...]]
    cues_by_last: dict[str, tuple[Cue, ...]]
    names: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    duals: dict[str, tuple[Noun, str]]
    singulars: dict[str, Noun]
    plurals: dict[str, Noun]


MEASURES = frozenset(("currency", "measure", "unit", "time"))
"""Kinds of nouns that are measured rather than counted."""


def bare_noun(word: str) -> str:
    """A noun without its accusative alef: دينارا."""
    known = lexicon().singulars
    return word[:-1] if word not in known and word.endswith("ا") else word


def measure(word: str) -> Noun | None:
    """The measure noun a folded word is, in singular, plural or accusative."""
    known = lexicon()
    noun = known.singulars.get(word) or known.plurals.get(word) or known.singulars.get(bare_noun(word))
    return noun if noun is not None and noun.kind in MEASURES else None


def cues_of(word: str) -> tuple[tuple[Cue, ...], tuple[Cue, ...]]:
    """The cues whose phrase begins, and those whose phrase ends, with a folded word; و ف ب ل may stand before the word."""
    begin, end = lexicon().cues_by_first, lexicon().cues_by_last
    first, last = begin.get(word, ()), end.get(word, ())
    if len(word) > 3 and word[0] in "وفبل":
        first, last = first + begin.get(word[1:], ()), last + end.get(word[1:], ())
        if len(word) > 4 and word[:2] in OPENERS:
            first, last = first + begin.get(word[2:], ()), last + end.get(word[2:], ())
    return first, last


def names_of(whole: str, rest: str) -> tuple[tuple[tuple[str, ...], str, int], ...]:
    """The names and idioms that a number word, with and without its proclitics, may be part of: (phrase, reading, place in it)."""
    names = lexicon().names
    found = []
    for key in dict.fromkeys((rest, whole, whole[1:], whole.replace("لل", "ال", 1))):
        found += [(phrase, reading, place) for phrase, reading in names.get(key, ()) for place, part in enumerate(phrase) if part == key]
    return tuple(sorted(found, key=lambda name: -len(name[0])))


OPENERS = frozenset(("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب"))
"""Proclitics that may stand before the first word of a cue."""


def _value(text: str) -> int | Fraction:
    value = Fraction(text)
    return int(value) if value.denominator == 1 else value


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The number lexicon, read once."""
    words = _number_words()
    by_first: dict[str, list[Cue]] = {}
    by_last: dict[str, list[Cue]] = {}
    for row in read("number_cues"):
        if row["role"] in COMPANY:
            continue
        cue = Cue(tuple(re.findall(r"[^\W\d_]+|[^\w\s]", fold(row["phrase"]))), row["role"])
        by_first.setdefault(cue.words[0], []).append(cue)
        by_last.setdefault(cue.words[-1], []).append(cue)
    nouns = [Noun(fold(row["singular"]), fold(row["plural"]), row["broken"] == "yes", row["kind"], row["singular"].endswith("ة")) for row in read("number_nouns")]
    duals = _duals(nouns)
    names: dict[str, list] = {}
    for row in read("number_names"):
        phrase = tuple(re.findall(r"[^\W\d_]+|\d+", fold(row["phrase"])))
        for word in phrase:
            if len(phrase) == 1 or word in words or word in duals or any(rest in words or rest in duals for _, rest in proclitics(word)):
                names.setdefault(word, []).append((phrase, row["reading"]))

    def longest_first(index):
        return {key: tuple(sorted(cues, key=lambda cue: -len(cue[0]))) for key, cues in index.items()}
    return Lexicon(words, _company(), longest_first(by_first), longest_first(by_last), longest_first(names), duals,
                   {noun.singular: noun for noun in reversed(nouns)}, {noun.plural: noun for noun in reversed(nouns)})


COMPANY = ("time_word", "particle", "mass_noun", "greek_alpha", "agency", "ordered_noun", "construct_dual", "preposition", "not_dual")
"""Roles of single words that a number is judged by, not phrases with a meaning of their own."""


def _company() -> dict[str, frozenset[str]]:
    company: dict[str, set[str]] = {role: set() for role in COMPANY}
    for row in read("number_cues"):
        if row["role"] in company:
            company[row["role"]].add(fold(row["phrase"]))
    return {role: frozenset(words) for role, words in company.items()}


def _number_words() -> dict[str, Roles]:
    words: dict[str, Roles] = {}
    for row in read("numbers"):
        for form in row["forms"].split("|"):
            words.setdefault(fold(form), {}).setdefault(row["role"], _value(row["value"]))
    hundreds = [form for form, roles in words.items() if roles.get("hundred") == 100] + ["مئت", "مائت"]
    tens = [(form, roles["tens"]) for form, roles in words.items() if "tens" in roles and form.endswith("ون")]
    for unit, stems in _HUNDRED_STEMS.items():
        for stem in stems:
            for hundred in hundreds:
                words.setdefault(stem + hundred, {}).setdefault("hundreds", unit * 100)
    for unit, stems in _THOUSAND_STEMS.items():
        for stem in stems:
            for ending in ("تلاف", "تالاف", "تالف"):
                words.setdefault(stem + ending, {}).setdefault("thousands", unit * 1000)
    for form, value in tens:
        for ending in ("ينات", "ينيات", "يناوات"):
            words.setdefault(form[:-2] + ending, {})["decade"] = value
    return words


CONSTRUCT_NOMINATIVE = frozenset(("رئيس", "وزير", "قائد", "زعيم", "طرف", "جانب", "مبعوث", "مرشح", "سفير", "نائب", "ممثل", "يوم", "عام", "شهر"))
"""Nouns whose -ا is read as a dual before a definite genitive (وزيرا الخارجية); elsewhere it is the accusative."""


def _duals(nouns: list[Noun]) -> dict[str, tuple[Noun, str]]:
    """Dual forms of the nouns: word → (noun, ending), the ending one of ان ين ا ي."""
    duals: dict[str, tuple[Noun, str]] = {}
    for noun in nouns:
        for stem in _dual_stems(noun):
            for ending in ("ان", "ين", "ا", "ي"):
                if ending == "ا" and not stem.endswith("ت") and noun.singular not in CONSTRUCT_NOMINATIVE:  # طفلا is a child in the accusative
                    continue
                duals.setdefault(stem + ending, (noun, ending))
    for noun in nouns:
        for stem in _owned_stems(noun):
            for pronoun in _PRONOUNS:
                for ending in ("ا", "ي"):
                    duals.setdefault(stem + ending + pronoun, (noun, "pronoun"))
    return duals


def may_be_two(noun: Noun | None, ending: str, lead: str) -> bool:
    """Whether a dual form counts two in some company: المدنيين is a plural, and no dual with the article ends in -ي.

    >>> word, ending = lexicon().duals["مدنيين"]
    >>> may_be_two(word, ending, "ال")
    False
    """
    if noun is None or ending in ("ان", "pronoun"):
        return True
    if ending == "ين":
        return noun.broken or noun.kind == "parent" or noun.singular.endswith("ه")
    return "ال" not in lead and not lead.endswith("لل")


_NO_PRONOUN = frozenset(("شخص", "فرد", "رئيس", "عالم", "زوج", "عضو", "سيد", "قاض", "محام", "ملك", "حاكم", "هندي"))  # شخصيه, فرديه: feminine adjectives typed so


def _owned_stems(noun: Noun) -> tuple[str, ...]:
    """Stems of ابنتيه, ولداه: a sound plural (موظفيه) and an adjective (عمليه) look the same and are left out."""
    if noun.feminine:
        return _dual_stems(noun) if noun.kind in ("person", "body") or len(noun.singular) > 4 else ()
    if noun.kind in ("parent", "body") or noun.kind == "person" and noun.broken and noun.singular not in _NO_PRONOUN or noun.singular in ("طرف", "جانب"):
        return _dual_stems(noun)
    return ()


def _dual_stems(noun: Noun) -> tuple[str, ...]:
    singular = noun.singular
    if noun.kind == "unit":  # abbreviations have no dual
        return ()
    if noun.feminine:
        return (singular[:-1] + "ت",)
    if singular.endswith("يء"):
        return (singular[:-1] + "ئ",)
    if singular.endswith("زء"):
        return (singular, singular[:-1] + "ئ", singular[:-1] + "ا")
    if singular in ("محام", "قاض", "اب", "اخ", "ايد"):
        return (singular + ("و" if len(singular) == 2 else "ي"),)
    return (singular,)


def roles_of(word: str, raw: str) -> tuple[str, str, Roles] | None:
    """Read one folded word as number word: (proclitics, rest, roles), None where it is none.

    `raw` is the word as typed: harakat, hamzas and the last letter decide where folding made two words one.
    """
    words = lexicon().words
    for lead, rest in proclitics(word):
        roles = words.get(rest)
        if roles is not None:
            if lead and (word in _NO_CLITIC or "س" in lead):
                return None
            return _as_typed(lead, rest, roles, raw)
    if raw[:1] == "أ" and len(word) > 4:  # the particle of a question: أخمسة أم ستة
        asked = roles_of(word[1:], raw[1:])
        if asked and len(asked[1]) > 3 and asked[2].keys() & _ASKED:
            return "ا" + asked[0], asked[1], asked[2]
    return _with_pronoun(word) if raw[-1:] != "ة" else None


_ASKED = frozenset(("unit", "ten", "tens", "hundred", "hundreds"))
_SHADDA = "\u0651"
_DAMMA = "\u064f"
_KASRA = "\u0650"


def _as_typed(lead: str, rest: str, roles: Roles, raw: str) -> tuple[str, str, Roles] | None:
    if rest == "واحد" and strip_harakat(raw)[:2] == "وأ":
        return "و", "احد", lexicon().words["احد"]
    if rest == "اولي" and raw[-1:] == "ي":  # أولي, preliminary
        return None
    if rest == "اول" and lead[-1:] in ("ب", "ل", "ك") and not lead.endswith("ال") and "أ" not in raw:  # باول, a name
        return None
    if rest == "ميه" and raw.endswith(("ها", "هن")):
        return None
    if rest == "الف" and _SHADDA in raw:  # ألّف, composed
        return None
    if "fraction" in roles and len(roles) > 1 and _DAMMA in raw[len(lead):] and rest != "ثلث":
        return lead, rest, {"fraction": roles["fraction"]} if _fraction_vowels(raw) else roles
    return lead, rest, roles


def _fraction_vowels(raw: str) -> bool:
    # خُمس: the damma sits on the first letter of the fraction
    return bool(re.search("[خسثتع]\u064f", raw))


def _with_pronoun(word: str) -> tuple[str, str, Roles] | None:
    words = lexicon().words
    for pronoun in _PRONOUNS:
        if not word.endswith(pronoun) or len(word) - len(pronoun) < 3:
            continue
        for lead, rest in proclitics(word[: -len(pronoun)]):
            if "ال" in lead or "لل" in lead or rest in _OTHER_WITH_PRONOUN:
                continue
            if rest.endswith("ت") and rest[:-1] + "ه" in words:  # ثلاثتهم
                roles, allowed = words[rest[:-1] + "ه"], ("unit", "hundred")
            else:
                roles, allowed = words.get(rest, {}), _TAKES_PRONOUN
            roles = {key: value for key, value in roles.items() if key in allowed}
            if roles:
                return lead, rest, roles
    return None


_OTHER_WITH_PRONOUN = frozenset(("ثمن", "نص", "تسع", "تلت"))  # ثمنها its price, نصها its text, تسعها it holds them
_TAKES_PRONOUN = frozenset(("fraction", "fraction_dual", "decade", "ordinal", "indefinite", "hundred_plural", "scale_plural"))
