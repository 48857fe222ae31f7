/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * When a service is on, as a week of 21 slots: seven days, each with a morning, an afternoon and an
 * evening. The same bits say when a person is free, so that the two are held against each other by
 * one "and".
 */
typedef enum {
  DOLEN_DAYPART_MORNING,   /* before 12:30 */
  DOLEN_DAYPART_AFTERNOON, /* before 17:00 */
  DOLEN_DAYPART_EVENING,
  DOLEN_N_DAYPARTS
} DolenDaypart;

/** DOLEN_SLOT_BIT: @weekday: 1 Monday ... 7 Sunday (ISO 8601). */
#define DOLEN_SLOT_BIT(weekday, part) (1u << (((weekday) -1) * DOLEN_N_DAYPARTS + (part)))
#define DOLEN_SLOT_DAY(weekday) (7u << (((weekday) -1) * DOLEN_N_DAYPARTS))
#define DOLEN_SLOTS_ALL ((1u << 21) - 1)

/** Beside the slots of a service: */
#define DOLEN_SLOTS_HOURS_UNKNOWN (1u << 21) /* a day is known of which the hours are not */
#define DOLEN_SLOTS_NOT_WEEKLY (1u << 22)    /* at most every other week */

/** DolenSessionRule: one schedule as the directory holds it; texts are (nullable). */
typedef struct {
  const char *freq;      /* RFC 5545: "WEEKLY" */
  int interval;          /* 2: every other; 1 where it is not said */
  const char *byday;     /* "TU,TH", "2MO" */
  const char *dtstart;   /* civil date */
  const char *until;     /* civil date */
  const char *valid_to;  /* civil date */
  const char *opens_at;  /* "10:00" */
  const char *closes_at; /* "12:30" */
} DolenSessionRule;

/** DolenSessionTimes: of all schedules of one service. Begin with { 0, -1 }. */
typedef struct {
  guint32 slots;  /* 0: not known */
  gint16 minutes; /* the shortest session; -1 not known */
} DolenSessionTimes;

/** dolen_session_times_add: adds one schedule that is not a closure. One that is over on @today
 * (civil date) adds nothing. */
void
dolen_session_times_add (DolenSessionTimes *times, const DolenSessionRule *rule, const char *today);

/** dolen_weekday_code: "MO" for 1 ... "SU" for 7. */
const char *dolen_weekday_code (guint weekday);

/** dolen_daypart_code: "morning", "afternoon", "evening". */
const char *dolen_daypart_code (DolenDaypart part);

/** dolen_slots_from_code: (out): "TU", "tu-morning"; 0 where it is not one. */
guint32 dolen_slots_from_code (const char *code);

G_END_DECLS
