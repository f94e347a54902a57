"""What is done, step by step, when something is backed up or brought back?"""

import os
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from weft import __version__
from weft.cli.keeping import sqlite
from weft.cli.keeping.archive import Manifest, new_archive, open_archive, unpack
from weft.cli.serving_lock import whoever_serves
from weft.commons.errors import Damaged, WronglyConfigured

BACKUPS = "backups"


def backup(*, folder: Path, target: Path | None = None, reason: str = "asked") -> Path:
    """Back up all that a deployment knows into one file.

    Parameters
    ----------
    folder
        The data folder.
    target
        The file to write; by default one in the data folder's ``backups``.
    reason
        Kept in the manifest: asked, before-migrating, before-restoring.

    Raises
    ------
    WronglyConfigured
        There is nothing to back up.
    Damaged
        SQLite finds the data base damaged.
    """
    if not _on_postgresql():
        sqlite.refuse_nothing(folder)
    now = datetime.now(UTC)
    stamp = f"{now:%Y-%m-%dT%H%M%S.%f}"[:-3]
    target = target or folder / BACKUPS / f"weft-{stamp}-{reason}.zip"
    with new_archive(target) as pack:
        told = Manifest(
            weft=__version__,
            made_at=now.isoformat(timespec="seconds"),
            reason=reason,
            kind="",
            migrations={},
            entries=0,
            last_hash="",
            files=pack.files,
        )
        if _on_postgresql():
            from weft.cli.keeping import postgresql  # noqa: PLC0415 needs Django awake

            told = postgresql.pack(pack, folder, told)
        else:
            told = sqlite.pack(pack, folder, told)
        pack.seal(told)
    return target


def restore(
    file: Path, *, folder: Path, replace: bool, saying: Callable[[str], None]
) -> Manifest:
    """Bring back a backup, and look whether all of it is there.

    Raises
    ------
    FileNotUnderstood
        The file is no whole backup; nothing was changed.
    WronglyConfigured
        Something stands where it would go, or is being served.
    """
    if serving := whoever_serves(folder):
        raise WronglyConfigured(
            f"{folder} is being served ({serving}). Stop it first: restoring under a "
            "running server would mix two states."
        )
    with open_archive(file) as (opened, manifest):
        if (manifest.kind == "postgresql") != _on_postgresql():
            raise WronglyConfigured(
                f"{file.name} is a backup of {manifest.kind}. "
                + (
                    "Set WEFT_DATABASE_URL to an empty PostgreSQL data base."
                    if manifest.kind == "postgresql"
                    else "Unset WEFT_DATABASE_URL to restore it into a folder."
                )
            )
        if _on_postgresql():
            _into_postgresql(opened, manifest, folder, replace=replace, saying=saying)
        else:
            _into_folder(opened, manifest, folder, replace=replace, saying=saying)
    return manifest


def _into_folder(
    opened: zipfile.ZipFile,
    manifest: Manifest,
    folder: Path,
    *,
    replace: bool,
    saying: Callable[[str], None],
) -> None:
    """Unpack beside, verify there, then change places."""
    occupied = (folder / sqlite.FILE).exists()
    if occupied and not replace:
        raise WronglyConfigured(_occupied(folder))
    beside = folder.with_name(folder.name + ".restoring")
    shutil.rmtree(beside, ignore_errors=True)
    unpack(opened, manifest, beside)
    (beside / sqlite.INSIDE).replace(beside / sqlite.FILE)
    (beside / sqlite.INSIDE).parent.rmdir()
    _spread_files(beside, beside)
    saying("Every file is as it was backed up.")
    sqlite.complain_of(beside / sqlite.FILE)
    _verify_record(manifest, beside)
    saying(f"The tables are whole, and the record of {manifest.entries} deeds holds.")
    kept = _kept_as_it_is(folder, saying) if occupied else None
    if folder.exists():
        _change_places(folder, beside, keep=kept)
    else:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside.rename(folder)


