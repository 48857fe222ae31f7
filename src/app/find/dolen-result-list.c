/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-result-list.h"

#include "app/dolen-page-cache.h"

struct _DolenResultList {
  GObject parent_instance;
  DolenSession *session;   /* (owned) */
  DolenFindings *findings; /* (owned) */
  DolenPageCache cache;
};

static GType
get_item_type (GListModel *model)
{
  return DOLEN_TYPE_RESULT;
}

static guint
get_n_items (GListModel *model)
{
  return DOLEN_RESULT_LIST (model)->findings->results->len;
}

static GPtrArray *
load_cards (DolenResultList *self, guint first, guint n)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);
  g_autoptr (GError) error = NULL;
  GPtrArray *cards = NULL;
  gint64 ids[DOLEN_PAGE_ITEMS];

  for (guint i = 0; i < n; i++)
    ids[i] = g_array_index (self->findings->results, DolenFinding, first + i).id;
  if (directory != NULL)
    cards = dolen_directory_load_cards (directory, ids, n, &error);
  if (error != NULL)
    dolen_session_report (self->session, error);
  return cards;
}

static GPtrArray *
read_page (gpointer model, guint first, guint n)
{
  DolenResultList *self = DOLEN_RESULT_LIST (model);
  g_autoptr (GPtrArray) cards = load_cards (self, first, n);
  GPtrArray *results = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++) {
    DolenServiceCard *card = NULL;

    if (cards != NULL)
      card = g_steal_pointer (&g_ptr_array_index (cards, i));
    g_ptr_array_add (
        results,
        dolen_result_new (&g_array_index (self->findings->results, DolenFinding, first + i), card));
  }
  return results;
}

static gpointer
get_item (GListModel *model, guint position)
{
  DolenResultList *self = DOLEN_RESULT_LIST (model);

  return dolen_page_cache_get_item (
      &self->cache, position, self->findings->results->len, read_page, self);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DolenResultList,
                               dolen_result_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
dolen_result_list_finalize (GObject *object)
{
  DolenResultList *self = DOLEN_RESULT_LIST (object);

  dolen_page_cache_clear (&self->cache);
  g_clear_pointer (&self->findings, dolen_findings_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_result_list_parent_class)->finalize (object);
}

static void
dolen_result_list_class_init (DolenResultListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_result_list_finalize;
}

static void
dolen_result_list_init (DolenResultList *self)
{
  dolen_page_cache_init (&self->cache);
}

DolenResultList *
dolen_result_list_new (DolenSession *session, DolenFindings *findings)
{
  DolenResultList *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session) && findings != NULL, NULL);

  self = g_object_new (DOLEN_TYPE_RESULT_LIST, NULL);
  self->session = g_object_ref (session);
  self->findings = dolen_findings_ref (findings);
  return self;
}
