"""Which column is which, whatever its heading says?

Headings are compared in small letters and without marks: «Name of group», «When?»,
«Post code», «Cost (£)» and «Tel» are all understood. The heading line is the first that
has a name and something else that is understood, below whatever titles stand above it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from weft.assets.sources.own_assets import COLUMNS
from weft.assets.sources.own_offers import WHAT_IT_IS_LIKE
from weft.assets.sources.spreadsheet.grid import Line
from weft.commons.errors import FileNotUnderstood

MOST_TITLE_LINES = 40
NAME, GROUP = "name", "group"
PRIVATE = "person"
"""A column with a person's own name or mail: never taken and never kept."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    # What each column is for -> the headings it goes by, as patterns.
    "name": (
        "(?:name of |what is )?(?:the )?(?:activity|session|class|event)s?",
        "(?:activity|session|class|event) (?:name|title)",
        "(?:name of )?(?:the )?(?:offer|course|workshop|service|club)s?(?: name)?",
        "name|title|what|what is it(?: called)?|whats on",
    ),
    "group": (
        "(?:name of )?(?:the )?(?:group|organi[sz]ation|org)s?(?: name)?",
        "(?:name of )?(?:the )?(?:charity|provider|society)(?: name)?",
        "(?:run|led|organised) by|who runs it",
    ),
    "when": (
        "when|when is it(?: on)?|times?|hours|schedule|timetable|meets",
        "(?:days?|dates?)(?: and)? times?|when do you meet",
        "(?:opening|session|meeting) (?:hours|times?)",
    ),
    "day": ("days?|which days?|days? of (?:the )?week|dates?",),
    "starts": ("starts?|start times?|from|opens?|time from|begins",),
    "ends": ("ends?|end times?|finish(?:es)?|finish time|until|to|closes?|time to",),
    "rests": (
        "(?:rest )?weeks? (?:off|of rest)|rest weeks?|breaks?|holidays?|closed weeks?",
        "(?:dates|weeks) (?:we are )?(?:not on|closed|off)|not on|no sessions?(?: on)?",
    ),
    "frequency": ("how often|frequency|repeats?",),
    "place": (
        "where|where is it|venue|venue name|place|location|held at|meets at|building",
    ),
    "address": ("address|venue address|full address|street|address line 1",),
    "postcode": ("post ?code|venue post ?code|zip",),
    "price": ("cost|price|fees?|how much|how much is it|charge|cost to attend",),
    "telephone": (
        "tel|tel no|telephone|telephone number|phone|phone (?:number|no)|mobile",
        "contact (?:number|tel|telephone|phone)",
    ),
    "website": ("web ?site|web|url|link|web ?page|web address|facebook|social media",),
    "summary": (
        "descriptions?|details|about|what happens|notes?|info|information|comments?",
        "further (?:details|information)|summary|what is it about",
    ),
    "who_for": (
        "who for|who is it for|ages?|age group|age range|suitable for|for whom",
    ),
    "how_to_join": (
        "how to join|booking|book|how to book|joining|do i need to book|referral",
    ),
    "kind": ("kind|kind of (?:thing|asset)|asset kind|what kind of thing(?: is it)?",),
    "kinds": ("types?|category|categories|kinds|theme",),
    "step_free": (
        "step free|wheelchair(?: access(?:ible)?)?|accessible|disabled access",
    ),
    "toilets": ("toilets?|wc",),
    "parking": ("parking|car park",),
    "tea": ("tea|refreshments",),
    "room": (
        "(?:right|good|suitable|fit) for what",
        "what is (?:it|the room) (?:like|right for)",
        "(?:about|type of) (?:the )?(?:room|space|hall)|floor(?:ing)?",
        "(?:room |hall )?facilities|(?:the )?room has",
    ),
    PRIVATE: (
        "(?:main )?contact|contact (?:name|person|details|e ?mail)|e ?mail",
        "e ?mail address|leaders?|coordinator|co ordinator|key ?holder|organiser",
    ),
}
_OWN: Mapping[str, tuple[str, ...]] = {
    # Columns of Weft's own two tables that go by other headings too.
    "other_names": ("also (?:known as|called)|other names?",),
    "holder": ("held by|looked after by|who holds it|whose is it",),
    "decides": ("who decides(?: about it)?|decided by",),
    "funds": ("who (?:funds|pays for) it|funded by",),
    "owner": ("owned by|who owns it",),
    "works_with": ("works with|who they work with|partners",),
    "part_of": ("belongs to",),
    "visibility": ("who may see it|shown to",),
    "channels": ("may be shown in",),
    "terms": ("on what terms|on whose terms|terms for sharing",),
    "reach": ("reaches|how many it reaches",),
    "languages": ("language",),
    "hire": ("hire|hire (?:price|charge|cost)|cost to (?:hire|borrow)",),
    "deadline": ("closing date|apply by|deadline for applications",),
    "until": ("lease ends?|lease until",),
    "people_until": ("people until",),
    "spare": ("when is it empty|room to spare",),
    "looking": ("looking for|what we look for",),
    "consent_on": ("consent|consent given(?: on)?|said yes on",),
    "constituted": ("is it constituted|has a constitution",),
    "told_by": ("who told us|source",),
    "told_on": ("last checked|updated",),
    "first_ten_minutes": ("what are the first ten minutes like",),
    "manner": ("make watch join learn or play",),
    "papers": ("what to bring|papers? needed|documents? needed",),
    "newcomers_per_week": ("new (?:people|faces) a week|newcomers",),
}
_WORDS_OF_EACH = {
    field: (*_WORDS.get(field, ()), *_OWN.get(field, ()), field.replace("_", " "))
    for field in (*_WORDS, *_OWN, *COLUMNS, *WHAT_IT_IS_LIKE)
}
_PATTERNS = {f: re.compile("|".join(words)) for f, words in _WORDS_OF_EACH.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """Where the headings stand, and what each column is for."""

    line: int
    labels: tuple[str, ...]
    fields: Mapping[int, str]  # by column

    @property
    def passed_over(self) -> tuple[str, ...]:
        """Name the columns that are not taken."""
        return tuple(
            label
            for at, label in enumerate(self.labels)
            if label and self.fields.get(at, PRIVATE) == PRIVATE
        )


def headings_of(lines: Sequence[Line], file: str) -> Headings:
    """Find the heading line.

    Raises
    ------
    FileNotUnderstood
        When none of the first lines has a heading for a name and one for anything else.
    """
    for line in lines[:MOST_TITLE_LINES]:
        fields = _fields(line.cells)
        found = set(fields.values())
        if found & {NAME, GROUP} and len(found - {PRIVATE}) > 1:
            return Headings(line=line.number, labels=line.cells, fields=fields)
    told = ", ".join(f"«{one}»" for one in lines[0].cells[:8] if one)
    raise FileNotUnderstood(
        f"no line has headings that are understood; it begins with {told}",
        file=file,
        line=lines[0].number,
        remedy="Give each column a heading: Name, When, Where, Postcode, Cost, Tel.",
    )


def _fields(cells: Sequence[str]) -> dict[int, str]:
    """Say what each column is for; of two for the same, the first is."""
    fields: dict[int, str] = {}
    for at, heading in enumerate(cells):
        field = _field(heading)
        if field and (field == PRIVATE or field not in fields.values()):
            fields[at] = field
    return fields


def _field(heading: str) -> str:
    """Say what one heading is for; "" where nobody could say."""
    plain = plain_heading(heading)
    return next((f for f, words in _PATTERNS.items() if words.fullmatch(plain)), "")


def plain_heading(heading: str) -> str:
    """Write a heading the way it is compared.

    >>> plain_heading("Cost (£) *"), plain_heading("Day(s) & Time/s")
    ('cost', 'days and times')
    """
    small = heading.lower().replace("(s)", "s").replace("/s", "s").replace("&", " and ")
    bare = re.sub(r"\([^)]*\)|£", " ", small)
    return " ".join(re.sub(r"[^\w\s]|_", " ", bare.replace("'", "")).split())
