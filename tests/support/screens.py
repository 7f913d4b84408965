"""The Textual app without a speech process, and what a person sees and hears of it."""

from __future__ import annotations

from pathlib import Path

from content.library import Library
from content.model import Article
from tests.support.studio import Studio
from tui.app import IntoneApp
from tui.delivery import Settings, kept
from tui.script_choices import kept_choices
from tui.session import Session
from voices.messages import Announce


def app_of(
    folder: Path, made: Article, private: bool = False, choices: Settings | None = None
) -> tuple[IntoneApp, Studio]:
    """Return the app with ``made`` open, said as ``choices`` or the library in ``folder`` have it.

    The library keeps what is chosen where there are no ``choices``.
    """
    studio, library = Studio(), Library(folder)
    settings = library if choices is None else choices
    app = IntoneApp(
        Session(
            made, studio, library, kept(settings), kept_choices(settings),
            choices=choices, private=private,
        )
    )  # fmt: skip
    studio.listener = app.session.handle
    return app, studio


def rows_of(app: IntoneApp) -> list[str]:
    """Return what is on the screen."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def said(studio: Studio) -> list[str]:
    """Return what was announced since the last call."""
    texts = [request.text for request in studio.requests if isinstance(request, Announce)]
    studio.requests.clear()
    return texts
