"""A folder or table of Arabic news articles → one clean table, and another of all that was left out.

"""
from .sentences import sentences, split

__all__ = ["sentences", "split"]
