/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-place-entry.h"

#include "place/dolen-gazetteer.h"

#include <glib/gi18n.h>

#define MOST_PLACES 5

struct _DolenPlaceEntry {
  AdwBin parent_instance;
  GtkWidget *entry;
  GtkWidget *places; /* list box */
  GtkWidget *known;  /* label: what is wrong, or what is known */
  char *settled;     /* (owned) never NULL */
  gboolean setting;  /* the text is being set from here */
};

G_DEFINE_FINAL_TYPE (DolenPlaceEntry, dolen_place_entry, ADW_TYPE_BIN)

static guint changed_signal;

static char *
typed (DolenPlaceEntry *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
show_known (DolenPlaceEntry *self)
{
  g_autofree char *known = NULL;
  DolenPosition position;
  gboolean wrong = *self->settled != '\0'
                   && !dolen_gazetteer_locate (
                       dolen_gazetteer_get_bundled (), self->settled, &position, &known);

  gtk_widget_set_visible (self->known, wrong);
  if (wrong)
    /* Translators: below an entry for a place. */
    gtk_label_set_text (GTK_LABEL (self->known),
                        _ ("No such place is known here; try a town nearby or a postcode."));
}

static void
set_text (DolenPlaceEntry *self, const char *text)
{
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->setting = FALSE;
}

static void
settle (DolenPlaceEntry *self, const char *place)
{
  gtk_widget_set_visible (self->places, FALSE);
  if (g_str_equal (place, self->settled))
    return;
  g_free (self->settled);
  self->settled = g_strdup (place);
  show_known (self);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
new_place_row (const DolenPlace *place)
{
  DolenLanguage language = dolen_language_current ();
  const char *name = dolen_place_name (place, language);
  const char *county = language == DOLEN_LANGUAGE_CY ? place->county_cy : place->county_en;
  g_autofree char *text
      = *county != '\0' ? g_strdup_printf ("%s, %s", name, county) : g_strdup (name);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "place-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "place", g_steal_pointer (&text), g_free);
  return row;
}

static void
show_places (DolenPlaceEntry *self, const char *text)
{
  g_autoptr (GPtrArray) places = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->places), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->places), GTK_WIDGET (row));
  if (g_utf8_strlen (text, -1) >= 2)
    places = dolen_gazetteer_complete (dolen_gazetteer_get_bundled (), text, MOST_PLACES);
  for (guint i = 0; places != NULL && i < places->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->places),
                         new_place_row (g_ptr_array_index (places, i)));
  gtk_widget_set_visible (self->places, places != NULL && places->len > 0);
}

static void
on_text_changed_cb (GtkEditable *editable, DolenPlaceEntry *self)
{
  g_autofree char *text = NULL;

  if (self->setting)
    return;
  text = typed (self);
  show_places (self, text);
  gtk_widget_set_visible (self->known, FALSE);
  if (*text == '\0')
    settle (self, "");
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, DolenPlaceEntry *self)
{
  const char *place = g_object_get_data (G_OBJECT (row), "place");

  set_text (self, place);
  gtk_widget_grab_focus (self->entry);
  settle (self, place);
}

static void
on_activate_cb (GtkEntry *entry, DolenPlaceEntry *self)
{
  g_autofree char *text = typed (self);

  settle (self, text);
}

static void
on_leave_cb (GtkEventControllerFocus *focus, DolenPlaceEntry *self)
{
  g_autofree char *text = typed (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *now = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Going down into the places is not leaving. */
  if (now != NULL && gtk_widget_is_ancestor (now, self->places))
    return;
  settle (self, text);
}

/* Down goes to the first place on offer, not past the list. */
static gboolean
on_key_cb (GtkEventControllerKey *controller,
           guint key,
           guint code,
           GdkModifierType state,
           DolenPlaceEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->places), 0);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || row == NULL
      || !gtk_widget_get_visible (self->places))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
dolen_place_entry_finalize (GObject *object)
{
  g_free (DOLEN_PLACE_ENTRY (object)->settled);
  G_OBJECT_CLASS (dolen_place_entry_parent_class)->finalize (object);
}

static void
dolen_place_entry_class_init (DolenPlaceEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_place_entry_finalize;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();

  /* Translators: in an entry for where a person starts from. */
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Town, village or postcode"));
  gtk_entry_set_icon_from_icon_name (
      GTK_ENTRY (entry), GTK_ENTRY_ICON_PRIMARY, "mark-location-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where from: town, village or postcode"),
                                  -1);
  return entry;
}

static void
dolen_place_entry_init (DolenPlaceEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->settled = g_strdup ("");
  self->entry = new_entry ();
  self->places = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->places), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->places, "boxed-list");
  gtk_widget_set_visible (self->places, FALSE);
  self->known = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->known), 0);
  gtk_label_set_wrap (GTK_LABEL (self->known), TRUE);
  gtk_widget_add_css_class (self->known, "caption");
  gtk_widget_set_visible (self->known, FALSE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->places);
  gtk_box_append (GTK_BOX (box), self->known);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_text_changed_cb), self, 0);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_activate_cb), self, 0);
  g_signal_connect_object (
      self->places, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave_cb), self, 0);
  gtk_widget_add_controller (self->entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_cb), self, 0);
  gtk_widget_add_controller (self->entry, keys);
}

GtkWidget *
dolen_place_entry_new (void)
{
  return g_object_new (DOLEN_TYPE_PLACE_ENTRY, NULL);
}

const char *
dolen_place_entry_get_place (DolenPlaceEntry *self)
{
  g_return_val_if_fail (DOLEN_IS_PLACE_ENTRY (self), NULL);
  return self->settled;
}

void
dolen_place_entry_set_place (DolenPlaceEntry *self, const char *place)
{
  g_return_if_fail (DOLEN_IS_PLACE_ENTRY (self));

  if (g_strcmp0 (self->settled, place != NULL ? place : "") == 0)
    return;
  g_free (self->settled);
  self->settled = g_strdup (place != NULL ? place : "");
  set_text (self, self->settled);
  gtk_widget_set_visible (self->places, FALSE);
  show_known (self);
}
