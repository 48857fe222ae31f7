/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"

G_BEGIN_DECLS

/** dolen_keep_service_edits: what people said of the stored service goes into @incoming, as the
 *  feed has it now: see dolen_directory_writer_put_service(). Nothing to do where none is stored.
 */
gboolean dolen_keep_service_edits (DolenDirectory *dir, DolenService *incoming, GError **error);

/** dolen_keep_organisation_edits: the same. */
gboolean
dolen_keep_organisation_edits (DolenDirectory *dir, DolenOrganisation *incoming, GError **error);

G_END_DECLS
