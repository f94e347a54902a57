"""Is our markup what the official patterns say it should be (nhsuk-frontend 10)?"""

import html5lib
import pytest
from django.template import engines

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def drawn(source, **context):
    return engines["jinja2"].env.from_string(source).render(**context)


def tree(markup):
    return html5lib.parseFragment(markup, namespaceHTMLElements=False)


def classes(markup):
    return {
        name
        for node in tree(markup).iter()
        for name in (node.get("class") or "").split()
        if name.startswith("nhsuk-")
    }


OFFICIAL = {  # component: (ours, the classes of the official macro for the same thing)
    "button": (
        '{{ ui.button("Go", kind="secondary") }}',
        {"nhsuk-button", "nhsuk-button--secondary"},
    ),
    "details": (
        '{% call ui.details("More") %}Words{% endcall %}',
        {
            "nhsuk-details",
            "nhsuk-details__summary",
            "nhsuk-details__summary-text",
            "nhsuk-details__text",
        },
    ),
    "error-summary": (
        '{{ ui.error_summary([("near", "Say where")]) }}',
        {
            "nhsuk-error-summary",
            "nhsuk-error-summary__heading",
            "nhsuk-error-summary__body",
            "nhsuk-error-summary__list",
            "nhsuk-list",
        },
    ),
    "input": (
        '{{ ui.input("near", "Where?", hint="A street", error="Say where") }}',
        {
            "nhsuk-form-group",
            "nhsuk-form-group--error",
            "nhsuk-label",
            "nhsuk-hint",
            "nhsuk-error-message",
            "nhsuk-u-visually-hidden",
            "nhsuk-input",
            "nhsuk-input--error",
        },
    ),
    "checkboxes": (
        '{{ ui.checkboxes("wish", "What?", [("a", "A")]) }}',
        {
            "nhsuk-form-group",
            "nhsuk-fieldset",
            "nhsuk-fieldset__legend",
            "nhsuk-checkboxes",
            "nhsuk-checkboxes__item",
            "nhsuk-checkboxes__input",
            "nhsuk-checkboxes__label",
            "nhsuk-label",
        },
    ),
    "radios": (
        '{{ ui.radios("far", "How far?", [("15", "A little")]) }}',
        {
            "nhsuk-form-group",
            "nhsuk-fieldset",
            "nhsuk-fieldset__legend",
            "nhsuk-radios",
            "nhsuk-radios__item",
            "nhsuk-radios__input",
            "nhsuk-radios__label",
            "nhsuk-label",
        },
    ),
    "pagination": (
        '{{ ui.pagination("/a", "/b", "1", "3") }}',
        {
            "nhsuk-pagination",
            "nhsuk-list",
            "nhsuk-pagination__list",
            "nhsuk-pagination-item--previous",
            "nhsuk-pagination-item--next",
            "nhsuk-pagination__link",
            "nhsuk-pagination__link--prev",
            "nhsuk-pagination__link--next",
            "nhsuk-pagination__title",
            "nhsuk-pagination__page",
            "nhsuk-u-visually-hidden",
            "nhsuk-icon",
            "nhsuk-icon--arrow-left",
            "nhsuk-icon--arrow-right",
        },
    ),
    "action-link": (
        '{{ ui.action_link("On", "/on") }}',
        {
            "nhsuk-action-link",
            "nhsuk-action-link__text",
            "nhsuk-icon",
            "nhsuk-icon--arrow-right-circle",
        },
    ),
    "tag": ('{{ ui.tag("new", "blue") }}', {"nhsuk-tag", "nhsuk-tag--blue"}),
    "inset-text": (
        '{{ ui.inset("Words") }}',
        {"nhsuk-inset-text", "nhsuk-u-visually-hidden"},
    ),
    "summary-list": (
        '{{ ui.summary_list([("Cost", "Nothing")]) }}',
        {
            "nhsuk-summary-list",
            "nhsuk-summary-list__row",
            "nhsuk-summary-list__key",
            "nhsuk-summary-list__value",
        },
    ),
}


@pytest.mark.parametrize("component", OFFICIAL)
def test_classes_are_those_of_the_official_pattern(component):
    source, expected = OFFICIAL[component]
    assert classes(drawn(source)) == expected


