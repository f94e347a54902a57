"""What is asked of the page of the next offer? All of it stands in the link."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from weft.access.domain.next_offer import NO_ORDER, USUAL, Order, Settings, Weights
from weft.access.domain.next_offer.settings import HEAVIEST, MOST_OFFERS
from weft.assets.domain.kinds import OfferKind
from weft.assets.domain.prices import pence

MOST_PENCE = 100_000_00
OWN = "life-"
BAD_MOST = f"Choose a number from 1 to {MOST_OFFERS}."
BAD_MONEY = "Write an amount of money, like 150."
NO_KIND = "Choose one kind or more."


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAsked:
    """What was asked, as far as it could be read, and what could not.

    Attributes
    ----------
    typed
        What stands in the fields of the form.
    problems
        By field; the usual stands in the place of what could not be read.
    order
        Whose order it is; ``more`` is how it stands in the link.
    """

    settings: Settings
    typed: dict[str, str]
    problems: tuple[tuple[str, str], ...]
    order: Order = NO_ORDER
    more: tuple[tuple[str, str], ...] = ()

    @property
    def link(self) -> str:
        """Write the question as it stands in a link: what is usual is left out."""
        told, usual = self.settings, USUAL
        pairs: list[tuple[str, str]] = []
        if told.most != usual.most:
            pairs.append(("most", str(told.most)))
        if told.budget_pence is not None:
            pairs.append(("budget", pounds(told.budget_pence)))
        if told.weights is not usual.weights:
            pairs.append(("weights", told.weights.value))
        if told.kinds != usual.kinds:
            pairs += [("kind", kind.value) for kind in told.kinds]
        pairs += [(name, "yes") for name in FLAGS if getattr(told, name)]
        pairs += [
            (name.removesuffix("_pence"), pounds(getattr(told, name)))
            for name in RATES
            if getattr(told, name) != getattr(usual, name)
        ]
        pairs += [(f"{OWN}{life}", str(weight)) for life, weight in told.own]
        pairs += self.more
        return f"?{urlencode(pairs)}" if pairs else ""


FLAGS = ("only_told", "unknown_is_yes")
RATES = ("hire_pence", "host_pence", "tongue_pence")


def pounds(amount: int) -> str:
    """Write pence as pounds, for a field.

    >>> pounds(15_000), pounds(1_050)
    ('150', '10.50')
    """
    return f"{amount // 100}" if amount % 100 == 0 else f"{amount / 100:.2f}"


def next_asked(told: QueryDict) -> NextAsked:
    """Read what was asked; nothing that cannot be read stops the page."""
    problems: list[tuple[str, str]] = []
    kinds = tuple(kind for kind in OfferKind if kind.value in told.getlist("kind"))
    if told.getlist("kind") and not kinds:
        problems.append(("kind", NO_KIND))
    rates = {
        name: _money(told, name.removesuffix("_pence"), problems) for name in RATES
    }
    settings = Settings(
        most=_most(told, problems),
        budget_pence=_money(told, "budget", problems),
        weights=_weights(told.get("weights", "")),
        own=_own(told),
        own_areas=(),  # these two are read with the region's places: ``next_order``
        kinds_first=(),
        kinds=kinds or USUAL.kinds,
        only_told=told.get("only_told") == "yes",
        unknown_is_yes=told.get("unknown_is_yes") == "yes",
        **{name: value for name, value in rates.items() if value is not None},
    )
    return NextAsked(
        settings=settings,
        typed={name: told.get(name, "")[:20] for name in ("most", "budget")},
        problems=tuple(problems),
    )


def _most(told: QueryDict, problems: list[tuple[str, str]]) -> int:
    typed = told.get("most", "").strip()
    if not typed:
        return USUAL.most
    if typed.isascii() and typed.isdecimal() and 1 <= int(typed[:4]) <= MOST_OFFERS:
        return int(typed[:4])
    problems.append(("most", BAD_MOST))
    return USUAL.most


def _money(told: QueryDict, name: str, problems: list[tuple[str, str]]) -> int | None:
    typed = told.get(name, "").strip()
    if not typed:
        return None
    amount = pence(typed[:20])
    if amount is None or amount > MOST_PENCE:
        problems.append((name, BAD_MONEY))
        return None
    return amount


def _weights(typed: str) -> Weights:
    return Weights(typed) if typed in set(Weights) else USUAL.weights


def _own(told: QueryDict) -> tuple[tuple[str, int], ...]:
    """Read what each life counts for; 1 is the usual and is left out."""
    weights = {str(n): n for n in range(HEAVIEST + 1) if n != 1}
    return tuple(
        sorted(
            (name.removeprefix(OWN), weights[value])
            for name, value in told.items()
            if name.startswith(OWN) and isinstance(value, str) and value in weights
        )
    )
