/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-refer-window-private.h"

#include "app/casework/dolen-letter-buttons.h"
#include "app/casework/dolen-refer-proposal.h"
#include "app/casework/dolen-refer-state.h"
#include "app/casework/dolen-refer-text.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-error-message.h"
#include "app/dolen-toasts.h"
#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DolenReferWindow, dolen_refer_window, ADW_TYPE_WINDOW)

void
dolen_refer_window_toast (DolenReferWindow *self, const char *text)
{
  dolen_toasts_add_first (self->toasts, dolen_toast_new (text), NULL);
}

void
dolen_refer_window_report (DolenReferWindow *self, const GError *error)
{
  g_autofree char *message = dolen_error_to_message (error);

  if (message != NULL)
    dolen_refer_window_toast (self, message);
}

/* ---- the text that leaves ---- */

static DolenLanguage
text_language (DolenReferWindow *self)
{
  return gtk_toggle_button_get_active (self->welsh_button) ? DOLEN_LANGUAGE_CY : DOLEN_LANGUAGE_EN;
}

DolenReferText
dolen_refer_window_text_from (DolenReferWindow *self)
{
  return (DolenReferText){ dolen_session_get_settings (self->session),
                           self->referral,
                           self->service,
                           self->organisation,
                           text_language (self),
                           self->today,
                           dolen_refer_window_get_discreet (self) };
}

/* A letter that nobody signs says so; the preferences know who writes. */
static void
show_sender_hint (DolenReferWindow *self)
{
  GSettings *settings = dolen_session_get_settings (self->session);
  g_autofree char *name = g_settings_get_string (settings, "worker-name");

  gtk_widget_set_visible (self->sender_hint,
                          self->referral->kind == DOLEN_REFERRAL && dolen_text_is_empty (name));
}

void
dolen_refer_window_show_text (DolenReferWindow *self)
{
  DolenReferText from = dolen_refer_window_text_from (self);
  char *text = dolen_refer_text_new (&from);

  show_sender_hint (self);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->letter_view), text, -1);
  dolen_wipe_string (text);
}

/* ---- the form ---- */

void
dolen_refer_window_read (DolenReferWindow *self)
{
  dolen_refer_form_read (&self->form, self->referral);
  dolen_refer_details_read (self->details, self->referral);
}

static void
show_state (DolenReferWindow *self)
{
  g_autoptr (DolenReferState) state = dolen_refer_state_new (self->referral, self->today);
  g_autofree char *check = dolen_typed_date_parse (gtk_editable_get_text (self->check_row));

  dolen_refer_details_show (self->details, self->referral);
  gtk_label_set_label (self->consent_label, state->consent_sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->consent_label), *state->consent_sentence != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->consent_by_row), state->consent_by_on);
  gtk_widget_set_visible (GTK_WIDGET (self->consent_on_row), state->consent_by_on);
  gtk_widget_set_visible (GTK_WIDGET (self->override_row),
                          state->override_on && self->referral->kind == DOLEN_REFERRAL);
  gtk_widget_set_visible (self->told_label,
                          self->referral->kind == DOLEN_REFERRAL
                              && self->referral->told == DOLEN_TOLD_NOT_YET);
  gtk_widget_set_sensitive (GTK_WIDGET (self->send_button), state->can_send && check != NULL);
  dolen_letter_buttons_set_sensitive (dolen_letter_buttons_find (GTK_WIDGET (self->buttons_bin)),
                                      state->can_send && dolen_refer_window_paper_may_leave (self));
}

void
dolen_refer_window_update (DolenReferWindow *self)
{
  dolen_refer_window_read (self);
  show_state (self);
  dolen_refer_window_show_text (self);
}

/* Agreed just now, unless another day is typed. Only as the yes is chosen: an entry is empty for a
 * moment while what is selected in it is typed over. */
static void
propose_day (DolenReferWindow *self)
{
  gboolean chosen = self->referral->consent != DOLEN_CONSENT_YES;

  if (chosen && adw_combo_row_get_selected (self->consent_row) == DOLEN_CONSENT_YES
      && *gtk_editable_get_text (self->consent_on_row) == '\0') {
    g_autofree char *typed = dolen_typed_date_format (self->today);

    self->filling = TRUE;
    gtk_editable_set_text (self->consent_on_row, typed);
    self->filling = FALSE;
  }
}

static void
on_changed (DolenReferWindow *self)
{
  if (self->filling || self->keeper == NULL)
    return;
  propose_day (self);
  dolen_refer_window_update (self);
  dolen_draft_keeper_changed (self->keeper);
}

