/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-caseload-private.h"
#include "casework/dolen-retention.h"

#include "base/dolen-time.h"

#include <string.h>

/* Whose records are due: what the rules ask is read from the caseload in one query. */

/* The last day on which something happened between us: not when a record was tidied. */
#define LAST_CONTACT_SQL                                                                           \
  "max (coalesce (p.came_on, ''), coalesce (p.died_on, ''),"                                       \
  " coalesce ((SELECT max (max (coalesce (opened, ''), coalesce (closed, ''))) FROM episode"       \
  "   WHERE person = p.uid), ''),"                                                                 \
  " coalesce ((SELECT max (\"on\") FROM encounter WHERE person = p.uid), ''),"                     \
  " coalesce ((SELECT max (\"on\") FROM note WHERE person = p.uid), ''),"                          \
  " coalesce ((SELECT max (\"on\") FROM review WHERE person = p.uid), ''),"                        \
  " coalesce ((SELECT max (\"on\") FROM message WHERE person = p.uid), ''),"                       \
  " coalesce ((SELECT max (\"on\") FROM appointment WHERE person = p.uid AND \"on\" <= ?1), ''),"  \
  " coalesce ((SELECT max (max (coalesce (received_on, ''), coalesce (closed_on, '')))"            \
  "   FROM incoming WHERE person = p.uid), ''),"                                                   \
  " coalesce ((SELECT max (max (coalesce (raised_on, ''), coalesce (closed_on, '')))"              \
  "   FROM concern WHERE person = p.uid), ''))"

/* More than advice: support that was not only tried. Who cannot be told is taken as supported. */
#define SUPPORTED_SQL                                                                              \
  "EXISTS (SELECT 1 FROM episode e WHERE e.person = p.uid AND e.level != 'signpost'"               \
  " AND coalesce (e.reason, '') NOT IN ('not-reached', 'not-suitable', 'declined', 'in-error')"    \
  " AND NOT (coalesce (e.reason, '') = 'no-longer-wanted' AND e.goals IS NULL"                     \
  "   AND NOT EXISTS (SELECT 1 FROM encounter c WHERE c.episode = e.uid"                           \
  "     AND c.result = 'reached')))"

#define HOLD_SQL "kind = 'hold' AND lifted_on IS NULL"

#define OPEN_SQL                                                                                   \
  "(EXISTS (SELECT 1 FROM episode WHERE person = p.uid AND closed IS NULL)"                        \
  " OR EXISTS (SELECT 1 FROM incoming WHERE person = p.uid AND closed_on IS NULL"                  \
  "   AND state NOT IN ('returned', 'not-reached', 'declined', 'in-error', 'supported')))"

void
dolen_retention_line_free (DolenRetentionLine *line)
{
  if (line == NULL)
    return;
  g_free (line->person);
  g_free (line->name);
  g_free (line->last_contact);
  g_free (line->due);
  dolen_retention_decision_free (line->hold);
  dolen_retention_decision_free (line->kept);
  g_free (line);
}

DolenRetentionRules *
dolen_caseload_get_retention_rules (DolenCaseload *caseload)
{
  DolenRetentionRules *rules = dolen_caseload_get_record (
      caseload, &dolen_retention_rules_type, DOLEN_RETENTION_RULES_UID);

  return rules != NULL ? rules : dolen_retention_rules_new ();
}

DolenRetentionDecision *
dolen_caseload_get_hold (DolenCaseload *caseload, const char *person)
{
  g_autoptr (GPtrArray) holds = dolen_caseload_list_records (
      caseload, &dolen_retention_decision_type, person, HOLD_SQL);

  return holds != NULL && holds->len > 0 ? g_ptr_array_steal_index (holds, 0) : NULL;
}

typedef struct {
  DolenRetentionRules *rules; /* (not owned) */
  GHashTable *holds;          /* (not owned) DolenRetentionDecision by person */
  GHashTable *kept;           /* (not owned) the newest, by person */
} Making;

