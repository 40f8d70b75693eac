"""Who is mentioned: charts of the mentions table."""
from __future__ import annotations

from .. import rtl
from . import bars
from .colours import INK, MUTED, actor_looks, on
from .page import Sheet, chart, finish, no_data, start, text_width, wrap

__all__ = ["actors_by_article", "first_mention", "mentions", "share_of_voice"]

_APART = 0.35
"""How far cells of "others" stand from the others, in cells."""


def names_of(mentions_table, lang: str) -> dict[str, str]:
    """Actor id → its name; the id where the table has no name."""
    column = f"name_{lang}"
    if column not in mentions_table.columns:
        return {str(actor): str(actor).replace("_", " ") for actor in mentions_table["actor"].dropna().unique()}
    pairs = mentions_table.dropna(subset=["actor"]).drop_duplicates("actor")
    return {str(actor): str(name) if isinstance(name, str) and name else str(actor).replace("_", " ") for actor, name in zip(pairs["actor"], pairs[column])}


def article_names(articles, lang: str = "ar") -> dict[str, str]:
    """Article id → its label; the id where it has none."""
    if articles is None or "article" not in getattr(articles, "columns", ()):
        return {}
    ids = [str(article) for article in articles["article"]]
    column = next((name for name in (f"label_{lang}", "label") if name in articles.columns), None)
    labels = articles[column] if column else ids
    names = {article: str(label) if isinstance(label, str) and label.strip() else article for article, label in zip(ids, labels)}
    return {article: _isolated(name) if lang == "ar" else name for article, name in names.items()}


def _isolated(name: str) -> str:
    """A name without Arabic, such as a file's (05_taiz), kept in its own order inside an Arabic line."""
    return name if rtl.has_rtl(name) else f"\u200e{name}\u200e"


def _articles_in(frame) -> int:
    return int(frame["article"].nunique()) if "article" in frame.columns else 0


def _about(sheet, table, unit: str, **title) -> None:
    """Caption and alt text in both languages, from what was counted."""
    rows, articles = len(table), _articles_in(table)
    sheet.facts.data = table
    sheet.facts.caption = {
        "ar": f"ن = {rtl.counted(rows, 'mention', 'ar')} في {rtl.counted(articles, 'article', 'ar')}. المصدر: نصوص المقالات.",
        "en": f"n = {rtl.counted(rows, 'mention', 'en')} in {rtl.counted(articles, 'article', 'en')}. Source: the texts of the articles.",
    }


@chart
def mentions(mentions, *, lang: str = "ar", ax=None, title: str | None = None, top: int = 20, page: int | None = None, size: str = "page",
             digits: str = "western", region: str = "levant"):
    """How often each actor is mentioned, most often first.

    Parameters
    ----------
    mentions : pandas.DataFrame
        The table of `actors.table`: one row a mention, columns `article`, `actor`, and `name_ar`, `name_en` for the names.
    lang : {"ar", "en"}
        Arabic is mirrored: names on the right, bars grow leftwards.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a figure of its own when left out.
    title : str, optional
        The finding; computed when left out.
    top, page : int, optional
        The first `top` actors, the rest as "others"; with `page`, that page of the whole list.
    size : {"column", "page", "slide"}
    digits : {"western", "arabic"}
    region : str
        Whose month names, where the chart has any.

    Returns
    -------
    matplotlib.axes.Axes
        Its figure is shown by Jupyter and saved by `figures.save`.
    """
    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    counts = mentions["actor"].dropna().astype(str).value_counts() if len(mentions) else []
    if not len(counts):
        return no_data(sheet)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown, rest, pages = bars.cut(len(order), sheet.rows(top), page)
    names, looks = names_of(mentions, lang), actor_looks(counts.index)
    # a bar that stands beside its name needs no hatch
    rows = [(names[actor], count, looks[actor]._replace(hatch="")) for actor, count in order[shown]]
    if rest:
        rows.append((bars.remainder(sheet, rest), sum(count for _, count in order[shown.stop :]), bars.Look("#bdbdbd")))
    bars.page_note(sheet, page, pages)
    sheet.unit = sheet.word("unit", "mentions")
    sheet.title = sheet.title or sheet.word("title", "mentions", name=names[order[0][0]], n=sheet.number(order[0][1]))
    _about(sheet, mentions, "mentions")
    both = {other: names_of(mentions, other) for other in ("ar", "en")}
    sheet.facts.alt = {
        "ar": "أعمدة أفقية لعدد مرات ذكر كل جهة: " + "، ".join(f"{both['ar'][actor]} {count}" for actor, count in order[:5]) + ".",
        "en": "Horizontal bars, mentions of each actor: " + ", ".join(f"{both['en'][actor]} {count}" for actor, count in order[:5]) + ".",
    }
    names, values, looks = zip(*rows)
    return bars.ranked(sheet, names, values, looks, [sheet.number(value) for value in values], fewer=0 if page else len(rows))


