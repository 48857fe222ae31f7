/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-shell.h"

#include "app/dolen-error-message.h"
#include "app/dolen-pages.h"
#include "app/dolen-welcome-page.h"
#include "language/dolen-language.h"

#include <glib/gi18n.h>

struct _DolenShell {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */

  AdwToastOverlay *overlay; /* above the bar of places at the bottom */
  GtkStack *stack;
  AdwViewStack *places;
  AdwStatusPage *error_page;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  guint reveal_source; /* idle source, 0 none */
  guint build_source;  /* idle source that builds the pages not yet shown, 0 none */
  GtkButton *person_chip;
  GtkLabel *person_label;
  GtkButton *person_bar; /* the same below the header where that has no room for it */
  GtkLabel *person_bar_label;
  GtkButton *language_button;
  GtkButton *lock_button;
  GtkWidget *sample_notice;
  GtkWidget *close_sample_button;
  gboolean welcome_skipped;
};

G_DEFINE_FINAL_TYPE (DolenShell, dolen_shell, ADW_TYPE_BIN)

/* The other language by its own name, the same in both catalogues. */
static const char *
other_language_name (void)
{
  return dolen_language_current () == DOLEN_LANGUAGE_CY ? "English" : "Cymraeg";
}

static void
show_person (DolenShell *self)
{
  const char *label = dolen_session_get_person_label (self->session);
  const char *page = dolen_shell_get_visible_name (self);
  gboolean open = dolen_session_get_person (self->session) != NULL && label != NULL;

  gboolean shown = open && (g_strcmp0 (page, "find") == 0 || g_strcmp0 (page, "people") == 0);
  gboolean narrow = adw_view_switcher_title_get_title_visible (self->switcher_title);

  gtk_widget_set_visible (GTK_WIDGET (self->person_chip), shown && !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->person_bar), shown && narrow);
  if (open) {
    /* Translators: in the header; %s is how the open person is called: whom suggestions are for. */
    g_autofree char *text = g_strdup_printf (_ ("For: %s"), label);
    /* Translators: said by a screen reader for the button that closes the open person. */
    g_autofree char *spoken = g_strdup_printf (_ ("For: %s. Close this person"), label);

    gtk_label_set_text (self->person_label, text);
    gtk_label_set_text (self->person_bar_label, text);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->person_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->person_chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  }
}

/* While a job runs it may be the one that fills the directory. */
static const char *
choose_view (DolenShell *self)
{
  if (dolen_session_get_error (self->session) != NULL)
    return "error";
  if (!self->welcome_skipped && !dolen_session_is_busy (self->session)
      && dolen_session_is_empty (self->session))
    return "welcome";
  return "places";
}

static void
show_directory (DolenShell *self)
{
  const GError *error = dolen_session_get_error (self->session);
  g_autofree char *message = error != NULL ? dolen_error_to_message (error) : NULL;
  const char *view = choose_view (self);
  gboolean welcome = g_strcmp0 (view, "welcome") == 0;

  if (message != NULL) {
    g_autofree char *escaped = g_markup_escape_text (message, -1);
    adw_status_page_set_description (self->error_page, escaped);
  }
  if (welcome && gtk_stack_get_child_by_name (self->stack, "welcome") == NULL)
    gtk_stack_add_named (self->stack, dolen_welcome_page_new (), "welcome");
  gtk_stack_set_visible_child_name (self->stack, view);
  if (dolen_session_get_directory (self->session) != NULL && !dolen_session_is_busy (self->session)
      && !dolen_session_is_empty (self->session))
    self->welcome_skipped = TRUE;
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, error == NULL);
}

static void
show_locked (DolenShell *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->lock_button),
                          dolen_session_is_unlocked (self->session));
}

static void
show_sample (DolenShell *self)
{
  gtk_widget_set_visible (self->sample_notice, dolen_session_is_invented (self->session));
  gtk_widget_set_visible (self->close_sample_button,
                          dolen_session_get_home (self->session) != NULL);
}

