/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-day-slots.h"

static const char *const weekday_codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
static const char *const part_codes[] = { "morning", "afternoon", "evening" };

guint
dolen_slots_days (guint32 slots)
{
  guint days = 0;

  for (guint day = 1; day <= 7; day++)
    if (slots & DOLEN_SLOT_DAY (day))
      days |= 1u << (day - 1);
  return days;
}

const char *
dolen_weekday_code (guint weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return weekday_codes[weekday - 1];
}

const char *
dolen_day_part_code (DolenDayPart part)
{
  g_return_val_if_fail (part < DOLEN_N_DAY_PARTS, "");
  return part_codes[part];
}

guint32
dolen_slots_from_code (const char *code)
{
  guint day = 1;

  while (day <= 7 && g_ascii_strncasecmp (code, weekday_codes[day - 1], 2) != 0)
    day++;
  if (day > 7)
    return 0;
  if (code[2] == '\0')
    return DOLEN_SLOT_DAY (day);
  for (guint part = 0; code[2] == '-' && part < DOLEN_N_DAY_PARTS; part++)
    if (g_ascii_strcasecmp (code + 3, part_codes[part]) == 0)
      return DOLEN_SLOT_BIT (day, part);
  return 0;
}
