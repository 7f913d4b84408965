"""Reading that waits while a person does something else."""

from __future__ import annotations

from collections.abc import Callable

from tui.session import Session


def wait_until_back(session: Session, then: Callable[[], None]) -> Callable[[str], None]:
    """Let reading wait, as nobody follows two voices; return what goes on with it.

    That is given what to say when nothing was being read, and does ``then`` at the end.
    """
    was_playing = session.narrator.playing
    if was_playing:
        session.change(lambda narrator: narrator.pause())

    def back(sentence: str) -> None:
        if was_playing:
            session.change(lambda narrator: narrator.play(narrator.scope))
        else:
            session.say(sentence or "Back to the article.")
        then()

    return back
