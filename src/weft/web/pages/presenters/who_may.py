"""How is it told in plain words who may do what here?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from weft.accounts.actors import ActorKind
from weft.accounts.doors import Door
from weft.accounts.routes import Route
from weft.accounts.rules import EVERYBODY, Rule
from weft.commons.saying import listed
from weft.shell.tables import Column, Table

ROLES: Mapping[ActorKind, str] = {
    ActorKind.SOMEBODY: "anybody",
    ActorKind.INVITED: "who was asked to join",
    ActorKind.MEMBER: "who was let in by them",
    ActorKind.HOLDER: "who looks after it",
    ActorKind.STEWARD: "who checks this list",
    ActorKind.ADMINISTRATOR: "who runs this site",
    ActorKind.JOB: "the site by itself",
    ActorKind.COMMAND: "its commands",
}
EVERYTHING = "all of it"
COLUMNS = (Column("What may be done"), Column("Who may"), Column("To which part of it"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorOnPage:
    """One kind of door, and the pages behind it."""

    words: str
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoMayPage:
    """The policy and the doors, as they are."""

    rules: Sequence[Rule]
    doors: Mapping[str, Door]
    routes: Sequence[Route]

    @property
    def table(self) -> Table:
        """Tell every row of the policy."""
        return Table(
            title="Who may do what",
            columns=COLUMNS,
            rows=tuple(
                (rule.words.capitalize(), _who(rule), _fields(rule))
                for rule in self.rules
            ),
        )

    @property
    def pages(self) -> list[DoorOnPage]:
        """Tell which pages open to whom."""
        return [
            DoorOnPage(
                words=door.value,
                patterns=tuple(
                    route.address
                    for route in self.routes
                    if self.doors.get(route.name) is door
                ),
            )
            for door in Door
        ]


def _who(rule: Rule) -> str:
    """Name those whom a row lets."""
    if rule.who == EVERYBODY:
        return ROLES[ActorKind.SOMEBODY]
    return listed([words for kind, words in ROLES.items() if kind in rule.who])


def _fields(rule: Rule) -> str:
    """Name what a row lets be changed."""
    if rule.fields is None:
        return EVERYTHING
    return listed(sorted(field.replace("_", " ") for field in rule.fields))
