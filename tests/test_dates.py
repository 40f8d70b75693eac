"""Dates: every family of month names, relative words against a known day, what stays open, and what is no date."""
import datetime

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import dates

FRIDAY = "2016-09-09"


def only(text, published=FRIDAY):
    found = dates.find(text, published)
    assert len(found) == 1, [date.quote for date in found]
    return found[0]


def days(text, published=FRIDAY):
    date = only(text, published)
    return str(date.first or ""), str(date.last or "")


ABSOLUTE_DAYS = [
    ("في 12 أيلول 2016", "2016-09-12"), ("12 أيلول/سبتمبر 2016", "2016-09-12"), ("يوم 12 سبتمبر (أيلول) 2016", "2016-09-12"),
    ("12 كانون الثاني(يناير) 2015", "2015-01-12"), ("5 كانون الأول 2014", "2014-12-05"), ("3 تشرين الثاني 2015", "2015-11-03"),
    ("الأول من تشرين الأول 1973", "1973-10-01"), ("٢٠ أوت ١٩٥٥", "1955-08-20"), ("5 جويلية 1962", "1962-07-05"), ("14 جانفي 2011", "2011-01-14"),
    ("الثامن من فيفري 1958", "1958-02-08"), ("19 جوان 1965", "1965-06-19"), ("18 أفريل 2001", "2001-04-18"), ("8 ماي 1945", "1945-05-08"),
    ("16 غشت 2016", "2016-08-16"), ("10 يوليوز 2016", "2016-07-10"), ("7 شتنبر 2016", "2016-09-07"), ("11 نونبر 2015", "2015-11-11"), ("30 دجنبر 2006", "2006-12-30"),
    ("سابع أكتوبر 2016", "2016-10-07"), ("4 يوليو تموز 2015", "2015-07-04"), ("الحادي عشر من سبتمبر 2001", "2001-09-11"), ("الخامس والعشرين من يناير 2011", "2011-01-25"), ("الثلاثين من حزيران 2013", "2013-06-30"),
    ("الحادي والثلاثين من آب 2016", "2016-08-31"), ("فاتح نوفمبر 1954", "1954-11-01"), ("الفاتح من سبتمبر 1969", "1969-09-01"),
    ("12/9/2016", "2016-09-12"), ("2016/9/12", "2016-09-12"), ("2016-09-12", "2016-09-12"), ("١٢-٩-٢٠١٦", "2016-09-12"), ("12.9.2016", "2016-09-12"),
    ("9/25/2016", "2016-09-25"), ("بتاريخ 3/4/16", "2016-04-03"), ("الجمعة 9 سبتمبر 2016", "2016-09-09"), ("يوم الاثنين (5 أيلول 2016)", "2016-09-05"),
    ("29 شباط 2016", "2016-02-29"), ("10 حزيران من العام 2014", "2014-06-10"), ("15 أغسطس، 2016", "2016-08-15"),
]


@pytest.mark.parametrize("text, day", ABSOLUTE_DAYS)
def test_a_day_of_every_calendar_is_read(text, day):
    date = only(text, None)
    assert (date.kind, date.precision, str(date.first), str(date.last)) == ("absolute", "day", day, day)


