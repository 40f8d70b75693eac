"""Charts: what they draw of a table, in which direction, and that nothing overlaps, is cut off or is lost."""
import itertools
import sys
from pathlib import Path

import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).parent))

import tables_for_charts as tables  # noqa: E402
from helpers import charts, rtl  # noqa: E402
from helpers.charts import bars, bounds, colours, page  # noqa: E402
from helpers.charts.bounds import Bound  # noqa: E402


def texts(axes) -> list[str]:
    from matplotlib.text import Text

    return [artist.get_text() for artist in axes.figure.findobj(Text) if artist.get_visible() and artist.get_text().strip()]


def misplaced(axes) -> list:
    """Texts outside the page, and pairs of texts that touch."""
    from matplotlib.text import Text

    figure = axes.figure
    figure.canvas.draw()
    renderer = figure.canvas.get_renderer()
    boxes = [(artist.get_text(), artist.get_window_extent(renderer)) for artist in figure.findobj(Text) if artist.get_visible() and artist.get_text().strip()]
    found = [text for text, box in boxes if box.x0 < -1 or box.y0 < -1 or box.x1 > figure.bbox.width + 1 or box.y1 > figure.bbox.height + 1]
    found += [(one, other) for (one, first), (other, second) in itertools.combinations(boxes, 2)
              if min(first.x1, second.x1) - max(first.x0, second.x0) > 1.5 and min(first.y1, second.y1) - max(first.y0, second.y0) > 2.5]
    return found


# -- every chart --------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("lang, size", [("ar", "column"), ("ar", "page"), ("ar", "slide"), ("en", "page")])
def test_nothing_overlaps_or_is_cut_off(lang, size):
    for name, axes in tables.every_chart(lang=lang, size=size).items():
        assert misplaced(axes) == [], (name, lang, size)
        assert axes.figure.get_figwidth() == pytest.approx({"column": 3.35, "page": 6.7, "slide": 13.333}[size])
        assert axes.figure.get_figheight() <= (7.51 if size == "slide" else 9.8), name


@pytest.mark.parametrize("count", [1, 7, 500])
def test_any_number_of_articles_and_actors_fits(count):
    articles, mentions = tables.articles(count), tables.mentions(count, count)
    events = tables.events().iloc[[turn % 7 for at in range(count) for turn in (at, at + 1)]].reset_index(drop=True)
    events = events.assign(event=[f"{letter}{at}" for at in range(count) for letter in "ef"], article=[f"a{at // 2}" for at in range(2 * count)],
                           place=[f"القرية {at // 2}" for at in range(2 * count)])
    long = articles.assign(label=articles["label"] + " عنوان طويل يمتد على أسطر كثيرة ولا ينتهي حتى يملأ الصفحة كلها ثم يزيد عليها")
    for axes in (charts.casualties(events, None, articles), charts.casualties(events, None, long, size="column"), charts.casualties(events, None, long, by="event", size="slide"),
                 charts.mentions(mentions), charts.share_of_voice(mentions, size="slide"), charts.actors_by_article(mentions, long), charts.first_mention(mentions, articles),
                 charts.timeline(articles, events), charts.dispersion(mentions, long)):
        assert misplaced(axes) == []
        assert axes.figure.get_figheight() <= 9.8


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_empty_tables_give_a_figure_that_says_so(lang):
    said = rtl.word("phrase", "no_data", lang)
    empty = [charts.casualties(tables.events()[:0], lang=lang), charts.casualties_by_source(tables.events()[:0], tables.reports()[:0], lang=lang),
             charts.mentions(tables.mentions()[:0], lang=lang), charts.share_of_voice(tables.mentions()[:0], lang=lang), charts.actors_by_article(tables.mentions()[:0], lang=lang),
             charts.first_mention(tables.mentions()[:0], lang=lang), charts.named_together(tables.edges()[:0], lang=lang), charts.timeline(tables.articles()[:0], lang=lang),
             charts.timeline(tables.articles().drop(columns="published"), lang=lang), charts.dispersion(tables.mentions()[:0], lang=lang),
             charts.cloud(tables.frequencies()[:0], lang=lang), charts.frequencies(tables.frequencies()[:0], lang=lang), charts.keyness(tables.keyness()[:0], lang=lang),
             charts.number_kinds(tables.numbers()[:0], lang=lang)]
    for axes in empty:
        assert said in texts(axes)
        assert axes.figure.facts.alt[lang] == said


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_chart_states_a_finding_and_describes_itself_in_both_languages(lang):
    for name, axes in tables.every_chart(lang=lang).items():
        facts = axes.figure.facts
        assert len(facts.title[lang]) > 8, name
        assert facts.title[lang] in " ".join(texts(axes)).replace("\n", " ") or "\n" in "".join(texts(axes)), name
        for other in ("ar", "en"):
            assert len(facts.alt[other]) > 10, (name, other)
            assert facts.caption[other], (name, other)
        assert "{" not in "".join(texts(axes)) + "".join(facts.alt.values()) + "".join(facts.caption.values())


