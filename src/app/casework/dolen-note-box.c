/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-note-box.h"

#include "app/casework/dolen-concern-form.h"
#include "app/casework/dolen-draft-keeper.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-window.h"
#include "base/dolen-text.h"
#include "casework/dolen-casework-encounters.h"
#include "casework/dolen-casework-episodes.h"
#include "casework/records/dolen-encounter-words.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <json-c/json.h>
#include <string.h>

struct _DolenNoteBox {
  AdwBin parent_instance;

  DolenSession *session;    /* (owned) */
  char *person;             /* (owned) uid */
  DolenDraftKeeper *keeper; /* (owned) */

  GtkTextView *text_view;
  GtkDropDown *kind_drop;
  GtkWidget *contact_box; /* how long, reached or not: for a contact */
  GtkSpinButton *minutes_spin;
  GtkDropDown *result_drop;
  GtkCheckButton *session_check;
  GtkWidget *controls_box; /* the kind, and the buttons */
  GtkEventController *focus;
  GtkWidget *links_box; /* toggles: what it is about */
  GtkCheckButton *restricted_check;
  GtkWidget *save_button;
  GtkWidget *placeholder_label;
};

G_DEFINE_FINAL_TYPE (DolenNoteBox, dolen_note_box, ADW_TYPE_BIN)

/* What can be written: a note, or a contact of some kind. The first is no contact. */
static const struct {
  const char *code;
  const char *name;
  DolenEncounterKind contact;
} kinds[] = {
  { "note", N_ ("Note"), 0 },
  { "call", N_ ("Call"), DOLEN_ENCOUNTER_PHONE },
  { "visit", N_ ("Visit"), DOLEN_ENCOUNTER_VISIT },
  { "meeting", N_ ("Meeting"), DOLEN_ENCOUNTER_MEETING },
  { "video", N_ ("Video call"), DOLEN_ENCOUNTER_VIDEO },
  { "text", N_ ("Text message"), DOLEN_ENCOUNTER_TEXT },
  { "email", N_ ("E-mail"), DOLEN_ENCOUNTER_EMAIL },
  { "letter", N_ ("Letter"), DOLEN_ENCOUNTER_LETTER },
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
    json_object_object_add (
        object,
        "restricted",
        json_object_new_boolean (gtk_check_button_get_active (self->restricted_check)));
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
  struct json_object *object, *text = NULL, *kind = NULL, *restricted = NULL;

  if (json == NULL)
    return;
  object = json_tokener_parse (json);
  dolen_wipe_string (json);
  if (json_object_object_get_ex (object, "text", &text))
    dolen_note_box_set_text (self, json_object_get_string (text));
  if (json_object_object_get_ex (object, "kind", &kind))
    gtk_drop_down_set_selected (self->kind_drop, (guint) json_object_get_int (kind));
  if (json_object_object_get_ex (object, "restricted", &restricted))
    gtk_check_button_set_active (self->restricted_check, json_object_get_boolean (restricted));
  json_object_put (object);
}

static gboolean
is_contact (DolenNoteBox *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind_drop);

  return kind > 0 && kind < G_N_ELEMENTS (kinds);
}

/* Until somebody means to write, it is one line: the page above needs the room on a small screen.
 */
static void
show_controls (DolenNoteBox *self, const char *text)
{
  gtk_widget_set_visible (
      self->controls_box,
      is_contact (self) || *text != '\0'
          || gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus)));
}

static void
on_typed (DolenNoteBox *self)
{
  char *text = dolen_note_box_dup_text (self);

  show_controls (self, text);

  gtk_widget_set_sensitive (self->save_button, is_contact (self) || !dolen_text_is_empty (text));
  gtk_widget_set_visible (self->placeholder_label, *text == '\0');
  gtk_widget_set_visible (self->links_box,
                          gtk_widget_get_first_child (self->links_box) != NULL
                              && (is_contact (self) || *text != '\0'));
  dolen_wipe_string (text);
  if (self->keeper != NULL)
    dolen_draft_keeper_changed (self->keeper);
}

static void
on_focus_changed (DolenNoteBox *self)
{
  char *text = dolen_note_box_dup_text (self);

  show_controls (self, text);
  dolen_wipe_string (text);
}

static void
on_locking (DolenNoteBox *self)
{
  dolen_draft_keeper_save_now (self->keeper);
}

