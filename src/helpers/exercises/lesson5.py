"""Lesson 5: ten invented sentences, coded by students, by hand and by the machine, and how far the codings agree."""
from __future__ import annotations

from collections.abc import Iterable
from os import PathLike

import pandas as pd

from helpers import agreement, lexicon
from helpers.agreement.codings import reports_frame

__all__ = ["agreement_table", "compare", "hand", "machine", "sentences", "students"]

COLUMNS = ["sentence", "outcome", "low", "high", "approx", "vague", "part", "note"]
"""Columns of a coding, as the form saves it."""


def sentences() -> pd.DataFrame:
    """The sentences to code: sentence (number), text, gloss (English), lesson (what coders tend to disagree about)."""
    return pd.DataFrame(lexicon.read("lesson5_sentences")).astype({"sentence": "Int64", "text": "string", "gloss": "string", "lesson": "string"})


def hand() -> pd.DataFrame:
    """The hand coding: coder ("hand"), sentence, outcome, low, high, approx, vague, part, note; one row a report, outcome "none" where there is none."""
    return reports_frame({"coder": "hand"} | row for row in lexicon.read("lesson5_coding"))


def machine() -> pd.DataFrame:
    """What `casualties.find` says of the same sentences, in the columns of `hand`."""
    from helpers import casualties
    rows = []
    for sentence, text in zip(*(sentences()[name] for name in ("sentence", "text"))):
        reports = casualties.find(text)
        rows += [{"coder": "machine", "sentence": sentence, "outcome": report.outcome, "low": _cell(report.low), "high": _cell(report.high),
                  "approx": "yes" if report.approx else "no", "vague": report.vague or "", "part": "no" if report.part_of is None else "yes", "note": report.quote}
                 for report in reports]
        if not reports:
            rows.append({"coder": "machine", "sentence": sentence, "outcome": "none", "low": "", "high": "", "approx": "no", "vague": "", "part": "no", "note": ""})
    return reports_frame(rows)


def students(folder: str | PathLike) -> agreement.Codings:
    """The codings of a class: a folder of CSV files that the form has saved, one a student."""
    return agreement.read_codings(folder)


def compare(coding: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """Where two codings differ, with the sentence: sentence, outcome, the two quantities, verdict, text.

    Only sentences that both have coded are compared. The columns of quantities bear the coders' names.
    """
    both = set(coding["sentence"]) & set(other["sentence"])
    names = [_name(one, default) for one, default in ((coding, "yours"), (other, "other"))]
    matches = agreement.match(coding[coding["sentence"].isin(both)], other[other["sentence"].isin(both)], unit="sentence")
    rows = agreement.disagreements(matches, sentences()).drop(columns="quote").sort_values(["sentence", "outcome"], ignore_index=True)
    verdicts = {"differs": "quantity differs", "hand only": f"only {names[0]}", "machine only": f"only {names[1]}"}
    rows["verdict"] = rows["verdict"].map(verdicts).astype("string")
    return rows.rename(columns={"hand": names[0], "machine": names[1]})


def agreement_table(codings: Iterable[pd.DataFrame] | pd.DataFrame) -> pd.DataFrame:
    """Krippendorff's alpha of each pair of coders, and of all of them.

    Parameters
    ----------
    codings : DataFrame, or several
        Codings with a column coder.

    Returns
    -------
    DataFrame
        coders, sentences (that both, or at least two, have coded), alpha (outcome and quantity), low, high (95 % interval), alpha_outcome (what happened, without how
        many). Missing where alpha cannot be computed.
    """
    together = codings if isinstance(codings, pd.DataFrame) else pd.concat(list(codings), ignore_index=True)
    coders = list(dict.fromkeys(together["coder"]))
    groups = [(one, other) for at, one in enumerate(coders) for other in coders[at + 1 :]]
    if len(coders) > 2:
        groups.append(tuple(coders))
    rows = []
    for group in groups:
        reports = together[together["coder"].isin(group)]
        full = agreement.alpha(agreement.labels(reports))
        outcome = agreement.alpha(agreement.labels(reports, what=("outcome",)))
        rows.append((" – ".join(group) if len(group) == 2 else f"all {len(group)} coders", full.units, full.value, full.low, full.high, outcome.value))
    frame = pd.DataFrame(rows, columns=["coders", "sentences", "alpha", "low", "high", "alpha_outcome"])
    return frame.astype({"coders": "string", "sentences": "Int64", **{name: "Float64" for name in ("alpha", "low", "high", "alpha_outcome")}}).round(2)


def _cell(number) -> str:
    return "" if number is None else str(number)


def _name(coding: pd.DataFrame, default: str) -> str:
    names = coding["coder"].dropna().unique() if "coder" in coding else []
    return str(names[0]) if len(names) == 1 and names[0] else default