RELATIVE_DAYS = [  # publication is Friday 9 September 2016
    ("أمس", "2016-09-08"), ("بالأمس", "2016-09-08"), ("يوم أمس", "2016-09-08"), ("أول من أمس", "2016-09-07"), ("أول أمس", "2016-09-07"), ("أمس الأول", "2016-09-07"),
    ("وأمس", "2016-09-08"), ("أَمْسِ", "2016-09-08"), ("غدا", "2016-09-10"), ("غداً", "2016-09-10"), ("يوم غد", "2016-09-10"), ("بعد غد", "2016-09-11"), ("غدا السبت", "2016-09-10"),
    ("اليوم", "2016-09-09"), ("اليوم الجمعة", "2016-09-09"), ("فجر اليوم", "2016-09-09"), ("اليوم (الجمعة)", "2016-09-09"), ("مساء الأربعاء (أول من أمس)", "2016-09-07"), ("أمس (الخميس)", "2016-09-08"), ("عاد (الخميس)", "2016-09-08"), ("ظهر أمس", "2016-09-08"), ("أمس الخميس", "2016-09-08"),
    ("مساء يوم أمس الخميس", "2016-09-08"), ("أمس الأول الأربعاء", "2016-09-07"), ("الجمعة الماضي", "2016-09-02"), ("الجمعة الماضية", "2016-09-02"),
    ("يوم الثلاثاء الماضي", "2016-09-06"), ("الخميس المنصرم", "2016-09-08"), ("الخميس المقبل", "2016-09-15"), ("الأحد القادم", "2016-09-11"),
    ("الأحد قبل الماضي", "2016-08-28"), ("الأحد بعد المقبل", "2016-09-18"), ("مساء الثلاثاء", "2016-09-06"), ("الأربعاء مساء", "2016-09-07"), ("فجر الخميس", "2016-09-08"),
    ("بعد ظهر الاثنين", "2016-09-05"), ("الليلة الماضية", "2016-09-08"), ("هذا الصباح", "2016-09-09"), ("قبل ثلاثة أيام", "2016-09-06"), ("قبل يومين", "2016-09-07"),
    ("قبل 48 ساعة", "2016-09-07"), ("قبل خمسة عشر يوما", "2016-08-25"), ("الـ12 من الشهر الحالي", "2016-09-12"), ("في الـ 12 من هذا الشهر", "2016-09-12"),
    ("في 8 الجاري", "2016-09-08"), ("العاشر من الشهر المقبل", "2016-10-10"), ("15 يوليو الماضي", "2016-07-15"), ("20 أيلول المقبل", "2016-09-20"),
    ("3 كانون الأول من العام الماضي", "2015-12-03"), ("السبت من الأسبوع الماضي", "2016-08-27"),
]


@pytest.mark.parametrize("text, day", RELATIVE_DAYS)
def test_relative_days_count_from_publication(text, day):
    date = only(text)
    assert (date.kind, date.precision, str(date.first), str(date.last)) == ("relative", "day", day, day)


@pytest.mark.parametrize("text, day", RELATIVE_DAYS)
def test_without_publication_they_are_found_and_left_open(text, day):
    dated, open_ = only(text), only(text, None)
    assert (open_.quote, open_.precision) == (dated.quote, dated.precision)
    assert not open_.resolved


PERIODS = [
    ("الأسبوع الماضي", "week", "2016-08-27", "2016-09-02"), ("الأسبوع الجاري", "week", "2016-09-03", "2016-09-09"), ("الشهر الماضي", "month", "2016-08-01", "2016-08-31"),
    ("هذا العام", "year", "2016-01-01", "2016-12-31"), ("العام الجاري", "year", "2016-01-01", "2016-12-31"), ("السنة المقبلة", "year", "2017-01-01", "2017-12-31"),
    ("فبراير الماضي", "month", "2016-02-01", "2016-02-29"), ("أواخر تموز/ يوليو الماضي", "span", "2016-07-22", "2016-07-31"), ("أيلول الجاري", "month", "2016-09-01", "2016-09-30"),
    ("سبتمبر الماضي", "month", "2015-09-01", "2015-09-30"), ("سبتمبر المقبل", "month", "2017-09-01", "2017-09-30"), ("آذار 2014", "month", "2014-03-01", "2014-03-31"),
    ("عام 2011", "year", "2011-01-01", "2011-12-31"), ("من 1992 حتى 1995", "span", "1992-01-01", "1995-12-31"), ("عامي 1990 و1996", "span", "1990-01-01", "1996-12-31"), ("صيف 2014", "span", "2014-06-01", "2014-08-31"),
    ("شتاء 2013", "span", "2013-12-01", "2014-02-28"), ("القرن الماضي", "century", "1901-01-01", "2000-12-31"), ("الثمانينيات", "decade", "1980-01-01", "1989-12-31"),
    ("خلال الـ24 ساعة الأخيرة", "span", "2016-09-08", "2016-09-09"), ("الساعات الـ48 الماضية", "span", "2016-09-07", "2016-09-09"),
    ("الساعات الأربع والعشرين الماضية", "span", "2016-09-08", "2016-09-09"), ("اليومين الماضيين", "span", "2016-09-07", "2016-09-09"),
    ("الأسابيع الثلاثة الأخيرة", "span", "2016-08-19", "2016-09-09"), ("الأيام القليلة الماضية", "span", "", "2016-09-09"), ("الأيام المقبلة", "span", "2016-09-09", ""),
    ("قبل أسبوعين", "week", "2016-08-20", "2016-08-26"), ("قبل نحو ستة أشهر", "month", "2016-03-01", "2016-03-31"), ("منذ عامين", "year", "2014-01-01", "2014-12-31"),
    ("ليل الأربعاء - الخميس", "span", "2016-09-07", "2016-09-08"), ("من 12 إلى 15 يوليو 2016", "span", "2016-07-12", "2016-07-15"),
]


