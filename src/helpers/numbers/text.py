"""A text as the row of words a number is read from, made fast: words are read once and remembered, silent stretches skipped.

A chunk is what stands between two spaces. Most chunks of a text have been seen before, so each is read once (`_read_chunk`) and kept,
up to a bound; chunks without anything numeric are only remembered as such. Around those that may begin a number a `Row` of words is laid out.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, chain, compress, count

from ..arabic import Memo, fold_with_places, past_marks
from .forms import LEADS, cues_of, lexicon, may_be_two, measure, names_of, roles_of
from .literals import LITERAL, VULGAR, Literal, read_literal

__all__ = ["Row", "Word", "forget", "rows", "whole_row"]

_AROUND = 8  # words of context either side of a number word
_MOST_CHUNKS = 65_536
_PIECE = re.compile(rf"(?P<digits>{LITERAL})|(?P<word>[^\W\d_{''.join(VULGAR)}]+)|(?P<space>\s+)|(?P<sign>[^\w\s]|[\d\w])")


_NONE: dict = {}


class Word:
    """One word, number in digits or sign, with places relative to its chunk."""

    __slots__ = ("word", "whole", "start", "end", "lead", "roles", "literal", "glued", "hot", "opens", "raw", "leads", "begins", "ends", "names", "quiet", "parts")

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
        self.hot = False  # a number word, a dual or digits
        self.opens = False  # a number may begin with it: not with المدنيين, whatever is around it
        self.raw = ""
        self.quiet = False  # a number that ends before it is not continued by it
        self.parts = False  # what is told beyond it is not told of a number before it

    def __repr__(self):
        return f"<{self.lead}+{self.word} {self.roles or self.literal or ''}>"


def _read_chunk(chunk: str, silent: bool = False) -> tuple[Word, ...]:
    """The words of a chunk; of a silent one (see `may_count`) none is looked up."""
    if "\u0640" in chunk:
        chunk = _TATWEEL_DASH.sub("-", chunk)
    folded, moved = fold_with_places(chunk)
    if silent and moved is None and folded.isalpha():  # most chunks
        word = _plain(folded, 0, len(chunk), False, chunk)
        _look_back(word)
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
            word.literal, word.hot, word.opens = read_literal(piece), True, True
            found.append(word)
        elif group == "word" and not silent:
            found.extend(_read_word(piece, first, last, not after_space, chunk, offsets, start))
        else:
            word = _plain(piece, first, last, not after_space, chunk)
            if piece in VULGAR:
                word.roles, word.hot, word.opens = {"vulgar": VULGAR[piece]}, True, True
            found.append(word)
        after_space = False
    for word in found:
        _look_back(word)
    return tuple(found)


def _look_back(word: Word) -> None:
    """What a word does to a number before it."""
    word.quiet = not (word.hot or word.begins or word.word in _CONTINUES or measure(word.word))
    word.parts = word.hot or not word.word[0].isalpha() or word.word in lexicon().company["particle"]


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
    word.opens = bool(word.names) or "dual" not in word.roles or may_be_two(*word.roles["dual"], lead)
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
    """Words in text order, with their places in the text; `conj` tells of a و that stands before.

    Parameters
    ----------
    text : str
    chunks : list of str
        Successive chunks of the text.
    base : int
        Where the first of them begins.
    """

    __slots__ = ("text", "words", "bases", "conj", "size")

    def __init__(self, text: str, chunks: list[str], base: int):
        cut = list(chain.from_iterable(map(_CUT.__getitem__, chunks)))
        self.text = text
        self.words: list[Word] = cut[::3]
        self.conj: list[str] = cut[1::3]
        self.bases: list[int] = list(accumulate(cut[2::3], initial=base))
        if None in self.words:
            self._keep(self.words)
        self._join_leads()
        self.size = len(self.words)

    def start(self, at: int) -> int:
        return self.bases[at] + self.words[at].start

    def end(self, at: int) -> int:
        return self.bases[at] + self.words[at].end

    def _join_leads(self) -> None:
        """و, ب, الـ standing alone or glued to digits belong to what follows."""
        words, conj = self.words, self.conj
        leads = [at for at, word in enumerate(words) if word.leads]
        keep = [True] * len(words) if leads else []
        for at in leads:
            if at + 1 < len(words) and (words[at + 1].literal or words[at + 1].roles):
                conj[at + 1] = conj[at] + words[at].word + conj[at + 1]
                keep[at] = False
        if not all(keep):
            self._keep(keep)

    def _keep(self, chosen: list) -> None:
        self.words, self.bases, self.conj = (list(compress(column, chosen)) for column in (self.words, self.bases, self.conj))


# what every number word, dual and digit holds: a chunk without it is silent and needs no reading (a test holds this to the lexicon)
MAY_COUNT = re.compile(
    rf"[\d{''.join(VULGAR)}]|صفر|زيرو|وحد|حد|حاد|ثن|تن|جوج|ثل|تل|لث|ربع|رباع|خم|ست|سبع|سباع|ثم|تم|طم|تسع|تساع|تصع|عش|اش|ميا|[مي]ئ|مائ|ماي|مي[هت]|ما[هءت]|لف|لاف|الاا|لوف|"
    "مل|بل|يلي|رلي|كوا|كد|كاد|كوي|كنت|كس|د[زر][يزا]|دست|ن?صف|صاف|نص|سدس|سداس|داس|شار|بضع|نيف|اول|ثان|تان|ثال|تال|رابع|خامس|سادس|سابع|ثامن|تامن|تاسع|(?:[اي]ن|تا|ي|[اي](?:ها|هما?|هن|كم|نا)|اه|(?:رئيس|وزير|قائد|زعيم|طرف|جانب|مبعوث|مرشح|سفير|نائب|ممثل|يوم|عام|شهر)ا)(?![^\\W\\d_])")


def may_count(chunk: str) -> bool:
    """Whether a chunk may hold a number word; يه is looked for before folding, which makes every ية one."""
    return "يه" in chunk or MAY_COUNT.search(fold_with_places(chunk)[0]) is not None


_SILENT, _AROUND_NUMBERS, _OPENS = range(3)
"""What a chunk does: nothing; say how far the words around a number are read; begin one, perhaps."""


def _cut(chunk: str) -> tuple:
    """For each word of a chunk three items in turn: the word, its proclitics, and the steps from its chunk to the next word's; None for no word."""
    step = len(chunk) + 1
    items: list = []
    for word in _read_chunk(chunk, _STATES.get(chunk) == _SILENT):
        items += (word, word.lead, 0)
    if not items:
        return None, "", step
    items[-1] = step
    return tuple(items)


