"""Words in context: what is said often, where, next to what, and more than elsewhere.

    words.frequencies(articles)                 # words and phrases, a thousand running words
    words.concordance(articles, "هدنة")         # every use, with what stands right and left of it
    words.keyness(some, others)                 # what one group of articles says more than another
    words.collocations(articles, "قوات")        # what keeps company with a word
    words.dispersion(articles, ["هدنة"])        # where in the articles a word stands
    words.near_duplicates(articles)             # articles that copy each other

Proclitics (و ف ب ل ك س ال) are taken off by rule, never by a stemmer: a stemmer turns لافروف into افروف. The rules are in `clitics`, the words that only look
as if they had one in data/clitics.csv, phrases that are one word in data/phrases.csv, stop words of news in data/stopwords.csv. Terms and their sources are in data/glossary.csv.
"""
from .clitics import Word, find, table
from .concordances import concordance
from .counting import frequencies
from .company import collocations
from .duplicates import near_duplicates
from .keywords import SmallCorpusWarning, keyness
from .spread import dispersion, evenness

__all__ = ["SmallCorpusWarning", "Word", "collocations", "concordance", "dispersion", "evenness", "find", "frequencies", "keyness", "near_duplicates", "table"]
