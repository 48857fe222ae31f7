/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-feed.h"

#include "base/dolen-error.h"
#include "directory/dolen-feed-sources.h"
#include "exchange/feeds/dolen-feed-address.h"
#include "exchange/feeds/dolen-feed-page.h"
#include "exchange/feeds/dolen-feed-walk.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
dolen_feed_found_clear (DolenFeedFound *found)
{
  g_clear_pointer (&found->list, g_free);
  g_clear_pointer (&found->names, g_ptr_array_unref);
}

void
dolen_feed_report_free (DolenFeedReport *report)
{
  if (report == NULL)
    return;
  dolen_import_report_free (report->import);
  g_free (report);
}

static char *
folder_for (const DolenFeedOptions *options, const char *name)
{
  if (options->cache != NULL)
    return g_build_filename (options->cache, name, NULL);
  return g_build_filename (g_get_user_cache_dir (), "dolen", "feeds", name, NULL);
}

void
dolen_feed_forget (const char *source_uid, const char *cache)
{
  DolenFeedOptions options = { .cache = cache };
  g_autofree char *folder = folder_for (&options, source_uid);

  dolen_harvest_forget (folder);
}

void
dolen_feed_forget_all (void)
{
  g_autofree char *feeds = g_build_filename (g_get_user_cache_dir (), "dolen", "feeds", NULL);
  g_autoptr (GDir) open = g_dir_open (feeds, 0, NULL);
  const char *name;

  while (open != NULL && (name = g_dir_read_name (open)) != NULL) {
    g_autofree char *folder = g_build_filename (feeds, name, NULL);
    dolen_harvest_forget (folder);
  }
}

/* What is at @address: @there is FALSE where there is no page, or none with services in it. */
static gboolean
look (DolenFeedClient *client,
      const char *address,
      const char *path,
      DolenFeedPage *page,
      char **list,
      GError **error)
{
  g_auto (DolenFeedAnswer) answer = { 0 };

  if (!dolen_feed_client_get (client, address, NULL, NULL, path, &answer, error))
    return FALSE;
  if (answer.kind == DOLEN_FEED_CAME) {
    dolen_feed_page_clear (page);
    if (!dolen_feed_page_read (page, path, NULL, error))
      return FALSE;
    /* A list without a record is one too (a feed may be empty today). */
    if (page->services > 0 || page->is_rpde || (page->is_envelope && page->records == 0))
      *list = g_steal_pointer (&answer.address);
  }
  return TRUE;
}

/* Some publish the list at the address itself, some below it, and Dolen's own pages hold all of it
 * in one file (dolen_publish()). The first answer tells most of what is wrong where it is none of
 * them. */
static gboolean
find_list (const char *address,
           const DolenFeedOptions *options,
           const char *folder,
           DolenFeedPage *page,
           char **list,
           GError **error)
{
  static const char *const below[] = { "services", "feed.json" };
  g_autoptr (DolenFeedClient) client
             = dolen_feed_client_new (&options->limits, options->cancellable);
  g_autofree char *path = g_build_filename (folder, "try.json", NULL);
  g_autoptr (GError) first = NULL;

  look (client, address, path, page, list, &first);
  for (gsize i = 0;
       i < G_N_ELEMENTS (below) && *list == NULL && !dolen_feed_address_ends_in (address, below[i])
       && !g_cancellable_is_cancelled (options->cancellable);
       i++) {
    g_autofree char *there = dolen_feed_address_below (address, below[i]);
    look (client, there, path, page, list, NULL);
  }
  g_unlink (path);
  if (*list != NULL)
    return TRUE;
  if (first != NULL)
    g_propagate_error (error, g_steal_pointer (&first));
  else
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_NOT_FOUND,
                 /* Translators: the address of a web page. */
                 _ ("%s: There is no list of services here, nor below it."),
                 address);
  return FALSE;
}

