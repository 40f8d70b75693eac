"""The panel: filters, bars, rows, sentence, reason and article, linked with each other. ipywidgets only."""
from __future__ import annotations

import os
from html import escape
from pathlib import Path

import ipywidgets
import pandas as pd

from helpers import rtl
from helpers.widgets import button, heading, own_keys

from . import saving, views
from .selection import NO_SOURCE, VIEWS, Selected, select
from .tables import Tables, prepare

__all__ = ["Panel"]

_BARS = 12
_ROWS = 200
_TABS = {"outcomes": "Outcomes", "articles": "Articles", "sources": "Sources", "days": "Days", "actors": "Actors"}
_STYLE = """<style>
.explore .explore-bars{direction:rtl}
.explore .explore-bars .widget-html-content{text-align:right;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;line-height:1.9}
.explore button.explore-bar{direction:ltr;unicode-bidi:isolate;background:#56b4e9;color:#111;text-align:center;padding:0 .4em;overflow:visible;min-width:4.6em}
.explore button.explore-bar.explore-chosen{background:#0b3c5d;color:#fff;outline:3px double #0b3c5d;outline-offset:1px}
.explore button:focus-visible,.explore select:focus-visible,.explore input:focus-visible{outline:3px solid #d55e00!important;outline-offset:2px}
.explore .explore-arabic select{direction:rtl;text-align:right;font-size:1.02em}
.explore .explore-article{max-height:26em;overflow-y:auto;border:1px solid #ccc;padding:.4em .8em}
.explore .explore-article .widget-html-content{white-space:normal}
.explore .rtl-text{margin-left:auto;margin-right:0}
.explore .explore-reason{overflow-x:auto}
.explore code{white-space:pre-wrap;word-break:break-word;user-select:all}
</style>"""


