/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-findings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * dolen_gap_form_new:
 * @person: uid of whom Find is ranked for
 * @filters: what was looked for, and from where
 * @findings: (nullable): what was found: what nothing suits is ticked at first
 *
 * Returns: (transfer floating) (nullable): shows what would be noted (a need or an interest and the
 * district, never the name) and notes it; NULL where nothing was looked for
 */
GtkWindow *dolen_gap_form_new (DolenSession *session,
                               const char *person,
                               const DolenFindFilters *filters,
                               const DolenFindings *findings);

/** dolen_gap_form_open: the same from the record alone, for a draft that comes back. */
GtkWindow *dolen_gap_form_open (DolenSession *session, const char *person);

G_END_DECLS
