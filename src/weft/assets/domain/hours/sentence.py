"""Which hours belong to which days?

People write days and then hours («Mon 10-12, Wed 2-4») or hours and then days («10am
Tuesdays and 7pm Thursdays»). Where every clause has both, each is read by itself;
otherwise the first of the two decides for all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from weft.assets.domain.hours.clocks import is_of_24
from weft.assets.domain.hours.groups import Manner, sessions_of_groups
from weft.assets.domain.hours.hearing import Sentence
from weft.assets.domain.hours.slate import Dates, Months
from weft.assets.domain.hours.tokens import Break, Clocks, Days, Token, Word
from weft.assets.domain.hours.values import Part, SessionRead

_PARTS_CLAUSES = frozenset({",", ";", ".", "and", "or", "/"})


def sessions_of(
    tokens: Sequence[Token], *, in_term: bool, lean: Part | None = None
) -> tuple[list[SessionRead], bool]:
    """Put days and hours together.

    Parameters
    ----------
    tokens
        As they stand in the text.
    in_term
        Whether it is on in school terms only.
    lean
        The part of the day that the whole text speaks of.

    Returns
    -------
    tuple
        The sessions, and whether something was left out that no rule can leave out.
    """
    months = [one for one in tokens if isinstance(one, Months)]
    sentence = Sentence(several_months=len(months) > 1)
    for clause in _clauses(tokens):
        sentence.hear(clause, hours_first=_hours_come_first(clause))
    sentence.end()
    manner = Manner(
        of_24=any(map(_shows_24, tokens)),
        lean=lean,
        in_term=in_term,
        bare=not any(isinstance(token, Word) for token in tokens),
    )
    sessions = sessions_of_groups(sentence, manner)
    if len(months) == 1:
        sessions = [replace(session, months=months[0].on) for session in sessions]
    return sessions, sentence.unsaid


def _clauses(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """Part a text at its commas, if every part then has both days and hours."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if isinstance(token, Break) and token.sign in _PARTS_CLAUSES:
            parts.append([])
        parts[-1].append(token)
    telling = [part for part in parts if any(map(_tells, part))]
    whole = all(any(map(_is_day, one)) and any(map(_is_hour, one)) for one in telling)
    return list(parts) if whole and len(telling) > 1 else [tokens]


def _is_day(token: Token) -> bool:
    return isinstance(token, Days | Dates)


def _is_hour(token: Token) -> bool:
    return isinstance(token, Clocks | Part)


def _tells(token: Token) -> bool:
    return _is_day(token) or _is_hour(token)


def _hours_come_first(tokens: Iterable[Token]) -> bool:
    """Tell whether hours stand before the days they belong to."""
    first = next(filter(_tells, tokens), None)
    return first is not None and _is_hour(first)


def _shows_24(token: Token) -> bool:
    """Tell whether the writer counts to 24."""
    if not isinstance(token, Clocks):
        return False
    return any(is_of_24(one) for one in (token.span.starts, token.span.ends) if one)
