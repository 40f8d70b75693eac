"""According to whom: attribution cues, the source they name, and the stretch of text it answers for.

`find` lists the attributions of a text, `source_at` gives the one that governs a stretch, `table` does it for articles. Reporting verbs,
phrases and the nouns that sources are named with are in `data/attribution.csv`.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .. import arabic
from .naming import kind_of
from .reach import LONGEST_REACH
from .scan import scan
from .text import Found, Text
from .words import words

__all__ = ["Attribution", "find", "source_at", "table"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution in a text.

    Attributes
    ----------
    start, end : int
        Offsets of the stretch that the source answers for; `quote` is ``text[start:end]``.
    quote : str
    source : str
        The words that name the source, without joined letters: المرصد; of a carried-over speaker, those that named it before.
    name : str
        The fullest words that named the same source earlier in the text: المرصد السوري لحقوق الإنسان.
    source_start, source_end : int
        Where `source` stands (with ل of للمرصد).
    kind : str
        ``person``, ``official``, ``agency``, ``monitor`` (organisations), ``medical``, ``rescue``, ``security``, ``military``, ``armed_group``,
        ``activist``, ``witness``, ``analyst``, ``document``, ``anonymous``, or ``other``.
    cue : str
        The words that make it an attribution; `cue_start`, `cue_end` are their place.
    cue_start, cue_end : int
    rule : str
        The rule that read it.
    carried : bool
        True where the cue names nobody ("وأضاف أن") and the last speaker who agrees with the verb is taken.
    via : str
        The medium it came through: وكالة رويترز in "نقلت وكالة رويترز عن مصدر". Else "".
    direct : bool
        True for a direct quotation.
    """

    start: int
    end: int
    quote: str
    source: str
    name: str
    source_start: int
    source_end: int
    kind: str
    cue: str
    cue_start: int
    cue_end: int
    rule: str
    carried: bool
    via: str
    direct: bool


def find(text: str) -> list[Attribution]:
    """The attributions in a text.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Attribution
        By the place of their cues. Stretches may lie inside each other: a quotation within a quotation. Never raises.

    Examples
    --------
    >>> one, = find("قتل خمسة مدنيين في الغارة، وفق ما أفاد المرصد السوري لحقوق الإنسان.")
    >>> one.source, one.kind, one.cue, one.quote
    ('المرصد السوري لحقوق الإنسان', 'monitor', 'وفق ما أفاد', 'قتل خمسة مدنيين في الغارة،')
    >>> [(item.source, item.carried) for item in find("أكدت الشرطة مقتل شخص. وأضافت أن اثنين أصيبا.")]
    [('الشرطة', False), ('الشرطة', True)]
    """
    read, said = _said(text)
    return [_attribution(read, one) for one in said]


class _Speaker(NamedTuple):
    """Who is named, as `source`, `name`, `source_start`, `source_end` and `via` of `Attribution`."""

    source: str
    name: str
    start: int
    end: int
    via: str


class _Said(NamedTuple):
    """An attribution before it is written out: most are read for the speakers they bring in and never asked for."""

    found: Found
    start: int
    end: int
    speaker: _Speaker
    carried: bool


@lru_cache(maxsize=8)  # casualties asks report by report
def _said(text: str) -> tuple[Text, list[_Said]]:
    read = Text(text)
    out: list[_Said] = []
    speakers: deque[tuple[_Speaker, str]] = deque(maxlen=6)  # newest last, with the gender of the verb that brought them in
    names: deque[tuple[str, list[str]]] = deque(maxlen=40)  # sources and media named so far, with their folded words
    sentence_read, of_sentence = -1, None
    for sentence, found, start, end in scan(read):
        if sentence != sentence_read:
            sentence_read, of_sentence = sentence, None
        if found.source is not None:
            speaker = _named(read, found, names)
            names.append((speaker.name, _longer_words(speaker.name)))
            if speaker.via:
                names.append((speaker.via, _longer_words(speaker.via)))
            speakers.append((speaker, found.gender or _gender(read, found.source)))
        else:
            speaker = of_sentence if found.participle else _last_speaker(speakers, found.gender)
        if speaker is None:
            continue
        out.append(_Said(found, *_trimmed(read.text, start, end), speaker, found.source is None))
        of_sentence = speaker
    return read, out


def _gender(read: Text, source: tuple[int, int]) -> str:
    return "f" if read.words[source[0]].endswith("ه") else "m"


def _last_speaker(speakers: deque[tuple[_Speaker, str]], gender: str) -> _Speaker | None:
    for speaker, spoken in reversed(speakers):
        if gender in ("", "p") or spoken in (gender, "p"):
            return speaker
    return None


def _named(read: Text, found: Found, names: deque[tuple[str, list[str]]]) -> _Speaker:
    source, start, end = _words(read, found.source)
    via = _words(read, found.via)[0] if found.via else ""
    return _Speaker(source, _full_name(source, names), start, end, via)


