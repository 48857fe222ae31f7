/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The application: its command line, its sessions, its windows, the language.
 *
 *   app.quit, app.switch-language, app.language (s: "en" or "cy")
 */
#define DOLEN_TYPE_APPLICATION (dolen_application_get_type ())
G_DECLARE_FINAL_TYPE (DolenApplication, dolen_application, DOLEN, APPLICATION, AdwApplication)

/** dolen_application_prepare: before gtk_init(): the locale, the catalogues, the language that was
 *  chosen in the preferences. */
void dolen_application_prepare (void);

DolenApplication *dolen_application_new (void);

/** dolen_application_get_status: for the process: 1 where nothing could be opened. */
int dolen_application_get_status (DolenApplication *self);

/** dolen_application_set_language: switches, remembers, and rebuilds every window. @code: "en" or
 *  "cy"; others are ignored. */
void dolen_application_set_language (DolenApplication *self, const char *code);

/** dolen_application_get_session: (transfer none) (nullable): the session on a profile folder, made
 *  where there is none yet; the application closes it at the end. */
DolenSession *
dolen_application_get_session (DolenApplication *self, const char *folder, GError **error);

/** dolen_application_note_sample: whether the sample is open: so it is after the next start. Of
 *  the person's own profile only, not of one named by --directory. */
void dolen_application_note_sample (DolenApplication *self, gboolean open);

/** dolen_application_get_sample: (transfer none) (nullable): the sample that stands beside the
 *  profile of @home, a folder of its own, being filled if it is new. */
DolenSession *
dolen_application_get_sample (DolenApplication *self, DolenSession *home, GError **error);

/**
 * dolen_application_open_profile:
 * @folder: the profile folder
 *
 * Returns: (transfer none) (nullable): a new window on it, not yet presented
 */
GtkWindow *
dolen_application_open_profile (DolenApplication *self, const char *folder, GError **error);

G_END_DECLS
