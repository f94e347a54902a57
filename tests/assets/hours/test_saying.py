"""What was understood is said back with every doubt."""

from datetime import date

import pytest

from weft.assets.domain.hours import read_hours
from weft.assets.domain.hours.saying import hours_said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Tues 10am-12pm", ("Tuesday, 10:00 to 12:00",)),
        ("Tues 1-3", ("Tuesday, 13:00 to 15:00, taken so, nobody said am or pm",)),
        ("Mon 7-9", ("Monday, 19:00 to 21:00, morning or evening is not known",)),
        (
            "1st & last Sat of month, 2pm",
            ("first and last Saturday of the month, from 14:00, the end is not known",),
        ),
        (
            "every other Fri 1pm-2pm from 11 Sept",
            ("Friday, every 2 weeks, 13:00 to 14:00, from 2026-09-11",),
        ),
        (
            "Mon 10am-12pm term time, not bank hols",
            ("Monday, 10:00 to 12:00, in school terms, not on bank holidays",),
        ),
        (
            "dusk on Sundays in May",
            ("Sunday, from sunset, the end is not known, in May",),
        ),
        ("7pm", ("the day is not known, from 19:00, the end is not known",)),
        ("ring first", ("ask first",)),
        (
            "Weds 2pm-4pm, weather permitting",
            (
                "Wednesday, 14:00 to 16:00",
                "kept as told, not understood: «weather permitting»",
            ),
        ),
    ],
)
def test_it_is_said_back(told, said):
    assert hours_said(read_hours(told, today=date(2026, 9, 1))) == said
