"""Tables for spreadsheets: opened right, right to left, and running no formula."""
import io
import zipfile

import pandas as pd
import pytest
from hypothesis import given, settings, strategies

from helpers import export

FRAME = pd.DataFrame({
    "المكان": pd.array(["حلب", "=HYPERLINK(\"http://x\")", None], dtype="string"),
    "القتلى": pd.array([15, None, 1250], dtype="Int64"),
    "نسبة": [0.5, float("nan"), -3.25],
    "يوم": [pd.Timestamp("2016-07-15"), pd.NaT, pd.Timestamp("2016-07-16 10:30")],
    "مصادر": [["أ", "ب"], [], ["ج"]],
})


def test_csv_is_what_excel_opens():
    content = export.csv(FRAME)
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[0] == "المكان,القتلى,نسبة,يوم,مصادر"
    assert lines[1] == "حلب,15,0.5,2016-07-15,أ|ب"
    assert lines[2] == '"\'=HYPERLINK(""http://x"")",,,,'
    assert lines[3] == ",1250,-3.25,2016-07-16 10:30:00,ج"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u200f=1", "\ufeff=1", "＝1+1", "＋1", "－1", "＠x", "|cmd", "%0A"])
def test_formulas_are_defused(text):
    assert export.defused(text).startswith("'")


@pytest.mark.parametrize("text", ["حلب", "a=b", "5-3", "(=1)", "", "'quoted", "«-»"])
def test_other_text_is_left_alone(text):
    assert export.defused(text) == text


def test_headings_are_defused_too():
    assert export.csv(pd.DataFrame({"=cmd()": [1]})).decode("utf-8-sig").startswith("'=cmd()")


@given(strategies.lists(strategies.text(max_size=30), min_size=1, max_size=5))
@settings(max_examples=200, deadline=None)
def test_csv_keeps_any_text_and_runs_none(texts):
    import csv

    read = list(csv.reader(io.StringIO(export.csv(pd.DataFrame({"t": texts})).decode("utf-8-sig"), newline="")))
    cells = [row[0] if row else "" for row in read[1:]]
    assert len(cells) == len(texts)
    assert all(cell == export.defused(text) for cell, text in zip(cells, texts))
    assert not any(cell[:1] in "=+-@\t\r\n" and cell for cell in cells)


def test_workbook_is_right_to_left_and_typed(tmp_path):
    from openpyxl import load_workbook

    path = export.xlsx({"القتلى": FRAME, "Second": pd.DataFrame({"a": [True]})}, tmp_path / "new" / "book.xlsx")
    book = load_workbook(path)
    assert book.sheetnames == ["القتلى", "Second"]
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    sheet = book["القتلى"]
    assert sheet["A3"].value == '=HYPERLINK("http://x")' and sheet["A3"].data_type == "s" and sheet["A3"].quotePrefix
    assert sheet["B2"].value == 15 and sheet["B3"].value is None and sheet["C4"].value == -3.25
    assert sheet["D2"].value.year == 2016 and sheet["E2"].value == "أ|ب"
    assert sheet["A2"].alignment.readingOrder == 2 and sheet.freeze_panes == "A2" and sheet["A1"].font.bold
    english = load_workbook(export.xlsx(FRAME, tmp_path / "en.xlsx", lang="en"))
    assert not english.active.sheet_view.rightToLeft


def test_no_formula_is_in_the_workbook(tmp_path):
    path = export.xlsx(FRAME, tmp_path / "book.xlsx")
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_a_second_workbook_has_the_same_bytes(tmp_path):
    one, other = export.xlsx(FRAME, tmp_path / "1.xlsx"), export.xlsx(FRAME, tmp_path / "2.xlsx")
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_excel_cannot_hold_is_mended_or_refused(tmp_path):
    from openpyxl import load_workbook

    frame = pd.DataFrame({"t": ["س" * 40_000, "a\x00b\ud800", pd.Timestamp("2016-01-01", tz="UTC"), float("inf")]}, dtype=object)
    sheet = load_workbook(export.xlsx({"a[b]:*?/\\" + "ط" * 40: frame}, tmp_path / "x.xlsx")).active
    assert len(sheet["A2"].value) == 32_767 and sheet["A2"].value.endswith("…")
    assert sheet["A3"].value == "a\ufffdb\ufffd" and sheet["A5"].value == "inf" and len(sheet.title) <= 31
    with pytest.raises(ValueError, match="stands twice"):
        export.xlsx({"a": FRAME, "A": FRAME}, tmp_path / "y.xlsx")
    with pytest.raises(ValueError, match="one sheet at least"):
        export.xlsx({}, tmp_path / "z.xlsx")
    with pytest.raises(ValueError, match='use "ar" or "en"'):
        export.xlsx(FRAME, tmp_path / "z.xlsx", lang="fr")


def test_empty_tables_keep_their_headings(tmp_path):
    from openpyxl import load_workbook

    assert export.csv(FRAME[:0]).decode("utf-8-sig") == "المكان,القتلى,نسبة,يوم,مصادر\r\n"
    assert load_workbook(export.xlsx(FRAME[:0], tmp_path / "x.xlsx")).active["A1"].value == "المكان"
