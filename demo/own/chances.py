"""What can people lend a hand with, and what do they say of what is there?"""

from datetime import timedelta

from demo.files import Folder
from demo.own.offers import group_id
from demo.setting import Setting
from demo.words import table

CHANCES = [
    "name",
    "kind",
    "group",
    "place",
    "time_in_all",
    "once",
    "when",
    "with_whom",
    "expenses",
    "expenses_note",
    "pay",
    "region_wide",
    "summary",
    "how_to_join",
    "last_on",
    "told_by",
    "told_on",
]
GATHERED = (
    "kind",
    "about",
    "words",
    "shown_as",
    "welcome",
    "safe",
    "said_on",
    "answer",
)


def write(setting: Setting, folder: Folder) -> None:
    """Write the table of chances, and what was gathered on a round."""
    folder.csv(
        "own/chances.csv",
        CHANCES,
        [_chance(setting, told) for told in table("chances.txt")],
    )
    folder.csv(
        "own/gathered.csv",
        GATHERED,
        [_said(setting, told) for told in table("gathered.txt")],
    )


def _chance(setting: Setting, told: dict[str, str]) -> tuple[str, ...]:
    group = told["group"]
    last = told["last"]
    return (
        told["name"],
        told["kind"],
        group_id(group) if group else "",
        told["place"],
        told["time"],
        told["once"],
        told["when"],
        told["with"],
        told["expenses"],
        told["note"],
        told["pay"],
        told["wide"],
        told["say"],
        told["join"],
        setting.day(int(last)).isoformat() if last else "",
        group or "Soyle Sound",
        _ago(setting, told["told"]),
    )


def _said(setting: Setting, told: dict[str, str]) -> tuple[str, ...]:
    return (
        told["kind"],
        told["about"],
        told["words"],
        told["as"],
        told["welcome"],
        told["safe"],
        _ago(setting, told["days"]),
        told["answer"],
    )


def _ago(setting: Setting, days: str) -> str:
    return (setting.week - timedelta(days=int(days))).isoformat()
