/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/dolen-db.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * The order of names. Welsh has 29 letters, eight of them written with two signs (ng stands after
 * g); English is plain folded letters. Lists follow the language of the interface. Accents, then
 * capitals, decide only between words that are otherwise the same. A leading article (Y, Yr, The)
 * does not count, nor do apostrophes; hyphens and other signs are blanks. No locale is asked.
 */

/** dolen_collate: <0, 0, >0 as strcmp(); NULL is "". 0 only for the same bytes. Allocates nothing.
 */
int dolen_collate (DolenLanguage language, const char *a, const char *b);

/** dolen_collation_key: (transfer full): strcmp() of two keys orders as dolen_collate(). */
char *dolen_collation_key (DolenLanguage language, const char *text);

/** dolen_collation_heading: (transfer full): the letter a name is listed under in an index
 *  ("Ch", "L", "Ll"), "#" for a digit or a sign. */
char *dolen_collation_heading (DolenLanguage language, const char *text);

/** dolen_collation_name: the name for COLLATE in a query ("dolen_en", "dolen_cy"). Only in
 *  queries, never in a schema: an index must not depend on our rules. */
const char *dolen_collation_name (DolenLanguage language);

/** dolen_collation_register: makes both collations known to a connection. */
gboolean dolen_collation_register (DolenDb *db, GError **error);

G_END_DECLS
