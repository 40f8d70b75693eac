"""How far an attribution reaches: what is said after it, quoted before it, or told around it."""
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from .text import Found, Text

__all__ = ["LONGEST_REACH", "around_phrase", "bounded", "quotation_before", "said_from", "statement"]

LONGEST_REACH = 3000
"""Characters that an attribution governs at most, on either side of its cue: no sentence is longer, and text without an end stays linear."""


def statement(text: Text, at: int, last: int) -> int | None:
    """The token of إن, a colon or an opening quotation mark that begins what is said."""
    words, closer, noticed = text.words, text.closer, text.noticed
    that, cues = text.known.joined["that"], text.known.cues
    limit = min(last + 1, at + 30)
    for place in range(bisect_left(noticed, at), len(noticed)):
        here = noticed[place]
        if here >= limit:
            return None
        word = words[here]
        if word in that or word == ":":
            return here
        if here in closer:
            if closer[here] > min(here + 5, last - 1):  # up to four words in quotes are a name
                return here
        elif here > at + 3 and word in cues and cues[word].value == "strong" and cues[word].kind in ("verb", "verb_from"):
            return None
    return None


def said_from(text: Text, after: int, begins: int | None, end: int) -> tuple[tuple[int, int], bool]:
    """The characters of what is said from token `after`, or from its statement at token `begins`, and whether it is quoted directly."""
    starts, ends = text.tokens.starts, text.tokens.ends
    if begins is None:
        start = starts[after] if after < len(starts) else end
        return (min(start, end), end), False
    opener = begins + 1 if text.words[begins] == ":" and begins + 1 in text.closer else begins
    if opener in text.closer:
        return (ends[opener], starts[text.closer[opener]]), True
    return (min(ends[begins], end), end), False


def quotation_before(text: Text, at: int, first: int) -> tuple[int, int] | None:
    """The quotation that ends right before token `at`: «…»، قال فلان."""
    if not text.closed:
        return None
    close = at - 1
    while close > first and text.words[close] in "،,-–":
        close -= 1
    opener = text.closed.get(close)
    return None if opener is None else (text.tokens.ends[opener], text.tokens.starts[close])


def around_phrase(text: Text, at: int, source_end: int, first: int, last: int, end: int) -> tuple[int, int]:
    """At the head of a sentence the phrase governs what follows, elsewhere what precedes it, and what is coordinated after it."""
    tokens = text.tokens
    if at - first <= 1:
        return (tokens.ends[source_end], end)
    start = tokens.starts[first]
    quotation = quotation_before(text, at, first)
    if quotation and quotation[0] >= start:
        start = min(start, quotation[0])
    goes_on = source_end + 2 <= last and text.words[source_end + 1] == "،" and text.words[source_end + 2][:1] == "و"
    return (start, end if goes_on else tokens.ends[at - 1])


def bounded(text: Text, sentence: list[Found]) -> Iterator[tuple[Found, int, int]]:
    """The attributions of a sentence, each with its stretch, which ends where, after a comma, another speaker's begins."""
    starts, ends = text.tokens.starts, text.tokens.ends
    for position, one in enumerate(sentence, 1):
        start, end = one.reach
        start, end = max(start, starts[one.cue[0]] - LONGEST_REACH), min(end, ends[one.cue[1]] + LONGEST_REACH)
        if not one.direct and position < len(sentence):
            for later in sentence[position : position + 19]:
                begins = starts[later.cue[0]]
                if begins >= end:
                    break
                if begins > start and _speaks_apart(text, later):
                    end = begins
                    break
        yield one, start, end


def _speaks_apart(text: Text, later: Found) -> bool:
    """A verb with a speaker of its own, after a comma or joined with و or ف."""
    if not later.source or later.participle or not later.rule.startswith("verb"):
        return False
    at = later.cue[0]
    return at > 0 and (text.words[at - 1] in "،؛" or text.words[at][0] in "وف")
