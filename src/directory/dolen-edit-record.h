/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-fields.h"

G_BEGIN_DECLS

/* What stands in the history's "field" where it is not the name of one. */
#define DOLEN_EDIT_FACTS "facts"
#define DOLEN_EDIT_GROUP "group"

/** DolenEditRecord: a service or an organisation while one of its fields is edited. */
typedef struct {
  const char *kind;
  const char *uid;
  gpointer record; /* (owned) DolenService or DolenOrganisation */
} DolenEditRecord;

/** dolen_edit_record_load: @kind and @uid are borrowed. DOLEN_ERROR_NOT_FOUND, _INVALID. */
gboolean dolen_edit_record_load (DolenDirectory *dir,
                                 const char *kind,
                                 const char *uid,
                                 DolenEditRecord *record,
                                 GError **error);
/** dolen_edit_record_save: the record and its search rows, in the caller's transaction. */
gboolean
dolen_edit_record_save (DolenDirectory *dir, const DolenEditRecord *record, GError **error);
/** dolen_edit_record_describe: (transfer full): JSON of the field for the history. */
char *dolen_edit_record_describe (const DolenEditRecord *record, const char *field);
void dolen_edit_record_clear (DolenEditRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenEditRecord, dolen_edit_record_clear)

G_END_DECLS
