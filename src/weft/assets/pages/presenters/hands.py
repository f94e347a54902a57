"""In whose hands is a thing, who uses it, and what came back: in words?"""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from weft.assets.domain import worded
from weft.assets.domain.holding import run_by_young_people_says_who
from weft.assets.domain.kinds import OF_NO_PERSON, AssetKind, TieKind
from weft.assets.domain.visibility import Showing
from weft.assets.pages.presenters.shared import NOT_KNOWN, Holder, who
from weft.assets.queries.about import AssetAbout, TieAbout
from weft.commons.saying import counted, dated, first_large, listed

HELD = (
    (TieKind.HOLDS, "Looked after by"),
    (TieKind.RUNS, "Run by"),
    (TieKind.DECIDES, "Who decides"),
    (TieKind.OWNS, "Who owns it"),
    (TieKind.FUNDS, "Who pays for it"),
)
WHO_AT_ONCE = 3
UNNAMED = Markup("Somebody who is not named here.")
ON_PAPER = {
    True: "They have a written constitution.",
    False: "They do without a constitution, as many groups do.",
    None: NOT_KNOWN,
}


def in_whose_hands(about: AssetAbout, *, today: date) -> tuple[Holder, ...]:
    """Say in whose hands a thing is; «not known» is said too."""
    is_person = about.kind is AssetKind.PERSON
    asked = [(k, w) for k, w in HELD if not (is_person and k in OF_NO_PERSON)]
    owned = ("How it is owned", about.ownership_form or NOT_KNOWN, "")
    return (
        *(_held(about, kind, words, today) for kind, words in asked),
        *(() if is_person else (owned,)),
        *_on_paper(about),
        *_said_yes(about),
        *_young(about),
    )


def _held(about: AssetAbout, kind: TieKind, words: str, today: date) -> Holder:
    ties = about.tied(kind)
    if not ties:
        return (words, NOT_KNOWN, "")
    named = [tie for tie in ties if tie.other is not None or tie.name] or ties[:1]
    ages = [worded.age(tie.told_by, tie.told_on, today=today) for tie in named]
    names, told = Markup(", ").join(map(_who, named)), ages[0]
    if len(set(ages)) > 1:  # several tellers: beside each name who gave it
        each = (
            Markup("{} ({})").format(_who(tie), age)
            for tie, age in zip(named, ages, strict=True)
        )
        names, told = Markup(", ").join(each), ""
    disputed = " People do not agree." if any(t.disputed for t in ties) else ""
    return (words, names + disputed, told)


def _who(tie: TieAbout) -> Markup:
    """Name whoever it is, unless they may not be named here."""
    return who(tie) if tie.other is not None or tie.name else UNNAMED


def _on_paper(about: AssetAbout) -> Iterator[Holder]:
    """Say whether a group has a constitution; one without is no less a group."""
    if about.kind is AssetKind.GROUP and about.showing is Showing.WHOLE:
        yield ("Written rules", ON_PAPER[about.constituted], "")


def _said_yes(about: AssetAbout) -> Iterator[Holder]:
    """Say since when a person has let themselves be named here."""
    if about.kind is AssetKind.PERSON and about.consent_on:
        yield ("Said yes to being here", dated(about.consent_on), "")


def _young(about: AssetAbout) -> Iterator[Holder]:
    """Say that young people run it only where they say so themselves."""
    words = young_in_words(
        about.run_by_young_people, told_by=about.young_told_by, name=about.name
    )
    if words:
        yield ("Young people", words, "")


def young_in_words(
    flag: bool | None,  # noqa: FBT001 it is the fact itself
    *,
    told_by: str,
    name: str,
) -> str:
    """Say who says that young people run a thing; "" where nobody does."""
    says = run_by_young_people_says_who(flag, told_by=told_by, name=name)
    if not says:
        return ""
    if says == name:
        return "It is run by young people. They say so."
    return f"{says} says that young people run it. They have not told us themselves."


def came_back(about: AssetAbout) -> tuple[str, ...]:
    """Say what came back to whoever holds it, the latest first."""
    return tuple(f"{one.words} ({dated(one.on)})" for one in about.back)


def used_as_community_place(about: AssetAbout) -> tuple[str, ...]:
    """Say how many use it as a community place, and as whom they said so."""
    if not about.used_by:
        return ()
    many = first_large(counted(len(about.used_by), "person", "people"))
    says = "says" if len(about.used_by) == 1 else "say"
    named = [one.told_by for one in about.used_by if one.told_by]
    who_says = list(dict.fromkeys(named))[:WHO_AT_ONCE]
    return (
        f"{many} {says}: we use this as a community place.",
        *((f"Among them: {listed(who_says)}.",) if who_says else ()),
    )
