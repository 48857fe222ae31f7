/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"
#include "exchange/dolen-read.h"
#include "exchange/files/dolen-csv-columns.h"

G_BEGIN_DECLS

/** In which of the forms that Dolen exports a record stands. */
typedef enum {
  DOLEN_OWN_JSON,   /* ORUK 3.0 by the letter, or with our own keys: each record shows which */
  DOLEN_OWN_TABLES, /* a package of tables */
  DOLEN_OWN_SHEET,  /* a flat table */
} DolenOwnForm;

/**
 * dolen_own_word_service:
 * @like: (nullable): the record that came, in JSON: whether it has our own keys
 * @columns: (nullable): of a sheet
 * @context: as the record was read with
 * @found: initialised; the service and its organisation are added as they would be read
 *
 * What this directory would write of a service in that form, read again.
 */
gboolean dolen_own_word_service (DolenDirectory *directory,
                                 const char *uid,
                                 DolenOwnForm form,
                                 const char *like,
                                 const DolenCsvColumns *columns,
                                 const DolenReadContext *context,
                                 DolenFound *found,
                                 GError **error);

/** dolen_own_word_organisation: (transfer full) (nullable): the same of an organisation. */
DolenOrganisation *dolen_own_word_organisation (DolenDirectory *directory,
                                                const char *uid,
                                                DolenOwnForm form,
                                                const char *like,
                                                const DolenReadContext *context,
                                                GError **error);

/** dolen_own_word_parse_organisation: (transfer full) (nullable): of one record in JSON. */
DolenOrganisation *dolen_own_word_parse_organisation (const char *json,
                                                      const char *foreign_id,
                                                      const DolenReadContext *context);

/** dolen_own_word_read: reads @json, records one a line, with @context into @found. */
void dolen_own_word_read (const char *json, const DolenReadContext *context, DolenFound *found);

G_END_DECLS
