"""According to whom: attribution cues, the source they name, and the stretch of text it answers for.

`find` lists the attributions of a text, `source_at` gives the one that governs a stretch, `table` does it for articles. Reporting verbs,
phrases and the nouns that sources are named with are in `data/attribution.csv`.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from .. import arabic
from .scan import LONGEST_REACH, Found, Text, scan

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
    return list(_found(text))


@lru_cache(maxsize=8)  # casualties asks report by report
def _found(text: str) -> tuple[Attribution, ...]:
    if not text:
        return ()
    read = Text(text)
    out: list[Attribution] = []
    speakers: list[tuple[Attribution, str]] = []  # newest last, with the gender of the verb that brought them in
    names: list[tuple[str, list[str]]] = []  # sources and media named so far, with their folded words
    in_sentence: dict[int, Attribution] = {}
    for sentence, found in scan(read):
        if found.source is not None:
            item = _named(read, found, names)
        else:
            item = _carried(read, found, in_sentence.get(sentence) if found.participle else _last_speaker(speakers, found.gender))
        if item is None:
            continue
        out.append(item)
        in_sentence[sentence] = item
        names += [(name, _folded(name)) for name in (item.name, item.via) if name and not item.carried]
        if not item.carried:
            speakers.append((item, found.gender or _gender(read, found.source)))
    return tuple(out)


def _gender(read: Text, source: tuple[int, int]) -> str:
    return "f" if read.words[source[0]].endswith("ه") else "m"


def _last_speaker(speakers, gender: str) -> Attribution | None:
    return next((item for item, spoken in reversed(speakers[-6:]) if gender in ("", "p") or spoken in (gender, "p")), None)


def _named(read: Text, found: Found, names) -> Attribution:
    source, start, end = _words(read, found.source)
    full = _full_name(source, names)
    via = _words(read, found.via)[0] if found.via else ""
    return _attribution(read, found, source, full, start, end, _kind(full), False, via)


def _carried(read: Text, found: Found, speaker: Attribution | None) -> Attribution | None:
    if speaker is None:
        return None
    return _attribution(read, found, speaker.source, speaker.name, speaker.source_start, speaker.source_end, speaker.kind, True, speaker.via)


def _attribution(read, found, source, name, source_start, source_end, kind, carried, via) -> Attribution:
    start, end = _trimmed(read.text, *found.reach)
    cue_start, cue_end = read.tokens.starts[found.cue[0]], read.tokens.ends[found.cue[1]]
    return Attribution(start, end, read.text[start:end], source, name, source_start, source_end, kind, read.text[cue_start:cue_end], cue_start, cue_end,
                       found.rule, carried, via, found.direct)


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


def _full_name(source: str, names: list[tuple[str, list[str]]]) -> str:
    """المرصد after المرصد السوري, الوكالة after وكالة رويترز, كيري after جون كيري: the longer words that came before."""
    words = _folded(source)
    word = words[0]
    for name, earlier in reversed(names[-40:]):
        if len(earlier) <= len(words) or "ونظيره" in earlier or "ونظيرته" in earlier:
            continue
        if earlier[: len(words)] == words or len(words) == 1 and (word.startswith("ال") and earlier[0] == word[2:] or earlier[-1] == word):
            return name
    return source


_BY_QUALIFIER = ("medical", "rescue", "security", "military", "monitor", "armed_group", "official", "media_side", "witness")
_GENERAL = ("anonymous", "official", "document", "analyst", "witness", "activist")


@lru_cache(maxsize=4096)
def _kind(name: str) -> str:
    """The kind of the head noun; a general head (مصدر، مسؤول، وزارة) takes that of its qualifier (طبي، الداخلية)."""
    read = Text.__new__(Text)
    read.words, read.known = arabic.tokens(name).words, _known()
    pairs = [read.known.kinds.get(f"{one} {other}") for one, other in zip(read.words, read.words[1:])]
    if any(pairs[:2]):  # الدفاع المدني is no army, whatever الدفاع alone may be
        return next(filter(None, pairs))
    near = next((at for at, word in enumerate(read.words) if word.startswith(("مقرب", "قريب"))), len(read.words))  # close to an army is not the army
    kinds = [read.kind_of(at) for at in range(near)]
    head = next((kind for kind in kinds if kind), "")
    if not head:
        return "other" if read.words and read.words[0].startswith("ال") else "person"
    if kinds[0] in _GENERAL or not kinds[0]:
        finer = [kind for kind in kinds[1:] if kind in _BY_QUALIFIER and kind not in ("witness",)]
        if kinds[0] in ("anonymous", "official", "document") and finer:
            best = min(finer, key=_BY_QUALIFIER.index)
            if best == "media_side":
                return "anonymous"
            return best if kinds[0] == "anonymous" or best in ("medical", "rescue", "security", "military") else kinds[0]
    return {"media_side": "agency"}.get(kinds[0] or head, kinds[0] or head)


def _known():
    from .words import words

    return words()


def source_at(text: str, start: int, end: int) -> Attribution | None:
    """Who says what stands at `start`:`end`: the innermost attribution whose stretch holds it; None where the article itself does.

    The attributions of a text are read once and kept for the next questions about it.

    >>> text = "وقال المرصد إن مصدرا طبيا أكد أن عشرة قتلوا"
    >>> source_at(text, text.index("عشرة"), len(text)).source
    'مصدرا طبيا'
    """
    items, starts = _by_start(text)
    near = items[bisect_left(starts, start - 2 * LONGEST_REACH) : bisect_right(starts, start)]
    around = [item for item in near if end <= item.end]
    return min(around, key=lambda item: (item.end - item.start, -item.cue_start), default=None)


@lru_cache(maxsize=8)
def _by_start(text: str) -> tuple[list[Attribution], list[int]]:
    items = sorted(_found(text), key=lambda item: item.start)
    return items, [item.start for item in items]


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
