"""Arabic letters: one form for matching, with the way back to the text as it was typed.

`normalise` folds what writers spell in more than one way (hamza seats, ta marbuta, alef maqsura, digits of three scripts),
and takes out what readers do not see (harakat, tatweel, zero-width and bidi controls), keeping for every folded character
the place it came from. `tokens` splits folded text into words, digit runs and signs. `proclitics` lists the ways to take
و ف ب ل ك س ال off a word. Nothing here knows what a word means.

Unicode names, because letters in code may be shown in an order that misleads:
U+0640 tatweel · U+064B–U+0652 harakat · U+0670 superscript alef · U+0671 alef wasla · U+06A9 keheh · U+06CC farsi yeh.
"""
from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress
from typing import NamedTuple

__all__ = ["HARAKAT", "LETTERS", "Memo", "Normalised", "Tokens", "fold", "fold_with_places", "normalise", "past_marks", "proclitics", "strip_harakat", "tokens", "western_digits", "words"]

HARAKAT = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Combining marks, as the inside of a regular expression's character class."""
LETTERS = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08c7"
"""Arabic-script letters without tatweel, as the inside of a character class."""

_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_DROPPED = re.compile(f"[{HARAKAT}\u0640{_INVISIBLE}]+")
_COMPATIBLE = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]")
_HAMZA_SEATS = {"\u0648": "\u0624", "\u064a": "\u0626", "\u06cc": "\u0626", "\u0649": "\u0626"}
# one pattern that is absent from most news text: then folding keeps every place and needs no map
_MOVES = re.compile(f"[{HARAKAT}\u0640{_INVISIBLE}\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]")

# one character for one character; str.replace passes over absent characters at memory speed, str.translate does not
_LETTER_FOLDS = (
    ("\u0623", "\u0627"), ("\u0625", "\u0627"), ("\u0622", "\u0627"), ("\u0671", "\u0627"),  # أ إ آ ٱ → ا
    ("\u0629", "\u0647"), ("\u06c0", "\u0647"), ("\u06c1", "\u0647"), ("\u06d5", "\u0647"),  # ة → ه
    ("\u0649", "\u064a"), ("\u06cc", "\u064a"), ("\u06a9", "\u0643"),  # ى ی → ي, ک → ك
)
_OTHER_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_DIGITS = {base + n: 48 + n for base in (0x660, 0x6F0) for n in range(10)}


class Normalised(NamedTuple):
    """Folded text and, for each of its characters (and its end), the offset in the text as typed."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where folded characters `start`:`end` stand in the text as typed; marks after the last letter are left out (see `past_marks`)."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


def _fold_letters(text: str) -> str:
    for written, folded in _LETTER_FOLDS:
        text = text.replace(written, folded)
    return text.translate(_DIGITS) if _OTHER_DIGITS.search(text) else text


def normalise(text: str) -> Normalised:
    """Fold spelling variants for matching and keep the way back.

    Parameters
    ----------
    text : str
        Any text; unpaired surrogates and control characters pass through.

    Returns
    -------
    Normalised
        `text` folded: أ إ آ ٱ → ا, ة → ه, ى ی → ي, ک → ك, Arabic-Indic and Persian digits → 0–9, presentation forms and
        full-width signs → their plain letters; harakat, tatweel, zero-width and bidi controls taken out.
        `offsets` has one more item than the folded text: offsets[i] is where folded character i was typed.

    Examples
    --------
    >>> folded = normalise("أُولى ٣")
    >>> folded.text
    'اولي 3'
    >>> folded.offsets[1], folded.span(0, 4)
    (2, (0, 5))
    """
    folded, offsets = fold_with_places(text)
    return Normalised(folded, range(len(text) + 1) if offsets is None else offsets)


def fold_with_places(text: str) -> tuple[str, Sequence[int] | None]:
    """A text folded, and where each folded character and the end were typed; None where nothing moved.

    >>> fold_with_places("ستّة")
    ('سته', array('q', [0, 1, 3, 4]))
    """
    if not _MOVES.search(text):
        return _fold_letters(text), None
    pieces, offsets, at = [], array("q"), 0
    for start, end, replacement in _moved(text):
        if start > at:
            pieces.append(text[at:start])
            offsets.extend(range(at, start))
        if replacement:
            pieces.append(replacement)
            offsets.extend([start] * len(replacement))
        at = end
    pieces.append(text[at:])
    offsets.extend(range(at, len(text) + 1))
    return _fold_letters("".join(pieces)), offsets


# what stands where `_MOVES` found something: a hamza above the letter before it, a letter of another form, or what readers do not see
_MOVED = re.compile(f"(?P<hamza>(?<=[\u0648\u064a\u06cc\u0649])[{HARAKAT}]*?\u0654)|(?P<wide>{_COMPATIBLE.pattern})|{_DROPPED.pattern}")


def _moved(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and replacement of each stretch that folding shortens, drops or lengthens."""
    found = _MOVES.search(text)
    while found:
        match = _MOVED.match(text, found.start())
        start, end = match.span()
        if match["hamza"]:
            yield start - 1, end, _HAMZA_SEATS[text[start - 1]]
        elif match["wide"]:
            yield start, end, _DROPPED.sub("", unicodedata.normalize("NFKC", match["wide"])).replace(" ", "")
        else:
            yield start, end, ""
        found = _MOVES.search(text, end)


