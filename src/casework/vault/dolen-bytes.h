/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Records of fixed width, field after field: each gives back where the next one stands. */

static inline guint8 *
dolen_bytes_put (guint8 *at, const void *bytes, gsize size)
{
  memcpy (at, bytes, size);
  return at + size;
}

static inline const guint8 *
dolen_bytes_take (const guint8 *at, void *bytes, gsize size)
{
  memcpy (bytes, at, size);
  return at + size;
}

G_END_DECLS
