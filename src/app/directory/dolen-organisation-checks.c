/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-organisation-checks.h"

#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/directory/dolen-listing-edits.h"
#include "app/directory/dolen-listing-fields.h"
#include "base/dolen-time.h"
#include "directory/dolen-search.h"

#include <glib/gi18n.h>
#include <string.h>

/* One check, as it is shown. */
typedef struct {
  DolenListingFrame *frame; /* that holds it */
  const char *what;         /* of the rules */
  GtkWidget *row;
  GtkLabel *words;
  GtkWidget *change;
  GtkWidget *place;
  GtkWidget *fields; /* (nullable) once it was unfolded */
} Check;

typedef struct {
  DolenListingFrame *frame;
  GtkLabel *account;
  GtkToggleButton *others;
  GPtrArray *checks; /* (owned) of Check */
} Checks;

#define CHECKS "checks"

static void
checks_free (gpointer data)
{
  Checks *checks = data;

  g_ptr_array_unref (checks->checks);
  g_free (checks);
}

/* ---- what is known ---- */

/* Of all that it does. */
static DolenActivities
find_activities (DolenListingFrame *frame)
{
  const DolenAssuranceRules *rules = dolen_assurance_rules_get_bundled ();
  DolenDirectory *directory = dolen_session_get_directory (dolen_listing_frame_get_session (frame));
  g_autoptr (GArray) hits = NULL;
  DolenActivities activities = 0;
  DolenSearchQuery query;

  dolen_search_query_init (&query);
  query.organisation_uid = dolen_listing_frame_get_uid (frame);
  hits = directory != NULL ? dolen_search_ids (directory, &query, NULL, NULL) : NULL;
  for (guint i = 0; hits != NULL && i < hits->len; i++) {
    g_autoptr (DolenService) service = dolen_directory_get_service_by_id (
        directory, g_array_index (hits, DolenSearchHit, i).id, NULL);
    if (service != NULL)
      activities |= dolen_assurance_activities (rules, service);
  }
  return activities;
}

static DolenOrganisation *
load_parent (DolenListingFrame *frame, const DolenOrganisation *organisation)
{
  DolenDirectory *directory = dolen_session_get_directory (dolen_listing_frame_get_session (frame));

  if (organisation->parent_uid == NULL || directory == NULL)
    return NULL;
  return dolen_directory_get_organisation (directory, organisation->parent_uid, NULL);
}

static const DolenAssuranceLine *
find_line (const GPtrArray *lines, const char *what)
{
  for (guint i = 0; i < lines->len; i++) {
    const DolenAssuranceLine *line = g_ptr_array_index (lines, i);
    if (g_str_equal (line->check, what))
      return line;
  }
  return NULL;
}

static void
show_check (Check *check, const GPtrArray *lines, gboolean others)
{
  const DolenAssuranceLine none = { check->what, DOLEN_STANDING_NOT_ASKED, 0, NULL, FALSE };
  const DolenAssuranceLine *line = find_line (lines, check->what);
  const DolenOrganisation *organisation = dolen_listing_frame_get_record (check->frame);
  const DolenAssurance *own = dolen_organisation_get_check (organisation, check->what);
  g_autofree char *words
      = dolen_check_tell (line != NULL ? line : &none, dolen_language_current ());
  g_autoptr (DolenListingValues) values = dolen_check_read (own);

  gtk_label_set_text (check->words, words);
  gtk_widget_set_visible (check->row, line != NULL || others || check->fields != NULL);
  if (check->fields != NULL)
    dolen_listing_fields_show (DOLEN_LISTING_FIELDS (check->fields), values);
}

static void
show (GtkWidget *widget, gconstpointer record)
{
  Checks *checks = g_object_get_data (G_OBJECT (widget), CHECKS);
  const DolenAssuranceRules *rules = dolen_assurance_rules_get_bundled ();
  const DolenOrganisation *organisation = record;
  g_autoptr (DolenOrganisation) parent = load_parent (checks->frame, organisation);
  DolenActivities activities = find_activities (checks->frame);
  g_autofree char *today = dolen_date_today ();
  g_autofree char *account = dolen_assurance_account (
      rules, organisation, parent, activities, today, dolen_language_current ());
  g_autoptr (GPtrArray) lines
             = dolen_assurance_lines (rules, organisation, parent, activities, today);

  gtk_label_set_text (checks->account, account);
  gtk_widget_set_visible (GTK_WIDGET (checks->account), *account != '\0');
  for (guint i = 0; i < checks->checks->len; i++)
    show_check (g_ptr_array_index (checks->checks, i),
                lines,
                gtk_toggle_button_get_active (checks->others));
}

