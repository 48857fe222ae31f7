/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-part.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-listing-edits.h"
#include "base/dolen-id.h"

#include <glib/gi18n.h>

/* One element, as it is shown. */
typedef struct {
  DolenListingPart *part;
  char *key;         /* (owned) */
  gboolean is_new;   /* not known to be stored yet */
  gboolean saved;    /* it is on its way to the store */
  GtkWidget *row;    /* in the list */
  GtkWidget *words;  /* a label */
  GtkWidget *change; /* a toggle that unfolds the form */
  GtkWidget *place;  /* a box for the form */
  GtkWidget *extra;  /* (nullable) */
  GtkWidget *fields; /* (nullable) the form, once it was unfolded */
} Item;

struct _DolenListingPart {
  AdwBin parent_instance;
  DolenListingFrame *frame; /* (weak) that holds it */
  const DolenListingPartForm *form;
  DolenListingExtra extra;          /* (nullable) */
  DolenListingExtraShow extra_show; /* (nullable) */
  DolenListingSave save;            /* (nullable) */
  GtkWidget *list;
  GtkWidget *none;
  GPtrArray *items; /* (owned) of Item */
  GHashTable *gone; /* (owned) keys taken out here whose removal is not stored yet */
};

G_DEFINE_FINAL_TYPE (DolenListingPart, dolen_listing_part, ADW_TYPE_BIN)

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->key);
  g_free (item);
}

/* ---- saving ---- */

typedef struct {
  const DolenListingPartForm *form;
  char *key;
  DolenListingValues *values; /* (nullable): NULL: take it out */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->key);
  dolen_listing_values_free (change->values);
  g_free (change);
}

static gboolean
do_change (gpointer record, gpointer data)
{
  const Change *change = data;

  if (change->values == NULL)
    return dolen_listing_part_form_remove (change->form, record, change->key);
  dolen_listing_part_form_put (change->form, record, change->key, change->values);
  return TRUE;
}

static void
save (DolenListingPart *self, const char *key, DolenListingValues *values)
{
  Change *change = g_new0 (Change, 1);

  change->form = self->form;
  change->key = g_strdup (key);
  change->values = values;
  dolen_listing_edit_part (dolen_listing_frame_get_session (self->frame),
                           dolen_listing_frame_get_kind (self->frame),
                           dolen_listing_frame_get_uid (self->frame),
                           self->form->part,
                           do_change,
                           change,
                           change_free,
                           _ (self->form->title));
}

/* What is known by what it says has another key from now on: the next save is of the same. */
static void
note_saved (Item *item, const DolenListingValues *values)
{
  char *key = dolen_listing_part_form_key_of (item->part->form, item->key, values);

  g_free (item->key);
  item->key = key;
  item->saved = TRUE;
}

static void
on_left_cb (Item *item, const char *key)
{
  DolenListingFields *fields = DOLEN_LISTING_FIELDS (item->fields);

  if (dolen_listing_fields_has_problem (fields, NULL))
    return;
  if (item->is_new || item->part->save == NULL
      || !item->part->save (item->part->frame, item->key, key, dolen_listing_fields_get (fields))) {
    save (item->part, item->key, dolen_listing_values_copy (dolen_listing_fields_get (fields)));
    note_saved (item, dolen_listing_fields_get (fields));
  }
}

/* ---- one element ---- */

static gconstpointer
find_stored (Item *item)
{
  gconstpointer record = dolen_listing_frame_get_record (item->part->frame);

  return record != NULL
             ? dolen_listing_part_form_find_thing (item->part->form, record, item->key, NULL)
             : NULL;
}

static void
show_stored (Item *item)
{
  const DolenListingPartForm *form = item->part->form;
  gconstpointer thing = find_stored (item);
  g_autoptr (DolenListingValues) values
             = thing != NULL ? form->read (thing) : dolen_listing_values_new (form->fields);
  g_autofree char *words = thing != NULL ? form->tell (thing, dolen_language_current ()) : NULL;

  if (thing != NULL)
    item->is_new = item->saved = FALSE;
  gtk_label_set_text (GTK_LABEL (item->words),
                      words != NULL && *words != '\0' ? words : _ ("Not filled in yet"));
  if (item->fields != NULL)
    dolen_listing_fields_show (DOLEN_LISTING_FIELDS (item->fields), values);
  if (item->extra != NULL && item->part->extra_show != NULL)
    item->part->extra_show (item->part->frame, item->extra, item->key);
}

