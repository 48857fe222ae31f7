/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-due.h"

#include "base/dolen-text.h"
#include "casework/records/dolen-appointment.h"
#include "casework/records/dolen-codes.h"
#include "casework/records/dolen-concern.h"
#include "casework/records/dolen-said.h"

#include <glib/gi18n-lib.h>

/* A line of Today in words. */

void
dolen_due_free (DolenDue *due)
{
  if (due == NULL)
    return;
  dolen_follow_up_free (due->follow_up);
  g_clear_pointer (&due->together, g_ptr_array_unref);
  g_free (due->service);
  g_free (due->person_called);
  g_free (due->reference);
  g_free (due->service_name);
  g_free (due->service_name_cy);
  g_free (due->phone);
  g_free (due->detail);
  g_free (due->subject_kind);
  g_free (due->subject_state);
  g_free (due);
}

guint
dolen_due_count (const DolenDue *due)
{
  return 1 + (due->together != NULL ? due->together->len : 0);
}

static const char *
service_name (const DolenDue *due, DolenLanguage language)
{
  const char *first = language == DOLEN_LANGUAGE_CY ? due->service_name_cy : due->service_name;
  const char *second = language == DOLEN_LANGUAGE_CY ? due->service_name : due->service_name_cy;

  return !dolen_text_is_empty (first) ? first : second;
}

/* One call about several; the first has waited longest. */
static char *
together_sentence (const DolenDue *due, DolenLanguage language)
{
  const char *service = service_name (due, language);

  return g_strdup_printf (
      /* Translators: a line of Today. First: the group; second: how many referrals (at least two)
       * one call is about. A name never stands after a mutating word. */
      dolen_ntext (language,
                   "Ring %1$s: no answer to %2$u referral",
                   "Ring %1$s: no answer to %2$u referrals",
                   dolen_due_count (due)),
      service != NULL ? service : "",
      dolen_due_count (due));
}

static char *
no_answer_sentence (const DolenDue *due, DolenLanguage language)
{
  const char *service = service_name (due, language);

  if (dolen_due_count (due) > 1)
    return together_sentence (due, language);
  if (due->working_days_waited <= 0)
    return g_strdup_printf (
        /* Translators: what comes next. First %s: the group; second %s: the referral's reference
         * (D-4821); third %s: how the person is called. */
        dolen_text (language, "Ring %1$s if there is no answer to %2$s (for %3$s)"),
        service != NULL ? service : "",
        due->reference != NULL ? due->reference : "",
        due->person_called != NULL ? due->person_called : "");
  return g_strdup_printf (
      /* Translators: a line of Today. First %s: the group; second %s: the referral's reference
       * (D-4821); %d: working days since it was sent. A name never stands after a mutating word. */
      dolen_ntext (language,
                   "Ring %s: no answer to referral %s for %d working day",
                   "Ring %s: no answer to referral %s for %d working days",
                   (gulong) due->working_days_waited),
      service != NULL ? service : "",
      due->reference != NULL ? due->reference : "",
      due->working_days_waited);
}

static char *
other_sentence (const DolenDue *due, DolenLanguage language)
{
  const char *service = service_name (due, language);
  const char *note = due->follow_up->note;

  switch (due->follow_up->kind) {
  case DOLEN_FOLLOW_UP_CHECK:
    if (service == NULL)
      /* Translators: a line of Today; %s: how the person is called. */
      return g_strdup_printf (dolen_text (language, "28-day check: %s"), due->person_called);
    /* Translators: a line of Today; first %s: how the person is called; second: the group. */
    return g_strdup_printf (
        dolen_text (language, "28-day check: %s (%s)"), due->person_called, service);
  case DOLEN_FOLLOW_UP_NEXT_CONTACT:
    if (dolen_text_is_empty (note))
      /* Translators: a line of Today; %s: how the person is called. */
      return g_strdup_printf (dolen_text (language, "Get in touch: %s"), due->person_called);
    /* Translators: a line of Today; first %s: the person; second: what about, as written. */
    return g_strdup_printf (
        dolen_text (language, "Get in touch: %s (%s)"), due->person_called, note);
  default:
    /* Translators: a line of Today; first %s: the person; second: what to do, as written. */
    return g_strdup_printf (
        dolen_text (language, "%s: %s"), due->person_called, note != NULL ? note : "");
  }
}

/* ---- all other kinds: what is to be done, then who and what about ---- */

