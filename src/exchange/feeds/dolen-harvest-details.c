/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-harvest-private.h"

#include "base/dolen-error.h"
#include "base/dolen-own-file.h"
#include "exchange/dolen-dialect.h"
#include "exchange/dolen-read.h"
#include "exchange/feeds/dolen-feed-address.h"
#include "exchange/feeds/dolen-json-array-file.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* The list form of ORUK and HSDS holds one-to-one fields only; the places, contacts and times come
 * with each record by itself. */

/* Two at a time, as a person with two windows would. */
#define AT_ONCE 2
/* So many that do not come one after the other: the server has had enough of us. */
#define IN_A_ROW 10
#define FIRST_FEW 3

typedef enum {
  TO_ASK,
  CAME,
  FAILED,
} DetailState;

typedef struct {
  char *id;
  char *path; /* where it is put */
  DetailState state;
  gboolean less; /* what stands there is known already, and not all the feed said */
} Detail;

/* Shared by the threads; the lock guards what stands behind it. */
typedef struct {
  const DolenHarvestOptions *options;
  GPtrArray *details; /* of Detail */
  char *list;         /* without page and query */
  GMutex lock;
  guint next;
  guint done;
  goffset bytes; /* pages and records */
  guint failed_in_a_row;
  gboolean stop;
  GError *error;
} Asking;

static void
detail_free (gpointer data)
{
  Detail *detail = data;

  g_free (detail->id);
  g_free (detail->path);
  g_free (detail);
}

static gboolean
is_service (json_object *record, const char *container)
{
  return dolen_dialect_record_of (record, container) == DOLEN_RECORD_OF_SERVICE;
}

/* (transfer full) (nullable) */
static char *
get_previous (const DolenHarvestOptions *options, const char *id, gboolean *less)
{
  *less = FALSE;
  return options->previous != NULL ? options->previous (id, less, options->previous_data) : NULL;
}

/* Puts what is known where the record would have come. What is less than the feed said gets a name
 * of its own, so that a reading that goes on does not take it for the feed's word. */
static gboolean
let_stand (const DolenHarvestOptions *options, Detail *detail, const char *json, gboolean less)
{
  g_autofree char *name = g_path_get_basename (detail->path);
  g_autofree char *apart = g_strconcat ("known-", name, NULL);
  g_autofree char *path = g_build_filename (options->folder, less ? apart : name, NULL);

  if (!dolen_own_file_write (path, json, strlen (json), NULL))
    return FALSE;
  g_free (detail->path);
  detail->path = g_steal_pointer (&path);
  detail->less = less;
  return TRUE;
}

/* The list shows by its date that the record is as it was: what is known of it stands. */
static gboolean
is_as_it_was (const DolenHarvestOptions *options, json_object *record, Detail *detail)
{
  g_autofree char *modified = dolen_json_get_line (record, "last_modified");
  g_autofree char *before = NULL, *json = NULL;
  json_object *known;
  gboolean less, same;

  if (modified == NULL)
    return FALSE;
  json = get_previous (options, detail->id, &less);
  known = json != NULL ? json_tokener_parse (json) : NULL;
  before = dolen_json_get_line (known, "last_modified");
  same = g_strcmp0 (before, modified) == 0 && dolen_feed_record_is_rich (known)
         && let_stand (options, detail, json, less);
  json_object_put (known);
  return same;
}

typedef struct {
  Asking *asking;
  DolenHarvest *harvest;
  gboolean dated; /* every record has a date of its last change */
} Plan;

static gboolean
plan_record (json_object *record, const char *container, gpointer user_data, GError **error)
{
  Plan *plan = user_data;
  GPtrArray *details = plan->asking->details;
  g_autofree char *id = dolen_json_get_line (record, "id");
  g_autofree char *name = NULL;
  Detail *detail;
  GStatBuf about;

  (void) error;
  if (id == NULL || !is_service (record, container))
    return TRUE;
  name = g_strdup_printf ("detail-%06u.json", details->len + 1);
  detail = g_new0 (Detail, 1);
  detail->id = g_steal_pointer (&id);
  detail->path = g_build_filename (plan->asking->options->folder, name, NULL);
  g_ptr_array_add (details, detail);
  plan->dated &= dolen_json_get (record, "last_modified") != NULL;
  if (g_stat (detail->path, &about) == 0 && S_ISREG (about.st_mode)) {
    detail->state = CAME; /* before the reading broke off */
    plan->asking->bytes += about.st_size;
  } else if (is_as_it_was (plan->asking->options, record, detail)) {
    detail->state = CAME;
    plan->harvest->n_as_were++;
  }
  return TRUE;
}

