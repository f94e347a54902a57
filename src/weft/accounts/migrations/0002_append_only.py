"""What keeps the record append-only, besides our own good intentions?

The data base itself refuses to change or delete an entry. Somebody who owns the data
base can still remove the trigger first; then the chain of hashes shows it.
"""

from django.db import migrations

REFUSAL = "the record is append-only"

SQLITE = {
    f"the_record_refuses_{deed}": (
        f"CREATE TRIGGER the_record_refuses_{deed} BEFORE {deed.upper()} ON accounts_entry "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )
    for deed in ("update", "delete")
}
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION the_record_refuses() RETURNS trigger LANGUAGE plpgsql"
    f" AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    "CREATE TRIGGER the_record_refuses_change BEFORE UPDATE OR DELETE ON accounts_entry"
    " FOR EACH ROW EXECUTE FUNCTION the_record_refuses()",
)


def refuse_changes(apps, schema_editor):
    statements = (
        SQLITE.values() if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    )
    for statement in statements:
        schema_editor.execute(statement)


def allow_changes(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in SQLITE:
            schema_editor.execute(f"DROP TRIGGER {name}")
    else:
        schema_editor.execute(
            "DROP TRIGGER the_record_refuses_change ON accounts_entry"
        )
        schema_editor.execute("DROP FUNCTION the_record_refuses()")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_first")]

    operations = [migrations.RunPython(refuse_changes, allow_changes)]
