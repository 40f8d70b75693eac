"""Arabic as each renderer draws it, against typst's picture of it: proof, not belief."""
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))

import arabic_strings  # noqa: E402
import ink  # noqa: E402
import prove  # noqa: E402
from helpers import rtl  # noqa: E402

ALL, UNPLACED = arabic_strings.ALL, arabic_strings.UNPLACED
OLDER = Path(sys.prefix) / "mpl310"


def wrong(verdicts, but=()) -> list[str]:
    return [str(verdict) for verdict in verdicts if not verdict.right and verdict.text not in but]


def missing_tool(what: str):
    """Skip where a person's machine lacks a tool; fail where the project's own checks run."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(what)


def test_there_are_enough_strings_of_every_sort():
    assert len(ALL) == len(set(ALL)) >= 80
    assert all(len(texts) >= 2 for texts in arabic_strings.STRINGS.values())
    assert len(UNPLACED) <= 5 and UNPLACED <= set(ALL)


@pytest.mark.parametrize("how", ["setup", "display"])
def test_matplotlib_draws_every_string_right(how):
    assert wrong(prove.strings(how), () if rtl.shapes("matplotlib") else UNPLACED) == []


def test_every_text_of_every_chart_is_right():
    verdicts = prove.labels()
    assert len(verdicts) >= 100
    assert wrong(verdicts) == []


def test_every_word_of_a_cloud_is_right():
    verdicts = prove.cloud()
    assert len(verdicts) >= 15
    assert wrong(verdicts) == []


@pytest.fixture(scope="module")
def older():
    """What Matplotlib 3.10, which neither joins nor orders, draws with the same code."""
    if not OLDER.is_dir():
        missing_tool("Matplotlib 3.10 is not at .venv/mpl310: `make test` installs it from requirements-mpl310.lock")
    environment = {**os.environ, "PYTHONPATH": str(OLDER), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, str(Path(prove.__file__)), "strings", "display", "charts", "cloud"], env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("what", ["strings", "display", "charts", "cloud"])
def test_matplotlib_3_10_draws_the_same_right(older, what):
    assert older["version"].startswith("3.10.")
    found = older["found"][what]
    assert len(found) >= {"strings": 80, "display": 80, "charts": 100, "cloud": 15}[what]
    assert [seen for text, right, seen in found if not right and text not in UNPLACED] == []


@pytest.mark.parametrize("text", sorted(UNPLACED))
def test_unshaped_marks_do_not_harm_the_letters(text, basic):
    from helpers import arabic

    with_marks, plain = ink.draw_pillow([rtl.display(text, "pillow"), rtl.display(arabic.strip_harakat(text), "pillow")], basic)
    assert wrong(ink.judge([arabic.strip_harakat(text)], [plain])) == []
    assert with_marks.sum() > plain.sum()


@pytest.fixture
def font():
    from PIL import ImageFont

    return ImageFont.truetype(rtl.renderers.dejavu(), ink.EM)


@pytest.fixture
def basic(monkeypatch):
    """Pillow as it is where libfribidi is not found."""
    from PIL import ImageFont

    monkeypatch.setattr(ImageFont.core, "HAVE_RAQM", False)
    return ImageFont.truetype(rtl.renderers.dejavu(), ink.EM)


def test_pillow_with_raqm(font):
    from PIL import ImageFont

    if not ImageFont.core.HAVE_RAQM:
        missing_tool("Pillow finds no libfribidi here")
    assert rtl.shapes("pillow")
    assert wrong(ink.judge(ALL, ink.draw_pillow([rtl.display(text, "pillow") for text in ALL], font))) == []


def test_pillow_without_raqm(basic):
    assert not rtl.shapes("pillow")
    assert wrong(ink.judge(ALL, ink.draw_pillow([rtl.display(text, "pillow") for text in ALL], basic)), UNPLACED) == []


def test_the_font_decides_where_its_layout_was_chosen_by_hand():
    from PIL import ImageFont

    chosen = ImageFont.truetype(rtl.renderers.dejavu(), ink.EM, layout_engine=ImageFont.Layout.BASIC)
    assert not rtl.shapes("pillow", chosen)
    texts = arabic_strings.STRINGS["brackets"]
    assert wrong(ink.judge(texts, ink.draw_pillow([rtl.display(text, "pillow", font=chosen) for text in texts], chosen))) == []


@pytest.mark.parametrize("raqm", [True, False])
def test_words_drawn_by_wordcloud_itself(raqm, monkeypatch):
    """A user's own cloud of `display`ed words: each word is found in the picture as typst sets it."""
    from PIL import Image, ImageDraw, ImageFont
    from wordcloud import WordCloud

    if raqm and not ImageFont.core.HAVE_RAQM:
        missing_tool("Pillow finds no libfribidi here")
    if not raqm:
        monkeypatch.setattr(ImageFont.core, "HAVE_RAQM", False)
    words = ["لا", "وقف إطلاق النار", "حزب الله", "(سوريا)", "روسيا", "BBC عربي", "24 ساعة"]
    drawn = {rtl.display(word, "wordcloud"): word for word in words}
    cloud = WordCloud(font_path=rtl.renderers.dejavu(), width=1600, height=1200, margin=40, prefer_horizontal=1, min_font_size=ink.EM, max_font_size=ink.EM, collocations=False,
                      normalize_plurals=False, random_state=1, color_func=lambda *a, **k: "black", background_color="white")
    cloud.generate_from_frequencies({text: 1 for text in drawn})
    assert {drawn[item[0][0]] for item in cloud.layout_} == set(words)
    whole = np.asarray(cloud.to_image().convert("L"))
    pictures = []
    for (text, _), points, (row, column), _, _ in cloud.layout_:
        box = ImageDraw.Draw(Image.new("L", (9, 9))).textbbox((column, row), text, font=ImageFont.truetype(rtl.renderers.dejavu(), points))
        pictures.append(ink.ink(whole[int(box[1]) - 8 : int(box[3]) + 9, int(box[0]) - 8 : int(box[2]) + 9]))
    assert wrong(ink.judge([drawn[item[0][0]] for item in cloud.layout_], pictures)) == []


