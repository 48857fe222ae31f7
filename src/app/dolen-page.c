/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-page.h"

G_DEFINE_INTERFACE (DolenPage, dolen_page, GTK_TYPE_WIDGET)

static void
dolen_page_default_init (DolenPageInterface *iface)
{
}

GVariant *
dolen_page_save_state (DolenPage *self)
{
  DolenPageInterface *iface;
  GVariant *state = NULL;

  g_return_val_if_fail (DOLEN_IS_PAGE (self), NULL);

  iface = DOLEN_PAGE_GET_IFACE (self);
  if (iface->save_state != NULL)
    state = iface->save_state (self);
  if (state == NULL)
    state = g_variant_new ("a{sv}", NULL);
  return g_variant_take_ref (state);
}

void
dolen_page_restore_state (DolenPage *self, GVariant *state)
{
  DolenPageInterface *iface;

  g_return_if_fail (DOLEN_IS_PAGE (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  iface = DOLEN_PAGE_GET_IFACE (self);
  if (iface->restore_state != NULL)
    iface->restore_state (self, state);
}

void
dolen_page_open (DolenPage *self, GVariant *what)
{
  DolenPageInterface *iface;

  g_return_if_fail (DOLEN_IS_PAGE (self));
  g_return_if_fail (g_variant_is_of_type (what, G_VARIANT_TYPE_VARDICT));

  iface = DOLEN_PAGE_GET_IFACE (self);
  if (iface->open != NULL)
    iface->open (self, what);
}

gboolean
dolen_page_begin_search (DolenPage *self)
{
  DolenPageInterface *iface;

  g_return_val_if_fail (DOLEN_IS_PAGE (self), FALSE);

  iface = DOLEN_PAGE_GET_IFACE (self);
  if (iface->begin_search == NULL)
    return FALSE;
  iface->begin_search (self);
  return TRUE;
}

void
dolen_page_go (GtkWidget *from, const char *page, const char *key, const char *value)
{
  GVariantBuilder what = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_return_if_fail (GTK_IS_WIDGET (from) && page != NULL);

  if (key != NULL)
    g_variant_builder_add (&what, "{sv}", key, g_variant_new_string (value != NULL ? value : ""));
  gtk_widget_activate_action (from, "win.open", "(sa{sv})", page, &what);
}
