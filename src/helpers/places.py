"""Places named in a text."""
from __future__ import annotations

from .arabic import fold

__all__ = ["compare"]


def compare(one: str, other: str) -> str:
    """``same``, ``open`` (one lies in the other, too large to tell) or ``other``."""
    a, b = set(fold(one).split()), set(fold(other).split())
    return "same" if a <= b or b <= a else "other"
