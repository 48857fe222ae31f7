/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-assurance-rules.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "format/dolen-json-file.h"
#include "format/dolen-json-value.h"
#include "language/dolen-welsh.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  char *code;
  char *en;
  char *cy;
  guint months;
} Check;

typedef struct {
  char *code;
  char *en;
  char *cy;
  GHashTable *tags; /* (owned) of "need:debt" */
  DolenAttending attending;
  int under_age; /* 0: says nothing of ages */
} Activity;

/* A rule without forms is for all, one without activities for whatever they do. */
typedef struct {
  guint check; /* index */
  DolenAssuranceLevel level;
  guint32 forms;
  DolenActivities activities;
} Rule;

struct _DolenAssuranceRules {
  GPtrArray *checks;     /* of Check */
  GPtrArray *activities; /* of Activity */
  GPtrArray *forms;      /* of char*: codes; bit i is forms[i]. The first is "unknown" */
  guint8 form_of[DOLEN_N_GOVERNANCES];
  guint32 elsewhere; /* forms that answer to a regulator of their own */
  GArray *rules;     /* of Rule */
  char **codes;      /* of the checks */
};

static void
check_free (gpointer data)
{
  Check *check = data;

  g_free (check->code);
  g_free (check->en);
  g_free (check->cy);
  g_free (check);
}

static void
activity_free (gpointer data)
{
  Activity *activity = data;

  g_free (activity->code);
  g_free (activity->en);
  g_free (activity->cy);
  g_hash_table_unref (activity->tags);
  g_free (activity);
}

static DolenAssuranceRules *
rules_new (void)
{
  DolenAssuranceRules *rules = g_new0 (DolenAssuranceRules, 1);

  rules->checks = g_ptr_array_new_with_free_func (check_free);
  rules->activities = g_ptr_array_new_with_free_func (activity_free);
  rules->forms = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (rules->forms, g_strdup ("unknown"));
  rules->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  rules->codes = g_new0 (char *, 1);
  return rules;
}

void
dolen_assurance_rules_free (DolenAssuranceRules *rules)
{
  if (rules == NULL)
    return;
  g_ptr_array_unref (rules->checks);
  g_ptr_array_unref (rules->activities);
  g_ptr_array_unref (rules->forms);
  g_array_unref (rules->rules);
  g_free (rules->codes); /* the codes are the checks' */
  g_free (rules);
}

/* ---- reading ---- */

static gboolean
refuse (const char *what, const char *code, GError **error)
{
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: the first is what part of the file, the second what stands there. */
               _ ("The rules for policies and checks cannot be read: %s, “%s”."),
               what,
               code != NULL ? code : "");
  return FALSE;
}

/* The place of @code among the codes that lead the structs of @list; its length if it is not. */
static guint
find (const GPtrArray *list, const char *code)
{
  guint i = 0;

  while (i < list->len && g_strcmp0 (*(char **) g_ptr_array_index (list, i), code) != 0)
    i++;
  return i;
}

static gboolean
read_check (DolenAssuranceRules *rules, json_object *object, GError **error)
{
  Check *check = g_new0 (Check, 1);

  g_ptr_array_add (rules->checks, check);
  check->code = dolen_json_get_line (object, "code");
  check->en = dolen_json_get_line (object, "en");
  check->cy = dolen_json_get_line (object, "cy");
  check->months = (guint) MAX (dolen_json_get_int (object, "holds_months"), 0);
  return (check->code != NULL && check->en != NULL && check->cy != NULL)
         || refuse ("checks", check->code, error);
}

static void
read_tags (Activity *activity, json_object *object, const char *key, DolenTagKind kind)
{
  json_object *list = dolen_json_get (object, key);

  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *code = dolen_json_text (dolen_json_at (list, i));

    if (code != NULL)
      g_hash_table_add (activity->tags,
                        g_strdup_printf ("%s:%s", dolen_tag_kind_code (kind), code));
  }
}

static gboolean
read_activity (DolenAssuranceRules *rules, json_object *object, GError **error)
{
  Activity *activity = g_new0 (Activity, 1);
  g_autofree char *attending = dolen_json_get_line (object, "attending");

  activity->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (rules->activities, activity);
  activity->code = dolen_json_get_line (object, "code");
  activity->en = dolen_json_get_line (object, "en");
  activity->cy = dolen_json_get_line (object, "cy");
  activity->under_age = MAX (dolen_json_get_int (object, "under_age"), 0);
  read_tags (activity, object, "needs", DOLEN_TAG_NEED);
  read_tags (activity, object, "interests", DOLEN_TAG_INTEREST);
  read_tags (activity, object, "enablers", DOLEN_TAG_ENABLER);
  return (activity->code != NULL && activity->en != NULL && activity->cy != NULL
          && rules->activities->len <= 32
          && dolen_attending_from_codes (attending, &activity->attending))
         || refuse ("activities", activity->code, error);
}

