"""Sources: who says it, by which words, how far it reaches, and who is carried over."""
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import arabic, sources
from helpers.sources.text import Text


def only(text):
    found = sources.find(text)
    assert len(found) == 1, [(item.cue, item.source) for item in found]
    return found[0]


NAMED = [  # text, source, kind
    ("قال المتحدث باسم الشرطة إن خمسة أشخاص قتلوا", "المتحدث باسم الشرطة", "security"),
    ("أعلنت وزارة الصحة وفاة ثلاثة أشخاص", "وزارة الصحة", "medical"),
    ("أكد مصدر طبي أن القتلى مدنيون", "مصدر طبي", "medical"),
    ("وأكد مصدر أمني مقتل جنديين", "مصدر أمني", "security"),
    ("أفادت مصادر محلية بسقوط جرحى", "مصادر محلية", "anonymous"),
    ("أعلن الجيش العراقي مقتل عشرة مسلحين", "الجيش العراقي", "military"),
    ("ذكرت وكالة الأنباء الألمانية أن الغارة أودت بحياة طفل", "وكالة الأنباء الألمانية", "agency"),
    ("وقال شهود عيان إن الانفجار وقع قرب السوق", "شهود عيان", "witness"),
    ("وأحصت منظمة العفو الدولية عشرات القتلى", "منظمة العفو الدولية", "monitor"),
    ("قال أحمد محمود، المتحدث باسم الدفاع المدني، إن الطواقم وصلت", "أحمد محمود", "person"),
    ("وكان وزير الداخلية التونسي قال إن الهجوم فشل", "وزير الداخلية التونسي", "security"),
    ("أما رئيس البلدية فأكد أن الطريق مغلق", "رئيس البلدية", "official"),
    ("وأعلن تنظيم الدولة مسؤوليته عن الهجوم", "تنظيم الدولة", "armed_group"),
    ("ويقول سكان إن القصف استمر ساعات", "سكان", "witness"),
    ("قُتل سبعة مدنيين، بحسب الدفاع المدني", "الدفاع المدني", "rescue"),
    ("قتل سبعة وفقا للمرصد السوري لحقوق الإنسان", "المرصد السوري لحقوق الإنسان", "monitor"),
    ("وطبقا لمصادر طبية فإن الجرحى عشرة", "مصادر طبية", "medical"),
    ("قتل سبعة، نقلا عن التلفزيون الرسمي", "التلفزيون الرسمي", "agency"),
    ("قتل سبعة، حسبما أعلنت الشرطة", "الشرطة", "security"),
    ("قتل سبعة كما أفاد مراسل القناة", "مراسل القناة", "agency"),
    ("قتل سبعة وفق ما ذكر ناشطون", "ناشطون", "activist"),
    ("المرصد السوري: مقتل 15 شخصا في غارة", "المرصد السوري", "monitor"),
    ("«لن نتراجع عن مطالبنا»، قال رئيس النقابة", "رئيس النقابة", "official"),
    ("وقال النقيب عباس جاسم إن العبوة انفجرت", "النقيب عباس جاسم", "security"),
    ("قتل سبعة، بحسب حصيلة للمرصد السوري", "المرصد السوري", "monitor"),
    ("قتل سبعة، حسب تأكيدات الأمم المتحدة", "الأمم المتحدة", "monitor"),
    ("قتل سبعة، نقلا عما قالته الشرطة", "الشرطة", "security"),
    ("وأعلنت وكالة «ناسا» الأمريكية تأجيل الإطلاق", "وكالة «ناسا» الأمريكية", "agency"),
]


@pytest.mark.parametrize("text, source, kind", NAMED)
def test_who_says_it(text, source, kind):
    item = only(text)
    assert (item.source, item.kind, item.carried) == (source, kind, False)
    assert text[item.start : item.end] == item.quote and text[item.cue_start : item.cue_end] == item.cue


@pytest.mark.parametrize("text", [
    "وفقا للاتفاق الموقع بين الطرفين يخرج المقاتلون", "حسب القانون لا يجوز ذلك", "بحسب الخطة يبدأ العمل غدا", "يذكر أن الحرب بدأت قبل أعوام", "ولم تذكر الجبهة الجهة المنفذة",
    "جرى الاتفاق بين الطرفين على الهدنة", "في كتب التاريخ حكايات كثيرة", "رصاص قنص من الحي", "كما نقل ثمانية جرحى إلى المستشفى", "مسجد تابع لقوات الطوارئ", "لم يتحسن فحسب بل ساء", "أصدرت الجامعة بيانا أوضحت فيه ملابسات الحادث",
    "الشاب يدعى جمال آدن",
])
def test_what_is_no_attribution(text):
    assert sources.find(text) == []


def test_medium_and_source_are_told_apart():
    item = only("ونقلت وكالة رويترز عن مسؤول عسكري قوله إن عشرة قتلوا")
    assert (item.source, item.via, item.kind) == ("مسؤول عسكري", "وكالة رويترز", "military")
    assert item.quote == "عشرة قتلوا"


def test_a_verb_without_a_subject_goes_on_with_the_speaker_who_agrees_with_it():
    text = "قالت الشرطة إن شخصا قتل. وقال مصدر طبي إن اثنين أصيبا. وأضاف أن حالتهما خطرة. وأضافت أن البحث مستمر."
    assert [(item.source, item.carried) for item in sources.find(text)] == [
        ("الشرطة", False), ("مصدر طبي", False), ("مصدر طبي", True), ("الشرطة", True)]


