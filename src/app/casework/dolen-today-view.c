/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-today-view.h"

#include "app/casework/dolen-backup-notice.h"
#include "app/casework/dolen-draft-open.h"
#include "app/casework/dolen-follow-up-form.h"
#include "app/casework/dolen-follow-up-forms.h"
#include "app/casework/dolen-person-appointments.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-today-more.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-page.h"
#include "app/dolen-window.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-appointments.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

#define LOOK_AT_THE_DAY_SECONDS 60

struct _DolenTodayView {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  GtkWidget *sections;   /* a box */
  char *today;           /* (owned): the civil date that is shown */
  guint refresh_source;  /* idle source, 0 none */
  guint day_source;      /* looks whether the day has changed */
};

G_DEFINE_FINAL_TYPE (DolenTodayView, dolen_today_view, ADW_TYPE_BIN)

static DolenCaseload *
caseload_of (DolenTodayView *self)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (self->session));
}

/* ---- lines ---- */

static GtkWidget *
new_action_button (const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  /* A long name must not make the window wide. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  return button;
}

static char *
say_day (const DolenDue *due)
{
  g_autofree char *day
      = dolen_format_date_as (dolen_language_current (), due->follow_up->due, DOLEN_DATE_WEEKDAY);

  if (due->days_overdue > 0)
    return g_strdup_printf (
        /* Translators: under a line of Today; %s: the day it was due; %d: how many days ago. */
        ngettext ("was due %s, %d day ago", "was due %s, %d days ago", (gulong) due->days_overdue),
        day,
        due->days_overdue);
  return due->days_overdue < 0 ? g_steal_pointer (&day) : NULL;
}

static GtkWidget *
new_due_line (const DolenDue *due)
{
  DolenLanguage language = dolen_language_current ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *sentence = dolen_due_sentence (due, language);
  g_autofree char *day = say_day (due);
  GtkWidget *person
      = new_action_button (due->person_called, "today.person", due->follow_up->person);

  gtk_box_append (GTK_BOX (words), dolen_label_new (sentence, NULL));
  if (day != NULL) {
    gtk_box_append (GTK_BOX (words), dolen_label_new (day, "caption"));
    gtk_widget_add_css_class (gtk_widget_get_last_child (words),
                              due->days_overdue > 0 ? "warning" : "dim-label");
  }
  gtk_widget_add_css_class (person, "flat");
  gtk_widget_set_tooltip_text (person, _ ("Open their page"));
  gtk_box_append (GTK_BOX (buttons), person);
  gtk_box_append (
      GTK_BOX (buttons),
      new_action_button (dolen_due_button (due, language), "today.finish", due->follow_up->uid));
  return dolen_side_box_new (words, buttons);
}

/* @title: with %u for how many. */
static gboolean
add_due (DolenTodayView *self, const char *title, GPtrArray *lines)
{
  GtkWidget *list;
  g_autofree char *counted = NULL;

  if (lines->len == 0)
    return FALSE;
  list = dolen_boxed_list_new ();
  for (guint i = 0; i < lines->len; i++)
    dolen_boxed_list_add (list, new_due_line (g_ptr_array_index (lines, i)));
  counted = g_strdup_printf ("%s (%u)", title, lines->len);
  gtk_box_append (GTK_BOX (self->sections), dolen_section_new (counted, NULL, list));
  return TRUE;
}

/* @section: (nullable) */
static gboolean
add_section (DolenTodayView *self, GtkWidget *section)
{
  if (section != NULL)
    gtk_box_append (GTK_BOX (self->sections), section);
  return section != NULL;
}

/* ---- drafts ---- */

static void
on_draft_clicked (GtkButton *button, DolenTodayView *self)
{
  dolen_draft_open (
      GTK_WIDGET (self), self->session, g_object_get_data (G_OBJECT (button), "draft"));
}

