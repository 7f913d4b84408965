"""What the lines say that pages put around articles, kind by kind."""

from __future__ import annotations

from content.model import SkippedKind

_NETWORKS = (
    r"facebook|twitter|x|pinterest|linkedin|whatsapp|reddit|instagram|youtube|tiktok|messenger|"
    r"telegram|threads|bluesky|mastodon|flipboard|tumblr|xing|e-?mail|print|copy link"
)
_PIECE = (
    r"(?:(?:this|the|our) )?"
    r"(?:article|page|story|post|recipe|content|information|resource|guide|answer)"
)

SURE: tuple[tuple[SkippedKind, str], ...] = (
    ("navigation", r"skip (?:to|navigation|past|links)\b.{0,40}|jump to (?:main )?content"
                   r"|(?:open|close|toggle|show|hide|main|site|primary) (?:the )?"
                   r"(?:menu|navigation|search)|back to (?:top|home|all .{1,30}|health a.{1,12})"
                   r"|(?:return|scroll) to top"
                   r"|(?:direkt )?zum (?:haupt)?inhalt(?: springen| wechseln)?"
                   r"|aller au contenu.{0,20}|nach oben|retour en haut"
                   r"|(?:omita y vaya|saltar|ir) al contenido.{0,20}|volver arriba"
                   r"|an official website of the .{1,60}|here['’]s how you know"
                   r"|.{0,60}\bA B C D E F G H\b.{0,60}"),
    ("cookies", r"(?:accept|reject|allow|decline|refuse|manage|customi[sz]e)(?: all)?"
                r"(?: (?:non-)?(?:essential|optional|additional|analytics|necessary))? cookies?"
                r"|(?:manage |your )?cookie (?:settings|preferences|consent|notice|choices|banner)"
                r"|cookies on .{3,60}|alle cookies akzeptieren|accepter (?:tous )?les cookies"
                r"|(?:we|this (?:web)?site|our (?:web)?site|wir|diese (?:web)?seite|nous|ce site)"
                r" (?:and our partners )?(?:uses?|verwende[nt]|nutz(?:en|t)|utilis(?:ons|e))"
                r"(?: des)? (?:\S+ )?cookies?\b.{0,500}"
                r"|by (?:continuing|using|clicking|browsing).{0,120}\bcookies\b.{0,300}"
                r"|(?:we|we['’]ve|we['’]d like to|we would like to)\b.{1,60}\bcookies\b"
                r".{0,80}\b(?:device|site|website|browser|experience)\b.{0,200}"),
    ("feedback", r"(?:was|is|did you find|were|how (?:helpful|useful) was|have you found) .{0,40}"
                 r"\b(?:helpful|useful|page|article|information)(?: to you| today)?\?"
                 r"|did (?:our|this) .{0,40}\b(?:page|information|article|content|guide)\b.{0,20}"
                 r"\b(?:help|answer)\b.{0,30}\?"
                 r"|how (?:could|can) (?:we|this|our) .{0,30}\b(?:improve|better|helpful|useful)\b"
                 r".{0,30}\?|how (?:did|has) this (?:page|information|article) help(?:ed)? you\?"
                 r"|help us (?:to )?improve\b.{0,70}|did you (?:make|try|cook) this .{1,20}\?"
                 r"|(?:tell us what you think|let us know what you think)[.!]?"
                 r"|¿?(?:le|te) (?:result[óo]|fue|pareci[óo]) útil .{0,30}\?"
                 r"|(?:thanks|thank you) for your feedback[.!]?|leave a (?:comment|reply)|"
                 r"(?:post|add|write) a comment|\d+ comments|comments? \(\d+\)|"
                 r"be the first to comment[.!]?|(?:log|sign) in to (?:post a )?comment|"
                 r"your email address will not be published\..{0,60}|report an error|"
                 r"(?:give|send|share|leave) (?:us )?(?:your |some )?feedback"
                 r"(?: (?:on|about) (?:this|our) \w+)?|rate this \w+|"
                 r"war (?:dieser|der|diese) \w+ hilfreich\?|cet article vous a.{1,20}\?|"
                 r"kommentar (?:schreiben|verfassen)|laisser un commentaire"),
    ("share", rf"share {_PIECE}(?: (?:to|on|via|with) .{{1,40}})?|share this"
              rf"|share (?:it |this )?(?:to|on|via|by) (?:{_NETWORKS})|(?:tweet|pin) (?:this|it)"
              r"|(?:follow|like|find) us(?: on .{1,60})?|(?:print|e-?mail|save|copy|bookmark) "
              rf"{_PIECE}(?: click to print)?|copy link|reuse this content"
              rf"|(?:artikel|beitrag|seite) (?:teilen|drucken)"
              r"|(?:to use )?the sharing features on this page, please enable javascript\."
              r"|actions for this page|compartir (?:en|por|este|esta) .{1,30}"
              r"|partager(?: (?:cet|l['’])\s?article| sur .{1,30})?|imprimer(?: l['’]article)?"),
    ("contents", r"in this (?:article|guide|page|story|section|topic|series)|on this page"
                 r"|table of contents|jump to(?: section| recipe|:)?(?: print recipe)?"
                 r"|article contents"
                 r"|inhaltsverzeichnis"
                 r"|in diesem (?:artikel|beitrag)|auf dieser seite|dans cet article"
                 r"|au sommaire"
                 r"|what(?:['’]s| is) in this (?:article|guide|leaflet|booklet|page|factsheet)"
                 r"|page contents|en este artículo|en esta página"),
    ("promotion", r"advertisements?(?: ?[|–—-] ?.{1,40})?|after newsletter promotion"
                  r"|sponsored(?: content| by .{1,40})?|paid (?:post|content)"
                  r"|continue reading below|scroll to continue(?: reading)?"
                  r"|(?:article|story|content) continues (?:after|below).{0,40}"
                  r"|(?:- )?anzeige(?: -)?|werbung|publicité|publicidad|anuncio"
                  r"|(?:download on the |available on the )?app store|(?:get it on )?google play"
                  r"|[^.]{0,80}\bdownload (?:the|our) (?:\S+ )?app (?:today|now|for free)[.!]?"),
    ("boilerplate", r"\d+ (?:sources?|references|citations)(?: (?:collapsed|expanded|hidden))?"
                    r"|(?:show|view|hide|see)(?: all)? "
                    r"(?:article )?(?:sources|references|citations)"
                    r"|(?:copyright )?(?:©|\(c\)).{0,200}"
                    r"|view privacy policy.{0,40}"
                    r"|(?:learn|read) (?:more )?about our (?:editorial|review|medical"
                    r"|content|fact).{0,50}|see our editorial (?:process|policy)"
                    r"|meet (?:our|the) .{1,30}\b(?:board|network|experts|team)"
                    r"|learn how to cite this page|url of this page:.{1,120}"
                    r"|rendered: \S.{0,100}"),
)  # fmt: skip
RELATED = (
    r"(?:what to )?read (?:this |these )?next|more from this site"
    r"|more (?:on this (?:story|topic)|like this|for you"
    r"|to read|(?:stories|articles|posts|reading)|from (?:the )?[A-Z].{1,30}|from us)"
    r"|related(?: (?:articles?|reading|stories|content|topics|coverage|posts|conditions|links|pages"
    r"|news|information|video|guides|procedures))?"
    r"|you (?:may|might) (?:also )?(?:like|be interested in|enjoy)(?: to read| reading)?"
    r"|suggested(?: (?:for you|reading|articles))?|associated (?:procedures|conditions|articles)"
    r"|(?:our )?top (?:picks|stories|articles|reads)|featured (?:video|videos|articles?|stories)"
    r"|(?:editor['’]?s|\w+) picks for .{1,40}|also (?:on|in) this (?:site|section|topic|website)"
    r"|products? (?:and|&) services|shop (?:our|the) .{1,40}"
    r"|artículos relacionados|temas relacionados|(?:lea|leer) (?:también|más)|ver también"
    r"|recommended(?: (?:for you|reading|articles|stories))?|most (?:read|popular|viewed)"
    r"|trending(?: (?:now|on .{1,30}))?|latest (?:news|articles|stories|posts)"
    r"|popular (?:articles|topics|stories)"
    r"|keep reading|up next|next up|explore more(?: on .{1,30})?|editor['’]?s['’]? picks?"
    r"|see more from.{1,40}"
    r"|verwandte (?:artikel|themen)|mehr zum thema|das könnte sie auch interessieren"
    r"|(?:lesen sie|auch) (?:auch|interessant)|à lire (?:aussi|également)|lire aussi"
    r"|sur le même sujet|articles? (?:similaires|connexes|liés)|weitere artikel|passend dazu"
    r"|readers also (?:read|liked)|don['’]t miss|in case you missed it"
    r"|other (?:articles|stories)(?: you may like)?"
)
LIKELY: tuple[tuple[SkippedKind, str], ...] = (
    ("navigation", r"menu|search|home|home ?page|log ?in|sign in|log ?out|register|my account"
                   r"|account|login|basket|cart|suche|startseite|anmelden|rechercher|accueil"
                   r"|connexion|news|sport|more|browse(?: the .{1,30})?|a-z"
                   r"|(?:health|conditions) a(?: to |-)z"
                   r"|navigation|video|menú"
                   r"|support us|subscribe|donate|locations|find a doctor|shop|inicio|buscar"
                   r"|medikamente|krankheiten|newsletter"),
    ("share", rf"(?:share|teilen|partager|compartir|tweet|save|bookmark|drucken|merken|imprimir"
              r"|listen(?: to (?:this )?(?:article|page))?|audio(?: version)?|download(?: pdf)?"
              r"|language|languages|translate|en español|español|read aloud|vorlesen|imprimer"
              r"|(?:larger|large|regular|smaller|small|increase|decrease)? ?(?:text|font) size"
              r"|discussion|enlarge image|like this:|like loading\.*"
              rf"|{_NETWORKS})"),
    ("feedback", r"yes|no|ja|nein|oui|non|submit|cancel|send|other|helpful|not helpful"
                 r"|thumbs (?:up|down)|sí|please answer below\.?|email address\b.{0,30}"
                 r"|are you human\?.{0,40}|please don['’]t check this box.{0,40}"
                 r"|message\b.{0,40}|(?:please )?don['’]t include (?:any )?personal .{1,100}"
                 r"|.{0,60}\bthanks for your feedback.{0,20}"
                 r"|tag @\S+ .{1,60}"
                 r"|.{0,40}\b(?:"
                 r"hear (?:what you think|from you)|(?:our|short|this) survey)\b.{0,160}"),
    ("cookies", r"(?:accept|reject|allow|decline|refuse)(?: all)?|i (?:agree|accept)|ok(?:ay)?"
                r"|got it|(?:manage|more) (?:preferences|options|settings)|settings|alle(?:s)? "
                r"(?:akzeptieren|ablehnen)|ablehnen|tout (?:accepter|refuser)|"
                r"(?:read|learn|find out) more(?: about (?:our )?cookies.{0,40})?|necessary only"
                r"|.{0,60}cookies?\b.{0,60}"),
    ("contents", r"(?:view|show|see|hide|expand|collapse) (?:all|less|more)"),
    ("boilerplate", r"privacy(?: (?:policy|notice|statement))?|terms(?: (?:of (?:use|service)|and "
                    r"conditions|& conditions))?|cookie(?:s| policy)|accessibility(?: statement)?"
                    r"|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|jobs|help"
                    r"|site ?map|imprint|impressum|datenschutz(?:erklärung)?|mentions légales"
                    r"|do not sell.{0,40}|press|sources|references|editorial policy|disclaimer"),
)  # fmt: skip
