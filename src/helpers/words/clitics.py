"""Words without their proclitics, by rules that look at the letters and at what the corpus itself attests.

1. Stop words and words of data/clitics.csv stay whole (بعد, وزير); names there keep their article (القاهرة).
2. The article, alone or after و ف ب ل ك, comes off (والرئيس → رئيس, للمدنيين → مدنيين).
3. و comes off (وقتل → قتل), unless the word itself takes an article somewhere in the corpus, or is frequent and its rest is never seen alone.
4. ف ب ل ك س come off where the rest is a word of the corpus, at least as frequent as the whole, or of the tables; and before إ and forms of verbal nouns, with which only
   a word can begin: evidence in place of guessing.

A word that takes an article cannot start with a proclitic, for nothing may stand between them (Ryding 2005, A Reference Grammar of Modern Standard Arabic, ch. 7
and 16). Endings stay: كلمته is no كلمة.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from helpers import arabic, lexicon

__all__ = ["Running", "Word", "find", "key", "read", "stop_words", "table"]

WAW, FEH, BEH, LAM, KAF, SEEN, ALEF = "\u0648", "\u0641", "\u0628", "\u0644", "\u0643", "\u0633", "\u0627"
_ARTICLE = re.compile(f"(?:{WAW}|{FEH})?(?:{LAM}{LAM}|[{BEH}{KAF}]?{ALEF}{LAM})")
_ENDING = "(?:ا|ه|ها|هم|هما|هن|نا|ي|يا|يه|يات|يين|يون|ات|ان|ين|ون|وا|ك|كم|ت|تا|تان|تين|ته|تها|تهم)?"
# إ, and verbal nouns of forms II, VII, VIII and X: تفعيل انفعال افتعال استفعال
_BEGINNING = re.compile("إ|ت..ي.$|ان..ا.(?:ات)?$|ا.ت.ا.(?:ات)?$|است..")
_IMPERFECT = "\u064a\u062a\u0646\u0627"  # ي ت ن ا, which a verb after س starts with
_EVIDENT = 6  # times a word is seen before its rest is expected to be seen alone


@dataclass(frozen=True, slots=True)
class Word:
    """One running word or phrase: `word` without proclitics, in its commonest spelling; `quote` as typed, with them."""

    word: str
    start: int
    end: int
    quote: str


class Running(NamedTuple):
    """Running words of one text, parallel: key (folded, for comparing), start, end, follows (no sign or number since the word before); phrases are one word."""

    keys: list[str]
    starts: list[int]
    ends: list[int]
    follows: list[bool]


class _Lexicon(NamedTuple):
    """What the tables say, folded."""

    stop: frozenset[str]
    attested: frozenset[str]
    whole: re.Pattern
    names: dict[str, str]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]


def find(text: str) -> list[Word]:
    """Running words of one text, proclitics off by rule and phrases kept together.

    >>> [word.word for word in find("والتقى الوزير، وقال للصحافة إن وقف إطلاق النار هش. قال الوزير")]
    ['التقى', 'وزير', 'قال', 'صحافة', 'إن', 'وقف إطلاق النار', 'هش', 'قال', 'وزير']
    """
    (running,), spelling = read([text])
    return [Word(spelling[key], start, end, text[start:end]) for key, start, end, _ in zip(*running)]


def table(articles: pd.DataFrame) -> pd.DataFrame:
    """Running words of many articles; the rules see all of them as one corpus.

    Returns
    -------
    DataFrame
        article, word, position (0, 1, … in the article), start, end, quote.
    """
    running, spelling = read(articles["text"])
    rows = [(article, spelling[key], at, start, end, text[start:end])
            for article, text, words in zip(articles["article"], articles["text"], running)
            for at, (key, start, end, _) in enumerate(zip(*words))]
    frame = pd.DataFrame(rows, columns=["article", "word", "position", "start", "end", "quote"])
    return frame.astype({"article": "string", "word": "string", "quote": "string", "position": "Int64", "start": "Int64", "end": "Int64"})


def read(texts: Iterable[str], phrases: bool = True) -> tuple[list[Running], dict[str, str]]:
    """Running words of texts and, for each key, its commonest spelling.

    Keys are folded words without proclitics, or the folded words of a phrase parted by spaces; digits and signs are no words.
    """
    known = _lexicon()
    plain = [_plain(text) for text in texts]
    counts = Counter(word for text in plain for word in text.words)
    bare = _bare(counts, known)
    spelling = _spelling(counts, bare)
    running = []
    for text in plain:
        keys = [bare[word][0] for word in text.words]
        running.append(_with_phrases(keys, text, known, spelling) if phrases else Running(keys, text.starts, text.ends, _follows(text.order)))
    return running, spelling


def key(word: str) -> str:
    """A word or phrase as a user types it, in the form in which running words are compared.

    >>> key("الأمم المتحدة"), key("والهدنة")
    ('امم متحده', 'هدنه')
    """
    words = _plain(word).words
    return " ".join(_bare(Counter(words), _lexicon())[one][0] for one in words)


def stop_words() -> frozenset[str]:
    """Stop words of news from data/stopwords.csv, folded."""
    return _lexicon().stop


class _Plain(NamedTuple):
    """Words as typed without harakat, their places, and their order among all tokens (a gap in it is a sign or a number)."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    order: list[int]


