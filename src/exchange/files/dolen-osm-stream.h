/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/files/dolen-record-stream.h"

G_BEGIN_DECLS

/* What an OpenStreetMap extract is called as a source: its licence, ODbL 1.0, wants this said
 * wherever the data is shown (openstreetmap.org/copyright). */
#define DOLEN_OSM_SOURCE "© OpenStreetMap contributors (ODbL)"

/*
 * The places of an OpenStreetMap extract (XML), for dolen-record-stream.c. A way has no position of
 * its own: the file is first read for the corners of the ways that are places, so that nothing need
 * be kept of the millions of others.
 */
const DolenRecordReader *dolen_osm_stream_kind (void);
gpointer dolen_osm_stream_new (const char *path);

G_END_DECLS
