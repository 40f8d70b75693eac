"""lexicon: knowledge tables are read whole or refused with file, row, column, rule and remedy."""
import pytest

from helpers import lexicon
from helpers.lexicon import Column

COLUMNS = (Column("alias", required=True, unique=True), Column("kind", "choice", allowed=("state", "group")), Column("since", "date"),
           Column("count", "integer"), Column("share", "number"), Column("sure", "boolean"), Column("other", "list"))
HEADER = "alias,kind,since,count,share,sure,other\n"


def table(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "own.csv"
    path.write_bytes(text.encode(encoding))
    return path


def read(path):
    return lexicon.read("own", path, columns=COLUMNS)


def test_rows_come_trimmed_and_numbered(tmp_path):
    rows = read(table(tmp_path, HEADER + " سوريا ,state,2016-07-15,3,0.5,yes,أ|ب\n\n\"روسيا, الاتحادية\",,,,,,\n", "utf-8-sig"))
    assert rows[0]["alias"] == "سوريا" and rows[0].number == 2
    assert rows[1]["alias"] == "روسيا, الاتحادية" and rows[1].number == 4 and rows[1]["kind"] == ""


def test_semicolons_as_spreadsheets_save_them(tmp_path):
    assert read(table(tmp_path, (HEADER + "سوريا,state,,,,,\n").replace(",", ";")))[0]["kind"] == "state"


@pytest.mark.parametrize(("text", "message"), [
    ("alias,kind\n", "own.csv, row 1, column 'since': this column is missing"),
    (HEADER.replace("other", "other,more"), "row 1, column 'more': no such column"),
    (HEADER + "a,army,,,,,\n", "row 2, column 'kind': 'army' is not allowed. Use one of: state, group"),
    (HEADER + "a,,15/7/2016,,,,\n", "row 2, column 'since': '15/7/2016' is no date. Write YYYY-MM-DD"),
    (HEADER + "a,,,many,,,\n", "column 'count': 'many' is no whole number"),
    (HEADER + "a,,,,half,,\n", "column 'share': 'half' is no number"),
    (HEADER + "a,,,,,true,\n", "column 'sure': 'true' is neither yes nor no"),
    (HEADER + "a,,,,,,x||y\n", "column 'other': 'x||y' has an empty part"),
    (HEADER + ",state,,,,,\n", "row 2, column 'alias': is empty"),
    (HEADER + "a,,,,,,\nb,,,,,,\na,,,,,,\n", "row 4, column 'alias': 'a' stands already in row 2"),
    (HEADER + "a,,,,,,,,\n", "row 2: has 9 cells where the header has 7. Put a cell that holds a comma in double quotes"),
    (HEADER + '"a,,,,,,\n', "not well-formed CSV"),
])
def test_what_is_refused(tmp_path, text, message):
    with pytest.raises(lexicon.LexiconError) as error:
        read(table(tmp_path, text))
    assert message in str(error.value)


def test_not_utf8(tmp_path):
    with pytest.raises(lexicon.LexiconError, match="row 2: is not UTF-8"):
        read(table(tmp_path, HEADER + "سوريا,,,,,,\n", "cp1256"))


def test_missing_file(tmp_path):
    with pytest.raises(lexicon.LexiconError, match="cannot be read"):
        read(tmp_path / "none.csv")
