"""Which words and tables tell of ties?"""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from weft.assets.domain.kinds import AssetKind, TieKind
from weft.assets.domain.ties import Reach
from weft.assets.pages.presenters.shared import linked
from weft.assets.queries.ties import OFFERS_AT, Joins, Knot, Tied, TiesAbout
from weft.commons.disclosure import Hidden
from weft.commons.saying import counted, first_large, listed, number
from weft.shell.tables import Column, Table

NAMED = 8  # groups that are named in one sentence
NEAR_MEANS = "Close by: 1,500 metres or less in a straight line."
SORTS: Mapping[str, tuple[str, frozenset[AssetKind]]] = {
    "places": (
        "Places",
        frozenset({AssetKind.PLACE, AssetKind.AREA, AssetKind.LINE}),
    ),
    "groups": ("Groups", frozenset({AssetKind.GROUP})),
    "people": ("People who connect others", frozenset({AssetKind.PERSON})),
    "partnerships": ("Partnerships", frozenset({AssetKind.PARTNERSHIP})),
    "channels": ("Where news goes round", frozenset({AssetKind.CHANNEL})),
    "borrow": ("Things to borrow or book", frozenset({AssetKind.INFRASTRUCTURE})),
    "money": ("Money to apply for", frozenset({AssetKind.FUND})),
}
REACHES: Mapping[str, str] = {
    str(Reach.NEAR): "Close by: 20 minutes on foot or less",
    str(Reach.FAR): "Across the region",
    str(Reach.NOT_KNOWN): "Nobody has told us how far",
}
FAR = {
    Reach.NEAR: "close by",
    Reach.FAR: "across the region",
    Reach.NOT_KNOWN: None,
}
HOW: Mapping[str, str] = {
    TieKind.HOLDS: "is looked after by",
    TieKind.RUNS: "is run by",
    TieKind.DECIDES: "has its say from",
    TieKind.FUNDS: "is paid for by",
    TieKind.OWNS: "is owned by",
    TieKind.MEETS_AT: "is found at",
    TieKind.WORKS_WITH: "works with",
    OFFERS_AT: "has something on at",
}


def source_of(region: str) -> str:
    """Say where the ties come from."""
    return f"What people and lists told Weft about {region}"


def ties_table(ties: Sequence[Tied], about: TiesAbout, *, of: str) -> Table:
    """Tell every tie in a row."""
    heads = ("Who or what", "How", "With whom", "How far", "Whose word", "Since")
    return Table(
        title=f"Who works with whom in {of}",
        columns=tuple(map(Column, heads)),
        rows=tuple(
            (
                one.one.brief.name,
                listed([HOW[how] for how in one.how]),
                one.other.brief.name,
                FAR[one.reach],
                one.told_by or None,
                one.told_on,
            )
            for one in ties
        ),
        source=source_of(of),
        notes=(*not_told(about), NEAR_MEANS),
    )


def joins_table(joins: Sequence[Joins], about: TiesAbout, *, of: str) -> Table:
    """Tell what each joins, in a row."""
    return Table(
        title=f"What joins groups in {of}",
        columns=(
            Column("Who or what"),
            Column("What it is"),
            Column("Groups", numeric=True),
            Column("Their only link", numeric=True),
            Column("Parts without it", numeric=True),
            Column("Which groups"),
        ),
        rows=tuple(
            (
                one.knot.brief.name,
                one.knot.brief.kind,
                len(one.groups),
                len(one.only_link_of),
                one.would_part or 1,
                ", ".join(group.brief.name for group in one.groups),
            )
            for one in joins
        ),
        source=source_of(of),
        notes=not_told(about),
    )


def not_told(about: TiesAbout) -> tuple[str, ...]:
    """Say what nobody has told us of the ties of a region."""
    far = sum(one.reach is Reach.NOT_KNOWN for one in about.ties)
    lines = (
        _if(
            len(about.loose),
            "group is tied to nothing that we know of",
            "groups are tied to nothing that we know of",
        ),
        _if(
            about.in_words,
            "tie leads to somebody who is not on our list",
            "ties lead to somebody who is not on our list",
        ),
        _if(
            about.disputed,
            "tie is not agreed on, and is left out",
            "ties are not agreed on, and are left out",
        ),
        _if(
            far,
            "tie has an end of which we do not know where it is",
            "ties have an end of which we do not know where it is",
        ),
        _kept(about.kept),
    )
    return tuple(line for line in lines if line)


def _kept(kept: int | Hidden) -> str:
    if not kept:
        return ""
    many = str(kept) if isinstance(kept, Hidden) else number(kept)
    return f"{first_large(many)} more groups do not want to stand on this page."


def _if(count: int, one: str, many: str) -> str:
    return f"{first_large(counted(count, one, many))}." if count else ""


def loss(one: Joins) -> Markup:
    """Say what would come apart if one stopped."""
    many = counted(len(one.only_link_of), "group", "groups")
    line = Markup("If {} stopped, {} would lose the only link we know of: {}.").format(
        linked(one.knot.brief), many, names(one.only_link_of)
    )
    if not one.would_part:
        return line
    parts = counted(one.would_part, "part", "parts")
    return line + f" What hangs together now would fall into {parts}."


def names(knots: Sequence[Knot]) -> Markup:
    """Name some, and say how many more there are."""
    some = [linked(knot.brief) for knot in knots[:NAMED]]
    more = len(knots) - len(some)
    if more:
        return Markup(", ").join(some) + f" and {more} more"
    if len(some) == 1:
        return some[0]
    return Markup(", ").join(some[:-1]) + " and " + some[-1]


def plain_names(knots: Sequence[Knot]) -> str:
    """Name some, without leading there."""
    some = [knot.brief.name for knot in knots[:NAMED]]
    more = len(knots) - len(some)
    return ", ".join(some) + (f" and {more} more" if more else "")
