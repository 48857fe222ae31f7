/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edits.h"

G_BEGIN_DECLS

/* A whole import taken back: every record as it was before it, what it brought removed; what
 * somebody changed since stays, and is said. */

/** DolenUndoKept: what was left as it is, because somebody changed it since. */
typedef struct {
  char *kind; /* "service", "organisation", "venue" */
  char *record_uid;
  DolenBilingual name;
  char *fields; /* (nullable) comma-separated columns and parts; NULL: the whole record */
} DolenUndoKept;

typedef struct {
  guint restored;  /* records that are as they were */
  guint removed;   /* records the import had brought */
  GPtrArray *kept; /* of DolenUndoKept */
} DolenUndoReport;

void dolen_undo_report_free (DolenUndoReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenUndoReport, dolen_undo_report_free)

/** dolen_undo_report_to_json: (transfer full): {"restored", "removed", "kept": [{"kind", "uid",
 *  "name", "fields"}]} */
char *dolen_undo_report_to_json (const DolenUndoReport *report);

/**
 * dolen_directory_undo_import:
 * @history_id: of the import's entry
 * @who: (nullable)
 * @report: (out) (optional) (transfer full)
 * @error: DOLEN_ERROR_NOT_FOUND; DOLEN_ERROR_NOT_ALLOWED where it is no import, was undone already,
 *   a later import of the same source stands, or what it changed is not kept any more
 *
 * One transaction. The next reading of the feed brings its changes again.
 *
 * Returns: the id of the new entry in the history; 0 on an error
 */
gint64 dolen_directory_undo_import (DolenDirectory *dir,
                                    gint64 history_id,
                                    const char *who,
                                    DolenUndoReport **report,
                                    GError **error);

/** DolenImportEntry: one import in the history. */
typedef struct {
  gint64 id;
  gint64 at;
  char *source_name; /* (nullable): NULL: the source is not there any more */
  char *who;         /* (nullable) */
  char *report;      /* (nullable) JSON, see dolen_import_report_to_json() */
  gboolean undone;
  gboolean undoable; /* dolen_directory_undo_import() would take it back now */
} DolenImportEntry;

void dolen_import_entry_free (DolenImportEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenImportEntry, dolen_import_entry_free)

/** dolen_directory_list_imports: (transfer full) (element-type DolenImportEntry): newest first;
 *  @source_uid: (nullable): of one source; @limit: 0 for all. */
GPtrArray *dolen_directory_list_imports (DolenDirectory *dir,
                                         const char *source_uid,
                                         guint limit,
                                         GError **error);

G_END_DECLS
