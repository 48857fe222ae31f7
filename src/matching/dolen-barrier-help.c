/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-barrier-help.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "format/dolen-json-value.h"
#include "matching/dolen-facts-private.h"
#include "matching/dolen-query-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Whoever is farther away does not come, and a service without a place stands about so far off when
 * it is held against one that has one. */
#define MOST_KM 40.0f
#define UNKNOWN_KM 25.0f
/* A service that only mentions such help stands behind every one that is there for it. */
#define MENTION_KM (2 * MOST_KM)

/* ---- the file ---- */

typedef struct {
  char **barriers;
  char **needs;
  char **interests; /* the help itself as something to do: befriending */
  char **with;      /* any of these is asked too; none: nothing is */
} HelperRow;

static void
helper_row_free (HelperRow *row)
{
  g_strfreev (row->barriers);
  g_strfreev (row->needs);
  g_strfreev (row->interests);
  g_strfreev (row->with);
  g_free (row);
}

/* The codes of a list, each of @kind. */
static char **
read_codes (json_object *list, DolenTermKind kind, DolenVocabulary *vocabulary, GError **error)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < dolen_json_length (list); i++) {
    g_autofree char *code = dolen_json_text (dolen_json_at (list, i));

    if (code == NULL || dolen_vocabulary_by_code (vocabulary, kind, code) == NULL) {
      g_set_error (error,
                   DOLEN_ERROR,
                   DOLEN_ERROR_INVALID,
                   /* Translators: a file that says who helps with what; a word in it. */
                   _ ("The file of helpers is not right at “%s”."),
                   code != NULL ? code : "");
      return NULL;
    }
    g_strv_builder_add (codes, code);
  }
  return g_strv_builder_end (codes);
}

static gboolean
read_list (json_object *object,
           const char *key,
           DolenTermKind kind,
           DolenVocabulary *vocabulary,
           char ***codes,
           GError **error)
{
  *codes = read_codes (dolen_json_get (object, key), kind, vocabulary, error);
  return *codes != NULL;
}

static gboolean
read_rows (GPtrArray *rows, json_object *list, DolenVocabulary *vocabulary, GError **error)
{
  for (guint i = 0; i < dolen_json_length (list); i++) {
    json_object *object = dolen_json_at (list, i);
    HelperRow *row = g_new0 (HelperRow, 1);

    g_ptr_array_add (rows, row);
    if (!read_list (object, "barriers", DOLEN_TERM_BARRIER, vocabulary, &row->barriers, error)
        || !read_list (object, "needs", DOLEN_TERM_NEED, vocabulary, &row->needs, error)
        || !read_list (object, "interests", DOLEN_TERM_INTEREST, vocabulary, &row->interests, error)
        || !read_list (object, "with", DOLEN_TERM_ENABLER, vocabulary, &row->with, error))
      return FALSE;
  }
  return TRUE;
}

/* (transfer none): read once a process. */
static const GPtrArray *
helper_rows (DolenVocabulary *vocabulary, GError **error)
{
  static GMutex mutex;
  static GPtrArray *all;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *path = NULL;
  json_object *root;
  gboolean right;

  if (all != NULL)
    return all;
  path = dolen_path_data ("vocabulary/helpers.json");
  root = json_object_from_file (path);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) helper_row_free);
  right = read_rows (rows, dolen_json_get (root, "helpers"), vocabulary, error);
  json_object_put (root);
  if (right && rows->len == 0)
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 _ ("The file of helpers is not right at “%s”."),
                 "helpers");
  if (right && rows->len > 0)
    all = g_steal_pointer (&rows);
  return all;
}

/* ---- who could ---- */

/* One barrier being looked after: which terms, by their numbers, make a helper. */
typedef struct {
  DolenBarrierHelp *help;
  guint8 terms[DOLEN_FACT_N_TERMS]; /* bits of the rows that ask for a need */
  guint8 with[DOLEN_FACT_N_TERMS];  /* bits of the rows that ask for an enabler too */
  guint8 without;                   /* rows that ask for none */
  float keys[DOLEN_MOST_HELPERS];
} Search;

static void
mark_codes (
    guint8 *marks, char **codes, DolenTermKind kind, guint8 bit, DolenVocabulary *vocabulary)
{
  for (guint i = 0; codes[i] != NULL; i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (vocabulary, kind, codes[i]);

    if (term != NULL)
      marks[dolen_fact_number (kind, term->index)] |= bit;
  }
}

static void
search_init (Search *search,
             DolenBarrierHelp *help,
             const GPtrArray *rows,
             DolenVocabulary *vocabulary)
{
  guint bit = 1;

  *search = (Search){ .help = help };
  for (guint r = 0; r < rows->len && bit <= G_MAXUINT8; r++) {
    const HelperRow *row = g_ptr_array_index (rows, r);

    if (!g_strv_contains ((const char *const *) row->barriers, help->barrier->code))
      continue;
    mark_codes (search->terms, row->needs, DOLEN_TERM_NEED, (guint8) bit, vocabulary);
    mark_codes (search->terms, row->interests, DOLEN_TERM_INTEREST, (guint8) bit, vocabulary);
    mark_codes (search->with, row->with, DOLEN_TERM_ENABLER, (guint8) bit, vocabulary);
    if (row->with[0] == NULL)
      search->without |= (guint8) bit;
    bit <<= 1;
  }
}

