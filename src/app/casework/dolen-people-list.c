/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-people-list.h"

#include "app/casework/dolen-widget-util.h"
#include "app/dolen-list-util.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

/* ---- an item: one line of the caseload ---- */

#define DOLEN_TYPE_PERSON_ITEM (dolen_person_item_get_type ())
G_DECLARE_FINAL_TYPE (DolenPersonItem, dolen_person_item, DOLEN, PERSON_ITEM, GObject)

struct _DolenPersonItem {
  GObject parent_instance;
  DolenPersonRow *row; /* (owned) */
};

G_DEFINE_FINAL_TYPE (DolenPersonItem, dolen_person_item, G_TYPE_OBJECT)

static void
dolen_person_item_finalize (GObject *object)
{
  dolen_person_row_free (DOLEN_PERSON_ITEM (object)->row);
  G_OBJECT_CLASS (dolen_person_item_parent_class)->finalize (object);
}

static void
dolen_person_item_class_init (DolenPersonItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dolen_person_item_finalize;
}

static void
dolen_person_item_init (DolenPersonItem *self)
{
}

/* ---- the list ---- */

struct _DolenPeopleList {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  GtkListView *view;
  GtkSingleSelection *selection; /* (owned) */
  GListStore *store;             /* (owned) (nullable) what is shown */
  DolenPeopleGroup group;        /* what was asked for */
  char *search;                  /* (owned) (nullable) */
  char *selected;                /* (owned) (nullable) uid */
};

G_DEFINE_FINAL_TYPE (DolenPeopleList, dolen_people_list, ADW_TYPE_BIN)

static guint chosen_signal;

static char *
say_name (const DolenPersonRow *row)
{
  if (dolen_text_is_empty (row->name) || g_strcmp0 (row->name, row->called) == 0)
    return g_strdup (row->called);
  /* Translators: a line of the list of people: how they like to be called, then their name. */
  return g_strdup_printf (_ ("%1$s (%2$s)"), row->called, row->name);
}

/* What is next, and when; NULL for those nothing is expected for. */
static char *
say_next (const DolenPersonRow *row)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *day = dolen_format_date_as (language, row->next_due, DOLEN_DATE_WEEKDAY);
  const char *what = dolen_due_what (row->next_kind, language);

  if (row->died_on != NULL || (row->next_due == NULL && !row->open && row->incoming == NULL))
    return NULL;
  if (row->next_due == NULL)
    return g_strdup (_ ("Nothing planned next"));
  if (row->overdue)
    /* Translators: first %s: what is to be done; second: the day it was due. */
    return g_strdup_printf (_ ("Overdue since %2$s: %1$s"), what, day);
  /* Translators: when something is to be done next for a person; first %s: what; second: a day. */
  return g_strdup_printf (_ ("Next: %1$s, %2$s"), what, day);
}

static char *
say_referrals (const DolenPersonRow *row)
{
  if (row->n_open_referrals == 0)
    return NULL;
  return g_strdup_printf (
      /* Translators: %d: how many referrals (atgyfeiriad, masc.) are under way. */
      ngettext ("%d open referral", "%d open referrals", (gulong) row->n_open_referrals),
      row->n_open_referrals);
}

static void
set_up_words (GtkWidget *label)
{
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *words = gtk_label_new (NULL);
  GtkWidget *next = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (mark, "warning");
  set_up_words (words);
  set_up_words (next);
  gtk_box_append (GTK_BOX (top), name);
  gtk_box_append (GTK_BOX (top), mark);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), next);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
}

static void
mark_warning (GtkWidget *label, gboolean warn)
{
  if (warn)
    gtk_widget_add_css_class (label, "warning");
  else
    gtk_widget_remove_css_class (label, "warning");
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const DolenPersonRow *row = DOLEN_PERSON_ITEM (gtk_list_item_get_item (item))->row;
  gboolean urgent = row->overdue || row->n_open_concerns > 0;
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *top = gtk_widget_get_first_child (box);
  GtkWidget *words = gtk_widget_get_next_sibling (top);
  GtkWidget *last = gtk_widget_get_last_child (box);
  g_autofree char *name = say_name (row);
  g_autofree char *stage = dolen_person_row_stage (row, dolen_language_current ());
  g_autofree char *referrals = say_referrals (row);
  g_autofree char *line
      = referrals != NULL ? g_strdup_printf ("%s · %s", stage, referrals) : g_strdup (stage);
  g_autofree char *next = say_next (row);
  g_autofree char *spoken = NULL;

  if (row->n_open_concerns > 0) {
    g_autofree char *rest = g_steal_pointer (&line);

    /* Translators: first on the line of a person in the list; pryder, masc. */
    line = g_strdup_printf ("%s · %s", _ ("Open concern"), rest);
  }
  spoken = g_strdup_printf ("%s. %s. %s", name, line, next != NULL ? next : "");

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (top)), name);
  gtk_widget_set_visible (gtk_widget_get_last_child (top), urgent);
  gtk_label_set_text (GTK_LABEL (words), line);
  mark_warning (words, row->n_open_concerns > 0);
  gtk_label_set_text (GTK_LABEL (last), next != NULL ? next : "");
  gtk_widget_set_visible (last, next != NULL);
  mark_warning (last, row->overdue);
  dolen_list_label_item (box, spoken);
}

