"""How right: numbers, casualty reports, events and actors on sentences and articles by authors who had not seen the code (unseen/); reports also on those that rules were made with (development/)."""
from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import pandas as pd

from helpers import actors, casualties, numbers

HERE = Path(__file__).parent
HARMED = ("killed", "injured", "killed_or_injured")


def main() -> None:
    print("   " + number_cases())
    for folder in ("unseen", "development"):
        for name, outcomes in (("killed and injured", HARMED), ("all outcomes", None)):
            print("   " + casualty_reports(folder, name, outcomes))
    for line in article_events():
        print("   " + line)
    print("   " + actor_mentions())


def read(name: str, folder: str = "unseen") -> list[dict]:
    """The coded sentences of one file."""
    return [json.loads(line) for line in (HERE / folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line]


def number_cases() -> str:
    cases = read("numbers")
    right = sum(_numbers_right(case) for case in cases)
    return f"numbers: {right} of {len(cases)} cases right ({100 * right / len(cases):.1f} %): every span and value found and nothing else"


def _numbers_right(case: dict) -> bool:
    found, wanted = numbers.find(case["text"]), case["spans"]
    if not wanted:
        return all(number.kind == "id" for number in found)
    return len(found) == len(wanted) and all(
        any(number.start < span["end"] and span["start"] < number.end and _same(number, span["value"]) for number in found) for span in wanted)


def _same(number, value) -> bool:
    if isinstance(value, str) and value.startswith("~"):
        return number.kind == "indefinite"
    if isinstance(value, str) and ".." in value:
        low, high = map(float, value.split(".."))
        return number.low is not None and number.high is not None and (float(number.low), float(number.high)) == (low, high)
    if isinstance(value, str):
        return number.kind in ("time", "date", "id", "score", "year", "decade")
    return number.value is not None and abs(float(number.value) - value) <= 1e-6 * max(1, abs(value))


def casualty_reports(folder: str, name: str, outcomes) -> str:
    """Reports are right where outcome, bounds and vague word are; totals where the sum without parts is, per sentence and outcome."""
    both = machine = hand = alarms = silent = exact = sums = 0
    for row in read("casualties", folder):
        wanted = [report for report in row["reports"] if not outcomes or report["outcome"] in outcomes]
        found = [asdict(report) for report in casualties.find(row["text"]) if not outcomes or report.outcome in outcomes]
        coded, read_by_rule = Counter(map(_key, wanted)), Counter(map(_key, found))
        both, machine, hand = both + (coded & read_by_rule).total(), machine + read_by_rule.total(), hand + coded.total()
        silent, alarms = silent + (not wanted), alarms + bool(found and not wanted)
        for outcome in {report["outcome"] for report in wanted + found}:
            sums, exact = sums + 1, exact + (_total(wanted, outcome) == _total(found, outcome))
    return (f"casualties, {folder}, {name}: F1 {2 * both / (machine + hand):.3f}, precision {both / machine:.3f}, recall {both / hand:.3f} ({hand} reports); "
            f"totals exact {exact / sums:.2f}; false alarms in {100 * alarms / silent:.1f} of 100 sentences without one ({silent})")


def _total(reports: list[dict], outcome: str) -> tuple[int, bool] | None:
    whole = [report for report in reports if report["outcome"] == outcome and report["part_of"] is None]
    return (sum(report["low"] or 0 for report in whole), any(report["vague"] for report in whole)) if whole else None


def _key(report: dict) -> tuple:
    return report["outcome"], report["low"], report["high"], report["vague"] or ""


def article_events() -> list[str]:
    """Whole articles: exact totals of dead and injured, and the rows of `casualties.events`."""
    articles = read("articles")
    told = pd.DataFrame({"article": [row["id"] for row in articles], "text": [row["text"] for row in articles], "published": pd.to_datetime([row["published"] for row in articles])})
    rows = casualties.events(casualties.table(told))
    exact = both = machine = hand = 0
    for article in articles:
        mine = rows[rows["article"] == article["id"]]
        found = Counter((outcome, *(None if pd.isna(bound) else int(bound) for bound in (low, high)), vague or "")
                        for outcome, low, high, vague in zip(mine["outcome"], mine["low"], mine["high"], mine["vague"]))
        wanted = Counter(_key(event) for event in article["events"])
        exact += sum(_people(found, outcome) == _people(wanted, outcome) for outcome in ("killed", "injured"))
        both, machine, hand = both + (wanted & found).total(), machine + found.total(), hand + wanted.total()
    return [f"articles: totals of dead and of injured exact in {exact} of {2 * len(articles)} ({len(articles)} articles)",
            f"articles: events F1 {2 * both / (machine + hand):.3f}, precision {both / machine:.3f}, recall {both / hand:.3f} ({hand} events)"]


def _people(keys: Counter, outcome: str) -> int:
    return sum(times * (key[1] or 0) for key, times in keys.items() if key[0] == outcome)


def actor_mentions() -> str:
    both = machine = hand = 0
    for row in read("actors"):
        found = actors.find(row["text"])
        machine, hand = machine + len(found), hand + len(row["mentions"])
        free = set(range(len(found)))
        for mention in row["mentions"]:
            end = mention["start"] + len(mention["quote"])
            hit = next((at for at in sorted(free) if found[at].start < end and mention["start"] < found[at].end), None)
            if hit is not None:
                free.discard(hit)
                both += 1
    return f"actors: precision {both / machine:.2f}, recall {both / hand:.2f} ({hand} mentions; a mention is found where the spans overlap)"


if __name__ == "__main__":
    main()