/* What is known of a record that does not come stands; a new one is told as the list has it. */
static void
fall_back (Asking *asking, Detail *detail)
{
  gboolean less;
  g_autofree char *json = get_previous (asking->options, detail->id, &less);

  if (json != NULL && let_stand (asking->options, detail, json, less))
    detail->state = CAME;
}

static Detail *
next_to_ask (Asking *asking)
{
  Detail *detail = NULL;

  g_mutex_lock (&asking->lock);
  while (detail == NULL && !asking->stop && asking->next < asking->details->len) {
    detail = asking->details->pdata[asking->next++];
    if (detail->state != TO_ASK)
      detail = NULL;
  }
  g_mutex_unlock (&asking->lock);
  return detail;
}

static void
note_answer (Asking *asking, Detail *detail, gboolean came, goffset bytes, const GError *failed)
{
  g_mutex_lock (&asking->lock);
  detail->state = came ? CAME : FAILED;
  asking->done++;
  asking->failed_in_a_row = came ? 0 : asking->failed_in_a_row + 1;
  asking->bytes += bytes;
  if (!asking->stop && !dolen_harvest_check_size (asking->options, asking->bytes, &asking->error))
    asking->stop = TRUE;
  if (!asking->stop
      && (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          || asking->failed_in_a_row >= IN_A_ROW)) {
    asking->stop = TRUE;
    asking->error = failed != NULL ? g_error_copy (failed) : NULL;
  }
  g_mutex_unlock (&asking->lock);
}

/* A record of another id, or none, is not what was asked for. */
static gboolean
is_the_record (const Detail *detail, GCancellable *cancellable)
{
  g_auto (DolenFeedPage) page = { 0 };

  return dolen_feed_page_read (&page, detail->path, cancellable, NULL) && page.ids->len == 1
         && strcmp (page.ids->pdata[0], detail->id) == 0;
}

static gboolean
ask_for (Asking *asking, DolenFeedClient *client, Detail *detail, goffset *bytes, GError **error)
{
  g_autofree char *address = dolen_feed_address_detail (asking->list, detail->id);
  g_auto (DolenFeedAnswer) answer = { 0 };

  gboolean got = dolen_feed_client_get (client, address, NULL, NULL, detail->path, &answer, error);

  *bytes = answer.bytes;
  return got && answer.kind == DOLEN_FEED_CAME
         && is_the_record (detail, asking->options->cancellable);
}

static gpointer
ask_in_thread (gpointer data)
{
  Asking *asking = data;
  g_autoptr (DolenFeedClient) client
             = dolen_feed_client_new (&asking->options->limits, asking->options->cancellable);
  Detail *detail;

  while ((detail = next_to_ask (asking)) != NULL) {
    g_autoptr (GError) failed = NULL;
    goffset bytes;
    gboolean came = ask_for (asking, client, detail, &bytes, &failed);
    note_answer (asking, detail, came, bytes, failed);
  }
  return NULL;
}

/* What was richer before would be lost under the list's short word for it. */
static gboolean
was_rich (const Asking *asking, const Detail *detail)
{
  gboolean less;
  g_autofree char *json = get_previous (asking->options, detail->id, &less);
  json_object *known = json != NULL ? json_tokener_parse (json) : NULL;
  gboolean rich = known != NULL && dolen_feed_record_is_rich (known);

  json_object_put (known);
  return rich;
}

static gboolean
gave_them_before (const Asking *asking, GError **error)
{
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_FAILED,
               _ ("%s: The server gave each record by itself before and does not now."),
               asking->list);
  return FALSE;
}