# -- the proof can fail ------------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("text", ["حلب (سوريا)", "القتلى (15)", "BBC (بي بي سي)", "منظمة (WHO) الدولية", "«داعش»"])
def test_one_bracket_turned_round_is_seen(text):
    signs = [at for at, sign in enumerate(text) if sign in "()«»"]
    turned = [text[:at] + text[at].translate(ink._PAIRS) + text[at + 1 :] for at in signs]
    pictures = ink.draw_matplotlib([rtl.display(other) for other in turned])
    assert not any(verdict.right for verdict in ink.judge([text] * len(turned), pictures))


def test_the_older_way_is_refused_when_its_brackets_are_not_mirrored(basic, monkeypatch):
    monkeypatch.setattr(rtl.order, "_mirrors", lambda: {})
    texts = arabic_strings.STRINGS["brackets"]
    verdicts = ink.judge(texts, ink.draw_pillow([rtl.display(text, "pillow") for text in texts], basic))
    assert sum(not verdict.right for verdict in verdicts) >= len(texts) - 2


def test_known_ways_to_go_wrong_are_refused():
    import arabic_reshaper
    from bidi import get_display

    texts = [text for name in ("plain", "lam_alef", "latin", "brackets", "digits") for text in arabic_strings.STRINGS[name] if len(text) > 3]
    classic = ink.judge(texts, ink.draw_matplotlib([get_display(arabic_reshaper.reshape(text)) for text in texts]))
    if rtl.shapes("matplotlib"):
        assert sum(verdict.right for verdict in classic) <= len(texts) * 0.1