def test_a_participle_goes_on_with_the_speaker_of_its_sentence():
    text = "قال الوزير إن الوضع هادئ، مشيرا إلى مقتل شخصين"
    first, second = sources.find(text)
    assert (second.source, second.carried, second.quote) == ("الوزير", True, "إلى مقتل شخصين")


def test_a_short_name_leads_to_the_full_one():
    text = "أفاد المرصد السوري لحقوق الإنسان بمقتل خمسة. وقال المرصد إن القصف مستمر. ونقلت وكالة رويترز عن طبيب أن العدد أكبر. وقالت الوكالة إن الجرحى كثر."
    names = [item.name for item in sources.find(text)]
    assert names[1] == "المرصد السوري لحقوق الإنسان" and names[3] == "وكالة رويترز"


def test_an_attribution_after_the_statement_governs_what_stands_before_it():
    text = "بدأ اللقاء صباحا. قتل خمسة وأصيب سبعة، وفق ما أفاد مصدر طبي. ثم عاد الهدوء."
    item = only(text)
    assert item.quote == "قتل خمسة وأصيب سبعة،"


def test_one_at_the_head_of_a_sentence_governs_what_follows():
    assert only("وبحسب الشرطة، قتل خمسة.").quote == "قتل خمسة."


def test_a_direct_quotation_ends_where_it_is_closed():
    item = only("وقال الوزير «فقدنا عشرة رجال. لن ننساهم» ثم غادر القاعة")
    assert (item.quote, item.direct) == ("فقدنا عشرة رجال. لن ننساهم", True)


def test_source_at_takes_the_innermost_source():
    text = "قال المرصد إن مصدرا طبيا أكد أن عشرة قتلوا، فيما أعلنت الشرطة مقتل سبعة"
    at = {word: sources.source_at(text, text.index(word), text.index(word) + len(word)) for word in ("عشرة", "سبعة")}
    assert at["عشرة"].source == "مصدرا طبيا" and at["سبعة"].source == "الشرطة"


def test_nobody_but_the_article_says_it():
    assert sources.source_at("قتل خمسة أشخاص. وقالت الشرطة إن التحقيق بدأ.", 0, 14) is None


def test_two_speakers_in_one_sentence_share_it():
    text = "وفيما قال مصدر عسكري إن الجيش تقدم، أكد مصدر في المعارضة أن المعارك مستمرة"
    first, second = sources.find(text)
    assert first.end <= second.cue_start and second.source == "مصدر في المعارضة"


WORDS = st.sampled_from("قال أعلنت أكد إن أن وأضاف بحسب وفقا للشرطة المرصد السوري مصدر طبي وكالة رويترز نقلت عن قوله « » \" ” : ، . مشيرا إلى مقتل خمسة حسبما كما أفاد \n بين في من ما".split(" "))


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80))
def test_never_raises_and_every_span_quotes_the_text(text):
    for item in sources.find(text):
        assert text[item.start : item.end] == item.quote and text[item.cue_start : item.cue_end] == item.cue
        assert item.source and 0 <= item.source_start < item.source_end <= len(text)


SOUP = st.lists(WORDS, max_size=60).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(SOUP, st.integers(0, 300), st.integers(0, 40))
def test_source_at_is_the_innermost_of_all_that_hold_the_place(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    around = [item for item in sources.find(text) if item.start <= start and end <= item.end]
    assert sources.source_at(text, start, end) == min(around, key=lambda item: (item.end - item.start, -item.cue_start), default=None)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from("« » \" ” “ ‹ › „ \n كلمة".split(" ")), max_size=30).map(" ".join))
def test_quotations_close_on_the_line_where_they_open(text):
    read, closes, opened, closed = Text(text), {"«": "»", "“": "”“", "\"": "\"", "”": "”“", "‹": "›", "„": "“”"}, [], {}
    for at, word in enumerate(read.words):
        if word == "كلمه":
            continue
        if opened and "\n" in text[read.tokens.starts[opened[-1]] : read.tokens.starts[at]]:
            opened.clear()
        if opened and word in closes[read.words[opened[-1]]]:
            closed[opened.pop()] = at
        elif word not in "»›":
            opened.append(at)
    assert read.closer == closed


def test_reading_a_source_keeps_the_text_in_the_memory_of_tokens():
    text = "قال " + ". وقال ".join(f"مصدر طبي في مدينة {letter}{letter} إن شخصا قتل" for letter in "بتثجحخدذرز")
    tokens = arabic.tokens(text)
    assert len(sources.find(text)) == 10 and arabic.tokens(text) is tokens


def test_table_has_one_row_an_attribution_and_takes_empty_frames():
    articles = pd.DataFrame({"article": ["a", "b"], "text": ["قالت الشرطة إن شخصا قتل", "لا أحد"]})
    table = sources.table(articles)
    assert table["article"].tolist() == ["a"] and table["source"].tolist() == ["الشرطة"]
    assert (sources.table(articles.iloc[:0]).dtypes == table.dtypes).all()


def test_an_attribution_reaches_no_further_than_a_long_sentence():
    text = "قالت الشرطة إن " + "القصف مستمر و" * 2000 + "قتل خمسة"
    item = only(text)
    assert item.end - item.start < 4000 and sources.source_at(text, len(text) - 8, len(text)) is None