@chart
def share_of_voice(mentions, *, lang: str = "ar", ax=None, title: str | None = None, top: int = 12, page: int | None = None, size: str = "page",
                   digits: str = "western", region: str = "levant"):
    """Each actor's share of all mentions, in percent; parameters as for `mentions`."""
    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    counts = mentions["actor"].dropna().astype(str).value_counts() if len(mentions) else []
    if not len(counts):
        return no_data(sheet)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    total = sum(count for _, count in order)
    shown, rest, pages = bars.cut(len(order), sheet.rows(top), page)
    names, looks = names_of(mentions, lang), actor_looks(counts.index)
    rows = [(names[actor], 100 * count / total, looks[actor]._replace(hatch="")) for actor, count in order[shown]]
    if rest:
        rows.append((bars.remainder(sheet, rest), 100 * sum(count for _, count in order[shown.stop :]) / total, bars.Look("#bdbdbd")))
    bars.page_note(sheet, page, pages)
    percent = lambda value: rtl.digits(f"{value:.1f}%" if value < 10 else f"{value:.0f}%", digits)  # noqa: E731
    sheet.unit = sheet.word("unit", "share")
    sheet.title = sheet.title or sheet.word("title", "share_of_voice", name=rows[0][0] if page in (None, 1) else names[order[0][0]], n=percent(100 * order[0][1] / total))
    _about(sheet, mentions, "share")
    both = {other: names_of(mentions, other) for other in ("ar", "en")}
    sheet.facts.alt = {
        "ar": "أعمدة أفقية لحصة كل جهة من مرات الذكر: " + "، ".join(f"{both['ar'][actor]} {100 * count / total:.0f}%" for actor, count in order[:5]) + ".",
        "en": "Horizontal bars, share of mentions: " + ", ".join(f"{both['en'][actor]} {100 * count / total:.0f}%" for actor, count in order[:5]) + ".",
    }
    labels, values, looks = zip(*rows)
    return bars.ranked(sheet, labels, values, looks, [percent(value) for value in values], fewer=0 if page else len(rows))


@chart
def actors_by_article(mentions, articles=None, *, lang: str = "ar", ax=None, title: str | None = None, top: int | None = None, page: int | None = None, rows: int = 25,
                      size: str = "page", digits: str = "western", region: str = "levant"):
    """Mentions of each actor in each article, as a table of shaded cells; parameters as for `mentions`.

    Parameters
    ----------
    articles : pandas.DataFrame, optional
        `article` and `label`, in the order to show.
    top : int, optional
        So many actors have a column; when left out up to ten, as many as there is room for to write their names across.
    rows : int
        At most so many articles a page; `page` turns the pages.
    """
    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    if not len(mentions):
        return no_data(sheet)
    table = mentions.dropna(subset=["actor"]).assign(actor=lambda frame: frame["actor"].astype(str), article=lambda frame: frame["article"].astype(str))
    counts = table.groupby(["article", "actor"]).size().unstack(fill_value=0)
    totals = sorted(counts.sum().items(), key=lambda item: (-item[1], item[0]))
    labels = article_names(articles, lang)
    order = [article for article in labels if article in counts.index] + [article for article in counts.index if article not in labels]
    if articles is not None:
        order += [article for article in labels if article not in counts.index]
    counts = counts.reindex(order, fill_value=0)
    part, rest, pages = bars.cut(len(order), sheet.rows(rows), page)
    shown = order[part]
    names = names_of(mentions, lang)
    row_names = [labels.get(article, article) for article in shown] + ([bars.remainder(sheet, rest)] if rest else [])
    axes = sheet.axes
    # what is gathered as "others" stands apart, and takes no part in the shading
    places = [-y for y in range(len(shown))] + ([-len(shown) - _APART] if rest else [])
    axes.set_ylim(places[-1] - 0.5, 0.5)
    bars.names_axis(sheet, row_names, places, share=0.3)
    room = _room_for_cells(sheet)
    chosen, width = _columns([actor for actor, _ in totals], names, room, sheet, top)
    groups = [[actor] for actor in chosen] + ([[actor for actor, _ in totals[len(chosen) :]]] if len(totals) > len(chosen) else [])
    at = [x + (_APART if x == len(chosen) else 0) for x in range(len(groups))]
    largest = max(1, int(counts.loc[shown, chosen].max().max()))
    _cells(sheet, counts, groups, at, places, shown, order[part.stop :] if rest else [], len(chosen), largest)
    axes.set_xlim(*((at[-1] + 0.5, -0.5) if sheet.rtl else (-0.5, at[-1] + 0.5)))
    heads = [names[actor] for actor in chosen] + ([bars.remainder(sheet, len(totals) - len(chosen))] if len(groups) > len(chosen) else [])
    _heads(sheet, heads, at, width)
    axes.spines[sheet.side].set_visible(False)
    bars.page_note(sheet, page, pages)
    sheet.unit = sheet.word("unit", "mentions")
    most = (counts[[actor for actor, _ in totals]] > 0).sum()
    leader = max(totals, key=lambda item: (int(most[item[0]]), item[1]))[0]
    sheet.title = sheet.title or sheet.word("title", "actors_by_article", name=names[leader], n=rtl.counted(int(most[leader]), "article", lang, digits))
    _about(sheet, mentions, "mentions")
    both = {other: names_of(mentions, other) for other in ("ar", "en")}
    sheet.facts.alt = {
        "ar": f"جدول مظلل: {rtl.counted(len(order), 'article', 'ar')} × {rtl.counted(len(totals), 'actor', 'ar')}؛ الأكثر حضورا {both['ar'][leader]}.",
        "en": f"Shaded table: {rtl.counted(len(order), 'article', 'en')} by {rtl.counted(len(totals), 'actor', 'en')}; most present: {both['en'][leader]}.",
    }
    heights = [label.get_text().count("\n") + 1 for label in axes.get_yticklabels()]
    height = sum(max(0.3, 0.1 + 0.165 * lines) for lines in heights) + 0.3 * _APART * bool(rest)
    return finish(sheet, height=height * sheet.scale, rows=0 if page else len(row_names))


