"""The knowledge tables as lookups: what one folded word can be, whatever hangs before or after it.

data/outcomes.csv names what is done to people, data/people.csv who they are, data/cues.csv the words that bound, deny or doubt. All
forms are made once, when the first text is read; after that a word costs one lookup.
"""
from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from .. import arabic, lexicon
from .conjugation import Form, noun_forms, possessives, verb_forms
from .grammar import PREPOSITIONS

__all__ = ["ALONE", "COMPLETED", "FIXED", "MANNERS", "ONE_OF_THEM", "OTHERS", "Outcome", "Person", "Word", "book", "completes", "cue_at", "phrase_at", "word", "words_of"]


class Outcome(NamedTuple):
    """One row of data/outcomes.csv."""

    word: str
    kind: str
    outcome: str
    voice: str
    needs: str
    complement: tuple[str, ...]
    unless: frozenset[str]
    unless_next: frozenset[str]
    row: int


class Person(NamedTuple):
    """One row of data/people.csv."""

    noun: str
    role: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """All readings of one folded word: its proclitics, and what the rest may be; what every rule asks of it is worked out once.

    definite, conjunction: an article, or و ف, among the proclitics; preposition: the one-letter preposition among them, or "".
    harms: the word can be a verb or act of harm and is no noun of people.
    cues: the cues that can start at the word, longest first; cue_kinds: their kinds.
    trigger: ALONE where a report can start at it, FIXED where only a fixed phrase can, COMPLETED where one of its `complements` must follow, else 0.
    starts: a phrase about people can start at it, apart from numbers. as_typed: its reading depends on its letters as typed or its neighbours.
    """

    proclitics: str
    core: str
    verbs: tuple[tuple[Outcome, Form], ...] = ()
    acts: tuple[tuple[Outcome, Form], ...] = ()
    victims: tuple[tuple[Outcome, Form], ...] = ()
    people: tuple[tuple[Person, Form], ...] = ()
    cues: tuple[tuple[tuple[str, ...], str], ...] = ()
    cue_kinds: tuple[str, ...] = ()
    trigger: int = 0
    complements: tuple[str, ...] = ()
    starts: bool = False
    as_typed: bool = False
    definite: bool = field(init=False)
    conjunction: bool = field(init=False)
    preposition: str = field(init=False)
    harms: bool = field(init=False)

    def __post_init__(self):
        conjunction = self.proclitics[:1] in ("و", "ف")
        rest = self.proclitics[1:] if conjunction else self.proclitics
        harms = bool(self.verbs or self.acts) and all(person.kind == "thing" for person, _ in self.people) and all(entry.needs in ("never", "count_noun") for entry, _ in self.victims)
        found = {"definite": self.proclitics.endswith(("ال", "لل")), "conjunction": conjunction, "preposition": rest[0] if rest and rest[0] in "بلك" else "", "harms": harms}
        for name, value in found.items():
            object.__setattr__(self, name, value)

    @lru_cache(maxsize=1 << 12)
    def without(self, *readings: str) -> Word:
        """The word with no readings of some kinds: verbs, acts, victims or people."""
        return replace(self, **dict.fromkeys(readings, ()))

    @lru_cache(maxsize=1 << 12)
    def as_particle(self) -> Word:
        """The word as no verb and no noun, whole."""
        return replace(self.without("verbs", "acts", "victims", "people"), proclitics="", core=self.proclitics + self.core)

    @lru_cache(maxsize=1 << 14)
    def without_ha(self) -> Word:
        """The readings left where the last letter is typed as ta marbuta, so that it is no pronoun."""
        keep = (tuple(entry for entry in entries if entry[1].pronoun != "ه") for entries in (self.verbs, self.acts, self.victims, self.people))
        return replace(self, **dict(zip(("verbs", "acts", "victims", "people"), keep)))


class _Book(NamedTuple):
    verbs: dict[str, list[tuple[Outcome, Form]]]
    acts: dict[str, list[tuple[Outcome, Form]]]
    victims: dict[str, list[tuple[Outcome, Form]]]
    people: dict[str, list[tuple[Person, Form]]]
    phrases: dict[str, list[tuple[tuple[str, ...], Outcome]]]
    cues: dict[str, list[tuple[tuple[str, ...], str]]]


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    return {row["class"]: frozenset(map(arabic.fold, _split(row["words"]))) for row in lexicon.read("word_classes")}


