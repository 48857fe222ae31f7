/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-keeping-rules.h"

#include "base/dolen-time.h"
#include "format/dolen-json-file.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>

/* Beyond these a number is a slip of the hand. */
#define MAX_DAYS 3660
#define MAX_MONTHS 120

void
dolen_keeping_rules_init (DolenKeepingRules *rules)
{
  *rules = (DolenKeepingRules){
    .ask_again = { [DOLEN_FACT_CAPACITY] = { .days = DOLEN_CAPACITY_FRESH_DAYS },
                   [DOLEN_FACT_TIMES] = { .months = 6 },
                   [DOLEN_FACT_CONTACT] = { .months = 6 },
                   [DOLEN_FACT_COST] = { .months = 12 },
                   [DOLEN_FACT_ACCESS] = { .months = 12 },
                   [DOLEN_FACT_DESCRIPTION] = { .months = 12 } },
    .assurance_days = 60,
    .funding_days = 90,
    .try_again = { 1, 3, 5 },
    .n_tries = 3,
    .welsh = TRUE,
  };
}

static void
complain (GStrvBuilder *wrong, const char *where)
{
  g_autofree char *sentence
      /* Translators: a file of settings; %s is a place in it, such as "ask-again.times". */
      = g_strdup_printf (_ ("“%s” in the settings of the queue cannot be read."), where);

  g_strv_builder_add (wrong, sentence);
}

/* A whole number from @least to @most; FALSE where it is another. */
static gboolean
read_number (json_object *value, int least, int most, int *number)
{
  gint64 found;

  if (!json_object_is_type (value, json_type_int))
    return FALSE;
  found = json_object_get_int64 (value);
  if (found < least || found > most)
    return FALSE;
  *number = (int) found;
  return TRUE;
}

static gboolean
read_span (json_object *object, DolenKeepingSpan *span)
{
  json_object *days = dolen_json_get (object, "days");
  json_object *months = dolen_json_get (object, "months");
  DolenKeepingSpan read = { 0 };

  if ((days != NULL) == (months != NULL)
      || (days != NULL && !read_number (days, 1, MAX_DAYS, &read.days))
      || (months != NULL && !read_number (months, 1, MAX_MONTHS, &read.months)))
    return FALSE;
  *span = read;
  return TRUE;
}

static int
find_fact (const char *code)
{
  for (int fact = 0; fact < DOLEN_N_FACTS; fact++)
    if (g_str_equal (dolen_fact_code ((DolenFact) fact), code))
      return fact;
  return -1;
}

static void
read_spans (json_object *object, DolenKeepingRules *rules, GStrvBuilder *wrong)
{
  if (object == NULL)
    return;
  if (!json_object_is_type (object, json_type_object)) {
    complain (wrong, "ask-again");
    return;
  }
  json_object_object_foreach (object, code, value)
  {
    int fact = find_fact (code);
    g_autofree char *where = g_strdup_printf ("ask-again.%s", code);

    if (fact < 0 || !read_span (value, &rules->ask_again[fact]))
      complain (wrong, where);
  }
}

static void
read_tries (json_object *list, DolenKeepingRules *rules, GStrvBuilder *wrong)
{
  int read[DOLEN_KEEPING_MAX_TRIES] = { 0 };
  gsize n;

  if (list == NULL)
    return;
  n = json_object_is_type (list, json_type_array) ? json_object_array_length (list) : 0;
  for (gsize i = 0; i < MIN (n, DOLEN_KEEPING_MAX_TRIES); i++)
    if (!read_number (json_object_array_get_idx (list, i), 1, MAX_DAYS, &read[i]))
      n = 0;
  if (n == 0 || n > DOLEN_KEEPING_MAX_TRIES) {
    complain (wrong, "try-again");
    return;
  }
  for (gsize i = 0; i < DOLEN_KEEPING_MAX_TRIES; i++)
    rules->try_again[i] = read[i];
  rules->n_tries = (guint) n;
}

static void
read_days (json_object *root, const char *key, int *days, GStrvBuilder *wrong)
{
  json_object *value = dolen_json_get (root, key);

  if (value != NULL && !read_number (value, 0, MAX_DAYS, days))
    complain (wrong, key);
}

static void
read_rules (json_object *root, DolenKeepingRules *rules, GStrvBuilder *wrong)
{
  json_object *welsh = dolen_json_get (root, "welsh");

  read_spans (dolen_json_get (root, "ask-again"), rules, wrong);
  read_tries (dolen_json_get (root, "try-again"), rules, wrong);
  read_days (root, "assurance-days", &rules->assurance_days, wrong);
  read_days (root, "funding-days", &rules->funding_days, wrong);
  if (json_object_is_type (welsh, json_type_boolean))
    rules->welsh = json_object_get_boolean (welsh);
  else if (welsh != NULL)
    complain (wrong, "welsh");
}

char **
dolen_keeping_rules_read (const char *path, DolenKeepingRules *rules)
{
  g_autoptr (GStrvBuilder) wrong = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  json_object *root;

  dolen_keeping_rules_init (rules);
  if (path == NULL)
    return g_strv_builder_end (wrong);
  root = dolen_json_file_read (path, &error);
  if (root != NULL)
    read_rules (root, rules, wrong);
  else if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_strv_builder_add (wrong, error->message);
  g_clear_pointer (&root, json_object_put);
  return g_strv_builder_end (wrong);
}

