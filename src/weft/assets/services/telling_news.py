"""How are those who want to hear told what is new near them?"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.urls import reverse

from weft.accounts.actors import Actor
from weft.assets.domain.messages import news_letter, question_to_reader
from weft.assets.domain.post import Letter, Verdict
from weft.assets.domain.visibility import Channel
from weft.assets.queries.news import Near, campaigns, new_things, readers_waiting
from weft.assets.services.post.carrying import carry
from weft.assets.services.readers import (
    Hearing,
    forget_reader,
    give_turn_back,
    take_turn,
)
from weft.commons.errors import NotPossible
from weft.commons.saying import dated, day_of
from weft.ground import queries as ground

METRES = 5_000
"""How far «near» is, as the crow flies."""

A_WEEK = timedelta(days=6, hours=12)
NOT_TAKEN = "The mail server did not take it: docs/running/mail.md"


def ask_reader(*, by: Actor, reader: UUID, now: datetime, links: str) -> None:
    """Ask somebody by mail whether it was they who want to hear.

    Raises
    ------
    NotPossible
        The mail server would not take it now.
    """
    hearing = take_turn(by=by, reader=reader, now=now, confirmed=False)
    if hearing is None:
        return
    letter = question_to_reader(
        where=_where(hearing),
        to=hearing.to,
        number=hearing.reader.hex,
        page=_page(hearing, links),
    )
    if _sent(letter, hearing, by=by) in {Verdict.LATER, Verdict.NOT_OURS}:
        give_turn_back(by=by, hearing=hearing, confirmed=False)
        raise NotPossible(NOT_TAKEN)


def tell_readers(*, by: Actor, now: datetime, links: str) -> Counter[str]:
    """Write to everybody who wants to hear and was not written to for a week.

    Where nothing is new near somebody, they hear nothing.

    Returns
    -------
    Counter
        How many were written to, and to how many nothing was new.
    """
    counts: Counter[str] = Counter()
    for reader in readers_waiting(now - A_WEEK):
        hearing = take_turn(by=by, reader=reader, now=now)
        if hearing is None:
            continue
        lines = list(_lines(hearing, now=now, links=links))
        if not lines:
            counts["nothing_new"] += 1
            continue
        letter = news_letter(
            lines,
            where=_where(hearing),
            to=hearing.to,
            number=hearing.reader.hex,
            page=_page(hearing, links),
        )
        verdict = _sent(letter, hearing, by=by)
        if verdict in {Verdict.LATER, Verdict.NOT_OURS}:
            give_turn_back(by=by, hearing=hearing)
        counts[verdict.name.lower()] += 1
    return counts


def _sent(letter: Letter, hearing: Hearing, *, by: Actor) -> Verdict:
    """Send it; whoever cannot be reached is forgotten."""
    verdict, _ = carry(letter)
    if verdict is Verdict.NO_SUCH_ADDRESS:
        forget_reader(by=by, reader=hearing.reader)
    return verdict


def _page(hearing: Hearing, links: str) -> str:
    return f"{links}{reverse('web:new_mail', args=[hearing.secret])}"


def _where(hearing: Hearing) -> str:
    """Name the place that somebody means; never nearer than they told."""
    start = ground.find_start(hearing.wish.near) if hearing.wish.near else None
    if isinstance(start, ground.StartFound):
        return ground.forgotten(start).name
    return "you"


def _lines(hearing: Hearing, *, now: datetime, links: str) -> Iterator[str]:
    """Say what is new near somebody since they last heard."""
    wish, today = hearing.wish, day_of(now)
    start = ground.find_start(wish.near) if wish.near else None
    found = start if isinstance(start, ground.StartFound) else None
    near = Near(point=found.point, metres=METRES) if found else None
    found_new = new_things(
        wish.region,
        after=hearing.since,
        channel=Channel.FEED,
        near=near,
        kind=wish.kind,
    )
    for thing in found_new.things:
        kind = "offer" if thing.is_offer else "asset"
        at = f"{links}{reverse(f'assets:{kind}', args=[thing.key])}"
        by = f", {thing.holder}" if thing.holder else ""
        yield f"{thing.name} ({thing.kind}{by})\n{at}"
    for one in campaigns(wish.region, today=today, area=found.area if found else ""):
        if one.told_from > hearing.since:
            until = f"{dated(one.starts_on)} to {dated(one.ends_on)}"
            yield f"{one.name}, {until}\n{one.words}"
