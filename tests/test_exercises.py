"""exercises: right or what to look at again, never the answer; the form and the comparisons of lesson 5."""
import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import exercises, lexicon
from helpers.exercises import answers, lesson5
from helpers.exercises.__main__ import main


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A data folder of its own, so that tests write no row into the project's."""
    for name in ("lesson5_sentences", "lesson5_coding"):
        (tmp_path / f"{name}.csv").write_bytes((lexicon.data_folder() / f"{name}.csv").read_bytes())
    monkeypatch.setattr(lexicon, "data_folder", lambda: tmp_path)
    return tmp_path


def test_number_in_any_form_is_right(folder):
    exercises.add("03-2", 15, hint="Count each event once.", mistakes={30: "You added the event twice."})
    for answer in (15, 15.0, "15", "١٥", "۱۵", " 15 ", pd.Series([15])[0], pd.array([15], dtype="Int64")[0]):
        assert exercises.check("03-2", answer), repr(answer)
    assert exercises.check("03-2", 30).message == "You added the event twice."
    assert exercises.check("03-2", 14).message == "Count each event once."


@pytest.mark.parametrize("answer, right", [(0.873, True), (0.878, True), (0.868, True), ("0.87", True), (0.88, False), (0.865, False), (0, False)])
def test_number_within_its_tolerance(folder, answer, right):
    exercises.add("05-1", 0.873, tolerance=0.005, hint="Divide by all reports.")
    assert bool(exercises.check("05-1", answer)) is right


def test_words_in_any_order_and_spelling(folder):
    exercises.add("03-3", ["قتلى", "أسرى"], hint="Look at the outcomes.", mistakes={"جرحى": "The injured are told of elsewhere."})
    for answer in ({"أسرى", "قتلى"}, ["قتلى", "اسرى"], "قَتلى، أسرى", pd.Series(["أسرى", "قتلى"])):
        assert exercises.check("03-3", answer), answer
    partly = exercises.check("03-3", ["قتلى", "جرحى"])
    assert not partly and "1 of your 2" in partly.message and "جرحي" in partly.message and "elsewhere" in partly.message
    assert "missing" in exercises.check("03-3", ["قتلى"]).message
    assert not exercises.check("03-3", ["قتلى", "أسرى", "جرحى"])
    assert "empty" in exercises.check("03-3", []).message


def test_text_boolean_and_table(folder):
    exercises.add("03-4", "المرصد السوري", also=["المرصد"], hint="Who is quoted?")
    assert exercises.check("03-4", "  المرصد   السورى. ") and exercises.check("03-4", "المرصد") and not exercises.check("03-4", "مصدر طبي")
    exercises.add("03-5", True, hint="Look at part_of.")
    assert exercises.check("03-5", True) and exercises.check("03-5", "نعم") and not exercises.check("03-5", False)
    table = pd.DataFrame({"outcome": ["killed", "injured"], "low": pd.array([15, None], dtype="Int64"), "note": ["a", "b"]})
    exercises.add("03-6", table, columns=["outcome", "low"], hint="One row an event.")
    assert exercises.check("03-6", table.iloc[::-1].assign(note="other"))
    assert exercises.check("03-6", table.astype({"low": "float64"}).set_index("outcome"))
    assert "1 of your 2 rows" in exercises.check("03-6", table.assign(low=[15, 3])).message
    assert "'low'" in exercises.check("03-6", table[["outcome"]]).message
    assert not exercises.check("03-6", table.head(0))


@pytest.mark.parametrize("kind, right, wrong", [("number", 3, "ثلاثة"), ("number", 3, True), ("number", 3, print), ("words", ["a"], 3), ("words", ["a"], True),
                                                ("text", "a", 3), ("table", pd.DataFrame({"a": [1]}), "a"), ("table", pd.DataFrame({"a": [1]}), 7),
                                                ("boolean", True, 1), ("number", 3, float("nan")), ("number", 3, pd.NA), ("number", 3, [3])])
