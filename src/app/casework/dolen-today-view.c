/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-today-view.h"

#include "app/casework/dolen-backup-notice.h"
#include "app/casework/dolen-calendar-form.h"
#include "app/casework/dolen-draft-open.h"
#include "app/casework/dolen-follow-up-form.h"
#include "app/casework/dolen-follow-up-forms.h"
#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-person-appointments.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-today-due.h"
#include "app/casework/dolen-today-more.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-page.h"
#include "app/dolen-window.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-appointments.h"

#include <glib/gi18n.h>

#define LOOK_AT_THE_DAY_SECONDS 60

/* What can wait, and is folded away until somebody asks for it. */
typedef enum {
  FOLD_WEEK,
  FOLD_DRAFTS,
  FOLD_CAME_BACK,
  N_FOLDS
} Fold;

struct _DolenTodayView {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  GtkWidget *sections;   /* a box */
  char *today;           /* (owned): the civil date that is shown */
  gboolean unfolded[N_FOLDS];
  guint refresh_source; /* idle source, 0 none */
  guint day_source;     /* looks whether the day has changed */
};

G_DEFINE_FINAL_TYPE (DolenTodayView, dolen_today_view, ADW_TYPE_BIN)

static DolenCaseload *
caseload_of (DolenTodayView *self)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (self->session));
}

/* ---- the morning's work ---- */

/* NULL where there is nothing. */
static GtkWidget *
new_due_list (GPtrArray *lines)
{
  GtkWidget *list;

  if (lines->len == 0)
    return NULL;
  list = dolen_boxed_list_new ();
  for (guint i = 0; i < lines->len; i++)
    dolen_boxed_list_add (list, dolen_today_due_new (g_ptr_array_index (lines, i)));
  return list;
}

/* @suffix: (nullable): beside the heading */
static gboolean
add_due (DolenTodayView *self, const char *title, GtkWidget *suffix, GPtrArray *lines)
{
  GtkWidget *list = new_due_list (lines);
  g_autofree char *counted = NULL;

  if (list == NULL)
    return FALSE;
  counted = g_strdup_printf ("%s (%u)", title, lines->len);
  gtk_box_append (GTK_BOX (self->sections), dolen_section_new (counted, suffix, list));
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
                             dolen_today_button_new (_ ("Go On"), "today.go-on", referral->uid));
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

/* NULL where nothing was left. @n: (out): how many */
static GtkWidget *
new_drafts_list (DolenTodayView *self, int *n)
{
  g_autoptr (GtkWidget) list = g_object_ref_sink (dolen_boxed_list_new ());
  g_autoptr (GPtrArray) drafts
             = dolen_draft_list (dolen_session_get_casework (self->session), NULL);

  *n = 0;
  while (drafts != NULL && drafts->len > 0) {
    dolen_boxed_list_add (list, new_draft_line (self, g_ptr_array_steal_index (drafts, 0)));
    (*n)++;
  }
  add_waiting_drafts (self, list, n);
  return *n > 0 ? g_steal_pointer (&list) : NULL;
}

/* ---- what can wait, folded away ---- */

static void
on_expanded (AdwExpanderRow *row, GParamSpec *pspec, DolenTodayView *self)
{
  self->unfolded[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "dolen-fold"))]
      = adw_expander_row_get_expanded (row);
}

/* @list: (nullable) (transfer full): its rows become those of the fold */
static AdwExpanderRow *
add_fold (DolenTodayView *self, GtkWidget *folds, Fold fold, const char *title, GtkWidget *list)
{
  AdwExpanderRow *expander;
  GtkWidget *row;

  if (list == NULL)
    return NULL;
  expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  while ((row = gtk_widget_get_first_child (list)) != NULL) {
    g_object_ref (row);
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
    adw_expander_row_add_row (expander, row);
    g_object_unref (row);
  }
  g_object_unref (list);
  adw_expander_row_set_expanded (expander, self->unfolded[fold]);
  g_object_set_data (G_OBJECT (expander), "dolen-fold", GUINT_TO_POINTER (fold));
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (on_expanded), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (folds), GTK_WIDGET (expander));
  return expander;
}

