# SPDX-License-Identifier: GPL-3.0-or-later
"""The lives that are played."""
from forms import (BALANCE, SINGING, WALKS, add_referral, close, decide, from_today, look_at_group,
                   open_person, record_try, refer, tell_referrer)
from keyboard import Keyboard
from queue_steps import (change_places, nobody_there, queue_call, queue_count, queue_rows, read_out,
                         save_call, show_old_facts)
from steps import Words


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
    life.open("Tried to R_each Them…")
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


def supported(life):
    """From a GP to a group that suits, and out again by themselves."""
    w = life.words
    name = "Eluned " + life.canary("Pryderch")
    life.begin_day()
    life.create_vault()
    add_referral(life, name, "GP practice",
                 f"Lonely; used to sing as a {life.canary('nightwren')}.", "07700 900112")
    decide(life, "Suitable: taken up now")
    tell_referrer(life)
    life.end_day()

    life.begin_day("2026-05-11")
    from_today(life, w("First contact") + ": " + name, "Record the Attempt")
    record_try(life, "Telephone", "10:15", "Reached them")
    open_person(life, name)
    life.open("_Set Goals…")
    life.dolen.type(w("In their own words"), f"To sing with others, {life.canary('tunewell')}")
    life.dolen.choose(w("Where they are now, if they wish to score it"), "3")
    life.dolen.choose(w("Where they would like to be"), "8")
    life.finish("_Save")
    life.end_day()

    life.begin_day("2026-05-12")
    open_person(life, name)
    refer(life, name, SINGING[life.language])
    life.end_day()

    going_well(life, name)
    closing(life, name)


def going_well(life, name):
    """The group accepts; they go, go on going, and look back upon it."""
    w, group = life.words, SINGING[life.language]
    life.begin_day("2026-05-27")
    life.go("Today")
    life.dolen.expect(w.plural("Ring %s: no answer to referral %s for %d working day",
                               "Ring %s: no answer to referral %s for %d working days", 10)
                      % (group, "D-1001", 10))
    life.open("Record the Call")
    life.dolen.choose(w("What did the group say?"), w("The group accepted"))
    life.dolen.type(w("First session on (day/month/year)"), life.written(5))
    life.finish("_Done")
    life.end_day()

    life.begin_day("2026-06-02")
    from_today(life, w("First time there") + f": {name} ({group}", "How Was It?")
    life.dolen.choose(w("How was the first time?"), w("They went"))
    life.finish("_Done")
    life.end_day()

    life.begin_day("2026-06-09")
    from_today(life, w("28-day check: %s (%s)") % (name, group), "Record the Call")
    life.dolen.choose(w("How is it going?"), w("They are going"))
    life.finish("_Done")
    life.end_day()

    life.begin_day("2026-06-22")
    from_today(life, w("Review together") + ": " + name, "Review")
    life.dolen.choose(w("Where they are now, if they wish to score it"), "7")
    life.dolen.type(w("What has changed, in words"), life.canary("laughsagain"))
    life.finish("_Record")
    life.end_day()


def closing(life, name):
    """Support ends; what continues is said to them and to the referrer."""
    w = life.words
    continues = "Singing on Wednesdays, " + life.canary("carriesover")
    life.begin_day("2026-07-13")
    from_today(life, w("Support ends soon") + ": " + name, "Look Ahead")
    life.dolen.type(w("What continues after support ends"), continues)
    life.finish("_Done")
    life.end_day()

    life.begin_day("2026-07-27")
    close(life, name, continues, SINGING[life.language])
    life.end_day()


def menna(life):
    """Comes by herself, speaks Welsh and signs. The first group declines, the next is shown to her;
    she is visited, worried about, and gone along with."""
    name = "Menna " + life.canary("Brithwen")
    home = "Tyddyn " + life.canary("Cwmhidden")
    comes_by_herself(life, name, home)
    is_visited(life, name, home)
    asks_two_groups(life, name)
    is_declined(life, name)
    is_worried_about(life, name)
    goes_elsewhere(life, name)
    is_seen_through(life, name)


def comes_by_herself(life, name, home):
    """She is asked for her languages; nobody is told, for nobody sent her."""
    w = life.words
    life.begin_day()
    life.create_vault()
    dolen = life.dolen
    life.go("People")
    life.open("Add a _Referral")
    dolen.type(w("Name"), name)
    dolen.choose(w("Who sent them"), w("They came themselves"))
    dolen.type(w("Why they were referred"), "Wishes for company, " + life.canary("quietmoor"))
    life.finish("_Add")
    dolen.expect(w("Welsh or English? Not asked yet: ask today."))
    decide(life, "Suitable: taken up now")
    dolen.expect(w("Taken up"))

    life.open("_Ask Now")
    dolen.choose(w("To speak"), "Cymraeg")
    dolen.choose(w("Letters and hand-outs"), "Cymraeg")
    dolen.type(w("Address"), home)
    dolen.click(w("Add a _Risk"))
    dolen.choose(w("Kind"), w("Dog or other animal"))
    dolen.type(w("What it is, in words"), "Called " + life.canary("growlbert"))
    dolen.press(dolen.find("label", w("Questions about them")))
    dolen.choose(w("Interpreter wanted for"), "BSL")
    life.finish("_Save")
    dolen.expect(w("To speak: %1$s. Letters: %2$s.").replace("%1$s", "Cymraeg")
                 .replace("%2$s", "Cymraeg"))
    dolen.expect(w("Interpreter wanted: %s") % "BSL")


