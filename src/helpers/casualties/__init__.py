"""Who was harmed, how many, according to whom: `find`, `table`, `events`, `totals`."""
from .events import events, members, totals

__all__ = ["events", "members", "totals"]
