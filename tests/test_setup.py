"""The project's set-up: one set of packages and bounds everywhere, a lock with hashes that names no host."""
import re
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def bounds(lines):
    return dict(re.match(r"([a-z0-9_.-]+)(.*)", line.strip().lower()).groups() for line in lines)


def test_conda_users_get_the_same_packages_and_bounds():
    lines = re.findall(r"^\s+- ([a-z][\w.-]*(?:>=[\d.]+)?)\s*$", (TOP / "environment.yml").read_text(encoding="utf-8"), re.M)
    conda = bounds(line for line in lines if line not in ("pip", "conda-forge"))
    assert conda.pop("python") == PROJECT["requires-python"]
    assert conda == bounds(PROJECT["dependencies"])


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_has_hashes_and_names_no_host(name):
    text = (TOP / name).read_text(encoding="utf-8")
    assert "://" not in text and "index-url" not in text and "find-links" not in text
    for requirement in re.split(r"\n(?=[a-z0-9])", re.sub(r"^\s*#.*\n", "", text, flags=re.M).strip()):
        assert re.match(r"[a-z0-9_.\-\[\]]+==\S+", requirement), requirement[:80]
        assert "--hash=sha256:" in requirement, requirement[:80]


def test_lock_holds_every_dependency():
    for name, wanted in (("requirements.lock", PROJECT["dependencies"]),
                         ("requirements-dev.lock", PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"])):
        locked = set(re.findall(r"^([a-z0-9_.-]+)==", (TOP / name).read_text(encoding="utf-8"), re.M))
        assert {re.split(r"[\[>]", requirement)[0].lower() for requirement in wanted} <= locked


def test_the_report_needs_nothing_that_is_only_for_tests():
    runtime = set(re.findall(r"^([a-z0-9_.-]+)==", (TOP / "requirements.lock").read_text(encoding="utf-8"), re.M))
    assert not runtime & {"pyarabic", "mahad", "num2words", "hypothesis", "pytest", "playwright", "typst"}
