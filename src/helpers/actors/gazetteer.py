"""The gazetteer: tables of actors and aliases → checked rows → a tree of words in which a text is read once.

The shipped one is data/actors.csv with data/aliases.csv. An analyst's own may be a file, a folder with the two files, a DataFrame,
a dictionary alias → actor, or a compiled `Gazetteer`; whatever it is, the same rules hold and the same error says what is wrong.
"""
from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from .. import arabic, lexicon
from .context import Needs, parse_needs, word_lists
from .forms import adjective_forms, alike, joins, respellings, skeleton, surname

__all__ = ["COLUMNS", "FORMS", "KINDS", "NOBODY", "STATE_OR_ADJECTIVE", "Entry", "Gazetteer", "Names", "Reading", "Start", "compiled", "frame"]

FORMS = ("name", "capital", "adjective")
KINDS = ("state", "territory", "government", "institution", "party", "person", "army", "armed_group", "alliance", "organisation", "agency",
         "broadcaster", "newspaper")
_ACTOR_FIELDS = ("kind", "name_ar", "name_en", "role", "country", "iso3", "from", "until", "becomes")
COLUMNS = ("alias", "actor", "form", "needs", *_ACTOR_FIELDS)

# their names are written in Arabic to begin with: no spelling of theirs is a guess at foreign sounds
_ARABIC_SPEAKING = frozenset("AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE IR".split())
_YA = "\u064a"
_MOST_WORDS = 100_000
STATE_OR_ADJECTIVE = ("سوريه", "السعوديه")
"""A state's name that is its adjective too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to name an actor. `actor` is "" for a phrase that only looks like a name."""

    actor: str
    form: str
    needs: Needs | None
    full: bool
    short: bool
    kind: str
    last_letter: str
    accusative: bool = False


NOBODY = Entry("", "", None, False, False, "", "")


class Meant(NamedTuple):
    """Entries that may be meant at a place; `certain` is the only one, where nothing around can change it."""

    entries: tuple[Entry, ...]
    certain: Entry | None


class Names(NamedTuple):
    """All that one string of words may name, and what is asked of it at every place."""

    entries: tuple[Entry, ...]
    meant: Meant  # of several tokens
    full: tuple[str, ...]  # actors named in full
    person: bool  # one of them is a person
    state: bool  # one of them is a state by its name
    adjective: bool  # one of them is an adjective


class Reading(NamedTuple):
    """One name at a place of a text."""

    further: int  # tokens after the first
    taken: int  # letters before the name
    names: Names
    meant: Meant
    as_adjective: Meant | None  # of a word that is a state or its adjective (سوريا, السعودية): what is meant where it is the adjective


class Start(NamedTuple):
    """What a word of a text can begin."""

    alone: tuple[Reading, ...]  # names that end with it, fewest letters taken first
    longer: tuple[tuple[int, Node], ...]  # (letters taken, node) where names go on
    head: bool  # may stand for a longer name: المرصد
    adjective: bool


class Node:
    """A place in the tree: what the words up to here name, and where one more word leads."""

    __slots__ = ("below", "names")

    def __init__(self):
        self.below: dict[str, Node] = {}
        self.names: Names | None = None


