/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-fields.h"

#include "app/directory/dolen-pair-layout.h"

struct _DolenListingFields {
  AdwBin parent_instance;
  const DolenListingField *fields;
  DolenListingProblemFunc problem; /* (nullable) */
  DolenListingShowsFunc shows;     /* (nullable) */
  GPtrArray *entries;              /* (owned) of DolenListingEntry, borrowed */
  DolenListingValues *stored;      /* (owned) */
  DolenListingValues *values;      /* (owned) the draft: followed by another, never changed */
  DolenListingValues *told;        /* (owned) (nullable) as it stood when "left" was said last */
};

G_DEFINE_FINAL_TYPE (DolenListingFields, dolen_listing_fields, ADW_TYPE_BIN)

static guint left_signal;

static void
take_values (DolenListingFields *self, DolenListingValues *values)
{
  g_clear_pointer (&self->values, dolen_listing_values_free);
  self->values = values;
}

/* What a field says is wrong as the draft stands. */
static char *
find_problem (DolenListingFields *self, guint i)
{
  const DolenListingField *field = &self->fields[i];
  char *problem;

  if (self->shows != NULL && !self->shows (self->values, field->key))
    return NULL;
  problem = dolen_listing_field_problem (field, self->values->texts[i]);
  if (problem == NULL && self->problem != NULL)
    problem = self->problem (self->values, field->key);
  return problem;
}

static void
apply_shown (DolenListingFields *self)
{
  for (guint i = 0; self->shows != NULL && i < self->entries->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->entries, i),
                            self->shows (self->values, self->fields[i].key));
}

/* What was wrong is right as soon as it is; what is wrong is said when a person goes on. */
static void
apply_problems (DolenListingFields *self, gboolean say_new)
{
  for (guint i = 0; i < self->entries->len; i++) {
    DolenListingEntry *entry = g_ptr_array_index (self->entries, i);
    g_autofree char *problem = find_problem (self, i);

    if (problem == NULL || say_new || dolen_listing_entry_get_problem (entry) != NULL)
      dolen_listing_entry_set_problem (entry, problem);
  }
}

static void
on_typed_cb (DolenListingFields *self, DolenListingEntry *entry)
{
  g_autofree char *text = dolen_listing_entry_dup_text (entry);

  take_values (
      self,
      dolen_listing_values_with (self->values, dolen_listing_entry_get_field (entry)->key, text));
  apply_shown (self);
  apply_problems (self, FALSE);
}

static gboolean
differs (const DolenListingValues *a, const DolenListingValues *b, const char *key)
{
  return !g_str_equal (dolen_listing_values_get (a, key), dolen_listing_values_get (b, key));
}

/* Enter, and then another field: that is said once. */
static void
on_left_cb (DolenListingFields *self, DolenListingEntry *entry)
{
  const char *key = dolen_listing_entry_get_field (entry)->key;

  if (self->stored == NULL || !differs (self->stored, self->values, key)
      || (self->told != NULL && !differs (self->told, self->values, key)))
    return;
  apply_problems (self, TRUE);
  g_clear_pointer (&self->told, dolen_listing_values_free);
  self->told = dolen_listing_values_copy (self->values);
  g_signal_emit (self, left_signal, 0, key);
}

/* ---- the object ---- */

static void
dolen_listing_fields_dispose (GObject *object)
{
  DolenListingFields *self = DOLEN_LISTING_FIELDS (object);

  g_ptr_array_set_size (self->entries, 0);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (dolen_listing_fields_parent_class)->dispose (object);
}

static void
dolen_listing_fields_finalize (GObject *object)
{
  DolenListingFields *self = DOLEN_LISTING_FIELDS (object);

  g_ptr_array_unref (self->entries);
  dolen_listing_values_free (self->stored);
  dolen_listing_values_free (self->told);
  dolen_listing_values_free (self->values);
  G_OBJECT_CLASS (dolen_listing_fields_parent_class)->finalize (object);
}

