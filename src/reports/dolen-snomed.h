/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DOLEN_SNOMED_SYSTEM "http://snomed.info/sct"

/** DolenSnomed: a SNOMED CT code that a message may name (data/casework/snomed.json). */
typedef struct {
  const char *use;  /* "referred", "declined", "offered" */
  const char *code; /* digits */
  const char *term; /* in English, as SNOMED CT has it */
  gboolean verified;
} DolenSnomed;

/** dolen_snomed_find: (transfer none) (nullable): the code for @use, if it is known and verified.
 */
const DolenSnomed *dolen_snomed_find (const char *use);

/** dolen_snomed_list: (transfer none) (element-type DolenSnomed): all that the file has. */
const GPtrArray *dolen_snomed_list (void);

G_END_DECLS
