/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-tour-changes.h"

#include "app/directory/dolen-change-windows.h"
#include "directory/dolen-search.h"
#include "directory/keeping/dolen-suggested-change.h"

#include <glib/gstdio.h>

static char *
dup_uid (DolenDirectory *directory, const char *words)
{
  g_autoptr (GPtrArray) found = NULL;
  DolenSearchQuery query;

  dolen_search_query_init (&query);
  query.text = words;
  query.limit = 1;
  found = dolen_search (directory, &query, NULL, NULL);
  return found != NULL && found->len > 0
             ? g_strdup (((const DolenServiceCard *) g_ptr_array_index (found, 0))->uid)
             : NULL;
}

/* What a link worker has heard on the way round. */
static GPtrArray *
new_changes (DolenDirectory *directory)
{
  static const struct {
    const char *words; /* of the group */
    const char *field, *value, *note;
  } heard[] = {
    { "lunch club", "times", "Tuesdays 12:00-14:00", "They moved when the hall was let" },
    { "gardening", "fees", "£2 a morning, tea included", NULL },
    { "telephone friends", "url", "https://friends.example.org/", "The old page is gone" },
  };
  GPtrArray *changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_suggested_change_free);

  for (gsize i = 0; directory != NULL && i < G_N_ELEMENTS (heard); i++) {
    g_autofree char *uid = dup_uid (directory, heard[i].words);
    DolenSuggestedChange *change = NULL;

    if (uid != NULL)
      change = dolen_suggested_change_new (directory,
                                           "service",
                                           uid,
                                           heard[i].field,
                                           heard[i].value,
                                           heard[i].note,
                                           "Nia Example",
                                           NULL);
    if (change != NULL)
      g_ptr_array_add (changes, change);
  }
  return changes;
}

/* ---- sent ---- */

static gpointer
suggest (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  dolen_suggested_changes_add (directory, data, NULL, error);
  return NULL;
}

/* Once they are shown: what comes after is to find the queue as it was. */
static gpointer
decline (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const GPtrArray *changes = data;

  for (guint i = 0; i < changes->len; i++)
    dolen_suggested_change_decline (
        directory, ((DolenSuggestedChange *) changes->pdata[i])->uid, NULL, NULL, NULL);
  return NULL;
}

void
dolen_tour_show_changes_out (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autoptr (GPtrArray) changes = new_changes (dolen_session_get_directory (session));
  DolenSessionJob job = { "suggest", G_PRIORITY_DEFAULT, suggest };

  job.free_data = (GDestroyNotify) g_ptr_array_unref;
  job.data = g_ptr_array_ref (changes);
  dolen_session_run (session, &job, NULL, NULL, NULL);
  dolen_window_present_dialog (GTK_WIDGET (window), dolen_change_out_window_new (session));
  job.func = decline;
  job.data = g_ptr_array_ref (changes);
  dolen_session_run (session, &job, NULL, NULL, NULL);
}

/* ---- read ---- */

void
dolen_tour_show_changes_in (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autoptr (GPtrArray) changes = new_changes (dolen_session_get_directory (session));
  g_autofree char *path
      = g_build_filename (dolen_session_get_folder (session), "changes-2026-05-13.json", NULL);
  GtkWindow *dialog = dolen_change_in_window_new (session);

  if (changes->len > 1) {
    DolenSuggestedChange *elsewhere = changes->pdata[1];

    g_free (elsewhere->record_uid);
    elsewhere->record_uid = g_strdup ("5f0e2a60-7a53-4f39-9a52-0f2f4d1f00ff");
  }
  dolen_window_present_dialog (GTK_WIDGET (window), dialog);
  g_remove (path);
  if (dolen_suggested_changes_write (changes, path, NULL))
    dolen_change_in_window_read (dialog, path);
}