static gboolean
reveal_cb (gpointer user_data)
{
  DolenShell *self = user_data;

  self->reveal_source = 0;
  adw_view_switcher_bar_set_reveal (
      self->switcher_bar, adw_view_switcher_title_get_title_visible (self->switcher_title));
  if (self->session != NULL)
    show_person (self);
  return G_SOURCE_REMOVE;
}

/* Comes while sizes are being allocated; the bar must not grow in the middle of that. */
static void
on_title_visible_cb (DolenShell *self)
{
  g_assert (DOLEN_IS_SHELL (self));
  if (self->reveal_source == 0)
    self->reveal_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, reveal_cb, self, NULL);
}

/* Where @page stands; its page is built when it is first shown or asked for. */
static AdwBin *
get_place (DolenShell *self, const char *page)
{
  return (AdwBin *) adw_view_stack_get_child_by_name (self->places, page);
}

static void
build_page (DolenShell *self, const DolenPageEntry *entry)
{
  AdwBin *place = get_place (self, entry->name);

  if (place != NULL && adw_bin_get_child (place) == NULL)
    adw_bin_set_child (place, entry->create (self->session));
}

/* One page at a time, when there is nothing else to do. */
static gboolean
build_next_cb (gpointer user_data)
{
  DolenShell *self = user_data;

  for (const DolenPageEntry *entry = dolen_pages_list (); entry->name != NULL; entry++)
    if (adw_bin_get_child (get_place (self, entry->name)) == NULL) {
      build_page (self, entry);
      return G_SOURCE_CONTINUE;
    }
  self->build_source = 0;
  return G_SOURCE_REMOVE;
}

