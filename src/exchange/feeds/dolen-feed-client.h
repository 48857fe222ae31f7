/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * One polite reader of one computer's pages: it says who it is, asks one thing after the other,
 * waits as it is told to (Retry-After) or longer each time, and stops at limits of size, time and
 * redirects. It belongs to one thread and blocks it. What it sends is the request of the address
 * and the two validators, nothing else: no cookie, nothing of the directory.
 *
 * robots.txt is not read: it speaks to programs that go from page to page by themselves; this one
 * reads the one address a person gave it.
 */
typedef struct _DolenFeedClient DolenFeedClient;

#define DOLEN_FEED_PAGE_BYTES (256 * 1024 * 1024)
#define DOLEN_FEED_BYTES (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)
#define DOLEN_FEED_TRIES 4
#define DOLEN_FEED_REDIRECTS 5

typedef struct {
  gboolean allow_http;
  guint tick;          /* milliseconds a second of waiting takes; 0: 1000. For tests */
  goffset page_bytes;  /* 0: DOLEN_FEED_PAGE_BYTES */
  goffset feed_bytes;  /* all of a harvest, its records by themselves too; 0: DOLEN_FEED_BYTES */
  guint page_seconds;  /* for one page to arrive whole; 0: 600 */
  guint quiet_seconds; /* without a byte; 0: 60 */
} DolenFeedLimits;

DolenFeedClient *dolen_feed_client_new (const DolenFeedLimits *limits, GCancellable *cancellable);
void dolen_feed_client_free (DolenFeedClient *client);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFeedClient, dolen_feed_client_free)

typedef enum {
  DOLEN_FEED_CAME,        /* it stands in the file */
  DOLEN_FEED_NOT_CHANGED, /* the validators still hold; no file */
  DOLEN_FEED_NOT_THERE,   /* 404, 410; no file */
} DolenFeedAnswerKind;

typedef struct {
  DolenFeedAnswerKind kind;
  char *address; /* where it was in the end */
  char *etag;    /* (nullable) validators to send the next time */
  char *last_modified;
  goffset bytes;
} DolenFeedAnswer;

void dolen_feed_answer_clear (DolenFeedAnswer *answer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DolenFeedAnswer, dolen_feed_answer_clear)

/**
 * dolen_feed_client_get:
 * @address: as dolen_feed_address_check() gives it
 * @etag, @last_modified: (nullable): from the last time
 * @path: the file it is put in, whole or not at all
 * @answer: (out caller-allocates)
 * @error: with the address in it: DOLEN_ERROR_INVALID (not JSON: a web page), _TOO_LARGE,
 *   _NOT_ALLOWED (a redirect to where we do not go), G_IO_ERROR_* (no connection, timed out, an
 *   answer of the server that is an error), G_IO_ERROR_CANCELLED
 */
gboolean dolen_feed_client_get (DolenFeedClient *client,
                                const char *address,
                                const char *etag,
                                const char *last_modified,
                                const char *path,
                                DolenFeedAnswer *answer,
                                GError **error);

G_END_DECLS
