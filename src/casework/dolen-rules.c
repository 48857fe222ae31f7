/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-rules.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "base/dolen-time.h"
#include "base/dolen-working-days.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>

#define MOST_DAYS 3660

struct _DolenRules {
  GPtrArray *list;   /* (owned) of DolenRule */
  GHashTable *codes; /* (owned) DolenRule by code, not owned */
};

static void
rule_free (gpointer data)
{
  DolenRule *rule = data;

  g_free (rule->code);
  g_free (rule->name_en);
  g_free (rule->name_cy);
  g_free (rule);
}

void
dolen_rules_free (DolenRules *rules)
{
  if (rules == NULL)
    return;
  g_hash_table_unref (rules->codes);
  g_ptr_array_unref (rules->list);
  g_free (rules);
}

static gboolean
fail (const char *path, const char *code, const char *what, GError **error)
{
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: the file of the rules for follow-ups: file, rule, what is wrong. */
               _ ("%1$s is not right at the rule “%2$s”: %3$s"),
               path,
               code != NULL ? code : "?",
               what);
  return FALSE;
}

/* ---- reading ---- */

static gboolean
read_steps (json_object *list, int *steps, gsize *n_steps)
{
  guint n = dolen_json_length (list);

  if (n > G_N_ELEMENTS (((DolenRule *) NULL)->steps))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    double days;

    if (!dolen_json_number (dolen_json_at (list, i), &days) || days < -MOST_DAYS
        || days > MOST_DAYS)
      return FALSE;
    steps[i] = (int) days;
  }
  *n_steps = n;
  return TRUE;
}

static gboolean
read_kind (json_object *object, DolenRule *rule)
{
  g_autofree char *kind = dolen_json_get_line (object, "kind");

  return kind != NULL && dolen_follow_up_kind_from_nick (kind, &rule->kind);
}

static gboolean
read_rule (json_object *object, DolenRule *rule)
{
  json_object *working = dolen_json_get (object, "working_days");
  json_object *volunteers = dolen_json_get (object, "volunteer_run");

  rule->name_en = dolen_json_get_line (object, "en");
  rule->name_cy = dolen_json_get_line (object, "cy");
  rule->working_days = working != NULL;
  rule->after_session = dolen_json_get_int (volunteers, "after_session");
  if (!read_steps (
          working != NULL ? working : dolen_json_get (object, "days"), rule->steps, &rule->n_steps)
      || !read_steps (dolen_json_get (volunteers, "working_days"),
                      rule->volunteer_steps,
                      &rule->n_volunteer_steps))
    return FALSE;
  if (dolen_json_get_flag (object, "off"))
    rule->n_steps = rule->n_volunteer_steps = 0;
  else if (rule->n_steps == 0)
    return FALSE;
  return TRUE;
}

static void
take_rule (DolenRules *rules, DolenRule *rule)
{
  DolenRule *former = g_hash_table_lookup (rules->codes, rule->code);

  if (former != NULL) {
    g_hash_table_remove (rules->codes, former->code); /* its key is the rule's own */
    g_ptr_array_remove (rules->list, former);
  }
  g_ptr_array_add (rules->list, rule);
  g_hash_table_replace (rules->codes, rule->code, rule);
}

static gboolean
read_one (DolenRules *rules, json_object *object, const char *path, GError **error)
{
  DolenRule *rule = g_new0 (DolenRule, 1);
  gboolean ok = FALSE;

  rule->code = dolen_json_get_line (object, "code");
  if (rule->code == NULL)
    fail (path, NULL, _ ("it has no code"), error);
  else if (!read_kind (object, rule))
    fail (path, rule->code, _ ("its kind is not known"), error);
  else if (!read_rule (object, rule))
    fail (path, rule->code, _ ("its days are not right"), error);
  else
    ok = TRUE;
  if (ok)
    take_rule (rules, rule);
  else
    rule_free (rule);
  return ok;
}

