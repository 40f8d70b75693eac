"""Notebook 06 in a real browser: JupyterLab runs it, a mouse and a keyboard use the panel, and what is shown is right, right to left included."""
import sys
from pathlib import Path

import nbformat
import pytest

sys.path.insert(0, str(Path(__file__).parent))
import browser  # noqa: E402

from helpers import corpus, explore, lexicon  # noqa: E402

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browser.CHROMIUM is None, reason="no Chromium is installed (Debian: apt-get install chromium)"),
]
NOTEBOOK = "06_explore.ipynb"
CHANGED = """([selector, before]) => { const found = document.querySelector(selector); return found && found.textContent !== before }"""
SETTLED = """() => new Promise(done => {
    let last = null, same = 0
    const look = () => {
        const now = document.querySelector(".explore").innerHTML
        same = now === last ? same + 1 : 0
        last = now
        same >= 3 ? done(true) : setTimeout(look, 80)
    }
    look()
})"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Notebook 06, run in JupyterLab, on a copy of it without the cells on the seeds (test_notebooks.py runs those)."""
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed (make test installs it)")
    folder, home = tmp_path_factory.mktemp("notebooks"), tmp_path_factory.mktemp("home")
    notebook = nbformat.read(lexicon.project_folder() / "notebooks" / NOTEBOOK, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if "seeds" not in cell.metadata.get("tags", [])]
    for cell in notebook.cells:
        if cell.cell_type == "code":  # kept counts would look as if the cells had run
            cell.outputs, cell.execution_count = [], None
    nbformat.write(notebook, folder / NOTEBOOK)
    environment = {"CORPUS": str(corpus.SEEDS), "REPORTS": str(folder / "reports")}
    with browser.lab(folder, home, environment) as address, browser.page() as opened:
        browser.open_notebook(opened, address, NOTEBOOK)
        browser.run_all(opened)
        opened.wait_for_selector(".explore .explore-bar:visible")
        opened.reports = folder / "reports"
        yield opened


@pytest.fixture(scope="module")
def tables():
    return explore.prepare(corpus.load(corpus.SEEDS))


def text(page, selector):
    return page.locator(selector).first.inner_text()


def code(page):
    return text(page, ".explore code")


def act(page, do, selector=".explore code"):
    """Do something and wait until what `selector` shows has changed."""
    before = page.locator(selector).first.text_content()
    do()
    page.wait_for_function(CHANGED, arg=[selector, before])
    page.evaluate(SETTLED)


def press_view(page, name):
    page.locator(".explore .widget-toggle-buttons button", has_text=name).first.click()


def bars(page):
    return page.locator(".explore .explore-bar:visible")


def rows(page):
    return page.locator(".explore .widget-select:not(.widget-select-multiple) select").last


def options(page):
    return rows(page).locator("option")


@pytest.fixture(autouse=True)
def afresh(page):
    """Each test starts from everything, by outcome, no bar chosen."""
    if code(page) != "explore.select(tables).rows('outcomes')":
        page.get_by_role("button", name="Clear all").click()
        press_view(page, "Outcomes")
        page.wait_for_function("() => document.querySelector('.explore code').textContent === \"explore.select(tables).rows('outcomes')\"")
    page.evaluate(SETTLED)
    yield
    assert page.errors == []


def test_all_cells_ran_and_bars_are_those_of_the_tables(page, tables):
    expected = explore.select(tables).bars("outcomes")
    assert [bar.strip() for bar in bars(page).all_inner_texts()] == expected["shown"].tolist()
    assert f"{len(tables.reports)} reports" in text(page, ".explore [role=status]")


def test_click_on_a_bar_shows_its_reports_and_why(page, tables):
    expected = explore.select(tables).rows("outcomes", "killed")
    act(page, lambda: page.locator(".explore .explore-bar:visible", has_text=explore.select(tables).bars("outcomes").set_index("group")["shown"]["killed"]).click())
    assert code(page) == "explore.select(tables).rows('outcomes', 'killed')"
    assert options(page).count() == len(expected)
    first = expected.iloc[0]
    why = text(page, ".explore-why")
    assert first["trigger"] in why and first["quote"] in why and "قتلى" in why
    assert "▸" in text(page, ".explore .explore-chosen"), "the chosen bar is told by a sign, too"


