/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A place of the window: Today, Find, People, Directory.
 *
 * How to add one: a GtkWidget class that implements this interface (ui/dolen-x-page.ui,
 * app/dolen-x-page.[ch], `GtkWidget *dolen_x_page_new (DolenSession *session)`), one line in the
 * table of app/dolen-pages.c, its files in src/app/meson.build and ui/dolen.gresource.xml, and its
 * stops in app/dolen-tour-stops.c.
 *
 * The window throws all its pages away and makes new ones when the language changes: what a person
 * typed, chose or scrolled to goes through save_state() and restore_state(). State is also how a
 * tour stop or another page puts a page where it wants it. Data is not state: a new page reads it
 * again from the session.
 */
#define DOLEN_TYPE_PAGE (dolen_page_get_type ())
G_DECLARE_INTERFACE (DolenPage, dolen_page, DOLEN, PAGE, GtkWidget)

struct _DolenPageInterface {
  GTypeInterface parent_interface;

  /* (transfer full): what must not be lost, an "a{sv}"; never written to disk */
  GVariant *(*save_state) (DolenPage *self);
  /* the same back into a new page; a missing key leaves what is there */
  void (*restore_state) (DolenPage *self, GVariant *state);
  /* (nullable): shows @what ("a{sv}", the page's own keys: {"service": "<uid>"}) */
  void (*open) (DolenPage *self, GVariant *what);
  /* (nullable): Ctrl+F: puts the cursor where one searches */
  void (*begin_search) (DolenPage *self);
};

/** dolen_page_save_state: (transfer full): never NULL nor floating. */
GVariant *dolen_page_save_state (DolenPage *self);
void dolen_page_restore_state (DolenPage *self, GVariant *state);
void dolen_page_open (DolenPage *self, GVariant *what);
/** dolen_page_begin_search: FALSE where the page has nothing to search. */
gboolean dolen_page_begin_search (DolenPage *self);

/**
 * dolen_page_go:
 * @from: any widget of the window
 * @page: "today", "find", "people", "directory"
 * @key: (nullable): what to open there: a key of that page's, e.g. "service"
 * @value: (nullable): its value, a uid
 *
 * Shows another page of the window, as the action win.open does.
 */
void dolen_page_go (GtkWidget *from, const char *page, const char *key, const char *value);

G_END_DECLS