/* By person, read at once; of several the first or the last. */
static GHashTable *
read_decisions (DolenCaseload *caseload, const char *where, gboolean first)
{
  GHashTable *decisions = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify) dolen_retention_decision_free);
  g_autoptr (GPtrArray) all
             = dolen_caseload_list_records (caseload, &dolen_retention_decision_type, NULL, where);

  g_return_val_if_fail (all != NULL, decisions);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++) {
    DolenRetentionDecision *decision = g_ptr_array_index (all, i);

    if (decision->person == NULL || (first && g_hash_table_contains (decisions, decision->person)))
      dolen_retention_decision_free (decision);
    else
      g_hash_table_replace (decisions, decision->person, decision);
  }
  return decisions;
}

/* (transfer full) (nullable) */
static DolenRetentionDecision *
take_decision (GHashTable *decisions, const char *person)
{
  gpointer decision = NULL;

  g_hash_table_steal_extended (decisions, person, NULL, &decision);
  return decision;
}

static gpointer
make_line (DolenStatement *row, gpointer user_data)
{
  const Making *making = user_data;
  DolenRetentionLine *line = g_new0 (DolenRetentionLine, 1);
  g_autofree char *born = dolen_statement_dup_text (row, 2);
  g_autofree char *died = dolen_statement_dup_text (row, 3);
  g_autofree char *made = dolen_date_of_instant (dolen_statement_get_int64 (row, 6));
  DolenRetentionFacts facts = { born, NULL, died, dolen_statement_get_int64 (row, 5) != 0 };

  line->person = dolen_statement_dup_text (row, 0);
  line->name = dolen_statement_dup_text (row, 1);
  line->last_contact = dolen_statement_dup_text (row, 4);
  if (!dolen_date_is_valid (line->last_contact)) {
    g_free (line->last_contact);
    line->last_contact = g_strdup (made);
  }
  facts.last_contact = line->last_contact;
  line->due = dolen_retention_due (making->rules, &facts, &line->why);
  line->hold = take_decision (making->holds, line->person);
  line->kept = take_decision (making->kept, line->person);
  if (line->kept != NULL && line->kept->until != NULL
      && strcmp (line->kept->until, line->due) > 0) {
    g_free (line->due);
    line->due = g_strdup (line->kept->until);
  }
  return line;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const DolenRetentionLine *first = *(DolenRetentionLine *const *) a;
  const DolenRetentionLine *second = *(DolenRetentionLine *const *) b;

  if ((first->hold != NULL) != (second->hold != NULL))
    return first->hold != NULL ? 1 : -1;
  return strcmp (first->due, second->due);
}

GPtrArray *
dolen_caseload_list_retention (DolenCaseload *caseload, const char *today, const char *until)
{
  g_autoptr (DolenRetentionRules) rules = dolen_caseload_get_retention_rules (caseload);
  g_autoptr (GHashTable) holds = read_decisions (caseload, HOLD_SQL, TRUE);
  g_autoptr (GHashTable) kept = read_decisions (caseload, "kind = 'keep'", FALSE);
  Making making = { rules, holds, kept };
  g_autoptr (DolenStatement) rows = dolen_db_prepare (
      caseload->db,
      "SELECT p.uid, coalesce (nullif (p.called, ''), p.name), p.date_of_birth,"
      " p.died_on, " LAST_CONTACT_SQL ", " SUPPORTED_SQL
      ", coalesce (p.created, 0) FROM person p WHERE NOT " OPEN_SQL,
      NULL);
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (rows != NULL, NULL);
  dolen_statement_bind_text (rows, 1, today);
  all = dolen_caseload_collect (
      rows, make_line, &making, (GDestroyNotify) dolen_retention_line_free, NULL);
  g_return_val_if_fail (all != NULL, NULL);
  for (guint i = all->len; i > 0; i--) {
    const DolenRetentionLine *line = g_ptr_array_index (all, i - 1);

    if (line->hold == NULL && strcmp (line->due, until) > 0)
      g_ptr_array_remove_index (all, i - 1);
  }
  g_ptr_array_sort (all, compare_lines);
  return g_steal_pointer (&all);
}
