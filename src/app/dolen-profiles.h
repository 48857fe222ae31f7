/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

G_BEGIN_DECLS

/* The profiles that are open: one session a profile folder. */
typedef struct _DolenProfiles DolenProfiles;

DolenProfiles *dolen_profiles_new (void);
/** dolen_profiles_free: closes all first. */
void dolen_profiles_free (DolenProfiles *profiles);

/** dolen_profiles_get: (transfer none) (nullable): the session on @folder, made where there is none
 *  yet. */
DolenSession *dolen_profiles_get (DolenProfiles *profiles, const char *folder, GError **error);

/** dolen_profiles_get_sample: (transfer none) (nullable): the sample beside the profile of @home,
 *  in a folder of its own, being filled if it is new. */
DolenSession *
dolen_profiles_get_sample (DolenProfiles *profiles, DolenSession *home, GError **error);

/** dolen_profiles_lock: locks the case records of all. */
void dolen_profiles_lock (DolenProfiles *profiles);

/** dolen_profiles_close: closes all sessions and forgets them. */
void dolen_profiles_close (DolenProfiles *profiles);

G_END_DECLS