def _room_for_cells(sheet: Sheet) -> float:
    """Inches beside the names of the articles."""
    if not sheet.own:
        return sheet.axes.get_window_extent().width / sheet.axes.figure.dpi
    beside = max((text_width(line, sheet.points) for label in sheet.axes.get_yticklabels() for line in label.get_text().split("\n")), default=0)
    return max(1.0, sheet.axes.figure.get_figwidth() - beside - 0.35 * sheet.scale)


def _columns(ranked: list[str], names: dict[str, str], room: float, sheet: Sheet, top: int | None) -> tuple[list[str], float]:
    """The actors that get a column, and how wide it is."""
    def width(count: int) -> float:
        return room / (count + (1 + _APART if count < len(ranked) else 0))

    def across(count: int) -> bool:
        return all(text_width(word, sheet.points * 0.95) <= 0.95 * width(count) for actor in ranked[:count] for word in names[actor].split())

    most = 6 if sheet.size == "column" else 10
    if top is None:
        count = next((count for count in range(min(most, len(ranked)), min(5, len(ranked) - 1), -1) if across(count)), min(most, len(ranked)))
    else:
        count = min(top, most if sheet.size == "column" else top, len(ranked))
    return ranked[:count], width(count)


def _cells(sheet: Sheet, counts, groups, at, places, shown, others, own: int, largest: int) -> None:
    from matplotlib.colors import LinearSegmentedColormap, to_hex

    shade = LinearSegmentedColormap.from_list("shade", ["#ffffff", "#9ecae1", "#08306b"])
    for x, actors in zip(at, groups):
        values = counts[actors].sum(axis=1)
        column = [int(values[article]) for article in shown] + ([int(values[others].sum())] if others else [])
        for turn, (y, value) in enumerate(zip(places, column)):
            gathered = turn == len(shown) or x >= own
            colour = "#f4f4f4" if gathered else to_hex(shade(0.08 + 0.92 * value / largest)) if value else "#ffffff"
            sheet.axes.add_patch(_cell(x, y, colour))
            if value:
                sheet.axes.text(x, y, sheet.number(value), ha="center", va="center", size=sheet.points * 0.9, color=MUTED if gathered else on(colour))


def _heads(sheet: Sheet, heads: list[str], at: list[float], width: float) -> None:
    """Names of the columns: across, in lines; upright where a word is wider than its column."""
    points = sheet.points * 0.95
    upright = any(text_width(word, points) > width for head in heads for word in head.split())
    wrapped = [wrap(head, 1.15 * sheet.scale if upright else width, points, lines=2 if upright else 4) for head in heads]
    sheet.axes.xaxis.tick_top()
    sheet.axes.set_xticks(at)
    sheet.axes.set_xticklabels(wrapped, size=points, rotation=90 if upright else 0, linespacing=1.1)