static void
on_others_cb (GtkWidget *widget)
{
  Checks *checks = g_object_get_data (G_OBJECT (widget), CHECKS);

  if (dolen_listing_frame_get_record (checks->frame) != NULL)
    show (widget, dolen_listing_frame_get_record (checks->frame));
}

/* ---- changing it ---- */

static void
on_left_cb (Check *check, const char *key)
{
  DolenListingFields *fields = DOLEN_LISTING_FIELDS (check->fields);
  DolenAssurance *written;

  if (dolen_listing_fields_has_problem (fields, NULL))
    return;
  written = dolen_check_write (check->what, dolen_listing_fields_get (fields));
  dolen_listing_edit_check (dolen_listing_frame_get_session (check->frame),
                            dolen_listing_frame_get_uid (check->frame),
                            check->what,
                            written);
}

static void
on_change_cb (Check *check)
{
  const DolenOrganisation *organisation = dolen_listing_frame_get_record (check->frame);
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (check->change));

  if (open && check->fields == NULL) {
    g_autoptr (DolenListingValues) values
               = dolen_check_read (dolen_organisation_get_check (organisation, check->what));

    check->fields
        = dolen_listing_fields_new (dolen_check_fields (), dolen_check_problem, dolen_check_shows);
    g_signal_connect_swapped (check->fields, "left", G_CALLBACK (on_left_cb), check);
    gtk_box_append (GTK_BOX (check->place), check->fields);
    dolen_listing_fields_show (DOLEN_LISTING_FIELDS (check->fields), values);
  }
  gtk_widget_set_visible (check->place, open);
  if (open)
    gtk_widget_child_focus (check->fields, GTK_DIR_TAB_FORWARD);
}

static void
leave (GtkWidget *widget)
{
  Checks *checks = g_object_get_data (G_OBJECT (widget), CHECKS);

  for (guint i = 0; i < checks->checks->len; i++) {
    Check *check = g_ptr_array_index (checks->checks, i);
    if (check->fields != NULL)
      dolen_listing_fields_leave (DOLEN_LISTING_FIELDS (check->fields));
  }
}

/* ---- building ---- */

static char *
capitalised (const char *name)
{
  g_autofree char *first = g_utf8_substring (name, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, name + strlen (first), NULL);
}

static Check *
new_check (DolenListingFrame *frame, const char *what)
{
  Check *check = g_new0 (Check, 1);
  g_autofree char *name = capitalised (dolen_assurance_check_name (
      dolen_assurance_rules_get_bundled (), what, dolen_language_current ()));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *state = dolen_label_new (NULL, "caption");
  g_autofree char *spoken = NULL;

  check->frame = frame;
  check->what = what;
  check->words = GTK_LABEL (state);
  gtk_box_append (GTK_BOX (words), dolen_label_new (name, NULL));
  gtk_box_append (GTK_BOX (words), state);
  check->change = gtk_toggle_button_new_with_label (_ ("Change"));
  /* Translators: said by a screen reader for a button; what is changed follows the colon. */
  spoken = g_strdup_printf (_ ("Change: %s"), name);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (check->change), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_swapped (check->change, "toggled", G_CALLBACK (on_change_cb), check);
  check->place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (check->place, FALSE);
  gtk_box_append (GTK_BOX (box), dolen_side_box_new (words, check->change));
  gtk_box_append (GTK_BOX (box), check->place);
  check->row = dolen_boxed_row_new (box);
  return check;
}

void
dolen_organisation_checks_add (DolenListingFrame *frame, GtkBox *box)
{
  const char *const *codes = dolen_assurance_rules_list (dolen_assurance_rules_get_bundled ());
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *list = dolen_boxed_list_new ();
  Checks *checks = g_new0 (Checks, 1);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Policies and checks"), -1);
  checks->frame = frame;
  checks->checks = g_ptr_array_new_with_free_func (g_free);
  checks->account = GTK_LABEL (dolen_label_new (NULL, NULL));
  checks->others = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (
      /* Translators: a button: shows policies and checks that this body is not asked for. */
      _ ("All Policies and Checks")));
  gtk_widget_set_halign (GTK_WIDGET (checks->others), GTK_ALIGN_START);
  for (guint i = 0; codes[i] != NULL; i++) {
    Check *check = new_check (frame, codes[i]);

    g_ptr_array_add (checks->checks, check);
    gtk_list_box_append (GTK_LIST_BOX (list), check->row);
  }
  g_object_set_data_full (G_OBJECT (content), CHECKS, checks, checks_free);
  g_signal_connect_object (
      checks->others, "toggled", G_CALLBACK (on_others_cb), content, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (checks->account));
  gtk_box_append (GTK_BOX (content), list);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (checks->others));
  gtk_box_append (box, content);
  dolen_listing_frame_watch (frame, content, show, leave);
}
