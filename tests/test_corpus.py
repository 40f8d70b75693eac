"""corpus: reading, decoding, cleaning, splitting; every problem named, nothing lost."""
import importlib
import json
import os
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import corpus, lexicon

splitting = importlib.import_module("helpers.corpus.sentences")  # the name in the package is its function

BODY = "قال مسؤول في وزارة الصحة إن فرق الإسعاف وصلت إلى المكان بعد دقائق من الحادث، وإن العمل ما زال مستمرا."
ARABIC = "وصل الوفد إلى العاصمة في ساعة متأخرة من الليل، وقال رئيسه إن المحادثات التي جرت مع الحكومة كانت مفيدة."


def folder(tmp_path, **files):
    for name, content in files.items():
        path = tmp_path / f"{name}.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return tmp_path


# the seeds

def test_seeds_are_the_articles_byte_for_byte():
    import hashlib

    digests = {row["article"]: row["sha256"] for row in lexicon.read("articles")}
    files = sorted(corpus.SEEDS.glob("*.txt"))
    assert {file.stem: hashlib.sha256(file.read_bytes()).hexdigest() for file in files} == digests
    assert len(files) == 5


def test_seeds_load_clean_and_dated():
    articles = corpus.load(corpus.SEEDS).set_index("article")
    assert articles["published"].dt.strftime("%Y-%m-%d").to_dict() == {
        "000_4ee9741d159a0f0b": "2016-08-28", "001_db730f9dc6351edb": "2016-09-09", "002_2a074d5a8d8335a5": "2016-09-05",
        "003_c4d8671c4ea1abfb": "2016-07-16", "004_4a6ac2aa93eeae7b": "2016-09-01"}
    assert articles["outlet"].isna().all()
    text = articles["text"]
    assert text["000_4ee9741d159a0f0b"].startswith("فشلت الولايات المتحدة وروسيا")
    assert text["002_2a074d5a8d8335a5"].count("بمقتل ضابط طيار") == 1
    assert "انسحاب قوات النظام من طريق إمداد رئيس شمال حلب" in text["002_2a074d5a8d8335a5"]
    for boilerplate in ("اضف تعليق", "مشاركة :", "قد يعجبك", "انتهى/خ"):
        assert not text.str.contains(boilerplate, regex=False).any()


def test_seeds_left_out_is_complete():
    articles = corpus.load(corpus.SEEDS)
    counts = corpus.left_out(articles).groupby(["article", "kind"]).size().to_dict()
    assert counts == {("000_4ee9741d159a0f0b", "mended"): 1, ("001_db730f9dc6351edb", "boilerplate"): 2, ("002_2a074d5a8d8335a5", "repeated_passage"): 16,
                      ("003_c4d8671c4ea1abfb", "boilerplate"): 1, ("004_4a6ac2aa93eeae7b", "boilerplate"): 1}


@pytest.mark.parametrize("row", lexicon.read("articles"), ids=lambda row: row["article"])
def test_dates_rest_on_words_of_the_text(row):
    text = (corpus.SEEDS / f"{row['article']}.txt").read_text(encoding="utf-8")
    for words in row["date_words"].split("|"):
        assert words.strip() in text


# encodings

@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6"])
def test_encodings(tmp_path, encoding):
    text = ARABIC if encoding != "iso8859_6" else ARABIC.replace("ـ", "")
    articles = corpus.load(folder(tmp_path, a=text.encode(encoding)))
    assert articles["text"][0] == text


def test_cp1256_with_persian_letters_and_quotes(tmp_path):
    text = "قال المتحدث في المؤتمر إن «الأمر» انتهى، وأضاف – من دون تفاصيل – أن پكستان وچاد عن ذلك بعيدتان."
    assert corpus.load(folder(tmp_path, a=text.encode("cp1256")))["text"][0] == text


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x6FF, blacklist_categories=["Cs", "Cc", "Cf"]), min_size=1).filter(str.strip))
def test_utf8_decodes_to_itself(text):
    assert corpus.decode(text.encode()) == text


# cleaning

def test_repeated_body_is_kept_once_and_refrains_stay():
    text = f"{BODY}\nنعم.\n{ARABIC}\n\n{BODY}\n{ARABIC}\nنعم."
    clean, left_out = corpus.clean(text)
    assert clean == f"{BODY}\nنعم.\n{ARABIC}"
    assert [item.kind for item in left_out] == ["repeated_passage"] * 3
    assert corpus.clean("نعم.\nلا.\nنعم.")[0] == "نعم.\nلا.\nنعم."


