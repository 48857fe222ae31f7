/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The choices of a person's form: codes that are stored, and their names. */

/** dolen_person_sources: (transfer full): names for a combo row, the first "Not known". */
GListModel *dolen_person_sources (void);
const char *dolen_person_source_code (guint position);
guint dolen_person_source_position (const char *code);

/** dolen_person_languages: (transfer full): names, the first "Not asked". Languages are called by
 *  their own names. */
GListModel *dolen_person_languages (void);
const char *dolen_person_language_code (guint position);
guint dolen_person_language_position (const char *code);

/** dolen_person_language_name: a language by its own name; the code of one that is not in the list;
 *  "not asked" for NULL. */
const char *dolen_person_language_name (const char *code);

G_END_DECLS
