"""Who is mentioned: charts of the mentions table."""
from __future__ import annotations

from .. import rtl
from . import bars
from .colours import INK, MUTED, actor_looks, on
from .page import chart, finish, no_data, start

__all__ = ["actors_by_article", "first_mention", "mentions", "named_together", "share_of_voice"]


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
    return {article: str(label) if isinstance(label, str) and label.strip() else article for article, label in zip(ids, labels)}


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
def actors_by_article(mentions, articles=None, *, lang: str = "ar", ax=None, title: str | None = None, top: int = 10, page: int | None = None, rows: int = 25,
                      size: str = "page", digits: str = "western", region: str = "levant"):
    """Mentions of each actor in each article, as a table of shaded cells; parameters as for `mentions`.

    Parameters
    ----------
    articles : pandas.DataFrame, optional
        `article` and `label`, in the order to show.
    rows : int
        At most so many articles a page; `page` turns the pages.
    """
    from matplotlib.colors import LinearSegmentedColormap, to_hex

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
    chosen = [actor for actor, _ in totals[: min(top, 6 if size == "column" else top)]]
    part, rest, pages = bars.cut(len(order), sheet.rows(rows), page)
    shown = order[part]
    names = names_of(mentions, lang)
    columns = [counts.loc[shown, actor].tolist() for actor in chosen]
    heads = [names[actor] for actor in chosen]
    if len(totals) > len(chosen):
        columns.append(counts.loc[shown].drop(columns=chosen).sum(axis=1).tolist())
        heads.append(bars.remainder(sheet, len(totals) - len(chosen)))
    row_names = [labels.get(article, article) for article in shown]
    if rest:
        others = counts.loc[order[part.stop :]]
        for column, actor in zip(columns, chosen):
            column.append(int(others[actor].sum()))
        if len(columns) > len(chosen):
            columns[-1].append(int(others.drop(columns=chosen).sum().sum()))
        row_names.append(bars.remainder(sheet, rest))
    shade = LinearSegmentedColormap.from_list("shade", ["#ffffff", "#9ecae1", "#08306b"])
    # what is gathered as "others" does not set the scale of the shading
    largest = max((value for column in columns[: len(chosen)] for value in column[: len(shown)]), default=1) or 1
    axes = sheet.axes
    for x, column in enumerate(columns):
        for y, value in enumerate(column):
            colour = to_hex(shade(0.08 + 0.92 * min(1.0, value / largest))) if value else "#ffffff"
            axes.add_patch(_cell(x, -y, colour))
            if value:
                axes.text(x, -y, sheet.number(value), ha="center", va="center", size=sheet.points * 0.9, color=on(colour))
    places = [-y for y in range(len(row_names))]
    axes.set_ylim(places[-1] - 0.5, 0.5)
    axes.set_xlim(-0.5, len(columns) - 0.5)
    bars.names_axis(sheet, row_names, places, share=0.3)
    from .page import wrap

    width = axes.figure.get_figwidth() * 0.6 / len(columns) if sheet.own else 1.0
    axes.xaxis.tick_top()
    axes.set_xticks(range(len(columns)))
    narrow = width < 0.55 * sheet.scale
    wrapped = [wrap(head, 1.3 * sheet.scale if narrow else max(0.35, width * 0.97), sheet.points * 0.95, lines=2 if narrow else 3) for head in heads]
    axes.set_xticklabels(wrapped, size=sheet.points * 0.95, rotation=90 if narrow else 0, linespacing=1.1)
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
    return finish(sheet, height=sum(max(0.3, 0.1 + 0.165 * lines) for lines in heights) * sheet.scale, rows=0 if page else len(row_names))


def _cell(x: float, y: float, colour: str):
    from matplotlib.patches import Rectangle

    return Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=colour, edgecolor="#d0d0d0", linewidth=0.6)


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


