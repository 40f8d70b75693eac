"""Clean one article's text and say, piece by piece, what was taken out or mended.

Nothing is changed silently: every removal and mend comes back as a `LeftOut`. What is done: line ends become one kind, control and
bidi characters go, boilerplate listed in data/boilerplate.csv goes, certain misprints listed in data/mends.csv are mended, and a passage
that the page printed twice is kept once.
"""
from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .. import lexicon
from ..arabic import LETTERS, fold
from .sentences import split

__all__ = ["LeftOut", "clean"]

lexicon.TABLES["boilerplate"] = (
    lexicon.Column("pattern", required=True),
    lexicon.Column("where", "choice", required=True, allowed=("line", "line_start", "line_end")),
    lexicon.Column("note"),
)
lexicon.TABLES["mends"] = (
    lexicon.Column("written", required=True, unique=True),
    lexicon.Column("mended", required=True),
    lexicon.Column("note"),
)

_REPEATED_PASSAGE = 60  # characters a repeated line, and
_REPEATED_SENTENCES = 120  # characters a run of repeated sentences must have before it counts as pasted twice
_BOILERPLATE_LINE = 80  # characters; a longer line is never boilerplate as a whole
_SPACE = " \\t\u00a0"  # inside a character class; never a line's end
_LINE_EDGE = 40  # characters at a line's edges that are searched for boilerplate

