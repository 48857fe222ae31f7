/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/dolen-session.h"
#include "exchange/feeds/dolen-feed.h"

G_BEGIN_DECLS

/*
 * Feeds being read: one object for each session, which outlives pages. The reading itself runs in a
 * thread of its own that only reads the directory, so that nobody's edit waits for a server, one
 * feed after the other, those somebody asked for before those that are due; what came is then
 * written by the session's worker. Signal "changed" (const char *source_uid) when one
 * begins, gets on or ends.
 *
 * It looks now and then whether a feed is due that somebody set to be read daily or weekly; no
 * other is read without being asked for.
 */
#define DOLEN_TYPE_FEED_JOBS (dolen_feed_jobs_get_type ())
G_DECLARE_FINAL_TYPE (DolenFeedJobs, dolen_feed_jobs, DOLEN, FEED_JOBS, GObject)

/** dolen_feed_jobs_get: (transfer none): the session's, made when it is first asked for. */
DolenFeedJobs *dolen_feed_jobs_get (DolenSession *session);

/** dolen_feed_jobs_start: reads a feed; nothing to do where it is being read. @accept_loss: more
 *  than half of it may be gone. */
void dolen_feed_jobs_start (DolenFeedJobs *self, const char *source_uid, gboolean accept_loss);

/** dolen_feed_jobs_cancel: what came so far is kept for the next time; one that waits for its turn
 *  ends at once. */
void dolen_feed_jobs_cancel (DolenFeedJobs *self, const char *source_uid);

/** dolen_feed_jobs_start_due: reads the feeds that are due by themselves. */
void dolen_feed_jobs_start_due (DolenFeedJobs *self);

/** DolenFeedJobState: of the last reading of a feed in this session. */
typedef struct {
  gboolean running;
  double fraction; /* 0 to 1; negative: nobody knows */
  char *text;      /* how far it is, or what came of it, in sentences */
  gboolean failed;
  gboolean shrunk; /* more than half was missing: it can be asked for with accept_loss */
} DolenFeedJobState;

/** dolen_feed_jobs_get_state: FALSE where the feed was not read in this session. */
gboolean
dolen_feed_jobs_get_state (DolenFeedJobs *self, const char *source_uid, DolenFeedJobState *state);
void dolen_feed_job_state_clear (DolenFeedJobState *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenFeedJobState, dolen_feed_job_state_clear)

/** dolen_feed_jobs_is_busy: whether any feed is being read; for tests and the tour. */
gboolean dolen_feed_jobs_is_busy (DolenFeedJobs *self);

G_END_DECLS
