/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-today-view.h"

#include "app/casework/dolen-backup-notice.h"
#include "app/casework/dolen-calendar-form.h"
#include "app/casework/dolen-follow-up-form.h"
#include "app/casework/dolen-follow-up-forms.h"
#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-line-list.h"
#include "app/casework/dolen-person-appointments.h"
#include "app/casework/dolen-refer-window.h"
#include "app/casework/dolen-today-drafts.h"
#include "app/casework/dolen-today-due.h"
#include "app/casework/dolen-today-more.h"
#include "app/casework/dolen-widget-util.h"
#include "app/dolen-page.h"
#include "app/dolen-window.h"
#include "base/dolen-time.h"
#include "casework/dolen-came-back.h"
#include "casework/dolen-casework-appointments.h"
#include "casework/dolen-load.h"

#include <glib/gi18n.h>

#define LOOK_AT_THE_DAY_SECONDS 60
#define CAME_BACK_DAYS 7

/* The lists, in the order they stand in; what can wait is folded away until somebody asks for it.
 */
typedef enum {
  LIST_CONCERNS,
  LIST_OVERDUE,
  LIST_TODAY,
  LIST_UNPLANNED,
  LIST_WEEK,
  LIST_DRAFTS,
  LIST_CAME_BACK,
  N_LISTS
} List;

struct _DolenTodayView {
  AdwBin parent_instance;
  DolenSession *session; /* (owned) */
  char *today;           /* (owned): the civil date that is shown */
  guint refresh_source;  /* idle source, 0 none */
  guint day_source;      /* looks whether the day has changed */

  DolenLineList *lists[N_LISTS];
  GtkWidget *frames[N_LISTS]; /* the section or the fold that each stands in */
  AdwBin *out_bin;
  AdwStatusPage *empty_page;
  GtkWidget *wait_section;
  GtkWidget *calendar_buttons[N_LISTS]; /* of LIST_TODAY and LIST_WEEK */
};

G_DEFINE_FINAL_TYPE (DolenTodayView, dolen_today_view, ADW_TYPE_BIN)

static DolenCaseload *
caseload_of (DolenTodayView *self)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (self->session));
}

/* ---- what is shown ---- */

/* Where there is nothing, not even the heading. Returns whether there is anything. */
static gboolean
show_list (DolenTodayView *self, List list, GPtrArray *items)
{
  static const char *const titles[N_LISTS] = {
    [LIST_CONCERNS] = N_ ("Concerns"),
    [LIST_OVERDUE] = N_ ("Overdue"),
    [LIST_TODAY] = N_ ("Today"),
    [LIST_UNPLANNED] = N_ ("Nothing Is Planned"),
    [LIST_WEEK] = N_ ("This Week"),
    /* Translators: what was left half written (drafft, masc.); a count follows. */
    [LIST_DRAFTS] = N_ ("Drafts"),
    /* Translators: a heading of Today: what was heard of referrals in the last week. */
    [LIST_CAME_BACK] = N_ ("What Came Back"),
  };
  guint n = items != NULL ? items->len : 0;
  g_autofree char *title = g_strdup_printf ("%s (%u)", _ (titles[list]), n);

  if (list < LIST_WEEK)
    dolen_section_set_title (self->frames[list], title);
  else
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->frames[list]), title);
  dolen_line_list_show (self->lists[list], items);
  gtk_widget_set_visible (self->frames[list], n > 0);
  return n > 0;
}

static gboolean
has_appointment (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (((DolenDue *) lines->pdata[i])->follow_up->kind == DOLEN_FOLLOW_UP_APPOINTMENT)
      return TRUE;
  return FALSE;
}

/* Beside the nearest appointments. */
static void
show_calendar_buttons (DolenTodayView *self, const DolenTodayLists *lists)
{
  gboolean today = has_appointment (lists->today);

  gtk_widget_set_visible (self->calendar_buttons[LIST_TODAY], today);
  gtk_widget_set_visible (self->calendar_buttons[LIST_WEEK],
                          !today && has_appointment (lists->this_week));
}

static gboolean
show_what_can_wait (DolenTodayView *self, const DolenTodayLists *lists)
{
  g_autofree char *since = dolen_date_add_days (self->today, -CAME_BACK_DAYS);
  g_autoptr (GPtrArray) drafts = dolen_today_drafts_list (self->session);
  g_autoptr (GPtrArray) came_back = dolen_caseload_list_came_back (caseload_of (self), since, NULL);
  gboolean any = show_list (self, LIST_WEEK, lists->this_week);

  any = show_list (self, LIST_DRAFTS, drafts) || any;
  return show_list (self, LIST_CAME_BACK, came_back) || any;
}

/* A day on which nothing is due may still leave letters to be written about what has closed. */
static void
show_empty (DolenTodayView *self, const DolenTodayLists *lists)
{
  int letters = dolen_caseload_count_letters (caseload_of (self));
  g_autofree char *next = dolen_today_empty_sentence (lists, dolen_language_current ());
  g_autofree char *waiting = g_strdup_printf (
      /* Translators: on an empty Today; %d: a number. They are to the person or the referrer. */
      ngettext ("%d letter is still to be written about support that has closed.",
                "%d letters are still to be written about support that has closed.",
                (gulong) letters),
      letters);
  g_autofree char *escaped = g_markup_escape_text (letters > 0 ? waiting : next, -1);

  adw_status_page_set_title (self->empty_page,
                             letters > 0 ? _ ("Nothing Is Due Today") : _ ("All Done"));
  adw_status_page_set_description (self->empty_page, escaped);
  if (letters > 0)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->frames[LIST_WEEK]), TRUE);
}

