/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-page.h"

G_BEGIN_DECLS

/** DolenPageEntry: one place of the window, in the order of the switcher. */
typedef struct {
  const char *name;                             /* for actions and state */
  const char *title;                            /* msgid, untranslated */
  const char *icon_name;                        /* symbolic; the title always stands beside it */
  GtkWidget *(*create) (DolenSession *session); /* returns a floating DolenPage */
} DolenPageEntry;

/** dolen_pages_list: all of them, static; ends with an entry whose name is NULL. */
const DolenPageEntry *dolen_pages_list (void);

G_END_DECLS
