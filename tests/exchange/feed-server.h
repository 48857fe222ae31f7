/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A server of this process that plays feeds, in a thread of its own, on this computer alone. */

#include <libsoup/soup.h>

typedef struct {
  guint status;  /* 0: 200 */
  char *body;    /* (owned) (nullable) */
  char *type;    /* (owned) (nullable) */
  char *etag;    /* (owned) (nullable): 304 where it is asked with */
  char *header;  /* (owned) (nullable) "Name: value" */
  guint delay;   /* milliseconds before the answer */
  gboolean cut;  /* promises more bytes than it sends, and hangs up */
  gboolean drip; /* a byte now and then, and never quiet for long, for as long as anybody reads */
} FeedAnswer;

typedef struct {
  SoupServer *server;
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  char *base; /* "http://127.0.0.1:1234" */
  GMutex lock;
  GHashTable *answers; /* path and query -> GQueue of FeedAnswer; the last of them stays */
  GPtrArray *asked;    /* path and query, with "?" where it was conditional */
  GPtrArray *agents;
  guint busy, most_busy;
} FeedServer;

static inline void
feed_answer_free (gpointer data)
{
  FeedAnswer *answer = data;

  g_free (answer->body);
  g_free (answer->type);
  g_free (answer->etag);
  g_free (answer->header);
  g_free (answer);
}

static inline void
feed_queue_free (gpointer queue)
{
  g_queue_free_full (queue, feed_answer_free);
}

/* Called with the lock held: the next answer for the address, or none. */
static inline FeedAnswer *
feed_server_next (FeedServer *self, const char *where)
{
  GQueue *queue = g_hash_table_lookup (self->answers, where);
  FeedAnswer *answer = queue != NULL ? g_queue_peek_head (queue) : NULL;

  if (answer != NULL && g_queue_get_length (queue) > 1)
    return g_queue_pop_head (queue);
  if (answer == NULL)
    return NULL;
  {
    FeedAnswer *copy = g_memdup2 (answer, sizeof *answer);
    copy->body = g_strdup (answer->body);
    copy->type = g_strdup (answer->type);
    copy->etag = g_strdup (answer->etag);
    copy->header = g_strdup (answer->header);
    return copy;
  }
}

static inline void
feed_server_write (SoupServerMessage *message, const FeedAnswer *answer)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  const char *asked = soup_message_headers_get_one (
      soup_server_message_get_request_headers (message), "If-None-Match");

  if (answer->header != NULL) {
    g_auto (GStrv) parts = g_strsplit (answer->header, ": ", 2);
    soup_message_headers_append (headers, parts[0], parts[1]);
  }
  if (answer->etag != NULL)
    soup_message_headers_append (headers, "ETag", answer->etag);
  if (answer->etag != NULL && g_strcmp0 (asked, answer->etag) == 0) {
    soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
    return;
  }
  soup_server_message_set_status (
      message, answer->status > 0 ? answer->status : SOUP_STATUS_OK, NULL);
  if (answer->body != NULL)
    soup_server_message_set_response (message,
                                      answer->type != NULL ? answer->type : "application/json",
                                      SOUP_MEMORY_COPY,
                                      answer->body,
                                      strlen (answer->body));
}

/* Half of the page, and then nothing more. */
static inline void
feed_server_cut (SoupServerMessage *message, const FeedAnswer *answer)
{
  GIOStream *stream = soup_server_message_steal_connection (message);
  g_autofree char *half = g_strndup (answer->body, strlen (answer->body) / 2);
  g_autofree char *text = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                           "Content-Length: %zu\r\n\r\n%s",
                                           strlen (answer->body),
                                           half);

  g_output_stream_write_all (
      g_io_stream_get_output_stream (stream), text, strlen (text), NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
  g_object_unref (stream);
}

/* For ten seconds at most: a test that fails ends too. */
static inline void
feed_server_drip (SoupServerMessage *message)
{
  GIOStream *stream = soup_server_message_steal_connection (message);
  GOutputStream *out = g_io_stream_get_output_stream (stream);
  const char *start = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                      "Content-Length: 100000\r\n\r\n[";
  gboolean ok = g_output_stream_write_all (out, start, strlen (start), NULL, NULL, NULL);

  for (int i = 0; ok && i < 200; i++) {
    g_usleep (50 * 1000);
    ok = g_output_stream_write_all (out, " ", 1, NULL, NULL, NULL);
  }
  g_io_stream_close (stream, NULL, NULL);
  g_object_unref (stream);
}

typedef struct {
  FeedServer *self;
  SoupServerMessage *message;
  FeedAnswer *answer;
} FeedLater;

static inline gboolean
feed_server_later_cb (gpointer data)
{
  FeedLater *later = data;

  g_mutex_lock (&later->self->lock);
  later->self->busy--;
  g_mutex_unlock (&later->self->lock);
  feed_server_write (later->message, later->answer);
  soup_server_message_unpause (later->message);
  feed_answer_free (later->answer);
  g_object_unref (later->message);
  g_free (later);
  return G_SOURCE_REMOVE;
}