/* ---- saving ---- */

/* What was chosen of the toggles: the first referral is the note's own, all else are links. */
static void
take_links (DolenNoteBox *self, DolenNote *note)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);

  for (GtkWidget *toggle = gtk_widget_get_first_child (self->links_box); toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle)) {
    const char *link = g_object_get_data (G_OBJECT (toggle), "dolen-link");

    if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)))
      continue;
    if (note->referral == NULL && g_str_has_prefix (link, "referral:"))
      note->referral = g_strdup (link + strlen ("referral:"));
    else
      g_ptr_array_add (links, g_strdup (link));
  }
  if (links->len == 0)
    return;
  g_ptr_array_add (links, NULL);
  note->links = (char **) g_ptr_array_steal (links, NULL);
}

static DolenEncounter *
new_contact (DolenNoteBox *self, const DolenNote *note)
{
  DolenEncounter *contact = dolen_encounter_new (self->person);
  guint kind = gtk_drop_down_get_selected (self->kind_drop);
  int minutes = gtk_spin_button_get_value_as_int (self->minutes_spin);

  contact->kind = kinds[MIN (kind, G_N_ELEMENTS (kinds) - 1)].contact;
  contact->result = gtk_drop_down_get_selected (self->result_drop);
  contact->minutes = minutes > 0 ? minutes : -1;
  contact->session = gtk_check_button_get_active (self->session_check);
  contact->referral = note != NULL ? g_strdup (note->referral) : NULL;
  return contact;
}

/* The next contact is mostly of the same kind. */
static void
remember (DolenNoteBox *self)
{
  g_object_set_data (G_OBJECT (self->session),
                     "dolen-last-contact",
                     GUINT_TO_POINTER (gtk_drop_down_get_selected (self->kind_drop)));
}

static void
begin_afresh (DolenNoteBox *self)
{
  dolen_note_box_set_text (self, "");
  gtk_spin_button_set_value (self->minutes_spin, 0);
  gtk_drop_down_set_selected (self->result_drop, DOLEN_ENCOUNTER_REACHED);
  gtk_check_button_set_active (self->session_check, FALSE);
  gtk_check_button_set_active (self->restricted_check, FALSE);
  gtk_drop_down_set_selected (self->kind_drop, 0);
  for (GtkWidget *toggle = gtk_widget_get_first_child (self->links_box); toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  dolen_draft_keeper_save_now (self->keeper);
}

gboolean
dolen_note_box_save (DolenNoteBox *self)
{
  DolenCasework *casework;
  g_autoptr (DolenNote) note = NULL;
  g_autoptr (DolenEncounter) contact = NULL;
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *text = NULL;
  gboolean done;

  g_return_val_if_fail (DOLEN_IS_NOTE_BOX (self), FALSE);

  casework = dolen_session_get_casework (self->session);
  typed = dolen_note_box_dup_text (self);
  text = dolen_text_clean (typed);
  if (text == NULL && !is_contact (self))
    return FALSE;
  if (text != NULL) {
    note = dolen_note_new (self->person, NULL, kinds[0].code, text);
    note->restricted = gtk_check_button_get_active (self->restricted_check);
    take_links (self, note);
  }
  if (is_contact (self)) {
    contact = new_contact (self, note);
    done = dolen_casework_contact_add (casework, contact, note, &undo, &error);
  } else {
    done = dolen_casework_note_add (casework, note, &undo, &error);
  }
  if (!done) {
    dolen_session_report (self->session, error);
    return FALSE;
  }
  if (contact != NULL)
    remember (self);
  begin_afresh (self);
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

void
dolen_note_box_set_contact (
    DolenNoteBox *self, guint kind, DolenEncounterResult result, int minutes, gboolean session)
{
  g_return_if_fail (DOLEN_IS_NOTE_BOX (self));

  gtk_drop_down_set_selected (self->kind_drop, kind);
  gtk_drop_down_set_selected (self->result_drop, result);
  gtk_spin_button_set_value (self->minutes_spin, minutes);
  gtk_check_button_set_active (self->session_check, session);
}

static void
on_save_clicked (DolenNoteBox *self)
{
  dolen_note_box_save (self);
}

static void
on_kind_changed (DolenNoteBox *self)
{
  gtk_widget_set_visible (self->contact_box, is_contact (self));
  on_typed (self);
}

/* ---- what it may be about ---- */

static void
add_link (DolenNoteBox *self, const char *what, const char *uid, const char *name)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_button_set_child (GTK_BUTTON (toggle), label);
  gtk_widget_add_css_class (toggle, "chip");
  gtk_widget_set_tooltip_text (toggle, name);
  g_object_set_data_full (
      G_OBJECT (toggle), "dolen-link", g_strconcat (what, ":", uid, NULL), g_free);
  gtk_box_append (GTK_BOX (self->links_box), toggle);
}

static void
add_links (DolenNoteBox *self)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  DolenLanguage language = dolen_language_current ();
  g_autoptr (GPtrArray) referrals = dolen_caseload_list_leaving (caseload, self->person);
  g_autoptr (GPtrArray) concerns = dolen_caseload_list_records (
      caseload, &dolen_concern_type, self->person, "coalesce (state, 'raised') != 'closed'");
  g_autoptr (GPtrArray) appointments = dolen_caseload_list_records (
      caseload, &dolen_appointment_type, self->person, "coalesce (state, 'planned') = 'planned'");

  for (guint i = 0; referrals != NULL && i < referrals->len; i++) {
    const DolenReferral *referral = g_ptr_array_index (referrals, i);

    add_link (
        self, "referral", referral->uid, dolen_referral_get_service_name (referral, language));
  }
  for (guint i = 0; concerns != NULL && i < concerns->len; i++)
    add_link (self, "concern", ((DolenConcern *) concerns->pdata[i])->uid, _ ("Concern"));
  for (guint i = 0; appointments != NULL && i < appointments->len; i++) {
    const DolenAppointment *appointment = g_ptr_array_index (appointments, i);
    g_autofree char *day = dolen_format_date_as (language, appointment->on, DOLEN_DATE_WEEKDAY);
    /* Translators: an appointment (apwyntiad); %s: a day. */
    g_autofree char *name = g_strdup_printf (_ ("Appointment: %s"), day);

    add_link (self, "appointment", appointment->uid, name);
  }
  on_typed (self);
}

