"""words: proclitics by rule and never stems, counts, contexts and measures against values worked out by hand."""
import math
import warnings

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import lexicon, words
from helpers.words import clitics


def articles(*texts):
    return pd.DataFrame({"article": [f"a{at}" for at in range(len(texts))], "text": list(texts)})


def bare(text):
    return [word.word for word in words.find(text)]


@pytest.mark.parametrize("typed, word", [
    # the article, alone and after other proclitics
    ("الرئيس", "رئيس"), ("والرئيس", "رئيس"), ("بالرئيس", "رئيس"), ("للرئيس", "رئيس"), ("فالرئيس", "رئيس"), ("وللمدنيين", "مدنيين"),
    # و by default
    ("ومقتل", "مقتل"), ("وقتل", "قتل"), ("وأصيب", "أصيب"),
    # words that only look as if they had a proclitic
    ("وزير", "وزير"), ("واشنطن", "واشنطن"), ("ووزير", "وزير"), ("بغداد", "بغداد"), ("لبنان", "لبنان"), ("كيري", "كيري"), ("لافروف", "لافروف"), ("وكيري", "كيري"),
    ("فصائل", "فصائل"), ("والفصائل", "فصائل"), ("بيان", "بيان"), ("كتيبة", "كتيبة"), ("التزام", "التزام"), ("والتقى", "التقى"), ("ألمانيا", "ألمانيا"),
    # names keep their article
    ("القاهرة", "القاهرة"), ("بالقاهرة", "القاهرة"), ("والرياض", "الرياض"), ("للعراق", "العراق"),
    # certain beginnings
    ("لإعادة", "إعادة"), ("باستهداف", "استهداف"), ("لتحريك", "تحريك"), ("بانسحاب", "انسحاب"), ("لاجتماع", "اجتماع"),
    # no evidence, no guess
    ("برتبة", "برتبة"), ("كولفيل", "كولفيل"),
    # harakat
    ("قُتِلَ", "قتل"), ("والرَّئيس", "رئيس"),
])
def test_proclitics_off_by_rule(typed, word):
    assert bare(typed) == [word]


def test_evidence_in_the_corpus_decides():
    assert bare("برتبة") == ["برتبة"]
    assert bare("برتبة رتبة") == ["رتبة", "رتبة"]
    assert bare("ورقة الورقة") == ["ورقة", "ورقة"], "a word that takes the article begins with no proclitic"
    assert bare("سيحاول يحاول سياسة") == ["يحاول", "يحاول", "سياسة"]


@pytest.mark.parametrize("text, phrase", [
    ("وقف إطلاق النار", "وقف إطلاق النار"), ("لوقف إطلاق النار", "وقف إطلاق النار"), ("ووقف لإطلاق النار", "وقف إطلاق النار"),
    ("وقف اطلاق النار", "وقف إطلاق النار"), ("للأمم المتحدة", "الأمم المتحدة"), ("وَقْفَ إطلاقِ النار", "وقف إطلاق النار"),
])
def test_phrases_stay_together(text, phrase):
    assert bare(text) == [phrase]


def test_longest_phrase_wins_and_signs_part_words():
    assert bare("المرصد السوري لحقوق الإنسان") == ["المرصد السوري لحقوق الإنسان"]
    assert bare("المرصد السوري، لحقوق") == ["المرصد السوري", "حقوق"]
    assert bare("الأمم. المتحدة") == ["أمم", "متحدة"]


def test_spans_are_those_of_the_text():
    text = "قُتل ٣ أشخاص في «وقف إطلاق النار»، وبالغوطة"
    for word in words.find(text):
        assert text[word.start : word.end] == word.quote


def test_frequencies_by_hand():
    table = words.frequencies(articles("بدأت الهدنة وانتهت الهدنة في حلب 48", "خرق للهدنة"))
    # running words: بدأت هدنة انتهت هدنة في حلب خرق هدنة = 8; 48 is no word
    first = table.iloc[0]
    assert (first["word"], first["count"], first["articles"], first["per_1000"]) == ("هدنة", 3, 2, 375.0)
    assert "في" not in set(table["word"]) and "48" not in set(table["word"])
    everything = words.frequencies(articles("في حلب في"), stopwords=False)
    assert everything.set_index("word")["count"].to_dict() == {"في": 2, "حلب": 1}
    assert list(words.frequencies(articles("حلب حلب حمص"), least=2)["word"]) == ["حلب"]
    assert list(words.frequencies(articles("حلب حمص"), also_stop=["حَلَب"])["word"]) == ["حمص"]


