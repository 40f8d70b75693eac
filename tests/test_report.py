"""The main job on a corpus of one's own: every notebook runs, the report reads offline, two runs give the same bytes."""
import hashlib
import re

import pytest

from helpers import corpus
from helpers.report import __main__ as command
from helpers.report import pages, tables

CALM = "افتتح وزير الثقافة أمس معرض الكتاب في العاصمة، وقال إن أربعين دار نشر تشارك فيه هذا العام. ويستمر المعرض عشرة أيام."
GRIM = "قتل ثلاثة جنود وأصيب سبعة آخرون في هجوم على حاجز شمال المدينة أمس، وفق ما أفاد مصدر أمني. وقال مسؤول إن 20 شخصا على الأقل نزحوا."


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """A report on two articles that are not the seeds."""
    folder, out = tmp_path_factory.mktemp("own"), tmp_path_factory.mktemp("report")
    (folder / "calm.txt").write_text(CALM, encoding="utf-8")
    (folder / "grim.txt").write_text(GRIM, encoding="utf-8")
    (folder / "articles.csv").write_text("article,published,outlet\ncalm,2020-03-01,الغد\ngrim,2020-03-02,\n", encoding="utf-8")
    assert command.report(str(folder), out) == 0
    return out


def test_a_page_for_every_notebook(own):
    assert {path.stem for path in pages.notebooks()} < {path.stem for path in own.glob("*.html")}
    index = (own / "index.html").read_text(encoding="utf-8")
    for path in pages.notebooks():
        assert f'href="{path.stem}.html"' in index


def test_pages_need_no_network(own):
    for page in own.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<script|<link|@import|url\(\s*['\"]?http", text, re.I), page.name
        assert not re.search(r"<(?:img|iframe|object|embed|video|audio|source)\b[^>]*(?:src|data)=['\"]?http", text, re.I), page.name


def test_links_lead_somewhere(own):
    for page in own.rglob("*.html"):
        for target in re.findall(r'(?:href|src)="([^"#:]+)(?:#[^"]*)?"', page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists() or target.endswith(".ipynb"), f"{page.name}: {target}"


def test_nothing_of_the_seeds_is_said_about_other_articles(own):
    for page in own.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "000_4ee9741d159a0f0b" not in text and "16 July" not in text, page.name


def test_tables_hold_the_reports(own):
    text = (own / "tables" / "reports.csv").read_text(encoding="utf-8-sig")
    assert "grim" in text and "ثلاثة جنود" in text
    assert {path.stem for path in (own / "tables").glob("*.csv")} == set(tables.derive(corpus.load(corpus.SEEDS)))


def test_figures_are_complete(own):
    figures = own / "figures"
    stems = {path.stem for path in figures.glob("*.png")}
    assert stems
    for stem in stems:
        for ending in (".svg", ".pdf", ".csv"):
            assert (figures / f"{stem}{ending}").exists(), stem + ending


def test_bad_corpus_is_told_in_one_line(tmp_path, capsys):
    assert command.main(["--corpus", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")]) == 2
    message = capsys.readouterr().err
    assert "CorpusError" in message and "no such file or folder" in message and "Traceback" not in message


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir()) if path.is_file()}


def test_tables_are_the_same_bytes_again(tmp_path):
    articles = corpus.load(corpus.SEEDS)
    tables.write(tables.derive(articles), tmp_path / "one")
    tables.write(tables.derive(corpus.load(corpus.SEEDS)), tmp_path / "two")
    assert digests(tmp_path / "one") == digests(tmp_path / "two")