@pytest.mark.parametrize("text, precision, first, last", PERIODS)
def test_periods_have_their_first_and_last_day(text, precision, first, last):
    assert (only(text).precision, *days(text)) == (precision, first, last)


@pytest.mark.parametrize("text", [
    "ثورة 25 يناير", "شارع 26 يوليو", "مدينة السادس من أكتوبر", "حركة 6 أبريل", "قناة روسيا اليوم", "صحيفة المصري اليوم", "اليوم الوطني", "لليوم الثالث على التوالي",
    "في اليوم الثاني", "رجب طيب أردوغان", "صفر نقاط", "مارس ضغوطا على الجانبين", "الفريق فاز 3-1", "النتيجة 2 - 1", "الإصدار 1.2.3", "العنوان 192.168.1.2", "في 2000 قرية",
    "القرار 2254", "تيريزا ماي", "كلا الاثنين", "كل جمعة", "31 نيسان 2016", "غد أفضل", "غداة الهجوم", "أمسك به", "هدف لا بد منه", "قوى 14 آذار", "على بعد أيام قليلة من المدينة", "مقتل 15 شخصا", "سوق الخميس",
])
def test_what_is_no_date(text):
    assert dates.find(text, FRIDAY) == []


def test_a_weekday_alone_is_the_most_recent_one_and_says_so():
    date = only("وقع الهجوم الثلاثاء")
    assert str(date.first) == "2016-09-06" and "most recent" in date.note


def test_a_weekday_after_a_verb_of_the_future_is_the_coming_one_and_says_so():
    date = only("سيلتقيان الأحد في جنيف")
    assert str(date.first) == "2016-09-11" and "coming" in date.note


def test_the_adjective_of_two_days_is_both_days():
    assert [str(date.first) for date in dates.find("يومي الأحد والاثنين المقبلين", FRIDAY)] == ["2016-09-11", "2016-09-12"]


def test_a_weekday_that_contradicts_its_date_says_so():
    assert "another" in only("الخميس 9 سبتمبر 2016").note
    assert "another" in only("اليوم السبت").note


def test_day_and_month_without_a_year_are_the_most_recent_or_near():
    date = only("في 15 كانون الأول", "2016-01-20")
    assert (date.kind, str(date.first)) == ("partial", "2015-12-15") and "most recent" in date.note
    assert str(only("في كانون الثاني", "2015-07-26").first) == "2015-01-01"  # six months back, not five ahead
    assert str(only("في 12 أيلول", "2016-09-09").first) == "2016-09-12"
    assert str(only("سيعقد في 20 كانون الثاني", "2015-07-26").first) == "2016-01-20"
    assert only("في 15 كانون الأول", None).first is None


def test_a_dateline_is_a_day_and_a_score_is_not():
    assert str(only("بيروت 15 - 7 (اف ب) - قتل", "2006-07-16").first) == "2006-07-15"
    assert dates.find("فاز الفريق 15 - 7 في النهائي", FRIDAY) == []


