/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-today-page.h"

#include "app/casework/dolen-today-view.h"
#include "app/casework/dolen-vault-gate.h"

/* The first place of the window: locked at first, so it touches neither directory nor people. */
struct _DolenTodayPage {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
};

static void
dolen_today_page_iface_init (DolenPageInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DolenTodayPage,
                               dolen_today_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (DOLEN_TYPE_PAGE, dolen_today_page_iface_init))

static GtkWidget *
make_content (gpointer user_data)
{
  return dolen_today_view_new (DOLEN_TODAY_PAGE (user_data)->session);
}

static void
dolen_today_page_dispose (GObject *object)
{
  DolenTodayPage *self = DOLEN_TODAY_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_today_page_parent_class)->dispose (object);
}

static void
dolen_today_page_class_init (DolenTodayPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_today_page_dispose;
}

static void
dolen_today_page_init (DolenTodayPage *self)
{
}

GtkWidget *
dolen_today_page_new (DolenSession *session)
{
  DolenTodayPage *self = g_object_new (DOLEN_TYPE_TODAY_PAGE, NULL);

  self->session = g_object_ref (session);
  adw_bin_set_child (ADW_BIN (self), dolen_vault_gate_new (session, make_content, self));
  return GTK_WIDGET (self);
}