static gboolean
read_form (DolenAssuranceRules *rules, json_object *object, GError **error)
{
  char *code = dolen_json_get_line (object, "code");
  json_object *list = dolen_json_get (object, "governance");
  guint form = rules->forms->len;

  if (code == NULL || form >= 32)
    return refuse ("forms", code, error);
  g_ptr_array_add (rules->forms, code);
  if (dolen_json_get_flag (object, "answers_elsewhere"))
    rules->elsewhere |= 1u << form;
  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *name = dolen_json_text (dolen_json_at (list, i));
    DolenGovernance governance = dolen_governance_from_code (name);

    if (g_strcmp0 (name, dolen_governance_code (governance)) != 0)
      return refuse ("forms", name, error);
    rules->form_of[governance] = (guint8) form;
  }
  return TRUE;
}

static gboolean
read_form_bits (const DolenAssuranceRules *rules, json_object *list, guint32 *bits, GError **error)
{
  *bits = 0;
  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *code = dolen_json_text (dolen_json_at (list, i));
    guint form = 0;

    while (form < rules->forms->len
           && g_strcmp0 (g_ptr_array_index (rules->forms, form), code) != 0)
      form++;
    if (form == rules->forms->len)
      return refuse ("rules", code, error);
    *bits |= 1u << form;
  }
  return TRUE;
}

static gboolean
read_activity_bits (const DolenAssuranceRules *rules,
                    json_object *list,
                    DolenActivities *bits,
                    GError **error)
{
  *bits = 0;
  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *code = dolen_json_text (dolen_json_at (list, i));
    guint activity = find (rules->activities, code);

    if (activity == rules->activities->len)
      return refuse ("rules", code, error);
    *bits |= 1u << activity;
  }
  return TRUE;
}

static gboolean
read_rule (DolenAssuranceRules *rules, json_object *object, GError **error)
{
  g_autofree char *check = dolen_json_get_line (object, "check");
  g_autofree char *level = dolen_json_get_line (object, "level");
  Rule rule = { .check = find (rules->checks, check) };

  if (rule.check == rules->checks->len)
    return refuse ("rules", check, error);
  if (g_strcmp0 (level, "needed") == 0)
    rule.level = DOLEN_ASSURANCE_NEEDED;
  else if (g_strcmp0 (level, "useful") == 0)
    rule.level = DOLEN_ASSURANCE_USEFUL;
  else
    return refuse ("rules", level, error);
  if (!read_form_bits (rules, dolen_json_get (object, "forms"), &rule.forms, error)
      || !read_activity_bits (
          rules, dolen_json_get (object, "activities"), &rule.activities, error))
    return FALSE;
  g_array_append_val (rules->rules, rule);
  return TRUE;
}

static gboolean
read_all (DolenAssuranceRules *rules, json_object *file, GError **error)
{
  const struct {
    const char *key;
    gboolean (*read) (DolenAssuranceRules *, json_object *, GError **);
  } parts[] = { { "checks", read_check },
                { "activities", read_activity },
                { "forms", read_form },
                { "rules", read_rule } };

  for (gsize p = 0; p < G_N_ELEMENTS (parts); p++) {
    json_object *list = dolen_json_get (file, parts[p].key);

    for (guint i = 0; i < dolen_json_length (list); i++)
      if (!parts[p].read (rules, dolen_json_at (list, i), error))
        return FALSE;
  }
  g_free (rules->codes);
  rules->codes = g_new0 (char *, rules->checks->len + 1);
  for (guint i = 0; i < rules->checks->len; i++)
    rules->codes[i] = ((Check *) g_ptr_array_index (rules->checks, i))->code;
  return TRUE;
}

DolenAssuranceRules *
dolen_assurance_rules_load (const char *path, GError **error)
{
  g_autofree char *ours
      = path != NULL ? g_strdup (path) : dolen_path_data ("assurance/checks.json");
  g_autoptr (DolenAssuranceRules) rules = rules_new ();
  json_object *file = dolen_json_file_read (ours, error);
  gboolean ok = file != NULL && read_all (rules, file, error);

  json_object_put (file);
  return ok ? g_steal_pointer (&rules) : NULL;
}

