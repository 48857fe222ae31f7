/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-feed-sources.h"
#include "exchange/feeds/dolen-feed-client.h"

G_BEGIN_DECLS

/*
 * A feed read from its first page to its last over HTTP into files, which the import then reads as
 * any others (dolen_import_run()): the pages of its list, and where that is thin (no place, contact
 * or time in any of its records) each record by itself, two at a time. What has come stays in the
 * folder until the whole is there, so that a reading that broke off goes on where it was.
 *
 * Blocks; nothing of the directory is touched.
 */

typedef enum {
  DOLEN_HARVEST_PAGES,
  DOLEN_HARVEST_DETAILS,
} DolenHarvestStage;

/** DolenHarvestProgress: called in the thread of the harvest. @of: 0 where nobody knows. */
typedef void (*DolenHarvestProgress) (DolenHarvestStage stage,
                                      guint done,
                                      guint of,
                                      gpointer user_data);

typedef struct {
  const char *list;   /* the address of the list, as dolen_feed_address_check() gives it */
  const char *folder; /* for what has come; made if need be, its owner's alone */
  DolenFeedLimits limits;
  const GPtrArray *known; /* (nullable) (element-type DolenSourcePage): from the last time */
  /* (nullable): (transfer full) (nullable): what the feed said last of the record with that id;
   * @less: (out): something of it is withheld here. Called in the thread of the harvest */
  char *(*previous) (const char *foreign_id, gboolean *less, gpointer user_data);
  gpointer previous_data;
  DolenHarvestProgress progress; /* (nullable) */
  gpointer progress_data;
  GCancellable *cancellable; /* (nullable) */
} DolenHarvestOptions;

typedef struct {
  gboolean unchanged;  /* the server says that every page is as it was: no files */
  gboolean complete;   /* all of the feed: what is missing is gone */
  gboolean thin;       /* the list form was too thin, and records were asked for one by one */
  GPtrArray *files;    /* of char*: to be imported */
  GHashTable *as_were; /* set of char*: of these, DolenImportOptions.as_were */
  GPtrArray *pages;    /* of DolenSourcePage: to be kept for the next time; empty: none is */
  guint n_pages;
  guint n_records;
  gint64 total;     /* records the feed says it has, -1 */
  guint n_details;  /* records asked for by themselves */
  guint n_as_were;  /* of them not asked for, because the list shows that nothing changed */
  guint n_failed;   /* that did not come: the last that is known of them stands */
  gboolean resumed; /* went on where an earlier reading broke off */
} DolenHarvest;

void dolen_harvest_clear (DolenHarvest *harvest);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenHarvest, dolen_harvest_clear)

/** dolen_harvest_run: @harvest: (out caller-allocates). @error: those of the client, the walk and
 *  the reader, with the address of the page. */
gboolean
dolen_harvest_run (const DolenHarvestOptions *options, DolenHarvest *harvest, GError **error);

/** dolen_harvest_forget: removes what came: after it was imported. */
void dolen_harvest_forget (const char *folder);

G_END_DECLS
