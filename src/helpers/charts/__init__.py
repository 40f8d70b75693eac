"""Tables to figures, in Arabic (mirrored, as an Arabic reader reads) or English.

Each function takes the tables of the package as they are and gives Matplotlib axes; `figures.save` writes them for print. All share
`lang` ("ar", "en"), `ax`, `title`, `size` ("column", "page", "slide"), `digits` ("western", "arabic") and `region` (whose
month names). An empty table gives a figure that says so. Nothing here reads text: charts know tables only.
"""
from importlib import import_module as _import_module

_WHERE = {
    "casualties": "harm", "casualties_by_source": "harm",
    "mentions": "actors", "share_of_voice": "actors", "actors_by_article": "actors", "first_mention": "actors",
    "named_together": "network",
    "timeline": "time", "dispersion": "time",
    "cloud": "vocabulary", "frequencies": "vocabulary", "keyness": "vocabulary", "number_kinds": "vocabulary",
}
__all__ = sorted(_WHERE)


def __getattr__(name):
    if name in _WHERE:
        return getattr(_import_module(f"{__name__}.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
    return sorted([*globals(), *__all__])
