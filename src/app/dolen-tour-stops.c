/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-tour.h"

#include "app/casework/dolen-tour-concern.h"
#include "app/casework/dolen-tour-gaps.h"
#include "app/casework/dolen-tour-incoming.h"
#include "app/casework/dolen-tour-outgoing.h"
#include "app/casework/dolen-tour-people.h"
#include "app/casework/dolen-tour-support.h"
#include "app/directory/dolen-tour-alike.h"
#include "app/directory/dolen-tour-changes.h"
#include "app/directory/dolen-tour-directory.h"
#include "app/directory/dolen-tour-queue.h"
#include "app/directory/out/dolen-tour-out.h"
#include "app/directory/sources/dolen-tour-sources.h"
#include "app/dolen-import-window.h"
#include "app/dolen-term-window.h"
#include "app/find/dolen-tour-find.h"
#include "app/talk/dolen-tour-talk.h"
#include "base/dolen-paths.h"

#include <string.h>

static void
show_today (DolenWindow *window)
{
}

static void
show_people (DolenWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "people");
}

static void
show_dialog (DolenWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
}

static void
show_import (DolenWindow *window)
{
  show_dialog (window, "win.import");
}

static void
show_import_report (DolenWindow *window)
{
  g_autofree char *path = dolen_path_data ("sample/directory.json");
  const char *paths[] = { path, NULL };

  dolen_window_present_dialog (GTK_WIDGET (window),
                               dolen_import_window_new (dolen_window_get_session (window), paths));
}

/* The sample has come in; this is the same under another name, and does not say itself whose it is.
 */
static void
show_import_copy (DolenWindow *window)
{
  DolenSession *session = dolen_window_get_session (window);
  g_autofree char *path = dolen_path_data ("sample/directory.json");
  g_autofree char *copy
      = g_build_filename (dolen_session_get_folder (session), "directory of May.json", NULL);
  g_autofree char *text = NULL;
  const char *paths[] = { copy, NULL };
  char *name;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  name = strstr (text, "x_dolen_source_name");
  if (name != NULL)
    *name = 'y';
  g_file_set_contents (copy, text, -1, NULL);
  dolen_window_present_dialog (GTK_WIDGET (window), dolen_import_window_new (session, paths));
}

static void
show_import_table (DolenWindow *window)
{
  g_autofree char *path = dolen_path_data ("sample/table.csv");
  const char *paths[] = { path, NULL };

  dolen_window_present_dialog (GTK_WIDGET (window),
                               dolen_import_window_new (dolen_window_get_session (window), paths));
}

static void
show_add_group (DolenWindow *window)
{
  show_dialog (window, "win.add-group");
}

static void
show_case_records (DolenWindow *window)
{
  show_dialog (window, "win.case-records");
}

static void
show_diary (DolenWindow *window)
{
  show_dialog (window, "win.diary");
}

static void
show_preferences (DolenWindow *window)
{
  show_dialog (window, "win.preferences");
}

/* The page of the preferences with that name. */
static void
show_page (DolenWindow *window, const char *name)
{
  GtkWindow *dialog = NULL;
  g_autoptr (GList) windows = NULL;

  show_preferences (window);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_PREFERENCES_WINDOW (l->data))
      dialog = l->data;
  if (dialog != NULL)
    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (dialog), name);
}

static void
show_suggestions_page (DolenWindow *window)
{
  show_page (window, "suggestions");
}

static void
show_words_page (DolenWindow *window)
{
  show_page (window, "words");
}

static void
show_keeping_page (DolenWindow *window)
{
  show_page (window, "keeping");
}

/* A term opened from that page. */
static void
show_term (DolenWindow *window)
{
  DolenTermWindow *term
      = dolen_term_window_new (dolen_window_get_session (window), DOLEN_TERM_INTEREST, "pottery");

  gtk_window_set_transient_for (GTK_WINDOW (term), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (term));
}

static void
show_shortcuts (DolenWindow *window)
{
  show_dialog (window, "win.shortcuts");
}

static void
show_help (DolenWindow *window)
{
  show_dialog (window, "win.help");
}

static void
show_about (DolenWindow *window)
{
  show_dialog (window, "win.about");
}

static void
show_backup (DolenWindow *window)
{
  show_dialog (window, "win.backup");
}

static void
show_retention (DolenWindow *window)
{
  show_dialog (window, "win.retention");
}

