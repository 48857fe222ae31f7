/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-queue-filter.h"

#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>

#define FEW_LINES 2
#define CHIPS_WIDTH 150 /* pixels they ask for; they take what there is */

/* In the list of curators: everybody, nobody, then names. */
enum {
  EVERYBODY,
  NOBODY,
  N_FIXED
};

struct _DolenQueueFilter {
  AdwBin parent_instance;
  char *area;        /* (owned) (nullable) */
  char *assigned_to; /* (owned) (nullable) */
  gboolean setting;

  GtkWidget *chips;
  GtkToggleButton *all;
  GtkToggleButton *kinds[DOLEN_QUEUE_N_KINDS];
  GtkToggleButton *put_off;
  GtkToggleButton *more;
  GtkWidget *more_box;
  GtkEditable *area_entry;
  GtkDropDown *curator;
  GtkLabel *explained;
};

G_DEFINE_FINAL_TYPE (DolenQueueFilter, dolen_queue_filter, ADW_TYPE_BIN)

static guint changed_signal;

static void
say_changed (DolenQueueFilter *self)
{
  if (!self->setting)
    g_signal_emit (self, changed_signal, 0);
}

/* ---- the counts ---- */

static void
show_count (GtkToggleButton *button, const char *label, guint count, gboolean always)
{
  g_autofree char *text = g_strdup_printf ("%s %u", label, count);

  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_visible (GTK_WIDGET (button),
                          always || count > 0 || gtk_toggle_button_get_active (button));
}

static guint
index_of_curator (GListModel *model, const char *name)
{
  if (name == NULL)
    return EVERYBODY;
  if (*name == '\0')
    return NOBODY;
  for (guint i = N_FIXED; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), name))
      return i;
  return EVERYBODY;
}

static void
show_curators (DolenQueueFilter *self, const char *const *curators)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  /* Translators: whose rows of the queue are shown: everybody's. */
  gtk_string_list_append (model, C_ ("curators", "Everybody"));
  /* Translators: whose rows of the queue are shown: those that were given to nobody. */
  gtk_string_list_append (model, C_ ("curators", "Nobody’s"));
  for (guint i = 0; curators != NULL && curators[i] != NULL; i++)
    gtk_string_list_append (model, curators[i]);
  /* A name that has nothing any more is still asked for. */
  if (!dolen_text_is_empty (self->assigned_to)
      && index_of_curator (G_LIST_MODEL (model), self->assigned_to) == EVERYBODY)
    gtk_string_list_append (model, self->assigned_to);
  gtk_drop_down_set_model (self->curator, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->curator,
                              index_of_curator (G_LIST_MODEL (model), self->assigned_to));
}

void
dolen_queue_filter_show (DolenQueueFilter *self,
                         const DolenQueueList *list,
                         const char *const *curators)
{
  DolenLanguage language = dolen_language_current ();
  guint all = 0;

  g_return_if_fail (DOLEN_IS_QUEUE_FILTER (self));

  self->setting = TRUE;
  for (DolenQueueKind kind = 0; kind < DOLEN_QUEUE_N_KINDS; kind++) {
    show_count (
        self->kinds[kind], dolen_queue_kind_label (kind, language), list->by_kind[kind], FALSE);
    all += list->by_kind[kind];
  }
  gtk_widget_set_visible (GTK_WIDGET (self->all), all > 0);
  /* Translators: a toggle: rows of the queue that come back later; a count follows; short. */
  show_count (self->put_off, _ ("Put off"), list->put_off, FALSE);
  show_curators (self, curators);
  self->setting = FALSE;
}

void
dolen_queue_filter_explain (DolenQueueFilter *self, const char *order)
{
  g_return_if_fail (DOLEN_IS_QUEUE_FILTER (self));

  gtk_label_set_text (self->explained, order != NULL ? order : "");
  gtk_widget_set_visible (GTK_WIDGET (self->explained), order != NULL);
}

/* ---- what is asked for ---- */

static guint
chosen_kinds (DolenQueueFilter *self)
{
  for (DolenQueueKind kind = 0; kind < DOLEN_QUEUE_N_KINDS; kind++)
    if (gtk_toggle_button_get_active (self->kinds[kind]))
      return DOLEN_QUEUE_BIT (kind);
  return 0;
}

void
dolen_queue_filter_read (DolenQueueFilter *self, DolenQueueQuery *query)
{
  g_return_if_fail (DOLEN_IS_QUEUE_FILTER (self));

  query->kinds = chosen_kinds (self);
  query->area = self->area;
  query->assigned_to = self->assigned_to;
  query->put_off = gtk_toggle_button_get_active (self->put_off);
}

gboolean
dolen_queue_filter_is_narrow (DolenQueueFilter *self)
{
  g_return_val_if_fail (DOLEN_IS_QUEUE_FILTER (self), FALSE);
  return chosen_kinds (self) != 0 || self->area != NULL || self->assigned_to != NULL
         || gtk_toggle_button_get_active (self->put_off);
}

static void
on_kind (GtkToggleButton *button, DolenQueueFilter *self)
{
  gtk_widget_queue_resize (self->chips);
  if (gtk_toggle_button_get_active (button))
    say_changed (self);
}

static void
on_more (GtkToggleButton *button, DolenQueueFilter *self)
{
  gboolean open = gtk_toggle_button_get_active (button);

  gtk_widget_set_visible (self->more_box, open);
  dolen_wrap_box_set_most_lines (self->chips, open ? 0 : FEW_LINES);
}

static void
on_area (GtkEditable *entry, DolenQueueFilter *self)
{
  g_free (self->area);
  self->area = dolen_text_clean_line (gtk_editable_get_text (entry));
  say_changed (self);
}