static gboolean
read_file (DolenRules *rules, const char *path, GError **error)
{
  json_object *file = json_object_from_file (path);
  json_object *list = dolen_json_get (file, "rules");
  gboolean ok = TRUE;

  if (!json_object_is_type (list, json_type_array))
    ok = fail (path, NULL, _ ("it is not a list of rules"), error);
  for (guint i = 0; ok && i < dolen_json_length (list); i++)
    ok = read_one (rules, dolen_json_at (list, i), path, error);
  json_object_put (file);
  return ok;
}

DolenRules *
dolen_rules_new (const char *scheme, GError **error)
{
  g_autoptr (DolenRules) rules = g_new0 (DolenRules, 1);
  g_autofree char *ours = dolen_path_data ("casework/follow-ups.json");

  rules->list = g_ptr_array_new_with_free_func (rule_free);
  rules->codes = g_hash_table_new (g_str_hash, g_str_equal);
  if (!read_file (rules, ours, error))
    return NULL;
  if (scheme != NULL && g_file_test (scheme, G_FILE_TEST_EXISTS)
      && !read_file (rules, scheme, error))
    return NULL;
  return g_steal_pointer (&rules);
}

/* ---- using ---- */

const DolenRule *
dolen_rules_find (const DolenRules *rules, const char *code)
{
  return g_hash_table_lookup (rules->codes, code);
}

const GPtrArray *
dolen_rules_list (const DolenRules *rules)
{
  return rules->list;
}

const char *
dolen_rule_get_name (const DolenRule *rule, DolenLanguage language)
{
  const char *first = language == DOLEN_LANGUAGE_CY ? rule->name_cy : rule->name_en;
  const char *second = language == DOLEN_LANGUAGE_CY ? rule->name_en : rule->name_cy;

  if (first != NULL)
    return first;
  return second != NULL ? second : rule->code;
}

/* Days of the calendar end where somebody is at work: after the day, or before it where the rule
 * warns of one to come. An appointment is when it is. */
static char *
move_to_working_day (const char *from, int days)
{
  DolenNation nation = dolen_nation_current ();
  g_autofree char *day = dolen_date_add_days (from, days);
  g_autofree char *beside = NULL;

  if (days == 0 || dolen_date_is_working_day (day, nation))
    return g_steal_pointer (&day);
  beside = dolen_date_add_days (day, days > 0 ? -1 : 1);
  return dolen_date_add_working_days (beside, days > 0 ? 1 : -1, nation);
}

char *
dolen_rule_due (const DolenRule *rule, int step, const char *from, gboolean repeat)
{
  gsize at = (gsize) MAX (step, 0);

  if (rule->n_steps == 0 || !dolen_date_is_valid (from))
    return NULL;
  if (at >= rule->n_steps) {
    if (!repeat)
      return NULL;
    at = rule->n_steps - 1;
  }
  return rule->working_days
             ? dolen_date_add_working_days (from, rule->steps[at], dolen_nation_current ())
             : move_to_working_day (from, rule->steps[at]);
}

char *
dolen_rule_due_for_volunteers (const DolenRule *rule,
                               int step,
                               const char *from,
                               const char *next_session)
{
  g_autofree char *due = NULL;
  g_autofree char *after = NULL;

  if (rule->n_volunteer_steps == 0)
    return dolen_rule_due (rule, step, from, FALSE);
  if (step < 0 || (gsize) step >= rule->n_volunteer_steps || !dolen_date_is_valid (from))
    return NULL;
  due = dolen_date_add_working_days (from, rule->volunteer_steps[step], dolen_nation_current ());
  if (rule->after_session <= 0 || !dolen_date_is_valid (next_session))
    return g_steal_pointer (&due);
  after = dolen_date_add_working_days (next_session, rule->after_session, dolen_nation_current ());
  return g_strcmp0 (after, due) > 0 ? g_steal_pointer (&after) : g_steal_pointer (&due);
}
