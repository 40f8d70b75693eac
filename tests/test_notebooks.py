"""notebooks/: in the house style, run top to bottom as kept, true on the seeds, and at home in the syllabus."""
import ast
import json
import os
import re
from concurrent.futures import ProcessPoolExecutor

import nbformat
import pytest

from helpers import corpus, exercises, lexicon, report

FOLDER = lexicon.project_folder() / "notebooks"
PATHS = sorted(FOLDER.glob("*.ipynb"))
NAMES = ["01_what_do_we_have", "02_numbers_in_words", "03_who_was_harmed", "04_who_is_mentioned", "05_how_good_is_the_coding", "06_explore",
         "07_figures_for_a_report"]
each = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
ARABIC = re.compile("[\u0620-\u064a]")


def read(path):
    return nbformat.read(path, as_version=4)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def prose(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "markdown"]


def tagged(cell):
    return "seeds" in cell.metadata.get("tags", [])


# running


def _run(path, reports, drop_tag=None, where=None):
    try:
        return path.stem, report.run(path, environment={"CORPUS": str(where or corpus.SEEDS), "REPORTS": reports}, drop_tag=drop_tag)
    except Exception as error:  # told by the tests of this notebook, so that one that fails hides no other
        return path.stem, f"{type(error).__name__}: {str(error)[-1500:]}"


def _run_all(reports, drop_tag=None, where=None):
    with ProcessPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as pool:
        futures = [pool.submit(_run, path, str(reports), drop_tag, where) for path in PATHS]
        return dict(future.result() for future in futures)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """All notebooks, run anew on the seeds; a cell that fails fails here, its message names it."""
    return _run_all(tmp_path_factory.mktemp("reports"))


@pytest.fixture(scope="module")
def quiet(tmp_path_factory):
    """All notebooks, run on a corpus that tells of no harm, names nobody and has no date."""
    folder = tmp_path_factory.mktemp("quiet")
    (folder / "sea.txt").write_text("كان البحر هادئا في ذلك الصباح. ثم هبت ريح خفيفة على الماء.", encoding="utf-8")
    return _run_all(tmp_path_factory.mktemp("quiet_reports"), drop_tag="seeds", where=folder)


def ran(results, path):
    if isinstance(results[path.stem], str):
        pytest.fail(results[path.stem])
    return results[path.stem]


def shown(cell):
    """What a cell shows, without what may differ from machine to machine: pictures' bytes, addresses in memory, temporary folders."""
    parts = []
    for output in cell.get("outputs", []):
        data = dict(output.get("data", {"text/plain": output.get("text", "")}))
        for kind in sorted(data):
            if kind.startswith("image/") or kind == "application/vnd.jupyter.widget-view+json" or (kind == "text/plain" and len(data) > 1):
                continue
            text = re.sub(r"data:image/[\w+]+;base64,[\w+/=\s]+", "PICTURE", str(data[kind]))
            text = re.sub(r"<svg\b.*?</svg>", "PICTURE", text, flags=re.S)
            parts.append((kind, re.sub(r"0x[0-9a-f]{6,}|(/[\w.-]+)+/reports", "", text)))
    return parts


@each
def test_runs_without_errors_warnings_or_print_noise(runs, path):
    for cell in code(ran(runs, path)):
        for output in cell.outputs:
            assert output.output_type != "error", f"{cell.id}: {output}"
            assert not (output.output_type == "stream" and output.name == "stderr"), f"{cell.id}: {output.text}"


@each
def test_outputs_kept_are_those_of_a_new_run(runs, path):
    for kept, new in zip(code(read(path)), code(ran(runs, path)), strict=True):
        assert shown(kept) == shown(new), f"{kept.id}: run `make notebooks` and look at the change"


@each
def test_runs_on_a_corpus_with_nothing_in_it(quiet, path):
    assert not any(output.output_type == "error" for cell in code(ran(quiet, path)) for output in cell.outputs)
    text = json.dumps(ran(quiet, path).cells, ensure_ascii=False)
    assert "exercises.check" not in text and "assert " not in text, "what is true of the seeds alone needs the tag seeds"


# house style


def test_seven_notebooks():
    assert [path.stem for path in PATHS] == NAMES


@each
def test_asks_one_question_and_answers_it(path):
    first, second = read(path).cells[:2]
    assert re.fullmatch(r"# .+\?", first.source.strip()), "H1 is a question"
    assert re.fullmatch(r"\*\*.+\*\*", second.source.strip(), re.S) and re.search(r"\d|one|two|three|four|five|six|seven|eight|nine|ten|teen", second.source, re.I)
    assert tagged(second) and not tagged(first)
    assert "*Data:*" in read(path).cells[2].source, "says what data it uses"
    assert re.search(r"\*You will learn\*", read(path).cells[2].source) and re.search(r"\*Time:\*.*?\d+ minutes", read(path).cells[2].source)


@each
def test_cells_are_short_and_call_helpers(path):
    for cell in code(read(path)):
        lines = [line for line in cell.source.split("\n") if line.strip() and not line.strip().startswith("#")]
        assert 1 <= len(lines) <= 8, f"{cell.id} has {len(lines)} lines"
        kinds = {type(node) for node in ast.walk(ast.parse(cell.source))}
        assert not kinds & {ast.FunctionDef, ast.ClassDef, ast.While}, f"{cell.id} defines something: that belongs into helpers"
        assert "plt." not in cell.source, f"{cell.id}"


