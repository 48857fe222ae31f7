/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-harvest-private.h"

#include "base/dolen-error.h"
#include "exchange/feeds/dolen-feed-address.h"
#include "format/dolen-json-stream.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* One harvest under way. */
typedef struct {
  const DolenHarvestOptions *options;
  DolenFeedClient *client;
  DolenHarvestState state;
  DolenFeedWalk walk;
  DolenHarvest *harvest;
  gboolean rich;
  gboolean is_rpde;
  goffset bytes;
} Run;

void
dolen_harvest_clear (DolenHarvest *harvest)
{
  g_clear_pointer (&harvest->files, g_ptr_array_unref);
  g_clear_pointer (&harvest->as_were, g_hash_table_unref);
  g_clear_pointer (&harvest->pages, g_ptr_array_unref);
}

static void
show (const Run *run, guint done, guint of)
{
  if (run->options->progress != NULL)
    run->options->progress (DOLEN_HARVEST_PAGES, done, of, run->options->progress_data);
}

gboolean
dolen_harvest_check_size (const DolenHarvestOptions *options, goffset bytes, GError **error)
{
  goffset most = options->limits.feed_bytes > 0 ? options->limits.feed_bytes : DOLEN_FEED_BYTES;

  if (bytes <= most)
    return TRUE;
  g_set_error_literal (
      error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE, _ ("The feed is too large to be read."));
  return FALSE;
}

gboolean
dolen_harvest_each_record (const DolenHarvestOptions *options,
                           const DolenHarvestState *state,
                           DolenHarvestRecordFunc func,
                           gpointer user_data,
                           GError **error)
{
  for (guint i = 0; i < state->came->len; i++) {
    const DolenHarvestCame *came = state->came->pdata[i];
    g_autofree char *path = g_build_filename (options->folder, came->file, NULL);
    const char *paths[] = { path };
    g_autoptr (DolenJsonStream) stream = dolen_json_stream_new (paths, 1);
    DolenJsonItem item;

    do {
      if (!dolen_json_stream_next (stream, &item, options->cancellable, error)
          || (item.kind == DOLEN_JSON_RECORD
              && !func (item.value, item.container, user_data, error)))
        return FALSE;
    } while (item.kind != DOLEN_JSON_END);
  }
  return TRUE;
}

/* Whether the server says of every page we know that it is as it was. */
static gboolean
ask_whether_changed (Run *run, gboolean *unchanged, GError **error)
{
  const GPtrArray *known = run->options->known;
  g_autofree char *path = g_build_filename (run->options->folder, "changed.json", NULL);

  *unchanged = known != NULL && known->len > 0;
  for (guint i = 0; *unchanged && i < known->len; i++) {
    const DolenSourcePage *page = known->pdata[i];
    g_auto (DolenFeedAnswer) answer = { 0 };

    if (!dolen_feed_client_get (
            run->client, page->address, page->etag, page->last_modified, path, &answer, error))
      return FALSE;
    *unchanged = answer.kind == DOLEN_FEED_NOT_CHANGED;
    g_unlink (path);
    show (run, i + 1, known->len);
  }
  return TRUE;
}

/* The error of a reader names the file; a person knows the page by its address. */
static gboolean
name_page (const char *address, GError *failed, GError **error)
{
  g_autoptr (GError) owned = failed;

  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else
    g_set_error (error, failed->domain, failed->code, _ ("%s: %s"), address, failed->message);
  return FALSE;
}

/* Takes the page in @file into the walk. */
static gboolean
take_page (Run *run, const DolenHarvestCame *came, char **next, GError **error)
{
  g_autofree char *path = g_build_filename (run->options->folder, came->file, NULL);
  g_auto (DolenFeedPage) page = { 0 };
  GError *failed = NULL;
  GStatBuf about;

  if (g_stat (path, &about) == 0)
    run->bytes += about.st_size;
  if (!dolen_harvest_check_size (run->options, run->bytes, error))
    return FALSE;
  if (!dolen_feed_page_read (&page, path, run->options->cancellable, &failed)) {
    g_unlink (path); /* or it would be met again */
    return name_page (came->page->address, failed, error);
  }
  run->rich |= page.rich;
  run->is_rpde |= page.is_rpde;
  if (!dolen_feed_walk_take (&run->walk, came->asked, &page, next, error))
    return FALSE;
  show (run, run->walk.pages, page.total_pages > 0 ? (guint) page.total_pages : 0);
  return TRUE;
}

/* @there: (out): FALSE where the server has no such page. */
static gboolean
fetch_page (Run *run, const char *address, gboolean *there, GError **error)
{
  g_autofree char *file = g_strdup_printf ("page-%05u.json", run->state.came->len + 1);
  g_autofree char *path = g_build_filename (run->options->folder, file, NULL);
  g_auto (DolenFeedAnswer) answer = { 0 };

  if (!dolen_feed_client_get (run->client, address, NULL, NULL, path, &answer, error))
    return FALSE;
  *there = answer.kind == DOLEN_FEED_CAME;
  if (!*there)
    return TRUE;
  dolen_harvest_state_add (&run->state, address, file, &answer);
  return dolen_harvest_state_save (&run->state, run->options->folder, error);
}