static GtkWidget *
new_draft_line (DolenTodayView *self, DolenDraft *draft)
{
  g_autofree char *words = dolen_draft_say (self->session, draft);
  GtkWidget *button = gtk_button_new_with_label (_ ("Go On"));

  g_object_set_data_full (G_OBJECT (button), "draft", draft, (GDestroyNotify) dolen_draft_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_draft_clicked), self, 0);
  return dolen_side_box_new (dolen_label_new (words, NULL), button);
}

static GtkWidget *
new_waiting_line (DolenTodayView *self, const DolenReferral *referral)
{
  DolenLanguage language = dolen_language_current ();
  g_autoptr (DolenPerson) person = dolen_caseload_get_person (caseload_of (self), referral->person);
  const char *called = person != NULL ? dolen_person_get_called (person) : "";
  const char *service = dolen_referral_get_service_name (referral, language);
  g_autofree char *words = NULL;

  if (referral->consent == DOLEN_CONSENT_YES)
    /* Translators: a line of Today; first %s: how the person is called; second: the group. */
    words = g_strdup_printf (_ ("Not sent yet: %1$s, %2$s"), called, service);
  else
    words = g_strdup_printf (_ ("Waiting until they agree: %1$s, %2$s"), called, service);
  return dolen_side_box_new (dolen_label_new (words, NULL),
                             new_action_button (_ ("Go On"), "today.go-on", referral->uid));
}

static void
add_waiting_drafts (DolenTodayView *self, GtkWidget *list, int *n)
{
  DolenDb *db = dolen_caseload_get_db (caseload_of (self));
  g_autoptr (DolenStatement) rows = dolen_db_prepare (
      db, "SELECT uid FROM referral WHERE state = 'draft' ORDER BY created", NULL);

  gboolean row = FALSE;

  while (rows != NULL && dolen_statement_step (rows, &row, NULL) && row) {
    g_autoptr (DolenReferral) referral = dolen_caseload_get_referral (
        caseload_of (self), dolen_statement_get_text (rows, 0));

    if (referral == NULL)
      continue;
    dolen_boxed_list_add (list, new_waiting_line (self, referral));
    (*n)++;
  }
}

static void
add_drafts (DolenTodayView *self)
{
  GtkWidget *list = g_object_ref_sink (dolen_boxed_list_new ());
  g_autoptr (GPtrArray) drafts
             = dolen_draft_list (dolen_session_get_casework (self->session), NULL);
  g_autofree char *title = NULL;
  int n = 0;

  while (drafts != NULL && drafts->len > 0) {
    dolen_boxed_list_add (list, new_draft_line (self, g_ptr_array_steal_index (drafts, 0)));
    n++;
  }
  add_waiting_drafts (self, list, &n);
  /* Translators: what was left half written (drafft, masc.); a count follows. */
  title = g_strdup_printf ("%s (%d)", _ ("Drafts"), n);
  if (n > 0)
    gtk_box_append (GTK_BOX (self->sections), dolen_section_new (title, NULL, list));
  g_object_unref (list);
}

/* ---- all of it ---- */

static void
add_empty (DolenTodayView *self, const DolenTodayLists *lists)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Go to _People"));
  g_autofree char *sentence = dolen_today_empty_sentence (lists, dolen_language_current ());
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dolen-today-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("All Done"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "people");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_box_append (GTK_BOX (self->sections), page);
}

void
dolen_today_view_refresh (DolenTodayView *self)
{
  g_autoptr (DolenTodayLists) lists = NULL;
  gboolean any;

  g_return_if_fail (DOLEN_IS_TODAY_VIEW (self));

  if (caseload_of (self) == NULL)
    return;
  g_free (self->today);
  self->today = dolen_date_today ();
  lists = dolen_caseload_list_today (caseload_of (self), self->today, NULL);
  if (lists == NULL)
    return;
  dolen_box_clear (self->sections);
  any = add_due (self, _ ("Concerns"), lists->concerns);
  any = add_section (self, dolen_out_list_new (self->session)) || any;
  any = add_due (self, _ ("Overdue"), lists->overdue) || any;
  any = add_due (self, _ ("Today"), lists->today) || any;
  any = add_section (self, dolen_today_unplanned_new (self->session, self->today)) || any;
  any = add_due (self, _ ("This Week"), lists->this_week) || any;
  any = add_section (self, dolen_week_appointments_new (self->session)) || any;
  if (!any)
    add_empty (self, lists);
  add_drafts (self);
  add_section (self, dolen_today_came_back_new (self->session, self->today));
}

