"""casualties.find, table and explain: sentences coded by hand with the codebook, properties that hold for any text, the seeds."""
import csv
import json
import re
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import casualties, corpus
from helpers.casualties import conjugation, vocabulary

HERE = Path(__file__).parent
OUTCOMES = {"killed", "injured", "killed_or_injured", "missing", "captured", "displaced", "besieged", "evacuated"}
VAGUE = {"", "several", "tens", "hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"}


def cases(name):
    with (HERE / name).open(encoding="utf-8", newline="") as stream:
        return [(row["text"], row["reports"]) for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]


def coded(text):
    """Reports of a text in the notation of the case files: killed 3..3; injured 15..; captured .. tens; part at the end."""
    def shown(report):
        bounds = f"{'' if report.low is None else report.low}..{'' if report.high is None else report.high}"
        return f"{report.outcome} {bounds}{' ' + report.vague if report.vague else ''}{' part' if report.part_of is not None else ''}"
    return sorted(shown(report) for report in casualties.find(text))


@pytest.mark.parametrize(("text", "reports"), cases("casualties_cases.tsv"))
def test_sentence_is_coded_as_by_hand(text, reports):
    assert coded(text) == sorted(filter(None, (part.strip() for part in reports.split(";"))))


@pytest.mark.parametrize(("text", "reports"), cases("casualties_limits.tsv"))
@pytest.mark.xfail(strict=True, reason="known limit: tell it in the codebook page when it goes")
def test_known_limit(text, reports):
    assert coded(text) == sorted(filter(None, (part.strip() for part in reports.split(";"))))


def one(text):
    found = casualties.find(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("words", "low", "high", "approx"), [
    ("15 شخصا", 15, 15, False), ("15 شخصا على الأقل", 15, None, False), ("ما لا يقل عن 15 شخصا", 15, None, False), ("أكثر من 25 شخصا", 26, None, False),
    ("ما يزيد على 25 شخصا", 26, None, False), ("نحو 25 شخصا", 25, 25, True), ("25 شخصا تقريبا", 25, 25, True), ("أقل من 25 شخصا", None, 24, False),
    ("ما يصل إلى 25 شخصا", None, 25, False), ("25 شخصا كحد أقصى", None, 25, False), ("بين 10 و15 شخصا", 10, 15, False), ("طفلان", 2, 2, False), ("ضابط", 1, 1, False),
    ("نحو تسعة على الأقل", 9, None, True), ("5 من عناصر الشرطة", 5, 5, False), ("أحد عناصر الشرطة", 1, 1, False), ("اثنان من المارة", 2, 2, False),
    ("عائلة من ستة أفراد", 6, 6, False), ("سبعة أفغان وأميركيين", 7, 7, False), ("مئة شخص", 100, 100, False), ("200 ألف شخص", 200_000, 200_000, False),
])
def test_quantity_by_the_codebook(words, low, high, approx):
    report = one(f"قتل {words} في انفجار.")
    assert (report.low, report.high, report.approx, report.vague) == (low, high, approx, "")


@pytest.mark.parametrize(("words", "vague"), [
    ("عشرات المدنيين", "tens"), ("مئات المدنيين", "hundreds"), ("آلاف المدنيين", "thousands"), ("عشرات الآلاف من المدنيين", "tens_of_thousands"),
    ("مئات الآلاف من المدنيين", "hundreds_of_thousands"), ("عدد من المدنيين", "several"), ("بعض المارة", "several"), ("عدة أشخاص", "several"), ("مدنيون", "several"),
])
def test_vague_words_give_no_number(words, vague):
    report = one(f"قتل {words} في انفجار.")
    assert (report.low, report.high, report.vague) == (None, None, vague)


@pytest.mark.parametrize(("people", "role"), [
    ("3 جنود", "combatant"), ("3 من رجال الشرطة", "combatant"), ("ثلاثة وزراء", "official"), ("ثلاث نساء", "civilian"), ("ثلاثة عمال", "civilian"), ("3 أشخاص", "unknown"),
])
def test_role_is_that_of_the_noun(people, role):
    assert one(f"أصيب {people} في انفجار.").role == role


def test_others_share_the_role_of_those_before():
    assert [report.role for report in casualties.find("قتل جندي وأصيب خمسة آخرون.")] == ["combatant", "combatant"]


