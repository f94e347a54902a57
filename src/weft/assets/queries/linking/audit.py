"""Are small and informal groups laid together wrongly more often than others?

Two things are counted, for groups that are constituted, that are not, and of which
nobody has said: how often a group's listing was laid to another, and how often people
took such a link back. A linker that swallows the small shows in the second, beside the
others, long before anybody complains. Shares of few are not shown as shares.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.linking import Verdict
from weft.assets.models import Asset, Link
from weft.assets.queries.linking.rows import is_same

GROUPS = (AssetKind.GROUP, AssetKind.PARTNERSHIP)


class Form(StrEnum):
    """How formal a group is, as far as somebody has said."""

    CONSTITUTED = "constituted"
    INFORMAL = "not constituted"
    NOT_SAID = "nobody has said"


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; ``share`` is None where there are none to have a share of."""

    count: int
    of: int

    @property
    def share(self) -> float | None:
        """Say it as a share of one."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """How links and links taken back are spread over forms of groups.

    Attributes
    ----------
    linked
        Of each form's listings, those that were laid to another.
    taken_back
        Of each form's listings that the linker laid to another, those people parted.
    """

    linked: dict[Form, Share]
    taken_back: dict[Form, Share]


def linking_audit(region: str) -> Audit:
    """Count how the groups of a region fared, by form."""
    forms = {
        key: _form(constituted=constituted)
        for key, constituted in Asset.objects.filter(
            region=region, kind__in=GROUPS
        ).values_list("pk", "constituted")
    }
    together: set[UUID | None] = set()
    found: set[UUID | None] = set()
    parted: set[UUID | None] = set()
    for row in Link.objects.filter(region=region, asset__isnull=False):
        two = {row.asset_id, row.other_asset_id}
        if is_same(row):
            together |= two
        if row.found == Verdict.SAME:
            found |= two
            parted |= two if row.decided == Verdict.APART else set()
    return Audit(
        linked=_shares(forms, of=set(forms), those=together),
        taken_back=_shares(forms, of=found, those=parted),
    )


def _shares(
    forms: Mapping[UUID, Form],
    *,
    of: Collection[UUID | None],
    those: Collection[UUID | None],
) -> dict[Form, Share]:
    """Count, for each form, some listings among others."""
    all_of = Counter(form for key, form in forms.items() if key in of)
    some = Counter(form for key, form in forms.items() if key in those)
    return {form: Share(some[form], all_of[form]) for form in Form}


def _form(*, constituted: bool | None) -> Form:
    if constituted is None:
        return Form.NOT_SAID
    return Form.CONSTITUTED if constituted else Form.INFORMAL