def test_commonest_spelling_is_shown():
    assert words.frequencies(articles("إطلاق اطلاق إطلاق"))["word"].tolist() == ["إطلاق"]


def test_runs_of_words_span_no_sign_and_no_stop_word_at_their_ends():
    table = words.frequencies(articles("هجوم بري واسع في حلب، وهجوم بري. واسع"), size=2)
    assert table[["word", "count"]].values.tolist() == [["هجوم بري", 2], ["بري واسع", 1]]
    assert words.frequencies(articles("قصف مدفعي على حلب"), size=3)["word"].tolist() == ["مدفعي على حلب"]
    assert words.frequencies(articles("خرق وقف إطلاق النار"), size=2)["word"].tolist() == ["خرق وقف إطلاق النار"]
    with pytest.raises(ValueError, match="size is 0"):
        words.frequencies(articles("حلب"), size=0)


def test_concordance_reads_from_right_to_left():
    table = words.concordance(articles("قال الوزير إن الهدنة هشة، وإن خرق الهدنة خطر"), "هدنة", width=2)
    assert table[["right", "keyword", "left"]].values.tolist() == [["الوزير إن", "الهدنة", "هشة، وإن"], ["وإن خرق", "الهدنة", "خطر"]]
    assert words.concordance(articles("خرق للهدنة"), "هدنة")["keyword"].tolist() == ["للهدنة"]
    assert words.concordance(articles("خرق للهدنة والهدنة"), "للهدنة", exact=True)["keyword"].tolist() == ["للهدنة"]
    assert words.concordance(articles("تثبيت وقف لإطلاق النار"), "وقف إطلاق النار")["keyword"].tolist() == ["وقف لإطلاق النار"]


def test_concordance_sorts_outwards_from_the_word():
    texts = articles("أ ب ج هدنة ي د", "أ ت ب هدنة ز د", "ب ب ب هدنة و ه")
    assert words.concordance(texts, "هدنة", sort="right")["right"].tolist() == ["ب ب ب", "أ ت ب", "أ ب ج"]
    assert words.concordance(texts, "هدنة", sort="left")["left"].tolist() == ["ز د", "و ه", "ي د"]
    assert words.concordance(texts, "هدنة")["article"].tolist() == ["a0", "a1", "a2"]
    with pytest.raises(ValueError, match="no order"):
        words.concordance(texts, "هدنة", sort="up")


def test_keyness_by_hand():
    some, others = articles("هدنة " * 10 + "سلام " * 90), articles("هدنة " * 5 + "سلام " * 195)
    with pytest.warns(words.SmallCorpusWarning, match="100 and 200"):
        table = words.keyness(some, others).set_index("word")
    row = table.loc["هدنة"]
    # expected 15·100/300 = 5 and 15·200/300 = 10: 2(10 ln 2 + 5 ln .5) = 10 ln 2; ratio (10/100)/(5/200) = 4, two doublings
    assert row["log_likelihood"] == pytest.approx(10 * math.log(2))
    assert row["log_ratio"] == pytest.approx(2) and row["per_1000"] == 100 and row["per_1000_reference"] == 25
    assert "in one article only" in row["caution"] and "small corpus" in row["caution"] and "may be chance" in row["caution"]
    assert table.loc["سلام", "log_ratio"] < 0 and table.index[0] == "هدنة"


def test_keyness_of_large_groups_has_no_caution_and_zero_is_taken_as_half():
    some, others = articles(*["هدنة " * 100 + "سلام " * 4900] * 5), articles(*["سلام " * 5000] * 5)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table = words.keyness(some, others).set_index("word")
    assert table.loc["هدنة", "caution"] == ""
    assert table.loc["هدنة", "log_ratio"] == pytest.approx(math.log2(500 / 0.5))