def test_a_count_over_months_is_cumulative_and_a_day_is_not():
    assert one("قتل 300 مدني منذ بداية العام.").scope == "cumulative"
    assert one("قتل 18 عنصرا خلال الـ24 ساعة الأخيرة.").scope == "event"


def test_part_names_its_whole_by_index():
    reports = casualties.find("قتل ستة أشخاص وجرح 37 بينهم أربعة جنود.")
    assert [(report.outcome, report.low, report.part_of) for report in reports] == [("killed", 6, None), ("injured", 37, None), ("injured", 4, 1)]


def test_part_told_in_the_next_sentence():
    reports = casualties.find("قتل 18 عنصرا أمس. وأحصى المرصد بين القتلى ثلاثة أجانب.")
    assert [(report.low, report.part_of) for report in reports] == [(18, None), (3, 0)]


def test_indices_run_over_the_whole_text():
    reports = casualties.find("قتل شخص في حلب.\nوأصيب سبعة بينهم طفلان في حمص.")
    assert [report.part_of for report in reports] == [None, None, 1]


def test_quote_and_victims_are_the_text_as_typed():
    text = "أعلن المرصد أنّه قُتِلَ «٤١» عنصـراً من تنظيم داعش."
    report = one(text)
    assert report.quote == text[report.start : report.end] and report.quote.startswith("قُتِلَ")
    assert report.low == 41 and "عنصـراً" in report.victims and report.trigger == "قُتِلَ" and report.words == "٤١"


def test_source_of_a_report():
    assert one("قتل خمسة مدنيين في الغارة، وفق ما أفاد المرصد السوري لحقوق الإنسان.").source == "المرصد السوري لحقوق الإنسان"


def test_explain_names_rule_trigger_and_count():
    shown = casualties.explain("قتل 3 جنود وأصيب <b>ضابط</b>.")
    assert "rule verb_people; trigger «قتل»; count «3»" in str(shown)
    page = shown._repr_html_()
    assert "<mark" in page and 'dir="rtl"' in page and "&lt;b&gt;" in page and "<b>" not in page
    assert str(casualties.explain("لا شيء هنا")) == "no report"


def test_table_columns_types_and_missing():
    articles = pd.DataFrame({"article": ["a", "b", "c"], "text": ["قتل 15 شخصا على الأقل أمس. وأصيب آخرون.", "لا شيء", None], "published": pd.to_datetime(["2016-08-28"] * 3)})
    reports = casualties.table(articles)
    assert list(reports["article"]) == ["a", "a"] and list(reports["report"]) == [0, 1] and list(reports["sentence"]) == [0, 1]
    assert str(reports["low"].dtype) == "Int64" and reports["high"].isna().all() and str(reports["approx"].dtype) == "boolean"
    assert reports["date"].iloc[0] == pd.Timestamp("2016-08-27") and str(reports["outcome"].dtype) == "string"
    empty = casualties.table(articles.iloc[:0])
    assert list(empty.columns) == list(reports.columns) and (empty.dtypes == reports.dtypes).all()
    bare = casualties.table(articles[["article", "text"]])
    assert len(bare) == 2


def test_table_of_a_partition_is_that_part_of_the_whole():
    articles = corpus.load(corpus.SEEDS)[["article", "text", "published"]]
    whole = casualties.table(articles)
    parts = pd.concat([casualties.table(articles.iloc[:2]), casualties.table(articles.iloc[2:])], ignore_index=True)
    pd.testing.assert_frame_equal(whole, parts)


SEEDS = {
    "000_4ee9741d159a0f0b": ["killed 15..", "injured .. several", "killed 15..", "injured .. several", "evacuated .. several", "evacuated 600..600", "evacuated .. several"],
    "001_db730f9dc6351edb": ["killed 1..1", "killed 1..1", "killed 1..1", "killed .. several", "killed_or_injured .. several"],
    "002_2a074d5a8d8335a5": ["killed 1..1"],
    "003_c4d8671c4ea1abfb": ["killed 18..", "killed .. several part", "killed 11..", "killed 4..4 part", "killed 6..6", "killed 2..2 part", "injured .. several", "killed 26..",
                             "besieged 200000..", "besieged .. hundreds_of_thousands"],
    "004_4a6ac2aa93eeae7b": ["evacuated .. hundreds", "killed .. several", "injured .. several"],
}