def _cell(x: float, y: float, colour: str):
    from matplotlib.patches import Rectangle

    return Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=colour, edgecolor="#d0d0d0", linewidth=0.6, clip_on=False)


@chart
def first_mention(mentions, articles=None, *, lang: str = "ar", ax=None, title: str | None = None, top: int = 15, page: int | None = None, size: str = "page",
                  digits: str = "western", region: str = "levant"):
    """How far into the articles each actor first comes up; parameters as for `actors_by_article`.

    A dot is one article's first mention of the actor, the line the median of its articles; the axis runs from the start of the
    article to its end. The length of an article is that of its `text`, else the end of its last mention.
    """
    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    table = mentions.dropna(subset=["actor"]) if len(mentions) else mentions
    if not len(table):
        return no_data(sheet)
    ends = table.groupby(table["article"].astype(str))["end"].max().astype(float)
    if articles is not None and "text" in articles.columns:
        lengths = dict(zip(articles["article"].astype(str), articles["text"].fillna("").str.len().astype(float)))
        ends = ends.index.to_series().map(lambda article: max(lengths.get(article, 0.0), ends[article]))
    firsts = table.assign(article=table["article"].astype(str), actor=table["actor"].astype(str)).groupby(["actor", "article"])["start"].min().astype(float)
    places = {}
    for (actor, article), start_at in firsts.items():
        places.setdefault(actor, []).append(100 * start_at / max(1.0, ends[article]))
    medians = {actor: _median(values) for actor, values in places.items()}
    order = sorted(places, key=lambda actor: (-len(places[actor]), medians[actor], actor))
    part, rest, pages = bars.cut(len(order), sheet.rows(top), page)
    chosen = sorted(order[part], key=lambda actor: (medians[actor], actor))
    looks, names = actor_looks(order), names_of(mentions, lang)
    axes = sheet.axes
    rows = [-y for y in range(len(chosen))]
    for y, actor in zip(rows, chosen):
        axes.plot([0, 100], [y, y], color="#d9d9d9", linewidth=0.8 * sheet.scale, zorder=1)
        axes.plot(places[actor], [y] * len(places[actor]), linestyle="", marker=looks[actor].marker, markersize=5.5 * sheet.scale, markerfacecolor=looks[actor].colour,
                  markeredgecolor=INK, markeredgewidth=0.6 * sheet.scale, alpha=0.85, zorder=3)
        axes.plot([medians[actor]] * 2, [y - 0.32, y + 0.32], color=INK, linewidth=2 * sheet.scale, zorder=4)
    axes.set_xlim(-2, 102)
    axes.set_ylim(rows[-1] - 0.6, 0.6)
    bars.names_axis(sheet, [names[actor] for actor in chosen], rows, lines=1)
    axes.set_xticks([0, 25, 50, 75, 100])
    axes.set_xticklabels([rtl.digits(f"{value}%", digits) for value in (0, 25, 50, 75, 100)])
    bars.page_note(sheet, page, pages)
    sheet.unit = rtl.digits(sheet.word("unit", "position"), digits)
    # an actor of one article alone is no finding where others come up in many
    often = [actor for actor in order if 2 * len(places[actor]) >= max(map(len, places.values()))]
    earliest = min(often, key=lambda actor: (medians[actor], actor))
    sheet.title = sheet.title or sheet.word("title", "first_mention", name=names[earliest])
    sheet.handles = _median_handles(sheet)
    _about(sheet, mentions, "position")
    both = {other: names_of(mentions, other) for other in ("ar", "en")}
    sheet.facts.alt = {
        "ar": "نقاط لموضع أول ذكر لكل جهة في كل مقال: " + "، ".join(f"{both['ar'][actor]} {medians[actor]:.0f}%" for actor in chosen[:5]) + " (الوسيط).",
        "en": "Dots, where each actor is first mentioned in each article: " + ", ".join(f"{both['en'][actor]} {medians[actor]:.0f}%" for actor in chosen[:5]) + " (median).",
    }
    return finish(sheet, height=max(0.8, 0.3 * len(chosen)) * sheet.scale, rows=0 if page else len(chosen))


def _median(values: list[float]) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _median_handles(sheet) -> list:
    from matplotlib.lines import Line2D

    article, median = ("مقال واحد", "الوسيط") if sheet.rtl else ("one article", "median")
    return [Line2D([], [], linestyle="", marker="o", markersize=5.5 * sheet.scale, markerfacecolor=MUTED, markeredgecolor=INK, label=article),
            Line2D([], [], linestyle="", marker="|", markersize=11 * sheet.scale, markeredgewidth=2 * sheet.scale, color=INK, label=median)]
