/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"
#include "directory/dolen-writer.h"

G_BEGIN_DECLS

/** What another source than a record's own says of it: laid beside what that source said before. */
typedef struct {
  DolenDirectory *dir;
  DolenSaidHow how;
  gboolean apply; /* else it is only looked whether there is something */
  gboolean taken; /* out: something was taken */
  gboolean clash; /* out: something is said otherwise that somebody has to settle */
} DolenSaid;

/** dolen_said_service: into @stored; all three are the same service. What @said differs in from
 *  @base is taken or asked about; what people edited stays, and is a clash; what @said is silent on
 * is left alone.
 */
gboolean dolen_said_service (DolenSaid *merge,
                             DolenService *stored,
                             const DolenService *said,
                             const DolenService *base,
                             GError **error);

/** dolen_said_organisation: the same for an organisation. */
gboolean dolen_said_organisation (DolenSaid *merge,
                                  DolenOrganisation *stored,
                                  const DolenOrganisation *said,
                                  const DolenOrganisation *base,
                                  GError **error);

/** dolen_said_copy_contact: (transfer full): with a uid of its own. */
DolenContact *dolen_said_copy_contact (const DolenContact *contact);

G_END_DECLS
