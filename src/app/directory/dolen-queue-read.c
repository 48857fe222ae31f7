/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-queue-read.h"

#include "directory/keeping/dolen-queue-area.h"

#include <string.h>

#define MOST_PUT_OFF 200

typedef struct {
  DolenQueueQuery query; /* its texts are (owned) by the next two */
  char *area;
  char *assigned_to;
  char *rules_path;
  GHashTable *waiting; /* (owned) (nullable) where the case records are open */
  DolenLanguage language;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_free (ask->area);
  g_free (ask->assigned_to);
  g_free (ask->rules_path);
  g_clear_pointer (&ask->waiting, g_hash_table_unref);
  g_free (ask);
}

void
dolen_queue_read_free (DolenQueueRead *read)
{
  if (read == NULL)
    return;
  g_clear_pointer (&read->list, dolen_queue_list_free);
  g_strfreev (read->curators);
  dolen_queue_item_free (read->next);
  g_free (read->next_on);
  g_free (read->area);
  g_free (read);
}

/* (nullable): the day on which it comes back by itself. */
static const char *
back_on (const DolenQueueItem *item)
{
  return item->snoozed_until != NULL ? item->snoozed_until : item->next_try_on;
}

static gboolean
find_next (DolenDirectory *directory, const Ask *ask, DolenQueueRead *read, GError **error)
{
  DolenQueueQuery query = { .put_off = TRUE, .limit = MOST_PUT_OFF };
  g_autoptr (DolenQueueList) list
             = dolen_queue_read (directory, &query, &read->rules, ask->language, error);
  guint first = G_MAXUINT;

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->items->len; i++) {
    const char *on = back_on (list->items->pdata[i]);

    if (on != NULL && (first == G_MAXUINT || strcmp (on, back_on (list->items->pdata[first])) < 0))
      first = i;
  }
  if (first == G_MAXUINT)
    return TRUE;
  read->next_on = g_strdup (back_on (list->items->pdata[first]));
  read->next = g_ptr_array_steal_index (list->items, first);
  return TRUE;
}

static gpointer
read_queue (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Ask *ask = data;
  g_autoptr (DolenQueueRead) read = g_new0 (DolenQueueRead, 1);
  g_auto (GStrv) problems = dolen_keeping_rules_read (ask->rules_path, &read->rules);

  for (guint i = 0; problems != NULL && problems[i] != NULL; i++)
    g_debug ("%s", problems[i]);
  read->list = dolen_queue_read (directory, &ask->query, &read->rules, ask->language, error);
  if (read->list == NULL)
    return NULL;
  read->curators = dolen_queue_curators (directory, error);
  if (read->curators == NULL)
    return NULL;
  if (read->list->total == 0)
    read->area = dolen_queue_area_text (directory, ask->query.area, ask->language);
  if (read->list->total == 0 && read->list->put_off > 0 && !find_next (directory, ask, read, error))
    return NULL;
  return g_steal_pointer (&read);
}

char *
dolen_queue_rules_path (DolenSession *session)
{
  return g_build_filename (dolen_session_get_folder (session), DOLEN_KEEPING_FILE, NULL);
}

void
dolen_queue_read_async (DolenSession *session,
                        const DolenQueueQuery *query,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  DolenSessionJob job = { "read the queue", G_PRIORITY_DEFAULT,
                          read_queue,       NULL,
                          ask_free,         (GDestroyNotify) dolen_queue_read_free };
  DolenCaseload *caseload = dolen_session_is_unlocked (session)
                                ? dolen_casework_get_caseload (dolen_session_get_casework (session))
                                : NULL;
  Ask *ask = g_new0 (Ask, 1);

  ask->query = *query;
  ask->query.area = ask->area = g_strdup (query->area);
  ask->query.assigned_to = ask->assigned_to = g_strdup (query->assigned_to);
  if (caseload != NULL)
    ask->waiting = dolen_caseload_count_waiting (caseload);
  ask->query.waiting = ask->waiting;
  ask->rules_path = dolen_queue_rules_path (session);
  ask->language = dolen_language_current ();
  job.data = ask;
  dolen_session_run (session, &job, cancellable, callback, user_data);
}

DolenQueueRead *
dolen_queue_read_finish (DolenSession *session, GAsyncResult *result, GError **error)
{
  return dolen_session_run_finish (session, result, error);
}