def plan_appointment(life, kind, day, at, back):
    dolen, w = life.dolen, life.words
    dolen.choose_in_menu(w("More about this person"), w("Plan an _Appointment…"))
    dolen.choose(w("What"), w(kind))
    dolen.type(w("On (day/month/year)"), day)
    dolen.type(w("Begins (14:30)"), at)
    dolen.type(w("Expected back (16:00)"), back)
    dolen.type(w("Who knows where you are"), "Gwenno, " + life.canary("deskmate"))


def show_address(life, home):
    """Nobody sees where she lives before the risk."""
    dolen, w = life.dolen, life.words
    dolen.wait_text(w("Dog or other animal"))
    if dolen.says(home):
        raise AssertionError("the address is shown before the risk is read")
    dolen.click(w("I Have _Read It: Show the Address"))
    dolen.wait_text(home)


def is_visited(life, name, home):
    """Planned, gone and back."""
    w = life.words
    plan_appointment(life, "home visit", life.written(1), "10:00", "11:30")
    show_address(life, home)
    life.finish("_Plan")
    life.end_day()

    life.begin_day("2026-05-05", "10:20")
    life.go("Today")
    life.dolen.expect(w("Out Now"))
    from_today(life, f"{w('Appointment')}: {name} (10:00, {w('home visit')})", "How Was It?")
    show_address(life, home)
    life.dolen.click(w("I Am _Back"))
    life.dolen.expect_gone(w("Out Now"))
    life.dolen.type(w("What was said and done"), "Tea, " + life.canary("kettlesong"))
    life.finish("_Record")
    life.dolen.expect_gone(w("Appointment") + ": ")


def asks_two_groups(life, name):
    """One is asked for her, another stands on the plan."""
    w, dolen = life.words, life.dolen
    open_person(life, name)
    refer(life, name, BALANCE[life.language])
    look_at_group(life, WALKS[life.language])
    dolen.click(w("Add to Plan"))
    life.go("People")
    dolen.expect("1. " + WALKS[life.language])
    life.end_day()


def is_declined(life, name):
    w, group = life.words, BALANCE[life.language]
    life.begin_day("2026-05-08")
    from_today(life, w.plural("Ring %s: no answer to referral %s for %d working day",
                              "Ring %s: no answer to referral %s for %d working days", 3)
               % (group, "D-1001", 3), "Record the Call")
    life.dolen.choose(w("What did the group say?"), w("The group declined"))
    life.dolen.choose(w("Why"), w("no places"))
    life.finish("_Done")


def is_worried_about(life, name):
    """Raised and talked over on the same day."""
    w, dolen = life.words, life.dolen
    open_person(life, name)
    life.open("Raise a C_oncern")
    dolen.choose(w("What kind"), w("self-harm"))
    dolen.type(w("What was seen or said"), "Said she is a " + life.canary("burdenword"))
    life.finish("_Raise It")
    life.open("_Go On")
    dolen.type(w("With whom"), "Non, lead")
    life.finish("_Record")
    dolen.expect(w("discussed, no answer yet"))
    life.end_day()


def go_on_with_concern(life, name, state, fields):
    """It is first in Today, whatever else is due; the form proposes the step that follows."""
    w = life.words
    life.go("Today")
    life.dolen.expect(f"{w('Concern')}: {name} ({w('self-harm')}: {w(state)})")
    first = next(text for text in life.dolen.texts() if ": " + name in text)
    if not first.startswith(w("Concern")):
        raise AssertionError(f"“{first}” comes before the concern")
    life.open("Go On")
    for field, text in fields.items():
        life.dolen.type(w(field), text)


def goes_elsewhere(life, name):
    """The concern is reported. She would like to know of the next choice, and to go by herself."""
    w, group = life.words, WALKS[life.language]
    life.begin_day("2026-05-12")
    go_on_with_concern(life, name, "discussed, no answer yet",
                       {"To whom": "Crisis team", "Their reference": life.canary("refnumber")})
    life.dolen.choose(w("Do they agree to it?"), w("They agreed"))
    life.finish("_Record")

    from_today(life, f"{w('Offer the next choice')}: {name} ({group})", "Look at It")
    life.dolen.choose(w("What does the person say?"), w("The person would like the details: signpost"))
    life.dolen.click(w("_Done"))
    life.finish("_Give the Details")
    life.end_day()


