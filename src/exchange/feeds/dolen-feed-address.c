/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-feed-address.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

static gboolean
is_this_computer (const char *host)
{
  return host != NULL
         && (strcmp (host, "localhost") == 0 || strcmp (host, "127.0.0.1") == 0
             || strcmp (host, "::1") == 0);
}

static gboolean
refuse (GError **error, DolenError code, const char *why, const char *address)
{
  g_set_error (error, DOLEN_ERROR, code, "%s: %s", address, why);
  return FALSE;
}

static gboolean
is_allowed (GUri *uri, gboolean allow_http, const char *text, GError **error)
{
  const char *scheme = g_uri_get_scheme (uri), *host = g_uri_get_host (uri);

  if (strcmp (scheme, "https") != 0 && strcmp (scheme, "http") != 0)
    return refuse (
        error, DOLEN_ERROR_NOT_ALLOWED, _ ("Only addresses that begin with https are read."), text);
  if (host == NULL || host[0] == 0)
    return refuse (error, DOLEN_ERROR_INVALID, _ ("This is not a web address."), text);
  if (g_uri_get_userinfo (uri) != NULL)
    return refuse (error,
                   DOLEN_ERROR_NOT_ALLOWED,
                   _ ("An address with a name or password in it is not read."),
                   text);
  if (strcmp (scheme, "http") == 0 && !allow_http && !is_this_computer (host))
    return refuse (error,
                   DOLEN_ERROR_NOT_ALLOWED,
                   _ ("This address is not encrypted (http): anybody on the way could read and "
                      "change what comes. Use its https address, or allow it for this feed."),
                   text);
  return TRUE;
}

static char *
without_fragment (GUri *uri)
{
  g_autoptr (GUri) plain = g_uri_build (SOUP_HTTP_URI_FLAGS,
                                        g_uri_get_scheme (uri),
                                        NULL,
                                        g_uri_get_host (uri),
                                        g_uri_get_port (uri),
                                        g_uri_get_path (uri),
                                        g_uri_get_query (uri),
                                        NULL);

  return g_uri_to_string (plain);
}

char *
dolen_feed_address_check (const char *text, gboolean allow_http, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *whole = strstr (stripped, "://") != NULL
                               ? g_strdup (stripped)
                               : g_strconcat ("https://", stripped, NULL);
  g_autoptr (GUri) uri = g_uri_parse (whole, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL) {
    refuse (error, DOLEN_ERROR_INVALID, _ ("This is not a web address."), text);
    return NULL;
  }
  return is_allowed (uri, allow_http, text, error) ? without_fragment (uri) : NULL;
}

/* The query without the parameter, and without "&" at its ends. */
static char *
query_without (const char *query, const char *name)
{
  g_auto (GStrv) pairs = g_strsplit (query != NULL ? query : "", "&", -1);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autofree char *start = g_strconcat (name, "=", NULL);

  for (guint i = 0; pairs[i] != NULL; i++)
    if (pairs[i][0] != 0 && !g_str_has_prefix (pairs[i], start))
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? "&" : "", pairs[i]);
  return g_strdup (kept->str);
}

static char *
with_query (const char *address, const char *path, const char *query)
{
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) changed = NULL;

  g_return_val_if_fail (uri != NULL, NULL);
  changed = g_uri_build (SOUP_HTTP_URI_FLAGS,
                         g_uri_get_scheme (uri),
                         NULL,
                         g_uri_get_host (uri),
                         g_uri_get_port (uri),
                         path != NULL ? path : g_uri_get_path (uri),
                         query,
                         NULL);
  return g_uri_to_string (changed);
}

static char *
get_query (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL ? g_strdup (g_uri_get_query (uri)) : NULL;
}

static char *
get_path (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL ? g_strdup (g_uri_get_path (uri)) : g_strdup ("");
}

char *
dolen_feed_address_with (const char *list, const char *name, guint number)
{
  g_autofree char *query = get_query (list);
  g_autofree char *kept = query_without (query, name);
  g_autofree char *whole
      = g_strdup_printf ("%s%s%s=%u", kept, kept[0] != 0 ? "&" : "", name, number);

  return with_query (list, NULL, whole);
}

gint64
dolen_feed_address_get (const char *address, const char *name)
{
  g_autofree char *query = get_query (address);
  g_auto (GStrv) pairs = g_strsplit (query != NULL ? query : "", "&", -1);
  g_autofree char *start = g_strconcat (name, "=", NULL);
  guint64 number = 0;

  for (guint i = 0; pairs[i] != NULL; i++)
    if (g_str_has_prefix (pairs[i], start)
        && g_ascii_string_to_unsigned (pairs[i] + strlen (start), 10, 0, G_MAXINT32, &number, NULL))
      return (gint64) number;
  return -1;
}

