/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-feed.h"

#include <glib/gi18n-lib.h>
#include <json-c/json.h>

static void
add_number (json_object *root, const char *key, gint64 number)
{
  json_object_object_add (root, key, json_object_new_int64 (number));
}

static void
add_flag (json_object *root, const char *key, gboolean flag)
{
  json_object_object_add (root, key, json_object_new_boolean (flag));
}

char *
dolen_feed_report_to_json (const DolenFeedReport *report)
{
  json_object *root = json_object_new_object ();
  char *text;

  add_flag (root, "unchanged", report->unchanged);
  add_flag (root, "complete", report->complete);
  add_flag (root, "shrunk", report->shrunk);
  add_flag (root, "resumed", report->resumed);
  add_number (root, "pages", report->pages);
  add_number (root, "records", report->records);
  if (report->total >= 0)
    add_number (root, "total", report->total);
  add_number (root, "details", report->details);
  add_number (root, "failed", report->failed);
  if (report->import != NULL) {
    g_autofree char *import = dolen_import_report_to_json (report->import);
    json_object_object_add (root, "import", json_tokener_parse (import));
    add_number (root, "gone", report->import->gone);
  }
  text = g_strdup (json_object_to_json_string_ext (
      root, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (root);
  return text;
}

static void G_GNUC_PRINTF (2, 3) say (GString *text, const char *format, ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static void
say_import (GString *text, const DolenImportReport *import)
{
  /* Translators: counts of services in a feed. */
  say (text,
       _ ("Services – new: %u; changed: %u; as they were: %u."),
       import->services.added,
       import->services.changed,
       import->services.unchanged);
  if (import->gone > 0)
    /* Translators: a count of services. */
    say (text, _ ("Not in the feed any more: %u. They are marked, not deleted."), import->gone);
  if (import->services.rejected > 0)
    /* Translators: a count of records. */
    say (text, _ ("Records that could not be read: %u."), import->services.rejected);
}

/* Why nothing was marked as gone. */
static void
say_why_not_whole (GString *text, const DolenFeedReport *report)
{
  if (report->complete)
    return;
  if (report->shrunk)
    say (text, "%s", dolen_import_shrunk_sentence ());
  else if (report->total > report->records)
    /* Translators: two counts of records. */
    say (text,
         _ ("Not all of the feed came (%u of %u), so nothing was marked as gone."),
         report->records,
         (guint) report->total);
  else
    say (text, "%s", _ ("Not all of the feed came, so nothing was marked as gone."));
}

char *
dolen_feed_report_sentences (const DolenFeedReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (report->unchanged && !report->complete)
    /* Translators: "it" is a feed (ffrwd, fem.). */
    say (text, "%s", _ ("What came of it is as it was."));
  else if (report->unchanged)
    say (text, "%s", _ ("Nothing has changed since the last reading."));
  else if (report->import != NULL)
    say_import (text, report->import);
  if (report->failed > 0)
    /* Translators: a count of records. */
    say (text, _ ("Records that did not come: %u. What was known of them stands."), report->failed);
  say_why_not_whole (text, report);
  return g_strdup (text->str);
}
