"""Which services may be taken away in the standard's own tables?"""

from collections.abc import Iterator

from weft.assets.domain.visibility import Channel
from weft.assets.queries.carried import carried_offers
from weft.assets.queries.feeds.telling import Told, told
from weft.assets.queries.open_files.standing import Contents
from weft.assets.queries.walking import stretches


def services_to_take(region: str, contents: Contents) -> Iterator[Told]:
    """Give every service of a region that a file may hold, by number.

    Parameters
    ----------
    region
        Its slug.
    contents
        Takes in what they speak of.
    """
    rows = carried_offers(Channel.BULK).filter(region=region, published__live=True)
    for offers in stretches(rows.select_related("published")):
        for one in told(offers, channel=Channel.BULK):
            _note(one, contents)
            yield one


def _note(one: Told, contents: Contents) -> None:
    group = one.service.organization
    contents.offers.add(one.service.id)
    if group is not None:
        contents.named.add(group.id)
    contents.named.update(
        at.location.id
        for at in one.service.at_locations
        if at.location.location_type == "physical"
    )