static void
on_line_toggled (GtkCheckButton *button, DolenReferWindow *self)
{
  DolenShareLine *line = g_object_get_data (G_OBJECT (button), "line");

  line->ticked = gtk_check_button_get_active (button);
  on_changed (self);
}

static void
add_share_row (DolenReferWindow *self, DolenShareLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *escaped = g_markup_escape_text (line->text, -1);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), line->ticked);
  g_object_set_data (G_OBJECT (check), "line", line);
  g_signal_connect (check, "toggled", G_CALLBACK (on_line_toggled), self);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, line->text, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->share_group, row);
  g_ptr_array_add (self->share_rows, row);
}

static void
fill (DolenReferWindow *self)
{
  g_autofree char *check_on = dolen_refer_proposal_check_on (self->today);
  g_autofree char *check = dolen_typed_date_format (check_on);
  g_autofree char *person = g_markup_escape_text (self->person->name, -1);
  g_autofree char *service = g_markup_escape_text (
      dolen_referral_get_service_name (self->referral, dolen_language_current ()), -1);
  gboolean referral = self->referral->kind == DOLEN_REFERRAL;

  self->filling = TRUE;
  adw_action_row_set_subtitle (self->person_row, person);
  adw_action_row_set_subtitle (self->service_row, service);
  dolen_refer_form_fill (&self->form, self->referral);
  dolen_refer_details_fill (self->details, self->referral);
  gtk_editable_set_text (self->check_row, check);
  gtk_widget_set_visible (GTK_WIDGET (self->consent_group), referral);
  gtk_widget_set_visible (GTK_WIDGET (self->share_group), referral);
  gtk_widget_set_visible (GTK_WIDGET (self->told_row), referral);
  for (guint i = 0; i < self->share_rows->len; i++)
    adw_preferences_group_remove (self->share_group, g_ptr_array_index (self->share_rows, i));
  g_ptr_array_set_size (self->share_rows, 0);
  for (guint i = 0; self->referral->shared != NULL && i < self->referral->shared->len; i++)
    add_share_row (self, g_ptr_array_index (self->referral->shared, i));
  self->filling = FALSE;
}

/* ---- drafts ---- */

static char *
form_to_json (gpointer user_data)
{
  DolenReferWindow *self = user_data;
  char *json = dolen_refer_form_to_json (self->referral);

  if (g_strcmp0 (json, self->initial) == 0) {
    dolen_wipe_string (json);
    return NULL;
  }
  return json;
}

/* As it stands now nothing has been typed that a draft must keep. */
void
dolen_refer_window_mark_kept (DolenReferWindow *self)
{
  dolen_wipe_string (self->initial);
  self->initial = dolen_refer_form_to_json (self->referral);
}

static void
on_start_afresh (DolenReferWindow *self)
{
  g_autoptr (DolenReferral) old = g_steal_pointer (&self->referral);

  self->referral = dolen_referral_copy (self->afresh);
  self->stored = self->stored && g_strcmp0 (old->uid, self->referral->uid) == 0;
  fill (self);
  dolen_refer_window_update (self);
  dolen_draft_keeper_save_now (self->keeper);
}

/* What was being typed comes back where it was about the same service. */
static void
take_up_draft (DolenReferWindow *self)
{
  char *json = dolen_draft_keeper_take (self->keeper);

  if (json != NULL && dolen_refer_form_take_json (self->referral, json))
    dolen_toasts_add (
        self->toasts, dolen_draft_toast_new (G_CALLBACK (on_start_afresh), self), NULL);
  dolen_wipe_string (json);
}

static void
on_locking (DolenReferWindow *self)
{
  dolen_draft_keeper_save_now (self->keeper);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_cancel_clicked (DolenReferWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
dolen_refer_window_close_request (GtkWindow *window)
{
  DolenReferWindow *self = DOLEN_REFER_WINDOW (window);

  if (self->keeper != NULL && dolen_draft_keeper_leave (self->keeper))
    dolen_session_toast (self->session,
                         _ ("What was typed is kept; open the form again to go on."));
  return GTK_WINDOW_CLASS (dolen_refer_window_parent_class)->close_request (window);
}

static void
on_preview_clicked (DolenReferWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->preview);
}

/* To what keeps it from going. */
static void
on_lead_clicked (DolenReferWindow *self)
{
  gboolean agreed = self->referral->consent == DOLEN_CONSENT_YES;
  gboolean overridden = self->referral->override != DOLEN_OVERRIDE_NONE;

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->form_page));
  if (!agreed && overridden)
    adw_expander_row_set_expanded (self->override_row, TRUE);
  gtk_widget_grab_focus (agreed       ? GTK_WIDGET (self->consent_on_row)
                         : overridden ? GTK_WIDGET (self->override_note_row)
                                      : GTK_WIDGET (self->consent_row));
}

