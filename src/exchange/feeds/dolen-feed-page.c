/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-feed-page.h"

#include "exchange/dolen-dialect.h"
#include "exchange/dolen-read.h"
#include "format/dolen-json-stream.h"
#include "format/dolen-json-value.h"

#include <string.h>

#define NAMES 5

gboolean
dolen_feed_record_is_rich (json_object *record)
{
  static const char *const parts[]
      = { "service_at_locations", "locations",  "contacts",          "schedules",
          "regular_schedules",    "phones",     "languages",         "cost_options",
          "service_areas",        "attributes", "service_taxonomys", "eligibilitys",
          "eventSchedule",        "location" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (dolen_json_length (dolen_json_get (record, parts[i])) > 0)
      return TRUE;
  return FALSE;
}

/* FNV-1a: the order counts too. */
static void
add_to_print (DolenFeedPage *page, const char *text)
{
  for (; *text != 0; text++)
    page->print = (page->print ^ (guint8) *text) * G_GUINT64_CONSTANT (1099511628211);
}

static void
take_record (DolenFeedPage *page, const DolenJsonItem *item)
{
  g_autoptr (GPtrArray) keys = dolen_read_keys (item->value, item->container);
  gboolean deleted = FALSE;
  json_object *record = dolen_dialect_unwrap (item->value, &deleted);
  g_autofree char *id = dolen_json_get_line (item->value, "id");
  g_autofree char *name = dolen_json_get_line (record, "name");
  gboolean service = FALSE;

  page->is_rpde |= deleted || record != item->value;
  for (guint i = 0; i < keys->len; i++)
    service |= strcmp (((DolenRecordKey *) keys->pdata[i])->kind, "service") == 0;
  page->services += service;
  page->rich |= record != NULL && dolen_feed_record_is_rich (record);
  add_to_print (page, id != NULL ? id : dolen_json_normal (item->value, NULL));
  if (name != NULL && page->names->len < NAMES)
    g_ptr_array_add (page->names, g_steal_pointer (&name));
  if (service && id != NULL && keys->len > 0)
    g_ptr_array_add (page->ids, g_steal_pointer (&id));
}

static gint64
number_of (DolenJsonStream *stream, const char *const *keys)
{
  for (; *keys != NULL; keys++) {
    const char *text = dolen_json_stream_envelope (stream, *keys);
    guint64 number;

    if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &number, NULL))
      return (gint64) number;
  }
  return -1;
}

static char *
text_of (DolenJsonStream *stream, const char *const *keys)
{
  for (; *keys != NULL; keys++) {
    const char *text = dolen_json_stream_envelope (stream, *keys);
    if (text != NULL && text[0] != 0 && strcmp (text, "null") != 0)
      return g_strdup (text);
  }
  return NULL;
}

static void
take_envelope (DolenFeedPage *page, DolenJsonStream *stream)
{
  static const char *const items[]
      = { "total_items", "total_elements", "total_count", "total_records", "total", "count", NULL };
  static const char *const pages[] = { "total_pages", "page_count", "last_page_number", NULL };
  static const char *const number[] = { "page_number", "number", "page", "current_page", NULL };
  static const char *const offset[] = { "offset", "start_index", NULL };
  static const char *const last[] = { "last_page", "last", "is_last", NULL };
  static const char *const next[] = { "next_url", "next", "next_page_url", "next_page", NULL };
  g_autofree char *is_last = text_of (stream, last);

  page->total_items = number_of (stream, items);
  page->total_pages = number_of (stream, pages);
  page->number = number_of (stream, number);
  page->offset = number_of (stream, offset);
  page->last = g_strcmp0 (is_last, "true") == 0 ? 1 : g_strcmp0 (is_last, "false") == 0 ? 0 : -1;
  page->next = text_of (stream, next);
  /* A number is not where to go on: "next_page": 2 is known without it. */
  if (page->next != NULL && strspn (page->next, "0123456789") == strlen (page->next))
    g_clear_pointer (&page->next, g_free);
  page->is_envelope = page->total_items >= 0 || page->total_pages >= 0 || page->number >= 0
                      || page->offset >= 0 || page->last >= 0 || page->next != NULL;
}

gboolean
dolen_feed_page_read (DolenFeedPage *page,
                      const char *path,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (DolenJsonStream) stream = dolen_json_stream_new (&path, 1);
  DolenJsonItem item;

  *page = (DolenFeedPage){ .print = G_GUINT64_CONSTANT (14695981039346656037) };
  page->ids = g_ptr_array_new_with_free_func (g_free);
  page->names = g_ptr_array_new_with_free_func (g_free);
  do {
    if (!dolen_json_stream_next (stream, &item, cancellable, error))
      return FALSE;
    page->records += item.kind != DOLEN_JSON_END;
    if (item.kind == DOLEN_JSON_RECORD)
      take_record (page, &item);
  } while (item.kind != DOLEN_JSON_END);
  take_envelope (page, stream);
  return TRUE;
}

void
dolen_feed_page_clear (DolenFeedPage *page)
{
  g_clear_pointer (&page->ids, g_ptr_array_unref);
  g_clear_pointer (&page->names, g_ptr_array_unref);
  g_clear_pointer (&page->next, g_free);
}
