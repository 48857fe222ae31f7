/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-pane.h"

#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-wrap-layout.h"
#include "app/directory/dolen-suggest-window.h"
#include "app/dolen-page.h"
#include "app/dolen-window.h"
#include "app/find/dolen-capacity-editor.h"
#include "app/find/dolen-detail-ask.h"
#include "app/find/dolen-detail-hand-out.h"
#include "app/find/dolen-detail-known.h"
#include "app/find/dolen-detail-notes.h"
#include "app/find/dolen-detail-plan.h"
#include "app/find/dolen-detail-view.h"
#include "app/find/dolen-detail-why.h"
#include "app/find/dolen-hand-out-window.h"
#include "app/find/dolen-result-text.h"
#include "app/find/dolen-service-edits.h"
#include "base/dolen-time.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

struct _DolenDetailPane {
  AdwBin parent_instance;
  DolenSession *session;           /* (owned) */
  DolenVocabulary *vocabulary;     /* (owned) */
  DolenFindings *findings;         /* (owned) (nullable) */
  DolenService *service;           /* (owned) (nullable) */
  DolenOrganisation *organisation; /* (owned) (nullable) */
  DolenOrganisation *parent;       /* (owned) (nullable) of the organisation */
  GPtrArray *reasons;              /* (owned) (nullable) of DolenReason */
  DolenCapacityEditor *editor;     /* (nullable) while it is shown */

  GtkWidget *change; /* (nullable) the button, while it is shown */
  guint refocus;     /* idle source, 0 none */

  GtkWidget *close_button;
  GtkScrolledWindow *scroller;
  GtkLabel *name;
  GtkLabel *other;
  GtkLabel *organisation_name;
  GtkLabel *governance;
  GtkWidget *refer_button;
  GtkWidget *signpost_button;
  GtkWidget *plan_button;
  GtkWidget *person_button;
  GtkBox *why;
  GtkBox *facts;
};

G_DEFINE_FINAL_TYPE (DolenDetailPane, dolen_detail_pane, ADW_TYPE_BIN)

static guint close_signal;

/* ---- reading ---- */

static char *
read_source_name (DolenDetailPane *self)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);
  g_autoptr (DolenStatement) statement = NULL;
  gboolean row = FALSE;

  if (self->service->source_uid == NULL || directory == NULL)
    return NULL;
  statement = dolen_db_prepare (
      dolen_directory_get_db (directory), "SELECT name FROM source WHERE uid = ?1", NULL);
  if (statement == NULL)
    return NULL;
  dolen_statement_bind_text (statement, 1, self->service->source_uid);
  if (!dolen_statement_step (statement, &row, NULL) || !row)
    return NULL;
  return dolen_statement_dup_text (statement, 0);
}

static void
take_service (DolenDetailPane *self, DolenService *service)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);

  g_clear_pointer (&self->service, dolen_service_free);
  g_clear_pointer (&self->organisation, dolen_organisation_free);
  g_clear_pointer (&self->parent, dolen_organisation_free);
  self->service = service;
  if (service != NULL && service->organisation_uid != NULL)
    self->organisation
        = dolen_directory_get_organisation (directory, service->organisation_uid, NULL);
  if (self->organisation != NULL && self->organisation->parent_uid != NULL)
    self->parent
        = dolen_directory_get_organisation (directory, self->organisation->parent_uid, NULL);
}

/* ---- showing ---- */

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_top (DolenDetailPane *self)
{
  DolenLanguage language = dolen_language_current ();
  const DolenBilingual *name = &self->service->name;
  const char *shown = dolen_bilingual_get (name, language);
  const char *other = dolen_bilingual_peek (name, dolen_language_other (language));
  g_autofree char *governance = dolen_detail_governance (self->organisation, language);
  gboolean person = dolen_session_get_person (self->session) != NULL;

  gtk_label_set_text (self->name, shown);
  show_text (self->other, g_strcmp0 (other, shown) != 0 ? other : NULL);
  show_text (self->organisation_name,
             self->organisation != NULL ? dolen_bilingual_get (&self->organisation->name, language)
                                        : NULL);
  show_text (self->governance, governance);
  gtk_widget_set_visible (self->refer_button, person);
  gtk_widget_set_visible (self->signpost_button, person);
  gtk_widget_set_visible (self->plan_button, person);
  gtk_widget_set_visible (self->person_button, !person);
}

