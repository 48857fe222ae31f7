/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-today-page.h"

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

static void
dolen_today_page_dispose (GObject *object)
{
  DolenTodayPage *self = DOLEN_TODAY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_TODAY_PAGE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_today_page_parent_class)->dispose (object);
}

static void
dolen_today_page_class_init (DolenTodayPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_today_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/cymru/dolen/Dolen/ui/dolen-today-page.ui");
}

static void
dolen_today_page_init (DolenTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dolen_today_page_new (DolenSession *session)
{
  DolenTodayPage *self = g_object_new (DOLEN_TYPE_TODAY_PAGE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
