/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-writer.h"
#include "exchange/dolen-import.h"
#include "exchange/feeds/dolen-harvest.h"

G_BEGIN_DECLS

/*
 * Feeds: sources with an address that is read again when somebody asks, or each day or week where
 * somebody switched that on. Nothing goes out otherwise, and what goes out is a request for that
 * address.
 */

typedef enum {
  DOLEN_FEED_WHEN_ASKED,
  DOLEN_FEED_DAILY,
  DOLEN_FEED_WEEKLY,
} DolenFeedEvery;

/** DolenFeedSettings: what DolenSource.settings says, as JSON. */
typedef struct {
  char *list;          /* (nullable) the address of its list, where it is not the source's own */
  gboolean allow_http; /* it may come unencrypted */
  DolenFeedEvery every;
} DolenFeedSettings;

void dolen_feed_settings_read (DolenFeedSettings *settings, const char *json);
/** dolen_feed_settings_write: (transfer full): into @before (nullable), whose other settings stay.
 */
char *dolen_feed_settings_write (const DolenFeedSettings *settings, const char *before);
void dolen_feed_settings_clear (DolenFeedSettings *settings);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenFeedSettings, dolen_feed_settings_clear)

/** dolen_feed_is: whether @source has an address to be read again. */
gboolean dolen_feed_is (const DolenSource *source);

/** dolen_feed_is_due: whether it is time to read @source by itself, at @now (milliseconds). */
gboolean dolen_feed_is_due (const DolenSource *source, gint64 now);

typedef struct {
  DolenFeedLimits limits;
  gboolean accept_loss; /* more than half of it may be gone */
  const char *who;      /* (nullable) for the history */
  const char *cache;    /* (nullable): the folder for what has come; else in the user's cache */
  DolenGazetteer *gazetteer; /* (nullable): as DolenImportOptions */
  DolenImportHooks hooks;
  DolenHarvestProgress progress;       /* (nullable) while it is read */
  DolenImportProgress import_progress; /* (nullable) then while it is written */
  gpointer progress_data;
  GCancellable *cancellable; /* (nullable) */
} DolenFeedOptions;

/** DolenFeedFound: what stands at an address, seen from its first page. */
typedef struct {
  char *list;       /* where the list is: the address, or "services" below it */
  guint services;   /* on the first page */
  gint64 total;     /* as it says itself, -1 */
  gboolean more;    /* there are more pages */
  gboolean thin;    /* its list says little: each record is asked for by itself */
  GPtrArray *names; /* of char*: of the first few */
} DolenFeedFound;

void dolen_feed_found_clear (DolenFeedFound *found);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenFeedFound, dolen_feed_found_clear)

/** dolen_feed_try: reads the first page and writes nothing. @error: DOLEN_ERROR_NOT_FOUND where
 *  there is no list of services at @address or below it; else as dolen_harvest_run(). */
gboolean dolen_feed_try (const char *address,
                         const DolenFeedOptions *options,
                         DolenFeedFound *found,
                         GError **error);

/**
 * dolen_feed_add:
 * @name: it is known by; a source of files of that name becomes this feed and keeps its records
 * @address: as dolen_feed_address_check() takes it
 * @settings: (nullable)
 * @error: DOLEN_ERROR_CONSTRAINT where another feed has the name or the address
 *
 * Nothing is read. Returns: (transfer full) (nullable): the uid of the source
 */
char *dolen_feed_add (DolenDirectory *dir,
                      const char *name,
                      const char *address,
                      const DolenFeedSettings *settings,
                      const char *who,
                      GError **error);

/** dolen_feed_set_every: how often it is read by itself. */
gboolean dolen_feed_set_every (DolenDirectory *dir,
                               const char *source_uid,
                               DolenFeedEvery every,
                               GError **error);

typedef struct {
  gboolean unchanged; /* nothing was new: nothing was written */
  gboolean complete;  /* all of it was read, and what is missing is marked */
  gboolean shrunk;    /* more than half was missing: nothing was marked, for that looks wrong */
  guint pages;
  guint records;
  gint64 total; /* as the feed says, -1 */
  guint details;
  guint failed;
  gboolean resumed;
  DolenImportReport *import; /* (nullable): not where the server said that nothing changed */
} DolenFeedReport;

void dolen_feed_report_free (DolenFeedReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFeedReport, dolen_feed_report_free)

/** dolen_feed_report_to_json: (transfer full). */
char *dolen_feed_report_to_json (const DolenFeedReport *report);

/** dolen_feed_report_sentences: (transfer full): what came of it, one sentence a line. */
char *dolen_feed_report_sentences (const DolenFeedReport *report);

/** dolen_feed_forget: removes what came of an unfinished reading of the feed, for one that goes.
 *  @cache: (nullable): as DolenFeedOptions. */
void dolen_feed_forget (const char *source_uid, const char *cache);

/** dolen_feed_forget_all: the same for every feed, in the user's cache: pages that came before
 *  somebody was erased hold them still. A reading under way breaks off and begins anew. */
void dolen_feed_forget_all (void);

/** DolenFeedReading: what came of a feed, not yet in the directory. */
typedef struct _DolenFeedReading DolenFeedReading;

void dolen_feed_reading_free (DolenFeedReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFeedReading, dolen_feed_reading_free)

/** dolen_feed_read: (transfer full): the part of dolen_feed_refresh() that takes long and writes
 *  nothing: a connection that only reads will do. */
DolenFeedReading *dolen_feed_read (DolenDirectory *dir,
                                   const char *source_uid,
                                   const DolenFeedOptions *options,
                                   GError **error);

/** dolen_feed_take: the part that writes. */
gboolean dolen_feed_take (DolenDirectory *dir,
                          DolenFeedReading *reading,
                          const DolenFeedOptions *options,
                          DolenFeedReport **report,
                          GError **error);

/**
 * dolen_feed_refresh:
 * @report: (out) (optional) (transfer full)
 * @error: DOLEN_ERROR_NOT_FOUND (no such feed), those of dolen_harvest_run() and
 *   dolen_import_run(); nothing has changed then, and what came stays for the next time
 *
 * Blocks; in the thread that owns @dir.
 */
gboolean dolen_feed_refresh (DolenDirectory *dir,
                             const char *source_uid,
                             const DolenFeedOptions *options,
                             DolenFeedReport **report,
                             GError **error);

G_END_DECLS