static void
on_activate (DolenPeopleList *self, guint position)
{
  g_autoptr (DolenPersonItem) item
             = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, chosen_signal, 0, item->row->uid);
}

static void
dolen_people_list_dispose (GObject *object)
{
  DolenPeopleList *self = DOLEN_PEOPLE_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_people_list_parent_class)->dispose (object);
}

static void
dolen_people_list_finalize (GObject *object)
{
  g_free (DOLEN_PEOPLE_LIST (object)->selected);
  g_free (DOLEN_PEOPLE_LIST (object)->search);
  G_OBJECT_CLASS (dolen_people_list_parent_class)->finalize (object);
}

static void
dolen_people_list_class_init (DolenPeopleListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_people_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_people_list_finalize;
  dolen_list_tab_once (GTK_WIDGET_CLASS (klass));
  chosen_signal = g_signal_new ("chosen",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_STRING);
}

static void
dolen_people_list_init (DolenPeopleList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = GTK_LIST_VIEW (
      gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "navigation-sidebar");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("People"), -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
dolen_people_list_new (DolenSession *session)
{
  DolenPeopleList *self = g_object_new (DOLEN_TYPE_PEOPLE_LIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static guint
find_position (DolenPeopleList *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (DolenPersonItem) item = g_list_model_get_item (model, i);

    if (g_strcmp0 (item->row->uid, self->selected) == 0)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

/* ---- what is shown ---- */

static gboolean
is_same_incoming (const DolenIncoming *a, const DolenIncoming *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (a->uid, b->uid) && a->state == b->state
         && g_strcmp0 (a->received_on, b->received_on) == 0
         && g_strcmp0 (a->info_asked_on, b->info_asked_on) == 0;
}

/* Whether the line of @a says what the line of @b does. */
static gboolean
is_same (const DolenPersonRow *a, const DolenPersonRow *b)
{
  return g_str_equal (a->uid, b->uid) && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->called, b->called) == 0 && g_strcmp0 (a->next_due, b->next_due) == 0
         && g_strcmp0 (a->died_on, b->died_on) == 0 && g_strcmp0 (a->opened, b->opened) == 0
         && g_strcmp0 (a->closed, b->closed) == 0 && g_strcmp0 (a->waiting, b->waiting) == 0
         && a->n_open_referrals == b->n_open_referrals && a->n_open_concerns == b->n_open_concerns
         && a->overdue == b->overdue && a->open == b->open && a->next_kind == b->next_kind
         && is_same_incoming (a->incoming, b->incoming);
}

static gboolean
stands (GListStore *store, guint position, const DolenPersonRow *row)
{
  g_autoptr (DolenPersonItem) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  return is_same (item->row, row);
}

/* Takes the place of what differs: one act changes a line or two of two thousand. */
static void
put_rows (GListStore *store, GPtrArray *rows)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store)), n_new = rows->len;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = 0;

  while (first < MIN (n_old, n_new) && stands (store, first, g_ptr_array_index (rows, first)))
    first++;
  while (MIN (n_old, n_new) > first
         && stands (store, n_old - 1, g_ptr_array_index (rows, n_new - 1))) {
    n_old--;
    n_new--;
  }
  for (guint i = first; i < n_new; i++) {
    DolenPersonItem *item = g_object_new (DOLEN_TYPE_PERSON_ITEM, NULL);

    item->row = g_steal_pointer (&g_ptr_array_index (rows, i));
    g_ptr_array_add (items, item);
  }
  if (n_old > first || items->len > 0)
    g_list_store_splice (store, first, n_old - first, items->pdata, items->len);
}

guint
dolen_people_list_show (DolenPeopleList *self, DolenPeopleGroup group, const char *search)
{
  DolenCaseload *caseload;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *today = dolen_date_today ();
  gboolean anew;

  g_return_val_if_fail (DOLEN_IS_PEOPLE_LIST (self), 0);

  caseload = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  if (caseload != NULL)
    rows = dolen_caseload_list_group (caseload, group, search, today, NULL);
  if (rows == NULL)
    rows = g_ptr_array_new ();
  /* Another question is answered from the top. */
  anew = self->store == NULL || group != self->group || g_strcmp0 (search, self->search) != 0;
  if (anew) {
    g_clear_object (&self->store);
    self->store = g_list_store_new (DOLEN_TYPE_PERSON_ITEM);
    self->group = group;
    g_free (self->search);
    self->search = g_strdup (search);
  }
  put_rows (self->store, rows);
  if (anew)
    dolen_list_replace (self->selection, G_LIST_MODEL (self->store));
  gtk_single_selection_set_selected (self->selection, find_position (self));
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

gboolean
dolen_people_list_select (DolenPeopleList *self, const char *uid)
{
  guint position;

  g_return_val_if_fail (DOLEN_IS_PEOPLE_LIST (self), FALSE);

  if (self->selected != uid) {
    g_free (self->selected);
    self->selected = g_strdup (uid);
  }
  position = find_position (self);
  gtk_single_selection_set_selected (self->selection, position);
  return position != GTK_INVALID_LIST_POSITION;
}