def test_a_field_is_tied_to_its_label_its_hint_and_its_error():
    found = tree(drawn('{{ ui.input("near", "Where?", hint="A", error="B") }}'))
    field = found.find(".//input")
    described = field.get("aria-describedby").split()
    ids = {node.get("id") for node in found.iter() if node.get("id")}
    assert found.find(".//label").get("for") == field.get("id")
    assert described == ["near-hint", "near-error"]
    assert set(described) <= ids


def test_the_summary_of_errors_leads_to_the_first_box_of_a_group():
    boxes = '{{ ui.chips("wish", "What?", [("a", "A"), ("b", "B")]) }}'
    ids = [node.get("id") for node in tree(drawn(boxes)).iter("input")]
    assert ids == ["wish", "wish-2"]


def test_what_was_chosen_stays_chosen():
    source = '{{ ui.chips("wish", "What?", items, chosen=("b",)) }}'
    found = tree(drawn(source, items=[("a", "A"), ("b", "B")]))
    checked = [
        node.get("value") for node in found.iter("input") if "checked" in node.attrib
    ]
    assert checked == ["b"]


def test_a_word_in_another_language_says_so():
    source = '{{ ui.chips("language", "In", items) }}'
    found = tree(drawn(source, items=[("ur", "اردو", "ur")]))
    assert found.find(".//label").get("lang") == "ur"


def test_what_people_say_cannot_become_markup():
    for source in (
        "{{ ui.voice(word) }}",
        "{{ ui.tag(word) }}",
        "{{ ui.button(word) }}",
        '{{ ui.input("a", word, word, hint=word, error=word) }}',
        '{{ ui.fact("yes", word) }}',
    ):
        assert "<img" not in drawn(source, word='<img src=x onerror="1">')


def test_each_fact_says_yes_no_or_not_known_without_colour():
    said = {
        state: drawn(f'{{{{ ui.fact("{state}", "Step-free") }}}}')
        for state in ("yes", "no", "unknown")
    }
    assert "Yes: " in said["yes"]
    assert "No: " in said["no"]
    assert "Not known: " in said["unknown"]
    assert (
        len({markup.split("<svg")[1].split("</svg>")[0] for markup in said.values()})
        == 3
    )


ORACLE = {  # component: (its macro, what the official macro is told for the same thing)
    "button": ("button", {"text": "Go", "variant": "secondary"}),
    "details": ("details", {"summaryText": "More", "text": "Words"}),
    "error-summary": (
        "errorSummary",
        {
            "titleText": "There is a problem",
            "errorList": [{"text": "Say where", "href": "#near"}],
        },
    ),
    "input": (
        "input",
        {
            "id": "near",
            "name": "near",
            "label": {"text": "Where?"},
            "hint": {"text": "A street"},
            "errorMessage": {"text": "Say where"},
        },
    ),
    "checkboxes": (
        "checkboxes",
        {
            "name": "wish",
            "fieldset": {"legend": {"text": "What?"}},
            "items": [{"value": "a", "text": "A"}],
        },
    ),
    "radios": (
        "radios",
        {
            "name": "far",
            "fieldset": {"legend": {"text": "How far?"}},
            "items": [{"value": "15", "text": "A little"}],
        },
    ),
    "pagination": (
        "pagination",
        {
            "previousUrl": "/a",
            "previousPage": "1",
            "nextUrl": "/b",
            "nextPage": "3",
        },
    ),
    "action-link": ("actionLink", {"text": "On", "href": "/on"}),
    "tag": ("tag", {"text": "new", "classes": "nhsuk-tag--blue"}),
    "inset-text": ("insetText", {"text": "Words"}),
    "summary-list": (
        "summaryList",
        {"rows": [{"key": {"text": "Cost"}, "value": {"text": "Nothing"}}]},
    ),
}


@pytest.mark.parametrize("component", OFFICIAL)
def test_the_official_macro_draws_the_same_classes(component):
    """The official port to Jinja is the oracle, where it is installed."""
    pytest.importorskip(
        "nhsuk_frontend_jinja", reason="not run: nhsuk-frontend-jinja is not installed"
    )
    from jinja2 import ChainableUndefined, Environment, PackageLoader

    env = Environment(
        loader=PackageLoader("nhsuk_frontend_jinja"),
        undefined=ChainableUndefined,
        autoescape=True,
    )
    macro, told = ORACLE[component]
    source = (
        f'{{% from "nhsuk/components/{component}/macro.jinja" import {macro} %}}'
        f"{{{{ {macro}(told) }}}}"
    )
    assert classes(env.from_string(source).render(told=told)) == OFFICIAL[component][1]