static void
dolen_listing_fields_class_init (DolenListingFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_listing_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_listing_fields_finalize;
  left_signal = g_signal_new ("left",
                              DOLEN_TYPE_LISTING_FIELDS,
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
dolen_listing_fields_init (DolenListingFields *self)
{
  self->entries = g_ptr_array_new ();
}

/* Short ones stand in pairs. */
static gboolean
is_short (DolenListingInput input)
{
  return input != DOLEN_LISTING_TEXT && input != DOLEN_LISTING_DAYS && input != DOLEN_LISTING_TICK;
}

static void
add_entry (DolenListingFields *self,
           GtkWidget *box,
           GtkWidget **pair,
           const DolenListingField *field)
{
  GtkWidget *entry = dolen_listing_entry_new (field);

  g_signal_connect_object (entry, "typed", G_CALLBACK (on_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "left", G_CALLBACK (on_left_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->entries, entry);
  if (!is_short (field->input)) {
    *pair = NULL;
    gtk_box_append (GTK_BOX (box), entry);
    return;
  }
  if (*pair == NULL) {
    *pair = dolen_pair_box_new ();
    gtk_box_append (GTK_BOX (box), *pair);
    gtk_box_append (GTK_BOX (*pair), entry);
    return;
  }
  gtk_box_append (GTK_BOX (*pair), entry);
  *pair = NULL;
}

GtkWidget *
dolen_listing_fields_new (const DolenListingField *fields,
                          DolenListingProblemFunc problem,
                          DolenListingShowsFunc shows)
{
  DolenListingFields *self = g_object_new (DOLEN_TYPE_LISTING_FIELDS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *pair = NULL;

  self->fields = fields;
  self->problem = problem;
  self->shows = shows;
  self->values = dolen_listing_values_new (fields);
  for (const DolenListingField *field = fields; field->key != NULL; field++)
    add_entry (self, box, &pair, field);
  adw_bin_set_child (ADW_BIN (self), box);
  apply_shown (self);
  return GTK_WIDGET (self);
}

void
dolen_listing_fields_show (DolenListingFields *self, const DolenListingValues *stored)
{
  g_return_if_fail (DOLEN_IS_LISTING_FIELDS (self) && stored->fields == self->fields);

  for (guint i = 0; i < self->entries->len; i++) {
    const char *key = self->fields[i].key;
    gboolean typed
        = self->stored != NULL && !g_str_equal (self->stored->texts[i], self->values->texts[i]);

    if (typed && !g_str_equal (self->values->texts[i], stored->texts[i]))
      continue;
    take_values (self, dolen_listing_values_with (self->values, key, stored->texts[i]));
    dolen_listing_entry_set_text (g_ptr_array_index (self->entries, i), stored->texts[i]);
  }
  g_clear_pointer (&self->stored, dolen_listing_values_free);
  self->stored = dolen_listing_values_copy (stored);
  /* What differs still was not stored: it is said again. */
  g_clear_pointer (&self->told, dolen_listing_values_free);
  apply_shown (self);
  apply_problems (self, FALSE);
}

void
dolen_listing_fields_clear (DolenListingFields *self)
{
  g_autoptr (DolenListingValues) empty = NULL;

  g_return_if_fail (DOLEN_IS_LISTING_FIELDS (self));

  empty = dolen_listing_values_new (self->fields);
  /* Nothing of what was typed is a change any more. */
  g_clear_pointer (&self->stored, dolen_listing_values_free);
  dolen_listing_fields_show (self, empty);
}

const DolenListingValues *
dolen_listing_fields_get (DolenListingFields *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_FIELDS (self), NULL);
  return self->values;
}

const DolenListingValues *
dolen_listing_fields_get_stored (DolenListingFields *self)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_FIELDS (self), NULL);
  return self->stored;
}

gboolean
dolen_listing_fields_has_problem (DolenListingFields *self, const char *key)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_FIELDS (self), TRUE);

  for (guint i = 0; i < self->entries->len; i++) {
    g_autofree char *problem = NULL;

    if (key != NULL && !g_str_equal (self->fields[i].key, key))
      continue;
    problem = find_problem (self, i);
    if (problem != NULL)
      return TRUE;
  }
  return FALSE;
}

DolenListingEntry *
dolen_listing_fields_get_entry (DolenListingFields *self, const char *key)
{
  g_return_val_if_fail (DOLEN_IS_LISTING_FIELDS (self), NULL);

  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (self->fields[i].key, key))
      return g_ptr_array_index (self->entries, i);
  return NULL;
}

void
dolen_listing_fields_leave (DolenListingFields *self)
{
  g_return_if_fail (DOLEN_IS_LISTING_FIELDS (self));

  for (guint i = 0; i < self->entries->len; i++)
    on_left_cb (self, g_ptr_array_index (self->entries, i));
}
