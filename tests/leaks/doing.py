"""How is the work that waits done at once, as a worker does it when it comes round?"""

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from weft.accounts.actors import Actor
from weft.jobs.models import Work
from weft.jobs.registry import job_named
from weft.jobs.turns import Turn


def do_what_waits() -> list[str]:
    """Do every piece of work that waits, due or not; say which jobs they were."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    done = []
    for queued in list(waiting.order_by("enqueued_at")):
        work = Work.objects.get(pk=queued.pk)
        told = queued.args_kwargs["kwargs"]["told"]
        turn = Turn(work=work.pk, worker="", by=Actor.job(work.job), told=told)
        job_named(work.job).deed(turn)
        if not turn.finished:
            with turn.finishing():
                pass
        done.append(work.job)
    return sorted(done)
