"""Read Arabic news as data: numbers in words, casualties, actors, and figures that can be printed.

Each module does one job (see docs of each): `corpus`, `numbers`, `dates`, `casualties`, `sources`, `actors`, `words`,
`agreement`, `rtl`, `charts`, `figures`, `explore`, `exercises`. They are loaded when first used.
"""
from importlib import import_module as _import_module

__version__ = "0.1.0"
__all__ = ["actors", "agreement", "arabic", "casualties", "charts", "corpus", "dates", "exercises", "explore", "export", "figures", "lexicon", "numbers",
           "places", "report",
           "rtl", "sources", "words"]


def __getattr__(name):
    if name in __all__:
        return _import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted([*globals(), *__all__])
