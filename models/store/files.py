"""Every operating-system call of the store, with its Windows branch; nothing else in models touches the file system.

On Windows a folder cannot be synchronised and an open file cannot be replaced, so replacing is tried again for a while
there.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import hashlib
import os
import shutil
import socket
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from models.errors import UserError
from models.store.refusals import explained

WINDOWS = sys.platform == "win32"
_PROGRAM = "soi-workbench"
_PIECE = 1 << 20
_REPLACE_TRIES = 20 if WINDOWS else 1
_LOST = (errno.EIO, errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN_IN_NAMES = frozenset('<>:"/\\|?*')
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))})


def data_folder(name: str) -> Path:
    """Return the private folder `name` of this program and user, made when it is missing."""
    return _own_folder(Path(platformdirs.user_data_dir(_PROGRAM, appauthor=False)) / name)


def cache_folder(name: str) -> Path:
    """Return the folder `name` of this program and user for what can be made again."""
    return _own_folder(Path(platformdirs.user_cache_dir(_PROGRAM, appauthor=False)) / name)


def _own_folder(folder: Path) -> Path:
    with explained(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def private_folder(folder: Path) -> Path:
    """Make a folder that only this user may look into, and return it."""
    with explained(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def real(path: Path) -> Path:
    """Return the absolute path of the file itself where `path` leads through links, so that one file has one name.

    On Windows this would also turn drive letters into network names, so only a link itself is followed there.
    """
    if WINDOWS and not path.is_symlink():
        return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would do what is told above
    return path.resolve()


def case_of(path: Path) -> str:
    """Return a path as the system compares it."""
    return os.path.normcase(path)


def free_place(path: Path) -> Path:
    """Return the real path of a new file; raises UserError where there is one already, or none can be."""
    with explained(path):
        place = real(path)
        if WINDOWS and is_refused_name(place.name):
            raise UserError("file.bad_name", path=str(place))
        if place.exists():
            raise UserError("file.exists", path=str(place))
        if not place.parent.is_dir():
            raise UserError("file.no_folder", path=str(place.parent))
    return place


def is_refused_name(name: str) -> bool:
    """Return whether Windows would take a file name for a device, a stream or another name."""
    stem = name.partition(".")[0].rstrip().upper()
    return stem in _DEVICES or name.endswith((" ", ".")) or bool(_FORBIDDEN_IN_NAMES & set(name))


def is_writable(path: Path) -> bool:
    """Return whether a file is there and not protected against writing."""
    return os.access(path, os.W_OK)


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
    with staged(path) as stage:
        stage.write_bytes(content)


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
    """Yield a place beside `path` to write at; when the block ends well it is made safe and takes the place of `path`.

    It keeps the permissions of the file that it replaces. What killed programs left at such places is swept away.
    """
    _sweep(path.parent)
    stage = _beside(path)
    try:
        yield stage
        with contextlib.suppress(OSError):
            shutil.copymode(path, stage)
        sync(stage)
        replace(stage, path)
    except BaseException:
        with contextlib.suppress(OSError):
            stage.unlink(missing_ok=True)
        raise


def _beside(path: Path) -> Path:
    return path.with_name(f".soi-{_machine()}-{os.getpid()}-{uuid.uuid4().hex[:8]}.tmp")


def _sweep(folder: Path) -> None:
    for left in folder.glob(f".soi-{_machine()}-*-*.tmp"):
        pid = left.name.split("-")[2]
        if pid.isdigit() and process_start(int(pid)) is None:
            with contextlib.suppress(OSError):
                left.unlink()


def _machine() -> str:
    return hashlib.sha256(host().encode()).hexdigest()[:8]


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
            origin.replace(path)
            break
        except PermissionError:
            if wait == _REPLACE_TRIES - 1:
                raise
            time.sleep(0.05 * (wait + 1))
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Force a folder's entries onto the disk, where the system can: some shares and folders refuse to."""
    if WINDOWS:
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in _LOST:
            raise


def create_exclusive(path: Path, content: bytes) -> bool:
    """Make a new file that holds `content` from the first moment; return False when there is one already."""
    stage = _beside(path)
    try:
        stage.write_bytes(content)
        if WINDOWS:
            stage.rename(path)
        else:
            path.hardlink_to(stage)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno in _LOST or not stage.exists():
            raise
        return _create_empty_first(path, content)
    finally:
        with contextlib.suppress(OSError):
            stage.unlink(missing_ok=True)
    return True


def _create_empty_first(path: Path, content: bytes) -> bool:
    """Do so where the file system knows no links: for a moment the file is empty."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        return False
    try:
        path.write_bytes(content)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return True


def lengthen(path: Path, size: int) -> None:
    """Let a file have `size` bytes, zeros where there were none."""
    os.truncate(path, size)


def rename(origin: Path, path: Path) -> None:
    """Give a file or folder of this program's own another name."""
    origin.rename(path)


def copy_folder(origin: Path, folder: Path) -> None:
    """Copy a folder with all that is in it; what lay at `folder` before gives way to it."""
    with explained(folder):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(origin, folder)


def remove(path: Path) -> None:
    """Remove a file; it is no error when there is none."""
    path.unlink(missing_ok=True)


def remove_folder(folder: Path) -> None:
    """Remove a folder of this program's own with what is in it."""
    shutil.rmtree(folder, ignore_errors=True)


def author() -> str:
    """Return who works here: SOI_AUTHOR, or the user's name."""
    return os.environ.get("SOI_AUTHOR", "").strip() or user()


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


def this_process() -> int:
    """Return the number of this process."""
    return os.getpid()


def process_start(pid: int) -> str | None:
    """Return a mark of when a process started, empty where the system does not say, None when it runs no more."""
    if not 0 < pid < 1 << 31:
        return None
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

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.OpenProcess.restype = wintypes.HANDLE
    query_limited_information, no_such_process = 0x1000, 87
    handle = kernel.OpenProcess(query_limited_information, False, pid)
    if not handle:
        # Another user's process may not be asked, but it is there.
        return None if ctypes.get_last_error() == no_such_process else ""  # type: ignore[attr-defined,unused-ignore]
    try:
        created, exited, *spent = (wintypes.FILETIME() for _ in range(4))
        moments = (ctypes.byref(moment) for moment in (created, exited, *spent))
        if not kernel.GetProcessTimes(wintypes.HANDLE(handle), *moments):
            return ""
        if exited.dwHighDateTime or exited.dwLowDateTime:
            return None
        return f"{created.dwHighDateTime}.{created.dwLowDateTime}"
    finally:
        kernel.CloseHandle(wintypes.HANDLE(handle))
