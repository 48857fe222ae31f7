/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-feed-sources.h"
#include "directory/dolen-undo-import.h"

G_BEGIN_DECLS

/** DolenSourceLine: a source with what is shown of it. */
typedef struct {
  DolenSource *source; /* (owned) */
  DolenSourceCounts counts;
  GPtrArray *imports; /* of DolenImportEntry, the newest first, a few */
} DolenSourceLine;

void dolen_source_line_free (DolenSourceLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenSourceLine, dolen_source_line_free)

/** dolen_source_lines_read: (transfer full) (element-type DolenSourceLine): all of them, by name;
 *  in the worker. */
GPtrArray *dolen_source_lines_read (DolenDirectory *directory, GError **error);

/** dolen_source_line_facts: (transfer full): in words: where it comes from, when it was read, what
 *  stands in the directory from it. */
char *dolen_source_line_facts (const DolenSourceLine *line);

/** dolen_source_line_import: (transfer full): what an import brought, in words. */
char *dolen_source_line_import (const DolenImportEntry *entry);

G_END_DECLS
