"""Debian's reference BLAS is several times slower: no peer for anything."""
import pathlib
import sys

NOT_INSTALLED = 3


def require(script):
    """Ends the script unless what it has imported runs on OpenBLAS; where nothing tells, it goes on."""
    maps = pathlib.Path("/proc/self/maps")
    if maps.exists() and "openblas" not in maps.read_text(encoding="utf-8"):
        print(f"{script}: it does not run on OpenBLAS; install libopenblas0-pthread", file=sys.stderr)
        sys.exit(NOT_INSTALLED)