static void
on_change_toggled_cb (Item *item)
{
  const DolenListingPartForm *form = item->part->form;
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (item->change));

  if (open && item->fields == NULL) {
    item->fields = dolen_listing_fields_new (form->fields, form->problem, form->shows);
    g_signal_connect_swapped (item->fields, "left", G_CALLBACK (on_left_cb), item);
    gtk_box_append (GTK_BOX (item->place), item->fields);
    show_stored (item);
  }
  gtk_widget_set_visible (item->place, open);
  if (open)
    gtk_widget_child_focus (item->fields, GTK_DIR_TAB_FORWARD);
}

static void
show_none (DolenListingPart *self)
{
  gtk_widget_set_visible (self->none, self->items->len == 0);
  gtk_widget_set_visible (self->list, self->items->len > 0);
}

static void
drop_item (DolenListingPart *self, Item *item)
{
  gtk_list_box_remove (GTK_LIST_BOX (self->list), item->row);
  g_ptr_array_remove (self->items, item);
  show_none (self);
}

static void
on_remove_cb (Item *item)
{
  DolenListingPart *self = item->part;

  if (!item->is_new || item->saved) {
    g_hash_table_add (self->gone, g_strdup (item->key));
    save (self, item->key, NULL);
  }
  drop_item (self, item);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
new_buttons (DolenListingPart *self, Item *item)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: a button beside one of several things: unfolds its form. */
  GtkWidget *change = gtk_toggle_button_new_with_label (_ ("Change"));
  /* Translators: of a button: takes one of several things out of a listing. */
  GtkWidget *remove = dolen_icon_button_new ("user-trash-symbolic", _ ("Remove"));
  GtkWidget *extra = self->extra != NULL ? self->extra (self->frame, item->key) : NULL;

  item->change = change;
  g_signal_connect_swapped (change, "toggled", G_CALLBACK (on_change_toggled_cb), item);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (on_remove_cb), item);
  gtk_widget_set_valign (change, GTK_ALIGN_CENTER);
  item->extra = extra;
  if (extra != NULL)
    gtk_box_append (GTK_BOX (buttons), extra);
  gtk_box_append (GTK_BOX (buttons), change);
  gtk_box_append (GTK_BOX (buttons), remove);
  return buttons;
}

static Item *
add_item (DolenListingPart *self, const char *key)
{
  Item *item = g_new0 (Item, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  item->part = self;
  item->key = g_strdup (key);
  item->is_new = TRUE;
  item->words = dolen_label_new (NULL, NULL);
  item->place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (item->place, FALSE);
  gtk_box_append (GTK_BOX (box), dolen_side_box_new (item->words, new_buttons (self, item)));
  gtk_box_append (GTK_BOX (box), item->place);
  item->row = dolen_boxed_row_new (box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), item->row);
  g_ptr_array_add (self->items, item);
  show_stored (item);
  show_none (self);
  return item;
}

static Item *
find_item (DolenListingPart *self, const char *key)
{
  for (guint i = 0; i < self->items->len; i++) {
    Item *item = g_ptr_array_index (self->items, i);
    if (g_str_equal (item->key, key))
      return item;
  }
  return NULL;
}

/* ---- the list ---- */

/* Those that are stored no more; a new one stays until it is filled in. */
static void
drop_unstored (DolenListingPart *self)
{
  for (guint i = self->items->len; i > 0; i--) {
    Item *item = g_ptr_array_index (self->items, i - 1);
    if (!item->is_new && !item->saved && find_stored (item) == NULL)
      drop_item (self, item);
  }
}

/* What has no uid has another key once it is saved: the new element is the stored one then. */
static void
adopt (DolenListingPart *self, const char *key)
{
  for (guint i = 0; self->form->uid == NULL && i < self->items->len; i++) {
    Item *item = g_ptr_array_index (self->items, i);

    if (item->fields == NULL || find_stored (item) != NULL)
      continue;
    g_free (item->key);
    item->key = g_strdup (key);
    return;
  }
}

