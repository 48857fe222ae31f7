/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-queue-filter.h"
#include "app/directory/dolen-queue-read.h"
#include "app/directory/dolen-queue-view.h"

G_BEGIN_DECLS

/* What the files of the queue's view share; for them alone. */

struct _DolenQueueView {
  AdwBin parent_instance;
  DolenSession *session;     /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  DolenQueueRead *read;      /* (owned) (nullable) */
  GHashTable *drafts;        /* (owned): key of a row to its DolenCallDraft */
  char *wanted;              /* (owned) (nullable): key of the row to be shown */
  char *wanted_service;      /* (owned) (nullable): uid: the row about it is to be shown */
  char *shown;               /* (owned) (nullable): key of the card that is shown */
  char *shown_as;            /* (owned) (nullable): what the card was made from, in words */
  guint limit;               /* rows that are shown at most */
  gboolean setting;
  gboolean to_card; /* the focus goes to the card that comes next */

  AdwLeaflet *leaflet;
  DolenQueueFilter *filter;
  GtkStack *stack; /* "loading", "rows", "empty" */
  GtkListBox *list;
  GtkWidget *more_button;
  AdwBin *empty_bin;
  AdwBin *card_bin;
  GtkWidget *back_bar;
};

/* dolen-queue-view.c */

/** dolen_queue_view_reload: reads the queue anew; a newer reading takes the place of an older. */
void dolen_queue_view_reload (DolenQueueView *self);
/** dolen_queue_view_keep_draft: what was begun on the card that is shown is kept. */
void dolen_queue_view_keep_draft (DolenQueueView *self);
void dolen_queue_view_on_filter (DolenQueueView *self);
void dolen_queue_view_on_more (DolenQueueView *self);
void dolen_queue_view_on_row_selected (DolenQueueView *self, GtkListBoxRow *row);
void dolen_queue_view_on_row_activated (DolenQueueView *self, GtkListBoxRow *row);
void dolen_queue_view_on_folded (DolenQueueView *self);
void dolen_queue_view_on_back (DolenQueueView *self);

/* dolen-queue-view-page.c */
void dolen_queue_view_page_init (DolenPageInterface *iface);

/* dolen-queue-view-build.c */

/** dolen_queue_view_build: fills the empty view with its widgets. */
void dolen_queue_view_build (DolenQueueView *self);

G_END_DECLS
