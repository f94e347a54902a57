"""What did the valley's people do since the lists were made?

Written as one table, in the order in which it was done; ``told`` is JSON. Weft plays it
through its own deeds, so that every page of a fresh valley has something to show.
"""

import json

from demo.files import Folder
from demo.own.door import drawn
from demo.setting import Setting
from demo.words import table

HEADER = ("deed", "about", "on", "as", "told", "words")
DOORS = {
    # name: the wall, the door, and whether there is a ramp
    "dyehouse": ((150, 138, 122), (39, 64, 139), False),
    "tearoom": ((196, 180, 154), (201, 160, 44), True),
}


def write(setting: Setting, folder: Folder) -> None:
    """Write what was done, and the pictures that were given with it."""
    rows = [
        (
            one["deed"],
            one["about"],
            setting.ago(days=int(one["days"])).isoformat(),
            one["as"],
            json.dumps(_told(setting, one["told"]), ensure_ascii=False),
            one["words"],
        )
        for one in table("deeds.txt")
    ]
    folder.csv("own/deeds.csv", HEADER, rows)
    for name, (wall, door, ramp) in DOORS.items():
        folder.raw(f"own/door-{name}.png", drawn(wall, door, ramp=ramp), rows=1)


def _told(setting: Setting, words: str) -> dict[str, str]:
    """Read «name=value» parted by «;», and reckon the days."""
    pairs = (pair.partition("=") for pair in words.split(";") if pair)
    return {name.strip(): _dated(setting, value.strip()) for name, _, value in pairs}


def _dated(setting: Setting, value: str) -> str:
    """Make a day of a number of weeks."""
    number = value.removesuffix("w")
    if value.endswith("w") and number.lstrip("-").isdigit():
        return setting.day(7 * int(number)).isoformat()
    return value
