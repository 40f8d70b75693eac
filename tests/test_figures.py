"""Figures as files: what is written, that it is the same every time, and that no box is ever printed."""
import hashlib
import html
import json
import re
import sys
from pathlib import Path

import pandas as pd
import pytest

sys.path.insert(0, str(Path(__file__).parent))

import tables_for_charts as tables  # noqa: E402
from helpers import charts, figures, rtl  # noqa: E402


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def save(folder: Path):
    saved = figures.save(charts.casualties(tables.events(), tables.reports(), tables.articles()), "casualties", folder=folder, sizes=("column", "slide"), languages=("en",))
    figures.save(charts.cloud(tables.frequencies()), "cloud", folder=folder)
    figures.save(charts.timeline(tables.articles(), tables.events()), "timeline", folder=folder)
    figures.contact_sheet(folder)
    return saved


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("figures")
    save(made)
    return made


def test_a_second_run_writes_the_same_bytes(folder, tmp_path):
    save(tmp_path)
    assert digests(tmp_path) == digests(folder)


def test_every_file_is_there(folder):
    names = {path.name for path in folder.iterdir()}
    stems = ("casualties", "casualties.column", "casualties.slide", "casualties.en", "cloud", "timeline")
    assert {f"{stem}.{kind}" for stem in stems for kind in ("png", "svg", "pdf", "csv")} <= names
    assert {"casualties.csv", "casualties.json", "index.html"} <= names


def test_pictures_have_the_size_and_resolution_of_print(folder):
    from PIL import Image

    for stem, inches in (("casualties", 6.7), ("casualties.column", 3.35), ("casualties.slide", 13.333)):
        with Image.open(folder / f"{stem}.png") as picture:
            assert picture.width == pytest.approx(inches * 300, abs=2)
            assert picture.info["dpi"][0] == pytest.approx(300, abs=1)
    with Image.open(folder / "casualties.slide.png") as slide:
        assert slide.width / slide.height == pytest.approx(16 / 9, rel=0.002)


def test_metadata_tells_title_source_licence_and_version_and_no_time(folder):
    from PIL import Image

    about = json.loads((folder / "casualties.json").read_text(encoding="utf-8"))
    with Image.open(folder / "casualties.png") as picture:
        assert picture.text["Title"] == about["title"]["ar"]
        assert picture.text["Source"] == about["source"]["ar"]
        assert "MIT" in picture.text["Copyright"] and "arabic-news-notebooks" in picture.text["Software"]
        assert not any("time" in name.lower() or "date" in name.lower() for name in picture.text)
    svg = (folder / "casualties.svg").read_text(encoding="utf-8")
    assert f"<title>{about['title']['ar']}</title>" in svg and 'role="img"' in svg and "<dc:date>" not in svg
    pdf = (folder / "casualties.pdf").read_bytes()
    assert b"/Title" in pdf and b"CreationDate" not in pdf and b"ModDate" not in pdf


def test_words_are_there_in_both_languages(folder):
    about = json.loads((folder / "casualties.json").read_text(encoding="utf-8"))
    for part in ("title", "caption", "alt", "source"):
        assert set(about[part]) == {"ar", "en"}
        assert re.search("[ء-ي]", about[part]["ar"]) and re.search("[A-Za-z]{3}", about[part]["en"])


