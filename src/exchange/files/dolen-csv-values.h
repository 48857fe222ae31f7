/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <json-c/json.h>

G_BEGIN_DECLS

/* What single cells of a table mean. */

typedef enum {
  DOLEN_CSV_WHY_PHONE,
  DOLEN_CSV_WHY_EMAIL,
  DOLEN_CSV_WHY_POSTCODE,
  DOLEN_CSV_WHY_ONLY_POSTCODE,
  DOLEN_CSV_WHY_NUMBER,
  DOLEN_CSV_WHY_DATE,
  DOLEN_CSV_WHY_PLACES,
  DOLEN_CSV_WHY_NO_DAY,
  DOLEN_CSV_WHY_YES_OR_NO,
  DOLEN_CSV_WHY_AGES,
  DOLEN_CSV_WHY_LANGUAGE,
} DolenCsvWhy;

/** dolen_csv_why: what is wrong with a cell, a sentence in the language of the process. */
const char *dolen_csv_why (DolenCsvWhy why);

/** dolen_csv_is_one_of: whether @text is one of @words, folded; "|" between them. */
gboolean dolen_csv_is_one_of (const char *text, const char *words);

/** dolen_csv_says_nothing: "-", "N/A", "n/k", "tbc", "?". */
gboolean dolen_csv_says_nothing (const char *text);

/** dolen_csv_is_yes, dolen_csv_is_no: a tick or a word for it, in either language. */
gboolean dolen_csv_is_yes (const char *text);
gboolean dolen_csv_is_no (const char *text);

gboolean dolen_csv_is_postcode (const char *text);

/** dolen_csv_take_postcode: (transfer full) (nullable): the last postcode in *@text (nullable),
 *  which keeps the rest; NULL, and nothing is taken, where there is none. */
char *dolen_csv_take_postcode (char **text);

/** dolen_csv_close_up: (transfer full): without blanks. */
char *dolen_csv_close_up (const char *text);

/** dolen_csv_read_ages: "50+", "18-25", "over 60s", "dan 18", "all ages"; @least, @most: -1 where
 *  there is none. FALSE where it says something else. */
gboolean dolen_csv_read_ages (const char *text, int *least, int *most);

/** dolen_csv_find_ages: the same of "Men over 50" and "Women 55+, beginners": of whom it is said,
 * and what else stands there, is for others to read. FALSE where there is no age or more than one.
 */
gboolean dolen_csv_find_ages (const char *text, int *least, int *most);

/** dolen_csv_is_one_amount: "£3", "2.50", "free". */
gboolean dolen_csv_is_one_amount (const char *text);

/** dolen_csv_read_date: (transfer full) (nullable): ISO, or day first as in the United Kingdom:
 *  "3/5/2026", "03.05.26". */
char *dolen_csv_read_date (const char *text);

/** dolen_csv_find_day: (transfer full) (nullable): the ISO date of "Tuesday 5 May 2026", in either
 *  language. */
char *dolen_csv_find_day (const char *text);

/** dolen_csv_read_capacity: (transfer full) (nullable): "4 places", "Waiting list, 3–6 weeks",
 * "full", as a report under our own keys, without its day; NULL where it says something else. */
json_object *dolen_csv_read_capacity (const char *text);

/** dolen_csv_with_heading: (transfer full): a bare "yes" with the heading it answers. */
char *dolen_csv_with_heading (const char *heading, const char *text);

/** dolen_csv_add_schedules: as far as they are certain; what is not stays in words. All texts are
 *  (nullable). */
void dolen_csv_add_schedules (json_object *list,
                              const char *days,
                              const char *times,
                              const char *starts,
                              const char *ends,
                              const char *often);

G_END_DECLS