static GtkWidget *
sink (GtkWidget *widget)
{
  return widget != NULL ? g_object_ref_sink (widget) : NULL;
}

/* @calendar: (nullable) (transfer floating): goes with the week */
static void
add_folds (DolenTodayView *self, const DolenTodayLists *lists, GtkWidget *calendar)
{
  GtkWidget *folds = dolen_boxed_list_new ();
  g_autofree char *week = g_strdup_printf ("%s (%u)", _ ("This Week"), lists->this_week->len);
  g_autofree char *drafts = NULL, *came_back = NULL;
  AdwExpanderRow *expander;
  GtkWidget *list;
  guint n_back = 0;
  int n = 0;

  expander = add_fold (self, folds, FOLD_WEEK, week, sink (new_due_list (lists->this_week)));
  if (expander != NULL && calendar != NULL)
    adw_expander_row_add_action (expander, calendar);
  list = new_drafts_list (self, &n);
  /* Translators: what was left half written (drafft, masc.); a count follows. */
  drafts = g_strdup_printf ("%s (%d)", _ ("Drafts"), n);
  add_fold (self, folds, FOLD_DRAFTS, drafts, list);
  list = sink (dolen_today_came_back_new (self->session, self->today, &n_back));
  /* Translators: a heading of Today: what was heard of referrals in the last week. */
  came_back = g_strdup_printf ("%s (%u)", _ ("What Came Back"), n_back);
  add_fold (self, folds, FOLD_CAME_BACK, came_back, list);
  g_object_ref_sink (folds);
  if (gtk_widget_get_first_child (folds) != NULL)
    /* Translators: a heading of Today, over what is folded away: the week ahead, drafts, answers.
     */
    gtk_box_append (GTK_BOX (self->sections), dolen_section_new (_ ("Can Wait"), NULL, folds));
  g_object_unref (folds);
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

static gboolean
has_appointment (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (((DolenDue *) lines->pdata[i])->follow_up->kind == DOLEN_FOLLOW_UP_APPOINTMENT)
      return TRUE;
  return FALSE;
}

/* Beside the nearest appointments; NULL where @lines have none. */
static GtkWidget *
new_calendar_button (DolenTodayView *self, GPtrArray *lines)
{
  GtkWidget *button;

  if (!has_appointment (lines))
    return NULL;
  /* Translators: a button: saves the appointments as a calendar file. */
  button
      = dolen_form_button_new (self->session, _ ("Calendar _File…"), dolen_calendar_form_new, NULL);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
fill (DolenTodayView *self, const DolenTodayLists *lists)
{
  GtkWidget *today = new_calendar_button (self, lists->today);
  GtkWidget *week = today == NULL ? new_calendar_button (self, lists->this_week) : NULL;
  gboolean any = add_due (self, _ ("Concerns"), NULL, lists->concerns);

  any = add_section (self, dolen_out_list_new (self->session)) || any;
  any = add_due (self, _ ("Overdue"), NULL, lists->overdue) || any;
  any = add_due (self, _ ("Today"), today, lists->today) || any;
  any = add_section (self, dolen_today_unplanned_new (self->session, self->today)) || any;
  if (!any)
    add_empty (self, lists);
  add_folds (self, lists, week);
}

void
dolen_today_view_refresh (DolenTodayView *self)
{
  g_autoptr (DolenTodayLists) lists = NULL;

  g_return_if_fail (DOLEN_IS_TODAY_VIEW (self));

  if (caseload_of (self) == NULL)
    return;
  g_free (self->today);
  self->today = dolen_date_today ();
  lists = dolen_caseload_list_today (caseload_of (self), self->today, NULL);
  if (lists == NULL)
    return;
  dolen_box_clear (self->sections);
  fill (self, lists);
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
