"""Who was harmed: charts of events and reports, bounds drawn as bounds."""
from __future__ import annotations

from dataclasses import replace

from .. import rtl
from . import bars, bounds, parts
from .actors import article_names
from .bounds import Bound
from .colours import INK, Look, outcome_look
from .page import Sheet, chart, finish, no_data, start

__all__ = ["casualties", "casualties_by_source"]

_ORDER = ("killed", "killed_or_injured", "injured", "missing", "captured", "besieged", "displaced", "evacuated")
DEAD_AND_INJURED = _ORDER[:4]
"""What the charts of casualties draw unless told otherwise."""
BY = ("article", "event", "outcome", "place")


@chart
def casualties(events, reports=None, articles=None, *, by: str = "article", outcomes=None, lang: str = "ar", ax=None, title: str | None = None, top: int = 12,
               page: int | None = None, size: str = "page", digits: str = "western", region: str = "levant"):
    """Casualties of each article (or event, place, outcome), each with the bounds the words give.

    Numbers of one row and outcome are added from its events, each event once; a sum with an open or unstated part is
    open ("at least"). Nothing is guessed: what is told without a number is drawn as a question mark.

    Parameters
    ----------
    events : pandas.DataFrame
        `casualties.events`: `event`, `outcome`, `low`, `high`, `approx`, `vague`, `article`, and where known `place`, `date`, `reports`.
    reports : pandas.DataFrame, optional
        `casualties.table`, to tell where sources contradict each other, and for the caption.
    articles : pandas.DataFrame, optional
        `article` and `label`, in the order to show.
    by : {"article", "event", "outcome", "place"}
        What a row is.
    outcomes : list of str or "all", optional
        These outcomes of the codebook; deaths, injuries and the missing when left out. What is not drawn is told below the figure.
    lang, ax, title, size, digits, region
        As for `mentions`.
    top, page : int, optional
        The `top` rows with the highest numbers, the others added up in one row; with `page`, that page of all rows.

    Returns
    -------
    matplotlib.axes.Axes
    """
    if by not in BY:
        raise ValueError(f"by={by!r} is not known: use one of {', '.join(BY)}")
    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    rows, left = _rows(events, outcomes)
    _tell_left(sheet, left)
    if not rows:
        return no_data(sheet)
    claims, index = contested(rows, reports), _index(reports)
    labels = article_names(articles, lang)
    groups: dict[str, dict[str, list[Bound]]] = {}
    for row in rows:
        bound = bounds.of(row)
        if told := claims.get(row.get("event")):
            bound = replace(bound, low=min(told), high=max(told), claims=tuple(told))
        bound = parts.add(bound, parts.of_event(row, index))
        groups.setdefault(_key(row, by), {}).setdefault(str(row["outcome"]), []).append(bound)
    sums = {key: {outcome: bounds.total(found) for outcome, found in group.items()} for key, group in groups.items()}
    order = _order(sums, labels if by == "article" else {}, sheet.rows(top), page)
    part, rest, pages = bars.cut(len(order), sheet.rows(top), page)
    highest = set(sorted(order, key=lambda key: (-_reach(sums[key]), key))[: part.stop])
    shown = order[part] if page or not rest else [key for key in order if key in highest]
    drawn = [(_name(key, by, rows, labels, sheet), sums[key]) for key in shown]
    if rest:
        gathered: dict[str, list[Bound]] = {}
        for key in order:
            if key not in shown:
                for outcome, found in groups[key].items():
                    gathered.setdefault(outcome, []).extend(found)
        drawn.append((bars.remainder(sheet, rest), {outcome: bounds.total(found) for outcome, found in gathered.items()}))
    if by == "outcome":
        present = [outcome for outcome in _ORDER if outcome in sums] + sorted(set(sums) - set(_ORDER))
        drawn = [(sheet.word("outcome", outcome), sums[outcome]) for outcome in present]
        rest = 0
    bars.page_note(sheet, page, pages)
    _draw(sheet, drawn, legend=by != "outcome")
    sheet.unit = sheet.word("unit", "people")
    _say(sheet, rows, sums, by, labels, reports)
    return finish(sheet, height=_height(sheet, drawn), rows=0 if page else len(drawn) - bool(rest))


