/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The caseload in numbers, for who reports without names: they get this file, not the case records.
 * Small numbers are left out (reports/dolen-numbers.h).
 */

/** dolen_numbers_form_new: a DolenFormFunc; @person is not used. */
GtkWindow *dolen_numbers_form_new (DolenSession *session, const char *person);

/** dolen_numbers_save: the file the form saves: the numbers of @from to @to. Writes the log first.
 */
gboolean dolen_numbers_save (
    DolenSession *session, const char *path, const char *from, const char *to, GError **error);

G_END_DECLS
