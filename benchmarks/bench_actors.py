"""Actors: MB/s of UTF-8 text on one core, and what the size of the gazetteer costs."""
from __future__ import annotations

import random
import time

import pandas as pd

from helpers import actors, arabic, corpus

COPIES = 120
LETTERS = "ابتثجحخدرزسشصضطعغفقكلمنهوي"


def main() -> None:
    texts = _texts()
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    start = time.process_time()
    shipped = actors.compiled()
    print(f"   shipped gazetteer compiled in {time.process_time() - start:.2f} s: {len(shipped.actors):,} actors")
    tokens, both = _tokens(texts), _seconds(texts, shipped)
    print(f"   find, {megabytes:.1f} MB, a name every 9 words: {megabytes / both:.1f} MB/s with tokens, {megabytes / max(both - tokens, 1e-9):.1f} MB/s beyond them")
    small = actors.gazetteer().head(200)
    large = pd.concat([small, _invented(20_000 - len(small))], ignore_index=True)
    few, many = (_seconds(texts, actors.compiled(own)) for own in (small, large))
    print(f"   200 aliases {few:.2f} s, 20,000 aliases {many:.2f} s: {many / few:.2f} times (limit 2)")
    start = time.process_time()
    actors.compiled(large.copy())
    print(f"   20,000 aliases compiled in {time.process_time() - start:.2f} s")


def _texts() -> list[str]:
    seeds = corpus.load(corpus.SEEDS)["text"]
    return [f"{text} {copy}" for copy in range(COPIES) for text in seeds]


def _tokens(texts) -> float:
    def read():
        arabic.tokens.cache_clear()
        for text in texts:
            arabic.tokens(text)
    return _best(read)


def _seconds(texts, gazetteer) -> float:
    def read():
        arabic.tokens.cache_clear()
        for text in texts:
            actors.find(text, gazetteer)
    return _best(read)


def _best(work) -> float:
    seconds = []
    for _ in range(3):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def _invented(count: int) -> pd.DataFrame:
    """Aliases of one to three made-up words, so that the tree is wide and deep."""
    choose = random.Random(7)
    names: dict[str, str] = {}
    while len(names) < count:
        words = ("".join(choose.choice(LETTERS) for _ in range(choose.randint(4, 8))) for _ in range(choose.randint(1, 3)))
        names.setdefault(" ".join(words), f"invented_{len(names)}")
    return pd.DataFrame({"alias": list(names), "actor": list(names.values())})


if __name__ == "__main__":
    main()
