"""A page of twenty results through the whole middleware, and its SQL without it."""

import logging
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import RequestFactory
from django.urls import path
from jinja2 import Template

from weft.assets.domain.facts import WORDS
from weft.assets.queries import search
from weft.assets.queries.search import Ask, FactCount, FactSaid, Hit
from weft.commons.saying import distance

Statement = tuple[str, tuple]

RESULTS = """<!doctype html><html lang="en"><title>What is near?</title>
<h1>{{ found.total }} things</h1>
<ol>{% for card in cards %}<li>
<h2><a href="/listings/{{ card.listing }}">{{ card.name }}</a></h2>
<p>{{ card.where }}{% if card.ask_first %} <b>ask first</b>{% endif %}</p>
<p>{{ card.facts }}</p>
</li>{% endfor %}</ol>
<h2>Kinds</h2>
<ul>{% for one in found.facets.kinds %}<li>{{ one.kind }} {{ one.count }}</li>
{% endfor %}</ul>
<ul>{% for one in facts %}<li>{{ one }}</li>{% endfor %}</ul>
</html>"""

ENVIRONMENT = RequestFactory()._base_environ()  # noqa: SLF001 what a server hands in
_asked: list[Ask] = []


@lru_cache(maxsize=1)
def template() -> Template:
    """Make the template once, as a server does."""
    return engines["jinja2"].env.from_string(RESULTS)


@lru_cache(maxsize=4096)
def said(facts: tuple[FactSaid, ...]) -> str:
    """Say what is told of a thing, in one line."""
    words = ((WORDS[fact.field], fact.value) for fact in facts)
    return ", ".join(told.yes if yes else told.no for told, yes in words)


class Card(NamedTuple):
    """One result as it is read; the template only places it."""

    listing: int
    name: str
    where: str
    ask_first: bool
    facts: str


def card(hit: Hit) -> Card:
    """Choose the words for one result, as the house's presenters do."""
    far = "" if hit.metres is None else f", {distance(hit.metres)}"
    return Card(hit.listing, hit.name, hit.kind + far, not hit.certain, said(hit.facts))


def counted(one: FactCount) -> str:
    """Say how often something was told, and of how many it was not."""
    return f"{WORDS[one.field].wish} {one.yes}, {one.unknown} not known"


def results(_request: HttpRequest) -> HttpResponse:
    """Answer the question that was laid ready."""
    found = search.find(_asked[0])
    return HttpResponse(
        template().render(
            found=found,
            cards=[card(hit) for hit in found.hits],
            facts=[counted(one) for one in found.facets.facts],
        )
    )


urlpatterns = [path("", results)]


@lru_cache(maxsize=1)
def server() -> BaseHandler:
    """Load the middleware around the one page; what is logged is not measured."""
    settings.ROOT_URLCONF = __name__
    settings.ALLOWED_HOSTS = ["testserver"]
    logging.disable(logging.INFO)
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def page_of(ask: Ask) -> bytes:
    """Fetch a whole page, as a browser would."""
    _asked[:] = [ask]
    return server().get_response(WSGIRequest(dict(ENVIRONMENT))).content


def statements_of(ask: Ask) -> tuple[Statement, ...]:
    """Keep the statements that one question asks."""
    kept: list[Statement] = []

    def keep(execute: Callable, sql: str, params: tuple, *others: object) -> object:
        kept.append((sql, tuple(params or ())))
        return execute(sql, params, *others)

    with connection.execute_wrapper(keep):
        search.find(ask)
    return tuple(kept)


def replayed(statements: Sequence[Statement]) -> int:
    """Ask the same through Django's cursor, with nothing around it."""
    rows = 0
    for sql, values in statements:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            rows += len(cursor.fetchall())
    return rows