static gboolean
not_there (const char *address, GError **error)
{
  g_set_error (
      error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("%s: The server has no such page."), address);
  return FALSE;
}

static gboolean
walk_pages (Run *run, GError **error)
{
  g_autofree char *address = g_strdup (run->options->list);

  for (guint i = 0; address != NULL; i++) {
    g_autofree char *next = NULL;
    gboolean there = TRUE;

    if (i >= run->state.came->len && !fetch_page (run, address, &there, error))
      return FALSE;
    if (!there && i == 0)
      return not_there (address, error);
    if (!there) {
      dolen_feed_walk_end (&run->walk);
      return TRUE;
    }
    if (!take_page (run, run->state.came->pdata[i], &next, error))
      return FALSE;
    g_free (address);
    address = g_steal_pointer (&next);
  }
  return TRUE;
}

static void
begin_walk (Run *run)
{
  dolen_feed_walk_clear (&run->walk);
  dolen_feed_walk_init (&run->walk, run->options->list);
  run->rich = run->is_rpde = FALSE;
  run->bytes = 0;
}

static gboolean
start_anew (Run *run, GError **error)
{
  dolen_harvest_state_clear (&run->state);
  dolen_harvest_forget (run->options->folder);
  dolen_harvest_state_load (&run->state, run->options->folder, run->options->list);
  begin_walk (run);
  if (g_mkdir_with_parents (run->options->folder, 0700) == 0)
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_CANNOT_OPEN,
               /* Translators: the path of a folder. */
               _ ("The folder %s cannot be written."),
               run->options->folder);
  return FALSE;
}

/* A feed that changed between two of its pages may have moved a record from one to the other: it is
 * read once more, and then taken as it is. */
static gboolean
read_pages (Run *run, GError **error)
{
  begin_walk (run);
  if (!walk_pages (run, error))
    return FALSE;
  if (!run->walk.changed)
    return TRUE;
  return start_anew (run, error) && walk_pages (run, error);
}

/* Validators are kept where they would prove that nothing at all has changed. */
static void
keep_validators (Run *run)
{
  for (guint i = 0; i < run->state.came->len; i++) {
    const DolenSourcePage *page = ((DolenHarvestCame *) run->state.came->pdata[i])->page;

    if (page->etag == NULL && page->last_modified == NULL) {
      g_ptr_array_set_size (run->harvest->pages, 0);
      return;
    }
    g_ptr_array_add (run->harvest->pages,
                     dolen_source_page_new (page->address, page->etag, page->last_modified));
  }
}

static void
take_files (Run *run)
{
  for (guint i = 0; i < run->state.came->len; i++)
    g_ptr_array_add (run->harvest->files,
                     g_build_filename (run->options->folder,
                                       ((DolenHarvestCame *) run->state.came->pdata[i])->file,
                                       NULL));
}

static gboolean
harvest (Run *run, GError **error)
{
  gboolean unchanged = FALSE;

  run->harvest->resumed = run->state.came->len > 0;
  if (!run->harvest->resumed && !ask_whether_changed (run, &unchanged, error))
    return FALSE;
  run->harvest->unchanged = unchanged;
  if (unchanged)
    return TRUE;
  if (!read_pages (run, error))
    return FALSE;
  run->harvest->n_pages = run->walk.pages;
  run->harvest->n_records = run->walk.records;
  run->harvest->total = run->walk.total;
  run->harvest->complete = dolen_feed_walk_is_complete (&run->walk);
  take_files (run);
  keep_validators (run);
  if (run->is_rpde)
    return dolen_harvest_compact_changes (run->options, &run->state, run->harvest, error);
  return run->rich
         || dolen_harvest_add_details (run->options, &run->state, run->bytes, run->harvest, error);
}

gboolean
dolen_harvest_run (const DolenHarvestOptions *options, DolenHarvest *result, GError **error)
{
  Run run = { .options = options, .harvest = result };
  gboolean ok;

  *result = (DolenHarvest){ .total = -1 };
  result->files = g_ptr_array_new_with_free_func (g_free);
  result->as_were = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  result->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_source_page_free);
  run.client = dolen_feed_client_new (&options->limits, options->cancellable);
  dolen_harvest_state_load (&run.state, options->folder, options->list);
  ok = (run.state.came->len > 0 || start_anew (&run, error)) && harvest (&run, error);
  dolen_harvest_state_clear (&run.state);
  dolen_feed_walk_clear (&run.walk);
  dolen_feed_client_free (run.client);
  return ok;
}