def test_charts_leave_no_pyplot_figures_and_no_settings_behind():
    import matplotlib
    import matplotlib.pyplot as plt

    before = dict(matplotlib.rcParams)
    tables._drawn.__wrapped__()
    assert plt.get_fignums() == []
    assert dict(matplotlib.rcParams) == before


def test_texts_stay_logical():
    assert not any("\ufb50" <= sign <= "\ufefc" for axes in tables.every_chart().values() for text in texts(axes) for sign in text)


def test_a_title_may_be_given():
    assert "العنوان الذي أريده" in texts(charts.mentions(tables.mentions(), title="العنوان الذي أريده"))


def test_charts_draw_on_given_axes():
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(12, 5), layout="constrained")
    FigureCanvasAgg(figure)
    left, right = figure.subplots(1, 2)
    assert charts.mentions(tables.mentions(), ax=right) is right
    assert charts.casualties(tables.events(), tables.reports(), tables.articles(), ax=left, lang="en") is left
    assert right.get_title(loc="right").startswith("الأكثر ذكرا") and "Killed" in left.get_title(loc="left")
    figure.canvas.draw()


@pytest.mark.parametrize("wrong", [{"lang": "fr"}, {"size": "poster"}, {"digits": "roman"}, {"region": "mars"}])
def test_unknown_options_are_refused_with_the_known_ones(wrong):
    with pytest.raises(ValueError, match="use (one of )?[\"a-z]"):
        charts.mentions(tables.mentions(), **wrong)
    with pytest.raises(ValueError, match="article, event, outcome, place"):
        charts.casualties(tables.events(), by="moon")


# -- as an Arabic reader reads ------------------------------------------------------------------------------------------------------

def test_category_charts_are_mirrored_in_arabic_only():
    arabic, english = charts.mentions(tables.mentions()), charts.mentions(tables.mentions(), lang="en")
    assert arabic.xaxis_inverted() and arabic.yaxis.get_ticks_position() == "right"
    assert not english.xaxis_inverted() and english.yaxis.get_ticks_position() == "left"


def test_title_stands_where_reading_starts():
    for lang, side, edge in (("ar", "right", 0.9), ("en", "left", 0.1)):
        title = next(text for text in charts.mentions(tables.mentions(), lang=lang).figure.texts)
        assert title.get_horizontalalignment() == side
        assert (title.get_position()[0] > edge) == (lang == "ar")


def test_legend_symbols_stand_right_of_their_words_in_arabic():
    for lang in ("ar", "en"):
        axes = charts.casualties(tables.events(), tables.reports(), tables.articles(), lang=lang)
        legend = axes.figure.legends[0]
        renderer = axes.figure.canvas.get_renderer()
        axes.figure.canvas.draw()
        for handle, text in zip(legend.legend_handles, legend.get_texts()):
            words = text.get_window_extent(renderer)
            symbol = handle.get_window_extent(renderer)
            assert (symbol.x0 >= words.x1 - 1) == (lang == "ar")


def test_legend_is_read_from_the_right():
    axes = charts.casualties(tables.events(), tables.reports(), tables.articles())
    axes.figure.canvas.draw()
    places = {text.get_text(): text.get_window_extent() for text in axes.figure.legends[0].get_texts()}
    first, last = places["قتلى"], places[rtl.word("bound", "unknown")]
    assert first.x1 > last.x1 and first.y1 >= last.y1


def test_time_runs_from_left_to_right_unless_turned():
    assert not charts.timeline(tables.articles(), tables.events()).xaxis_inverted()
    assert charts.timeline(tables.articles(), tables.events(), time="rtl").xaxis_inverted()
    assert not charts.timeline(tables.articles(), tables.events(), lang="en").xaxis_inverted()


