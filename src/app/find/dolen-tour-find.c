/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-tour-find.h"

#include "app/dolen-find-page.h"
#include "app/find/dolen-compare-window.h"
#include "app/find/dolen-hand-out-window.h"
#include "app/find/dolen-question-edits.h"
#include "base/dolen-time.h"

#define STAND (200 * 1000) /* microseconds */

static DolenFindPage *
page_of (DolenWindow *window)
{
  return DOLEN_FIND_PAGE (dolen_shell_get_page (dolen_window_get_shell (window), "find"));
}

/* Puts the page into a state of its own, whatever the stop before left. */
static void
show (DolenWindow *window, DolenFindFilters *filters, const char *view, const char *service)
{
  g_auto (GVariantDict) state = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) saved = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "find");
  gtk_widget_activate_action (GTK_WIDGET (page_of (window)), "find.close-detail", NULL);
  g_variant_dict_insert (&state, "filters-open", "b", g_str_equal (view, "filters"));
  g_variant_dict_insert (&state, "map", "b", g_str_equal (view, "map"));
  if (service != NULL)
    g_variant_dict_insert (&state, "service", "s", service);
  saved = g_variant_ref_sink (g_variant_dict_end (&state));
  if (filters != NULL)
    dolen_find_page_set_filters (page_of (window), filters);
  dolen_page_restore_state (DOLEN_PAGE (page_of (window)), saved);
}

static DolenFindFilters *
new_filters (const char *text)
{
  DolenFindFilters *filters = dolen_find_filters_new ();

  filters->text = g_strdup (text);
  return filters;
}

static void
set_codes (char ***codes, const char *blank_between)
{
  g_strfreev (*codes);
  *codes = g_strsplit (blank_between, " ", -1);
}

/* The service of the sample directory with that English name. */
static char *
dup_service (DolenWindow *window, const char *name)
{
  DolenSession *session = dolen_window_get_session (window);
  DolenDirectory *directory = dolen_session_get_directory (session);
  g_autoptr (GPtrArray) found = NULL;
  DolenSearchQuery query;

  dolen_search_query_init (&query);
  query.text = name;
  query.limit = 10;
  if (directory != NULL)
    found = dolen_search (directory, &query, NULL, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++) {
    const DolenServiceCard *card = g_ptr_array_index (found, i);
    if (g_strcmp0 (card->name.en, name) == 0)
      return g_strdup (card->uid);
  }
  return NULL;
}

void
dolen_tour_show_find (DolenWindow *window)
{
  show (window, new_filters (NULL), "list", NULL);
}

void
dolen_tour_show_find_map (DolenWindow *window)
{
  show (window, new_filters (NULL), "map", NULL);
}

void
dolen_tour_show_find_filters (DolenWindow *window)
{
  DolenFindFilters *filters = new_filters (NULL);

  set_codes (&filters->interests, "gardening");
  set_codes (&filters->languages, "cy");
  filters->place = g_strdup ("Llandysul");
  filters->max_km = 16.09344;
  show (window, filters, "filters", NULL);
}

void
dolen_tour_show_find_detail (DolenWindow *window)
{
  g_autofree char *service = dup_service (window, "Gwennol Lunch Club");

  show (window, new_filters ("cinio"), "list", service);
}

static GtkWidget *
find_editing_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_widget_get_name (widget), "change-places") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_editing_button (child);
  return found;
}

void
dolen_tour_show_find_places (DolenWindow *window)
{
  GtkWidget *button;

  dolen_tour_show_find_detail (window);
  button = find_editing_button (GTK_WIDGET (dolen_find_page_get_detail (page_of (window))));
  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");
}

void
dolen_tour_show_find_nothing (DolenWindow *window)
{
  DolenFindFilters *filters = new_filters ("zither");

  filters->max_pence = 0;
  show (window, filters, "list", NULL);
}

/* The person of the tour whose name begins so. */
static void
open_person (DolenWindow *window, const char *name)
{
  DolenSession *session = dolen_window_get_session (window);
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) people = NULL;
  const DolenPersonRow *row;

  if (caseload != NULL)
    people = dolen_caseload_list_people (caseload, name, today, NULL);
  if (people == NULL || people->len == 0)
    return;
  row = g_ptr_array_index (people, 0);
  dolen_session_open_person (session, row->uid, row->called);
}

void
dolen_tour_show_find_person (DolenWindow *window)
{
  show (window, new_filters (NULL), "list", NULL);
  open_person (window, "Eirlys");
}

void
dolen_tour_show_find_person_detail (DolenWindow *window)
{
  g_autofree char *service = dup_service (window, "Yr Ardd Gudd gardening mornings");

  dolen_tour_show_find_person (window);
  show (window, NULL, "list", service);
}

void
dolen_tour_show_find_person_little (DolenWindow *window)
{
  DolenFindFilters *filters;

  dolen_tour_show_find_person (window);
  filters = dolen_find_filters_copy (dolen_find_page_get_filters (page_of (window)));
  filters->max_km = 3.218688;
  set_codes (&filters->interests, "fishing");
  set_codes (&filters->needs, "housing");
  show (window, filters, "list", NULL);
}

