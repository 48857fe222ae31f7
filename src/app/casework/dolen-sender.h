/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "reports/dolen-letter.h"

G_BEGIN_DECLS

/** DolenWriter: who writes letters here, as the preferences say; holds what .sender points to. */
typedef struct {
  DolenSender sender;
  char *texts[5];      /* (owned) */
  DolenScheme *scheme; /* (owned) */
} DolenWriter;

/** dolen_writer_read: (transfer full): from the settings. */
DolenWriter *dolen_writer_read (DolenSession *session);
void dolen_writer_free (DolenWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenWriter, dolen_writer_free)

G_END_DECLS
