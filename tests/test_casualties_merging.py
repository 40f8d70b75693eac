"""Events and totals: each event told once, nothing merged without a reason, nothing invented by a sum."""
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import casualties, corpus
from helpers.casualties.conventions import conventions

WHOLE = {"article": "string", "report": "Int64", "outcome": "string", "low": "Int64", "high": "Int64", "approx": "boolean", "vague": "string", "victims": "string",
         "role": "string", "scope": "string", "part_of": "Int64", "quote": "string", "start": "Int64", "source": "string", "place": "string", "sentence": "Int64"}


def told(*rows):
    """A reports table from (low, high) or a vague word, and what differs from one plain report a sentence."""
    out = []
    for number, (quantity, more) in enumerate(rows):
        low, high = quantity if isinstance(quantity, tuple) else (None, None)
        row = {"article": "a", "report": number, "outcome": "killed", "low": low, "high": high, "approx": False, "vague": quantity if isinstance(quantity, str) else "",
               "victims": "شخصا", "role": "unknown", "scope": "event", "part_of": None, "quote": f"مقتل {low or quantity} شخصا", "start": 100 * number, "source": None,
               "place": None, "sentence": number + 5, "date": None}
        out.append({**row, **more})
    frame = pd.DataFrame(out).astype(WHOLE)
    return frame.assign(date=pd.to_datetime(frame["date"]))


def relations(frame, **options):
    return casualties.members(frame, **options)["relation"].tolist()


def bounds(frame, **options):
    return [(None if pd.isna(low) else low, None if pd.isna(high) else high) for low, high in zip(*(casualties.events(frame, **options)[name] for name in ("low", "high")))]


# one event told more than once

def test_the_same_dead_told_twice_with_other_words_are_one_event():
    frame = told(((15, None), {"place": "حلب", "date": "2016-08-27"}), ((15, None), {"place": "حي النيرب", "victims": "مدنيا", "role": "civilian"}))
    event, = casualties.events(frame).itertuples()
    assert (event.low, event.role, event.place, event.reports) == (15, "civilian", "حي النيرب", [0, 1]) and pd.isna(event.high)
    assert relations(frame) == ["first", "repeat"]


def test_a_body_pasted_twice_is_one_event():
    more = {"victims": "ضابط برتبة عقيد", "quote": "مقتل ضابط برتبة عقيد", "role": "combatant"}
    frame = told(((1, 1), more), ((1, 1), {**more, "sentence": 30}))
    assert bounds(frame) == [(1, 1)]


def test_the_injured_told_beside_the_repeated_dead_are_told_again_too():
    frame = told(((15, None), {"place": "حلب"}), ("several", {"outcome": "injured", "place": "حلب", "sentence": 5}), ((15, None), {"place": "حلب", "sentence": 9}),
                 ("several", {"outcome": "injured", "place": "حلب", "sentence": 9}))
    assert relations(frame) == ["first", "first", "repeat", "repeat"]


def test_the_headlines_word_and_the_number_below_are_one_event():
    frame = told(("tens", {"sentence": 0}), ((45, 45), {}))
    assert bounds(frame) == [(45, 45)] and casualties.events(frame)["vague"].tolist() == [""]


def test_one_person_described_then_named():
    frame = told(((1, 1), {"victims": "قائدا بارزا", "place": "حلب", "role": "combatant"}), ((1, 1), {"victims": "أبو محمد الشمالي", "place": "حلب"}))
    assert len(casualties.events(frame)) == 1


def test_a_later_toll_replaces_the_earlier_one():
    frame = told(((15, 15), {"place": "حلب"}), ((30, 30), {"place": "حلب", "trigger": "ارتفع", "quote": "ارتفع عدد القتلى إلى 30"}))
    frame["trigger"] = ["مقتل", "ارتفع"]
    assert bounds(frame) == [(30, 30)] and relations(frame) == ["superseded", "update"]


def test_bounds_of_reports_of_one_event_narrow_each_other():
    frame = told(((10, None), {"place": "حلب"}), ((None, 20), {"place": "حلب"}))
    assert bounds(frame) == [(10, 20)]


# what stays apart

@pytest.mark.parametrize("first, second", [
    ({"place": "حلب"}, {"place": "حمص"}), ({"place": "البوليل"}, {"place": "أبو الظهور"}), ({"role": "civilian"}, {"role": "combatant"}), ({}, {"outcome": "injured"}), ({}, {"sentence": 5}),
    ({"date": "2016-09-01"}, {"date": "2016-09-05"}),
])
def test_equal_numbers_of_two_incidents_stay_two(first, second):
    assert len(casualties.events(told(((6, 6), first), ((6, 6), second)))) == 2