@pytest.mark.parametrize("region, month", [("levant", "تموز"), ("iraq", "تموز"), ("gulf", "يوليو"), ("egypt", "يوليو"), ("algeria", "جويلية"), ("tunisia", "جويلية"), ("morocco", "يوليوز")])
def test_months_are_named_as_the_region_names_them(region, month):
    shown = " ".join(texts(charts.timeline(tables.articles(), tables.events(), region=region)))
    assert month in shown
    assert "July" in " ".join(texts(charts.timeline(tables.articles(), tables.events(), lang="en", region=region)))


def test_digits_are_switched_everywhere():
    western = set("0123456789")
    for name, axes in tables.every_chart(digits="arabic").items():
        given = {"24 ساعة", *tables.LABELS, *(name for _, name, _ in tables.ACTORS)}
        shown = [text for text in texts(axes) if not any(part in text.replace("\n", " ") for part in given) and "الجهة رقم" not in text]
        assert not western & set("".join(shown)), (name, [text for text in shown if western & set(text)])


# -- bounds -------------------------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("bound, kind, arabic, english", [
    (Bound(15, 15), "exact", "15", "15"),
    (Bound(15, None), "at_least", "15 على الأقل", "15 or more"),
    (Bound(None, 24), "at_most", "24 على الأكثر", "24 at most"),
    (Bound(25, 25, True), "about", "نحو 25", "about 25"),
    (Bound(10, 15), "between", "بين 10 و15", "10 to 15"),
    (Bound(None, None, vague="tens"), "unknown", "عشرات", "tens"),
    (Bound(), "unknown", "عدد غير محدد", "number not stated"),
    (Bound(11, 28, claims=(11, 28)), "contested", "بين 11 و28 بحسب المصدر", "11 to 28 by source"),
    (Bound(0, 0), "exact", "0", "0"),
])
def test_each_kind_of_bound_says_what_it_is(bound, kind, arabic, english):
    assert bound.kind == kind
    assert (bound.label("ar"), bound.label("en")) == (arabic, english)


@pytest.mark.parametrize("parts, total", [
    ([Bound(15, 15), Bound(10, 10)], Bound(25.0, 25.0)),
    ([Bound(15, 15), Bound(10, None)], Bound(25.0, None)),
    ([Bound(15, 15), Bound(None, None, vague="tens")], Bound(15.0, None)),  # uncounted ones are never invented
    ([Bound(15, 15), Bound(None, 24)], Bound(15.0, 39.0)),
    ([Bound(10, 15), Bound(5, 5, True)], Bound(15.0, 20.0, True)),
    ([Bound(vague="tens"), Bound(vague="tens")], Bound(vague="tens")),
    ([Bound(vague="tens"), Bound(vague="hundreds")], Bound()),
    ([Bound(None, 5), Bound(vague="tens")], Bound()),
])
def test_bounds_are_added_without_inventing_any(parts, total):
    assert bounds.total(parts) == total


def test_every_kind_of_bound_has_a_form_of_its_own_even_in_grey():
    """Each kind drawn alone, in one grey: no two pictures are alike."""
    import numpy as np
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    pictures = {}
    for kind, bound in {"exact": Bound(20, 20), "about": Bound(20, 20, True), "at_least": Bound(20, None), "at_most": Bound(None, 20), "between": Bound(12, 20),
                        "contested": Bound(12, 20, claims=(12, 20)), "unknown": Bound()}.items():
        figure = Figure(figsize=(4, 0.6), dpi=100)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(30, 0)
        axes.set_ylim(-0.6, 0.6)
        bounds.draw(page.Sheet(axes, "ar", "page", "western", "levant", True), 0, 0.7, bound, colours.Look("#777777"), 30, label=False)
        figure.canvas.draw()
        pictures[kind] = np.asarray(figure.canvas.buffer_rgba())[:, :, :3].mean(2)
    for (one, first), (other, second) in itertools.combinations(pictures.items(), 2):
        assert (abs(first - second) > 60).sum() > 250, (one, other)


