/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-queue-scan.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-history.h"
#include "directory/keeping/dolen-keeping-undo.h"

#include <glib/gi18n-lib.h>

static char **
slot (DolenKeepingMark *mark, const char *name)
{
  if (g_str_equal (name, "assigned_to"))
    return &mark->assigned_to;
  return g_str_equal (name, "due_on") ? &mark->due_on : &mark->snoozed_until;
}

static void
replace (char **text, const char *with)
{
  g_free (*text);
  *text = dolen_text_clean_line (with);
}

/* Sets one thing of a mark (and with a snooze its reason), keeps the rest. */
static gint64
set_mark (DolenDirectory *dir,
          const char *record_uid,
          const char *mark_kind,
          const char *name,
          const char *value,
          const char *reason,
          const char *who,
          GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_auto (DolenKeepingMark) mark = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kind = NULL;
  DolenHistoryEntry entry = { 0 };
  gint64 id;

  if (transaction == NULL || (kind = dolen_keeping_record_kind (dir, record_uid, error)) == NULL
      || !dolen_keeping_mark_load (dir, record_uid, mark_kind, &mark, error))
    return 0;
  before = dolen_keeping_mark_json (&mark);
  replace (slot (&mark, name), value);
  if (g_str_equal (name, "snoozed_until"))
    replace (&mark.reason, value != NULL ? reason : NULL);
  after = dolen_keeping_mark_json (&mark);
  if (!dolen_keeping_mark_store (dir, record_uid, &mark, error))
    return 0;
  entry.who = (char *) who;
  entry.act = (char *) "queue-mark";
  entry.kind = kind;
  entry.record_uid = (char *) record_uid;
  entry.field = (char *) DOLEN_KEEPING_MARK;
  entry.before = before;
  entry.after = after;
  id = dolen_history_add (dir, &entry, error);
  return id > 0 && dolen_transaction_commit (transaction, error) ? id : 0;
}

static gboolean
need_date (const char *date, GError **error)
{
  if (date == NULL || dolen_date_is_valid (date))
    return TRUE;
  g_set_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("“%s” is not a date."), date);
  return FALSE;
}

gint64
dolen_queue_assign (DolenDirectory *dir,
                    const char *record_uid,
                    const char *mark_kind,
                    const char *to,
                    const char *who,
                    GError **error)
{
  return set_mark (dir, record_uid, mark_kind, "assigned_to", to, NULL, who, error);
}

gint64
dolen_queue_set_due (DolenDirectory *dir,
                     const char *record_uid,
                     const char *mark_kind,
                     const char *on,
                     const char *who,
                     GError **error)
{
  if (!need_date (on, error))
    return 0;
  return set_mark (dir, record_uid, mark_kind, "due_on", on, NULL, who, error);
}

gint64
dolen_queue_snooze (DolenDirectory *dir,
                    const char *record_uid,
                    const char *mark_kind,
                    const char *until,
                    const char *reason,
                    const char *who,
                    GError **error)
{
  if (!need_date (until, error))
    return 0;
  if (until != NULL && dolen_text_is_empty (reason)) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("Please say why it is put off."));
    return 0;
  }
  return set_mark (dir, record_uid, mark_kind, "snoozed_until", until, reason, who, error);
}

char **
dolen_queue_curators (DolenDirectory *dir, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  DolenStatement *row = dolen_directory_statement (
      dir,
      "SELECT DISTINCT assigned_to FROM queue_mark WHERE assigned_to IS NOT NULL ORDER BY 1",
      error);
  gboolean more = FALSE;

  if (row == NULL)
    return NULL;
  while (dolen_statement_step (row, &more, error)) {
    if (!more)
      return g_strv_builder_end (names);
    g_strv_builder_add (names, dolen_statement_get_text (row, 0));
  }
  return NULL;
}
