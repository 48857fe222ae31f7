/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-concern.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>

static const char *const states[]
    = { "raised", "discussed", "reported", "answered", "closed", NULL };

#define TEXT(field) DOLEN_FIELD (DolenConcern, field, TEXT)

static const DolenField concern_fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (kind),
  TEXT (text),
  DOLEN_FIELD (DolenConcern, state, ENUM, .nicks = states),
  TEXT (raised_on),
  TEXT (raised_by),
  TEXT (discussed_on),
  TEXT (discussed_with),
  TEXT (consent),
  TEXT (consent_note),
  TEXT (reported_on),
  TEXT (reported_to),
  TEXT (report_reference),
  TEXT (answered_on),
  TEXT (answer),
  TEXT (closed_on),
  TEXT (closing_note),
  TEXT (taken_out_on),
  DOLEN_FIELD (DolenConcern, created, TIME),
};

const DolenRecordType dolen_concern_type = { "concern",
                                             sizeof (DolenConcern),
                                             concern_fields,
                                             G_N_ELEMENTS (concern_fields),
                                             (GDestroyNotify) dolen_concern_free };

DolenConcern *
dolen_concern_new (const char *person)
{
  DolenConcern *concern = dolen_record_new (&dolen_concern_type);

  concern->uid = dolen_id_new ();
  concern->person = g_strdup (person);
  concern->raised_on = dolen_date_today ();
  return concern;
}

DolenConcern *
dolen_concern_copy (const DolenConcern *concern)
{
  return dolen_record_copy (&dolen_concern_type, concern);
}

void
dolen_concern_free (DolenConcern *concern)
{
  dolen_record_free (&dolen_concern_type, concern);
}

/* ---- in words ---- */

static const char *const kinds[]
    = { "safeguarding-adult", "safeguarding-child", "self-harm", "crisis", "other", NULL };

static const char *const kind_names[] = {
  /* Translators: kinds of concern (pryder, masc.), lower case, after a colon or in brackets. */
  N_ ("safeguarding, adult"), N_ ("safeguarding, child"), N_ ("self-harm"), N_ ("crisis"),
  N_ ("other concern"),
};

const char *const *
dolen_concern_kinds (void)
{
  return kinds;
}

gboolean
dolen_concern_kind_is_known (const char *code)
{
  return code != NULL && g_strv_contains (kinds, code);
}

const char *
dolen_concern_kind_name (const char *code, DolenLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (kinds[i], code) == 0)
      return dolen_text (language, kind_names[i]);
  return dolen_text (language, kind_names[G_N_ELEMENTS (kind_names) - 1]);
}

const char *
dolen_concern_state_name (DolenConcernState state, DolenLanguage language)
{
  switch (state) {
  case DOLEN_CONCERN_DISCUSSED:
    /* Translators: how far a concern (pryder, masc.) has come, lower case. */
    return dolen_text (language, "discussed, no answer yet");
  case DOLEN_CONCERN_REPORTED:
    return dolen_text (language, "reported, no answer yet");
  case DOLEN_CONCERN_ANSWERED:
    return dolen_text (language, "answered, not closed yet");
  case DOLEN_CONCERN_CLOSED:
    /* Translators: of a concern (pryder, masc.) */
    return dolen_ctext (language, "concern", "closed");
  case DOLEN_CONCERN_RAISED:
  default:
    return dolen_text (language, "raised, no answer yet");
  }
}

DolenConcernState
dolen_concern_state_from_nick (const char *nick)
{
  for (int i = 0; states[i] != NULL; i++)
    if (g_strcmp0 (states[i], nick) == 0)
      return i;
  return DOLEN_CONCERN_RAISED;
}

char *
dolen_concern_say_words (const DolenConcern *concern, DolenLanguage language)
{
  g_autofree char *day = NULL;

  if (!dolen_text_is_empty (concern->text))
    return g_strdup (concern->text);
  if (concern->taken_out_on == NULL)
    return NULL;
  day = dolen_format_date (language, concern->taken_out_on);
  /* Translators: of a concern, in the place of what was written; %s: a day. */
  return g_strdup_printf (dolen_text (language, "Its words were taken out on %s."), day);
}