def with_parts():
    """An event of 11 or more, four children among them (one of these four a part of its own), and one of 6 with two; some of the 11 are uncounted medics."""
    told = pd.DataFrame([
        ("a0", 0, "killed", 11, None, None, None, "مدنيا"), ("a0", 1, "killed", 4, 4, None, 0, "أطفال"), ("a0", 2, "killed", 1, 1, None, 1, "رضيع"),
        ("a0", 3, "killed", None, None, "several", 0, "مسعفون"), ("a0", 4, "killed", 6, 6, None, None, "مدنيين"), ("a0", 5, "killed", 2, 2, None, 4, "طفلان"),
        ("a0", 6, "killed", 11, None, None, None, "شخصا"), ("a0", 7, "killed", 4, 4, None, 6, "أطفال"),
    ], columns=["article", "report", "outcome", "low", "high", "vague", "part_of", "victims"]).astype({"low": "Int64", "high": "Int64", "part_of": "Int64"})
    told = told.assign(approx=False, source=pd.Series([None] * 8, dtype="string"))
    found = pd.DataFrame({"event": ["e1", "e2"], "outcome": "killed", "low": [11, 6], "high": [None, 6], "approx": False, "vague": None, "article": "a0",
                          "place": ["حلب", "حمص"], "reports": [[0, 6], [4]], "parts": [[1, 2, 3, 7], [5]]}).astype({"low": "Int64", "high": "Int64"})
    return found, told


def insets(axes) -> list[float]:
    return sorted(patch.get_width() for patch in axes.patches if patch.get_zorder() == 4.5)


def test_parts_are_drawn_inside_their_whole_and_never_added_to_it():
    found, told = with_parts()
    by_event = charts.casualties(found, told, by="event")
    assert insets(by_event) == [2, 4]  # the same four told again, and the part of a part, are no bars of their own
    shown = texts(by_event)
    assert {"11 على الأقل", "منهم 4 أطفال", "6", "منهم طفلان", rtl.word("bound", "part"), rtl.word("bound", "part_unknown")} <= set(shown)
    together = charts.casualties(found, told)
    assert insets(together) == [6] and {"17 على الأقل", "منهم 6 أطفال"} <= set(texts(together))
    english = charts.casualties(found, told, lang="en")
    assert {"17 or more", "including 6 children"} <= set(texts(english))
    assert "6 children" in english.figure.facts.alt["en"] and "6 أطفال" in english.figure.facts.alt["ar"]
    assert misplaced(together) == misplaced(by_event) == misplaced(charts.casualties(found, told, size="column")) == []


def test_a_source_keeps_the_parts_it_tells_of():
    found, told = with_parts()
    told["source"] = pd.Series(["المرصد", None, None, None, "ناشطون", None, "المرصد", None], dtype="string")
    axes = charts.casualties_by_source(found, told)
    assert insets(axes) == [2, 4] and "منهم طفلان" in texts(axes)


def test_a_source_that_gives_no_number_is_named_all_the_same():
    told = pd.DataFrame({"article": ["a0"], "report": [0], "outcome": ["injured"], "low": [None], "high": [None], "approx": [False], "vague": ["tens"], "source": ["ناشطون"]})
    axes = charts.casualties_by_source(tables.events().iloc[[6]].assign(reports=[[0]]), told)
    assert [label.get_text() for label in axes.get_yticklabels()] == ["ناشطون"] and "عشرات" in texts(axes)


@pytest.mark.parametrize("chart", [charts.casualties, charts.casualties_by_source])
def test_deaths_and_injuries_are_drawn_and_the_rest_is_named(chart):
    axes = chart(tables.events(), tables.reports())
    note = "لا يظهر في الشكل: نازحون (حدث واحد)."
    assert note in texts(axes) and axes.figure.facts.caption["ar"].endswith(note)
    assert axes.figure.facts.caption["en"].endswith("Not drawn: displaced (1 event).")
    assert set(axes.figure.facts.data["outcome"]) == {"killed", "injured", "missing", "killed_or_injured"}
    everything = chart(tables.events(), tables.reports(), outcomes="all")
    assert "نحو 60" in " ".join(texts(everything)) and "لا يظهر" not in " ".join(texts(everything))
    only = chart(tables.events()[tables.events()["outcome"] == "displaced"], tables.reports())
    assert rtl.word("phrase", "no_data") in texts(only) and note in texts(only)
    with pytest.raises(ValueError, match="wounded.*killed"):
        chart(tables.events(), tables.reports(), outcomes=["wounded"])


