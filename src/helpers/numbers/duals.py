"""Nouns that count two, and decades."""
from __future__ import annotations

from .cues import bare, cue_after, definite, has, joined, plain_or_definite
from .forms import CONSTRUCT_NOMINATIVE, MEASURES, lexicon, may_be_two
from .found import Found
from .grammar import Reading, ordinal
from .kinds import cue_after_zero
from .parts import past_noun, with_fraction, with_suffix
from .ranges import read_range, up_to
from .text import Row

__all__ = ["read_decade", "read_dual"]


def read_dual(row: Row, at: int, done: int) -> list[Found] | None:
    noun, ending = row.words[at].roles["dual"]
    if not _is_dual(row, at, noun, ending):
        return None
    two = Reading(2, at + 1)
    half = with_fraction(row, two) if noun is not None and noun.kind in MEASURES and ending in ("ان", "ين") else None
    if half:
        return [Found(at, past_noun(row, half.end, noun), half.value, "fraction")]
    if has(row, at + 1, "unit") and row.words[at + 1].roles.get("unit") == 2 and plain_or_definite(row, at + 1):
        return [Found(at, at + 2, 2, "dual")]
    below = cue_after_zero(row, at + 1)
    if below:
        return [Found(at, below, -2, "cardinal")]
    if noun is not None and at > 1 and row.words[at - 1].word in ("او", "ام", "الي", "وربما") and row.words[at - 2].word in (noun.singular, noun.singular + "ا") and at - 2 >= done:
        return [Found(at - 2, at + 1, None, "range", 1, 2)]
    interval = read_range(row, at, two, done) if noun is not None and noun.kind in MEASURES else up_to(row, at, two)
    if interval:
        return interval
    return [Found(at, at + 1, 2, "dual")]


def _is_dual(row: Row, at: int, noun, ending: str) -> bool:
    before = row.words[at - 1] if at else None
    after = row.words[at + 1] if at + 1 < row.size else None
    if before is not None and "dual" in before.roles and _agrees(row, at, noun, ending):  # هجومان انتحاريان: its adjective
        return False
    if before is not None and ending in ("ا", "ي") and (before.literal or before.roles.keys() & _COUNTING) and bare(row, at):
        return False  # 45 سنتا: what is counted
    if noun is None and ending == "pronoun":
        return True
    if noun is None:  # a feminine dual by its form: the adjective or predicate of a dual is none
        if before is not None and before.word.endswith(("تان", "تين", "تا", "ان")) or joined(row, at):
            return False
        # an unknown word may be a foreign name: it counts where it is definite, a participle (م…), or has a dual adjective
        return definite(row, at) or row.words[at].word[0] == "م" or after is not None and after.word.endswith(("تان", "تين"))
    if ending == "pronoun":  # ولديه is and he has, unless a preposition or إن stands before
        return row.words[at].word[:4] != "ولدي" or bool(row.conj[at]) or before is not None and before.word in lexicon().company["preposition"]
    if ending in ("ان", "ين"):
        return may_be_two(noun, ending, row.conj[at])
    if after is None or not after.word[:1].isalnum() or not may_be_two(noun, ending, row.conj[at]):
        return False
    if noun.kind == "time" and ending == "ا":  # يوما السبت والأحد; elsewhere the accusative
        return _the(row, at + 1) and _second(row, at + 2) or bool(after.literal) and len(after.word) == 4 and joined(row, at + 2)
    if ending == "ي" and noun.singular in CONSTRUCT_NOMINATIVE and noun.kind == "person" and _the(row, at + 1):
        return noun.singular != "رئيس" or "dual" in after.roles or _second(row, at + 2)
    if ending == "ي" and not noun.singular.endswith("ه"):
        return bool(after.literal) or noun.broken and _construct(row, at, noun, after.word)
    if noun.singular.endswith("ه"):
        return not after.roles or "dual" in after.roles
    if noun.kind == "person" and after.word.startswith("ال") and len(after.word) > 4 and not after.roles and after.word not in lexicon().company["time_word"]:
        return True  # وزيرا الخارجية: an accusative (وزيرا) is not followed by a definite noun
    further = row.words[at + 2].word if at + 2 < row.size else ""
    return "dual" in after.roles and definite(row, at + 1) or further.endswith("ين") and further.startswith("ال") or bool(further) and "dual" in row.words[at + 2].roles \
        or after.word.startswith("ال") and noun.kind == "thing"


_COUNTING = frozenset(("unit", "ten", "tens", "teen", "hundred", "hundreds", "scale", "scale_plural"))


def _agrees(row: Row, at: int, noun, ending: str) -> bool:
    """Whether a dual after a dual is its adjective: الوفدان العراقيان; but not الوفدان مرتين."""
    if row.conj[at].replace("ال", "") or definite(row, at) != definite(row, at - 1):
        return False
    return noun is None or noun.kind not in MEASURES and ending in ("ان", "ين")


def _the(row: Row, at: int) -> bool:
    """A definite word."""
    return at < row.size and (row.words[at].word.startswith("ال") and len(row.words[at].word) > 4 or row.conj[at] == "ال")


def _second(row: Row, at: int) -> bool:
    """A second definite word tied by و: وزيري الخارجية والدفاع."""
    return at < row.size and (row.words[at].word.startswith("وال") or row.conj[at] == "وال")


def _construct(row: Row, at: int, noun, after: str) -> bool:
    """وزيري الخارجية: a dual before a genitive; يومي and هاتفي are adjectives, so it must follow a preposition."""
    if noun.singular in ("ضعف", "مثل"):
        return True
    if noun.kind not in ("person", "time") and noun.singular not in lexicon().company["construct_dual"]:
        return False
    if not (after.startswith("ال") and len(after) > 4 or noun.kind == "time" and cue_after(row, at + 1, ("month",))):
        return False
    if _second(row, at + 2):  # يومي الجمعة والسبت
        return True
    return row.conj[at] in ("ب", "ل", "وب", "ول") or at > 0 and row.words[at - 1].word in lexicon().company["preposition"]


def read_decade(row: Row, at: int) -> list[Found]:
    tens = row.words[at].roles["decade"]
    if with_suffix(row, at):  # في أربعينياته: an age
        return [Found(at, at + 1, tens, "decade", tens, tens + 9)]
    if at + 1 < row.size and row.words[at + 1].word in ("من", "العمر") and at + 2 < row.size and row.words[at + 2].word.startswith(("عمر", "العمر")):
        return [Found(at, at + 1, tens, "decade", tens, tens + 9)]
    century = 1900
    if at + 1 < row.size and row.words[at + 1].word == "القرن" and at + 2 < row.size and "ordinal" in row.words[at + 2].roles:
        number = ordinal(row, at + 2)
        if number:
            century = (number.value - 1) * 100
    return [Found(at, at + 1, None, "decade", century + tens, century + tens + 9)]