static gboolean
refresh_cb (gpointer user_data)
{
  DolenTodayView *self = user_data;

  self->refresh_source = 0;
  dolen_today_view_refresh (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the button that was clicked stands in what is made anew. */
static void
on_changed (DolenTodayView *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

/* They may be late any minute. */
static gboolean
somebody_is_out (DolenTodayView *self)
{
  g_autofree char *today = dolen_date_today ();
  g_autofree char *now = dolen_clock_now ();
  g_autoptr (GPtrArray) out = NULL;

  if (caseload_of (self) != NULL)
    out = dolen_caseload_list_out (caseload_of (self), today, now, NULL);
  return out != NULL && out->len > 0;
}

static gboolean
look_at_the_day_cb (gpointer user_data)
{
  DolenTodayView *self = user_data;
  g_autofree char *today = dolen_date_today ();

  if (g_strcmp0 (today, self->today) != 0 || somebody_is_out (self))
    on_changed (self);
  return G_SOURCE_CONTINUE;
}

/* ---- actions ---- */

static void
finish_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenTodayView *self = DOLEN_TODAY_VIEW (widget);
  GtkWindow *form
      = dolen_follow_up_form_new (self->session, g_variant_get_string (parameter, NULL));

  if (form != NULL)
    dolen_window_present_dialog (widget, form);
}

static void
person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dolen_page_go (widget, "people", "person", g_variant_get_string (parameter, NULL));
}

static void
plan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenTodayView *self = DOLEN_TODAY_VIEW (widget);

  dolen_window_present_dialog (
      widget, dolen_next_contact_form_new (self->session, g_variant_get_string (parameter, NULL)));
}

static void
go_on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenTodayView *self = DOLEN_TODAY_VIEW (widget);
  GtkWindow *window
      = dolen_refer_window_new_for_draft (self->session, g_variant_get_string (parameter, NULL));

  if (window != NULL)
    dolen_window_present_dialog (widget, window);
}

/* ---- the object ---- */

/* Drafts come and go without a change of the records; whoever comes back sees them. */
static void
dolen_today_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dolen_today_view_parent_class)->map (widget);
  on_changed (DOLEN_TODAY_VIEW (widget));
}

static void
dolen_today_view_dispose (GObject *object)
{
  DolenTodayView *self = DOLEN_TODAY_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->day_source, g_source_remove);
  g_clear_pointer (&self->today, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dolen_today_view_parent_class)->dispose (object);
}

static void
dolen_today_view_class_init (DolenTodayViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dolen_today_view_dispose;
  widget_class->map = dolen_today_view_map;
  gtk_widget_class_install_action (widget_class, "today.finish", "s", finish_action);
  gtk_widget_class_install_action (widget_class, "today.person", "s", person_action);
  gtk_widget_class_install_action (widget_class, "today.plan", "s", plan_action);
  gtk_widget_class_install_action (widget_class, "today.go-on", "s", go_on_action);
}

static void
dolen_today_view_init (DolenTodayView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_box_append (GTK_BOX (box), self->sections);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
dolen_today_view_new (DolenSession *session)
{
  DolenTodayView *self = g_object_new (DOLEN_TYPE_TODAY_VIEW, NULL);

  self->session = g_object_ref (session);
  gtk_box_prepend (GTK_BOX (gtk_widget_get_parent (self->sections)),
                   dolen_backup_notice_new (session));
  g_signal_connect_object (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (on_changed),
                           self,
                           G_CONNECT_SWAPPED);
  self->day_source = g_timeout_add_seconds (LOOK_AT_THE_DAY_SECONDS, look_at_the_day_cb, self);
  dolen_today_view_refresh (self);
  return GTK_WIDGET (self);
}