def words_of(name: str) -> frozenset[str]:
    """The folded words of one class of data/word_classes.csv.

    >>> "غرق" in words_of("cause_of_death")
    True
    """
    return _classes()[name]


def _unless(cell: str) -> frozenset[str]:
    """The words of an `unless` cell; @name stands for the words of a class."""
    words: set[str] = set()
    for part in _split(cell):
        words |= words_of(part[1:]) if part[0] == "@" else {arabic.fold(part)}
    return frozenset(words)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _add(table: dict, key: str, value) -> None:
    entries = table.setdefault(key, [])
    if value not in entries:
        entries.append(value)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(arabic.tokens(phrase).words)


@lru_cache(maxsize=1)
def book() -> _Book:
    """All tables, compiled on first use."""
    made = _Book({}, {}, {}, {}, {}, {})
    for row in lexicon.read("outcomes"):
        _add_outcome(made, row)
    for row in lexicon.read("people"):
        _add_person(made, row)
    for row in lexicon.read("cues"):
        phrase = _words(row["cue"])
        _add(made.cues, phrase[0], (phrase, row["kind"]))
    for entries in made.cues.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return made


def _add_outcome(made: _Book, row) -> None:
    forms = _split(row["forms"])
    entry = Outcome(row["word"], row["kind"], row["outcome"], row["voice"], row["needs"], tuple(arabic.fold(c) for c in _split(row["complement"])),
                    _unless(row["unless"]), _unless(row["unless_next"]), row.number)
    if row["kind"] == "verb":
        for surface, form in verb_forms(row["word"], row["present"], row["voice"] in ("both", "active")):
            _add(made.verbs, surface, (entry, form))
        for surface in forms:
            folded = arabic.fold(surface)
            tense = "present" if folded[:1] in "يت" and row["word"][:1] not in "يت" and not folded.endswith("ت") else "past"
            number = "plural" if folded.endswith(("وا", "ون")) else "singular"
            _add(made.verbs, folded, (entry, Form(tense, number, "f" if folded.endswith("ت") else "m")))
    elif row["kind"] == "act":
        for surface in (row["word"], *forms):
            folded = arabic.fold(surface)
            number = "singular" if surface == row["word"] else "plural"
            _add(made.acts, folded, (entry, Form(number=number)))
            for suffixed, pronoun in possessives(folded):
                _add(made.acts, suffixed, (entry, Form(number=number, pronoun=pronoun)))
    elif row["kind"] == "victim":
        for surface, form in noun_forms(row["word"], forms):
            _add(made.victims, surface, (entry, form))
            if form.number == "plural" and not form.state and not surface.endswith(("ون", "ين")):
                for owned, pronoun in possessives(surface):
                    _add(made.victims, owned, (entry, form._replace(pronoun=pronoun)))
    elif row["kind"] == "phrase" and " " in row["word"]:
        for surface in (row["word"], *forms):
            words = _words(surface)
            _add(made.phrases, words[0], (words, entry))
    elif row["kind"] == "phrase":
        if row["present"]:
            for surface, form in verb_forms(row["word"], row["present"], row["voice"] != "subject"):
                _add(made.verbs, surface, (entry, form))
        else:
            _add(made.acts, arabic.fold(row["word"]), (entry, Form()))


