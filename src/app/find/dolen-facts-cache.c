/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-facts-cache.h"

#include "base/dolen-time.h"

#define KEY "dolen-facts-cache"

struct _DolenFactsCache {
  gatomicrefcount ref_count;
  int stale;         /* (atomic): set by the main thread */
  DolenFacts *facts; /* (owned) (nullable): the worker's */
};

void
dolen_facts_cache_unref (DolenFactsCache *cache)
{
  if (!g_atomic_ref_count_dec (&cache->ref_count))
    return;
  g_clear_pointer (&cache->facts, dolen_facts_unref);
  g_free (cache);
}

static void
on_directory_changed_cb (DolenSession *session, DolenFactsCache *cache)
{
  g_atomic_int_set (&cache->stale, TRUE);
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
      || (cache->facts != NULL && g_strcmp0 (cache->facts->today, today) != 0))
    g_clear_pointer (&cache->facts, dolen_facts_unref);
  if (cache->facts == NULL)
    cache->facts
        = dolen_facts_new (dolen_directory_get_db (directory), vocabulary, cancellable, error);
  return cache->facts != NULL ? dolen_facts_ref (cache->facts) : NULL;
}
