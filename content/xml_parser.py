"""The one XML parser for what others made: nothing is loaded, and nothing is expanded."""

from __future__ import annotations

from typing import Any


def xml_parser(*, recover: bool = False, huge_tree: bool = True) -> Any:
    """Return a parser of lxml that leaves out comments and instructions.

    With ``recover`` it reads past faults; without ``huge_tree`` it refuses what is nested
    deeper than a person would.
    """
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=huge_tree,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )
