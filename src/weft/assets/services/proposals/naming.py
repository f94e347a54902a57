"""What follows when somebody says what they call a thing, and when it was a slip?

Every name finds it. What people told stays when its source tells the thing again.
"""

from collections.abc import Mapping

from weft.assets.domain.proposals import ToldField
from weft.assets.models import Asset, Offer, OtherName, Proposal
from weft.assets.sources.own_assets import name_read
from weft.commons.errors import NotPossible


def write_name(
    thing: Asset | Offer, said: str, row: Proposal, *, source: str
) -> dict[str, str]:
    """Write one more name, in whose words it is where that was said."""
    if not isinstance(thing, Asset):
        raise NotPossible("Only a place, a group or another thing has other names.")
    told = name_read(said)
    made = OtherName.objects.create(
        asset=thing,
        name=told.name[:300],
        language=told.language,
        used_by=(told.used_by or row.said_as)[:200],
        source=source,
    )
    name = ToldField.ALSO_CALLED
    return {str(name): str(made.pk), f"was {name}": "", f"now {name}": made.name}


def unwrite_name(before: Mapping[str, str]) -> None:
    """Take a name back; nothing where none was written."""
    number = before.get(ToldField.ALSO_CALLED, "")
    OtherName.objects.filter(pk=int(number or 0)).delete()
