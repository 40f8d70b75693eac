"""From mentions to tables: counts, rates, shares, first mentions, who is named with whom, who is quoted; what the gazetteer lacks."""
import pandas as pd
import pytest

from helpers import actors, corpus, sources

NEWS = pd.DataFrame({
    "article": pd.array(["a", "b"], dtype="string"), "label": ["أ", "ب"], "published": pd.to_datetime(["2016-09-01", "2016-09-02"]),
    "text": ["قالت موسكو إن روسيا وتركيا اتفقتا. رحبت أنقرة بذلك.", "أعلن الرئيس الروسي فلاديمير بوتين موقف روسيا. صمتت باريس."]})


@pytest.fixture(scope="module")
def mentions():
    return actors.table(NEWS)


def test_per_actor(mentions):
    table = actors.per_actor(mentions, NEWS).set_index("actor")
    assert table.loc["russia", ["mentions", "name", "capital", "adjective", "articles"]].tolist() == [4, 2, 1, 1, 2]
    assert table.index[0] == "russia" and table["mentions"].sum() == len(mentions) == 8
    assert table["share"].sum() == pytest.approx(1) and table.loc["turkey", "article_share"] == 0.5
    assert table.loc["russia", "per_1000_words"] == pytest.approx(4 * 1000 / 18)


def test_counting_rules_are_the_analysts(mentions):
    names_only = actors.per_actor(mentions[mentions["form"] == "name"]).set_index("actor")
    assert names_only.loc["russia", "mentions"] == 2 and "france" not in names_only.index


def test_by_article(mentions):
    table = actors.by_article(mentions, NEWS)
    assert table[["label", "actor", "mentions", "words"]].values.tolist() == [
        ["أ", "russia", 2, 9], ["أ", "turkey", 2, 9], ["ب", "russia", 2, 9], ["ب", "france", 1, 9], ["ب", "vladimir_putin", 1, 9]]
    assert table["per_1000_words"].iloc[0] == pytest.approx(2000 / 9)


def test_share_of_voice_adds_up(mentions):
    table = actors.share_of_voice(mentions, top=2)
    assert table["actor"].tolist()[:2] == ["russia", "turkey"] and pd.isna(table["actor"].iloc[2])
    assert table["share"].sum() == pytest.approx(1) and table["mentions"].sum() == len(mentions)
    assert len(actors.share_of_voice(mentions, top=10)) == 4


def test_first_mentions(mentions):
    table = actors.first_mentions(mentions, NEWS)
    assert table[["article", "actor", "quote", "rank"]].values.tolist() == [
        ["a", "russia", "موسكو", 1], ["a", "turkey", "تركيا", 2], ["b", "russia", "الروسي", 1], ["b", "vladimir_putin", "فلاديمير بوتين", 2], ["b", "france", "باريس", 3]]
    assert table["into_article"].between(0, 1).all()


def test_timeline(mentions):
    table = actors.timeline(mentions, NEWS)
    assert table.loc[table["actor"].eq("russia"), "mentions"].tolist() == [2, 2]
    assert actors.timeline(mentions, NEWS, "MS")["published"].unique().tolist() == [pd.Timestamp("2016-09-01")]
    assert actors.timeline(mentions, NEWS.assign(published=pd.NaT)).empty


def test_named_together(mentions):
    assert actors.named_with(mentions)[["source", "target", "weight"]].values.tolist() == [["russia", "turkey", 1], ["russia", "vladimir_putin", 1]]
    graph = actors.named_together(mentions)
    assert graph["russia"]["turkey"]["weight"] == 1 and graph.nodes["russia"]["mentions"] == 4 and graph.nodes["france"]["name_ar"] == "فرنسا"


def test_quoted():
    seeds = corpus.load(corpus.SEEDS)
    attributions = sources.table(seeds)
    table = actors.quoted(actors.table(seeds), attributions)
    assert {"actor", "form", "actor_kind", "source", "kind"} <= set(table.columns) and len(table) <= len(attributions)
    monitor = table[table["actor"] == "syrian_observatory_for_human_rights"]
    assert len(monitor) and monitor["source"].str.contains("المرصد").all()
    assert (table.loc[table["source"].str.contains("بيسكوف"), "actor"] == "dmitry_peskov").all()


def test_frames_on_nothing(mentions):
    none = mentions.iloc[:0]
    for table in (actors.per_actor(none, NEWS), actors.by_article(none, NEWS), actors.share_of_voice(none), actors.first_mentions(none, NEWS),
                  actors.timeline(none, NEWS), actors.named_with(none), actors.suggest_aliases(NEWS.iloc[:0])):
        assert table.empty and len(table.columns)
    assert actors.named_together(none).number_of_nodes() == 0


def test_suggestions_are_names_the_gazetteer_lacks():
    known = actors.gazetteer()
    without = known[known["actor"] != "john_kerry"]
    seeds = corpus.load(corpus.SEEDS)
    suggested = actors.suggest_aliases(seeds, without).set_index("string")
    assert "جون كيري" in suggested.index and suggested.loc["جون كيري", "mentions"] >= 5
    assert all("جون كيري" in context for context in suggested.loc["جون كيري", "contexts"])
    assert "جون كيري" not in actors.suggest_aliases(seeds)["string"].tolist()


def test_suggestion_names_the_closest_known_actor_and_merges_nothing():
    news = pd.DataFrame({"article": ["a"], "text": ["قال الوزير سرغاي لفروفسكي ذلك. وعاد الوزير سرغاي لفروفسكي. قالت حركة أنصار النور إن حركة أنصار النور باقية."]})
    suggested = actors.suggest_aliases(news).set_index("string")
    assert suggested.loc["سرغاي لفروفسكي", "closest"] == "sergei_lavrov" and 50 < suggested.loc["سرغاي لفروفسكي", "similarity"] < 100
    assert actors.find(news["text"][0]) == []
    assert suggested.loc["حركة أنصار النور", "cue"] == "group"


def test_compare_and_scores():
    hand = pd.DataFrame({"article": ["a"] * 3, "start": [0, 10, 20], "end": [5, 15, 25], "quote": ["روسيا", "تركيا", "سورية"],
                         "actor": ["russia", "turkey", "syria"], "form": ["name"] * 3})
    found = pd.DataFrame({"article": ["a"] * 3, "start": [0, 20, 30], "end": [5, 25, 35], "quote": ["روسيا", "سورية", "الهند"],
                          "actor": ["russia", "syria", "india"], "form": ["name", "adjective", "name"]})
    compared = actors.compare(found, hand)
    assert compared["verdict"].tolist() == ["agreed", "missed", "other", "extra"]
    row = actors.scores(compared).iloc[0]
    assert (row["marked"], row["found"], row["agreed"]) == (3, 3, 1) and row["precision"] == pytest.approx(1 / 3) == row["recall"]
    nothing = actors.scores(actors.compare(found.iloc[:0], hand.iloc[:0])).iloc[0]
    assert pd.isna(nothing["precision"]) and pd.isna(nothing["recall"])


def test_rules_beat_plain_search_on_the_seeds():
    seeds = corpus.load(corpus.SEEDS)
    plain = actors.scores(actors.compare(actors.plain_search(seeds), actors.marked())).iloc[0]
    assert plain["f1"] < 0.95 < actors.scores(actors.compare(actors.table(seeds), actors.marked())).iloc[0]["f1"]
