"""`rtl`: what each renderer is given, the one-line setup, tables and marked text as HTML."""
import html.parser
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings, strategies

sys.path.insert(0, str(Path(__file__).parent))

import arabic_strings  # noqa: E402
from helpers import rtl  # noqa: E402

RENDERERS = rtl.RENDERERS


# -- display ------------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("renderer", RENDERERS)
def test_text_without_arabic_is_left_alone_where_it_is_drawn(renderer):
    for text in ("-5", "50%", "Aleppo (Syria)", "", "10 - 15", "$x^2$ and $y$"):
        if renderer != "html":
            assert rtl.display(text, renderer) == text


@pytest.mark.parametrize("renderer", RENDERERS)
def test_display_twice_is_display_once(renderer):
    for text in arabic_strings.ALL:
        once = rtl.display(text, renderer)
        assert rtl.display(once, renderer) == once or renderer == "html"


def test_what_was_meant_stays_with_what_is_drawn():
    drawn = rtl.display("حلب (سوريا)", "wordcloud")
    assert drawn.logical == "حلب (سوريا)"
    assert rtl.display(drawn, "svg") == rtl.display("حلب (سوريا)", "svg")


def test_svg_text_is_wrapped_line_by_line():
    assert rtl.display("حلب\nBBC عربي", "svg") == "\u202bحلب\u202c\n\u202bBBC عربي\u202c"


def test_html_is_escaped():
    assert rtl.display('<script>alert("حلب")</script>', "html") == '<bdi dir="rtl">&lt;script&gt;alert(&quot;حلب&quot;)&lt;/script&gt;</bdi>'
    assert rtl.display("a\nb", "html") == '<bdi dir="ltr">a<br>b</bdi>'


def test_two_dollars_do_not_become_mathematics():
    import matplotlib
    from matplotlib.cbook import is_math_text

    assert not is_math_text(str.__str__(rtl.display("بين 5$ و10$")))
    with matplotlib.rc_context({"text.parse_math": False}):
        assert "\\" not in rtl.display("بين 5$ و10$")


@pytest.mark.parametrize("wrong", [{"renderer": "printer"}, {"direction": "up"}])
def test_unknown_options_are_refused(wrong):
    with pytest.raises(ValueError, match="use"):
        rtl.display("حلب", **wrong)


# -- visual order, for renderers that neither join nor order --------------------------------------------------------------------

def test_brackets_are_mirrored_where_they_stand_in_arabic():
    assert rtl.order.visual("a (b) c", base="L") == "a (b) c"
    assert rtl.order.visual("(ب)") == "(\ufe8f)"
    assert rtl.order.visual("ب) أ").count("(") == 1
    assert rtl.order.visual("«ب»")[0] == "«" and rtl.order.visual("«ب»")[-1] == "»"


def test_a_face_without_a_form_keeps_the_plain_letter():
    without = rtl.order.visual("لا", lambda sign: not "\ufb50" <= sign <= "\ufeff")
    assert sorted(without) == sorted("لا")
    assert rtl.order.visual("أب ت", lambda sign: sign not in "\ufe8d\ufe83\ufe95").count("ت") == 1


letters = strategies.text(strategies.sampled_from("ابتلاهـيَُّ (2)[x]«»٣٪-،.؟\u200c\u2067\u2069\u202e\u061c"), max_size=40)


@given(letters)
@settings(max_examples=300, deadline=None)
def test_visual_order_loses_and_invents_nothing(text):
    import unicodedata

    drawn = rtl.order.visual(text)
    # presentation forms back to letters; brackets may turn round; controls go
    plain = unicodedata.normalize("NFKC", drawn).translate(str.maketrans(")]»", "([«"))
    kept = "".join(sign for sign in text if unicodedata.category(sign) != "Cf").translate(str.maketrans(")]»", "([«"))
    assert sorted(plain) == sorted(unicodedata.normalize("NFKC", kept))


