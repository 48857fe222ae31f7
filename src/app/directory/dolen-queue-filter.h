/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/keeping/dolen-queue.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * DolenQueueFilter: how many rows of each kind the queue has, to choose one by; and by area, by
 * curator, and what is put off. Signal "changed" ().
 */
#define DOLEN_TYPE_QUEUE_FILTER (dolen_queue_filter_get_type ())
G_DECLARE_FINAL_TYPE (DolenQueueFilter, dolen_queue_filter, DOLEN, QUEUE_FILTER, AdwBin)

GtkWidget *dolen_queue_filter_new (void);

/** dolen_queue_filter_show: the counts of @list. @curators: who has something given to them. */
void dolen_queue_filter_show (DolenQueueFilter *self,
                              const DolenQueueList *list,
                              const char *const *curators);

/** dolen_queue_filter_read: what is asked for, into @query; its texts stay the filter's. */
void dolen_queue_filter_read (DolenQueueFilter *self, DolenQueueQuery *query);

/** dolen_queue_filter_explain: @order: (nullable): in words, in which order the rows stand; among
 *  the filters. */
void dolen_queue_filter_explain (DolenQueueFilter *self, const char *order);

/** dolen_queue_filter_is_narrow: whether anything is left out. */
gboolean dolen_queue_filter_is_narrow (DolenQueueFilter *self);

/** dolen_queue_filter_set: @kinds: bits, 0 all; @area, @assigned_to: (nullable); says "changed". */
void dolen_queue_filter_set (DolenQueueFilter *self,
                             guint kinds,
                             const char *area,
                             const char *assigned_to,
                             gboolean put_off);

/** dolen_queue_filter_begin: the cursor to where one types. */
void dolen_queue_filter_begin (DolenQueueFilter *self);

G_END_DECLS
