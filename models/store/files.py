"""Every operating-system call of the store, with its Windows branch; nothing else in models touches the file system.

On Windows a folder cannot be synchronised and an open file cannot be replaced, so replacing is tried again for a while there.
"""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import os
import shutil
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from models.errors import UserError

WINDOWS = sys.platform == "win32"
_PROGRAM = "soi-workbench"
_PIECE = 1 << 20
_REPLACE_TRIES = 20 if WINDOWS else 1


def data_folder(name: str) -> Path:
    """Return the private folder `name` of this program and user, made when it is missing."""
    folder = Path(platformdirs.user_data_dir(_PROGRAM, appauthor=False)) / name
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def cache_folder(name: str) -> Path:
    """Return the folder `name` of this program and user for what can be made again."""
    folder = Path(platformdirs.user_cache_dir(_PROGRAM, appauthor=False)) / name
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def author() -> str:
    """Return who works here: SOI_AUTHOR, or the user's name."""
    named = os.environ.get("SOI_AUTHOR", "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def read(path: Path) -> bytes:
    """Return the bytes of a file."""
    return path.read_bytes()


def read_head(path: Path, length: int) -> bytes:
    """Return the first `length` bytes of a file."""
    with path.open("rb") as file:
        return file.read(length)


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` so that the old or the new content is there, whole, at any moment."""
    with staged(path) as stage, stage.open("wb") as file:
        file.write(content)


def copy_whole(origin: Path, path: Path) -> None:
    """Copy a file so that the old or the new content is at `path`, whole, at any moment."""
    with staged(path) as stage:
        copy(origin, stage)


def copy(origin: Path, path: Path) -> None:
    """Copy a file's bytes to `path`, in place."""
    with origin.open("rb") as source, path.open("wb") as target:
        shutil.copyfileobj(source, target, _PIECE)


@contextlib.contextmanager
def staged(path: Path) -> Iterator[Path]:
    """Yield a place beside `path` to write at; when the block ends well it is synchronised and takes the place of `path`."""
    stage = path.with_name(f".soi-{os.getpid()}-{time.monotonic_ns()}.tmp")
    try:
        yield stage
        sync(stage)
        replace(stage, path)
    except BaseException:
        with contextlib.suppress(OSError):
            stage.unlink(missing_ok=True)
        raise


def sync(path: Path) -> None:
    """Force a file's bytes onto the disk."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(origin: Path, path: Path) -> None:
    """Let `origin` take the place of `path` at once, and force the folder's entry onto the disk."""
    for wait in range(_REPLACE_TRIES):
        try:
            os.replace(origin, path)
            break
        except PermissionError:
            if wait == _REPLACE_TRIES - 1:
                raise
            time.sleep(0.05 * (wait + 1))
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Force a folder's entries onto the disk, where the system can."""
    if WINDOWS:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def create_exclusive(path: Path, content: bytes) -> bool:
    """Make a new file with `content`; return False, and change nothing, when there is one already."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        return False
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    return True


def remove(path: Path) -> None:
    """Remove a file; it is no error when there is none."""
    path.unlink(missing_ok=True)


def remove_folder(folder: Path) -> None:
    """Remove a folder of this program's own with what is in it."""
    shutil.rmtree(folder, ignore_errors=True)


def is_writable(folder: Path) -> bool:
    """Return whether files can be made in `folder`."""
    return os.access(folder, os.W_OK | os.X_OK)


def user() -> str:
    """Return the name under which the user is signed in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def host() -> str:
    """Return the name of this machine."""
    return socket.gethostname()


def boot() -> str:
    """Return a mark of this start of the machine, empty where the system gives none."""
    with contextlib.suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    return ""


def process_start(pid: int) -> str | None:
    """Return a mark of when process `pid` started, empty where the system gives none, None when there is no such process."""
    if WINDOWS:
        return _windows_process_start(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        pass
    with contextlib.suppress(OSError, IndexError):
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return None if status[0] in "ZX" else status[19]
    return ""


def _windows_process_start(pid: int) -> str | None:
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    query_limited_information = 0x1000
    handle = kernel.OpenProcess(query_limited_information, False, pid)
    if not handle:
        return None
    try:
        times = [wintypes.FILETIME() for _ in range(4)]
        if not kernel.GetProcessTimes(handle, *(ctypes.byref(moment) for moment in times)):
            return ""
        created, exited = times[0], times[1]
        if exited.dwHighDateTime or exited.dwLowDateTime:
            return None
        return f"{created.dwHighDateTime}.{created.dwLowDateTime}"
    finally:
        kernel.CloseHandle(handle)


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses within the block into a sentence that names `path`."""
    try:
        yield
    except FileNotFoundError as error:
        raise UserError("file.missing", path=str(path)) from error
    except PermissionError as error:
        raise UserError("file.forbidden", path=str(path)) from error
    except IsADirectoryError as error:
        raise UserError("file.is_folder", path=str(path)) from error
    except OSError as error:
        if error.errno == 28:  # ENOSPC
            raise UserError("file.disk_full", path=str(path)) from error
        raise UserError("file.system", path=str(path), reason=error.strerror or str(error)) from error