def _rows(events, outcomes) -> tuple[list[dict], dict[str, int]]:
    """The events to draw, and how many of each other outcome are not drawn."""
    rows = events.to_dict("records") if len(events) else []
    if isinstance(outcomes, str):
        outcomes = None if outcomes == "all" else [outcomes]
        wanted = outcomes if outcomes is not None else [row["outcome"] for row in rows]
    else:
        wanted = list(outcomes) if outcomes is not None else DEAD_AND_INJURED
    if strange := sorted(set(wanted) - set(_ORDER) - {str(row["outcome"]) for row in rows}):
        raise ValueError(f"outcome {strange[0]!r} is not known: use some of {', '.join(_ORDER)}, or \"all\"")
    left: dict[str, int] = {}
    for row in rows:
        if row["outcome"] not in wanted:
            left[str(row["outcome"])] = left.get(str(row["outcome"]), 0) + 1
    return [row for row in rows if row["outcome"] in wanted], left


def _left_in_words(left: dict[str, int], lang: str, digits: str = "western") -> str:
    if not left:
        return ""
    ordered = [outcome for outcome in _ORDER if outcome in left] + sorted(set(left) - set(_ORDER))
    told = ("، " if lang == "ar" else ", ").join(f"{rtl.word('outcome', outcome, lang)} ({rtl.counted(left[outcome], 'event', lang, digits)})" for outcome in ordered)
    return rtl.word("phrase", "not_drawn", lang).format(n=told)


def _tell_left(sheet: Sheet, left: dict[str, int]) -> None:
    sheet.note = _left_in_words(left, sheet.lang, sheet.digits)
    sheet.facts.left = sheet.both(lambda lang: _left_in_words(left, lang))


def _index(reports) -> dict:
    """Rows of reports by their label and by article and number."""
    if reports is None or not len(reports):
        return {}
    rows = reports.to_dict("records")
    index = dict(zip(reports.index.tolist(), rows))
    index.update({(str(row.get("article")), int(row["report"])): row for row in rows if "report" in row})
    return index


def _lanes(sheet: Sheet, bound: Bound) -> float:
    """How many rows' height a bar takes: more with a second line about its parts."""
    return 1.45 if bound.reach and parts.label(bound.parts, sheet) else 1.0


def _height(sheet: Sheet, drawn: list) -> float:
    names = [label.get_text() for label in sheet.axes.get_yticklabels()]
    rows = (max(0.26 * sum(_lanes(sheet, bound) for bound in found.values()), 0.13 + 0.165 * (name.count("\n") + 1)) + 0.12 for name, (_, found) in zip(names, drawn))
    return max(0.55, sum(rows)) * sheet.scale


def _key(row: dict, by: str) -> str:
    value = row.get(by)
    if value is None or value != value or str(value) in ("<NA>", ""):
        return ""
    return str(value)


def _reach(found: dict[str, Bound]) -> float:
    return max(bound.reach for bound in found.values())


def _order(sums, labels, top, page) -> list[str]:
    """Rows in the articles' own order where all fit, else the highest first."""
    if labels and len(sums) <= top + 1 and page is None:
        known = [article for article in labels if article in sums]
        return known + [key for key in sums if key not in labels]
    return sorted(sums, key=lambda key: (-_reach(sums[key]), key))


def _name(key: str, by: str, rows: list[dict], labels: dict[str, str], sheet: Sheet) -> str:
    if by == "article":
        return labels.get(key, key)
    if by == "event":
        row = next(row for row in rows if _key(row, by) == key)
        told = [row["place"]] if isinstance(row.get("place"), str) and row["place"] else []
        if _dated(row.get("date")):
            told.append(day(row["date"], sheet))
        return sheet.line(("، " if sheet.rtl else ", ").join(map(sheet.quoted, told))) if told else labels.get(_key(row, "article"), _key(row, "article") or key)
    return key or ("مكان غير مذكور" if sheet.rtl else "no place named")


def _dated(value) -> bool:
    return value is not None and value == value and str(value) not in ("NaT", "<NA>", "")


def day(date, sheet: Sheet) -> str:
    """A day as the region writes it: 16 تموز 2016."""
    import pandas as pd

    date = pd.Timestamp(date)
    return rtl.digits(f"{date.day} {rtl.month(date.month, sheet.region, sheet.lang)} {date.year}", sheet.digits)


