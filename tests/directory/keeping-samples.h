/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A directory to keep true, for the tests of the queue. */

#include "directory/keeping/dolen-queue.h"
#include "base/dolen-time.h"
#include "directory/samples.h"

#define KEEPING_TODAY "2026-05-04" /* a Monday */

static inline void
keeping_exec (DolenDirectory *dir, const char *sql)
{
  GError *error = NULL;

  dolen_db_exec (dolen_directory_get_db (dir), sql, &error);
  g_assert_no_error (error);
}

/* An instant on the morning of @date, for the clock. */
static inline void
keeping_set_day (const char *date)
{
  g_autofree char *text = g_strdup_printf ("%sT09:00:00", date);
  gint64 instant = 0;

  g_assert_true (dolen_instant_of_iso (text, &instant));
  dolen_time_set_fixed (instant);
}

/* A listing of which somebody confirmed everything on @on; NULL: nobody ever did. */
static inline char *
keeping_add (DolenDirectory *dir, const char *name, const char *organisation, const char *on)
{
  g_autoptr (DolenService) service = samples_service (name, name, DOLEN_TEXT_CHECKED);

  dolen_bilingual_load (&service->description,
                        "What we do.",
                        DOLEN_TEXT_CHECKED,
                        "Beth wnawn ni.",
                        DOLEN_TEXT_CHECKED);
  service->organisation_uid = g_strdup (organisation);
  service->phone = g_strdup ("01632960123");
  if (on != NULL) {
    DolenConfirmation *confirmation = dolen_confirmation_new ();

    confirmation->on = g_strdup (on);
    confirmation->how = DOLEN_TOLD_BY_CALL;
    confirmation->confirmed = g_strdup ("listing");
    g_ptr_array_add (service->confirmations, confirmation);
    g_ptr_array_add (service->capacities, samples_capacity (DOLEN_CAPACITY_OPEN, -1, on));
  }
  samples_save (dir, service);
  return g_strdup (service->uid);
}

static inline DolenQueueList *
keeping_read (DolenDirectory *dir, guint kinds, const char *today)
{
  DolenQueueQuery query = { .kinds = kinds, .limit = 1000, .today = today };
  GError *error = NULL;
  DolenQueueList *list = dolen_queue_read (dir, &query, NULL, DOLEN_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return list;
}

static inline const DolenQueueItem *
keeping_item (const DolenQueueList *list, guint i)
{
  g_assert_cmpuint (i, <, list->items->len);
  return g_ptr_array_index (list->items, i);
}

/* The row whose first listing is @service; NULL. */
static inline const DolenQueueItem *
keeping_find (const DolenQueueList *list, const char *service)
{
  for (guint i = 0; i < list->items->len; i++) {
    const DolenQueueItem *item = g_ptr_array_index (list->items, i);

    if (g_strcmp0 (item->service, service) == 0)
      return item;
  }
  return NULL;
}

static inline const DolenQueueAsk *
keeping_ask (const DolenQueueItem *item, const char *what)
{
  for (guint i = 0; i < item->asks->len; i++) {
    const DolenQueueAsk *ask = g_ptr_array_index (item->asks, i);

    if (g_strcmp0 (ask->what, what) == 0)
      return ask;
  }
  return NULL;
}