static void
show_why (DolenDetailPane *self)
{
  dolen_detail_view_clear (self->why);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  self->reasons = dolen_detail_why_add (self->why, self->session, self->findings, self->service);
  gtk_widget_set_visible (GTK_WIDGET (self->why),
                          gtk_widget_get_first_child (GTK_WIDGET (self->why)) != NULL);
}

/* ---- places and wait ---- */

static void
on_still_true_cb (DolenDetailPane *self)
{
  dolen_service_edits_still_true (self->session, self->service->uid);
}

static void
close_editor (DolenDetailPane *self)
{
  self->editor = NULL;
  dolen_detail_pane_reload (self);
}

static void
on_save_cb (DolenDetailPane *self)
{
  DolenCapacity *report = dolen_capacity_editor_read (self->editor);

  if (report == NULL)
    return;
  dolen_service_edits_set_capacity (self->session, self->service->uid, report);
  close_editor (self);
}

static void
on_change_cb (DolenDetailPane *self, GtkWidget *button)
{
  GtkWidget *part = gtk_widget_get_ancestor (button, GTK_TYPE_BOX);

  if (self->editor != NULL)
    return;
  self->editor = DOLEN_CAPACITY_EDITOR (dolen_capacity_editor_new ());
  dolen_capacity_editor_show (self->editor, dolen_service_current_capacity (self->service));
  g_signal_connect_object (self->editor, "save", G_CALLBACK (on_save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->editor, "cancel", G_CALLBACK (close_editor), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (part)), GTK_WIDGET (self->editor));
  gtk_widget_set_visible (part, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

static void
add_sent (DolenDetailPane *self, GtkBox *part, const DolenCapacity *capacity)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  g_autofree char *text = NULL;
  int n = 0;

  if (caseload != NULL && capacity != NULL)
    n = dolen_caseload_count_sent (caseload, self->service->uid, capacity->as_of);
  if (n <= 0)
    return;
  /* Translators: how many people we have sent to a group since its places were told. */
  text = g_strdup_printf (ngettext ("%d sent by us since", "%d sent by us since", (gulong) n), n);
  gtk_box_append (part, dolen_detail_view_line (NULL, NULL, text, NULL, NULL));
}

static void
add_places_buttons (DolenDetailPane *self, GtkBox *part)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const DolenCapacity *capacity = dolen_service_current_capacity (self->service);
  GtkWidget *change = gtk_button_new_with_label (_ ("Change…"));

  add_sent (self, part, capacity);
  dolen_detail_known_add_answers (part, self->session, self->service->uid);
  dolen_detail_add_longer_wait (part, self->session, self->service);
  if (capacity != NULL && capacity->status != DOLEN_CAPACITY_UNKNOWN) {
    /* Translators: a button: somebody was asked, and what stands here still holds; yn dal yn
     * gywir. */
    GtkWidget *still = gtk_button_new_with_label (_ ("Still True"));

    gtk_widget_set_tooltip_text (still, _ ("Somebody was asked today and said so"));
    g_signal_connect_object (
        still, "clicked", G_CALLBACK (on_still_true_cb), self, G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (buttons), still);
  }
  gtk_widget_set_name (change, "change-places");
  self->change = change;
  g_signal_connect_object (change, "clicked", G_CALLBACK (on_change_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (buttons), change);
  gtk_box_append (part, buttons);
}

/* ---- the facts ---- */

static void
add_facts (DolenDetailPane *self, const GPtrArray *facts)
{
  DolenLanguage language = dolen_language_current ();
  guint at = 0;

  for (DolenDetailPart p = 0; p < DOLEN_N_DETAILS; p++) {
    GtkWidget *part = NULL;

    for (; at < facts->len; at++) {
      const DolenDetailFact *fact = g_ptr_array_index (facts, at);

      if (fact->part != p)
        break;
      if (part == NULL)
        part = dolen_detail_view_part (dolen_detail_part_title (p, language));
      gtk_box_append (GTK_BOX (part), dolen_detail_view_fact (fact));
    }
    if (part == NULL)
      continue;
    if (p == DOLEN_DETAIL_PLACES)
      add_places_buttons (self, GTK_BOX (part));
    gtk_box_append (self->facts, part);
  }
}

/* Once the new lines have their places; the pane would scroll to its top otherwise. */
static gboolean
refocus_cb (gpointer user_data)
{
  DolenDetailPane *self = user_data;

  self->refocus = 0;
  if (self->change != NULL && gtk_widget_has_focus (self->close_button))
    gtk_widget_grab_focus (self->change);
  return G_SOURCE_REMOVE;
}

/* The focus is not to be lost with the lines it stands in: it waits outside, then comes back. */
static void
save_focus (DolenDetailPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->facts)))
    return;
  gtk_widget_grab_focus (self->close_button);
  if (self->refocus == 0)
    self->refocus = g_idle_add_full (G_PRIORITY_LOW, refocus_cb, self, NULL);
}

