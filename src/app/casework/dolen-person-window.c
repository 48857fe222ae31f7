/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-window.h"

#include "app/casework/dolen-draft-keeper.h"
#include "app/casework/dolen-known-list.h"
#include "app/casework/dolen-person-codes.h"
#include "app/casework/dolen-record-groups.h"
#include "app/casework/dolen-ways-editor.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-choice-row.h"
#include "app/dolen-error-message.h"
#include "app/dolen-term-picker.h"
#include "app/dolen-toasts.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "place/dolen-distance.h"

#include <glib/gi18n.h>
#include <math.h>

struct _DolenPersonWindow {
  AdwWindow parent_instance;

  DolenSession *session; /* (owned) */
  DolenPerson *original; /* (owned): as stored, or a new one */
  gboolean adding;
  gboolean filling;         /* the form is being filled: changes are not typing */
  DolenDraftKeeper *keeper; /* (owned) */

  AdwToastOverlay *toasts;
  GtkLabel *problem_label;
  AdwComboRow *spoken_row;
  AdwComboRow *written_row;
  GtkEditable *name_row;
  GtkEditable *called_row;
  GtkEditable *birth_row;
  GtkEditable *postcode_row;
  GtkEditable *communication_row;
  AdwPreferencesGroup *ways_group;
  GtkTextView *matters_view;
  AdwPreferencesGroup *interests_group;
  AdwPreferencesGroup *needs_group;
  AdwPreferencesGroup *barriers_group;
  GtkSpinButton *miles_spin;
  GtkSwitch *free_switch;
  AdwComboRow *source_row;
  GtkEditable *source_note_row;
  DolenWaysEditor *ways;
  DolenTermPicker *interests;
  DolenTermPicker *needs;
  DolenTermPicker *barriers;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *who_group;
  DolenRecordGroups *record; /* (owned) */
  DolenKnownList *known;     /* while somebody is added */
};

G_DEFINE_FINAL_TYPE (DolenPersonWindow, dolen_person_window, ADW_TYPE_WINDOW)

static void
show_problem (DolenPersonWindow *self, const char *message)
{
  gtk_label_set_label (self->problem_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), message != NULL);
}

/* ---- the form and the record ---- */

static void
set_text (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static void
take_text (char **field, const char *text)
{
  g_free (*field);
  *field = dolen_text_clean (text);
}

static void
fill_birth (DolenPersonWindow *self, const DolenPerson *person)
{
  if (person->date_of_birth != NULL) {
    g_autofree char *typed = dolen_typed_date_format (person->date_of_birth);

    set_text (self->birth_row, typed);
  } else if (person->age >= 0) {
    g_autofree char *age = g_strdup_printf ("%d", person->age);
    set_text (self->birth_row, age);
  }
}

static void
fill (DolenPersonWindow *self, const DolenPerson *person)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->matters_view);

  self->filling = TRUE;
  adw_combo_row_set_selected (self->spoken_row,
                              dolen_person_language_position (person->language_spoken));
  adw_combo_row_set_selected (self->written_row,
                              dolen_person_language_position (person->language_written));
  set_text (self->name_row, person->name);
  set_text (self->called_row, person->called);
  fill_birth (self, person);
  set_text (self->postcode_row, person->postcode);
  set_text (self->communication_row, person->communication);
  dolen_ways_editor_set (self->ways, person);
  gtk_text_buffer_set_text (buffer, person->what_matters != NULL ? person->what_matters : "", -1);
  dolen_term_picker_set_codes (self->interests, (const char *const *) person->interests);
  dolen_term_picker_set_codes (self->needs, (const char *const *) person->needs);
  dolen_term_picker_set_codes (self->barriers, (const char *const *) person->barriers);
  gtk_spin_button_set_value (self->miles_spin,
                             person->max_km > 0 ? round (person->max_km / DOLEN_KM_PER_MILE) : 0);
  gtk_switch_set_active (self->free_switch, person->free_only);
  adw_combo_row_set_selected (self->source_row, dolen_person_source_position (person->source));
  set_text (self->source_note_row, person->source_note);
  dolen_record_groups_set (self->record, person);
  self->filling = FALSE;
}

