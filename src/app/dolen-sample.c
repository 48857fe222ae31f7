/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-sample.h"

#include "app/dolen-import-job.h"
#include "base/dolen-paths.h"

/* In the worker. */
static gpointer
fill (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = dolen_path_data ("sample/directory.json");
  const char *paths[] = { path, NULL };
  DolenImportOptions options = { .complete = TRUE };
  g_autoptr (DolenImportReport) report = NULL;
  DolenDirectoryCounts counts;

  if (!dolen_directory_get_counts (directory, &counts, error) || counts.services > 0)
    return NULL;
  report = dolen_import_and_tag_sync (directory, paths, &options, error);
  return NULL;
}

static void
on_filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  dolen_session_run_told (DOLEN_SESSION (source), result, NULL);
}

void
dolen_sample_fill (DolenSession *session)
{
  DolenSessionJob job = { "fill the sample", G_PRIORITY_HIGH, fill };

  g_return_if_fail (DOLEN_IS_SESSION (session));
  dolen_session_run (session, &job, NULL, on_filled_cb, NULL);
}