char *
dolen_feed_address_below (const char *list, const char *part)
{
  g_autofree char *path = get_path (list);
  g_autofree char *escaped = g_uri_escape_string (part, NULL, FALSE);
  g_autofree char *whole = NULL;

  if (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = 0;
  whole = g_strconcat (path, "/", escaped, NULL);
  return with_query (list, whole, NULL);
}

char *
dolen_feed_address_detail (const char *list, const char *id)
{
  g_autofree char *path = get_path (list);
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);
  g_autofree char *whole = NULL;

  if (!g_str_has_suffix (path, ".json"))
    return dolen_feed_address_below (list, id);
  path[strlen (path) - strlen (".json")] = 0;
  whole = g_strconcat (path, "/", escaped, ".json", NULL);
  return with_query (list, whole, NULL);
}

gboolean
dolen_feed_address_ends_in (const char *address, const char *part)
{
  g_autofree char *path = get_path (address);
  g_autofree char *last = NULL;

  if (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = 0;
  last = g_path_get_basename (path);
  return strcmp (last, part) == 0;
}

char *
dolen_feed_address_next (const char *from, const char *next, GError **error)
{
  g_autoptr (GUri) base = g_uri_parse (from, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) uri
             = base != NULL ? g_uri_parse_relative (base, next, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL) {
    refuse (error, DOLEN_ERROR_INVALID, _ ("This is not a web address."), next);
    return NULL;
  }
  if (g_strcmp0 (g_uri_get_host (uri), g_uri_get_host (base)) != 0
      || (strcmp (g_uri_get_scheme (uri), g_uri_get_scheme (base)) != 0
          && strcmp (g_uri_get_scheme (uri), "https") != 0)) {
    refuse (error,
            DOLEN_ERROR_NOT_ALLOWED,
            _ ("The feed goes on at an address of another computer, which is not read."),
            next);
    return NULL;
  }
  return without_fragment (uri);
}

/* An address of version 4 in the clothes of version 6 (::ffff:127.0.0.1) is undressed. */
static GInetAddress *
parse_number (const char *host)
{
  static const guint8 mapped[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  g_autofree char *plain = g_strndup (host, strcspn (host, "%"));
  GInetAddress *address = g_inet_address_new_from_string (plain);
  const guint8 *bytes;
  GInetAddress *inner;

  if (address == NULL || g_inet_address_get_family (address) != G_SOCKET_FAMILY_IPV6)
    return address;
  bytes = g_inet_address_to_bytes (address);
  if (memcmp (bytes, mapped, sizeof mapped) != 0)
    return address;
  inner = g_inet_address_new_from_bytes (bytes + sizeof mapped, G_SOCKET_FAMILY_IPV4);
  g_object_unref (address);
  return inner;
}

/* fc00::/7 (RFC 4193), for which GIO has no word. */
static gboolean
is_unique_local (GInetAddress *address)
{
  return g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6
         && (g_inet_address_to_bytes (address)[0] & 0xfe) == 0xfc;
}

/* This computer, or what only it and its neighbours reach. */
static gboolean
is_near (const char *address)
{
  g_autofree char *host = dolen_feed_address_host (address);
  g_autofree char *lower = g_ascii_strdown (host, -1);
  g_autoptr (GInetAddress) number = parse_number (lower);

  if (number != NULL)
    return g_inet_address_get_is_loopback (number) || g_inet_address_get_is_any (number)
           || g_inet_address_get_is_link_local (number) || g_inet_address_get_is_site_local (number)
           || is_unique_local (number);
  if (g_str_has_suffix (lower, "."))
    lower[strlen (lower) - 1] = 0;
  return strcmp (lower, "localhost") == 0 || g_str_has_suffix (lower, ".localhost");
}

char *
dolen_feed_address_redirect (
    const char *feed, const char *from, const char *location, gboolean allow_http, GError **error)
{
  g_autofree char *whole = g_uri_resolve_relative (from, location, SOUP_HTTP_URI_FLAGS, NULL);
  g_autofree char *next
      = dolen_feed_address_check (whole != NULL ? whole : location, allow_http, error);

  if (next == NULL)
    return NULL;
  if (is_near (next) && !is_near (feed)) {
    refuse (error,
            DOLEN_ERROR_NOT_ALLOWED,
            _ ("The server sends us on to this computer or its own network, which is not read."),
            next);
    return NULL;
  }
  if (g_str_has_prefix (from, "https:") && !g_str_has_prefix (next, "https:")) {
    refuse (error,
            DOLEN_ERROR_NOT_ALLOWED,
            _ ("The server sends us on from https to http, where anybody on the way could read and "
               "change what comes."),
            next);
    return NULL;
  }
  return g_steal_pointer (&next);
}

char *
dolen_feed_address_host (const char *address)
{
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  return g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : "");
}
