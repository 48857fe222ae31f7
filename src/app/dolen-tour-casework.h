/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

G_BEGIN_DECLS

/** DOLEN_TOUR_PASSPHRASE: of the tour's case records, which live for one tour in a folder that is
 *  thrown away; for stops that lock and unlock. */
#define DOLEN_TOUR_PASSPHRASE "tair dafad ddu ar y bryn"

/**
 * dolen_tour_invent_casework:
 * @now: the instant at which the tour is taken
 *
 * Makes case records in the new profile of @session and leaves them open: four invented people with
 * referrals, notes and follow-ups of the weeks before @now. The sample directory must be there.
 */
gboolean dolen_tour_invent_casework (DolenSession *session, gint64 now, GError **error);

G_END_DECLS