class Memo(dict):
    """What a function says of a word, worked out when first asked for and remembered, up to a bound: a text repeats its words.

    Parameters
    ----------
    say : function of one str
    most : int
        Words remembered; with one more it begins anew.
    longest : int
        Letters of a word that is remembered at most.

    >>> letters = Memo(len, most=1000)
    >>> letters["كتاب"], list(letters)
    (4, ['كتاب'])
    """

    __slots__ = ("_longest", "_most", "_say")

    def __init__(self, say, most: int, longest: int = 48):
        self._say, self._most, self._longest = say, most, longest

    def __missing__(self, word: str):
        said = self._say(word)
        if len(word) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[word] = said
        return said


_MARKS = re.compile(f"[{HARAKAT}]*")


def past_marks(text: str, end: int) -> int:
    """Where a word that ends at `end` ends with its marks: the tanwin of ألفٌ is part of its quote.

    >>> past_marks("ألفٌ", 3)
    4
    """
    return _MARKS.match(text, end).end()


def fold(text: str) -> str:
    """The folded text of `normalise` alone, for keys of lexicons.

    >>> fold("الأُولى")
    'الاولي'
    """
    return normalise(text).text


def strip_harakat(text: str) -> str:
    """Text without harakat, tatweel and invisible characters; letters stay as typed.

    >>> strip_harakat("قُـتِلَ")
    'قتل'
    """
    return _DROPPED.sub("", text)


def western_digits(text: str) -> str:
    """Arabic-Indic and Persian digits as 0–9, all else as typed.

    >>> western_digits("٢٠١٦")
    '2016'
    """
    return text.translate(_DIGITS) if _OTHER_DIGITS.search(text) else text


class Tokens:
    """Parallel lists, one entry a token: folded words, and start and end in the text as typed."""

    __slots__ = ("_folded", "ends", "starts", "text", "words")

    def __init__(self, text: str, words: list[str], starts: list[int], ends: list[int]):
        self.text, self.words, self.starts, self.ends = text, words, starts, ends
        self._folded: Normalised | None = None

    @property
    def folded(self) -> Normalised:
        """The text folded, for who looks for more than words; made when first asked for."""
        if self._folded is None:
            self._folded = normalise(self.text)
        return self._folded

    def quote(self, first: int, last: int) -> str:
        """The text as typed from token `first` to token `last`, both inside."""
        return self.text[self.starts[first] : self.ends[last]]

    def glued(self, at: int) -> bool:
        """True where no space stands between token `at` and the one before it."""
        return at > 0 and self.ends[at - 1] == self.starts[at]


