/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/** dolen_form_read_places: what people write of places, in either language: "4", "4 places", "4
 *  lle", "full", "waiting list", "just come along", "dewch draw". Puts it into @capacity (a copy of
 *  what was told last, or a new one). Returns: FALSE, @capacity untouched, for anything else */
gboolean dolen_form_read_places (const char *given, DolenCapacity *capacity);

/** dolen_form_read_wait: "3", "3-4 weeks", "3 wythnos", "none": the same of the wait. */
gboolean dolen_form_read_wait (const char *given, DolenCapacity *capacity);

G_END_DECLS