static void
show_facts (DolenDetailPane *self)
{
  DolenDirectory *directory = dolen_session_get_directory (self->session);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *source_name = read_source_name (self);
  g_autoptr (GPtrArray) history
             = dolen_directory_get_history (directory, self->service->uid, 5, NULL);
  DolenDetailSource source = { .service = self->service,
                               .organisation = self->organisation,
                               .parent = self->parent,
                               .history = history,
                               .source_name = source_name,
                               .vocabulary = self->vocabulary,
                               .language = dolen_language_current (),
                               .today = today };
  g_autoptr (GPtrArray) facts = dolen_detail_facts_new (&source);
  gboolean noted;

  save_focus (self);
  self->change = NULL;
  dolen_detail_view_clear (self->facts);
  dolen_detail_ask_add_open (self->facts, self->session, self->vocabulary, self->service->uid);
  /* What workers told each other is read before anything is done; to add is asked for last. */
  noted = dolen_detail_notes_add (self->facts, self->session, self->service->uid, FALSE);
  add_facts (self, facts);
  if (!noted)
    dolen_detail_notes_add (self->facts, self->session, self->service->uid, TRUE);
}

static void
render (DolenDetailPane *self)
{
  if (self->service == NULL)
    return;
  show_top (self);
  show_why (self);
  /* What is being typed is not thrown away because something else was written. */
  if (self->editor == NULL)
    show_facts (self);
}

/* ---- buttons ---- */

static void
refer (DolenDetailPane *self, DolenReferralKind kind)
{
  g_autoptr (GPtrArray) texts = NULL;
  const char *person = dolen_session_get_person (self->session);
  GtkWindow *window;

  if (person == NULL || self->service == NULL)
    return;
  texts = dolen_detail_list_reasons (self->reasons);
  window = dolen_refer_window_new (
      self->session, kind, person, self->service->uid, (const char *const *) texts->pdata);
  if (window != NULL)
    dolen_window_present_dialog (GTK_WIDGET (self), window);
}

static void
on_plan_cb (DolenDetailPane *self)
{
  g_autoptr (GPtrArray) texts = dolen_detail_list_reasons (self->reasons);

  if (self->service != NULL)
    dolen_detail_add_to_plan (self->session, self->service, (char **) texts->pdata);
}

static void
on_refer_cb (DolenDetailPane *self)
{
  refer (self, DOLEN_REFERRAL);
}

static void
on_signpost_cb (DolenDetailPane *self)
{
  refer (self, DOLEN_SIGNPOSTING);
}

static void
on_choose_person_cb (DolenDetailPane *self)
{
  dolen_page_go (GTK_WIDGET (self), "people", NULL, NULL);
}

static DolenDetailHandOut
hand_out (DolenDetailPane *self)
{
  return (DolenDetailHandOut){ self->session, self->service, self->organisation };
}

static void
on_print_cb (DolenDetailPane *self)
{
  GtkWindow *window = NULL;

  if (self->service != NULL) {
    const char *const services[] = { self->service->uid, NULL };

    window = dolen_hand_out_window_new (
        self->session,
        dolen_session_get_person (self->session),
        services,
        self->findings != NULL && self->findings->ranked ? self->findings->profile : NULL);
  }
  if (window != NULL)
    dolen_window_present_dialog (GTK_WIDGET (self), window);
}

static void
on_copy_cb (DolenDetailPane *self)
{
  const DolenDetailHandOut out = hand_out (self);

  if (self->service != NULL)
    dolen_detail_hand_out_copy (&out, GTK_WIDGET (self));
}

static void
on_edit_cb (DolenDetailPane *self)
{
  dolen_page_go (GTK_WIDGET (self), "directory", "service", self->service->uid);
}

