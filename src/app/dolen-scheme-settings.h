/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** dolen_scheme_read: (transfer full): what the scheme has settled, from the settings: the field
 *  name_en is the key "scheme-name-en", and so on. @settings: dolen_session_get_settings() */
DolenScheme *dolen_scheme_read (GSettings *settings);

/** dolen_scheme_key: (transfer full): the settings key of the field @field ("name_en"). */
char *dolen_scheme_key (const char *field);

/** dolen_scheme_follow: tells @casework what the scheme has settled, now and whenever it changes.
 */
void dolen_scheme_follow (GSettings *settings, DolenCasework *casework);

G_END_DECLS