def test_data_goes_with_the_figure(folder):
    content = (folder / "casualties.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    frame = pd.read_csv(folder / "casualties.csv")
    drawn = tables.events()[tables.events()["outcome"] != "displaced"]
    assert frame["event"].tolist() == drawn["event"].tolist() and list(frame.columns)[:3] == ["event", "outcome", "low"]
    assert pd.isna(frame.loc[0, "high"])


def test_the_english_version_is_english(folder):
    from PIL import Image

    svg = (folder / "casualties.en.svg").read_text(encoding="utf-8")
    assert 'xml:lang="en"' in svg
    with Image.open(folder / "casualties.png") as arabic, Image.open(folder / "casualties.en.png") as english:
        assert arabic.tobytes() != english.tobytes()


def test_given_words_stand_before_the_charts_own(tmp_path):
    axes = charts.mentions(tables.mentions())
    saved = figures.save(axes, "mine", data=pd.DataFrame({"a": [1]}), caption={"en": "My caption"}, alt={"ar": "وصفي"}, folder=tmp_path)
    assert saved.about["caption"]["en"] == "My caption" and saved.about["caption"]["ar"]
    assert saved.about["alt"]["ar"] == "وصفي"
    assert (tmp_path / "mine.csv").read_text(encoding="utf-8-sig") == "a\n1\n" or (tmp_path / "mine.csv").read_bytes() == b"\xef\xbb\xbfa\r\n1\r\n"


def test_a_figure_of_ones_own_can_be_saved(tmp_path):
    from matplotlib.figure import Figure

    figure = Figure()
    figure.subplots().set_title("عنوان (بيدي)")
    saved = figures.save(figure, "own", folder=tmp_path)
    assert saved.about["title"]["ar"] == "عنوان (بيدي)"
    with pytest.raises(ValueError, match="further sizes"):
        figures.save(figure, "own", folder=tmp_path, sizes=("slide",))


def test_pyplot_figures_can_be_saved(tmp_path):
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    axes.set_title("عنوان")
    assert figures.save(axes, "pyplot", folder=tmp_path).files
    plt.close(figure)


@pytest.mark.parametrize("name", ["", "a/b", "..\\x", "con:1", ".hidden", "x\n"])
def test_names_that_are_no_file_names_are_refused(name, tmp_path):
    with pytest.raises(ValueError, match="file name"):
        figures.save(charts.mentions(tables.mentions()), name, folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_character_no_face_has_is_reported_and_no_box_is_printed(tmp_path):
    mentions = tables.mentions().assign(name_ar="\U00013080 هيروغليفي", name_en="\U00013081 name")
    for lang in ("ar", "en"):
        with pytest.warns(rtl.FontWarning, match="EGYPTIAN HIEROGLYPH"):
            axes = charts.mentions(mentions, lang=lang)
            rtl.hook._told.cache_clear()
            rtl.hook._ready.cache_clear()
            figures.save(axes, "boxes", folder=tmp_path)
        assert "U+1308" in axes.get_yticklabels()[0]._preprocess_math(axes.get_yticklabels()[0].get_text())[0]
    with pytest.warns(rtl.FontWarning, match="left out of the cloud"):
        assert set(charts.cloud({"\U00013080": 5, "حلب": 3}).outlines) == {"حلب"}


def test_the_folder_follows_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("REPORTS", str(tmp_path))
    assert figures.folder() == tmp_path / "figures"
    monkeypatch.delenv("REPORTS")
    assert figures.folder().parts[-2:] == ("reports", "figures")


def test_contact_sheet_shows_every_figure_with_its_words(folder):
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert page.count("<figure") == 3 and '<html lang="ar" dir="rtl">' in page
    for name in ("casualties", "cloud", "timeline"):
        about = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        assert f'src="{name}.png"' in page and f'href="{name}.csv"' in page
        assert about["title"]["ar"] in page.replace("&#x27;", "'").replace("&quot;", '"')
    assert not re.search(r'(src|href)="(https?:)?//', page)


def test_thumbnails_tell_what_they_show_and_lead_to_the_sheet(folder):
    shown = figures.thumbnails(folder, "figures/")
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert [name for name in re.findall(r'src="figures/([^"]+)\.png"', shown)] == ["casualties", "cloud", "timeline"]
    for name in ("casualties", "cloud", "timeline"):
        about = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        assert f'href="figures/index.html#{name}"' in shown and f'id="{name}"' in page
        assert html.escape(about["alt"]["ar"]) in shown and html.escape(about["title"]["ar"]) in shown and html.escape(about["title"]["en"]) in shown
    assert not re.search(r'alt=""|alt="(casualties|cloud|timeline)"', shown)


def test_casualties_come_first_and_no_figure_gives_no_list(tmp_path):
    assert figures.thumbnails(tmp_path) == ""
    for name in ("1_actors", "2_casualties"):
        (tmp_path / f"{name}.json").write_text(json.dumps({"name": name, "title": {"en": "<b>"}, "files": [f"{name}.png"], "alt": {"en": '"'}}), encoding="utf-8")
    shown = figures.thumbnails(tmp_path)
    assert shown.index("2_casualties") < shown.index("1_actors") and "<b>" not in shown and 'alt="&quot;"' in shown


def test_contact_sheet_escapes_and_survives_foreign_files(tmp_path):
    axes = charts.mentions(tables.mentions(), title="<script>alert(1)</script>")
    figures.save(axes, "x", folder=tmp_path, alt={"ar": '"><img onerror=alert(1)>'})
    (tmp_path / "other.json").write_text("[]", encoding="utf-8")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    page = figures.contact_sheet(tmp_path).read_text(encoding="utf-8")
    assert "<script" not in page and "<img onerror" not in page and page.count("<figure") == 1
    svg = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert "<script" not in svg
    assert figures.contact_sheet(tmp_path / "empty").read_text(encoding="utf-8").count("<figure") == 0


def test_jupyter_shows_what_was_saved(tmp_path):
    saved = figures.save(charts.mentions(tables.mentions()), "shown", folder=tmp_path)
    shown = saved._repr_html_()
    assert '<img src="data:image/png;base64,' in shown and f'alt="{saved.about["alt"]["ar"]}"' in shown
    assert len(saved.picture) < 150_000