/* 0 where it is no helper, 1 where it mentions such help, 2 where it is there for it. What is there
 * for an activity, a garden or a kitchen, helps on the way to itself and nowhere else, unless its
 * very name says so. Where a person confirmed what it is for, only a person's word makes it an
 * activity: "volunteer cars" are not for those who would volunteer. */
static int
helps (const Search *search, const DolenFacts *facts, guint index)
{
  guint8 named = 0, confirmed = 0, said = 0, with = search->without;
  gboolean activity = FALSE;

  for (guint32 t = facts->first_tag[index]; t < facts->first_tag[index + 1]; t++) {
    DolenFactTag tag = facts->tags[t];
    guint8 need = search->terms[dolen_fact_tag_number (tag)];

    if (dolen_fact_tag_is_no (tag))
      continue;
    said |= need;
    with |= search->with[dolen_fact_tag_number (tag)];
    named |= (tag & DOLEN_FACT_IN_NAME) != 0 ? need : 0;
    if ((tag & DOLEN_FACT_CONFIRMED) == 0)
      continue;
    confirmed |= need;
    activity |= need == 0 && dolen_fact_tag_kind (tag) == DOLEN_TERM_INTEREST;
  }
  if ((named & with) != 0 || (!activity && (confirmed & with) != 0))
    return 2;
  return (said & with) != 0 && facts->n_interests[index] == 0;
}

/* Whether the person may go there at all; how far it is does not count, for such help travels. */
static gboolean
is_open_to_them (const DolenQuery *query, guint index)
{
  DolenVerdicts verdicts;

  dolen_query_judge (query, index, &verdicts);
  return verdicts.of[DOLEN_CRITERION_LISTING] != DOLEN_VERDICT_NO
         && verdicts.of[DOLEN_CRITERION_AGE] != DOLEN_VERDICT_NO
         && verdicts.of[DOLEN_CRITERION_ELIGIBILITY] != DOLEN_VERDICT_NO
         && verdicts.of[DOLEN_CRITERION_SAFEGUARDING] != DOLEN_VERDICT_NO
         && verdicts.of[DOLEN_CRITERION_TRIED] != DOLEN_VERDICT_NO;
}

static gboolean
comes_before (const DolenFacts *facts, float key, guint index, float held_key, guint held)
{
  if (key < held_key || key > held_key)
    return key < held_key;
  if (facts->name_rank[index] != facts->name_rank[held])
    return facts->name_rank[index] < facts->name_rank[held];
  return dolen_facts_compare_uids (facts, index, held) < 0;
}

static void
keep (Search *search, const DolenFacts *facts, const DolenHelper *helper, float key)
{
  DolenBarrierHelp *help = search->help;
  guint at = help->n_helpers;

  while (at > 0
         && comes_before (
             facts, key, helper->index, search->keys[at - 1], help->helpers[at - 1].index))
    at--;
  if (at >= DOLEN_MOST_HELPERS)
    return;
  help->n_helpers = MIN (help->n_helpers + 1, DOLEN_MOST_HELPERS);
  for (guint i = help->n_helpers - 1; i > at; i--) {
    help->helpers[i] = help->helpers[i - 1];
    search->keys[i] = search->keys[i - 1];
  }
  help->helpers[at] = *helper;
  search->keys[at] = key;
}

static void
consider (Search *search, const DolenQuery *query, guint index)
{
  int degree = helps (search, query->facts, index);
  DolenHelper helper = { .index = index };
  double precision = 0;
  float key;

  if (degree == 0 || !is_open_to_them (query, index))
    return;
  helper.km = (float) dolen_query_distance_km (query, index, &precision);
  helper.precision_km = (float) precision;
  if (helper.km > MOST_KM)
    return;
  key = isnan (helper.km) ? UNKNOWN_KM : helper.km;
  keep (search, query->facts, &helper, degree == 2 ? key : key + MENTION_KM);
}

/* Most services answer no barrier at all: one look at their tags says so. */
static gboolean
may_help (const guint8 *needs, const DolenFacts *facts, guint index)
{
  for (guint32 t = facts->first_tag[index]; t < facts->first_tag[index + 1]; t++)
    if (needs[dolen_fact_tag_number (facts->tags[t])] != 0)
      return TRUE;
  return FALSE;
}

static void
find_helpers (const DolenQuery *query, guint self, GPtrArray *list, const GPtrArray *rows)
{
  const DolenFacts *facts = query->facts;
  g_autofree Search *searches = g_new (Search, list->len);
  guint8 needs[DOLEN_FACT_N_TERMS] = { 0 };

  for (guint h = 0; h < list->len; h++) {
    search_init (&searches[h], g_ptr_array_index (list, h), rows, facts->vocabulary);
    for (guint t = 0; t < DOLEN_FACT_N_TERMS; t++)
      needs[t] |= searches[h].terms[t];
  }
  for (guint i = 0; i < facts->n; i++)
    for (guint h = 0; i != self && h < list->len && may_help (needs, facts, i); h++)
      consider (&searches[h], query, i);
}

