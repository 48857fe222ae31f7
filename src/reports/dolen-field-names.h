/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/* What the fields and kinds of records are called for a person who reads a copy of their record. */

/** dolen_field_name: (transfer full): "Date of birth"; made of the code where it has no name yet.
 */
char *dolen_field_name (const char *field, DolenLanguage language);

/** dolen_field_is_named: whether it has a name of its own. */
gboolean dolen_field_is_named (const char *field);

/** dolen_record_name: (transfer full): a heading: "Referrals and signposting". */
char *dolen_record_name (const char *record, DolenLanguage language);

G_END_DECLS
