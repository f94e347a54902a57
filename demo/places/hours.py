"""When is it open, in the mappers' own notation, where a mapper has looked?

About four places in a hundred say so. Most are read easily, some stretch the
notation, and a few are not in it at all, as in the real map.
"""

import re
from random import Random

WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

HOURS = {
    "pub": (
        "Mo-Th 16:00-23:00; Fr-Sa 12:00-24:00; Su 12:00-22:30",
        "We-Su 12:00-23:00",
        "Mo-Su 11:00-23:00",
        "Fr 19:00-01:30; Sa 19:00-02:00",
    ),
    "cafe": (
        "Mo-Fr 08:00-16:00; Sa 09:00-15:00",
        "Tu-Sa 09:00-16:30; PH off",
        "Mo-Sa 07:30-15:00; Su,PH off",
        "Mar-Oct: Sa,Su 10:00-16:00",
        "Th-Su 10:00-16:00",
    ),
    "community_centre": (
        "Mo-Fr 09:00-17:00; SH off",
        "Mo,We,Fr 10:00-15:30",
        'Mo 10:00-12:00 "kettle on"; We 13:00-15:00',
    ),
    "place_of_worship": (
        "Mo-Su 09:00-17:00",
        "Su 10:00-12:30; We 10:00-11:00",
        "sunrise-sunset",
    ),
    "toilets": (
        "24/7",
        "Mo-Su 08:00-18:00",
        "Apr-Sep: 07:00-21:00; Oct-Mar: 08:00-17:00",
    ),
    "shop": (
        "Mo-Sa 09:00-17:30",
        "Mo-Fr 09:00-17:00; Sa 09:00-13:00",
        "Mo-Su 06:00-22:00",
        "Tu,We,Fr 09:30-17:30; Th 09:30-19:30; Sa 09:00-15:00",
    ),
    "other": ("Mo-Fr 09:00-17:00", "Sa,Su 10:00-16:00", "Tu-Th 10:00-15:30; SH off"),
}
NOT_IN_THE_NOTATION = (
    "9-5 weekdays",
    "by appointment, ring first",
    "when the flag is out",
)


def hours(tags: dict[str, str], rng: Random) -> str:
    """Choose hours for a kind of place; a few are only words."""
    if rng.random() < 0.06:
        return rng.choice(NOT_IN_THE_NOTATION)
    kind = tags.get("amenity", "")
    if kind not in HOURS:
        kind = "shop" if "shop" in tags else "other"
    return rng.choice(HOURS[kind])


def openings(text: str) -> int:
    """Count roughly on how many days of an ordinary week it opens."""
    if text in NOT_IN_THE_NOTATION:
        return 0
    days: set[int] = set()
    for first, last in re.findall(r"\b(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(\w\w))?", text):
        start = WEEK.index(first)
        days |= {*range(start, WEEK.index(last or first) + 1)}
    return len(days) or 7
