/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-completeness.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-directory-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const codes[] = {
  [DOLEN_COMPLETE_CAPACITY] = "capacity",
  [DOLEN_COMPLETE_TIMES] = "times",
  [DOLEN_COMPLETE_PLACE] = "place",
  [DOLEN_COMPLETE_COST] = "cost",
  [DOLEN_COMPLETE_ACCESS] = "access",
  [DOLEN_COMPLETE_LANGUAGES] = "languages",
  [DOLEN_COMPLETE_ELIGIBILITY] = "eligibility",
  [DOLEN_COMPLETE_CONTACT] = "contact",
  [DOLEN_COMPLETE_DESCRIPTION] = "description",
  [DOLEN_COMPLETE_WELSH] = "welsh",
};
G_STATIC_ASSERT (G_N_ELEMENTS (codes) == DOLEN_N_COMPLETE);

/* In all of these ?1 is the first day on which places may have been told, ?2 a listing's id, 0 for
 * all. */
#define OF(column) " AND (?2 = 0 OR " column " = ?2) AND ?1 IS NOT NULL"

/* What a listing's own row and its organisation's say, in one pass: after the id a column for each
 * of .own_fields. One listing is looked at whatever its status; of all, those that are kept up. */
static const DolenCompleteField own_fields[]
    = { DOLEN_COMPLETE_PLACE,   DOLEN_COMPLETE_COST,        DOLEN_COMPLETE_ELIGIBILITY,
        DOLEN_COMPLETE_CONTACT, DOLEN_COMPLETE_DESCRIPTION, DOLEN_COMPLETE_WELSH };

/* 14: by telephone, online, at home (DolenAttending). */
static const char own_sql[]
    = "SELECT s.id, (s.attending & 14) <> 0, s.fees IS NOT NULL,"
      " coalesce (s.eligibility_en, s.eligibility_cy, s.minimum_age, s.maximum_age, s.gender)"
      "  IS NOT NULL,"
      " coalesce (s.phone, s.email, o.phone, o.email) IS NOT NULL,"
      " s.description_en_state <> 'missing' OR s.description_cy_state <> 'missing',"
      " s.description_cy_state NOT IN ('missing', 'out-of-date')"
      " FROM service s LEFT JOIN organisation o ON o.id = s.organisation"
      " WHERE (?2 <> 0 OR (s.status NOT IN ('inactive', 'defunct') AND s.do_not_list = 0))" OF (
          "s.id");

/* SQLite takes the bare columns of a row with one max() from the row that has it: the newest. */
#define NEWEST_CAPACITY                                                                            \
  "SELECT service, status, as_of, max (as_of || printf ('%010d', id)) FROM capacity_report"        \
  " WHERE ?2 = 0 OR service = ?2 GROUP BY service"

/* The codes of data/vocabulary/enablers.json that say whether one can get in and about. */
#define GETTING_IN                                                                                 \
  "('step-free', 'level-path', 'lift', 'accessible-toilet', 'changing-place', 'hearing-loop',"     \
  " 'blue-badge')"

/* What stands in tables of its own: the listings that have it. */
static const struct {
  DolenCompleteField field;
  const char *sql;
} parts[] = {
  { DOLEN_COMPLETE_CAPACITY,
    "SELECT service FROM (" NEWEST_CAPACITY ") WHERE status <> 'unknown' AND as_of >= ?1" },
  /* Words that nobody understands ("Thurs 7-9") are no days. */
  { DOLEN_COMPLETE_TIMES,
    "SELECT service FROM schedule WHERE closed = 0"
    " AND (byday IS NOT NULL OR dtstart IS NOT NULL OR bymonthday IS NOT NULL"
    " OR freq = 'DAILY')" OF ("service") },
  { DOLEN_COMPLETE_PLACE,
    "SELECT sv.service FROM venue v JOIN service_venue sv ON sv.venue = v.id WHERE"
    " (v.latitude IS NOT NULL OR v.hide_address OR v.postcode IS NOT NULL)" OF ("sv.service") },
  { DOLEN_COMPLETE_COST,
    "SELECT service FROM cost WHERE coalesce (pence, description, amount_given) IS NOT NULL" OF (
        "service") },
  { DOLEN_COMPLETE_ACCESS,
    "SELECT sv.service FROM accessibility a JOIN service_venue sv ON sv.venue = a.venue"
    " WHERE TRUE" OF ("sv.service") },
  { DOLEN_COMPLETE_ACCESS,
    "SELECT service FROM tag WHERE kind = 'enabler' AND state = 'confirmed'"
    " AND code IN " GETTING_IN OF ("service") },
  { DOLEN_COMPLETE_LANGUAGES, "SELECT service FROM language_offered WHERE TRUE" OF ("service") },
  { DOLEN_COMPLETE_CONTACT,
    "SELECT service FROM contact WHERE service IS NOT NULL"
    " AND coalesce (phone, email) IS NOT NULL" OF ("service") },
  { DOLEN_COMPLETE_CONTACT,
    "SELECT s.id FROM contact c JOIN service s ON s.organisation = c.organisation"
    " WHERE coalesce (c.phone, c.email) IS NOT NULL" OF ("s.id") },
};