gboolean
dolen_feed_try (const char *address,
                const DolenFeedOptions *options,
                DolenFeedFound *found,
                GError **error)
{
  g_autofree char *checked = dolen_feed_address_check (address, options->limits.allow_http, error);
  g_autofree char *folder = folder_for (options, "try");
  g_auto (DolenFeedPage) page = { 0 };
  g_auto (DolenFeedWalk) walk = { 0 };
  g_autofree char *next = NULL;

  *found = (DolenFeedFound){ .total = -1 };
  if (checked == NULL)
    return FALSE;
  g_mkdir_with_parents (folder, 0700);
  if (!find_list (checked, options, folder, &page, &found->list, error)) {
    dolen_harvest_forget (folder);
    return FALSE;
  }
  dolen_harvest_forget (folder);
  dolen_feed_walk_init (&walk, found->list);
  found->services = page.services;
  found->total = page.total_items;
  found->thin = !page.rich && page.services > 0;
  found->names = g_steal_pointer (&page.names);
  if (page.ids != NULL && dolen_feed_walk_take (&walk, found->list, &page, &next, NULL))
    found->more = next != NULL;
  return TRUE;
}

struct _DolenFeedReading {
  DolenSource *source; /* (owned) */
  DolenFeedSettings settings;
  char *folder;
  gboolean found_list; /* its address was not known before */
  DolenHarvest harvest;
};

void
dolen_feed_reading_free (DolenFeedReading *reading)
{
  if (reading == NULL)
    return;
  dolen_source_free (reading->source);
  dolen_feed_settings_clear (&reading->settings);
  dolen_harvest_clear (&reading->harvest);
  g_free (reading->folder);
  g_free (reading);
}

/* What the harvest may ask the directory. */
typedef struct {
  DolenDirectory *dir;
  const char *source_uid;
} Known;

static char *
previous (const char *foreign_id, gboolean *less, gpointer user_data)
{
  const Known *known = user_data;
  g_autofree char *hash = NULL;
  char *json = dolen_directory_get_source_json (
      known->dir, known->source_uid, "service", foreign_id, &hash, NULL);

  *less = json != NULL && !dolen_import_is_word_of_feed (json, hash);
  return json;
}

/* The address of the list is looked for once and kept. */
static gboolean
ensure_list (DolenFeedReading *reading, const DolenFeedOptions *options, GError **error)
{
  DolenFeedOptions with_limits = *options;
  g_auto (DolenFeedFound) found = { 0 };

  if (reading->settings.list != NULL)
    return TRUE;
  with_limits.limits.allow_http = reading->settings.allow_http;
  if (!dolen_feed_try (reading->source->address, &with_limits, &found, error))
    return FALSE;
  reading->settings.list = g_steal_pointer (&found.list);
  reading->found_list = TRUE;
  return TRUE;
}

static gboolean
harvest (DolenFeedReading *reading,
         DolenDirectory *dir,
         const DolenFeedOptions *from,
         GError **error)
{
  g_autoptr (GPtrArray) pages
             = dolen_directory_list_source_pages (dir, reading->source->uid, error);
  Known known = { dir, reading->source->uid };
  DolenHarvestOptions options = {
    .folder = reading->folder,
    .limits = from->limits,
    .known = pages,
    .previous = previous,
    .previous_data = &known,
    .progress = from->progress,
    .progress_data = from->progress_data,
    .cancellable = from->cancellable,
  };

  options.limits.allow_http = reading->settings.allow_http;
  if (pages == NULL || !ensure_list (reading, from, error))
    return FALSE;
  options.list = reading->settings.list;
  return dolen_harvest_run (&options, &reading->harvest, error);
}

DolenFeedReading *
dolen_feed_read (DolenDirectory *dir,
                 const char *source_uid,
                 const DolenFeedOptions *options,
                 GError **error)
{
  g_autoptr (DolenFeedReading) reading = g_new0 (DolenFeedReading, 1);

  reading->source = dolen_directory_get_source (dir, source_uid, error);
  if (reading->source == NULL)
    return NULL;
  if (!dolen_feed_is (reading->source)) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 /* Translators: the name of a source. */
                 _ ("%s: This source came from files and has no address to be read again."),
                 reading->source->name);
    return NULL;
  }
  dolen_feed_settings_read (&reading->settings, reading->source->settings);
  reading->folder = folder_for (options, source_uid);
  return harvest (reading, dir, options, error) ? g_steal_pointer (&reading) : NULL;
}

/* One reading on its way into the directory. */
typedef struct {
  DolenDirectory *dir;
  DolenFeedReading *reading;
  const DolenFeedOptions *options;
  DolenFeedReport *report; /* (owned) */
} Taking;

