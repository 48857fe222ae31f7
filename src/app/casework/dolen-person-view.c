/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-view.h"

#include "app/casework/dolen-follow-up-form.h"
#include "app/casework/dolen-follow-up-forms.h"
#include "app/casework/dolen-note-box.h"
#include "app/casework/dolen-person-forms.h"
#include "app/casework/dolen-person-plan.h"
#include "app/casework/dolen-person-timeline.h"
#include "app/casework/dolen-person-top.h"
#include "app/casework/dolen-person-window.h"
#include "app/casework/dolen-record-form.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-page.h"
#include "app/dolen-window.h"

#include <glib/gi18n.h>

struct _DolenPersonView {
  AdwBin parent_instance;

  DolenSession *session; /* (owned) */
  char *person;          /* (owned) uid */

  GtkScrolledWindow *scrolled;
  GtkWidget *actions_box;
  AdwBin *top_bin;
  AdwBin *matters_bin;
  AdwBin *plan_bin;
  AdwBin *next_bin;
  AdwBin *timeline_bin;
  AdwBin *note_bin;
  DolenNoteBox *note_box;
  DolenPersonTimeline *timeline;
  guint refresh_source; /* idle source, 0 none */
};

G_DEFINE_FINAL_TYPE (DolenPersonView, dolen_person_view, ADW_TYPE_BIN)

static void
show (DolenPersonView *self, GtkWindow *form)
{
  if (form != NULL)
    dolen_window_present_dialog (GTK_WIDGET (self), form);
}

/* ---- actions ---- */

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_page_go (widget, "find", NULL, NULL);
}

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);

  show (self, dolen_person_window_new (self->session, self->person));
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_note_box_begin (DOLEN_PERSON_VIEW (widget)->note_box);
}

static void
died_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);

  show (self, dolen_died_form_new (self->session, self->person));
}

static void
record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);
  const char *referral, *nick;

  g_variant_get (parameter, "(&s&s)", &referral, &nick);
  for (int state = 0; state < DOLEN_N_REFERRAL_STATES; state++)
    if (g_str_equal (dolen_referral_state_nick (state), nick))
      show (self, dolen_record_form_new (self->session, referral, state));
}

static void
go_on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);

  show (self,
        dolen_refer_window_new_for_draft (self->session, g_variant_get_string (parameter, NULL)));
}

static void
next_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);

  show (self, dolen_next_contact_form_new (self->session, self->person));
}

static void
finish_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);

  show (self, dolen_follow_up_form_new (self->session, g_variant_get_string (parameter, NULL)));
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);

  show (self,
        dolen_follow_up_move_form_new (self->session, g_variant_get_string (parameter, NULL)));
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);
  g_autoptr (DolenUndo) undo = NULL;
  g_autoptr (GError) error = NULL;

  if (dolen_casework_follow_up_cancel (dolen_session_get_casework (self->session),
                                       g_variant_get_string (parameter, NULL),
                                       &undo,
                                       &error))
    dolen_session_did (self->session, g_steal_pointer (&undo));
  else
    dolen_session_report (self->session, error);
}

static void
move_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);

  show (self, dolen_note_move_form_new (self->session, g_variant_get_string (parameter, NULL)));
}

static void
redact_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);
  const char *note, *event;

  g_variant_get (parameter, "(&s&s)", &note, &event);
  show (self, dolen_note_redact_form_new (self->session, note, event));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct {
    const char *name;
    const char *type; /* (nullable) */
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "person.find", NULL, find_action },
    { "person.change", NULL, change_action },
    { "person.note", NULL, note_action },
    { "person.died", NULL, died_action },
    { "person.record", "(ss)", record_action },
    { "person.go-on", "s", go_on_action },
    { "person.next-contact", NULL, next_contact_action },
    { "person.finish", "s", finish_action },
    { "person.move", "s", move_action },
    { "person.stop", "s", stop_action },
    { "person.move-note", "s", move_note_action },
    { "person.redact-note", "(ss)", redact_note_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (
        widget_class, actions[i].name, actions[i].type, actions[i].func);
}

/* ---- what is shown ---- */

static void
allow (DolenPersonView *self, const DolenPerson *person)
{
  static const char *const for_the_living[]
      = { "person.find", "person.died", "person.next-contact" };
  gboolean writable
      = dolen_casework_get_problem (dolen_session_get_casework (self->session)) == NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (for_the_living); i++)
    gtk_widget_action_set_enabled (
        GTK_WIDGET (self), for_the_living[i], person->died_on == NULL && (writable || i == 0));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.change", writable);
}

