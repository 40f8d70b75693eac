"""Who is named together with whom: a chart of pairs of actors."""
from __future__ import annotations

from .colours import INK, actor_looks
from .page import chart, finish, no_data, start

__all__ = ["named_together"]

_EXTENT = 1.1
"""Half the height of the figure, in radii of the circle."""
_FAINT = 0.25
"""Pairs with less than this share of the most frequent one's weight are drawn faint."""


@chart
def named_together(graph, *, lang: str = "ar", ax=None, title: str | None = None, top: int = 14, size: str = "page", digits: str = "western", region: str = "levant"):
    """Which actors are named together: a circle of actors, lines as thick as the pair is frequent.

    Parameters
    ----------
    graph : networkx.Graph or pandas.DataFrame
        Edges with `weight`; nodes with `name_ar`, `name_en` and, for their size, `mentions`. As a table: columns `source`, `target`, `weight`.
    top : int
        The actors shown: those with the most in common with others.

    Other parameters as for `mentions`.
    """
    import math

    sheet = start(ax, lang, size=size, digits=digits, region=region, title=title)
    edges, names, sizes = _edges(graph, lang)
    if not edges:
        return no_data(sheet)
    strength: dict[str, float] = {}
    for one, other, weight in edges:
        strength[one] = strength.get(one, 0) + weight
        strength[other] = strength.get(other, 0) + weight
    side = {"column": 2.1, "page": 3.4, "slide": 4.7}[size]
    # names beside their points need the height of a line between neighbours next to the top
    fits = int(math.sqrt(4 * math.pi**2 * side / 2 / _EXTENT / (0.19 * sheet.scale)))
    chosen = sorted(strength, key=lambda actor: (-strength[actor], actor))[: max(2, min(top, fits))]
    angle = {actor: math.pi / 2 + 2 * math.pi * (at + 0.5) / len(chosen) * (-1 if lang == "en" else 1) for at, actor in enumerate(chosen)}
    looks, axes = actor_looks(strength), sheet.axes
    kept = [(one, other, weight) for one, other, weight in edges if one in angle and other in angle]
    heaviest = max((weight for _, _, weight in kept), default=1)
    for one, other, weight in sorted(kept, key=lambda edge: edge[2]):
        share = weight / heaviest
        look = dict(color="#e6e6e6", linewidth=0.6 * sheet.scale) if share < _FAINT else dict(color=str(round(0.8 - 0.5 * share, 2)), linewidth=(0.6 + 4 * share) * sheet.scale)
        axes.plot(*_bow(angle[one], angle[other]), zorder=1 + share, solid_capstyle="round", **look)
    largest = max((sizes.get(actor, strength[actor]) for actor in chosen), default=1) or 1
    for actor in chosen:
        x, y = math.cos(angle[actor]), math.sin(angle[actor])
        points = (5 + 9 * math.sqrt(sizes.get(actor, strength[actor]) / largest)) * sheet.scale
        axes.plot([x], [y], marker="o", markersize=points, markerfacecolor=looks[actor].colour, markeredgecolor=INK, markeredgewidth=0.8 * sheet.scale, zorder=3, clip_on=False)
        sign = 1 if x >= -1e-9 else -1
        axes.annotate(names[actor], (x, y), xytext=(sign * (points / 2 + 3 * sheet.scale), 0), textcoords="offset points", ha="left" if sign > 0 else "right", va="center",
                      size=sheet.points, color=INK, zorder=4)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_xlim(-_EXTENT, _EXTENT)
    axes.set_ylim(-_EXTENT, _EXTENT)
    one, other, weight = max(kept or edges, key=lambda edge: (edge[2], edge[0], edge[1]))
    sheet.unit = sheet.word("unit", "together")
    sheet.title = sheet.title or sheet.word("title", "named_together", name=names[one], other=names[other])
    sheet.facts.caption = {"ar": f"عدد الجهات: {len(chosen)} من {len(strength)}. سماكة الخط بعدد مرات ذكر الجهتين معا ({heaviest:g} في أكثرها)، وما دون ربعه باهت.",
                           "en": f"{len(chosen)} of {len(strength)} actors. A line is as thick as the two are named together ({heaviest:g} at most); below a quarter of that it is faint."}
    both = {language: _edges(graph, language)[1] for language in ("ar", "en")}
    top_edges = sorted(kept, key=lambda edge: -edge[2])[:5]
    sheet.facts.alt = {"ar": "شبكة الجهات المذكورة معا: " + "، ".join(f"{both['ar'][a]} و{both['ar'][b]} {w:g}" for a, b, w in top_edges) + ".",
                       "en": "Network of actors named together: " + ", ".join(f"{both['en'][a]} and {both['en'][b]} {w:g}" for a, b, w in top_edges) + "."}
    import pandas as pd

    sheet.facts.data = pd.DataFrame(edges, columns=["source", "target", "weight"])
    return finish(sheet, height=side)


def _bow(one: float, other: float):
    import math

    xs, ys = [], []
    for step in range(21):
        t = step / 20
        x = (1 - t) ** 2 * math.cos(one) + t * t * math.cos(other)
        y = (1 - t) ** 2 * math.sin(one) + t * t * math.sin(other)
        pull = 2 * t * (1 - t) * 0.25
        xs.append(x + pull * (math.cos(one) + math.cos(other)))
        ys.append(y + pull * (math.sin(one) + math.sin(other)))
    return xs, ys


def _edges(graph, lang: str):
    """Edges (one, other, weight), names and sizes of nodes, from a graph or a table."""
    if hasattr(graph, "columns"):
        columns = [name for name in graph.columns]
        one, other = (columns[0], columns[1]) if not {"source", "target"} <= set(columns) else ("source", "target")
        weight = next((name for name in ("weight", "count", "n", "together") if name in columns), None)
        weights = graph[weight].astype(float) if weight else [1.0] * len(graph)
        edges = [(str(a), str(b), float(w)) for a, b, w in zip(graph[one], graph[other], weights) if a != b]
        names = {node: node.replace("_", " ") for edge in edges for node in edge[:2]}
        for end in (one, other):
            if f"{end}_name_{lang}" in columns:
                names.update(zip(graph[end].astype(str), graph[f"{end}_name_{lang}"].astype(str)))
        return edges, names, {}
    edges = [(str(a), str(b), float(data.get("weight", 1))) for a, b, data in graph.edges(data=True) if a != b]
    names = {str(node): str(data.get(f"name_{lang}") or data.get("name") or str(node).replace("_", " ")) for node, data in graph.nodes(data=True)}
    sizes = {str(node): float(data["mentions"]) for node, data in graph.nodes(data=True) if data.get("mentions") is not None}
    return edges, names, sizes

