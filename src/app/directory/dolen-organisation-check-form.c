/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-organisation-checks.h"

#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

#define NOT_ASKED "not-asked"

static const char *const state_codes[]
    = { NOT_ASKED, "seen", "told", "not-there", "not-needed", NULL };

static const char *
say_state (const char *code)
{
  if (g_str_equal (code, "seen"))
    /* Translators: of a policy or check: somebody of ours saw it. */
    return _ ("Seen");
  if (g_str_equal (code, "told"))
    /* Translators: of a policy or check: the group says it has it. */
    return _ ("They say they have it");
  if (g_str_equal (code, "not-there"))
    /* Translators: of a policy or check: the group was asked. */
    return _ ("They have none");
  if (g_str_equal (code, "not-needed"))
    /* Translators: of a policy or check. */
    return _ ("Not needed here");
  /* Translators: of a policy or check: nobody asked for it. */
  return _ ("Not asked");
}

static const DolenListingChoices states = { state_codes, say_state };

static const DolenListingField fields[] = {
  { "state", N_ ("What is known"), DOLEN_LISTING_CHOICE, &states, NULL },
  { "seen_on", N_ ("Seen or told on"), DOLEN_LISTING_DATE, NULL, N_ ("Empty: today") },
  { "expires_on", N_ ("Holds until"), DOLEN_LISTING_DATE, NULL, N_ ("Empty where it has no end") },
  { "evidence",
    N_ ("What was seen"),
    DOLEN_LISTING_LINE,
    NULL,
    N_ ("Such as: certificate, 5 million") },
  { NULL },
};

const DolenListingField *
dolen_check_fields (void)
{
  return fields;
}

DolenListingValues *
dolen_check_read (const DolenAssurance *check)
{
  DolenListingValues *values = dolen_listing_values_new (fields);

  if (check == NULL)
    return values;
  dolen_listing_values_put (values, "state", dolen_assurance_state_code (check->state));
  dolen_listing_values_put_date (values, "seen_on", check->seen_on);
  dolen_listing_values_put_date (values, "expires_on", check->expires_on);
  dolen_listing_values_put (values, "evidence", check->evidence);
  return values;
}

static gboolean
is_state (const DolenListingValues *values, const char *code)
{
  return g_str_equal (dolen_listing_values_get (values, "state"), code);
}

gboolean
dolen_check_shows (const DolenListingValues *values, const char *key)
{
  if (g_str_equal (key, "state"))
    return TRUE;
  if (g_str_equal (key, "expires_on") || g_str_equal (key, "evidence"))
    return is_state (values, "seen") || is_state (values, "told");
  return !is_state (values, NOT_ASKED);
}

char *
dolen_check_problem (const DolenListingValues *values, const char *key)
{
  g_autofree char *seen = dolen_listing_values_dup_date (values, "seen_on");
  g_autofree char *end = dolen_listing_values_dup_date (values, "expires_on");

  if (g_str_equal (key, "expires_on") && seen != NULL && end != NULL && strcmp (end, seen) < 0)
    return g_strdup (_ ("This is before the day it was seen."));
  return NULL;
}

DolenAssurance *
dolen_check_write (const char *what, const DolenListingValues *values)
{
  DolenAssurance *check;

  if (is_state (values, NOT_ASKED))
    return NULL;
  check = dolen_assurance_new ();
  check->what = g_strdup (what);
  check->state = dolen_assurance_state_from_code (dolen_listing_values_get (values, "state"));
  check->seen_on = dolen_listing_values_dup_date (values, "seen_on");
  if (dolen_check_shows (values, "expires_on")) {
    check->expires_on = dolen_listing_values_dup_date (values, "expires_on");
    check->evidence = dolen_listing_values_dup_line (values, "evidence");
  }
  return check;
}

static const char *
say_standing (DolenAssuranceStanding standing)
{
  switch (standing) {
  case DOLEN_STANDING_SEEN:
    return _ ("Seen");
  case DOLEN_STANDING_TOLD:
    return _ ("They say they have it");
  case DOLEN_STANDING_LAPSED:
    /* Translators: of a policy or check: its day has passed. */
    return _ ("Has ended");
  case DOLEN_STANDING_NOT_THERE:
    return _ ("They have none");
  case DOLEN_STANDING_NOT_NEEDED:
    return _ ("Not needed here");
  case DOLEN_STANDING_NOT_ASKED:
  default:
    return _ ("Not asked");
  }
}

char *
dolen_check_tell (const DolenAssuranceLine *line, DolenLanguage language)
{
  const DolenAssurance *record = line->record;
  g_autofree char *end = dolen_format_date (language, record != NULL ? record->expires_on : NULL);
  GString *words = g_string_new (say_standing (line->standing));

  if (*end != '\0')
    /* Translators: of a policy or check; a day follows the colon. */
    g_string_append_printf (words, _ (", until: %s"), end);
  if (line->from_parent)
    g_string_append_printf (words, " · %s", _ ("through the larger body"));
  if (line->level == DOLEN_ASSURANCE_NEEDED && line->standing == DOLEN_STANDING_NOT_ASKED)
    g_string_append_printf (words, " · %s", _ ("this kind of activity should have it"));
  return g_string_free (words, FALSE);
}