class Gazetteer:
    """A gazetteer compiled for reading texts; immutable, so that one may serve many threads.

    Attributes
    ----------
    actors : dict of str to dict
        Actor → kind, name_ar, name_en, role, country, iso3, from, until, becomes ("" where unknown).
    start : mapping of str to Start or False
        Any word of a text → what it can begin; False for most.
    inside : mapping of str to tuple of str
        Any word of a text → how the tree spells it where a name goes on with it: as written, then in other spellings; () for most.
    """

    __slots__ = ("_inner", "_known", "_loose", "_same", "_tree", "actors", "heads", "inside", "own_words", "start")

    def __init__(self, rows: Iterable[Mapping[str, str]]):
        self.actors: dict[str, dict[str, str]] = {}
        self._tree = Node()
        self._loose: dict[str, dict[str, bool]] = {}
        self._known: set[str] = set()
        self._same: dict[str, set[str]] = {}
        self._inner: set[str] = set()  # words after the first of a name
        self.start: Mapping[str, Start | bool] = arabic.Memo(self._start, _MOST_WORDS)
        self.inside: Mapping[str, tuple[str, ...]] = arabic.Memo(self._inside, _MOST_WORDS)
        self.heads = _heads()
        self.own_words: dict[str, set[str]] = {}
        rows = list(rows)
        for row in rows:
            self.actors.setdefault(row["actor"], {name: row[name] for name in _ACTOR_FIELDS})
        for row in rows:
            self._add(row)
        for words in _not_actors():
            self._insert(words, NOBODY)

    def _add(self, row: Mapping[str, str]) -> None:
        words = row["words"]
        kind, form = row["kind"], row["form"]
        needs = parse_needs(row["needs"]) if row["needs"] else None
        entry = Entry(row["actor"], form, needs, form == "name" and not needs, False, kind, arabic.strip_harakat(row["alias"])[-1])
        if form == "adjective":
            self._add_adjective(words, entry)
            return
        self.own_words.setdefault(row["actor"], set()).update(words)
        self._insert(words, entry)
        if len(words) > 1:
            self._join(words, entry)
        if row["country"] not in _ARABIC_SPEAKING:
            for word in words:
                if len(word) > 3:
                    vowels = kind in ("person", "") and (len(words) > 1 or len(word) > 5)
                    known = self._loose.setdefault(skeleton(word), {})
                    known[word] = known.get(word, False) or vowels
        if kind == "state" and form == "name" and len(words) == 1 and not needs:
            self._alike(f"={row['actor']}", words[0])
        if kind == "person" and entry.full:
            self._add_surname(words, entry)

    def _add_adjective(self, words: tuple[str, ...], entry: Entry) -> None:
        base = words[-1]
        for number, form in enumerate(adjective_forms(words)):
            accusative = len(form) == 1 and form[0] == base + "\u0627"
            self._insert(form, replace(entry, last_letter=form[-1][-1], accusative=accusative))
            if len(words) == 1 and base.endswith("\u064a"):
                self._alike(f"{number}~{entry.actor}", form[0])

    def _add_surname(self, words: tuple[str, ...], entry: Entry) -> None:
        short = surname(words)
        if short is None:
            return
        common = len(short) == 1 and short[0] in word_lists()["word_surnames"].words
        needs = parse_needs("full and before person_title|full and before said" if common else "full")
        self._insert(short, replace(entry, needs=needs, full=False, short=True))

    def _alike(self, group: str, word: str) -> None:
        self._same.setdefault(group, set()).add(word)
        self._same.setdefault(word, set()).add(group)

    def _insert(self, words: tuple[str, ...], entry: Entry) -> None:
        node = self._tree
        for word in words:
            node = node.below.get(word) or node.below.setdefault(word, Node())
        self._known.update(words)
        self._inner.update(words[1:])
        entries = node.names.entries if node.names else ()
        if entry.short and any(other.actor == entry.actor and not other.needs for other in entries):
            return  # the surname stands for itself already
        if not any(other.actor == entry.actor and other.form == entry.form and other.needs == entry.needs for other in entries):
            node.names = _names((*entries, entry))

    def _join(self, words: tuple[str, ...], entry: Entry) -> None:
        """A name with a space lost leads to the same place in the tree."""
        path = [self._tree]
        for word in words:
            path.append(path[-1].below[word])
        for first, last in joins(words):
            joined, node = "".join(words[first:last]), path[last]
            if path[first].below.setdefault(joined, node) is not node:
                self._insert((*words[:first], joined, *words[last:]), entry)
            self._known.add(joined)
            self._inner.add(joined)

    def _start(self, word: str) -> Start | bool:
        places = self._places(word)
        head = word in self.heads
        if not places and not head:
            return False
        alone = [self._alone(node.names, word[taken:], taken) for taken, node, may_stand in places if node.names and may_stand]
        alone.sort(key=lambda reading: reading.taken)
        longer = tuple((taken, node) for taken, node, _ in places if node.below)
        return Start(tuple(alone), longer, head, any(node.names is not None and node.names.adjective for _, node, _ in places))

    def _alone(self, names: Names, name: str, taken: int) -> Reading:
        """One word read as a name: a state that is its own adjective elsewhere has two readings, and which it is its place says."""
        entries = names.entries
        if self.names_state(name):
            meant = tuple(entry for entry in entries if not (entry.form == "adjective" and (entry.accusative or name in STATE_OR_ADJECTIVE)))
        else:
            meant = entries
        if not (name.endswith("يا") or name in STATE_OR_ADJECTIVE):
            return Reading(0, taken, names, _meant(meant, several_tokens=False), None)
        as_adjective = tuple(entry for entry in entries if not (entry.kind == "state" and entry.form == "name"))
        return Reading(0, taken, names, _meant(meant, several_tokens=False), _meant(as_adjective, several_tokens=False))

    def _places(self, word: str) -> list[tuple[int, Node, bool]]:
        """The places in the tree that a word can lead to: (letters taken off as proclitics, node, may stand alone)."""
        nodes = self._tree.below
        readings = list(_readings(word))
        known = [(taken, nodes[other], True) for taken, rest in readings for other in (rest, *self._spellings(rest)) if other in nodes]
        # a name of one word is too little to go by where its vowels differ, unless it is long: يعلن is not يعلون;
        # and a word that is known as written starts other names, but is no other
        return known + [(taken, nodes[other], not known and (alike(rest, other, False) or min(len(rest), len(other)) >= 6))
                        for taken, rest in readings for other in self._guesses(rest) if other in nodes]

    def _inside(self, word: str) -> tuple[str, ...]:
        spellings = dict.fromkeys([word, *self._spellings(word), *self._guesses(word)])
        return tuple(spelling for spelling in spellings if spelling in self._inner)

    def names_state(self, word: str) -> bool:
        """Whether a word, as the tree spells it, is the name of a state."""
        node = self._tree.below.get(word)
        return node is not None and node.names is not None and node.names.state

    def _spellings(self, word: str) -> list[str]:
        """Other accepted spellings: أميركا for أمريكا, الأميركية for الأمريكية, أبي for أبو."""
        others = [other for other in respellings(word) if other in self._known]
        for group in self._same.get(word, ()):
            others += sorted(self._same[group] - {word})
        return others

    def _guesses(self, word: str) -> list[str]:
        """Words of foreign names that a word may spell in another way; an Arabic word that is known as written spells no other."""
        if len(word) < 4:
            return []
        near = self._loose.get(skeleton(word))
        if near is None or word in self._known and word not in near:
            return []
        return [known for known, vowels in near.items() if known != word and alike(word, known, vowels)]


