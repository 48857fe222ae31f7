/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-people-page.h"

struct _DolenPeoplePage {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
};

static void
dolen_people_page_iface_init (DolenPageInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DolenPeoplePage,
                               dolen_people_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (DOLEN_TYPE_PAGE,
                                                      dolen_people_page_iface_init))

static void
dolen_people_page_dispose (GObject *object)
{
  DolenPeoplePage *self = DOLEN_PEOPLE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_PEOPLE_PAGE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_people_page_parent_class)->dispose (object);
}

static void
dolen_people_page_class_init (DolenPeoplePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_people_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/cymru/dolen/Dolen/ui/dolen-people-page.ui");
}

static void
dolen_people_page_init (DolenPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dolen_people_page_new (DolenSession *session)
{
  DolenPeoplePage *self = g_object_new (DOLEN_TYPE_PEOPLE_PAGE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
