"""How far coders agree, person with person or person with machine, and where they do not.

    matches = agreement.match(hand, machine)         # which report is which
    agreement.scores(matches)                        # precision, recall, F1 with intervals
    agreement.disagreements(matches, sentences)      # each difference with its sentence
    agreement.alpha(agreement.labels(reports, units))  # Krippendorff's alpha with an interval
    agreement.read_codings("class/")                 # one CSV file a student

Two reports are the same where outcome, low, high and vague are the same (the codebook's core); a sum over a list ("ضابط وجندي" as 2) is met by
separate reports that add up to it. Coefficients are NLTK's: Cohen's kappa (Cohen 1960, Educational and Psychological Measurement 20) and Krippendorff's
alpha (Krippendorff 2004, Content Analysis, ch. 11), for sets of reports with the MASI distance (Passonneau 2006, LREC). Intervals are percentile bootstraps over
units (Efron & Tibshirani 1993) with a fixed seed: the same data give the same interval.
"""
from .codings import Codings, labels, read_codings
from .coefficients import Agreement, alpha, kappa
from .matching import disagreements, fields, match, quantity, scores

__all__ = ["Agreement", "Codings", "alpha", "disagreements", "fields", "kappa", "labels", "match", "quantity", "read_codings", "scores"]
