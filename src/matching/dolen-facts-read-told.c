/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-pass.h"

#include "matching/dolen-by-donation.h"

#include "base/dolen-time.h"

/* What was told of each service: places, confirmations, cost, languages, who pays for it. */

/* Newest last, so that it is the one that stays. */
static const char capacities[]
    = "SELECT c.service, c.status, c.places_free, c.wait_weeks_from, c.wait_weeks_to, c.as_of,"
      " c.source, c.returns_on FROM capacity_report c"
      " ORDER BY c.service, c.as_of, c.id";

static void
read_capacity (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  DolenFacts *facts = pass->facts;
  const char *returns_on = dolen_statement_get_text (row, 7);
  DolenCapacityFact *fact = &facts->capacity[i];

  fact->status = (gint8) dolen_capacity_status_from_code (dolen_statement_get_text (row, 1));
  fact->places = (gint16) CLAMP (dolen_statement_get_known (row, 2), -1, G_MAXINT16);
  fact->wait_from = (gint16) CLAMP (dolen_statement_get_known (row, 3), -1, G_MAXINT16);
  fact->wait_to = (gint16) CLAMP (dolen_statement_get_known (row, 4), -1, G_MAXINT16);
  fact->age = (gint16) dolen_facts_pass_days_since (pass, dolen_statement_get_text (row, 5));
  fact->source = (gint8) dolen_told_by_from_code (dolen_statement_get_text (row, 6));
  fact->returns_after = -1;
  if (returns_on != NULL && dolen_date_is_valid (returns_on))
    fact->returns_after
        = (gint16) CLAMP (dolen_date_days_between (facts->today, returns_on), -1, G_MAXINT16);
}

static const char confirmations[]
    = "SELECT c.service, max (c.on_date) FROM confirmation c WHERE c.outcome = 'reached'"
      " AND c.confirmed IS NOT NULL"
      " GROUP BY c.service";

static void
read_confirmation (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  pass->facts->confirmed[i]
      = (gint16) dolen_facts_pass_days_since (pass, dolen_statement_get_text (row, 1));
}

/* What a person pays a time: the least of the prices, but "first session free" is not free. */
static const char costs[]
    = "SELECT c.service, coalesce (min (nullif (c.pence, 0)), min (c.pence))"
      " FROM cost c WHERE c.pence >= 0 AND (c.valid_to IS NULL OR c.valid_to >= ?1)"
      " GROUP BY c.service";

static void
read_cost (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  pass->facts->pence[i] = (gint32) CLAMP (dolen_statement_get_known (row, 1), -1, G_MAXINT32);
}

/* Prices in words, of those that name none in figures. */
static const char prices[]
    = "SELECT s.id, s.fees FROM service s WHERE s.fees IS NOT NULL"
      " UNION ALL SELECT c.service, coalesce (c.option, '') || ' '"
      " || coalesce (c.description, '') || ' ' || coalesce (c.amount_given, '')"
      " FROM cost c WHERE coalesce (c.pence, -1) < 0"
      " AND (c.valid_to IS NULL OR c.valid_to >= ?1)";

static void
read_price (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  gint32 *pence = &pass->facts->pence[i];

  if (*pence < 0 && dolen_is_by_donation (dolen_statement_get_text (row, 1)))
    *pence = DOLEN_PENCE_AS_THEY_LIKE;
}

static const char languages[]
    = "SELECT l.service, l.code FROM language_offered l WHERE l.code IS NOT NULL";

static void
read_language (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  pass->facts->languages[i]
      |= dolen_facts_add_language (pass->facts, dolen_statement_get_text (row, 1));
}

/* Whose money it is is asked first: there is little of it. Money without an end counts as later
 * than any. The service's own says more than that of the organisation behind it and is read after
 * it. */
#define LAST_END "max (coalesce (f.ends_on, '9999-12-31'))"

static const char funding_of_owners[]
    = "SELECT s.id, " LAST_END " FROM funding f CROSS JOIN service s"
      " ON s.organisation = f.organisation"
      " GROUP BY s.id";

static const char funding[]
    = "SELECT f.service, " LAST_END " FROM funding f WHERE f.service IS NOT NULL"
      " GROUP BY f.service";

static void
read_funding (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  const char *end = dolen_statement_get_text (row, 1);

  if (end != NULL && dolen_date_is_valid (end))
    pass->facts->funded_days[i]
        = (gint16) CLAMP (dolen_date_days_between (pass->facts->today, end), 0, G_MAXINT16);
}

gboolean
dolen_facts_read_told (DolenFactsPass *pass, GError **error)
{
  static const struct {
    const char *sql;
    DolenFactsReadRow read;
  } passes[] = {
    { capacities, read_capacity }, { confirmations, read_confirmation },
    { costs, read_cost },          { prices, read_price },
    { languages, read_language },  { funding_of_owners, read_funding },
    { funding, read_funding },
  };

  for (gsize p = 0; p < G_N_ELEMENTS (passes); p++)
    if (!dolen_facts_pass_run (pass, passes[p].sql, passes[p].read, error))
      return FALSE;
  return TRUE;
}
