"""numbers.find against pyarabic and Maha, in one run: accuracy on phrases and sentences of our own, speed as a ratio, and by kind of text.

pyarabic is under the GPL: it is imported here and nowhere else.
"""
from __future__ import annotations

import time
from pathlib import Path

from helpers import corpus, numbers
from helpers.numbers import scan
from helpers.numbers import text as memory

PROJECT = Path(__file__).resolve().parents[1]
# sentence | its numbers in text order, dates, times and identifiers left out
SENTENCES = """\
أعلنت الوزارة أن ثلاثمئة وخمسة وأربعين طالبا نجحوا في الامتحان|345
بلغت كلفة المشروع مليونين ونصف المليون دينار|2500000
وصل إلى المرفأ ب450 حاوية على متن سفينتين|450 2
قالت البلدية إنها زرعت 12 ألف شجرة، أي أكثر من ألفي شجرة كل شهر|12000 2000
انخفضت الأسعار بنسبة سبعة في المئة|7
شارك في السباق مئتا عداء من خمس عشرة دولة|200 15
يبلغ طول الجسر ألفا وأربعمئة متر|1400
حضر ثلث الأعضاء وغاب الباقون|0.333333
سجل اللاعب هدفين في الدقيقتين الأخيرتين|2 2
عولج تسعة وعشرون مصابا في ثلاثة مستشفيات|29 3
باع المزارع خمسة أطنان ونصف الطن|5.5
وزعت الجمعية 3,5 مليون رغيف|3500000
عاش في القرية مئة واثنتا عشرة أسرة|112
استغرقت الرحلة ساعة ونصف الساعة|1.5
أصدرت المكتبة إحدى وستين طبعة|61
كتب أحد الزوار رسالة طويلة|
يوم الأربعاء يفتح المتحف أبوابه|
لم يجب أحد على الهاتف|
غادر أول من أمس إلى تونس|
تخرج في الجامعة أربعمئة ألف وسبعون شابا|400070
قطع الدراج سبعة كيلومترات وربع الكيلومتر|7.25
تسلم العمال رواتب ١٨ شهرا|18
يضم الأرشيف ١٬٢٥٠ صورة|1250
فقدت الشركة خمسة أسداس أسهمها|0.833333
درجة الحرارة ثماني درجات تحت الصفر|-8
تبرع بألف دينار ومئتين|1200
يعمل هنا خمستاشر عامل|15
دفع تلتمية ليرة|300
جاء الثاني عشر في الترتيب|12
هي المرة الحادية والعشرون|21
بنيت في القرن التاسع عشر|19
أربعة رجال وامرأتان وسبعة أطفال|4 2 7
ألّف الكاتب رواية جديدة|
ألفا عامل أضربوا عن العمل|2000
زاد الإنتاج ثلاثة أضعاف|3
سافر مليون وثلاثمئة ألف حاج|1300000
نقلت الشاحنة 40 طنا و200 كيس|40 200
سعر اللتر 1,245 يورو|1.245
أنجز ثلاثة أرباع العمل|0.75
وجدت ستة وستين قطعة نقدية وتسع جرار|66 9"""


def main() -> None:
    ways = {"numbers.find": _ours, "Maha (mahad)": _maha, "pyarabic": _pyarabic}
    sets = {"sentences": _cases(SENTENCES.split("\n"), "|", " "), "phrases": _cases(_phrases(), "\t", ";")}
    news = "\n".join((PROJECT / "seeds" / path.name).read_text(encoding="utf-8") for path in sorted(corpus.SEEDS.glob("*.txt")))
    print(f"   {'':14}" + "".join(f"{name + f' ({len(cases)})':>20}" for name, cases in sets.items()) + f"{'MB/s news':>12}{'ratio':>9}")
    ours = None
    for name, find in ways.items():
        right = [sum(_same(_safely(find, text), wanted) for text, wanted in cases) / len(cases) for cases in sets.values()]
        speed = _speed(find, news, 5 if ours is None else 1)
        ours = ours or speed
        print(f"   {name:14}" + "".join(f"{share:>19.1%} " for share in right) + f"{speed:>12.3f}{speed / ours:>9.4f}")
    print("\n   numbers.find alone, MB/s of UTF-8 on one core:")
    for name, text in {"news, words seen before": news * 8, "news, nothing remembered": None, "ألف ألف ألف …": "ألف " * 60_000, "و و و …": " و" * 100_000,
                       "digits, separators": "1,234.5 " * 30_000, "one token": "خمسة" * 60_000}.items():
        print(f"   {name:26}{_cold(news) if text is None else _speed(numbers.find, text, 3):8.2f}")


def _phrases() -> list[str]:
    lines = (PROJECT / "tests" / "numbers_cases.tsv").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not set("DTI~") & set(line.split("\t")[1]) and ".." not in line]


def _cases(lines: list[str], gap: str, comma: str) -> list[tuple[str, list[float]]]:
    pairs = (line.split(gap) for line in lines)
    return [(text, [float(part) for part in wanted.split(comma) if part]) for text, wanted in pairs]


def _ours(text: str) -> list[float]:
    counted = (number for number in numbers.find(text) if number.value is not None and number.kind != "time")
    return [float(number.value) for number in counted if number.kind != "id" or number.quote.isdigit()]


def _maha(text: str) -> list[float]:
    from maha.parsers.functions import parse_dimension
    return [float(found.value) for found in sorted(parse_dimension(text, numeral=True, ordinal=True), key=lambda found: found.start)]


def _pyarabic(text: str) -> list[float]:
    from pyarabic import number
    return [float(number.text2number(phrase)) for phrase in number.extract_number_phrases(text)]


def _safely(find, text: str) -> list[float] | None:
    try:
        return find(text)
    except Exception:  # a peer that raises has not read the case
        return None


def _same(found: list[float] | None, wanted: list[float]) -> bool:
    return found is not None and len(found) == len(wanted) and all(abs(a - b) <= 1e-5 * max(1, abs(b)) for a, b in zip(found, wanted))


def _speed(find, text: str, runs: int) -> float:
    best = float("inf")
    for _ in range(runs):
        scan._found.cache_clear()  # a text is remembered for the next reader, not for its own measure
        started = time.perf_counter()
        find(text)
        best = min(best, time.perf_counter() - started)
    return len(text.encode()) / 1e6 / best


def _cold(text: str) -> float:
    memory.forget()
    return _speed(numbers.find, text, 1)


if __name__ == "__main__":
    main()
