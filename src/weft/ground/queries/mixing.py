"""May this region stand in this data folder?"""

from weft.commons.errors import NotPossible
from weft.ground.models import Region


def refuse_mixing(*, slug: str, made_up: bool) -> None:
    """Keep made-up and real regions in folders of their own.

    Raises
    ------
    NotPossible
        When a region of the other kind is there already.
    """
    other = Region.objects.exclude(slug=slug).filter(made_up=not made_up).first()
    if other:
        kinds = ("a made-up", "a real") if made_up else ("a real", "a made-up")
        raise NotPossible(
            f"This data folder holds {other.name}, {kinds[1]} region, and {slug} is "
            f"{kinds[0]} one; they never share one. Give another: --data-dir FOLDER"
        )
