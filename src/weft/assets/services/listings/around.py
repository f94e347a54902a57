"""What was told around a stretch of assets or offers: facts, names, hours, holders?

A few statements for each stretch of thousands, however many there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.holding import HoldersWord
from weft.assets.domain.kinds import TieKind
from weft.assets.domain.resting import InForce, rests_in_force
from weft.assets.domain.settling import Said
from weft.assets.domain.sureness import About
from weft.assets.domain.visibility import is_listed
from weft.assets.models import Asset, Fact, OtherName, Schedule, Tie
from weft.assets.queries.hearing import heard_of
from weft.assets.queries.seen import held
from weft.commons.batches import batched

HOLDING = (TieKind.HOLDS, TieKind.RUNS, TieKind.OWNS)
"""Who looks after something: its holder, else who runs it, else its owner."""


SaidByField = dict[str, list[Said]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some assets or offers, by their keys: a run of them, or those that are named."""

    keys: tuple[UUID, ...]
    run: bool = True  # every one from the first key to the last

    def within(self, column: str) -> Q:
        """Ask for the rows of these."""
        if self.run:
            ends = {f"{column}__gte": self.keys[0], f"{column}__lte": self.keys[-1]}
            return Q(**ends)
        return Q(**{f"{column}__in": self.keys})


@dataclass(slots=True)
class Around:
    """What lies around things, by their keys."""

    facts: dict[UUID, SaidByField] = field(default_factory=dict)
    words: dict[UUID, dict[str, str]] = field(default_factory=dict)
    schedules: dict[UUID, list[Schedule]] = field(default_factory=dict)
    names: dict[UUID, list[str]] = field(default_factory=dict)
    holders: dict[UUID, str] = field(default_factory=dict)
    heard: dict[UUID, tuple[About, ...]] = field(default_factory=dict)
    nested: dict[UUID, list[str]] = field(default_factory=dict)
    rests: dict[UUID, list[tuple[str, str]]] = field(default_factory=dict)
    for_whom: dict[UUID, list[str]] = field(default_factory=dict)

    def note_names(self, others: Mapping[UUID, Iterable[str]]) -> None:
        """Add what others call the same things, so that each name finds them."""
        for key, names in others.items():
            self.names.setdefault(key, []).extend(names)

    def holders_word(self, key: UUID) -> HoldersWord:
        """Say what its holder says of when it is on."""
        return HoldersWord.of(self.words.get(key, {}))

    def in_force(self, key: UUID) -> InForce:
        """Say what counts of what its holder and others said of when it is on."""
        return InForce(self.holders_word(key), rests_in_force(self.rests.get(key, ())))

    def minutes(self, key: UUID) -> int | None:
        """Say how long something takes, where that was told as a number."""
        told = self.words.get(key, {}).get(WordField.MINUTES, "")
        return int(told) if told.isdigit() else None


def around_assets(region: str, stretch: Stretch) -> Around:
    """Gather what was told around the assets of a stretch of keys."""
    around = Around()
    within = Q(asset__region=region) & stretch.within("asset_id")
    _gather_facts(around, within)
    _gather_schedules(around, within)
    around.heard = heard_of(within)
    names = OtherName.objects.filter(within).order_by("pk")
    for key, name in names.values_list("asset_id", "name"):
        around.names.setdefault(key, []).append(name)
    ties = Tie.objects.filter(within, kind__in=HOLDING, disputed=False, until=None)
    found = sorted(
        ties.select_related("to"), key=lambda tie: HOLDING.index(TieKind(tie.kind))
    )
    for tie in found:
        name = tie.to_name if tie.to is None else tie.to.name
        if name and (tie.to is None or is_listed(held(tie.to))):
            around.holders.setdefault(tie.asset_id, name)
    _gather_nested(around, region, stretch)
    return around


def _gather_nested(around: Around, region: str, stretch: Stretch) -> None:
    """Let a whole be found by the names of its parts, and each part by the whole's."""
    parts = Asset.objects.filter(region=region, part_of__isnull=False, closed_on=None)
    either = stretch.within("part_of_id") | stretch.within("id")
    for part in parts.filter(either).select_related("part_of"):
        whole = part.part_of
        if whole is None or not (is_listed(held(part)) and is_listed(held(whole))):
            continue
        around.nested.setdefault(whole.pk, []).append(part.name)
        around.nested.setdefault(part.pk, []).append(whole.name)


def around_offers(region: str, stretch: Stretch) -> Around:
    """Gather what was told around the offers of a stretch of keys."""
    around = Around()
    within = Q(offer__region=region) & stretch.within("offer_id")
    _gather_facts(around, within)
    _gather_schedules(around, within)
    around.heard = heard_of(within)
    return around


def assets_by_key(keys: Iterable[UUID]) -> dict[UUID, Asset]:
    """Find assets by their keys."""
    found: dict[UUID, Asset] = {}
    for some in batched(sorted(set(keys))):
        found |= {asset.pk: asset for asset in Asset.objects.filter(pk__in=some)}
    return found


def said_of_assets(keys: Iterable[UUID]) -> dict[UUID, SaidByField]:
    """Gather every word on the facts of some assets."""
    around = Around()
    for some in batched(sorted(set(keys))):
        _gather_facts(around, Q(asset_id__in=some))
    return around.facts


def _gather_facts(around: Around, within: Q) -> None:
    """Part facts into those of yes and no and those in words."""
    yes_or_no = {str(one) for one in FactField}
    rows = (
        Fact.objects.filter(within)
        .order_by("pk")
        .values_list(
            "asset_id",
            "offer_id",
            "field",
            "value",
            "told_by",
            "told_on",
            "disputed",
            "source",
        )
    )
    for row in rows.iterator():
        asset, offer, name, value, told_by, told_on, disputed, source = row
        key = asset or offer
        if name == WordField.REST:
            around.rests.setdefault(key, []).append((source, value))
            continue
        if name == WordField.WHO_FOR:
            around.for_whom.setdefault(key, []).append(value)
        if name not in yes_or_no:
            around.words.setdefault(key, {})[name] = value
            continue
        word = Said(value=value, told_by=told_by, told_on=told_on, disputed=disputed)
        around.facts.setdefault(key, defaultdict(list))[name].append(word)


def _gather_schedules(around: Around, within: Q) -> None:
    """Put schedules with the things they are of."""
    for row in Schedule.objects.filter(within).order_by("pk"):
        key = row.asset_id or row.offer_id
        if key is not None:
            around.schedules.setdefault(key, []).append(row)
