/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/*
 * The sentences of our own spreadsheet, in either language, read back. What is read is only what
 * the same sentence is made of again, letter for letter: so it may be tried on any table.
 */

/**
 * dolen_csv_own_when:
 * @words: a part that is no sentence of ours becomes a time in words; else nothing is read then
 *
 * Returns: (transfer full) (nullable): schedules in the form of HSDS, an array; NULL: nothing
 */
json_object *dolen_csv_own_when (const char *text, gboolean words);

/** dolen_csv_own_costs: (transfer full) (nullable): "£3 (members); free" as cost options of HSDS;
 *  NULL where a part is none. */
json_object *dolen_csv_own_costs (const char *text);

/**
 * dolen_csv_own_ages:
 * @least: (out): -1 where there is none
 * @most: (out): likewise
 *
 * Returns: (transfer full) (nullable): what stands after ages ("Ages 16 to 25; carers"), "" for
 *   nothing; NULL where no ages begin it
 */
char *dolen_csv_own_ages (const char *text, int *least, int *most);

G_END_DECLS