def test_legend_explains_the_kinds_that_are_shown_and_no_others():
    axes = charts.casualties(tables.events(), tables.reports(), tables.articles(), outcomes="all")
    told = [text.get_text() for text in axes.figure.legends[0].get_texts()]
    assert {rtl.word("bound", kind) for kind in ("about", "at_least", "at_most", "between", "contested", "unknown")} <= set(told)
    plain = charts.casualties(tables.events().iloc[[1]], None, tables.articles())
    assert [text.get_text() for text in plain.figure.legends[0].get_texts()] == ["جرحى"]


def test_contradicting_sources_are_found_and_agreeing_ones_are_not():
    from helpers.charts import harm

    rows = tables.events().to_dict("records")
    assert harm.contested(rows, tables.reports()) == {"e3": [11.0, 28.0]}
    agreeing = tables.reports().assign(low=pd.array([15, 20, 30, 11, 11, 60], dtype="Int64"))
    assert harm.contested(rows, agreeing.assign(high=pd.array([None, 25, 30, None, 28, 60], dtype="Int64"))) == {}


def test_bars_reach_what_the_words_say_and_unknown_has_no_length():
    axes = charts.casualties(tables.events().iloc[[1]])
    assert axes.patches[0].get_width() == 30
    unknown = charts.casualties(tables.events().iloc[[6]])
    assert all(patch.get_x() + patch.get_width() < 0.06 * max(unknown.get_xlim()) for patch in unknown.patches)
    assert "عشرات" in texts(unknown) and "؟" in texts(unknown)
    assert rtl.word("title", "casualties_unknown") in texts(unknown)


def test_an_event_is_added_once_for_each_article():
    twice = pd.concat([tables.events().iloc[[1]], tables.events().iloc[[1]].assign(event="e2b", low=5, high=5)], ignore_index=True)
    assert "35" in texts(charts.casualties(twice))


# -- top, others, pages ------------------------------------------------------------------------------------------------------------

def test_others_hold_what_is_not_shown():
    mentions = tables.mentions(40)
    axes = charts.mentions(mentions, top=5)
    shown = [label.get_text() for label in axes.get_yticklabels()]
    assert shown[-1] == "أخرى (35)"
    assert sum(patch.get_width() for patch in axes.patches) == len(mentions)


def test_pages_show_every_row_once():
    mentions = tables.mentions(40)
    shown = [label.get_text().replace("\n", " ") for at in (1, 2, 3, 4) for label in charts.mentions(mentions, top=10, page=at).get_yticklabels()]
    assert len(shown) == len(set(shown)) == 40
    assert "صفحة 2 من 4" in texts(charts.mentions(mentions, top=10, page=2))
    with pytest.raises(ValueError, match="pages 1 to 4"):
        charts.mentions(mentions, top=10, page=5)
    with pytest.raises(ValueError, match="1 or more"):
        bars.cut(5, 0, None)


def test_bars_beside_their_names_need_no_hatch():
    for axes in (charts.mentions(tables.mentions(30)), charts.share_of_voice(tables.mentions(30))):
        assert not any(patch.get_hatch() for patch in axes.patches)


def test_shares_add_up():
    axes = charts.share_of_voice(tables.mentions(30), top=5)
    assert sum(patch.get_width() for patch in axes.patches) == pytest.approx(100)


def test_others_take_no_part_in_the_shading():
    from matplotlib.colors import to_hex

    axes = charts.actors_by_article(tables.mentions(40), tables.articles(), top=4)
    cells = {(round(patch.get_x() + 0.5, 2), to_hex(patch.get_facecolor())) for patch in axes.patches}
    assert {colour for at, colour in cells if at > 4} == {"#f4f4f4"} and "#f4f4f4" not in {colour for at, colour in cells if at < 4}
    assert max(at for at, _ in cells) > 4  # a gap lies between
    assert all(label.get_rotation() == 0 for label in charts.actors_by_article(tables.mentions(), tables.articles()).get_xticklabels())


def test_names_stand_beside_their_points():
    axes = charts.named_together(tables.edges())
    places = {(round(line.get_xdata()[0], 6), round(line.get_ydata()[0], 6)) for line in axes.lines if line.get_marker() == "o"}
    assert len(places) == 8 == len(axes.texts)
    assert {tuple(round(part, 6) for part in text.xy) for text in axes.texts} == places
    assert all(abs(text.get_position()[0]) < 12 and text.get_position()[1] == 0 for text in axes.texts)


# -- colours ------------------------------------------------------------------------------------------------------------------------

