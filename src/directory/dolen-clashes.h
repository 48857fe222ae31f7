/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edits.h"

G_BEGIN_DECLS

/*
 * Clashes: fields that somebody edited here and that their feed has changed since, or that a feed
 * which is not the record's own says otherwise. What stands here stays until somebody says which of
 * the two holds.
 */

typedef struct {
  char *kind; /* "service", "organisation" or "venue" */
  char *record_uid;
  char *field;            /* as dolen_edit_set_field() names it, or a part (dolen-parts.h) */
  DolenBilingual name;    /* of the record */
  char *ours;             /* (nullable) what stands here; of a part as JSON */
  char *theirs;           /* (nullable) what the feed says */
  gint64 edited_at;       /* instant; 0: nobody edited it, and a feed that is not its own differs */
  gint64 feed_changed_at; /* instant */
  char *source_name;      /* (nullable) of the feed */
  gboolean hidden;        /* of a place whose address is hidden here: neither side is told */
} DolenClash;

void dolen_clash_free (DolenClash *clash);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenClash, dolen_clash_free)

/** dolen_directory_list_clashes: (transfer full) (element-type DolenClash): the oldest first;
 *  @record_uid: (nullable): of one record; @limit: 0 for all. */
GPtrArray *dolen_directory_list_clashes (DolenDirectory *dir,
                                         const char *record_uid,
                                         guint limit,
                                         GError **error);

/** dolen_directory_count_clashes: @source_uid: (nullable): of records of one source. */
gboolean dolen_directory_count_clashes (DolenDirectory *dir,
                                        const char *source_uid,
                                        guint *n,
                                        GError **error);

typedef enum {
  DOLEN_CLASH_KEEP_OURS,   /* until the feed changes its mind again */
  DOLEN_CLASH_TAKE_THEIRS, /* and the field follows the feed again */
} DolenClashChoice;

/**
 * dolen_clash_settle:
 * @kind, @uid, @field: of the clash
 * @who: (nullable): who says so
 * @error: DOLEN_ERROR_NOT_FOUND where there is no such clash (any more)
 *
 * Returns: the id of its entry in the history, for dolen_edit_undo(); 0 on an error
 */
gint64 dolen_clash_settle (DolenDirectory *dir,
                           const char *kind,
                           const char *uid,
                           const char *field,
                           DolenClashChoice choice,
                           const char *who,
                           GError **error);

/** dolen_clash_restore: for dolen_edit_undo(): the clash that @entry settled is open again; nothing
 *  to do for another entry. */
gboolean dolen_clash_restore (DolenDirectory *dir, const DolenHistoryEntry *entry, GError **error);

G_END_DECLS
