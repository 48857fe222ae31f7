/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A week as 21 slots: seven days, each with a morning, an afternoon and an evening. The same bits
 * say when a person is free and when a service is on, so that the two are held against each other
 * by one "and".
 */

/** Parts of a day: a session belongs to each part of which it fills at least 45 minutes, and to
 *  the one in which it begins where its end is not known. */
typedef enum {
  DOLEN_DAY_MORNING,   /* before 12:30 */
  DOLEN_DAY_AFTERNOON, /* before 17:00 */
  DOLEN_DAY_EVENING,
  DOLEN_N_DAY_PARTS
} DolenDayPart;

/** DOLEN_SLOT_BIT: a part of a day of the week (ISO, 1 Monday to 7 Sunday) as a bit. */
#define DOLEN_SLOT_BIT(weekday, part) (1u << (((weekday) -1) * DOLEN_N_DAY_PARTS + (part)))

/** DOLEN_SLOT_DAY: all parts of a day. */
#define DOLEN_SLOT_DAY(weekday) (7u << (((weekday) -1) * DOLEN_N_DAY_PARTS))
#define DOLEN_SLOTS_ALL ((1u << 21) - 1)

/** dolen_slots_days: the days, as DOLEN_DAY_BIT()s, of which any part is in @slots. */
guint dolen_slots_days (guint32 slots);

/** dolen_weekday_code: "MO" for 1 ... "SU" for 7. */
const char *dolen_weekday_code (guint weekday);

/** dolen_day_part_code: "morning", "afternoon", "evening". */
const char *dolen_day_part_code (DolenDayPart part);

/** dolen_slots_from_code: (out): "TU", "tu-morning"; 0 where it is not one. */
guint32 dolen_slots_from_code (const char *code);

G_END_DECLS
