/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/sources/dolen-source-lines.h"

#include "base/dolen-time.h"
#include "exchange/feeds/dolen-feed-address.h"
#include "exchange/feeds/dolen-feed.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <json-c/json.h>

#define IMPORTS 10

void
dolen_source_line_free (DolenSourceLine *line)
{
  if (line == NULL)
    return;
  dolen_source_free (line->source);
  g_clear_pointer (&line->imports, g_ptr_array_unref);
  g_free (line);
}

static DolenSourceLine *
read_line (DolenDirectory *directory, const DolenSource *source, GError **error)
{
  g_autoptr (DolenSourceLine) line = g_new0 (DolenSourceLine, 1);

  line->source = dolen_source_copy (source);
  if (!dolen_directory_count_source (directory, source->uid, &line->counts, error))
    return NULL;
  line->imports = dolen_directory_list_imports (directory, source->uid, IMPORTS, error);
  return line->imports != NULL ? g_steal_pointer (&line) : NULL;
}

GPtrArray *
dolen_source_lines_read (DolenDirectory *directory, GError **error)
{
  g_autoptr (GPtrArray) sources = dolen_directory_list_sources (directory, error);
  g_autoptr (GPtrArray) lines
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_source_line_free);

  if (sources == NULL)
    return NULL;
  for (guint i = 0; i < sources->len; i++) {
    DolenSourceLine *line = read_line (directory, g_ptr_array_index (sources, i), error);
    if (line == NULL)
      return NULL;
    g_ptr_array_add (lines, line);
  }
  return g_steal_pointer (&lines);
}

static void
add (GPtrArray *parts, char *text)
{
  g_ptr_array_add (parts, text);
}

static char *
day_of (gint64 instant)
{
  g_autofree char *date = dolen_date_of_instant (instant);

  return dolen_format_date (dolen_language_current (), date);
}

static char *
origin_of (const DolenSource *source)
{
  g_autofree char *host = NULL;

  if (!dolen_feed_is (source))
    return g_strdup (_ ("From files"));
  host = dolen_feed_address_host (source->address);
  /* Translators: the name of a computer ("opendata.example.org"). */
  return g_strdup_printf (_ ("Feed at %s"), host);
}

static char *
last_read (const DolenSource *source)
{
  gint64 at = MAX (source->refreshed_at, source->last_import_at);
  g_autofree char *day = NULL;

  if (at == 0)
    return g_strdup (_ ("Not read yet"));
  day = day_of (at);
  /* Translators: a date. */
  return g_strdup_printf (_ ("Last read: %s"), day);
}

char *
dolen_source_line_facts (const DolenSourceLine *line)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add (parts, origin_of (line->source));
  add (parts, last_read (line->source));
  /* Translators: a count of services of a source. */
  add (parts, g_strdup_printf (_ ("Services: %u"), line->counts.services));
  if (line->counts.gone > 0)
    /* Translators: a count of services that were in a feed and are not any more. */
    add (parts, g_strdup_printf (_ ("Not in it any more: %u"), line->counts.gone));
  if (line->counts.clashes > 0)
    /* Translators: a count of facts that were edited here and that the feed has changed since. */
    add (parts, g_strdup_printf (_ ("Clashes: %u"), line->counts.clashes));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static guint
count_of (json_object *report, const char *key)
{
  json_object *services = json_object_object_get (report, "services");

  return (guint) json_object_get_int (json_object_object_get (services, key));
}

char *
dolen_source_line_import (const DolenImportEntry *entry)
{
  json_object *report = entry->report != NULL ? json_tokener_parse (entry->report) : NULL;
  /* Translators: what an import brought: counts of services. */
  char *text = g_strdup_printf (
      _ ("New: %u; changed: %u"), count_of (report, "added"), count_of (report, "changed"));

  json_object_put (report);
  return text;
}