static inline void
feed_server_delay (FeedServer *self, SoupServerMessage *message, FeedAnswer *answer)
{
  GSource *source = g_timeout_source_new (answer->delay);
  FeedLater *later = g_new0 (FeedLater, 1);

  *later = (FeedLater){ self, g_object_ref (message), answer };
  soup_server_message_pause (message);
  g_source_set_callback (source, feed_server_later_cb, later, NULL);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

static inline void
feed_server_handle_cb (SoupServer *server,
                       SoupServerMessage *message,
                       const char *path,
                       GHashTable *query,
                       gpointer user_data)
{
  FeedServer *self = user_data;
  GUri *uri = soup_server_message_get_uri (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *asked = g_uri_get_query (uri);
  g_autofree char *where = g_strconcat (path, asked ? "?" : "", asked ? asked : "", NULL);
  FeedAnswer *answer;

  g_mutex_lock (&self->lock);
  answer = feed_server_next (self, where);
  g_ptr_array_add (
      self->asked,
      g_strconcat (
          soup_message_headers_get_one (headers, "If-None-Match") ? "304? " : "", where, NULL));
  g_ptr_array_add (self->agents, g_strdup (soup_message_headers_get_one (headers, "User-Agent")));
  self->busy += answer != NULL && answer->delay > 0;
  self->most_busy = MAX (self->most_busy, self->busy);
  g_mutex_unlock (&self->lock);
  if (answer == NULL) {
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
    return;
  }
  if (answer->delay > 0) {
    feed_server_delay (self, message, answer);
    return;
  }
  if (answer->cut)
    feed_server_cut (message, answer);
  else if (answer->drip)
    feed_server_drip (message);
  else
    feed_server_write (message, answer);
  feed_answer_free (answer);
}

static inline gpointer
feed_server_thread (gpointer data)
{
  FeedServer *self = data;

  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, feed_server_handle_cb, self, NULL);
  g_assert_true (soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
  {
    GSList *uris = soup_server_get_uris (self->server);
    char *base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
    g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
    g_mutex_lock (&self->lock);
    self->base = base;
    g_mutex_unlock (&self->lock);
  }
  g_main_loop_run (self->loop);
  soup_server_disconnect (self->server);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_clear_object (&self->server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static inline FeedServer *
feed_server_new (void)
{
  FeedServer *self = g_new0 (FeedServer, 1);
  gboolean ready = FALSE;

  /* The desktop's settings of a proxy are not there in a test. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_mutex_init (&self->lock);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, feed_queue_free);
  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->agents = g_ptr_array_new_with_free_func (g_free);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("feed-server", feed_server_thread, self);
  while (!ready) {
    g_usleep (1000);
    g_mutex_lock (&self->lock);
    ready = self->base != NULL;
    g_mutex_unlock (&self->lock);
  }
  return self;
}

static inline void
feed_server_free (FeedServer *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->answers);
  g_ptr_array_unref (self->asked);
  g_ptr_array_unref (self->agents);
  g_mutex_clear (&self->lock);
  g_free (self->base);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FeedServer, feed_server_free)

/* What @where ("/services?page=2") answers; several one after the other, the last from then on. The
 * texts of @answer are copied; "BASE" in its body becomes the server's address. */
static inline void
feed_server_play (FeedServer *self, const char *where, const FeedAnswer *answer)
{
  FeedAnswer *copy = g_memdup2 (answer, sizeof *answer);
  GQueue *queue;

  if (answer->body != NULL) {
    g_auto (GStrv) parts = g_strsplit (answer->body, "BASE", -1);
    copy->body = g_strjoinv (self->base, parts);
  }
  copy->type = g_strdup (answer->type);
  copy->etag = g_strdup (answer->etag);
  copy->header = g_strdup (answer->header);
  g_mutex_lock (&self->lock);
  queue = g_hash_table_lookup (self->answers, where);
  if (queue == NULL) {
    queue = g_queue_new ();
    g_hash_table_insert (self->answers, g_strdup (where), queue);
  }
  g_queue_push_tail (queue, copy);
  g_mutex_unlock (&self->lock);
}

/* From now on nothing is played there any more. */
static inline void
feed_server_silence (FeedServer *self, const char *where)
{
  g_mutex_lock (&self->lock);
  g_hash_table_remove (self->answers, where);
  g_mutex_unlock (&self->lock);
}

static inline void
feed_server_say (FeedServer *self, const char *where, const char *body)
{
  feed_server_play (self, where, &(FeedAnswer){ .body = (char *) body });
}

static inline guint
feed_server_count (FeedServer *self, const char *where)
{
  guint n = 0;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->asked->len; i++)
    n += g_strcmp0 (self->asked->pdata[i], where) == 0;
  g_mutex_unlock (&self->lock);
  return n;
}
