/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-import-private.h"

#include "base/dolen-id.h"
#include "exchange/files/dolen-csv-columns.h"

/* The source an import is of, and what it remembers of its tables. */

/* The source of that name, or a new one. A feed keeps its address: the files read are its pages. */
DolenSource *
dolen_import_find_source (DolenDirectory *directory,
                          const char *name,
                          const char *path,
                          const char *dialect,
                          gboolean complete,
                          GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (DolenSource) source = dolen_directory_find_source (directory, name, &failed);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (failed) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return NULL;
  }
  if (!source) {
    source = dolen_source_new ();
    source->uid = dolen_id_for_foreign ("dolen", "source", folded);
    source->name = g_strdup (name);
  }
  if (g_strcmp0 (source->kind, "feed") != 0) {
    g_free (source->address);
    source->address = g_strdup (path);
  }
  source->complete = complete;
  g_free (source->dialect);
  source->dialect = g_strdup (dialect);
  return g_steal_pointer (&source);
}

/* What the columns of tables hold: as given now, and then remembered; else as remembered. */
void
dolen_import_remember_columns (DolenSource *source, const char *columns)
{
  g_autofree char *before = g_steal_pointer (&source->settings);

  source->settings = dolen_csv_columns_into_settings (before, columns);
}

char *
dolen_import_find_columns (DolenDirectory *directory,
                           const DolenImportOptions *options,
                           const char *const *paths,
                           gsize n_paths,
                           GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (DolenSource) source = NULL;

  if (options->columns)
    return g_strdup (options->columns);
  name = dolen_import_source_name (paths, n_paths, options->source_name);
  source = dolen_directory_find_source (directory, name, error);
  return source ? dolen_csv_columns_of_settings (source->settings) : NULL;
}
