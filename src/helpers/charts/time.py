"""Charts along time and along the text."""
from __future__ import annotations

import math

from .. import rtl
from . import bars, bounds
from .actors import article_names
from .colours import INK, Look, outcome_look
from .harm import _ORDER, _dated, day
from .page import Sheet, chart, finish, no_data, start, text_width, wrap

__all__ = ["dispersion", "timeline"]


@chart
def timeline(articles, events=None, *, lang: str = "ar", ax=None, title: str | None = None, time: str = "ltr", top: int = 12, size: str = "page",
             digits: str = "western", region: str = "levant"):
    """When articles appeared and events took place, one lane for articles and one for each outcome.

    Parameters
    ----------
    articles : pandas.DataFrame
        `article`, `published`; articles without a date are counted in the note below.
    events : pandas.DataFrame, optional
        `casualties.events`: `date`, `outcome`, `low`, `high`, `approx`, `vague`, `article`. An event whose day is not told is drawn hollow on
        the day it was reported.
    time : {"ltr", "rtl"}
        Time runs from left to right, as newsrooms leave it in Arabic too; "rtl" turns it.
    top : int
        At most so many numbers are written beside their marks, the highest first.

    Other parameters as for `mentions`.
    """
    import pandas as pd

    if time not in ("ltr", "rtl"):
        raise ValueError(f'time={time!r} is not known: use "ltr" or "rtl"')
    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    published = pd.to_datetime(articles["published"]).tolist() if len(articles) and "published" in articles.columns else [pd.NaT] * len(articles)
    rows = events.to_dict("records") if events is not None and len(events) else []
    dated = [date for date in published if _dated(date)]
    told_on = dict(zip(articles["article"].astype(str), published)) if len(articles) else {}
    # an event whose day is not told is shown, hollow, on the day it was reported
    held = [row if _dated(row.get("date")) else {**row, "date": told_on.get(str(row.get("article"))), "reported": True} for row in rows]
    held = [row for row in held if _dated(row["date"])]
    if not dated and not held:
        return no_data(sheet)
    lanes: list[tuple[str, str]] = [("articles", sheet.word("legend", "articles"))] if dated else []
    outcomes = [outcome for outcome in _ORDER if any(row["outcome"] == outcome for row in held)]
    lanes += [(outcome, sheet.word("outcome", outcome)) for outcome in outcomes]
    place = {key: -at for at, (key, _) in enumerate(lanes)}
    axes = sheet.axes
    days = [pd.Timestamp(date).normalize() for date in dated] + [pd.Timestamp(row["date"]).normalize() for row in held]
    first, last = min(days), max(days)
    span = max(1, (last - first).days)
    for _, y in place.items():
        axes.axhline(y, color="#d9d9d9", linewidth=0.8 * sheet.scale, zorder=1)
    labels = []
    if dated:
        names = article_names(articles, lang)
        shown = [(pd.Timestamp(date).normalize(), names.get(str(article), "")) for date, article in zip(published, articles["article"]) if _dated(date)]
        labels += _stack(sheet, shown, place["articles"], first)
    labels += _events(sheet, held, place, first, top)
    margin = span * 0.08 + 0.5
    limits = (-margin, span + margin)
    axes.set_xlim(*(limits if time == "ltr" else limits[::-1]))
    axes.set_ylim(-len(lanes) + 0.4, 0.62)
    bars.names_axis(sheet, [name for _, name in lanes], list(place.values()), share=0.22)
    if axes.xaxis_inverted() != (time == "rtl"):
        axes.invert_xaxis()
    axes.spines[sheet.side].set_visible(False)
    _dates(sheet, first, last)
    undated = sum(not _dated(date) for date in published), len(rows) - len(held)
    notes = [rtl.counted(count, noun, lang, digits) for count, noun in zip(undated, ("article", "event")) if count]
    sheet.note = f"{sheet.word('phrase', 'undated')}: {('، ' if sheet.rtl else ', ').join(notes)}" if notes else ""
    sheet.unit = sheet.word("unit", "date")
    sheet.title = sheet.title or sheet.word("title", "timeline" if held else "timeline_articles", first=day(first, sheet), last=day(last, sheet))
    sheet.handles = _reported_handle(sheet) if any(row.get("reported") for row in held) else []
    sheet.facts.data = pd.DataFrame(held) if held else articles.drop(columns=["text"], errors="ignore")
    sheet.facts.caption = {
        "ar": f"ن = {rtl.counted(len(dated), 'article', 'ar')} و{rtl.counted(len(held), 'event', 'ar')} لها تاريخ. المصدر: نصوص المقالات.",
        "en": f"n = {rtl.counted(len(dated), 'article', 'en')} and {rtl.counted(len(held), 'event', 'en')} with a date. Source: the texts of the articles."}
    english = Sheet(axes, "en", size, "western", region, False)
    arabic = Sheet(axes, "ar", size, "western", region, False)
    sheet.facts.alt = {"ar": f"خط زمني من {day(first, arabic)} إلى {day(last, arabic)}: {rtl.counted(len(dated), 'article', 'ar')} و{rtl.counted(len(held), 'event', 'ar')}.",
                       "en": f"Timeline from {day(first, english)} to {day(last, english)}: {rtl.counted(len(dated), 'article', 'en')} and {rtl.counted(len(held), 'event', 'en')}."}
    axes = finish(sheet, height=(0.25 + 0.62 * len(lanes)) * sheet.scale)
    _thin(sheet, labels, 2 * sheet.rows(top))
    return axes


