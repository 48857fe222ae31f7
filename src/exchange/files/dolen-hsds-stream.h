/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/files/dolen-record-stream.h"

G_BEGIN_DECLS

/* The services of an HSDS package with all that hangs on them, then the organisations that have
 * none, for dolen-record-stream.c. */
const DolenRecordReader *dolen_hsds_stream_kind (void);
gpointer dolen_hsds_stream_new (const char *folder);

G_END_DECLS
