/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-feed.h"

#include "base/dolen-error.h"
#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "directory/dolen-feed-sources.h"
#include "exchange/feeds/dolen-feed-address.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HOUR (G_GINT64_CONSTANT (60) * 60 * 1000)

static const char *const every_codes[] = { "asked", "daily", "weekly" };

void
dolen_feed_settings_read (DolenFeedSettings *settings, const char *json)
{
  json_object *root = json != NULL ? json_tokener_parse (json) : NULL;
  g_autofree char *every = dolen_json_get_line (root, "every");

  *settings = (DolenFeedSettings){ 0 };
  settings->list = dolen_json_get_line (root, "list");
  settings->allow_http = dolen_json_get_flag (root, "http");
  for (guint i = 0; i < G_N_ELEMENTS (every_codes); i++)
    if (g_strcmp0 (every, every_codes[i]) == 0)
      settings->every = (DolenFeedEvery) i;
  json_object_put (root);
}

char *
dolen_feed_settings_write (const DolenFeedSettings *settings, const char *before)
{
  json_object *root = before != NULL ? json_tokener_parse (before) : NULL;
  char *json;

  if (!json_object_is_type (root, json_type_object)) {
    json_object_put (root);
    root = json_object_new_object ();
  }
  if (settings->list != NULL)
    json_object_object_add (root, "list", json_object_new_string (settings->list));
  else
    json_object_object_del (root, "list");
  json_object_object_add (root, "http", json_object_new_boolean (settings->allow_http));
  json_object_object_add (root, "every", json_object_new_string (every_codes[settings->every]));
  json = g_strdup (json_object_to_json_string_ext (
      root, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (root);
  return json;
}

void
dolen_feed_settings_clear (DolenFeedSettings *settings)
{
  g_clear_pointer (&settings->list, g_free);
}

gboolean
dolen_feed_is (const DolenSource *source)
{
  return g_strcmp0 (source->kind, "feed") == 0 && source->address != NULL;
}

/* A little less than the whole, so that the hour of the day does not move on with each reading. */
gboolean
dolen_feed_is_due (const DolenSource *source, gint64 now)
{
  g_auto (DolenFeedSettings) settings = { 0 };
  gint64 hours;

  if (!dolen_feed_is (source))
    return FALSE;
  dolen_feed_settings_read (&settings, source->settings);
  hours = settings.every == DOLEN_FEED_DAILY    ? 20
          : settings.every == DOLEN_FEED_WEEKLY ? 7 * 24 - 4
                                                : 0;
  return hours > 0 && now - source->refreshed_at >= hours * HOUR;
}

static gboolean
refuse (GError **error, DolenError code, const char *why)
{
  g_set_error_literal (error, DOLEN_ERROR, code, why);
  return FALSE;
}

/* @same: (out) (transfer full) (nullable): a source of files of that name. */
static gboolean
find_room (
    DolenDirectory *dir, const char *name, const char *address, DolenSource **same, GError **error)
{
  g_autoptr (GPtrArray) sources = dolen_directory_list_sources (dir, error);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  if (sources == NULL)
    return FALSE;
  for (guint i = 0; i < sources->len; i++) {
    const DolenSource *source = sources->pdata[i];
    g_autofree char *folded = g_utf8_casefold (source->name, -1);
    gboolean named = strcmp (folded, wanted) == 0;

    if (dolen_feed_is (source) && named)
      return refuse (error, DOLEN_ERROR_CONSTRAINT, _ ("There is a feed of that name already."));
    if (dolen_feed_is (source) && g_strcmp0 (source->address, address) == 0)
      return refuse (
          error, DOLEN_ERROR_CONSTRAINT, _ ("The feed at this address is there already."));
    if (named)
      *same = dolen_source_copy (source);
  }
  return TRUE;
}

static void
write_settings (DolenSource *source, const DolenFeedSettings *settings)
{
  g_autofree char *before = g_steal_pointer (&source->settings);

  source->settings = dolen_feed_settings_write (settings, before);
}

char *
dolen_feed_add (DolenDirectory *dir,
                const char *name,
                const char *address,
                const DolenFeedSettings *settings,
                const char *who,
                GError **error)
{
  static const DolenFeedSettings none;
  g_autofree char *clean = dolen_text_clean_line (name);
  g_autofree char *checked
      = dolen_feed_address_check (address, settings != NULL && settings->allow_http, error);
  g_autoptr (DolenSource) source = NULL;

  if (checked == NULL)
    return NULL;
  if (clean == NULL) {
    refuse (error, DOLEN_ERROR_INVALID, _ ("The feed has no name yet."));
    return NULL;
  }
  if (!find_room (dir, clean, checked, &source, error))
    return NULL;
  if (source == NULL) {
    g_autofree char *folded = g_utf8_casefold (clean, -1);
    source = dolen_source_new ();
    source->uid = dolen_id_for_foreign ("dolen", "source", folded);
    source->name = g_strdup (clean);
  }
  g_free (source->address);
  source->address = g_steal_pointer (&checked);
  g_free (source->kind);
  source->kind = g_strdup ("feed");
  write_settings (source, settings != NULL ? settings : &none);
  return dolen_directory_put_source (dir, source, "add-source", who, error) ? g_strdup (source->uid)
                                                                            : NULL;
}

gboolean
dolen_feed_set_every (DolenDirectory *dir,
                      const char *source_uid,
                      DolenFeedEvery every,
                      GError **error)
{
  g_autoptr (DolenSource) source = dolen_directory_get_source (dir, source_uid, error);
  g_auto (DolenFeedSettings) settings = { 0 };

  if (source == NULL)
    return FALSE;
  dolen_feed_settings_read (&settings, source->settings);
  settings.every = every;
  write_settings (source, &settings);
  return dolen_directory_put_source (dir, source, NULL, NULL, error);
}