def _names(entries: tuple[Entry, ...]) -> Names:
    return Names(entries, _meant(entries, several_tokens=True), tuple(entry.actor for entry in entries if entry.full), any(entry.kind == "person" for entry in entries),
                 any(entry.kind == "state" and entry.form == "name" for entry in entries), any(entry.form == "adjective" for entry in entries))


def _meant(entries: tuple[Entry, ...], *, several_tokens: bool) -> Meant:
    """A name is certain where no condition, no last letter and no neighbour of an adjective or of a bare surname is left to look at."""
    if len(entries) != 1:
        return Meant(entries, None)
    entry = entries[0]
    doubtful = entry.needs or entry.form == "adjective" or entry.last_letter == _YA or entry.kind == "person" and not several_tokens
    return Meant(entries, None if entry.actor and doubtful else entry)


def _readings(word: str):
    """(letters before the name, rest): the word itself, without و ف, without ب ل ك, without both; لل gives back its ال."""
    yield 0, word
    at = 0
    if len(word) > 3 and word[0] in "وف":
        at = 1
        yield 1, word[1:]
    if len(word) - at > 3 and word[at] in "بلك":
        yield at + 1, word[at + 1 :]
        if word[at] == "ل" and word[at + 1] == "ل":
            yield at, "ا" + word[at + 1 :]  # للمعارضة stays whole: without its first lam it is no word