def test_an_actor_looks_the_same_whoever_else_is_there():
    few, many = colours.actor_looks(["russia", "us"]), colours.actor_looks([actor for actor, _, _ in tables.ACTORS])
    assert few["russia"].colour == many["russia"].colour and few["us"].colour == many["us"].colour
    looks = colours.actor_looks(f"actor_{at}" for at in range(40))
    assert len({(look.colour, look.hatch) for look in looks.values()}) == 40


def test_outcomes_are_told_apart_in_grey_or_by_hatch():
    looks = list(colours.OUTCOMES.values())
    for one, other in itertools.combinations(looks, 2):
        assert one.hatch != other.hatch or abs(colours.luminance(one.colour) - colours.luminance(other.colour)) > 0.1, (one, other)


@pytest.mark.parametrize("colour", [look.colour for look in colours.OUTCOMES.values()])
def test_figures_on_colours_can_be_read(colour):
    ground, ink = colours.luminance(colour), colours.luminance(colours.on(colour))
    assert (max(ground, ink) + 0.05) / (min(ground, ink) + 0.05) >= 4.5


# -- words --------------------------------------------------------------------------------------------------------------------------

def test_the_cloud_is_the_same_picture_every_time_and_keeps_its_words():
    import io

    def picture():
        stream = io.BytesIO()
        axes = charts.cloud(tables.frequencies())
        axes.figure.savefig(stream, format="png", metadata={"Software": None})
        return stream.getvalue(), axes

    (first, axes), (second, _) = picture(), picture()
    assert first == second
    assert set(axes.words.values()) == set(axes.outlines) <= set(tables.frequencies()["word"])
    assert len(axes.outlines) >= 18


def test_cloud_words_do_not_lie_on_each_other():
    import numpy as np
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.patches import PathPatch

    inks = []
    for patch in charts.cloud(tables.frequencies()).outlines.values():
        figure = Figure(figsize=(12, 7), dpi=100)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, 1200), ylim=(700, 0))
        axes.set_axis_off()
        axes.add_patch(PathPatch(patch.get_path(), facecolor="black", linewidth=0))
        figure.canvas.draw()
        inks.append(np.asarray(figure.canvas.buffer_rgba())[:, :, 0] < 128)
    together = sum(ink.astype(int) for ink in inks)
    assert (together > 1).sum() <= 0.001 * (together > 0).sum()


def test_larger_words_are_more_frequent():
    outlines = charts.cloud({"كثير": 100, "قليل": 10, "نادر": 2}).outlines
    assert outlines["كثير"].em > outlines["قليل"].em > outlines["نادر"].em


@pytest.mark.parametrize("given", [tables.frequencies(), dict(zip(tables.frequencies()["word"], tables.frequencies()["count"])), tables.frequencies().set_index("word")["count"]])
def test_frequencies_come_as_table_series_or_dict(given):
    assert [label.get_text() for label in charts.frequencies(given, top=3).get_yticklabels()] == ["سوريا", "كيري", "روسيا"]


def test_keyness_takes_its_side_from_the_ratio():
    table = pd.DataFrame({"word": ["هدنة", "قصف"], "log_likelihood": [20.0, 15.0], "log_ratio": [2.0, -1.5]})
    widths = [patch.get_width() for patch in charts.keyness(table).patches]
    assert widths == [20.0, -15.0]


def test_jupyter_shows_a_chart_with_its_alt_text():
    axes = charts.mentions(tables.mentions())
    shown, about = axes._repr_mimebundle_()
    assert shown["image/png"] and about["image/png"]["alt"] == shown["text/plain"] == axes.figure.facts.alt["ar"]


def test_a_denial_adds_nothing_to_what_is_told_elsewhere():
    from helpers.charts.bounds import Bound, total

    assert total([Bound(0, 0), Bound(vague="tens")]).kind == "unknown"
    assert (total([Bound(0, 0), Bound(3, 3)]).low, total([Bound(0, 0), Bound(0, 0)]).high) == (3, 0)


def test_names_in_latin_letters_keep_their_order_in_arabic():
    from helpers.charts.actors import article_names

    articles = pd.DataFrame({"article": ["05_taiz", "b"], "label": ["05_taiz", "تعز"]})
    assert article_names(articles) == {"05_taiz": "\u200e05_taiz\u200e", "b": "تعز"}
    assert article_names(articles, "en")["05_taiz"] == "05_taiz"
