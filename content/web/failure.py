"""What a person is told when a page can't be had."""

from __future__ import annotations

from content.errors import IntoneError


class FetchError(IntoneError):
    """A page could not be fetched."""

    def __init__(self, what: str, advice: str, *, passing: bool = False) -> None:
        super().__init__(f"{what}; {advice}.")
        self.what = what
        """What happened, without what to do next."""
        self.passing = passing
        """Whether it is the network's or the server's fault, so that a kept copy serves."""


_SAVE = "open it in a browser, save the page and open the file"
_CHECK = "check the address"
_REFUSALS = {
    401: ("asks for a name and a password before it gives out", _SAVE),
    402: ("asks for money before it gives out", _SAVE),
    403: ("does not let Intone have", _SAVE),
    404: ("has no page at", _CHECK),
    407: ("asks for a password of a proxy before it gives out", _SAVE),
    410: ("no longer has", "look for it elsewhere"),
    429: ("was asked too often for", "wait some minutes and try again"),
    451: ("may for legal reasons not give out", "look for it elsewhere"),
}


def refused(status: int, host: str, name: str) -> FetchError:
    """Return what to say of an answer that is no page."""
    if status in _REFUSALS:
        verb, advice = _REFUSALS[status]
        return FetchError(f"{host} {verb} {name}", advice, passing=status == 429)
    if status >= 500:
        what = f"{host} has a fault of its own, number {status}, and does not give out {name}"
        return FetchError(what, "try again later", passing=True)
    return FetchError(f"{host} answers with number {status} instead of {name}", _SAVE)