static void
show (GtkWidget *widget, gconstpointer record)
{
  DolenListingPart *self = DOLEN_LISTING_PART (widget);
  GPtrArray *things = dolen_listing_part_form_list (self->form, record);

  for (guint i = 0; i < things->len; i++) {
    g_autofree char *key = self->form->key (g_ptr_array_index (things, i));

    if (key == NULL || g_hash_table_contains (self->gone, key))
      continue;
    if (find_item (self, key) == NULL)
      adopt (self, key);
    if (find_item (self, key) == NULL)
      add_item (self, key);
  }
  /* A removal that is undone comes back with the next change. */
  g_hash_table_remove_all (self->gone);
  drop_unstored (self);
  for (guint i = 0; i < self->items->len; i++)
    show_stored (g_ptr_array_index (self->items, i));
  show_none (self);
}

static void
leave (GtkWidget *widget)
{
  DolenListingPart *self = DOLEN_LISTING_PART (widget);

  for (guint i = 0; i < self->items->len; i++) {
    Item *item = g_ptr_array_index (self->items, i);
    if (item->fields != NULL)
      dolen_listing_fields_leave (DOLEN_LISTING_FIELDS (item->fields));
  }
}

static void
on_add_cb (DolenListingPart *self)
{
  dolen_listing_part_open (self, NULL);
}

/* ---- the object ---- */

static void
dolen_listing_part_dispose (GObject *object)
{
  DolenListingPart *self = DOLEN_LISTING_PART (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_ptr_array_set_size (self->items, 0);
  G_OBJECT_CLASS (dolen_listing_part_parent_class)->dispose (object);
}

static void
dolen_listing_part_finalize (GObject *object)
{
  DolenListingPart *self = DOLEN_LISTING_PART (object);

  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->gone);
  G_OBJECT_CLASS (dolen_listing_part_parent_class)->finalize (object);
}

static void
dolen_listing_part_class_init (DolenListingPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_listing_part_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_listing_part_finalize;
}

static void
dolen_listing_part_init (DolenListingPart *self)
{
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DolenListingPart *
dolen_listing_part_add (DolenListingFrame *frame, GtkBox *box, const DolenListingPartForm *form)
{
  DolenListingPart *self = g_object_new (DOLEN_TYPE_LISTING_PART, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *add = gtk_button_new_with_mnemonic (_ (form->add));

  self->frame = frame;
  self->form = form;
  self->list = dolen_boxed_list_new ();
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (form->title), -1);
  self->none = dolen_label_new (_ (form->none), "dim-label");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), self->none);
  gtk_box_append (GTK_BOX (content), self->list);
  gtk_box_append (GTK_BOX (content), add);
  adw_bin_set_child (ADW_BIN (self), content);
  gtk_box_append (box, GTK_WIDGET (self));
  show_none (self);
  dolen_listing_frame_watch (frame, GTK_WIDGET (self), show, leave);
  return self;
}

void
dolen_listing_part_set_extra (DolenListingPart *self, DolenListingExtra extra)
{
  g_return_if_fail (DOLEN_IS_LISTING_PART (self));
  self->extra = extra;
}

void
dolen_listing_part_set_extra_show (DolenListingPart *self, DolenListingExtraShow show_extra)
{
  g_return_if_fail (DOLEN_IS_LISTING_PART (self));
  self->extra_show = show_extra;
}

void
dolen_listing_part_set_save (DolenListingPart *self, DolenListingSave func)
{
  g_return_if_fail (DOLEN_IS_LISTING_PART (self));
  self->save = func;
}

DolenListingFields *
dolen_listing_part_open (DolenListingPart *self, const char *key)
{
  g_autofree char *uid = NULL;
  Item *item;

  g_return_val_if_fail (DOLEN_IS_LISTING_PART (self), NULL);

  if (key == NULL) {
    uid = dolen_id_new ();
    item = add_item (self, uid);
  } else {
    item = find_item (self, key);
  }
  if (item == NULL)
    return NULL;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (item->change), TRUE);
  return DOLEN_LISTING_FIELDS (item->fields);
}

void
dolen_listing_part_open_first (DolenListingPart *self)
{
  g_return_if_fail (DOLEN_IS_LISTING_PART (self));

  if (self->items->len > 0)
    dolen_listing_part_open (self, ((Item *) g_ptr_array_index (self->items, 0))->key);
}

guint
dolen_listing_part_count (DolenListingPart *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_PART (self), 0);
  return self->items->len;
}
