/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-c/json.h>
#include <glib.h>

G_BEGIN_DECLS

/*
 * Days and times as people write them, "Tuesdays 10-12", "bob dydd Mawrth 10-12", "1st Monday of
 * the month, 2-4pm", read only where nothing else can be meant: every word of the text must be
 * understood, and of the ways to read a time without "am" or "pm" one alone must be left
 * (dolen-when-clock.h has the rule).
 */

/* The words that a schedule in term time only has (dolen_schedule_is_term_time()). */
#define DOLEN_WHEN_TERM_TIME "Term time only"

/**
 * dolen_when_read:
 * @text: days and times, in English or Welsh
 *
 * Returns: (transfer full) (nullable): the schedules in the form of HSDS ("freq", "interval",
 * "byday", "opens_at", "closes_at"), an array; with a "description" where the text says more than
 * they do ("Friday mornings", term time). NULL where it is not certain or names no day
 */
json_object *dolen_when_read (const char *text);

/** dolen_when_tells_time: whether it holds a time of the day, understood or not. */
gboolean dolen_when_tells_time (const char *text);

/** dolen_when_is_arranged: whether it says that a time is arranged with each who comes ("by
 *  appointment"): then there is nothing to read. */
gboolean dolen_when_is_arranged (const char *text);

/** dolen_when_by_appointment: @text (nullable): whether who comes makes an appointment: "Mon 2-4 by
 *  appointment", "trwy apwyntiad"; not "or by appointment". */
gboolean dolen_when_by_appointment (const char *text);

/** dolen_when_read_time: (transfer full) (nullable): "14:00" of "2pm", "14.00", "2 y prynhawn";
 *  NULL where it is not certain. */
char *dolen_when_read_time (const char *text);

G_END_DECLS
