# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Welsh translation must keep to: mutations forwards, plural forms, the terms of the
project. The terms are those of the design; one English term has one Welsh one everywhere."""
import re
import unicodedata

PLURAL_FORMS = ("nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : "
                "n==6 ? 4 : 5);")

SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f", "ll": "l", "rh": "r"}
NASAL = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}
FIXED = ("ch", "ph", "th", "dd", "ff", "ng")  # one letter each, they do not change

# Loanwords and some others keep their g (2 grŵp).
KEEP_G = ("grŵp", "gêm", "garej", "golff")


def mutate(word, table):
    if word.lower().startswith(FIXED) or (table is SOFT and word.lower() in KEEP_G):
        return word
    for length in (2, 1):
        first = word[:length].lower()
        if first in table and (length == 2 or word[:2].lower() not in ("ll", "rh")):
            return table[first] + word[length:]
    return word


def fold(text):
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold())
                   if not unicodedata.combining(c))


# A mutating word, and a name straight after it, which would have to change its first letter.
FRAME = re.compile(r"(?:^|[\s(“\"])(?:yn|ym|yng|i|o|ar|am|at|dan|dros|drwy|trwy|heb|hyd|gan|wrth|"
                   r"dy|ei|fy|y|yr|a|â|gyda|tua|na|neu|un|dau|dwy)\s+%(?:\d+\$)?s"
                   r"|’[rwi]\s+%(?:\d+\$)?s|'[rwi]\s+%(?:\d+\$)?s", re.IGNORECASE)

# (what the English says or None, what the Welsh must not say, why)
FORBIDDEN = [
    (None, r"\br?h?agnod\w* gymdeithasol|\br?h?agnod\w* cymdeithasol",
     "social prescribing is presgripsiynu cymdeithasol"),
    (r"\b(referrals?|refer(red|ring)?)\b", r"\b[cg]yfeiriad(au)?\b|\bchyfeiriad(au)?\b",
     "a referral is atgyfeiriad; cyfeiriad is an address"),
    (None, r"\b(maent|(na[dc] |nid )?ydynt|(idd|gandd|amdan|arn|at|ohon|wrth|rhyngdd|yndd|hebdd)ynt)\b",
     "they are maen nhw, iddyn nhw, atyn nhw: as it is said"),
    (r"\btimes\b", r"\bamseroedd\b(?! aros)", "times are amserau"),
    (r"\bmerg(e|ed|ing)\b", r"\b(uno|unwyd|unir)\b", "to merge is cyfuno"),
    (r"^(who it is for|for whom)", r"^i bwy", "for whom is ar gyfer pwy"),
]

# (what the English says, the radical of what the Welsh must say; several: any of them)
TERMS = [
    (r"\bsocial prescribing\b", "presgripsiynu cymdeithasol"),
    (r"(?<!open )\b(referrals?|referred|referring)\b", "atgyfeiri"),  # Open Referral is a name
    (r"\bsignpost(ing|ed|s)?\b", "cyfeiri"),
    (r"\borganisations?\b", "sefydliad"),
    (r"\bservices?\b", "gwasanaeth"),
    (r"\bvenues?\b", "lleoliad"),
    (r"\bgovernance\b", "llywodraethu"),
    (r"\bwaiting lists?\b", "rhestr aros|rhestri aros|rhestrau aros"),
    (r"\bfunding\b", "cyllid|ariannu"),
    (r"(?<!best[ -])(?<!vital[ -])(?<!community )(?<!legitimate )(?<!public )\binterests?\b", "diddordeb"),
    (r"\bbarriers?\b", "rhwystr"),
    (r"\bsuggestions?\b", "awgrym"),
    (r"\bfollow-ups?\b", "dilynol"),
    (r"\bconcerns?\b", "pryder"),
    (r"\bcase records\b", "cofnodion achos"),
    (r"\bcaseload\b", "llwyth achosion"),
    (r"\bconsent\b", "cydsyni|caniatâd"),
    (r"\bdirectory\b", "cyfeiriadur"),
    (r"\bvolunteers?\b", "gwirfoddol"),
    (r"\blink workers?\b", "gweithiwr cyswllt|gweithwyr cyswllt"),
    (r"\bsafeguarding\b", "diogelu"),
    (r"\bpostcodes?\b", "cod post|codau post"),
]

# Whole messages with one translation.
EXACT = {
    "Today": "Heddiw", "Find": "Chwilio", "People": "Pobl", "Directory": "Cyfeiriadur",
    "Reports": "Adroddiadau", "Ready now": "Ar gael nawr",
    "Ask or help first": "Holi neu helpu yn gyntaf", "Worth the wait": "Gwerth yr aros",
    "Not suitable": "Ddim yn addas", "Still true": "Yn dal yn gywir",
    "What helps": "Beth sy’n helpu", "Policies and checks": "Polisïau a gwiriadau",
    "Just come along": "Dewch draw", "Case records": "Cofnodion achos",
}


def forms_of(radical):
    """A radical and its mutations, folded."""
    return {fold(radical)} | {fold(mutate(radical, table)) for table in (SOFT, NASAL, ASPIRATE)}


def says(welsh, radicals):
    """Whether a text holds one of the terms in any form, at the beginning of a word."""
    text = fold(welsh)
    return any(re.search(r"(?<!\w)h?" + re.escape(form), text)
               for radical in radicals.split("|") for form in forms_of(radical))


NUMBER_AND_NOUN = re.compile(r"%(?:\d+\$)?l?[diu]\s+(o\s+)?([^\W\d_]+)")


def check_plural(forms):
    """What is wrong with six plural forms, or None: the noun after the number."""
    found = [NUMBER_AND_NOUN.search(form) for form in forms]
    if any(match is None for match in found[1:]):
        return None
    nouns = [match and match.group(2) for match in found]
    partitive = [bool(match and match.group(1)) for match in found]
    if partitive[5]:
        return None
    radical = nouns[5]
    if not partitive[2] and nouns[2] != mutate(radical, SOFT):
        return f"after 2: {nouns[2]}, not {mutate(radical, SOFT)}"
    if not partitive[4] and nouns[4] != mutate(radical, ASPIRATE):
        return f"after 6: {nouns[4]}, not {mutate(radical, ASPIRATE)}"
    if partitive[1] or partitive[3]:
        return None
    if nouns[1] not in (radical, mutate(radical, SOFT)):
        return f"after 1: {nouns[1]}, not {radical} or {mutate(radical, SOFT)}"
    feminine = nouns[1] != radical
    expected = radical if feminine else mutate(radical, ASPIRATE)
    if nouns[3] != expected:
        return f"after 3: {nouns[3]}, not {expected}"
    return None
