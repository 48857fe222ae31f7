/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-find-page-private.h"

#include "app/dolen-error-message.h"
#include "app/dolen-scheme-weights.h"
#include "app/dolen-window.h"
#include "app/find/dolen-gap-form.h"
#include "app/find/dolen-person-profile.h"
#include "base/dolen-time.h"

/* Looking farther ends here: farther than this is any distance. */
#define FARTHEST_KM 100
#define FIRST_FARTHER_KM 8.04672 /* 5 miles */

/* ---- searching ---- */

typedef struct {
  GWeakRef page;
  gboolean typing;
} Search;

static gboolean
same_results (const DolenFindings *a, const DolenFindings *b)
{
  if (a == NULL || a->ranked || b->ranked || a->results->len != b->results->len
      || a->approximate != b->approximate)
    return FALSE;
  for (guint i = 0; i < a->results->len; i++)
    if (g_array_index (a->results, DolenFinding, i).id
        != g_array_index (b->results, DolenFinding, i).id)
      return FALSE;
  return TRUE;
}

void
dolen_find_page_show_error (DolenFindPage *self, const GError *error)
{
  g_autofree char *message = dolen_error_to_message (error);
  g_autofree char *escaped = g_markup_escape_text (message != NULL ? message : "", -1);

  adw_status_page_set_description (self->error, escaped);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Search *search = user_data;
  g_autoptr (DolenFindPage) self = g_weak_ref_get (&search->page);
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenFindings) found
             = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  gboolean typing = search->typing;

  g_weak_ref_clear (&search->page);
  g_free (search);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (found == NULL) {
    dolen_find_page_show_error (self, error);
    return;
  }
  /* The descriptions come after the names, at the end of the list. */
  if (typing || self->changed || !same_results (self->findings, found)) {
    self->changed = FALSE;
    dolen_find_page_show_findings (self, g_steal_pointer (&found));
  }
  if (typing)
    dolen_find_page_start_search (self, FALSE, G_PRIORITY_LOW);
}

static gpointer
find (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  return dolen_findings_new (directory, data, cancellable, error);
}

/* (nullable) What the case records know of services for whom is open. @answers: (nullable) */
static DolenProfile *
read_known (DolenFindPage *self, DolenAnswers *answers)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));

  return self->words != NULL && self->person != NULL && caseload != NULL
             ? dolen_person_known_new (caseload, self->person, answers)
             : NULL;
}

static DolenFindRequest *
request_new (DolenFindPage *self, gboolean typing)
{
  DolenFindRequest *request = g_new0 (DolenFindRequest, 1);
  g_autoptr (DolenAnswers) answers = NULL;

  request->filters = dolen_find_filters_copy (self->filters);
  request->typing = typing;
  request->ranked = self->words != NULL;
  request->with_unsuitable = self->unsuitable;
  request->vocabulary = dolen_vocabulary_ref (self->vocabulary);
  request->cache = dolen_facts_cache_of (self->session);
  if (request->ranked)
    answers = dolen_facts_cache_dup_answers (request->cache, self->session);
  request->known = read_known (self, answers);
  if (dolen_scheme_weights_get (self->session) != NULL)
    request->weights = dolen_weights_ref (dolen_scheme_weights_get (self->session));
  return request;
}

void
dolen_find_page_start_search (DolenFindPage *self, gboolean typing, int priority)
{
  DolenSessionJob job = { .name = "find",
                          .priority = priority,
                          .func = find,
                          .free_data = (GDestroyNotify) dolen_find_request_free,
                          .free_result = (GDestroyNotify) dolen_findings_unref };
  Search *search;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->vocabulary == NULL || dolen_session_get_directory (self->session) == NULL)
    return;
  self->stale = FALSE;
  self->cancellable = g_cancellable_new ();
  job.data = request_new (self, typing);
  search = g_new0 (Search, 1);
  g_weak_ref_init (&search->page, self);
  search->typing = typing;
  dolen_session_run (self->session, &job, self->cancellable, on_found_cb, search);
}

