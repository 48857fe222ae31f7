/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-when-words.h"

G_BEGIN_DECLS

/*
 * Times of the day as people write them.
 *
 * One without "am" or "pm" is read only where one reading is left, by this rule: nothing begins
 * between nine in the evening and six in the morning, nothing lasts longer than twelve hours, and
 * it ends on the day on which it began. So "2-4" is the afternoon and "9-5" a working day, and
 * "7-9", which may be breakfast or evening, stays a text, unless its words say which it is ("nos
 * Iau 7-9").
 */

/** DolenClock: a time as written. */
typedef struct {
  int hour, minute;
  enum {
    DOLEN_CLOCK_BARE,
    DOLEN_CLOCK_AM,
    DOLEN_CLOCK_PM,
    DOLEN_CLOCK_OF_24 /* "14", "09:00" can be read one way only */
  } mark;
  gboolean is_time; /* it cannot be another number: it has minutes, a mark, or an "at" before it */
} DolenClock;

/** dolen_clock_read: reads one at *@at, which is moved behind it. FALSE where the digits there are
 *  no time. */
gboolean dolen_clock_read (const char **at, DolenClock *clock);

/** dolen_clock_start: when something begins, in minutes since midnight; -1 where it is not certain.
 */
int dolen_clock_start (const DolenClock *clock, DolenWhenPart part);

/** dolen_clock_span: from when until when. FALSE where it is not certain. */
gboolean dolen_clock_span (
    const DolenClock *first, const DolenClock *second, DolenWhenPart part, int *opens, int *closes);

G_END_DECLS
