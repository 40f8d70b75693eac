"""From a word of harm to the people it befell.

Each rule is a small frame of Arabic syntax with a stable name, kept with every report: the verb before its people (`verb_people`), after them
(`people_verb`), with a doer (`verb_doer_people`), the verbal noun (`act_people`), the noun that counts dead and injured
(`counted_victims`), the toll (`toll`), and so on. Which words harm whom is in data/outcomes.csv.
"""
from __future__ import annotations

from .found import Found
from .reader import reports_of

__all__ = ["Found", "reports_of"]
