"""numbers: every group of phenomena on phrases of our own, bounds, errors, spelling, and properties on any text.

tests/numbers_cases.tsv holds phrase and expected numbers, parted by semicolons: a value, `a..b` for bounds, `~n` an indefinite multiple,
D a date, T a time, I an identifier; nothing where no number may be found.
"""
import itertools
import time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from num2words import num2words

from helpers import numbers
from helpers.arabic import HARAKAT
from helpers.numbers import KINDS, NumberError

CASES = [line.split("\t") for line in (Path(__file__).parent / "numbers_cases.tsv").read_text(encoding="utf-8").splitlines()]


def as_expected(found, wanted: str) -> bool:
    if wanted in ("D", "T", "I"):
        return found.kind == {"D": "date", "T": "time", "I": "id"}[wanted]
    if wanted.startswith("~"):
        return found.kind == "indefinite" and found.value == int(wanted[1:])
    if ".." in wanted:
        return [float(found.low), float(found.high)] == [float(end) for end in wanted.split("..")]
    return found.value is not None and float(found.value) == pytest.approx(float(wanted), abs=1e-5)


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_phrase(text, wanted):
    found = numbers.find(text)
    wanted = [part for part in wanted.split(";") if part]
    if not wanted:
        assert all(number.kind == "id" for number in found), found
        return
    assert len(found) == len(wanted), found
    assert all(map(as_expected, found, wanted)), found


@pytest.mark.parametrize(("text", "quote"), [
    ("وثلاثة جرحى", "ثلاثة"), ("بستمئة دينار", "ستمئة"), ("الـ36 ساعة", "36"), ("لـ7 أعوام", "7"), ("الأولاد التسعة", "التسعة"), ("بالأربعة", "الأربعة"),
    ("وللخمسين منهم", "خمسين"), ("دفع ثلاثة آلاف ومئتي دينار", "ثلاثة آلاف ومئتي"), ("مقتل ١٢ جنديا", "١٢"), ("نسبة 7,5 في المئة", "7,5 في المئة"),
    ("قرابة خَمْسِينَ ألفًا من", "خَمْسِينَ ألفًا"), ("بين أربعة وستة أيام", "بين أربعة وستة"),
])
def test_quote_starts_after_the_proclitic(text, quote):
    assert [number.quote for number in numbers.find(text)] == [quote]


# bounds as the codebook for casualty reports gives them -------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "low", "high", "approx"), [
    ("جرح 18 عاملا", 18, 18, False),
    ("18 عاملا على الأقل", 18, None, False),
    ("18 عاملا أجنبيا على الأقل", 18, None, False),
    ("على الأقل 18 عاملا", 18, None, False),
    ("ما لا يقل عن 18 عاملا", 18, None, False),
    ("18 عاملا كحد أدنى", 18, None, False),
    ("18 أو أكثر", 18, None, False),
    ("أكثر من 40 عاملا", 41, None, False),
    ("وأكثر من أربعين عاملا", 41, None, False),
    ("بأكثر من 40", 41, None, False),
    ("يزيد على 40", 41, None, False),
    ("ما يزيد عن 40", 41, None, False),
    ("فاق عددهم 40", 40, 40, False),  # the cue must touch the number
    ("فاق 40", 41, None, False),
    ("تجاوز الأربعين", 41, None, False),
    ("يربو على 40", 41, None, False),
    ("أقل من 40", None, 39, False),
    ("دون الأربعين", None, 39, False),
    ("ما يصل إلى 40", None, 40, False),
    ("لا يزيد على 40", None, 40, False),
    ("لا يتجاوز 40", None, 40, False),
    ("40 كحد أقصى", None, 40, False),
    ("40 عاملا على الأكثر", None, 40, False),
    ("نحو 40", 40, 40, True),
    ("حوالي أربعين", 40, 40, True),
    ("زهاء 40", 40, 40, True),
    ("قرابة 40", 40, 40, True),
    ("40 عاملا تقريبا", 40, 40, True),
    ("ما يقارب 40", 40, 40, True),
    ("يناهز 40", 40, 40, True),
    ("بين 10 و20", 10, 20, False),
    ("نحو 10 إلى 20", 10, 20, True),
])
def test_bounds(text, low, high, approx):
    (number,) = numbers.find(text)
    assert (number.low, number.high, number.approx) == (low, high, approx)


def test_a_bound_ends_at_the_sentence():
    first, second = numbers.find("قتل 12 جنديا. على الأقل 3 نجوا")
    assert (first.low, first.high) == (12, 12)
    assert (second.low, second.high) == (3, None)