def test_a_wrong_base_direction_is_seen():
    texts = ["BBC عربي", "UN في جنيف", "15 قتيلا"]
    assert not any(verdict.right for verdict in ink.judge(texts, ink.draw_matplotlib([rtl.display(text, direction="ltr") for text in texts])))


# -- vector formats -----------------------------------------------------------------------------------------------------------

def _figure(text: str):
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=ink._room(text), dpi=72)
    FigureCanvasAgg(figure)
    figure.text(0.5, 0.5, text, size=ink.EM, ha="center", va="center", multialignment="right", family="DejaVu Sans")
    return figure


def test_pdf_as_a_picture(tmp_path):
    from matplotlib.backends.backend_pdf import PdfPages
    from PIL import Image

    if shutil.which("pdftoppm") is None:
        missing_tool("pdftoppm is not installed (Debian: poppler-utils)")
    with rtl.setup(page=False, font="DejaVu Sans"), PdfPages(tmp_path / "all.pdf") as pages:
        for text in ALL:
            pages.savefig(_figure(text))
    subprocess.run(["pdftoppm", "-r", "72", "-gray", str(tmp_path / "all.pdf"), str(tmp_path / "page")], check=True, timeout=120)
    pictures = []
    for path in sorted(tmp_path.glob("page*.pgm")):
        with Image.open(path) as page:
            pictures.append(ink.ink(page))
    assert wrong(ink.judge(ALL, pictures), () if rtl.shapes("matplotlib") else UNPLACED) == []


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["none", "path", "html"])
def test_svg_and_html_as_a_browser_shows_them(kind, tmp_path):
    import io

    import matplotlib
    from PIL import Image

    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        missing_tool("chromium is not installed")
    wide, columns = 1400, 2
    high = [60 + 70 * (text.count("\n") + 1) for text in ALL]
    half = sum(high) / columns
    boxes, at = [], [0] * columns
    for tall in high:
        column = next((turn for turn in range(columns) if at[turn] < half), columns - 1)
        boxes.append((column * wide, at[column], tall))
        at[column] += tall
    shown = []
    with rtl.setup(page=False, font="DejaVu Sans"), matplotlib.rc_context({"svg.fonttype": kind if kind != "html" else "path"}):
        for text in ALL:
            if kind == "html":
                shown.append(f'<p>{rtl.display(text, "html")}</p>')
                continue
            stream = io.StringIO()
            _figure(text).savefig(stream, format="svg")
            svg = stream.getvalue()
            assert kind == "path" or text.split("\n")[0] in svg.replace("&amp;", "&").replace("&lt;", "<")
            shown.append(svg[svg.index("<svg"):])
    font = Path(rtl.renderers.dejavu()).as_uri()
    page = tmp_path / "page.html"
    rows = "".join(f'<div style="left:{left}px;top:{top}px;height:{tall}px">{inside}</div>' for (left, top, tall), inside in zip(boxes, shown))
    page.write_text(f"<!doctype html><meta charset=utf-8><style>@font-face{{font-family:'DejaVu Sans';src:url({font})}}*{{margin:0}}"
                    f"div{{position:absolute;width:{wide}px;overflow:hidden}}svg{{width:auto;zoom:.75}}"
                    f"p{{font:{ink.EM}px/64px 'DejaVu Sans';text-align:right;padding:40px;direction:rtl}}</style>{rows}", encoding="utf-8")
    shot = tmp_path / "shot.png"
    subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync", "--hide-scrollbars", f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={wide * columns},{max(at)}", f"--screenshot={shot}", page.as_uri()],
                   check=True, capture_output=True, timeout=120)
    with Image.open(shot) as picture:
        whole = np.asarray(picture.convert("L"))
    assert whole.shape == (max(at), wide * columns)
    pictures = [ink.ink(whole[top : top + tall, left : left + wide]) for left, top, tall in boxes]
    assert wrong(ink.judge(ALL, pictures)) == [] or kind == "path" and not rtl.shapes("matplotlib")
