/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/** dolen_service_next_session: (transfer full) (nullable): the civil date of the first session of
 *  @service after @date, by its schedules (RFC 5545, libical); NULL where they do not say. One
 * every other week without a first day is not guessed at. */
char *dolen_service_next_session (const DolenService *service, const char *date);

G_END_DECLS