def _stack(sheet: Sheet, shown: list, y: float, first) -> list:
    """One mark an article, those of a day on top of each other, named where there is room; a count where they are too many."""
    named: dict = {}
    for date, name in shown:
        named.setdefault(date, []).append(name)
    places, labels = [], []
    for date, names in sorted(named.items()):
        x, high = (date - first).days, min(len(names), 4)
        places += [(x, y + 0.13 * at) for at in range(high)]
        text = sheet.number(len(names)) if len(names) > 4 else "\n".join(wrap(name, 1.1 * sheet.scale, sheet.points * 0.8, lines=2) for name in names if name)
        if len(named) > 60:  # no page has room for so many names
            continue
        label = sheet.axes.annotate(text, (x, y + 0.13 * (high - 1)), xytext=(0, 5 * sheet.scale), textcoords="offset points", ha="center", va="bottom",
                                    size=sheet.points * 0.8, color=INK, linespacing=1.1)
        label.set_multialignment("center")
        labels.append(label)
    sheet.axes.plot(*zip(*places), linestyle="", marker="s", markersize=5 * sheet.scale, markerfacecolor="#0072B2", markeredgecolor="white",
                    markeredgewidth=0.5 * sheet.scale, zorder=3)
    return labels


def _events(sheet: Sheet, rows: list, place: dict, first, top: int) -> list:
    """A mark for each day and outcome; its numbers, the highest first."""
    import pandas as pd

    axes = sheet.axes
    sums: dict = {}
    for row in rows:
        sums.setdefault((pd.Timestamp(row["date"]).normalize(), row["outcome"], bool(row.get("reported"))), []).append(bounds.of(row))
    found = {key: bounds.total(parts) for key, parts in sums.items()}
    largest = max((bound.reach for bound in found.values()), default=1) or 1
    marks: dict[str, list] = {}
    labels = []
    for date, outcome, reported in sorted(found, key=lambda key: (-found[key].reach, key)):
        if outcome not in place:
            continue
        bound, look = found[date, outcome, reported], outcome_look(outcome)
        x, y = (date - first).days, place[outcome]
        size = 5 + 9 * math.sqrt(bound.reach / largest)
        marks.setdefault(outcome, []).append((x, y, (size * sheet.scale) ** 2, "white" if reported else look.colour, look.colour if reported else INK))
        if len(labels) < 4 * top:
            labels.append(axes.annotate(bound.label(sheet.lang, sheet.digits), (x, y), xytext=(0, (size / 2 + 2) * sheet.scale), textcoords="offset points", ha="center",
                                        va="bottom", size=sheet.points * 0.85, color=INK, zorder=5))
    for outcome, drawn in marks.items():
        xs, ys, sizes, insides, edges = zip(*drawn)
        axes.scatter(xs, ys, s=sizes, marker=outcome_look(outcome).marker, c=list(insides), edgecolors=list(edges), linewidths=1.1 * sheet.scale, zorder=3)
    return labels


def _reported_handle(sheet: Sheet) -> list:
    """What full and hollow marks mean."""
    from matplotlib.lines import Line2D

    look = dict(linestyle="", marker="o", markersize=8 * sheet.scale, markeredgecolor=INK, markeredgewidth=1.1 * sheet.scale)
    return [Line2D([], [], markerfacecolor=INK, label=sheet.word("legend", "on_day"), **look), Line2D([], [], markerfacecolor="white", label=sheet.word("legend", "reported"), **look)]


