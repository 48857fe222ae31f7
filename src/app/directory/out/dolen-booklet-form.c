/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/out/dolen-booklet-form.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-choice-row.h"

#include <glib/gi18n.h>

#define KIND "dolen-kind"

struct _DolenBookletForm {
  AdwBin parent_instance;
  const DolenBookletStock *stock; /* its owner's */
  AdwComboRow *sort_row;
  AdwComboRow *area_row;
  AdwComboRow *headings_row;
  AdwComboRow *language_row;
  AdwComboRow *size_row;
  AdwExpanderRow *kinds_row;
  GPtrArray *checks; /* (owned) of GtkCheckButton, not owned; each with its kind */
  GPtrArray *areas;  /* (owned) of char*: what area_row lists */
  GPtrArray *ticked; /* (owned) of DolenTerm */
};

G_DEFINE_FINAL_TYPE (DolenBookletForm, dolen_booklet_form, ADW_TYPE_BIN)

static guint changed_signal;

static void
on_changed (DolenBookletForm *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* ---- the area ---- */

static DolenBookletArea
get_sort (DolenBookletForm *self)
{
  return (DolenBookletArea) adw_combo_row_get_selected (self->sort_row);
}

/* Which towns, districts or counties there are. */
static void
list_areas (DolenBookletForm *self)
{
  DolenBookletArea sort = get_sort (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_clear_pointer (&self->areas, g_ptr_array_unref);
  self->areas = dolen_booklet_list_areas (self->stock, sort, dolen_language_current ());
  for (guint i = 0; i < self->areas->len; i++)
    gtk_string_list_append (names, self->areas->pdata[i]);
  adw_combo_row_set_model (self->area_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->area_row), sort != DOLEN_BOOKLET_EVERYWHERE);
}

static void
on_sort (DolenBookletForm *self)
{
  list_areas (self);
  on_changed (self);
}

static const char *
get_area (DolenBookletForm *self)
{
  guint chosen = adw_combo_row_get_selected (self->area_row);

  return chosen < self->areas->len ? self->areas->pdata[chosen] : NULL;
}

/* ---- kinds ---- */

static void
say_kinds (DolenBookletForm *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->ticked->len; i++)
    g_string_append_printf (names,
                            "%s%s",
                            i > 0 ? "; " : "",
                            dolen_term_label (self->ticked->pdata[i], dolen_language_current ()));
  /* Translators: of the kinds (mathau, pl.) of groups in a booklet: none was ticked. */
  adw_expander_row_set_subtitle (self->kinds_row,
                                 self->ticked->len > 0 ? names->str : _ ("All kinds"));
}

static void
on_kind (DolenBookletForm *self)
{
  g_ptr_array_set_size (self->ticked, 0);
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (self->ticked, g_object_get_data (self->checks->pdata[i], KIND));
  say_kinds (self);
  on_changed (self);
}

static void
add_kind (DolenBookletForm *self, const DolenTerm *kind)
{
  const char *label = dolen_term_label (kind, dolen_language_current ());
  GtkWidget *row = dolen_plain_row_new (label);
  GtkWidget *check = gtk_check_button_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (check), KIND, (gpointer) kind);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_kind), self);
  adw_expander_row_add_row (self->kinds_row, row);
  g_ptr_array_add (self->checks, check);
}

/* The list that unfolds has no name of its own. */
static void
name_lists (GtkWidget *root, const char *name)
{
  if (GTK_IS_LIST_BOX (root))
    gtk_accessible_update_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

static void
add_kinds (DolenBookletForm *self, GtkWidget *group)
{
  g_autoptr (GPtrArray) kinds = dolen_booklet_list_kinds (self->stock, dolen_language_current ());

  self->kinds_row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->kinds_row), FALSE);
  /* Translators: which kinds (mathau, pl.) of groups stand in a booklet. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kinds_row), _ ("What kinds"));
  for (guint i = 0; i < kinds->len; i++)
    add_kind (self, kinds->pdata[i]);
  name_lists (GTK_WIDGET (self->kinds_row), _ ("What kinds"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->kinds_row), kinds->len > 0);
  say_kinds (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->kinds_row));
}

/* ---- rows ---- */

static AdwComboRow *
add_choice (DolenBookletForm *self,
            GtkWidget *group,
            const char *title,
            const char *const *names,
            guint chosen)
{
  AdwComboRow *row = dolen_choice_row_new (title, names, chosen);

  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_changed), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  return row;
}

