"""Which region, which area, whose file is asked about?"""

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import Http404, HttpRequest

from weft.commons.errors import NotPossible
from weft.ground import queries as ground
from weft.need.domain.own_table import MOST_BYTES


def region_asked(request: HttpRequest) -> ground.RegionAbout | None:
    """Find the region that is asked about; the first of several; None without any."""
    known = ground.regions()
    wanted = request.GET.get("region", "")
    if wanted:
        for region in known:
            if region.slug == wanted:
                return region
        raise Http404
    return known[0] if known else None


def regions_beside(region: ground.RegionAbout) -> list[ground.RegionAbout]:
    """List the other regions of this data folder."""
    return [other for other in ground.regions() if other.slug != region.slug]


def own_file(request: HttpRequest) -> bytes:
    """Take the file that was sent, into memory and nowhere else.

    Raises
    ------
    NotPossible
        When none was sent, or it is too large; a larger one is not read at all.
    """
    length = request.META.get("CONTENT_LENGTH", "")
    if not length.isdigit() or int(length) > MOST_BYTES:
        raise NotPossible(
            f"The file is larger than {MOST_BYTES // 1024 // 1024} MB. Keep only the "
            "areas of this region and the columns you need."
        )
    # Django's other handler would write a large file to the disk.
    request.upload_handlers = [MemoryFileUploadHandler(request)]
    sent = request.FILES.get("table")
    if sent is None:
        raise NotPossible("No file was chosen. Choose a CSV file first.")
    raw: bytes = sent.read()
    return raw
