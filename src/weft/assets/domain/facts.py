"""What can be told of an asset or an offer, and how is it asked and said?

A fact is *yes*, *no*, or nobody has told us. The words here are those on pages:
each field has its filter's word, its «yes», its «no», and the question to ask.
"""

from dataclasses import dataclass
from enum import StrEnum


class FactField(StrEnum):
    """A yes-or-no fact that somebody may filter by."""

    FREE = "free"
    STEP_FREE = "step_free"
    TOILETS = "toilets"
    ACCESSIBLE_TOILET = "accessible_toilet"
    TEA = "tea"
    PARKING = "parking"
    QUIET_ROOM = "quiet_room"
    QUIET = "quiet"
    HEARING_LOOP = "hearing_loop"
    ONLINE = "online"
    EVENING = "evening"
    LATE = "late"  # goes on past 22:00
    OUTDOORS = "outdoors"
    WOMEN_ONLY = "women_only"
    MEN_WELCOME = "men_welcome"
    BRING_A_CHILD = "bring_a_child"
    BRING_A_FRIEND = "bring_a_friend"
    BEGINNERS = "beginners"
    TRY_ONCE = "try_once"
    COMPANY = "company"
    GO_WITH = "go_with"  # somebody would go with you
    MIXED_ABILITIES = "mixed_abilities"
    PLAYFUL = "playful"  # playful and daft, for grown-ups
    JUST_COME = "just_come"  # just come and sit
    AT_HOME = "at_home"
    HALF_HOUR = "half_hour"  # under half an hour
    ROOM = "room"  # takes new faces this week
    COMMUNITY_USE = "community_use"  # residents use it as a community place
    # what a room, or something to borrow, is right for
    WATER = "running_water"
    DAYLIGHT = "daylight"
    LOUD = "may_be_loud"
    RECORDING = "quiet_to_record"
    SPRUNG_FLOOR = "sprung_floor"
    HARD_FLOOR = "hard_floor"
    CARPET = "carpet"


OF_A_ROOM = (
    FactField.WATER,
    FactField.DAYLIGHT,
    FactField.LOUD,
    FactField.RECORDING,
    FactField.SPRUNG_FLOOR,
    FactField.HARD_FLOOR,
    FactField.CARPET,
)
"""What a room is right for: water, light, sound, floor."""


class WordField(StrEnum):
    """A fact that is told in words or a number, and nobody filters by."""

    PATIENTS = "patients"  # how many are on a practice's list
    MINUTES = "minutes"  # how long it takes, where no clock is given
    STAFFED_HOURS = "staffed_hours"  # a week, of a library
    ACCESS = "access"  # what was said about getting in, word for word
    WHO_FOR = "who_for"  # who says that it is for people like them
    PRACTICE_NUMBER = "practice_number"
    DEADLINE = "deadline"  # of a fund, a day
    UNTIL = "until"  # a lease or a room ends, a day
    REST = "rest"  # does not meet then: «2026-12-21/2027-01-03», the last day included
    MONEY_UNTIL = "money_until"  # of a group's own money, a day
    PEOPLE_UNTIL = "people_until"  # whoever keeps it going stops, a day
    SPARE = "spare"  # when nobody uses a room, in words
    LOOKING = "looking"  # what a group looks for: «a room / Tue 7-9pm / a sink»
    HIRE = "hire"  # what it costs to hire or borrow, as it was told: «£8 an hour»


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWords:
    """How one field reads."""

    wish: str  # on the filter: «step-free»
    yes: str  # on a card: «Step-free»
    no: str  # «Not step-free»
    unknown: str  # «Step-free: nobody has told us»
    ask: str  # «Is there a way in without steps?»


def _words(wish: str, yes: str, no: str, ask: str) -> FactWords:
    return FactWords(
        wish=wish, yes=yes, no=no, unknown=f"{yes}: nobody has told us", ask=ask
    )


