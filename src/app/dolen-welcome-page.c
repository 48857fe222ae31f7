/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-welcome-page.h"

struct _DolenWelcomePage {
  AdwBin parent_instance;
  GtkWidget *sample_row;
};

G_DEFINE_FINAL_TYPE (DolenWelcomePage, dolen_welcome_page, ADW_TYPE_BIN)

static void
dolen_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DOLEN_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (dolen_welcome_page_parent_class)->dispose (object);
}

/* The keyboard starts on the choices, not in the header. */
static void
dolen_welcome_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dolen_welcome_page_parent_class)->map (widget);
  gtk_widget_grab_focus (DOLEN_WELCOME_PAGE (widget)->sample_row);
}

static void
dolen_welcome_page_class_init (DolenWelcomePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/cymru/dolen/Dolen/ui/dolen-welcome-page.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DolenWelcomePage, sample_row);
  GTK_WIDGET_CLASS (klass)->map = dolen_welcome_page_map;
}

static void
dolen_welcome_page_init (DolenWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dolen_welcome_page_new (void)
{
  return g_object_new (DOLEN_TYPE_WELCOME_PAGE, NULL);
}
