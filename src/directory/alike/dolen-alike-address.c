/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike-address.h"

#include <string.h>

#define FACEBOOK "facebook.com"
#define FACEBOOK_DIGITS 9 /* at least, of a page's number */

static GUri *
parse (const char *url)
{
  g_autofree char *full
      = strstr (url, "://") == NULL ? g_strconcat ("https://", url, NULL) : g_strdup (url);

  return g_uri_parse (full, G_URI_FLAGS_NONE, NULL);
}

/* The value of one field of the query: (transfer full) (nullable). */
static char *
query_value (GUri *uri, const char *name)
{
  const char *query = g_uri_get_query (uri);
  g_autoptr (GHashTable) values
             = query != NULL ? g_uri_parse_params (query, -1, "&", G_URI_PARAMS_NONE, NULL) : NULL;

  return values != NULL ? g_strdup (g_hash_table_lookup (values, name)) : NULL;
}

/* (transfer full) (nullable) */
static char *
host_of (GUri *uri)
{
  g_autofree char *lower = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return NULL;
  lower = g_ascii_strdown (g_uri_get_host (uri), -1);
  if (g_str_has_suffix (lower, "." FACEBOOK) || g_str_equal (lower, "fb.com"))
    return g_strdup (FACEBOOK);
  return g_strdup (g_str_has_prefix (lower, "www.") ? lower + strlen ("www.") : lower);
}

/* "l.facebook.com/l.php?u=..." is what stands there when somebody copies a link from a page. */
static GUri *
parse_unwrapped (const char *url)
{
  GUri *uri = parse (url);
  g_autofree char *host = host_of (uri);
  g_autofree char *inner = NULL;

  if (g_strcmp0 (host, FACEBOOK) != 0 || g_strcmp0 (g_uri_get_path (uri), "/l.php") != 0)
    return uri;
  inner = query_value (uri, "u");
  if (inner == NULL)
    return uri;
  g_uri_unref (uri);
  return parse (inner);
}

/* (transfer full) (nullable): the number at the end of "/profile.php?id=1...", "/people/Name/1..."
 * and "/p/Name-1...", which are one page. */
static char *
facebook_number (GUri *uri)
{
  const char *path = g_uri_get_path (uri);
  g_autofree char *number = NULL;
  gsize length = strlen (path), n = 0;

  if (g_str_equal (path, "/profile.php"))
    number = query_value (uri, "id");
  if (g_str_equal (path, "/profile.php"))
    return number != NULL ? g_strconcat ("/", number, NULL) : g_strdup ("");
  if (!g_str_has_prefix (path, "/people/") && !g_str_has_prefix (path, "/p/"))
    return NULL;
  while (length > 0 && path[length - 1] == '/')
    length--;
  while (n < length && g_ascii_isdigit (path[length - 1 - n]))
    n++;
  number = g_strndup (path + length - n, n);
  return n >= FACEBOOK_DIGITS ? g_strconcat ("/", number, NULL) : NULL;
}

char *
dolen_alike_url_key (const char *url, char **host)
{
  g_autoptr (GUri) uri = url != NULL ? parse_unwrapped (url) : NULL;
  g_autofree char *name = host_of (uri);
  g_autofree char *path = NULL;

  *host = NULL;
  if (name == NULL)
    return NULL;
  path = g_str_equal (name, FACEBOOK) ? facebook_number (uri) : NULL;
  if (path == NULL)
    path = g_ascii_strdown (g_uri_get_path (uri), -1);
  while (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  *host = g_strdup (name);
  return g_strconcat (name, path, NULL);
}