def _add_person(made: _Book, row) -> None:
    person = Person(row["noun"], row["role"] or "unknown", row["kind"])
    if row["kind"] in ("name", "title") or row["kind"] == "force" and row["noun"].startswith("ال") and not row["forms"]:
        _add(made.people, arabic.fold(row["noun"]), (person, Form()))
        return
    for surface, form in noun_forms(row["noun"], _split(row["forms"])):
        _add(made.people, surface, (person, form))
        if form.number == "singular" and form.state == "" or form.number == "plural" and not surface.endswith(("ون", "ين")):
            for suffixed, pronoun in possessives(surface):
                _add(made.people, suffixed, (person, form._replace(pronoun=pronoun)))
        elif form.state == "accusative" and form.number == "singular":  # ولدا + ه: his two sons
            for pronoun in ("ه", "ها", "هم", "هما", "هن"):
                _add(made.people, surface + pronoun, (person, Form("", "singular" if row["noun"] in ("أب", "أخ") else "dual", "m", pronoun)))
        elif form.state == "construct":
            for pronoun in ("ه", "ها", "هم", "هما", "هن"):
                _add(made.people, surface + pronoun, (person, form._replace(pronoun=pronoun, state="")))


def _by_rank(entries: list) -> tuple:
    """Bare singular and plural readings before accusative and construct ones."""
    return tuple(sorted(entries, key=lambda entry: (entry[1].state != "", entry[1].pronoun != "")))


@lru_cache(maxsize=1 << 16)
def word(folded: str) -> Word:
    """What one folded word can be, with the fewest letters taken off its front.

    >>> word("والمصابين").victims[0][0].outcome
    'injured'
    >>> word("بمقتل").acts[0][0].outcome, word("شرطيين").people[0][1].number
    ('killed', 'dual')
    """
    read = arabic.proclitics(folded)
    stem = _with_proclitics(folded, read)
    cues = _cues_of(read)
    kinds = tuple({kind: None for _, kind in cues})
    trigger, complements = _trigger_of(read)
    starts = bool(stem.people or stem.victims or stem.core in OTHERS or folded in ONE_OF_THEM or not _STARTERS.isdisjoint(kinds))
    return replace(stem, cues=cues, cue_kinds=kinds, trigger=trigger, complements=complements, starts=starts, as_typed=_reads_as_typed(folded, stem))


def _with_proclitics(folded: str, read: tuple[tuple[str, str], ...]) -> Word:
    known = book()
    for proclitics, rest in read:
        nominal = not proclitics.endswith("س")
        verbal = not proclitics.endswith(("ال", "لل", "ك", "ب"))
        verbs = known.verbs.get(rest, ()) if verbal else ()
        acts = known.acts.get(rest, ()) if nominal else ()
        victims = known.victims.get(rest, ()) if nominal else ()
        people = known.people.get(rest, ()) if nominal else ()
        if proclitics.endswith(("س", "ل")) and verbs:
            verbs = [entry for entry in verbs if entry[1].tense == "present"]
        if proclitics.endswith(("ال", "لل")):  # an article and a pronoun exclude each other
            acts, victims, people = (_unowned(entries) for entries in (acts, victims, people))
        if verbs or acts or victims or people:
            return Word(proclitics, rest, tuple(verbs), tuple(acts), _by_rank(victims), _by_rank(people))
    if folded[:1] == "و" and len(folded) > 3 and not folded.startswith(_WAW_WORDS):
        return Word("و", folded[1:])
    return Word("ال", folded[2:]) if folded.startswith("ال") and len(folded) > 4 else Word("", folded)


def _cues_of(read: tuple[tuple[str, str], ...]) -> tuple[tuple[tuple[str, ...], str], ...]:
    known = book().cues
    found = [entry for proclitics, rest in read for entry in known.get(rest, ()) if proclitics in ("", "و", "ف") or entry[1] not in _PARTICLES]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


_PARTICLES = frozenset(("denial", "question"))  # no other letter is joined before them: كلم is no ك and لم


ALONE, FIXED, COMPLETED = 1, 2, 3


def _trigger_of(read: tuple[tuple[str, str], ...]) -> tuple[int, tuple[str, ...]]:
    known = book()
    fixed = any(rest in known.phrases for _, rest in read)
    rows = [row for _, rest in read for table in (known.verbs, known.acts, known.victims) for row, _ in table.get(rest, ())]
    if not rows and any(rest == "سقوط" for _, rest in read):
        return ALONE, ()
    if not rows:
        return (FIXED if fixed else 0), ()
    # people who fall are read without a complement too, and ب is mostly joined to its noun, so that it cannot be looked for as a word
    if fixed or any(row.kind != "phrase" or not row.complement or "ب" in row.complement or row.word in ("أودى", "فتك", "سقط") for row in rows):
        return ALONE, ()
    return COMPLETED, tuple({complement: None for row in rows for complement in row.complement})


