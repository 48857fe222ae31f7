/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/feeds/dolen-feed-page.h"
#include "exchange/feeds/dolen-feed-walk.h"
#include "exchange/feeds/dolen-harvest.h"

G_BEGIN_DECLS

/* Shared by the files of the harvest only. */

/** DolenHarvestCame: a page that stands in the folder. */
typedef struct {
  DolenSourcePage *page;
  char *asked; /* the address asked for; page->address is where it was in the end */
  char *file;  /* its name */
} DolenHarvestCame;

/** DolenHarvestState: what has come so far, kept in the folder after each page. */
typedef struct {
  char *list;
  gint64 started_at;
  GPtrArray *came; /* of DolenHarvestCame */
} DolenHarvestState;

/** dolen_harvest_state_load: what stands in the folder, if it is of @list and not too old; else an
 *  empty state, and the folder is emptied. */
void dolen_harvest_state_load (DolenHarvestState *state, const char *folder, const char *list);
gboolean
dolen_harvest_state_save (const DolenHarvestState *state, const char *folder, GError **error);
void dolen_harvest_state_add (DolenHarvestState *state,
                              const char *asked,
                              const char *file,
                              const DolenFeedAnswer *answer);
void dolen_harvest_state_clear (DolenHarvestState *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenHarvestState, dolen_harvest_state_clear)

/** dolen_harvest_check_size: whether @bytes are not too many for a whole feed; else
 *  DOLEN_ERROR_TOO_LARGE. */
gboolean
dolen_harvest_check_size (const DolenHarvestOptions *options, goffset bytes, GError **error);

/** dolen_harvest_add_details: asks for the records of the pages, which have @bytes, one by one;
 *  @harvest->files becomes what is to be imported. */
gboolean dolen_harvest_add_details (const DolenHarvestOptions *options,
                                    const DolenHarvestState *state,
                                    goffset bytes,
                                    DolenHarvest *harvest,
                                    GError **error);

/** dolen_harvest_compact_changes: of a feed of changes (RPDE) only the last state of each record
 *  counts; those deleted are left out. */
gboolean dolen_harvest_compact_changes (const DolenHarvestOptions *options,
                                        const DolenHarvestState *state,
                                        DolenHarvest *harvest,
                                        GError **error);

/** DolenHarvestRecordFunc: FALSE with @error set ends it. */
typedef gboolean (*DolenHarvestRecordFunc) (json_object *record,
                                            const char *container,
                                            gpointer user_data,
                                            GError **error);

/** dolen_harvest_each_record: over all pages, in their order. */
gboolean dolen_harvest_each_record (const DolenHarvestOptions *options,
                                    const DolenHarvestState *state,
                                    DolenHarvestRecordFunc func,
                                    gpointer user_data,
                                    GError **error);

G_END_DECLS