@chart
def named_together(graph, *, lang: str = "ar", ax=None, title: str | None = None, top: int = 25, size: str = "page", digits: str = "western", region: str = "levant"):
    """Which actors are named together: a circle of actors, lines as thick as the pair is frequent.

    Parameters
    ----------
    graph : networkx.Graph or pandas.DataFrame
        Edges with `weight`; nodes with `name_ar`, `name_en` and, for their size, `mentions`. As a table: columns `source`, `target`, `weight`.
    top : int
        The actors shown: those with the most in common with others.

    Other parameters as for `mentions`.
    """
    import math

    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    edges, names, sizes = _edges(graph, lang)
    if not edges:
        return no_data(sheet)
    strength: dict[str, float] = {}
    for one, other, weight in edges:
        strength[one] = strength.get(one, 0) + weight
        strength[other] = strength.get(other, 0) + weight
    side = {"column": 1.9, "page": 3.6, "slide": 4.9}[size]
    extent, apart = 1.2, 2.4 * 0.185 * sheet.scale / side  # the least distance of two names, in units of the circle's radius
    chosen = sorted(strength, key=lambda actor: (-strength[actor], actor))[: max(2, min(top, 2 * int(2.2 / apart)))]
    rank = {actor: at for at, actor in enumerate(chosen)}
    angle = {actor: math.pi / 2 - 2 * math.pi * at / len(chosen) * (1 if lang == "en" else -1) for actor, at in rank.items()}
    looks, axes = actor_looks(strength), sheet.axes
    kept = [(one, other, weight) for one, other, weight in edges if one in rank and other in rank]
    heaviest = max(weight for _, _, weight in kept)
    for one, other, weight in sorted(kept, key=lambda edge: edge[2]):
        xs, ys = _bow(angle[one], angle[other])
        axes.plot(xs, ys, color="#4d4d4d", linewidth=(0.4 + 4.6 * weight / heaviest) * sheet.scale, alpha=0.25 + 0.55 * weight / heaviest, zorder=1, solid_capstyle="round")
    largest = max((sizes.get(actor, strength[actor]) for actor in chosen), default=1) or 1
    for actor in chosen:
        x, y = math.cos(angle[actor]), math.sin(angle[actor])
        axes.plot([x], [y], marker="o", markersize=(5 + 11 * math.sqrt(sizes.get(actor, strength[actor]) / largest)) * sheet.scale, markerfacecolor=looks[actor].colour,
                  markeredgecolor=INK, markeredgewidth=0.8 * sheet.scale, zorder=3)
    _name_around(sheet, chosen, angle, names, apart)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_xlim(-extent, extent)
    axes.set_ylim(-extent, extent)
    one, other, weight = max(kept, key=lambda edge: (edge[2], edge[0], edge[1]))
    sheet.unit = sheet.word("unit", "together")
    sheet.title = sheet.title or sheet.word("title", "named_together", name=names[one], other=names[other])
    sheet.facts.caption = {"ar": f"عدد الجهات: {len(chosen)} من {len(strength)}. سماكة الخط بعدد مرات ذكر الجهتين معا ({heaviest:g} في أكثرها).",
                           "en": f"{len(chosen)} of {len(strength)} actors. A line is as thick as the two are named together ({heaviest:g} at most)."}
    both = {language: _edges(graph, language)[1] for language in ("ar", "en")}
    top_edges = sorted(kept, key=lambda edge: -edge[2])[:5]
    sheet.facts.alt = {"ar": "شبكة الجهات المذكورة معا: " + "، ".join(f"{both['ar'][a]} و{both['ar'][b]} {w:g}" for a, b, w in top_edges) + ".",
                       "en": "Network of actors named together: " + ", ".join(f"{both['en'][a]} and {both['en'][b]} {w:g}" for a, b, w in top_edges) + "."}
    import pandas as pd

    sheet.facts.data = pd.DataFrame(edges, columns=["source", "target", "weight"])
    return finish(sheet, height=side)


def _name_around(sheet, chosen, angle, names, apart: float) -> None:
    """Names on both sides of the circle, moved up or down until none touches the next."""
    import math

    for sign in (1, -1):
        here = sorted((actor for actor in chosen if (math.cos(angle[actor]) >= -1e-9) == (sign > 0)), key=lambda actor: -math.sin(angle[actor]))
        heights = [1.06 * math.sin(angle[actor]) for actor in here]
        for at in range(1, len(heights)):
            heights[at] = min(heights[at], heights[at - 1] - apart)
        if heights and heights[-1] < -1.12:
            heights[-1] = -1.12
            for at in range(len(heights) - 2, -1, -1):
                heights[at] = max(heights[at], heights[at + 1] + apart)
        for actor, height in zip(here, heights):
            x, y = math.cos(angle[actor]), math.sin(angle[actor])
            out = sign * (0.1 + max(abs(x), math.sqrt(max(0.0, 1 - min(1.0, max(0.0, abs(height) - 0.14)) ** 2))))
            if abs(height - 1.06 * y) > 0.02:
                sheet.axes.plot([x, out], [y, height], color="#a6a6a6", linewidth=0.6 * sheet.scale, zorder=2)
            sheet.axes.annotate(names[actor], (out, height), xytext=(4 * sign * sheet.scale, 0), textcoords="offset points", ha="left" if sign > 0 else "right", va="center",
                                size=sheet.points, color=INK, zorder=4)


def _bow(one: float, other: float):
    import math

    xs, ys = [], []
    for step in range(21):
        t = step / 20
        x = (1 - t) ** 2 * math.cos(one) + t * t * math.cos(other)
        y = (1 - t) ** 2 * math.sin(one) + t * t * math.sin(other)
        pull = 2 * t * (1 - t) * 0.25
        xs.append(x + pull * (math.cos(one) + math.cos(other)))
        ys.append(y + pull * (math.sin(one) + math.sin(other)))
    return xs, ys


def _edges(graph, lang: str):
    """Edges (one, other, weight), names and sizes of nodes, from a graph or a table."""
    if hasattr(graph, "columns"):
        columns = [name for name in graph.columns]
        one, other = (columns[0], columns[1]) if not {"source", "target"} <= set(columns) else ("source", "target")
        weight = next((name for name in ("weight", "count", "n", "together") if name in columns), None)
        weights = graph[weight].astype(float) if weight else [1.0] * len(graph)
        edges = [(str(a), str(b), float(w)) for a, b, w in zip(graph[one], graph[other], weights) if a != b]
        names = {node: node.replace("_", " ") for edge in edges for node in edge[:2]}
        for end in (one, other):
            if f"{end}_name_{lang}" in columns:
                names.update(zip(graph[end].astype(str), graph[f"{end}_name_{lang}"].astype(str)))
        return edges, names, {}
    edges = [(str(a), str(b), float(data.get("weight", 1))) for a, b, data in graph.edges(data=True) if a != b]
    names = {str(node): str(data.get(f"name_{lang}") or data.get("name") or str(node).replace("_", " ")) for node, data in graph.nodes(data=True)}
    sizes = {str(node): float(data["mentions"]) for node, data in graph.nodes(data=True) if data.get("mentions") is not None}
    return edges, names, sizes