/* A day, or a plain number of years. */
static void
read_birth (DolenPersonWindow *self, DolenPerson *person)
{
  const char *typed = gtk_editable_get_text (self->birth_row);
  guint64 years = 0;

  g_clear_pointer (&person->date_of_birth, g_free);
  person->age = -1;
  if (g_ascii_string_to_unsigned (typed, 10, 0, 120, &years, NULL))
    person->age = (int) years;
  else
    person->date_of_birth = dolen_typed_date_parse (typed);
}

static void
read_languages (DolenPersonWindow *self, DolenPerson *person)
{
  const char *spoken = dolen_person_language_code (adw_combo_row_get_selected (self->spoken_row));
  const char *written = dolen_person_language_code (adw_combo_row_get_selected (self->written_row));

  if (g_strcmp0 (spoken, person->language_spoken) == 0
      && g_strcmp0 (written, person->language_written) == 0)
    return;
  take_text (&person->language_spoken, spoken);
  take_text (&person->language_written, written);
  g_free (person->language_asked_on);
  person->language_asked_on = dolen_date_today ();
}

static char *
dup_matters (DolenPersonWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->matters_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
take_codes (char ***field, DolenTermPicker *picker)
{
  g_strfreev (*field);
  *field = dolen_term_picker_get_codes (picker);
  if (**field == NULL)
    g_clear_pointer (field, g_strfreev);
}

DolenPerson *
dolen_person_window_dup_person (DolenPersonWindow *self)
{
  DolenPerson *person;
  g_autofree char *matters = NULL;
  double miles;

  g_return_val_if_fail (DOLEN_IS_PERSON_WINDOW (self), NULL);

  person = dolen_person_copy (self->original);
  matters = dup_matters (self);
  miles = gtk_spin_button_get_value (self->miles_spin);
  read_languages (self, person);
  take_text (&person->name, gtk_editable_get_text (self->name_row));
  take_text (&person->called, gtk_editable_get_text (self->called_row));
  read_birth (self, person);
  take_text (&person->postcode, gtk_editable_get_text (self->postcode_row));
  take_text (&person->communication, gtk_editable_get_text (self->communication_row));
  dolen_ways_editor_apply (self->ways, person);
  take_text (&person->what_matters, matters);
  take_codes (&person->interests, self->interests);
  take_codes (&person->needs, self->needs);
  take_codes (&person->barriers, self->barriers);
  person->max_km = miles > 0 ? (int) round (miles * DOLEN_KM_PER_MILE) : -1;
  person->free_only = gtk_switch_get_active (self->free_switch);
  take_text (&person->source,
             dolen_person_source_code (adw_combo_row_get_selected (self->source_row)));
  take_text (&person->source_note, gtk_editable_get_text (self->source_note_row));
  dolen_record_groups_apply (self->record, person);
  return person;
}

/* ---- drafts ---- */

static char *
form_to_json (gpointer user_data)
{
  DolenPersonWindow *self = user_data;
  g_autoptr (DolenPerson) person = dolen_person_window_dup_person (self);
  struct json_object *object;
  char *json;

  if (dolen_record_equal (&dolen_person_type, person, self->original))
    return NULL;
  object = dolen_record_to_json (&dolen_person_type, person);
  json = g_strdup (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));
  json_object_put (object);
  return json;
}

static void
on_start_afresh (DolenPersonWindow *self)
{
  fill (self, self->original);
  show_problem (self, NULL);
  dolen_draft_keeper_save_now (self->keeper);
}

static void
take_up_draft (DolenPersonWindow *self)
{
  char *json = dolen_draft_keeper_take (self->keeper);
  struct json_object *object;
  g_autoptr (DolenPerson) person = NULL;

  if (json == NULL)
    return;
  object = json_tokener_parse (json);
  dolen_wipe_string (json);
  person = dolen_person_copy (self->original);
  dolen_record_merge_json (&dolen_person_type, person, object);
  json_object_put (object);
  g_free (person->uid);
  person->uid = g_strdup (self->original->uid);
  fill (self, person);
  dolen_toasts_add (self->toasts, dolen_draft_toast_new (G_CALLBACK (on_start_afresh), self), NULL);
}

