/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-view.h"

#include "app/casework/dolen-note-box.h"
#include "app/casework/dolen-person-actions.h"
#include "app/casework/dolen-person-forms.h"
#include "app/casework/dolen-person-sections.h"
#include "app/casework/dolen-person-timeline.h"
#include "app/casework/dolen-record-form.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/dolen-page.h"
#include "app/dolen-window.h"
#include "app/talk/dolen-talk-open.h"

#include <glib/gi18n.h>

struct _DolenPersonView {
  AdwBin parent_instance;

  DolenSession *session; /* (owned) */
  char *person;          /* (owned) uid */

  GtkScrolledWindow *scrolled;
  GtkWidget *actions_box;
  GtkMenuButton *more_button;
  GtkStack *stack;
  GtkWidget *boxes[DOLEN_N_PARTS];         /* what the sections of a part stand in */
  GtkToggleButton *toggles[DOLEN_N_PARTS]; /* NULL for the top */
  gboolean filled[DOLEN_N_PARTS];          /* since the last change */
  AdwBin *note_bin;
  DolenNoteBox *note_box;
  DolenPersonTimeline *timeline; /* (nullable) until it is looked at */
  guint refresh_source;          /* idle source, 0 none */
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
talk_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);

  dolen_talk_open (widget, self->session, self->person, NULL, NULL, NULL, NULL);
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_note_box_begin (DOLEN_PERSON_VIEW (widget)->note_box);
}

static void
contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_note_box_begin_contact (DOLEN_PERSON_VIEW (widget)->note_box);
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
redact_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);
  const char *note, *event;

  g_variant_get (parameter, "(&s&s)", &note, &event);
  show (self, dolen_note_redact_form_new (self->session, note, event));
}

static void
part_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenPersonView *self = DOLEN_PERSON_VIEW (widget);

  for (int part = DOLEN_PART_NOW; part < DOLEN_N_PARTS; part++)
    if (g_str_equal (dolen_person_part_nick (part), g_variant_get_string (parameter, NULL)))
      gtk_toggle_button_set_active (self->toggles[part], TRUE);
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
    { "person.talk", NULL, talk_action },
    { "person.note", NULL, note_action },
    { "person.contact", NULL, contact_action },
    { "person.record", "(ss)", record_action },
    { "person.stop", "s", stop_action },
    { "person.redact-note", "(ss)", redact_note_action },
    { "person.part", "s", part_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (
        widget_class, actions[i].name, actions[i].type, actions[i].func);
  dolen_person_actions_install (widget_class);
}

/* ---- what is shown ---- */

static DolenPersonPart
shown_part (DolenPersonView *self)
{
  for (int part = DOLEN_PART_NOW; part < DOLEN_N_PARTS; part++)
    if (gtk_toggle_button_get_active (self->toggles[part]))
      return part;
  return DOLEN_PART_NOW;
}

/* The timeline keeps its filter, so it is not made anew; it stands beneath the sections. */
static void
fill_timeline (DolenPersonView *self)
{
  if (self->timeline != NULL) {
    dolen_person_timeline_refresh (self->timeline);
    return;
  }
  self->timeline = DOLEN_PERSON_TIMELINE (dolen_person_timeline_new (self->session, self->person));
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (self->boxes[DOLEN_PART_TIMELINE])),
                  GTK_WIDGET (self->timeline));
}

/* A part is filled when it is looked at. */
static void
show_part (DolenPersonView *self)
{
  DolenPersonPart part = shown_part (self);

  gtk_stack_set_visible_child_name (self->stack, dolen_person_part_nick (part));
  if (self->filled[part])
    return;
  self->filled[part] = TRUE;
  dolen_person_sections_fill (self->boxes[part], part, self->session, self->person);
  if (part == DOLEN_PART_TIMELINE)
    fill_timeline (self);
}

static void
on_toggled (DolenPersonView *self, GtkToggleButton *toggle)
{
  if (self->session != NULL && gtk_toggle_button_get_active (toggle))
    show_part (self);
}

