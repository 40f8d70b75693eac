"""A text as the row of words a number is read from, made fast: words are read once and remembered, silent stretches skipped.

A chunk is what stands between two spaces. Most chunks of a text have been seen before, so each is read once (`_read_chunk`) and kept,
up to a bound; chunks without anything numeric are only remembered as such. Around the others a `Row` of words is laid out.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from ..arabic import fold_with_places, past_marks
from .forms import LEADS, cues_of, lexicon, measure, names_of, roles_of
from .literals import LITERAL, VULGAR, Literal, read_literal

__all__ = ["Row", "Word", "forget", "rows", "whole_row"]

_AROUND = 8  # words of context either side of a number word
_MOST_CHUNKS = 65_536
_LONGEST_CHUNK = 48
_PIECE = re.compile(rf"(?P<digits>{LITERAL})|(?P<word>[^\W\d_{''.join(VULGAR)}]+)|(?P<space>\s+)|(?P<sign>[^\w\s]|[\d\w])")


_NONE: dict = {}


class Word:
    """One word, number in digits or sign, with places relative to its chunk."""

    __slots__ = ("word", "whole", "start", "end", "lead", "roles", "literal", "glued", "hot", "raw", "leads", "begins", "ends", "names", "quiet")

    def __init__(self, word: str, start: int, end: int, glued: bool):
        self.word = word  # folded, without proclitics where a number word was read
        self.whole = word  # folded, with them
        self.start = start  # after proclitics
        self.end = end
        self.lead = ""
        self.leads = word in LEADS  # nothing but proclitics: و, الـ
        self.begins, self.ends = cues_of(word)  # cues that this word begins, or ends
        self.names: tuple = ()  # names and idioms it may be part of: (phrase, reading, place in it)
        self.roles: dict = _NONE
        self.literal: Literal | None = None
        self.glued = glued  # no space before
        self.hot = False
        self.raw = ""
        self.quiet = False  # a number that ends before it is not continued by it

    def __repr__(self):
        return f"<{self.lead}+{self.word} {self.roles or self.literal or ''}>"


def _read_chunk(chunk: str, silent: bool = False) -> tuple[Word, ...]:
    """The words of a chunk; of a silent one (see `may_count`) none is looked up."""
    if "\u0640" in chunk:
        chunk = _TATWEEL_DASH.sub("-", chunk)
    folded, moved = fold_with_places(chunk)
    if silent and moved is None and folded.isalpha():  # most chunks
        word = _plain(folded, 0, len(chunk), False, chunk)
        word.quiet = not (word.begins or word.word in _CONTINUES or measure(folded))
        return (word,)
    offsets = range(len(chunk) + 1) if moved is None else moved
    found: list[Word] = []
    after_space = True
    for match in _PIECE.finditer(folded):
        group = match.lastgroup
        start, end = match.span()
        if group == "space":
            if "\n" in match.group() or "\r" in match.group():
                found.append(_plain("\n", offsets[start], offsets[end - 1] + 1, False, chunk))
            after_space = True
            continue
        first, last = offsets[start], past_marks(chunk, offsets[end - 1] + 1)
        piece = match.group()
        if group == "digits":
            word = _plain(piece, first, last, not after_space, chunk)
            word.literal, word.hot = read_literal(piece), True
            found.append(word)
        elif group == "word" and not silent:
            found.extend(_read_word(piece, first, last, not after_space, chunk, offsets, start))
        else:
            word = _plain(piece, first, last, not after_space, chunk)
            if piece in VULGAR:
                word.roles, word.hot = {"vulgar": VULGAR[piece]}, True
            found.append(word)
        after_space = False
    for word in found:
        word.quiet = not (word.hot or word.begins or word.word in _CONTINUES or measure(word.word))
    return tuple(found)


_TATWEEL_DASH = re.compile(r"(?<=\d)\u0640(?=\d)")  # ٢٠ـ٣٠: a stroke typed for a dash
_CONTINUES = frozenset(("الا", "غير", "علي", "من"))


def _plain(piece: str, start: int, end: int, glued: bool, chunk: str) -> Word:
    word = Word(piece, start, end, glued)
    word.raw = chunk[start:end]
    if word.leads and "آ" in word.raw:  # آل ثاني: a family, not the article
        word.leads = False
    return word


def _read_word(piece: str, start: int, end: int, glued: bool, chunk: str, offsets, at: int) -> list[Word]:
    word = _plain(piece, start, end, glued, chunk)
    if len(piece) > 32:
        return [word]
    read = roles_of(piece, word.raw)
    if read is not None:
        lead, rest, word.roles = read
        taken = len(piece) - len(rest) if piece.endswith(rest) else len(lead.replace("لل", "لل"))
        _take(word, rest, lead, taken, offsets, at)
        return [word]
    dual = _dual_of(piece, word.raw)
    if dual is not None:
        lead, rest, word.roles = dual
        _take(word, rest, lead, len(piece) - len(rest), offsets, at)
        return [word]
    parts = _split_glued(piece)
    if parts:
        words = []
        for begin, stop in parts:
            words.extend(_read_word(piece[begin:stop], offsets[at + begin], past_marks(chunk, offsets[at + stop - 1] + 1), glued, chunk, offsets, at + begin))
            glued = True
        return words
    return [word]


def _take(word: Word, rest: str, lead: str, taken: int, offsets, at: int) -> None:
    word.names = names_of(word.whole, rest)
    word.word, word.lead, word.hot = rest, lead, True
    if lead.endswith("ال") and taken >= 2:  # the article stays in the quote, what stands before it does not
        taken -= 2
    if taken:
        word.start = offsets[at + taken]


_STEM = re.compile("ثلا|ربع|خمس|ست|سبع|ثما|تسع|عشر|مئ|مائ|الف|ملي|واحد|اثن")  # every glued pair holds one


def _split_glued(piece: str) -> tuple[tuple[int, int], ...] | None:
    """خمسةوعشرون, خمسةعشر, ثلاثةآلاف: two number words written as one."""
    if len(piece) < 6 or not _STEM.search(piece):
        return None
    words = lexicon().words
    for at in range(2, len(piece) - 2):
        left, right = piece[:at], piece[at:]
        if right in words or (right[0] == "و" and right[1:] in words and len(right) > 3):
            bare = left if left in words else left[1:]
            if bare in words and _can_join(words[bare], words.get(right) or words[right[1:]], right[0] == "و" and right not in words):
                return (0, at), (at, len(piece))
    return None


def _can_join(left: dict, right: dict, conjunction: bool) -> bool:
    if conjunction:
        return bool({"unit", "one", "one_of", "hundred", "hundreds", "scale"} & left.keys() and {"tens", "unit", "hundreds", "hundred", "scale", "fraction"} & right.keys())
    return bool({"unit", "hundreds", "hundred", "tens"} & left.keys() and {"scale", "scale_plural", "ten"} & right.keys())


def _dual_of(piece: str, raw: str) -> tuple[str, str, dict] | None:
    if len(piece) < 4 or not _DUAL_END.search(piece) or raw[-1:] == "ة":
        return None
    duals = lexicon().duals
    for lead in _DUAL_LEADS:
        if not piece.startswith(lead):
            continue
        rest = piece[len(lead):]
        known = duals.get(rest)
        if known is not None:
            noun, ending = known
            return lead, rest, {"dual": (noun, ending)}
    if len(piece) > 7 and piece.endswith(("تيهما", "تاهما")):  # حكومتيهما: of two, so two
        lead = max((lead for lead in _DUAL_LEADS if "ل" not in lead and piece.startswith(lead) and len(piece) - len(lead) > 7), key=len)
        return lead, piece[len(lead):], {"dual": (None, "pronoun")}
    if not piece.endswith(("تان", "تين")) or piece.endswith(("ستان", "يتان", "يتين")):
        return None
    rests = [(lead, piece[len(lead):]) for lead in _DUAL_LEADS if piece.startswith(lead)]
    if any(rest in lexicon().company["not_dual"] for _, rest in rests):
        return None
    lead, rest = max((reading for reading in rests if len(reading[1]) > 5 or not reading[0]), key=lambda reading: len(reading[0]))
    return (lead, rest, {"dual": (None, rest[-2:])}) if len(rest) > 5 else None


_DUAL_END = re.compile("[اي]ن$|[اي]$|[اي](?:ه|ها|هم|هما|هن|كم|نا)$")
_DUAL_LEADS = ("", "و", "ف", "ب", "ل", "ك", "ال", "وب", "ول", "وال", "بال", "لل", "وبال", "ولل", "فال", "كال")


class Row:
    """Words in text order, with their places in the text; `conj` tells of a و that stands before."""

    __slots__ = ("text", "words", "bases", "conj", "size")

    def __init__(self, text: str):
        self.text = text
        self.words: list[Word] = []
        self.bases: list[int] = []
        self.conj: list[str] = []
        self.size = 0

    def start(self, at: int) -> int:
        return self.bases[at] + self.words[at].start

    def end(self, at: int) -> int:
        return self.bases[at] + self.words[at].end

    def add(self, base: int, words: tuple[Word, ...]) -> None:
        for word in words:
            if self.words and self.words[-1].leads and (word.literal or word.roles):
                # و, ب, الـ standing alone or glued to digits: they belong to what follows
                lead = self.words.pop().word
                self.bases.pop()
                self.conj.append(self.conj.pop() + lead + word.lead)
            else:
                self.conj.append(word.lead)
            self.words.append(word)
            self.bases.append(base)


_SEEN: dict[str, tuple[Word, ...]] = {}
_LOUD: dict[str, bool] = {}


def _words_of(chunk: str) -> tuple[Word, ...]:
    known = _SEEN.get(chunk)
    if known is None:
        known = _read_chunk(chunk, _LOUD.get(chunk) is False)
        if len(chunk) <= _LONGEST_CHUNK:
            if len(_SEEN) >= _MOST_CHUNKS:
                forget()
            _SEEN[chunk] = known
            _LOUD[chunk] = any(word.hot for word in known)
    return known


def forget() -> None:
    """Empty the memory of chunks, as on the first text."""
    _SEEN.clear()
    _LOUD.clear()


# what every number word, dual and digit holds: a chunk without it is silent and needs no reading (a test holds this to the lexicon)
MAY_COUNT = re.compile(
    rf"[\d{''.join(VULGAR)}]|صفر|زيرو|وحد|حد|حاد|ثن|تن|جوج|ثل|تل|لث|ربع|رباع|خم|ست|سبع|سباع|ثم|تم|طم|تسع|تساع|تصع|عش|اش|ميا|[مي]ئ|مائ|ماي|مي[هت]|ما[هءت]|لف|لاف|الاا|لوف|"
    "مل|بل|يلي|رلي|كوا|كد|كاد|كوي|كنت|كس|د[زر][يزا]|دست|ن?صف|صاف|نص|سدس|سداس|داس|شار|بضع|نيف|اول|ثان|تان|ثال|تال|رابع|خامس|سادس|سابع|ثامن|تامن|تاسع|(?:[اي]ن|تا|ي|[اي](?:ها|هما?|هن|كم|نا)|اه|(?:رئيس|وزير|قائد|زعيم|طرف|جانب|مبعوث|مرشح|سفير|نائب|ممثل|يوم|عام|شهر)ا)(?![^\\W\\d_])")


def may_count(chunk: str) -> bool:
    """Whether a chunk may hold a number word; يه is looked for before folding, which makes every ية one."""
    return "يه" in chunk or MAY_COUNT.search(fold_with_places(chunk)[0]) is not None


def _loud_places(chunks: list[str]) -> list[int]:
    """Places of the chunks that hold something numeric; most are answered by the memory of earlier texts."""
    states = list(map(_LOUD.get, chunks))
    if None in states:
        new = [at for at, state in enumerate(states) if state is None]
        _learn([chunks[at] for at in new])
        for at in new:
            states[at] = _is_loud(chunks[at])
    return [at for at, state in enumerate(states) if state]


def _learn(chunks: list[str]) -> None:
    """Remember which of the unseen chunks are silent, folding all at once."""
    short = [chunk for chunk in dict.fromkeys(chunks) if len(chunk) <= _LONGEST_CHUNK]
    if len(_LOUD) + len(short) > _MOST_CHUNKS:
        forget()
    parts = fold_with_places("\0".join(short))[0].split("\0")
    if len(parts) == len(short) <= _MOST_CHUNKS:  # a chunk may hold the separator itself
        search = MAY_COUNT.search
        _LOUD.update([(chunk, False) for chunk, part in zip(short, parts) if not search(part) and "يه" not in chunk])


def _is_loud(chunk: str) -> bool:
    known = _LOUD.get(chunk)
    if known is not None:
        return known
    if len(chunk) <= _LONGEST_CHUNK and not may_count(chunk):
        if len(_LOUD) >= _MOST_CHUNKS:
            forget()
        _LOUD[chunk] = False
        return False
    return any(word.hot for word in _words_of(chunk))


def rows(text: str) -> Iterator[Row]:
    """The stretches of a text that hold number words, each with some words of context."""
    chunks = text.split(" ")
    at = _loud_places(chunks)
    if not at:
        return
    lengths = list(accumulate(map(len, chunks), initial=0))
    begin, last = 0, len(at) - 1
    while begin <= last:
        stop = begin
        while stop < last and at[stop + 1] - at[stop] <= 2 * _AROUND:
            stop += 1
        row = Row(text)
        words, bases, conj = row.words, row.bases, row.conj
        for index in range(max(0, at[begin] - _AROUND), min(len(chunks), at[stop] + _AROUND + 1)):
            known = _words_of(chunks[index])
            if len(known) == 1 and not (words and words[-1].leads):
                word = known[0]
                words.append(word)
                bases.append(lengths[index] + index)
                conj.append(word.lead)
            elif known:
                row.add(lengths[index] + index, known)
        row.size = len(words)
        yield row
        begin = stop + 1


def whole_row(text: str) -> Row:
    """All words of a short text as one row."""
    row, at = Row(text), 0
    for chunk in text.split(" "):
        if chunk:
            row.add(at, _words_of(chunk))
        at += len(chunk) + 1
    row.size = len(row.words)
    return row