/* An empty feed is none; of one that lost more than half, dolen_import_run() marks nothing. */
static gboolean
judge (Taking *taking, GError **error)
{
  const DolenHarvest *came = &taking->reading->harvest;
  DolenSourceCounts counts;

  if (!dolen_directory_count_source (taking->dir, taking->reading->source->uid, &counts, error))
    return FALSE;
  if (came->n_records == 0 && counts.services > 0) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 _ ("%s: The feed is empty now. Nothing was changed."),
                 taking->reading->settings.list);
    return FALSE;
  }
  taking->report->complete = came->complete;
  return TRUE;
}

static gboolean
import (Taking *taking, GError **error)
{
  const DolenFeedOptions *from = taking->options;
  const DolenHarvest *came = &taking->reading->harvest;
  DolenImportOptions options = {
    .source_name = taking->reading->source->name,
    .who = from->who,
    .complete = taking->report->complete,
    .accept_loss = from->accept_loss,
    .as_were = came->as_were,
    .gazetteer = from->gazetteer,
    .hooks = from->hooks,
    .progress = from->import_progress,
    .progress_data = from->progress_data,
    .cancellable = from->cancellable,
  };
  const DolenImportReport *report;

  if (came->n_records == 0)
    return TRUE;
  if (!dolen_import_run (taking->dir,
                         (const char *const *) came->files->pdata,
                         came->files->len,
                         &options,
                         &taking->report->import,
                         error))
    return FALSE;
  report = taking->report->import;
  taking->report->shrunk = report->shrunk;
  taking->report->complete &= !report->shrunk;
  taking->report->unchanged = report->services.added + report->services.changed
                                  + report->organisations.added + report->organisations.changed
                                  + report->gone
                              == 0;
  return TRUE;
}

/* What an unfinished reading saw proves nothing about the next. */
static gboolean
keep_pages (Taking *taking, GError **error)
{
  GPtrArray *pages = taking->reading->harvest.pages;

  if (!taking->report->complete)
    g_ptr_array_set_size (pages, 0);
  return dolen_directory_set_source_pages (taking->dir, taking->reading->source->uid, pages, error);
}

static gboolean
keep_list (Taking *taking, GError **error)
{
  DolenFeedReading *reading = taking->reading;
  g_autoptr (DolenSource) source = NULL;
  g_autofree char *before = NULL;

  if (!reading->found_list)
    return TRUE;
  source = dolen_directory_get_source (taking->dir, reading->source->uid, error);
  if (source == NULL)
    return FALSE;
  before = g_steal_pointer (&source->settings);
  source->settings = dolen_feed_settings_write (&reading->settings, before);
  return dolen_directory_put_source (taking->dir, source, NULL, NULL, error);
}

static void
fill_report (Taking *taking)
{
  const DolenHarvest *came = &taking->reading->harvest;

  taking->report->unchanged = came->unchanged;
  taking->report->complete = came->unchanged;
  taking->report->pages = came->n_pages;
  taking->report->records = came->n_records;
  taking->report->total = came->total;
  taking->report->details = came->n_details - came->n_as_were;
  taking->report->failed = came->n_failed;
  taking->report->resumed = came->resumed;
}

static gboolean
take (Taking *taking, GError **error)
{
  fill_report (taking);
  if (!taking->reading->harvest.unchanged
      && (!judge (taking, error) || !keep_list (taking, error) || !import (taking, error)
          || !keep_pages (taking, error)))
    return FALSE;
  dolen_harvest_forget (taking->reading->folder);
  return dolen_directory_note_read (taking->dir, taking->reading->source->uid, error);
}

gboolean
dolen_feed_take (DolenDirectory *dir,
                 DolenFeedReading *reading,
                 const DolenFeedOptions *options,
                 DolenFeedReport **report,
                 GError **error)
{
  Taking taking = { dir, reading, options, g_new0 (DolenFeedReport, 1) };
  gboolean ok = take (&taking, error);

  if (ok && report != NULL)
    *report = g_steal_pointer (&taking.report);
  dolen_feed_report_free (taking.report);
  return ok;
}

gboolean
dolen_feed_refresh (DolenDirectory *dir,
                    const char *source_uid,
                    const DolenFeedOptions *options,
                    DolenFeedReport **report,
                    GError **error)
{
  g_autoptr (DolenFeedReading) reading = dolen_feed_read (dir, source_uid, options, error);

  return reading != NULL && dolen_feed_take (dir, reading, options, report, error);
}
