"""The Textual app without a speech process, and what a person sees and hears of it."""

from __future__ import annotations

from pathlib import Path

from content.library import Library
from content.model import Article
from tests.support.studio import Studio
from tui.app import IntoneApp
from tui.delivery import kept
from tui.script_choices import kept_choices
from tui.session import Session
from voices.messages import Announce


def app_of(folder: Path, made: Article, private: bool = False) -> tuple[IntoneApp, Studio]:
    """Return the app with ``made`` open, as the library in ``folder`` has it said."""
    studio, library = Studio(), Library(folder)
    app = IntoneApp(
        Session(made, studio, library, kept(library), kept_choices(library), private=private)
    )
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
