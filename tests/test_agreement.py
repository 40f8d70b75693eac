"""agreement: matching of reports, scores and coefficients, against values worked out by hand and published ones."""
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import agreement
from helpers.agreement.coefficients import _resampler, coefficient


def reports(*rows, **more):
    frame = pd.DataFrame(rows, columns=["article", "outcome", "low", "high", "vague"])
    return frame.astype({"low": "Int64", "high": "Int64", "vague": "string"}).assign(**more)


HAND = reports(("a", "killed", 15, None, ""), ("a", "killed", 2, 2, ""), ("a", "injured", None, None, "several"), ("b", "killed", 1, 1, ""))
MACHINE = reports(("a", "killed", 15, 15, ""), ("a", "killed", 1, 1, ""), ("a", "killed", 1, 1, ""), ("a", "injured", None, None, "several"),
                  ("b", "captured", 5, 5, ""))


def test_match_by_hand():
    matches = agreement.match(HAND, MACHINE)
    found = {(row.article, row.outcome): (row.verdict, row.hand, row.machine) for row in matches.itertuples() if row.verdict != "sum"}
    assert found[("a", "killed")] == ("differs", "≥ 15", "15")
    assert found[("a", "injured")] == ("same", "several", "several")
    assert found[("b", "killed")][0] == "hand only" and found[("b", "captured")][0] == "machine only"
    (summed,) = matches[matches["verdict"] == "sum"].itertuples()
    assert (summed.hand, summed.machine, summed.machine_row) == ("2", "1 + 1", (1, 2))


def test_scores_by_hand():
    scores = agreement.scores(agreement.match(HAND, MACHINE)).set_index("outcome")
    # right: the sum and the injured; hand has 4; the machine's two ones count as one answer: 4
    assert scores.loc["all", ["hand", "machine", "right"]].tolist() == [4, 4, 2]
    assert scores.loc["all", "precision"] == 0.5 and scores.loc["all", "recall"] == 0.5 and scores.loc["all", "f1"] == 0.5
    assert scores.loc["killed", "precision"] == 0.5 and scores.loc["killed", "recall"] == pytest.approx(1 / 3)
    assert np.isnan(scores.loc["captured", "recall"])


def test_match_prefers_the_nearer_of_two_equal_reports():
    hand = reports(("a", "killed", 5, 5, ""), start=[400])
    machine = reports(("a", "killed", 5, 5, ""), ("a", "killed", 5, 5, ""), start=[10, 390])
    matches = agreement.match(hand, machine)
    assert matches.loc[matches["verdict"] == "same", "machine_row"].tolist() == [1]


def test_disagreements_come_with_their_sentence():
    texts = pd.DataFrame({"article": ["a", "b"], "text": ["نص أول", "نص ثان"]})
    shown = agreement.disagreements(agreement.match(HAND, MACHINE), texts)
    assert shown["text"].tolist() == ["نص أول", "نص ثان", "نص ثان"] and "same" not in set(shown["verdict"])


def test_empty_tables():
    matches = agreement.match(HAND.head(0), MACHINE.head(0))
    assert len(matches) == 0 and agreement.disagreements(matches).empty
    assert agreement.scores(matches)["hand"].tolist() == [0]
    missed = agreement.scores(agreement.match(HAND, MACHINE.head(0))).set_index("outcome")
    assert missed.loc["all", "recall"] == 0 and np.isnan(missed.loc["all", "precision"])
    with pytest.raises(ValueError, match="share no column"):
        agreement.match(HAND.drop(columns="article"), MACHINE)


def test_fields_of_matched_pairs():
    hand = reports(*[("a", "killed", n, n, "") for n in range(4)], role=["civilian", "civilian", "combatant", "unknown"])
    machine = hand.assign(role=["civilian", "combatant", "combatant", "unknown"])
    (row,) = agreement.fields(agreement.match(hand, machine), hand, machine, ["role"]).itertuples()
    # observed 3/4; expected (2·1 + 1·2 + 1·1)/16 = 5/16; kappa = (12 - 5)/(16 - 5)
    assert (row.pairs, row.same, row.share) == (4, 3, 0.75) and row.kappa == pytest.approx(7 / 11)


