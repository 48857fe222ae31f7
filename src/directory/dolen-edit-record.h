/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-fields.h"

G_BEGIN_DECLS

/* What stands in the history's "field" where it is not the name of one. */
#define DOLEN_EDIT_FACTS "facts"
#define DOLEN_EDIT_GROUP "group"

/** DolenEditRecord: a service, organisation or venue while one of its fields or parts is edited. */
typedef struct {
  const char *kind;
  const char *uid;
  gpointer record;       /* (owned) DolenService, DolenOrganisation or DolenVenue */
  GPtrArray *venues_had; /* (owned) (nullable) of char*: a service's venues before they were put */
} DolenEditRecord;

/** dolen_edit_record_load: @kind and @uid are borrowed. DOLEN_ERROR_NOT_FOUND, _INVALID. */
gboolean dolen_edit_record_load (DolenDirectory *dir,
                                 const char *kind,
                                 const char *uid,
                                 DolenEditRecord *record,
                                 GError **error);
/** dolen_edit_record_has: whether the kind has a field or part of that name. */
gboolean dolen_edit_record_has (const DolenEditRecord *record, const char *name);
/** dolen_edit_record_get: (transfer full) (nullable): a field as text, a part as JSON: what is
 *  noted of an edit and compared with what a feed says. */
char *dolen_edit_record_get (const DolenEditRecord *record, const char *name);
/** dolen_edit_record_put: sets a field from text or a part from JSON as it was kept; a part is not
 *  made canonical. Venues that are in the directory are taken as they are there.
 *  DOLEN_ERROR_INVALID. */
gboolean dolen_edit_record_put (DolenDirectory *dir,
                                DolenEditRecord *record,
                                const char *name,
                                const char *value,
                                GError **error);

/** dolen_edit_record_save: the record and its search rows, in the caller's transaction; a venue it
 *  had and that no service has any more goes. */
gboolean
dolen_edit_record_save (DolenDirectory *dir, const DolenEditRecord *record, GError **error);
/** dolen_edit_record_describe: (transfer full): JSON of the field or part for the history. */
char *dolen_edit_record_describe (const DolenEditRecord *record, const char *field);
void dolen_edit_record_clear (DolenEditRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenEditRecord, dolen_edit_record_clear)

G_END_DECLS