const char *
dolen_complete_field_code (DolenCompleteField field)
{
  g_return_val_if_fail (field < DOLEN_N_COMPLETE, NULL);
  return codes[field];
}

const char *
dolen_complete_field_label (DolenCompleteField field, DolenLanguage language)
{
  switch (field) {
  case DOLEN_COMPLETE_CAPACITY:
    return dolen_keeping_fact_label (DOLEN_FACT_CAPACITY, language);
  case DOLEN_COMPLETE_TIMES:
    return dolen_keeping_fact_label (DOLEN_FACT_TIMES, language);
  case DOLEN_COMPLETE_PLACE:
    /* Translators: a fact of a group's listing: where it is. */
    return dolen_ctext (language, "fact", "Place");
  case DOLEN_COMPLETE_COST:
    return dolen_keeping_fact_label (DOLEN_FACT_COST, language);
  case DOLEN_COMPLETE_ACCESS:
    return dolen_keeping_fact_label (DOLEN_FACT_ACCESS, language);
  case DOLEN_COMPLETE_LANGUAGES:
    /* Translators: a fact of a group's listing: which languages it works in. */
    return dolen_ctext (language, "fact", "Languages");
  case DOLEN_COMPLETE_ELIGIBILITY:
    /* Translators: a fact of a group's listing: whom it is for. */
    return dolen_ctext (language, "fact", "For whom");
  case DOLEN_COMPLETE_CONTACT:
    return dolen_keeping_fact_label (DOLEN_FACT_CONTACT, language);
  case DOLEN_COMPLETE_DESCRIPTION:
    return dolen_keeping_fact_label (DOLEN_FACT_DESCRIPTION, language);
  case DOLEN_COMPLETE_WELSH:
  case DOLEN_N_COMPLETE:
  default:
    /* Translators: a fact of a group's listing: its description in Welsh. */
    return dolen_ctext (language, "fact", "Welsh");
  }
}

void
dolen_completeness_free (DolenCompleteness *completeness)
{
  g_free (completeness);
}

guint
dolen_completeness_percent (const DolenCompleteness *completeness, DolenCompleteField field)
{
  return completeness->of == 0
             ? 0
             : (guint) ((guint64) completeness->known[field] * 100 / completeness->of);
}

/* ---- counting ---- */

static gboolean
each (DolenDirectory *dir,
      const char *sql,
      const char *since,
      gint64 service,
      DolenRowFunc func,
      gpointer user_data,
      GError **error)
{
  DolenStatement *statement = dolen_directory_statement (dir, sql, error);
  DolenRow row = { statement, 0 };
  gboolean more = FALSE;

  if (statement == NULL)
    return FALSE;
  dolen_statement_bind_text (statement, 1, since);
  dolen_statement_bind_int64 (statement, 2, service);
  while (dolen_statement_step (statement, &more, error)) {
    if (!more)
      return TRUE;
    row.n = 0;
    func (&row, user_data);
  }
  return FALSE;
}

typedef struct {
  GHashTable *kept; /* listing -> bits of the fields found */
  DolenCompleteField field;
  DolenCompleteness *completeness;
} Counting;

static void
take_own (DolenRow *row, gpointer user_data)
{
  Counting *counting = user_data;
  gpointer id = (gpointer) (gintptr) dolen_row_take_int (row);
  guint bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (own_fields); i++)
    if (dolen_row_take_int (row) != 0) {
      bits |= 1u << own_fields[i];
      counting->completeness->known[own_fields[i]]++;
    }
  g_hash_table_insert (counting->kept, id, GUINT_TO_POINTER (bits));
}

static void
take_part (DolenRow *row, gpointer user_data)
{
  Counting *counting = user_data;
  gpointer id = (gpointer) (gintptr) dolen_row_take_int (row), bits;
  guint bit = 1u << counting->field;

  if (!g_hash_table_lookup_extended (counting->kept, id, NULL, &bits)
      || (GPOINTER_TO_UINT (bits) & bit))
    return;
  g_hash_table_insert (counting->kept, id, GUINT_TO_POINTER (GPOINTER_TO_UINT (bits) | bit));
  counting->completeness->known[counting->field]++;
}

