"""What does htmx get, and what does everybody else?"""

import pytest
from django.template import engines
from django.test import RequestFactory
from jinja2 import ChoiceLoader, DictLoader, UndefinedError

from weft.shell.rendering import render

TEMPLATES = {
    "trial/with_part.jinja": (
        '{% extends "layout.jinja" %}{% block content %}<h1>All</h1>'
        "{% block fragment %}<p>{{ ui.tag(word) }}</p>{% endblock %}{% endblock %}"
    ),
    "trial/without.jinja": (
        '{% extends "layout.jinja" %}{% block content %}<h1>All</h1>{% endblock %}'
    ),
    "trial/form.jinja": "{{ csrf_input }}",
    "trial/wrong.jinja": "{{ ui.no_such_thing('x') }}",
    "trial/unsaid.jinja": "{{ nobody_handed_this_in }}",
}


@pytest.fixture(autouse=True)
def _trial_templates(monkeypatch):
    env = engines["jinja2"].env
    loader = ChoiceLoader([DictLoader(TEMPLATES), env.loader])
    monkeypatch.setattr(env, "loader", loader)


def asked(**headers):
    return RequestFactory().get("/x", headers=headers)


def test_a_browser_gets_the_page():
    found = render(asked(), "trial/with_part.jinja", word="new").content.decode()
    assert "<h1>All</h1>" in found
    assert "<!doctype html>" in found


def test_htmx_gets_only_the_part_with_its_components():
    request = asked(**{"HX-Request": "true"})
    found = render(request, "trial/with_part.jinja", word="new").content.decode()
    assert found.strip() == '<p><strong class="nhsuk-tag">new</strong></p>'


def test_htmx_gets_the_page_where_there_is_no_part():
    request = asked(**{"HX-Request": "true"})
    assert b"<!doctype html>" in render(request, "trial/without.jinja").content


def test_going_back_in_history_gets_the_page():
    request = asked(**{"HX-Request": "true", "HX-History-Restore-Request": "true"})
    answer = render(request, "trial/with_part.jinja", word="new")
    assert b"<!doctype html>" in answer.content


def test_a_shared_cache_keeps_page_and_part_apart():
    assert "HX-Request" in render(asked(), "trial/without.jinja")["Vary"]


def test_what_is_handed_in_is_escaped():
    found = render(asked(), "trial/with_part.jinja", word="<script>").content
    assert b"<script>alert" not in found
    assert b"&lt;script&gt;" in found


def test_no_cookie_is_asked_for_unless_a_form_needs_one():
    request = asked()
    render(request, "trial/without.jinja")
    assert "CSRF_COOKIE_NEEDS_UPDATE" not in request.META
    render(request, "trial/form.jinja")
    assert "CSRF_COOKIE_NEEDS_UPDATE" in request.META


@pytest.mark.parametrize("template", ["trial/wrong.jinja", "trial/unsaid.jinja"])
def test_what_is_not_there_is_a_bug_and_not_a_blank(template):
    with pytest.raises(UndefinedError):
        render(asked(), template)


def test_the_status_is_kept():
    assert render(asked(), "trial/without.jinja", 422).status_code == 422
