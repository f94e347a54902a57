"""Everything that changed, and everything that has gone, in OpenActive's paging.

Open Referral has no word for «gone»: a harvester cannot tell what was withdrawn from
what was missed. The same services stand here, in the order of their changes.
"""

import re

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse

from weft.assets.api.openreferral.offers import written_whole
from weft.assets.api.openreferral.reading import Parameters, asked, wrong
from weft.assets.queries.feeds import Change, changes_after
from weft.shell.openly import as_json, openly
from weft.standards.openactive import (
    CONTENT_TYPE,
    LARGEST_NUMBER,
    Item,
    page_document,
)

app_name = "openactive"
AFTER = "afterChangeNumber"
ON_A_PAGE = 500
KIND = "OpenReferralService"
FRESH = "public, max-age=30"  # a withdrawal reaches every harvester within a minute


@openly("GET")
def services(request: HttpRequest) -> HttpResponse:
    """Give the changes after a number."""
    after = _after(asked(request, {AFTER}))
    page = page_document(
        [_item(change) for change in changes_after(after, most=ON_A_PAGE)],
        feed=request.build_absolute_uri(request.path),
        after=after,
        licence=request.build_absolute_uri(reverse("web:open")),
    )
    answer = as_json(page, kind=CONTENT_TYPE)  # type: ignore[arg-type] # nothing but JSON
    answer["Cache-Control"] = FRESH
    return answer


def _after(parameters: Parameters) -> int | None:
    said = parameters.text(AFTER)
    if not said:
        return None
    if not re.fullmatch(r"[0-9]{1,16}", said) or int(said) > LARGEST_NUMBER:
        raise wrong(AFTER, f"must be a whole number from 0 to {LARGEST_NUMBER}")
    return int(said)


def _item(change: Change) -> Item:
    return Item(
        id=str(change.id),
        kind=KIND,
        change=change.number,
        data=written_whole(change.now) if change.now else None,
    )


urlpatterns = [path("services", services, name="services")]
