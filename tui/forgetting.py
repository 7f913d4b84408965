"""Deletes what Intone keeps of articles, when a person asks for it."""

from __future__ import annotations

import sqlite3

from content.errors import IntoneError, UsageError
from content.library import Library, identity_of, state_folder
from content.text import short_name
from content.web.address import is_web_address, parsed


def forget(source: str | None, everything: bool) -> str:
    """Delete what is kept of the article at a path or an address, or of all; say what was done.

    How the voice speaks stays as it is. Raises IntoneError when it can't be deleted.
    """
    from content.web import copies

    if (source is None) != everything:
        raise UsageError("Name one article to forget, or all of them with --all.")
    if source is not None and is_web_address(source):
        source = str(parsed(source))
    library = Library(state_folder())
    try:
        if library.problem:
            raise IntoneError(f"Nothing is deleted. {library.problem}")
        if source is None:
            library.forget(None)
            copies.forget_all()
            for damaged in state_folder().glob("library.damaged-*"):
                damaged.unlink()
            return "All copies of pages and all places are deleted."
        known = library.forget(identity_of(source))
        copied = is_web_address(source) and copies.forget(source)
    except (OSError, sqlite3.Error) as error:
        raise IntoneError(
            f"Not everything could be deleted, the system says: {error}; leave other readers "
            f"and try again, or delete the folder {state_folder()}."
        ) from error
    finally:
        library.close()
    if not (known or copied):
        return f"Nothing is kept of {short_name(source)}."
    return f"What was kept of {short_name(source)} is deleted."
