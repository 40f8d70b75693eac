"""Read article files: which files, which encoding, which columns; every problem named with its place and remedy."""
from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..arabic import LETTERS
from .cleaning import LeftOut

__all__ = ["CorpusError", "Record", "decode", "kinds", "records"]

kinds = (".txt", ".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")
"""File endings that `load` reads."""

TEXT_COLUMNS = ("text", "body", "content", "article_text", "articleBody", "maintext", "النص", "نص")
ID_COLUMNS = ("article", "article_id", "id", "المعرف")
_COLUMN_NAMES = {
    "title": ("title", "headline", "العنوان"),
    "published": ("published", "date", "publish_date", "date_publish", "datetime", "التاريخ"),
    "outlet": ("outlet", "source", "publisher", "newspaper", "source_domain", "الصحيفة", "المصدر"),
    "label": ("label",),
    "url": ("url", "link"),
    "place_line": ("place_line",),
}
_MAGIC = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a Word, Excel or zip file", b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture",
    b"{\\rtf": "an RTF document", b"\xd0\xcf\x11\xe0": "an old Word or Excel document", b"\x1f\x8b": "a gzip file", b"\x7fELF": "a program", b"SQLite": "a database",
}
_SAVE_AS_TEXT = "Save its text as a plain .txt file in UTF-8"
_ARABIC_LETTER = re.compile(f"[{LETTERS}]")
_COMMON = re.compile(" (?:في|من|على|إلى|الى|أن|ان|عن|التي|الذي|مع|هذا|قال|وقال|بعد) ")
csv.field_size_limit(2**31 - 1)


class CorpusError(ValueError):
    """Articles cannot be read; the message names file, place, rule and remedy."""

    def __init__(self, path, place: str, rule: str, remedy: str):
        self.path, self.place, self.rule, self.remedy = str(path), place, rule, remedy
        super().__init__(f"{path}{', ' + place if place else ''}: {rule}. {remedy}.")


class Record(NamedTuple):
    """One article as read, before cleaning."""

    article: str
    text: str
    path: str
    place: str
    raw_sha256: str | None
    metadata: dict


def records(path: str | os.PathLike) -> Iterator[Record | tuple[str, LeftOut]]:
    """Every article under a path, in a fixed order; what cannot be read comes as (path, LeftOut).

    Raises
    ------
    CorpusError
        The path does not exist, is of an unknown kind, or is a folder without articles; a single file that cannot be read.
    """
    path = Path(path)
    if path.is_dir():
        yield from _folder(path)
        return
    if not path.exists():
        raise CorpusError(path, "", "there is no such file or folder", "Check the spelling, or give the full path")
    if path.suffix.lower() not in kinds:
        raise CorpusError(path, "", f"files ending in {path.suffix or 'nothing'!r} are not read", f"Give a folder or a file ending in {', '.join(kinds)}")
    yield from _file(os.fspath(path), path.name, path.suffix.lower())


def _folder(folder: Path) -> Iterator[Record | tuple[str, LeftOut]]:
    names = sorted(_names(folder))
    endings = {name: os.path.splitext(name)[1].lower() for name in names}
    texts = [name for name in names if endings[name] == ".txt"]
    tables = [name for name in names if endings[name] in kinds and endings[name] != ".txt" and os.path.basename(name) != "articles.csv"]
    if not texts and not tables:
        rule = "the folder is empty" if not names else f"the folder holds no articles (only {', '.join(names[:3])} …)"
        raise CorpusError(folder, "", rule, f"Put one article a file ending in .txt into it, or a table ending in {', '.join(kinds[1:])}")
    wanted = frozenset(texts or tables)
    for name in names:
        if name in wanted:
            try:
                yield from _file(os.path.join(folder, name), name, endings[name])
            except CorpusError as error:
                yield error.path, LeftOut("unreadable", error.place or "whole file", "", error.rule, error.remedy)
        elif not (endings[name] == ".md" or os.path.basename(name) == "articles.csv"):
            yield os.path.join(folder, name), LeftOut("other_file", "whole file", "", "is not read: its kind is not that of the articles in this folder", "Load it by its own path")


