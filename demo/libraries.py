"""What does the public libraries basic dataset say, in the edition with hours?

The schema edition of the Arts Council's list: ``HH:MM-HH:MM`` for each weekday, staffed
and unstaffed, ``00:00-00:00`` for closed, a year in «Year closed» for those that are
gone. UPRNs are mostly blank.
"""

from demo.files import Folder, Row
from demo.ground.neighbourhoods import BY_NAME, DISTRICTS
from demo.places.venues import Venue
from demo.postcodes import Postcode
from demo.setting import Setting

FILE = "libraries/libraries_basic_dataset.csv"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HEADER = (
    "Local authority", "Library name", "Address 1", "Address 2", "Address 3", "Postcode",
    "Unique property reference number", "Statutory", "Type of library", "Year opened",
    "Year closed", *(f"{day} staffed hours" for day in DAYS),
    *(f"{day} unstaffed hours" for day in DAYS), "Special hours", "Co-located",
    "Co-located with", "Notes", "URL", "Email address",
)  # fmt: skip
SHUT = "00:00-00:00"
# Name | neighbourhood or venue | type | opened | closed | hours Monday to Sunday | with
LIBRARIES = (
    "Aldermill Library|ald-library|LAL|1907||09:00-19:00 09:00-19:00 09:00-17:00 09:00-19:00 09:00-17:00 09:30-16:00 -|",
    "Rushby Library|rush-lib|LAL|1931||10:00-17:00 10:00-17:00 - 10:00-19:00 10:00-17:00 10:00-13:00 -|",
    "Hollin Bridge Library|Waterside|LAL|1936||10:00-18:00 - 10:00-18:00 10:00-18:00 10:00-16:00 10:00-13:00 -|",
    "Copperas Row Library|Copperas Row|LAL|1974||09:30-17:30 09:30-17:30 09:30-13:00 09:30-17:30 09:30-17:30 - -|Community centre",
    "Dyehouse Community Library|Dyehouse|CRL|1968||13:00-17:00 - 13:00-17:00 - 10:00-16:00 10:00-12:00 -|Community centre",
    "St Hild’s Library|St Hild’s|LAL|1959||- 10:00-17:00 - 10:00-17:00 - 10:00-13:00 -|Council office",
    "Nab Hill Library Link|Nab Hill|CRL|1951||- - 14:00-17:00 - - 10:00-12:00 -|Village hall",
    "High Tenter Reading Room Library|High Tenter|ICL|1884||- 18:00-20:00 - - - 10:00-11:30 -|Community building",
    "Slackgate Library|Slackgate|CL|1982||09:00-13:00 09:00-13:00 - 13:00-17:00 13:00-17:00 - -|",
    "Moorfoot Library|Moorfoot|LAL|1949|2016|- - - - - - -|",
    "Lockside Library|Lockside|LAL|1961|2012|- - - - - - -|",
    "Rushby Ings Library|Rushby Ings|LAL|1972|2019|- - - - - - -|",
)  # fmt: skip


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
    for line in LIBRARIES:
        name, home, kind, opened, closed, times, shared = line.split("|")
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
        rows.append(
            (lad, name, address, place.town, "", code, "", "no" if kind == "ICL" else "yes")
            + (kind, opened, closed, *staffed, *unstaffed, "")
            + ("yes" if shared else "no", shared, "", "", "")
        )
    folder.csv(FILE, HEADER, rows)
    return sessions
