"""Who was in the room, by what people said of themselves?

A session where an axis was not asked about tells nothing of it; a group that was not
counted there is not known, which is not nought, unless those counted are all who came.
One group alone is a count among all, as by a show of hands. Across sessions attendances
are added, not people: nobody can tell from counts who came twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session on one axis.

    Attributes
    ----------
    people
        Who came; None where nobody counted.
    counts
        Of each group that was counted; None, or not there, where it was not. Empty
        where nobody asked.
    declined
        Who preferred not to say.
    """

    people: int | None
    counts: Mapping[str, int | None] = field(default_factory=dict)
    declined: int = 0

    @property
    def known(self) -> dict[str, int]:
        """Give the groups that were counted."""
        return {group: n for group, n in self.counts.items() if n is not None}

    @property
    def several(self) -> bool:
        """Tell whether somebody must have given more than one answer."""
        told = sum(self.known.values()) + self.declined
        return self.people is not None and told > self.people

    @property
    def answered(self) -> int:
        """Count who said something of themselves; nought where nobody can tell."""
        told = sum(self.known.values())
        alone = len(self.known) == 1
        if self.people is None:
            return 0 if alone else told
        if not self.known:
            return 0
        could = max(0, self.people - self.declined)
        return could if alone else min(told, could)

    @property
    def all_told(self) -> bool:
        """Tell whether the groups counted, two or more, are all who came."""
        told = sum(self.known.values()) + self.declined
        return len(self.known) > 1 and told == self.people

    @property
    def unknown(self) -> int | None:
        """Count of whom nothing is known; None where nobody counted who came."""
        if self.people is None:
            return None
        return max(0, self.people - self.answered - self.declined)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One group over all sessions where it was counted.

    Attributes
    ----------
    came
        Attendances.
    among
        Attendances of those who said something of themselves, in the same sessions.
    sessions
        In how many it was counted.
    """

    came: int
    among: int
    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """One session or several, on one axis.

    Attributes
    ----------
    groups
        What was counted of each group.
    answered, declined
        Attendances of those who said something, and who preferred not to say.
    unknown
        Attendances of whom nothing is known; None where some session counted nobody.
    sessions, asked_in
        How many there were, and in how many anybody asked.
    several
        Whether somebody gave more than one answer.
    """

    groups: Mapping[str, Counted]
    answered: int
    declined: int
    unknown: int | None
    sessions: int
    asked_in: int
    several: bool


def together(sessions: Sequence[Session]) -> Together:
    """Add sessions up."""
    groups: dict[str, Counted] = {}
    every = dict.fromkeys(group for one in sessions for group in one.counts)
    for session in sessions:
        nought = [one for one in every if one not in session.counts]
        known = session.known | dict.fromkeys(nought if session.all_told else (), 0)
        for group in every:
            if (came := known.get(group)) is None:
                continue
            had = groups.get(group, Counted(came=0, among=0, sessions=0))
            groups[group] = Counted(
                came=had.came + came,
                among=had.among + session.answered,
                sessions=had.sessions + 1,
            )
    unknown = [session.unknown for session in sessions]
    return Together(
        groups=groups,
        answered=sum(session.answered for session in sessions),
        declined=sum(session.declined for session in sessions),
        unknown=None if None in unknown else sum(n for n in unknown if n is not None),
        sessions=len(sessions),
        asked_in=sum(bool(one.known or one.declined) for one in sessions),
        several=any(session.several for session in sessions),
    )
