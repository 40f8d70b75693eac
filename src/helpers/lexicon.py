"""The knowledge tables in `data/`: read, checked against their columns, refused with file, row, column and rule.

Knowledge is data: an analyst adds an alias, a noun or a convention in a spreadsheet. This module says what each table must
look like (`TABLES`, described for people in data/README.md; a test holds the two together) and reads it; what the rows mean is for
the module that asks.
"""
from __future__ import annotations

import csv
import datetime
import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

__all__ = ["Column", "LexiconError", "Row", "TABLES", "data_folder", "project_folder", "read"]


class LexiconError(ValueError):
    """A knowledge table breaks a rule; the message names file, row, column, rule and remedy."""

    def __init__(self, path, row: int | None, column: str | None, rule: str, remedy: str):
        self.path, self.row, self.column, self.rule, self.remedy = Path(path), row, column, rule, remedy
        place = "".join([f", row {row}" if row else "", f", column {column!r}" if column else ""])
        super().__init__(f"{Path(path).name}{place}: {rule}. {remedy}.")


class Column(NamedTuple):
    """One column of a knowledge table.

    kind is one of text, choice, integer, number, boolean (yes/no), date (YYYY-MM-DD), list (values parted by |).
    """

    name: str
    kind: str = "text"
    required: bool = False
    allowed: tuple[str, ...] = ()
    unique: bool = False


class Row(dict):
    """One row, column → text (as typed, trimmed); `number` is its line in the spreadsheet, the header being 1."""

    __slots__ = ("number", "path")

    def __init__(self, values, number: int, path: Path):
        super().__init__(values)
        self.number, self.path = number, path

    def refuse(self, column: str | None, rule: str, remedy: str) -> LexiconError:
        """The error to raise where this row breaks a rule that spans rows or tables."""
        return LexiconError(self.path, self.number, column, rule, remedy)