static const DolenTourStop stops[] = {
  { "welcome", show_today, NULL, .new_profile = TRUE },
  { "new-vault", dolen_tour_show_new_vault, NULL, .new_profile = TRUE },
  { "today-empty", dolen_tour_show_empty, NULL, .new_profile = TRUE },
  { "people-empty", dolen_tour_show_nobody, NULL, .new_profile = TRUE },
  { "today", show_today, NULL },
  { "today-call", dolen_tour_show_follow_up, NULL },
  { "locked", dolen_tour_show_locked, NULL },
  { "find", dolen_tour_show_find, dolen_tour_find_is_ready },
  { "find-map", dolen_tour_show_find_map, dolen_tour_find_is_ready },
  { "find-filters", dolen_tour_show_find_filters, dolen_tour_find_is_ready },
  { "find-detail", dolen_tour_show_find_detail, dolen_tour_find_is_ready },
  { "find-places", dolen_tour_show_find_places, dolen_tour_find_is_ready },
  { "find-nothing", dolen_tour_show_find_nothing, dolen_tour_find_is_ready },
  { "find-person", dolen_tour_show_find_person, dolen_tour_find_is_ready },
  { "find-person-detail", dolen_tour_show_find_person_detail, dolen_tour_find_is_ready },
  { "find-person-little", dolen_tour_show_find_person_little, dolen_tour_find_is_ready },
  { "find-person-why", dolen_tour_show_find_person_why, dolen_tour_find_is_ready },
  { "compare", dolen_tour_show_find_person, dolen_tour_compare_is_ready },
  { "compare-nobody", dolen_tour_show_compare_of_nobody, NULL },
  { "calls", dolen_tour_show_calls, NULL },
  { "hand-out", dolen_tour_show_hand_out, NULL },
  { "hand-out-pages", dolen_tour_show_hand_out_pages, NULL },
  { "hand-out-asks", dolen_tour_show_hand_out_asks, NULL },
  { "talk-matters", dolen_tour_show_talk_matters, NULL },
  { "talk-enjoy", dolen_tour_show_talk_enjoy, NULL },
  { "talk-kinds", dolen_tour_show_talk_kinds, NULL },
  { "talk-hinders", dolen_tour_show_talk_hinders, NULL },
  { "talk-where", dolen_tour_show_talk_where, NULL },
  { "talk-when", dolen_tour_show_talk_when, NULL },
  { "talk-found", dolen_tour_show_talk_found, NULL },
  { "talk-back", dolen_tour_show_talk_back, NULL },
  { "talk-taken", dolen_tour_show_talk_taken, NULL },
  { "people", show_people, NULL },
  { "person", dolen_tour_show_person, NULL },
  { "person-end", dolen_tour_show_person_end, NULL },
  { "person-add", dolen_tour_show_add_person, NULL },
  { "person-change", dolen_tour_show_change_person, NULL },
  { "support-record", dolen_tour_show_support_record, NULL },
  { "support-timeline", dolen_tour_show_support_timeline, NULL },
  { "support-contact", dolen_tour_show_support_contact, NULL },
  { "support-goals", dolen_tour_show_support_goals, NULL },
  { "support-consent", dolen_tour_show_support_consent, NULL },
  { "support-closing", dolen_tour_show_support_closing, NULL },
  { "support-letter", dolen_tour_show_support_letter, NULL },
  { "concern", dolen_tour_show_concern, NULL },
  { "concern-step", dolen_tour_show_concern_step, NULL },
  { "appointment", dolen_tour_show_appointment, NULL },
  { "calendar-file", dolen_tour_show_calendar, NULL },
  { "numbers", dolen_tour_show_numbers, NULL },
  { "gaps", dolen_tour_show_gaps, NULL },
  { "gap-group", dolen_tour_show_gap_group, NULL },
  { "gap-note", dolen_tour_show_gap_note, NULL },
  { "suggest-anyway", dolen_tour_show_suggest_anyway, NULL },
  { "not-for-them", dolen_tour_show_not_for_them, NULL },
  { "private-note", dolen_tour_show_service_note, NULL },
  { "private-notes", dolen_tour_show_service_notes, dolen_tour_find_is_ready },
  { "find-set-aside", dolen_tour_show_set_aside, dolen_tour_find_is_ready },
  { "appointment-outcome", dolen_tour_show_appointment_outcome, NULL },
  { "incoming", dolen_tour_show_incoming, NULL },
  { "waiting", dolen_tour_show_waiting, NULL },
  { "refer-in", dolen_tour_show_refer_in, NULL },
  { "triage", dolen_tour_show_triage, NULL },
  { "tell-referrer", dolen_tour_show_tell, NULL },
  { "try", dolen_tour_show_try, NULL },
  { "record", dolen_tour_show_record, NULL },
  { "refer", dolen_tour_show_refer, NULL },
  { "rules", dolen_tour_show_rules, NULL },
  { "slip", dolen_tour_show_slip, NULL },
  { "pause", dolen_tour_show_pause, NULL },
  { "answer", dolen_tour_show_answer, NULL },
  { "sent-letter", dolen_tour_show_sent_letter, NULL },
  { "closed", dolen_tour_show_closed, NULL },
  { "queue-empty", dolen_tour_show_queue, dolen_tour_queue_is_ready, .new_profile = TRUE },
  { "queue", dolen_tour_show_queue, dolen_tour_queue_is_ready },
  { "queue-call", dolen_tour_show_queue_call, dolen_tour_queue_is_ready },
  { "queue-no-answer", dolen_tour_show_queue_no_answer, dolen_tour_queue_is_ready },
  { "queue-tags", dolen_tour_show_queue_tags, dolen_tour_queue_is_ready },
  { "queue-form-out", dolen_tour_show_queue_form_out, dolen_tour_queue_is_ready },
  { "queue-form-in", dolen_tour_show_queue_form_in, dolen_tour_queue_is_ready },
  { "queue-suggest", dolen_tour_show_queue_suggest, dolen_tour_queue_is_ready },
  { "queue-changes-out", dolen_tour_show_changes_out, NULL },
  { "queue-changes-in", dolen_tour_show_changes_in, NULL },
  { "queue-completeness", dolen_tour_show_queue_completeness, dolen_tour_queue_is_ready },
  { "queue-duplicate", dolen_tour_show_alike, dolen_tour_alike_is_ready },
  { "sources-empty", dolen_tour_show_sources_empty, NULL, .new_profile = TRUE },
  { "sources", dolen_tour_show_sources, dolen_tour_sources_are_ready },
  { "source", dolen_tour_show_source, dolen_tour_sources_are_ready },
  { "feed-add", dolen_tour_show_feed_window, NULL },
  { "directory-empty", dolen_tour_show_listings, NULL, .new_profile = TRUE },
  { "directory-listings", dolen_tour_show_listings, NULL },
  { "directory-service", dolen_tour_show_listing, NULL },
  { "directory-service-times", dolen_tour_show_listing, dolen_tour_listing_times },
  { "directory-service-places", dolen_tour_show_listing, dolen_tour_listing_places },
  { "directory-service-where", dolen_tour_show_listing, dolen_tour_listing_where },
  { "directory-service-about", dolen_tour_show_listing, dolen_tour_listing_about },
  { "directory-service-status", dolen_tour_show_listing, dolen_tour_listing_status },
  { "directory-organisation", dolen_tour_show_organisation, NULL },
  { "directory-organisation-checks", dolen_tour_show_organisation, dolen_tour_organisation_checks },
  { "directory-service-contact", dolen_tour_show_listing, dolen_tour_listing_contact },
  { "directory-history", dolen_tour_show_history, NULL },
  { "export", dolen_tour_show_export, NULL },
  { "exported", dolen_tour_show_exported, dolen_tour_exported_is_ready },
  { "publish", dolen_tour_show_publish, NULL },
  { "booklet", dolen_tour_show_booklet, dolen_tour_booklet_is_ready },
  { "booklet-pages", dolen_tour_show_booklet_pages, dolen_tour_booklet_is_ready },
  { "import", show_import, NULL },
  { "import-report", show_import_report, NULL },
  { "import-table", show_import_table, NULL },
  { "import-copy", show_import_copy, NULL },
  { "add-group", show_add_group, NULL },
  { "case-records", show_case_records, NULL },
  { "diary", show_diary, NULL },
  { "preferences", show_preferences, NULL },
  { "preferences-suggestions", show_suggestions_page, NULL },
  { "preferences-words", show_words_page, NULL },
  { "preferences-keeping", show_keeping_page, NULL },
  { "preferences-words-term", show_term, NULL },
  { "shortcuts", show_shortcuts, NULL },
  { "help", show_help, NULL },
  { "about", show_about, NULL },
  { "backup", show_backup, NULL },
  { "retention", show_retention, NULL },
  { NULL },
};

const DolenTourStop *
dolen_tour_stops (void)
{
  return stops;
}
