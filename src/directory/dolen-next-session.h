/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/** dolen_schedule_next_session: (transfer full) (nullable): the first day of @schedule after @date
 *  on which it has begun, whatever its service says of being closed. */
char *dolen_schedule_next_session (const DolenSchedule *schedule, const char *date);

/** dolen_service_next_session: (transfer full) (nullable): the civil date of the first session of
 *  @service after @date, by its schedules (RFC 5545, libical); NULL where they do not say. One
 *  every other week without a first day is not guessed at. */
char *dolen_service_next_session (const DolenService *service, const char *date);

/** DolenSessionDay: a day on which it happens. */
typedef struct {
  char *date;
  const DolenSchedule *schedule; /* the service's: the earliest of that day */
} DolenSessionDay;

void dolen_session_day_free (DolenSessionDay *day);

/** dolen_service_next_sessions: (transfer full) (element-type DolenSessionDay): the days of the
 *  next sessions after @date, each day once, at most @most; days on which it says it is closed and
 *  those before it begins are left out. Empty where its schedules do not say. */
GPtrArray *dolen_service_next_sessions (const DolenService *service, const char *date, guint most);

G_END_DECLS