/* ---- what would help ---- */

static void
find_enablers (DolenBarrierHelp *help, const DolenQuery *query, guint index)
{
  const DolenFacts *facts = query->facts;
  guint n = 0;
  const DolenRemedy *remedies
      = dolen_vocabulary_remedies (facts->vocabulary, help->barrier->index, &n);

  for (guint r = 0; r < n; r++) {
    const DolenTerm *enabler
        = dolen_vocabulary_term (facts->vocabulary, DOLEN_TERM_ENABLER, remedies[r].enabler);

    if (remedies[r].degree == DOLEN_REMEDY_NONE
        || !dolen_query_is_of_use (query, remedies[r].enabler))
      continue;
    help->accompanied |= g_str_equal (enabler->code, "buddy");
    help->at_home
        |= remedies[r].degree == DOLEN_REMEDY_FULL && g_str_equal (enabler->code, "home-visits");
    if (dolen_facts_find_tag (facts, index, DOLEN_TERM_ENABLER, enabler->index, FALSE) != NULL
        || dolen_facts_find_tag (facts, index, DOLEN_TERM_ENABLER, enabler->index, TRUE) != NULL)
      continue;
    help->ask_group = TRUE;
    if (help->n_enablers < DOLEN_MOST_HELPING_ENABLERS)
      help->enablers[help->n_enablers++] = enabler;
  }
}

static GPtrArray *
list_helps (const DolenQuery *query, guint index)
{
  const DolenFacts *facts = query->facts;
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint b = 0; b < query->n_barriers; b++) {
    const DolenTerm *barrier
        = dolen_vocabulary_term (facts->vocabulary, DOLEN_TERM_BARRIER, query->barriers[b].barrier);
    int tag = -1;
    DolenVerdict verdict = dolen_query_barrier (query, index, barrier->index, &tag);
    DolenBarrierHelp *help;

    if (verdict == DOLEN_VERDICT_YES || verdict == DOLEN_VERDICT_NONE)
      continue;
    help = g_new0 (DolenBarrierHelp, 1);
    *help = (DolenBarrierHelp){ .barrier = barrier, .verdict = verdict };
    find_enablers (help, query, index);
    g_ptr_array_add (list, help);
  }
  return list;
}

GPtrArray *
dolen_barrier_help_new_of_group (DolenFacts *facts, const DolenProfile *profile, guint index)
{
  g_autoptr (DolenQuery) query = NULL;

  g_return_val_if_fail (index < facts->n, NULL);
  query = dolen_query_new (facts, profile);
  return list_helps (query, index);
}

GPtrArray *
dolen_barrier_help_new (DolenFacts *facts, const DolenProfile *profile, guint index, GError **error)
{
  const GPtrArray *rows = helper_rows (facts->vocabulary, error);
  g_autoptr (DolenQuery) query = NULL;
  GPtrArray *list;

  g_return_val_if_fail (index < facts->n, NULL);
  if (rows == NULL)
    return NULL;
  query = dolen_query_new (facts, profile);
  list = list_helps (query, index);
  if (list->len > 0)
    find_helpers (query, index, list, rows);
  return list;
}

static DolenLeave
leave_of (const DolenWeights *weights, DolenHelp help)
{
  return weights != NULL ? dolen_weights_get_leave (weights, help)
                         : dolen_help_default_leave (help);
}

char **
dolen_barrier_help_leaves (const DolenBarrierHelp *help,
                           const DolenWeights *weights,
                           DolenLanguage language)
{
  g_autoptr (GStrvBuilder) said = g_strv_builder_new ();
  DolenLeave along = leave_of (weights, DOLEN_HELP_ACCOMPANY);
  DolenLeave home = leave_of (weights, DOLEN_HELP_HOME_VISIT);

  if (help->accompanied && along == DOLEN_LEAVE_YES)
    /* Translators: to a worker: the scheme allows it; unigolyn is the person supported. */
    g_strv_builder_add (said, dolen_text (language, "You may go along the first time."));
  else if (help->accompanied && along == DOLEN_LEAVE_ASK_LEAD)
    /* Translators: to a worker: going to a group together with the person. */
    g_strv_builder_add (
        said, dolen_text (language, "Ask your lead whether you may go along the first time."));
  if (help->at_home && !help->accompanied && home == DOLEN_LEAVE_YES)
    /* Translators: to a worker: the scheme allows seeing the person at home. */
    g_strv_builder_add (said, dolen_text (language, "You may visit them at home."));
  else if (help->at_home && !help->accompanied && home == DOLEN_LEAVE_ASK_LEAD)
    g_strv_builder_add (said,
                        dolen_text (language, "Ask your lead whether you may visit them at home."));
  return g_strv_builder_end (said);
}
