"""What do people call the area whose official name is «Bradford 001»?

The House of Commons Library's names of MSOAs, made with residents' help
(«Addingham & Ilkley Moor»); the file of 2021, of 2011, or one with both.
"""

from weft.commons.files import open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.told import CalledTold, GroundTold
from weft.ground.sources.belonging import Belongs


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[GroundTold]:
    """Read the names."""
    vintage = asked.vintage
    year = vintage.year % 100
    aliases = {
        "code": (f"msoa{year}cd", "msoacd"),
        "called": (f"msoa{year}hclnm", "msoahclnm"),
    }
    tally = Tally()
    called: dict[str, CalledTold] = {}
    belongs = Belongs(asked, vintage)
    for number, path in enumerate(asked.files):
        progress(number, len(asked.files), path.name)
        with open_rows(path, needed=("code", "called"), aliases=aliases) as rows:
            for row in rows:
                code, name = row.text("code"), row.text("called")
                if not code or not name or not belongs(code):
                    tally.leave_out("outside the region, or of another year")
                elif code in called:
                    tally.leave_out("told before")
                else:
                    told = CalledTold(vintage=vintage, code=code, called=name)
                    called[code] = told
                    tally.use()
    known = asked.areas.get(vintage, frozenset())
    tally.joined(str(vintage), hits=len(known & called.keys()), of=len(known))
    content = GroundTold(called=tuple(called.values()))
    return Reading(asked=asked, content=content, tally=tally)