/* Whether the server gives records by themselves at all: the first few tell. */
static gboolean
gives_details (Asking *asking, gboolean *gives, GError **error)
{
  g_autoptr (DolenFeedClient) client
             = dolen_feed_client_new (&asking->options->limits, asking->options->cancellable);
  gboolean were_rich = FALSE;

  for (guint i = 0; i < FIRST_FEW; i++) {
    g_autoptr (GError) failed = NULL;
    Detail *detail = next_to_ask (asking);
    goffset bytes = 0;

    /* Nothing to ask: all is known, or none of the few came. */
    *gives = detail != NULL ? ask_for (asking, client, detail, &bytes, &failed) : i == 0;
    if (failed != NULL) {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
    if (detail != NULL)
      note_answer (asking, detail, *gives, bytes, NULL);
    if (*gives)
      return TRUE;
    were_rich |= detail != NULL && was_rich (asking, detail);
  }
  return !were_rich || gave_them_before (asking, error);
}

static void
show (const Asking *asking)
{
  if (asking->options->progress != NULL)
    asking->options->progress (
        DOLEN_HARVEST_DETAILS, asking->done, asking->details->len, asking->options->progress_data);
}

/* The threads ask; this one shows how far they are. */
static gboolean
ask_for_all (Asking *asking, GError **error)
{
  GThread *threads[AT_ONCE];
  gboolean busy = TRUE;

  for (guint i = 0; i < AT_ONCE; i++)
    threads[i] = g_thread_new ("feed-details", ask_in_thread, asking);
  while (busy) {
    g_mutex_lock (&asking->lock);
    busy = !asking->stop && asking->next < asking->details->len;
    show (asking);
    g_mutex_unlock (&asking->lock);
    if (busy)
      g_usleep (20 * 1000);
  }
  for (guint i = 0; i < AT_ONCE; i++)
    g_thread_join (threads[i]);
  if (!asking->stop)
    return TRUE;
  if (asking->error != NULL)
    g_propagate_error (error, g_steal_pointer (&asking->error));
  else
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_FAILED,
                 _ ("%s: One record after the other does not come; please try again later."),
                 asking->list);
  return FALSE;
}

/* Records that came by themselves, and the list's word for those that did not. */
typedef struct {
  GHashTable *came; /* set of ids */
  DolenJsonArrayFile *rest;
} Rest;

static gboolean
write_rest (json_object *record, const char *container, gpointer user_data, GError **error)
{
  Rest *rest = user_data;
  g_autofree char *id = dolen_json_get_line (record, "id");

  (void) container;
  if (id != NULL && g_hash_table_contains (rest->came, id))
    return TRUE;
  return dolen_json_array_file_add (rest->rest, dolen_json_normal (record, NULL), error);
}

static gboolean
take_files (Asking *asking, const DolenHarvestState *state, DolenHarvest *harvest, GError **error)
{
  g_autofree char *path = g_build_filename (asking->options->folder, "rest.json", NULL);
  g_autoptr (DolenJsonArrayFile) file = dolen_json_array_file_new (path, error);
  g_autoptr (GHashTable) came = g_hash_table_new (g_str_hash, g_str_equal);
  Rest rest = { came, file };

  if (file == NULL)
    return FALSE;
  g_ptr_array_set_size (harvest->files, 0);
  for (guint i = 0; i < asking->details->len; i++) {
    Detail *detail = asking->details->pdata[i];
    if (detail->state != CAME) {
      harvest->n_failed++;
      fall_back (asking, detail);
    }
    if (detail->state != CAME || !g_hash_table_add (came, detail->id))
      continue;
    g_ptr_array_add (harvest->files, g_strdup (detail->path));
    if (detail->less)
      g_hash_table_add (harvest->as_were, g_strdup (detail->path));
  }
  if (!dolen_harvest_each_record (asking->options, state, write_rest, &rest, error)
      || !dolen_json_array_file_finish (file, error))
    return FALSE;
  g_ptr_array_add (harvest->files, g_steal_pointer (&path));
  return TRUE;
}

static gboolean
run (Asking *asking, const DolenHarvestState *state, DolenHarvest *harvest, GError **error)
{
  Plan plan = { asking, harvest, TRUE };
  gboolean gives = FALSE;

  if (!dolen_harvest_each_record (asking->options, state, plan_record, &plan, error)
      || !dolen_harvest_check_size (asking->options, asking->bytes, error))
    return FALSE;
  if (asking->details->len == 0)
    return TRUE;
  if (!gives_details (asking, &gives, error))
    return FALSE;
  if (!gives)
    return TRUE; /* the list is all there is */
  harvest->thin = TRUE;
  harvest->n_details = asking->details->len;
  /* Without dates an unchanged list says nothing of the records. */
  if (!plan.dated)
    g_ptr_array_set_size (harvest->pages, 0);
  return ask_for_all (asking, error) && take_files (asking, state, harvest, error);
}

gboolean
dolen_harvest_add_details (const DolenHarvestOptions *options,
                           const DolenHarvestState *state,
                           goffset bytes,
                           DolenHarvest *harvest,
                           GError **error)
{
  Asking asking = { .options = options, .bytes = bytes };
  gboolean ok;

  g_mutex_init (&asking.lock);
  asking.details = g_ptr_array_new_with_free_func (detail_free);
  asking.list = g_strdup (options->list);
  ok = run (&asking, state, harvest, error);
  g_mutex_clear (&asking.lock);
  g_ptr_array_unref (asking.details);
  g_free (asking.list);
  g_clear_error (&asking.error);
  return ok;
}