static void
on_back_clicked (DolenReferWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
on_language_toggled (DolenReferWindow *self)
{
  if (self->referral != NULL)
    dolen_refer_window_show_text (self);
}

/* ---- the object ---- */

static void
dolen_refer_window_dispose (GObject *object)
{
  DolenReferWindow *self = DOLEN_REFER_WINDOW (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->session);
  g_clear_pointer (&self->person, dolen_person_free);
  self->safe_row = NULL;
  self->safe_unread = FALSE;
  g_clear_pointer (&self->safe, dolen_safe_paper_free);
  g_clear_pointer (&self->service, dolen_service_free);
  g_clear_pointer (&self->organisation, dolen_organisation_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_REFER_WINDOW);
  g_clear_pointer (&self->referral, dolen_referral_free);
  g_clear_pointer (&self->afresh, dolen_referral_free);
  g_clear_pointer (&self->initial, dolen_wipe_string);
  g_clear_pointer (&self->share_rows, g_ptr_array_unref);
  g_clear_pointer (&self->today, g_free);
  G_OBJECT_CLASS (dolen_refer_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, DolenReferWindow, name)
  CHILD (toasts);
  CHILD (leaflet);
  CHILD (preview);
  CHILD (form_page);
  CHILD (person_row);
  CHILD (service_row);
  CHILD (consent_row);
  CHILD (consent_by_row);
  CHILD (consent_on_row);
  CHILD (override_row);
  CHILD (override_reason_row);
  CHILD (override_note_row);
  CHILD (consent_label);
  CHILD (consent_group);
  CHILD (share_group);
  CHILD (next_row);
  CHILD (next_by_row);
  CHILD (along_switch);
  CHILD (told_row);
  CHILD (check_row);
  CHILD (welsh_button);
  CHILD (english_button);
  CHILD (letter_view);
  CHILD (sender_hint);
  CHILD (told_label);
  CHILD (send_button);
  CHILD (buttons_bin);
#undef CHILD
}

static void
dolen_refer_window_class_init (DolenReferWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_refer_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dolen_refer_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-refer-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback_full (
      widget_class, "on_draft_clicked", G_CALLBACK (dolen_refer_window_on_draft));
  gtk_widget_class_bind_template_callback_full (
      widget_class, "on_send_clicked", G_CALLBACK (dolen_refer_window_on_send));
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
  gtk_widget_class_bind_template_callback_full (
      widget_class, "on_sender_clicked", G_CALLBACK (dolen_refer_window_on_sender));
  gtk_widget_class_bind_template_callback (widget_class, on_lead_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_preview_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_language_toggled);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dolen_refer_window_init (DolenReferWindow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->form = (DolenReferForm){
    self->consent_row,         self->consent_by_row,    self->consent_on_row, self->override_row,
    self->override_reason_row, self->override_note_row, self->next_row,       self->next_by_row,
    self->along_switch,        self->told_row,
  };
  self->today = dolen_date_today ();
  self->share_rows = g_ptr_array_new ();
  dolen_refer_form_set_up (&self->form);
  self->details = dolen_refer_details_new (self->form_page, (void (*) (gpointer)) on_changed, self);
}

static gboolean
load_service (DolenReferWindow *self, const char *uid)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);

  if (directory == NULL || uid == NULL)
    return FALSE;
  self->service = dolen_directory_get_service (directory, uid, NULL);
  if (self->service != NULL && self->service->organisation_uid != NULL)
    self->organisation
        = dolen_directory_get_organisation (directory, self->service->organisation_uid, NULL);
  return self->service != NULL;
}

static gboolean
load_person (DolenReferWindow *self, const char *uid)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));

  if (caseload != NULL)
    self->person = dolen_caseload_get_person (caseload, uid);
  return self->person != NULL;
}

