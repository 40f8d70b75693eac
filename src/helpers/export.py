"""Tables as files that a spreadsheet opens right: CSV with a byte-order mark, .xlsx with right-to-left sheets.

A cell that a spreadsheet would run as a formula is defused; numbers, dates and missing cells keep their kind. The same table
gives the same bytes.
"""
from __future__ import annotations

import csv as _csv
import datetime
import io
import re
import zipfile
from pathlib import Path

__all__ = ["csv", "defused", "xlsx"]

# what spreadsheets take for the start of a formula, full-width signs too
_FORMULA = re.compile("[=+\\-@\t\r\n|%\uff1d\uff0b\uff0d\uff20]")
_BREAKING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = " \u00a0\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_EXCEL_CELL = 32_767
_EPOCH = (1980, 1, 1, 0, 0, 0)


def defused(text: str) -> str:
    """Text that no spreadsheet runs as a formula: an apostrophe in front where it starts like one.

    >>> defused("=HYPERLINK(1)"), defused("حلب"), defused("  +1")
    ("'=HYPERLINK(1)", 'حلب', "'  +1")
    """
    text = _BREAKING.sub("\ufffd", text)
    return f"'{text}" if _FORMULA.match(text) or _FORMULA.match(text.lstrip(_UNSEEN)) else text


def _plain(value):
    """A cell's value as Python holds it; lists joined by |, missing as None."""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple, set, frozenset)):
        return "|".join(str(item) for item in (sorted(value, key=str) if isinstance(value, (set, frozenset)) else value))
    if value is None or str(value) in ("<NA>", "NaT", "nan"):
        return None
    if hasattr(value, "to_pydatetime"):
        value = value.to_pydatetime()
    if isinstance(value, datetime.datetime):
        value = value.replace(tzinfo=None)
        return value.date() if value.time() == datetime.time() else value
    if hasattr(value, "item"):
        value = value.item()
    return value if isinstance(value, (bool, int, float, datetime.date)) else str(value)


def csv(frame, path=None) -> bytes:
    """A table as CSV that Excel opens: UTF-8 with byte-order mark, formulas defused.

    Parameters
    ----------
    frame : pandas.DataFrame
    path : path, optional
        Where to write; folders are made.

    Returns
    -------
    bytes
        What is (or would be) in the file. Missing cells are empty, days are YYYY-MM-DD, lists are joined by |.

    Examples
    --------
    >>> import pandas as pd
    >>> csv(pd.DataFrame({"المكان": ["=1+1"], "القتلى": [3]})).decode("utf-8-sig")
    "المكان,القتلى\\r\\n'=1+1,3\\r\\n"
    """
    stream = io.StringIO(newline="")
    writer = _csv.writer(stream)
    writer.writerow([defused(str(name)) for name in frame.columns])
    for record in frame.itertuples(index=False, name=None):
        writer.writerow([_csv_cell(value) for value in record])
    content = stream.getvalue().encode("utf-8-sig")
    if path is not None:
        path = Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return content


def _csv_cell(value):
    value = _plain(value)
    if value is None:
        return ""
    if isinstance(value, str):
        return defused(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value.isoformat(sep=" ") if isinstance(value, datetime.datetime) else value


def xlsx(tables, path, *, lang: str = "ar") -> Path:
    """Tables as an Excel workbook, a sheet each, laid out from right to left.

    Parameters
    ----------
    tables : pandas.DataFrame or dict of str to DataFrame
        One table, or several by sheet name.
    path : path
        Where to write; folders are made.
    lang : {"ar", "en"}
        "ar" lays the sheets out from right to left, "en" from left to right.

    Returns
    -------
    pathlib.Path

    Raises
    ------
    ValueError
        No table, or two sheet names that Excel takes for one.
    """
    from openpyxl import Workbook

    if lang not in ("ar", "en"):
        raise ValueError(f'language {lang!r} is not known: use "ar" or "en"')
    if hasattr(tables, "columns"):
        tables = {"الجدول" if lang == "ar" else "table": tables}
    if not tables:
        raise ValueError("no table was given: a workbook needs one sheet at least")
    book = Workbook()
    book.remove(book.active)
    taken: set[str] = set()
    for name, frame in tables.items():
        title = _sheet_name(str(name))
        if title.casefold() in taken:
            raise ValueError(f"the sheet name {title!r} stands twice: Excel tells names apart by their first 31 characters, whatever their case")
        taken.add(title.casefold())
        _fill(book.create_sheet(title), frame, lang == "ar")
    book.properties.created = book.properties.modified = datetime.datetime(*_EPOCH)
    book.properties.creator = "arabic-news-notebooks"
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    stream = io.BytesIO()
    book.save(stream)
    path.write_bytes(_timeless(stream))
    return path


def _sheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", name).strip().strip("'")[:31] or "table"


def _fill(sheet, frame, rtl: bool) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.sheet_view.rightToLeft = rtl
    sheet.freeze_panes = "A2"
    order = 2 if rtl else 1
    body = Alignment(readingOrder=order, horizontal="right" if rtl else "left", vertical="top", wrap_text=True)
    widths = []
    for at, name in enumerate(frame.columns, 1):
        _put(sheet, 1, at, str(name), body).font = Font(bold=True)
        widths.append(len(str(name)))
    for row, record in enumerate(frame.itertuples(index=False, name=None), 2):
        for at, value in enumerate(record, 1):
            cell = _put(sheet, row, at, _plain(value), body)
            widths[at - 1] = max(widths[at - 1], min(60, len(str(cell.value)) if cell.value is not None else 0))
    for at, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(at)].width = max(8, min(62, width + 2))
    if widths:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{max(1, len(frame) + 1)}"


def _put(sheet, row: int, column: int, value, alignment):
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        value = _BREAKING.sub("\ufffd", value)
        if len(value) > _EXCEL_CELL:
            value = value[: _EXCEL_CELL - 1] + "…"  # what Excel holds in one cell
        cell.value = value
        cell.data_type = "s"  # text, whatever it starts with
        cell.quotePrefix = bool(_FORMULA.match(value))
        cell.alignment = alignment
    elif isinstance(value, float) and (value in (float("inf"), float("-inf"))):
        cell.value = str(value)
    else:
        cell.value = value
    return cell


def _timeless(stream: io.BytesIO) -> bytes:
    """The same archive with one date in all its entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", content)
            target.writestr(entry, content)
    return out.getvalue()
