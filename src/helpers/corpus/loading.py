"""`load`: the table of articles, and `left_out`: the table of what it left out."""
from __future__ import annotations

import os
import warnings
from pathlib import Path

import pandas as pd

from .. import lexicon
from .cleaning import LeftOut, clean
from .reading import CorpusError, Record, records

__all__ = ["CorpusWarning", "SEEDS", "is_seeds", "left_out", "load"]

SEEDS = lexicon.project_folder() / "seeds"
"""The folder of the five source articles."""

lexicon.TABLES["articles"] = (
    lexicon.Column("article", required=True, unique=True),
    lexicon.Column("sha256", required=True, unique=True),
    lexicon.Column("label", required=True, unique=True),
    lexicon.Column("label_en", required=True, unique=True),
    lexicon.Column("outlet"),
    lexicon.Column("published", "date", required=True),
    lexicon.Column("published_precision", "choice", required=True, allowed=("day_printed", "day_inferred")),
    lexicon.Column("place_line"),
    lexicon.Column("date_words", "list", required=True),
    lexicon.Column("date_reasoning", required=True),
)

_PROJECT = os.path.join(lexicon.project_folder(), "")
_STRINGS = ["article", "label", "label_en", "title", "outlet", "place_line", "url", "path"]
_COLUMNS = ["article", "label", "label_en", "title", "text", "published", "outlet", "place_line", "url", "path", "words"]
_LEFT_OUT = ["article", "path", "kind", "place", "text", "reason", "remedy"]


class CorpusWarning(UserWarning):
    """Some files or rows could not be read; `left_out` says which and why."""


def load(path: str | os.PathLike | None = None, *, metadata: str | os.PathLike | None = None) -> pd.DataFrame:
    """Read, decode and clean a corpus of news articles.

    Parameters
    ----------
    path : path, optional
        A folder of .txt files (one article each, subfolders too), or one .txt, .csv, .tsv, .jsonl or .parquet file. A table needs a column
        with the text (`text`, `body`, `content` …); it may have `article`/`id`, `title`, `published`/`date`, `outlet`/`source`, `label`, `url`.
        Left out: the folder or file named by the environment variable CORPUS, else the five seeds.
    metadata : path, optional
        A CSV with the column `article` and any of `label`, `label_en`, `title`, `published` (YYYY-MM-DD), `outlet`, `place_line`, `url`.
        A file articles.csv inside the folder is used without asking. The seeds, wherever they lie, are known by their sha256 and get theirs
        from data/articles.csv.

    Returns
    -------
    DataFrame
        One row an article, in the order of file names or rows: `article` (string, unique id: the file's name without its ending),
        `label` (string, for axes), `label_en`, `title`, `text` (string, clean), `published` (datetime64, NaT: unknown), `outlet` (string, missing: unknown),
        `place_line`, `url`, `path` (string), `words` (Int64, count of words). What was left out is in `left_out(articles)`.

    Raises
    ------
    CorpusError
        Nothing can be read at all: no such path, an empty folder, a table without a text column, a single broken file. Where only some
        files or rows are broken, they are listed in `left_out` and a CorpusWarning counts them.

    Examples
    --------
    >>> articles = load(SEEDS)
    >>> len(articles), articles["published"].min().date().isoformat()
    (5, '2016-07-16')
    """
    path = Path(path if path is not None else os.environ.get("CORPUS") or SEEDS)
    rows, dropped, seen, texts = [], [], {}, _Texts()
    known = _known_articles()
    for item in records(path):
        if not isinstance(item, Record):
            dropped.append(_left_out_row(None, *item))
            continue
        where = item.path if item.place == "whole file" else f"{item.path}, {item.place}"
        if item.article in seen:
            problem = LeftOut("duplicate_id", item.place, item.text, f"the id {item.article!r} stands already at {seen[item.article]}", "Give each article an id of its own")
            dropped.append(_left_out_row(item.article, item.path, problem))
            continue
        seen[item.article] = where
        text, removed = clean(item.text)
        dropped.extend(_left_out_row(item.article, item.path, one) for one in removed)
        if not text:
            empty = LeftOut("empty", item.place, item.text[:1000], "holds no text", "Check whether the article was lost when it was collected")
            dropped.append(_left_out_row(item.article, item.path, empty))
            continue
        row = {**known.get(item.raw_sha256, {}), **{key: value for key, value in item.metadata.items() if _given(value)}}
        rows.append({**row, "article": item.article, "words": len(text.split()), "path": _shown(item.path)})
        texts.append(text)
    if not rows:
        raise _nothing_left(path, dropped)
    beside = path / "articles.csv" if path.is_dir() else None
    if metadata is None and beside is not None and beside.exists():
        metadata = beside
    if metadata is not None:
        dropped.extend(_add_metadata(rows, Path(metadata)))
    articles = _frame(rows, texts.array())
    articles.attrs["left_out"] = dropped
    _warn(dropped)
    return articles


def left_out(articles: pd.DataFrame) -> pd.DataFrame:
    """What `load` left out or mended.

    Returns
    -------
    DataFrame
        `article` (string, missing where a file gave no article), `path`, `kind` (boilerplate, repeated_passage, mended, control_characters, empty,
        unreadable, duplicate_id, other_file), `place` (line, sentence or row), `text` (what was left out), `reason`, `remedy`: all string.
    """
    return pd.DataFrame(articles.attrs.get("left_out", []), columns=_LEFT_OUT).astype("string")


def is_seeds(articles: pd.DataFrame) -> bool:
    """Whether these are the five articles that come with the project."""
    return set(articles["article"]) == {row["article"] for row in _known_articles().values()}