KRIPPENDORFF = {  # Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C: four observers, twelve units, values missing
    "A": [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    "B": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    "C": [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    "D": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
}


def codings(columns):
    rows = [(coder, unit, value) for coder, values in columns.items() for unit, value in enumerate(values) if value is not None]
    return pd.DataFrame(rows, columns=["coder", "unit", "label"])


def test_alpha_as_published():
    nominal = agreement.alpha(codings(KRIPPENDORFF), "nominal")
    assert nominal.value == pytest.approx(0.743, abs=0.001) and nominal.coders == 4 and nominal.units == 11
    assert agreement.alpha(codings(KRIPPENDORFF), "interval").value == pytest.approx(0.849, abs=0.001)
    assert nominal.low < nominal.value < nominal.high
    assert "tentative" in str(nominal)


def test_kappa_by_hand():
    # two coders, ten units: yes-yes 4, no-no 3, yes-no 2, no-yes 1: observed .7, expected .6·.5 + .4·.5 = .5
    data = codings({"a": list("yyyynnnyyn"), "b": list("yyyynnnnny")})
    assert agreement.kappa(data).value == pytest.approx(0.4)


def test_interval_is_the_same_every_time():
    first, second = (agreement.alpha(codings(KRIPPENDORFF), "nominal") for _ in range(2))
    assert first == second


def test_no_variation_is_told_not_guessed():
    same = agreement.alpha(codings({"a": ["x", "x"], "b": ["x", "x"]}), "nominal")
    assert np.isnan(same.value) and "cannot be computed" in same.reading
    alone = agreement.alpha(codings({"a": ["x", "y"]}), "nominal")
    assert np.isnan(alone.value)
    with pytest.raises(ValueError, match="no distance"):
        agreement.alpha(codings(KRIPPENDORFF), "euclid")


def test_labels_are_sets_of_reports():
    table = pd.concat([HAND.assign(coder="h", sentence=[1, 1, 2, 3]), HAND.head(0).assign(coder="m", sentence=[]),
                       pd.DataFrame({"coder": ["m"], "sentence": [3], "outcome": ["none"]})])
    labels = agreement.labels(table, units=[1, 2, 3])
    by = {(row.coder, row.unit): row.label for row in labels.itertuples()}
    assert by[("h", 1)] == {("killed", 15, None, ""), ("killed", 2, 2, "")}
    assert by[("m", 1)] == {"no report"} == by[("m", 3)]
    only_outcome = agreement.labels(table, units=[1, 2, 3], what=("outcome",))
    assert next(row.label for row in only_outcome.itertuples() if (row.coder, row.unit) == ("h", 1)) == {("killed",)}


@given(st.lists(st.lists(st.sampled_from(["x", "y", "z", None]), min_size=3, max_size=3), min_size=2, max_size=12))
def test_resampling_whole_data_gives_nltks_value(units):
    data = codings({name: [unit[at] for unit in units] for at, name in enumerate("abc")})
    value = coefficient(data, "alpha", "nominal") if len(data) else float("nan")
    if value == value:
        count, resampled = _resampler(data, "alpha", "nominal")
        assert resampled(np.arange(count)) == pytest.approx(value)


@given(st.lists(st.tuples(st.sampled_from(["killed", "injured"]), st.integers(0, 4)), max_size=6), st.lists(st.tuples(st.sampled_from(["killed", "injured"]), st.integers(0, 4)), max_size=6))
def test_every_report_is_matched_once(left, right):
    hand, machine = (reports(*[("a", outcome, low, low, "") for outcome, low in rows]) for rows in (left, right))
    matches = agreement.match(hand, machine)
    assert matches["hand_row"].dropna().nunique() == len(hand) == matches["hand_row"].notna().sum()
    rows = [one for row in matches["machine_row"] if row is not pd.NA for one in (row if isinstance(row, tuple) else (row,))]
    assert sorted(rows) == list(range(len(machine)))