@given(strategies.text(max_size=60), strategies.sampled_from(RENDERERS))
@settings(max_examples=300, deadline=None)
def test_any_text_is_taken(text, renderer):
    assert isinstance(rtl.display(text, renderer), str)


def test_time_is_linear_in_the_text():
    def seconds(times):
        text = "ب(ت[" * times
        start = time.perf_counter()
        rtl.order.visual(text)
        return time.perf_counter() - start

    seconds(10)
    assert min(seconds(4000) for _ in range(3)) < 12 * max(min(seconds(1000) for _ in range(3)), 0.002)


# -- setup ------------------------------------------------------------------------------------------------------------------------

@pytest.fixture
def untaught():
    was = rtl.hook.installed()
    rtl.hook.remove()
    yield
    rtl.hook.remove()
    if was:
        rtl.hook.install()


def test_setup_is_taken_back_at_the_end_of_its_block(untaught):
    import matplotlib
    from matplotlib.text import Text

    before, method = dict(matplotlib.rcParams), Text._preprocess_math
    with rtl.setup(page=False):
        assert rtl.hook.installed() and Text._preprocess_math is not method
        with rtl.setup(page=False):
            pass
        assert rtl.hook.installed()
    assert not rtl.hook.installed() and Text._preprocess_math is method
    assert dict(matplotlib.rcParams) == before


def test_setup_leaves_text_logical_and_mathematics_alone(untaught):
    from matplotlib.figure import Figure

    with rtl.setup(page=False):
        figure = Figure()
        shown = figure.text(0, 0, "القتلى (15)")
        formula = figure.text(0, 0, "$10^{2}$")
        assert shown.get_text() == "القتلى (15)"
        assert formula._preprocess_math("$10^{2}$") == ("$10^{2}$", True)
        assert shown._preprocess_math("بين 5$ و10$")[1] is False
        figure.canvas.draw()


def test_setup_keeps_what_a_user_made_ready_by_hand(untaught):
    from matplotlib.figure import Figure

    figure = Figure()
    with rtl.setup(page=False):
        drawn = rtl.display("القتلى (15)")
        text = figure.text(0, 0, drawn)
        assert text._preprocess_math(str.__str__(drawn))[0] == str.__str__(drawn)


def test_log_axes_and_wrapped_texts_are_drawn(untaught):
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with rtl.setup(page=False):
        figure = Figure(figsize=(2, 2))
        FigureCanvasAgg(figure)
        axes = figure.subplots()
        axes.set_yscale("log")
        axes.set_ylim(1, 1e6)
        wrapped = figure.text(0.9, 0.5, "نص طويل يحتاج إلى أكثر من سطر واحد حتى يتسع له المكان كله", wrap=True, ha="right")
        figure.canvas.draw()
        assert wrapped._get_wrapped_text().count("\n") >= 1


def test_an_unknown_font_is_refused_with_those_at_hand():
    with pytest.raises(rtl.FontError, match="DejaVu Sans"):
        rtl.setup(font="No Such Face", page=False)


def test_lines_of_arabic_are_even_on_the_right(untaught):
    from matplotlib.figure import Figure

    with rtl.setup(page=False):
        figure = Figure()
        assert figure.text(0, 0, "سطر\nسطر أطول")._get_multialignment() == "right"
        assert figure.text(0, 0, "line\nlonger line")._get_multialignment() == "left"


def test_missing_characters_are_named():
    assert rtl.missing("أ ٱ ب\u200f", font="DejaVu Sans") == ["ٱ"]
    assert rtl.faces.describe("ٱ") == "U+0671 ARABIC LETTER ALEF WASLA"
    assert rtl.missing("".join(chr(code) for code in (*range(0x621, 0x63b), *range(0x640, 0x64b))) + "پچژگکی٠١٢٣٤٥٦٧٨٩۰۱۲۳٬٫٪،؛؟«»", font="DejaVu Sans") == []


