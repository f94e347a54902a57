"""Which passages has whoever said them not let be shown?"""

from collections import defaultdict
from collections.abc import Iterable

from weft.voices.domain.anchors import Anchor
from weft.voices.domain.choosing import keeps_back, kept_from_view
from weft.voices.domain.kinds import Shown
from weft.voices.domain.places_kept import read_again
from weft.voices.models import Passage


def only_counted(rows: Iterable[Passage]) -> frozenset[int]:
    """Find by their keys the passages that whoever said them has not let be shown."""
    rows = list(rows)
    waiting = {one.source_id for one in rows if _keeps_back(one)}
    sources: dict[int, list[tuple[int, Anchor | None, bool]]] = defaultdict(list)
    for one in (row for row in rows if row.source_id in waiting):
        at = read_again(one.at, one.words)
        sources[one.source_id].append((one.pk, at, _keeps_back(one)))
    return frozenset[int]().union(
        *(kept_from_view(some)[0] for some in sources.values())
    )


def _keeps_back(one: Passage) -> bool:
    first = one.speaker is not None and one.speaker.chooses_first
    return keeps_back(Shown(one.choice), chooses_first=first)
