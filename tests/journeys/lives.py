# SPDX-License-Identifier: GPL-3.0-or-later
"""The lives that are played. Whoever changes a form finds here what somebody does with it."""


def add_referral(life, name, source, why, phones):
    """A referral comes in: the least that is written down."""
    dolen, w = life.dolen, life.words
    life.go("People")
    life.open("Add a _Referral")
    dolen.type(w("Name"), name)
    dolen.type(w("Telephone"), phones)
    dolen.type(w("Address"), "Rhyd-wen " + life.canary("Sealedcourt") + ", Tregaron")
    dolen.choose(w("Who sent them"), w(source))
    dolen.type(w("Name, practice or team"), "Meddygfa Glan-yr-afon")
    dolen.type(w("Why they were referred"), why)
    dolen.choose(w("Have they agreed to be referred?"), w("They agreed"))
    life.finish("_Add")
    dolen.expect(name)


def decide(life, decision):
    life.open("_Decide…")
    life.dolen.choose(life.words("Decision"), life.words(decision))
    life.dolen.click(life.words("_Decide"))


def tell_referrer(life):
    """The letter stands there already; they are rung."""
    dolen, w = life.dolen, life.words
    life.read("text", "What they are told", "Meddygfa Glan-yr-afon")
    dolen.choose(w("How they were told"), w("By telephone"))
    life.finish("_Record as Told")


def open_person(life, name):
    life.go("People")
    life.dolen.press(life.dolen.find("list item", name))
    life.dolen.find("text", life.words("A note about this person"))


def record_try(life, how, at, came):
    dolen, w = life.dolen, life.words
    dolen.choose(w("How"), w(how))
    dolen.choose(w("What came of it"), w(came))
    dolen.type(w("At (hour:minute)"), at)
    life.finish("_Record")


def from_today(life, line, button):
    """Today says what is to be done; its button opens the form that finishes it."""
    life.go("Today")
    life.dolen.expect(line)
    life.open(button)


def not_reached(life):
    """Three tries on other days, at other times, by two ways; the letter; closed, and told."""
    w = life.words
    name = "Eluned " + life.canary("Quintavalle")
    life.begin_day()
    life.create_vault()
    add_referral(life, name, "GP practice",
                 f"Alone since her husband died; keeps a {life.canary('wordlark')}.", "07700 900111")
    decide(life, "Suitable: taken up now")
    tell_referrer(life)
    life.end_day()

    life.begin_day("2026-05-05")
    open_person(life, name)
    life.open("_Contact…")
    record_try(life, "Telephone", "09:40", "No answer")
    life.end_day()

    again = w("Try to reach them again") + ": " + name
    life.begin_day("2026-05-07")
    from_today(life, again, "Record the Attempt")
    record_try(life, "Text message", "18:10", "No answer")
    life.end_day()

    life.begin_day("2026-05-11")
    from_today(life, again, "Record the Attempt")
    record_try(life, "Telephone", "13:20", "Left a message")
    life.end_day()

    life.begin_day("2026-05-12")
    from_today(life, w("Not reached: write, or close") + ": " + name, "Go On")
    life.read("text", "The letter", name)
    life.dolen.choose(w("How it goes out"), w("Written by hand"))
    life.finish("_Go On")
    life.dolen.expect(w("All Done"))
    life.end_day()

    life.begin_day("2026-05-27")
    from_today(life, w("Not reached: write, or close") + ": " + name, "Go On")
    life.dolen.click(w("_Go On"))
    tell_referrer(life)
    life.dolen.expect(w("Nobody is waiting."))
    life.end_day()
