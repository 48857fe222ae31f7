/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-facts-cache.h"

#include "base/dolen-time.h"
#include "casework/dolen-caseload-answers.h"

#define KEY "dolen-facts-cache"

struct _DolenFactsCache {
  gatomicrefcount ref_count;
  int stale;             /* (atomic): set by the main thread */
  DolenFacts *facts;     /* (owned) (nullable): the worker's */
  DolenAnswers *answers; /* (owned) (nullable): the main thread's */
  char *answers_of;      /* (owned) (nullable): the day they were read on */
  int answers_at;        /* how often the caseload had been written to */
};

void
dolen_facts_cache_unref (DolenFactsCache *cache)
{
  if (!g_atomic_ref_count_dec (&cache->ref_count))
    return;
  g_clear_pointer (&cache->facts, dolen_facts_unref);
  g_clear_pointer (&cache->answers, dolen_answers_unref);
  g_free (cache->answers_of);
  g_free (cache);
}

static void
on_directory_changed_cb (DolenSession *session, DolenFactsCache *cache)
{
  g_atomic_int_set (&cache->stale, TRUE);
}

/* After each act, and when the case records open or lock. */
static void
on_casework_changed_cb (DolenFactsCache *cache)
{
  g_clear_pointer (&cache->answers, dolen_answers_unref);
}

static void
let_go (gpointer data, GClosure *closure)
{
  (void) closure;
  dolen_facts_cache_unref (data);
}

DolenFactsCache *
dolen_facts_cache_of (DolenSession *session)
{
  DolenFactsCache *cache;

  g_return_val_if_fail (DOLEN_IS_SESSION (session), NULL);

  cache = g_object_get_data (G_OBJECT (session), KEY);
  if (cache == NULL) {
    cache = g_new0 (DolenFactsCache, 1);
    g_atomic_ref_count_init (&cache->ref_count);
    /* Handlers of an object go before its data does. */
    g_signal_connect (session, "directory-changed", G_CALLBACK (on_directory_changed_cb), cache);
    g_atomic_ref_count_inc (&cache->ref_count);
    g_signal_connect_data (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (on_casework_changed_cb),
                           cache,
                           let_go,
                           G_CONNECT_SWAPPED);
    g_object_set_data_full (
        G_OBJECT (session), KEY, cache, (GDestroyNotify) dolen_facts_cache_unref);
  }
  g_atomic_ref_count_inc (&cache->ref_count);
  return cache;
}

DolenFacts *
dolen_facts_cache_get (DolenFactsCache *cache,
                       DolenDirectory *directory,
                       DolenVocabulary *vocabulary,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *today = dolen_date_today ();

  if (g_atomic_int_compare_and_exchange (&cache->stale, TRUE, FALSE)
      || (cache->facts != NULL
          && (g_strcmp0 (cache->facts->today, today) != 0
              || cache->facts->vocabulary != vocabulary)))
    g_clear_pointer (&cache->facts, dolen_facts_unref);
  if (cache->facts == NULL)
    cache->facts
        = dolen_facts_new (dolen_directory_get_db (directory), vocabulary, cancellable, error);
  return cache->facts != NULL ? dolen_facts_ref (cache->facts) : NULL;
}

/* Whoever asks from a handler of "changed" may be told before the cache is. */
static void
drop_stale_answers (DolenFactsCache *cache, DolenCaseload *caseload, const char *today)
{
  int writes = caseload != NULL
                   ? sqlite3_total_changes (dolen_db_get_handle (dolen_caseload_get_db (caseload)))
                   : -1;

  if (writes != cache->answers_at || g_strcmp0 (cache->answers_of, today) != 0)
    g_clear_pointer (&cache->answers, dolen_answers_unref);
  cache->answers_at = writes;
  g_free (cache->answers_of);
  cache->answers_of = g_strdup (today);
}

DolenAnswers *
dolen_facts_cache_dup_answers (DolenFactsCache *cache, DolenSession *session)
{
  DolenCaseload *caseload = dolen_casework_get_caseload (dolen_session_get_casework (session));
  g_autofree char *today = dolen_date_today ();

  drop_stale_answers (cache, caseload, today);
  if (cache->answers == NULL && caseload != NULL)
    cache->answers = dolen_caseload_read_answers (caseload, today, NULL);
  return cache->answers != NULL ? dolen_answers_ref (cache->answers) : NULL;
}
