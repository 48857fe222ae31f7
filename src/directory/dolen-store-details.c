/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-directory-private.h"

/* The parts of a service that feeds give: schedules, costs, languages, tags. The same part twice
 * in one record is kept once. */

static gboolean
store_schedule (DolenDirectory *dir, gint64 service, DolenSchedule *schedule, GError **error)
{
  DolenRow row;

  dolen_ensure_uid (&schedule->uid);
  if (!dolen_directory_row (
          dir,
          "INSERT INTO schedule (service, " DOLEN_SCHEDULE_COLUMNS ")"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
          &row,
          error))
    return FALSE;
  dolen_row_put_int (&row, service);
  dolen_row_put_text (&row, schedule->uid);
  dolen_row_put_text (&row, schedule->venue_uid);
  dolen_row_put_text (&row, schedule->freq);
  dolen_row_put_int (&row, schedule->interval);
  dolen_row_put_text (&row, schedule->byday);
  dolen_row_put_text (&row, schedule->bymonthday);
  dolen_row_put_text (&row, schedule->dtstart);
  dolen_row_put_text (&row, schedule->until);
  dolen_row_put_text (&row, schedule->opens_at);
  dolen_row_put_text (&row, schedule->closes_at);
  dolen_row_put_text (&row, schedule->valid_from);
  dolen_row_put_text (&row, schedule->valid_to);
  dolen_row_put_bilingual (&row, &schedule->description);
  dolen_row_put_int (&row, schedule->closed);
  return dolen_statement_run (row.statement, error);
}

DolenSchedule *
dolen_load_schedule (DolenRow *row)
{
  DolenSchedule *schedule = dolen_schedule_new ();

  schedule->uid = dolen_row_take_text (row);
  schedule->venue_uid = dolen_row_take_text (row);
  schedule->freq = dolen_row_take_text (row);
  schedule->interval = (int) dolen_row_take_int (row);
  schedule->byday = dolen_row_take_text (row);
  schedule->bymonthday = dolen_row_take_text (row);
  schedule->dtstart = dolen_row_take_text (row);
  schedule->until = dolen_row_take_text (row);
  schedule->opens_at = dolen_row_take_text (row);
  schedule->closes_at = dolen_row_take_text (row);
  schedule->valid_from = dolen_row_take_text (row);
  schedule->valid_to = dolen_row_take_text (row);
  dolen_row_take_bilingual (row, &schedule->description);
  schedule->closed = dolen_row_take_int (row) != 0;
  return schedule;
}

static void
take_schedule (DolenRow *row, gpointer list)
{
  g_ptr_array_add (list, dolen_load_schedule (row));
}

#define COST_COLUMNS "uid, option, pence, currency, amount_given, description, valid_from, valid_to"

static gboolean
store_cost (DolenDirectory *dir, gint64 service, DolenCost *cost, GError **error)
{
  DolenRow row;

  dolen_ensure_uid (&cost->uid);
  if (!dolen_directory_row (dir,
                            "INSERT INTO cost (service, " COST_COLUMNS ")"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, service);
  dolen_row_put_text (&row, cost->uid);
  dolen_row_put_text (&row, cost->option);
  dolen_row_put_known (&row, cost->pence);
  dolen_row_put_text (&row, cost->currency);
  dolen_row_put_text (&row, cost->amount_given);
  dolen_row_put_text (&row, cost->description);
  dolen_row_put_text (&row, cost->valid_from);
  dolen_row_put_text (&row, cost->valid_to);
  return dolen_statement_run (row.statement, error);
}

static void
take_cost (DolenRow *row, gpointer list)
{
  DolenCost *cost = dolen_cost_new ();

  cost->uid = dolen_row_take_text (row);
  cost->option = dolen_row_take_text (row);
  cost->pence = dolen_row_take_known (row);
  cost->currency = dolen_row_take_text (row);
  cost->amount_given = dolen_row_take_text (row);
  cost->description = dolen_row_take_text (row);
  cost->valid_from = dolen_row_take_text (row);
  cost->valid_to = dolen_row_take_text (row);
  g_ptr_array_add (list, cost);
}

static gboolean
store_language (DolenDirectory *dir, gint64 service, DolenLanguageOffered *offered, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          dir,
          "INSERT INTO language_offered (service, code, name, note) VALUES (?, ?, ?, ?)",
          &row,
          error))
    return FALSE;
  dolen_row_put_int (&row, service);
  dolen_row_put_text (&row, offered->code);
  dolen_row_put_text (&row, offered->name);
  dolen_row_put_text (&row, offered->note);
  return dolen_statement_run (row.statement, error);
}

