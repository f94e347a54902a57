"""How does somebody fetch all of a region's files with one command?"""

from datetime import date
from pathlib import Path

from weft.cli.region.building import now
from weft.cli.region.showing import Shown
from weft.commons.errors import NotFetched
from weft.ground.domain.region_file import RegionFile
from weft.ground.sources.fetching import Addresses, Publishers, fetch_source


def fetch_region(
    region: RegionFile,
    *,
    into: Path,
    only: tuple[str, ...] = (),
    contact: str = "",
    publishers: Publishers | None = None,
    where: Addresses | None = None,
) -> int:
    """Fetch every source that has an address, going on after one that fails.

    Returns
    -------
    int
        0 when all that could be fetched is there; 1 when some must be fetched by hand.
    """
    for key in only:
        region.source(key)
    asked = publishers or Publishers(contact=contact, clock=now)
    failed: list[str] = []
    shown = Shown()
    try:
        for entry in region.sources:
            if only and entry.key not in only:
                continue
            try:
                fetched = fetch_source(
                    asked,
                    entry,
                    into=into,
                    today=date.today(),
                    where=where,
                    progress=shown,
                )
            except NotFetched as problem:
                failed.append(f"{entry.key}: {problem}")
                print(f"{entry.key:<28}not fetched")
                continue
            if fetched:
                news = "fetched" if fetched.is_new else "unchanged"
                print(f"{entry.key:<28}{fetched.bytes / 1e6:>9,.1f} MB  {news}")
    finally:
        shown.over()
        asked.close()
    if failed:
        print(f"\n{len(failed)} must be fetched by hand, or later:")
        print("\n".join(f"    {one}" for one in failed))
    print(f"\nThen: ./weft region build {region.slug} --from {into}")
    return 1 if failed else 0