def test_click_on_a_report_shows_its_sentence_and_article(page, tables):
    last = tables.reports.iloc[-1]
    selector = ".explore .rtl-text"
    act(page, lambda: rows(page).select_option(index=len(tables.reports) - 1), selector)
    sentence = text(page, selector)
    assert last["quote"] in sentence
    assert " ".join(tables.text(last["article"]).split())[:60] in " ".join(text(page, ".explore-article").split())
    marks = page.locator(".explore-article .rtl-text > mark")
    assert marks.count() > 10
    assert all(title for title in marks.evaluate_all("marks => marks.map(mark => mark.title)")), "every mark is explained on hover"


def test_arabic_reads_right_to_left(page):
    article = page.locator(".explore-article .rtl-text")
    assert article.evaluate("element => getComputedStyle(element).direction") == "rtl"
    # where letters stand on the screen: the first word of the line is right of the second
    places = article.evaluate("""element => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        let before = null
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const word of node.textContent.matchAll(/[\\u0621-\\u064a]{4,}/g)) {
                const range = document.createRange()
                range.setStart(node, word.index)
                range.setEnd(node, word.index + word[0].length)
                const box = range.getBoundingClientRect()
                if (before && Math.abs(box.top - before.top) < 3) return [before, box].map(one => ({left: one.left, right: one.right}))
                before = box
            }
        return []
    }""")
    assert len(places) == 2 and places[0]["left"] >= places[1]["right"] - 1
    bar, name = (page.locator(f".explore-bars {selector}").first.bounding_box() for selector in (".explore-bar", ".widget-html"))
    assert name["x"] > bar["x"], "labels stand on the right, bars grow to the left"
    assert all(direction == "rtl" for direction in
               page.locator(".explore-arabic select").evaluate_all("lists => lists.map(list => getComputedStyle(list).direction)"))
    assert bars(page).first.evaluate("bar => getComputedStyle(bar).direction") == "ltr", "≥ 78 must not turn into 78 ≤"


def test_concordance_has_what_was_said_before_on_the_right(page):
    cells = page.locator("table.kwic tr").first.locator("td")
    before, word, after = (cells.nth(at).bounding_box()["x"] for at in range(3))
    assert before > word > after


def test_filters_link_all_views(page, tables):
    article = tables.articles["article"].iloc[0]
    chosen = page.locator(".explore .widget-select-multiple select").first
    act(page, lambda: chosen.select_option(index=0))
    expected = explore.select(tables, articles=[article])
    assert f"1 articles · {len(expected.reports)} reports" in text(page, ".explore [role=status]")
    act(page, lambda: press_view(page, "Actors"))
    shown = [bar.strip() for bar in bars(page).all_inner_texts()]
    assert shown == expected.bars("actors")["shown"].tolist()[: len(shown)] and shown
    assert eval(code(page), {"explore": explore, "tables": tables}).equals(expected.rows("actors")), "the line of code makes the same rows"


def test_keyboard_alone(page, tables):
    """Tab to the bars, Enter on one, Tab to the list, arrows in it: the panel answers, the notebook's own shortcuts stay silent."""
    cells = page.locator(".jp-Cell").count()
    page.locator(".explore .widget-toggle-buttons button").last.focus()
    page.keyboard.press("Tab")
    assert "explore-bar" in page.evaluate("document.activeElement.className")
    act(page, lambda: page.keyboard.press("Enter"))
    assert ".rows('outcomes', '" in code(page)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SELECT":
            break
    act(page, lambda: page.keyboard.press("ArrowDown"), ".explore-why")
    page.keyboard.press("x")
    assert page.evaluate("document.activeElement.selectedIndex") == 1
    assert page.locator(".jp-Cell").count() == cells, "x in the list must not cut the cell"


def test_nothing_selected_says_so(page):
    act(page, lambda: page.locator('.explore input[type="date"]').first.fill("2031-01-01"))
    assert "Nothing in the selection" in page.locator(".explore").inner_text()
    assert bars(page).count() == 0 and options(page).count() == 0


def test_export_writes_files(page):
    for button, ending in (("Save CSV", ".csv"), ("Save Excel", ".xlsx")):
        page.get_by_role("button", name=button).click()
        page.wait_for_function("ending => document.querySelector('.explore').textContent.includes(ending)", arg=ending)
    written = sorted(path.suffix for path in (page.reports / "explore").iterdir())
    assert ".csv" in written and ".xlsx" in written