/* ---- what is asked ---- */

void
dolen_find_page_show_filters (DolenFindPage *self)
{
  const char *text = self->filters->text != NULL ? self->filters->text : "";

  self->setting = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  dolen_filter_form_show (self->form, self->filters, self->words != NULL);
  self->setting = FALSE;
  dolen_find_page_show_chips (self);
}

void
dolen_find_page_set_filters (DolenFindPage *self, DolenFindFilters *filters)
{
  g_return_if_fail (DOLEN_IS_FIND_PAGE (self) && filters != NULL);

  if (filters != self->filters)
    dolen_find_filters_free (self->filters);
  self->filters = filters;
  self->fit = TRUE;
  if (self->vocabulary == NULL)
    return;
  dolen_find_page_show_filters (self);
  dolen_find_page_start_search (self, FALSE, G_PRIORITY_DEFAULT);
}

/* TRUE where the entry says something else than what was last searched. */
gboolean
dolen_find_page_take_text (DolenFindPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (g_strcmp0 (text, self->filters->text != NULL ? self->filters->text : "") == 0)
    return FALSE;
  g_free (self->filters->text);
  self->filters->text = g_strdup (text);
  self->fit = TRUE;
  return TRUE;
}

void
dolen_find_page_on_search_changed_cb (DolenFindPage *self)
{
  if (!self->setting && dolen_find_page_take_text (self))
    dolen_find_page_start_search (self, TRUE, G_PRIORITY_DEFAULT);
}

void
dolen_find_page_on_search_activated_cb (DolenFindPage *self)
{
  dolen_find_page_take_text (self);
  dolen_find_page_start_search (self, FALSE, G_PRIORITY_DEFAULT);
}

void
dolen_find_page_on_stop_search_cb (DolenFindPage *self)
{
  if (dolen_find_page_is_detail_open (self))
    dolen_find_page_close_detail (self);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

void
dolen_find_page_on_form_changed_cb (DolenFindPage *self)
{
  dolen_filter_form_read (self->form, self->filters);
  self->fit = TRUE;
  dolen_find_page_show_chips (self);
  dolen_find_page_start_search (self, FALSE, G_PRIORITY_DEFAULT);
}

void
dolen_find_page_on_filters_toggled_cb (DolenFindPage *self)
{
  dolen_find_page_show_state (self);
}

void
dolen_find_page_on_show_results_cb (DolenFindPage *self)
{
  gtk_toggle_button_set_active (self->filters_toggle, FALSE);
}

void
dolen_find_page_on_chip_removed_cb (DolenFindPage *self, DolenFilterChip *chip)
{
  dolen_find_filters_remove (self->filters, chip);
  dolen_find_page_set_filters (self, self->filters);
}

/* The person's own words again, or nothing; what is typed stays. */
void
dolen_find_page_on_reset_cb (DolenFindPage *self)
{
  DolenFindFilters *filters
      = self->words != NULL ? dolen_find_filters_copy (self->words) : dolen_find_filters_new ();

  filters->text = g_strdup (self->filters->text);
  dolen_find_page_set_filters (self, filters);
}

void
dolen_find_page_on_clear_cb (DolenFindPage *self)
{
  dolen_find_page_set_filters (self,
                               self->words != NULL ? dolen_find_filters_copy (self->words)
                                                   : dolen_find_filters_new ());
}

void
dolen_find_page_on_farther_cb (DolenFindPage *self)
{
  double km = MAX (self->filters->max_km * 2, FIRST_FARTHER_KM);

  self->filters->max_km = km > FARTHEST_KM ? 0 : km;
  dolen_find_page_set_filters (self, self->filters);
}

void
dolen_find_page_on_unsuitable_cb (DolenFindPage *self, gboolean show)
{
  self->unsuitable = show;
  dolen_find_page_start_search (self, FALSE, G_PRIORITY_DEFAULT);
}

void
dolen_find_page_on_gap_cb (DolenFindPage *self)
{
  GtkWindow *form
      = self->person != NULL
            ? dolen_gap_form_new (self->session, self->person, self->filters, self->findings)
            : NULL;

  if (form != NULL)
    dolen_window_present_dialog (GTK_WIDGET (self), form);
}

/* ---- the open person ---- */

static DolenFindFilters *
read_words (DolenFindPage *self)
{
  DolenCaseload *caseload
      = dolen_casework_get_caseload (dolen_session_get_casework (self->session));
  const char *uid = dolen_session_get_person (self->session);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenPerson) person = NULL;

  if (uid == NULL || caseload == NULL)
    return NULL;
  person = dolen_caseload_get_person (caseload, uid);
  return person != NULL ? dolen_person_filters_new (person, today) : NULL;
}