/* The first frame needs one page; the others are made once it is on its way. */
static gboolean
on_first_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DolenShell *self = DOLEN_SHELL (widget);

  if (self->build_source == 0)
    self->build_source = g_idle_add_full (G_PRIORITY_LOW, build_next_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_place_changed_cb (DolenShell *self)
{
  g_assert (DOLEN_IS_SHELL (self));
  if (self->session == NULL)
    return;
  dolen_shell_get_visible_page (self);
  show_person (self);
  /* Whoever goes somewhere has seen the welcome. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    dolen_shell_skip_welcome (self);
}

static void
on_person_changed_cb (DolenShell *self)
{
  g_assert (DOLEN_IS_SHELL (self));
  show_person (self);
}

static void
on_directory_changed_cb (DolenShell *self)
{
  g_assert (DOLEN_IS_SHELL (self));
  show_directory (self);
  show_sample (self);
}

static void
on_unlocked_cb (DolenShell *self)
{
  g_assert (DOLEN_IS_SHELL (self));
  show_locked (self);
}

static void
dolen_shell_dispose (GObject *object)
{
  DolenShell *self = DOLEN_SHELL (object);

  g_clear_handle_id (&self->reveal_source, g_source_remove);
  g_clear_handle_id (&self->build_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_SHELL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_shell_parent_class)->dispose (object);
}

static void
dolen_shell_class_init (DolenShellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_shell_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-shell.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenShell, overlay);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, stack);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, places);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, error_page);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, person_chip);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, person_label);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, person_bar);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, person_bar_label);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, language_button);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, lock_button);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, sample_notice);
  gtk_widget_class_bind_template_child (widget_class, DolenShell, close_sample_button);
  gtk_widget_class_bind_template_callback (widget_class, on_place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_title_visible_cb);
}

static void
dolen_shell_init (DolenShell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_button_set_label (self->language_button, other_language_name ());
}

static void
add_places (DolenShell *self)
{
  for (const DolenPageEntry *entry = dolen_pages_list (); entry->name != NULL; entry++)
    adw_view_stack_add_titled_with_icon (
        self->places, adw_bin_new (), entry->name, _ (entry->title), entry->icon_name);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_first_tick_cb, NULL, NULL);
}

DolenShell *
dolen_shell_new (DolenSession *session)
{
  DolenShell *self;

  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);

  self = g_object_new (DOLEN_TYPE_SHELL, NULL);
  self->session = g_object_ref (session);
  add_places (self);
  g_signal_connect_object (
      session, "person-changed", G_CALLBACK (on_person_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "directory-changed", G_CALLBACK (on_directory_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      session, "idle", G_CALLBACK (on_directory_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "notify::unlocked",
                           G_CALLBACK (on_unlocked_cb),
                           self,
                           G_CONNECT_SWAPPED);
  show_person (self);
  show_directory (self);
  show_locked (self);
  show_sample (self);
  return self;
}

DolenPage *
dolen_shell_get_page (DolenShell *self, const char *name)
{
  g_return_val_if_fail (DOLEN_IS_SHELL (self) && name != NULL, NULL);
  for (const DolenPageEntry *entry = dolen_pages_list (); entry->name != NULL; entry++)
    if (g_str_equal (entry->name, name)) {
      build_page (self, entry);
      return DOLEN_PAGE (adw_bin_get_child (get_place (self, name)));
    }
  return NULL;
}

DolenPage *
dolen_shell_get_visible_page (DolenShell *self)
{
  g_return_val_if_fail (DOLEN_IS_SHELL (self), NULL);
  return dolen_shell_get_page (self, dolen_shell_get_visible_name (self));
}

const char *
dolen_shell_get_visible_name (DolenShell *self)
{
  g_return_val_if_fail (DOLEN_IS_SHELL (self), NULL);
  return adw_view_stack_get_visible_child_name (self->places);
}

void
dolen_shell_show (DolenShell *self, const char *name)
{
  g_return_if_fail (DOLEN_IS_SHELL (self) && name != NULL);

  if (get_place (self, name) == NULL)
    return;
  adw_view_stack_set_visible_child_name (self->places, name);
  dolen_shell_skip_welcome (self);
}

AdwToastOverlay *
dolen_shell_get_overlay (DolenShell *self)
{
  g_return_val_if_fail (DOLEN_IS_SHELL (self), NULL);
  return self->overlay;
}

void
dolen_shell_skip_welcome (DolenShell *self)
{
  g_return_if_fail (DOLEN_IS_SHELL (self));

  if (self->welcome_skipped)
    return;
  self->welcome_skipped = TRUE;
  show_directory (self);
}

GVariant *
dolen_shell_save_state (DolenShell *self)
{
  GVariantBuilder state = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_variant_builder_add (
      &state, "{sv}", "place", g_variant_new_string (dolen_shell_get_visible_name (self)));
  g_variant_builder_add (
      &state, "{sv}", "welcome-skipped", g_variant_new_boolean (self->welcome_skipped));
  g_variant_builder_add (&state,
                         "{sv}",
                         "language-focused",
                         g_variant_new_boolean (focus == GTK_WIDGET (self->language_button)));
  for (const DolenPageEntry *entry = dolen_pages_list (); entry->name != NULL; entry++) {
    g_autofree char *key = g_strconcat ("page-", entry->name, NULL);
    g_autoptr (GVariant) page = dolen_page_save_state (dolen_shell_get_page (self, entry->name));

    g_variant_builder_add (&state, "{sv}", key, page);
  }
  return g_variant_ref_sink (g_variant_builder_end (&state));
}

void
dolen_shell_restore_state (DolenShell *self, GVariant *state)
{
  const char *place = NULL;
  gboolean focused = FALSE;

  g_return_if_fail (DOLEN_IS_SHELL (self) && state != NULL);

  for (const DolenPageEntry *entry = dolen_pages_list (); entry->name != NULL; entry++) {
    g_autofree char *key = g_strconcat ("page-", entry->name, NULL);
    g_autoptr (GVariant) page = g_variant_lookup_value (state, key, G_VARIANT_TYPE_VARDICT);

    if (page != NULL)
      dolen_page_restore_state (dolen_shell_get_page (self, entry->name), page);
  }
  if (g_variant_lookup (state, "welcome-skipped", "b", &self->welcome_skipped))
    show_directory (self);
  if (g_variant_lookup (state, "place", "&s", &place) && get_place (self, place) != NULL)
    adw_view_stack_set_visible_child_name (self->places, place);
  if (g_variant_lookup (state, "language-focused", "b", &focused) && focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->language_button));
}
