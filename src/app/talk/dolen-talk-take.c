/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/talk/dolen-talk-take.h"

#include "casework/dolen-casework-shortlist.h"
#include "casework/dolen-casework-tried.h"

#include <glib/gi18n.h>

static DolenPerson *
get_person (DolenSession *session, const char *uid)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));

  return caseload != NULL && uid != NULL ? dolen_caseload_get_person (caseload, uid) : NULL;
}

/* ---- told ---- */

static void
add_services (DolenSession *session, GPtrArray *changes, char **uids, const char *title)
{
  DolenDirectory *directory = dolen_session_get_directory (session);
  g_autoptr (GString) names = g_string_new (NULL);
  DolenTalkChange *change;

  for (guint i = 0; directory != NULL && uids[i] != NULL; i++) {
    g_autoptr (DolenService) service = dolen_directory_get_service (directory, uids[i], NULL);

    if (service != NULL)
      g_string_append_printf (names,
                              "%s%s",
                              names->len > 0 ? ", " : "",
                              dolen_bilingual_get (&service->name, dolen_language_current ()));
  }
  if (names->len == 0)
    return;
  change = g_new0 (DolenTalkChange, 1);
  change->title = g_strdup (title);
  change->words = g_strdup (names->str);
  g_ptr_array_add (changes, change);
}

GPtrArray *
dolen_talk_take_list (DolenSession *session,
                      const char *person,
                      const DolenFindFilters *known,
                      const DolenTalkDraft *draft)
{
  g_autoptr (DolenPerson) record = get_person (session, person);
  DolenVocabulary *vocabulary = dolen_vocabulary_default (NULL);
  DolenLanguage language = dolen_language_current ();
  DolenDistanceUnit unit = dolen_find_unit (dolen_session_get_settings (session));
  GPtrArray *changes;

  if (record != NULL)
    changes = dolen_talk_changes_of_person (draft, record, vocabulary, language, unit);
  else
    changes = dolen_talk_changes_of_filters (draft, known, vocabulary, language, unit);
  /* Translators: what a person said of suggestions; names of groups follow. */
  add_services (session, changes, draft->liked, _ ("Would like"));
  /* Translators: what a person said of suggestions; names of groups follow. */
  add_services (session, changes, draft->not_for_me, _ ("Not for them"));
  return changes;
}

/* ---- taken over ---- */

/* Acts that are one for the worker: taken back together, the last first. */
typedef struct {
  DolenSession *session; /* not owned: the session owns the stack */
  GPtrArray *undos;      /* (owned) of DolenUndo */
} Acts;

static void
acts_free (gpointer data)
{
  Acts *acts = data;

  g_ptr_array_unref (acts->undos);
  g_free (acts);
}

static void
take_back (gpointer data)
{
  const Acts *acts = data;
  DolenCasework *casework = dolen_session_get_casework (acts->session);
  g_autoptr (GError) error = NULL;

  for (guint i = acts->undos->len; i > 0; i--)
    if (!dolen_casework_undo (casework, g_ptr_array_index (acts->undos, i - 1), &error)) {
      dolen_undo_stack_refuse (dolen_session_get_undo (acts->session));
      dolen_session_report (acts->session, error);
      return;
    }
}

static gboolean
update_person (Acts *acts, const DolenPerson *person, const DolenTalkDraft *draft, GError **error)
{
  g_autoptr (DolenPerson) next = dolen_talk_to_person (draft, person);
  DolenUndo *undo = NULL;

  if (!dolen_casework_person_update (
          dolen_session_get_casework (acts->session), next, &undo, error))
    return FALSE;
  if (undo != NULL)
    g_ptr_array_add (acts->undos, undo);
  return TRUE;
}

/* What a person wants, or not, as a record of the service as it was called. */
typedef gboolean (*Keep) (
    Acts *acts, const char *person, const DolenService *service, DolenUndo **undo, GError **error);

static gboolean
put_aside (
    Acts *acts, const char *person, const DolenService *service, DolenUndo **undo, GError **error)
{
  DolenCasework *casework = dolen_session_get_casework (acts->session);
  g_autoptr (DolenShortlisted) there = dolen_caseload_find_shortlisted (
      dolen_casework_get_caseload (casework), person, service->uid);
  g_autoptr (DolenShortlisted) shortlisted = dolen_shortlisted_new (person, service->uid);

  if (there != NULL)
    return TRUE;
  shortlisted->service_name = g_strdup (dolen_bilingual_get (&service->name, DOLEN_LANGUAGE_EN));
  shortlisted->service_name_cy = g_strdup (dolen_bilingual_get (&service->name, DOLEN_LANGUAGE_CY));
  return dolen_casework_shortlist_add (casework, shortlisted, undo, error);
}

static gboolean
mark_unwanted (
    Acts *acts, const char *person, const DolenService *service, DolenUndo **undo, GError **error)
{
  g_autoptr (DolenNotForThem) mark = dolen_not_for_them_new (person, service->uid);
  g_autoptr (GError) local = NULL;

  mark->service_name = g_strdup (dolen_bilingual_get (&service->name, DOLEN_LANGUAGE_EN));
  mark->service_name_cy = g_strdup (dolen_bilingual_get (&service->name, DOLEN_LANGUAGE_CY));
  mark->reason = g_strdup ("not-interested");
  if (dolen_casework_unwanted_mark (dolen_session_get_casework (acts->session), mark, undo, &local))
    return TRUE;
  /* It is marked already. */
  if (g_error_matches (local, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
keep_each (Acts *acts, const char *person, char **uids, Keep keep, GError **error)
{
  DolenDirectory *directory = dolen_session_get_directory (acts->session);

  for (guint i = 0; directory != NULL && uids[i] != NULL; i++) {
    g_autoptr (DolenService) service = dolen_directory_get_service (directory, uids[i], NULL);
    DolenUndo *undo = NULL;

    /* It may be gone from the directory meanwhile. */
    if (service == NULL)
      continue;
    if (!keep (acts, person, service, &undo, error))
      return FALSE;
    if (undo != NULL)
      g_ptr_array_add (acts->undos, undo);
  }
  return TRUE;
}

static gboolean
do_acts (Acts *acts, const DolenPerson *person, const DolenTalkDraft *draft, GError **error)
{
  return update_person (acts, person, draft, error)
         && keep_each (acts, person->uid, draft->liked, put_aside, error)
         && keep_each (acts, person->uid, draft->not_for_me, mark_unwanted, error);
}

gboolean
dolen_talk_take_over (DolenSession *session,
                      const char *person,
                      const DolenTalkDraft *draft,
                      GError **error)
{
  g_autoptr (DolenPerson) record = get_person (session, person);
  Acts *acts;

  if (record == NULL) {
    g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_LOCKED, "The case records are locked");
    return FALSE;
  }
  acts = g_new0 (Acts, 1);
  acts->session = session;
  acts->undos = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_undo_free);
  if (!do_acts (acts, record, draft, error)) {
    take_back (acts);
    acts_free (acts);
    return FALSE;
  }
  if (acts->undos->len > 0)
    dolen_undo_stack_push (dolen_session_get_undo (session),
                           /* Translators: a toast, with a button that takes it back. */
                           _ ("Taken over from the conversation"),
                           DOLEN_UNDO_SEALED,
                           take_back,
                           acts,
                           acts_free);
  else
    acts_free (acts);
  return TRUE;
}
