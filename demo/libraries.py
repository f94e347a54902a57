"""What does the public libraries basic dataset say, in the edition with hours?

The schema edition of the Arts Council's list: ``HH:MM-HH:MM`` for each weekday, staffed
and unstaffed, ``00:00-00:00`` for closed, a year in «Year closed» for those that are
gone. UPRNs are mostly blank.
"""

from demo import words
from demo.files import Folder, Row
from demo.ground.neighbourhoods import BY_NAME, DISTRICTS
from demo.places.venues import Venue
from demo.postcodes import Postcode
from demo.setting import Setting

FILE = "libraries/libraries_basic_dataset.csv"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HEADER = (
    "Local authority",
    "Library name",
    "Address 1",
    "Address 2",
    "Address 3",
    "Postcode",
    "Unique property reference number",
    "Statutory",
    "Type of library",
    "Year opened",
    "Year closed",
    *(f"{day} staffed hours" for day in DAYS),
    *(f"{day} unstaffed hours" for day in DAYS),
    "Special hours",
    "Co-located",
    "Co-located with",
    "Notes",
    "URL",
    "Email address",
)
SHUT = "00:00-00:00"


def write(
    setting: Setting,
    venues: dict[str, Venue],
    postcodes: list[Postcode],
    folder: Folder,
) -> int:
    """Write the list; give the number of opening sessions in a week."""
    rng = setting.chance("libraries")
    live = [p for p in postcodes if not p.terminated and p.placed]
    rows: list[Row] = []
    sessions = 0
    for told in words.table("libraries.txt"):
        name, home, kind, opened, closed, times, shared = told.values()
        venue = venues.get(home)
        place = BY_NAME[venue.neighbourhood if venue else home]
        here = [p for p in live if p.oa.neighbourhood == place.name]
        at = rng.choice(here)
        address = f"{rng.randrange(2, 80)} {venue.street if venue else at.street}"
        hours = [SHUT if t == "-" else t for t in times.split()]
        staffed = [""] * 7 if closed else hours
        sessions += sum(t not in {"", SHUT} for t in staffed)
        unstaffed = [""] * 7
        if name.startswith("Aldermill"):
            unstaffed = ["08:00-09:00"] * 5 + [SHUT] * 2
        lad = DISTRICTS[place.district].name
        code = venue.postcode if venue else at.text
        statutory = "no" if kind == "ICL" else "yes"
        rows.append(
            (
                *(lad, name, address, place.town, "", code, "", statutory),
                *(kind, opened, closed, *staffed, *unstaffed, ""),
                *("yes" if shared else "no", shared, "", "", ""),
            )
        )
    folder.csv(FILE, HEADER, rows)
    return sessions