def _attribution(read: Text, said: _Said) -> Attribution:
    found, start, end, speaker, carried = said
    cue_start, cue_end = read.tokens.starts[found.cue[0]], read.tokens.ends[found.cue[1]]
    return Attribution(start, end, read.text[start:end], speaker.source, speaker.name, speaker.start, speaker.end, _kind(speaker.name),
                       read.text[cue_start:cue_end], cue_start, cue_end, found.rule, carried, speaker.via, found.direct)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    end = max(start, end)
    while start < end and text[start] in " \t\n\r،,:؛":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _words(read: Text, span: tuple[int, int]) -> tuple[str, int, int]:
    """The words of a span as a reader would name them (للمرصد → المرصد), and where they stand."""
    start, end = read.tokens.starts[span[0]], read.tokens.ends[span[1]]
    words = " ".join(read.text[start:end].split())
    first = read.words[span[0]]
    if first.startswith("لل"):
        words = "ا" + words[1:] if words.startswith("لل") else words
    elif first[0] == "ل" and read.words[span[0] - 1].endswith(("وفقا", "طبقا")):
        words = words[1:]
    return words, start, end


@lru_cache(maxsize=4096)
def _folded(name: str) -> list[str]:
    return arabic.fold(name).split()


@lru_cache(maxsize=4096)
def _longer_words(name: str) -> list[str]:
    """The words that a later, shorter name may be part of; none of a name of two people."""
    words = _folded(name)
    return [] if "ونظيره" in words or "ونظيرته" in words else words


def _full_name(source: str, names: deque[tuple[str, list[str]]]) -> str:
    """المرصد after المرصد السوري, الوكالة after وكالة رويترز, كيري after جون كيري: the longer words that came before."""
    words = _folded(source)
    count, word = len(words), words[0]
    plain = word[2:] if word.startswith("ال") else ""
    for name, earlier in reversed(names):
        if len(earlier) <= count:
            continue
        if earlier[0] == word and earlier[:count] == words or count == 1 and (earlier[0] == plain or earlier[-1] == word):
            return name
    return source


_BY_QUALIFIER = ("medical", "rescue", "security", "military", "monitor", "armed_group", "official", "media_side", "witness")
_GENERAL = ("anonymous", "official", "document", "analyst", "witness", "activist")


@lru_cache(maxsize=4096)
def _kind(name: str) -> str:
    """The kind of the head noun; a general head (مصدر، مسؤول، وزارة) takes that of its qualifier (طبي، الداخلية)."""
    heads, known = arabic.words(name), words()
    pairs = [known.kinds.get(f"{one} {other}") for one, other in zip(heads, heads[1:])]
    if any(pairs[:2]):  # الدفاع المدني is no army, whatever الدفاع alone may be
        return next(filter(None, pairs))
    near = next((at for at, word in enumerate(heads) if word.startswith(("مقرب", "قريب"))), len(heads))  # close to an army is not the army
    kinds = [kind_of(word) for word in heads[:near]]
    head = next((kind for kind in kinds if kind), "")
    if not head:
        return "other" if heads and heads[0].startswith("ال") else "person"
    if kinds[0] in _GENERAL or not kinds[0]:
        finer = [kind for kind in kinds[1:] if kind in _BY_QUALIFIER and kind not in ("witness",)]
        if kinds[0] in ("anonymous", "official", "document") and finer:
            best = min(finer, key=_BY_QUALIFIER.index)
            if best == "media_side":
                return "anonymous"
            return best if kinds[0] == "anonymous" or best in ("medical", "rescue", "security", "military") else kinds[0]
    return {"media_side": "agency"}.get(kinds[0] or head, kinds[0] or head)


def source_at(text: str, start: int, end: int) -> Attribution | None:
    """Who says what stands at `start`:`end`: the innermost attribution whose stretch holds it; None where the article itself does.

    The attributions of a text are read once and kept for the next questions about it.

    >>> text = "وقال المرصد إن مصدرا طبيا أكد أن عشرة قتلوا"
    >>> source_at(text, text.index("عشرة"), len(text)).source
    'مصدرا طبيا'
    """
    read, said, starts = _by_start(text)
    near = said[bisect_left(starts, start - 2 * LONGEST_REACH) : bisect_right(starts, start)]
    around = [one for one in near if end <= one.end]
    if not around:
        return None
    return _attribution(read, min(around, key=lambda one: (one.end - one.start, -one.found.cue[0])))


@lru_cache(maxsize=8)
def _by_start(text: str) -> tuple[Text, list[_Said], list[int]]:
    read, said = _said(text)
    said = sorted(said, key=lambda one: one.start)
    return read, said, [one.start for one in said]


_COLUMNS = {"article": "string", "source": "string", "name": "string", "kind": "string", "carried": "boolean", "via": "string", "direct": "boolean",
            "cue": "string", "rule": "string", "cue_start": "Int64", "cue_end": "Int64", "source_start": "Int64", "source_end": "Int64",
            "start": "Int64", "end": "Int64", "quote": "string"}


def table(articles):
    """The attributions of articles, one row each.

    Parameters
    ----------
    articles : DataFrame
        Columns `article` and `text`.

    Returns
    -------
    DataFrame
        `article`, then the fields of `Attribution`: `source`, `name`, `kind`, `carried`, `via`, `direct`, `cue`, `rule`, the offsets of cue and
        source, and `start`, `end`, `quote` of the stretch that the source answers for.
    """
    import pandas as pd

    rows = [(article, item) for article, text in zip(articles["article"], articles["text"]) if isinstance(text, str) for item in find(text)]
    frame = pd.DataFrame({name: [article if name == "article" else getattr(item, name) for article, item in rows] for name in _COLUMNS},
                         columns=list(_COLUMNS))
    return frame.astype(_COLUMNS)
