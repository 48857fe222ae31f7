/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-directory-private.h"

/* Policies, covers and checks of an organisation. */

#define COLUMNS "uid, what, state, seen_on, expires_on, evidence, recorded_by"

static gboolean
store_check (DolenDirectory *dir, gint64 organisation, DolenAssurance *check, GError **error)
{
  DolenRow row;

  dolen_ensure_uid (&check->uid);
  if (!dolen_directory_row (dir,
                            "INSERT INTO assurance (organisation, " COLUMNS ")"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, organisation);
  dolen_row_put_text (&row, check->uid);
  dolen_row_put_text (&row, check->what);
  dolen_row_put_text (&row, dolen_assurance_state_code (check->state));
  dolen_row_put_text (&row, check->seen_on);
  dolen_row_put_text (&row, check->expires_on);
  dolen_row_put_text (&row, check->evidence);
  dolen_row_put_text (&row, check->by);
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_store_checks (DolenDirectory *dir,
                    gint64 organisation,
                    const GPtrArray *checks,
                    GError **error)
{
  for (guint i = 0; i < checks->len; i++)
    if (!store_check (dir, organisation, g_ptr_array_index (checks, i), error))
      return FALSE;
  return TRUE;
}

static void
take_check (DolenRow *row, gpointer list)
{
  DolenAssurance *check = dolen_assurance_new ();

  check->uid = dolen_row_take_text (row);
  check->what = dolen_row_take_text (row);
  check->state = dolen_assurance_state_from_code (dolen_row_peek_text (row));
  check->seen_on = dolen_row_take_text (row);
  check->expires_on = dolen_row_take_text (row);
  check->evidence = dolen_row_take_text (row);
  check->by = dolen_row_take_text (row);
  g_ptr_array_add (list, check);
}

gboolean
dolen_load_checks (DolenDirectory *dir, gint64 organisation, GPtrArray *checks, GError **error)
{
  return dolen_directory_each (dir,
                               "SELECT " COLUMNS
                               " FROM assurance WHERE organisation = ?1 ORDER BY what",
                               organisation,
                               take_check,
                               checks,
                               error);
}