static void
show_lists (DolenTodayView *self, const DolenTodayLists *lists)
{
  g_autoptr (GPtrArray) unplanned
             = dolen_caseload_list_unplanned (caseload_of (self), self->today, NULL);
  GtkWidget *out = dolen_out_list_new (self->session);
  gboolean any = show_list (self, LIST_CONCERNS, lists->concerns);

  adw_bin_set_child (self->out_bin, out);
  gtk_widget_set_visible (GTK_WIDGET (self->out_bin), out != NULL);
  any = show_list (self, LIST_OVERDUE, lists->overdue) || any || out != NULL;
  any = show_list (self, LIST_TODAY, lists->today) || any;
  any = show_list (self, LIST_UNPLANNED, unplanned) || any;
  if (!any)
    show_empty (self, lists);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_page), !any);
  gtk_widget_set_visible (self->wait_section, show_what_can_wait (self, lists));
  show_calendar_buttons (self, lists);
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
  if (lists != NULL)
    show_lists (self, lists);
}

static gboolean
refresh_cb (gpointer user_data)
{
  DolenTodayView *self = user_data;

  self->refresh_source = 0;
  dolen_today_view_refresh (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the button that was clicked may stand in what goes. And only where it is looked at:
 * whoever comes back to it sees what is new. */
static void
on_changed (DolenTodayView *self)
{
  if (self->refresh_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
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

static void
draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *kind, *subject;

  g_variant_get (parameter, "(&sm&s)", &kind, &subject);
  dolen_today_draft_open (widget, DOLEN_TODAY_VIEW (widget)->session, kind, subject);
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
  gtk_widget_class_install_action (widget_class, "today.draft", "(sms)", draft_action);
}

static GtkWidget *
new_empty_page (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Go to _People"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dolen-today-symbolic");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "people");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static GtkWidget *
new_calendar_button (DolenTodayView *self, List list)
{
  GtkWidget *button
      /* Translators: a button: saves the appointments as a calendar file. */
      = dolen_form_button_new (self->session, _ ("Calendar _File…"), dolen_calendar_form_new, NULL);

  gtk_widget_add_css_class (button, "flat");
  self->calendar_buttons[list] = button;
  return button;
}

static const struct {
  DolenLineKey key;
  DolenLineNew make;
} lines[N_LISTS] = {
  [LIST_CONCERNS] = { dolen_today_due_key, dolen_today_due_new },
  [LIST_OVERDUE] = { dolen_today_due_key, dolen_today_due_new },
  [LIST_TODAY] = { dolen_today_due_key, dolen_today_due_new },
  [LIST_UNPLANNED] = { dolen_today_unplanned_key, dolen_today_unplanned_new },
  [LIST_WEEK] = { dolen_today_due_key, dolen_today_due_new },
  [LIST_DRAFTS] = { dolen_today_draft_key, dolen_today_draft_new },
  [LIST_CAME_BACK] = { dolen_today_came_back_key, dolen_today_came_back_new },
};

static GtkWidget *
new_section (DolenTodayView *self, List list)
{
  GtkWidget *suffix = list == LIST_TODAY ? new_calendar_button (self, list) : NULL;
  GtkWidget *child = dolen_line_list_new (lines[list].key, lines[list].make, &self->today);

  self->lists[list] = DOLEN_LINE_LIST (child);
  self->frames[list] = dolen_section_new ("", suffix, child);
  return self->frames[list];
}

static GtkWidget *
new_fold (DolenTodayView *self, List list)
{
  GtkWidget *fold = adw_expander_row_new ();
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *child = dolen_line_list_new_inside (lines[list].key, lines[list].make, &self->today);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (fold), row);
  if (list == LIST_WEEK)
    adw_expander_row_add_action (ADW_EXPANDER_ROW (fold), new_calendar_button (self, list));
  self->lists[list] = DOLEN_LINE_LIST (child);
  self->frames[list] = fold;
  return fold;
}

static void
add_content (DolenTodayView *self, GtkBox *box)
{
  GtkWidget *folds = dolen_boxed_list_new ();

  self->out_bin = ADW_BIN (adw_bin_new ());
  self->empty_page = ADW_STATUS_PAGE (new_empty_page ());
  gtk_box_append (box, dolen_backup_notice_new (self->session));
  gtk_box_append (box, new_section (self, LIST_CONCERNS));
  gtk_box_append (box, GTK_WIDGET (self->out_bin));
  for (List list = LIST_OVERDUE; list < LIST_WEEK; list++)
    gtk_box_append (box, new_section (self, list));
  gtk_box_append (box, GTK_WIDGET (self->empty_page));
  for (List list = LIST_WEEK; list < N_LISTS; list++)
    gtk_list_box_append (GTK_LIST_BOX (folds), new_fold (self, list));
  /* Translators: a heading of Today, over what is folded away: the week ahead, drafts, answers. */
  self->wait_section = dolen_section_new (_ ("Can Wait"), NULL, folds);
  gtk_box_append (box, self->wait_section);
}

static void
dolen_today_view_init (DolenTodayView *self)
{
}

static void
add_page (DolenTodayView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  add_content (self, GTK_BOX (box));
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
  add_page (self);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (on_changed),
                           self,
                           G_CONNECT_SWAPPED);
  self->day_source = g_timeout_add_seconds (LOOK_AT_THE_DAY_SECONDS, look_at_the_day_cb, self);
  dolen_today_view_refresh (self);
  return GTK_WIDGET (self);
}
