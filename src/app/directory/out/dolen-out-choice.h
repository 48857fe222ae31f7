/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Whose records go out: what was made here and each source, with its licence and what is to be
 * thought of before. What was chosen is kept for each destination.
 */
#define DOLEN_TYPE_OUT_CHOICE (dolen_out_choice_get_type ())
G_DECLARE_FINAL_TYPE (DolenOutChoice, dolen_out_choice, DOLEN, OUT_CHOICE, AdwBin)

GtkWidget *dolen_out_choice_new (DolenSession *session);

/** dolen_out_choice_load: as it was for @destination (a folder, the code of a form); where nothing
 *  was, all but what may not be passed on. A source that came since is not ticked. */
void dolen_out_choice_load (DolenOutChoice *self, const char *destination);

/** dolen_out_choice_keep: for the next time; nothing where it stands as it would by itself. */
void dolen_out_choice_keep (DolenOutChoice *self, const char *destination);

/** dolen_out_choice_get: (transfer full): uids, for DolenExportOptions.sources. */
char **dolen_out_choice_get (DolenOutChoice *self);

/** dolen_out_choice_tick: as somebody does it; for tests. @uid: of a source, or
 *  DOLEN_OUT_MADE_HERE. */
void dolen_out_choice_tick (DolenOutChoice *self, const char *uid, gboolean ticked);

G_END_DECLS
