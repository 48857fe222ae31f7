/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-walk.h"

#include "base/dolen-error.h"
#include "exchange/out/dolen-out-left.h"
#include "exchange/out/dolen-out-rules.h"
#include "exchange/out/dolen-out-values.h"

#define STEP 64 /* services between two words of progress */

typedef struct {
  DolenDirectory *dir;
  DolenOutWriter *writer;
  const DolenOutSources *sources;
  DolenExportFormat format;
  const DolenExportOptions *options;
  DolenExportReport *report;
  GHashTable *organisations; /* uid -> DolenOutOrganisation */
  gint64 done, of;
  GError *error; /* (owned) (nullable) what stopped the walk */
} Walk;

/* (transfer none) (nullable) */
static const DolenOutOrganisation *
get_organisation (Walk *walk, const char *uid)
{
  DolenOutOrganisation *read;

  if (uid == NULL)
    return NULL;
  read = g_hash_table_lookup (walk->organisations, uid);
  if (read != NULL)
    return read;
  read = dolen_out_organisation_read (walk->dir, uid, &walk->error);
  if (read == NULL)
    return NULL;
  walk->report->contacts_kept_back += read->contacts_kept_back;
  g_hash_table_insert (walk->organisations, g_strdup (uid), read);
  return read;
}

static void
tell_progress (Walk *walk)
{
  if (walk->options->progress != NULL && walk->of > 0 && walk->done % STEP == 0)
    walk->options->progress (MIN ((double) walk->done / (double) walk->of, 1),
                             walk->options->progress_data);
}

static gboolean
has_position (const DolenService *service)
{
  for (guint i = 0; i < service->venues->len; i++)
    if (dolen_out_position_is_told (service->venues->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
walk_one (const DolenService *service, gpointer user_data)
{
  Walk *walk = user_data;
  g_autoptr (DolenService) cleaned = NULL;
  const DolenOutOrganisation *organisation;

  walk->done++;
  tell_progress (walk);
  if (g_cancellable_set_error_if_cancelled (walk->options->cancellable, &walk->error))
    return FALSE;
  if (!dolen_out_may_leave (service)) {
    walk->report->services_kept_back++;
    return TRUE;
  }
  if (!dolen_out_sources_takes (walk->sources, service)) {
    walk->report->services_of_others++;
    return TRUE;
  }
  organisation = get_organisation (walk, service->organisation_uid);
  if (walk->error != NULL)
    return FALSE;
  cleaned = dolen_out_service_copy (service, organisation != NULL ? organisation->stored : NULL);
  walk->report->services++;
  walk->report->without_position += walk->format == DOLEN_EXPORT_GEOJSON && !has_position (cleaned);
  walk->report->contacts_kept_back += service->contacts->len - cleaned->contacts->len;
  walk->report->places_kept_back += service->venues->len - cleaned->venues->len;
  dolen_out_count_left (walk->format,
                        cleaned,
                        service,
                        organisation != NULL ? organisation->open : NULL,
                        walk->report->left_out);
  return walk->writer->add (
      walk->writer, cleaned, organisation != NULL ? organisation->open : NULL, &walk->error);
}

gboolean
dolen_out_walk (DolenDirectory *dir,
                DolenOutWriter *writer,
                const DolenOutSources *sources,
                DolenExportFormat format,
                const DolenExportOptions *options,
                DolenExportReport *report,
                GError **error)
{
  g_autoptr (GHashTable) organisations = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) dolen_out_organisation_free);
  Walk walk = { .dir = dir,
                .writer = writer,
                .sources = sources,
                .format = format,
                .options = options,
                .report = report,
                .organisations = organisations };
  DolenDirectoryCounts counts;

  if (!dolen_directory_get_counts (dir, &counts, error))
    return FALSE;
  walk.of = counts.services;
  if (!dolen_directory_foreach_service (dir, walk_one, &walk, error)) {
    g_clear_error (&walk.error);
    return FALSE;
  }
  if (walk.error == NULL)
    return TRUE;
  g_propagate_error (error, walk.error);
  return FALSE;
}