def _known_articles() -> dict[str, dict]:
    fields = ("article", "label", "label_en", "outlet", "published", "place_line")
    return {row["sha256"]: {field: row[field] for field in fields if row[field]} for row in lexicon.read("articles")}


def _shown(path) -> str:
    """A path as tables show it: inside the project from its top folder, so that tables are the same on every machine."""
    path = os.path.abspath(path)
    return path[len(_PROJECT) :].replace(os.sep, "/") if path.startswith(_PROJECT) else path


def _given(value) -> bool:
    return value is not None and value == value and str(value).strip() != ""


def _left_out_row(article, path, item: LeftOut) -> dict:
    return {"article": article, "path": _shown(path), "kind": item.kind, "place": item.place, "text": item.text, "reason": item.reason, "remedy": item.remedy}


_FAILURES = ("unreadable", "duplicate_id", "empty")


def _nothing_left(path: Path, dropped: list[dict]) -> CorpusError:
    failures = [row for row in dropped if row["kind"] in _FAILURES]
    if not failures:
        return CorpusError(path, "", "holds no article", "Add articles")
    first = failures[0]
    more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
    return CorpusError(first["path"], first["place"], f"{first['reason']}{more}", first["remedy"])


def _warn(dropped: list[dict]) -> None:
    failures = [row for row in dropped if row["kind"] in _FAILURES]
    if failures:
        first = failures[0]
        warnings.warn(f"Left out: {len(failures)} of the files or rows could not be used, the first: {first['path']}, {first['place']}: {first['reason']}. "
                      f"{first['remedy']}. corpus.left_out(articles) lists all.", CorpusWarning, stacklevel=3)


_METADATA = ("label", "label_en", "title", "published", "outlet", "place_line", "url")


def _add_metadata(rows: list[dict], path: Path) -> list[dict]:
    """Metadata put into the rows; what names no article comes back, to be listed."""
    import csv
    import io

    from .reading import decode

    try:
        table = list(csv.DictReader(io.StringIO(decode(path.read_bytes(), path), newline="")))
    except OSError as error:
        raise CorpusError(path, "", f"cannot be read ({error.strerror})", "Check the path of the metadata") from None
    if not table or "article" not in table[0]:
        raise CorpusError(path, "header", "no column 'article'", f"The metadata need 'article' and any of {', '.join(_METADATA)}")
    by_article = {}
    for number, row in enumerate(table, 2):
        if row["article"] in by_article:
            raise CorpusError(path, f"row {number}", f"the article {row['article']!r} stands twice", "Keep one row an article")
        by_article[row["article"]] = row
    unknown = set(by_article) - {row["article"] for row in rows}
    if len(unknown) == len(by_article):
        raise CorpusError(path, "column 'article'", f"none of its ids is an article here (such as {min(unknown)!r})", "Use the files' names without their ending")
    for row in rows:
        for field in _METADATA:
            value = by_article.get(row["article"], {}).get(field)
            if _given(value):
                row[field] = value.strip()
    return [_left_out_row(article, path, LeftOut("other_file", "column 'article'", article, "metadata of no article here", "Check the spelling of the file's name"))
            for article in sorted(unknown)]


class _Texts:
    """Texts on their way into one Arrow array, handed over in blocks so that they are never held twice."""

    _BLOCK = 1 << 21

    def __init__(self):
        self._blocks, self._waiting, self._size = [], [], 0

    def append(self, text: str) -> None:
        self._waiting.append(text)
        self._size += len(text)
        if self._size >= self._BLOCK:
            self._hand_over()

    def _hand_over(self) -> None:
        import pyarrow

        self._blocks.append(pyarrow.array(self._waiting, type=pyarrow.large_string()))
        self._waiting, self._size = [], 0

    def array(self) -> pd.api.extensions.ExtensionArray:
        import pyarrow

        self._hand_over()
        return pd.array(pyarrow.chunked_array(self._blocks), dtype="string[pyarrow]")


def _frame(rows: list[dict], texts) -> pd.DataFrame:
    columns = {}
    for column in _STRINGS:
        values = (row.get(column) for row in rows)
        columns[column] = pd.array([str(value).strip() if _given(value) else pd.NA for value in values], dtype="string[pyarrow]")
    articles = pd.DataFrame(columns)
    articles["text"] = texts
    articles["label"] = articles["label"].fillna(articles["article"].str.slice(0, 40))
    articles["label_en"] = articles["label_en"].fillna(articles["label"])
    articles["published"] = _dates([row.get("published") for row in rows], [row["path"] for row in rows], articles["article"])
    articles["words"] = pd.array([row["words"] for row in rows], dtype="Int64")
    return articles[_COLUMNS]


def _dates(values: list, paths: list[str], articles: pd.Series) -> pd.Series:
    from ..arabic import western_digits

    cleaned = [western_digits(value).strip() if isinstance(value, str) else value for value in values]
    cleaned = [value if _given(value) else None for value in cleaned]
    parsed = pd.to_datetime(pd.Series(cleaned, dtype=object), errors="coerce", utc=True, format="ISO8601" if any(isinstance(value, str) for value in cleaned) else None)
    for value, date, path, article in zip(cleaned, parsed, paths, articles):
        if value is not None and pd.isna(date):
            raise CorpusError(path, f"article {article!r}", f"{value!r} is not read as a date", "Write dates as YYYY-MM-DD (in 05/06 day and month could be confused)")
    return parsed.dt.tz_localize(None).astype("datetime64[ns]")