static GtkWindow *
open (DolenReferWindow *self)
{
  gboolean referral = self->referral->kind == DOLEN_REFERRAL;
  const char *to
      = self->referral->service != NULL ? self->referral->service : self->referral->target;
  g_autofree char *kind = g_strconcat ("referral/", to, NULL);

  dolen_refer_window_add_buttons (self);
  gtk_window_set_title (GTK_WINDOW (self), referral ? _ ("Refer") : _ ("Signpost"));
  gtk_button_set_label (self->send_button, referral ? _ ("_Refer") : _ ("_Give the Details"));
  self->keeper = dolen_draft_keeper_new (
      dolen_session_get_casework (self->session), kind, self->person->uid, form_to_json, self);
  fill (self);
  dolen_refer_window_read (self);
  self->afresh = dolen_referral_copy (self->referral);
  dolen_refer_window_mark_kept (self);
  take_up_draft (self);
  if (dolen_refer_proposal_text_language (self->referral, self->person, self->service)
      == DOLEN_LANGUAGE_CY)
    gtk_toggle_button_set_active (self->welsh_button, TRUE);
  fill (self);
  dolen_refer_window_update (self);
  g_signal_connect_object (dolen_session_get_settings (self->session),
                           "changed",
                           G_CALLBACK (dolen_refer_window_show_text),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->session, "locking", G_CALLBACK (on_locking), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

static GtkWindow *
give_up (DolenReferWindow *self, const char *why)
{
  dolen_session_toast (self->session, why);
  gtk_window_destroy (GTK_WINDOW (self));
  return NULL;
}

GtkWindow *
dolen_refer_window_new (DolenSession *session,
                        DolenReferralKind kind,
                        const char *person_uid,
                        const char *service_uid,
                        const char *const *reasons)
{
  DolenReferWindow *self = g_object_new (DOLEN_TYPE_REFER_WINDOW, NULL);

  self->session = g_object_ref (session);
  if (!load_person (self, person_uid))
    return give_up (self, _ ("That person is not in the case records any more."));
  if (!load_service (self, service_uid))
    return give_up (self, _ ("That group is not in the directory any more."));
  self->referral = dolen_refer_proposal_new (
      kind,
      self->person,
      self->service,
      self->organisation,
      reasons,
      dolen_vocabulary_default (NULL),
      dolen_refer_proposal_group_language (self->service, dolen_language_current ()),
      self->today);
  return open (self);
}

GtkWindow *
dolen_refer_window_new_for_target (DolenSession *session,
                                   const char *person,
                                   const char *target,
                                   const DolenService *service)
{
  DolenReferWindow *self = g_object_new (DOLEN_TYPE_REFER_WINDOW, NULL);

  self->session = g_object_ref (session);
  if (!load_person (self, person))
    return give_up (self, _ ("That person is not in the case records any more."));
  self->referral = dolen_refer_proposal_new (DOLEN_REFERRAL,
                                             self->person,
                                             service,
                                             NULL,
                                             NULL,
                                             dolen_vocabulary_default (NULL),
                                             dolen_language_current (),
                                             self->today);
  g_clear_pointer (&self->referral->service, g_free);
  self->referral->target = g_strdup (target);
  return open (self);
}

GtkWindow *
dolen_refer_window_new_for_draft (DolenSession *session, const char *referral_uid)
{
  DolenReferWindow *self = g_object_new (DOLEN_TYPE_REFER_WINDOW, NULL);
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));

  self->session = g_object_ref (session);
  self->referral = caseload != NULL ? dolen_caseload_get_referral (caseload, referral_uid) : NULL;
  self->stored = self->referral != NULL;
  if (self->referral == NULL || !load_person (self, self->referral->person))
    return give_up (self, _ ("That draft is not in the case records any more."));
  load_service (self, self->referral->service);
  return open (self);
}

GtkWindow *
dolen_refer_window_new_for_choice (DolenSession *session,
                                   DolenReferralKind kind,
                                   const char *choice)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autoptr (DolenChoice) found = NULL;
  GtkWindow *window;

  if (caseload != NULL)
    found = dolen_caseload_get_record (caseload, &dolen_choice_type, choice);
  if (found == NULL || found->state != DOLEN_CHOICE_OPEN) {
    dolen_session_toast (session, _ ("That choice is not on the plan any more."));
    return NULL;
  }
  window = dolen_refer_window_new (
      session, kind, found->person, found->service, (const char *const *) found->reasons);
  if (window != NULL) {
    DolenReferWindow *self = DOLEN_REFER_WINDOW (window);

    g_free (self->referral->choice);
    self->referral->choice = g_strdup (found->uid);
    dolen_refer_window_mark_kept (self);
  }
  return window;
}

void
dolen_refer_window_set_consent (DolenReferWindow *self, DolenConsent consent)
{
  g_return_if_fail (DOLEN_IS_REFER_WINDOW (self));

  adw_combo_row_set_selected (self->consent_row, consent);
}

char *
dolen_refer_window_dup_text (DolenReferWindow *self)
{
  DolenReferText from;

  g_return_val_if_fail (DOLEN_IS_REFER_WINDOW (self), NULL);
  from = dolen_refer_window_text_from (self);
  return dolen_refer_text_new (&from);
}
