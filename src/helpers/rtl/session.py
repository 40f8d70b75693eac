"""`setup`: one line for a notebook or a script."""
from __future__ import annotations

from . import faces, hook
from .html import STYLE

__all__ = ["Setup", "legend", "setup"]


class Setup:
    """What `setup` changed; as a context manager it takes it back at the end of the block."""

    def __init__(self, settings: dict, hooked: bool):
        self._settings, self._hooked = settings, hooked

    def __repr__(self) -> str:
        return "rtl.setup()"

    def _ipython_display_(self) -> None:
        """Nothing is shown below the setup cell."""

    def undo(self) -> None:
        """Make Matplotlib as it was before."""
        import matplotlib

        matplotlib.rcParams.update(self._settings)
        if self._hooked:
            hook.remove()

    def __enter__(self) -> Setup:
        return self

    def __exit__(self, *error) -> None:
        self.undo()


def setup(*, font: str | None = None, title: str = "right", page: bool = True) -> Setup:
    """Make Matplotlib, and the notebook it runs in, right to left in one line.

    From then on every Arabic text that Matplotlib draws (title, label, tick, legend, annotation) is joined, ordered from right
    to left and guarded from mathtext, on every backend and from Matplotlib 3.8 on; nothing else changes. `Text.get_text()` stays logical.

    Parameters
    ----------
    font : str, optional
        Family to draw with. Left out: the best Arabic face that is installed (see `GOOD_FACES`), else DejaVu Sans.
    title : {"right", "center", "left"}
        Where axes titles stand.
    page : bool
        Put the style for right-to-left tables and widgets into the notebook.

    Returns
    -------
    Setup
        Use it in a `with` block to take everything back at its end.

    Raises
    ------
    FontError
        The family is not installed.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> with setup(page=False):
    ...     title = Figure().subplots().set_title("القتلى (2016)", loc="right")
    >>> title.get_text()
    'القتلى (2016)'
    """
    import matplotlib

    if font is not None and faces._family_paths((font,), faces._fonts_known()) == [faces.dejavu()] and font != "DejaVu Sans":
        raise faces.FontError(f"the font {font!r} is not installed: install it, or use one of those that are: {', '.join(installed_faces())}")
    family = [font or faces.best_face()]
    family += [] if family == ["DejaVu Sans"] else ["DejaVu Sans"]
    wanted = {"font.family": family, "axes.titlelocation": title}
    before = {name: matplotlib.rcParams[name] for name in wanted}
    matplotlib.rcParams.update(wanted)
    hooked = not hook.installed()
    hook.install()
    if page:
        _style_page()
    return Setup(before, hooked)


def installed_faces() -> list[str]:
    """The good Arabic faces on this machine, and DejaVu Sans."""
    known = faces._fonts_known()
    return [name for name in faces.GOOD_FACES if faces._usable(name, True, known)] + ["DejaVu Sans"]


def _style_page() -> None:
    import sys

    if "IPython" not in sys.modules:
        return
    from IPython import get_ipython
    from IPython.display import HTML, display as show

    shell = get_ipython()
    if shell is not None and getattr(shell, "kernel", None) is not None:
        show(HTML(STYLE))


def legend(axes, *args, **options):
    """The legend of an Arabic chart: symbols right of their words, title on the right.

    Takes what `Axes.legend` takes.
    """
    box = axes.legend(*args, **{"markerfirst": False, "alignment": "right", **options})
    for text in box.get_texts():
        text.set_multialignment("right")
    return box