def _kept_as_it_is(folder: Path, saying: Callable[[str], None]) -> Path | None:
    """Back up what is about to be replaced; too damaged for that, it is kept whole.

    Returns
    -------
    Path | None
        Where the damaged folder will be kept.
    """
    try:
        saved = backup(folder=folder, reason="before-restoring")
    except Damaged:
        kept = folder.with_name(
            f"{folder.name}.damaged-{datetime.now(UTC):%Y%m%d%H%M%S}"
        )
        saying(f"What was there is damaged; the whole folder is kept as {kept}")
        return kept
    saying(f"What was there is backed up to {saved}")
    return None


def _change_places(folder: Path, beside: Path, *, keep: Path | None) -> None:
    """Put the restored folder where the old one stood; its backups stay."""
    if (folder / BACKUPS).exists():
        shutil.copytree(folder / BACKUPS, beside / BACKUPS, dirs_exist_ok=True)
    old = keep or folder.with_name(folder.name + ".replaced")
    shutil.rmtree(old, ignore_errors=True)
    folder.rename(old)
    beside.rename(folder)
    if not keep:
        shutil.rmtree(old)


def _into_postgresql(
    opened: zipfile.ZipFile,
    manifest: Manifest,
    folder: Path,
    *,
    replace: bool,
    saying: Callable[[str], None],
) -> None:
    """Check every file first, then empty the data base, fill it and verify it."""
    import django  # noqa: PLC0415 restoring opens no data base before it has looked

    django.setup()
    from weft.cli.keeping import postgresql  # noqa: PLC0415 needs Django awake

    occupied = bool(postgresql.tables())
    if occupied and not replace:
        raise WronglyConfigured(_occupied(folder))
    beside = folder.with_name(folder.name + ".restoring")
    shutil.rmtree(beside, ignore_errors=True)
    unpack(opened, manifest, beside)
    saying("Every file is as it was backed up.")
    if occupied:
        saved = backup(folder=folder, reason="before-restoring")
        saying(f"What was there is backed up to {saved}")
        postgresql.drop_everything()
    postgresql.load(opened, manifest)
    _verify_record(manifest, folder)
    _spread_files(beside, folder)
    shutil.rmtree(beside)
    saying(
        f"The data base is filled, and its record of {manifest.entries} deeds holds."
    )


def _spread_files(beside: Path, folder: Path) -> None:
    """Lay the kept files where they belong."""
    kept = beside / "files"
    if kept.exists():
        shutil.copytree(kept, folder, dirs_exist_ok=True)
        shutil.rmtree(kept)
    secret = folder / "secret-key"
    if secret.exists():
        secret.chmod(0o600)


def _verify_record(manifest: Manifest, folder: Path) -> None:
    """Migrate what was brought back if it is older, and check the chain of deeds."""
    os.environ["WEFT_DATA_DIR"] = str(folder)
    import django  # noqa: PLC0415 only now is there something to open

    django.setup()
    from django.db import connections  # noqa: PLC0415 needs Django awake

    from weft.accounts.queries import record_state  # noqa: PLC0415 needs Django awake
    from weft.cli.migrating import bring_up_to_date  # noqa: PLC0415 needs Django awake

    bring_up_to_date(backing_up=False)
    found = record_state()
    connections.close_all()
    if (
        found.first_broken is not None
        or found.entries != manifest.entries
        or found.last_hash != manifest.last_hash
    ):
        raise WronglyConfigured(
            f"The record in this backup does not hold together at entry "
            f"{found.first_broken or found.entries}: somebody changed it before it was "
            "backed up. Nothing was replaced; take an older backup."
        )


def _on_postgresql() -> bool:
    return bool(os.environ.get("WEFT_DATABASE_URL"))


def _occupied(folder: Path) -> str:
    return (
        f"There is something in {folder} already. To put the backup in its place "
        "(what is there is backed up first): ./weft restore FILE --replace"
    )
