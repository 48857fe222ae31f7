/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-page-cache.h"

#define MOST_PAGES 16

void
dolen_page_cache_init (DolenPageCache *cache)
{
  cache->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_queue_init (&cache->order);
}

void
dolen_page_cache_clear (DolenPageCache *cache)
{
  g_clear_pointer (&cache->pages, g_hash_table_unref);
  g_queue_clear (&cache->order);
}

gpointer
dolen_page_cache_get_item (
    DolenPageCache *cache, guint position, guint n_items, DolenPageRead read, gpointer model)
{
  guint page = position / DOLEN_PAGE_ITEMS, first = page * DOLEN_PAGE_ITEMS;
  GPtrArray *items;

  if (position >= n_items)
    return NULL;
  items = g_hash_table_lookup (cache->pages, GUINT_TO_POINTER (page));
  if (items == NULL) {
    items = read (model, first, MIN (DOLEN_PAGE_ITEMS, n_items - first));
    g_hash_table_insert (cache->pages, GUINT_TO_POINTER (page), items);
    g_queue_push_head (&cache->order, GUINT_TO_POINTER (page));
    if (g_queue_get_length (&cache->order) > MOST_PAGES)
      g_hash_table_remove (cache->pages, g_queue_pop_tail (&cache->order));
  }
  return g_object_ref (g_ptr_array_index (items, position - first));
}
