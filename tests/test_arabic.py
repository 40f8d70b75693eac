"""arabic: folding with the way back, tokens that quote the text, proclitics."""
import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpers import arabic

ANY_TEXT = st.text(st.characters(codec=None), max_size=80)
ARABIC_TEXT = st.text("اأإآٱءئؤىيةهكلمنثو \u064e\u0651\u0640\u0654\u200f\u00a0\nﺛﻼ٣۴5.،x", max_size=80)


@pytest.mark.parametrize(("typed", "folded"), [
    ("أإآٱ", "اااا"), ("مدرسة", "مدرسه"), ("مستشفى", "مستشفي"), ("کیهان", "كيهان"), ("قُـتِلَ", "قتل"), ("٠١٢٣٤٥٦٧٨٩", "0123456789"), ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
    ("１２٪", "12٪"), ("ﻻ", "لا"), ("ﷲ", "الله"), ("خمسة\u200cعشر", "خمسهعشر"), ("مي\u0654ة", "مئه"), ("\u202bنص\u202c", "نص"), ("", ""), ("abc", "abc"),
])
def test_fold(typed, folded):
    assert arabic.fold(typed) == folded


def test_span_leads_back_past_marks():
    folded = arabic.normalise("قال: «أُولَى» ثم")
    at = folded.text.index("اولي")
    assert folded.span(at, at + 4) == (6, 12)
    assert folded.span(at, at) == (6, 6)


def test_a_token_ends_with_its_marks():
    found = arabic.tokens("قتلَ\u200f ثلاثةٌ،")
    assert [found.quote(at, at) for at in range(3)] == ["قتلَ", "ثلاثةٌ", "،"]


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT | ARABIC_TEXT)
@example("\ud800 \udfff")
@example("\u0654 \u0654ي\u0654")
@example("ﷺ ﷺ")
def test_offsets_go_forward_and_end_at_the_end(text):
    folded = arabic.normalise(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[-1] == len(text)
    assert all(a <= b for a, b in zip(folded.offsets, list(folded.offsets)[1:]))
    assert not re.search("[أإآٱةىیک\u0640\u064b-\u0652]", folded.text)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT | ARABIC_TEXT)
def test_folding_twice_is_folding_once(text):
    once = arabic.fold(text)
    assert arabic.fold(once) == once


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT | ARABIC_TEXT)
@example("خمسة\u0640 عشر")
@example("ب600دينار")
def test_tokens_quote_the_text(text):
    found = arabic.tokens(text)
    end = 0
    for at, word in enumerate(found.words):
        quote = found.quote(at, at)
        assert quote == text[found.starts[at] : found.ends[at]] and quote
        assert found.starts[at] >= end or "\ufb50" <= quote[0] <= "\ufefc", "tokens overlap"  # one ligature may hold two
        end = found.ends[at]
        assert word in arabic.fold(quote)
    assert found.folded == arabic.normalise(text) or list(found.folded.offsets) == list(arabic.normalise(text).offsets)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT | ARABIC_TEXT)
@example("كلمة\n \u200fثانية\u0640 ")
def test_tokens_cut_chunk_by_chunk_are_those_of_the_whole_folded_text(text):
    folded = arabic.normalise(text)
    spans = [match.span() for match in re.finditer(r"[^\W\d_]+|\d+|[^\w\s]|_", folded.text)]
    found = arabic.tokens(text)
    assert found.words == arabic.words(text) == [folded.text[start:end] for start, end in spans]
    assert found.starts == [folded.offsets[start] for start, _ in spans]
    assert found.ends == [arabic.past_marks(text, folded.offsets[end - 1] + 1) for _, end in spans]


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT | ARABIC_TEXT)
@example("ي\u0651\u0654\u0654")
@example("ي\u0640\u0654")
def test_a_hamza_above_goes_to_its_seat_and_other_marks_go(text):
    seats = {"و": "ؤ", "ي": "ئ", "ی": "ئ", "ى": "ئ"}
    typed = re.sub("[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]", "", text)
    seated = re.sub(f"([ويیى])[{arabic.HARAKAT}]*?\u0654", lambda match: seats[match[1]], typed)
    assert arabic.fold(typed) == arabic.fold(arabic.strip_harakat(seated))


def test_a_memo_forgets_all_at_its_bound_and_keeps_no_long_words():
    asked = []
    letters = arabic.Memo(lambda word: asked.append(word) or len(word), most=2, longest=3)
    assert [letters[word] for word in ("ab", "ab", "abcd", "abcd", "c", "d", "ab")] == [2, 2, 4, 4, 1, 1, 2]
    assert asked == ["ab", "abcd", "abcd", "c", "d", "ab"] and len(letters) <= 2


def test_tokens_of_a_long_run_without_spaces():
    text = "كلمة،" * 1000
    found = arabic.tokens(text)
    assert len(found.words) == 2000
    assert found.quote(1999, 1999) == "،"
    assert found.glued(1)


def test_tokens_are_read_once_a_text():
    text = "نص يقرأ مرة"
    assert arabic.tokens(text) is arabic.tokens(text)


@pytest.mark.parametrize(("word", "readings"), [
    ("وبالكتاب", {("", "وبالكتاب"), ("و", "بالكتاب"), ("وب", "الكتاب"), ("وبال", "كتاب")}),
    ("للبيت", {("", "للبيت"), ("ل", "لبيت"), ("لل", "بيت")}),
    ("الف", {("", "الف")}),
    ("و", {("", "و")}),
    ("", {("", "")}),
])
def test_proclitics(word, readings):
    assert set(arabic.proclitics(word)) == readings


@given(ARABIC_TEXT)
def test_proclitics_take_nothing_but_what_stands_there(word):
    for taken, rest in arabic.proclitics(word):
        assert word.endswith(rest)
        assert taken in ("ال", "") or word.startswith(taken)


def test_strip_and_western_digits_keep_letters_as_typed():
    assert arabic.strip_harakat("مُحَمَّـد\u200f أُولى") == "محمد أولى"
    assert arabic.western_digits("سنة ٢٠١٦ و۱۹") == "سنة 2016 و19"


@pytest.mark.parametrize("unit", ["كلمة ", "كلمة", "ُ", "ـ", " ", "ﷲ", "5", ".", "ي\u0654", "\n"], ids=repr)
def test_time_is_linear(unit):
    def seconds(times):
        text = unit * times
        started = time.process_time()
        arabic.tokens.__wrapped__(text)
        return time.process_time() - started
    small, large = min(seconds(5000) for _ in range(3)), seconds(50_000)
    assert large < 40 * small + 0.05
