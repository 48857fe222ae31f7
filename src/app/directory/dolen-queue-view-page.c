/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-queue-view-private.h"

#include "app/directory/dolen-queue-drafts.h"

/* What must not be lost when the window is made anew, and what others may ask it to show. */

static GVariant *
save_drafts (DolenQueueView *self)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  GHashTableIter iter;
  gpointer key, draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &key, &draft)) {
    g_autoptr (GVariant) value = dolen_call_draft_to_variant (draft);
    g_variant_builder_add (&builder, "{sv}", key, value);
  }
  return g_variant_builder_end (&builder);
}

static GVariant *
dolen_queue_view_save_state (DolenPage *page)
{
  DolenQueueView *self = DOLEN_QUEUE_VIEW (page);
  DolenQueueQuery query = { 0 };
  GVariantDict state;

  dolen_queue_view_keep_draft (self);
  dolen_queue_filter_read (self->filter, &query);
  g_variant_dict_init (&state, NULL);
  g_variant_dict_insert_value (&state, "drafts", save_drafts (self));
  g_variant_dict_insert (&state, "kinds", "u", query.kinds);
  g_variant_dict_insert (&state, "put-off", "b", query.put_off);
  if (query.area != NULL)
    g_variant_dict_insert (&state, "area", "s", query.area);
  if (query.assigned_to != NULL)
    g_variant_dict_insert (&state, "assigned-to", "s", query.assigned_to);
  if (self->shown != NULL)
    g_variant_dict_insert (&state, "shown", "s", self->shown);
  g_variant_dict_insert (&state,
                         "card",
                         "b",
                         g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "card")
                             == 0);
  return g_variant_dict_end (&state);
}

static void
restore_drafts (DolenQueueView *self, GVariant *drafts)
{
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_variant_iter_init (&iter, drafts);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value)) {
    DolenCallDraft *draft = dolen_call_draft_from_variant (value);

    if (draft != NULL)
      g_hash_table_insert (self->drafts, g_strdup (key), draft);
  }
}

static void
dolen_queue_view_restore_state (DolenPage *page, GVariant *saved)
{
  DolenQueueView *self = DOLEN_QUEUE_VIEW (page);
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (saved);
  g_autoptr (GVariant) drafts
             = g_variant_dict_lookup_value (&state, "drafts", G_VARIANT_TYPE_VARDICT);
  const char *area = NULL, *assigned_to = NULL, *shown = NULL;
  gboolean put_off = FALSE, card = FALSE;
  guint kinds = 0;

  if (drafts != NULL)
    restore_drafts (self, drafts);
  g_variant_dict_lookup (&state, "kinds", "u", &kinds);
  g_variant_dict_lookup (&state, "put-off", "b", &put_off);
  g_variant_dict_lookup (&state, "area", "&s", &area);
  g_variant_dict_lookup (&state, "assigned-to", "&s", &assigned_to);
  g_variant_dict_lookup (&state, "card", "b", &card);
  if (g_variant_dict_lookup (&state, "shown", "&s", &shown)) {
    g_free (self->wanted);
    self->wanted = g_strdup (shown);
  }
  dolen_queue_filter_set (self->filter, kinds, area, assigned_to, put_off);
  adw_leaflet_set_visible_child_name (self->leaflet, card ? "card" : "list");
}

static void
dolen_queue_view_open (DolenPage *page, GVariant *what)
{
  DolenQueueView *self = DOLEN_QUEUE_VIEW (page);
  g_auto (GVariantDict) keys = G_VARIANT_DICT_INIT (what);
  const char *service;

  if (!g_variant_dict_lookup (&keys, "call", "&s", &service))
    return;
  g_free (self->wanted_service);
  self->wanted_service = g_strdup (service);
  self->to_card = TRUE;
  adw_leaflet_set_visible_child_name (self->leaflet, "card");
  dolen_queue_view_reload (self);
}

static void
dolen_queue_view_begin_search (DolenPage *page)
{
  DolenQueueView *self = DOLEN_QUEUE_VIEW (page);

  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  dolen_queue_filter_begin (self->filter);
}

void
dolen_queue_view_page_init (DolenPageInterface *iface)
{
  iface->save_state = dolen_queue_view_save_state;
  iface->restore_state = dolen_queue_view_restore_state;
  iface->open = dolen_queue_view_open;
  iface->begin_search = dolen_queue_view_begin_search;
}