_WORD = re.compile(r"[^\W\d_]+|\d+")


def _words(alias: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(arabic.fold(alias)))


@lru_cache(maxsize=1)
def _heads() -> dict[str, tuple[str, bool]]:
    """Word → (first word of a name, whether it is the short form المرصد rather than the bare noun مرصد)."""
    heads: dict[str, tuple[str, bool]] = {}
    for row in lexicon.read("contexts"):
        if row["context"] != "heads":
            continue
        for head in map(arabic.fold, row["words"].split("|")):
            for taken in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول"):
                heads[taken + head] = (head, False)
                heads[taken + "ال" + head] = (head, True)
            for taken in ("", "و", "ف"):
                heads[taken + "لل" + head] = (head, True)
    return heads


@lru_cache(maxsize=1)
def _not_actors() -> tuple[tuple[str, ...], ...]:
    return tuple(_words(row["phrase"]) for row in lexicon.read("not_actors"))


# ---- reading and checking ---------------------------------------------------------------------------------------------------

def frame(source=None) -> pd.DataFrame:
    """One row an alias, with what is known of its actor; see `helpers.actors.gazetteer`."""
    rows = _rows(source)
    table = pd.DataFrame([{name: row[name] for name in COLUMNS} for row in rows], columns=list(COLUMNS), dtype="string")
    return table.mask(table == "")


def _rows(source) -> list[Mapping[str, str]]:
    if source is None:
        return _checked(_from_folder(lexicon.data_folder()))
    if isinstance(source, pd.DataFrame):
        return _checked(_from_frame(source))
    if isinstance(source, Mapping):
        return _checked(_from_frame(pd.DataFrame({"alias": list(source.keys()), "actor": list(source.values())})))
    if isinstance(source, (str, os.PathLike)):
        path = Path(source)
        return _checked(_from_folder(path) if path.is_dir() else _from_file(path))
    raise TypeError(f"gazetteer: expected a DataFrame, a dictionary alias → actor, a path or a Gazetteer, got {type(source).__name__}")


def _from_folder(folder: Path) -> list[lexicon.Row]:
    actors = {row["actor"]: row for row in lexicon.read("actors", folder / "actors.csv")}
    for row in actors.values():
        if row["becomes"] and row["becomes"] not in actors:
            raise row.refuse("becomes", f"{row['becomes']!r} is no actor", "Name the actor column of another row")
    listed = lexicon.read("aliases", folder / "aliases.csv")
    own_names = set()
    for row in listed:
        known = actors.get(row["actor"])
        if known is None:
            raise row.refuse("actor", f"{row['actor']!r} is no actor of actors.csv", "Add the actor there first")
        row.update({name: known[name] for name in _ACTOR_FIELDS})
        own_names.add((row["actor"], _words(row["alias"])))
    for row in actors.values():
        if (row["actor"], _words(row["name_ar"])) not in own_names:
            # an actor's own name is an alias without being written twice
            name = lexicon.Row({**row, "alias": row["name_ar"], "form": "name", "needs": ""}, row.number, row.path)
            listed.append(name)
    return listed


def _from_file(path: Path) -> list[lexicon.Row]:
    header = _header(path)
    allowed = {"form": FORMS, "kind": KINDS}
    columns = [lexicon.Column("alias", required=True), lexicon.Column("actor", required=True)]
    columns += [lexicon.Column(name, allowed=allowed.get(name, ())) for name in header if name in COLUMNS[2:]]
    return [_filled(row) for row in lexicon.read("aliases", path, columns=columns)]


def _header(path: Path) -> list[str]:
    try:
        first = path.read_text(encoding="utf-8-sig").split("\n", 1)[0]
    except (OSError, UnicodeDecodeError):
        return []  # lexicon.read says what is wrong with the file
    return [name.strip().strip('"') for name in first.replace(";", ",").replace("\t", ",").split(",")]


