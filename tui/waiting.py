"""Reading that waits while a person does something else."""

from __future__ import annotations

from collections.abc import Callable

from tui.menu import Outcome
from tui.session import Session


def wait_until_back(session: Session, then: Callable[[], None]) -> Callable[[Outcome], None]:
    """Let reading wait, as nobody follows two voices; return what goes on with it.

    That is given what came of it, and does ``then`` at the end.
    """
    was_playing = session.waiting = session.narrator.playing
    if was_playing:
        session.change(lambda narrator: narrator.pause())

    def back(outcome: Outcome) -> None:
        if was_playing and session.waiting:
            session.change(lambda narrator: narrator.play(narrator.scope))
        elif outcome.then is None:
            session.say(outcome.said or "Back to the article.", shown=not outcome.said)
        if outcome.then is not None:
            outcome.then()
        then()

    return back