static gboolean
refresh (DolenPersonView *self)
{
  DolenCasework *casework = dolen_session_get_casework (self->session);
  DolenCaseload *caseload = dolen_casework_get_caseload (casework);
  g_autoptr (DolenPerson) person = NULL;
  g_autoptr (DolenEpisode) episode = NULL;

  if (caseload != NULL)
    person = dolen_caseload_get_person (caseload, self->person);
  if (person == NULL)
    return FALSE;
  episode = dolen_caseload_get_open_episode (caseload, self->person);
  memset (self->filled, 0, sizeof self->filled);
  dolen_person_sections_fill (
      self->boxes[DOLEN_PART_TOP], DOLEN_PART_TOP, self->session, self->person);
  show_part (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.find", person->died_on == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.talk", person->died_on == NULL);
  dolen_person_actions_allow (GTK_WIDGET (self),
                              person->died_on == NULL,
                              episode != NULL,
                              dolen_casework_get_problem (casework) == NULL);
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
bind_parts (GtkWidgetClass *widget_class)
{
  for (int part = 0; part < DOLEN_N_PARTS; part++) {
    const char *nick = dolen_person_part_nick (part);
    g_autofree char *box = g_strconcat (nick, "_box", NULL);
    g_autofree char *toggle = g_strconcat (nick, "_toggle", NULL);

    gtk_widget_class_bind_template_child_full (
        widget_class,
        box,
        FALSE,
        (gssize) (G_STRUCT_OFFSET (DolenPersonView, boxes) + (gsize) part * sizeof (GtkWidget *)));
    if (part != DOLEN_PART_TOP)
      gtk_widget_class_bind_template_child_full (
          widget_class,
          toggle,
          FALSE,
          (gssize) (G_STRUCT_OFFSET (DolenPersonView, toggles)
                    + (gsize) part * sizeof (GtkToggleButton *)));
  }
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
  gtk_widget_class_bind_template_child (widget_class, DolenPersonView, more_button);
  gtk_widget_class_bind_template_child (widget_class, DolenPersonView, stack);
  bind_parts (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_child (widget_class, DolenPersonView, note_bin);
  install_actions (widget_class);
}

static void
dolen_person_view_init (DolenPersonView *self)
{
  g_autoptr (GMenuModel) menu = dolen_person_actions_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->actions_box, g_object_new (DOLEN_TYPE_WRAP_LAYOUT, NULL));
  gtk_menu_button_set_menu_model (self->more_button, menu);
}

GtkWidget *
dolen_person_view_new (DolenSession *session, const char *person)
{
  DolenPersonView *self = g_object_new (DOLEN_TYPE_PERSON_VIEW, NULL);

  self->session = g_object_ref (session);
  self->person = g_strdup (person);
  dolen_person_actions_set_person (GTK_WIDGET (self), session, person);
  if (!refresh (self)) {
    g_object_ref_sink (self);
    g_object_unref (self);
    return NULL;
  }
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
  g_variant_builder_add (
      state, "{sv}", "part", g_variant_new_string (dolen_person_part_nick (shown_part (self))));
  if (self->timeline != NULL)
    g_variant_builder_add (
        state,
        "{sv}",
        "filter",
        g_variant_new_uint32 (dolen_person_timeline_get_filter (self->timeline)));
}

void
dolen_person_view_restore_state (DolenPersonView *self, GVariant *state)
{
  const char *note = NULL, *part = NULL;
  guint32 filter = 0;

  g_return_if_fail (DOLEN_IS_PERSON_VIEW (self));

  if (g_variant_lookup (state, "note", "&s", &note))
    dolen_note_box_set_text (self->note_box, note);
  if (g_variant_lookup (state, "part", "&s", &part))
    gtk_widget_activate_action (GTK_WIDGET (self), "person.part", "s", part);
  if (!g_variant_lookup (state, "filter", "u", &filter))
    return;
  if (self->timeline == NULL)
    fill_timeline (self);
  dolen_person_timeline_set_filter (self->timeline, filter);
}
