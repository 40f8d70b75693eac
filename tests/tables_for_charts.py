"""Small tables in the shapes the package gives, written for the tests of charts, and every chart drawn from them."""
from functools import cache

import pandas as pd

ACTORS = [("us", "الولايات المتحدة", "United States"), ("russia", "روسيا", "Russia"), ("syria", "سوريا", "Syria"), ("islamic_state", "تنظيم «الدولة» (داعش)", "Islamic State"),
          ("kerry", "جون كيري", "John Kerry"), ("un", "الأمم المتحدة (UN)", "United Nations"), ("sdf", "قوات سوريا الديمقراطية", "Syrian Democratic Forces"),
          ("bbc", "BBC عربي", "BBC Arabic")]
LABELS = ["تعثر المحادثات في جنيف", "لقاء (ثان) اليوم", "«هدنة» أم لا؟", "المعارك في الشمال: 3 أيام", "BBC: الأطراف تعود إلى الطاولة"]


def articles(count: int = 5) -> pd.DataFrame:
    return pd.DataFrame({
        "article": [f"a{at}" for at in range(count)],
        "label": [LABELS[at % 5] if at < 5 else f"{LABELS[at % 5]} ({at})" for at in range(count)],
        "text": ["نص " * 700] * count,
        "published": [pd.Timestamp("2016-07-10") + pd.Timedelta(days=11 * at) if at % 5 != 4 else pd.NaT for at in range(count)],
    })


def mentions(actors: int = 8, count: int = 5) -> pd.DataFrame:
    rows = []
    for at in range(actors):
        actor, arabic, english = ACTORS[at] if at < len(ACTORS) else (f"actor_{at}", f"الجهة رقم {at} (المجموعة)", f"Actor number {at}")
        for turn in range(max(1, 24 - 3 * at)):
            start = (turn * 97 + at * 131) % 2000
            rows.append((f"a{(turn + at) % count}", actor, arabic, english, "name", start, start + 5))
    return pd.DataFrame(rows, columns=["article", "actor", "name_ar", "name_en", "form", "start", "end"]).convert_dtypes()


def events() -> pd.DataFrame:
    day = pd.Timestamp
    rows = [
        ("e1", "killed", 15, None, False, None, "a0", "حلب", day("2016-09-03"), [0, 1], ["المرصد"]),
        ("e2", "injured", 30, 30, False, None, "a0", "حلب", day("2016-09-03"), [2], ["مصدر طبي"]),
        ("e3", "killed", 11, 11, False, None, "a3", "منبج", day("2016-07-14"), [3, 4], ["المرصد", "ناشطون"]),
        ("e4", "displaced", 60, 60, True, None, "a3", "منبج", day("2016-07-15"), [5], ["الأمم المتحدة (UN)"]),
        ("e5", "missing", None, 24, False, None, "a4", None, pd.NaT, [], []),
        ("e6", "killed_or_injured", 10, 15, False, None, "a4", "الرقة", day("2016-08-31"), [], []),
        ("e7", "injured", None, None, None, "tens", "a4", "الرقة", day("2016-08-31"), [], []),
    ]
    frame = pd.DataFrame(rows, columns=["event", "outcome", "low", "high", "approx", "vague", "article", "place", "date", "reports", "sources"])
    return frame.astype({"low": "Int64", "high": "Int64", "approx": "boolean", "vague": "string", "outcome": "string", "article": "string", "place": "string"})


def reports() -> pd.DataFrame:
    rows = [("a0", 0, "killed", 15, None, False, "المرصد"), ("a0", 1, "killed", 15, None, False, "المرصد"), ("a0", 2, "injured", 30, 30, False, "مصدر طبي"),
            ("a3", 0, "killed", 11, 11, False, "المرصد"), ("a3", 1, "killed", 28, 28, False, "ناشطون"), ("a3", 2, "displaced", 60, 60, True, "الأمم المتحدة (UN)")]
    frame = pd.DataFrame(rows, columns=["article", "report", "outcome", "low", "high", "approx", "source"])
    return frame.assign(vague=pd.Series([None] * 6, dtype="string"), part_of=pd.Series([None] * 6, dtype="Int64")).astype({"low": "Int64", "high": "Int64", "source": "string"})


def frequencies() -> pd.DataFrame:
    words = {"سوريا": 40, "وقف إطلاق النار": 22, "روسيا": 30, "محادثات": 18, "كيري": 33, "لافروف": 27, "حلب": 15, "المعارضة": 14, "اتفاق": 25, "جنيف": 20, "هدنة": 12,
             "الأمم المتحدة": 8, "لا": 3, "النظام": 16, "لاجئون": 17, "أزمة": 5, "(BBC)": 4, "حزب الله": 9, "24 ساعة": 6}
    return pd.DataFrame({"word": list(words), "count": list(words.values())})


def keyness() -> pd.DataFrame:
    return pd.DataFrame({"word": list(frequencies()["word"][:12]), "keyness": [30, 22, 18, 15.5, 9, 7, 4, -3, -6, -9, -14, -20]})


def numbers() -> pd.DataFrame:
    return pd.DataFrame({"article": ["a0"] * 30, "kind": ["cardinal"] * 14 + ["year"] * 6 + ["percent"] * 3 + ["dual"] * 4 + ["indefinite"] * 3})


def edges() -> pd.DataFrame:
    rows = [(ACTORS[one][0], ACTORS[other][0], 1 + (one * 7 + other * 3) % 9, ACTORS[one][1], ACTORS[other][1], ACTORS[one][2], ACTORS[other][2])
            for one in range(8) for other in range(one + 1, 8) if (one + other) % 3]
    return pd.DataFrame(rows, columns=["source", "target", "weight", "source_name_ar", "target_name_ar", "source_name_en", "target_name_en"])


_USUAL = {"lang": "ar", "size": "page", "digits": "western"}


def every_chart(**options) -> dict:
    """Name → axes of every chart, drawn from the tables above; drawn once for the same options."""
    return _drawn(**{name: value for name, value in options.items() if _USUAL.get(name) != value})


@cache
def _drawn(**options) -> dict:
    from helpers import charts

    made = {
        "casualties": charts.casualties(events(), reports(), articles(), **options),
        "casualties by event": charts.casualties(events(), reports(), articles(), by="event", **options),
        "casualties by outcome": charts.casualties(events(), by="outcome", **options),
        "casualties by place": charts.casualties(events(), by="place", **options),
        "casualties by source": charts.casualties_by_source(events(), reports(), articles(), **options),
        "mentions": charts.mentions(mentions(), **options),
        "mentions, others": charts.mentions(mentions(40), top=5, **options),
        "mentions, page": charts.mentions(mentions(40), top=10, page=2, **options),
        "share of voice": charts.share_of_voice(mentions(), **options),
        "actors by article": charts.actors_by_article(mentions(), articles(), **options),
        "first mention": charts.first_mention(mentions(), articles(), **options),
        "named together": charts.named_together(edges(), **options),
        "timeline": charts.timeline(articles(), events(), **options),
        "timeline from right": charts.timeline(articles(), events(), time="rtl", **options),
        "dispersion": charts.dispersion(mentions(), articles(), by="actor", **options),
        "cloud": charts.cloud(frequencies(), **options),
        "frequencies": charts.frequencies(frequencies(), **options),
        "keyness": charts.keyness(keyness(), **options),
        "number kinds": charts.number_kinds(numbers(), **options),
        "no data": charts.mentions(mentions()[:0], **options),
    }
    return made
