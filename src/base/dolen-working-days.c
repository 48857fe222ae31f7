/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-working-days.h"

#include "base/dolen-paths.h"
#include "base/dolen-time.h"

#include <json-c/json.h>

static const char *const codes[DOLEN_N_NATIONS]
    = { "england-and-wales", "scotland", "northern-ireland" };

static int current_nation; /* (atomic) */

const char *
dolen_nation_code (DolenNation nation)
{
  g_return_val_if_fail (nation < DOLEN_N_NATIONS, codes[0]);
  return codes[nation];
}

DolenNation
dolen_nation_from_code (const char *code)
{
  for (int i = 0; i < DOLEN_N_NATIONS; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;
  return DOLEN_NATION_ENGLAND_AND_WALES;
}

DolenNation
dolen_nation_current (void)
{
  return (DolenNation) g_atomic_int_get (&current_nation);
}

void
dolen_nation_set_current (DolenNation nation)
{
  g_return_if_fail (nation < DOLEN_N_NATIONS);
  g_atomic_int_set (&current_nation, (int) nation);
}

/* ---- the bank holidays, as numbers of days since 1 January 1970 ---- */

static int
number_of (const char *date)
{
  return dolen_date_days_between ("1970-01-01", date);
}

static GArray *
read_nation (struct json_object *file, DolenNation nation)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (int));
  struct json_object *list = NULL;

  if (!json_object_object_get_ex (file, codes[nation], &list)
      || !json_object_is_type (list, json_type_array))
    return days;
  for (gsize i = 0; i < json_object_array_length (list); i++) {
    const char *date = json_object_get_string (json_object_array_get_idx (list, i));

    if (dolen_date_is_valid (date)) {
      int number = number_of (date);

      g_array_append_val (days, number);
    }
  }
  return days;
}

static const GArray *
holidays_of (DolenNation nation)
{
  static gsize once = 0;
  static GArray *holidays[DOLEN_N_NATIONS]; /* never written after this */

  if (g_once_init_enter (&once)) {
    g_autofree char *path = dolen_path_data ("casework/bank-holidays.json");
    struct json_object *file = json_object_from_file (path);

    if (file == NULL)
      g_critical ("bank-holidays.json cannot be read; only weekends are skipped");
    for (int i = 0; i < DOLEN_N_NATIONS; i++)
      holidays[i] = read_nation (file, i);
    json_object_put (file);
    g_once_init_leave (&once, 1);
  }
  return holidays[nation];
}

/* ---- counting ---- */

/* The first of January 1970 was a Thursday. */
static gboolean
is_weekday (int number)
{
  return ((number + 3) % 7 + 7) % 7 < 5;
}

static gboolean
is_working_day (int number, const GArray *holidays)
{
  if (!is_weekday (number))
    return FALSE;
  for (guint i = 0; i < holidays->len; i++)
    if (g_array_index (holidays, int, i) == number)
      return FALSE;
  return TRUE;
}

gboolean
dolen_date_is_working_day (const char *date, DolenNation nation)
{
  g_return_val_if_fail (nation < DOLEN_N_NATIONS && dolen_date_is_valid (date), TRUE);
  return is_working_day (number_of (date), holidays_of (nation));
}

char *
dolen_date_add_working_days (const char *date, int days, DolenNation nation)
{
  const GArray *holidays;
  int step = days < 0 ? -1 : 1, first, number;

  g_return_val_if_fail (nation < DOLEN_N_NATIONS && dolen_date_is_valid (date), NULL);
  holidays = holidays_of (nation);
  first = number = number_of (date);
  while (days != 0) {
    number += step;
    if (is_working_day (number, holidays))
      days -= step;
  }
  return dolen_date_add_days (date, number - first);
}

int
dolen_date_count_working_days (const char *from, const char *to, DolenNation nation)
{
  const GArray *holidays;
  int first, last, n;

  g_return_val_if_fail (nation < DOLEN_N_NATIONS, 0);
  if (!dolen_date_is_valid (from) || !dolen_date_is_valid (to))
    return 0;
  first = number_of (from);
  last = number_of (to);
  if (last <= first)
    return 0;
  /* Whole weeks have five; the rest is walked; every bank holiday is a weekday. */
  n = (last - first) / 7 * 5;
  for (int i = 1; i <= (last - first) % 7; i++)
    n += is_weekday (first + i);
  holidays = holidays_of (nation);
  for (guint i = 0; i < holidays->len; i++)
    n -= g_array_index (holidays, int, i) > first && g_array_index (holidays, int, i) <= last;
  return n;
}
