"""Who asked not to be listed, and is in somebody's feed all the same?"""

from dataclasses import dataclass, replace

from weft.assets.domain.brought import Brought
from weft.assets.domain.not_listing import who_asked
from weft.assets.queries.proposals import marks_of


@dataclass(slots=True)
class Asked:
    """The marks of those who asked not to be listed; counts whom it leaves out."""

    marks: frozenset[str]
    left_out: int = 0

    @classmethod
    def not_to_be_listed(cls, region: str) -> "Asked":
        """Read who asked, in a region."""
        return cls(marks_of(region))

    def without(self, page: Brought) -> Brought:
        """Give a page without those who asked, and without what they give."""
        if not self.marks:
            return page
        asked = who_asked(
            [one.told for one in page.assets],
            [one.told for one in page.offers],
            self.marks,
        )
        self.left_out += len(asked)
        return replace(
            page,
            assets=tuple(
                one for one in page.assets if one.told.reference not in asked.assets
            ),
            offers=tuple(
                one for one in page.offers if one.told.reference not in asked.offers
            ),
        )
