"""Is this a place where SQLite's locks can be trusted? On network shares they cannot."""

from __future__ import annotations

import re
from pathlib import Path

MOUNTS = Path("/proc/mounts")
_SHARES = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|9p|ceph|gfs2?|ocfs2|lustre|glusterfs|davfs|coda|beegfs"
    r"|fuse\.(?:sshfs|rclone|davfs2?|glusterfs|ceph|s3fs|smbnetfs|curlftpfs|gvfsd-fuse|gcsfuse)"
)


def is_network_share(path: Path, mounts: Path = MOUNTS) -> bool:
    """Whether ``path`` lies on a disk of another machine, as far as the system tells; elsewhere than on Linux

    only the names of Windows shares (``\\\\server\\share``) do.
    """
    if any(str(place).startswith(("\\\\", "//")) for place in (path, path.resolve())):
        return True
    try:
        table = mounts.read_text("utf-8", "surrogateescape")
    except OSError:
        return False
    return _SHARES.fullmatch(_type_at(path.resolve(), table)) is not None


def _type_at(path: Path, table: str) -> str:
    """The type of the file system ``path`` is on. Of two mounts at one place the later one covers the other."""
    found, depth = "", -1
    for line in table.splitlines():
        _, place, kind, *_ = [*line.split(" "), "", "", ""]
        point = Path(_unescape(place))
        if place and path.is_relative_to(point) and len(point.parts) >= depth:
            found, depth = kind, len(point.parts)
    return found


def _unescape(place: str) -> str:
    """Spaces and the like stand as octal numbers in the kernel's table."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), place)
