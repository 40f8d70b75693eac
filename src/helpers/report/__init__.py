"""The main job: all notebooks run on a corpus, its tables, figures and a report that can be read offline (`make report`)."""
from .pages import notebooks, run, write_page
from .tables import derive, write

__all__ = ["derive", "notebooks", "run", "write", "write_page"]
