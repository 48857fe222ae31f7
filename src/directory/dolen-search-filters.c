/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-search-filters.h"

#include "base/dolen-time.h"

static void
add_tags (DolenSqlBuilder *sql, const char *kind, const char *const *codes, gboolean all)
{
  if (codes == NULL || codes[0] == NULL)
    return;
  dolen_sql_add (sql,
                 " AND (SELECT count(DISTINCT code) FROM tag WHERE service = s.id AND kind = ");
  dolen_sql_add_text (sql, kind);
  dolen_sql_add (sql, " AND value = 1 AND state <> 'rejected' AND code IN ");
  dolen_sql_add_list (sql, codes);
  dolen_sql_add (sql, ") >= ");
  dolen_sql_add_int (sql, all ? g_strv_length ((char **) codes) : 1);
}

static void
add_capacities (DolenSqlBuilder *sql, guint capacities)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  if (capacities == 0)
    return;
  for (guint i = DOLEN_CAPACITY_UNKNOWN; i <= DOLEN_CAPACITY_PAUSED; i++)
    if (capacities & (1u << i))
      g_ptr_array_add (codes, (gpointer) dolen_capacity_status_code ((DolenCapacityStatus) i));
  g_ptr_array_add (codes, NULL);
  dolen_sql_add (sql,
                 " AND coalesce ((SELECT c.status FROM capacity_report c WHERE c.service = s.id"
                 " ORDER BY c.as_of DESC, c.id DESC LIMIT 1), 'unknown') IN ");
  dolen_sql_add_list (sql, (const char *const *) codes->pdata);
}

/* "Free" in words, where a feed gives no amount. */
static void
add_cost (DolenSqlBuilder *sql, gint64 max_pence)
{
  if (max_pence < 0)
    return;
  dolen_sql_add (sql, " AND (EXISTS (SELECT 1 FROM cost WHERE service = s.id AND pence <= ");
  dolen_sql_add_int (sql, max_pence);
  dolen_sql_add (sql,
                 ") OR lower (rtrim (s.fees, '. ')) IN ('free', 'free of charge', 'no charge',"
                 " 'am ddim'))");
}

static void
add_days (DolenSqlBuilder *sql, guint days)
{
  static const char *const patterns[] = { "%MO%", "%TU%", "%WE%", "%TH%", "%FR%", "%SA%", "%SU%" };
  g_autofree char *today = NULL;

  if (days == 0)
    return;
  today = dolen_date_today ();
  dolen_sql_add (sql,
                 " AND EXISTS (SELECT 1 FROM schedule h WHERE h.service = s.id AND h.closed = 0"
                 " AND min (coalesce (h.until, '9999'), coalesce (h.valid_to, '9999')) >= ");
  dolen_sql_add_text (sql, today);
  dolen_sql_add (sql, " AND (h.freq = 'DAILY'");
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (days & (1u << i)) {
      dolen_sql_add (sql, " OR h.byday LIKE ");
      dolen_sql_add_text (sql, patterns[i]);
    }
  dolen_sql_add (sql, "))");
}

gboolean
dolen_search_filters_need_row (const DolenSearchQuery *query)
{
  return query->max_pence >= 0 || query->organisation_uid != NULL || query->source_uid != NULL;
}

gboolean
dolen_search_has_filters (const DolenSearchQuery *query)
{
  return dolen_search_filters_need_row (query) || query->interests != NULL || query->needs != NULL
         || query->enablers != NULL || query->capacities != 0 || query->language != NULL
         || query->days != 0;
}

void
dolen_search_add_filters (DolenSqlBuilder *sql, const DolenSearchQuery *query)
{
  if (!query->with_unlisted)
    dolen_sql_add (sql, " AND " DOLEN_SEARCH_LISTED);
  add_tags (sql, "interest", query->interests, query->all_tags);
  add_tags (sql, "need", query->needs, query->all_tags);
  add_tags (sql, "enabler", query->enablers, query->all_tags);
  add_capacities (sql, query->capacities);
  add_cost (sql, query->max_pence);
  add_days (sql, query->days);
  if (query->language != NULL) {
    dolen_sql_add (sql,
                   " AND EXISTS (SELECT 1 FROM language_offered WHERE service = s.id AND code = ");
    dolen_sql_add_text (sql, query->language);
    dolen_sql_add (sql, ")");
  }
  if (query->organisation_uid != NULL) {
    dolen_sql_add (sql, " AND s.organisation = (SELECT id FROM organisation WHERE uid = ");
    dolen_sql_add_text (sql, query->organisation_uid);
    dolen_sql_add (sql, ")");
  }
  if (query->source_uid != NULL) {
    dolen_sql_add (sql, " AND s.source = (SELECT id FROM source WHERE uid = ");
    dolen_sql_add_text (sql, query->source_uid);
    dolen_sql_add (sql, ")");
  }
}
