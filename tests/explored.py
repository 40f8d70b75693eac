"""Made-up tables for tests and benchmarks of exploring: any number of articles, with nothing from a real one."""
import pandas as pd

from helpers.explore import Tables

SENTENCES = ("قتل {a} جنود وأصيب {b} مدنيا في انفجار قرب السوق، وفق الدفاع المدني.", "قالت دمشق إن الهدنة ستبدأ غدا.", "وأصيب {b} عاملا في حريق بالمصنع.")
STRINGS = {"article", "outcome", "vague", "victims", "role", "scope", "quote", "source", "place", "trigger", "rule", "event", "relation", "reason"}


def tables(count: int, text: str | None = None) -> Tables:
    """`count` articles of three sentences each, three reports and one mention in each."""
    articles, reports, events, mentions = [], [], [], []
    for at in range(count):
        name, a, b = f"art{at:04d}", 3 + at % 7, 11 + at % 5
        body = text if text is not None else " ".join(SENTENCES).format(a=a, b=b)
        day = pd.Timestamp("2016-07-01") + pd.Timedelta(days=at % 60)
        articles.append({"article": name, "label": f"خبر {at + 1}", "text": body, "published": day, "outlet": "صحيفة"})
        for number, (outcome, low, quote) in enumerate((("killed", a, f"{a} جنود"), ("injured", b, f"{b} مدنيا"), ("injured", b, f"{b} عاملا"))):
            start = body.find(quote) if quote in body else 0
            event = f"{name}/{number}"
            source = "الدفاع المدني" if number < 2 else None
            reports.append({"article": name, "report": number, "outcome": outcome, "low": low, "high": None if number == 0 else low, "approx": False, "vague": "",
                            "victims": quote.split()[1], "role": "unknown", "scope": "event", "part_of": None, "quote": quote, "start": start, "end": start + len(quote),
                            "source": source, "place": None, "date": day, "sentence": 0, "trigger": "قتل" if number == 0 else "أصيب", "rule": "verb and count",
                            "event": event, "relation": "first", "reason": "told once"})
            events.append({"event": event, "outcome": outcome, "low": low, "high": None if number == 0 else low, "approx": False, "vague": "", "article": name,
                           "articles": [name], "reports": [len(reports) - 1], "place": None, "date": day, "sources": [source] if source else []})
        at_actor = max(body.find("دمشق"), 0)
        mentions.append({"article": name, "actor": f"actor{at % 40}", "form": "name", "start": at_actor, "end": at_actor + 4, "quote": "دمشق", "sentence": 1,
                         "name_ar": f"جهة {at % 40}", "name_en": f"Actor {at % 40}", "kind": "state"})
    frames = [pd.DataFrame(rows) for rows in (articles, reports, events, mentions)]
    if not count:
        frames = [frame[:0] for frame in tables_frames()]
    return Tables(*map(_typed, frames))


def tables_frames():
    one = tables(1)
    return one.articles, one.reports, one.events, one.mentions


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    kinds = {"low": "Int64", "high": "Int64", "report": "Int64", "part_of": "Int64", "start": "Int64", "end": "Int64", "sentence": "Int64", "approx": "boolean"}
    return frame.astype({name: kinds.get(name) or "string" for name in frame.columns if name in kinds or name in STRINGS | {"actor", "form", "kind", "label", "text"}})
