"""Explore: from any bar to its rows, its sentence and its article, and back to a line of code that says what was chosen.

    panel = explore.panel(articles)                           # the panel, in JupyterLab
    panel.selected.reports                                    # what is chosen there, as tables
    tables = explore.prepare(articles)
    explore.select(tables, outcomes=["killed"]).rows("sources", "المرصد السوري")   # the same by code

The panel is made of ipywidgets and needs nothing but the kernel. All text from articles is escaped before it is shown.
"""
from .kwic import Kwic, kwic
from .selection import VIEWS, Selected, Selection, select
from .tables import Tables, prepare

__all__ = ["Kwic", "Panel", "Selected", "Selection", "Tables", "VIEWS", "kwic", "panel", "prepare", "select"]


def __getattr__(name):
    if name in ("Panel", "panel"):  # ipywidgets is needed for the panel alone
        from importlib import import_module
        return import_module("helpers.explore.controls").Panel
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
