"""Exercises that check themselves: right, or what to look at again, and never the answer.

    exercises.check("03-2", 15)      # a verdict that a notebook shows
    exercises.check("03-2", ...)     # not answered yet
    exercises.CodingForm()           # lesson 5: code ten sentences by hand
    exercises.glossary(5)            # the terms of a lesson in both languages

Right answers are kept in data/exercises.csv as salted digests and known mistakes in data/mistakes.csv, so that neither notebook nor table gives
them away to a reader. Authors add a row with `add` or, in a terminal, `python -m helpers.exercises add`.
"""
from importlib import import_module

from helpers.exercises.answers import AnswerError
from helpers.exercises.authoring import add, remove
from helpers.exercises.checking import ExerciseError, Verdict, check

__all__ = ["AnswerError", "ExerciseError", "Verdict", "add", "check", "remove"]  # and CodingForm, glossary, lesson5, loaded when used


def __getattr__(name):
    if name == "CodingForm":  # needs ipywidgets, which checking an answer does not
        return import_module("helpers.exercises.form").CodingForm
    if name == "lesson5":
        return import_module("helpers.exercises.lesson5")
    if name == "glossary":
        return import_module("helpers.exercises.terms").glossary
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