@pytest.mark.parametrize(("text", "kind"), [
    ("اثنا عشر", "cardinal"), ("الثاني عشر", "ordinal"), ("7,5", "decimal"), ("خمسة أثمان", "fraction"), ("15%", "percent"), ("بين 4 و6", "range"),
    ("قريتان", "dual"), ("ألوف", "indefinite"), ("عام 1991", "year"), ("الأربعينيات", "decade"), ("9 تموز", "date"), ("الساعة التاسعة", "time"),
    ("المادة 12", "id"), ("القرن الثالث عشر", "ordinal"),
])
def test_kind(text, kind):
    (number,) = numbers.find(text)
    assert number.kind == kind
    assert kind in KINDS


def test_both_halves_of_a_score():
    assert [(n.value, n.kind) for n in numbers.find("تغلب الفريق 4-2")] == [(4, "score"), (2, "score")]


# parse --------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("phrase", "value"), [
    ("ستة عشر ألفا", 16_000), ("بعشرين", 20), ("أحد", 1), ("إحدى", 1), ("سبعة فاصلة اثنان", Decimal("7.2")), ("2,75", Decimal("2.75")),
    ("خمسة أسداس", Fraction(5, 6)), ("سبعة وثلث", Fraction(22, 3)), ("سالب ألف", -1000), ("45%", 45), ("الثالث والأربعون", 43), ("لوحتان", 2),
])
def test_parse(phrase, value):
    read = numbers.parse(phrase)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(("phrase", "said"), [
    ("", "empty"), ("   ", "empty"), ("كتاب", "no number"), ("خمسة كتب", "'كتب' at 5"), ("ستة ، تسعة", "2 numbers"), ("عشرات", "indefinite"), ("بين 2 و4", "two bounds"),
    ("\u064e\u0651", "no number"), ("\ud800", "no number"), (" ".join(["مليون"] * 70), "numbers where one"), ("9" * 401, "identifier"),
])
def test_parse_says_what_it_could_not_read(phrase, said):
    with pytest.raises(NumberError, match=said):
        numbers.parse(phrase)


@pytest.mark.parametrize("phrase", [None, b"\xd8\xae", 5, ["خمسة"]])
def test_parse_takes_strings_only(phrase):
    with pytest.raises(TypeError, match="str"):
        numbers.parse(phrase)


# spelling -----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("value", "gender", "case", "words"), [
    (0, "masculine", "nominative", "صفر"), (1, "feminine", "nominative", "واحدة"), (2, "masculine", "genitive", "اثنين"), (3, "masculine", "nominative", "ثلاثة"),
    (3, "feminine", "nominative", "ثلاث"), (8, "feminine", "genitive", "ثماني"), (10, "feminine", "nominative", "عشر"), (11, "masculine", "nominative", "أحد عشر"),
    (11, "feminine", "accusative", "إحدى عشرة"), (12, "feminine", "nominative", "اثنتا عشرة"), (13, "masculine", "genitive", "ثلاثة عشر"), (13, "feminine", "genitive", "ثلاث عشرة"),
    (21, "feminine", "nominative", "إحدى وعشرون"), (99, "masculine", "accusative", "تسعة وتسعين"), (200, "masculine", "nominative", "مئتان"),
    (315, "feminine", "nominative", "ثلاثمئة وخمس عشرة"), (1000, "masculine", "genitive", "ألف"), (2002, "masculine", "genitive", "ألفين واثنين"),
    (3000, "feminine", "nominative", "ثلاثة آلاف"), (11_000, "feminine", "nominative", "أحد عشر ألفا"), (100_000, "masculine", "nominative", "مئة ألف"),
    (200_000, "masculine", "genitive", "مئتي ألف"), (101_000, "masculine", "nominative", "مئة ألف وألف"), (-7, "masculine", "nominative", "سالب سبعة"),
    (2_500_000, "masculine", "nominative", "مليونان وخمسمئة ألف"), (Decimal("0.05"), "masculine", "nominative", "صفر فاصلة صفر خمسة"),
])
def test_spell(value, gender, case, words):
    assert numbers.spell(value, gender=gender, case=case) == words


@settings(max_examples=150, deadline=None)
@given(st.integers(-(10**15), 10**15) | st.integers(0, 10**7) | st.integers(0, 14).flatmap(lambda places: st.integers(0, 9).map(lambda digit: digit * 10**places)),
       st.sampled_from(["masculine", "feminine"]), st.sampled_from(["nominative", "genitive", "accusative"]))
@example(102_000, "masculine", "nominative")
@example(10**15, "feminine", "genitive")
def test_what_is_spelled_is_read_back(value, gender, case):
    assert numbers.parse(numbers.spell(value, gender=gender, case=case)) == value


@pytest.mark.parametrize("gender", ["masculine", "feminine"])
def test_every_number_below_a_thousand_is_read_back(gender):
    for value, case in itertools.product(range(1000), ("nominative", "genitive")):
        assert numbers.parse(numbers.spell(value, gender, case)) == value