def _thin(sheet: Sheet, labels: list, limit: int) -> None:
    """Of numbers that would touch, the highest stays; one that has no room above its mark is tried below."""
    renderer = sheet.axes.figure.canvas.get_renderer()
    taken = [label.get_window_extent(renderer) for label in sheet.axes.get_xticklabels()]
    shown = 0
    for label in labels:
        above = label.xyann
        for offset, side in ((above, "bottom"), ((0, -above[1]), "top"), ((0, above[1] + 11 * sheet.scale), "bottom"), ((0, -above[1] - 11 * sheet.scale), "top")):
            label.xyann = offset
            label.set_verticalalignment(side)
            box = label.get_window_extent(renderer)
            inside = box.x0 >= 0 and box.x1 <= sheet.axes.figure.bbox.width
            if shown < limit and inside and not any(box.overlaps(other) for other in taken):
                taken.append(box)
                shown += 1
                break
        else:
            label.set_visible(False)


def _dates(sheet: Sheet, first, last) -> None:
    """Ticks at days, months or years, as many as fit side by side."""
    import pandas as pd

    axes = sheet.axes
    width = (axes.figure.get_figwidth() if sheet.own else axes.get_window_extent().width / axes.figure.dpi * 1.3) * 0.7
    days = max(1, (last - first).days)
    shown: list[tuple] = []
    for step, unit in ((1, "day"), (2, "day"), (7, "day"), (14, "day"), (1, "month"), (2, "month"), (3, "month"), (6, "month"), (1, "year"), (2, "year"), (5, "year"), (10, "year"), (25, "year"), (100, "year")):
        if days / {"day": 1, "month": 30, "year": 365}[unit] / step > 40:  # more than any page has room for
            continue
        if unit == "day":
            ticks = list(pd.date_range(first, last, freq=f"{step}D"))
            labels = [_day_label(tick, sheet, at == 0 or tick.year != ticks[at - 1].year) for at, tick in enumerate(ticks)]
        elif unit == "month":
            start_month = first.replace(day=1)
            ticks = [tick for tick in pd.date_range(start_month, last, freq="MS") if (tick.month - 1) % step == 0]
            labels = [_month_label(tick, sheet, at == 0 or tick.year != ticks[at - 1].year) for at, tick in enumerate(ticks)]
        else:
            ticks = [pd.Timestamp(year, 1, 1) for year in range(first.year, last.year + 1) if year % step == 0]
            labels = [rtl.digits(str(tick.year), sheet.digits) for tick in ticks]
        if not ticks:
            continue
        widest = max(text_width(line, sheet.points * 0.95) for label in labels for line in label.split("\n"))
        spacing = width * (ticks[1] - ticks[0]).days / (days * 1.16 + 1) if len(ticks) > 1 else width
        if unit == "day" and ticks[-1] != last and spacing * (last - ticks[-1]).days / max(1, step) >= widest + 0.1 * sheet.scale:
            ticks, labels = [*ticks, last], [*labels, _day_label(last, sheet, False)]
        shown = list(zip(ticks, labels))
        if widest + 0.1 * sheet.scale <= spacing and len(ticks) <= 60:
            break
    axes.set_xticks([(tick - first).days for tick, _ in shown])
    axes.set_xticklabels([label for _, label in shown], size=sheet.points * 0.95, linespacing=1.15)
    for label in axes.get_xticklabels():
        label.set_multialignment("center")


def _day_label(date, sheet: Sheet, year: bool) -> str:
    text = f"{date.day} {rtl.month(date.month, sheet.region, sheet.lang)}"
    return rtl.digits(f"{text}\n{date.year}" if year else text, sheet.digits)


def _month_label(date, sheet: Sheet, year: bool) -> str:
    text = rtl.month(date.month, sheet.region, sheet.lang)
    return rtl.digits(f"{text}\n{date.year}" if year else text, sheet.digits)


