/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-scheme-terms.h"

#include "matching/dolen-tagging.h"

#include <glib/gi18n.h>

#define KEY "dolen-scheme-terms"

typedef struct {
  DolenOwnTerms *own; /* (owned) */
  char **wrong;       /* (owned) */
} Held;

static void
held_free (gpointer data)
{
  Held *held = data;

  dolen_own_terms_free (held->own);
  g_strfreev (held->wrong);
  g_free (held);
}

static Held *
held_of (DolenSession *session)
{
  return g_object_get_data (G_OBJECT (session), KEY);
}

static char *
own_file (DolenSession *session)
{
  return g_build_filename (dolen_session_get_folder (session), DOLEN_OWN_TERMS_FILE, NULL);
}

/* FALSE: the installed vocabulary is missing, which every page says for itself. */
static gboolean
make_default (const DolenOwnTerms *own, char ***wrong, GError **error)
{
  DolenVocabulary *vocabulary = dolen_own_terms_apply (own, NULL, wrong, error);

  if (vocabulary == NULL)
    return FALSE;
  dolen_vocabulary_set_default (vocabulary);
  return TRUE;
}

static char **
join (char **first, char **second)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  g_strv_builder_addv (all, (const char **) first);
  if (second != NULL)
    g_strv_builder_addv (all, (const char **) second);
  return g_strv_builder_end (all);
}

void
dolen_scheme_terms_load (DolenSession *session)
{
  g_autofree char *path = own_file (session);
  g_auto (GStrv) unread = NULL;
  g_auto (GStrv) misplaced = NULL;
  Held *held = g_new0 (Held, 1);

  held->own = dolen_own_terms_read (path, &unread);
  make_default (held->own, &misplaced, NULL);
  held->wrong = join (unread, misplaced);
  g_object_set_data_full (G_OBJECT (session), KEY, held, held_free);
}

const DolenOwnTerms *
dolen_scheme_terms_get (DolenSession *session)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);
  return held_of (session)->own;
}

const char *const *
dolen_scheme_terms_get_wrong (DolenSession *session)
{
  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);
  return (const char *const *) held_of (session)->wrong;
}

/* ---- a change ---- */

static gpointer
read_texts_again (DolenDirectory *directory,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (DolenTagger) tagger = dolen_tagger_new (data);
  guint n = 0;

  if (!dolen_tagging_update (
          dolen_directory_get_db (directory), tagger, FALSE, NULL, NULL, cancellable, &n, error))
    return NULL;
  return GUINT_TO_POINTER (n + 1);
}

static void
on_texts_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DolenSession *session = DOLEN_SESSION (source);
  g_autoptr (GError) error = NULL;
  gpointer read = dolen_session_run_finish (session, result, &error);

  (void) user_data;
  if (read == NULL)
    dolen_session_report (session, error);
}

gboolean
dolen_scheme_terms_put (DolenSession *session, DolenOwnTerm *term, GError **error)
{
  Held *held = held_of (session);
  g_autoptr (DolenOwnTerms) own = dolen_own_terms_copy (held->own);
  g_autofree char *path = own_file (session);
  DolenSessionJob job = {
    .name = "read texts again",
    .priority = G_PRIORITY_LOW,
    .func = read_texts_again,
    .free_data = (GDestroyNotify) dolen_vocabulary_unref,
  };

  dolen_own_terms_put (own, term);
  if (!dolen_own_terms_write (own, path, error) || !make_default (own, NULL, error))
    return FALSE;
  dolen_own_terms_free (held->own);
  held->own = g_steal_pointer (&own);
  job.data = dolen_vocabulary_ref (dolen_vocabulary_default (NULL));
  dolen_session_run (session, &job, NULL, on_texts_read, NULL);
  return TRUE;
}