static void
on_curator (DolenQueueFilter *self)
{
  guint chosen = gtk_drop_down_get_selected (self->curator);
  GListModel *model = gtk_drop_down_get_model (self->curator);

  if (self->setting || chosen == GTK_INVALID_LIST_POSITION)
    return;
  g_free (self->assigned_to);
  if (chosen == EVERYBODY)
    self->assigned_to = NULL;
  else
    self->assigned_to = g_strdup (
        chosen == NOBODY ? "" : gtk_string_list_get_string (GTK_STRING_LIST (model), chosen));
  say_changed (self);
}

void
dolen_queue_filter_set (DolenQueueFilter *self,
                        guint kinds,
                        const char *area,
                        const char *assigned_to,
                        gboolean put_off)
{
  g_return_if_fail (DOLEN_IS_QUEUE_FILTER (self));

  self->setting = TRUE;
  gtk_toggle_button_set_active (put_off ? self->put_off : self->all, TRUE);
  for (DolenQueueKind kind = 0; kind < DOLEN_QUEUE_N_KINDS; kind++)
    if (kinds == DOLEN_QUEUE_BIT (kind))
      gtk_toggle_button_set_active (self->kinds[kind], TRUE);
  gtk_editable_set_text (self->area_entry, area != NULL ? area : "");
  g_free (self->area);
  self->area = dolen_text_clean_line (area);
  g_free (self->assigned_to);
  self->assigned_to = g_strdup (assigned_to);
  if (area != NULL || assigned_to != NULL)
    gtk_toggle_button_set_active (self->more, TRUE);
  self->setting = FALSE;
  say_changed (self);
}

void
dolen_queue_filter_begin (DolenQueueFilter *self)
{
  g_return_if_fail (DOLEN_IS_QUEUE_FILTER (self));
  gtk_toggle_button_set_active (self->more, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->area_entry));
}

/* ---- making it ---- */

static GtkToggleButton *
new_chip (DolenQueueFilter *self, GtkWidget *box, const char *label)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (chip, "numeric");
  if (self->all != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), self->all);
  g_signal_connect (chip, "toggled", G_CALLBACK (on_kind), self);
  gtk_box_append (GTK_BOX (box), chip);
  return GTK_TOGGLE_BUTTON (chip);
}

/* The rows of the queue come first: of the kinds those that fit into two lines; the
 * others with the filters.
 */
static GtkWidget *
new_chips (DolenQueueFilter *self)
{
  self->chips = dolen_wrap_box_new ();
  /* Translators: a toggle: rows of the queue of all kinds; short. */
  self->all = new_chip (self, self->chips, C_ ("queue", "All"));
  for (DolenQueueKind kind = 0; kind < DOLEN_QUEUE_N_KINDS; kind++) {
    self->kinds[kind] = new_chip (self, self->chips, "");
    gtk_widget_set_visible (GTK_WIDGET (self->kinds[kind]), FALSE);
  }
  self->put_off = new_chip (self, self->chips, _ ("Put off"));
  gtk_widget_set_visible (GTK_WIDGET (self->put_off), FALSE);
  gtk_toggle_button_set_active (self->all, TRUE);
  self->more = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_ ("Filters")));
  g_signal_connect (self->more, "toggled", G_CALLBACK (on_more), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "chip");
  gtk_box_append (GTK_BOX (self->chips), GTK_WIDGET (self->more));
  gtk_widget_set_hexpand (self->chips, TRUE);
  dolen_wrap_box_set_most_natural (self->chips, CHIPS_WIDTH);
  dolen_wrap_box_set_most_lines (self->chips, FEW_LINES);
  return self->chips;
}

static GtkWidget *
new_more (DolenQueueFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *area = gtk_search_entry_new ();

  self->area_entry = GTK_EDITABLE (area);
  gtk_editable_set_width_chars (self->area_entry, 8);
  /* Translators: an entry that narrows the queue: a place. */
  g_object_set (area, "placeholder-text", _ ("Town, county or postcode"), NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Town, county or postcode"), -1);
  g_signal_connect (area, "search-changed", G_CALLBACK (on_area), self);
  self->curator = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->curator), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who sees to it"), -1);
  show_curators (self, NULL);
  g_signal_connect_swapped (self->curator, "notify::selected", G_CALLBACK (on_curator), self);
  self->explained = GTK_LABEL (dolen_label_new (NULL, "caption"));
  gtk_label_set_max_width_chars (self->explained, 40);
  gtk_widget_add_css_class (GTK_WIDGET (self->explained), "dim-label");
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->curator));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->explained));
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static void
dolen_queue_filter_dispose (GObject *object)
{
  DOLEN_QUEUE_FILTER (object)->setting = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (dolen_queue_filter_parent_class)->dispose (object);
}

static void
dolen_queue_filter_finalize (GObject *object)
{
  DolenQueueFilter *self = DOLEN_QUEUE_FILTER (object);

  g_free (self->area);
  g_free (self->assigned_to);
  G_OBJECT_CLASS (dolen_queue_filter_parent_class)->finalize (object);
}

static void
dolen_queue_filter_class_init (DolenQueueFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_queue_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_queue_filter_finalize;
  changed_signal = g_signal_new (
      "changed", DOLEN_TYPE_QUEUE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dolen_queue_filter_init (DolenQueueFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->setting = TRUE;
  gtk_box_append (GTK_BOX (box), new_chips (self));
  self->more_box = new_more (self);
  gtk_box_append (GTK_BOX (box), self->more_box);
  adw_bin_set_child (ADW_BIN (self), box);
  self->setting = FALSE;
}

GtkWidget *
dolen_queue_filter_new (void)
{
  return g_object_new (DOLEN_TYPE_QUEUE_FILTER, NULL);
}
