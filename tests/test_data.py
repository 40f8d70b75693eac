"""data/: every table is described in data/README.md, passes its own rules, and opens in a spreadsheet."""
import csv
import re
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest

from helpers import corpus, lexicon, report

DATA = lexicon.data_folder()
HEADER = ["column", "type", "unit", "allowed values", "missing means", "meaning"]
CURATED = sorted(path for path in DATA.rglob("*.csv") if "derived" not in path.parts)


def described() -> dict[str, list[list[str]]]:
    """Section → its table's rows, from data/README.md."""
    sections = {}
    for section in re.split(r"^## ", (DATA / "README.md").read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, _, body = section.partition("\n")
        rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]] for line in body.split("\n") if line.startswith("|")]
        for name in re.findall(r"[\w/]+\.csv", title):
            sections[name] = rows
    return sections


SECTIONS = described()


@pytest.fixture(scope="module")
def derived():
    return report.derive(corpus.load(corpus.SEEDS))


@pytest.mark.parametrize("path", CURATED, ids=lambda path: path.relative_to(DATA).as_posix())
def test_curated_table_is_described_column_by_column(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        columns = next(csv.reader(stream))
    rows = SECTIONS.get(path.relative_to(DATA).as_posix())
    assert rows, f"data/README.md has no section ## {path.relative_to(DATA).as_posix()}"
    assert rows[0] == HEADER
    assert [row[0].strip("`") for row in rows[2:]] == columns
    assert all(row[1] and row[5] for row in rows[2:]), "every column needs a type and a meaning"


@pytest.mark.parametrize("path", CURATED, ids=lambda path: path.relative_to(DATA).as_posix())
def test_curated_table_opens_in_a_spreadsheet(path):
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "spreadsheets read Arabic right only with a byte-order mark: save as CSV UTF-8"
    assert b"\r" not in raw
    with path.open(encoding="utf-8-sig", newline="") as stream:
        widths = {len(row) for row in csv.reader(stream) if row}
    assert len(widths) == 1


def test_every_knowledge_table_passes_its_rules():
    import pkgutil

    import helpers

    for module in pkgutil.walk_packages(helpers.__path__, "helpers."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    assert lexicon.TABLES
    for name in lexicon.TABLES:
        assert lexicon.read(name), name


def test_every_derived_table_is_described_column_by_column(derived):
    for name, table in derived.items():
        rows = SECTIONS.get(f"derived/{name}.csv")
        assert rows, f"data/README.md has no section ## derived/{name}.csv"
        assert rows[0] == HEADER
        assert [row[0].strip("`") for row in rows[2:]] == list(table.columns), name


TYPES = {"text": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "datetime64"}


def test_derived_columns_have_the_types_described(derived):
    for name, table in derived.items():
        for row in SECTIONS[f"derived/{name}.csv"][2:]:
            column, kind = row[0].strip("`"), row[1].split(",")[0].split(":")[0]
            dtype = str(table[column].dtype)
            if kind in TYPES:
                assert dtype.startswith(TYPES[kind]) or (kind == "number" and dtype.startswith("float")), f"{name}.{column}: {dtype}"


def test_every_row_leads_back_to_its_quote(derived):
    texts = corpus.load(corpus.SEEDS).set_index("article")["text"]
    for name, table in derived.items():
        if {"article", "start", "end", "quote"} <= set(table.columns):
            for row in table.itertuples():
                assert texts[row.article][row.start : row.end] == row.quote, f"{name}: {row}"


def test_no_table_is_described_that_is_not_there(derived):
    there = {path.relative_to(DATA).as_posix() for path in CURATED} | {f"derived/{name}.csv" for name in derived}
    assert set(SECTIONS) == there


def test_paths_in_tables_name_no_machine(derived):
    for table in derived.values():
        for column in table.select_dtypes(include=["string", "object"]):
            values = table[column].dropna().astype(str)
            assert not values.str.startswith(str(Path.home())).any() and not values.str.contains(str(lexicon.project_folder()), regex=False).any()


def test_dates_of_articles_are_dates():
    assert pd.to_datetime([row["published"] for row in lexicon.read("articles")]).is_unique