def completes(folded: str, complements: tuple[str, ...]) -> bool:
    """Whether a word is one of the complements of a phrase, with or without a possessive.

    >>> completes("مصرعهما", ("مصرع", "حتف"))
    True
    """
    for complement in complements:
        stem = complement[:-1] + "ت" if complement.endswith("ه") else complement
        if folded == complement or folded.startswith(stem) and folded[len(stem):] in ("ه", "ها", "هم", "هما", "هن", "نا", "", "ا", "هؤلاء"):
            return True
    return False


MANNERS = frozenset(("شنقا", "ذبحا", "خنقا", "حرقا", "غرقا", "نحرا", "اسرا"))  # how somebody died; also duals of verbs


def _reads_as_typed(folded: str, stem: Word) -> bool:
    ha = folded.endswith("ه") and any(form.pronoun == "ه" for _, form in (*stem.verbs, *stem.acts, *stem.victims, *stem.people))
    before_people = bool(stem.people) and (folded in PREPOSITIONS or stem.core.startswith("امام"))
    return ha or before_people or folded == "علي" or folded in MANNERS or stem.core == "اسر" or stem.core.startswith("اسرت") or stem.conjunction and bool(stem.verbs) and bool(stem.people)


_WAW_WORDS = ("وكال", "وفد", "وقت", "وطن", "وسائل", "وسيل", "ورش", "وحد", "ولاي", "وثيق", "وثائق", "واشنطن", "وادي", "واقع", "وضع", "وزن", "وساط", "وسط", "وجود", "وفق", "واحد", "واسع", "وقف",
              "ورق", "وعي", "وظيف", "وظائف", "وصول", "وقوع", "وافر", "واضح", "واجب", "وجه", "ولد", "ويليام", "وليام", "ووتش", "والي", "وراء", "وحش", "وشك")


def _unowned(entries):
    return [entry for entry in entries if not entry[1].pronoun and entry[1].state != "construct"]


ONE_OF_THEM = frozenset(joined + word for joined in ("", "و") for word in ("احدهم", "احدهما", "احداهن", "احداهما"))
OTHERS = frozenset(("اخر", "اخرون", "اخرين", "اخري", "اخريات", "اخران", "غيرهم", "سواهم", "اخرا", "ثالث", "ثالثه", "رابع", "رابعه", "خامس", "سادس"))
_STARTERS = frozenset(("at_least", "more_than", "approx", "at_most", "less_than", "several", "tens", "hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands",
                       "millions", "one_of"))


def phrase_at(words: list[str], at: int) -> tuple[int, Outcome] | None:
    """The fixed phrase of data/outcomes.csv that starts at a word: how many words, and its row."""
    begun = _phrases_from(words[at])
    if not begun or at + 1 >= len(words):
        return None
    for rest, entry in begun.get(words[at + 1], ()):
        if words[at + 1 : at + 1 + len(rest)] == rest:
            return len(rest) + 1, entry
    return None


@lru_cache(maxsize=1 << 16)
def _phrases_from(folded: str) -> dict[str, list[tuple[list[str], Outcome]]]:
    """Second word → the other words of the phrases that begin with two words, and their rows."""
    known, begun = book().phrases, {}
    for _, rest in arabic.proclitics(folded):
        for phrase, entry in known.get(rest, ()):
            begun.setdefault(phrase[1], []).append((list(phrase[1:]), entry))
    return begun


def cue_at(words: list[str], at: int, kinds: frozenset[str], cues: tuple[tuple[tuple[str, ...], str], ...]) -> tuple[int, str] | None:
    """The longest cue of some kinds among those that can start at a word (`Word.cues`): how many words, and its kind."""
    for phrase, kind in cues:
        if kind in kinds and (len(phrase) == 1 or words[at + 1 : at + len(phrase)] == list(phrase[1:])):
            return len(phrase), kind
    return None