static gboolean
refresh (DolenPersonView *self)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  g_autoptr (DolenPerson) person = NULL;

  if (caseload != NULL)
    person = dolen_caseload_get_person (caseload, self->person);
  if (person == NULL)
    return FALSE;
  adw_bin_set_child (self->top_bin, dolen_person_top_new (self->session, person));
  adw_bin_set_child (self->matters_bin, dolen_person_matters_new (person));
  adw_bin_set_child (self->plan_bin, dolen_person_plan_new (self->session, self->person));
  adw_bin_set_child (
      self->next_bin,
      dolen_person_follow_ups_new (self->session, self->person, person->died_on == NULL));
  if (self->timeline != NULL)
    dolen_person_timeline_refresh (self->timeline);
  allow (self, person);
  return TRUE;
}

static gboolean
refresh_cb (gpointer user_data)
{
  DolenPersonView *self = user_data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the menu that was clicked stands in what is made anew. */
static void
on_changed (DolenPersonView *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

/* ---- the object ---- */

static void
dolen_person_view_dispose (GObject *object)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_PERSON_VIEW);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_person_view_parent_class)->dispose (object);
}

static void
dolen_person_view_finalize (GObject *object)
{
  g_free (DOLEN_PERSON_VIEW (object)->person);
  G_OBJECT_CLASS (dolen_person_view_parent_class)->finalize (object);
}

static void
dolen_person_view_class_init (DolenPersonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_person_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = dolen_person_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-person-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenPersonView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DolenPersonView, actions_box);
  gtk_widget_class_bind_template_child (widget_class, DolenPersonView, top_bin);
  gtk_widget_class_bind_template_child (widget_class, DolenPersonView, matters_bin);
  gtk_widget_class_bind_template_child (widget_class, DolenPersonView, plan_bin);
  gtk_widget_class_bind_template_child (widget_class, DolenPersonView, next_bin);
  gtk_widget_class_bind_template_child (widget_class, DolenPersonView, timeline_bin);
  gtk_widget_class_bind_template_child (widget_class, DolenPersonView, note_bin);
  install_actions (widget_class);
}

static void
dolen_person_view_init (DolenPersonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->actions_box, g_object_new (DOLEN_TYPE_WRAP_LAYOUT, NULL));
}

GtkWidget *
dolen_person_view_new (DolenSession *session, const char *person)
{
  DolenPersonView *self = g_object_new (DOLEN_TYPE_PERSON_VIEW, NULL);

  self->session = g_object_ref (session);
  self->person = g_strdup (person);
  if (!refresh (self)) {
    g_object_ref_sink (self);
    g_object_unref (self);
    return NULL;
  }
  self->timeline = DOLEN_PERSON_TIMELINE (dolen_person_timeline_new (session, person));
  adw_bin_set_child (self->timeline_bin, GTK_WIDGET (self->timeline));
  self->note_box = DOLEN_NOTE_BOX (dolen_note_box_new (session, person));
  adw_bin_set_child (self->note_bin, GTK_WIDGET (self->note_box));
  g_signal_connect_object (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (on_changed),
                           self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
dolen_person_view_get_person (DolenPersonView *self)
{
  g_return_val_if_fail (DOLEN_IS_PERSON_VIEW (self), NULL);
  return self->person;
}

void
dolen_person_view_save_state (DolenPersonView *self, GVariantBuilder *state)
{
  char *note;

  g_return_if_fail (DOLEN_IS_PERSON_VIEW (self));

  note = dolen_note_box_dup_text (self->note_box);
  g_variant_builder_add (state, "{sv}", "note", g_variant_new_string (note));
  dolen_wipe_string (note);
  g_variant_builder_add (state,
                         "{sv}",
                         "filter",
                         g_variant_new_uint32 (dolen_person_timeline_get_filter (self->timeline)));
}

void
dolen_person_view_restore_state (DolenPersonView *self, GVariant *state)
{
  const char *note = NULL;
  guint32 filter = 0;

  g_return_if_fail (DOLEN_IS_PERSON_VIEW (self));

  if (g_variant_lookup (state, "note", "&s", &note))
    dolen_note_box_set_text (self->note_box, note);
  if (g_variant_lookup (state, "filter", "u", &filter))
    dolen_person_timeline_set_filter (self->timeline, filter);
}
