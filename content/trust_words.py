"""What trust lines begin with, in the languages that sites write them in."""

from __future__ import annotations

from typing import Literal

ClaimKind = Literal[
    "published", "updated", "reviewed", "next_review", "version", "date",
    "checker", "reviewer", "author", "editor",
]  # fmt: skip

DATED: tuple[tuple[ClaimKind, str], ...] = (
    ("next_review", r"date of next review|"
                    r"next (?:page |scheduled )?(?:review|update)(?: due| date)?|to be reviewed"
                    r"|(?:next )?review due"
                    r"(?: date)?|nächste überprüfung|prochaine révision"),
    ("version", r"(?:current|latest) version"),
    ("reviewed", r"fecha de revisión|(?:date of )?last (?:full |medical )?review|"
                 r"(?:última )?revisión(?: médica)?|"
                 r"(?:medically |clinically |peer |page |content |expert )?(?:last )?"
                 r"(?:medically |clinically |peer )?review(?:ed|: )|"
                 r"(?:date )?(?:last )?reviewed|(?:last )?(?:medical )?review date|"
                 r"(?:zuletzt )?(?:medizinisch )?(?:geprüft|überprüft)|"
                 r"relu(?: et validé)?|(?:dernière )?relecture"),
    ("updated", r"date of last (?:update|revision|change)|current as of|"
                r"(?:last |page |article |content |date |most )?(?:recently |last )?"
                r"(?:updated|modified|revised|edited|changed)|last (?:update|revision|change)|"
                r"update|(?:zuletzt |letztmals )?(?:aktualisiert|geändert|überarbeitet)|"
                r"letzte (?:aktualisierung|änderung)|aktualisierung|stand|"
                r"(?:article |page |dernière )?mise? à jour|modifié|"
                r"(?:última )?actualiza(?:do|ción)"),
    ("published", r"fecha de publicación|date de publication"
                  r"|(?:first |originally |date |article |content |page )?"
                  r"(?:published|posted|created|issued|written)(?: online)?|"
                  r"publication date|publish(?:ing)? date|release date|"
                  r"(?:erst)?veröffentlicht|erschienen|erstellt|publiée?|publicado"),
)  # fmt: skip
NAMED: tuple[tuple[ClaimKind, str], ...] = (
    ("checker", r"(?:medically |expert )?fact[ -]?check(?:ed|er)(?: by)?|"
                r"fakten ?(?:geprüft|check)"),
    ("reviewer", r"(?:medically |clinically |scientifically |expert |peer |legally |also |last )?"
                 r"(?:reviewed|approved|verified|checked)(?: and [a-z]+)? by|"
                 r"(?:online )?(?:medical|clinical|expert|scientific|peer) review(?:er)?s?(?: by)?|"
                 r"reviewers?|(?:fachliche|medizinische) prüfung|ärztlich geprüft (?:von|durch)|"
                 r"(?:validé|vérifié|relu) médicalement par|"
                 r"(?:medizinisch |fachlich )?(?:geprüft|überprüft) (?:von|durch)|"
                 r"(?:relu|validé|vérifié|relu et validé)(?:e)? par|"
                 r"(?:también )?(?:médicamente )?(?:revisado|verificado)(?: médicamente)? por"),
    ("editor", r"(?:copy ?-?)?edited by|(?:copy |medical |managing )?editors?|updated by|"
               r"last updated by|actualizado por|illustrat(?:ed|ion)(?:s)? by|redaktion"),
    ("author", r"(?:medically )?(?:written|authored|words|story|text|report|article|posted"
               r"|published|created) by|author\(s\)|authors?|writers?|autor(?:in|en)?|auteure?s?|"
               r"(?:geschrieben|verfasst|ein artikel|ein beitrag) von|(?:écrit|rédigé)e? par|"
               r"escrito por"),
)  # fmt: skip
BYLINE = r"by|von|par|por"
OPENING = (
    r"(?:(?:(?:this|the) )?(?:article|page|content|information|post|story|topic|piece|leaflet|"
    r"fact ?sheet|document|guide|resource|booklet|recipe) (?:was|is|has been) )?"
)
HINTS = (
    "by ", "von ", "par ", "por ", "stand", "review", "fact", "updat", "publi", "version", "author",
    "auteur", "autor", "writ", "edit", "post", "created", "issued", "modif", "revis", "change",
    "date", "prüf", "überpr", "relu", "valid", "verif", "vérif", "aktualis", "veröffentlicht",
    "mis", "approved", "checked", "relecture", "fakten", "redaktion", "erschienen", "erstellt",
    "20", "19", "illustrat", "änder", "actualizado", "geschrieben", "verfasst", "écrit", "rédig",
    "escrito", "checker", "correspondent", "reporter", "columnist", "revisi", "actualiza",
    "prochaine",
    "autoris", "überarb", "letz", "history",
)  # fmt: skip
"""A line with none of these is no trust line; most lines have none."""