@settings(max_examples=100, deadline=None)
@given(st.integers(-(10**6), 10**6), st.integers(1, 6))
def test_decimals_are_read_back(whole, places):
    value = Decimal(whole).scaleb(-places)
    assert numbers.parse(numbers.spell(value)) == value


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**15) | st.integers(0, 10**5))
@example(301_000)
@example(2000)
def test_spelling_of_num2words_is_read(value):
    assert numbers.parse(num2words(value, lang="ar")) == value


def test_ordinals_of_num2words_are_read():
    for value in range(1, 121):
        assert numbers.parse(num2words(value, lang="ar", to="ordinal")) == value


@pytest.mark.parametrize(("value", "error"), [(10**18, NumberError), (Decimal("NaN"), NumberError), (True, TypeError), (1.5, TypeError), ("5", TypeError)])
def test_spell_refuses(value, error):
    with pytest.raises(error):
        numbers.spell(value)


def test_spell_refuses_an_unknown_gender_and_case():
    with pytest.raises(NumberError, match="gender"):
        numbers.spell(3, gender="neuter")
    with pytest.raises(NumberError, match="case"):
        numbers.spell(3, case="dative")


# any text -----------------------------------------------------------------------------------------------------------------------------

WORDS = ["ثلاثة", "وعشرون", "ألف", "آلاف", "ومئتان", "مئة", "مليون", "نصف", "أرباع", "وربع", "إلا", "فاصلة", "صفر", "بين", "و", "إلى", "أو", "يومين", "عشرات", "الآلاف",
         "الثالث", "عشر", "بعد", "المئة", "الساعة", "والنصف", "5", "3.5", "1,000", "10-15", "/", "-", "%", "في", "المئة", "دينار", "على", "الأقل", "نحو", ".", "\n", "تسعينات",
         "القرن", "أيار", "عام", "٢٠١٦", "هـ", "كل", "من", "واحد", "سالب", "تحت", "الصفر", "ب", "الـ", "½", "+", "00963"]


def holds(text: str) -> None:
    end = 0
    for number in numbers.find(text):
        assert text[number.start : number.end] == number.quote
        assert number.start >= end, "numbers overlap or are out of order"
        assert number.quote and number.kind in KINDS
        end = number.end
        if number.low is not None and number.high is not None and number.kind == "range":
            assert number.low <= number.high


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
@example("\ud800خمسة\udfff")
@example("١٢٣\u0600")
@example("ﷺ ﷲ ٣")
@example("\u064b\u064b5\u0640")
def test_find_takes_any_text(text):
    holds(text)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([" ", "", "  ", "\u00a0"]))
def test_find_takes_number_words_in_any_order(words, gap):
    holds(gap.join(words))


@settings(max_examples=120, deadline=None)
@given(st.text("0123456789٠١٢٣.,٫٬:/-–'% +", max_size=40))
def test_find_takes_digits_and_signs_in_any_order(text):
    holds(text)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9), st.randoms())
def test_harakat_and_tatweel_change_nothing(value, random):
    words = numbers.spell(value)
    noisy = "".join(letter + random.choice(["", "", "\u064e", "\u0650", "\u0640"]) if letter.isalpha() else letter for letter in words)
    assert numbers.parse(noisy) == value


# speed: linear whatever the text; a ratio, not a time, is held --------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["ألف ", " و", "1,", "3 - ", "خمسة\n", "نصف و", "بين 3 و", "111 ", "خمسةو", "ألف إلا ", "3 أو "], ids=repr)
def test_time_is_linear(unit):
    fresh = itertools.count(1)  # a text read before is remembered

    def seconds(times):
        text = unit * times + "." * next(fresh)
        started = time.process_time()
        numbers.find(text)
        return time.process_time() - started
    seconds(500)
    small, large = min(seconds(2000) for _ in range(3)), seconds(20_000)
    assert large < 40 * small + 0.05, "ten times the text took more than forty times as long"


# tables -------------------------------------------------------------------------------------------------------------------------------


def test_table_has_a_row_a_number():
    articles = pd.DataFrame({"article": ["a", "b", "c"], "text": ["مقتل 4 جنود وجرح آخرين", None, "بين 5 و7 قرى"]})
    table = numbers.table(articles)
    assert list(table.columns) == ["article", "value", "low", "high", "kind", "approx", "start", "end", "quote"]
    assert table["article"].tolist() == ["a", "c"]
    assert table["value"].tolist() == [4, pd.NA]
    assert (table["low"].iloc[1], table["high"].iloc[1]) == (5, 7)
    assert table.dtypes.astype(str).tolist() == ["string", "Float64", "Float64", "Float64", "string", "boolean", "Int64", "Int64", "string"]


def test_table_of_a_partition_is_that_part_of_the_table():
    articles = pd.DataFrame({"article": ["a", "b"], "text": ["خمسة", "ستة وسبعون"]})
    pd.testing.assert_frame_equal(pd.concat([numbers.table(articles[:1]), numbers.table(articles[1:])], ignore_index=True), numbers.table(articles))
    assert numbers.table(articles[:0]).dtypes.equals(numbers.table(articles).dtypes)


# explain ------------------------------------------------------------------------------------------------------------------------------


def test_explain_goes_from_words_to_value():
    steps = numbers.explain("ثلاثة وسبعون ألفا ومئتان")
    assert steps["step"].tolist() == list(range(1, len(steps) + 1))
    assert steps["words"].tolist()[:4] == ["ثلاثة", "سبعون", "ألفا", "مئتان"]
    assert steps["value"].tolist() == ["3", "70", "1000", "200", "73", "73000", "73200", "73200"]
    assert "3 + 70" in steps["rule"].iloc[4]


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**12))
def test_explanations_end_at_the_value(value):
    assert numbers.explain(numbers.spell(value))["value"].iloc[-1] == str(value)


@pytest.mark.parametrize("phrase", ["عشرات الآلاف", "بين ثلاثة وأربعة", "الخامس والعشرون", "عشرة بالمئة", "ساعتان ونصف", "سالب تسعة", "1.5 مليون", "السابعة والربع"])
def test_explain_takes_every_kind(phrase):
    steps = numbers.explain(phrase)
    assert len(steps) >= 2
    assert steps["rule"].notna().all()


def test_lexicon_harakat_are_only_where_they_decide():
    from helpers.lexicon import read
    for row in read("numbers"):
        for form in row["forms"].split("|"):
            assert not any(mark in form for mark in HARAKAT if not mark.isascii()) or form in ("أوّل", "نصّ"), form


def test_no_chunk_with_a_number_word_is_skipped():
    from helpers.numbers.forms import lexicon
    from helpers.numbers.text import may_count
    known = lexicon()
    assert [word for word in [*known.words, *known.duals] if not may_count(word)] == []


def test_a_word_that_opens_no_number_never_does():
    from helpers.numbers.forms import lexicon, may_be_two
    from helpers.numbers.scan import _read
    from helpers.numbers.text import whole_row
    closed = [word for word, (noun, ending) in lexicon().duals.items() if not may_be_two(noun, ending, "ال") and word not in lexicon().words]
    assert len(closed) > 500
    for before, after in itertools.product(("", "في ", "وزيرا ", "ولدان ", "و"), ("", " و5", " 5", " الخارجية والدفاع", " ونصف", " اثنين", " أو ثلاثة")):
        for word in closed[::41]:
            row = whole_row(f"{before}ال{word}{after}")
            assert [row.words[at].whole for at, word in enumerate(row.words) if word.roles and not word.opens and _read(row, at, 0)] == []


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["و", "الـ", "ب", "ب5", "و3,5", "", "\u200f", "خمسة", "\n", "قال.", "«ثلاثة»", "المدنيين", "ـ"]), max_size=12))
def test_a_row_is_its_words_in_their_places(chunks):
    from helpers.numbers.text import _read_chunk, whole_row
    text, expected, base = " ".join(chunks), [], 0
    for chunk in chunks or [""]:
        for word in _read_chunk(chunk):
            lead = ""
            if expected and expected[-1][0].leads and (word.literal or word.roles):
                before, lead, _ = expected.pop()  # a letter standing alone belongs to what follows
                lead += before.word
            expected.append((word, lead + word.lead, base + word.start))
        base += len(chunk) + 1
    row = whole_row(text)
    assert [(word.whole, word.raw) for word in row.words] == [(word.whole, word.raw) for word, _, _ in expected]
    assert row.conj == [lead for _, lead, _ in expected]
    assert [row.start(at) for at in range(row.size)] == [start for _, _, start in expected]


def test_what_was_seen_before_changes_nothing():
    from helpers.numbers.text import forget
    texts = [text for text, _ in CASES[::7]]
    forget()
    cold = [numbers.find(text) for text in texts]
    assert [numbers.find(text) for text in texts] == cold


def test_years_after_a_year_are_years_and_people_are_not():
    assert [number.kind for number in numbers.find("أعوام 2003 و2005 و2008")] == ["year"] * 3
    assert [number.kind for number in numbers.find("في عام 2013 و1500 جندي")] == ["year", "cardinal"]


@pytest.mark.parametrize("text", ["استشهد في حرب 1973 على الجبهة", "اغتيل في فبراير (شباط) 2005 في بيروت", "قتل في أحداث 2011 كثيرون"])
def test_a_year_beside_harm_is_a_year(text):
    assert [number.kind for number in numbers.find(text) if number.value is not None and number.value > 1900] == ["year"]


def test_a_count_that_looks_like_a_year_is_a_count():
    assert [number.kind for number in numbers.find("مقتل 1973 شخصا في الزلزال")] == ["cardinal"]
