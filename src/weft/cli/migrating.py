"""Is the data base as this version of Weft needs it, and what if it is not?

A newer version brings its own tables. Before anything is changed, what is there is
backed up; then it is migrated. A data base from a *newer* version is refused: going
back is done with ``./weft restore``.
"""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from weft.cli.keeping import backup
from weft.commons.errors import WronglyConfigured


def bring_up_to_date(
    *, saying: Callable[[str], None] = print, backing_up: bool = True
) -> Path | None:
    """Make or migrate the tables; every command that opens the data base calls this.

    Returns
    -------
    Path | None
        The backup that was made first, where there was anything to lose.

    Raises
    ------
    WronglyConfigured
        The data base was made by a newer version.
    """
    executor = MigrationExecutor(connection)
    loader = executor.loader
    applied = set(loader.applied_migrations)
    unknown = sorted(applied - set(loader.graph.nodes) - set(loader.replacements))
    if unknown:
        raise WronglyConfigured(
            f"The data folder {settings.DATA_DIR} was written by a newer Weft "
            f"(it knows {unknown[0][0]} {unknown[0][1]}, this version does not). "
            "Use the newer version, or restore a backup made by this one: "
            "./weft restore FILE --replace"
        )
    if not executor.migration_plan(loader.graph.leaf_nodes()):
        return None
    saved = None
    if applied and backing_up:
        saying("This is a newer Weft than the one that wrote the data: backing up.")
        saved = backup(folder=settings.DATA_DIR, reason="before-migrating")
        saying(f"Backed up to {saved}")
    call_command("migrate", verbosity=0, interactive=False)
    return saved
