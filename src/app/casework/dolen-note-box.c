/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-note-box.h"

#include "app/casework/dolen-concern-form.h"
#include "app/casework/dolen-draft-keeper.h"
#include "app/dolen-window.h"
#include "base/dolen-text.h"

#include <glib/gi18n.h>
#include <json-c/json.h>

struct _DolenNoteBox {
  AdwBin parent_instance;

  DolenSession *session;    /* (owned) */
  char *person;             /* (owned) uid */
  DolenDraftKeeper *keeper; /* (owned) */

  GtkTextView *text_view;
  GtkDropDown *kind_drop;
  GtkWidget *save_button;
  GtkWidget *placeholder_label;
};

G_DEFINE_FINAL_TYPE (DolenNoteBox, dolen_note_box, ADW_TYPE_BIN)

static const struct {
  const char *code;
  const char *name;
} kinds[] = {
  { "note", N_ ("Note") },     { "call", N_ ("Call") },    { "visit", N_ ("Visit") },
  { "letter", N_ ("Letter") }, { "email", N_ ("E-mail") }, { "text", N_ ("Text message") },
};

const char *
dolen_note_kind_name (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].code, kind) == 0)
      return _ (kinds[i].name);
  return _ (kinds[0].name);
}

char *
dolen_note_box_dup_text (DolenNoteBox *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (DOLEN_IS_NOTE_BOX (self), NULL);

  buffer = gtk_text_view_get_buffer (self->text_view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
dolen_note_box_set_text (DolenNoteBox *self, const char *text)
{
  g_return_if_fail (DOLEN_IS_NOTE_BOX (self));
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (self->text_view), text != NULL ? text : "", -1);
}

/* ---- the draft ---- */

static char *
note_to_json (gpointer user_data)
{
  DolenNoteBox *self = user_data;
  char *text = dolen_note_box_dup_text (self);
  struct json_object *object;
  char *json = NULL;

  if (!dolen_text_is_empty (text)) {
    object = json_object_new_object ();
    json_object_object_add (object, "text", json_object_new_string (text));
    json_object_object_add (
        object, "kind", json_object_new_int ((int) gtk_drop_down_get_selected (self->kind_drop)));
    json = g_strdup (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));
    json_object_put (object);
  }
  dolen_wipe_string (text);
  return json;
}

static void
take_up_draft (DolenNoteBox *self)
{
  char *json = dolen_draft_keeper_take (self->keeper);
  struct json_object *object, *text = NULL, *kind = NULL;

  if (json == NULL)
    return;
  object = json_tokener_parse (json);
  dolen_wipe_string (json);
  if (json_object_object_get_ex (object, "text", &text))
    dolen_note_box_set_text (self, json_object_get_string (text));
  if (json_object_object_get_ex (object, "kind", &kind))
    gtk_drop_down_set_selected (self->kind_drop, (guint) json_object_get_int (kind));
  json_object_put (object);
}

static void
on_typed (DolenNoteBox *self)
{
  char *text = dolen_note_box_dup_text (self);

  gtk_widget_set_sensitive (self->save_button, !dolen_text_is_empty (text));
  gtk_widget_set_visible (self->placeholder_label, *text == '\0');
  dolen_wipe_string (text);
  if (self->keeper != NULL)
    dolen_draft_keeper_changed (self->keeper);
}

static void
on_locking (DolenNoteBox *self)
{
  dolen_draft_keeper_save_now (self->keeper);
}

/* ---- saving ---- */

gboolean
dolen_note_box_save (DolenNoteBox *self)
{
  g_autoptr (DolenNote) note = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *text = NULL;
  guint kind;

  g_return_val_if_fail (DOLEN_IS_NOTE_BOX (self), FALSE);

  typed = dolen_note_box_dup_text (self);
  text = dolen_text_clean (typed);
  if (text == NULL)
    return FALSE;
  kind = gtk_drop_down_get_selected (self->kind_drop);
  note
      = dolen_note_new (self->person, NULL, kinds[MIN (kind, G_N_ELEMENTS (kinds) - 1)].code, text);
  if (!dolen_casework_note_add (dolen_session_get_casework (self->session), note, &undo, &error)) {
    dolen_session_report (self->session, error);
    return FALSE;
  }
  dolen_note_box_set_text (self, "");
  dolen_draft_keeper_save_now (self->keeper);
  dolen_session_did (self->session, g_steal_pointer (&undo));
  return TRUE;
}

/* What is written stays in the box: it may be a note as well. */
static void
on_concern_clicked (DolenNoteBox *self)
{
  char *text = dolen_note_box_dup_text (self);

  dolen_window_present_dialog (GTK_WIDGET (self),
                               dolen_concern_form_new_with (self->session, self->person, text));
  dolen_wipe_string (text);
}

static void
on_save_clicked (DolenNoteBox *self)
{
  dolen_note_box_save (self);
}

/* ---- the object ---- */

/* Before a page goes for another one, what is typed is sealed, not lost. */
static void
dolen_note_box_unmap (GtkWidget *widget)
{
  DolenNoteBox *self = DOLEN_NOTE_BOX (widget);

  if (self->keeper != NULL)
    dolen_draft_keeper_save_now (self->keeper);
  GTK_WIDGET_CLASS (dolen_note_box_parent_class)->unmap (widget);
}

static void
dolen_note_box_dispose (GObject *object)
{
  DolenNoteBox *self = DOLEN_NOTE_BOX (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_NOTE_BOX);
  G_OBJECT_CLASS (dolen_note_box_parent_class)->dispose (object);
}

static void
dolen_note_box_finalize (GObject *object)
{
  g_free (DOLEN_NOTE_BOX (object)->person);
  G_OBJECT_CLASS (dolen_note_box_parent_class)->finalize (object);
}

static void
dolen_note_box_class_init (DolenNoteBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_note_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_note_box_finalize;
  widget_class->unmap = dolen_note_box_unmap;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-note-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, text_view);
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, save_button);
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, placeholder_label);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_concern_clicked);
}

static void
dolen_note_box_init (DolenNoteBox *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, _ (kinds[i].name));
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (names));
}

GtkWidget *
dolen_note_box_new (DolenSession *session, const char *person)
{
  DolenNoteBox *self = g_object_new (DOLEN_TYPE_NOTE_BOX, NULL);

  self->session = g_object_ref (session);
  self->person = g_strdup (person);
  self->keeper = dolen_draft_keeper_new (
      dolen_session_get_casework (session), "note", person, note_to_json, self);
  take_up_draft (self);
  on_typed (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view),
                           "changed",
                           G_CALLBACK (on_typed),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "locking", G_CALLBACK (on_locking), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
dolen_note_box_begin (DolenNoteBox *self)
{
  g_return_if_fail (DOLEN_IS_NOTE_BOX (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}