TABLES: dict[str, tuple[Column, ...]] = {
    "actors": (
        Column("actor", required=True, unique=True),
        Column("kind", "choice", required=True, allowed=("state", "territory", "government", "institution", "party", "person", "army", "armed_group", "alliance",
               "organisation", "agency", "broadcaster", "newspaper")),
        Column("name_ar", required=True), Column("name_en", required=True),
        Column("role", "choice", allowed=("leader", "minister", "envoy", "spokesperson", "commander", "politician")), Column("country"), Column("iso3"),
        Column("from"), Column("until"), Column("becomes"),
    ),
    "aliases": (Column("alias", required=True), Column("actor", required=True), Column("form", "choice", required=True, allowed=("name", "capital", "adjective")),
                Column("needs")),
    "contexts": (Column("context", required=True, unique=True), Column("words", "list", required=True), Column("note")),
    "gold/casualties": (
        Column("article", required=True), Column("report", "integer", required=True), Column("start", "integer", required=True), Column("end", "integer", required=True),
        Column("quote", required=True), Column("outcome", "choice", required=True,
               allowed=("killed", "injured", "killed_or_injured", "missing", "captured", "displaced", "besieged", "evacuated")),
        Column("low", "integer"), Column("high", "integer"), Column("approx", "boolean", required=True),
        Column("vague", "choice", allowed=("several", "tens", "hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions")),
        Column("victims", required=True), Column("role", "choice", required=True, allowed=("civilian", "combatant", "official", "unknown")),
        Column("scope", "choice", required=True, allowed=("event", "cumulative")), Column("part_of", "integer"), Column("note"),
    ),
    "gold/mentions": (Column("article", required=True), Column("start", "integer", required=True), Column("end", "integer", required=True), Column("quote", required=True),
                      Column("actor", required=True), Column("form", "choice", required=True, allowed=("name", "capital", "adjective"))),
    "not_actors": (Column("phrase", required=True, unique=True), Column("note")),
    "outcomes": (
        Column("word", required=True), Column("kind", "choice", required=True, allowed=("verb", "act", "victim", "phrase", "light")),
        Column("outcome", "choice", allowed=("killed", "injured", "killed_or_injured", "missing", "captured", "displaced", "besieged", "evacuated")),
        Column("voice", "choice", allowed=("both", "active", "passive", "subject", "people", "after", "denial")), Column("present"), Column("forms", "list"),
        Column("needs", "choice", allowed=("any", "people", "people_or_name", "people_count", "person_count", "count", "count_or_cause", "count_noun", "cause", "hospital",
               "civil_count", "deal_count", "own_people", "martyr", "missing_count", "siege", "denial", "never")), Column("complement", "list"), Column("unless", "list"), Column("unless_next", "list"), Column("note"),
    ),
    "word_classes": (Column("class", required=True, unique=True), Column("words", "list", required=True), Column("note")),
    "people": (
        Column("noun", required=True, unique=True), Column("forms", "list"), Column("role", "choice", allowed=("civilian", "combatant", "official", "unknown")),
        Column("kind", "choice", required=True, allowed=("person", "group", "force", "cause", "thing", "name", "title")), Column("note"),
    ),
    "cues": (
        Column("cue", required=True), Column("kind", "choice", required=True, allowed=(
            "at_least", "more_than", "approx", "at_most", "less_than", "part", "majority", "several", "tens", "hundreds", "thousands", "tens_of_thousands",
            "hundreds_of_thousands", "millions", "one_of", "denial", "irrealis", "irrealis_near", "factual", "carried_out", "release", "generic", "sport", "cumulative", "a_day",
            "name_head", "kin", "toll", "reaching", "question", "disowned")), Column("note"),
    ),
    "numbers": (
        Column("value", required=True),
        Column("role", "choice", required=True, allowed=("zero", "one", "one_of", "unit", "ten", "teen", "tens", "hundred", "hundred_plural", "hundreds", "scale", "scale_dual",
               "scale_plural", "ordinal", "ordinal_part", "fraction", "fraction_dual", "fraction_plural", "indefinite", "few", "odd")),
        Column("gender", "choice", allowed=("m", "f")), Column("forms", "list", required=True),
        Column("register", "choice", allowed=("dialect",)), Column("note"),
    ),
    "number_cues": (
        Column("phrase", required=True),
        Column("role", "choice", required=True, allowed=(
                      "about", "about_after", "at_least", "at_least_after", "more_than", "at_most", "at_most_after", "less_than",
                      "between", "percent", "permille", "point", "year", "year_plural", "year_weak", "hour", "day_part", "zone", "id",
                      "score", "change", "price", "month", "era", "particle", "mass_noun", "greek_alpha", "agency",
                      "ordered_noun", "construct_dual", "preposition", "not_dual", "time_word")),
        Column("note"),
    ),
    "number_names": (Column("phrase", required=True, unique=True), Column("reading", "choice", required=True, allowed=("none", "id")), Column("note")),
    "number_nouns": (Column("singular", required=True), Column("plural", required=True), Column("broken", "boolean", required=True),
                     Column("kind", "choice", required=True, allowed=("person", "parent", "time", "currency", "measure", "unit", "body", "thing")), Column("note")),
    "exercises": (
        Column("exercise", required=True, unique=True), Column("kind", "choice", required=True, allowed=("number", "words", "text", "table", "boolean")),
        Column("columns", "list"), Column("tolerance", "number"), Column("answers", "list", required=True), Column("hint", required=True),
    ),
    "mistakes": (Column("exercise", required=True), Column("answer", required=True), Column("feedback", required=True)),
    "stopwords": (Column("word", required=True, unique=True), Column("kind", "choice", required=True,
                  allowed=("preposition", "conjunction", "particle", "pronoun", "demonstrative", "relative", "auxiliary", "adverb", "number", "news")), Column("note")),
    "phrases": (Column("phrase", required=True, unique=True), Column("english", required=True)),
    "clitics": (Column("word", required=True, unique=True), Column("kind", "choice", required=True, allowed=("stem", "name")), Column("note")),
    "glossary": (Column("term_en", required=True, unique=True), Column("term_ar", required=True), Column("definition_en", required=True),
                 Column("definition_ar", required=True), Column("lesson", "integer"), Column("source", required=True)),
    "lesson5_sentences": (Column("sentence", "integer", required=True, unique=True), Column("text", required=True), Column("gloss", required=True), Column("lesson", required=True)),
    "lesson5_coding": (Column("sentence", "integer", required=True), Column("outcome", "choice", required=True, allowed=("none", "killed", "injured",
                       "killed_or_injured", "missing", "captured", "displaced", "besieged", "evacuated")), Column("low", "integer"), Column("high", "integer"),
                       Column("approx", "boolean"), Column("vague", "choice", allowed=("several", "tens", "hundreds", "thousands", "tens_of_thousands",
                       "hundreds_of_thousands", "millions")), Column("part", "boolean"), Column("note")),
    "labels": (Column("group", required=True), Column("key", required=True), Column("ar", required=True), Column("en", required=True)),
    "colours": (Column("actor", required=True, unique=True), Column("colour", required=True),
                Column("hatch", "choice", required=True, allowed=("none", "lines", "dots", "crosses", "bars", "rings")), Column("note")),
    "month_names": (Column("month", "integer", required=True, unique=True), Column("en", required=True), Column("levant", required=True),
                    Column("gulf", required=True), Column("algeria", required=True), Column("morocco", required=True)),
    "calendar": (
        Column("form", required=True, unique=True),
        Column("class", "choice", required=True, allowed=(
                  "about", "after", "agency", "bare_ordinal", "bare_tomorrow", "before", "broadcaster", "common_era", "count", "current", "dated", "decade_word",
                  "day_part", "day_word", "during", "edge", "every", "few", "first_day", "future", "hijri_era", "hijri_month",
                  "hijri_month_or_word", "in", "month", "month_or_word", "named_after", "next_verb", "not_today", "of", "ordinal",
                  "ordinal_tens", "other", "past", "range", "season", "since", "ten", "tens", "the_count", "the_day_part", "the_two_units",
                  "the_unit", "the_units", "this", "tonight", "two_units", "unit", "units", "until", "vague", "weekday", "weekend")),
        Column("value"), Column("region"), Column("note"),
    ),
    "conventions": (
        Column("convention", required=True),
        Column("words", "choice", required=True, allowed=("exact", "range", "at_least", "at_most", "several", "tens", "dozens", "hundreds", "thousands",
                                                          "tens_of_thousands", "hundreds_of_thousands", "millions")),
        Column("low"), Column("best"), Column("high"), Column("source", required=True), Column("note"),
    ),
    "attribution": (
        Column("form", required=True),
        Column("class", "choice", required=True, allowed=("adverb", "audience", "impersonal", "no_source", "object", "opening", "participle", "phrase", "phrase_for",
                                                          "phrase_from", "phrase_long", "phrase_what", "role_word", "saying", "setting", "source", "statement", "that",
                                                          "verb", "verb_from", "verb_now")),
        Column("value", "choice", allowed=("strong", "that", "act", "activist", "agency", "analyst", "anonymous", "armed_group", "document", "media_side", "medical",
                                           "military", "monitor", "official", "person", "rescue", "security", "witness")),
        Column("note"),
    ),
    "places": (
        Column("place", required=True), Column("spellings", "list"),
        Column("kind", "choice", required=True, allowed=("country", "region", "governorate", "city", "town", "area", "neighbourhood", "camp", "not_a_place",
                                                         "settlement_noun", "place_noun", "place_preposition")),
        Column("parent"), Column("country"), Column("ambiguous", "boolean"), Column("note"),
    ),
}
"""Columns of each table in `data/`, by file name without .csv."""