def _draw(sheet: Sheet, drawn: list, *, legend: bool) -> None:
    axes = sheet.axes
    every = [bound for _, found in drawn for bound in found.values()]
    limit_label = max((bars.rtl_width(text, sheet) for bound in every for text in (bound.label(sheet.lang, sheet.digits), parts.label(bound.parts, sheet))), default=0)
    cut = bounds.cut_at([bound.reach for bound in every])
    largest = (1.15 * cut if cut else max((bound.reach for bound in every), default=0)) or 1
    # the arrow of an open bar needs room as well as its label
    bars.scale_for_labels(sheet, largest, limit_label + 0.25 * sheet.scale * any(bound.kind == "at_least" for bound in every))
    limit = max(axes.get_xlim())
    at, places, seen, kinds = 0.0, [], {}, set()
    for _, found in drawn:
        ordered = [outcome for outcome in _ORDER if outcome in found] + sorted(set(found) - set(_ORDER))
        first = at
        for outcome in ordered:
            look, bound = outcome_look(outcome), found[outcome]
            lanes = _lanes(sheet, bound)
            bounds.draw(sheet, -(at + (lanes - 1) / 2), 0.72 * lanes**0.5, bound, look, limit, cut=cut)
            seen[outcome] = look
            kinds |= {bound.kind, *parts.kinds(bound)}
            at += lanes
        places.append(-(first + at - 1) / 2)
        at += 0.45
    axes.set_ylim(-(at - 0.45) + 0.4, 0.6)
    axes.set_xticks([])
    bars.names_axis(sheet, [name for name, _ in drawn], places)
    sheet.handles = ([_patch(outcome, seen[outcome], sheet) for outcome in _ORDER if outcome in seen] if legend else []) + bounds.handles(sheet, kinds | ({"cut"} if cut else set()))


def _patch(outcome: str, look: Look, sheet: Sheet):
    from matplotlib.patches import Patch

    return Patch(facecolor=look.colour, hatch=look.hatch or None, edgecolor=INK, linewidth=0.6 * sheet.scale, label=sheet.word("outcome", outcome))


def _say(sheet: Sheet, rows, sums, by, labels, reports) -> None:
    """Computed title, caption and alt text."""
    import pandas as pd

    sheet.facts.data = pd.DataFrame(rows)
    articles = len({_key(row, "article") for row in rows})
    drawn = {row["outcome"] for row in rows}
    count = int(reports["outcome"].isin(drawn).sum()) if reports is not None else len(rows)
    noun = "report" if reports is not None else "event"
    sheet.facts.caption = {
        lang: {"ar": "ن = {reports} في {articles}، كل حدث محسوب مرة واحدة. المصدر: نصوص المقالات.",
               "en": "n = {reports} in {articles}, each event counted once. Source: the texts of the articles."}[lang].format(
                   reports=rtl.counted(count, noun, lang), articles=rtl.counted(articles, "article", lang)) for lang in ("ar", "en")}
    for lang, left in sheet.facts.left.items():
        sheet.facts.caption[lang] += f" {left}" if left else ""
    index = _index(reports)
    alt = {}
    for lang in ("ar", "en"):
        told = []
        for outcome in _ORDER:
            found = [parts.add(bounds.of(row), parts.of_event(row, index)) for row in rows if row["outcome"] == outcome]
            if found:
                inside = parts.said(bounds.total(found).parts, lang)
                told.append(f"{rtl.word('outcome', outcome, lang)}: {bounds.total(found).label(lang)}" + (f" ({inside})" if inside else ""))
        alt[lang] = ("أعمدة أفقية بحدود الأعداد. المجموع: " if lang == "ar" else "Horizontal bars with the bounds of the numbers. In total: ") + ("؛ " if lang == "ar" else "; ").join(told) + "."
    sheet.facts.alt = alt
    if sheet.title:
        return
    outcome = next((name for name in _ORDER if any(name in found and found[name].kind != "unknown" for found in sums.values())), None)
    if outcome is None:
        sheet.title = sheet.word("title", "casualties_unknown")
        return
    name = sheet.word("the_outcome", outcome)
    holding = {key: found[outcome] for key, found in sums.items() if outcome in found}
    best = max(holding, key=lambda key: (holding[key].reach, key))
    quantity = holding[best].label(sheet.lang, sheet.digits)
    if len(holding) == 1 or by == "outcome":
        sheet.title = sheet.word("title", "casualties", outcome=name, quantity=quantity)
    else:
        where = _name(best, by, rows, labels, sheet)
        where = where if len(where) <= 60 else f"{where[:58].rsplit(' ', 1)[0]}…"
        key = "casualties_many" if by == "article" else "casualties_most"
        sheet.title = sheet.word("title", key, outcome=name, quantity=quantity, where=where)


