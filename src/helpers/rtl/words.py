"""Words, digits and month names that figures and tables show, in Arabic and English.

The words are in data/labels.csv and data/month_names.csv, so that an analyst can choose others.
"""
from __future__ import annotations

from functools import cache

__all__ = ["LANGUAGES", "REGIONS", "check_lang", "digits", "month", "number", "word"]

LANGUAGES = ("ar", "en")
REGIONS = {"levant": "levant", "iraq": "levant", "gulf": "gulf", "egypt": "gulf", "algeria": "algeria", "tunisia": "algeria", "morocco": "morocco"}
"""Region → its column in data/month_names.csv: آب in the Levant and Iraq, أغسطس in the Gulf and Egypt, أوت in Algeria and Tunisia, غشت in Morocco."""
_ARABIC_INDIC = str.maketrans("0123456789,.%", "٠١٢٣٤٥٦٧٨٩٬٫٪")


def check_lang(lang: str) -> str:
    """The language, refused where it is neither "ar" nor "en"."""
    if lang not in LANGUAGES:
        raise ValueError(f'language {lang!r} is not known: use "ar" or "en"')
    return lang


@cache
def _labels() -> dict[tuple[str, str], dict[str, str]]:
    from .. import lexicon

    return {(row["group"], row["key"]): row for row in lexicon.read("labels")}


def word(group: str, key: str, lang: str = "ar") -> str:
    """What a key is called in figures and tables; a key without an entry is shown as it is.

    >>> word("outcome", "killed"), word("outcome", "killed", "en")
    ('قتلى', 'killed')
    """
    row = _labels().get((group, key))
    return row[check_lang(lang)] if row else str(key).replace("_", " ")


def digits(text: str, style: str = "western") -> str:
    """A formatted number with Western ("western") or Arabic-Indic digits and signs ("arabic").

    >>> digits("1,250.5%", "arabic")
    '١٬٢٥٠٫٥٪'
    """
    if style not in ("western", "arabic"):
        raise ValueError(f'digits {style!r} are not known: use "western" or "arabic"')
    return text.translate(_ARABIC_INDIC) if style == "arabic" else text


def number(value, style: str = "western", *, decimals: int = 0) -> str:
    """A number as figures show it: thousands grouped.

    >>> number(1250), number(1250, "arabic")
    ('1,250', '١٬٢٥٠')
    """
    return digits(f"{float(value):,.{decimals}f}" if decimals or value != int(value) else f"{int(value):,}", style)


@cache
def _months() -> list:
    from .. import lexicon

    return sorted(lexicon.read("month_names"), key=lambda row: int(row["month"]))


def month(which: int, region: str = "levant", lang: str = "ar") -> str:
    """Name of month 1 to 12 as the region writes it.

    >>> [month(8, region) for region in ("levant", "gulf", "algeria", "morocco")]
    ['آب', 'أغسطس', 'أوت', 'غشت']
    """
    if region not in REGIONS:
        raise ValueError(f"region {region!r} is not known: use one of {', '.join(REGIONS)}")
    return _months()[which - 1]["en" if check_lang(lang) == "en" else REGIONS[region]]


def counted(n: int, noun: str, lang: str = "ar", style: str = "western", *, group: str = "noun") -> str:
    """A number with its noun in the form that number asks for; nouns are those of a group in data/labels.csv.

    >>> [counted(n, "article") for n in (1, 2, 5, 11, 100, 103)]
    ['مقال واحد', 'مقالان', '5 مقالات', '11 مقالا', '100 مقال', '103 مقالات']
    >>> counted(5, "article", "en")
    '5 articles'
    """
    forms = word(group, noun, lang).split("|")
    shown = number(n, style)
    if lang == "en":
        return f"{shown} {forms[0] if n == 1 else forms[-1]}"
    singular, dual, plural, accusative = forms
    if n == 1:
        return f"{singular} {'واحدة' if singular.endswith('ة') else 'واحد'}"
    if n == 2:
        return dual
    last = n % 100
    return f"{shown} {plural if 3 <= last <= 10 else accusative if 11 <= last <= 99 else singular}"