def test_wrong_kind_says_what_was_expected_and_what_came(folder, kind, right, wrong):
    exercises.add("02-1", right, kind=kind, hint="hint")
    verdict = exercises.check("02-1", wrong)
    assert verdict.right is False and ("asks for" in verdict.message or "column" in verdict.message)


def test_no_answer_yet(folder):
    exercises.add("02-1", 3, hint="hint")
    for nothing in (..., None):
        verdict = exercises.check("02-1", nothing)
        assert verdict.right is None and not verdict and "three dots" in verdict.message


def test_unknown_exercise_names_near_ones(folder):
    exercises.add("02-1", 3, hint="hint")
    with pytest.raises(exercises.ExerciseError, match="'02-7'.*'02-1'"):
        exercises.check("02-7", 1)


def test_nothing_gives_the_answer_away(folder):
    exercises.add("02-1", 4321, hint="Look again.", mistakes={1234: "No."})
    exercises.add("02-2", "القاهرة", hint="Look again.")
    stored = "".join(path.read_text(encoding="utf-8") for path in (folder / "exercises.csv", folder / "mistakes.csv"))
    assert "4321" not in stored and "1234" not in stored and "القاهر" not in stored
    shown = str(exercises.check("02-1", 5)) + exercises.check("02-1", 5)._repr_html_()
    assert "4321" not in shown
    same = [row["answers"] for row in lexicon.read("exercises", folder / "exercises.csv")]
    exercises.add("02-3", 4321, hint="Look again.")
    assert lexicon.read("exercises", folder / "exercises.csv")[-1]["answers"] not in same, "the same answer has another digest in another exercise"


def test_author_is_told_of_mistakes(folder):
    with pytest.raises(ValueError, match="hint holds the answer"):
        exercises.add("02-1", 15, hint="It is 15, of course.")
    with pytest.raises(ValueError, match="is a right answer"):
        exercises.add("02-1", 15, hint="Look.", mistakes={"١٥": "No."})
    with pytest.raises(ValueError, match="no exercise id"):
        exercises.add("2-1", 15, hint="Look.")
    with pytest.raises(ValueError, match="no kind"):
        exercises.add("02-1", 15, hint="Look.", kind="essay")


def test_adding_again_replaces_and_keeps_order(folder):
    for exercise in ("10-1", "02-10", "02-9"):
        exercises.add(exercise, 1, hint="h", mistakes={2: "two"})
    exercises.add("02-9", 5, hint="new")
    rows = lexicon.read("exercises", folder / "exercises.csv")
    assert [row["exercise"] for row in rows] == ["02-9", "02-10", "10-1"] and rows[0]["hint"] == "new"
    assert [row["exercise"] for row in lexicon.read("mistakes", folder / "mistakes.csv")] == ["02-10", "10-1"]


def test_command_line(folder, capsys):
    main(["add", "03-2", "15", "--hint", "Count again.", "--mistake", "30=Twice."])
    main(["check", "03-2", "١٥"])
    main(["check", "03-2", "30"])
    main(["list"])
    out = capsys.readouterr().out
    assert "03-2 ✓ Right." in out and "Twice." in out and "Count again." in out
    main(["remove", "03-2"])
    assert lexicon.read("exercises", folder / "exercises.csv") == []


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.lists(st.one_of(st.text(), st.integers(), st.none())), st.dictionaries(st.text(), st.text())))
def test_any_answer_gets_a_verdict(answer):
    for exercise in [row["exercise"] for row in lexicon.read("exercises")][:1]:
        verdict = exercises.check(exercise, answer)
        assert verdict.right in (True, False) and verdict._repr_html_()


def test_verdict_escapes():
    html = exercises.check("00-1", "<script>")._repr_html_()
    assert "<script>" not in html and "&lt;script&gt;" in html


