"""The words dates are made of: `data/calendar.csv` compiled to one sign a token, so that the grammar is a set of patterns over signs.

A text of tokens becomes a string of the same length: one sign for each token, `.` for a word that no date uses, `+` for
the second word of a name such as تشرين الأول. The grammar then reads signs, never letters.
"""
from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from .. import lexicon
from ..arabic import Tokens, fold

__all__ = ["CLASSES", "Calendar", "Signs", "atoms", "calendar", "signs"]

CLASSES = lexicon.TABLES["calendar"][1].allowed
UNITS = ("hour", "day", "week", "month", "year", "decade", "century")

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل")
_PUNCTUATION = {"/": "/", "-": "-", "–": "-", "—": "-", "−": "-", "(": "(", ")": ")", "،": ",", ",": ",", ".": "!", "[": "(", "]": ")"}


class Calendar(NamedTuple):
    """Compiled words: sign and value of each folded word, the longer names by their first word, the sign of each class."""

    sign: dict[str, str]
    value: dict[str, tuple[str, int]]
    longer: dict[str, list[tuple[tuple[str, ...], str, str, int]]]
    of_class: dict[str, str]


class Signs(NamedTuple):
    """A text for the grammar: its tokens, one sign each, and the value behind each sign."""

    tokens: Tokens
    text: str
    longer: dict[int, tuple[str, int]]
    words: dict[str, tuple[str, int]]

    def value(self, at: int) -> str:
        """What the table says of the token: a month's number, a unit's name; of a digit run, itself."""
        found = self.longer.get(at) or self.words.get(self.tokens.words[at])
        return found[0] if found else self.tokens.words[at]

    def proclitic(self, at: int) -> int:
        """How many letters of the token are a joined و ف ب ل."""
        found = self.longer.get(at) or self.words.get(self.tokens.words[at])
        return found[1] if found else 0


@lru_cache(maxsize=1)
def calendar() -> Calendar:
    """The compiled table, read once."""
    of_class = {}
    for name in CLASSES:
        for key in [f"{name}_{unit}" for unit in UNITS] if name in ("unit", "the_unit", "units", "two_units", "the_units", "the_two_units") else [name]:
            of_class[key] = chr(0x100 + len(of_class))
    for name in ("tens", "ordinal_tens", "day_part"):  # the و of خمسة وعشرين binds the two words, that of أمس وصباح اليوم parts them
        of_class[f"and_{name}"] = chr(0x100 + len(of_class))
    sign, value, longer = {}, {}, {}
    for number in range(10000):
        for digits in {str(number), f"{number:02d}"}:
            sign[digits] = "D" if 1 <= number <= 31 and len(digits) <= 2 else "Y" if 1300 <= number <= 2100 else "N"
    sign["ال"] = "L"
    sign.update(_PUNCTUATION)
    for joined, forms in _spellings(lexicon.read("calendar")):
        for words, row in forms:
            name = f"{row['class']}_{row['value']}" if row["value"] in UNITS else row["class"]
            if joined[:1] == "و" and f"and_{name}" in of_class:
                name = f"and_{name}"
            if len(words) > 1:
                longer.setdefault(words[0], []).append((words[1:], of_class[name], row["value"], len(joined)))
            elif words[0] not in sign:
                sign[words[0]] = of_class[name]
                value[words[0]] = (row["value"], len(joined))
    for continuations in longer.values():
        continuations.sort(key=lambda item: -len(item[0]))
    return Calendar(sign, value, longer, of_class)


def _spellings(rows) -> list:
    """(proclitics, [(folded words, row)]), the plain words first: a word of the table wins over a proclitic reading of another."""
    forms = [(tuple(fold(row["form"]).split()), row) for row in rows]
    found = [("", forms)]
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            joined = conjunction + preposition
            if joined:
                found.append((joined, [((_join(joined, words[0]), *words[1:]), row) for words, row in forms]))
    return found


def _join(joined: str, word: str) -> str:
    return joined + word[1:] if joined.endswith("ل") and word.startswith("ال") else joined + word


def signs(found: Tokens) -> Signs:
    """One sign a token. Time is linear: a look-up a token, and at most three names a first word of a name."""
    table = calendar()
    text = "".join(map(table.sign.get, found.words, "." * len(found.words)))
    longer, words = {}, found.words
    if not table.longer.keys().isdisjoint(words):
        line = list(text)
        at = 0
        while at < len(words):
            taken = 1
            for rest, sign, value, joined in table.longer.get(words[at], ()):
                if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                    line[at : at + 1 + len(rest)] = sign + "+" * len(rest)
                    longer[at] = (value, joined)
                    taken = 1 + len(rest)
                    break
            at += taken
        text = "".join(line)
    return Signs(found, text, longer, table.value)


@lru_cache(maxsize=1)
def atoms() -> dict[str, str]:
    """Each class, and some groups of classes, as a piece of a pattern over signs, for `str.format`."""
    of_class = calendar().of_class
    found = {name: f"(?:{sign}[+]*)" for name, sign in of_class.items()}
    for name in ("unit", "the_unit", "units", "two_units", "the_units", "the_two_units"):
        found[name] = f"(?:[{''.join(of_class[f'{name}_{unit}'] for unit in UNITS)}][+]*)"
    found["adjective"] = f"[{of_class['past']}{of_class['future']}{of_class['current']}]"
    found["day"] = "(?:L?D|{ordinal}(?:{ten}|{and_ordinal_tens})?|{ordinal_tens})".format(**found)
    found["month_name"] = "(?:{month}|{month_or_word}|{hijri_month}|{hijri_month_or_word})".format(**found)
    found["months"] = "(?:{month_name}(?:[/-]{month_name}|[(]{month_name}[)]|{month_name})?)".format(**found)
    found["era"] = "(?:[(]?(?:{hijri_era}|{common_era})[)]?)".format(**found)
    return found
