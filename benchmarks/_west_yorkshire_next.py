"""What the jobs make ready of a published week, and what a lab may be asked of it.

Run as a process of its own: python _west_yorkshire_next.py SLUG
"""

import json
import os
import sys

import django
import numpy as np

EACH = 6
"""Scenarios of each sort."""
A_DAY = 1_440  # minutes


def main(slug: str) -> None:
    """Make the next offer ready as the job does, and write scenarios down."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "weft.config.settings"
    django.setup()
    from django.utils import timezone  # noqa: PLC0415 after the settings

    from weft.access.domain.next_offer import USUAL, weighed  # noqa: PLC0415 as above
    from weft.access.queries.everybody.reckoning import reckon  # noqa: PLC0415 as above
    from weft.access.queries.everybody.standing import needs_of  # noqa: PLC0415 as above
    from weft.access.queries.room_hours import prepared  # noqa: PLC0415 as above
    from weft.access.queries.scenarios.names import Named, named  # noqa: PLC0415 as above
    from weft.access.services.next_offer import keep_ready  # noqa: PLC0415 as above
    from weft.accounts.actors import Actor  # noqa: PLC0415 as above
    from weft.commons.times import Week  # noqa: PLC0415 as above

    week = Week.of(timezone.localdate())
    reckoned = reckon(slug, week)
    told = prepared(reckoned)
    weighed(told, USUAL)
    keep_ready(
        region=slug,
        week=week,
        prepared=told,
        now=timezone.now(),
        by=Actor.command("benchmark"),
    )
    names: Named = named(reckoned.around.laid, needs_of(reckoned.lives), {}, ("en",))
    print(json.dumps({"rooms": len(told.rooms), "scenarios": _scenarios(names)}))


def _scenarios(named: "Named") -> list[str]:  # noqa: F821 imported when awake
    """Ask a little of every sort, of offers drawn by chance."""
    from weft.access.domain import whatif as sort  # noqa: PLC0415 after the settings

    chance = np.random.default_rng(9)
    at_a_time = [one for one in named.offers if one.sessions and one.place]
    need = next(iter(named.book.needs))
    told: list[sort.Change] = []
    for n in range(EACH):
        one = [at_a_time[k] for k in chance.choice(len(at_a_time), 7)]
        start = one[0].sessions[0][0]
        told += [
            sort.Move(one[0].name, start, (start + A_DAY) % (7 * A_DAY)),
            sort.Add(one[1].name, one[1].place, 600 + A_DAY * n, 90),
            sort.Drop(one[2].name, one[2].sessions[0][0]),
            sort.PlaceMeets(one[3].place, need, yes=True),
            sort.Price(one[4].name, 0),
            sort.Room(one[5].name, 20),
            sort.Joining(one[6].name, "turn_up"),
        ]
    return [sort.as_text((change,)) for change in told]


if __name__ == "__main__":
    main(sys.argv[1])