WORDS: dict[FactField, FactWords] = {
    FactField.FREE: _words("free", "Free", "Costs money", "Does it cost anything?"),
    FactField.STEP_FREE: _words(
        "step-free",
        "Step-free",
        "Not step-free",
        "Is there a way in without steps?",
    ),
    FactField.TOILETS: _words("toilets", "Toilets", "No toilets", "Is there a toilet?"),
    FactField.ACCESSIBLE_TOILET: _words(
        "accessible toilet",
        "Accessible toilet",
        "No accessible toilet",
        "Is there an accessible toilet?",
    ),
    FactField.TEA: _words("tea", "Tea and coffee", "No tea", "Is there a cup of tea?"),
    FactField.PARKING: _words("parking", "Parking", "No parking", "Can I park there?"),
    FactField.QUIET_ROOM: _words(
        "a quiet room",
        "Quiet room",
        "No quiet room",
        "Is there a quiet room to step into?",
    ),
    FactField.QUIET: _words("quiet", "Quiet", "Can be loud", "How loud does it get?"),
    FactField.HEARING_LOOP: _words(
        "hearing loop", "Hearing loop", "No hearing loop", "Is there a hearing loop?"
    ),
    FactField.ONLINE: _words("online", "Online", "In person", "Can I join online?"),
    FactField.EVENING: _words(
        "evening", "Evening", "Not in the evening", "When is it?"
    ),
    FactField.LATE: _words("late at night", "Late", "Not late", "How late does it go?"),
    FactField.OUTDOORS: _words("outdoors", "Outdoors", "Indoors", "Is it outdoors?"),
    FactField.WOMEN_ONLY: _words(
        "women only", "Women only", "Open to all", "Is it for women only?"
    ),
    FactField.MEN_WELCOME: _words(
        "men welcome", "Men welcome", "Not for men", "Are men welcome?"
    ),
    FactField.BRING_A_CHILD: _words(
        "with my toddler",
        "Bring a child",
        "Grown-ups only",
        "Can I bring a child?",
    ),
    FactField.BRING_A_FRIEND: _words(
        "bring a friend",
        "Bring a friend, or come alone",
        "Come on your own",
        "Can I bring a friend?",
    ),
    FactField.BEGINNERS: _words(
        "beginners",
        "Beginners",
        "You need to have done it before",
        "Can I come if I have never done it?",
    ),
    FactField.TRY_ONCE: _words(
        "try once", "Try it once", "Sign up for the course", "Can I try it once?"
    ),
    FactField.COMPANY: _words(
        "company", "Company", "You may be alone there", "Will there be other people?"
    ),
    FactField.GO_WITH: _words(
        "somebody to go with",
        "Somebody can go with you",
        "Nobody to go with you",
        "Could somebody go with me?",
    ),
    FactField.MIXED_ABILITIES: _words(
        "mixed abilities",
        "Mixed abilities",
        "For one level",
        "Is it for mixed abilities?",
    ),
    FactField.PLAYFUL: _words(
        "daft, for grown-ups", "Playful and daft", "Not silly at all", "Is it playful?"
    ),
    FactField.JUST_COME: _words(
        "just come and sit",
        "Just come and sit",
        "There is something to do",
        "Can I just come and sit?",
    ),
    FactField.AT_HOME: _words(
        "at home", "At home", "Not at home", "Can I do it at home?"
    ),
    FactField.HALF_HOUR: _words(
        "under half an hour", "Under half an hour", "Takes longer", "How long is it?"
    ),
    FactField.ROOM: _words(
        "room for new faces",
        "Room for new faces",
        "Full for now",
        "Is there room for somebody new?",
    ),
    FactField.COMMUNITY_USE: _words(
        "a community place",
        "Used as a community place",
        "Not a community place",
        "Do people here use it as a community place?",
    ),
    FactField.WATER: _words(
        "running water",
        "Running water",
        "No running water",
        "Is there a sink with running water?",
    ),
    FactField.DAYLIGHT: _words(
        "daylight", "Daylight", "No daylight", "Is there daylight?"
    ),
    FactField.LOUD: _words(
        "a room where we may be loud",
        "You may be loud",
        "Not for loud things",
        "May we be loud there?",
    ),
    FactField.RECORDING: _words(
        "quiet enough to record",
        "Quiet enough to record",
        "Too noisy to record",
        "Is it quiet enough to record?",
    ),
    FactField.SPRUNG_FLOOR: _words(
        "a sprung floor", "Sprung floor", "No sprung floor", "Is the floor sprung?"
    ),
    FactField.HARD_FLOOR: _words(
        "a hard floor", "Hard floor", "No hard floor", "Is there a hard floor?"
    ),
    FactField.CARPET: _words("carpet", "Carpet", "No carpet", "Is there carpet?"),
}
