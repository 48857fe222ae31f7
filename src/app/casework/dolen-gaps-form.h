/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What was looked for and not found, in numbers that tell of nobody (reports/dolen-gap-numbers.h):
 * to read, to save as a file for a report and a map, and to say what came of it.
 */

/** dolen_gaps_form_new: a DolenFormFunc; @person is not used. */
GtkWindow *dolen_gaps_form_new (DolenSession *session, const char *person);

/** dolen_gaps_save: the file the form saves: the gaps of @from to @to. Writes the log first. */
gboolean dolen_gaps_save (
    DolenSession *session, const char *path, const char *from, const char *to, GError **error);

/** dolen_gap_group_form_new: a DolenFormFunc: what came of the gaps of one need or interest in one
 * place. @group: "need/debt/SA48"; the place may be empty. */
GtkWindow *dolen_gap_group_form_new (DolenSession *session, const char *group);

G_END_DECLS
