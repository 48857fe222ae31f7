/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

#include <json-c/json.h>

G_BEGIN_DECLS

/**
 * dolen_subject_document_new:
 * @copy: what dolen_subject_access_collect() gave
 * @organisation: (nullable): whose case records
 * @language: the person's own
 *
 * The copy of a record that a person may read: every field by its name, then everything that was
 * done, in order, then what was left out and why. Codes stand as they are kept.
 *
 * Returns: (transfer full): Pango markup, for print and PDF
 */
char *dolen_subject_document_new (struct json_object *copy,
                                  const char *organisation,
                                  DolenLanguage language);

G_END_DECLS