def test_a_stand_in_is_drawn_for_a_letter_that_is_read_the_same():
    with pytest.warns(rtl.FontWarning, match="U\\+0671"):
        assert rtl.faces.covered("ٱلله", "DejaVu Sans") == "الله"
    with pytest.warns(rtl.FontWarning):
        assert rtl.faces.covered("أ\U00013080", "DejaVu Sans") == "أU+13080"


def test_legend_helper_turns_the_legend():
    from matplotlib.figure import Figure

    axes = Figure().subplots()
    axes.plot([1, 2], label="القتلى")
    assert rtl.legend(axes)._alignment == "right"


# -- words ------------------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("n, arabic, english", [(0, "0 مقال", "0 articles"), (1, "مقال واحد", "1 article"), (2, "مقالان", "2 articles"), (3, "3 مقالات", "3 articles"),
                                                (10, "10 مقالات", "10 articles"), (11, "11 مقالا", "11 articles"), (99, "99 مقالا", "99 articles"), (100, "100 مقال", "100 articles"),
                                                (102, "102 مقال", "102 articles"), (103, "103 مقالات", "103 articles"), (1011, "1,011 مقالا", "1,011 articles")])
def test_nouns_agree_with_their_numbers(n, arabic, english):
    assert (rtl.counted(n, "article"), rtl.counted(n, "article", "en")) == (arabic, english)


def test_a_feminine_noun_has_a_feminine_one():
    assert rtl.counted(1, "word") == "كلمة واحدة"


@pytest.mark.parametrize("value, western, arabic", [(1234567, "1,234,567", "١٬٢٣٤٬٥٦٧"), (0, "0", "٠"), (-7, "-7", "-٧")])
def test_numbers_are_grouped(value, western, arabic):
    assert (rtl.number(value), rtl.number(value, "arabic")) == (western, arabic)
    assert rtl.number(2.345, "arabic", decimals=1) == "٢٫٣"


def test_an_unknown_region_is_refused():
    with pytest.raises(ValueError, match="levant"):
        rtl.month(1, "moon")


# -- tables and marks -----------------------------------------------------------------------------------------------------------------

HOSTILE = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt;", "'';!--\"<XSS>=&{()}", "\u202eمقلوب\u202c", "a\u0000b", "\ud800"]


class _Seen(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.words, self.attributes = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.words.append(data)


def seen(markup) -> _Seen:
    parser = _Seen()
    parser.feed(str(markup))
    parser.close()
    return parser


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    given = text if text != "\ud800" else "x"  # pandas takes no half character
    for markup in (rtl.table(pd.DataFrame({given: [given, "حلب"]}), caption=text), rtl.highlight(text, [(0, len(text), "number", text)], title=text)):
        parser = seen(markup)
        assert set(parser.tags) <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "div", "mark", "strong"}
        assert not any(name.startswith("on") or name == "src" for name, _ in parser.attributes)
        assert not any(sign in str(markup) for sign in "\u202e\u202c\u0000")
        str(markup).encode("utf-8")


def test_table_is_right_to_left_and_keeps_missing_missing():
    frame = pd.DataFrame({"المكان": ["حلب", None], "القتلى": pd.array([1250, None], dtype="Int64"), "نسبة": [0.5, float("nan")], "يوم": [pd.Timestamp("2016-07-15"), pd.NaT]})
    shown = rtl.table(frame)
    words = seen(shown).words
    assert words == ["المكان", "القتلى", "نسبة", "يوم", "حلب", "1,250", "0.5", "2016-07-15", "–", "–", "–", "–"]
    assert '<table class="rtl-table" dir="rtl"' in shown._repr_html_()
    assert 'dir="ltr"' in str(rtl.table(frame, lang="en")).split("<thead>")[0]
    assert "١٬٢٥٠" in str(rtl.table(frame, digits="arabic"))


