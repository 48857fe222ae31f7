/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-follow-up.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"

static const char *const kinds[] = { "no-answer", "check", "next-contact", "other", NULL };
static const char *const states[] = { "open", "done", "cancelled", NULL };

#define FIELD(field, kind, nicks)                                                                  \
  {                                                                                                \
#field, DOLEN_FIELD_##kind, G_STRUCT_OFFSET(DolenFollowUp, field), 0, nicks, NULL              \
  }

static const DolenField follow_up_fields[] = {
  FIELD (uid, TEXT, NULL),     FIELD (person, TEXT, NULL),    FIELD (referral, TEXT, NULL),
  FIELD (kind, ENUM, kinds),   FIELD (due, TEXT, NULL),       FIELD (from, TEXT, NULL),
  FIELD (note, TEXT, NULL),    FIELD (state, ENUM, states),   FIELD (done_on, TEXT, NULL),
  FIELD (outcome, TEXT, NULL), FIELD (closed_by, TEXT, NULL), FIELD (created, TIME, NULL),
};

const DolenRecordType dolen_follow_up_type
    = { "follow_up", sizeof (DolenFollowUp), follow_up_fields, G_N_ELEMENTS (follow_up_fields) };

DolenFollowUp *
dolen_follow_up_new (const char *person,
                     const char *referral,
                     DolenFollowUpKind kind,
                     const char *due)
{
  DolenFollowUp *follow_up = dolen_record_new (&dolen_follow_up_type);

  follow_up->uid = dolen_id_new ();
  follow_up->person = g_strdup (person);
  follow_up->referral = g_strdup (referral);
  follow_up->kind = kind;
  follow_up->due = g_strdup (due);
  return follow_up;
}

DolenFollowUp *
dolen_follow_up_copy (const DolenFollowUp *follow_up)
{
  return dolen_record_copy (&dolen_follow_up_type, follow_up);
}

void
dolen_follow_up_free (DolenFollowUp *follow_up)
{
  dolen_record_free (&dolen_follow_up_type, follow_up);
}

void
dolen_due_free (DolenDue *due)
{
  if (due == NULL)
    return;
  dolen_follow_up_free (due->follow_up);
  g_free (due->person_called);
  g_free (due->reference);
  g_free (due->service_name);
  g_free (due->service_name_cy);
  g_free (due->phone);
  g_free (due);
}

static const char *
service_name (const DolenDue *due, DolenLanguage language)
{
  const char *first = language == DOLEN_LANGUAGE_CY ? due->service_name_cy : due->service_name;
  const char *second = language == DOLEN_LANGUAGE_CY ? due->service_name : due->service_name_cy;

  return !dolen_text_is_empty (first) ? first : second;
}

static char *
no_answer_sentence (const DolenDue *due, DolenLanguage language)
{
  const char *service = service_name (due, language);

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
  case DOLEN_FOLLOW_UP_NO_ANSWER:
  case DOLEN_FOLLOW_UP_OTHER:
  default:
    /* Translators: a line of Today; first %s: the person; second: what to do, as written. */
    return g_strdup_printf (
        dolen_text (language, "%s: %s"), due->person_called, note != NULL ? note : "");
  }
}

char *
dolen_due_sentence (const DolenDue *due, DolenLanguage language)
{
  return due->follow_up->kind == DOLEN_FOLLOW_UP_NO_ANSWER ? no_answer_sentence (due, language)
                                                           : other_sentence (due, language);
}

const char *
dolen_due_button (const DolenDue *due, DolenLanguage language)
{
  if (due->follow_up->kind == DOLEN_FOLLOW_UP_OTHER)
    /* Translators: a button that finishes a thing to do. */
    return dolen_text (language, "Record it");
  /* Translators: a button that opens a small form: what came of the call (galwad, fem.). */
  return dolen_text (language, "Record the call");
}
