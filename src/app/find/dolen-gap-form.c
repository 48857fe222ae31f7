/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-gap-form.h"

#include "app/casework/dolen-small-form.h"
#include "app/casework/dolen-widget-util.h"
#include "app/find/dolen-person-profile.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-gaps.h"

#include <glib/gi18n.h>

typedef struct {
  char *person;    /* (owned) uid */
  GPtrArray *gaps; /* (owned) of DolenGap: what may be noted, in the order of the ticks */
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->person);
  g_ptr_array_unref (wanted->gaps);
  g_free (wanted);
}

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

/* ---- what was looked for ---- */

static void
add_gaps (Wanted *wanted, DolenTermKind kind, char **codes, const char *place)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);

  for (guint i = 0; vocabulary != NULL && codes[i] != NULL; i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (vocabulary, kind, codes[i]);
    DolenGap *gap;

    if (term == NULL)
      continue;
    gap = dolen_gap_new (wanted->person, NULL, dolen_term_kind_code (kind), term->code);
    gap->name = g_strdup (term->label_en);
    gap->name_cy = g_strdup (term->label_cy);
    dolen_gap_set_place (gap, place);
    g_ptr_array_add (wanted->gaps, gap);
  }
}

static Wanted *
wanted_new (const char *person, const DolenFindFilters *filters)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->person = g_strdup (person);
  wanted->gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_gap_free);
  add_gaps (wanted, DOLEN_TERM_NEED, filters->needs, filters->place);
  add_gaps (wanted, DOLEN_TERM_INTEREST, filters->interests, filters->place);
  return wanted;
}

/* Everything as it was asked, but that this one thing is looked for. */
static DolenProfile *
profile_of (const DolenTerm *term, const DolenProfile *asked)
{
  DolenProfile *one = dolen_profile_copy (asked);

  one->interests = (DolenTermSet){ 0 };
  one->needs = (DolenTermSet){ 0 };
  dolen_term_set_add (term->kind == DOLEN_TERM_NEED ? &one->needs : &one->interests, term->index);
  return one;
}

/* Whether nothing suits that has this one thing itself: what is only akin to it was not looked for.
 */
static gboolean
nothing_suits (const DolenGap *gap, const DolenFindings *findings)
{
  DolenTermKind kind = dolen_term_kind_from_code (gap->kind);
  DolenCriterion criterion
      = kind == DOLEN_TERM_NEED ? DOLEN_CRITERION_NEED : DOLEN_CRITERION_INTEREST;
  const DolenTerm *term
      = dolen_vocabulary_by_code (dolen_vocabulary_default (NULL), kind, gap->term);
  g_autoptr (DolenProfile) one = profile_of (term, findings->profile);
  g_autoptr (DolenQuery) query = dolen_query_new (findings->facts, one);

  for (guint i = 0; i < findings->facts->n; i++) {
    DolenVerdicts verdicts;

    dolen_query_judge (query, i, &verdicts);
    if (!verdicts.bars && verdicts.of[criterion] == DOLEN_VERDICT_YES)
      return FALSE;
  }
  return TRUE;
}

/* ---- the form ---- */

/* Of the tick: the same when a draft comes back. */
static char *
key_of (const DolenGap *gap)
{
  return g_strdup_printf ("%s-%s", gap->kind, gap->term);
}

static gboolean
note (DolenSmallForm *form, gpointer data, DolenUndo **undo, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (GPtrArray) ticked = g_ptr_array_new ();

  for (guint i = 0; i < wanted->gaps->len; i++) {
    g_autofree char *key = key_of (wanted->gaps->pdata[i]);

    if (dolen_small_form_get_check (form, key))
      g_ptr_array_add (ticked, wanted->gaps->pdata[i]);
  }
  if (ticked->len == 0) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("Please tick what was not found."));
    return FALSE;
  }
  return dolen_casework_gaps_note (dolen_session_get_casework (dolen_small_form_get_session (form)),
                                   wanted->person,
                                   ticked,
                                   undo,
                                   error);
}

/* What was noted before is said, and not offered again. */
static void
drop_noted (DolenSmallForm *form, Wanted *wanted)
{
  DolenCaseload *caseload = caseload_of (dolen_small_form_get_session (form));
  g_autoptr (GString) noted = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = wanted->gaps->len; i > 0; i--) {
    const DolenGap *gap = g_ptr_array_index (wanted->gaps, i - 1);

    if (!dolen_caseload_has_gap (caseload, wanted->person, gap->kind, gap->term))
      continue;
    g_string_append_printf (noted,
                            "%s%s",
                            noted->len > 0 ? ", " : "",
                            dolen_gap_get_name (gap, dolen_language_current ()));
    g_ptr_array_remove_index (wanted->gaps, i - 1);
  }
  if (noted->len == 0)
    return;
  /* Translators: gaps that were noted before: names of needs and interests. */
  text = g_strdup_printf (_ ("Noted already: %s"), noted->str);
  dolen_small_form_add (form, dolen_label_new (text, "dim-label"));
}

static void
add_ticks (DolenSmallForm *form, const Wanted *wanted, const DolenFindings *findings)
{
  for (guint i = 0; i < wanted->gaps->len; i++) {
    const DolenGap *gap = g_ptr_array_index (wanted->gaps, i);
    g_autofree char *key = key_of (gap);
    g_autofree char *said = dolen_gap_say (gap, dolen_language_current ());

    dolen_small_form_add_check (form,
                                key,
                                said,
                                findings != NULL && findings->facts != NULL
                                    && nothing_suits (gap, findings));
  }
}

GtkWindow *
dolen_gap_form_new (DolenSession *session,
                    const char *person,
                    const DolenFindFilters *filters,
                    const DolenFindings *findings)
{
  Wanted *wanted;
  DolenSmallFormSpec spec
      /* Translators: title of a window: what was looked for and not found is kept; short. */
      = { _ ("Note the Gap"), _ ("_Note"), "gap", person, note, NULL, wanted_free };
  DolenSmallForm *form;

  if (caseload_of (session) == NULL || person == NULL)
    return NULL;
  wanted = wanted_new (person, filters);
  if (wanted->gaps->len == 0) {
    wanted_free (wanted);
    return NULL;
  }
  spec.data = wanted;
  form = dolen_small_form_new (session, &spec);
  dolen_small_form_add (
      form,
      dolen_label_new (_ ("What was looked for and not found is kept with the person. Of many "
                          "people together it is counted by district, never by name, to show what "
                          "is missing. This would be noted:"),
                       NULL));
  drop_noted (form, wanted);
  add_ticks (form, wanted, findings);
  dolen_small_form_begin (form);
  return GTK_WINDOW (form);
}

GtkWindow *
dolen_gap_form_open (DolenSession *session, const char *person)
{
  DolenCaseload *caseload = caseload_of (session);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenPerson) record = caseload != NULL && person != NULL
                                       ? dolen_caseload_get_person (caseload, person)
                                       : NULL;
  g_autoptr (DolenFindFilters) filters
             = record != NULL ? dolen_person_filters_new (record, today) : NULL;

  return filters != NULL ? dolen_gap_form_new (session, person, filters, NULL) : NULL;
}
