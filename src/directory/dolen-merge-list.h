/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-merge.h"

G_BEGIN_DECLS

/** DolenMergeEntry: one merge in the history, whether or not it was taken back. */
typedef struct {
  gint64 id; /* which dolen_edit_undo() takes back */
  gint64 at;
  char *who;  /* (nullable) */
  char *kind; /* "service", "organisation" */
  char *kept_uid;
  char *gone_uid;                      /* (nullable): what the history keeps cannot be read */
  DolenBilingual kept_name, gone_name; /* as they are now */
  gboolean undone;
} DolenMergeEntry;

void dolen_merge_entry_free (DolenMergeEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenMergeEntry, dolen_merge_entry_free)

/** dolen_merge_list: (transfer full) (element-type DolenMergeEntry): newest first. */
GPtrArray *dolen_merge_list (DolenDirectory *dir, GError **error);

G_END_DECLS
