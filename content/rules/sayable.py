"""Whether letters in capitals could be read as an English word."""

from __future__ import annotations

from content.patterns import lazily
from content.rules.letters import words

_ONSETS = words(
    """
    bl br ch chr cl cr dr dw fl fr gl gr gn kl kn kr ph pl pr ps rh sc sch scr sh shr sk sl sm sn
    sp spl spr st str sw th thr tr tw wh wr
    """
)
_CODAS = words(
    """
    bs ch ck cks ct cts ds ff ft fts gh ght ghts gs ks lb ld lds lf lk ll lls lm lp lps ls lt lts
    lth mb mbs mp mps ms nch nd nds ng ngs nk nks nn ns nt nts nth ph ps pt pts rb rbs rc rch rd rds
    rf rg rk rks rl rld rls rm rms rn rns rp rps rr rs rsh rst rt rth rts sh sk sks sm sp ss st sts
    tch th ths ts tt tz wd wl wls wn wns ws xt zz gn bt
    """
)
_ODD_VOWELS = words("aa ii uu iu uo ao iy uy yi yu yo ya ye")
_PARTS = lazily(r"[aeiouy]+|[^aeiouy]+")
_Y_FIRST = lazily(r"y(?=[aeiou])")


def is_sayable(word: str) -> bool:
    """Whether ``word`` has the shape of an English word: CRAZY has, PCOS and ADHD have not."""
    lower = _Y_FIRST.sub("w", word.lower(), count=1)
    parts = _PARTS.findall(lower)
    if not any(part[0] in "aeiouy" for part in parts):
        return False
    for index, part in enumerate(parts):
        if part[0] in "aeiouy":
            if len(part) > 2 or part in _ODD_VOWELS:
                return False
        elif len(part) > 1 and index == 0:
            if part not in _ONSETS:
                return False
        elif len(part) > 1 and index == len(parts) - 1:
            if part not in _CODAS:
                return False
        elif len(part) > 3:
            return False
    return True
