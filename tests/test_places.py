"""Places: what is one, what is none, which of several, and how two of them stand to each other."""
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import lexicon, places


def names(text):
    return [place.name for place in places.find(text)]


@pytest.mark.parametrize("text, expected", [
    ("قصف على مدينة حلب", ["حلب"]), ("في سورية وبالعراق", ["سوريا", "العراق"]), ("بحلب", ["حلب"]), ("وللبصرة", ["البصرة"]), ("بلدة البوليل في ريف دير الزور", ["البوليل", "ريف دير الزور"]),
    ("قرب أبو الظهور", ["أبو الظهور"]), ("حي المعادي", ["حي المعادي"]), ("شمال الضفة الغربية", ["الضفة الغربية"]), ("خان يونس جنوب قطاع غزة", ["خان يونس", "قطاع غزة"]), ("في الولايات المتحدة الأمريكية", ["الولايات المتحدة"]),
    ("هانغجو وهانجتشو", ["هانغجو", "هانغجو"]), ("انقره", ["أنقرة"]), ("إلى مدينة الباب", ["الباب"]), ("مدينة زقطوشة", []), ("في فولتا", []),
    ("مدينة غوادالاخارا", ["غوادالاخارا"]), ("مدينة ويتشيتا", ["ويتشيتا"]),
])
def test_places_are_found_under_their_usual_name(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize("text", [
    "قوات سوريا الديمقراطية", "قناة روسيا اليوم", "سرايا القدس", "فتح الشام", "دخل من الباب", "على التل", "هذه الثورة", "في الطبقة الوسطى", "أبو عمر سراقب", "باراك أوباما", "صبرا جميلا",
    "رأيت فراه", "قيل عنه", "تنظيم الدولة الإسلامية في العراق والشام", "اتفاقية جنيف", "السوريون والروس", "الجيش السوري",
])
def test_names_inside_other_names_and_plain_words_are_no_places(text):
    assert names(text) == []


def test_a_name_of_several_places_is_the_one_whose_larger_place_the_text_names():
    assert [place.parent for place in places.find("حي الخالدية في حمص") if place.name == "الخالدية"] == ["حمص"]
    assert [place.country for place in places.find("قرية دوما شمال الضفة الغربية") if place.name == "دوما"] == ["PS"]
    assert [place.parent for place in places.find("حي الخالدية في حلب") if place.name == "الخالدية"] == ["حلب"]


def test_a_government_is_told_from_a_spot():
    text = "أعلنت موسكو أن القصف وقع في حمص"
    assert [(place.name, place.locative) for place in places.find(text)] == [("موسكو", False), ("حمص", True)]


def test_the_place_of_a_statement_is_the_nearest_in_its_sentence():
    text = "أعلنت موسكو مقتل عشرة في حمص، وقتل سبعة في بلدة البوليل بريف دير الزور. وأصيب أربعة."
    def at(word):
        place = places.place_at(text, text.index(word), text.index(word) + len(word))
        return place and place.name
    assert (at("عشرة"), at("سبعة"), at("أربعة")) == ("حمص", "البوليل", None)


@pytest.mark.parametrize("one, other, answer", [
    ("حلب", "حلب", "same"), ("سوريا", "سورية", "same"), ("حي النيرب", "حلب", "same"), ("حي المعادي", "حي النيرب", "other"), ("البوليل", "دير الزور", "same"), ("حلب", "سوريا", "open"),
    ("حلب", "حمص", "other"), ("ريف حلب", "حلب", "same"), ("البوليل", "أبو الظهور", "other"), ("قرية لا يعرفها أحد", "حلب", "other"), ("سوريا", "العراق", "other"),
])
def test_how_two_places_stand_to_each_other(one, other, answer):
    assert places.compare(one, other) == places.compare(other, one) == answer


def test_every_parent_is_a_place_of_the_table():
    rows = lexicon.read("places")
    known = {row["place"] for row in rows}
    assert [row.number for row in rows if row["parent"] and row["parent"] not in known] == []


def test_gazetteer_shows_every_form():
    table = places.gazetteer()
    assert set(table.columns) == {"form", "place", "kind", "parent", "country", "ambiguous"} and len(table) > 1500


WORDS = st.sampled_from("مدينة بلدة حي في حلب سوريا الباب قوات الديمقراطية روسيا اليوم دير الزور وحمص بدمشق الولايات المتحدة أبو كمال . ، \n".split(" "))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=20).map(" ".join) | st.text(max_size=60))
def test_never_raises_and_spans_quote_the_text_in_order(text):
    found = places.find(text)
    assert all(text[place.start : place.end] == place.quote for place in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:]))


def test_joined_letters_are_looked_through_before_a_place():
    nouns = places._gazetteer().nouns
    for word in places._gazetteer().leading | {"وفبلدة", "ولبلده", "ببلدات", "من", "يفي"}:
        def bare(of, word=word):
            return word in of or word[1:] in of and word[:1] in "وفبل" or word[2:] in of and word[:2] in ("وب", "ول", "فب")
        assert (word in places._gazetteer().leading_nouns) == bare(nouns)
        assert (word in places._gazetteer().leading) == (bare(nouns) or bare(places._gazetteer().prepositions))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=20).map(" ".join), st.integers(0, 100), st.integers(0, 30))
def test_a_comma_puts_a_place_further_away(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    def distance(place):
        between = text[end : place.start] if place.start >= end else text[place.end : start] if place.end <= start else ""
        return len(between) * (2 if place.end <= start else 1) + 40 * between.count("،")
    placed = [place for place in places.find(text) if place.locative]
    assert places.nearest(text, places.find(text), start, end) == min(placed, key=distance, default=None)


def test_table_takes_empty_frames():
    articles = pd.DataFrame({"article": ["a"], "text": ["قصف في حلب"]})
    table = places.table(articles)
    assert table["name"].tolist() == ["حلب"] and table["locative"].tolist() == [True]
    assert (places.table(articles.iloc[:0]).dtypes == table.dtypes).all()
