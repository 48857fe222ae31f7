/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping/dolen-call-private.h"

/* What is noted while one is on the telephone: a draft that these functions change. */

static void
free_ticks (gpointer data)
{
  DolenCallTicks *ticks = data;

  g_free (ticks->service);
  g_ptr_array_unref (ticks->facts);
  g_free (ticks);
}

static void
free_change (gpointer data)
{
  DolenCallChange *change = data;

  g_free (change->kind);
  g_free (change->uid);
  g_free (change->field);
  g_free (change->value);
  g_free (change);
}

static void
free_capacity (gpointer data)
{
  DolenCallCapacity *capacity = data;

  g_free (capacity->service);
  dolen_capacity_free (capacity->report);
  g_free (capacity);
}

static void
free_step (gpointer data)
{
  DolenCallStepEntry *step = data;

  if (step->destroy != NULL)
    step->destroy (step->user_data);
  g_free (step->service);
  g_free (step->fact);
  g_free (step);
}

DolenCall *
dolen_call_new (void)
{
  DolenCall *call = g_new0 (DolenCall, 1);

  call->how = DOLEN_TOLD_BY_CALL;
  call->services = g_ptr_array_new_with_free_func (g_free);
  call->ticks = g_ptr_array_new_with_free_func (free_ticks);
  call->changes = g_ptr_array_new_with_free_func (free_change);
  call->capacities = g_ptr_array_new_with_free_func (free_capacity);
  call->steps = g_ptr_array_new_with_free_func (free_step);
  call->answered = g_ptr_array_new_with_free_func (g_free);
  return call;
}

void
dolen_call_free (DolenCall *call)
{
  if (call == NULL)
    return;
  g_ptr_array_unref (call->services);
  g_ptr_array_unref (call->ticks);
  g_ptr_array_unref (call->changes);
  g_ptr_array_unref (call->capacities);
  g_ptr_array_unref (call->steps);
  g_ptr_array_unref (call->answered);
  g_free (call->on);
  g_free (call->asked);
  g_free (call->note);
  g_free (call->next_try_on);
  g_free (call);
}

static gboolean
find_text (const GPtrArray *list, const char *text, guint *at)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) list, text, g_str_equal, at);
}

static void
add_once (GPtrArray *list, const char *text)
{
  if (!find_text (list, text, NULL))
    g_ptr_array_add (list, g_strdup (text));
}

void
dolen_call_add_service (DolenCall *call, const char *service)
{
  add_once (call->services, service);
}

static DolenCallTicks *
find_ticks (const DolenCall *call, const char *service)
{
  for (guint i = 0; i < call->ticks->len; i++) {
    DolenCallTicks *ticks = g_ptr_array_index (call->ticks, i);

    if (g_strcmp0 (ticks->service, service) == 0)
      return ticks;
  }
  return NULL;
}

void
dolen_call_tick (DolenCall *call, const char *service, const char *fact)
{
  DolenCallTicks *ticks = find_ticks (call, service);

  dolen_call_add_service (call, service);
  if (ticks == NULL) {
    ticks = g_new0 (DolenCallTicks, 1);
    ticks->service = g_strdup (service);
    ticks->facts = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (call->ticks, ticks);
  }
  add_once (ticks->facts, fact);
}

void
dolen_call_untick (DolenCall *call, const char *service, const char *fact)
{
  DolenCallTicks *ticks = find_ticks (call, service);
  guint at = 0;

  if (ticks == NULL || !find_text (ticks->facts, fact, &at))
    return;
  g_ptr_array_remove_index (ticks->facts, at);
  if (ticks->facts->len == 0)
    g_ptr_array_remove (call->ticks, ticks);
}

gboolean
dolen_call_is_ticked (const DolenCall *call, const char *service, const char *fact)
{
  const DolenCallTicks *ticks = find_ticks (call, service);
  return ticks != NULL && find_text (ticks->facts, fact, NULL);
}

void
dolen_call_unchange (DolenCall *call, const char *kind, const char *uid, const char *field)
{
  for (guint i = call->changes->len; i > 0; i--) {
    const DolenCallChange *change = g_ptr_array_index (call->changes, i - 1);

    if (g_strcmp0 (change->kind, kind) == 0 && g_strcmp0 (change->uid, uid) == 0
        && g_strcmp0 (change->field, field) == 0)
      g_ptr_array_remove_index (call->changes, i - 1);
  }
}

void
dolen_call_change (
    DolenCall *call, const char *kind, const char *uid, const char *field, const char *value)
{
  DolenCallChange *change = g_new0 (DolenCallChange, 1);

  dolen_call_unchange (call, kind, uid, field);
  if (g_strcmp0 (kind, "service") == 0)
    dolen_call_add_service (call, uid);
  change->kind = g_strdup (kind);
  change->uid = g_strdup (uid);
  change->field = g_strdup (field);
  change->value = g_strdup (value);
  g_ptr_array_add (call->changes, change);
}

void
dolen_call_set_capacity (DolenCall *call, const char *service, const DolenCapacity *report)
{
  DolenCallCapacity *capacity;

  for (guint i = call->capacities->len; i > 0; i--) {
    capacity = g_ptr_array_index (call->capacities, i - 1);
    if (g_strcmp0 (capacity->service, service) == 0)
      g_ptr_array_remove_index (call->capacities, i - 1);
  }
  if (report == NULL)
    return;
  dolen_call_add_service (call, service);
  capacity = g_new0 (DolenCallCapacity, 1);
  capacity->service = g_strdup (service);
  capacity->report = dolen_capacity_copy (report);
  g_ptr_array_add (call->capacities, capacity);
}

void
dolen_call_add_step (DolenCall *call,
                     DolenCallStep step,
                     gpointer user_data,
                     GDestroyNotify destroy,
                     const char *service,
                     const char *fact)
{
  DolenCallStepEntry *entry = g_new0 (DolenCallStepEntry, 1);

  if (service != NULL)
    dolen_call_add_service (call, service);
  entry->step = step;
  entry->user_data = user_data;
  entry->destroy = destroy;
  entry->service = g_strdup (service);
  entry->fact = g_strdup (fact);
  g_ptr_array_add (call->steps, entry);
}

void
dolen_call_answer (DolenCall *call, const char *question)
{
  add_once (call->answered, question);
}