static void
on_locking (DolenPersonWindow *self)
{
  dolen_draft_keeper_save_now (self->keeper);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- search before create ---- */

static void
look_for_known (DolenPersonWindow *self)
{
  g_autoptr (DolenPerson) person = NULL;
  const DolenWay *way = NULL;
  DolenKnownQuery query = { NULL };

  if (self->known == NULL)
    return;
  person = dolen_person_window_dup_person (self);
  if (person->ways != NULL && person->ways->len > 0)
    way = g_ptr_array_index (person->ways, 0);
  query = (DolenKnownQuery){
    person->name, person->date_of_birth, way != NULL ? way->value : NULL, person->nhs_number
  };
  dolen_known_list_show (self->known, &query);
}

/* They are here already: their own page, and what was typed is not kept. */
static void
on_known (DolenPersonWindow *self, const char *uid)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  g_autoptr (DolenPerson) known = dolen_caseload_get_person (caseload, uid);

  if (known == NULL)
    return;
  dolen_draft_keeper_end (self->keeper);
  dolen_session_open_person (self->session, uid, dolen_person_get_called (known));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_changed (DolenPersonWindow *self)
{
  if (self->filling || self->keeper == NULL)
    return;
  look_for_known (self);
  show_problem (self, NULL);
  dolen_draft_keeper_changed (self->keeper);
}

/* ---- saving ---- */

static const char *
find_problem (DolenPersonWindow *self, const DolenPerson *person, GtkWidget **field)
{
  const char *birth = gtk_editable_get_text (self->birth_row);

  if (dolen_text_is_empty (person->name)) {
    *field = GTK_WIDGET (self->name_row);
    return _ ("A name is needed, if only the one they go by.");
  }
  if (!dolen_text_is_empty (birth) && person->date_of_birth == NULL && person->age < 0) {
    *field = GTK_WIDGET (self->birth_row);
    return _ ("The date of birth is not a date: write it as 7/3/1944, or give the age in years.");
  }
  return dolen_record_groups_find_problem (self->record, field);
}

gboolean
dolen_person_window_save (DolenPersonWindow *self)
{
  g_autoptr (DolenPerson) person = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  DolenCasework *casework;
  GtkWidget *field = NULL;
  const char *problem;
  gboolean saved;

  g_return_val_if_fail (DOLEN_IS_PERSON_WINDOW (self), FALSE);

  person = dolen_person_window_dup_person (self);
  casework = dolen_session_get_casework (self->session);
  problem = find_problem (self, person, &field);
  if (problem != NULL) {
    show_problem (self, problem);
    gtk_widget_grab_focus (field);
    return FALSE;
  }
  saved = self->adding ? dolen_casework_person_add (casework, person, &undo, &error)
                       : dolen_casework_person_update (casework, person, &undo, &error);
  if (!saved) {
    g_autofree char *message = dolen_error_to_message (error);
    show_problem (self, message);
    return FALSE;
  }
  dolen_draft_keeper_end (self->keeper);
  dolen_session_open_person (self->session, person->uid, dolen_person_get_called (person));
  dolen_session_did (self->session, g_steal_pointer (&undo));
  gtk_window_destroy (GTK_WINDOW (self));
  return TRUE;
}

static void
on_save_clicked (DolenPersonWindow *self)
{
  dolen_person_window_save (self);
}

static void
on_cancel_clicked (DolenPersonWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
dolen_person_window_close_request (GtkWindow *window)
{
  DolenPersonWindow *self = DOLEN_PERSON_WINDOW (window);

  if (dolen_draft_keeper_leave (self->keeper))
    dolen_session_toast (self->session,
                         _ ("What was typed is kept; open the form again to go on."));
  return GTK_WINDOW_CLASS (dolen_person_window_parent_class)->close_request (window);
}

/* ---- the object ---- */

static void
dolen_person_window_dispose (GObject *object)
{
  DolenPersonWindow *self = DOLEN_PERSON_WINDOW (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->record);
  g_clear_object (&self->session);
  g_clear_pointer (&self->original, dolen_person_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_PERSON_WINDOW);
  G_OBJECT_CLASS (dolen_person_window_parent_class)->dispose (object);
}

static void
dolen_person_window_class_init (DolenPersonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_person_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dolen_person_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-person-window.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, DolenPersonWindow, name)
  CHILD (toasts);
  CHILD (page);
  CHILD (who_group);
  CHILD (problem_label);
  CHILD (spoken_row);
  CHILD (written_row);
  CHILD (name_row);
  CHILD (called_row);
  CHILD (birth_row);
  CHILD (postcode_row);
  CHILD (communication_row);
  CHILD (ways_group);
  CHILD (matters_view);
  CHILD (interests_group);
  CHILD (needs_group);
  CHILD (barriers_group);
  CHILD (miles_spin);
  CHILD (free_switch);
  CHILD (source_row);
  CHILD (source_note_row);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static DolenTermPicker *
add_picker (DolenPersonWindow *self,
            AdwPreferencesGroup *group,
            DolenTermKind kind,
            const char *add_label)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  GtkWidget *picker = dolen_term_picker_new (vocabulary, kind, add_label);

  adw_preferences_group_add (group, picker);
  g_signal_connect_swapped (picker, "changed", G_CALLBACK (on_changed), self);
  return DOLEN_TERM_PICKER (picker);
}

static void
dolen_person_window_init (DolenPersonWindow *self)
{
  g_autoptr (GListModel) spoken = dolen_person_languages ();
  g_autoptr (GListModel) sources = dolen_person_sources ();

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->spoken_row, spoken);
  adw_combo_row_set_model (self->written_row, spoken);
  adw_combo_row_set_model (self->source_row, sources);
  dolen_choice_row_show_whole (self->source_row);
  self->ways = DOLEN_WAYS_EDITOR (dolen_ways_editor_new ());
  adw_preferences_group_add (self->ways_group, GTK_WIDGET (self->ways));
  self->interests
      = add_picker (self, self->interests_group, DOLEN_TERM_INTEREST, _ ("Add an interest"));
  self->needs = add_picker (self, self->needs_group, DOLEN_TERM_NEED, _ ("Add a need"));
  self->barriers = add_picker (self, self->barriers_group, DOLEN_TERM_BARRIER, _ ("Add a barrier"));
  g_signal_connect_swapped (self->ways, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (
      gtk_text_view_get_buffer (self->matters_view), "changed", G_CALLBACK (on_changed), self);
}

GtkWindow *
dolen_person_window_new (DolenSession *session, const char *person)
{
  DolenPersonWindow *self = g_object_new (DOLEN_TYPE_PERSON_WINDOW, NULL);
  DolenCasework *casework = dolen_session_get_casework (session);

  self->session = g_object_ref (session);
  if (person != NULL)
    self->original = dolen_caseload_get_person (dolen_casework_get_caseload (casework), person);
  self->adding = self->original == NULL;
  if (self->adding)
    self->original = dolen_person_new ();
  gtk_window_set_title (GTK_WINDOW (self), self->adding ? _ ("Add a Person") : _ ("Change"));
  self->keeper = dolen_draft_keeper_new (
      casework, "person", self->adding ? NULL : self->original->uid, form_to_json, self);
  self->record = dolen_record_groups_new (self->page, session);
  g_signal_connect_object (
      self->record, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  if (self->adding) {
    self->known = DOLEN_KNOWN_LIST (dolen_known_list_new (session, _ ("_Open Their Record")));
    adw_preferences_group_add (self->who_group, GTK_WIDGET (self->known));
    g_signal_connect_object (self->known, "chosen", G_CALLBACK (on_known), self, G_CONNECT_SWAPPED);
  }
  fill (self, self->original);
  take_up_draft (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->spoken_row));
  g_signal_connect_object (session, "locking", G_CALLBACK (on_locking), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
