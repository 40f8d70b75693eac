"""A folder or table of Arabic news articles → one clean table of articles, one of sentences, and one of all that was left out.

`load` reads and cleans, `left_out` shows what it took away and why, `sentences` and `split` cut the text as a reader would.
"""
from .cleaning import clean
from .loading import SEEDS, CorpusWarning, is_seeds, left_out, load
from .reading import CorpusError, decode
from .sentences import sentences, split

__all__ = ["SEEDS", "CorpusError", "CorpusWarning", "clean", "decode", "is_seeds", "left_out", "load", "sentences", "split"]
