"""How a report stands to what its article told before: by its words, and what merging makes of whole articles."""
import pandas as pd
import pytest

from helpers import casualties
from helpers.casualties.retelling import cues_of, incidents
from helpers.corpus import split


def events(text, published="2019-05-14"):
    articles = pd.DataFrame({"article": ["a"], "text": [text], "published": [pd.Timestamp(published)]})
    return casualties.events(casualties.table(articles))


def rows(text, **options):
    """(outcome, low, high) of each event; a vague one gives its word."""
    found = events(text, **options)
    return sorted((outcome, *((vague,) if vague else (None if pd.isna(low) else low, None if pd.isna(high) else high)))
                  for outcome, low, high, vague in zip(found["outcome"], found["low"], found["high"], found["vague"].fillna("")))


def whole(text):
    return cues_of(text, 0, len(text), 0, len(text)).split()


# words

@pytest.mark.parametrize("text, cue", [
    ("ارتفع عدد القتلى إلى 30", "rises"), ("ليصبح عدد المتوفين سبعة", "rises"), ("حصيلة سابقة أشارت إلى مقتل 20", "former"), ("وكانت الوزارة أعلنت أمس مقتل 20", "former"),
    ("عشرة من القتلى", "of_them"), ("سبعة منهم اعتقلوا", "of_them"), ("انتشلت أربع جثث أخرى", "more"), ("25 جريحا يرقدون في المستشفى", "care"), ("قتل ستة في انفجار لغم", "incident"),
    ("ستة قتلوا في الانفجار", "known"), ("سلسلة تفجيرات أوقعت 40 قتيلا", "many"),
])
def test_words_that_tie_a_report_to_earlier_ones(text, cue):
    assert cue in whole(text)


@pytest.mark.parametrize("text, cue", [("قتل ستة في الانفجار", "incident"), ("قتل ستة في انفجار", "known"), ("وكانت غارة قتلت ستة", "former"), ("قتل ستة", "rises")])
def test_words_that_do_not(text, cue):
    assert cue not in whole(text)


@pytest.mark.parametrize("opening, another", [
    ("وفي حادث منفصل، ", True), ("من جهة أخرى، ", True), ("في المقابل ", True), ("وفي الموصل ", True), ("أما في الجانب الآخر ", True), ("وفي غزنة، ", True),
    ("وفي وقت لاحق، ", False), ("وفي بيان، ", False), ("وقال مسؤول آخر إنه ", False), ("من جهته قال الوزير إنه ", False),
])
def test_a_sentence_that_begins_another_incident(opening, another):
    text = f"قتل خمسة في قصف. {opening}أصيب ثلاثة."
    assert incidents(text, split(text), [0, 1]) == [0, int(another)]


def test_headline_and_lead_tell_of_one_incident():
    text = "مقتل خمسة في تفجير\n\nفي بغداد، قتل خمسة في تفجير. وفي الموصل، قتل ثلاثة."
    assert incidents(text, split(text), [0, 1, 2]) == [0, 0, 1]


# tolls that rise, and those they replace

def test_the_latest_toll_stands():
    assert rows("قتل 12 شخصا على الأقل وأصيب 30 آخرون الثلاثاء في انفجار دراجة مفخخة داخل سوق بمدينة بيشاور. "
                "وبعد ساعات قالت متحدثة باسم الإدارة الصحية إن عدد القتلى بلغ 19 بعدما فارق سبعة جرحى الحياة في المستشفى.") == [("injured", 30, 30), ("killed", 19, 19)]


def test_a_final_toll_replaces_dead_and_injured():
    assert rows("قتل 15 شخصا وأصيب 25 بجروح في حريق شب فجر اليوم في مصنع للنسيج شرقي القاهرة. وفي حصيلة نهائية، أعلنت وزارة الصحة مقتل 20 شخصا وإصابة 33 آخرين.") == [
        ("injured", 33, 33), ("killed", 20, 20)]


def test_a_former_toll_told_after_the_new_one_is_no_row():
    assert rows("أعلنت وزارة الصحة ارتفاع حصيلة ضحايا السيول إلى 62 قتيلا و98 مصابا. وكانت الوزارة أعلنت الجمعة مقتل 54 شخصا وإصابة 80.") == [("injured", 98, 98), ("killed", 62, 62)]


def test_bodies_found_besides_are_counted_in_the_toll_they_raise():
    assert rows("قال خفر السواحل إن قاربا غرق قبالة صفاقس وإن تسع جثث انتشلت. وقال الهلال الأحمر لاحقا إن الأمواج قذفت ست جثث أخرى ليرتفع العدد إلى 15 جثة.") == [("killed", 15, 15)]


def test_a_toll_that_adds_up_incidents_holds_them():
    found = events("قتل عشرة عناصر من قوات الأمن في هجوم على حاجز في قندهار. وفي غزنة، قتل سبعة جنود في تفجير سيارة. وبذلك ترتفع حصيلة قتلى القوات الحكومية اليوم إلى 17 قتيلا.")
    assert found["low"].tolist() == [17] and len(found["parts"].iloc[0]) == 1


@pytest.mark.parametrize("lead", ["قتل 17 من عناصر قوات الأمن في هجومين بأفغانستان. ", "قتل 17 من عناصر قوات الأمن الأربعاء في أفغانستان. "])
def test_incidents_that_add_up_to_the_lead_are_its_parts(lead):
    assert rows(lead + "وفي قندهار، قتل عشرة جنود في هجوم على حاجز. وفي غزنة، قتل سبعة جنود في تفجير سيارة.") == [("killed", 17, 17)]


