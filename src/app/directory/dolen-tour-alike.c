/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-tour-alike.h"

#include "app/directory/dolen-directory-page.h"
#include "app/directory/dolen-queue-view.h"
#include "app/dolen-page.h"
#include "directory/alike/dolen-alike.h"
#include "directory/keeping/dolen-queue.h"

static gboolean made, chosen;

static DolenQueueView *
view_of (DolenWindow *window)
{
  DolenDirectoryPage *page
      = DOLEN_DIRECTORY_PAGE (dolen_shell_get_page (dolen_window_get_shell (window), "directory"));

  return DOLEN_QUEUE_VIEW (dolen_directory_page_get_place (page, "queue"));
}

static gboolean
take_first (const DolenService *service, gpointer user_data)
{
  DolenService **first = user_data;

  *first = dolen_service_copy (service);
  return FALSE;
}

/* In the worker: another list's word for the first group. */
static gpointer
make_twin (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) there = dolen_alike_list (directory, NULL, 1, error);
  g_autoptr (DolenService) twin = NULL;

  if (there == NULL || there->len > 0)
    return NULL;
  (void) dolen_directory_foreach_service (directory, take_first, &twin, NULL);
  if (twin == NULL)
    return NULL;
  g_clear_pointer (&twin->uid, g_free);
  g_ptr_array_set_size (twin->capacities, 0);
  g_ptr_array_set_size (twin->confirmations, 0);
  g_ptr_array_set_size (twin->schedules, 0);
  if (dolen_directory_save_service (directory, twin, error))
    dolen_alike_renew (directory, NULL, cancellable, error);
  return NULL;
}

static void
on_twin_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DolenWindow) window = user_data;
  g_autoptr (GVariant) state = g_variant_ref_sink (g_variant_new_parsed (
      "{'kinds': <%u>, 'card': <false>}", DOLEN_QUEUE_BIT (DOLEN_QUEUE_ALIKE)));

  dolen_session_run_finish (DOLEN_SESSION (source), result, NULL);
  dolen_page_restore_state (DOLEN_PAGE (view_of (window)), state);
  made = TRUE;
}

void
dolen_tour_show_alike (DolenWindow *window)
{
  DolenSessionJob job = { "make a twin", G_PRIORITY_DEFAULT, make_twin, NULL, NULL, NULL };

  made = chosen = FALSE;
  dolen_page_go (GTK_WIDGET (window), "directory", "place", "queue");
  dolen_session_run (
      dolen_window_get_session (window), &job, NULL, on_twin_cb, g_object_ref (window));
}

gboolean
dolen_tour_alike_is_ready (DolenWindow *window)
{
  DolenQueueView *view = view_of (window);

  if (!made || !dolen_queue_view_is_ready (view) || dolen_queue_view_get_total (view) != 1)
    return FALSE;
  if (!chosen)
    chosen = dolen_queue_view_choose (view, 0);
  return chosen && dolen_queue_view_get_card (view) != NULL;
}
