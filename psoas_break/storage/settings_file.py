"""The settings as a TOML file a person can read and mend."""

import codecs
import os
import tomllib
from pathlib import Path
from typing import Any

from psoas_break.domain.settings import Settings
from psoas_break.storage.atomic import StorageError, beside, reason_of, replace_file
from psoas_break.storage.settings_keys import values_of
from psoas_break.storage.settings_reading import build, read_text
from psoas_break.words import gettext as _

ATTEMPTS = 5

Stamp = tuple[int, int, int]


def stamp(path: Path) -> Stamp | None:
    """Return what changes when the file does; None while there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def load(path: Path, site_path: Path | None = None) -> tuple[Settings, list[str]]:
    """Read the settings; whatever cannot be used falls back to its default.

    Args:
        path: the user's file; it need not be there.
        site_path: an organisation's defaults; the user's own win key by key.

    Returns:
        The settings, and one line for each problem: the file, the line and key,
        and what is used instead. A file that cannot be parsed is kept beside as
        `settings.toml.bad-<time>`.
    """
    base, problems = _load_site(site_path)
    text, raw, trouble = _parsed(path)
    if trouble:
        return base, [*problems, trouble]
    settings, more = build(base, raw, file=path.name, text=text)
    return settings, problems + more


def save(
    path: Path,
    settings: Settings,
    *,
    was: Settings | None = None,
    site_path: Path | None = None,
) -> None:
    """Write what changed, and leave the rest of the file as it is.

    Comments, order, unknown keys and keys edited by hand meanwhile survive. A
    file that cannot be parsed is kept beside and begun anew.

    Args:
        path: the user's file, made if it is not there.
        settings: what the user wants now.
        was: the settings the user changed; what differs from them is written.
            None means what the file says now.
        site_path: an organisation's defaults, if there are any.

    Raises:
        StorageError: when it cannot be written; the file is then as before.
    """
    if was is None:
        was, _problems = load(path, site_path)
    before = values_of(was)
    changed = {k: v for k, v in values_of(settings).items() if v != before[k]}
    if not changed:
        return
    # tomlkit costs 14 ms and 2.7 MB, and only a change of settings needs it.
    from psoas_break.storage.settings_editing import edited  # noqa: PLC0415

    base, _problems = _load_site(site_path)
    for _attempt in range(ATTEMPTS):
        seen = stamp(path)
        text, mark = _to_edit(path)
        try:
            text = edited(text, changed, wanted=values_of(settings), base=base)
        except ValueError as error:
            raise StorageError.writing(path, error) from error
        if stamp(path) == seen:
            replace_file(path, mark + text.encode())
            return
    raise StorageError(
        _("{file} cannot be written: it keeps changing").format(file=path)
    )


def defaults(site_path: Path | None = None) -> Settings:
    """Return what holds where the user's file says nothing."""
    found, _problems = _load_site(site_path)
    return found


def _load_site(site_path: Path | None) -> tuple[Settings, list[str]]:
    """Read an organisation's defaults; where it has none, they are our own."""
    if site_path is None:
        return Settings(), []
    try:
        text = read_text(site_path)
        raw = tomllib.loads(text)
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError, RecursionError) as error:
        return Settings(), [_not_used(site_path, error)]
    return build(Settings(), raw, file=str(site_path), text=text)


def _parsed(path: Path) -> tuple[str, dict[str, Any], str]:
    """Return the file's text, parsed, and why there is nothing to use."""
    try:
        text = read_text(path)
        return text, tomllib.loads(text), ""
    except FileNotFoundError:
        return "", {}, ""
    except OSError as error:
        return "", {}, _not_used(path, error)
    except (ValueError, RecursionError) as error:
        return "", {}, _kept(path, error)


def _to_edit(path: Path) -> tuple[str, bytes]:
    """Return the text to edit, and the byte order mark it began with.

    Raises:
        StorageError: when the file is there and cannot be read.
    """
    try:
        text = read_text(path)
        tomllib.loads(text)
        marked = path.read_bytes().startswith(codecs.BOM_UTF8)
    except FileNotFoundError:
        return "", b""
    except OSError as error:
        raise StorageError.writing(path, error) from error
    except (ValueError, RecursionError):
        _keep_bad(path)
        return "", b""
    return text, codecs.BOM_UTF8 if marked else b""


def _keep_bad(path: Path) -> Path:
    """Copy a file that cannot be parsed to `settings.toml.bad-<time>`.

    It is copied and not moved: it may be open in an editor, half written.

    Raises:
        StorageError: when the copy cannot be written.
    """
    real = Path(os.path.realpath(path))
    try:
        kept = beside(path, "bad")
        content = real.read_bytes()
        if kept.exists() and kept.read_bytes() == content:
            return kept
    except OSError as error:
        raise StorageError.writing(path, error) from error
    replace_file(kept, content)
    return kept


def _kept(path: Path, error: Exception) -> str:
    trouble = _not_used(path, error)
    try:
        kept = _keep_bad(path)
    except StorageError as refusal:
        return f"{trouble}. {refusal}"
    return _("{trouble}. It is kept as {kept}").format(trouble=trouble, kept=kept.name)


def _not_used(path: Path, error: Exception) -> str:
    return _("{file} cannot be used, the defaults are: {reason}").format(
        file=path, reason=reason_of(error)
    )