/* A group that is in mind is typed, and told why it is not among the first. */
void
dolen_tour_show_find_person_why (DolenWindow *window)
{
  DolenFindFilters *filters;

  dolen_tour_show_find_person (window);
  filters = dolen_find_filters_copy (dolen_find_page_get_filters (page_of (window)));
  g_free (filters->text);
  filters->text = g_strdup ("Llandeilo");
  show (window, filters, "list", NULL);
}

/* What is not known of two groups, as a worker has put it there. */
void
dolen_tour_show_calls (DolenWindow *window)
{
  static const char *const first[] = { "capacity", "enabler:volunteer-driver", NULL };
  static const char *const second[] = { "cost", "need:bereavement", NULL };
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *garden = dup_service (window, "Yr Ardd Gudd gardening mornings");
  g_autofree char *debt = dup_service (window, "Debt and Money Advice");

  dolen_question_edits_ask (session, garden, first);
  dolen_question_edits_ask (session, debt, second);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.calls", NULL);
}

static GtkWindow *
open_hand_out (DolenWindow *window, const char *name)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *service = dup_service (window, name);
  const char *const services[] = { service, NULL };
  GtkWindow *dialog;

  open_person (window, "Eirlys");
  dialog = dolen_hand_out_window_new (session, dolen_session_get_person (session), services, NULL);
  if (dialog != NULL)
    dolen_window_present_dialog (GTK_WIDGET (window), dialog);
  return dialog;
}

void
dolen_tour_show_hand_out (DolenWindow *window)
{
  open_hand_out (window, "Yr Ardd Gudd gardening mornings");
}

static GtkWidget *
find_scrolled (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SCROLLED_WINDOW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scrolled (child);
  return found;
}

static gboolean
scroll_cb (gpointer at)
{
  gtk_adjustment_set_value (at, gtk_adjustment_get_upper (at));
  return G_SOURCE_REMOVE;
}

/* Not while it is being laid out: what is inside would not follow. */
static void
on_extent_changed (GtkAdjustment *at)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_cb, g_object_ref (at), g_object_unref);
}

void
dolen_tour_show_hand_out_pages (DolenWindow *window)
{
  GtkWindow *dialog = open_hand_out (window, "Yr Ardd Gudd gardening mornings");
  GtkWidget *scrolled = dialog != NULL ? find_scrolled (GTK_WIDGET (dialog)) : NULL;

  if (scrolled != NULL)
    g_signal_connect (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                      "changed",
                      G_CALLBACK (on_extent_changed),
                      NULL);
}

void
dolen_tour_show_hand_out_asks (DolenWindow *window)
{
  open_hand_out (window, "Debt and Money Advice");
}

/* Whether the view of the map has been the same for some time: tiles are asked for a frame late. */
static gboolean
has_stood (ShumateMap *map)
{
  static double last;
  static gint64 since;
  ShumateViewport *viewport = shumate_map_get_viewport (map);
  double now = shumate_viewport_get_zoom_level (viewport)
               + 100 * shumate_location_get_latitude (SHUMATE_LOCATION (viewport))
               + 10000 * shumate_location_get_longitude (SHUMATE_LOCATION (viewport))
               + 1e8 * gtk_widget_get_width (GTK_WIDGET (map));

  if (now != last || since == 0) {
    last = now;
    since = g_get_monotonic_time ();
  }
  return g_get_monotonic_time () - since > STAND;
}

gboolean
dolen_tour_find_is_ready (DolenWindow *window)
{
  DolenFindPage *page = page_of (window);
  DolenResultsMap *map = dolen_find_page_get_map (page);

  return map != NULL && dolen_find_page_get_findings (page) != NULL
         && shumate_map_get_state (dolen_results_map_get_map (map)) != SHUMATE_STATE_LOADING
         && has_stood (dolen_results_map_get_map (map));
}

/* @findings: (nullable): for nobody */
static void
open_compare (DolenWindow *window, DolenFindings *findings)
{
  static const char *const names[]
      = { "Yr Ardd Gudd gardening mornings", "Gwennol Lunch Club", "Telephone friends" };
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  GtkWindow *dialog;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (uids, dup_service (window, names[i]));
  g_ptr_array_add (uids, NULL);
  dialog = dolen_compare_window_new (dolen_window_get_session (window),
                                     findings,
                                     (const char *const *) uids->pdata,
                                     GTK_WIDGET (window));
  if (dialog != NULL)
    dolen_window_present_dialog (GTK_WIDGET (window), dialog);
}

void
dolen_tour_show_compare_of_nobody (DolenWindow *window)
{
  open_compare (window, NULL);
}

/* Once for each ranking: what is compared has to be ranked first. */
gboolean
dolen_tour_compare_is_ready (DolenWindow *window)
{
  DolenFindings *findings = dolen_find_page_get_findings (page_of (window));
  gboolean shown = g_object_get_data (G_OBJECT (window), "compared") == findings;

  if (!dolen_tour_find_is_ready (window) || !findings->ranked)
    return FALSE;
  g_object_set_data (G_OBJECT (window), "compared", findings);
  if (!shown)
    open_compare (window, findings);
  return shown;
}
