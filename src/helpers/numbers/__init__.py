"""Arabic numbers in words and digits: found in running text, read, written out and explained.

`find` gives every number of a text with its place, `parse` the value of one phrase, `table` a frame over articles, `spell` the words of a
value. The grammar is in `grammar`, the words in `data/numbers.csv` and its neighbours.
"""
from .explain import explain
from .frame import table
from .model import KINDS, Number, NumberError
from .read import parse
from .scan import find
from .spell import spell

__all__ = ["KINDS", "Number", "NumberError", "explain", "find", "parse", "spell", "table"]
