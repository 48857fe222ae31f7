/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-feed-client.h"

#include "base/dolen-error.h"
#include "exchange/feeds/dolen-feed-address.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

/* What a server may ask us to wait before we give up instead, in seconds. */
#define LONGEST_WAIT 120
#define CHUNK (64 * 1024)
/* RFC 6585; libsoup has no name for it. */
#define TOO_MANY_REQUESTS 429

struct _DolenFeedClient {
  SoupSession *session;      /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  DolenFeedLimits limits;
  gboolean late; /* a page had all its time: it would take it again */
};

/* How one try went. */
typedef struct {
  guint status;
  int wait;      /* seconds the server asks for, -1: it does not say */
  char *goes_on; /* (owned) (nullable) where a redirect leads */
} Try;

DolenFeedClient *
dolen_feed_client_new (const DolenFeedLimits *limits, GCancellable *cancellable)
{
  DolenFeedClient *client = g_new0 (DolenFeedClient, 1);

  if (limits != NULL)
    client->limits = *limits;
  client->limits.tick = client->limits.tick > 0 ? client->limits.tick : 1000;
  client->limits.page_bytes
      = client->limits.page_bytes > 0 ? client->limits.page_bytes : DOLEN_FEED_PAGE_BYTES;
  client->limits.page_seconds = client->limits.page_seconds > 0 ? client->limits.page_seconds : 600;
  client->limits.quiet_seconds
      = client->limits.quiet_seconds > 0 ? client->limits.quiet_seconds : 60;
  client->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  client->session
      = soup_session_new_with_options ("user-agent",
                                       "Dolen/" DOLEN_VERSION " (+https://dolen.cymru/)",
                                       "timeout",
                                       client->limits.quiet_seconds,
                                       "max-conns-per-host",
                                       1,
                                       NULL);
  return client;
}

void
dolen_feed_client_free (DolenFeedClient *client)
{
  if (client == NULL)
    return;
  g_clear_object (&client->session);
  g_clear_object (&client->cancellable);
  g_free (client);
}

void
dolen_feed_answer_clear (DolenFeedAnswer *answer)
{
  g_clear_pointer (&answer->address, g_free);
  g_clear_pointer (&answer->etag, g_free);
  g_clear_pointer (&answer->last_modified, g_free);
}

static gboolean
may_try_again (guint status)
{
  return status == SOUP_STATUS_REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS
         || status == SOUP_STATUS_INTERNAL_SERVER_ERROR || status == SOUP_STATUS_BAD_GATEWAY
         || status == SOUP_STATUS_SERVICE_UNAVAILABLE || status == SOUP_STATUS_GATEWAY_TIMEOUT;
}

/* Seconds, or a date (RFC 9110 10.2.3). */
static int
read_retry_after (SoupMessage *message)
{
  const char *text
      = soup_message_headers_get_one (soup_message_get_response_headers (message), "Retry-After");
  g_autoptr (GDateTime) date = NULL;
  guint64 seconds = 0;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &seconds, NULL))
    return (int) seconds;
  date = soup_date_time_new_from_http_string (text);
  return date != NULL
             ? (int) MAX (0, g_date_time_to_unix (date) - g_get_real_time () / G_USEC_PER_SEC)
             : -1;
}

/* Waits, or returns at once when it is cancelled. */
static gboolean
pause_for (DolenFeedClient *client, double seconds, GError **error)
{
  GPollFD fd;
  int milliseconds = (int) (seconds * client->limits.tick);

  if (client->cancellable != NULL && g_cancellable_make_pollfd (client->cancellable, &fd)) {
    g_poll (&fd, 1, milliseconds);
    g_cancellable_release_fd (client->cancellable);
  } else {
    g_usleep ((gulong) milliseconds * 1000);
  }
  return !g_cancellable_set_error_if_cancelled (client->cancellable, error);
}

/* Longer each time, and not for all clients of a server the same. */
static double
back_off (guint tries)
{
  return (1 << tries) * g_random_double_range (0.5, 1.5);
}

static gboolean
fail (GError **error, int code, const char *address, const char *why)
{
  /* Translators: the address of a web page, and a sentence. */
  g_set_error (error, DOLEN_ERROR, code, _ ("%s: %s"), address, why);
  return FALSE;
}

/* What is no JSON is mostly a page for people: a note of maintenance, a sign-in. */
static gboolean
check_start (const guint8 *bytes, gsize length, const char *address, GError **error)
{
  static const guint8 mark[] = { 0xef, 0xbb, 0xbf };
  gsize i = length >= 3 && memcmp (bytes, mark, 3) == 0 ? 3 : 0;

  while (i < length && g_ascii_isspace (bytes[i]))
    i++;
  if (i < length && (bytes[i] == '{' || bytes[i] == '['))
    return TRUE;
  if (i < length && bytes[i] == '<')
    return fail (error,
                 DOLEN_ERROR_INVALID,
                 address,
                 _ ("A web page came instead of data. Is it the address of the feed itself?"));
  return fail (error, DOLEN_ERROR_INVALID, address, _ ("What came is not JSON."));
}