def _names(folder: Path) -> Iterator[str]:
    """Paths of all files below a folder, relative to it, with / between; hidden files and open spreadsheets' lock files left aside."""
    top = os.fspath(folder)
    for where, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = os.path.relpath(where, top).replace(os.sep, "/")
        prefix = "" if inside == "." else f"{inside}/"
        yield from (prefix + name for name in files if not name.startswith((".", "~$")))


def _file(file: str, name: str, kind: str) -> Iterator[Record | tuple[str, LeftOut]]:
    if kind == ".parquet":
        yield from _parquet(file)
        return
    try:
        with open(file, "rb") as stream:
            raw = stream.read()
    except PermissionError:
        raise CorpusError(file, "", "may not be read (no permission)", "Change its permissions, or copy it to your own folder") from None
    except OSError as error:
        raise CorpusError(file, "", f"cannot be read ({error.strerror})", "Check the file") from None
    if kind == ".txt":
        yield Record(name[: -len(kind)], decode(raw, file), file, "whole file", hashlib.sha256(raw).hexdigest(), {})
    elif kind in (".csv", ".tsv"):
        yield from _csv(decode(raw, file), file)
    else:
        yield from _jsonl(decode(raw, file), file)


def decode(raw: bytes, path="bytes") -> str:
    """Bytes as text: UTF-8 (with or without BOM), UTF-16, Windows-1256 or ISO-8859-6.

    UTF-8 is tried first and cannot be mistaken; the others are told apart by which gives readable Arabic.

    Raises
    ------
    CorpusError
        A binary file, or bytes that are Arabic text in none of these encodings.
    """
    for magic, what in _MAGIC.items():
        if raw.startswith(magic):
            raise CorpusError(path, "first bytes", f"is {what}, not text", _SAVE_AS_TEXT)
    for bom, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if raw.startswith(bom):
            return _strictly(raw, encoding, path)
    if b"\x00" in raw[:65536]:
        return _utf16_without_bom(raw, path)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(raw, path, error)


def _strictly(raw: bytes, encoding: str, path) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise CorpusError(path, f"line {line}, byte {error.start}", f"is marked as {encoding} and holds bytes that are not ({error.reason})", "Save it again as UTF-8") from None


def _utf16_without_bom(raw: bytes, path) -> str:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _readable(text):
            return text
    raise CorpusError(path, f"byte {raw.find(0)}", "is a binary file (it holds NUL bytes), not text", _SAVE_AS_TEXT)


def _readable(text: str) -> bool:
    sample = text[:20000]
    letters = len(_ARABIC_LETTER.findall(sample))
    odd = sum(character < " " and character not in "\r\n\t" or character == "\ufffd" for character in sample)
    visible = sum(not character.isspace() for character in sample)
    return odd <= len(sample) * 0.002 and letters >= visible * 0.4


def _is_utf8_misread(text: str) -> bool:
    """Whether this is UTF-8 read as Windows-1256: every Arabic letter then begins with \u0637 or \u0638."""
    sample = text[:20000]
    return sample.count("\u0637") + sample.count("\u0638") > 0.25 * len(_ARABIC_LETTER.findall(sample))


