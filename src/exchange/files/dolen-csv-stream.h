/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/files/dolen-csv-columns.h"
#include "exchange/files/dolen-record-stream.h"

G_BEGIN_DECLS

/* The rows of a flat table as records, for dolen-record-stream.c. @columns: (nullable). */
const DolenRecordReader *dolen_csv_stream_kind (void);
gpointer dolen_csv_stream_new (const char *path, const char *columns);

G_END_DECLS
