"""How is a PostgreSQL data base copied into a file, and out again?

With COPY, inside one repeatable read: no program of the data base's own is needed on
this machine, and the copy is of one moment.
"""

import zipfile
from collections.abc import Sequence
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

from weft.cli.keeping.archive import PIECE, Manifest, Pack
from weft.cli.keeping.sqlite import kept_files

TABLES = "tables/"
MIGRATIONS = "django_migrations"


def pack(pack: Pack, folder: Path, told: Manifest) -> Manifest:
    """Put every table, and every file of the data folder, into a backup."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute(
                "SELECT count(*), coalesce((SELECT hash FROM accounts_entry"
                " ORDER BY number DESC LIMIT 1), '') FROM accounts_entry"
            )
            entries, last = cursor.fetchone() or (0, "")
            columns = {table: _columns(table) for table in tables()}
            for table, named in columns.items():
                with (
                    pack.member(f"{TABLES}{table}") as write,
                    cursor.copy(_copy(table, named, "TO STDOUT")) as rows,
                ):
                    for piece in rows:
                        write(piece)
        migrations: dict[str, list[str]] = {}
        for app, name in MigrationRecorder(connection).applied_migrations():
            migrations.setdefault(app, []).append(name)
    for file in kept_files(folder):
        pack.add(file, f"files/{file.relative_to(folder).as_posix()}")
    return Manifest(
        weft=told.weft,
        made_at=told.made_at,
        reason=told.reason,
        kind="postgresql",
        migrations={app: sorted(names) for app, names in migrations.items()},
        entries=entries,
        last_hash=last,
        files=told.files,
        columns=columns,
    )


def tables() -> list[str]:
    """List every table there is, ours or Django's."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema ="
            " current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name"
        )
        return [name for (name,) in cursor.fetchall()]


def drop_everything() -> None:
    """Empty the data base of tables and functions, once it has been backed up."""
    with connection.cursor() as cursor:
        for table in tables():
            statement = sql.SQL("DROP TABLE {} CASCADE")
            cursor.execute(statement.format(sql.Identifier(table)))
        cursor.execute(
            "SELECT oid::regprocedure::text FROM pg_proc"
            " WHERE pronamespace = current_schema()::regnamespace AND NOT EXISTS"
            " (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')"
        )
        for (function,) in cursor.fetchall():  # which comes quoted
            cursor.execute(f"DROP FUNCTION {function} CASCADE")


def load(opened: zipfile.ZipFile, manifest: Manifest) -> None:
    """Make the tables as they were, and fill them, in one transaction."""
    for app, names in manifest.migrations.items():
        call_command("migrate", app, names[-1], verbosity=0, interactive=False)
    with transaction.atomic(), connection.cursor() as cursor:
        here = sql.SQL(", ").join(map(sql.Identifier, tables()))
        cursor.execute(sql.SQL("TRUNCATE {}").format(here))
        for table, columns in manifest.columns.items():
            statement = _copy(table, columns, "FROM STDIN")
            member = f"{TABLES}{table}"
            with cursor.copy(statement) as rows, opened.open(member) as source:
                while piece := source.read(PIECE):
                    rows.write(piece)
        _count_on()


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_schema ="
            " current_schema() AND table_name = %s AND is_generated = 'NEVER'"
            " ORDER BY ordinal_position",
            [table],
        )
        return [name for (name,) in cursor.fetchall()]


def _copy(table: str, columns: Sequence[str], direction: str) -> sql.Composed:
    named = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL("COPY {} ({}) {}").format(
        sql.Identifier(table),
        named,
        sql.SQL(direction),
    )


def _count_on() -> None:
    """Let every table number its next row after the last one brought back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND is_identity = 'YES'"
        )
        for table, column in cursor.fetchall():
            cursor.execute(
                sql.SQL(
                    "SELECT setval(pg_get_serial_sequence({}, {}),"
                    " coalesce(max({}), 0) + 1, false) FROM {}"
                ).format(
                    sql.Literal(f'"{table}"'),
                    sql.Literal(column),
                    sql.Identifier(column),
                    sql.Identifier(table),
                )
            )