def test_wounds_told_one_by_one_add_up_to_the_injured():
    assert rows("أصيب 34 شخصا في انقلاب حافلة. وقال المتحدث إن من بين الحالات 11 إصابة خطيرة و23 إصابة متوسطة. وغادر 15 مصابا المستشفى.") == [("injured", 34, 34)]


def test_dead_and_injured_in_one_count_and_apart_are_told_once():
    assert rows("سقط 60 شخصا بين قتيل وجريح في قصف استهدف سوقا في دوما. وقال الدفاع المدني إن 22 شخصا قتلوا في القصف وإن 38 أصيبوا.") == [("injured", 38, 38), ("killed", 22, 22)]


def test_victims_of_the_headline_who_are_the_dead_below():
    assert rows("ارتفاع عدد ضحايا الفيضان إلى 28\n\nلقي 28 شخصا مصرعهم غرقا في مصنع بمدينة طنجة.") == [("killed", 28, 28)]


def test_at_least_in_the_lead_leaves_the_headlines_number_open():
    assert rows("مقتل 31 شخصا في تفجير بكابول\n\nأسفر تفجير في كابول عن سقوط 31 قتيلا على الأقل.") == [("killed", 31, None)]


def test_others_told_beside_some_of_a_toll_are_of_it_too():
    assert rows("قتل 11 شخصا في زلزال هز شمال الفيليبين الاثنين. وقالت الحاكمة إن خمس جثث انتشلت من متجر، وإن ثلاثة آخرين قتلوا بانهيار جدار.") == [("killed", 11, 11)]


# sources that disagree

def test_another_sources_count_is_no_second_event_and_is_named():
    found = events("قالت وزارة الصحة إن 31 شخصا قتلوا وأصيب 54 في تفجير بكابول. أما وزارة الداخلية فتحدثت عن مقتل 27 وإصابة 61 شخصا.")
    assert sorted(found["low"]) == [31, 54] and found["doubt"].str.contains("another source").all()


def test_injured_told_beside_another_sources_dead_are_its_count_too():
    assert rows("قال وزير الصحة إن خمسة أشخاص قتلوا وجرح 16 في انفجار سيارة. وأفادت الوكالة الوطنية أن الانفجار أسفر عن سقوط أربعة قتلى و77 جريحا.") == [("injured", 16, 16), ("killed", 5, 5)]


def test_a_denial_by_another_source_adds_nothing():
    assert rows("قال المرصد إن تسعة مدنيين قتلوا في غارات على بلدة سراقب. وقال متحدث عسكري إن الغارات لم تسفر عن سقوط قتلى.") == [("killed", 9, 9)]
    assert rows("قال المحافظ إن الهزة لم تسفر عن سقوط قتلى. وأكد الهلال الأحمر عدم تسجيل أي وفيات.") == [("killed", 0, 0)]


# what stays apart

def test_second_incidents_stay():
    assert rows("قتل خمسة مدنيين بينهم طفلان في غارة على بلدة بنش بريف إدلب. كما قتل جنديان في انفجار لغم. وفي درعا، قتل ثلاثة أشخاص برصاص مجهولين. من جهة أخرى، أصيب أربعة في شجار.") == [
        ("injured", 4, 4), ("killed", 2, 2), ("killed", 3, 3), ("killed", 5, 5)]


def test_the_dead_of_two_sides_stay_apart():
    assert rows("قتل ثمانية من أفراد الشرطة في هجوم على كمين غرب العريش. وقالت الوزارة إن قواتها تبادلت إطلاق النار مع المهاجمين ما أسفر عن مقتل خمسة منهم. وأعلن الجيش مقتل 14 مسلحا.") == [
        ("killed", 5, 5), ("killed", 8, 8), ("killed", 14, 14)]


def test_an_earlier_event_told_as_background_stays():
    assert rows("قتل ثمانية أشخاص في هجوم على قرية في ولاية بورنو مساء الأحد. وكان هجوم مماثل على قرية مجاورة أسفر الأسبوع الماضي عن مقتل 22 شخصا.") == [("killed", 8, 8), ("killed", 22, 22)]


def test_bodies_besides_those_counted_are_added():
    assert rows("انتشلت فرق الإنقاذ ست جثث من تحت الأنقاض. وقال مسؤول إنه عثر على أربع جثث أخرى.") == [("killed", 4, 4), ("killed", 6, 6)]


# totals over a longer time

def test_counts_beside_a_long_total_are_long_too():
    assert rows("قتل شرطي في هجوم بسكين في القدس. وبلغ عدد القتلى منذ بدء الحرب في مارس الماضي 841 قتيلا، فيما تجاوز عدد الجرحى 6 آلاف.") == [("killed", 1, 1)]


def test_the_dead_of_today_that_raise_a_long_total_are_an_event():
    assert rows("أعلن الجيش مقتل جنديين في معارك شمال القطاع، ما يرفع إلى 37 عدد العسكريين الذين قتلوا منذ بدء الهجوم البري في 17 تموز.") == [("killed", 2, 2)]


@pytest.mark.parametrize("text", ["قتل 48 شخصا في تفجيرات أمس، في أعنف يوم تشهده البلاد منذ مطلع الشهر الماضي.", "انتشلت 48 جثة حتى الآن بعد غرق القارب."])
def test_the_worst_day_since_and_so_far_are_no_long_totals(text):
    assert rows(text) == [("killed", 48, 48)]


@pytest.mark.parametrize("text", ["ومنذ 15 أبريل الماضي يخوض الجيش قتالا فشلت هدنات عدة في وقفه، وخلف 900 قتيل.", "لقي 1867 شخصا حتفهم على الطرق خلال عام 2018."])
def test_since_and_within_a_year_are_long_totals(text):
    assert rows(text) == []
