/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-funding-ends.h"

#include "base/dolen-time.h"
#include "directory/dolen-directory-private.h"
#include "directory/dolen-search-filters.h"

void
dolen_funding_end_free (DolenFundingEnd *end)
{
  if (end == NULL)
    return;
  g_free (end->kind);
  g_free (end->uid);
  dolen_bilingual_clear (&end->name);
  g_free (end->funder);
  g_free (end->ends_on);
  g_free (end);
}

/* The funder is that of the row that gives the maximum (sqlite.org/lang_select.html#bareagg). */
#define LAST_END                                                                                   \
  " HAVING count (*) = count (f.ends_on) AND max (f.ends_on) >= ?1 AND max (f.ends_on) <= ?2"
#define NAMES(t) #t ".name_en, " #t ".name_en_state, " #t ".name_cy, " #t ".name_cy_state"
#define ENDS                                                                                       \
  "SELECT 'service', s.uid, " NAMES (                                                              \
      s) ", f.funder, max (f.ends_on) AS last, 1"                                                  \
         " FROM funding f JOIN service s ON s.id = f.service WHERE " DOLEN_SEARCH_LISTED           \
         " GROUP BY f.service" LAST_END " UNION ALL SELECT 'organisation', o.uid, " NAMES (        \
             o) ", f.funder, max (f.ends_on) AS last,"                                             \
                " (SELECT count (*) FROM service s WHERE s.organisation = o.id"                    \
                "  AND " DOLEN_SEARCH_LISTED ") AS n"                                              \
                " FROM funding f JOIN organisation o ON o.id = f.organisation"                     \
                " GROUP BY f.organisation" LAST_END " AND n > 0"

static DolenFundingEnd *
take_end (DolenRow *row, const char *today)
{
  DolenFundingEnd *end = g_new0 (DolenFundingEnd, 1);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  DolenFunding last = { 0 };

  end->kind = dolen_row_take_text (row);
  end->uid = dolen_row_take_text (row);
  dolen_row_take_bilingual (row, &end->name);
  end->funder = dolen_row_take_text (row);
  end->ends_on = dolen_row_take_text (row);
  end->services = (guint) dolen_row_take_int (row);
  last.ends_on = end->ends_on;
  g_ptr_array_add (one, &last);
  end->status = dolen_funding_status (one, today);
  return end;
}

GPtrArray *
dolen_directory_list_funding_ends (DolenDirectory *dir,
                                   const char *from,
                                   const char *to,
                                   const char *today,
                                   guint limit,
                                   GError **error)
{
  g_autoptr (GPtrArray) ends
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_funding_end_free);
  DolenRow row;
  gboolean more = FALSE;

  if (!dolen_directory_row (dir, ENDS " ORDER BY last, 2 LIMIT ?3", &row, error))
    return NULL;
  dolen_row_put_text (&row, from);
  dolen_row_put_text (&row, to);
  dolen_row_put_int (&row, limit > 0 ? (gint64) limit : -1);
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return g_steal_pointer (&ends);
    row.n = 0;
    g_ptr_array_add (ends, take_end (&row, today));
  }
  return NULL;
}

gboolean
dolen_directory_get_funding_outlook (DolenDirectory *dir,
                                     const char *today,
                                     DolenFundingOutlook *outlook,
                                     GError **error)
{
  g_autofree char *in_3 = dolen_date_add_months (today, 3);
  g_autofree char *in_6 = dolen_date_add_months (today, 6);
  g_autofree char *in_12 = dolen_date_add_months (today, 12);
  g_autoptr (GPtrArray) ends = dolen_directory_list_funding_ends (dir, "", in_12, today, 0, error);

  *outlook = (DolenFundingOutlook){ 0 };
  for (guint i = 0; ends != NULL && i < ends->len; i++) {
    const DolenFundingEnd *end = g_ptr_array_index (ends, i);

    if (g_strcmp0 (end->ends_on, today) < 0) {
      outlook->ended++;
      continue;
    }
    outlook->in_3 += g_strcmp0 (end->ends_on, in_3) <= 0;
    outlook->in_6 += g_strcmp0 (end->ends_on, in_6) <= 0;
    outlook->in_12++;
  }
  return ends != NULL;
}
