"""Notebooks run and shown as pages that need no network: one page each and an index."""
from __future__ import annotations

import html
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .. import lexicon

if TYPE_CHECKING:
    import nbformat

__all__ = ["NotebookError", "Page", "index", "notebooks", "run", "write_page"]

_HERE = Path(__file__).parent
_VIEW = "application/vnd.jupyter.widget-view+json"
_NO_WIDGET = '<p class="note">An interactive panel stands here: open this notebook in JupyterLab (<code>make lab</code>).</p>'


class NotebookError(RuntimeError):
    """A cell of a notebook failed."""


class Page(NamedTuple):
    """One notebook as shown in the index."""

    stem: str
    question: str
    answer: str
    seconds: float


def notebooks() -> list[Path]:
    """The project's notebooks in reading order."""
    return sorted((lexicon.project_folder() / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def run(path: Path, *, environment: dict[str, str] | None = None, drop_tag: str | None = None) -> nbformat.NotebookNode:
    """The notebook executed top to bottom in a fresh kernel, the file itself untouched.

    Parameters
    ----------
    path : Path
        The notebook.
    environment : dict, optional
        Environment variables of the kernel on top of this process's (CORPUS, REPORTS).
    drop_tag : str, optional
        Cells with this tag are left out: "seeds" for what is only true of the seeds.

    Raises
    ------
    NotebookError
        A cell failed; the message names notebook, cell and error.
    """
    import nbformat  # loads for a second and more: tables alone need none of it
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if drop_tag not in cell.metadata.get("tags", [])]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = NotebookClient(notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}, record_timing=False,
                            store_widget_state=False, extra_arguments=["--log-level=ERROR"])
    try:
        client.execute(env={**os.environ, **(environment or {})})
    except CellExecutionError as error:
        failed = next(cell for cell in notebook.cells if any(output.output_type == "error" for output in cell.get("outputs", [])))
        raise NotebookError(f"{path.name}, cell {failed.get('id')!r}: {error.ename}: {error.evalue}\n\n{failed.source}") from None
    _still(notebook)
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
    return notebook


def write_page(notebook: nbformat.NotebookNode, stem: str, folder: Path, pages: list[tuple[str, str]]) -> Page:
    """Write one notebook as an HTML page that stands alone; `pages` are (stem, question) for the links at its top."""
    from nbconvert import HTMLExporter

    started = time.monotonic()
    _still(notebook)
    exporter = HTMLExporter(template_name="template", extra_template_basedirs=[str(_HERE)], embed_images=True)
    body, _ = exporter.from_notebook_node(notebook)
    question = _question(notebook)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{stem}.html").write_text(_page(question, _offline(body), pages, stem, _pygments()), encoding="utf-8")
    return Page(stem, question, _answer(notebook), time.monotonic() - started)


def _still(notebook: nbformat.NotebookNode) -> None:
    """Widgets, which need a kernel, replaced by a line that says where they live."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if _VIEW in output.get("data", {}):
                output["data"] = {"text/html": output["data"].get("text/html", _NO_WIDGET)}


def _offline(body: str) -> str:
    """Without scripts: the pages show, they do not compute, and nothing may be fetched."""
    body = re.sub(r"<script\b.*?</script>", "", body, flags=re.S | re.I)
    return re.sub(r'<link\b[^>]*href="https?://[^>]*>', "", body, flags=re.I)


def _pygments() -> str:
    from pygments.formatters import HtmlFormatter

    return HtmlFormatter(style="default").get_style_defs(".highlight")


def _question(notebook: nbformat.NotebookNode) -> str:
    for cell in notebook.cells:
        match = re.search(r"^# (.+)$", cell.source, re.M) if cell.cell_type == "markdown" else None
        if match:
            return match.group(1).strip()
    return "Notebook"


def _answer(notebook: nbformat.NotebookNode) -> str:
    """What the cell with the id `answer` showed, as HTML."""
    for cell in notebook.cells:
        if cell.get("id") == "answer":
            parts = []
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                if "text/html" in data:
                    parts.append(data["text/html"])
                elif "text/markdown" in data:
                    parts.append(_markdown(data["text/markdown"]))
                else:
                    parts.append(html.escape(data.get("text/plain", output.get("text", ""))))
            return " ".join(parts)
    return ""


def _markdown(text: str) -> str:
    from nbconvert.filters.markdown import markdown2html

    return markdown2html(text)


def _page(title: str, body: str, pages: list[tuple[str, str]], current: str, extra_css: str = "") -> str:
    links = " ".join(f'<a href="{stem}.html"{" aria-current=page" if stem == current else ""}>{html.escape(short)}</a>' for stem, short in pages)
    style = (_HERE / "style.css").read_text(encoding="utf-8")
    return (f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{html.escape(title)}</title><style>{style}{extra_css}</style></head>\n<body>"
            f'<header class="page"><nav><a href="index.html">Report</a>{links}</nav></header>\n<main>{body}</main>\n'
            "<footer>Figures are claims by the sources named, not facts established here; how each was read can be followed in the pages and tables. "
            "Made with Arabic News Notebooks.</footer></body></html>\n")


def index(pages: list[Page], folder: Path, *, subtitle: str, tables: dict[str, int], figures: str | None, links: list[tuple[str, str]]) -> Path:
    """Write the report's first page: what was read, each question with its answer, figures and tables.

    Parameters
    ----------
    tables : dict
        Table name → number of rows; the files lie in the folder `tables` beside the page.
    figures : str, optional
        HTML of the figures, shown under their heading.
    """
    cards = "".join(f'<li><h3><a href="{page.stem}.html">{html.escape(page.question)}</a></h3>{_offline(page.answer)}</li>' for page in pages)
    rows = "".join(f'<tr><td><a href="tables/{name}.csv">{name}.csv</a></td><td>{count:,}</td></tr>' for name, count in tables.items())
    body = (f"<h1>Arabic news, read as data</h1><p>{html.escape(subtitle)}</p><ul class=cards>{cards}</ul>"
            + (f"<h2>Figures</h2>{figures}" if figures else "")
            + f"<h2>Tables</h2><p>Each opens in a spreadsheet; every row leads back to article, place and quote. data/README.md describes the columns.</p>"
              f"<table><thead><tr><th>table</th><th>rows</th></tr></thead><tbody>{rows}</tbody></table>")
    path = folder / "index.html"
    path.write_text(_page("Arabic news, read as data", body, links, "index"), encoding="utf-8")
    return path
