"""How does one get in, who pays, and who says that it is for people like them?"""

from datetime import date

from weft.assets.domain import worded
from weft.assets.domain.facts import WordField
from weft.assets.domain.hours import read_hours
from weft.assets.domain.hours.rules import schedules_of
from weft.assets.domain.kinds import JoiningRule
from weft.assets.pages.presenters.shared import NOT_KNOWN
from weft.assets.pages.presenters.when import rule_in_words
from weft.assets.queries.about import OfferAbout
from weft.commons.saying import counted, dated, first_large

JOINING = {
    JoiningRule.TURN_UP: "Just turn up.",
    JoiningRule.RING: "Ring first.",
    JoiningRule.BOOK: "Book a place first.",
    JoiningRule.WAIT: "There is a waiting list. Ask how long it is.",
    JoiningRule.FORM: "Fill in a form first.",
    JoiningRule.EMAIL: "Write an e-mail first.",
    JoiningRule.REFERRAL: "Somebody sends you: a nurse, a doctor, a link worker.",
    JoiningRule.MEMBERS: "It is for members. Ask them how to become one.",
}
FUNDING = {
    "core": "It has steady money.",
    "project": "It has money for a while.",
    "none": "It has no money of its own.",
    "members": "Those who come pay for it together.",
}
NO_WAY_IN = "Nobody has said that you must do anything first. You can ask."


def ways_in(about: OfferAbout, *, today: date) -> tuple[str, ...]:
    """Say how one gets in, and when somebody answers."""
    rule = about.joining_rule
    how = JOINING[JoiningRule(rule)] if rule in set(JoiningRule) else ""
    answer = hours_they_answer(about.joining_hours, today=today)
    found = tuple(line for line in (how, about.how_to_join, answer) if line)
    return found or (NO_WAY_IN,)


def hours_they_answer(told: str, *, today: date) -> str:
    """Say when a line is open, in words where they are understood; "" if nobody said.

    Parameters
    ----------
    told
        As it was told: «Mo-Fr 08:00-08:15», «mornings, ask for Jo».
    today
        The day it is said.
    """
    if not told.strip():
        return ""
    read = read_hours(told, today=today)
    rules = () if read.kept else schedules_of(read, told_on=today)
    if not rules or not all(rule.is_understood for rule in rules):
        return f"They answer: {told.rstrip('. ')}."
    return " ".join(f"They answer {rule_in_words(rule)}" for rule in rules)


def money_in_words(about: OfferAbout) -> str:
    """Say how it is kept going, as it was told, and until when."""
    told, until = about.funding, about.funded_until
    said = FUNDING.get(told) or (f"Told as: {told}." if told else NOT_KNOWN)
    return f"{said} Until {dated(until)}." if until else said


def free_places(about: OfferAbout) -> tuple[worded.Said, ...]:
    """Say how many places are kept free, where somebody has said."""
    many = about.free_places
    if many is None:
        return ()
    if not many:
        return (("no", "No free places"),)
    return (("yes", first_large(counted(many, "free place", "free places"))),)


def who_says_for_them(about: OfferAbout, *, today: date) -> tuple[tuple[str, str], ...]:
    """Give the words of those who say for whom it is, each with whose words they are.

    Nobody is told that it is for them: it is somebody's word, and theirs to weigh.
    """
    return tuple(
        (
            one.words,
            f"{first_large(worded.age(one.told_by, one.told_on, today=today))}.",
        )
        for one in about.words
        if one.field is WordField.WHO_FOR
    )