@lru_cache(maxsize=4)  # numbers, casualties, actors and sources read the same text in turn
def tokens(text: str) -> Tokens:
    """Split a text into words, digit runs and single signs, folded, with their places.

    A digit run glued to letters is a token of its own ("ب600" gives ب and 600); separators inside numbers are tokens.
    White space gives none. Time is linear in the text.

    >>> found = tokens("مقتل ٣ أشخاص، ب600 دولار")
    >>> found.words
    ['مقتل', '3', 'اشخاص', '،', 'ب', '600', 'دولار']
    >>> found.quote(1, 2)
    '٣ أشخاص'
    """
    # what stands between two spaces is cut once and remembered; from there on C puts the text together
    cut = list(chain.from_iterable(map(_CUT.__getitem__, text.split(" "))))
    words = cut[2::3]
    del cut[2::3]
    places = list(accumulate(cut, initial=-1))
    starts, ends = places[1::2], places[2::2]
    if all(words):
        return Tokens(text, words, starts, ends)
    return Tokens(text, list(filter(None, words)), list(compress(starts, words)), list(compress(ends, words)))


def words(text: str) -> list[str]:
    """The folded words of `tokens` alone; not remembered, so that names do not push out the text they stand in.

    >>> words("وكالة «رويترز»")
    ['وكاله', '«', 'رويترز', '»']
    """
    return [word for chunk in text.split(" ") for word in _CUT[chunk][2::3] if word]


_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


def _cut(chunk: str) -> tuple[int | str, ...]:
    """For each token of a chunk three items in turn: the steps from the end of the one before it to its start, its length, the folded word.

    The first steps over the space before the chunk. A chunk that does not end with a token gets an empty one there, so that the next begins
    one step on.
    """
    folded, offsets = fold_with_places(chunk)
    if offsets is None and folded.isalpha():  # most are one word
        return 1, len(chunk), folded
    items: list[int | str] = []
    before = -1
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        if offsets is not None:
            start, end = offsets[start], past_marks(chunk, offsets[end - 1] + 1)
        items += (start - before, end - start, match.group())
        before = end
    if before != len(chunk):
        items += (len(chunk) - before, 0, "")
    return tuple(items)


_CUT = Memo(_cut, most=65_536)


_PROCLITICS = re.compile("(?P<conj>[\u0648\u0641])?(?P<prep>[\u0628\u0644\u0643\u0633])?(?P<article>\u0627\u0644)?")
_LAM_LAM = re.compile("([\u0648\u0641])?\u0644\u0644")


@lru_cache(maxsize=65536)
def proclitics(word: str) -> tuple[tuple[str, str], ...]:
    """Every way to read a folded word as proclitics and the rest, shortest proclitics first.

    Parameters
    ----------
    word : str
        One word, folded (see `normalise`).

    Returns
    -------
    tuple of (proclitics, rest)
        The first is always ("", word). Written لل counts as ل and ال: its pair is ("لل", rest). Whether a reading makes sense
        is for the caller's lexicon to say; no rest is shorter than two letters.

    Examples
    --------
    >>> proclitics("وبالثلاثه")
    (('', 'وبالثلاثه'), ('و', 'بالثلاثه'), ('وب', 'الثلاثه'), ('وبال', 'ثلاثه'))
    >>> proclitics("للروس")
    (('', 'للروس'), ('ل', 'لروس'), ('لل', 'روس'))
    """
    readings = [("", word)]
    at = 0
    if word[:1] in "\u0648\u0641" and word:
        at = 1
        readings.append((word[:1], word[1:]))
    if word[at : at + 1] in ("\u0628", "\u0644", "\u0643", "\u0633"):
        readings.append((word[: at + 1], word[at + 1 :]))
        if word[at : at + 2] == "\u0644\u0644":
            readings.append((word[: at + 2], word[at + 2 :]))
        at += 1
    if word[at : at + 2] == "\u0627\u0644":
        readings.append((word[: at + 2], word[at + 2 :]))
    elif at and word[:2] == "\u0627\u0644":
        readings.append(("\u0627\u0644", word[2:]))
    return tuple((taken, rest) for taken, rest in readings if len(rest) > 1 or not taken)
