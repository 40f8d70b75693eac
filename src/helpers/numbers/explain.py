"""How the words of a number come to their value, step by step, for teaching."""
from __future__ import annotations

from fractions import Fraction

import pandas as pd

from .cues import joined
from .grammar import group_at, ordinal, term_at
from .model import Number
from .read import read_phrase
from .text import Row, whole_row

__all__ = ["explain"]

_ROLES = {
    "zero": "zero", "one": "unit", "one_of": "unit inside a compound", "unit": "unit", "ten": "ten", "teen": "eleven to nineteen in one word",
    "tens": "tens", "hundred": "hundred", "hundreds": "hundreds", "hundred_plural": "hundreds, number not said", "scale": "scale word",
    "scale_dual": "dual of a scale word", "scale_plural": "plural of a scale word", "ordinal": "ordinal", "ordinal_part": "ordinal of compounds",
    "fraction": "fraction", "fraction_dual": "two parts", "fraction_plural": "parts", "indefinite": "tens, number not said",
    "few": "a few: three to nine", "odd": "and some", "decade": "decade", "dual": "dual noun: two",
}
_NEGATIVE = ("سالب", "ناقص")
_PROCLITICS = {"و": "and", "ف": "so", "ب": "with", "ل": "to", "ك": "like", "ال": "the"}


def explain(phrase: str) -> pd.DataFrame:
    """The steps from the words of a number to its value.

    Parameters
    ----------
    phrase : str
        One number, as for `parse`; ranges, indefinite multiples and times are explained too.

    Returns
    -------
    DataFrame
        One row a step: `step` (from 1), `words` (as typed), `rule` (what is done, in English), `value` (string, the value after the step; missing
        where the step gives none). First each word, then how they combine, last the whole.

    Raises
    ------
    NumberError, TypeError
        As `parse` does, where the phrase is not one number.

    Examples
    --------
    >>> steps = explain("خمسة وعشرون ألفا")
    >>> list(steps["value"])
    ['5', '20', '1000', '25', '25000', '25000']
    >>> steps["rule"].iloc[3]
    'unit before tens: 5 + 20'
    """
    number = read_phrase(phrase)
    row = whole_row(phrase)
    steps = [step for at in range(row.size) for step in _word(row, at)]
    steps += _terms(row, number)
    steps.append((number.quote, _whole(number), _shown_value(number)))
    frame = pd.DataFrame(steps, columns=["words", "rule", "value"]).astype("string")
    frame.insert(0, "step", pd.array(range(1, len(frame) + 1), dtype="Int64"))
    return frame


def _word(row: Row, at: int) -> list[tuple[str, str, str | None]]:
    word, typed = row.words[at], row.text[row.start(at) : row.end(at)]
    if word.literal is not None:
        return [(typed, "digits", _text(word.literal.value))]
    if not word.roles:
        cue = next((cue for cue in word.begins if len(cue.words) == 1 or at + len(cue.words) <= row.size), None)
        said = "negative" if word.word in _NEGATIVE else f"cue: {cue.role.replace('_', ' ')}" if cue else "counted noun or other word"
        return [(typed, said, None)] if word.word[0].isalnum() else []
    role = _role_here(row, at)
    value = 2 if role == "dual" else word.roles.get(role)
    if role in ("scale_dual", "fraction_dual"):
        value = 2 * value
    if role == "hundred" and (before_sign := row.conj[at]).endswith("ال") and "ب" in before_sign:
        return [(typed, "the percent sign in words", None)]
    before = "".join(row.conj[at])
    lead = f", after {_lead(before)}" if before else ""
    return [(typed, _ROLES.get(role, role) + lead, _text(value))]


def _lead(before: str) -> str:
    names, rest = [], before.replace("لل", "لال")
    while rest:
        piece = "ال" if rest.startswith("ال") else rest[0]
        names.append(f"{piece} ({_PROCLITICS.get(piece, '')})")
        rest = rest[len(piece):]
    return " ".join(names)


def _role_here(row: Row, at: int) -> str:
    """Of a homograph the role it plays here."""
    roles = row.words[at].roles
    if len(roles) > 1 and "unit" in roles and at + 1 < row.size and not row.words[at + 1].roles and "fraction" in roles:
        return "unit"
    return next(iter(roles))


def _terms(row: Row, number: Number) -> list[tuple[str, str, str | None]]:
    """Groups, terms and their sum, where the phrase is a plain number."""
    if number.kind not in ("cardinal", "percent", "year") or number.value is None:
        return _ordinal_steps(row, number) if number.kind == "ordinal" else []
    steps, at, total, terms = [], 0, None, 0
    while at < row.size and (term := term_at(row, at)) is not None:
        steps += _inside(row, at, term)
        terms += 1
        if total is not None:
            steps.append((_words(row, 0, term.end), f"and: {_text(total)} + {_text(term.value)}", _text(total + term.value)))
        total, at = term.value if total is None else total + term.value, term.end
        if not joined(row, at):
            break
    return steps if total == abs(Fraction(number.value)) or terms == 1 else steps[:0]


def _inside(row: Row, at: int, term) -> list[tuple[str, str, str | None]]:
    steps = []
    group = group_at(row, at)
    if group is not None and group.end - at > 1:
        steps.append((_words(row, at, group.end), _how(row, at, group), _text(group.value)))
    if group is not None and term.end > group.end:
        by = term.value / Fraction(group.value) if group.value else 0
        steps.append((_words(row, at, term.end), f"times the scale word: {_text(group.value)} × {_text(by)}", _text(term.value)))
    return steps


def _how(row: Row, at: int, group) -> str:
    first, second = row.words[at].roles, row.words[at + 1].roles
    unit = first.get("unit") or first.get("one") or first.get("one_of")
    if unit and "ten" in second:
        return f"eleven to nineteen: {unit} + 10"
    if unit and "tens" in second and group.value == unit + second["tens"]:
        return f"unit before tens: {unit} + {second['tens']}"
    if unit and ("hundred" in second or "hundred_plural" in second) and not joined(row, at + 1):
        rest = group.value - 100 * unit
        return f"times a hundred: {unit} × 100" + (f", and {rest}" if rest else "")
    if "hundred" in first or "hundreds" in first:
        hundreds = first.get("hundred") or first["hundreds"]
        return f"hundreds and less: {hundreds} + {group.value - hundreds}"
    return "and: smaller before larger, the classical order"


def _ordinal_steps(row: Row, number: Number) -> list[tuple[str, str, str | None]]:
    reading = ordinal(row, 0)
    if reading is None or reading.end < 2:
        return []
    return [(number.quote, "ordinal of a compound: only its unit has the ordinal form", _text(reading.value))]


def _words(row: Row, first: int, end: int) -> str:
    return row.text[row.start(first) : row.end(end - 1)]


def _whole(number: Number) -> str:
    said = {"percent": "percent: the number before the sign", "range": "range: from low to high", "indefinite": "indefinite: no exact value",
            "dual": "the dual counts two"}.get(number.kind, number.kind)
    return f"{said}, approximate" if number.approx and number.kind != "indefinite" else said


def _shown_value(number: Number) -> str | None:
    if number.value is not None and number.kind != "indefinite":
        return _text(number.value)
    if number.low is not None and number.high is not None:
        return f"{_text(number.low)} to {_text(number.high)}"
    return None


def _text(value) -> str | None:
    if value is None:
        return None
    if isinstance(value, Fraction) and value.denominator == 1:
        value = int(value)
    return str(value)
