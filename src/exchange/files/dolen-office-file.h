/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** dolen_office_file_why: (transfer full) (nullable): why a file cannot be read and what to do
 *  instead, where it is the document of an office program, whatever it is called; NULL for any
 *  other. */
char *dolen_office_file_why (const char *path);

G_END_DECLS
