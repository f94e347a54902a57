"""Who asked not to be listed, and is in somebody's feed all the same?"""

from dataclasses import dataclass, replace

from weft.assets.domain.brought import Brought, MarkedAsset, MarkedOffer
from weft.assets.domain.proposals import mark_of
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
        named = {one.told.reference: one for one in page.assets}
        offers = tuple(one for one in page.offers if not self._offer(one, named))
        assets = tuple(one for one in page.assets if not self._asset(one))
        self.left_out += len(page.offers) - len(offers) + len(named) - len(assets)
        return replace(page, assets=assets, offers=offers)

    def _asset(self, one: MarkedAsset) -> bool:
        return self._is_marked(one.told.name, {""})

    def _offer(self, one: MarkedOffer, named: dict[str, MarkedAsset]) -> bool:
        place, group = named.get(one.told.place), named.get(one.told.group)
        where = {""} | ({place.told.name, place.told.postcode} if place else set())
        names = {one.told.name} | ({group.told.name} if group else set())
        return any(self._is_marked(name, where) for name in names)

    def _is_marked(self, name: str, where: set[str]) -> bool:
        return any(mark_of(name, place) in self.marks for place in where)