static DolenCompleteness *
count (DolenDirectory *dir,
       gint64 service,
       const DolenKeepingRules *rules,
       const char *today,
       GError **error)
{
  g_autoptr (DolenCompleteness) completeness = g_new0 (DolenCompleteness, 1);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  Counting counting = { .kept = kept, .completeness = completeness };
  g_autofree char *since = NULL;
  DolenKeepingRules ours;

  dolen_keeping_rules_init (&ours);
  since = dolen_keeping_rules_cutoff (rules != NULL ? rules : &ours, DOLEN_FACT_CAPACITY, today);
  if (!each (dir, own_sql, since, service, take_own, &counting, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    counting.field = parts[i].field;
    if (!each (dir, parts[i].sql, since, service, take_part, &counting, error))
      return NULL;
  }
  completeness->of = g_hash_table_size (kept);
  return g_steal_pointer (&completeness);
}

DolenCompleteness *
dolen_completeness_count (DolenDirectory *dir,
                          const DolenKeepingRules *rules,
                          const char *today,
                          GError **error)
{
  return count (dir, 0, rules, today, error);
}

DolenCompleteness *
dolen_completeness_of (DolenDirectory *dir,
                       const char *service,
                       const DolenKeepingRules *rules,
                       const char *today,
                       GError **error)
{
  gint64 id = 0;

  if (!dolen_directory_find_id (dir, "SELECT id FROM service WHERE uid = ?1", service, &id, error))
    return NULL;
  if (id > 0)
    return count (dir, id, rules, today, error);
  g_set_error_literal (error,
                       DOLEN_ERROR,
                       DOLEN_ERROR_NOT_FOUND,
                       _ ("That group is not in the directory any more."));
  return NULL;
}

/* ---- month by month ---- */

static gboolean
note_field (DolenDirectory *dir,
            const char *month,
            const DolenCompleteness *completeness,
            guint field,
            GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "INSERT INTO completeness (month, field, known, of) VALUES (?, ?, ?, ?)"
                            " ON CONFLICT (month, field) DO UPDATE SET known = excluded.known,"
                            " of = excluded.of WHERE known <> excluded.known OR of <> excluded.of",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_text (&row, month);
  dolen_row_put_text (&row, codes[field]);
  dolen_row_put_int (&row, completeness->known[field]);
  dolen_row_put_int (&row, completeness->of);
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_completeness_note (DolenDirectory *dir,
                         const DolenCompleteness *completeness,
                         const char *today,
                         GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_autofree char *month = g_strndup (today, strlen ("2026-05"));

  for (guint field = 0; transaction != NULL && field < DOLEN_N_COMPLETE; field++)
    if (!note_field (dir, month, completeness, field, error))
      return FALSE;
  return transaction != NULL && dolen_transaction_commit (transaction, error);
}

static void
free_month (gpointer data)
{
  DolenCompletenessMonth *month = data;

  g_free (month->month);
  g_free (month);
}

static void
take_month (DolenRow *row, gpointer user_data)
{
  GPtrArray *months = user_data;
  g_autofree char *name = dolen_row_take_text (row);
  g_autofree char *code = dolen_row_take_text (row);
  DolenCompletenessMonth *month
      = months->len > 0 ? g_ptr_array_index (months, months->len - 1) : NULL;

  if (month == NULL || g_strcmp0 (month->month, name) != 0) {
    month = g_new0 (DolenCompletenessMonth, 1);
    month->month = g_steal_pointer (&name);
    g_ptr_array_add (months, month);
  }
  for (guint field = 0; field < DOLEN_N_COMPLETE; field++)
    if (g_strcmp0 (codes[field], code) == 0) {
      month->completeness.known[field] = (guint) dolen_row_take_int (row);
      month->completeness.of = (guint) dolen_row_take_int (row);
      return;
    }
}

GPtrArray *
dolen_completeness_trend (DolenDirectory *dir, guint months, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_month);

  if (!dolen_directory_each (dir,
                             "SELECT month, field, known, of FROM completeness WHERE month IN"
                             " (SELECT DISTINCT month FROM completeness ORDER BY month DESC"
                             "  LIMIT ?1) ORDER BY month, field",
                             months > 0 ? (gint64) months : -1,
                             take_month,
                             list,
                             error))
    return NULL;
  return g_steal_pointer (&list);
}
