"""How does one of allauth's views draw itself as a page of ours?"""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse

from weft.shell.rendering import render


class InOurLook:
    """Draws a view of allauth's with a template and a presenter of ours.

    allauth sees to what is asked and whether it is right; the words are ours.
    """

    request: HttpRequest
    our_template: ClassVar[str]

    def page(self, told: dict[str, Any]) -> object:
        """Choose the words, from what allauth would have told its own template."""
        raise NotImplementedError

    def render_to_response(
        self, context: dict[str, Any], **_options: object
    ) -> HttpResponse:
        """Draw the page; a form that was not right answers 400."""
        form = context.get("form")
        wrong = form is not None and form.is_bound and not form.is_valid()
        status = 400 if wrong else 200
        page = self.page(context)
        return render(self.request, self.our_template, status, page=page)
