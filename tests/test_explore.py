"""explore: filters, bars, rows, reasons and exports, without a browser; what a browser shows is tested in test_browser.py."""
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).parent))
import explored  # noqa: E402

from helpers import corpus, explore, words  # noqa: E402
from helpers.explore import views  # noqa: E402
from helpers.explore.controls import Panel  # noqa: E402

HOSTILE = '<script>alert(1)</script> <img src=x onerror=alert(2)> \u202eقتل 3 جنود\u2066 & "\'=1+1'


@pytest.fixture(scope="module")
def tables():
    return explored.tables(30)


@pytest.fixture(scope="module")
def seeds():
    return explore.prepare(corpus.load(corpus.SEEDS))


def test_no_filter_lets_everything_through(tables):
    chosen = explore.select(tables)
    assert (len(chosen.articles), len(chosen.reports), len(chosen.events), len(chosen.mentions)) == (30, 90, 90, 30)


def test_filters_by_hand(tables):
    # art0000 is of 1 July, one article a day
    assert explore.select(tables, since="2016-07-03", until="2016-07-04").articles["article"].tolist() == ["art0002", "art0003"]
    assert len(explore.select(tables, outcomes=["killed"]).reports) == 30
    assert len(explore.select(tables, sources=["الدفاع المدني"]).reports) == 60
    assert len(explore.select(tables, sources=["(the article itself)"]).reports) == 30
    by_actor = explore.select(tables, actors=["actor7"])
    assert by_actor.articles["article"].tolist() == ["art0007"] and len(by_actor.reports) == 3 and len(by_actor.mentions) == 1
    both = explore.select(tables, articles=["art0001", "art0002"], outcomes="injured")
    assert len(both.reports) == 4 and len(both.events) == 4 and set(both.reports["article"]) == {"art0001", "art0002"}


def test_dates_without_a_date_of_publication(tables):
    undated = explore.Tables(tables.articles.assign(published=pd.NaT), tables.reports, tables.events, tables.mentions)
    assert explore.select(undated, since="2016-01-01").articles.empty
    assert len(explore.select(undated).articles) == 30


def test_bars_by_hand(tables):
    bars = explore.select(tables, articles=["art0000", "art0001"]).bars("outcomes").set_index("group")
    # injured 11 + 11 and 12 + 12; killed 3 and 4, both without an upper bound
    assert bars.loc["injured", ["value", "shown", "rows"]].tolist() == [46, "46", 4]
    assert bars.loc["killed", ["value", "shown", "rows"]].tolist() == [7, "≥ 7", 2]
    assert explore.select(tables).bars("sources")["value"].tolist() == [60, 30]
    days = explore.select(tables).bars("days")
    assert days["group"].tolist() == sorted(days["group"]) and days["value"].sum() == 90
    with pytest.raises(ValueError, match="no view"):
        explore.select(tables).bars("moods")


def test_an_outcome_without_numbers_is_no_zero(tables):
    vague = explore.Tables(tables.articles, tables.reports, tables.events.assign(low=pd.NA, high=pd.NA), tables.mentions)
    assert explore.select(vague).bars("outcomes")["shown"].tolist() == ["?", "?"]


def test_every_bar_leads_to_as_many_rows_as_it_says(seeds):
    chosen = explore.select(seeds)
    for view in explore.VIEWS:
        bars = chosen.bars(view)
        assert bars["rows"].sum() == len(chosen.rows(view))
        for bar in bars.itertuples():
            assert len(chosen.rows(view, bar.group)) == bar.rows
    with pytest.raises(ValueError, match="no bar"):
        chosen.rows("outcomes", "bored")


def test_every_row_leads_back_to_its_words(seeds):
    for frame in (seeds.reports, seeds.mentions):
        for row in frame.to_dict("records"):
            assert seeds.text(row["article"])[row["start"] : row["end"]] == row["quote"]
            start, end = views.sentence_span(seeds.text(row["article"]), row["start"], row["end"])
            assert start <= row["start"] and row["end"] <= end


def test_code_makes_the_same_rows(tables):
    panel = Panel(tables)
    panel.choose("sources", "الدفاع المدني", outcomes=["injured"], since="2016-07-05", until="2016-07-10", actors=["actor5", "actor6"])
    again = eval(panel.code, {"explore": explore, "tables": tables})
    assert again.equals(panel.rows) and len(again) == 2
    assert panel.code == ("explore.select(tables, since='2016-07-05', until='2016-07-10', actors=['actor5', 'actor6'], "
                          "outcomes=['injured']).rows('sources', 'الدفاع المدني')")


def test_click_on_a_bar_and_on_a_row(tables):
    panel = Panel(tables)
    panel._bars[1][1].click()
    assert panel.group == "killed" and len(panel._list.options) == 30 and "▸" in panel._bars[1][1].description
    panel._list.value = 4
    assert "7 جنود" in panel._sentence.value and "خبر 5" in panel._article.value
    assert "verb and count" in panel._why.value and "قتل" in panel._why.value
    panel._bars[1][1].click()
    assert panel.group is None and len(panel._list.options) == 90


