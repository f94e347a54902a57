"""What became of an offer, version by version, and because of whose words?"""

from uuid import UUID

from weft.assets.domain.changing import Whose, rule_read
from weft.assets.models import Change
from weft.assets.queries.about import ChangeAbout


def changes_of(offer: UUID) -> tuple[ChangeAbout, ...]:
    """List the changes of an offer, the first of them first."""
    rows = Change.objects.filter(offer=offer)
    return tuple(_about(row, version) for version, row in enumerate(rows, start=2))


def _about(row: Change, version: int) -> ChangeAbout:
    return ChangeAbout(
        key=row.pk,
        offer=row.offer_id,
        version=version,
        on=row.changed_on,
        whose=Whose(row.whose) if row.whose else None,
        said=row.said,
        changed=row.changed,
        was=row.was,
        of_times=row.of_times,
        rules_before=tuple(map(rule_read, row.rules_before)),
        rules_after=tuple(map(rule_read, row.rules_after)),
        told_by=row.told_by,
    )