def _legacy(raw: bytes, path, error: UnicodeDecodeError) -> str:
    """Windows-1256 or ISO-8859-6, whichever charset-normalizer finds the likelier and a reader of Arabic would accept."""
    candidates = []
    for encoding in ("cp1256", "iso8859_6"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _readable(text) and not _is_utf8_misread(text):
            candidates.append((len(_COMMON.findall(text[:200000])), encoding == "cp1256", text))
    if candidates:
        return max(candidates, key=lambda candidate: candidate[:2])[2]
    line = raw[: error.start].count(b"\n") + 1
    if len(_ARABIC_LETTER.findall(raw.decode("utf-8", "ignore"))) > 0.2 * len(raw) / 2:
        raise CorpusError(path, f"line {line}, byte {error.start}", "is UTF-8 but for broken bytes here", "Fetch or save it again; part of it was lost or overwritten")
    import charset_normalizer

    best = charset_normalizer.from_bytes(raw[:200000]).best()
    if best is not None and best.encoding not in ("utf_8", "ascii") and _readable(str(best)):
        try:
            return raw.decode(best.encoding)
        except UnicodeDecodeError:
            pass
    raise CorpusError(path, f"line {line}, byte {error.start}", "is not Arabic text in UTF-8, UTF-16, Windows-1256 or ISO-8859-6", "Open it where it reads well and save it as UTF-8")


def _column(names, wanted) -> str | None:
    by_name = {str(name).strip().casefold(): name for name in names if name is not None}
    return next((by_name[name.casefold()] for name in wanted if name.casefold() in by_name), None)


def _row_records(rows: Iterator[tuple[str, dict]], names, path: str) -> Iterator[Record | tuple[str, LeftOut]]:
    """Articles from (place, row) pairs of a table with these column names."""
    text_column = _column(names, TEXT_COLUMNS)
    if text_column is None:
        raise CorpusError(path, "header", f"no text column: found {', '.join(map(str, names)) or 'nothing'}", f"Name the column with the articles' text {TEXT_COLUMNS[0]!r}")
    id_column = _column(names, ID_COLUMNS)
    fields = {field: _column(names, wanted) for field, wanted in _COLUMN_NAMES.items()}
    for number, (place, row) in enumerate(rows):
        article = row.get(id_column) if id_column else None
        article = str(article).strip() if article is not None and article == article and str(article).strip() else f"{os.path.splitext(os.path.basename(path))[0]}-{number + 1}"
        text = row.get(text_column)
        metadata = {field: row.get(column) for field, column in fields.items() if column is not None}
        yield Record(article, text if isinstance(text, str) else "", path, place, None, metadata)


def _csv(text: str, path: str) -> Iterator[Record | tuple[str, LeftOut]]:
    first = text[: text.find("\n") if "\n" in text else len(text)]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = [name.strip() for name in next(reader, [])]

    def rows():
        start = reader.line_num + 1
        try:
            for cells in reader:
                if cells:
                    yield f"line {start}", dict(zip(names, cells))
                start = reader.line_num + 1
        except csv.Error as error:
            raise CorpusError(path, f"line {reader.line_num}", f"is not well-formed CSV ({error})", "Check the double quotes there") from None

    yield from _row_records(rows(), names, path)


def _jsonl(text: str, path: str) -> Iterator[Record | tuple[str, LeftOut]]:
    rows, problems, names = [], [], {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            at = f", character {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
            problems.append((path, LeftOut("unreadable", f"line {number}{at}", line.strip(), f"is not JSON ({getattr(error, 'msg', error)})",
                                                "Write one JSON object a line")))
            continue
        if not isinstance(row, dict):
            problems.append((path, LeftOut("unreadable", f"line {number}", line.strip(), "is no JSON object", 'Write {"text": "…"} a line')))
            continue
        rows.append((f"line {number}", row))
        names.update(dict.fromkeys(row))
    if not rows:
        if problems:
            item = problems[0][1]
            raise CorpusError(path, item.place, item.reason, item.remedy)
        raise CorpusError(path, "", "is empty", "Write one JSON object a line")
    yield from problems
    yield from _row_records(iter(rows), list(names), path)


def _parquet(file: str) -> Iterator[Record | tuple[str, LeftOut]]:
    import pandas as pd

    try:
        frame = pd.read_parquet(file)
    except PermissionError:
        raise CorpusError(file, "", "may not be read (no permission)", "Change its permissions, or copy it to your own folder") from None
    except Exception as error:  # pyarrow raises several kinds for a file that is no Parquet
        raise CorpusError(file, "", f"is not a Parquet file ({str(error).splitlines()[0]})", "Write it again with DataFrame.to_parquet") from None
    names = list(frame.columns)
    rows = ((f"row {number}", dict(zip(names, values))) for number, values in enumerate(frame.itertuples(index=False, name=None), 1))
    yield from _row_records(rows, names, file)