def test_collocations_stay_inside_articles_and_windows():
    table = words.collocations(articles(*["طائرة حربية قصفت سوقا"] * 4 + ["نهر"] * 4), least=3, window=2)
    assert set(zip(table["first"], table["second"])) == {("طائرة", "حربية"), ("حربية", "قصفت"), ("قصفت", "سوقا")}
    assert (table["count"] == 4).all()
    assert len(words.collocations(articles(*["نهر بحر"] * 4), "نهر", least=5)) == 0
    assert set(words.collocations(articles(*["طائرة حربية قصفت سوقا"] * 4), "السوقا", window=3)["first"]) <= {"حربية", "قصفت"}
    with pytest.raises(ValueError, match="no measure"):
        words.collocations(articles("نهر"), measure="magic")


def test_dispersion_and_evenness_by_hand():
    texts = articles("هدنة س1 كلام كلام هدنة", "كلام كلام كلام كلام كلام")
    places = words.dispersion(texts, ["الهدنة"])
    assert places["position"].iloc[0] == 0 and places["position"].iloc[-1] == 1 and set(places["word"]) == {"الهدنة"}
    table = words.evenness(articles("هدنة كلام كلام كلام", "كلام كلام كلام كلام"), ["هدنة", "غائب"]).set_index("word")
    # all uses in one half of the words: |1 - .5| + |0 - .5| halved
    assert table.loc["هدنة", "dp"] == pytest.approx(0.5) and pd.isna(table.loc["غائب", "dp"])


def test_near_duplicates_by_hand():
    one = " ".join(f"كلمة{chr(0x0627 + at % 20)}{chr(0x0628 + at // 20)}" for at in range(60))
    copy = " ".join(one.split()[:40]) + " ثم شيء آخر تماما لا صلة له بما سبق"
    table = words.near_duplicates(articles(one, copy, "نص قصير لا يشبه شيئا مما سبق أبدا"))
    (row,) = table.itertuples()
    # 36 shared runs of 5 in the first 40 words; the copy has 40 + 9 = 49 words, 45 runs, of which it shares 36
    assert (row.article, row.twin) == ("a0", "a1") and row.containment == pytest.approx(36 / 45)
    assert row.resemblance == pytest.approx(36 / (56 + 45 - 36))
    assert words.near_duplicates(articles("قُتل خمسة أشخاص في حريق", "قتل خمسة اشخاص في حريق."))["containment"].tolist() == [1.0]


def test_boilerplate_in_all_articles_pairs_none():
    texts = [" ".join(f"ن{at}ص{n}" for n in range(60)) for at in range(60)]
    assert len(words.near_duplicates(articles(*texts))) == 0


@pytest.mark.parametrize("nothing", [articles(), articles(""), articles("", "  "), articles("12 ، .")])
def test_nothing_to_count(nothing):
    assert len(words.frequencies(nothing)) == 0 and len(words.table(nothing)) == 0
    assert len(words.concordance(nothing, "هدنة")) == 0 and len(words.collocations(nothing)) == 0
    assert len(words.near_duplicates(nothing)) == 0 and len(words.dispersion(nothing, ["هدنة"])) == 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert len(words.keyness(nothing, articles("هدنة"))) == 0
    assert len(words.concordance(articles("هدنة"), "")) == 0


def test_missing_text_is_no_text():
    frame = pd.DataFrame({"article": ["a", "b"], "text": pd.array(["هدنة", None], dtype="string")})
    assert words.frequencies(frame)["count"].tolist() == [1]
    assert len(words.concordance(frame, "هدنة")) == 1


def test_tables_agree_with_each_other():
    phrases = {row["phrase"] for row in lexicon.read("phrases")}
    assert all(bare(phrase) == [phrase] for phrase in phrases), [phrase for phrase in phrases if bare(phrase) != [phrase]]
    for row in lexicon.read("clitics"):
        word = row["word"].rstrip("*")
        if row["kind"] == "stem" and len(word) > 1 and clitics.key(word) not in words.clitics.stop_words():
            assert len(clitics.key(word)) == len(word), row["word"]


@given(st.text(alphabet="واللبكفسأإةىيقتمنر َُّـ،.1٢a<&\u202e", max_size=80))
def test_any_text(text):
    found = words.find(text)
    assert all(text[word.start : word.end] == word.quote and word.word for word in found)
    assert [word.start for word in found] == sorted(word.start for word in found)

