"""What the interactive panels of this package share: a button, a heading, and their own keys in JupyterLab."""
from __future__ import annotations

from collections.abc import Callable
from html import escape

import ipywidgets

__all__ = ["button", "heading", "own_keys"]

# JupyterLab takes arrows and letters that are pressed in a list of an output for its own commands (x cuts the cell). This attribute of
# the element in focus is its way to be told not to.
_OWN_KEYS = """const listen = tries => {
    const panel = element.closest(".own-keys")
    if (panel) panel.addEventListener("focusin", event => event.target.setAttribute("data-lm-suppress-shortcuts", "true"))
    else if (tries) setTimeout(() => listen(tries - 1), 100)  // not in the page yet
}
listen(100)"""


def own_keys(panel: ipywidgets.Box) -> None:
    """Let keys pressed inside a panel work on its lists and buttons, not on the notebook's cells."""
    script = ipywidgets.Output(outputs=({"output_type": "display_data", "data": {"application/javascript": _OWN_KEYS}, "metadata": {}},))
    panel.children = [*panel.children, script]
    panel.add_class("own-keys")


def button(label: str, act: Callable[[], object], style: str = "") -> ipywidgets.Button:
    """A button that calls `act` when pressed by mouse or key."""
    made = ipywidgets.Button(description=label, button_style=style)
    made.on_click(lambda _: act())
    return made


def heading(text: str) -> ipywidgets.HTML:
    """A heading over a control."""
    return ipywidgets.HTML(f"<b>{escape(text)}</b>")
