/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-facts-pass.h"

#include <string.h>

/* Policies and checks that somebody has seen, or was told are not there; what was only told is no
 * more than that. A branch that says so has those of its larger body too. */

static const char own[] = "SELECT s.id, a.what, a.state, a.expires_on FROM assurance a"
                          " CROSS JOIN service s ON s.organisation = a.organisation"
                          " WHERE a.state IN ('seen', 'not-there') AND " DOLEN_FACTS_LISTED;

static const char shared[]
    = "SELECT s.id, a.what, a.state, a.expires_on FROM organisation o"
      " JOIN organisation p ON p.uid = o.parent_uid JOIN assurance a ON a.organisation = p.id"
      " JOIN service s ON s.organisation = o.id"
      " WHERE o.covered_by_parent <> 0 AND a.state = 'seen' AND " DOLEN_FACTS_LISTED;

void
dolen_facts_add_check (
    DolenFacts *facts, guint i, const char *check, gboolean seen, const char *until)
{
  static const struct {
    const char *code;
    DolenAssured bit;
  } checks[] = {
    { "safeguarding", DOLEN_ASSURED_SAFEGUARDING },
    { "insurance", DOLEN_ASSURED_INSURANCE },
    { "dbs", DOLEN_ASSURED_DBS },
    { "complaints", DOLEN_ASSURED_COMPLAINTS },
    { "data-protection", DOLEN_ASSURED_DATA_PROTECTION },
    { "volunteers", DOLEN_ASSURED_VOLUNTEERS },
    { "health-and-safety", DOLEN_ASSURED_HEALTH_AND_SAFETY },
    { "equality", DOLEN_ASSURED_EQUALITY },
  };

  if (until != NULL && *until != '\0' && strcmp (until, facts->today) < 0)
    return;
  for (gsize c = 0; c < G_N_ELEMENTS (checks); c++)
    if (strcmp (checks[c].code, check) == 0)
      facts->assured[i]
          |= (guint16) (seen ? (guint) checks[c].bit : DOLEN_ASSURED_MISSING (checks[c].bit));
}

static void
read_check (DolenFactsPass *pass, guint i, DolenStatement *row)
{
  dolen_facts_add_check (pass->facts,
                         i,
                         dolen_statement_get_text (row, 1),
                         strcmp (dolen_statement_get_text (row, 2), "seen") == 0,
                         dolen_statement_get_text (row, 3));
}

gboolean
dolen_facts_read_checks (DolenFactsPass *pass, GError **error)
{
  return dolen_facts_pass_run (pass, own, read_check, error)
         && dolen_facts_pass_run (pass, shared, read_check, error);
}
