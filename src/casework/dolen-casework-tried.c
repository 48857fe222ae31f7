/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-tried.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n-lib.h>

void
dolen_tried_free (DolenTried *tried)
{
  if (tried == NULL)
    return;
  g_free (tried->service);
  g_free (tried->service_name);
  g_free (tried->service_name_cy);
  g_free (tried->reason);
  g_free (tried->note);
  g_free (tried->on);
  g_free (tried);
}

/* ---- marks ---- */

static GPtrArray *
list_marks (DolenCaseload *caseload, const char *person)
{
  return dolen_caseload_list_records (
      caseload, &dolen_not_for_them_type, person, "ended_on IS NULL");
}

static DolenNotForThem *
find_mark (DolenCaseload *caseload, const char *person, const char *service)
{
  g_autoptr (GPtrArray) marks = list_marks (caseload, person);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    if (g_strcmp0 (((DolenNotForThem *) marks->pdata[i])->service, service) == 0)
      return g_ptr_array_steal_index (marks, i);
  return NULL;
}

gboolean
dolen_casework_unwanted_mark (DolenCasework *self,
                              const DolenNotForThem *mark,
                              DolenUndo **undo,
                              GError **error)
{
  g_autoptr (DolenPerson) person = dolen_casework_need_person (self, mark->person, TRUE, error);
  g_autoptr (DolenNotForThem) there = NULL;
  g_autoptr (DolenNotForThem) stored = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (person == NULL)
    return FALSE;
  if (dolen_text_is_empty (mark->service)
      || (mark->service_name == NULL && mark->service_name_cy == NULL))
    return dolen_refuse_invalid (error, _ ("Please choose a group."));
  if (mark->reason == NULL || !g_strv_contains (dolen_not_for_them_reasons (), mark->reason))
    return dolen_refuse_invalid (error, _ ("Please choose a reason."));
  there = find_mark (self->caseload, mark->person, mark->service);
  if (there != NULL)
    return dolen_refuse (error, _ ("It is marked already."));
  act = dolen_act_begin (self, DOLEN_EVENT_UNWANTED_MARK, mark->person, error);
  if (act == NULL)
    return FALSE;
  stored = dolen_not_for_them_copy (mark);
  dolen_set_text (&stored->note, mark->note);
  g_free (stored->on);
  stored->on = dolen_date_today ();
  g_free (stored->by);
  stored->by = g_strdup (dolen_casework_get_author (self));
  stored->created = dolen_time_now ();
  act->event->note = g_strdup_printf (
      "%s: %s",
      stored->service_name != NULL ? stored->service_name : stored->service_name_cy,
      stored->note != NULL
          ? stored->note
          : dolen_not_for_them_reason_name (stored->reason, dolen_language_current ()));
  dolen_act_put (act, &dolen_not_for_them_type, NULL, stored);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_unwanted_end (
    DolenCasework *self, const char *person, const char *service, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenAct) act = dolen_act_begin (self, DOLEN_EVENT_UNWANTED_END, person, error);
  g_autoptr (DolenNotForThem) before = NULL;
  g_autoptr (DolenNotForThem) after = NULL;

  if (act == NULL)
    return FALSE;
  before = find_mark (self->caseload, person, service);
  if (before == NULL) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("It is not marked any more."));
    return FALSE;
  }
  after = dolen_not_for_them_copy (before);
  after->ended_on = dolen_date_today ();
  act->event->note
      = g_strdup (before->service_name != NULL ? before->service_name : before->service_name_cy);
  dolen_act_put (act, &dolen_not_for_them_type, before, after);
  return dolen_act_commit (act, undo, error);
}

/* ---- what became of referrals ---- */

/* Between the person and the group; not what passes, and not what the group alone decided. */
static gboolean
lies_between_them (const DolenReferral *referral)
{
  static const char *const reasons[]
      = { "not-suitable", "did-not-come", "changed-mind", "did-not-like",
          "too-far",      "cost",         "other",        NULL };

  return (referral->state == DOLEN_REFERRAL_DID_NOT_START
          || referral->state == DOLEN_REFERRAL_LEFT_EARLY
          || referral->state == DOLEN_REFERRAL_CANCELLED)
         && referral->reason != NULL && g_strv_contains (reasons, referral->reason);
}