def test_table_says_what_it_does_not_show():
    shown = str(rtl.table(pd.DataFrame({"n": range(100)}), rows=10))
    assert shown.count("<tr>") == 12 and "ولا يظهر هنا: 90 صفا" in shown
    assert str(rtl.table(pd.DataFrame({"n": range(100)}), rows=None)).count("<tr>") == 101
    assert str(rtl.table(pd.DataFrame({"n": []}))).count("<tr>") == 1


def test_table_shows_codes_by_their_words_when_asked():
    frame = pd.DataFrame({"outcome": ["killed", None], "vague": [None, "tens"]})
    assert seen(rtl.table(frame, translate=True)).words[2:] == ["قتلى", "–", "–", "عشرات"]
    assert seen(rtl.table(frame)).words[2:] == ["killed", "–", "–", "tens"]


def test_outputs_have_the_same_name_every_time():
    assert (repr(rtl.table(pd.DataFrame({"a": [1]}))), repr(rtl.highlight("حلب"))) == ("Table", "Highlight")


def test_table_takes_headings_and_refuses_unknown_columns():
    frame = pd.DataFrame({"a": [1], "b": [2]})
    assert seen(rtl.table(frame, columns={"b": "ثان"})).words == ["ثان", "2"]
    with pytest.raises(ValueError, match="the table has a, b"):
        rtl.table(frame, columns={"c": "ثالث"})


@dataclass(frozen=True)
class _Number:
    value: int
    low: int
    high: int
    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class _Report:
    outcome: str
    low: int
    high: int
    approx: bool
    vague: str
    victims: str
    scope: str
    part_of: int
    source: str
    start: int
    end: int


def test_marks_nest_and_are_explained():
    text = "مقتل 15 مدنيا على الأقل في حلب"
    report = _Report("killed", 15, None, False, None, "مدنيا", "event", None, "المرصد", 0, 23)
    shown = str(rtl.highlight(text, [report, _Number(15, 15, 15, "cardinal", 5, 7)]))
    assert "".join(seen(shown).words).endswith(text)
    assert 'title="ضحايا: قتلى · 15 على الأقل · مدنيا · المصدر المرصد"' in shown
    assert "عدد: 15" in shown and shown.count("<mark") == 5  # two of the legend
    english = str(rtl.highlight(text, [report], lang="en"))
    assert "killed · 15 or more" in english


def test_crossing_spans_keep_the_text_whole():
    text = "أ ب ج د هـ و ز"
    for spans in ([(0, 6, "actor", "x"), (3, 9, "number", "y")], [(0, 14, "date", ""), (0, 14, "source", "")], [(5, 5, "term", "")]):
        assert "".join(seen(rtl.highlight(text, spans, legend=False)).words) == text


@given(strategies.lists(strategies.tuples(strategies.integers(0, 30), strategies.integers(0, 30)), max_size=12))
@settings(max_examples=100, deadline=None)
def test_any_spans_keep_the_text_whole(pairs):
    text = "قال <مصدر> & «آخر»: 15 قتيلا!!"[:30].ljust(30, "ب")
    spans = [(min(pair), max(pair), "number", "n") for pair in pairs]
    assert "".join(seen(rtl.highlight(text, spans, legend=False)).words) == text


def test_spans_outside_the_text_are_refused():
    with pytest.raises(ValueError, match="this very text"):
        rtl.highlight("حلب", [(0, 9, "number", "")])


def test_rows_of_a_table_are_spans():
    frame = pd.DataFrame({"start": [0], "end": [5], "actor": ["russia"], "name_ar": ["روسيا"], "form": ["name"]})
    assert "جهة: روسيا" in str(rtl.highlight("روسيا قالت", frame))


def test_importing_rtl_and_charts_draws_nothing_in():
    import subprocess

    code = "import sys, helpers.rtl, helpers.charts, helpers.export; print([m for m in ('matplotlib', 'PIL', 'wordcloud', 'bidi', 'arabic_reshaper', 'pandas') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
