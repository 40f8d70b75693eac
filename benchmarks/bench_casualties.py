"""Casualties: MB/s of UTF-8 news on one core, on war news, on a mixed paper and on quiet news, alone and with numbers and actors; linear in the text and flat in memory over a stream."""
from __future__ import annotations

import time
import tracemalloc

from helpers import actors, arabic, casualties, corpus, numbers

COPIES = 60
QUIET = "وبحث الوزيران سبل تعزيز التعاون في مجالات الاقتصاد والتعليم، واتفقا على عقد لقاء آخر في العاصمة خلال الأسابيع المقبلة. "


def main() -> None:
    seeds = list(corpus.load(corpus.SEEDS)["text"])
    news = [f"{text} {copy}" for copy in range(COPIES) for text in seeds]
    quiet = [f"{QUIET * 40} {copy}" for copy in range(COPIES * 5)]
    paper = [f"{text} {QUIET * 90} {copy}" for copy in range(COPIES // 3) for text in seeds]  # a fifth of it war news
    megabytes = _megabytes(news)
    for find in (numbers.find, casualties.find, actors.find):
        find(news[0])  # lexicons are compiled on first use
    print(f"   the five seeds {COPIES} times, {megabytes:.1f} MB: a report every {megabytes * 1e6 / COPIES / sum(len(casualties.find(text)) for text in seeds) / 1e3:.1f} kB")
    print(f"   casualties alone             {megabytes / _best(lambda: _read(news, casualties.find)):6.1f} MB/s")
    print(f"   numbers, casualties, actors  {megabytes / _best(lambda: _read(news, numbers.find, casualties.find, actors.find)):6.1f} MB/s (aim 5)")
    mixed = _megabytes(paper)
    print(f"   a mixed paper, a report every {mixed * 1e6 / (COPIES // 3) / sum(len(casualties.find(text)) for text in seeds) / 1e3:.1f} kB: casualties {mixed / _best(lambda: _read(paper, casualties.find)):.1f} MB/s, "
          f"with numbers and actors {mixed / _best(lambda: _read(paper, numbers.find, casualties.find, actors.find)):.1f} MB/s")
    print(f"   casualties, text without any {_megabytes(quiet) / _best(lambda: _read(quiet, casualties.find)):6.1f} MB/s")
    small, large = (" ".join(seeds) * copies for copies in (2, 16))
    few, many = (_best(lambda text=text: _read([text], casualties.find)) for text in (small, large))
    print(f"   one text of {len(small):,} characters {few:.2f} s, eight times that {many:.2f} s: {many / few:.1f} times (linear: 8)")
    print(f"   memory at its peak over a stream of {len(news)} articles: {_peak(news):.1f} MB, over {len(news) // 4}: {_peak(news[: len(news) // 4]):.1f} MB")


def _megabytes(texts: list[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def _read(texts: list[str], *finders) -> None:
    arabic.tokens.cache_clear()
    for text in texts:  # what one reader remembers of a text helps the next one, as in a notebook's loop over articles
        for find in finders:
            find(text)


def _best(work) -> float:
    seconds = []
    for _ in range(3):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def _peak(texts: list[str]) -> float:
    tracemalloc.start()
    for text in texts:
        casualties.find(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


if __name__ == "__main__":
    main()
