/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * The choices of the records of a person and of a referral in: codes that are stored, and what a
 * person reads of them. "Not asked" and its sisters stand beside them in dolen-asked.h.
 */
typedef enum {
  DOLEN_CODES_SOURCE, /* where a person comes from; seen in evaluations: field.md, section 2 */
  DOLEN_CODES_FEEDBACK,
  DOLEN_CODES_GENDER,
  DOLEN_CODES_ETHNICITY,
  DOLEN_CODES_DISABILITY,
  DOLEN_CODES_CARER,
  DOLEN_CODES_LIVES_ALONE,
  DOLEN_CODES_VETERAN,
  DOLEN_CODES_EMPLOYMENT,
  DOLEN_CODES_SPEAKS_WELSH,
  DOLEN_CODES_RISK,
  DOLEN_CODES_INVOLVED,
  DOLEN_CODES_PRIVACY_HOW,
  DOLEN_CODES_PURPOSE,
  DOLEN_CODES_BASIS,
  DOLEN_CODES_CONDITION,
  DOLEN_N_CODE_LISTS
} DolenCodeList;

/** dolen_codes_count: how many choices @list has. */
guint dolen_codes_count (DolenCodeList list);

/** dolen_codes_nth: (transfer none): the code at @position; NULL beyond the last. */
const char *dolen_codes_nth (DolenCodeList list, guint position);

/** dolen_codes_position: where @code stands; -1 for NULL and for one that is not in the list. */
int dolen_codes_position (DolenCodeList list, const char *code);

/** dolen_code_name: (transfer none): what a person reads; "" for NULL, @code itself for one that is
 * not known (a newer Dolen wrote it). */
const char *dolen_code_name (DolenCodeList list, const char *code, DolenLanguage language);

/** dolen_source_say: (transfer full): "GP practice, Meddygfa Glan-yr-afon". @source: code of
 * DOLEN_CODES_SOURCE. @name: (nullable): as given. */
char *dolen_source_say (const char *source, const char *name, DolenLanguage language);

G_END_DECLS