def test_body_pasted_twice_in_one_line_is_kept_once():
    text = f"{BODY} {ARABIC} {BODY} {ARABIC}"
    clean, left_out = corpus.clean(text)
    assert clean == f"{BODY} {ARABIC}"
    assert [item.text for item in left_out] == [BODY, ARABIC]


@pytest.mark.parametrize(("text", "kept", "taken"), [
    (f"{BODY}\nأضف تعليقا", BODY, "أضف تعليقا"),
    (f"{BODY}\nقد يعجبك أيضاً:", BODY, "قد يعجبك أيضاً:"),
    (f"مشاركة: {BODY}", BODY, "مشاركة:"),
    (f"{BODY} انتهى/م.ن", BODY, "انتهى/م.ن"),
    (f"{BODY} (انتهى)", BODY, "(انتهى)"),
    (f"{BODY}\nالتعليقات", BODY, "التعليقات"),
])
def test_boilerplate(text, kept, taken):
    clean, left_out = corpus.clean(text)
    assert clean == kept
    assert [item.text for item in left_out] == [taken]


@pytest.mark.parametrize("text", ["انتهى الاجتماع من دون اتفاق.", "مشاركة المرأة في الحياة العامة.", "التعليقات على القرار كثيرة.", "قال إن الأمر انتهى"])
def test_words_of_boilerplate_in_a_sentence_stay(text):
    assert corpus.clean(text) == (text, [])


def test_control_characters_go_and_are_reported():
    clean, left_out = corpus.clean("قتل\u202e ثلاثة\u2067 أشخاص\x00\ufeff")
    assert clean == "قتل ثلاثة أشخاص"
    assert left_out[0].kind == "control_characters"
    assert "U+202E (1)" in left_out[0].text and "U+0000 (1)" in left_out[0].text


def test_line_ends_of_three_kinds():
    assert corpus.clean("سطر أول\r\nسطر ثان\rسطر ثالث\nسطر رابع")[0].split("\n") == ["سطر أول", "سطر ثان", "سطر ثالث", "سطر رابع"]


def test_mends_whole_words_only():
    assert corpus.clean("والولاياتالمتحدة")[0] == "والولايات المتحدة"
    assert corpus.clean("مطالولاياتالمتحدة")[0] == "مطالولاياتالمتحدة"


@given(st.text())
def test_clean_never_fails_and_is_stable(text):
    once, _ = corpus.clean(text)
    assert corpus.clean(once)[0] == once


# bad input

def test_missing_path(tmp_path):
    with pytest.raises(corpus.CorpusError, match="nowhere.*no such file.*Check the spelling"):
        corpus.load(tmp_path / "nowhere")


def test_empty_folder(tmp_path):
    with pytest.raises(corpus.CorpusError, match="folder is empty.*Put one article a file"):
        corpus.load(tmp_path)


