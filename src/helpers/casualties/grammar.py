"""Small closed classes of Arabic words, folded: where a phrase about people can stop and where a clause begins.

These are grammar and do not grow with the news; what does grow is in data/*.csv.
"""
from __future__ import annotations

from functools import lru_cache

from .. import arabic

__all__ = ["ADVERBS", "CLAUSE_STARTS", "FUNCTION", "OPEN", "PREPOSITIONS", "QUOTES", "RELATIVES", "SENTENCE_ENDS", "bare", "looks_like_verb"]


def _folded(text: str) -> frozenset[str]:
    return frozenset(arabic.fold(text).split())


PREPOSITIONS = _folded("""في من إلى على عن مع بعد قبل خلال منذ حتى أثناء عند لدى بين ضمن قرب جنوب شمال شرق غرب وسط داخل خارج تحت فوق أمام خلف حول جراء إثر عقب
    نتيجة بسبب بواسطة عبر ضد دون بدون سوى باتجاه نحو حيال بحق بحسب حسب وفق بشأن لدي تجاه قرابة برفقة رغم حوالي مقابل باستثناء عدا فضلا علاوة إضافة بموجب خلف جنوبي شمالي شرقي غربي بعيد قبيل صوب علي الي""")
RELATIVES = _folded("الذي التي الذين اللذين اللذان اللتين اللتان اللواتي اللاتي اللائي ممن مما وما الذى")
CLAUSE_STARTS = _folded("""فيما بينما حيث كما عندما حينما بعدما لكن ولكن مما إذ ثم إن أن أنه أنها أنهم إنه إنها لأن بأن وأن وإن لأنه ريثما حين وقت كانت كان وكان وكانت وقد قد فقد لقد لو إذا ولو وإذا
    قال وقال وقالت قالت أكد وأكد أكدت أضاف وأضاف أضافت وأضافت أعلن وأعلن أعلنت وأعلنت أوضح وأوضح أشار وأشار ذكر وذكر ذكرت وذكرت مضيفا مؤكدا موضحا مشيرا بدوره إنهم وهو وهي وهم هو هي هم
    وفيما وبينما وكما وحيث ليرتفع لترتفع وبلغ بلغ وارتفع ارتفع ارتفعت وارتفعت رغم ولم لم ولا لا وليس ليس وتم تم يتم وجرى جرى بل كي لكي أما وأما""")
ADVERBS = _folded("""أمس اليوم صباح مساء فجر ليل ظهر عصر ليلة غداة الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الماضي الماضية الجاري الحالي المنصرم أيضا كذلك حتفه فورا لاحقا مؤخرا
    هناك هنا حرقا غرقا ذبحا شنقا خنقا رميا جميعا فقط وحده تقريبا أول الأول قبلها بعدها نفسه يومها حينها آنذاك يوم مصرعه مصرعهم مصرعهما عمدا سابقا أساسا علنا سرا خطأ""")
FUNCTION = PREPOSITIONS | RELATIVES | CLAUSE_STARTS | ADVERBS | _folded("""هذا هذه ذلك تلك هؤلاء أولئك هذان هاتان لها له لهم به بها بهم فيه فيها فيهم منه منها منهم عنه عنها عليه عليها عليهم إليه إليها إليهم معه معها معهم
    كل جميع كافة معظم أغلب غير إلا مثل أي أية أو أم يا ها لن ما من لما كي أيضا وهم وهو بينهم بينها نفسه نفسها لديه لديها ولا لا قد كانوا كانا يكون تكون ليس ليست التابعة التابع جدا أكثر أقل بلا عدم ضد رهن قيد سبق كما ذاته ذاتها حاليا وذلك ذلك لحظة ساعة عليهما فيهما اثناء بحضور يوميا سنويا شهريا حد حال""")
OPEN = frozenset("«»\"“”'‘’()[]{}<>")
QUOTES = frozenset("«»\"“”'‘’")
SENTENCE_ENDS = frozenset(".!?؟…")

_VERBS = _folded("""بايعوا قالوا كانوا جاء جاءت قام قامت ظل ظلت نقلوا وصلوا وصل وصلت تعرض تعرضت تعرضوا تم جرى وقع وقعت وقعوا سقط سقطت سقطوا استهدف استهدفت استهدفهم هاجم هاجمت شن شنت أطلق أطلقت أطلقوا فجر فجرت
    انفجر انفجرت انفجار دخل دخلت دخلوا حاول حاولوا عثر عثرت نقل نقلت نفذ نفذت نفذها أدى أدت أسفر أسفرت تسبب تسببت خلف خلفت أوقع أوقعت بلغ بلغت ارتفع ارتفعت غادروا لجأوا شاركوا ينتمون يعملون تصدى سيطر سيطرت اندلع اندلعت وقد فيما ما استخدم استخدمت داهم داهمت
    ضرب ضربت اقتحم اقتحمت اشتبك اشتبكوا انهار انهارت تحطم تحطمت انقلب انقلبت اصطدم اصطدمت كان كانت أصبح باتوا بات ظهر ظهرت رفض قرر تمكن تمكنت تمكنوا أعلن أعلنت أكد أكدت أفاد ذكر قال أضاف يعتقد أدين أدينوا اتهموا فقدوا لقوا""")


_PARTICLES = frozenset(("لا", "لم", "لن", "ما", "ان", "من", "هم", "هو", "هي", "قد"))


def bare(folded: str) -> str:
    """A word without the و or ف joined before it, as far as its length tells: وفاق has one, فاق and وصل have none.

    >>> bare("وقال"), bare("فاق"), bare("وصل")
    ('قال', 'فاق', 'وصل')
    """
    return folded[1:] if folded[:1] in "وف" and (len(folded) > 3 or folded[1:] in _PARTICLES) else folded


_NOUNS_IN_T = _folded("إنترنت الإنترنت تحت أخت كرفت باركليت روبرت ألبرت هربرت مباغت شوكت حكمت بهجت عفت عصمت نشأت رأفت طلعت صفوت عزت مدحت رفعت ثروت جودت شفقت أنبرت ديفورت سميت إيفرست كونكت فولت بازلت")
_TA_VERBS = _folded("""تبلغ تعمل تبحث تقيم تسكن تقطن تعيش تقل تحمل تستقل تدعى تنتمي تتبع تضم تعرضت تبين تواجه تنتظر تحاول تقود تتواجد تخضع تشارك تعتبر تسعى تقع تطالب تستعد تقاتل تدير تشغل تدرس تتلقى تتولى تمكن تمكنت""")


@lru_cache(maxsize=1 << 15)
def looks_like_verb(folded: str) -> bool:
    """True where a word that no table knows has the shape of a finite verb."""
    if folded in _VERBS or folded in _TA_VERBS or folded[:1] == "و" and folded[1:] in _VERBS:
        return True
    if folded.startswith("ال"):
        return False
    if folded.endswith("وا") and len(folded) > 3:
        return True
    bare = folded[1:] if folded[:1] in "وف" and len(folded) > 4 else folded
    if bare.endswith("ت") and len(bare) > 4 and not bare.endswith(("ات", "يت", "وت")) and bare not in _NOUNS_IN_T:
        return True  # اتهمت, وصفت
    if bare[:1] == "س" and bare[1:2] in ("ي", "ت") and len(bare) > 5 and not bare.endswith(("ي", "ين", "ون", "ه", "ات")):
        return True
    return bare[:1] == "ي" and len(bare) > 3 and not bare.endswith(("ي", "ين", "يا", "يه", "ات")) and bare not in ("يوم", "يوما", "يونيو", "يوليو", "يناير")
