/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-relay.h"

/* They go over in batches, for waking a thread costs more than an event; so many may wait that
 * neither side stands still for the other's unevenness, and no more, for they are plain text. */
#define BATCH 64
#define MOST_WAITING 16

struct _DolenRelay {
  DolenRelayFunc take;
  GDestroyNotify free_item;
  gpointer user_data;
  GPtrArray *filling; /* (owned) the batch at hand */
  GThread *thread;    /* (owned) (nullable) NULL: there is none to be had; all is done here */

  GMutex lock;
  GCond moved;   /* a batch was put or taken, or there will be no more */
  GQueue ready;  /* of batches */
  GQueue taken;  /* of batches, to be freed */
  gboolean done; /* no more will come */
};

static GPtrArray *
new_batch (DolenRelay *relay)
{
  return g_ptr_array_new_full (BATCH, relay->free_item);
}

static void
take_batch (DolenRelay *relay, GPtrArray *batch)
{
  for (guint i = 0; i < batch->len; i++)
    relay->take (g_ptr_array_index (batch, i), relay->user_data);
}

static GPtrArray *
wait_for_batch (DolenRelay *relay)
{
  GPtrArray *batch;

  g_mutex_lock (&relay->lock);
  while (g_queue_is_empty (&relay->ready) && !relay->done)
    g_cond_wait (&relay->moved, &relay->lock);
  batch = g_queue_pop_head (&relay->ready);
  g_cond_signal (&relay->moved);
  g_mutex_unlock (&relay->lock);
  return batch;
}

static gpointer
run (gpointer data)
{
  DolenRelay *relay = data;
  GPtrArray *batch;

  while ((batch = wait_for_batch (relay)) != NULL) {
    take_batch (relay, batch);
    g_mutex_lock (&relay->lock);
    g_queue_push_tail (&relay->taken, batch);
    g_mutex_unlock (&relay->lock);
  }
  return NULL;
}

DolenRelay *
dolen_relay_new (DolenRelayFunc take, GDestroyNotify free_item, gpointer user_data)
{
  DolenRelay *relay = g_new0 (DolenRelay, 1);

  relay->take = take;
  relay->free_item = free_item;
  relay->user_data = user_data;
  relay->filling = new_batch (relay);
  g_mutex_init (&relay->lock);
  g_cond_init (&relay->moved);
  g_queue_init (&relay->ready);
  g_queue_init (&relay->taken);
  relay->thread = g_thread_try_new ("replay", run, relay, NULL);
  return relay;
}

static void
send_batch (DolenRelay *relay)
{
  GPtrArray *batch = relay->filling;
  GQueue taken;

  relay->filling = new_batch (relay);
  if (relay->thread == NULL) {
    take_batch (relay, batch);
    g_ptr_array_unref (batch);
    return;
  }
  g_mutex_lock (&relay->lock);
  while (g_queue_get_length (&relay->ready) >= MOST_WAITING)
    g_cond_wait (&relay->moved, &relay->lock);
  g_queue_push_tail (&relay->ready, batch);
  taken = relay->taken;
  g_queue_init (&relay->taken);
  g_cond_signal (&relay->moved);
  g_mutex_unlock (&relay->lock);
  g_queue_clear_full (&taken, (GDestroyNotify) g_ptr_array_unref);
}

void
dolen_relay_pass (DolenRelay *relay, gpointer item)
{
  g_ptr_array_add (relay->filling, item);
  if (relay->filling->len == BATCH)
    send_batch (relay);
}

void
dolen_relay_finish (DolenRelay *relay)
{
  if (relay == NULL)
    return;
  send_batch (relay);
  if (relay->thread != NULL) {
    g_mutex_lock (&relay->lock);
    relay->done = TRUE;
    g_cond_signal (&relay->moved);
    g_mutex_unlock (&relay->lock);
    g_thread_join (relay->thread);
  }
  g_ptr_array_unref (relay->filling);
  g_queue_clear_full (&relay->ready, (GDestroyNotify) g_ptr_array_unref);
  g_queue_clear_full (&relay->taken, (GDestroyNotify) g_ptr_array_unref);
  g_mutex_clear (&relay->lock);
  g_cond_clear (&relay->moved);
  g_free (relay);
}