class Panel:
    """Explore a corpus: choose, see, click through to the sentence, take away what is chosen.

    Parameters
    ----------
    articles : DataFrame or Tables
        article, text, and label and published where known; or what `prepare` made of them.
    lang : str
        Language of outcomes: "ar" or "en".
    folder : path, optional
        Where exports go; by default `explore` in the reports folder.

    Attributes
    ----------
    tables : Tables
        What was found.
    selected : Selected
        What the filters let through now; `selected.reports` and the others are tables.
    rows : DataFrame
        The rows in the list: those behind the chosen bar, or all.
    code : str
        The line that makes the same rows without the panel.

    Notes
    -----
    By keyboard: Tab goes from control to control, arrows move in lists, Space and Enter press a bar.
    """

    def __init__(self, articles: pd.DataFrame | Tables, lang: str = "ar", folder: str | os.PathLike | None = None):
        self.tables = articles if isinstance(articles, Tables) else prepare(articles)
        self.lang, self.folder = lang, Path(folder) if folder else saving.default_folder()
        self.view, self.group, self._page = "outcomes", None, 0
        self._spans: dict[str, list[dict]] = {}
        self._quiet = False
        self.selected: Selected = select(self.tables)
        self._build()
        self._refresh()

    @property
    def rows(self) -> pd.DataFrame:
        return self.selected.rows(self.view, self.group)

    @property
    def code(self) -> str:
        arguments = f"{self.view!r}, {self.group!r}" if self.group is not None else repr(self.view)
        return f"{self.selected.selection.code()}.rows({arguments})"

    def choose(self, view: str | None = None, group: str | None = None, **filters) -> None:
        """Set view, bar and filters by code, as clicks would: articles, since, until, actors, outcomes, sources."""
        self._quiet = True
        for name, value in filters.items():
            self._filters[name].value = pd.Timestamp(value).date() if name in ("since", "until") and value else (None if name in ("since", "until") else tuple(value))
        if view:
            self.view = self._view.value = view
        self._quiet = False
        self._filter()
        if group is not None:
            self.selected.rows(self.view, group)  # refuses a bar that is not there
            self._choose_bar(group)

    # building

    def _build(self) -> None:
        filters = self._build_filters()
        self._view = ipywidgets.ToggleButtons(options=[(name, view) for view, name in _TABS.items()], tooltips=list(VIEWS.values()),
                                              style={"button_width": "7em"})
        self._view.observe(self._change_view, "value")
        self._title, self._status, self._message = ipywidgets.HTML(), ipywidgets.HTML(), ipywidgets.HTML()
        bars = self._build_bars()
        self._list = ipywidgets.Select(rows=9, tooltip="Rows behind the bar", layout=ipywidgets.Layout(width="98%"))
        self._list.add_class("explore-arabic")
        self._list.observe(lambda _: self._quiet or self._show_row(), "value")
        self._sentence, self._why, self._article = ipywidgets.HTML(), ipywidgets.HTML(), ipywidgets.HTML()
        self._why.add_class("explore-reason")
        self._article.add_class("explore-article")
        self._whole = ipywidgets.Checkbox(description="whole article", indent=False)
        self._whole.observe(lambda _: self._show_row(), "value")
        self._code = ipywidgets.HTML()
        left = ipywidgets.VBox([self._view, self._title, bars, heading("Rows"), self._list], layout=ipywidgets.Layout(width="47%", min_width="24em"))
        right = ipywidgets.VBox([heading("Sentence"), self._sentence, heading("Why it is there"), self._why],
                                layout=ipywidgets.Layout(width="52%", min_width="24em"))
        middle = ipywidgets.HBox([left, right], layout=ipywidgets.Layout(flex_flow="row wrap", justify_content="space-between"))
        exports = ipywidgets.HBox([button("Save CSV", lambda: self._save("csv")), button("Save Excel", lambda: self._save("xlsx")),
                                   button("Save figure", lambda: self._save("figure"))])
        self.widget = ipywidgets.VBox([ipywidgets.HTML(_STYLE), filters, self._status, middle, ipywidgets.HBox([heading("Article"), self._whole]), self._article,
                                       heading("Take it away"), exports, self._message, self._code])
        self.widget.add_class("explore")
        own_keys(self.widget)

    def _build_filters(self) -> ipywidgets.Widget:
        tables = self.tables
        actors = tables.mentions["actor"].value_counts()
        outcomes = tables.reports["outcome"].value_counts()
        sources = tables.reports["source"].astype("string").fillna("").replace("", NO_SOURCE).value_counts()
        options = {
            "articles": [(views.plain(tables.label(article)), article) for article in tables.articles["article"]],
            "actors": [(f"{views.plain(tables.actor_name(actor))} ({count})", actor) for actor, count in actors.items()],
            "outcomes": [(f"{rtl.word('outcome', outcome, self.lang)} ({count})", outcome) for outcome, count in outcomes.items()],
            "sources": [(f"{views.plain(source)} ({count})", source) for source, count in sources.items()],
        }
        self._filters: dict[str, ipywidgets.Widget] = {}
        boxes = []
        for name, given in options.items():
            box = ipywidgets.SelectMultiple(options=given, rows=5, tooltip=f"Choose {name}", layout=ipywidgets.Layout(width="20em" if name == "sources" else "12em"))
            box.add_class("explore-arabic")
            self._filters[name] = box
            boxes.append(ipywidgets.VBox([heading(name.capitalize()), box]))
        for name in ("since", "until"):
            self._filters[name] = ipywidgets.DatePicker(tooltip=f"{name.capitalize()} which day", layout=ipywidgets.Layout(width="11em"))
        dates = [heading("Since"), self._filters["since"], heading("Until"), self._filters["until"], button("Clear all", self._clear)]
        for box in self._filters.values():
            box.observe(lambda _: self._quiet or self._filter(), "value")
        return ipywidgets.HBox([*boxes, ipywidgets.VBox(dates)], layout=ipywidgets.Layout(flex_flow="row wrap"))

    def _build_bars(self) -> ipywidgets.Widget:
        self._bars = [(ipywidgets.HTML(layout=ipywidgets.Layout(width="34%")), ipywidgets.Button()) for _ in range(_BARS)]
        self._groups: list[str] = []
        lines = []
        for at, (name, bar) in enumerate(self._bars):
            bar.add_class("explore-bar")
            bar.on_click(lambda _, at=at: self._choose_bar(self._groups[at]))
            lines.append(ipywidgets.HBox([name, ipywidgets.HBox([bar], layout=ipywidgets.Layout(width="66%"))]))
        self._lines = lines
        self._earlier, self._later = button("Previous bars", lambda: self._turn(-1)), button("More bars", lambda: self._turn(1))
        self._pages = ipywidgets.HBox([self._earlier, self._later])
        bars = ipywidgets.VBox(lines)
        bars.add_class("explore-bars")
        return ipywidgets.VBox([bars, self._pages])

    # acting

    def _filter(self) -> None:
        """The filters have changed: everything answers."""
        chosen = {name: box.value for name, box in self._filters.items()}
        self.selected = select(self.tables, **{name: value or () for name, value in chosen.items() if name not in ("since", "until")},
                               since=chosen["since"] or "", until=chosen["until"] or "")
        self.group, self._page = None, 0
        self._refresh()

    def _clear(self) -> None:
        self.choose(**{name: () for name in self._filters})

    def _change_view(self, change) -> None:
        if not self._quiet:
            self.view, self.group, self._page = change["new"], None, 0
            self._refresh()

    def _turn(self, step: int) -> None:
        last = max(0, (len(self.selected.bars(self.view)) - 1) // _BARS)
        self._page = min(max(self._page + step, 0), last)
        self._draw_bars()

    def _choose_bar(self, group: str) -> None:
        """A bar was pressed; pressing it again lets it go."""
        self.group = None if self.group == group else group
        self._refresh()

    def _save(self, kind: str) -> None:
        try:
            path = saving.save(self, kind)
        except OSError as error:
            self._tell(f"Not saved: {error.strerror or error}. Choose another folder: explore.panel(articles, folder=…).")
            return
        self._tell(f"Saved: {path}")

    def _tell(self, message: str) -> None:
        self._message.value = f'<p role="status">{escape(message)}</p>' if message else ""

    # showing

    def _refresh(self) -> None:
        self._draw_bars()
        self._list_rows()
        selected = self.selected
        self._status.value = (f'<p role="status">{len(selected.articles):,} articles · {len(selected.reports):,} reports of {len(selected.events):,} events · '
                              f"{len(selected.mentions):,} mentions</p>")
        self._code.value = f"<p>To cite or repeat this: <code>{escape(self.code)}</code></p>"
        self._tell("")

    def _draw_bars(self) -> None:
        bars = self.selected.bars(self.view)
        shown = bars.iloc[self._page * _BARS : (self._page + 1) * _BARS]
        self._groups = shown["group"].tolist()
        longest = max([*bars["value"], 1])
        for at, (name, bar) in enumerate(self._bars):
            if at >= len(shown):
                self._lines[at].layout.display = "none"
                continue
            row = shown.iloc[at]
            label = views.plain(self._label(row["label"]))
            name.value = f'<span title="{escape(label)}">{escape(label)}</span>'
            chosen = row["group"] == self.group
            with bar.hold_sync():
                bar.description = ("▸ " if chosen else "") + row["shown"]
                bar.tooltip = f"{label}: {row['shown']} ({row['rows']:,} rows)"
                bar.layout.width = f"{100 * row['value'] / longest:.1f}%"
            (bar.add_class if chosen else bar.remove_class)("explore-chosen")
            self._lines[at].layout.display = "flex"
        pages = -(-len(bars) // _BARS)
        self._pages.layout.display = "flex" if pages > 1 else "none"
        more = f" · page {self._page + 1} of {pages}, {len(bars):,} bars" if pages > 1 else ""
        nothing = "" if len(bars) else "<p>Nothing in the selection: choose less strictly, or press “Clear all”.</p>"
        self._title.value = f"<b>{escape(VIEWS[self.view])}</b>{more}{nothing}"

    def _label(self, label: str) -> str:
        return rtl.word("outcome", label, self.lang) if self.view == "outcomes" else label

    def _list_rows(self) -> None:
        rows = self.rows
        self._shown = rows.head(_ROWS).to_dict("records")
        options = [(f"{at + 1}. {views.label(row, self.tables, self.lang)}", at) for at, row in enumerate(self._shown)]
        if len(rows) > _ROWS:
            options.append((f"… {len(rows) - _ROWS:,} more: choose more strictly", -1))
        self._quiet = True
        self._list.options = options
        self._list.value = 0 if self._shown else None
        self._quiet = False
        self._show_row()

    def _show_row(self) -> None:
        at = self._list.value
        if at is None or at < 0:
            self._sentence.value = self._why.value = self._article.value = ""
            return
        row = self._shown[at]
        self._sentence.value = views.sentence(row, self.tables)
        self._why.value = views.why(row, self.tables)
        self._article.value = views.article(row, self.tables, self._found(row["article"]), self._whole.value)

    def _found(self, article: str) -> list[dict]:
        """Everything found in one article, for marking; kept, for a reader comes back to it."""
        if article not in self._spans:
            self._spans[article] = views.found(self.tables, article)
        return self._spans[article]

    def _ipython_display_(self) -> None:
        from IPython.display import display
        display({"text/plain": repr(self), "text/html": self._still(), **self.widget._repr_mimebundle_()}, raw=True)

    def __repr__(self) -> str:
        return f"Panel: {self.selected!r}"

    def _still(self) -> str:
        """What a page without a kernel shows: the bars and the first rows."""
        bars = self.selected.bars(self.view).head(_BARS)
        longest = max([*bars["value"], 1])
        lines = "".join(f'<tr><td style="text-align:right">{escape(views.plain(self._label(row.label)))}</td><td style="width:22em"><div style="background:#56b4e9;color:#111;'
                        f'min-width:2.5em;width:{100 * row.value / longest:.1f}%;padding:0 .4em"><bdi dir="ltr">{escape(row.shown)}</bdi></div></td></tr>' for row in bars.itertuples())
        rows = self.rows.head(8).to_dict("records")
        items = "".join(f'<li style="text-align:right">{escape(views.label(row, self.tables, self.lang))}</li>' for row in rows)
        return (f'<div><p><b>{escape(VIEWS[self.view])}</b></p><table dir="rtl">{lines}</table><ol dir="rtl">{items}</ol>'
                f"<p><code>{escape(self.code)}</code></p><p>A still picture of the panel: run this cell in JupyterLab to use it.</p></div>")
