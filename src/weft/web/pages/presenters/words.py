"""How is it told which words lead to what, by whose word, and how that stands?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from weft.assets.domain.facts import WORDS
from weft.assets.domain.proposals import ProposalKind
from weft.assets.domain.speaking import DRAFTED
from weft.assets.domain.turns import Turn
from weft.assets.domain.vocabulary import Wish
from weft.commons.crisis import Crisis, HelpLine
from weft.commons.saying import language_name
from weft.shell.tables import Column, Table

WISHES = "wishes"
CRISIS = "crisis"
LINES = "lines"
TURNS = "turns"
NOT_CHECKED = "to be checked before service"
NO_SPEAKER = "No speaker has checked the words in other languages yet."
HOW_WRITTEN = (
    "«a|b» is one word or the other, «a*» any word that begins so, «a~» the word with "
    "one slip; up to two words may stand between two of them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    """Every row of the four tables of words."""

    wishes: tuple[Wish, ...]
    crises: tuple[Crisis, ...]
    lines: tuple[HelpLine, ...]
    turns: tuple[Turn, ...]

    @property
    def answer(self) -> str:
        """Say how many rows there are, and how many somebody has reviewed."""
        states = [
            *(one.state for one in self.wishes),
            *(one.state for one in self.crises),
            *(one.state for one in self.turns),
        ]
        reviewed = sum(state != DRAFTED for state in states)
        others = f"Others have reviewed {reviewed:,} of them."
        return (
            f"There are {len(states):,} rows. The Weft team drafted them. "
            f"{others if reviewed else 'Nobody else has reviewed any yet.'}"
        )

    @property
    def tables(self) -> Mapping[str, Table]:
        """Give the tables by name, for the page and for files."""
        return {
            WISHES: _wishes(self.wishes),
            CRISIS: _crises(self.crises),
            LINES: _lines(self.lines),
            TURNS: _turns(self.turns),
        }

    @property
    def rows(self) -> tuple["WishOnPage", ...]:
        """List the wishes, each with the way to object to it."""
        return tuple(map(WishOnPage, self.wishes))

    @staticmethod
    def file(name: str, kind: str) -> str:
        """Say where a table stands as a file."""
        return reverse("web:words_file", args=[name, kind])


@dataclass(frozen=True, slots=True)
class WishOnPage:
    """One row: what people say, what it leads to, and whose word that is."""

    wish: Wish

    @property
    def says(self) -> str:
        """Say what people say."""
        return _quoted(self.wish.says)

    @property
    def also(self) -> tuple[tuple[str, str, str], ...]:
        """Say the same in other languages: name, code, words."""
        return tuple(
            (language_name(code), code, ", ".join(said))
            for code, said in self.wish.also.items()
        )

    @property
    def leads_to(self) -> str:
        """Say what answers it."""
        return _leads_to(self.wish)

    @property
    def state(self) -> str:
        """Say how it stands."""
        return self.wish.state

    @property
    def object_address(self) -> str:
        """Lead to where somebody says that it is not so."""
        told = {"kind": ProposalKind.WORDS, "name": self.wish.key}
        return f"{reverse('assets:tell_us')}?{urlencode(told)}"


def _quoted(said: Iterable[str]) -> str:
    return ", ".join(f"«{one}»" for one in said)


def _leads_to(wish: Wish) -> str:
    words = [" ".join(one) for one in wish.words]
    facts = [f"told as «{WORDS[field].yes}»" for field in wish.facts]
    return ", ".join((*words, *facts))


def _table(
    title: str,
    headings: str,
    rows: Iterable[tuple[str, ...]],
    notes: tuple[str, ...] = (),
) -> Table:
    """Make a table of words under headings that are parted by «|»."""
    columns = tuple(map(Column, headings.split("|")))
    return Table(title=title, columns=columns, rows=tuple(rows), notes=notes)


def _wishes(wishes: Iterable[Wish]) -> Table:
    return _table(
        "Which words lead to what",
        "Row|People say|In other languages|Leads to|Whose word|How it stands",
        (
            (
                one.key,
                ", ".join(one.says),
                "; ".join(
                    f"{language_name(code)}: {', '.join(said)}"
                    for code, said in one.also.items()
                ),
                _leads_to(one),
                one.source,
                one.state,
            )
            for one in wishes
        ),
        (NO_SPEAKER,),
    )


def _crises(crises: Iterable[Crisis]) -> Table:
    return _table(
        "Which words bring help now",
        "Row|What is said|Brings|Whose word|How it stands",
        (
            (
                one.name,
                ", ".join(one.says),
                ", ".join(line.name for line in one.lines),
                one.source,
                one.state,
            )
            for one in crises
        ),
        (HOW_WRITTEN, NO_SPEAKER),
    )


def _lines(lines: Iterable[HelpLine]) -> Table:
    return _table(
        "Whom somebody can ring now",
        "Who|Number|For|When|Where it comes from|Seen|Checked",
        (
            (
                one.name,
                one.number or f"text {one.text}",
                one.says,
                one.hours,
                one.source,
                one.seen or "not seen by us yet",
                one.checked or NOT_CHECKED,
            )
            for one in lines
        ),
    )


def _turns(turns: Iterable[Turn]) -> Table:
    return _table(
        "When life turns, what is looked for",
        "Turn|Help|Company|Something to do|Whose word|How it stands",
        (
            (
                one.link,
                ", ".join(one.help),
                ", ".join(one.company),
                ", ".join(one.do),
                one.source,
                one.state,
            )
            for one in turns
        ),
    )
