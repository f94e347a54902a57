"""How is everything kept safe, and brought back?

A backup is one zip file: a copy of the data base, every other file of the data
folder, and a manifest with the SHA-256 of each. On SQLite the copy is made by its
own online backup, so a server may go on serving; on PostgreSQL it is one repeatable
read of every table.
"""

from weft.cli.keeping.archive import Manifest, open_archive
from weft.cli.keeping.deeds import backup, restore

__all__ = ["Manifest", "backup", "open_archive", "restore"]
