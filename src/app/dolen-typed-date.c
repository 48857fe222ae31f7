/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-typed-date.h"

#include "base/dolen-time.h"

#include <stdio.h>
#include <time.h>

char *
dolen_typed_date_parse (const char *typed)
{
  static const char *const formats[]
      = { "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %b %Y" };

  for (gsize i = 0; typed != NULL && i < G_N_ELEMENTS (formats); i++) {
    struct tm when = { 0 };
    const char *end = strptime (typed, formats[i], &when);
    g_autofree char *date = NULL;

    while (end != NULL && g_ascii_isspace (*end))
      end++;
    if (end == NULL || *end != '\0')
      continue;
    date = g_strdup_printf ("%04d-%02d-%02d", when.tm_year + 1900, when.tm_mon + 1, when.tm_mday);
    if (dolen_date_is_valid (date))
      return g_steal_pointer (&date);
  }
  return NULL;
}

char *
dolen_typed_date_format (const char *date)
{
  int year, month, day;

  if (date == NULL || !dolen_date_is_valid (date)
      || sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return g_strdup ("");
  return g_strdup_printf ("%d/%d/%d", day, month, year);
}

char *
dolen_typed_time_parse (const char *typed)
{
  /* Those with am and pm first: "2:30 pm" begins like "2:30". */
  static const char *const formats[] = { "%I:%M %p", "%I.%M %p", "%I %p", "%H:%M", "%H.%M", "%H" };

  for (gsize i = 0; typed != NULL && i < G_N_ELEMENTS (formats); i++) {
    struct tm when = { 0 };
    const char *end = strptime (typed, formats[i], &when);

    while (end != NULL && g_ascii_isspace (*end))
      end++;
    if (end != NULL && *end == '\0')
      return g_strdup_printf ("%02d:%02d", when.tm_hour, when.tm_min);
  }
  return NULL;
}