def test_small_equal_numbers_without_a_place_stay_two_and_say_that_it_is_open():
    frame = told(((4, 4), {}), ((4, 4), {}))
    events = casualties.events(frame)
    assert len(events) == 2 and "may be the same event" in events["doubt"][1]


def test_a_denial_is_an_event_of_zero_and_hides_no_dead():
    frame = told(((0, 0), {"place": "حلب"}), ((5, 5), {"place": "حلب"}))
    assert bounds(frame) == [(0, 0), (5, 5)]
    assert casualties.totals(casualties.events(frame))["low"].tolist() == [5]


# parts and cumulative totals

def test_parts_and_cumulative_totals_are_reached_and_never_added():
    frame = told(((11, None), {}), ((4, 4), {"part_of": 0, "sentence": 5}), ((2, 2), {"part_of": 1, "sentence": 5}), ((5000, None), {"scope": "cumulative"}),
                 ((3000, None), {"scope": "cumulative", "part_of": 3}))
    assert relations(frame) == ["first", "part", "part", "cumulative", "cumulative"]
    events = casualties.events(frame)
    assert bounds(frame) == [(11, None)] and events["parts"].tolist() == [[1, 2]]
    assert casualties.members(frame)["event"].tolist()[:3] == ["a/0"] * 3


def test_a_part_whose_whole_is_repeated_goes_with_the_event():
    frame = told(((11, 11), {"place": "حلب"}), ((11, 11), {"place": "حلب"}), ((4, 4), {"part_of": 1, "sentence": 6}))
    assert casualties.members(frame)["event"].tolist() == ["a/0"] * 3


def test_a_part_without_its_whole_stands_for_itself():
    frame = told(((11, 11), {}), ((4, 4), {"part_of": 0, "sentence": 5}))
    assert bounds(frame.iloc[1:]) == [(4, 4)]


# by hand

def test_a_merge_can_be_undone_and_made_by_hand():
    frame = told(((15, 15), {"place": "حلب"}), ((15, 15), {"place": "حلب"}), ((15, 15), {"place": "حمص"}))
    assert len(casualties.events(frame)) == 2
    assert len(casualties.events(frame, apart=[(("a", 0), ("a", 1))])) == 3
    assert len(casualties.events(frame, together=[(("a", 2), ("a", 0))])) == 1
    assert "by hand" in casualties.events(frame, together=[(("a", 2), ("a", 0))])["why"][0]


# across articles

def test_the_same_event_in_articles_of_neighbouring_dates_is_one():
    frame = told(((15, 15), {"place": "حي النيرب", "date": "2016-08-27"}), ((15, 15), {"place": "حلب", "date": "2016-08-28", "article": "b"}))
    event, = casualties.events(frame).itertuples()
    assert event.articles == ["a", "b"] and event.article == "a"


def test_across_articles_date_and_place_must_be_known():
    base = {"place": "حلب", "date": "2016-08-27"}
    for change in ({"date": None}, {"place": None}, {"date": "2016-09-03"}, {"place": "حمص"}):
        assert len(casualties.events(told(((15, 15), base), ((15, 15), {**base, "article": "b", **change})))) == 2


def test_another_number_in_another_article_is_a_doubt_and_with_a_new_toll_an_update():
    base = {"place": "حلب", "date": "2016-08-27"}
    frame = told(((15, 15), base), ((20, 20), {**base, "article": "b"}))
    events = casualties.events(frame)
    assert len(events) == 2 and "later toll" in events["doubt"][1]
    frame["quote"] = ["مقتل 15", "ارتفعت حصيلة القتلى إلى 20"]
    assert bounds(frame) == [(20, 20)]


# any part of the table

def test_works_on_an_empty_table_and_with_hardly_a_column():
    empty = casualties.events(told(((1, 1), {})).iloc[:0])
    assert len(empty) == 0 and len(casualties.totals(empty)) == 0
    bare = pd.DataFrame({"article": ["a", "a"], "outcome": ["killed", "injured"]})
    assert casualties.events(bare)["low"].isna().all() and relations(bare) == ["first", "first"]


QUANTITY = st.one_of(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair))), st.tuples(st.integers(1, 40), st.none()),
                     st.tuples(st.none(), st.integers(1, 40)), st.sampled_from(["several", "tens", "hundreds"]))