def _state(chunk: str) -> int:
    if not may_count(chunk):
        return _SILENT
    words = [word for word in _CUT[chunk][::3] if word]
    if any([word.opens for word in words]):
        return _OPENS
    return _AROUND_NUMBERS if any([word.hot for word in words]) else _SILENT


_CUT: Memo = Memo(_cut, _MOST_CHUNKS)
_STATES: Memo = Memo(_state, _MOST_CHUNKS)


def forget() -> None:
    """Empty the memory of chunks, as on the first text."""
    _CUT.clear()
    _STATES.clear()


def rows(text: str) -> Iterator[Row]:
    """The stretches of a text where a number may begin, each with some words of context."""
    chunks = text.split(" ")
    states = list(map(_STATES.__getitem__, chunks))
    base = at = 0
    for first, end in _stretches(states) if _OPENS in states else ():
        base += sum(map(len, chunks[at:first])) + first - at  # a space after each chunk
        at = first
        yield Row(text, chunks[first:end], base)


def _stretches(states: list[int]) -> Iterator[tuple[int, int]]:
    """Where number words stand close together and one may begin a number: first chunk and end, with context."""
    loud = list(compress(count(), states))
    begin, last = 0, len(loud) - 1
    while begin <= last:
        stop = begin
        while stop < last and loud[stop + 1] - loud[stop] <= 2 * _AROUND:
            stop += 1
        first, end = loud[begin], loud[stop] + 1
        if _OPENS in states[first:end]:
            yield max(0, first - _AROUND), min(len(states), end + _AROUND)
        begin = stop + 1


def whole_row(text: str) -> Row:
    """All words of a short text as one row."""
    return Row(text, text.split(" "), 0)
