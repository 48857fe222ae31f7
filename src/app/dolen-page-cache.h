/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * The pages of a long list that were read last, for a GListModel whose items are read when they are
 * looked at. A plain struct within the model.
 */
typedef struct {
  GHashTable *pages; /* (owned) number of a page to GPtrArray of its items */
  GQueue order;      /* numbers of pages, the last read first */
} DolenPageCache;

/** DOLEN_PAGE_ITEMS: items a page; the last may hold fewer. */
#define DOLEN_PAGE_ITEMS 64

/** DolenPageRead: reads @n items from @first on. Returns: (transfer full) (element-type GObject):
 *  just so many. */
typedef GPtrArray *(*DolenPageRead) (gpointer model, guint first, guint n);

void dolen_page_cache_init (DolenPageCache *cache);
void dolen_page_cache_clear (DolenPageCache *cache);

/** dolen_page_cache_get_item: (transfer full) (nullable): item @position of @n_items, as
 *  g_list_model_get_item() gives it; its page is read with @read if need be. */
gpointer dolen_page_cache_get_item (
    DolenPageCache *cache, guint position, guint n_items, DolenPageRead read, gpointer model);

G_END_DECLS
