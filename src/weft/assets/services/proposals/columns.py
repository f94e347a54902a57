"""How is what stands in one column mended: a name, a telephone?"""

from collections.abc import Iterator, Mapping

from weft.assets.domain.holding import HOLDER, HolderField
from weft.assets.domain.proposals import ToldField
from weft.assets.models import Asset, Fact, Offer, OwnWord
from weft.assets.services.proposals.kept import Before
from weft.commons.errors import NotPossible

PLAIN = (ToldField.NAME, ToldField.TELEPHONE)
MOST_LETTERS_OF_A_NUMBER = 40
SAID_SINCE = "Somebody has said otherwise since. Look at its page."
THEIRS = "The group says this by its own link. It is changed there."
"""Of a name or a number that its group gave."""


def write_columns(
    thing: Asset | Offer, said: Mapping[ToldField, str]
) -> Iterator[tuple[str, str]]:
    """Write what stands in one column; give both what stood there and what does.

    Raises
    ------
    NotPossible
        When a number is too long, or its group itself says what stands there.
    """
    if len(said.get(ToldField.TELEPHONE, "")) > MOST_LETTERS_OF_A_NUMBER:
        raise NotPossible("That is too long for a telephone number.")
    if any(name in said and _is_theirs(thing, name) for name in PLAIN):
        raise NotPossible(THEIRS)
    for name in PLAIN:
        if name in said and said[name] != getattr(thing, name):
            yield f"was {name}", getattr(thing, name)
            yield f"now {name}", said[name]
            setattr(thing, name, said[name])
    thing.save(update_fields=PLAIN)


def put_columns_back(thing: Asset | Offer, before: Before) -> None:
    """Put back what stood there, where nobody has said otherwise since."""
    for name in _written(before):
        if getattr(thing, name) != before[f"now {name}"]:
            raise NotPossible(SAID_SINCE)
        setattr(thing, name, before[f"was {name}"])
    thing.save(update_fields=PLAIN)


def keep_columns(thing: Asset | Offer, before: Before) -> None:
    """Write again what was accepted, where a source tells what it told before.

    Where it tells something else, it has looked since, and is believed.
    """
    for name in _written(before):
        if getattr(thing, name) == before[f"was {name}"]:
            setattr(thing, name, before[f"now {name}"])
    thing.save(update_fields=PLAIN)


def _written(before: Before) -> list[ToldField]:
    return [name for name in PLAIN if f"now {name}" in before]


def _is_theirs(thing: Asset | Offer, name: ToldField) -> bool:
    """Tell whether its group says by its own link what stands in a column."""
    if isinstance(thing, Offer):
        return OwnWord.objects.filter(offer=thing, column=name).exists()
    named = name is ToldField.NAME and Fact.objects.filter(
        asset=thing, source=HOLDER, field=HolderField.NAMED
    )
    return bool(named)
