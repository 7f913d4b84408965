"""Words of promotions: calls to action, invitations, what they offer and to whom."""

from __future__ import annotations

import re

from content.patterns import lazily

CALL = lazily(
    r"(?:learn|find out|discover|see) (?:more|how)(?: (?:with|at|from|in|on) \S.{0,30})?|"
    r"get started(?: .{1,30})?|sign up(?: .{1,50})?|subscribe(?: .{1,50})?|"
    r"try (?:it|[A-Z]\S*)(?: [A-Z]\S*)?(?: (?:today|now|free|for free|out|here))+|"
    r"download(?: (?:now|free|it|today|for free|the app|our app|the \S+ app|our \S+ app))?|"
    r"(?:start|begin|claim) (?:your |a |my |the )?"
    r"(?:\S+ )?(?:trial|now|today|quiz|here|chat|journey|course|program(?:me)?|plan|assessment)"
    r"|start tracking(?: .{1,30})?"
    r"|join (?:now|us|today|free|for free|in|the .{0,30}(?:community|discussion|conversation|chat)"
    r".{0,30})|(?:shop|buy|order|book|apply|enrol|enroll|register|donate|chat|listen|watch)"
    r"(?: (?:now|today|online|here|all|free))|take (?:the|our|a|this) (?:\S+ )?"
    r"(?:quiz|test|assessment|survey)|"
    r"get (?:an?|the|our|your) .{0,30}(?:app|guide|quote|offer|copy)|"
    r"(?:see|view|compare) (?:plans|pricing|offers|deals|all)|check (?:your )?symptoms|"
    r"(?:request|schedule|book|make) an? (?:appointment|consultation|demo|visit|call)|"
    r"download [a-z]+|(?:melden sie sich (?:jetzt|hier) an)"
    r"|(?:suscríbete|regístrate|descargar)(?: .{1,30})?|"
    r"(?:ask|find|see|consult|talk to) (?:an? |your )\S+(?: \S+)? (?:now|today|online)|"
    r"(?:chat|talk) (?:to|with) (?:us|a|an|our) .{1,30}|open (?:the |in )?app|install(?: now)?|"
    r"jetzt (?:\S+ )?"
    r"(?:anmelden|testen|abonnieren|kaufen|herunterladen|bestellen|starten|mitmachen)"
    r"|mehr erfahren|en savoir plus|je m['’]abonne|s['’](?:inscrire|abonner)|télécharger.{0,20}|"
    r"book your \S+(?: \S+)? today|"
    r"let['’]s (?:chat|talk|start|go)|(?:give|donate)(?: now| today| online| here)?|"
    r"make a (?:gift|donation)(?: today)?|"
    r"(?:kostenlos|gratis) (?:testen|anmelden|herunterladen)|essayer? .{0,20}gratuitement",
    re.IGNORECASE,
)
ALONE = lazily(
    r"(?i:learn more) with [A-Z]\S*(?: \S+)?|(?i:try) (?:it|[A-Z]\S*)(?: [A-Z]\S*)? "
    r"(?i:today|now|free|for free)|(?i:download (?:the|our) (?:\S+ )?app)|"
    r"(?i:sign up) for [A-Z]\S*|(?i:download|install) [A-Z][a-z]+"
    r"|(?i:jetzt) (?:anmelden|abonnieren)|"
    r"(?i:shop now|buy now|start (?:your )?free trial|get the app|take (?:the|our) (?:\S+ )?quiz)"
)
BARE = lazily(
    r"(?:sign up|get started|subscribe|join|register)(?: now| today| for free| free| here)?|"
    r"join the (?:\S+ )?(?:discussion|conversation|community)(?: on .{1,60})?",
    re.IGNORECASE,
)
"""Calls that might as well head a section when prose stands below."""
INVITATION = lazily(
    r"(?:discuss|join|discover|explore|learn|sign up|subscribe|download|get|try|track|take|find|"
    r"chat|connect|ask|start|unlock|shop|book|see|meet|browse|hear|talk|watch|listen|read|share|"
    r"compare|claim|save|keep|set|your (?:gift|donation|support)|understand|let (?:us|our)|become|"
    r"create|monitor|log|follow|access|stay|"
    r"entdecken|erfahren|lesen|testen|découvrez|rejoignez|inscrivez|téléchargez|essayez)\b",
    re.IGNORECASE,
)
NARROW = lazily(
    r"(?:discuss|join|discover|explore|learn (?:more|how|about)|sign up|subscribe|download|"
    r"take (?:a|the|our)|get (?:the|our|your|personali[sz]ed|expert|instant)"
    r"|find out (?:how|more|what|why|whether|if)|assess|"
    r"track|chat|connect|meet|ask|unlock|see how|browse|share your|try)\b",
    re.IGNORECASE,
)
OFFER = lazily(
    r"\b(?:everything|and more|community|communities|discussions?|conversations?|members|experts?|"
    r"app|quiz|today|free|together|others|thousands|millions|topics|our|us|what works for you|"
    r"you care about|forums?|stories|insights|premium|trial|plan|subscription|people like you)\b",
    re.IGNORECASE,
)
GOODS = lazily(
    r"\b(?:app|quiz|community|forums?|premium|(?:free )?trial|subscription"
    r"|newsletters?|inbox|members|assistant|people like you|personali[sz]ed"
    r"|predictions|topics you care about)\b",
    re.IGNORECASE,
)
"""What only a publisher offers."""
CARER = lazily(
    r"\b(?:doctors?|GP|pharmacists?|nurses?|therapists?|midwife|provider|team|surgeon|dentist|"
    r"specialists?|counsellor|counselor|partner|physician|vet|family|friends?)\b"
)
DISCOUNT = lazily(r"\b\d\d? ?% off\b|\bpromo(?:tional)? code\b", re.IGNORECASE)
DONATION = lazily(r"your (?:gift|donation|support)\b", re.IGNORECASE)
CROWD = lazily(
    r"\b(?:\d[\d.,]*(?: ?(?:million|thousand|m|k))?\+?|millions of|thousands of)"
    r" (?:people|women|men|users|members|readers|parents|families)\b",
    re.IGNORECASE,
)
"""How many use it already."""
TEASER = lazily(
    r"(?:curious|still (?:have|wondering|not sure|looking)|"
    r"feeling|want|looking|need|ready|struggling|trying|worried|wondering|interested|"
    r"(?:have|got) (?:a |any |more |medical )?questions?|(?:do|would|are) you)\b",
    re.IGNORECASE,
)
FIRST_PERSON = lazily(r"\b(?:our|we|us|we['’]ll|unser\w*|wir|nos|notre|nous)\b", re.IGNORECASE)
SECOND_PERSON = lazily(
    r"\b(?:you|your|you['’]ll|you['’]re|sie|ihr\w*|vous|votre|vos)\b", re.IGNORECASE
)
BRAND = lazily(
    r"\b(?:[Ww]ith|[Tt]ry|TRY|[Ff]rom|[Aa]t|[Ss]ign up for|[Dd]ownload) ([A-Z][\w’'.-]+)"
)
COMMON = frozenset({"It", "The", "Our", "Your", "This", "These", "A", "An", "Us", "You"})
