/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * What languages are called, in English and in Welsh: those that groups in Britain speak and people
 * ask for. ISO 639-1, else 639-3.
 */

/** dolen_language_name: (transfer none) (nullable): what the language of @code (nullable) is called
 *  in @language; NULL where it is none of those known here. */
const char *dolen_language_name (DolenLanguage language, const char *code);

/** dolen_language_code_of_name: (transfer none) (nullable): the code of what is called @name
 *  (nullable) in either language, or is that code: "Polish", "pwyleg", "BSL", "pl". */
const char *dolen_language_code_of_name (const char *name);

G_END_DECLS