static void
take_language (DolenRow *row, gpointer list)
{
  DolenLanguageOffered *offered = dolen_language_offered_new ();

  offered->code = dolen_row_take_text (row);
  offered->name = dolen_row_take_text (row);
  offered->note = dolen_row_take_text (row);
  g_ptr_array_add (list, offered);
}

static gboolean
store_tag (DolenDirectory *dir, gint64 service, DolenTag *tag, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          dir,
          "INSERT INTO tag (service, kind, scheme, code, value, state, tagger, words)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
          &row,
          error))
    return FALSE;
  dolen_row_put_int (&row, service);
  dolen_row_put_text (&row, dolen_tag_kind_code (tag->kind));
  dolen_row_put_text (&row, tag->scheme != NULL ? tag->scheme : "dolen");
  dolen_row_put_text (&row, tag->code);
  dolen_row_put_int (&row, tag->value);
  dolen_row_put_text (&row, dolen_tag_state_code (tag->state));
  dolen_row_put_int (&row, tag->tagger);
  dolen_row_put_text (&row, tag->words);
  return dolen_statement_run (row.statement, error);
}

static void
take_tag (DolenRow *row, gpointer list)
{
  DolenTag *tag = dolen_tag_new ();

  tag->kind = dolen_tag_kind_from_code (dolen_row_peek_text (row));
  tag->scheme = dolen_row_take_text (row);
  tag->code = dolen_row_take_text (row);
  tag->value = dolen_row_take_int (row) != 0;
  tag->state = dolen_tag_state_from_code (dolen_row_peek_text (row));
  tag->tagger = (int) dolen_row_take_int (row);
  tag->words = dolen_row_take_text (row);
  g_ptr_array_add (list, tag);
}

gboolean
dolen_store_details (DolenDirectory *dir, const DolenService *service, GError **error)
{
  for (guint i = 0; i < service->schedules->len; i++)
    if (!store_schedule (dir, service->id, g_ptr_array_index (service->schedules, i), error))
      return FALSE;
  for (guint i = 0; i < service->costs->len; i++)
    if (!store_cost (dir, service->id, g_ptr_array_index (service->costs, i), error))
      return FALSE;
  for (guint i = 0; i < service->languages->len; i++)
    if (!store_language (dir, service->id, g_ptr_array_index (service->languages, i), error))
      return FALSE;
  for (guint i = 0; i < service->tags->len; i++)
    if (!store_tag (dir, service->id, g_ptr_array_index (service->tags, i), error))
      return FALSE;
  return TRUE;
}

gboolean
dolen_load_details (DolenDirectory *dir, DolenService *service, GError **error)
{
  gint64 id = service->id;

  return dolen_load_venues (dir, service, error)
         && dolen_directory_each (dir,
                                  "SELECT " DOLEN_SCHEDULE_COLUMNS
                                  " FROM schedule WHERE service = ?1 ORDER BY id",
                                  id,
                                  take_schedule,
                                  service->schedules,
                                  error)
         && dolen_directory_each (dir,
                                  "SELECT " COST_COLUMNS
                                  " FROM cost WHERE service = ?1 ORDER BY id",
                                  id,
                                  take_cost,
                                  service->costs,
                                  error)
         && dolen_directory_each (dir,
                                  "SELECT code, name, note FROM language_offered"
                                  " WHERE service = ?1 ORDER BY id",
                                  id,
                                  take_language,
                                  service->languages,
                                  error)
         && dolen_directory_each (dir,
                                  "SELECT kind, scheme, code, value, state, tagger, words"
                                  " FROM tag WHERE service = ?1 ORDER BY id",
                                  id,
                                  take_tag,
                                  service->tags,
                                  error)
         && dolen_load_facts (dir, service, error);
}
