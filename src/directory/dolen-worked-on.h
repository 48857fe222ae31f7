/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory-private.h"

G_BEGIN_DECLS

/** dolen_record_worked_on: whether somebody here worked on a record that a source brought: an edit,
 *  a fact told or a question asked after the history's entry @since, a duplicate merged into it; or
 *  another source than @source_uid has it too. */
gboolean dolen_record_worked_on (DolenDirectory *dir,
                                 const char *uid,
                                 gint64 since,
                                 const char *source_uid,
                                 gboolean *worked_on,
                                 GError **error);

G_END_DECLS
