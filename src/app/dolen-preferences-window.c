/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-preferences-window.h"

#include "app/directory/dolen-keeping-page.h"
#include "app/dolen-scheme-page.h"
#include "app/dolen-suggestions-page.h"
#include "app/dolen-terms-page.h"
#include "language/dolen-language.h"

#define NARROWEST_CONTENT 340

struct _DolenPreferencesWindow {
  AdwPreferencesWindow parent_instance;
  GSettings *settings; /* (owned) */
  AdwComboRow *language_row;
  AdwComboRow *unit_row;
  GtkSpinButton *lock_spin;
  GtkWidget *name_row;
  GtkWidget *role_row;
  GtkWidget *organisation_row;
  GtkWidget *phone_row;
  GtkWidget *email_row;
  DolenVocabulary *vocabulary; /* the default one when this was opened: kept to the end */
};

G_DEFINE_FINAL_TYPE (DolenPreferencesWindow, dolen_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the row's list. */
static const char *const units[] = { "miles", "kilometres" };

static gboolean
unit_to_index (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *unit = g_variant_get_string (variant, NULL);

  g_value_set_uint (value, g_str_equal (unit, units[1]) ? 1 : 0);
  return TRUE;
}

static GVariant *
index_to_unit (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_string (units[g_value_get_uint (value) == 1 ? 1 : 0]);
}

static void
on_language_selected_cb (DolenPreferencesWindow *self)
{
  guint selected;

  g_assert (DOLEN_IS_PREFERENCES_WINDOW (self));
  selected = adw_combo_row_get_selected (self->language_row);
  if (selected != (guint) dolen_language_current ())
    gtk_widget_activate_action (
        GTK_WIDGET (self), "app.language", "s", dolen_language_code (selected));
}

/* Terms that were changed show everywhere once the pages are made anew. */
static gboolean
dolen_preferences_window_close_request (GtkWindow *window)
{
  DolenPreferencesWindow *self = DOLEN_PREFERENCES_WINDOW (window);

  if (self->vocabulary != dolen_vocabulary_default (NULL))
    gtk_widget_activate_action (GTK_WIDGET (window), "app.renew", NULL);
  return GTK_WINDOW_CLASS (dolen_preferences_window_parent_class)->close_request (window);
}

static void
dolen_preferences_window_dispose (GObject *object)
{
  DolenPreferencesWindow *self = DOLEN_PREFERENCES_WINDOW (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_PREFERENCES_WINDOW);
  G_OBJECT_CLASS (dolen_preferences_window_parent_class)->dispose (object);
}

static void
dolen_preferences_window_class_init (DolenPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_preferences_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dolen_preferences_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenPreferencesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, DolenPreferencesWindow, unit_row);
  gtk_widget_class_bind_template_child (widget_class, DolenPreferencesWindow, lock_spin);
  gtk_widget_class_bind_template_child (widget_class, DolenPreferencesWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, DolenPreferencesWindow, role_row);
  gtk_widget_class_bind_template_child (widget_class, DolenPreferencesWindow, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, DolenPreferencesWindow, phone_row);
  gtk_widget_class_bind_template_child (widget_class, DolenPreferencesWindow, email_row);
  gtk_widget_class_bind_template_callback (widget_class, on_language_selected_cb);
}

/* Who writes: under letters and in the journal. */
static void
bind_worker (DolenPreferencesWindow *self)
{
  const struct {
    const char *key;
    GtkWidget *row;
  } fields[] = {
    { "worker-name", self->name_row },          { "worker-role", self->role_row },
    { "organisation", self->organisation_row }, { "worker-phone", self->phone_row },
    { "worker-email", self->email_row },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_settings_bind (self->settings, fields[i].key, fields[i].row, "text", G_SETTINGS_BIND_DEFAULT);
}

/* libadwaita asks for 360 px inside its frame; with the frame of a desktop without a compositor
 * that is wider than the narrowest window. Its pages need less. */
static void
let_it_be_narrow (DolenPreferencesWindow *self)
{
  GtkWidget *content = adw_window_get_content (ADW_WINDOW (self));

  for (; content != NULL; content = gtk_widget_get_first_child (content)) {
    int width = -1;

    gtk_widget_get_size_request (content, &width, NULL);
    if (width > NARROWEST_CONTENT)
      gtk_widget_set_size_request (content, NARROWEST_CONTENT, -1);
  }
}

static void
dolen_preferences_window_init (DolenPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("cymru.dolen.Dolen");
  self->vocabulary = dolen_vocabulary_default (NULL);
  let_it_be_narrow (self);
  adw_combo_row_set_selected (self->language_row, dolen_language_current ());
  bind_worker (self);
  g_settings_bind (self->settings, "lock-after", self->lock_spin, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings,
                                "distance-unit",
                                self->unit_row,
                                "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                unit_to_index,
                                index_to_unit,
                                NULL,
                                NULL);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (dolen_scheme_page_new (self->settings)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (dolen_papers_page_new (self->settings)));
}

GtkWidget *
dolen_preferences_window_new (DolenSession *session)
{
  GtkWidget *self = g_object_new (DOLEN_TYPE_PREFERENCES_WINDOW, NULL);

  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (dolen_suggestions_page_new (session)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (dolen_terms_page_new (session)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self),
                              ADW_PREFERENCES_PAGE (dolen_keeping_page_new (session)));
  return self;
}