def project_folder() -> Path:
    """The project's top folder (with data/, seeds/, notebooks/); in an installed package, the folder that holds its copy of data/."""
    here = Path(__file__).resolve().parent
    return here.parents[1] if (here.parents[1] / "data").is_dir() else here


def data_folder() -> Path:
    """The folder with the knowledge tables."""
    return project_folder() / "data"


def read(name: str, path: str | os.PathLike | None = None, *, columns: Iterable[Column] | None = None) -> list[Row]:
    """Read one knowledge table and check it.

    Parameters
    ----------
    name : str
        Table name, a key of `TABLES`: "actors" for data/actors.csv.
    path : path, optional
        An analyst's own file of the same columns, in place of the one in data/.
    columns : iterable of Column, optional
        Other columns than `TABLES[name]`.

    Returns
    -------
    list of Row
        In file order, values trimmed, empty cells as "". Comma, semicolon (as some spreadsheets save) and tab are understood.

    Raises
    ------
    LexiconError
        Unreadable file, not UTF-8, a column missing or unknown, a cell that breaks its column's rule.
    """
    columns = tuple(columns if columns is not None else TABLES[name])
    path = Path(path) if path is not None else data_folder() / f"{name}.csv"
    header, records = _records(path)
    _check_header(path, header, columns)
    rows = []
    seen: dict[str, dict[str, int]] = {column.name: {} for column in columns if column.unique}
    for number, record in records:
        if not any(cell.strip() for cell in record):
            continue
        if len(record) > len(header):
            raise LexiconError(path, number, None, f"has {len(record)} cells where the header has {len(header)}",
                               "Put a cell that holds a comma in double quotes")
        cells = [cell.strip() for cell in record] + [""] * (len(header) - len(record))
        row = Row(zip(header, cells), number, path)
        for column in columns:
            _check_cell(row, column, seen)
        rows.append(row)
    return rows