MORE = st.fixed_dictionaries({}, optional={"place": st.sampled_from(["حلب", "حمص", "سوريا"]), "article": st.sampled_from("ab"), "scope": st.sampled_from(["event", "cumulative"]),
                                           "part_of": st.integers(0, 7), "sentence": st.integers(0, 6), "date": st.sampled_from(["2016-08-27", "2016-08-28", "2016-09-20"]),
                                           "outcome": st.sampled_from(["killed", "injured"]), "role": st.sampled_from(["civilian", "combatant", "unknown"])})


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(QUANTITY, MORE), max_size=8))
def test_every_report_is_reached_once_and_no_lower_bound_grows(rows):
    frame = told(*rows) if rows else told(((1, 1), {})).iloc[:0]
    members, events = casualties.members(frame), casualties.events(frame)
    assert members["relation"].notna().all() and members.index.equals(frame.index)
    assert set(events["event"]) == set(members["event"].dropna())
    reached = [label for _, event in events.iterrows() for label in [*event["reports"], *event["parts"]]]
    loose = members.index[members["event"].isna()].tolist()
    assert sorted(reached + loose) == sorted(frame.index)
    assert not ((events["low"] > events["high"]).fillna(False)).any()
    for outcome, total in casualties.totals(events).set_index("outcome")["low"].items():
        whole = frame[(frame["outcome"] == outcome) & (frame["scope"] == "event")]["low"].sum()
        assert pd.isna(total) or total <= whole


# conventions

def test_totals_by_each_convention_worked_out_by_hand():
    events = pd.DataFrame({"event": list("abcde"), "outcome": "killed", "low": [15, 10, None, None, 3], "high": [15, None, None, 20, 5], "vague": ["", "", "tens", "", ""]})
    def sums(name):
        row = casualties.totals(events, name).iloc[0]
        return [None if pd.isna(row[column]) else row[column] for column in ("low", "best", "high")]
    assert sums("as_stated") == [28, None, None]
    assert sums("acled") == [38, 38, 38]  # 15 + 10 + 10 (tens) + 0 (up to 20) + 3
    assert sums("ucdp") == [48, 48, 149]  # 15 + 10 + 20..99 + 0..20 + 3..5


def test_a_dozen_and_a_hundred_by_acled():
    for vague, figure in (("tens", 10), ("dozens", 12), ("hundreds", 100)):
        events = pd.DataFrame({"outcome": ["killed"], "vague": [vague]})
        assert casualties.totals(events, "acled")["best"].tolist() == [figure]


def test_unknown_stays_unknown():
    total = casualties.totals(pd.DataFrame({"outcome": ["injured"], "vague": ["several"]}))
    assert total[["low", "best", "high"]].isna().all(axis=None) and total["unknown"].tolist() == [1]


def test_totals_by_place_and_by_source():
    events = pd.DataFrame({"outcome": "killed", "low": [1, 2], "high": [1, 2], "vague": "", "place": ["حلب", "حمص"], "sources": [["س", "ص"], []]})
    assert casualties.totals(events, by="place")["low"].tolist() == [1, 2]
    by_source = casualties.totals(events, by="sources")
    assert by_source["low"].tolist() == [1, 1, 2] and by_source["sources"].isna().tolist() == [False, False, True]


def test_no_such_convention():
    with pytest.raises(ValueError, match="as_stated, acled, ucdp"):
        casualties.totals(pd.DataFrame({"outcome": []}), "guess")


def test_every_convention_has_every_wording_and_its_source():
    for name, rows in conventions().items():
        assert len(rows) == 12 and all(row["source"] for row in rows.values()), name


# the seeds

@pytest.fixture(scope="module")
def seeds():
    articles = corpus.load(corpus.SEEDS)
    reports = casualties.table(articles)
    return reports, casualties.events(reports)


def killed(events, number):
    return events[(events["outcome"] == "killed") & events["article"].str.startswith(number) & events["low"].notna()]


def test_seed_000_counts_its_fifteen_dead_once(seeds):
    found = killed(seeds[1], "000")
    assert found["low"].tolist() == [15] and found["high"].isna().all() and len(found["reports"].iloc[0]) == 2


def test_seed_002_counts_its_officer_once(seeds):
    assert killed(seeds[1], "002")[["low", "high"]].values.tolist() == [[1, 1]]


def test_seed_003_adds_eighteen_eleven_six_and_more_than_twenty_five(seeds):
    found = killed(seeds[1], "003")
    assert found["low"].tolist() == [18, 11, 6, 26] and found["high"].isna().tolist() == [True, True, False, True]
    parts = seeds[0].loc[[label for labels in found["parts"] for label in labels]]
    assert {4, 2} <= set(parts["low"].dropna())


def test_seed_003_besieged(seeds):
    assert seeds[1][seeds[1]["outcome"] == "besieged"]["low"].tolist() == [200000]


def test_the_same_number_and_place_in_an_article_without_a_day_is_a_doubt():
    frame = told(((15, 15), {"place": "حلب"}), ((15, 15), {"place": "حلب", "article": "b"}))
    assert "no day is stated" in casualties.events(frame)["doubt"][1]
