/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-shortlist.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-private.h"

#include <glib/gi18n-lib.h>

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const DolenShortlisted *first = *(const DolenShortlisted *const *) a;
  const DolenShortlisted *second = *(const DolenShortlisted *const *) b;

  if (first->created != second->created)
    return first->created < second->created ? -1 : 1;
  return g_strcmp0 (first->uid, second->uid);
}

static gboolean
is_among (const GPtrArray *list, guint n, const char *service)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (((const DolenShortlisted *) list->pdata[i])->service, service) == 0)
      return TRUE;
  return FALSE;
}

/* Two computers may have put the same one back each. */
GPtrArray *
dolen_caseload_list_shortlist (DolenCaseload *caseload, const char *person)
{
  GPtrArray *list = dolen_caseload_list_records (
      caseload, &dolen_shortlisted_type, person, "removed_on IS NULL");

  if (list == NULL)
    return NULL;
  g_ptr_array_sort (list, compare_times);
  for (guint i = list->len; i > 0; i--)
    if (is_among (list, i - 1, ((DolenShortlisted *) list->pdata[i - 1])->service))
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

DolenShortlisted *
dolen_caseload_find_shortlisted (DolenCaseload *caseload, const char *person, const char *service)
{
  g_autoptr (GPtrArray) list = dolen_caseload_list_shortlist (caseload, person);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_strcmp0 (((DolenShortlisted *) list->pdata[i])->service, service) == 0)
      return g_ptr_array_steal_index (list, i);
  return NULL;
}

static const char *
name_of (const DolenShortlisted *shortlisted)
{
  return shortlisted->service_name != NULL ? shortlisted->service_name
                                           : shortlisted->service_name_cy;
}

/* One that was taken off stays as it was: what is put there again begins anew, so that no entry of
 * the one rests on the other. */
static void
take_free_uid (DolenCasework *self, DolenShortlisted *stored)
{
  g_autoptr (DolenShortlisted) removed
             = dolen_caseload_get_record (self->caseload, &dolen_shortlisted_type, stored->uid);

  if (removed == NULL)
    return;
  g_free (stored->uid);
  stored->uid = dolen_id_new ();
}

gboolean
dolen_casework_shortlist_add (DolenCasework *self,
                              const DolenShortlisted *shortlisted,
                              DolenUndo **undo,
                              GError **error)
{
  g_autoptr (DolenPerson) person
             = dolen_casework_need_person (self, shortlisted->person, TRUE, error);
  g_autoptr (DolenShortlisted) there = NULL;
  g_autoptr (DolenShortlisted) stored = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (person == NULL)
    return FALSE;
  if (dolen_text_is_empty (shortlisted->service))
    return dolen_refuse_invalid (error, _ ("Please choose a group."));
  there
      = dolen_caseload_find_shortlisted (self->caseload, shortlisted->person, shortlisted->service);
  if (there != NULL)
    return dolen_refuse (error, _ ("It is on the shortlist already."));
  act = dolen_act_begin (self, DOLEN_EVENT_SHORTLIST_ADD, shortlisted->person, error);
  if (act == NULL)
    return FALSE;
  stored = dolen_shortlisted_new (shortlisted->person, shortlisted->service);
  take_free_uid (self, stored);
  stored->service_name = g_strdup (shortlisted->service_name);
  stored->service_name_cy = g_strdup (shortlisted->service_name_cy);
  dolen_set_text (&stored->word, shortlisted->word);
  stored->interim = shortlisted->interim;
  stored->created = dolen_time_now ();
  act->event->note = g_strdup (name_of (stored));
  dolen_act_put (act, &dolen_shortlisted_type, NULL, stored);
  return dolen_act_commit (act, undo, error);
}

static DolenShortlisted *
need_shortlisted (DolenCasework *self, const char *person, const char *service, GError **error)
{
  DolenShortlisted *found;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  found = dolen_caseload_find_shortlisted (self->caseload, person, service);
  if (found == NULL)
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("It is not on the shortlist any more."));
  return found;
}

gboolean
dolen_casework_shortlist_set (DolenCasework *self,
                              const char *person,
                              const char *service,
                              const char *word,
                              gboolean interim,
                              DolenUndo **undo,
                              GError **error)
{
  g_autoptr (DolenShortlisted) before = need_shortlisted (self, person, service, error);
  g_autoptr (DolenShortlisted) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_SHORTLIST_SET, person, error);
  if (act == NULL)
    return FALSE;
  after = dolen_shortlisted_copy (before);
  dolen_set_text (&after->word, word);
  after->interim = interim;
  act->event->note = g_strdup (name_of (before));
  dolen_act_put (act, &dolen_shortlisted_type, before, after);
  return dolen_act_commit (act, undo, error);
}

static void
put_removed (DolenAct *act, const DolenShortlisted *before)
{
  g_autoptr (DolenShortlisted) after = dolen_shortlisted_copy (before);

  after->removed_on = dolen_date_today ();
  dolen_act_put (act, &dolen_shortlisted_type, before, after);
}

gboolean
dolen_casework_shortlist_remove (
    DolenCasework *self, const char *person, const char *service, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenShortlisted) before = need_shortlisted (self, person, service, error);
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (before == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_SHORTLIST_REMOVE, person, error);
  if (act == NULL)
    return FALSE;
  act->event->note = g_strdup (name_of (before));
  same = dolen_caseload_list_records (
      self->caseload, &dolen_shortlisted_type, person, "removed_on IS NULL");
  for (guint i = 0; same != NULL && i < same->len; i++)
    if (g_strcmp0 (((DolenShortlisted *) same->pdata[i])->service, service) == 0)
      put_removed (act, same->pdata[i]);
  return dolen_act_commit (act, undo, error);
}
