"""Right-to-left text on every renderer, tables and marked text as HTML.

- `setup()`: one line that makes Matplotlib and a notebook right to left; also a context manager.
- `display(text, renderer=...)`: one string, ready for Matplotlib, Pillow, wordcloud, SVG text or HTML.
- `table(frame)`, `highlight(text, spans)`: right to left in JupyterLab and on a page, everything escaped.
- `legend(axes)`: a legend with its symbols right of the words.
- `missing(text)`: characters no face at hand can draw.
"""
from .faces import GOOD_FACES, FontError, FontWarning, best_face, missing
from .html import Highlight, Table, highlight, quantity, table
from .renderers import shapes
from .session import Setup, legend, setup
from .text import RENDERERS, Displayed, display, has_rtl
from .words import counted, digits, month, number, word

__all__ = ["Displayed", "FontError", "FontWarning", "GOOD_FACES", "Highlight", "RENDERERS", "Setup", "Table", "best_face", "counted", "digits", "display", "has_rtl",
           "highlight", "legend", "missing", "month", "number", "quantity", "setup", "shapes", "table", "word"]