static const struct {
  DolenFollowUpKind kind;
  const char *what;
  const char *button;
} kinds[] = {
  /* Translators: a line of Today; a colon and a name follow. Then the button that finishes it. */
  { DOLEN_FOLLOW_UP_DECIDE, N_ ("Decide on the referral"), N_ ("Decide") },
  { DOLEN_FOLLOW_UP_MORE_INFO, N_ ("Ask the referrer again"), N_ ("Record the Answer") },
  { DOLEN_FOLLOW_UP_FIRST_CONTACT, N_ ("First contact"), N_ ("Record the Attempt") },
  { DOLEN_FOLLOW_UP_TRY_AGAIN, N_ ("Try to reach them again"), N_ ("Record the Attempt") },
  { DOLEN_FOLLOW_UP_NOT_REACHED, N_ ("Not reached: write, or close"), N_ ("Go On") },
  { DOLEN_FOLLOW_UP_TELL_REFERRER, N_ ("Tell the referrer"), N_ ("Write to Them") },
  { DOLEN_FOLLOW_UP_FIRST_SESSION, N_ ("First time there"), N_ ("How Was It?") },
  { DOLEN_FOLLOW_UP_ABSENT, N_ ("Did not come: get in touch"), N_ ("Record the Call") },
  { DOLEN_FOLLOW_UP_WAIT_OVER, N_ ("The wait is longer than was said"), N_ ("Record the Call") },
  { DOLEN_FOLLOW_UP_NEXT_CHOICE, N_ ("Offer the next choice"), N_ ("Look at It") },
  { DOLEN_FOLLOW_UP_TELL_GROUP, N_ ("Sharing has ended: tell them"), N_ ("Record the Call") },
  { DOLEN_FOLLOW_UP_SUPPORT_ENDS, N_ ("Support ends soon"), N_ ("Look Ahead") },
  { DOLEN_FOLLOW_UP_REVIEW, N_ ("Review together"), N_ ("Review") },
  { DOLEN_FOLLOW_UP_BASELINE, N_ ("The first measure is missing"), N_ ("Record It") },
  { DOLEN_FOLLOW_UP_CONSENT_ENDS, N_ ("Consent to share ends"), N_ ("Ask Again") },
  { DOLEN_FOLLOW_UP_CONCERN, N_ ("Concern"), N_ ("Go On") },
  { DOLEN_FOLLOW_UP_APPOINTMENT, N_ ("Appointment"), N_ ("How Was It?") },
  { DOLEN_FOLLOW_UP_PAUSED, N_ ("Paused: can it go on?"), N_ ("Ask Again") },
  { DOLEN_FOLLOW_UP_NEEDS_DECISION, N_ ("Decide what became of it"), N_ ("Decide") },
  { DOLEN_FOLLOW_UP_CLOSING_LETTER,
    N_ ("Support has closed: the letter to them"),
    N_ ("Look at It") },
};

static gboolean
is_coming_in (DolenFollowUpKind kind)
{
  return kind == DOLEN_FOLLOW_UP_DECIDE || kind == DOLEN_FOLLOW_UP_MORE_INFO
         || kind == DOLEN_FOLLOW_UP_FIRST_CONTACT || kind == DOLEN_FOLLOW_UP_TRY_AGAIN
         || kind == DOLEN_FOLLOW_UP_NOT_REACHED || kind == DOLEN_FOLLOW_UP_TELL_REFERRER;
}

/* "Clwb Cinio; one copy says: completed (Carys, 3 November 2026), another: ...". */
static char *
say_contradiction (const DolenDue *due, DolenLanguage language)
{
  const GPtrArray *was = due->follow_up->was;
  const char *service = service_name (due, language);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (was == NULL || was->len < 2)
    return NULL;
  one = dolen_said_say (was->pdata[0], language);
  other = dolen_said_say (was->pdata[1], language);
  return g_strdup_printf (
      /* Translators: two copies of the case records were brought together, and differ about a
       * referral. First: the group; the others: what each says, as "completed (Carys, 3 November
       * 2026)". */
      dolen_text (language, "%1$s; one copy says: %2$s; another copy says: %3$s"),
      service != NULL ? service : "",
      one,
      other);
}

