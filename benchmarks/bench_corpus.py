"""Start-up, and reading a corpus: seconds, MB/s of UTF-8 text on one core, and peak memory as a multiple of the text."""
from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from helpers import corpus

MEGABYTES = 50


def main() -> None:
    pandas, helpers, numbers = (_fresh(f"import time; import {first}; s = time.perf_counter(); {then}; print(time.perf_counter() - s)")
                                for first, then in (("time", "import pandas"), ("pandas", "import helpers"), ("pandas", "from helpers import numbers")))
    print(f"   import pandas {pandas * 1000:.0f} ms; beyond it: helpers {helpers * 1000:.0f} ms, helpers.numbers {numbers * 1000:.0f} ms (limit 100)")
    print(f"   five seeds from files to all tables: {_fresh(_SEEDS):.2f} s in a fresh process with pandas loaded (limit 1)")
    with tempfile.TemporaryDirectory() as folder:
        size = _corpus(Path(folder), MEGABYTES)
        seconds, memory = map(float, _fresh_text(_LOAD.format(folder=folder)).split())
        print(f"   load, {MEGABYTES} MB in articles of the seeds: {size / 1e6 / seconds:.0f} MB/s, {memory / size:.1f} × the text in memory (limits 50, 4)")
    with tempfile.TemporaryDirectory() as folder:
        line = (corpus.SEEDS / "003_c4d8671c4ea1abfb.txt").read_text(encoding="utf-8").replace("\n", " ")
        text = line * (50_000_000 // len(line.encode()) + 1)
        (Path(folder) / "one.txt").write_text(text, encoding="utf-8")
        seconds, _ = map(float, _fresh_text(_LOAD.format(folder=folder)).split())
        print(f"   load, one article of 50 MB on one line: {seconds:.1f} s")


_SEEDS = """
import pandas, time
start = time.perf_counter()
from helpers import corpus, report
report.derive(corpus.load(corpus.SEEDS))
print(time.perf_counter() - start)
"""
_LOAD = """
import pandas, re, time
from pathlib import Path
from helpers import corpus

def peak():  # of this process alone: getrusage would inherit its parent's
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1)) * 1024

corpus.load(corpus.SEEDS)
before = peak()
start = time.process_time()
articles = corpus.load({folder!r})
print(time.process_time() - start, peak() - before)
"""


def _fresh(code: str) -> float:
    return min(float(_fresh_text(code)) for _ in range(3))


def _fresh_text(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def _corpus(folder: Path, megabytes: int) -> int:
    """Articles made of the seeds, each with a number of its own so that none is a copy; returns their size in bytes."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted(corpus.SEEDS.glob("*.txt"))]
    size = number = 0
    while size < megabytes * 1_000_000:
        text = seeds[number % 5].replace("سوريا", f"سوريا {number}", 1)
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
        size += len(text.encode())
        number += 1
    return size


if __name__ == "__main__":
    main()
