"""Is the house in order? For those who run it, and for their monitors.

``/health`` is a page, ``/health.json`` the same for a machine; both answer 503 when
somebody has to look.
"""

from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

from weft.jobs.house_state import HouseState, house_state
from weft.jobs.queries import WorkAbout
from weft.shell.rendering import render


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthPage:
    """The words of the page."""

    state: HouseState

    @property
    def heading(self) -> str:
        """Say the answer in the heading."""
        return "Yes, all is well" if self.state.is_in_order else "Somebody should look"

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Say each thing in a line."""
        state = self.state
        return [
            ("Weft", state.weft),
            ("Python", state.python),
            ("Data base", state.data_base),
            ("SQLite", state.sqlite),
            ("Room on the disk", _gigabytes(state.disk.free, state.disk.total)),
            ("Record of deeds", self._record),
            *((f"Work {s.value}", f"{n:,}") for s, n in state.work.items()),
        ]

    @property
    def jobs(self) -> list[tuple[str, str]]:
        """Say how the last pieces of work went."""
        return [(f"{w.job}, {w.asked_at:%-d %B %H:%M}", _went(w)) for w in self._last]

    @property
    def _last(self) -> tuple[WorkAbout, ...]:
        return self.state.latest

    @property
    def _record(self) -> str:
        broken = self.state.first_broken
        if broken is None:
            return f"{self.state.entries:,} entries, the newest 1,000 checked just now"
        return f"changed at entry {broken}"


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Show how everything stands."""
    state = house_state()
    page = HealthPage(state=state)
    return render(request, "web/health.jinja", _status(state), page=page)


@require_safe
def health_json(_request: HttpRequest) -> JsonResponse:
    """Say the same to a monitor."""
    state = house_state()
    told = {
        "in_order": state.is_in_order,
        "weft": state.weft,
        "python": state.python,
        "data_base": state.data_base,
        "sqlite": state.sqlite,
        "caution": state.caution,
        "record": {"entries": state.entries, "first_broken": state.first_broken},
        "disk": {"free": state.disk.free, "total": state.disk.total},
        "work": {standing.value: n for standing, n in state.work.items()},
        "latest": [
            {
                "job": w.job,
                "standing": w.standing.value,
                "asked_at": w.asked_at.isoformat(),
                "seconds": w.seconds,
                "tries": w.tries,
                "problem": w.problem,
            }
            for w in state.latest
        ],
    }
    return JsonResponse(told, status=_status(state))


def _status(state: HouseState) -> int:
    """Give monitors a status they understand."""
    return HTTPStatus.OK if state.is_in_order else HTTPStatus.SERVICE_UNAVAILABLE


def _gigabytes(free: int, total: int) -> str:
    return f"{free / 1e9:,.1f} of {total / 1e9:,.1f} GB free"


def _went(work: WorkAbout) -> str:
    seconds = "" if work.seconds is None else f" in {work.seconds:.1f} s"
    tries = "" if work.tries < 2 else f", try {work.tries}"  # noqa: PLR2004 a second one
    problem = f": {work.problem}" if work.problem else ""
    return f"{work.standing.value}{seconds}{tries}{problem}"


urlpatterns = [
    path("health", health, name="health"),
    path("health.json", health_json, name="health-json"),
]
