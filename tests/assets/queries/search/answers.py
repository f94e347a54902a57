"""Answer many questions on whichever data base the settings name, and print them.

Run by itself, so that one test can ask SQLite and PostgreSQL the same questions.
"""

import json
import sys
from datetime import date

import django

QUESTIONS, LISTINGS = 1_000, 1_500


def main() -> None:
    django.setup()
    from django.core.management import call_command

    from tests.assets.queries.search.listings import a_crowd, asks
    from weft.assets.queries import search
    from weft.commons.times import Week

    call_command("migrate", verbosity=0)
    a_crowd(LISTINGS, seed=7)
    search.reindex("tenterdale")
    week = Week(date(2026, 11, 23))
    answers = [repr(search.find(ask)) for ask in asks(QUESTIONS, seed=11, week=week)]
    json.dump(answers, sys.stdout)


main()
