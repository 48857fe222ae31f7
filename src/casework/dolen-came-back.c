/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-came-back.h"

#include "casework/dolen-caseload-private.h"

void
dolen_came_back_free (DolenCameBack *came_back)
{
  if (came_back == NULL)
    return;
  dolen_referral_free (came_back->referral);
  g_free (came_back->called);
  g_free (came_back->on);
  g_free (came_back);
}

char *
dolen_came_back_sentence (const DolenCameBack *came_back, DolenLanguage language)
{
  const DolenReferral *referral = came_back->referral;

  return g_strdup_printf (
      /* Translators: what was heard of a referral. First: the group; second: the state it has come
       * to ("accepted"); third: how the person is called. */
      dolen_ctext (language, "came back", "%1$s: %2$s (%3$s)"),
      dolen_referral_get_service_name (referral, language),
      dolen_referral_state_name (referral->state, language),
      came_back->called);
}

static gpointer
make_came_back (DolenStatement *row, gpointer user_data)
{
  DolenCameBack *came_back = g_new0 (DolenCameBack, 1);

  came_back->called
      = g_strdup (dolen_statement_is_null (row, 0) ? "" : dolen_statement_get_text (row, 0));
  came_back->on = dolen_statement_dup_text (row, 1);
  came_back->referral = dolen_record_read (&dolen_referral_type, row, 2);
  return came_back;
}

/* The day the present state was reached. */
#define REACHED_SQL                                                                                \
  "CASE r.state WHEN 'received' THEN r.received_on WHEN 'accepted' THEN r.accepted_on"             \
  " WHEN 'waiting' THEN r.waiting_on WHEN 'started' THEN r.started_on"                             \
  " WHEN 'attending' THEN r.attending_on WHEN 'completed' THEN r.completed_on"                     \
  " WHEN 'declined' THEN r.declined_on WHEN 'not-reached' THEN r.not_reached_on"                   \
  " WHEN 'did-not-start' THEN r.did_not_start_on WHEN 'left-early' THEN r.left_early_on END"

GPtrArray *
dolen_caseload_list_came_back (DolenCaseload *caseload, const char *since, GError **error)
{
  g_autofree char *columns = dolen_record_columns (&dolen_referral_type, "r.");
  g_autofree char *sql
      = g_strdup_printf ("SELECT coalesce (p.called, p.name), " REACHED_SQL " AS reached, %s"
                         " FROM referral r JOIN person p ON p.uid = r.person"
                         " WHERE p.died_on IS NULL AND reached >= ?1 ORDER BY reached DESC, r.uid",
                         columns);
  g_autoptr (DolenStatement) rows = dolen_db_prepare (caseload->db, sql, error);

  if (rows == NULL)
    return NULL;
  dolen_statement_bind_text (rows, 1, since);
  return dolen_caseload_collect (
      rows, make_came_back, NULL, (GDestroyNotify) dolen_came_back_free, error);
}