static void
on_suggest_cb (DolenDetailPane *self)
{
  GtkWindow *window = dolen_suggest_window_new (self->session, self->service->uid);

  if (window != NULL)
    dolen_window_present_dialog (GTK_WIDGET (self), window);
}

static void
on_close_cb (DolenDetailPane *self)
{
  g_signal_emit (self, close_signal, 0);
}

/* ---- the object ---- */

static void
dolen_detail_pane_dispose (GObject *object)
{
  DolenDetailPane *self = DOLEN_DETAIL_PANE (object);

  g_clear_handle_id (&self->refocus, g_source_remove);
  self->change = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), DOLEN_TYPE_DETAIL_PANE);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->service, dolen_service_free);
  g_clear_pointer (&self->organisation, dolen_organisation_free);
  g_clear_pointer (&self->parent, dolen_organisation_free);
  g_clear_pointer (&self->findings, dolen_findings_unref);
  g_clear_pointer (&self->vocabulary, dolen_vocabulary_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_detail_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cymru/dolen/Dolen/ui/dolen-detail-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, name);
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, other);
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, organisation_name);
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, governance);
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, refer_button);
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, signpost_button);
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, plan_button);
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, person_button);
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, why);
  gtk_widget_class_bind_template_child (widget_class, DolenDetailPane, facts);
  gtk_widget_class_bind_template_callback (widget_class, on_refer_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_signpost_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_suggest_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_cb);
}

static void
dolen_detail_pane_class_init (DolenDetailPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dolen_detail_pane_dispose;
  close_signal = g_signal_new (
      "close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DOLEN_TYPE_WRAP_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
dolen_detail_pane_init (DolenDetailPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dolen_detail_pane_new (DolenSession *session, DolenVocabulary *vocabulary)
{
  DolenDetailPane *self = g_object_new (DOLEN_TYPE_DETAIL_PANE, NULL);

  self->session = g_object_ref (session);
  self->vocabulary = dolen_vocabulary_ref (vocabulary);
  return GTK_WIDGET (self);
}

static gboolean
show_service (DolenDetailPane *self, DolenService *service)
{
  self->editor = NULL;
  take_service (self, service);
  render (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  return service != NULL;
}

gboolean
dolen_detail_pane_show (DolenDetailPane *self, const char *uid)
{
  DolenDirectory *directory;

  g_return_val_if_fail (DOLEN_IS_DETAIL_PANE (self), FALSE);

  directory = dolen_session_get_directory (self->session);
  return show_service (
      self,
      directory != NULL && uid != NULL ? dolen_directory_get_service (directory, uid, NULL) : NULL);
}

gboolean
dolen_detail_pane_show_id (DolenDetailPane *self, gint64 id)
{
  DolenDirectory *directory;

  g_return_val_if_fail (DOLEN_IS_DETAIL_PANE (self), FALSE);

  directory = dolen_session_get_directory (self->session);
  return show_service (
      self, directory != NULL ? dolen_directory_get_service_by_id (directory, id, NULL) : NULL);
}

void
dolen_detail_pane_set_findings (DolenDetailPane *self, DolenFindings *findings)
{
  g_return_if_fail (DOLEN_IS_DETAIL_PANE (self));

  g_clear_pointer (&self->findings, dolen_findings_unref);
  self->findings = findings != NULL ? dolen_findings_ref (findings) : NULL;
  if (self->service != NULL) {
    show_top (self);
    show_why (self);
  }
}

void
dolen_detail_pane_reload (DolenDetailPane *self)
{
  DolenDirectory *directory;
  DolenService *service;

  g_return_if_fail (DOLEN_IS_DETAIL_PANE (self));

  directory = dolen_session_get_directory (self->session);
  if (self->service == NULL || directory == NULL)
    return;
  service = dolen_directory_get_service (directory, self->service->uid, NULL);
  if (service == NULL) {
    on_close_cb (self);
    return;
  }
  take_service (self, service);
  render (self);
}

const char *
dolen_detail_pane_get_uid (DolenDetailPane *self)
{
  g_return_val_if_fail (DOLEN_IS_DETAIL_PANE (self), NULL);
  return self->service != NULL ? self->service->uid : NULL;
}

gint64
dolen_detail_pane_get_id (DolenDetailPane *self)
{
  g_return_val_if_fail (DOLEN_IS_DETAIL_PANE (self), 0);
  return self->service != NULL ? self->service->id : 0;
}
