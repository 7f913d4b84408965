"""Has a PDF document read by a process of its own, and says what is wrong with it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from content.errors import IntoneError
from content.pdf.pages import Pdf, from_plain

SECONDS = 90
"""What a document may take; one of 300 pages takes three."""
_ROOT = str(Path(__file__).resolve().parents[2])
# -P: a folder named content where the person happens to be must not be taken for ours.
_BOOT = "import sys; sys.path.insert(0, sys.argv[1]); import content.pdf.extract as it; it.main()"
_ERRORS = {
    "password": "is locked with a password; open it in a PDF reader, print it into a new PDF "
    "file without one, and open that",
    "security": "is locked in a way that Intone can't open; ask for a copy that is not locked",
    "broken": "is a damaged PDF document; get it again, or save it anew with a PDF reader",
    "bomb": "holds far more text than a document of its size has, which may be meant to do harm; "
    "get it from somebody you trust",
    "long": "has more pages or words than Intone opens; split it into smaller documents",
}
_LOST = "could not be read, as its PDF broke the reader of such documents; try to save it anew"
_SLOW = "takes too long to be read; split it into smaller documents"


def read_apart(data: bytes, name: str) -> Pdf:
    """Return what is in a PDF document; raise IntoneError when it can't be read."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-X", "utf8", "-c", _BOOT, _ROOT],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise IntoneError(f"{name} {_SLOW}.") from error
    except OSError as error:
        raise IntoneError(
            f"{name} could not be read, as no process can be started for it; "
            "close other programs and try again."
        ) from error
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        raise IntoneError(f"{name} {_LOST}.") from error
    if problem := found.get("error"):
        raise IntoneError(f"{name} {_ERRORS[problem]}.")
    return from_plain(found)