def test_folder_of_other_files(tmp_path):
    (tmp_path / "notes.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(corpus.CorpusError, match=r"no articles \(only notes.docx"):
        corpus.load(tmp_path)


def test_unknown_ending(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(corpus.CorpusError, match="docx.*not read.*Give a folder"):
        corpus.load(tmp_path / "a.docx")


@pytest.mark.parametrize(("raw", "what"), [(b"%PDF-1.7 ...", "PDF"), (b"PK\x03\x04...", "zip"), (bytes(range(256)) * 8, "binary"), (b"\xff\xd8\xff\xe0", "JPEG")])
def test_binary_named_txt_is_left_out(tmp_path, raw, what):
    folder(tmp_path, good=BODY, bad=raw)
    with pytest.warns(corpus.CorpusWarning, match="bad.txt"):
        articles = corpus.load(tmp_path)
    assert list(articles["article"]) == ["good"]
    row = corpus.left_out(articles).iloc[0]
    assert row["kind"] == "unreadable" and what in row["reason"] and row["remedy"]


def test_undecodable_file(tmp_path):
    with pytest.raises(corpus.CorpusError, match="line 1, byte 0: is not Arabic text in"):
        corpus.load(folder(tmp_path, a=bytes(range(0x80, 0x100)) * 9))


def test_damaged_utf8_is_not_taken_for_windows_1256(tmp_path):
    raw = ARABIC.encode() + b"\n\xff\xfe\xfa\x81 \x8d\x8f" + BODY.encode()
    with pytest.raises(corpus.CorpusError, match="line 2, byte.*UTF-8 but for broken bytes"):
        corpus.load(folder(tmp_path, a=raw))


def test_empty_article_is_left_out(tmp_path):
    folder(tmp_path, a=BODY, b=" \n ", c=b"")
    with pytest.warns(corpus.CorpusWarning, match="2 of the files"):
        articles = corpus.load(tmp_path)
    assert list(corpus.left_out(articles)["kind"]) == ["empty", "empty"]


def test_csv(tmp_path):
    path = tmp_path / "news.csv"
    path.write_text(f'id,date,source,text\n7,2016-07-15,الوطن,"{BODY}"\n8,,,"{ARABIC}\nسطر ثان"\n', encoding="utf-8-sig")
    articles = corpus.load(path)
    assert list(articles["article"]) == ["7", "8"]
    assert articles["published"][0] == pd.Timestamp("2016-07-15") and pd.isna(articles["published"][1])
    assert articles["outlet"][0] == "الوطن" and articles["text"][1] == f"{ARABIC}\nسطر ثان"


def test_csv_without_text_column(tmp_path):
    path = tmp_path / "news.csv"
    path.write_text("id,words\n1,2\n", encoding="utf-8")
    with pytest.raises(corpus.CorpusError, match="news.csv, header: no text column: found id, words.*'text'"):
        corpus.load(path)


def test_csv_with_a_bad_date(tmp_path):
    path = tmp_path / "news.csv"
    path.write_text(f"id,date,text\nx1,5/6/2016,{BODY}\n", encoding="utf-8")
    with pytest.raises(corpus.CorpusError, match="'x1'.*'5/6/2016'.*YYYY-MM-DD"):
        corpus.load(path)


def test_duplicate_id_loses_nothing(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(json.dumps({"id": "a", "text": text}, ensure_ascii=False) for text in (BODY, ARABIC)), encoding="utf-8")
    with pytest.warns(corpus.CorpusWarning, match="'a' stands already at .*line 1"):
        articles = corpus.load(path)
    row = corpus.left_out(articles).iloc[0]
    assert (row["kind"], row["place"], row["text"]) == ("duplicate_id", "line 2", ARABIC)


def test_broken_json_on_line_seven(tmp_path):
    path = tmp_path / "news.jsonl"
    lines = [json.dumps({"text": f"{BODY} {number}"}, ensure_ascii=False) for number in range(9)]
    lines[6] = '{"text": "مقطوع'
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.warns(corpus.CorpusWarning, match="line 7, character"):
        articles = corpus.load(path)
    assert len(articles) == 8
    assert corpus.left_out(articles)["text"][0] == '{"text": "مقطوع'


def test_lone_surrogate_from_json(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "قتل \\ud800 ثلاثة"}\n', encoding="utf-8")
    assert corpus.load(path)["text"][0] == "قتل \ufffd ثلاثة"


def test_parquet(tmp_path):
    pd.DataFrame({"article": ["x", "y"], "text": [BODY, None], "published": pd.to_datetime(["2016-07-15", None])}).to_parquet(tmp_path / "news.parquet")
    with pytest.warns(corpus.CorpusWarning, match="holds no text"):
        articles = corpus.load(tmp_path / "news.parquet")
    assert articles["published"][0] == pd.Timestamp("2016-07-15")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(corpus.CorpusError, match="broken.parquet: is not a Parquet file"):
        corpus.load(tmp_path / "broken.parquet")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_no_permission(tmp_path):
    folder(tmp_path, a=BODY)
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(corpus.CorpusError, match="no permission"):
        corpus.load(tmp_path)


def test_no_permission_is_named(tmp_path, monkeypatch):
    import builtins

    folder(tmp_path, a=BODY)

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(builtins, "open", refuse)
    with pytest.raises(corpus.CorpusError, match=r"a.txt, whole file: may not be read \(no permission\)"):
        corpus.load(tmp_path)


def test_metadata_beside_the_articles(tmp_path):
    folder(tmp_path, a=BODY, b=ARABIC)
    (tmp_path / "articles.csv").write_text("article,published,outlet\na,2020-01-02,الغد\n", encoding="utf-8")
    articles = corpus.load(tmp_path)
    assert articles["published"][0] == pd.Timestamp("2020-01-02") and pd.isna(articles["outlet"][1])
    (tmp_path / "articles.csv").write_text("article,published\nzzz,2020-01-02\n", encoding="utf-8")
    with pytest.raises(corpus.CorpusError, match="none of its ids is an article here"):
        corpus.load(tmp_path)


# sentences

@pytest.mark.parametrize(("text", "sentences"), [
    ("وصل الوزير. ثم غادر.", ["وصل الوزير.", "ثم غادر."]),
    ("بلغت النسبة 3.5 في المئة. وقال ذلك.", ["بلغت النسبة 3.5 في المئة.", "وقال ذلك."]),
    ("قال د. أحمد إن أ. سعيد حضر.", ["قال د. أحمد إن أ. سعيد حضر."]),
    ("المتوسط والثقيل.وصل وزير الخارجية", ["المتوسط والثقيل.", "وصل وزير الخارجية"]),
    ("قال «لن نعود.» ثم خرج.", ["قال «لن نعود.»", "ثم خرج."]),
    ("عنوان بلا نقطة\nنص الخبر يبدأ هنا", ["عنوان بلا نقطة", "نص الخبر يبدأ هنا"]),
    ("- بند أول\n- بند ثان", ["- بند أول", "- بند ثان"]),
    ("هل انتهى الأمر؟ لا!", ["هل انتهى الأمر؟", "لا!"]),
    ("غدا وبعد غد... ونواصل العمل", ["غدا وبعد غد... ونواصل العمل"]),
    ("نشر موقع reuters.com الخبر.", ["نشر موقع reuters.com الخبر."]),
    ("وكالة (د.ب.أ) ذكرت ذلك.", ["وكالة (د.ب.أ) ذكرت ذلك."]),
    ("بدأ عام 2016. وانتهى.", ["بدأ عام 2016.", "وانتهى."]),
    ("", []),
    (" \n ", []),
])
def test_split(text, sentences):
    assert [text[start:end] for start, end in corpus.split(text)] == sentences


@given(st.text("اب\u0640\u064eA5 .\n", max_size=30))
def test_the_word_before_a_mark_is_read_backwards_as_it_would_be_forwards(before):
    found = re.search(f"{splitting._LETTER}+$", before)
    word = splitting._last_word(before)
    assert word == (found.group() if found else "")
    if found:
        assert splitting._follows_digits(before, word) == before[: found.start()].rstrip()[-1:].isdigit()


def test_split_joins_wrapped_lines():
    words = " ".join([BODY.rstrip(".")] * 6)
    lines, line = [], ""
    for word in words.split():
        if len(line) + len(word) > 60:
            lines.append(line.strip())
            line = ""
        line += f"{word} "
    text = "\n".join([*lines, line.strip()]) + ".\n\n" + ARABIC
    assert len(corpus.split(text)) == 2


@given(st.text(alphabet=st.sampled_from("ابتث جحخ.؟!…\n\"«»() 12,؛-")))
def test_split_holds_every_visible_character(text):
    spans = corpus.split(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in zip(spans, spans[1:]))


def test_sentences_quote_the_text():
    articles = corpus.load(corpus.SEEDS)
    sentences = corpus.sentences(articles).merge(articles[["article", "text"]], on="article", suffixes=("", "_article"))
    assert all(row.text_article[row.start : row.end] == row.text for row in sentences.itertuples())
    assert sentences.groupby("article")["sentence"].apply(list).map(lambda numbers: numbers == list(range(len(numbers)))).all()


def test_long_line_of_fifty_megabytes_is_read(tmp_path):
    (tmp_path / "long.txt").write_text((BODY[:-1] + " ") * 30_000, encoding="utf-8")  # 6 MB here; benchmarks/bench_corpus.py reads 50
    assert corpus.load(tmp_path)["words"][0] == 30_000 * len(BODY.split())


def test_metadata_of_no_article_are_listed(tmp_path):
    folder(tmp_path, a=BODY)
    (tmp_path / "articles.csv").write_text("article,published\na,2020-01-02\naa,2020-01-03\n", encoding="utf-8")
    row = corpus.left_out(corpus.load(tmp_path)).iloc[0]
    assert row["article"] == "aa" and "no article here" in row["reason"]
