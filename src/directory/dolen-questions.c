/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-questions.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer waits stand in the same table and are answered otherwise. */
#define OPEN "w.done_on IS NULL AND w.what <> 'longer-wait'"

void
dolen_question_free (DolenQuestion *question)
{
  if (question == NULL)
    return;
  g_free (question->uid);
  g_free (question->service);
  g_free (question->name_en);
  g_free (question->name_cy);
  g_free (question->phone);
  g_free (question->what);
  g_free (question->asked_on);
  g_free (question->asked_by);
  g_free (question);
}

static gboolean
is_code (const char *what)
{
  return what[0] != '\0' && strspn (what, "abcdefghijklmnopqrstuvwxyz0123456789-:") == strlen (what)
         && strchr (what, ':') == strrchr (what, ':');
}

/* Adds the uid of a new row to @asked; nothing where the same is open already. */
static gboolean
ask_one (DolenDb *db,
         const char *service,
         const char *what,
         const char *on,
         const char *by,
         GStrvBuilder *asked,
         GError **error)
{
  g_autoptr (DolenStatement) row
             = dolen_db_prepare (db,
                                 "INSERT INTO worth_asking (uid, service, what, on_date, asked_by)"
                                 " SELECT ?1, s.id, ?3, ?4, ?5 FROM service s WHERE s.uid = ?2"
                                 " AND NOT EXISTS (SELECT 1 FROM worth_asking w WHERE"
                                 "  w.service = s.id AND w.what = ?3 AND w.done_on IS NULL)"
                                 " ON CONFLICT (service, what, on_date)"
                                 " DO UPDATE SET done_on = NULL, uid = ?1 RETURNING uid",
                                 error);
  g_autofree char *uid = dolen_id_new ();
  gboolean added = FALSE;

  if (row == NULL)
    return FALSE;
  dolen_statement_bind_text (row, 1, uid);
  dolen_statement_bind_text (row, 2, service);
  dolen_statement_bind_text (row, 3, what);
  dolen_statement_bind_text (row, 4, on);
  dolen_statement_bind_text (row, 5, by);
  if (!dolen_statement_step (row, &added, error))
    return FALSE;
  if (added)
    g_strv_builder_add (asked, uid);
  return TRUE;
}

static gboolean
need_service (DolenDirectory *dir, const char *service, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      dolen_directory_get_db (dir), "SELECT 1 FROM service WHERE uid = ?1", error);
  gboolean found = FALSE;

  if (row == NULL)
    return FALSE;
  dolen_statement_bind_text (row, 1, service);
  if (!dolen_statement_step (row, &found, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_NOT_FOUND,
                         _ ("That group is not in the directory any more."));
  return found;
}

char **
dolen_directory_ask (DolenDirectory *dir,
                     const char *service,
                     const char *const *what,
                     const char *on,
                     const char *by,
                     GError **error)
{
  DolenDb *db = dolen_directory_get_db (dir);
  g_autoptr (GStrvBuilder) asked = g_strv_builder_new ();

  for (guint i = 0; what[i] != NULL; i++)
    if (!is_code (what[i])) {
      g_set_error_literal (
          error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("That is not a question to a group."));
      return NULL;
    }
  if (!need_service (dir, service, error))
    return NULL;
  for (guint i = 0; what[i] != NULL; i++)
    if (!ask_one (db, service, what[i], on, by, asked, error))
      return NULL;
  return g_strv_builder_end (asked);
}

gboolean
dolen_directory_unask (DolenDirectory *dir, const char *const *uids, GError **error)
{
  for (guint i = 0; uids[i] != NULL; i++) {
    g_autoptr (DolenStatement) row = dolen_db_prepare (
        dolen_directory_get_db (dir), "DELETE FROM worth_asking WHERE uid = ?1", error);

    if (row == NULL)
      return FALSE;
    dolen_statement_bind_text (row, 1, uids[i]);
    if (!dolen_statement_run (row, error))
      return FALSE;
  }
  return TRUE;
}

static DolenQuestion *
read_question (DolenStatement *row)
{
  DolenQuestion *question = g_new0 (DolenQuestion, 1);

  question->uid = dolen_statement_dup_text (row, 0);
  question->service = dolen_statement_dup_text (row, 1);
  question->name_en = dolen_statement_dup_text (row, 2);
  question->name_cy = dolen_statement_dup_text (row, 3);
  question->phone = dolen_statement_dup_text (row, 4);
  question->what = dolen_statement_dup_text (row, 5);
  question->asked_on = dolen_statement_dup_text (row, 6);
  question->asked_by = dolen_statement_dup_text (row, 7);
  return question;
}

GPtrArray *
dolen_directory_list_questions (DolenDirectory *dir, const char *service, GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      dolen_directory_get_db (dir),
      "SELECT w.uid, s.uid, s.name_en, s.name_cy, c.phone, w.what, w.on_date, w.asked_by"
      " FROM worth_asking w JOIN service s ON s.id = w.service"
      " LEFT JOIN service_card c ON c.uid = s.uid"
      " WHERE " OPEN " AND (?1 IS NULL OR s.uid = ?1)"
      " ORDER BY min (w.on_date) OVER (PARTITION BY s.id), s.uid, w.on_date, w.id",
      error);
  g_autoptr (GPtrArray) list
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_question_free);
  gboolean more = TRUE;

  if (row == NULL)
    return NULL;
  dolen_statement_bind_text (row, 1, service);
  while (more) {
    if (!dolen_statement_step (row, &more, error))
      return NULL;
    if (more)
      g_ptr_array_add (list, read_question (row));
  }
  return g_steal_pointer (&list);
}

gboolean
dolen_directory_set_question_done (DolenDirectory *dir,
                                   const char *uid,
                                   const char *on,
                                   GError **error)
{
  g_autoptr (DolenStatement) row = dolen_db_prepare (
      dolen_directory_get_db (dir), "UPDATE worth_asking SET done_on = ?2 WHERE uid = ?1", error);

  if (row == NULL)
    return FALSE;
  dolen_statement_bind_text (row, 1, uid);
  dolen_statement_bind_text (row, 2, on);
  return dolen_statement_run (row, error);
}