const DolenAssuranceRules *
dolen_assurance_rules_get_bundled (void)
{
  static DolenAssuranceRules *bundled;

  if (g_once_init_enter (&bundled)) {
    g_autoptr (GError) error = NULL;
    DolenAssuranceRules *rules = dolen_assurance_rules_load (NULL, &error);

    if (rules == NULL) {
      g_warning ("%s", error->message);
      rules = rules_new ();
    }
    g_once_init_leave (&bundled, rules);
  }
  return bundled;
}

/* ---- asking ---- */

const char *const *
dolen_assurance_rules_list (const DolenAssuranceRules *rules)
{
  return (const char *const *) rules->codes;
}

static const Check *
find_check (const DolenAssuranceRules *rules, const char *code)
{
  guint i = find (rules->checks, code);

  return i < rules->checks->len ? g_ptr_array_index (rules->checks, i) : NULL;
}

const char *
dolen_assurance_check_name (const DolenAssuranceRules *rules,
                            const char *check,
                            DolenLanguage language)
{
  const Check *found = find_check (rules, check);

  if (found == NULL)
    return check;
  return language == DOLEN_LANGUAGE_CY ? found->cy : found->en;
}

guint
dolen_assurance_check_months (const DolenAssuranceRules *rules, const char *check)
{
  const Check *found = find_check (rules, check);

  return found != NULL ? found->months : 0;
}

static gboolean
name_holds (const char *name, const char *folded)
{
  g_autofree char *own = name != NULL ? dolen_welsh_fold (name) : NULL;

  return own != NULL && strstr (own, folded) != NULL;
}

/* What a rule read somewhere in a text may be said by the way; what the name says is what it is. */
static gboolean
is_sure (const DolenService *service, const DolenTag *tag)
{
  g_autofree char *folded = NULL;

  if (!tag->value || tag->state == DOLEN_TAG_REJECTED)
    return FALSE;
  if (tag->state == DOLEN_TAG_CONFIRMED)
    return TRUE;
  folded = tag->words != NULL ? dolen_welsh_fold (tag->words) : NULL;
  return folded != NULL && *folded != '\0'
         && (name_holds (service->name.en, folded) || name_holds (service->name.cy, folded));
}

static gboolean
is_activity (const Activity *activity, const DolenService *service)
{
  if (service->attending & activity->attending)
    return TRUE;
  if (activity->under_age > 0 && service->maximum_age >= 0
      && service->maximum_age < activity->under_age + 8 && service->minimum_age >= 0
      && service->minimum_age < activity->under_age)
    return TRUE;
  for (guint i = 0; i < service->tags->len; i++) {
    const DolenTag *tag = g_ptr_array_index (service->tags, i);
    g_autofree char *key = g_strdup_printf ("%s:%s", dolen_tag_kind_code (tag->kind), tag->code);

    if (g_hash_table_contains (activity->tags, key) && is_sure (service, tag))
      return TRUE;
  }
  return FALSE;
}

DolenActivities
dolen_assurance_activities (const DolenAssuranceRules *rules, const DolenService *service)
{
  DolenActivities activities = 0;

  for (guint i = 0; i < rules->activities->len; i++)
    if (is_activity (g_ptr_array_index (rules->activities, i), service))
      activities |= 1u << i;
  return activities;
}

char *
dolen_assurance_activity_names (const DolenAssuranceRules *rules,
                                DolenActivities activities,
                                DolenLanguage language)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < rules->activities->len; i++) {
    const Activity *activity = g_ptr_array_index (rules->activities, i);

    if (activities & (1u << i))
      g_string_append_printf (names,
                              "%s%s",
                              names->len > 0 ? "; " : "",
                              language == DOLEN_LANGUAGE_CY ? activity->cy : activity->en);
  }
  return g_string_free (names, FALSE);
}

DolenAssuranceLevel
dolen_assurance_level (const DolenAssuranceRules *rules,
                       DolenGovernance governance,
                       DolenActivities activities,
                       const char *check)
{
  guint index = find (rules->checks, check);
  guint32 form = 1u << rules->form_of[governance];
  DolenAssuranceLevel level = DOLEN_ASSURANCE_NOT_ASKED;

  if (form & rules->elsewhere)
    return level;
  for (guint i = 0; i < rules->rules->len; i++) {
    const Rule *rule = &g_array_index (rules->rules, Rule, i);

    if (rule->check == index && (rule->forms == 0 || rule->forms & form)
        && (rule->activities == 0 || rule->activities & activities))
      level = MAX (level, rule->level);
  }
  return level;
}
