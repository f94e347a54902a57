"""What do neighbours say to numbers about where they live?"""

from datetime import timedelta

from demo.files import Folder
from demo.ground.areas import Areas
from demo.setting import Setting
from demo.words import table

HEADER = ("area", "number", "words", "said_as", "said_on")


def write(setting: Setting, ground: Areas, folder: Folder) -> None:
    """Write replies as a group would that went round with paper and pencil."""
    codes = {oa.neighbourhood: oa.msoa for oa in ground.oas}
    rows = [
        (
            codes[told["neighbourhood"]],
            told["number"],
            told["words"],
            told["said as"],
            (setting.week - timedelta(days=int(told["days"]))).isoformat(),
        )
        for told in table("replies.txt")
    ]
    folder.csv("own/replies.csv", HEADER, rows)
