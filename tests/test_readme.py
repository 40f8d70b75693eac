"""README.md keeps its word: its links lead somewhere, its code runs, its questions are those of the notebooks."""
import re
from pathlib import Path

import nbformat
import pytest

from helpers import corpus

TOP = Path(__file__).resolve().parents[1]
README = (TOP / "README.md").read_text(encoding="utf-8")
PAGES = [TOP / name for name in ("README.md", "data/README.md", "seeds/README.md", "notebooks/README.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(TOP).as_posix())
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_questions_are_those_of_the_notebooks():
    listed = dict((path, question) for question, path in re.findall(r"\| \[(.+?)\]\((notebooks/.+?\.ipynb)\)", README))
    asked = {}
    for path in sorted((TOP / "notebooks").glob("*.ipynb")):
        heading = re.search(r"^# (.+)$", nbformat.read(path, as_version=4).cells[0].source, re.M)
        asked[path.relative_to(TOP).as_posix()] = heading.group(1)
    assert listed == asked


def test_commands_are_targets():
    targets = set(re.findall(r"^([a-z]+):", (TOP / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"\bmake ([a-z]+)", README)) <= targets


def test_code_runs():
    code = re.search(r"```python\n(.+?)```", README, re.S).group(1).replace('"path/to/articles"', "corpus.SEEDS")
    names = {"corpus": corpus}
    exec(compile(code, "README.md", "exec"), names)
    assert names["numbers"].parse("أربعة آلاف وخمسمئة") == 4500
    assert len(names["events"]) > 0


def test_two_commands_come_first():
    assert README.index("make report") < README.index("make test") < README.index("## ")
