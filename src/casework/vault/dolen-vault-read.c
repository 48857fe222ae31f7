/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-vault-private.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>

/* Reading single events again, when somebody asks for them: a timeline, an entry. */

static gboolean
open_standing (DolenVault *vault, DolenStatement *statement, DolenEvent **event, GError **error)
{
  DolenJournalRow row;
  g_autofree char *number = NULL;
  DolenOutcome outcome;

  dolen_journal_read_row (vault->journal, statement, &row);
  outcome = dolen_vault_open_row (vault, &row, event);
  if (outcome == DOLEN_ROW_OPENED || outcome == DOLEN_ROW_REDACTED)
    return TRUE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, row.seq);
  g_set_error (
      error,
      DOLEN_ERROR,
      DOLEN_ERROR_EVENT_DAMAGED,
      /* Translators: %s: the number of an event (digwyddiad, masc.) of the case records. */
      _ ("Event %s of the case records is damaged or was altered."),
      number);
  return FALSE;
}

gboolean
dolen_vault_read_events (DolenVault *vault,
                         const gint64 *seqs,
                         gsize n,
                         void (*take) (const DolenEvent *event, gpointer user_data),
                         gpointer user_data,
                         GError **error)
{
  g_autoptr (DolenStatement) places = dolen_journal_walk_places (vault->journal, error);
  gboolean found = FALSE;

  if (places == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++) {
    g_autoptr (DolenEvent) event = NULL;

    dolen_statement_bind_int64 (places, 1, seqs[i]);
    if (!dolen_statement_step (places, &found, error)
        || (found && !open_standing (vault, places, &event, error)))
      return FALSE;
    dolen_statement_reset (places);
    if (event != NULL)
      take (event, user_data);
  }
  return TRUE;
}

DolenEvent *
dolen_vault_find_event (DolenVault *vault, const char *id, GError **error)
{
  guint8 bytes[DOLEN_ID_SIZE];
  g_autoptr (DolenStatement) row = NULL;
  DolenEvent *event = NULL;

  if (dolen_unhex (id, bytes, sizeof bytes)) {
    row = dolen_journal_find (vault->journal, bytes, error);
    if (row == NULL || !open_standing (vault, row, &event, error))
      return NULL;
  }
  if (event == NULL)
    g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such entry."));
  return event;
}