/* A length that was promised and did not come is a page cut short. */
static gboolean
is_whole (SoupMessage *message, goffset length)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  return soup_message_headers_get_one (headers, "Content-Encoding") != NULL
         || soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH
         || soup_message_headers_get_content_length (headers) == length;
}

static gboolean
check_time (DolenFeedClient *client, gint64 end, GError **error)
{
  if (g_get_monotonic_time () <= end)
    return TRUE;
  client->late = TRUE;
  g_set_error_literal (
      error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, _ ("The page took too long to arrive."));
  return FALSE;
}

static gboolean
check_size (DolenFeedClient *client, goffset length, const char *address, GError **error)
{
  return length <= client->limits.page_bytes
         || fail (error, DOLEN_ERROR_TOO_LARGE, address, _ ("The page is too large to be read."));
}

/* A chunk, or what there is to the end: @n is less then. Time is looked at with each read, for a
 * server may send a byte now and then and never be quiet for long. */
static gboolean
read_chunk (DolenFeedClient *client,
            GInputStream *from,
            guint8 *chunk,
            gsize *n,
            gint64 end,
            GError **error)
{
  gssize got = 1;

  for (*n = 0; *n < CHUNK && got > 0; *n += (gsize) got) {
    got = g_input_stream_read (from, chunk + *n, CHUNK - *n, client->cancellable, error);
    if (got < 0 || !check_time (client, end, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
copy_body (DolenFeedClient *client,
           GInputStream *from,
           GOutputStream *to,
           const char *address,
           goffset *length,
           GError **error)
{
  gint64 end = g_get_monotonic_time () + (gint64) client->limits.page_seconds * G_USEC_PER_SEC;
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize n = CHUNK;

  for (*length = 0; n == CHUNK; *length += n)
    if (!read_chunk (client, from, chunk, &n, end, error)
        || (*length == 0 && !check_start (chunk, n, address, error))
        || !check_size (client, *length + (goffset) n, address, error)
        || !g_output_stream_write_all (to, chunk, n, NULL, client->cancellable, error))
      return FALSE;
  return TRUE;
}

/* The page is in its place only when all of it has come. */
static gboolean
keep_body (DolenFeedClient *client,
           SoupMessage *message,
           GInputStream *stream,
           const char *address,
           const char *path,
           goffset *length,
           GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (part);
  g_autoptr (GFileOutputStream) to = g_file_replace (
      file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  gboolean ok = to != NULL
                && copy_body (client, stream, G_OUTPUT_STREAM (to), address, length, error)
                && g_output_stream_close (G_OUTPUT_STREAM (to), NULL, error);

  if (ok && !is_whole (message, *length)) {
    g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, _ ("The page was cut short on its way."));
    ok = FALSE;
  }
  if (ok && g_rename (part, path) != 0) {
    g_set_error (error,
                 G_IO_ERROR,
                 g_io_error_from_errno (errno),
                 /* Translators: the path of a file. */
                 _ ("The file %s cannot be written."),
                 path);
    ok = FALSE;
  }
  g_clear_object (&to);
  if (!ok)
    g_unlink (part);
  return ok;
}

static void
take_validators (SoupMessage *message, DolenFeedAnswer *answer)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  g_free (answer->etag);
  answer->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  g_free (answer->last_modified);
  answer->last_modified = g_strdup (soup_message_headers_get_one (headers, "Last-Modified"));
}

static SoupMessage *
new_message (const char *address, const char *etag, const char *last_modified)
{
  SoupMessage *message = soup_message_new (SOUP_METHOD_GET, address);
  SoupMessageHeaders *headers;

  if (message == NULL)
    return NULL;
  headers = soup_message_get_request_headers (message);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_append (headers, "Accept", "application/json");
  if (etag != NULL)
    soup_message_headers_append (headers, "If-None-Match", etag);
  if (last_modified != NULL)
    soup_message_headers_append (headers, "If-Modified-Since", last_modified);
  return message;
}

/* One request. FALSE where there was no whole answer; else @try says what it was. */
static gboolean
send_once (DolenFeedClient *client,
           SoupMessage *message,
           const char *address,
           const char *path,
           DolenFeedAnswer *answer,
           Try *tried,
           GError **error)
{
  g_autoptr (GInputStream) stream
             = soup_session_send (client->session, message, client->cancellable, error);
  const char *location;

  if (stream == NULL)
    return FALSE;
  tried->status = soup_message_get_status (message);
  tried->wait = read_retry_after (message);
  if (SOUP_STATUS_IS_REDIRECTION (tried->status) && tried->status != SOUP_STATUS_NOT_MODIFIED) {
    location
        = soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
    tried->goes_on = g_strdup (location);
  }
  if (tried->status != SOUP_STATUS_OK)
    return TRUE;
  if (!keep_body (client, message, stream, address, path, &answer->bytes, error))
    return FALSE;
  take_validators (message, answer);
  return TRUE;
}

static gboolean
is_worth_another_try (const GError *failed)
{
  return failed->domain != DOLEN_ERROR
         && !g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         && failed->domain != G_TLS_ERROR;
}

/* The error of the last try, told with its address. */
static gboolean
give_up (const char *address, GError *failed, guint status, GError **error)
{
  if (failed != NULL
      && (failed->domain == DOLEN_ERROR
          || g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_CANCELLED))) {
    g_propagate_error (error, g_error_copy (failed));
  } else if (failed != NULL) {
    g_set_error (error, failed->domain, failed->code, _ ("%s: %s"), address, failed->message);
  } else if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN) {
    /* Translators: the address of a web page, and a number of three figures. */
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_PERMISSION_DENIED,
                 _ ("%s: The server does not let anybody read this without a key (%u)."),
                 address,
                 status);
  } else {
    /* Translators: the address of a web page, a number of three figures, and its short English
     * meaning ("Internal Server Error"). */
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_FAILED,
                 _ ("%s: The server answered %u (%s)."),
                 address,
                 status,
                 soup_status_get_phrase (status));
  }
  return FALSE;
}

