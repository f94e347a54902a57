"""Our own feed, asked without a network, and twenty ways and more to break it."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

from tests.assets.api.feed import STUB
from weft.standards.openreferral.conformance import Answer
from weft.standards.openreferral.conformance.filters import FILTERS, NOBODY

LISTS = (
    "services",
    "service_at_locations",
    "organizations",
    "taxonomies",
    "taxonomy_terms",
)
CHOOSING = tuple(one.name for one in FILTERS)


def asking(client):
    """Ask our feed by Django's test client."""

    def ask(path, parameters, *, post=False):
        told = dict(parameters)
        answer = (
            client.post(STUB + path, json.dumps(told), "application/json")
            if post
            else client.get(STUB + path, told)
        )
        body = (
            b"".join(answer.streaming_content) if answer.streaming else answer.content
        )
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Answer(answer.status_code, body.decode(), headers)

    return ask


def _without(*names):
    """Pass parameters over, as most feeds do."""

    def broken(ask, path, parameters, *, post):
        kept = {k: v for k, v in parameters.items() if k not in names}
        return ask(path, kept, post=post)

    return broken


def _changing(paths, change):
    """Change the body of some answers."""

    def broken(ask, path, parameters, *, post):
        answer = ask(path, parameters, post=post)
        if not paths(path) or not isinstance(answer.document, dict):
            return answer
        told = answer.document
        change(told)
        return replace(answer, text=json.dumps(told))

    return broken


def _is(path):
    return lambda asked: asked == path


def _one_of(path):
    return lambda asked: asked.startswith(f"{path}/")


def _refusing(path, status):
    def broken(ask, asked, parameters, *, post):
        if asked == path or (path.endswith("/") and asked.startswith(path)):
            return Answer(status, "{}", {"access-control-allow-origin": "*"})
        return ask(asked, parameters, post=post)

    return broken


def _either(ask, path, parameters, *, post):
    """Let the last of two conditions stand for both."""
    chosen = [name for name in sorted(parameters) if name in CHOOSING]
    return _without(*chosen[:-1])(ask, path, parameters, post=post)


def _strictly_after(ask, path, parameters, *, post):
    """Leave out what changed at the very moment."""
    told = dict(parameters)
    if "modified_after" in told:
        moment = datetime.fromisoformat(told["modified_after"])
        told["modified_after"] = (moment + timedelta(seconds=1)).isoformat()
    return ask(path, told, post=post)


def _another(ask, path, parameters, *, post):
    """Answer with the first service, whichever was asked for."""
    if not path.startswith("services/"):
        return ask(path, parameters, post=post)
    first = ask("services", {}).document["contents"][0]["id"]
    return ask(f"services/{first}", {})


def _nobody_is_somebody(ask, path, parameters, *, post):
    return _another(ask, path, parameters, post=post) if NOBODY in path else ask(
        path, parameters, post=post
    )  # fmt: skip


def _overlapping(ask, path, parameters, *, post):
    """Begin each page with the last of the one before."""
    answer = ask(path, parameters, post=post)
    page = int(parameters.get("page", 1))
    if path != "services" or page == 1 or "per_page" not in parameters:
        return answer
    before = ask(path, {**parameters, "page": str(page - 1)}).document["contents"]
    told = answer.document
    told["contents"] = [*before[-1:], *told["contents"]][: len(told["contents"])]
    return replace(answer, text=json.dumps(told))


class _Unsteady:
    """Turn the order of a list round, every second time it is asked for."""

    def __init__(self):
        self.times = 0

    def __call__(self, ask, path, parameters, *, post):
        answer = ask(path, parameters, post=post)
        if path != "services" or parameters:
            return answer
        self.times += 1
        told = answer.document
        told["contents"] = told["contents"][:: -1 if self.times % 2 else 1]
        return replace(answer, text=json.dumps(told))


def _closed(ask, path, parameters, *, post):
    """Tell a browser that no other page may read taxonomies."""
    answer = ask(path, parameters, post=post)
    return replace(answer, headers={}) if path == "taxonomies" else answer


def _not_posted(ask, path, parameters, *, post):
    return Answer(405, "{}") if post else ask(path, parameters)


def _spoil(document, **fields):
    document.update(fields)


def _spoil_each(page, **fields):
    for one in page.get("contents", []):
        one.update(fields)


def _forget(page, name):
    for one in page.get("contents", []):
        one.pop(name, None)


def _schedules_daily(service):
    # Whichever is asked for by chance: where it has no hours it is given some.
    told = service.get("schedules") or [{"id": "5a2f2f4e-8d0e-4a0e-9f6b-3d0f6a5c9b11"}]
    service["schedules"] = [{**one, "freq": "DAILY"} for one in told]


# Each way of breaking the feed, and the check that must find it.
BROKEN = {
    **{f"passes over {name}": (name, _without(name)) for name in CHOOSING},
    "passes over proximity": ("proximity", _without("proximity")),
    "passes over full": ("full", _without("full")),
    "passes over minimal": ("minimal", _without("minimal")),
    "passes over format": ("ndjson", _without("format")),
    "passes over per_page": ("per_page", _without("per_page")),
    "passes over page": ("beyond", _without("page")),
    "takes «and» for «or the last»": ("together", _either),
    "leaves out what changed at that moment": ("modified_after", _strictly_after),
    "counts one too many": (
        "pages",
        _changing(
            _is("services"),
            lambda p: _spoil(p, total_items=p.get("total_items", 0) + 1),
        ),
    ),
    "never comes to a last page": (
        "envelope",
        _changing(_is("services"), lambda p: _spoil(p, last_page=False)),
    ),
    "says that nothing is empty": (
        "beyond",
        _changing(_is("services"), lambda p: _spoil(p, empty=False)),
    ),
    "lets pages overlap": ("pages", _overlapping),
    "has another order each time": ("steady", _Unsteady()),
    "writes null": (
        "nulls",
        _changing(_one_of("services"), lambda s: _spoil(s, alert=None)),
    ),
    "knows whom nobody knows": ("nobody", _nobody_is_somebody),
    "answers with another service": ("one", _another),
    "shuts out other pages": ("open", _closed),
    "says a version of its own": (
        "about",
        _changing(_is(""), lambda a: _spoil(a, version="HSDS 3.0 (UK)")),
    ),
    "lists services without status": (
        "services.list",
        _changing(_is("services"), lambda p: _forget(p, "status")),
    ),
    "has schedules that the profile has not": (
        "services.one",
        _changing(_one_of("services"), _schedules_daily),
    ),
    "has no services at places": (
        "service_at_locations.list",
        _refusing("service_at_locations", 404),
    ),
    "has no one service at a place": (
        "service_at_locations.one",
        _refusing("service_at_locations/", 404),
    ),
    "tells taxonomies without description": (
        "taxonomies.list",
        _changing(_is("taxonomies"), lambda p: _forget(p, "description")),
    ),
    "has an empty list of terms": (
        "terms",
        _changing(
            _is("taxonomy_terms"),
            lambda p: _spoil(p, contents=[], empty=True, total_items=0, size=0),
        ),
    ),
    "tells organisations with a website that is none": (
        "organizations",
        _changing(_one_of("organizations"), lambda o: _spoil(o, website="www example")),
    ),
    "takes no question that is posted": ("post", _not_posted),
}
