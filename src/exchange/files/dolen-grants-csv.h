/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/files/dolen-record-stream.h"

G_BEGIN_DECLS

/* Grants of a 360Giving table in the form of its JSON: "Recipient Org:Identifier" is
 * recipientOrganization[0].id (standard.threesixtygiving.org, titles of the schema). */
const DolenRecordReader *dolen_grants_csv_kind (void);
gpointer dolen_grants_csv_new (const char *path);

G_END_DECLS