def _from_frame(table: pd.DataFrame) -> list[lexicon.Row]:
    path = Path("gazetteer")
    for name in ("alias", "actor"):
        if name not in table.columns:
            raise lexicon.LexiconError(path, 1, name, "this column is missing", "A gazetteer needs alias and actor; form, needs, kind … may follow")
    names = [name for name in COLUMNS if name in table.columns]
    cells = [table[name].astype("object").where(table[name].notna(), "").astype(str).str.strip().tolist() for name in names]
    rows = []
    for number, values in enumerate(zip(*cells), start=2):
        row = lexicon.Row(zip(names, values), number, path)
        for name in ("alias", "actor"):
            if not row[name]:
                raise row.refuse(name, "is empty", "Every row needs a value here")
        rows.append(_filled(row))
    return rows


def _filled(row: lexicon.Row) -> lexicon.Row:
    for name in COLUMNS:
        row.setdefault(name, "")
    row["form"] = row["form"] or "name"
    row["name_ar"] = row["name_ar"] or row["actor"]
    row["name_en"] = row["name_en"] or row["actor"]
    return row


def _checked(rows: list[lexicon.Row]) -> list[lexicon.Row]:
    """Rules that span rows: no alias twice under one condition, every form, kind and condition known."""
    seen: dict[tuple, lexicon.Row] = {}
    folded = arabic.fold("\n".join(row["alias"].replace("\n", " ") for row in rows)).split("\n")
    for row, alias in zip(rows, folded):
        if row["form"] not in FORMS:
            raise row.refuse("form", f"{row['form']!r} is not allowed", f"Use one of: {', '.join(FORMS)}")
        if row["kind"] and row["kind"] not in KINDS:
            raise row.refuse("kind", f"{row['kind']!r} is not allowed", f"Use one of: {', '.join(KINDS)}")
        words = row["words"] = tuple(_WORD.findall(alias))
        if not words:
            raise row.refuse("alias", f"{row['alias']!r} holds no letter", "Write the name as it stands in texts")
        first = seen.setdefault((words, row["needs"]), row)
        if first is not row:
            raise row.refuse("alias", f"{row['alias']!r} stands already in row {first.number} of {first.path.name} (spellings that only differ in "
                             "hamza, ta marbuta, ya or harakat are one alias)", "Remove one of the two, or give them different conditions in needs")
        if row["needs"]:
            try:
                parse_needs(row["needs"])
            except ValueError as error:
                raise row.refuse("needs", str(error), "See the list of conditions in data/README.md") from None
    return rows


# ---- compiling once ---------------------------------------------------------------------------------------------------------

_lock = threading.Lock()
_recent: list[tuple[object, object, Gazetteer]] = []


def compiled(source=None) -> Gazetteer:
    """The gazetteer ready to read with; compiled once for the shipped tables and for the last few of an analyst's own.

    A DataFrame, dictionary or file that was changed since is compiled again.
    """
    if isinstance(source, Gazetteer):
        return source
    if source is None:
        return _shipped()
    with _lock:
        for kept, state, made in _recent:
            if _is_same(source, kept, state):
                return made
    state = _state(source)
    made = Gazetteer(_rows(source))
    with _lock:
        _recent.append((source, state, made))
        del _recent[:-4]
    return made


def _state(source):
    """What to compare with later to see whether a source has changed."""
    if isinstance(source, pd.DataFrame):
        return source.copy()
    if isinstance(source, Mapping):
        return dict(source)
    path = Path(source) if isinstance(source, (str, os.PathLike)) else Path()
    files = [path / "actors.csv", path / "aliases.csv"] if path.is_dir() else [path]
    return [(str(file.resolve()), file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.exists()]


def _is_same(source, kept, state) -> bool:
    if isinstance(source, pd.DataFrame):
        return source is kept and source.equals(state)
    if isinstance(source, Mapping):
        return source is kept and dict(source) == state
    return type(source) is type(kept) and source == kept and _state(source) == state


@lru_cache(maxsize=1)
def _shipped() -> Gazetteer:
    return Gazetteer(_rows(None))
