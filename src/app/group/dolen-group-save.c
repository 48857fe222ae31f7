/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/group/dolen-group-save.h"

#include "base/dolen-text.h"
#include "directory/dolen-edits.h"

#include <glib/gi18n.h>

/* What the worker gives back. */
typedef struct {
  char *uid;      /* (owned) of the service */
  char *name;     /* (owned) */
  gint64 history; /* id of the entry to undo */
} Added;

static void
added_free (gpointer data)
{
  Added *added = data;

  g_free (added->uid);
  g_free (added->name);
  g_free (added);
}

/* ---- in the worker ---- */

static gboolean
is_called (const DolenOrganisationCard *card, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  g_autofree char *en = g_utf8_casefold (dolen_bilingual_get (&card->name, DOLEN_LANGUAGE_EN), -1);
  g_autofree char *cy = g_utf8_casefold (dolen_bilingual_get (&card->name, DOLEN_LANGUAGE_CY), -1);

  return g_str_equal (wanted, en) || g_str_equal (wanted, cy);
}

/* (transfer full) (nullable): one that is stored under that name, else a new one; NULL without an
 * error where no name was given. */
static DolenOrganisation *
find_organisation (DolenDirectory *directory, const char *given, GError **error)
{
  g_autofree char *name = dolen_text_clean_line (given);
  g_autoptr (GPtrArray) cards = NULL;
  DolenOrganisation *organisation;

  if (name == NULL)
    return NULL;
  cards = dolen_directory_list_organisations (directory, name, 0, error);
  if (cards == NULL)
    return NULL;
  for (guint i = 0; i < cards->len; i++) {
    const DolenOrganisationCard *card = g_ptr_array_index (cards, i);

    if (is_called (card, name))
      return dolen_directory_get_organisation (directory, card->uid, error);
  }
  organisation = dolen_organisation_new ();
  dolen_bilingual_set (&organisation->name, DOLEN_LANGUAGE_EN, name, DOLEN_TEXT_GIVEN);
  return organisation;
}

static gpointer
add_group (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const DolenGroupDraft *draft = data;
  DolenLanguage language = dolen_language_current ();
  DolenService *service = dolen_group_draft_to_service (draft, language);
  GError *failure = NULL;
  DolenOrganisation *organisation = find_organisation (directory, draft->organisation, &failure);
  gint64 history = 0;
  Added *added = NULL;

  if (failure == NULL)
    history = dolen_edit_add_group (directory, organisation, service, NULL, &failure);
  if (failure == NULL) {
    added = g_new0 (Added, 1);
    added->uid = g_strdup (service->uid);
    added->name = g_strdup (dolen_bilingual_get (&service->name, language));
    added->history = history;
  }
  if (failure != NULL)
    g_propagate_error (error, failure);
  dolen_organisation_free (organisation);
  dolen_service_free (service);
  return added;
}

static gpointer
take_back (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  dolen_edit_undo (directory, *(const gint64 *) data, NULL, error);
  return NULL;
}

/* ---- in the main thread ---- */

typedef struct {
  DolenSession *session; /* not owned: the session owns the stack */
  gint64 history;
} Undo;

static void
on_taken_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  dolen_session_run_finish (DOLEN_SESSION (source), result, &error);
  if (error != NULL)
    dolen_session_report (DOLEN_SESSION (source), error);
}

static void
undo_cb (gpointer data)
{
  const Undo *undo = data;
  DolenSessionJob job = { "take back a group", G_PRIORITY_DEFAULT, take_back };

  job.data = g_memdup2 (&undo->history, sizeof undo->history);
  job.free_data = g_free;
  dolen_session_run (undo->session, &job, NULL, on_taken_back_cb, NULL);
}

static void
push_undo (DolenSession *session, const Added *added)
{
  /* Translators: a toast; %s is the name of a group. */
  g_autofree char *title = g_strdup_printf (_ ("“%s” was added"), added->name);
  Undo *undo = g_new0 (Undo, 1);

  undo->session = session;
  undo->history = added->history;
  dolen_undo_stack_push (
      dolen_session_get_undo (session), title, DOLEN_UNDO_OPEN, undo_cb, undo, g_free);
}

typedef struct {
  DolenGroupSaved saved;
  gpointer user_data;
} Caller;

static void
on_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DolenSession *session = DOLEN_SESSION (source);
  g_autofree Caller *caller = user_data;
  g_autoptr (GError) error = NULL;
  Added *added = dolen_session_run_finish (session, result, &error);

  if (added != NULL)
    push_undo (session, added);
  caller->saved (added != NULL ? added->uid : NULL, error, caller->user_data);
  g_clear_pointer (&added, added_free);
}

void
dolen_group_save (DolenSession *session,
                  DolenGroupDraft *draft,
                  DolenGroupSaved saved,
                  gpointer user_data)
{
  DolenSessionJob job = { "add a group", G_PRIORITY_DEFAULT, add_group };
  Caller *caller = g_new0 (Caller, 1);

  caller->saved = saved;
  caller->user_data = user_data;
  job.data = draft;
  job.free_data = (GDestroyNotify) dolen_group_draft_free;
  job.free_result = added_free;
  dolen_session_run (session, &job, NULL, on_added_cb, caller);
}
