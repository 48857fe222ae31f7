/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-values.h"

#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"
#include "language/dolen-welsh.h"

#include <stdio.h>
#include <string.h>

/* Places and waiting time in a cell: as our own spreadsheet writes them in either language, and as
 * people do. */

static const DolenLanguage LANGUAGES[] = { DOLEN_LANGUAGE_EN, DOLEN_LANGUAGE_CY };

/* What people write, folded. */
static const struct {
  const char *words;
  DolenCapacityStatus status;
} WORDS[] = {
  { "open", DOLEN_CAPACITY_OPEN },
  { "drop in", DOLEN_CAPACITY_OPEN },
  { "agored", DOLEN_CAPACITY_OPEN },
  { "places", DOLEN_CAPACITY_PLACES },
  { "spaces", DOLEN_CAPACITY_PLACES },
  { "spaces available", DOLEN_CAPACITY_PLACES },
  { "no spaces", DOLEN_CAPACITY_FULL },
  { "llawn", DOLEN_CAPACITY_FULL },
  { "closed to new members", DOLEN_CAPACITY_FULL },
};

static json_object *
report (DolenCapacityStatus status)
{
  json_object *object = json_object_new_object ();

  json_object_object_add (
      object, "status", json_object_new_string (dolen_capacity_status_code (status)));
  return object;
}

static gboolean
is_same (const char *folded, const char *words)
{
  g_autofree char *other = dolen_welsh_fold (words);

  return strcmp (folded, other) == 0;
}

/* The rest of @folded after the words of @status in either language; NULL where they are not there.
 */
static const char *
after_status (const char *folded, DolenCapacityStatus status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (LANGUAGES); i++) {
    g_autofree char *words
        = dolen_welsh_fold (dolen_sentence_capacity_status (LANGUAGES[i], status));
    if (g_str_has_prefix (folded, words))
      return folded + strlen (words);
  }
  return NULL;
}

static gboolean
find_status (const char *folded, DolenCapacityStatus *status)
{
  for (int i = 0; i <= DOLEN_CAPACITY_PAUSED; i++) {
    const char *rest = after_status (folded, (DolenCapacityStatus) i);
    if (rest && !*rest) {
      *status = (DolenCapacityStatus) i;
      return TRUE;
    }
  }
  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (strcmp (folded, WORDS[i].words) == 0) {
      *status = WORDS[i].status;
      return TRUE;
    }
  return FALSE;
}

static json_object *
places (int free)
{
  json_object *object = report (DOLEN_CAPACITY_PLACES);

  json_object_object_add (object, "places_free", json_object_new_int (free));
  return object;
}

/* "4 places", "4 lle", "no places", "4". */
static json_object *
read_places (const char *folded)
{
  static const char *const NOUNS[] = { "",   "place",   "places",   "space",       "spaces", "lle",
                                       "le", "lleoedd", "o leoedd", "places free", NULL };
  int number = 0, used = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    if (is_same (folded, dolen_text (LANGUAGES[i], "no places")))
      return places (0);
  if (sscanf (folded, "%4d %n", &number, &used) != 1 || number < 0
      || !g_strv_contains (NOUNS, folded + used))
    return NULL;
  return places (number);
}

/* What follows "Waiting list": nothing, or weeks. */
static json_object *
read_wait (const char *rest)
{
  json_object *object;
  int from = 0, to = 0, used = 0;

  rest += strspn (rest, ",: (");
  if (*rest && sscanf (rest, "%3d%n", &from, &used) != 1)
    return NULL;
  object = report (DOLEN_CAPACITY_WAITING_LIST);
  if (!*rest)
    return object;
  rest += used;
  if (strstr (rest, "month") || strstr (rest, "mis")) {
    json_object_put (object);
    return NULL;
  }
  to = sscanf (rest, "%*1[-] %3d", &to) == 1 || sscanf (rest, "\xe2\x80\x93%3d", &to) == 1 ? to
                                                                                           : from;
  json_object_object_add (object, "wait_weeks_from", json_object_new_int (from));
  json_object_object_add (object, "wait_weeks_to", json_object_new_int (to));
  return object;
}

char *
dolen_csv_find_day (const char *text)
{
  g_autofree char *folded = dolen_welsh_fold (text);
  unsigned day = 0, year = 0;
  char name[32] = "";
  const char *at = folded + strcspn (folded, "0123456789");

  if (sscanf (at, "%2u %31[^0-9 ] %4u", &day, name, &year) != 3 || year < 1900)
    return NULL;
  for (guint month = 1; month <= 12; month++)
    for (gsize i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
      if (is_same (name, dolen_month_name (LANGUAGES[i], month))
          && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  return NULL;
}

static json_object *
read_pause (const char *folded, const char *rest)
{
  g_autofree char *day = dolen_csv_find_day (folded);
  json_object *object = day || !*rest ? report (DOLEN_CAPACITY_PAUSED) : NULL;

  if (day)
    json_object_object_add (object, "returns_on", json_object_new_string (day));
  return object;
}

json_object *
dolen_csv_read_capacity (const char *text)
{
  g_autofree char *folded = g_strstrip (dolen_welsh_fold (text));
  DolenCapacityStatus status;
  json_object *object = read_places (folded);
  const char *rest;

  if (object)
    return object;
  if (find_status (folded, &status))
    return status == DOLEN_CAPACITY_UNKNOWN ? NULL : report (status);
  rest = after_status (folded, DOLEN_CAPACITY_WAITING_LIST);
  if (rest)
    return read_wait (rest);
  rest = after_status (folded, DOLEN_CAPACITY_PAUSED);
  return rest ? read_pause (folded, rest) : NULL;
}