/* How long to wait before the next try; negative: there is none. */
static double
next_wait (const DolenFeedClient *client, guint tries, const Try *tried, const GError *failed)
{
  if (tries + 1 >= DOLEN_FEED_TRIES || client->late
      || (failed != NULL && !is_worth_another_try (failed))
      || (failed == NULL && !may_try_again (tried->status)) || tried->wait > LONGEST_WAIT)
    return -1;
  return tried->wait >= 0 ? tried->wait : back_off (tries);
}

static gboolean
is_an_answer (guint status)
{
  return status == SOUP_STATUS_OK || status == SOUP_STATUS_NOT_MODIFIED
         || status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE;
}

/* Tries until there is an answer or a redirect. */
static gboolean
ask (DolenFeedClient *client,
     const char *address,
     const char *etag,
     const char *last_modified,
     const char *path,
     DolenFeedAnswer *answer,
     Try *tried,
     GError **error)
{
  client->late = FALSE;
  for (guint tries = 0;; tries++) {
    g_autoptr (SoupMessage) message = new_message (address, etag, last_modified);
    g_autoptr (GError) failed = NULL;
    double wait;

    if (message == NULL)
      return fail (error, DOLEN_ERROR_INVALID, address, _ ("This is not a web address."));
    *tried = (Try){ .wait = -1 };
    if (send_once (client, message, address, path, answer, tried, &failed)
        && (is_an_answer (tried->status) || tried->goes_on != NULL))
      return TRUE;
    wait = next_wait (client, tries, tried, failed);
    if (wait < 0)
      return give_up (address, failed, tried->status, error);
    if (!pause_for (client, wait, error))
      return FALSE;
  }
}

gboolean
dolen_feed_client_get (DolenFeedClient *client,
                       const char *address,
                       const char *etag,
                       const char *last_modified,
                       const char *path,
                       DolenFeedAnswer *answer,
                       GError **error)
{
  g_autofree char *at = g_strdup (address);

  *answer = (DolenFeedAnswer){ 0 };
  for (guint redirects = 0; redirects <= DOLEN_FEED_REDIRECTS; redirects++) {
    Try tried = { 0 };
    g_autofree char *goes_on = NULL, *next = NULL;

    if (!ask (client, at, etag, last_modified, path, answer, &tried, error))
      return FALSE;
    goes_on = tried.goes_on;
    if (goes_on == NULL) {
      answer->kind = tried.status == SOUP_STATUS_OK             ? DOLEN_FEED_CAME
                     : tried.status == SOUP_STATUS_NOT_MODIFIED ? DOLEN_FEED_NOT_CHANGED
                                                                : DOLEN_FEED_NOT_THERE;
      answer->address = g_steal_pointer (&at);
      return TRUE;
    }
    next = dolen_feed_address_redirect (address, at, goes_on, client->limits.allow_http, error);
    if (next == NULL)
      return FALSE;
    g_free (at);
    at = g_steal_pointer (&next);
  }
  return fail (
      error, DOLEN_ERROR_INVALID, address, _ ("The server sends us on and on to other addresses."));
}
