"""For authors: put an exercise and its known mistakes into the tables.

    exercises.add("03-2", 15, hint="Count each event once: see the column part_of.",
                  mistakes={30: "You added the same event twice."})

or in a terminal: python -m helpers.exercises add 03-2 15 --hint "…" --mistake "30=You added the same event twice."
"""
from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path

from helpers import lexicon
from helpers.exercises import answers

__all__ = ["add", "remove"]

_ID = re.compile(r"\d\d-\d+")


def add(exercise: str, answer, *, hint: str, kind: str | None = None, tolerance: float | str = "", columns: Iterable[str] = (),
        mistakes: Mapping | Iterable[tuple] = (), also: Iterable = (), folder: str | os.PathLike | None = None) -> None:
    """Write one exercise to data/exercises.csv, in place of an older one of this id.

    Parameters
    ----------
    exercise : str
        Lesson and number: "03-2".
    answer : number, str, bool, collection of words, or table
        The right answer.
    hint : str
        What to look at again, shown for any wrong answer without feedback of its own; must not hold the answer.
    kind : str, optional
        number, words, text, table or boolean; guessed from the answer.
    tolerance : number, optional
        For a number: how far off is still right, in the answer's unit.
    columns : iterable of str
        For a table: the columns that count; all of them where empty.
    mistakes : mapping or pairs, wrong answer → feedback
        Wrong answers to expect, and what to tell. For words and tables: a wrong word or row.
    also : iterable
        Other answers that are right too (number, text).
    folder : path, optional
        Where the tables are; data/ of the project.

    Raises
    ------
    ValueError
        Malformed id, a hint that holds the answer, a mistake that is right.
    """
    kind = kind or _kind(answer)
    columns = tuple(columns) or _columns(answer, kind)
    _check(exercise, kind, hint)
    forms = [form for right in (answer, *also) for form in _forms(right, kind, tolerance, columns)]
    if kind not in ("boolean", "table") and any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", hint) for form in forms):
        raise ValueError(f"{exercise}: the hint holds the answer; say where to look instead")
    told = dict(mistakes) if isinstance(mistakes, Mapping) else dict(list(mistakes))
    wrong = [(form, feedback) for mistake, feedback in told.items() for form in _mistake_forms(mistake, kind, tolerance, columns)]
    if any(form in forms for form, _ in wrong):
        raise ValueError(f"{exercise}: a mistake given is a right answer")
    row = {"exercise": exercise, "kind": kind, "columns": "|".join(columns), "tolerance": str(tolerance),
           "answers": "|".join(sorted(answers.digest(form, exercise) for form in forms)), "hint": hint}
    rows = [{"exercise": exercise, "answer": answers.digest(form, exercise), "feedback": feedback} for form, feedback in wrong]
    _replace("exercises", exercise, [row], folder)
    _replace("mistakes", exercise, rows, folder)


def remove(exercise: str, folder: str | os.PathLike | None = None) -> None:
    """Take an exercise and its mistakes out of the tables."""
    _replace("exercises", exercise, [], folder)
    _replace("mistakes", exercise, [], folder)


def _check(exercise: str, kind: str, hint: str) -> None:
    if not _ID.fullmatch(exercise):
        raise ValueError(f"{exercise!r} is no exercise id; write two digits for the lesson and a number, such as '03-2'")
    if kind not in answers.KINDS:
        raise ValueError(f"{kind!r} is no kind of answer; use one of: {', '.join(answers.KINDS)}")
    if not hint.strip():
        raise ValueError(f"{exercise}: a hint is needed, telling what to look at again")


def _kind(answer) -> str:
    if isinstance(answer, bool):
        return "boolean"
    if isinstance(answer, str):
        return "text"
    if hasattr(answer, "columns"):
        return "table"
    try:
        answers.number(answer)
        return "number"
    except answers.AnswerError:
        return "words"


def _columns(answer, kind: str) -> tuple[str, ...]:
    if kind != "table":
        return ()
    return tuple(map(str, answer.columns)) if hasattr(answer, "columns") else tuple(answer[0])


def _forms(answer, kind: str, tolerance, columns) -> list[str]:
    if kind == "number" and tolerance:
        return answers.near(answer, Fraction(str(tolerance)))[:1]
    return answers.canonical(answer, kind, columns)


def _mistake_forms(mistake, kind: str, tolerance, columns) -> list[str]:
    if kind == "words" and isinstance(mistake, (str, int, float)):
        return answers.canonical([mistake], kind)
    if kind == "table":
        return answers.canonical([dict(zip(columns, mistake))], kind, columns)
    return _forms(mistake, kind, tolerance, columns)


def _replace(table: str, exercise: str, rows: list[dict], folder) -> None:
    path = Path(folder or lexicon.data_folder()) / f"{table}.csv"
    kept = [row for row in lexicon.read(table, path) if row["exercise"] != exercise] if path.exists() else []
    names = [column.name for column in lexicon.TABLES[table]]
    partial = path.with_suffix(f".{os.getpid()}.part")
    with partial.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(kept + rows, key=_order))
    os.replace(partial, path)


def _order(row) -> tuple[int, int]:
    lesson, number = row["exercise"].split("-")
    return int(lesson), int(number)
