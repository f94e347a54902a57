"""How does somebody publish what is on for a while?"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.campaigns import CampaignTold
from weft.assets.models import Campaign
from weft.commons.errors import NotFound
from weft.commons.saying import day_of

NO_SUCH_CAMPAIGN = "There is no such campaign."


@transaction.atomic
def publish_campaign(
    *, by: Actor, region: str, told: CampaignTold, now: datetime
) -> UUID:
    """Let a campaign stand on pages and in feeds until it ends.

    Parameters
    ----------
    by
        Who publishes it: it is in the record, as everything that is published.
    region
        Its slug.
    told
        In their words.
    now
        When.

    Raises
    ------
    NotPossible
        Naming what is missing.
    """
    plain = told.checked(day_of(now))
    row = Campaign.objects.create(
        region_id=region,
        area=plain.area,
        name=plain.name,
        words=plain.words,
        website=plain.website,
        kinds=[str(kind) for kind in plain.kinds],
        starts_on=plain.starts_on,
        ends_on=plain.ends_on,
        published_at=now,
    )
    record(by=by, deed="assets.publish_campaign", subject=f"campaign {row.pk}")
    return row.pk


@transaction.atomic
def take_campaign_down(*, by: Actor, campaign: UUID) -> None:
    """Let a campaign stand nowhere any more, before it ends.

    Raises
    ------
    NotFound
        When there is none, or it was taken down before.
    """
    _put(campaign, taken_down=True)
    record(by=by, deed="assets.take_campaign_down", subject=f"campaign {campaign}")


@transaction.atomic
def put_campaign_back(*, by: Actor, campaign: UUID) -> None:
    """Undo ``take_campaign_down``.

    Raises
    ------
    NotFound
        When there is none, or it stands.
    """
    _put(campaign, taken_down=False)
    record(by=by, deed="assets.put_campaign_back", subject=f"campaign {campaign}")


def _put(campaign: UUID, *, taken_down: bool) -> None:
    rows = Campaign.objects.filter(pk=campaign, taken_down=not taken_down)
    if not rows.update(taken_down=taken_down):
        raise NotFound(NO_SUCH_CAMPAIGN)