def test_seeds_are_coded_as_by_hand():
    articles = corpus.load(corpus.SEEDS)
    assert {article: coded(text) for article, text in zip(articles["article"], articles["text"])} == {article: sorted(reports) for article, reports in SEEDS.items()}


WORDS = ["قتل", "أصيب", "مقتل", "وإصابة", "15", "ثلاثة", "شخصا", "أشخاص", "جنود", "طفلان", "بينهم", "منهم", "على", "الأقل", "أكثر", "من", "نحو", "عشرات", "القتلى", "والجرحى", "عدد",
         "إلى", "لم", "دون", "قد", "يؤدي", "إن", "أن", "الذي", "،", ".", "«", "»", "(", ")", "أمس", "في", "انفجار", "لقي", "مصرعه", "حتفهم", "راح", "ضحيته", "اعتقل", "نزح", "فقد", "لا", "و",
         "جثث", "القبض", "عليه", "آخرون", "وآخر", "أحدهم", "مفقود", "لاجئ", "بين", "قتيل", "وجريح", "سنويا", "منذ", "لاعب"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_order_of_such_words_gives_valid_reports(text):
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_valid_reports(text):
    check(text)


def check(text):
    reports = casualties.find(text)
    assert reports == casualties.find(text)
    for index, report in enumerate(reports):
        assert 0 <= report.start < report.end <= len(text) and report.quote == text[report.start : report.end]
        assert report.outcome in OUTCOMES and report.vague in VAGUE and report.scope in ("event", "cumulative")
        assert report.low is None or report.low >= 0
        assert report.high is None or report.low is None or report.low <= report.high
        assert report.low is not None or report.high is not None or report.vague
        assert report.rule and report.trigger and report.trigger in text
        if report.part_of is not None:
            assert report.part_of != index and reports[report.part_of].part_of is None


def test_forms_of_a_verb():
    forms = dict(conjugation.verb_forms("أصيب", "يصاب", False))
    assert {"اصيب", "اصيبت", "اصيبوا", "اصيبا", "يصاب", "يصابون"} <= set(forms)
    assert forms["اصيبوا"].number == "plural" and forms["اصيبا"].number == "dual"


@pytest.mark.parametrize(("written", "number"), [("شرطيين", "dual"), ("جنديين", "dual"), ("طفلين", "dual"), ("مدنيين", "plural"), ("مسلحين", "plural")])
def test_dual_or_plural_by_the_nouns_own_plural(written, number):
    assert vocabulary.word(written).people[0][1].number == number


def test_every_row_of_the_tables_is_used():
    book = vocabulary.book()
    assert len(book.verbs) > 500 and len(book.victims) > 150 and len(book.people) > 3000
    assert not [word for word in book.cues if re.search(r"\s", word)]


@pytest.mark.parametrize(("text", "victims"), [("مقتل 12 شخصا على الأقل في الانفجار", ["شخصا"]), ("أصيب خمسة عمال تقريبا في الحريق", ["عمال"]),
                                               ("أدى القصف إلى سقوط قتلى وجرحى من المدنيين", ["قتلى", "جرحى من المدنيين"])])
def test_victims_are_the_words_for_people_alone(text, victims):
    assert [report.victims for report in casualties.find(text)] == victims


def test_a_number_where_a_long_sentence_is_cut_belongs_to_one_piece():
    reports = casualties.find("قتل " + " و".join(["3 جنود"] * 134))
    assert len(reports) >= 133 and {report.low for report in reports} == {3}


def test_what_is_no_count_of_people_is_none():
    assert casualties.find("قتل سكستليون شخص.") == casualties.find("قتل 99999999999999999999 شخصا.") == []


def test_sentences_that_the_rules_were_made_with():
    """A change that loses what 1,100 coded sentences say is seen here; what to expect on other text is in benchmarks/unseen."""
    both = machine = hand = alarms = silent = 0
    for line in (HERE.parent / "benchmarks" / "development" / "casualties.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        wanted = Counter((report["outcome"], report["low"], report["high"], report["vague"]) for report in row["reports"])
        found = Counter((report.outcome, report.low, report.high, report.vague) for report in casualties.find(row["text"]))
        both, machine, hand = both + (wanted & found).total(), machine + found.total(), hand + wanted.total()
        silent, alarms = silent + (not wanted), alarms + bool(found and not wanted)
    assert 2 * both / (machine + hand) >= 0.925 and alarms / silent <= 0.02
