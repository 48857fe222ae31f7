/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-application.h"
#include "app/dolen-window.h"

G_BEGIN_DECLS

/*
 * The tour: a picture of every page in both languages, wide and narrow, light and dark, made with
 * the sample directory and invented casework in a profile that is thrown away. To look at, for the
 * metainfo, and as a test that every page can be drawn.
 *
 * How to add a stop: a function in the table of dolen-tour-stops.c that brings the window there by
 * its actions, as a person would.
 */
typedef struct {
  const char *name; /* of the picture: "find-detail" gives find-detail-cy-360-dark.png */
  /* brings @window, which shows Today with nothing open, to what is to be seen */
  void (*setup) (DolenWindow *window);
  /* (nullable): whether all has arrived that comes by other ways than the session's jobs (tiles of
   * the map) */
  gboolean (*is_ready) (DolenWindow *window);
  gboolean new_profile; /* taken in a profile that holds nothing yet */
} DolenTourStop;

/** dolen_tour_stops: static; ends with an entry whose name is NULL. */
const DolenTourStop *dolen_tour_stops (void);

/**
 * dolen_tour_run:
 * @folder: where the pictures go; made if it is not there
 *
 * Main thread; runs the main loop itself. A picture shows the dialog that a stop has opened, or
 * else the window.
 */
gboolean dolen_tour_run (DolenApplication *application, const char *folder, GError **error);

/** dolen_tour_save_picture: writes @widget as a PNG, drawn by cairo whatever the screen uses. */
gboolean dolen_tour_save_picture (GtkWidget *widget, const char *path, GError **error);

/** dolen_tour_prepare_profile: fills the new profile of @session: imports the sample directory and
 *  invents casework. Runs the main loop until it is done. */
gboolean dolen_tour_prepare_profile (DolenSession *session, GError **error);

G_END_DECLS