# bidi controls, zero-width space, word joiner, byte-order mark, and C0/C1 controls other than line ends and tab; the zero-width
# non-joiner and joiner stay: they shape words
_CONTROLS = "".join(map(chr, [*range(0x00, 0x09), *range(0x0E, 0x20), 0x7F, *range(0x80, 0x85), *range(0x86, 0xA0)])) + (
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufffe")
_CONTROL = re.compile(f"[{re.escape(_CONTROLS)}]+")


class LeftOut(NamedTuple):
    """One thing left out of, or mended in, an article."""

    kind: str
    place: str
    text: str
    reason: str
    remedy: str = ""


def clean(text: str) -> tuple[str, list[LeftOut]]:
    """Clean text and the list of what was left out or mended, in the order it was done.

    >>> text, left_out = clean("قُتل 3 في الولاياتالمتحدة.\\r\\nاضف تعليق")
    >>> text
    'قُتل 3 في الولايات المتحدة.'
    >>> [(item.kind, item.text) for item in left_out]
    [('mended', 'الولاياتالمتحدة'), ('boilerplate', 'اضف تعليق')]
    """
    left_out: list[LeftOut] = []
    text = _without_surrogates(_line_ends(text), left_out)
    text = _without_controls(text, left_out)
    text = _mended(text, left_out)
    lines = text.split("\n")
    lines = _without_boilerplate(lines, left_out)
    lines = _without_repeated_lines(lines, left_out)
    text = "\n".join(lines)
    text = _without_repeated_sentences(text, left_out)
    return text.strip(), left_out


def _line_ends(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\u2028", "\n").replace("\u2029", "\n\n").replace("\x0b", "\n").replace("\x0c", "\n").replace("\x85", "\n")


def _without_surrogates(text: str, left_out: list[LeftOut]) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        left_out.append(LeftOut("control_characters", f"character {error.start + 1}", f"U+{ord(text[error.start]):04X}", "half a character: no text can hold it, shown as \ufffd"))
        return re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text


def _without_controls(text: str, left_out: list[LeftOut]) -> str:
    present = [character for character in _CONTROLS if character in text]
    if not present:
        return text
    names = ", ".join(f"U+{ord(character):04X} ({text.count(character)})" for character in present)
    left_out.append(LeftOut("control_characters", "whole text", names, "characters that readers do not see and that can reorder what they see", ""))
    return _CONTROL.sub("", text)


@lru_cache(maxsize=1)
def _mends() -> tuple[tuple[str, str], ...]:
    return tuple((row["written"], row["mended"]) for row in lexicon.read("mends"))


def _mended(text: str, left_out: list[LeftOut]) -> str:
    for written, mended in _mends():
        if written not in text:
            continue
        pattern = re.compile(f"(?<![{LETTERS}]){re.escape(written)}|(?<=[\u0648\u0641\u0628\u0643\u0644]){re.escape(written)}")
        for match in pattern.finditer(text):
            left_out.append(LeftOut("mended", f"line {text.count(chr(10), 0, match.start()) + 1}", written, f"a space was lost: read as {mended!r}"))
        text = pattern.sub(mended, text)
    return text


# spellings that folding makes one, as character classes: matching the typed text itself needs no map back
_SPELLINGS = {"\u0627": "[\u0627\u0623\u0625\u0622\u0671]", "\u0647": "[\u0647\u0629]", "\u064a": "[\u064a\u0649\u06cc]", "\u0643": "[\u0643\u06a9]"}


def _pattern(written: str) -> str:
    """A cell of data/boilerplate.csv as a regular expression: spellings, harakat and spaces loose, * for up to 12 characters that are no space."""
    parts = []
    for part in written.split("*"):
        words = ["".join(_SPELLINGS.get(letter, re.escape(letter)) + ("[\u0640\u064b-\u0652]*" if letter.isalpha() else "") for letter in word) for word in fold(part).split()]
        parts.append(f"[{_SPACE}]*".join(words))
    return r"\S{0,12}".join(parts)


class _Boilerplate(NamedTuple):
    line: re.Pattern
    start: re.Pattern
    end: re.Pattern
    anywhere: re.Pattern


@lru_cache(maxsize=1)
def _boilerplate() -> _Boilerplate:
    rows = lexicon.read("boilerplate")

    def alternatives(where):
        return "|".join(_pattern(row["pattern"]) for row in rows if row["where"] == where) or "(?!)"

    closing = rf"[{_SPACE}:.\u060c!\u2026\u00bb>\-]*"
    line = rf"[{_SPACE}\-*>\u00ab]*(?:{alternatives('line')}){closing}"
    start, end = rf"[{_SPACE}]*(?:{alternatives('line_start')})[{_SPACE}:]*", rf"(?:{alternatives('line_end')}){closing}$"
    anywhere = re.compile(rf"^(?:{line}$|{start})|{end}", re.MULTILINE)
    return _Boilerplate(re.compile(line), re.compile(start), re.compile(rf"[{_SPACE}]*{end}"), anywhere)


def _without_boilerplate(lines: list[str], left_out: list[LeftOut]) -> list[str]:
    suspects = _suspects(lines)
    if not suspects:
        return lines
    patterns = _boilerplate()
    kept = []
    for at, line in enumerate(lines):
        if at not in suspects or not line.strip():
            kept.append(line)
        elif len(line) <= _BOILERPLATE_LINE and patterns.line.fullmatch(line):
            left_out.append(LeftOut("boilerplate", f"line {at + 1}", line.strip(), "a line of the page, not of the article"))
        else:
            kept.append(_without_edge(line, at + 1, patterns, left_out))
    return kept


def _suspects(lines: list[str]) -> set[int]:
    """Lines whose edges hold words of boilerplate: the edges of all lines are searched at once, which is what makes this cheap."""
    edges = [edge for line in lines for edge in ((line, "") if len(line) <= _BOILERPLATE_LINE else (line[:_LINE_EDGE], line[-_LINE_EDGE:]))]
    joined = "\n".join(edges)
    return {joined.count("\n", 0, match.end()) // 2 for match in _boilerplate().anywhere.finditer(joined)}


def _without_edge(line: str, number: int, patterns: _Boilerplate, left_out: list[LeftOut]) -> str:
    found = patterns.start.match(line)
    if found and found.group().strip():
        left_out.append(LeftOut("boilerplate", f"line {number}, start", found.group().strip(), "words of the page, not of the article"))
        line = line[found.end() :]
    found = patterns.end.search(line, max(0, len(line) - _LINE_EDGE))
    if found and found.group().strip():
        left_out.append(LeftOut("boilerplate", f"line {number}, end", found.group().strip(), "words of the page or agency, not of the article"))
        line = line[: found.start()].rstrip()
    return line


def _without_repeated_lines(lines: list[str], left_out: list[LeftOut]) -> list[str]:
    """Lines without the runs that repeat earlier lines; a run counts where it holds one long line, so refrains and names stay."""
    first: dict[str, int] = {}
    repeats = []
    for number, line in enumerate(lines):
        key = line.strip()
        repeats.append(bool(key) and key in first)
        if key:
            first.setdefault(key, number)
    if not any(repeats):
        return lines
    kept, number = [], 0
    while number < len(lines):
        run = number
        while run < len(lines) and (repeats[run] or (run > number and not lines[run].strip())):
            run += 1
        if run == number:
            kept.append(lines[number])
            number += 1
            continue
        while not lines[run - 1].strip():  # blank lines after the run are not of it
            run -= 1
        long_enough = any(len(line.strip()) >= _REPEATED_PASSAGE for line in lines[number:run])
        for at in range(number, run):
            if not long_enough:
                kept.append(lines[at])
            elif lines[at].strip():
                left_out.append(LeftOut("repeated_passage", f"line {at + 1}", lines[at].strip(),
                                        f"stands already in line {first[lines[at].strip()] + 1}: the page printed it twice"))
        number = run
    return kept


def _without_repeated_sentences(text: str, left_out: list[LeftOut]) -> str:
    pieces = [piece for piece in text.split(". ") if len(piece) >= _REPEATED_PASSAGE]
    if len(set(pieces)) == len(pieces):  # cheap: most texts repeat nothing
        return text
    spans = split(text)
    first: dict[str, int] = {}
    repeats = []
    for number, (start, end) in enumerate(spans):
        repeats.append(text[start:end] in first)
        first.setdefault(text[start:end], number)
    removed, number = [], 0
    while number < len(spans):
        run = number
        while run < len(spans) and repeats[run]:
            run += 1
        if run > number and spans[run - 1][1] - spans[number][0] >= _REPEATED_SENTENCES:
            removed.append((number, run))
        number = max(run, number + 1)
    for begin, stop in reversed(removed):
        start, end = spans[begin][0], spans[stop - 1][1]
        for number in range(begin, stop):
            sentence = text[slice(*spans[number])]
            left_out.append(LeftOut("repeated_passage", f"sentence {number + 1}", sentence,
                                    f"stands already as sentence {first[sentence] + 1}: the page printed it twice"))
        text = text[:start] + text[end:].lstrip(" ")
    return text
