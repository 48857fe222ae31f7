/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"

G_BEGIN_DECLS

/** DolenDirectoryPlace: one sub-place of Directory, in the order of its switcher. */
typedef struct {
  const char *name;                             /* for actions and state */
  const char *title;                            /* msgid, untranslated */
  GtkWidget *(*create) (DolenSession *session); /* returns a floating DolenPage */
} DolenDirectoryPlace;

/** dolen_directory_places: all of them, static; ends with an entry whose name is NULL. */
const DolenDirectoryPlace *dolen_directory_places (void);

/** DolenDirectoryEditor: what opens over the sub-places for one record. */
typedef struct {
  const char *kind; /* key of dolen_page_go (widget, "directory", KEY, UID) */
  GtkWidget *(*create) (DolenSession *session, const char *uid); /* returns a floating widget */
} DolenDirectoryEditor;

/** dolen_directory_editors: all of them, static; ends with an entry whose kind is NULL. */
const DolenDirectoryEditor *dolen_directory_editors (void);

G_END_DECLS
