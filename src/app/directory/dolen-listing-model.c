/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-model.h"

#include "app/dolen-page-cache.h"

/* ---- an item ---- */

struct _DolenListingItem {
  GObject parent_instance;
  DolenListing *listing; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (DolenListingItem, dolen_listing_item, G_TYPE_OBJECT)

static void
dolen_listing_item_finalize (GObject *object)
{
  dolen_listing_free (DOLEN_LISTING_ITEM (object)->listing);
  G_OBJECT_CLASS (dolen_listing_item_parent_class)->finalize (object);
}

static void
dolen_listing_item_class_init (DolenListingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_listing_item_finalize;
}

static void
dolen_listing_item_init (DolenListingItem *self)
{
}

const DolenListing *
dolen_listing_item_get (DolenListingItem *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_ITEM (self), NULL);
  return self->listing;
}

/* ---- the model ---- */

struct _DolenListingModel {
  GObject parent_instance;
  DolenSession *session; /* (owned) */
  GArray *ids;           /* (owned) of gint64 */
  DolenPageCache cache;
};

static GType
get_item_type (GListModel *model)
{
  return DOLEN_TYPE_LISTING_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return DOLEN_LISTING_MODEL (model)->ids->len;
}

static GPtrArray *
read_page (gpointer model, guint first, guint n)
{
  DolenListingModel *self = DOLEN_LISTING_MODEL (model);
  DolenDirectory *directory = dolen_session_get_directory (self->session);
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);
  g_autoptr (GPtrArray) listings = NULL;
  g_autoptr (GError) error = NULL;

  if (directory != NULL)
    listings
        = dolen_listings_load (directory, &g_array_index (self->ids, gint64, first), n, &error);
  if (error != NULL)
    dolen_session_report (self->session, error);
  for (guint i = 0; i < n; i++) {
    DolenListingItem *item = g_object_new (DOLEN_TYPE_LISTING_ITEM, NULL);

    if (listings != NULL)
      item->listing = g_steal_pointer (&g_ptr_array_index (listings, i));
    g_ptr_array_add (items, item);
  }
  return items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  DolenListingModel *self = DOLEN_LISTING_MODEL (model);

  return dolen_page_cache_get_item (&self->cache, position, self->ids->len, read_page, self);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DolenListingModel,
                               dolen_listing_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
dolen_listing_model_finalize (GObject *object)
{
  DolenListingModel *self = DOLEN_LISTING_MODEL (object);

  dolen_page_cache_clear (&self->cache);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_listing_model_parent_class)->finalize (object);
}

static void
dolen_listing_model_class_init (DolenListingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_listing_model_finalize;
}

static void
dolen_listing_model_init (DolenListingModel *self)
{
  dolen_page_cache_init (&self->cache);
}

DolenListingModel *
dolen_listing_model_new (DolenSession *session, GArray *ids)
{
  DolenListingModel *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session) && ids != NULL, NULL);

  self = g_object_new (DOLEN_TYPE_LISTING_MODEL, NULL);
  self->session = g_object_ref (session);
  self->ids = g_array_ref (ids);
  return self;
}

guint
dolen_listing_model_find (DolenListingModel *self, gint64 id)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_MODEL (self), G_MAXUINT);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}
