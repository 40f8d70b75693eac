"""Figures as files for print: PNG, SVG, PDF, their data as CSV, captions and alt text, and one page that shows them all.

No time stamp is written and every random part is fixed: a run repeated gives the same bytes. A character that no face has is
reported and its code printed; no box is.
"""
from __future__ import annotations

import base64
import html
import io
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from . import __version__, export, lexicon, rtl

__all__ = ["LICENCE", "SOURCE", "Saved", "contact_sheet", "folder", "save", "thumbnails"]

SOURCE = {"ar": "نصوص المقالات؛ استخراج آلي", "en": "the texts of the articles; extracted by program"}
LICENCE = "MIT (figure); the articles are their publishers'"
_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]|^\.')
_SALT = "arabic-news-notebooks"
# PDF and SVG as they are read anywhere: glyph outlines, so that no reader's fonts change the Arabic
_SETTINGS = {"svg.hashsalt": _SALT, "svg.fonttype": "path", "pdf.fonttype": 42, "pdf.compression": 6, "savefig.bbox": None}


@dataclass(frozen=True)
class Saved:
    """The files of one figure; Jupyter shows the figure and their names."""

    name: str
    files: tuple[Path, ...]
    about: dict
    picture: bytes = b""

    def _repr_html_(self) -> str:
        lang = "ar" if self.about.get("alt", {}).get("ar") else "en"
        alt = html.escape(self.about.get("alt", {}).get(lang, self.name))
        coded = base64.b64encode(self.picture).decode("ascii")
        shown = f'<img src="data:image/png;base64,{coded}" alt="{alt}" style="max-width:100%;height:auto">' if coded else ""
        names = " · ".join(html.escape(path.name) for path in self.files)
        captions = "".join(f'<p dir="{direction}" lang="{which}" style="font-size:.9em;margin:.2em 0">{html.escape(text)}</p>'
                           for which, direction in (("ar", "rtl"), ("en", "ltr")) if (text := self.about.get("caption", {}).get(which)))
        return f'<figure style="margin:0;max-width:46em">{shown}<figcaption>{captions}<p dir="ltr" style="font-size:.8em;color:#595959">{names}</p></figcaption></figure>'

    def __repr__(self) -> str:
        return f"{self.name}: {', '.join(path.name for path in self.files)}"


def folder() -> Path:
    """Where figures go: the folder `figures` of the environment variable REPORTS, else of the project's `reports/`."""
    chosen = os.environ.get("REPORTS")
    return (Path(chosen) if chosen else lexicon.project_folder() / "reports") / "figures"