def contested(events: list[dict], reports) -> dict:
    """Event → numbers that its sources give, where no number satisfies all of them."""
    if reports is None or not len(reports) or "source" not in reports.columns:
        return {}
    index, found = _index(reports), {}
    for event in events:
        claims = _claims(event, index)
        if len(claims) > 1 and not _compatible(list(claims.values())):
            found[event.get("event")] = [bound.low if bound.low is not None else bound.high for bound in claims.values()]
    return found


def _claims(event: dict, index: dict, *, untold: bool = False) -> dict[str, Bound]:
    """Source → what it says of the event, wholes only; the last thing a source says stands. With `untold`, also who tells of it without a number."""
    told = event.get("reports")
    if told is None or isinstance(told, (str, int, float)):
        return {}
    claims: dict[str, Bound] = {}
    for key in told:
        row = index.get(key if not isinstance(key, (list, tuple)) else (str(key[0]), int(key[1])))
        if row is None or row.get("outcome") != event.get("outcome"):
            continue
        source, whole = row.get("source"), row.get("part_of")
        if not isinstance(source, str) or not source or (whole is not None and whole == whole and str(whole) != "<NA>"):
            continue
        bound = bounds.of(row)
        if bound.kind != "unknown":
            inside = parts.of_event(event, index, (str(row.get("article")), int(row["report"]))) if "report" in row else ()
            claims[source] = parts.add(bound, inside or (claims[source].parts if source in claims else ()))
        elif untold:
            claims.setdefault(source, bound)
    return claims


def _compatible(found: list[Bound]) -> bool:
    low = max((bound.low for bound in found if bound.low is not None), default=float("-inf"))
    high = min((bound.high for bound in found if bound.high is not None), default=float("inf"))
    return low <= high or all(bound.approx for bound in found) and low <= 1.1 * high


@chart
def casualties_by_source(events, reports, articles=None, *, outcomes=None, lang: str = "ar", ax=None, title: str | None = None, top: int = 12,
                         page: int | None = None, size: str = "page", digits: str = "western", region: str = "levant"):
    """What each source says of the number harmed: one row a source under each event, contradictions first.

    Parameters as for `casualties`; `reports` is needed, as it names the sources. A report without a source is shown as such.
    """
    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    rows, left = _rows(events, outcomes)
    _tell_left(sheet, left)
    index = _index(reports)
    told = [(row, _claims(row, index, untold=True)) for row in rows]
    named: dict[str, dict[str, list[Bound]]] = {}
    unnamed: dict[str, list[Bound]] = {}
    for row, claims in told:
        if claims:
            for source, bound in claims.items():
                named.setdefault(source, {}).setdefault(str(row["outcome"]), []).append(bound)
        else:
            unnamed.setdefault(str(row["outcome"]), []).append(parts.add(bounds.of(row), parts.of_event(row, index)))
    if not named and not unnamed:
        return no_data(sheet)
    sums = {source: {outcome: bounds.total(found) for outcome, found in group.items()} for source, group in named.items()}
    order = sorted(sums, key=lambda source: (-_reach(sums[source]), source))
    part, rest, pages = bars.cut(len(order), sheet.rows(top), page)
    drawn = [(source, sums[source]) for source in order[part]]
    if rest:
        gathered: dict[str, list[Bound]] = {}
        for source in order[part.stop :]:
            for outcome, found in named[source].items():
                gathered.setdefault(outcome, []).extend(found)
        drawn.append((bars.remainder(sheet, rest), {outcome: bounds.total(found) for outcome, found in gathered.items()}))
    if unnamed and (page is None or page == pages):
        drawn.append((sheet.word("phrase", "source_unknown"), {outcome: bounds.total(found) for outcome, found in unnamed.items()}))
    bars.page_note(sheet, page, pages)
    _draw(sheet, drawn, legend=True)
    sheet.unit = sheet.word("unit", "people")
    apart = contested(rows, reports)
    _say(sheet, rows, {"": {}}, "outcome", {}, reports) if sheet.title else None
    if not sheet.title:
        sheet.title = (sheet.word("title", "casualties_by_source", n=sheet.number(len(apart)), m=rtl.counted(len(rows), "event", lang, digits)) if apart
                       else sheet.word("title", "casualties_by_source_agree"))
        _say(sheet, rows, {"": {}}, "outcome", {}, reports)
    return finish(sheet, height=_height(sheet, drawn), rows=0 if page else len(drawn) - bool(rest))

