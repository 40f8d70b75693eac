"""The form of lesson 5: one sentence at a time, its reports coded by hand, saved as a CSV file."""
from __future__ import annotations

import csv
from html import escape
from os import PathLike
from pathlib import Path

import ipywidgets
import pandas as pd

from helpers import agreement, lexicon, rtl
from helpers.agreement.codings import reports_frame
from helpers.widgets import button, own_keys

from . import lesson5

__all__ = ["CodingForm"]

_OUTCOMES = {
    "killed · قتلى": "killed", "injured · جرحى": "injured", "killed or injured · قتلى وجرحى": "killed_or_injured", "missing · مفقودون": "missing",
    "captured · معتقلون أو أسرى": "captured", "displaced · نازحون": "displaced", "besieged · محاصرون": "besieged", "evacuated · مجلون": "evacuated",
}
_VAGUE = {"a number is given": "", "several · عدة": "several", "tens · عشرات": "tens", "hundreds · مئات": "hundreds", "thousands · آلاف": "thousands",
          "tens of thousands · عشرات الآلاف": "tens_of_thousands", "hundreds of thousands · مئات الآلاف": "hundreds_of_thousands", "millions · ملايين": "millions"}


class CodingForm:
    """Code sentences by hand; shows itself in JupyterLab.

    Parameters
    ----------
    coder : str
        Your name, or any name that your class knows you by; the file is named after it.
    sentences : DataFrame, optional
        sentence (number), text and, to be unfolded, gloss (English); those of lesson 5 by default.
    folder : path
        Where `save` writes.

    Attributes
    ----------
    coding : DataFrame
        What has been coded so far: coder, sentence, outcome, low, high, approx, vague, part, note.

    Examples
    --------
    >>> form = CodingForm("ليلى")
    >>> form.add("killed", low=5, high=5)
    >>> form.next()
    >>> form.nothing()
    >>> form.coding[["sentence", "outcome", "low"]].values.tolist()
    [[1, 'killed', 5], [2, 'none', <NA>]]
    """

    def __init__(self, coder: str = "me", sentences: pd.DataFrame | None = None, folder: str | PathLike = "."):
        self.coder, self.folder = coder, Path(folder)
        texts = lesson5.sentences() if sentences is None else sentences
        glosses = texts["gloss"].tolist() if "gloss" in texts else [""] * len(texts)
        self._texts = list(zip(texts["sentence"].tolist(), texts["text"].tolist()))
        self._glosses = dict(zip(texts["sentence"].tolist(), glosses))
        self._at = 0
        self._rows: dict[int, list[dict]] = {}
        self._build()
        self._show()

    @property
    def coding(self) -> pd.DataFrame:
        rows = [{"coder": self.coder, "sentence": number} | row for number, _ in self._texts for row in self._rows.get(number, [])]
        return reports_frame(rows)

    @property
    def sentence(self) -> int:
        """Number of the sentence that is shown."""
        return self._texts[self._at][0]

    def add(self, outcome: str, low: int | None = None, high: int | None = None, approx: bool = False, vague: str = "", part: bool = False, note: str = "") -> None:
        """Add a report to the sentence that is shown."""
        self._check(outcome, low, high, vague)
        rows = [row for row in self._rows.get(self.sentence, []) if row["outcome"] != "none"]
        self._rows[self.sentence] = [*rows, {"outcome": outcome, "low": _cell(low), "high": _cell(high), "approx": "yes" if approx else "no", "vague": vague,
                                             "part": "yes" if part else "no", "note": note}]
        self._show()

    def nothing(self) -> None:
        """Say that the sentence that is shown holds no report: a decision too."""
        self._rows[self.sentence] = [{"outcome": "none", "low": "", "high": "", "approx": "no", "vague": "", "part": "no", "note": ""}]
        self._show()

    def undo(self) -> None:
        """Take the last report of this sentence back."""
        self._rows[self.sentence] = self._rows.get(self.sentence, [])[:-1]
        self._show()

    def next(self, step: int = 1) -> None:
        """Go to another sentence; stops at the first and the last."""
        self._at = min(max(self._at + step, 0), len(self._texts) - 1)
        self._show()

    def save(self, folder: str | PathLike | None = None) -> Path:
        """Write the coding as CODER.csv, to be handed in; returns where."""
        folder = Path(folder or self.folder)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / (_file_name(self.coder) + ".csv")
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, lesson5.COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows({"sentence": number} | row for number, _ in self._texts for row in self._rows.get(number, []))
        return path

    def compare(self, other: pd.DataFrame | None = None) -> rtl.Table:
        """Where this coding differs from another, the hand coding by default, as a table to show."""
        differences = lesson5.compare(self.coding, lesson5.hand() if other is None else other)
        return rtl.table(differences, caption=f"{len(differences)} differences", lang="en")

    def _ipython_display_(self) -> None:
        from IPython.display import display
        display({"text/plain": repr(self), "text/html": self._still(), **self.widget._repr_mimebundle_()}, raw=True)

    def __repr__(self) -> str:
        return f"CodingForm({self.coder!r}): {len([rows for rows in self._rows.values() if rows])} of {len(self._texts)} sentences coded"

    # the form

    def _build(self) -> None:
        wide = ipywidgets.Layout(width="26em")
        style = {"description_width": "10.5em"}
        self._text = ipywidgets.HTML()
        self._coded = ipywidgets.HTML()
        self._message = ipywidgets.HTML()
        self._outcome = ipywidgets.Dropdown(options=_OUTCOMES, description="What happened", layout=wide, style=style)
        self._low = ipywidgets.Text(description="At least (low)", placeholder="empty = no lower bound", layout=wide, style=style)
        self._high = ipywidgets.Text(description="At most (high)", placeholder="empty = no upper bound", layout=wide, style=style)
        self._vague = ipywidgets.Dropdown(options=_VAGUE, description="Without a number", layout=wide, style=style)
        self._approx = ipywidgets.Checkbox(description="about (نحو، حوالي)", indent=False)
        self._part = ipywidgets.Checkbox(description="part of another count (بينهم)", indent=False)
        buttons = [button("Add report", self._do(self._add_typed), "primary"), button("Nothing to code", self._do(self.nothing)),
                   button("Undo", self._do(self.undo))]
        moves = [button("← Previous", self._do(lambda: self.next(-1))), button("Next →", self._do(self.next)), button("Save", self._do(self._save), "success")]
        fields = ipywidgets.VBox([self._outcome, self._low, self._high, self._vague, ipywidgets.HBox([self._approx, self._part])])
        self.widget = ipywidgets.VBox([self._text, self._coded, fields, ipywidgets.HBox(buttons), ipywidgets.HBox(moves), self._message])
        self.widget.add_class("coding-form")
        own_keys(self.widget)

    def _do(self, act):
        """The act, with the last message gone."""
        return lambda: self._tell("") or act()

    def _add_typed(self) -> None:
        try:
            self.add(self._outcome.value, _typed(self._low.value), _typed(self._high.value), self._approx.value, self._vague.value, self._part.value)
        except ValueError as error:
            self._tell(str(error))
            return
        for field, empty in ((self._low, ""), (self._high, ""), (self._vague, ""), (self._approx, False), (self._part, False)):
            field.value = empty

    def _save(self) -> None:
        missing = [str(number) for number, _ in self._texts if not self._rows.get(number)]
        path = self.save()
        self._tell(f"Saved as {path.name}." + (f" Not coded yet: {', '.join(missing)}." if missing else " All sentences are coded."))

    def _tell(self, message: str) -> None:
        self._message.value = f'<p role="status">{escape(message)}</p>' if message else ""

    def _show(self) -> None:
        number, text = self._texts[self._at]
        gloss = f"<details><summary>In English</summary>{escape(self._glosses[number])}</details>" if self._glosses[number] else ""
        self._text.value = (f"<p>Sentence {self._at + 1} of {len(self._texts)}</p>"
                            f'<p dir="rtl" style="text-align:right;font-size:1.35em;line-height:1.9">{escape(text)}</p>{gloss}')
        self._coded.value = "<p>Coded: " + (escape("; ".join(map(_shown, self._rows.get(number, [])))) or "nothing yet") + "</p>"

    def _still(self) -> str:
        """What a page without a kernel shows in place of the form."""
        texts = "".join(f'<li value="{number}" style="text-align:right">{escape(text)}</li>' for number, text in self._texts)
        return f'<p>The form needs a running kernel: run this cell in JupyterLab. Its sentences:</p><ol dir="rtl">{texts}</ol>'

    @staticmethod
    def _check(outcome: str, low, high, vague: str) -> None:
        allowed = next(column.allowed for column in lexicon.TABLES["lesson5_coding"] if column.name == "outcome")
        if outcome not in allowed:
            raise ValueError(f"{outcome!r} is no outcome; use one of: {', '.join(allowed)}")
        if low is None and high is None and not vague:
            raise ValueError("Give a number (low, high or both), or choose tens, hundreds … where the text gives none.")
        if low is not None and high is not None and low > high:
            raise ValueError(f"The lowest number, {low}, is above the highest, {high}.")


def _shown(row: dict) -> str:
    if row["outcome"] == "none":
        return "nothing to code"
    part = ", part of another count" if row["part"] == "yes" else ""
    return f"{row['outcome']} {agreement.quantity(row['low'], row['high'], row['approx'], row['vague'])}{part}"


def _typed(value: str) -> int | None:
    """A number as typed in a field, in digits of any script."""
    from .answers import AnswerError, number
    if not value.strip():
        return None
    try:
        typed = number(value)
    except AnswerError:
        raise ValueError(f"{value!r} is no number; type digits, or leave the field empty.") from None
    if typed.denominator != 1 or typed < 0:
        raise ValueError(f"{value!r} is no number of people; type a whole number, or leave the field empty.")
    return int(typed)


def _cell(number: int | None) -> str:
    return "" if number is None else str(number)


def _file_name(coder: str) -> str:
    """The coder's name without what file systems refuse."""
    return "".join(letter if letter.isalnum() or letter in " -_" else "_" for letter in coder).strip() or "coder"