/* What is under way changes; what is chosen does not, while somebody types. */
static void
on_caseload_changed (DolenNoteBox *self)
{
  if (!dolen_session_is_unlocked (self->session))
    return;
  for (GtkWidget *toggle = gtk_widget_get_first_child (self->links_box); toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)))
      return;
  dolen_box_clear (self->links_box);
  add_links (self);
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
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, contact_box);
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, result_drop);
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, session_check);
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, controls_box);
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, links_box);
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, restricted_check);
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, save_button);
  gtk_widget_class_bind_template_child (widget_class, DolenNoteBox, placeholder_label);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_concern_clicked);
}

static void
dolen_note_box_init (DolenNoteBox *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) results = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->focus = gtk_event_controller_focus_new ();
  gtk_widget_add_controller (GTK_WIDGET (self), self->focus);
  g_signal_connect_swapped (
      self->focus, "notify::contains-focus", G_CALLBACK (on_focus_changed), self);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, _ (kinds[i].name));
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (names));
  for (int i = 0; i < DOLEN_N_ENCOUNTER_RESULTS; i++)
    gtk_string_list_append (results, dolen_encounter_result_name (i, dolen_language_current ()));
  gtk_drop_down_set_model (self->result_drop, G_LIST_MODEL (results));
  gtk_widget_set_layout_manager (self->contact_box, g_object_new (DOLEN_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_set_layout_manager (self->links_box, g_object_new (DOLEN_TYPE_WRAP_LAYOUT, NULL));
  g_signal_connect_swapped (
      self->kind_drop, "notify::selected", G_CALLBACK (on_kind_changed), self);
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
  on_kind_changed (self);
  add_links (self);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (on_caseload_changed),
                           self,
                           G_CONNECT_SWAPPED);
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

void
dolen_note_box_begin_contact (DolenNoteBox *self)
{
  guint last;

  g_return_if_fail (DOLEN_IS_NOTE_BOX (self));

  last = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (self->session), "dolen-last-contact"));
  gtk_drop_down_set_selected (self->kind_drop, MAX (last, 1));
  gtk_widget_grab_focus (GTK_WIDGET (self->minutes_spin));
}