@each
def test_ids_are_readable_and_once(path):
    ids = [cell.id for cell in read(path).cells]
    assert len(set(ids)) == len(ids) and all(re.fullmatch(r"[a-z][a-z0-9-]{1,40}", name) for name in ids)
    assert not any(re.fullmatch(r"[0-9a-f]{8}", name) for name in ids)
    assert {"question", "setup", "answer", "limits"} <= {"question" if name == "title" else name for name in ids}


@each
def test_kept_with_outputs_run_top_to_bottom(path):
    notebook = read(path)
    counts = [cell.execution_count for cell in code(notebook)]
    assert counts == list(range(1, len(counts) + 1))
    assert notebook.metadata["kernelspec"]["name"] == "python3" and "widgets" not in notebook.metadata
    assert "version" not in notebook.metadata.get("language_info", {})
    raw = path.read_text(encoding="utf-8")
    assert "widget-view+json" not in raw, "a widget's random id would change at every run"
    assert not re.search(r'"(iopub|shell)\.', raw) and not re.search(r"/(home|work|root|tmp|Users)/", raw)


@each
def test_prose_stands_before_every_step(path):
    cells = read(path).cells
    for before, cell in zip(cells, cells[1:]):
        if cell.cell_type == "code" and before.cell_type == "code" and not tagged(cell) and before.id != "setup":
            together = [one.id for one in (before, cell)]
            at = cells.index(cell)
            assert cells[at - 2].cell_type == "markdown" or cells[at - 2].id == "setup", f"{together}: a third code cell in a row has no prose"


@each
def test_ends_with_checks_limits_exercises_and_the_next(path):
    ids = [cell.id for cell in read(path).cells]
    assert any("assert " in cell.source for cell in code(read(path)) if tagged(cell)), "headline numbers are checked"
    assert ids.index("limits") < next(at for at, name in enumerate(ids) if name.startswith("exercise"))
    if path.stem != NAMES[-1]:
        following = NAMES[NAMES.index(path.stem) + 1]
        assert following in read(path).cells[-1].source


@each
def test_exercises_check_themselves_and_fold_their_answers(path):
    lesson = path.stem[:2]
    cells = {cell.id: cell for cell in read(path).cells}
    checks = [cell for cell in code(read(path)) if "exercises.check(" in cell.source]
    assert len(checks) >= 3
    known = {row["exercise"] for row in lexicon.read("exercises")}
    for cell in checks:
        (exercise,) = re.findall(r'exercises\.check\("([\d-]+)"', cell.source)
        assert exercise in known and exercise.startswith(f"{lesson}-")
        assert exercises.check(exercise, ...).right is None
        stem = cell.id.removesuffix("-check")
        assert tagged(cells[stem]) == tagged(cell) == tagged(cells[f"{stem}-answer"])
        answer = cells[f"{stem}-answer"].source
        assert re.match(r"\s*<details>\s*<summary>", answer) and "</details>" in answer and "open" not in answer.split(">")[0]
        assert "Not answered yet" in str(cell.outputs), "kept unanswered"


@each
def test_every_exercise_in_the_table_is_asked(path):
    asked = set(re.findall(r'exercises\.check\(\\?"([\d-]+)\\?"', path.read_text(encoding="utf-8")))
    assert {row["exercise"] for row in lexicon.read("exercises") if row["exercise"].startswith(path.stem[:2])} == asked


@each
def test_arabic_paragraphs_are_right_to_left(path):
    """Prose is English with Arabic words; a paragraph that is Arabic says its direction."""
    for cell in prose(read(path)):
        for paragraph in re.split(r"\n\s*\n", re.sub(r"`[^`]*`|<[^>]*>", "", cell.source)):
            letters = re.findall(r"[A-Za-z\u0620-\u064a]", paragraph)
            if len(letters) > 40 and sum(map(bool, map(ARABIC.match, letters))) > 0.8 * len(letters) and "|" not in paragraph:
                assert 'dir="rtl"' in cell.source, f"{cell.id}: {paragraph[:60]}"


# syllabus


SYLLABUS = (FOLDER / "README.md").read_text(encoding="utf-8")


@each
def test_syllabus_knows_the_lesson(path):
    notebook = read(path)
    question = notebook.cells[0].source.strip().removeprefix("# ")
    minutes = re.search(r"\*Time:\*\s*(?:about )?(\d+) minutes", notebook.cells[2].source)[1]
    assert f"[{question}]({path.name}) | {minutes} |" in SYLLABUS
    section = SYLLABUS.split(f"### {int(path.stem[:2])} · {question}")[1].split("### ")[0]
    assert all(word in section for word in ("**Goals.**", "**Hand in.**", f"{minutes} minutes", "before this"))


def test_syllabus_adds_up():
    minutes = [int(found) for found in re.findall(r"^\| \d \| \[.*?\]\(.*?\) \| (\d+) \|", SYLLABUS, re.M)]
    assert len(minutes) == 7 and f"{sum(minutes)} minutes at the screen" in SYLLABUS


def test_glossary_of_the_syllabus_is_that_of_the_table():
    for row in lexicon.read("glossary"):
        assert f"| {row['term_en']} | {row['term_ar']} | {row['definition_en']} | {row['definition_ar']} | {row['lesson']} |" in SYLLABUS
        assert ARABIC.search(row["term_ar"]) and ARABIC.search(row["definition_ar"])


def test_links_of_the_syllabus_lead_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", SYLLABUS):
        assert (FOLDER / target).exists(), target
