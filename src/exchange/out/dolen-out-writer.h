/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/out/dolen-export.h"
#include "exchange/out/dolen-out-record.h"

G_BEGIN_DECLS

/*
 * A format while it is written: the services come one by one, cleaned of what may not leave.
 * Freed without finish() it leaves everything as it was.
 */
typedef struct _DolenOutWriter DolenOutWriter;

struct _DolenOutWriter {
  /* @organisation: (nullable) */
  gboolean (*add) (DolenOutWriter *self,
                   const DolenService *service,
                   const DolenOrganisation *organisation,
                   GError **error);
  gboolean (*finish) (DolenOutWriter *self, GError **error);
  void (*free) (DolenOutWriter *self);
};

void dolen_out_writer_free (DolenOutWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenOutWriter, dolen_out_writer_free)

/** dolen_out_page_new: one page envelope of services (ORUK 3.0, HSDS 3.1), in @full form or as they
 *  stand in a list. */
DolenOutWriter *
dolen_out_page_new (const char *path, const DolenOutStyle *style, gboolean full, GError **error);

/** dolen_out_geojson_new: a FeatureCollection (RFC 7946): a service at each of its places, one
 *  without a place that was told without a geometry. */
DolenOutWriter *
dolen_out_geojson_new (const char *path, const DolenOutSources *sources, GError **error);

/** dolen_out_sheet_new: a table for a spreadsheet, headings and sentences in @language; a text that
 *  a spreadsheet would take for a formula is made text. */
DolenOutWriter *dolen_out_sheet_new (const char *path,
                                     DolenLanguage language,
                                     const DolenOutSources *sources,
                                     GError **error);

/** dolen_out_tables_new: a folder with the tables of the HSDS 3.1 data package; @error:
 *  DOLEN_ERROR_NOT_ALLOWED where it holds other files. */
DolenOutWriter *dolen_out_tables_new (const char *path, const DolenOutStyle *style, GError **error);

/** dolen_out_html_new: a page for people, in both languages; texts are escaped, there is no script,
 *  and nothing is fetched from elsewhere. @publisher: (nullable): borrowed to the end */
DolenOutWriter *dolen_out_html_new (const char *path, const DolenPublisher *publisher);

/** dolen_out_tables_prune: makes of a record in full form what the tables hold of it: texts, and
 *  nothing that has no column. @table: "service", "organization" */
void dolen_out_tables_prune (json_object *object, const char *table);

/** dolen_out_sheet_cells: (transfer full): what dolen_out_sheet_new() would write of a service
 * under each heading; both (element-type utf8). */
GHashTable *dolen_out_sheet_cells (DolenLanguage language,
                                   const DolenService *service,
                                   const DolenOrganisation *organisation);

G_END_DECLS
