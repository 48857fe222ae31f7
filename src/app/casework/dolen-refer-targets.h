/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Referrals that go to no group of the directory. All are DolenFormFunc: @person is a uid. */

/** dolen_refer_to_gp_new: back to their GP, by the name that the record holds. */
GtkWindow *dolen_refer_to_gp_new (DolenSession *session, const char *person);
GtkWindow *dolen_refer_to_crisis_team_new (DolenSession *session, const char *person);
GtkWindow *dolen_refer_to_social_care_new (DolenSession *session, const char *person);

/** dolen_refer_to_target_new: by the code of the target; (nullable) for one that is not known. */
GtkWindow *
dolen_refer_to_target_new (DolenSession *session, const char *person, const char *target);

G_END_DECLS
