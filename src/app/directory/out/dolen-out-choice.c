/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/out/dolen-out-choice.h"

#include "app/casework/dolen-widget-util.h"
#include "exchange/out/dolen-out-sources.h"

#include <glib/gi18n.h>

#define KEY "out-sources"

struct _DolenOutChoice {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  GPtrArray *sources;    /* (owned) of DolenOutSource */
  GPtrArray *checks;     /* (owned) of GtkCheckButton, as .sources */
};

G_DEFINE_FINAL_TYPE (DolenOutChoice, dolen_out_choice, ADW_TYPE_BIN)

static const DolenOutSource *
source_at (DolenOutChoice *self, guint i)
{
  return g_ptr_array_index (self->sources, i);
}

static GtkCheckButton *
check_at (DolenOutChoice *self, guint i)
{
  return g_ptr_array_index (self->checks, i);
}

/* Where nothing came from anywhere else there is none. */
static gboolean
is_choice (DolenOutChoice *self)
{
  return self->sources->len > 1;
}

/* ---- what was chosen before ---- */

/* (transfer full) (nullable): NULL where nothing was kept. */
static char **
read_kept (DolenOutChoice *self, const char *destination)
{
  g_autoptr (GVariant) all = g_settings_get_value (dolen_session_get_settings (self->session), KEY);
  char **uids = NULL;

  g_variant_lookup (all, destination, "^as", &uids);
  return uids;
}

static void
write_kept (DolenOutChoice *self, const char *destination, char **uids)
{
  GSettings *settings = dolen_session_get_settings (self->session);
  g_autoptr (GVariant) before = g_settings_get_value (settings, KEY);
  GVariantBuilder after;
  GVariantIter iter;
  const char *key;
  char **kept;

  g_variant_builder_init (&after, G_VARIANT_TYPE ("a{sas}"));
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&s^as}", &key, &kept)) {
    if (!g_str_equal (key, destination))
      g_variant_builder_add (&after, "{s^as}", key, kept);
    g_strfreev (kept);
  }
  g_variant_builder_add (&after, "{s^as}", destination, uids);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&after));
}

void
dolen_out_choice_load (DolenOutChoice *self, const char *destination)
{
  g_auto (GStrv) kept = NULL;

  g_return_if_fail (DOLEN_IS_OUT_CHOICE (self) && destination != NULL);
  kept = read_kept (self, destination);
  for (guint i = 0; i < self->sources->len; i++) {
    const DolenOutSource *source = source_at (self, i);
    gboolean ticked = kept != NULL && is_choice (self)
                          ? g_strv_contains ((const char *const *) kept, source->uid)
                          : dolen_out_source_is_free (source);

    gtk_check_button_set_active (check_at (self, i), ticked);
  }
}

static gboolean
is_as_by_itself (DolenOutChoice *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    if (gtk_check_button_get_active (check_at (self, i))
        != dolen_out_source_is_free (source_at (self, i)))
      return FALSE;
  return TRUE;
}

void
dolen_out_choice_keep (DolenOutChoice *self, const char *destination)
{
  g_auto (GStrv) kept = NULL;
  g_auto (GStrv) uids = NULL;

  g_return_if_fail (DOLEN_IS_OUT_CHOICE (self) && destination != NULL);
  kept = read_kept (self, destination);
  uids = dolen_out_choice_get (self);
  if (kept != NULL || !is_as_by_itself (self))
    write_kept (self, destination, uids);
}

char **
dolen_out_choice_get (DolenOutChoice *self)
{
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();

  g_return_val_if_fail (DOLEN_IS_OUT_CHOICE (self), NULL);
  for (guint i = 0; i < self->sources->len; i++)
    if (gtk_check_button_get_active (check_at (self, i)))
      g_strv_builder_add (uids, source_at (self, i)->uid);
  return g_strv_builder_end (uids);
}

void
dolen_out_choice_tick (DolenOutChoice *self, const char *uid, gboolean ticked)
{
  g_return_if_fail (DOLEN_IS_OUT_CHOICE (self));
  for (guint i = 0; i < self->sources->len; i++)
    if (g_str_equal (source_at (self, i)->uid, uid))
      gtk_check_button_set_active (check_at (self, i), ticked);
}

/* ---- the rows ---- */

/* How many there are, the licence, and what is to be thought of. */
static char *
describe (const DolenOutSource *source)
{
  DolenLanguage language = dolen_language_current ();
  const char *licence = dolen_licence_name (source->licence.licence);
  const char *warning = dolen_out_source_warning (source, language);
  /* Translators: counts listings of a source (gwasanaeth, masc.). */
  g_autofree char *count = g_strdup_printf (
      ngettext ("%u service", "%u services", source->services), source->services);
  GString *text = g_string_new (count);

  if (licence != NULL)
    g_string_append_printf (text, " · %s", licence);
  if (source->licence.attribution != NULL)
    g_string_append_printf (text, " · %s", source->licence.attribution);
  if (warning != NULL)
    g_string_append_printf (text, "\n%s", warning);
  return g_string_free (text, FALSE);
}

static void
add_row (DolenOutChoice *self, GtkWidget *list, const DolenOutSource *source)
{
  /* Translators: listings that did not come from any feed or file. */
  const char *title = source->name != NULL ? source->name : _ ("Made here");
  GtkWidget *row = dolen_plain_row_new (title);
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *told = describe (source);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), told);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  told,
                                  -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_ptr_array_add (self->checks, g_object_ref (check));
}

static void
fill (DolenOutChoice *self)
{
  GtkWidget *list = dolen_boxed_list_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < self->sources->len; i++)
    add_row (self, list, source_at (self, i));
  gtk_box_append (
      GTK_BOX (box),
      dolen_label_new (_ ("The licence of a source is stated in Sources; it goes out with its "
                          "records."),
                       "dim-label"));
  gtk_box_append (GTK_BOX (box), list);
  adw_bin_set_child (
      ADW_BIN (self),
      /* Translators: heading: which of the records go out, by where they come from. */
      dolen_section_new (_ ("Whose Records"), NULL, box));
  gtk_widget_set_visible (GTK_WIDGET (self), is_choice (self));
}

/* ---- the object ---- */

static void
dolen_out_choice_finalize (GObject *object)
{
  DolenOutChoice *self = DOLEN_OUT_CHOICE (object);

  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->sources);
  g_object_unref (self->session);
  G_OBJECT_CLASS (dolen_out_choice_parent_class)->finalize (object);
}

static void
dolen_out_choice_class_init (DolenOutChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_out_choice_finalize;
}

static void
dolen_out_choice_init (DolenOutChoice *self)
{
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
}

GtkWidget *
dolen_out_choice_new (DolenSession *session)
{
  DolenOutChoice *self = g_object_new (DOLEN_TYPE_OUT_CHOICE, NULL);
  DolenDirectory *directory = dolen_session_get_directory (session);

  self->session = g_object_ref (session);
  if (directory != NULL)
    self->sources = dolen_out_sources_list (directory, NULL);
  if (self->sources == NULL)
    self->sources = g_ptr_array_new ();
  fill (self);
  return GTK_WIDGET (self);
}