def _plain(text: str) -> _Plain:
    tokens = arabic.tokens(text if isinstance(text, str) else "")
    found = _Plain([], [], [], [])
    for at, (folded, start, end) in enumerate(zip(tokens.words, tokens.starts, tokens.ends)):
        if folded[0].isalpha():
            typed = tokens.text[start:end]
            found.words.append(typed if end - start == len(folded) else arabic.strip_harakat(typed))
            found.starts.append(start)
            found.ends.append(end)
            found.order.append(at)
    return found


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    stop = frozenset(arabic.fold(row["word"]) for row in lexicon.read("stopwords"))
    rows = lexicon.read("clitics")
    names = {arabic.fold(row["word"]): row["word"] for row in rows if row["kind"] == "name"}
    stems = [arabic.fold(row["word"].rstrip("*")) + (_ENDING if row["word"].endswith("*") else "") for row in rows if row["kind"] == "stem"]
    spelled = [arabic.strip_harakat(row["phrase"]).split() for row in lexicon.read("phrases")]
    without_phrases = _Lexicon(stop, frozenset(), _whole(stems), names, {})
    bare = _bare(Counter(word for words in spelled for word in words), without_phrases)
    attested = frozenset(key for key, _ in bare.values())
    known = without_phrases._replace(attested=attested, whole=_whole(stems + sorted(attested)), phrases={})
    for words in spelled:
        keys = tuple(bare[word][0] for word in words)
        known.phrases.setdefault(keys[0], []).append((keys, " ".join(words)))
    for alternatives in known.phrases.values():
        alternatives.sort(key=lambda pair: -len(pair[0]))
    return known


def _whole(stems: list[str]) -> re.Pattern:
    """Words that stay whole, behind the proclitics that may stand before any word."""
    return re.compile(f"[{WAW}{FEH}]??(?:[{BEH}{KAF}]?{ALEF}{LAM}|{LAM}{LAM})??(?P<word>{'|'.join(stems)})")


def _light(word: str) -> str:
    """Alef with any hamza as alef: less folding than `arabic.fold`, so that كيري is not taken for ك and يرى."""
    return word.replace("\u0623", ALEF).replace("\u0625", ALEF).replace("\u0622", ALEF)


def _bare(counts: Counter, known: _Lexicon) -> dict[str, tuple[str, str]]:
    """Each word as typed → (key, rest as typed)."""
    attested: Counter = Counter()
    for word, count in counts.items():
        attested[_light(word)] += count
    bare = {}
    for word in counts:
        rest = _rest(word, attested, known)
        bare[word] = (arabic.fold(rest).casefold(), rest)
    return bare


def _rest(word: str, attested: Counter, known: _Lexicon) -> str:
    folded = arabic.fold(word)
    if folded in known.stop or len(folded) != len(word):
        return word
    name = _name(folded, known)
    if name:
        return name
    whole = known.whole.fullmatch(folded)
    if whole:
        return word[whole.start("word"):]
    if word[0] in (WAW, FEH) and folded[1:] in known.stop:
        return word[1:]
    article = _ARTICLE.match(word)
    if article and len(word) - article.end() >= 2:
        return word[article.end():]
    return _after_letter(word, attested, known)


def _name(folded: str, known: _Lexicon) -> str | None:
    """A name that keeps its article, behind any proclitics; لل hides the alef of the article."""
    for at in range(3):
        rest = folded[at:]
        if rest in known.names:
            return known.names[rest]
        if rest.startswith(LAM + LAM) and ALEF + rest[1:] in known.names:
            return known.names[ALEF + rest[1:]]
        if rest[:1] not in (WAW, FEH, BEH, LAM, KAF) or not rest:
            return None
    return None


def _after_letter(word: str, attested: Counter, known: _Lexicon) -> str:
    """A word without و by default, without ف ب ل ك س by evidence."""
    letter, rest = word[:1], word[1:]
    light, light_rest = _light(word), _light(rest)
    evidence = attested[light_rest] + attested[ALEF + LAM + light_rest]
    takes_article = attested[ALEF + LAM + light] > 0
    if letter == WAW:
        own = takes_article or len(rest) < 3 or (attested[light] >= _EVIDENT and not evidence)
        return word if own else _rest(rest, attested, known)
    if letter not in (FEH, BEH, LAM, KAF, SEEN) or len(rest) < 3 or takes_article:
        return word
    if letter == SEEN and rest[0] not in _IMPERFECT:
        return word
    folded = arabic.fold(rest)
    certain = folded in known.stop or folded in known.attested or _BEGINNING.match(rest)
    return rest if certain or evidence >= attested[light] else word


def _spelling(counts: Counter, bare: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Key → the spelling seen most often."""
    spellings: dict[str, Counter] = {}
    for word, (key, rest) in bare.items():
        spellings.setdefault(key, Counter())[rest] += counts[word]
    return {key: min(seen, key=lambda one: (-seen[one], one)) for key, seen in spellings.items()}


def _with_phrases(keys: list[str], text: _Plain, known: _Lexicon, spelling: dict[str, str]) -> Running:
    """Running words with phrases of data/phrases.csv made one, the longest first; a sign or number between words parts them."""
    running, follows = Running([], [], [], []), _follows(text.order)
    at = 0
    while at < len(keys):
        size = 1
        for parts, phrase in known.phrases.get(keys[at], ()):
            last = at + len(parts) - 1
            if last < len(keys) and text.order[last] - text.order[at] == last - at and tuple(keys[at : last + 1]) == parts:
                size = len(parts)
                spelling[" ".join(parts)] = phrase
                break
        running.keys.append(" ".join(keys[at : at + size]))
        running.starts.append(text.starts[at])
        running.ends.append(text.ends[at + size - 1])
        running.follows.append(follows[at])
        at += size
    return running


def _follows(order: list[int]) -> list[bool]:
    return [at > 0 and order[at] - order[at - 1] == 1 for at in range(len(order))]