def _records(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise LexiconError(path, None, None, f"cannot be read ({error.strerror or error})", f"Check that {path} exists and may be read") from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise LexiconError(path, line, None, "is not UTF-8", 'Save it again as "CSV UTF-8"') from None
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        records = []
        start = reader.line_num + 1
        for record in reader:
            records.append((start, record))
            start = reader.line_num + 1
    except csv.Error as error:
        raise LexiconError(path, reader.line_num, None, f"is not well-formed CSV ({error})", "Check its double quotes") from None
    return header, records


def _check_header(path: Path, header: list[str], columns: tuple[Column, ...]) -> None:
    names = [column.name for column in columns]
    for column in columns:
        if column.name not in header:
            raise LexiconError(path, 1, column.name, "this column is missing", f"The header must hold: {', '.join(names)}")
    for name in header:
        if name not in names:
            raise LexiconError(path, 1, name, "no such column is known", f"The header may hold: {', '.join(names)}")
        if header.count(name) > 1:
            raise LexiconError(path, 1, name, "this column stands twice", "Remove one of them")


def _check_cell(row: Row, column: Column, seen: dict[str, dict[str, int]]) -> None:
    value = row[column.name]
    if not value:
        if column.required:
            raise row.refuse(column.name, "is empty", "Every row needs a value here")
        return
    parts = [part.strip() for part in value.split("|")] if column.kind == "list" else [value]
    if column.allowed:
        for part in parts:
            if part not in column.allowed:
                raise row.refuse(column.name, f"{part!r} is not allowed", f"Use one of: {', '.join(column.allowed)}")
    problem = _KINDS[column.kind](value)
    if problem:
        raise row.refuse(column.name, f"{value!r} {problem[0]}", problem[1])
    if column.unique:
        first = seen[column.name].setdefault(value, row.number)
        if first != row.number:
            raise row.refuse(column.name, f"{value!r} stands already in row {first}", "Each value may stand once")


def _parses(convert, what: str, remedy: str):
    def check(value: str):
        try:
            convert(value)
        except ValueError:
            return what, remedy
        return None
    return check


_KINDS = {
    "text": lambda value: None,
    "choice": lambda value: None,
    "list": lambda value: ("has an empty part", "Part values by one |") if any(not part.strip() for part in value.split("|")) else None,
    "integer": _parses(int, "is no whole number", "Write digits only, such as 12"),
    "number": _parses(float, "is no number", "Write digits with a dot, such as 0.5"),
    "boolean": lambda value: None if value in ("yes", "no") else ("is neither yes nor no", "Write yes or no"),
    "date": _parses(datetime.date.fromisoformat, "is no date", "Write YYYY-MM-DD, such as 2016-07-15"),
}
