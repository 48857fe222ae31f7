# SPDX-License-Identifier: GPL-3.0-or-later
"""Slips in running Welsh that a machine can see: a word that ought to have mutated, a word whose
accent was forgotten, a word twice, a straight apostrophe. It looks only for what is never right;
what may be right in some sentence it lets pass."""
import re

import welsh_rules

# After these words c, p, t, m, ll and rh soften. Capitals are let pass: names may stay as they are.
SOFTENS = ("i|o|ar|am|at|dan|dros|drwy|trwy|heb|gan|wrth|hyd|dau|dwy|rhy|fe|dyma|dyna|ddau|ddwy|"
           "ail|rhyw|holl|prif|hen|unrhyw|amryw|hoff|gwahanol|wahanol|pa|ba|neu|pan")
SOFT_MISSING = re.compile(rf"(?<![\w’'-])(?:{SOFTENS}) ((?:p(?!h)|t(?!h)|c(?!h)|m|ll|rh)\w+)")
# Right after one of them all the same: fixed forms, verbs after "neu", loans, the plural in "pa".
NEVER_SOFT = re.compile(r"(?:mewn|mai|mi|minnau|mor|mae|maen|maent|mwy|mwyach|tua|tai|cyn|pob|mae’n|"
                        r"mae'n|mwyaf|tan|tra|pan|taw|pilates|tennis|pwy|parkrun|covid|"
                        r"\w+wch|\w+ir|\w+wyd)$", re.IGNORECASE)

# After these words c, p and t become ch, ph and th.
ASPIRATE_MISSING = re.compile(r"(?<![\w’'-])(?:a|â|gyda|tua|tri|chwe|tra|na) "
                              r"((?:p(?!h)|t(?!h)|c(?!h))\w+)")
# "na" and "tra" stand before verbs too, and "a" before a loan.
NEVER_ASPIRATE = re.compile(r"(?:tai|pilates|parkrun|tra|pan|pob|cyn|tan)$")

# After the article a feminine noun softens and a masculine one does not: nouns of this program.
ARTICLE = re.compile(r"(?:(?<![\w’'])yr?|[’']r) (\w+)", re.IGNORECASE)
FEMININE = ("blwyddyn canolfan canran cangen cost cronfa cyfradd cymuned dewislen dogfen dolen galwad "
            "gwefan gwybodaeth meddygfa menyw merch munud taflen taith tref trefn tudalen").split()
MASCULINE = ("botwm bwlch cam canlyniad categori cofnod copi cod cydsyniad cyfeiriadur cyfnod "
             "cyfrifiadur cyfrinymadrodd cyllid cyllidwr cytundeb diddordeb digwyddiad "
             "dyddiad gweithiwr gwasanaeth gwirfoddolwr lleoliad llythyr maes map mynegai "
             "pellter proffil pryder rheswm rhestriad rhif rhwystr teulu testun").split()
SOFT_FEMININE = {noun: welsh_rules.mutate(noun, welsh_rules.SOFT) for noun in FEMININE}
SOFT_MASCULINE = {welsh_rules.mutate(noun, welsh_rules.SOFT): noun for noun in MASCULINE}

# An h before a vowel: eu hiaith, ein hachos.
H_MISSING = re.compile(r"(?<![\w’'-])(?:eu|ein|’u|'u) ([aeiouwyâêîôûŵŷ]\w*)")

BARE = re.compile(r"(?<!\w)(?:grwp|dwr|swn|cwn|siwr|gwnio|copio|cwmniau|polisiau|categoriau|"
                  r"egniol|hirach)(?!\w)", re.IGNORECASE)
TWICE = re.compile(r"(?<!\w)(\w+) \1(?!\w)")


def slips(text):
    """Yields what is wrong in a Welsh text, in English, the words themselves in quotation marks."""
    for pattern, passes, what in ((SOFT_MISSING, NEVER_SOFT, "softens"),
                                  (ASPIRATE_MISSING, NEVER_ASPIRATE, "takes the aspirate")):
        for match in pattern.finditer(text):
            if passes.match(match.group(1)) is None:
                yield f"“{match.group(0)}”: “{match.group(1)}” {what} there"
    for match in ARTICLE.finditer(text):
        right = SOFT_FEMININE.get(match.group(1)) or SOFT_MASCULINE.get(match.group(1))
        if right is not None:
            yield f"“{match.group(0)}”: it is “{right}” after the article"
    for match in H_MISSING.finditer(text):
        yield f"“{match.group(0)}”: an h goes before the vowel"
    for match in BARE.finditer(text):
        yield f"“{match.group(0)}” is not spelt like that"
    for match in TWICE.finditer(text):
        yield f"“{match.group(0)}”: a word twice"