def test_islamic_dates_are_converted_and_say_by_which_calendar():
    date = only("الأول من محرم 1440 هـ", None)  # 11 September 2018 in Saudi Arabia
    assert (str(date.first), date.calendar) == ("2018-09-11", "hijri") and "Umm al-Qura" in date.note
    assert only("في رمضان الماضي").first == datetime.date(2016, 6, 6)
    assert only("عام 1436هـ", None).first == datetime.date(2014, 10, 25)
    assert "not converted" in only("17 رمضان 2016", None).note


def test_what_counts_from_another_date_is_found_and_not_resolved():
    for text in ("في هذا اليوم", "في اليوم نفسه", "قبل ثلاثة أيام من الانتخابات", "بعد يومين", "سبتمبر من العام نفسه"):
        date = only(text)
        assert date.kind == "anaphoric" and not date.resolved


def test_since_and_until_are_kept():
    assert only("منذ الجمعة الماضي").bound == "since"
    assert only("حتى نهاية 2017").bound == "until"
    assert only("منذ مطلع العام الجاري").first == datetime.date(2016, 1, 1)


def test_today_in_a_quotation_says_that_it_is_the_speakers_day():
    assert "speaker" in only("وقال «نبحثها اليوم»").note
    assert only("وصل اليوم وقال «لا»").note == ""


def test_spans_quote_the_text_after_joined_letters():
    text = "وللجمعة، وفي ٩ أيْلُول/ سبتمبر ٢٠١٦، وبالأمس"
    found = dates.find(text, FRIDAY)
    assert all(text[date.start : date.end] == date.quote for date in found)
    assert [date.quote for date in found][1:] == ["٩ أيْلُول/ سبتمبر ٢٠١٦", "بالأمس"]


@pytest.mark.parametrize("published", [None, pd.NaT, pd.NA, "", "2016-09-09", datetime.date(2016, 9, 9), datetime.datetime(2016, 9, 9, 12), pd.Timestamp("2016-09-09")])
def test_publication_may_come_as_any_kind_of_day(published):
    assert only("أمس", published).first in (None, datetime.date(2016, 9, 8))


WORDS = st.sampled_from("أمس الأول غدا بعد قبل منذ الجمعة الماضي المقبل 12 31 2016 / - ( ) أيلول سبتمبر تموز يوليو صفر رمضان هـ الـ 24 ساعة الأخيرة عام الأسبوع ثلاثة أيام من و في يوم . \n".split(" "))


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60), st.sampled_from([None, "2016-09-09", "0001-01-01", "9999-12-31"]))
def test_never_raises_and_spans_are_in_order(text, published):
    found = dates.find(text, published)
    assert all(text[date.start : date.end] == date.quote for date in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:]))
    assert all(date.first is None or date.last is None or date.first <= date.last for date in found)


def test_table_keeps_missing_days_missing_and_takes_empty_frames():
    articles = pd.DataFrame({"article": ["a", "b"], "text": ["قتلوا أمس", "قتلوا أمس"], "published": pd.to_datetime(["2016-09-09", None])})
    table = dates.table(articles)
    assert table["first"].tolist()[0] == pd.Timestamp("2016-09-08") and pd.isna(table["first"][1])
    assert dates.table(articles[["article", "text"]])["first"].isna().all()
    assert list(dates.table(articles.iloc[:0]).columns) == list(table.columns)
    assert (dates.table(articles.iloc[:0]).dtypes == table.dtypes).all()


def test_the_date_of_a_statement_is_the_nearest_day_of_its_sentence():
    text = "قتل خمسة أمس في حلب بعد اتفاق عام 2014. وأصيب سبعة الجمعة الماضي."
    assert dates.date_of(text, text.index("خمسة"), text.index("خمسة") + 4, FRIDAY).quote == "أمس"
    assert dates.date_of(text, text.index("سبعة"), text.index("سبعة") + 4, FRIDAY).quote == "الجمعة الماضي"
    assert dates.date_of("قتل خمسة", 0, 3, FRIDAY) is None