static char *
say_concern (const DolenDue *due, DolenLanguage language)
{
  const char *kind = dolen_concern_kind_name (due->subject_kind, language);
  const char *state
      = dolen_concern_state_name (dolen_concern_state_from_nick (due->subject_state), language);

  if (due->detail == NULL)
    return g_strdup_printf ("%s: %s", kind, state);
  /* Translators: of a concern on Today. First: its kind ("self-harm"); second: how it stands. */
  return g_strdup_printf (
      dolen_text (language, "%1$s: %2$s; its words were taken out"), kind, state);
}

/* "safeguarding, adult: reported, no answer yet"; "10:30, home visit"; "GP practice, Meddygfa
 * Glan-yr-afon". */
static char *
say_subject (const DolenDue *due, DolenLanguage language)
{
  DolenAppointmentKind kind = DOLEN_APPOINTMENT_MEETING;

  if (due->follow_up->kind == DOLEN_FOLLOW_UP_NEEDS_DECISION)
    return say_contradiction (due, language);
  if (due->follow_up->kind == DOLEN_FOLLOW_UP_CONCERN && due->subject_kind != NULL)
    return say_concern (due, language);
  if (is_coming_in (due->follow_up->kind) && due->subject_kind != NULL)
    return dolen_source_say (due->subject_kind, due->detail, language);
  if (due->follow_up->kind != DOLEN_FOLLOW_UP_APPOINTMENT
      || !dolen_appointment_kind_from_nick (due->subject_kind, &kind))
    return NULL;
  if (due->follow_up->at == NULL)
    return g_strdup (dolen_appointment_kind_name (kind, language));
  return g_strdup_printf (
      "%s, %s", due->follow_up->at, dolen_appointment_kind_name (kind, language));
}

static char *
kind_sentence (const DolenDue *due, const char *what, DolenLanguage language)
{
  const char *called = due->person_called != NULL ? due->person_called : "";
  const char *service = service_name (due, language);
  g_autofree char *subject = say_subject (due, language);
  const char *about = subject != NULL ? subject : service != NULL ? service : due->detail;

  if (dolen_text_is_empty (about))
    /* Translators: a line of Today. First: what is to be done; second: how the person is called. */
    return g_strdup_printf (dolen_ctext (language, "due", "%1$s: %2$s"), what, called);
  /* Translators: a line of Today. First: what is to be done; second: how the person is called;
   * third: the group, or what it is about. */
  return g_strdup_printf (dolen_ctext (language, "due", "%1$s: %2$s (%3$s)"), what, called, about);
}

/* Nothing more stands on the plan: somebody has to look for something. */
static gboolean
has_no_choice (const DolenDue *due)
{
  return due->follow_up->kind == DOLEN_FOLLOW_UP_NEXT_CHOICE && due->follow_up->subject == NULL;
}

char *
dolen_due_sentence (const DolenDue *due, DolenLanguage language)
{
  if (has_no_choice (due))
    /* Translators: a line of Today; a colon, a name and the group that declined follow. */
    return kind_sentence (due, dolen_text (language, "Look for another group"), language);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == due->follow_up->kind)
      return kind_sentence (due, dolen_text (language, kinds[i].what), language);
  return due->follow_up->kind == DOLEN_FOLLOW_UP_NO_ANSWER ? no_answer_sentence (due, language)
                                                           : other_sentence (due, language);
}

const char *
dolen_due_button (const DolenDue *due, DolenLanguage language)
{
  /* Nobody can say yet how it was. */
  if (due->follow_up->kind == DOLEN_FOLLOW_UP_APPOINTMENT && due->days_overdue < 0)
    return dolen_text (language, "Look at It");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == due->follow_up->kind)
      return dolen_text (language, kinds[i].button);
  if (due->follow_up->kind == DOLEN_FOLLOW_UP_OTHER)
    /* Translators: a button that finishes a thing to do. */
    return dolen_text (language, "Record It");
  /* Translators: a button that opens a small form: what came of the call (galwad, fem.). */
  return dolen_text (language, "Record the Call");
}

const char *
dolen_due_what (DolenFollowUpKind kind, DolenLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return dolen_text (language, kinds[i].what);
  switch (kind) {
  case DOLEN_FOLLOW_UP_NO_ANSWER:
    /* Translators: what is to be done next for a person, short. */
    return dolen_text (language, "Ring the group");
  case DOLEN_FOLLOW_UP_CHECK:
    return dolen_text (language, "28-day check");
  case DOLEN_FOLLOW_UP_NEXT_CONTACT:
    return dolen_text (language, "Get in touch");
  default:
    return dolen_text (language, "Something to do");
  }
}
