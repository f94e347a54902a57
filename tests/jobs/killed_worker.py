"""A worker in a process of its own, to be killed in the middle of what it does.

``python tests/jobs/killed_worker.py SECONDS`` with the data base named by the
environment. Its job takes a moment before, inside and after its transaction, so that
a kill may fall anywhere.
"""

import os
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    os.environ["DJANGO_SETTINGS_MODULE"] = "weft.config.settings"
    import django

    django.setup()
    from tests.deeds import allow_deeds_of_tests
    from weft.accounts.services import record
    from weft.jobs.lease import Pace
    from weft.jobs.registry import job
    from weft.jobs.worker import Worker

    allow_deeds_of_tests()

    @job("test.once", most_tries=1_000)
    def leave_one_mark(turn):
        time.sleep(0.01)
        turn.progress(1, 2, "reckoning")
        with turn.finishing():
            record(by=turn.by, deed="test.once", subject=str(turn.told["mark"]))
            time.sleep(0.01)
        time.sleep(0.005)

    @job("test.careless", most_tries=1_000)
    def leave_marks_carelessly(turn):
        record(by=turn.by, deed="test.once", subject=str(turn.told["mark"]))
        say("marked")
        time.sleep(0.2)  # long enough to be killed between the deed and its end

    pace = Pace(lease=0.6, beat=0.1, look=0.02, back_off=0.05, longest=0.05)
    worker = Worker(pace=pace)
    threading.Timer(float(sys.argv[1]), worker.stop).start()
    say("working")
    worker.work_until_stopped()


if __name__ == "__main__":
    main()