@chart
def dispersion(occurrences, articles=None, *, by: str | None = None, lang: str = "ar", ax=None, title: str | None = None, top: int = 25, page: int | None = None,
               size: str = "page", digits: str = "western", region: str = "levant"):
    """Where in the articles something stands: a tick an occurrence, a row an article, from its start to its end.

    Parameters
    ----------
    occurrences : pandas.DataFrame
        `article`, `start` (or `position`, 0 to 1), and what is shown in the column `by`: `words.dispersion`, mentions, any table with offsets.
    articles : pandas.DataFrame, optional
        `article`, `label`, and `text` for the length of each article.
    by : str, optional
        Column that tells the marks apart (at most six values have a mark of their own); found among word, term, keyword, actor, kind when left out.

    Other parameters as for `mentions`.
    """
    from matplotlib.lines import Line2D

    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    if not len(occurrences):
        return no_data(sheet)
    table = occurrences.assign(article=occurrences["article"].astype(str))
    labels = article_names(articles, lang)
    ends = table.groupby("article")["end" if "end" in table.columns else "start"].max().astype(float).to_dict()
    if articles is not None and "text" in articles.columns:
        for article, text in zip(articles["article"].astype(str), articles["text"].fillna("")):
            if article in ends:
                ends[article] = max(ends[article], float(len(text)))
    order = [article for article in labels if article in ends] + sorted(set(ends) - set(labels))
    by = by or next((name for name in ("term", "word", "keyword", "actor", "kind", "outcome") if name in table.columns), None)
    values = table[by].astype(str).value_counts() if by else {}
    ranked = [value for value, _ in sorted(values.items(), key=lambda item: (-item[1], item[0]))] if by else [""]
    looks = dict(zip(ranked[:6], (Look("#0072B2"), Look("#D55E00"), Look("#1a1a1a"), Look("#009E73"), Look("#CC79A7"), Look("#8a6d00"))))
    count = max(1, len(looks))
    row = max(0.45, 0.18 + 0.1 * count) * sheet.scale  # two lines of a label
    # as many articles as a page takes: the same number on every page
    top = max(1, min(sheet.rows(top), int((4.4 if size == "slide" else 7.6) / row)))
    part, _, pages = bars.cut(len(order), top, page or 1)
    shown = order[part]
    bars.page_note(sheet, page if page else (1 if pages > 1 else None), pages)
    axes = sheet.axes
    rows = {article: -at for at, article in enumerate(shown)}
    kept = table[table["article"].isin(set(shown))]
    kinds = kept[by].astype(str) if by else [""] * len(kept)
    count = max(1, len(looks))
    places = 100 * kept["position"].astype(float) if "position" in kept.columns else [
        100 * begins / max(1.0, ends[article]) for article, begins in zip(kept["article"], kept["start"].astype(float))]
    ticks: dict[str, list] = {}
    for article, x, kind in zip(kept["article"], places, kinds):
        lane = list(looks).index(kind) if kind in looks else count - 1
        y, height = rows[article] + 0.36 - 0.72 * (lane + 0.5) / count, 0.72 / count * 0.46
        ticks.setdefault(looks[kind].colour if kind in looks else "#9a9a9a", []).append((x, y - height, y + height))
    for colour, drawn in ticks.items():
        axes.vlines(*zip(*drawn), colors=colour, linewidth=1.6 * sheet.scale, zorder=3)
    for y in rows.values():
        axes.axhline(y - 0.5, color="#e0e0e0", linewidth=0.7 * sheet.scale, zorder=1)
    axes.set_xlim(-1.5, 101.5)
    axes.set_ylim(-len(shown) + 0.5, 0.5)
    bars.names_axis(sheet, [labels.get(article, article) for article in shown], list(rows.values()), share=0.3, lines=2)
    axes.set_xticks([0, 25, 50, 75, 100])
    axes.set_xticklabels([rtl.digits(f"{value}%", digits) for value in (0, 25, 50, 75, 100)])
    names = _names(table, by, lang)
    sheet.handles = [Line2D([], [], linestyle="", marker="|", markersize=11 * sheet.scale, markeredgewidth=2 * sheet.scale, color=look.colour, label=names.get(value, value)) for value, look in looks.items() if value]
    if len(ranked) > 6:
        sheet.handles.append(Line2D([], [], linestyle="", marker="|", markersize=11 * sheet.scale, markeredgewidth=2 * sheet.scale, color="#9a9a9a", label=bars.remainder(sheet, len(ranked) - 6)))
    sheet.unit = rtl.digits(sheet.word("unit", "position"), digits)
    sheet.title = sheet.title or sheet.word("title", "dispersion")
    sheet.facts.data = table
    sheet.facts.caption = {"ar": f"ن = {rtl.number(len(table))} في {rtl.counted(len(order), 'article', 'ar')}.", "en": f"n = {rtl.number(len(table))} in {rtl.counted(len(order), 'article', 'en')}."}
    both = {language: _names(table, by, language) for language in ("ar", "en")}
    sheet.facts.alt = {language: opening + ("، " if language == "ar" else ", ").join(f"{both[language].get(value, value)} {values[value]}" for value in ranked[:5] if value) + "."
                       for language, opening in (("ar", "مواضع الورود في المقالات: "), ("en", "Where in the articles they stand: "))}
    return finish(sheet, height=max(0.7 * sheet.scale, row * len(shown)))


def _names(table, by: str | None, lang: str) -> dict[str, str]:
    if by == "actor" and f"name_{lang}" in table.columns:
        pairs = table.drop_duplicates("actor")
        return {str(actor): str(name) for actor, name in zip(pairs["actor"], pairs[f"name_{lang}"]) if isinstance(name, str)}
    if by in ("kind", "outcome"):
        group = "number" if by == "kind" else "outcome"
        return {value: rtl.word(group, value, lang) for value in table[by].astype(str).unique()}
    return {}