def test_why_tells_merges_and_parts(seeds):
    repeat = seeds.reports[seeds.reports["relation"] == "repeat"].iloc[0].to_dict()
    why = views.why(repeat, seeds)
    assert "told also" in why and "repeat" in why
    part = seeds.reports[seeds.reports["part_of"].notna()].iloc[0].to_dict()
    assert "never added to it" in views.why(part, seeds)


def test_bars_turn_pages_and_say_how_many(tables):
    panel = Panel(tables)
    panel.choose("actors")
    assert sum(line.layout.display == "flex" for line in panel._lines) == 12 and "page 1 of 3" in panel._title.value
    panel._later.click()
    panel._later.click()
    panel._later.click()
    assert "page 3 of 3" in panel._title.value and sum(line.layout.display == "flex" for line in panel._lines) == 6


def test_nothing_selected(tables):
    panel = Panel(tables)
    panel.choose(since="2030-01-01")
    assert "Nothing in the selection" in panel._title.value and panel._list.options == () and panel._article.value == ""
    assert panel._still() and repr(panel)
    panel._clear()
    assert len(panel.rows) == 90


def test_nothing_at_all():
    panel = Panel(explored.tables(0))
    for view in explore.VIEWS:
        panel.choose(view)
        assert len(panel.rows) == 0
    empty = explore.prepare(corpus.load(corpus.SEEDS).head(0))
    assert len(empty.reports) == 0 and Panel(empty)


def test_hostile_text_stays_text():
    frame = explored.tables(2, text=HOSTILE)
    hostile = explore.Tables(frame.articles.assign(label=HOSTILE), frame.reports.assign(source=HOSTILE, victims=HOSTILE, quote=HOSTILE[:20]), frame.events,
                             frame.mentions.assign(name_ar=HOSTILE))
    panel = Panel(hostile)
    for view in explore.VIEWS:
        panel.choose(view)
        shown = [panel._sentence.value, panel._why.value, panel._article.value, panel._title.value, panel._still(), *(name.value for name, _ in panel._bars)]
        for markup in shown:
            assert "<script" not in markup and "<img" not in markup and "\u202e" not in markup and "\u2066" not in markup
        assert not any("\u202e" in label for label, _ in panel._list.options)


def test_an_article_of_fifty_thousand_words():
    text = "قالت دمشق إن الهدنة ستبدأ غدا. " * 8_000 + "قتل 3 جنود قرب السوق."
    panel = Panel(explored.tables(1, text=text))
    assert len(panel._article.value) < 200_000 and "of 248,021" in panel._article.value and "3 جنود" in panel._sentence.value
    panel._whole.value = True
    assert "ستبدأ غدا" in panel._article.value and len(panel._article.value) > 240_000


def test_export(tables, tmp_path):
    panel = Panel(tables, folder=tmp_path)
    panel.choose("outcomes", "killed")
    for button in ("csv", "xlsx", "figure"):
        panel._save(button)
        assert "Saved" in panel._message.value
    rows, figure = sorted(tmp_path.glob("*.csv"), key=lambda path: "figure" in path.name)
    assert rows.read_bytes().startswith(b"\xef\xbb\xbf") and len(pd.read_csv(rows)) == 30
    assert len(pd.read_csv(figure)) == 2, "the figure's own table holds its bars"
    (note,) = tmp_path.glob("*.txt")
    assert note.read_text(encoding="utf-8").strip() == panel.code
    (book,) = tmp_path.glob("*.xlsx")
    sheets = openpyxl.load_workbook(book)
    assert sheets.sheetnames == ["rows", "events", "articles", "selection"] and sheets["rows"].sheet_view.rightToLeft
    assert sheets["rows"].max_row == 31 and sheets["selection"]["A2"].value == panel.code
    assert list(tmp_path.glob("*.png"))


def test_export_where_nothing_can_be_written(tables, tmp_path):
    (tmp_path / "file").write_text("")
    panel = Panel(tables, folder=tmp_path / "file" / "inside")
    panel._save("csv")
    assert "Not saved" in panel._message.value


def test_progress_is_told(monkeypatch):
    steps = []
    articles = pd.concat([corpus.load(corpus.SEEDS)] * 11, ignore_index=True)
    articles["article"] = [f"x{at}" for at in range(len(articles))]
    explore.prepare(articles, progress=lambda done, of: steps.append((done, of)))
    assert steps == [(25, 55), (50, 55), (55, 55)]


def test_prepared_in_parts_as_in_one(seeds):
    assert seeds.reports["event"].notna().any() and set(seeds.reports["relation"]) >= {"first", "repeat"}
    assert seeds.events["event"].isin(seeds.reports["event"]).all()


def test_kwic_shows_right_to_left_and_escapes():
    articles = pd.DataFrame({"article": ["a"], "label": [HOSTILE], "text": ["<b> هدنة \u202e</b> بعد الحرب"]})
    shown = explore.kwic(words.concordance(articles, "هدنة"), articles)._repr_html_()
    assert 'dir="rtl"' in shown and "<b>" not in shown and "<script" not in shown and "\u202e" not in shown
    assert "Not said" in str(explore.kwic(words.concordance(articles, "غائب")))
