/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

#include "exchange/out/dolen-out-sources.h"

#include <json-c/json.h>

G_BEGIN_DECLS

/** Which standard is written. */
typedef enum {
  DOLEN_OUT_ORUK3, /* Open Referral UK 3.0 by the letter: nothing of our own */
  DOLEN_OUT_OWN, /* the same with our own keys (x_dolen_...): what is published for another Dolen */
  DOLEN_OUT_HSDS, /* HSDS 3.1 with our own keys */
} DolenOutProfile;

typedef struct {
  DolenOutProfile profile;
  DolenDirectory *dir;            /* asked for the names of terms */
  const DolenOutSources *sources; /* (nullable) what is said of where a record comes from */
} DolenOutStyle;

/**
 * dolen_out_service:
 * @service: as dolen_out_service_copy() gives it
 * @organisation: (nullable): the open one of dolen_out_organisation_read()
 *
 * The service in full form, its organisation and its places inside.
 *
 * Returns: (transfer full): for json_object_put()
 */
json_object *dolen_out_service (const DolenOutStyle *style,
                                const DolenService *service,
                                const DolenOrganisation *organisation);

/** dolen_out_service_line: (transfer full): the same as it stands in a list of ORUK 3.0: what
 *  there is one of. */
json_object *dolen_out_service_line (const DolenOutStyle *style,
                                     const DolenService *service,
                                     const DolenOrganisation *organisation);

G_END_DECLS