static GtkWidget *
add_group (GtkWidget *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
add_what (DolenBookletForm *self, GtkWidget *box)
{
  /* Translators: how the area (ardal, fem.) of a booklet is chosen. */
  const char *const sorts[] = { _ ("The whole directory"),
                                _ ("A town or village"),
                                _ ("A postcode district"),
                                _ ("A county"),
                                NULL };
  const char *const none[] = { NULL };
  GtkWidget *group = add_group (box, _ ("What Stands in It"));

  self->sort_row = dolen_choice_row_new (_ ("Area"), sorts, DOLEN_BOOKLET_EVERYWHERE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->sort_row));
  /* Translators: which town, district or county (masc. and fem.): a list follows. */
  self->area_row = add_choice (self, group, _ ("Which one"), none, 0);
  add_kinds (self, group);
  list_areas (self);
  g_signal_connect_swapped (self->sort_row, "notify::selected", G_CALLBACK (on_sort), self);
}

static void
add_look (DolenBookletForm *self, GtkWidget *box)
{
  const char *const languages[]
      = { "Cymraeg", "English", _ ("Welsh and English"), _ ("English and Welsh"), NULL };
  const char *const sizes[]
      = { _ ("Normal (12 points)"), _ ("Large (16 points)"), _ ("Very large (22 points)"), NULL };
  /* Translators: what the headings of a booklet are: kinds (mathau) of groups, or their places. */
  const char *const headings[] = { _ ("Kinds of groups"), _ ("Towns and villages"), NULL };
  GtkWidget *group = add_group (box, _ ("How It Looks"));

  self->headings_row = add_choice (self, group, _ ("Headings"), headings, 0);
  self->language_row = add_choice (self, group, _ ("Language"), languages, 2);
  self->size_row = add_choice (self, group, _ ("Print size"), sizes, DOLEN_SHEET_NORMAL);
}

/* ---- the object ---- */

static void
dolen_booklet_form_finalize (GObject *object)
{
  DolenBookletForm *self = DOLEN_BOOKLET_FORM (object);

  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->ticked);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  G_OBJECT_CLASS (dolen_booklet_form_parent_class)->finalize (object);
}

static void
dolen_booklet_form_class_init (DolenBookletFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_booklet_form_finalize;
  changed_signal = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_booklet_form_init (DolenBookletForm *self)
{
  self->checks = g_ptr_array_new ();
  self->ticked = g_ptr_array_new ();
}

GtkWidget *
dolen_booklet_form_new (const DolenBookletStock *stock)
{
  DolenBookletForm *self = g_object_new (DOLEN_TYPE_BOOKLET_FORM, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->stock = stock;
  add_what (self, box);
  add_look (self, box);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

void
dolen_booklet_form_get (DolenBookletForm *self, DolenBookletChoices *choices, DolenSheetLook *look)
{
  guint language = adw_combo_row_get_selected (self->language_row);

  *choices = (DolenBookletChoices){
    .sort = get_sort (self),
    .area = get_area (self),
    .kinds = self->ticked->len > 0 ? self->ticked : NULL,
    .by_place = adw_combo_row_get_selected (self->headings_row) == 1,
    .language = language % 2 == 0 ? DOLEN_LANGUAGE_CY : DOLEN_LANGUAGE_EN,
    .both = language >= 2,
    /* Large letters leave no line wide enough for two. */
    .beside = adw_combo_row_get_selected (self->size_row) == DOLEN_SHEET_NORMAL,
  };
  *look = (DolenSheetLook){ .size = adw_combo_row_get_selected (self->size_row) };
}

gboolean
dolen_booklet_form_choose_area (DolenBookletForm *self, DolenBookletArea sort, const char *area)
{
  guint index;

  adw_combo_row_set_selected (self->sort_row, sort);
  if (area == NULL)
    return TRUE;
  if (!g_ptr_array_find_with_equal_func (self->areas, area, g_str_equal, &index))
    return FALSE;
  adw_combo_row_set_selected (self->area_row, index);
  return TRUE;
}

gboolean
dolen_booklet_form_choose_kind (DolenBookletForm *self, const char *code, gboolean ticked)
{
  for (guint i = 0; i < self->checks->len; i++) {
    const DolenTerm *kind = g_object_get_data (self->checks->pdata[i], KIND);

    if (!g_str_equal (kind->code, code))
      continue;
    gtk_check_button_set_active (self->checks->pdata[i], ticked);
    return TRUE;
  }
  return FALSE;
}

void
dolen_booklet_form_choose_look (DolenBookletForm *self,
                                gboolean by_place,
                                guint language,
                                DolenSheetSize size)
{
  adw_combo_row_set_selected (self->headings_row, by_place ? 1 : 0);
  adw_combo_row_set_selected (self->language_row, language);
  adw_combo_row_set_selected (self->size_row, size);
}
