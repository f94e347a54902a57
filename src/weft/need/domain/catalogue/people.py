"""What is asked about who lives here and how they work?"""

from weft.need.domain.catalogue.ways import LOCKDOWN, part_of
from weft.need.domain.measuring import Harder, Indicator, Theme, Way

_FIVES = range(65, 85, 5)
_CENSUS_OLDER = tuple(f"aged_{first}_to_{first + 4}_years" for first in _FIVES)
_QUERY_OLDER = ("aged_65_years", "aged_66_to_69_years", *_CENSUS_OLDER[1:])
_OLDEST = "aged_85_years_and_over"

PEOPLE_AND_JOBS = (
    Indicator(
        key="people",
        question="How many people live here?",
        sentence="{value} people live here.",
        short="People",
        official="All usual residents",
        theme=Theme.PEOPLE,
        harder=Harder.NEITHER,
        ways=(Way(("people.total",)), Way(("age.total",))),
    ),
    Indicator(
        key="children",
        question="How many people are under 16?",
        sentence="{value} people are under 16.",
        short="People under 16",
        official="Usual residents aged 0 to 15",
        theme=Theme.PEOPLE,
        harder=Harder.NEITHER,
        ways=(Way(("people.aged_0_15",), of="people.total"),),
    ),
    Indicator(
        key="older",
        question="How many people are 65 or older?",
        sentence="{value} people are 65 or older.",
        short="People of 65 and over",
        official="Usual residents aged 65 and over",
        theme=Theme.PEOPLE,
        harder=Harder.NEITHER,
        ways=(
            Way(("people.aged_65_over",), of="people.total"),
            part_of("age", *_CENSUS_OLDER, _OLDEST),
            part_of("age", *_QUERY_OLDER, _OLDEST),
        ),
    ),
    Indicator(
        key="long-hours",
        question="How many people work very long hours?",
        sentence="{value} people in work work 49 hours a week or more.",
        short="People who work 49 hours or more",
        missing="free hours",
        official="Hours worked: full-time, 49 or more hours",
        theme=Theme.JOBS,
        ways=(part_of("hours", "full_time_49_or_more_hours_worked"),),
        note=LOCKDOWN,
    ),
    Indicator(
        key="few-hours",
        question="How many people work only a few hours?",
        sentence="{value} people in work work 15 hours a week or less.",
        short="People who work 15 hours or less",
        official="Hours worked: part-time, 15 hours or less",
        theme=Theme.JOBS,
        harder=Harder.NEITHER,
        ways=(part_of("hours", "part_time_15_hours_or_less_worked"),),
        note=LOCKDOWN,
    ),
    Indicator(
        key="work-at-home",
        question="How many people work at home?",
        sentence="{value} people in work worked mainly at home.",
        short="People who worked at home",
        official="Method of travel to workplace: work mainly at or from home",
        theme=Theme.JOBS,
        harder=Harder.NEITHER,
        ways=(part_of("to_work", "work_mainly_at_or_from_home"),),
        note=LOCKDOWN,
    ),
    Indicator(
        key="bus-to-work",
        question="How many people take the bus to work?",
        sentence="{value} people in work went there by bus.",
        short="People who took the bus to work",
        official="Method of travel to workplace: bus, minibus or coach",
        theme=Theme.JOBS,
        harder=Harder.NEITHER,
        ways=(part_of("to_work", "bus_minibus_or_coach"),),
        note=LOCKDOWN,
    ),
    Indicator(
        key="jobs",
        question="How many jobs are here?",
        sentence="There are about {value} jobs here.",
        short="Jobs",
        official="Employment, all industries",
        theme=Theme.JOBS,
        harder=Harder.NEITHER,
        ways=(Way(("jobs.total",)),),
        note="Counted where people work, wherever they live; rounded, without farms.",
    ),
    Indicator(
        key="health-index",
        question="How good is health in each district?",
        sentence="The Health Index is {value}; more than 100 is good.",
        short="Health Index",
        missing="good health",
        official="Health Index for England, overall",
        theme=Theme.HEALTH,
        harder=Harder.FEWER,
        ways=(Way(("hi.overall",)),),
        note="Known for whole districts only.",
    ),
)
