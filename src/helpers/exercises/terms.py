"""The glossary: terms of the lessons in both languages."""
from __future__ import annotations

import pandas as pd

from helpers import lexicon, rtl

__all__ = ["glossary"]


def glossary(lesson: int | None = None) -> rtl.Table:
    """The terms of one lesson, or all, as a table to show; the columns of the right hand are Arabic.

    >>> "Krippendorff" in str(glossary(5)), "Krippendorff&#x27;s alpha" in str(glossary(1))
    (True, False)
    """
    rows = pd.DataFrame(lexicon.read("glossary"))
    if lesson is not None:
        rows = rows[rows["lesson"] == str(lesson)]
    headings = {"term_ar": "المصطلح", "definition_ar": "التعريف", "term_en": "term", "definition_en": "definition", "source": "source"}
    return rtl.table(rows, columns=headings, rows=None)
