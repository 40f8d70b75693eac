"""Phrases about people: how many, who, and which words say so.

A phrase is a count and a noun ("أكثر من 15 مدنيا على الأقل"), a dual, a singular, a bare plural, a vague word ("عشرات الجرحى"), "one of",
or a name. `phrases` reads a sentence once from right to left as it is written and gives all of them, those joined by و as siblings.
"""
from __future__ import annotations

from .phrase import Phrase
from .reading import phrases
from .sentence import Sentence

__all__ = ["Phrase", "Sentence", "phrases"]
