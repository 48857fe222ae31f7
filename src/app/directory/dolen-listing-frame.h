/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * The page an editor stands on: the record's name, what leads away from it, buttons that lead to
 * each of its sections, and the sections. Reads the record whenever the directory changes and shows
 * it to whoever watches; what is typed is saved when the page goes.
 */
#define DOLEN_TYPE_LISTING_FRAME (dolen_listing_frame_get_type ())
G_DECLARE_FINAL_TYPE (DolenListingFrame, dolen_listing_frame, DOLEN, LISTING_FRAME, AdwBin)

/** DolenListingShow: shows what is stored. @record: a DolenService or DolenOrganisation. */
typedef void (*DolenListingShow) (GtkWidget *widget, gconstpointer record);
/** DolenListingLeave: as if a person left the widget: what is typed is saved. */
typedef void (*DolenListingLeave) (GtkWidget *widget);

/** dolen_listing_frame_new: @kind: "service" or "organisation". */
DolenListingFrame *
dolen_listing_frame_new (DolenSession *session, const char *kind, const char *uid);

DolenSession *dolen_listing_frame_get_session (DolenListingFrame *self);
const char *dolen_listing_frame_get_kind (DolenListingFrame *self);
const char *dolen_listing_frame_get_uid (DolenListingFrame *self);
/** dolen_listing_frame_get_record: (transfer none) (nullable): as last read. */
gconstpointer dolen_listing_frame_get_record (DolenListingFrame *self);

/** dolen_listing_frame_add_section: a heading, a button that leads to it, and a box to fill:
 *  (transfer none). @title: translated. @name: for dolen_listing_frame_go(). */
GtkBox *
dolen_listing_frame_add_section (DolenListingFrame *self, const char *name, const char *title);

/** dolen_listing_frame_watch: @widget is told what is stored, now and after each change. @leave:
 *  (nullable) */
void dolen_listing_frame_watch (DolenListingFrame *self,
                                GtkWidget *widget,
                                DolenListingShow show,
                                DolenListingLeave leave);

/** dolen_listing_frame_add_button: beside the name, in the order added. (transfer none) */
GtkWidget *dolen_listing_frame_add_button (DolenListingFrame *self, const char *label);

/** dolen_listing_frame_set_subtitle: (nullable): beneath the name. */
void dolen_listing_frame_set_subtitle (DolenListingFrame *self, const char *text);

/** dolen_listing_frame_begin: all sections stand: shows the record. FALSE: it is not there. */
gboolean dolen_listing_frame_begin (DolenListingFrame *self);

/** dolen_listing_frame_go: scrolls to that section and puts the cursor there. */
void dolen_listing_frame_go (DolenListingFrame *self, const char *section);

/** dolen_listing_frame_get_section: (transfer none) (nullable): its heading and its box. */
GtkWidget *dolen_listing_frame_get_section (DolenListingFrame *self, const char *section);

/** dolen_listing_frame_leave: saves what is typed and not saved. */
void dolen_listing_frame_leave (DolenListingFrame *self);

G_END_DECLS
