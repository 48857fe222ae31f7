/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * What casework met that somebody should ask a group about: today only that they wait longer than
 * the group said. Nothing of a person stands in it: a day, and the weeks that were told. A newer
 * capacity report answers it.
 */

/** dolen_directory_note_longer_wait: @service: uid; @weeks_told: 0 where it is not known; @on:
 * civil date. Once a day and service. FALSE with DOLEN_ERROR_NOT_FOUND for an unknown service. */
gboolean dolen_directory_note_longer_wait (
    DolenDirectory *dir, const char *service, int weeks_told, const char *on, GError **error);

/** dolen_directory_get_longer_wait: (transfer full) (nullable): the last civil date on which
 *  @service was known to take longer than it said, and no capacity report has come since. */
char *dolen_directory_get_longer_wait (DolenDirectory *dir, const char *service);

G_END_DECLS
