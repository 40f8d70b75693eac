"""Check an answer against its digests and say, in plain words, what to look at again."""
from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from html import escape

from helpers import lexicon
from helpers.exercises import answers

__all__ = ["ExerciseError", "Verdict", "check"]


class ExerciseError(ValueError):
    """An exercise that is not in data/exercises.csv; the message names those that are near."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `check` found; shows itself in a notebook.

    Attributes
    ----------
    exercise : str
        Its id.
    right : bool or None
        None where nothing was answered yet.
    message : str
        Right, or what to look at again.
    """

    exercise: str
    right: bool | None
    message: str

    def __bool__(self) -> bool:
        return self.right is True

    def __str__(self) -> str:
        return f"{self.exercise} {_MARKS[self.right][0]} {self.message}".rstrip()

    __repr__ = __str__

    def _repr_html_(self) -> str:
        mark, colour = _MARKS[self.right]
        return (f'<div class="exercise" role="status" dir="auto" style="border-inline-start:4px solid {colour};padding:.4em .8em;margin:.3em 0">'
                f"<b>{escape(self.exercise)} {mark}</b> {escape(self.message)}</div>")


# sign and word together, so that colour is never the only difference
_MARKS = {True: ("✓ Right.", "#0072b2"), False: ("↻ Look again.", "#d55e00"), None: ("… Not answered yet.", "#767676")}


def check(exercise: str, answer=...) -> Verdict:
    """Whether an answer is right, or what to look at again.

    Parameters
    ----------
    exercise : str
        Id of the exercise, lesson and number: "03-2".
    answer : number, str, bool, collection of words, or table
        The student's answer. `...` and None mean that there is none yet.

    Returns
    -------
    Verdict
        True in an `if` where right; its message never holds the right answer.

    Raises
    ------
    ExerciseError
        No such exercise.

    Examples
    --------
    >>> check("00-1", 2016)
    00-1 ✓ Right.
    >>> check("00-1", ...)
    00-1 … Not answered yet. Put your answer in place of the three dots and run the cell again.
    >>> check("00-1", "عام").message
    "This exercise asks for a number; what came is the text 'عام'."
    """
    row = _row(exercise)
    if answer is ... or answer is None:
        return Verdict(row["exercise"], None, "Put your answer in place of the three dots and run the cell again.")
    try:
        message = _judge(row, answer)
    except answers.AnswerError as error:
        return Verdict(row["exercise"], False, str(error))
    return Verdict(row["exercise"], not message, message)


def _row(exercise: str):
    rows = {row["exercise"]: row for row in lexicon.read("exercises")}
    if exercise not in rows:
        near = difflib.get_close_matches(str(exercise), rows, n=3, cutoff=0.5)
        raise ExerciseError(f"no exercise {exercise!r} in data/exercises.csv; an id is lesson and number, such as "
                            f"{' or '.join(map(repr, near or sorted(rows)[:2])) or repr('03-2')}")
    return rows[exercise]


def _judge(row, answer) -> str:
    """Empty where right, else what to look at."""
    kind, salt = row["kind"], row["exercise"]
    right = _cells(row["answers"])
    if kind in ("words", "table"):
        forms = answers.canonical(answer, kind, _cells(row["columns"]))
        return _judge_collection(row, forms, right)
    forms = answers.near(answer, Fraction(row["tolerance"] or 0)) if kind == "number" else answers.canonical(answer, kind)
    found = {answers.digest(form, salt) for form in forms}
    if found & set(right):
        return ""
    return _feedback(salt, found) or row["hint"]


def _judge_collection(row, forms: list[str], right: list[str]) -> str:
    found = Counter(answers.digest(form, row["exercise"]) for form in forms)
    wanted = Counter(right)
    if found == wanted:
        return ""
    known = _feedback(row["exercise"], found)
    item = "row" if row["kind"] == "table" else "word"
    wrong = [form for form in forms if answers.digest(form, row["exercise"]) not in wanted]
    matched = (found & wanted).total()
    if not forms:
        return "Your answer is empty. " + row["hint"]
    parts = [f"{matched} of your {len(forms)} {item}s {'is' if matched == 1 else 'are'} among the right ones"]
    if wrong and row["kind"] == "words":
        parts.append(f"look again at {'، '.join(wrong[:5])}")
    if (wanted - found).total():
        parts.append(f"{item}s are missing")
    return ". ".join(["; ".join(parts), known or row["hint"]])


def _feedback(exercise: str, digests) -> str:
    """What the author wrote for a known mistake."""
    return " ".join(dict.fromkeys(row["feedback"] for row in lexicon.read("mistakes")
                                  if row["exercise"] == exercise and row["answer"] in digests))


def _cells(value: str) -> list[str]:
    return [part.strip() for part in value.split("|") if part.strip()]
