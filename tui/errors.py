"""What becomes of errors on the command line: a sentence on standard error, and a code."""

from __future__ import annotations

import contextlib
import io
import os
import sys

import click

from content.errors import IntoneError, UsageError
from content.text import clean


def run(command: click.Command) -> None:
    """Run ``command``; exit codes: 0 fine, 1 could not do it, 2 wrong usage, 130 stopped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        command(prog_name="intone", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        told = io.StringIO()
        error.show(told)
        click.echo(clean(told.getvalue()), err=True, nl=False)
        _end(error.exit_code)
    except IntoneError as error:
        click.echo(str(error), err=True)
        _end(2 if isinstance(error, UsageError) else 1)
    except BrokenPipeError:
        _end(1)  # as click ends when who reads our output has enough of it
    except OSError as error:
        click.echo(f"The output can't be written: {error.strerror}.", err=True)
        _end(1)
    except (KeyboardInterrupt, click.Abort):
        _end(130)


def _end(code: int) -> None:
    """Exit without trying again to write what could not be written."""
    with contextlib.suppress(OSError):
        if sys.stderr is not None:
            sys.stderr.flush()
    if sys.stdout is not None:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(code)