/* Nothing of the former person stays. */
void
dolen_find_page_take_person (DolenFindPage *self)
{
  DolenFindFilters *words = read_words (self);
  DolenFindFilters *filters;

  if (self->words == NULL && words != NULL) {
    g_clear_pointer (&self->own, dolen_find_filters_free);
    self->own = dolen_find_filters_copy (self->filters);
  }
  if (words != NULL)
    filters = dolen_find_filters_copy (words);
  else if (self->own != NULL)
    filters = g_steal_pointer (&self->own);
  else
    filters = dolen_find_filters_copy (self->filters);
  g_clear_pointer (&self->words, dolen_find_filters_free);
  self->words = words;
  g_free (self->person);
  self->person = g_strdup (words != NULL ? dolen_session_get_person (self->session) : NULL);
  self->unsuitable = FALSE;
  if (self->vocabulary != NULL)
    dolen_find_page_show_findings (self, NULL);
  dolen_find_page_set_filters (self, filters);
}

void
dolen_find_page_on_person_changed_cb (DolenFindPage *self)
{
  if (g_strcmp0 (self->person, dolen_session_get_person (self->session)) != 0)
    dolen_find_page_take_person (self);
}

/* A service was tried or marked, or a rule set aside: the suggestions are others now. */
static void
follow_known (DolenFindPage *self)
{
  g_autoptr (DolenProfile) known = NULL;

  if (self->findings == NULL || self->findings->profile == NULL)
    return;
  known = read_known (self, NULL);
  if (known != NULL && !dolen_person_known_same (known, self->findings->profile))
    dolen_find_page_start_search (self, FALSE, G_PRIORITY_DEFAULT);
}

/* The record of the open person may have been changed: follow it, unless the chips were. */
void
dolen_find_page_on_casework_changed_cb (DolenFindPage *self)
{
  g_autoptr (DolenFindFilters) words = NULL;
  g_autoptr (DolenFindFilters) plain = NULL;

  if (self->words == NULL)
    return;
  words = read_words (self);
  if (words == NULL)
    return;
  if (dolen_find_filters_equal (words, self->words)) {
    follow_known (self);
    return;
  }
  plain = dolen_find_filters_copy (self->filters);
  g_clear_pointer (&plain->text, g_free);
  if (dolen_find_filters_equal (plain, self->words)) {
    DolenFindFilters *filters = dolen_find_filters_copy (words);
    filters->text = g_strdup (self->filters->text);
    dolen_find_filters_free (self->words);
    self->words = g_steal_pointer (&words);
    dolen_find_page_set_filters (self, filters);
    return;
  }
  dolen_find_filters_free (self->words);
  self->words = g_steal_pointer (&words);
  if (self->vocabulary != NULL)
    dolen_find_page_show_chips (self);
}

void
dolen_find_page_on_directory_changed_cb (DolenFindPage *self)
{
  self->stale = TRUE;
  self->changed = TRUE;
  if (self->vocabulary == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  dolen_detail_pane_reload (self->detail);
  dolen_find_page_start_search (self, FALSE, G_PRIORITY_DEFAULT);
}
