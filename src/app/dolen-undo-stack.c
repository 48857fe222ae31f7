/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-undo-stack.h"

#define MOST_KEPT 50

typedef struct {
  guint id;
  char *title; /* (owned) */
  DolenUndoScope scope;
  DolenUndoFunc func;
  gpointer data; /* (owned) by free_data */
  GDestroyNotify free_data;
} Entry;

struct _DolenUndoStack {
  GObject parent_instance;
  GPtrArray *entries; /* (owned) of Entry, newest last */
  guint last_id;
  gboolean refused; /* by the function that runs */
};

G_DEFINE_FINAL_TYPE (DolenUndoStack, dolen_undo_stack, G_TYPE_OBJECT)

enum {
  PROP_CAN_UNDO = 1,
  N_PROPS
};

enum {
  PUSHED,
  WITHDRAWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  if (entry->free_data != NULL)
    entry->free_data (entry->data);
  g_free (entry->title);
  g_free (entry);
}

static void
notify_can_undo (DolenUndoStack *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

static void
dolen_undo_stack_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CAN_UNDO)
    g_value_set_boolean (value, dolen_undo_stack_can_undo (DOLEN_UNDO_STACK (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dolen_undo_stack_finalize (GObject *object)
{
  g_ptr_array_unref (DOLEN_UNDO_STACK (object)->entries);
  G_OBJECT_CLASS (dolen_undo_stack_parent_class)->finalize (object);
}

static void
dolen_undo_stack_class_init (DolenUndoStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = dolen_undo_stack_get_property;
  object_class->finalize = dolen_undo_stack_finalize;
  properties[PROP_CAN_UNDO] = g_param_spec_boolean (
      "can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PUSHED] = g_signal_new ("pushed",
                                  DOLEN_TYPE_UNDO_STACK,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  2,
                                  G_TYPE_UINT,
                                  G_TYPE_STRING);
  signals[WITHDRAWN] = g_signal_new ("withdrawn",
                                     DOLEN_TYPE_UNDO_STACK,
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     1,
                                     G_TYPE_UINT);
}

static void
dolen_undo_stack_init (DolenUndoStack *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
}

DolenUndoStack *
dolen_undo_stack_new (void)
{
  return g_object_new (DOLEN_TYPE_UNDO_STACK, NULL);
}

void
dolen_undo_stack_push (DolenUndoStack *self,
                       const char *title,
                       DolenUndoScope scope,
                       DolenUndoFunc func,
                       gpointer data,
                       GDestroyNotify free_data)
{
  Entry *entry;

  g_return_if_fail (DOLEN_IS_UNDO_STACK (self) && title != NULL && func != NULL);

  entry = g_new0 (Entry, 1);
  entry->id = ++self->last_id;
  entry->title = g_strdup (title);
  entry->scope = scope;
  entry->func = func;
  entry->data = data;
  entry->free_data = free_data;
  g_ptr_array_add (self->entries, entry);
  if (self->entries->len > MOST_KEPT)
    g_ptr_array_remove_index (self->entries, 0);
  g_signal_emit (self, signals[PUSHED], 0, entry->id, entry->title);
  notify_can_undo (self);
}

static Entry *
steal_entry (DolenUndoStack *self, guint id)
{
  for (guint i = self->entries->len; i > 0; i--) {
    Entry *entry = g_ptr_array_index (self->entries, i - 1);

    if (id == 0 || entry->id == id)
      return g_ptr_array_steal_index (self->entries, i - 1);
  }
  return NULL;
}

char *
dolen_undo_stack_run (DolenUndoStack *self, guint id)
{
  Entry *entry;
  char *title;

  g_return_val_if_fail (DOLEN_IS_UNDO_STACK (self), NULL);

  entry = steal_entry (self, id);
  if (entry == NULL)
    return NULL;
  g_signal_emit (self, signals[WITHDRAWN], 0, entry->id);
  self->refused = FALSE;
  entry->func (entry->data);
  title = self->refused ? NULL : g_steal_pointer (&entry->title);
  entry_free (entry);
  notify_can_undo (self);
  return title;
}

void
dolen_undo_stack_refuse (DolenUndoStack *self)
{
  g_return_if_fail (DOLEN_IS_UNDO_STACK (self));
  self->refused = TRUE;
}

gboolean
dolen_undo_stack_can_undo (DolenUndoStack *self)
{
  g_return_val_if_fail (DOLEN_IS_UNDO_STACK (self), FALSE);
  return self->entries->len > 0;
}

void
dolen_undo_stack_forget_sealed (DolenUndoStack *self)
{
  g_return_if_fail (DOLEN_IS_UNDO_STACK (self));

  for (guint i = self->entries->len; i > 0; i--) {
    Entry *entry = g_ptr_array_index (self->entries, i - 1);

    if (entry->scope == DOLEN_UNDO_SEALED)
      g_ptr_array_remove_index (self->entries, i - 1);
  }
  notify_can_undo (self);
}