def save(figure, name: str, data=None, caption: dict | None = None, alt: dict | None = None, folder=None, *, title: dict | None = None, source: dict | None = None,
         licence: str = LICENCE, sizes: Sequence[str] = (), languages: Sequence[str] = (), dpi: int = 300) -> Saved:
    """Write a figure for print, with its data and its words.

    Parameters
    ----------
    figure : matplotlib Axes or Figure
        From `charts`, or of your own.
    name : str
        File name without ending; letters of any script, no slashes.
    data : pandas.DataFrame, optional
        The rows the figure shows; the chart's own when left out. Written as CSV that Excel opens.
    caption, alt, title, source : dict, optional
        Text by language, {"ar": …, "en": …}; the chart's own when left out.
    folder : path, optional
        See `folder()`.
    licence : str
        Written into the files.
    sizes : sequence of {"column", "page", "slide"}
        Further sizes, drawn anew by the chart: 85 mm, 170 mm, a 16:9 slide. Files get the size as a second ending.
    languages : sequence of {"ar", "en"}
        Further languages, drawn anew by the chart.
    dpi : int
        Of the PNG.

    Returns
    -------
    Saved
        With `files`: NAME.png, .svg, .pdf and .csv, the same for each further size or language (NAME.slide.png …), and
        NAME.json (title, caption, alt text, source, licence in both languages).

    Warns
    -----
    helpers.rtl.FontWarning
        A character that no face at hand can draw; its code stands in its place.

    Raises
    ------
    ValueError
        A name that is no file name; a further size or language of a figure that no chart drew.
    """
    if not name or _NAME.search(name):
        raise ValueError(f"the figure name {name!r} cannot be a file name: use letters, digits, - and _, without ending")
    axes = figure if hasattr(figure, "get_xaxis") else None
    figure = axes.figure if axes is not None else figure
    facts = getattr(figure, "facts", None)
    about = _about(figure, facts, title, caption, alt, source, licence)
    data = data if data is not None else getattr(facts, "data", None)
    target = Path(folder) if folder is not None else globals()["folder"]()
    target.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    for ending, drawn in _versions(figure, facts, sizes, languages):
        lang = getattr(getattr(drawn, "facts", None), "lang", "ar")
        files += _write(drawn, target / f"{name}{ending}", about, lang, dpi)
        if data is not None:  # beside each size too, so that a picture never travels without its numbers
            path = target / f"{name}{ending}.csv"
            export.csv(data, path)
            files.append(path)
            about.setdefault("data", path.name)
    path = target / f"{name}.json"
    about["files"] = sorted(file.name for file in files)
    path.write_text(json.dumps({"name": name, **about}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return Saved(name, tuple([*files, path]), about, _preview(figure))


def _preview(figure) -> bytes:
    """A PNG for the screen, at most 8 inches wide."""
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=min(110, 8 / figure.get_figwidth() * 110), metadata={"Software": None}, facecolor="white")
    return stream.getvalue()


def _versions(figure, facts, sizes, languages):
    yield "", figure
    redraw = getattr(facts, "redraw", None)
    wanted = [("size", size) for size in sizes if size != getattr(facts, "size", None)] + [("lang", lang) for lang in languages if lang != getattr(facts, "lang", None)]
    if wanted and redraw is None:
        raise ValueError("further sizes and languages need a figure that one of the charts drew on its own axes: draw the figure once for each")
    for option, value in wanted:
        yield f".{value}", redraw(**{option: value}).figure


def _about(figure, facts, title, caption, alt, source, licence) -> dict:
    def of(given, own) -> dict:
        own = own or {}
        if isinstance(given, str):
            given = {"ar": given, "en": given}
        texts = {**own, **(given or {})}
        return {lang: _tidy(texts[lang]) for lang in ("ar", "en") if texts.get(lang)}

    shown = _shown_title(figure)
    titles = of(title, _titles(facts)) or ({"ar": shown, "en": shown} if shown else {})
    alts = of(alt, getattr(facts, "alt", None)) or titles
    return {"title": titles, "caption": of(caption, getattr(facts, "caption", None)), "alt": alts, "source": of(source, SOURCE), "licence": licence,
            "version": f"arabic-news-notebooks {__version__}"}


def _titles(facts) -> dict:
    """The chart's title, and the computed one in the other language."""
    titles = dict(getattr(facts, "title", None) or {})
    redraw = getattr(facts, "redraw", None)
    for lang in ("ar", "en"):
        if redraw is not None and not titles.get(lang):
            titles[lang] = redraw(lang=lang).figure.facts.title[lang]
    return titles


def _tidy(text: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "\ufffd", str(text)).replace("\u200e", "")


def _shown_title(figure) -> str:
    titles = [figure.get_suptitle() if hasattr(figure, "get_suptitle") else ""]
    titles += [axes.get_title(loc=place) for axes in figure.axes for place in ("right", "center", "left")]
    return next((_tidy(text) for text in titles if text), "")


def _write(figure, stem: Path, about: dict, lang: str, dpi: int) -> list[Path]:
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    rtl.hook.install()
    if figure.canvas is None:
        FigureCanvasAgg(figure)
    title = about["title"].get(lang) or next(iter(about["title"].values()), "")
    alt = about["alt"].get(lang) or next(iter(about["alt"].values()), "")
    source = about["source"].get(lang, "")
    metadata = {
        "png": {"Title": title, "Description": alt, "Source": source, "Copyright": about["licence"], "Software": about["version"]},
        "svg": {"Title": title, "Description": alt, "Source": source, "Rights": about["licence"], "Creator": about["version"], "Language": lang, "Date": None},
        "pdf": {"Title": title, "Subject": alt, "Keywords": source, "Author": about["licence"], "Creator": about["version"], "Producer": None, "CreationDate": None},
    }
    files = []
    with matplotlib.rc_context(_SETTINGS):
        for kind, words in metadata.items():
            stream = io.BytesIO()
            figure.savefig(stream, format=kind, dpi=dpi, metadata=words, facecolor="white")
            content = stream.getvalue()
            if kind == "svg":
                content = _accessible(content, title, alt, lang)
            path = stem.with_name(f"{stem.name}.{kind}")
            path.write_bytes(content)
            files.append(path)
    return files


def _accessible(svg: bytes, title: str, alt: str, lang: str) -> bytes:
    """Title and description where screen readers look for them."""
    text = svg.decode("utf-8")
    at = text.index("<svg ")
    end = text.index(">", at)
    words = f'\n <title>{html.escape(title)}</title>\n <desc>{html.escape(alt)}</desc>'
    return (text[:end] + f' role="img" xml:lang="{lang}"' + text[end : end + 1] + words + text[end + 1 :]).encode("utf-8")


def contact_sheet(folder=None) -> Path:
    """One page with every figure of a folder, its captions and alt text in both languages and links to its files.

    Parameters
    ----------
    folder : path, optional
        See `folder()`.

    Returns
    -------
    pathlib.Path
        `index.html` in that folder; it needs nothing from elsewhere.
    """
    target = Path(folder) if folder is not None else globals()["folder"]()
    target.mkdir(parents=True, exist_ok=True)
    cards = [_card(about) for about in _saved(target)]
    body = "\n".join(cards) or '<p dir="rtl">لا توجد أشكال بعد.</p><p>No figures yet.</p>'
    page = target / "index.html"
    page.write_text(_PAGE.replace("{body}", body).replace("{count}", str(len(cards))), encoding="utf-8")
    return page


def thumbnails(folder=None, prefix: str = "") -> str:
    """The figures of a folder as a list of small pictures, with alt text and titles in both languages; casualties first.

    Parameters
    ----------
    folder : path, optional
        See `folder()`.
    prefix : str
        From the page that shows the list to the folder, such as "figures/".

    Returns
    -------
    str
        HTML; empty where no figure is.
    """
    items = []
    for about in _saved(Path(folder) if folder is not None else globals()["folder"]()):
        name = quote(str(about["name"]))
        alt, lang = _alt(about)
        titles = "".join(f'<span dir="{direction}" lang="{which}" style="display:block">{title}</span>'
                         for which, direction in (("ar", "rtl"), ("en", "ltr")) if (title := html.escape(str(about["title"].get(which, "")))))
        items.append(f'<li><a href="{prefix}index.html#{name}"><img src="{prefix}{name}.png" alt="{alt}" lang="{lang}" loading="lazy"></a>{titles}</li>')
    return f'<ul class="cards">{"".join(items)}</ul>' if items else ""


def _saved(target: Path) -> list[dict]:
    """What the figures of a folder say of themselves: casualties first, then by name; foreign files are passed over."""
    found = []
    for path in sorted(target.glob("*.json"), key=lambda path: ("casualties" not in path.stem, path.name)):
        try:
            about = json.loads(path.read_text(encoding="utf-8"))
        except (ValueError, OSError):
            continue
        if isinstance(about, dict) and {"name", "title", "files"} <= set(about) and isinstance(about["title"], dict):
            found.append(about)
    return found


def _alt(about: dict) -> tuple[str, str]:
    """Alt text ready for an attribute, and its language."""
    told = about.get("alt", {})
    lang = next((lang for lang in ("ar", "en") if told.get(lang)), "en")
    return html.escape(str(told.get(lang) or about["name"])), lang


def _links(about: dict) -> str:
    """Links to the files, those of one size or language in a line."""
    lines: dict[str, list[str]] = {}
    for file in map(str, about["files"]):
        stem, _, kind = file.rpartition(".")
        lines.setdefault(stem, []).append(f'<a href="{quote(file)}">{html.escape(kind.upper())}</a>')
    return "".join(f'<p class="small" dir="ltr"><bdi>{html.escape(stem)}</bdi>: {" · ".join(links)}</p>' for stem, links in lines.items())


def _card(about: dict) -> str:
    name = str(about["name"])
    words = []
    for lang, direction in (("ar", "rtl"), ("en", "ltr")):
        title, caption, source = (html.escape(str(about.get(part, {}).get(lang, ""))) for part in ("title", "caption", "source"))
        alt = html.escape(str(about.get("alt", {}).get(lang, "")))
        label, origin = ("النص البديل", "المصدر") if lang == "ar" else ("Alt text", "Source")
        words.append(f'<div dir="{direction}" lang="{lang}"><h2>{title}</h2><p>{caption}</p><p class="small">{label}: {alt}</p><p class="small">{origin}: {source}</p></div>')
    alt, lang = _alt(about)
    return (f'<figure id="{html.escape(name)}"><a href="{quote(name)}.svg"><img src="{quote(name)}.png" alt="{alt}" lang="{lang}" loading="lazy"></a>'
            f'<figcaption>{"".join(words)}{_links(about)}</figcaption></figure>')


_PAGE = """<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>الأشكال – Figures ({count})</title>
<style>
body{font-family:Vazirmatn,"Noto Naskh Arabic","Segoe UI",Tahoma,"DejaVu Sans",sans-serif;margin:1.5em;color:#1a1a1a;background:#f6f6f4}
h1{font-size:1.4em}h2{font-size:1.05em;margin:.3em 0}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(30em,100%),1fr));gap:1.5em}
figure{margin:0;background:#fff;border:1px solid #ddd;padding:1em;display:flex;flex-direction:column;gap:.8em}
img{width:100%;height:auto;max-height:36em;object-fit:contain}
figcaption>div{border-top:1px solid #eee;padding-top:.4em}p{margin:.3em 0}.small{font-size:.85em;color:#595959;overflow-wrap:anywhere}
[dir=ltr]{text-align:left}[dir=rtl]{text-align:right}
@media print{body{background:#fff;margin:0}figure{break-inside:avoid}}
</style>
</head>
<body>
<h1>الأشكال <span dir="ltr" lang="en">Figures</span> ({count})</h1>
<main>
{body}
</main>
</body>
</html>
"""