def test_every_exercise_of_the_project_has_a_hint_and_no_answer_in_notebooks_code():
    for path in sorted((lexicon.project_folder() / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            if "exercises.check(" in source:
                assert "answer = ..." in source, f"{path.name}: {cell['id']} must leave the answer open"


# lesson 5


def test_hand_coding_covers_every_sentence():
    assert len(lesson5.sentences()) == 10
    assert lesson5.hand()["sentence"].unique().tolist() == list(range(1, 11))
    # worked out by hand from the sentences: a lower bound, a part, a denial
    hand = lesson5.hand().set_index("sentence")
    assert hand.loc[2, "low"] == 23 and pd.isna(hand.loc[2, "high"])
    assert hand.loc[4, "part"].tolist() == [False, True]
    assert hand.loc[7, ["low", "high"]].tolist() == [0, 0]


def test_form_codes_saves_and_is_read_back(tmp_path):
    form = exercises.CodingForm("ليلى/..", folder=tmp_path)
    form.add("killed", low=5, high=5)
    form.add("injured", low=12, high=12)
    form.next()
    form.add("killed", low=23)
    form.undo()
    form.add("killed", low=23, high=23)
    form.next()
    form.nothing()
    path = form.save()
    assert path.parent == tmp_path and path.name == "ليلى___.csv", "a name cannot lead out of the folder"
    read = lesson5.students(tmp_path)
    assert read.left_out.empty
    assert read.reports.drop(columns="coder").equals(form.coding.drop(columns="coder"))
    different = lesson5.compare(form.coding, lesson5.hand())
    assert different[["sentence", "outcome", "verdict"]].values.tolist() == [[2, "killed", "quantity differs"], [3, "injured", "only hand"]]


def test_form_by_its_fields():
    form = exercises.CodingForm("x")
    form._low.value, form._high.value = "٣", ""
    form._add_typed()
    assert form.coding[["low", "high"]].values.tolist() == [[3, pd.NA]] and form._low.value == ""
    for low, high, said in (("many", "", "no number"), ("", "", "Give a number"), ("5", "3", "above the highest"), ("-1", "", "no number of people")):
        form._low.value, form._high.value = low, high
        form._add_typed()
        assert said in form._message.value
    assert len(form.coding) == 1
    form.next(100)
    assert form.sentence == 10
    form.next(-100)
    assert form.sentence == 1


def test_class_folder_with_a_broken_file(tmp_path):
    for path in (lexicon.data_folder() / "lesson5_class").glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "semicolons.csv").write_text("sentence;outcome;low;high;approx;vague;part;note\n1;killed;5;5;no;;no;\n", encoding="utf-8")
    (tmp_path / "broken.csv").write_text("sentence,outcome,low,high,approx,vague,part,note\n1,killed,five,5,no,,no,\n", encoding="utf-8")
    read = lesson5.students(tmp_path)
    assert set(read.reports["coder"]) == {"amal", "basil", "dina", "semicolons"}
    assert read.left_out["file"].tolist() == ["broken.csv"] and "row 2, column 'low'" in read.left_out["problem"][0]


def test_agreement_table_with_hand():
    table = lesson5.agreement_table([lesson5.hand(), lesson5.hand().assign(coder="twin"), lesson5.students(lexicon.data_folder() / "lesson5_class").reports])
    pairs = table.set_index("coders")
    assert pairs.loc["hand – twin", "alpha"] == 1
    assert pairs.loc["hand – amal", "alpha"] < 1 and pairs.loc["all 5 coders", "sentences"] == 10
    assert (pairs["low"] <= pairs["alpha"]).all() and (pairs["alpha"] <= pairs["high"]).all()


def test_machine_codes_the_sentences():
    machine = lesson5.machine()
    assert set(machine["sentence"]) == set(range(1, 11))
    first = machine[machine["sentence"] == 1]
    assert sorted(zip(first["outcome"], first["low"])) == [("injured", 12), ("killed", 5)]


def test_digest_differs_by_salt():
    assert answers.digest("15", "03-2") != answers.digest("15", "03-3")
