"""The search index: plain tables, FTS5 on SQLite and a GIN index on PostgreSQL.

None of it is a model: it holds nothing that is not in a listing, and is written by
``assets.queries.search.reindex`` alone. No extension of PostgreSQL is needed. When a
listing goes, its words go with it, by the data base's own hand.
"""

from django.db import migrations

FINDABLE = """
CREATE TABLE assets_findable (
    listing_id BIGINT NOT NULL PRIMARY KEY {tie},
    region INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    cell_column INTEGER,
    cell_row INTEGER,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION,
    told_yes BIGINT NOT NULL,
    told_no BIGINT NOT NULL,
    price_pence INTEGER,
    hours SMALLINT NOT NULL,
    drop_in SMALLINT NOT NULL,
    name_words SMALLINT NOT NULL
    {more}
)
"""
# Covering: a search by place alone never opens the table (3 to 6 times an R*Tree).
BY_CELL = """
CREATE INDEX assets_findable_by_cell ON assets_findable (
    cell_column, cell_row, latitude, longitude, region, kind, told_yes, told_no,
    price_pence, hours, drop_in, name_words, listing_id
)
"""
BY_REGION = "CREATE INDEX assets_findable_by_region ON assets_findable (region)"
CODE = """
CREATE TABLE assets_searchcode (
    code INTEGER NOT NULL PRIMARY KEY,
    sort VARCHAR(10) NOT NULL,
    name VARCHAR(80) NOT NULL,
    UNIQUE (sort, name)
)
"""
SPELLING = """
CREATE TABLE assets_searchspelling (
    key TEXT NOT NULL,
    surface TEXT NOT NULL,
    token TEXT NOT NULL,
    listings INTEGER NOT NULL,
    region INTEGER NOT NULL
)
"""
BY_KEY = """
CREATE INDEX assets_searchspelling_by_key
ON assets_searchspelling (key, surface, token, listings, region)
"""
BY_KEY_REGION = """
CREATE INDEX assets_searchspelling_by_region ON assets_searchspelling (region)
"""

SQLITE = (
    FINDABLE.format(
        tie="REFERENCES assets_listing (id) ON DELETE CASCADE", more=""
    ).replace("BIGINT NOT NULL PRIMARY KEY", "INTEGER NOT NULL PRIMARY KEY"),
    # detail=none: no positions, since cells and names are told apart by their tokens.
    """
    CREATE VIRTUAL TABLE assets_searchtext USING fts5(
        tokens, detail=none, columnsize=0, tokenize="ascii tokenchars '_'"
    )
    """,
    """
    CREATE TRIGGER assets_findable_gone AFTER DELETE ON assets_findable BEGIN
        DELETE FROM assets_searchtext WHERE rowid = old.listing_id;
    END
    """,
)
POSTGRESQL = (
    FINDABLE.format(tie="", more=", tokens TSVECTOR NOT NULL"),
    "CREATE INDEX assets_findable_by_word ON assets_findable USING gin (tokens)",
    # A foreign key would stop the emptying of tables between tests; a trigger does not.
    """
    CREATE FUNCTION assets_listing_gone() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'TRUNCATE' THEN
            DELETE FROM assets_findable;
            DELETE FROM assets_searchspelling;
        ELSE
            DELETE FROM assets_findable USING gone
            WHERE assets_findable.listing_id = gone.id;
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER assets_listing_gone AFTER DELETE ON assets_listing
    REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION assets_listing_gone()
    """,
    """
    CREATE TRIGGER assets_listing_emptied AFTER TRUNCATE ON assets_listing
    FOR EACH STATEMENT EXECUTE FUNCTION assets_listing_gone()
    """,
)
BOTH = (BY_CELL, BY_REGION, CODE, SPELLING, BY_KEY, BY_KEY_REGION)


def lay(apps, schema_editor):
    """Make the index of whichever data base this is."""
    own = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]
    for statement in (*own, *BOTH):
        schema_editor.execute(statement, params=None)


def lift(apps, schema_editor):
    """Take the index away; no listing is touched."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION assets_listing_gone CASCADE")
    else:
        schema_editor.execute("DROP TABLE assets_searchtext")
    for table in ("findable", "searchcode", "searchspelling"):
        schema_editor.execute(f"DROP TABLE assets_{table}")


class Migration(migrations.Migration):
    dependencies = [("assets", "0001_first")]
    operations = [migrations.RunPython(lay, lift)]
