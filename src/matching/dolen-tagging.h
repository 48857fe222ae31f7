/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "directory/dolen-records.h"
#include "matching/dolen-tagger.h"

G_BEGIN_DECLS

/*
 * Keeps the proposed tags of the directory in step with the services' own words: called after an
 * import, after an edit, and once when the vocabulary or the rules have changed. What a person
 * confirmed or rejected stays as it is.
 */

/** DolenTaggingProgress: called now and then from the same thread. */
typedef void (*DolenTaggingProgress) (guint done, guint total, gpointer data);

/**
 * dolen_tagging_update:
 * @directory: open for writing
 * @tagger: the rules
 * @all: TRUE: every service; FALSE: those whose words changed since they were last read, or that
 *   were read by other rules
 * @n_read: (out) (optional): how many services were read
 *
 * One transaction. Also reads for whom a service says it is (ages, women or men, children) where
 * the listing has no field for it.
 */
gboolean dolen_tagging_update (DolenDb *directory,
                               DolenTagger *tagger,
                               gboolean all,
                               DolenTaggingProgress progress,
                               gpointer data,
                               GCancellable *cancellable,
                               guint *n_read,
                               GError **error);

/** dolen_tagging_update_service: the same for the service with that @id of its row, after an edit;
 *  nothing, where there is none. */
gboolean
dolen_tagging_update_service (DolenDb *directory, DolenTagger *tagger, gint64 id, GError **error);

/**
 * dolen_tagging_tag_service:
 * @service: in memory; proposals are added to its tags, those already there stay
 * @tagger: a DolenTagger
 *
 * Shaped to be lent to the import (DolenImportHooks.tag_service), so that a feed is read and
 * tagged in one go; any thread.
 */
void dolen_tagging_tag_service (DolenService *service, gpointer tagger);

G_END_DECLS
