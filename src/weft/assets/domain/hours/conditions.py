"""On what does it hang whether something is on: terms, bank holidays, which weeks?"""

import re
from dataclasses import dataclass, field

from weft.assets.domain.hours.slate import DAY, NOT, Slate, WholeYear

_HOLS = r"(?:the )?(?:all )?(?:school )?(?:holidays?|hols?)\b"
_NOT_IN = (
    rf"(?:{NOT}|\bdo(?:es)?(?:n'?t| not) (?:meet|run|open))"
    r"(?: \w+)?(?: in| during| on| over| for)?"
)
_SCHOOL_OFF = (
    rf"{_NOT_IN} {_HOLS}",
    rf"{NOT} when (?:the )?schools? (?:is|are) (?:off|out|closed|shut)",
    rf"{_HOLS} (?:off|closed|excluded)",
    rf"\boff (?:in|during) {_HOLS}",
)
_IN_TERM = (
    r"\b(?:runs? )?(?:in |during )?termtimes?(?: only)?",
    r"\b(?:in |during )?(?:the )?(?:school )?terms?(?: only)?\b",
    r"\btto?\b(?: only)?",
    r"\b(?:school weeks|schooldays|school days)(?: only)?",
    r"\bwhen (?:the )?schools? (?:is|are) (?:in|on|back|open)\b",
)
_WHOLE_YEAR = (
    rf"(?:\ball year(?: round)?|\byear[- ]?round)(?:,? inc\w*\.? {_HOLS})?",
    r"\binc\w*\.? school (?:hols?|holidays?)\b",
    r"\b52 weeks (?:a|per) year",
)
_BANK = r"(?:the )?(?:bank ?(?:holidays?|hols?)\b|bhs?\b|ph\b)(?: MO)?"
_ASK = (
    (
        r"\b(?:please |plz |pls )?(?:call|ring|phone|tel(?:ephone)?|text|txt|message"
        r"|msg|whatsapp|e-?mail|contact|ask|enquire|dm)\b(?! (?:in|round|by|to mind)\b)"
    ),
    (
        r"\b(?:check|see|follow|look at|look on|as) (?:our |the |on )*(?:facebook|fb"
        r"|web|site|insta\w*|page|poster|notice\w*|board|door|window|diary|calendar"
        r"|programme|newsletter|advertised|online)\w*"
    ),
    r"\b(?:facebook|fb|website|www\.\S+|https?://\S+|web ?page|online diary)\b",
    r"\b(?:but|please|do) check\b",
    r"\bcheck (?:for |opening )*(?:first|before|dates|times|hours|with)\b",
    (
        r"\b(?:must |need to |please |to )?(?:pre-?)?book(?:ing|ed|ings)?\b"
        r"(?! (?:club|group|swap|shop|sale|exchange|fair|bug|loan|folding|making))"
    ),
    r"\bappointments?\b|\bappts?\b|\bby arrangement\b|\bto be arranged\b",
    r"\btbc\b|\btba\b|\bt\.b\.c\.?|\bto be (?:confirmed|announced|advised)\b",
    r"\btimes? (?:may )?var(?:y|ies)\b|\bvar(?:y|ies|iable|ious|ied)\b",
    r"\bad[ -]?hoc\b|\bas and when\b|\birregular\b|\bas advertised\b|\bas required\b",
    r"\b(?:up)?on request\b|\bdates? on\b|\bdetails (?:on|from)\b",
    r"\b0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b",
)
_ROUGH = (
    r"(?<=\d)(?:[ap]m)?\s?-?ish\b",
    r"\b(?:about|around|approx(?:imately)?|roughly|circa|ca?)\b\.?(?= ?\d| noon| half)",
    r"\b(?:from |at )?(?:about|around) (?=\d|noon|mid|half|quarter)",
    r"\b(?:usually|normally|generally|typically|mostly|tend to)\b",
    rf"\bmost (?={DAY}|MORNING|AFTERNOON|EVENING|weekday|weekend)",
    r"\b(?:or )?thereabouts\b|\bor so\b|\bgive or take\b|\bish\b",
    r"\boffice hours\b",
)
_NTH_WEEKS = {"2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}


@dataclass(slots=True)
class Conditions:
    """What holds for all sessions of a text."""

    in_term: bool = False
    bank_holidays: bool | None = None
    every_weeks: int = 1
    monthly: bool = False
    ask_first: bool = False
    rough: bool = False
    kept: list[str] = field(default_factory=list)


def take_asking(slate: Slate, found: Conditions) -> None:
    """Hear whether the teller wants to be asked, and how sure the hours are."""
    for pattern in _ASK:
        found.ask_first = bool(slate.wipe(pattern)) or found.ask_first
    if found.ask_first:
        slate.wipe(r"\b(?:\w+ )?before (?:you|coming|travelling|setting)\b[^,;.()]*")
        slate.wipe(r"\bfirst\b(?=\s*(?:[.,;)]|$))")
    if slate.has(r"\boffice hours\b") and not slate.has(r"\d"):
        slate.words += " 9am - 5pm"
    if slate.has(r"\bmost (?:MORNING|AFTERNOON|EVENING)"):
        found.rough = True
        slate.words = re.sub(r"\bmost (?=[MAE])", "every ", slate.words)
    for pattern in _ROUGH:
        found.rough = bool(slate.wipe(pattern)) or found.rough


def take_terms(slate: Slate, found: Conditions) -> None:
    """Hear of school terms and of bank holidays."""
    if slate.has(rf"{_NOT_IN} {_BANK}") or slate.has(rf"{_BANK} (?:off|closed)\b"):
        slate.wipe(rf"{_NOT_IN} {_BANK}|{_BANK} (?:off|closed)\b")
        found.bank_holidays = False
    elif slate.wipe(rf"\b(?:inc\w*\.?|even|also|including) (?:on )?{_BANK}"):
        found.bank_holidays = True
    for bank in slate.wipe(rf"(?:\bopen )?{_BANK}(?: only)?"):
        found.kept.append(bank[0].strip())
        if bank[0].endswith("MO only"):
            slate.words = f"MO {slate.words}"
    for pattern in _WHOLE_YEAR:
        slate.words = re.sub(pattern, lambda _: slate.mark(WholeYear()), slate.words)
    slate.words = re.sub(r"\bhalf[ -]?terms?\b", "halfterm", slate.words)
    taken = [slate.wipe(pattern) for pattern in (*_SCHOOL_OFF, *_IN_TERM)]
    found.in_term = any(taken)
    if any(taken):
        slate.wipe(rf"{NOT} halfterm")  # which a term leaves out in any case
    if slate.has(rf"\b(?:and|plus|also|or) (?:in )?(?:some|most|part of) {_HOLS}"):
        found.in_term = False


def take_turns(slate: Slate, found: Conditions) -> None:
    """Hear in which weeks it is on: every other, every third."""
    for pattern, weeks, kept in (
        (r"\b(?:bi-?weekly|bi-weekly)\b", 2, True),
        (r"\b(?:odd|EVENING) weeks?\b", 2, True),
        (r"\bevery (?:3rd|third) (?=MO|TU|WE|TH|FR|SA|SU)(?!.*\bmonth)", 3, True),
        (r"\bevery (?:2nd|second) (?=MO|TU|WE|TH|FR|SA|SU)(?!.*\bmonth)", 2, False),
        (
            r"\bevery (?:other|alternate|2nd|second)(?: week\b)?(?: on)?(?: a)?",
            2,
            False,
        ),
        (r"\b(?:once |every |each )?(?:a )?fortnight(?:ly)?\b", 2, False),
        (r"\balternat(?:e|ing)(?: weeks?\b)?", 2, False),
    ):
        if kept:
            taken = slate.wipe(pattern)
            found.kept.extend(one[0].strip() for one in taken)
        else:
            taken = [] if found.every_weeks > 1 else slate.wipe(pattern)
        if taken:
            found.every_weeks = weeks
    for every in slate.wipe(r"\(?\bevery (\d{1,2}) weeks?\)?|\b(\d)[- ]weekly\b"):
        found.every_weeks = int(every[1] or every[2])
    taken = slate.wipe(r"\bw(?:ee)?ks? \d(?: and (?:w(?:ee)?k )?\d)+")
    found.kept.extend(one[0] for one in taken)
    slate.wipe(r"\b(?:once|twice|\d times) (?:a|per|each) week\b|\btwice weekly\b")
    slate.wipe(r"\(?\b(?:every|each) week\b\)?(?: on)?|\bweekly\b")
    month = r"\b(?:of|in|each|every|per) (?:the |each |every |a )?month\b|\bmonthly\b"
    found.monthly = bool(slate.wipe(rf"(?<!once )(?<!twice )(?:{month})"))