static DolenTried *
tried_of_referral (const DolenReferral *referral)
{
  DolenTried *tried = g_new0 (DolenTried, 1);

  tried->service = g_strdup (referral->service);
  tried->service_name = g_strdup (referral->service_name);
  tried->service_name_cy = g_strdup (referral->service_name_cy);
  tried->state = referral->state;
  tried->reason = g_strdup (referral->reason);
  tried->note = g_strdup (referral->reason_note);
  tried->on = g_strdup (dolen_referral_state_date (referral, referral->state));
  return tried;
}

static DolenTried *
tried_of_mark (const DolenNotForThem *mark)
{
  DolenTried *tried = g_new0 (DolenTried, 1);

  tried->service = g_strdup (mark->service);
  tried->service_name = g_strdup (mark->service_name);
  tried->service_name_cy = g_strdup (mark->service_name_cy);
  tried->state = DOLEN_REFERRAL_DRAFT;
  tried->reason = g_strdup (mark->reason);
  tried->note = g_strdup (mark->note);
  tried->on = g_strdup (mark->on);
  return tried;
}

/* The last one to a service says how it stands; a draft and a mistake say nothing. */
static GHashTable *
last_referrals (DolenCaseload *caseload, const char *person)
{
  g_autoptr (GPtrArray) referrals
             = dolen_caseload_list_records (caseload,
                                            &dolen_referral_type,
                                            person,
                                            "service IS NOT NULL AND state NOT IN "
                                            "('draft', 'in-error')");
  GHashTable *last
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) dolen_referral_free);

  for (guint i = 0; referrals != NULL && i < referrals->len; i++) {
    const DolenReferral *referral = g_ptr_array_index (referrals, i);
    const DolenReferral *before = g_hash_table_lookup (last, referral->service);
    DolenReferral *kept;

    if (before != NULL && before->created > referral->created)
      continue;
    kept = dolen_referral_copy (referral);
    g_hash_table_replace (last, kept->service, kept);
  }
  return last;
}

static int
compare_services (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(const DolenTried *const *) a)->service,
                    (*(const DolenTried *const *) b)->service);
}

GPtrArray *
dolen_caseload_list_tried (DolenCaseload *caseload, const char *person)
{
  g_autoptr (GPtrArray) marks = list_marks (caseload, person);
  g_autoptr (GHashTable) last = last_referrals (caseload, person);
  GPtrArray *tried = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_tried_free);
  GHashTableIter iter;
  gpointer referral;

  for (guint i = 0; marks != NULL && i < marks->len; i++) {
    const DolenNotForThem *mark = g_ptr_array_index (marks, i);

    if (mark->service == NULL)
      continue;
    g_ptr_array_add (tried, tried_of_mark (mark));
    g_hash_table_remove (last, mark->service);
  }
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, NULL, &referral))
    if (lies_between_them (referral))
      g_ptr_array_add (tried, tried_of_referral (referral));
  g_ptr_array_sort (tried, compare_services);
  return tried;
}

DolenTried *
dolen_caseload_find_tried (DolenCaseload *caseload, const char *person, const char *service)
{
  g_autoptr (GPtrArray) tried = dolen_caseload_list_tried (caseload, person);

  for (guint i = 0; i < tried->len; i++)
    if (g_str_equal (((DolenTried *) tried->pdata[i])->service, service))
      return g_ptr_array_steal_index (tried, i);
  return NULL;
}

char *
dolen_tried_say (const DolenTried *tried, DolenLanguage language)
{
  g_autofree char *day = tried->on != NULL ? dolen_format_date (language, tried->on) : NULL;
  const char *on = day != NULL ? day : "–";

  if (tried->state == DOLEN_REFERRAL_DRAFT)
    return g_strdup_printf (
        /* Translators: of a group and a person; a date, then why: "did not like it". */
        dolen_text (language, "Not for them, %1$s: %2$s"),
        on,
        dolen_not_for_them_reason_name (tried->reason, language));
  return g_strdup_printf (
      /* Translators: of a group and a person; a date, what became of the referral ("did not
       * start"), why ("the cost"). */
      dolen_text (language, "Tried, %1$s: %2$s: %3$s"),
      on,
      dolen_referral_state_name (tried->state, language),
      dolen_referral_reason_name (tried->reason, language));
}