def is_seen_through(life, name):
    """Somebody goes along; the concern is answered and closed; the last letter is in Welsh."""
    w = life.words
    life.begin_day("2026-05-13")
    go_on_with_concern(life, name, "reported, no answer yet",
                       {"What was done or said, or why it ends": life.canary("safeagain")})
    life.finish("_Record")
    open_person(life, name)
    life.dolen.expect(w("Signposting"))
    plan_appointment(life, "going along to a group", life.written(6), "14:00", "16:00")
    life.finish("_Plan")
    life.end_day()

    life.begin_day("2026-05-20")
    go_on_with_concern(life, name, "answered, not closed yet", {})
    life.finish("_Record")
    life.dolen.expect_gone(w("Concern") + ": ")
    from_today(life, f"{w('Appointment')}: {name} (14:00, {w('going along to a group')})",
               "How Was It?")
    life.finish("_Record")
    close(life, name, "Walks on Mondays, " + life.canary("carriesover"), WALKS[life.language],
          Words("cy"))
    life.end_day()


def queue_morning(life):
    """A curator works the queue down: reached, with facts ticked one by one and the places changed;
    a message left; no answer. One call is undone. No case records are opened for it."""
    w = life.words
    life.begin_day(unlock=False)
    life.go("Directory")
    before = show_old_facts(life)
    reached = queue_call(life)
    read_out(life)
    change_places(life, "6")
    save_call(life, "Reached")
    messaged = queue_call(life, reached)
    life.dolen.click(w("Left a message", "call"), "toggle button")
    save_call(life, "Left a message")
    silent = queue_call(life, reached, messaged)
    life.dolen.click(w("No answer", "call"), "toggle button")
    life.dolen.find("text", w("Next try on (day/month/year)"))
    save_call(life, "No answer")
    queue_call(life, reached, messaged, silent)
    after = queue_count(life)
    if after > before - 2:
        raise AssertionError(f"the queue had {before} old facts and has {after} after three calls")
    Keyboard(life).control("z")  # what offers it with a button may have gone by now
    life.dolen.wait(lambda: silent in queue_rows(life), f"“{silent}” to come back")
    nobody_there(life)
    life.end_day()


def by_keyboard(life):
    """Nobody can be reached, and nobody has a mouse: from the case records to the first try, which
    Today asked for."""
    w = life.words
    name = "Eluned " + life.canary("Tabwidow")
    life.begin_day()
    keys = Keyboard(life)
    keys.create_vault()
    keys.opens("Add a _Referral")
    keys.write("Name", name)
    keys.write("Telephone", "07700 900113")
    keys.choose("Who sent them", 1, "GP practice")
    keys.write("Why they were referred", "Alone; keeps a " + life.canary("keylark"))
    keys.closes("_Add")
    life.dolen.expect(name)
    keys.opens("_Decide…")
    keys.choose("Decision", 2, "Suitable: taken up now")
    keys.enter("_Decide")
    life.dolen.find("text", w("What they are told"))
    keys.anew()
    keys.choose("How they were told", 1, "By telephone")
    keys.closes("_Record as Told")
    keys.control("l")
    life.dolen.expect(w("Case Records Are Locked"))
    life.end_day()

    life.begin_day("2026-05-11", unlock=False)
    keys = Keyboard(life)
    keys.unlock()
    life.dolen.expect(w("First contact") + ": " + name)
    keys.opens("Record the Attempt")
    keys.closes("_Record")
    life.dolen.expect_gone(w("First contact") + ": " + name)
    keys.control("z")
    life.dolen.expect(w("First contact") + ": " + name)
    life.end_day()


def talk_by_keyboard(life):
    """A conversation on Find, with nobody named and without a mouse: answered, skipped, typed, and
    taken over."""
    w = life.words
    life.begin_day()
    keys = Keyboard(life)
    keys.go("Find", "2")
    keys.enter("Talk it through together")
    life.dolen.expect(w("What matters to you?"))
    keys.anew()
    keys.enter("More company")
    keys.write("Say it in your own words", "To hear " + life.canary("larkvoices"))
    keys.press("Return")
    life.dolen.expect("larkvoices")
    keys.anew()
    keys.enter("Next")
    life.dolen.expect(w("What do you enjoy?"))
    keys.anew()
    keys.write("Say it in your own words", "canu")
    keys.press("Return")
    life.dolen.expect(w("Thank you: %s.") % "Singing")
    keys.anew()
    keys.enter("Finish")
    life.dolen.expect(w("Please turn the screen back to your worker."))
    keys.anew()
    keys.enter("I am the worker")
    life.dolen.expect(w("What came out of the conversation"))
    keys.anew()
    keys.enter("Take over into Find")
    life.dolen.expect("Singing")
    life.end_day()