/* ---- writing ---- */

static void
put (json_object *object, const char *key, json_object *value, gboolean own)
{
  if (own) {
    json_object_object_add (object, key, value);
    return;
  }
  json_object_put (value);
  json_object_object_del (object, key);
}

static json_object *
write_spans (const DolenKeepingRules *rules, const DolenKeepingRules *ours)
{
  json_object *spans = json_object_new_object ();

  for (guint fact = 0; fact < DOLEN_N_FACTS; fact++) {
    const DolenKeepingSpan *span = &rules->ask_again[fact], *other = &ours->ask_again[fact];
    json_object *object;

    if (span->days == other->days && span->months == other->months)
      continue;
    object = json_object_new_object ();
    json_object_object_add (object,
                            span->days > 0 ? "days" : "months",
                            json_object_new_int (span->days > 0 ? span->days : span->months));
    json_object_object_add (spans, dolen_fact_code ((DolenFact) fact), object);
  }
  return spans;
}

static gboolean
has_own_tries (const DolenKeepingRules *rules, const DolenKeepingRules *ours)
{
  gboolean own = rules->n_tries != ours->n_tries;

  for (guint i = 0; i < rules->n_tries && !own; i++)
    own = rules->try_again[i] != ours->try_again[i];
  return own;
}

static void
fill (json_object *root, const DolenKeepingRules *rules)
{
  DolenKeepingRules ours;
  json_object *spans, *tries = json_object_new_array ();

  dolen_keeping_rules_init (&ours);
  spans = write_spans (rules, &ours);
  put (root, "ask-again", spans, json_object_object_length (spans) > 0);
  for (guint i = 0; i < rules->n_tries; i++)
    json_object_array_add (tries, json_object_new_int (rules->try_again[i]));
  put (root, "try-again", tries, has_own_tries (rules, &ours));
  put (root,
       "assurance-days",
       json_object_new_int (rules->assurance_days),
       rules->assurance_days != ours.assurance_days);
  put (root,
       "funding-days",
       json_object_new_int (rules->funding_days),
       rules->funding_days != ours.funding_days);
  put (root, "welsh", json_object_new_boolean (rules->welsh), rules->welsh != ours.welsh);
}

gboolean
dolen_keeping_rules_write (const DolenKeepingRules *rules, const char *path, GError **error)
{
  json_object *root = dolen_json_file_read (path, NULL);
  gboolean ok;

  if (root == NULL)
    root = json_object_new_object ();
  fill (root, rules);
  ok = dolen_json_file_keep (path, root, error);
  json_object_put (root);
  return ok;
}

/* ---- asking ---- */

static char *
add_span (const DolenKeepingSpan *span, const char *date, int sign)
{
  return span->days > 0 ? dolen_date_add_days (date, sign * span->days)
                        : dolen_date_add_months (date, sign * span->months);
}

/* Months are not all as long: a step back and forth may end a few days earlier. */
char *
dolen_keeping_rules_cutoff (const DolenKeepingRules *rules, DolenFact fact, const char *today)
{
  const DolenKeepingSpan *span = &rules->ask_again[fact];
  g_autofree char *date = add_span (span, today, -1);

  for (;;) {
    g_autofree char *until = add_span (span, date, 1);
    char *next;

    if (g_strcmp0 (until, today) >= 0)
      return g_steal_pointer (&date);
    next = dolen_date_add_days (date, 1);
    g_free (date);
    date = next;
  }
}

const char *
dolen_keeping_fact_label (DolenFact fact, DolenLanguage language)
{
  switch (fact) {
  case DOLEN_FACT_CAPACITY:
    /* Translators: a fact of a group's listing: how many places are free, how long one waits. */
    return dolen_ctext (language, "fact", "Places and wait");
  case DOLEN_FACT_TIMES:
    /* Translators: a fact of a group's listing: when it meets. */
    return dolen_ctext (language, "fact", "Days and times");
  case DOLEN_FACT_CONTACT:
    /* Translators: a fact of a group's listing: telephone, e-mail, whom to ask for. */
    return dolen_ctext (language, "fact", "Contact");
  case DOLEN_FACT_COST:
    /* Translators: a fact of a group's listing. */
    return dolen_ctext (language, "fact", "Cost");
  case DOLEN_FACT_ACCESS:
    /* Translators: a fact of a group's listing: steps, ramps, toilets, getting there. */
    return dolen_ctext (language, "fact", "Access");
  case DOLEN_FACT_DESCRIPTION:
  case DOLEN_N_FACTS:
  default:
    /* Translators: a fact of a group's listing: what it says it does. */
    return dolen_ctext (language, "fact", "Description");
  }
}

char *
dolen_keeping_span_say (const DolenKeepingSpan *span, DolenLanguage language)
{
  if (span->days > 0)
    return g_strdup_printf (
        /* Translators: how long, in a sentence such as "asked about after 30 days". */
        dolen_ntext (language, "%d day", "%d days", (gulong) span->days),
        span->days);
  return g_strdup_printf (
      /* Translators: how long, in a sentence such as "asked about after 6 months". */
      dolen_ntext (language, "%d month", "%d months", (gulong) span->months),
      span->months);
}
