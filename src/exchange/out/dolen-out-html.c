/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-values.h"
#include "exchange/out/dolen-out-writer.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-sentences.h"
#include "exchange/out/dolen-out-file.h"
#include "language/dolen-calendar.h"
#include "language/dolen-collation.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The page that people read where the others are for programs: one file, no script, nothing that is
 * fetched from elsewhere. */

typedef struct {
  char *town; /* (nullable) as given; they stand together */
  char *town_cy, *town_en;
  char *name; /* to sort by */
  char *markup;
} Item;

typedef struct {
  DolenOutWriter parent;
  char *path;                      /* (owned) */
  char *today;                     /* (owned) */
  const DolenPublisher *publisher; /* (nullable) */
  GPtrArray *items;                /* Item */
} Html;

/* By which a page of ours is known. */
#define MARK "<meta name=\"generator\" content=\"Dolen\">\n"

static const char head[]
    = "<!DOCTYPE html>\n<html lang=\"cy\">\n<head>\n<meta charset=\"utf-8\">\n" MARK
      "<meta name=\"viewport\" content=\"width=device-width\">\n"
      "<meta http-equiv=\"Content-Security-Policy\""
      " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<style>\n"
      "body { font: 1.1rem/1.5 sans-serif; max-width: 42rem; margin: 0 auto; padding: 1rem;"
      " overflow-wrap: anywhere; color-scheme: light dark }\n"
      "ul { list-style: none; padding: 0 }\nli { margin: 1.5rem 0 }\n"
      "h2 { font-size: 1.4rem; margin: 2rem 0 0 }\nh3 { font-size: 1.2rem; margin: 0 }\n"
      "p { margin: 0 }\nnav li { display: inline-block; margin: 0 1rem 0 0 }\n</style>\n";

/* So much of what they say of themselves. */
#define DESCRIPTION 300

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->town);
  g_free (item->town_cy);
  g_free (item->town_en);
  g_free (item->name);
  g_free (item->markup);
  g_free (item);
}

/* ---- one group ---- */

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* <tag>in Welsh · in English</tag>, each marked as what it is; nothing where neither is there. */
static void
append_both (GString *out, const char *tag, const char *cy, const char *en)
{
  gboolean is_cy = !dolen_text_is_empty (cy);
  gboolean is_en = !dolen_text_is_empty (en) && g_strcmp0 (cy, en) != 0;

  if (!is_cy && !is_en)
    return;
  g_string_append_printf (out, "<%s>", tag);
  if (is_cy)
    append_escaped (out, cy);
  if (is_cy && is_en)
    g_string_append (out, " · ");
  if (is_en) {
    g_string_append (out, "<span lang=\"en\">");
    append_escaped (out, en);
    g_string_append (out, "</span>");
  }
  g_string_append_printf (out, "</%s>\n", tag);
}

static void
append_link (GString *out, const char *scheme, const char *to, const char *words)
{
  if (dolen_text_is_empty (to))
    return;
  g_string_append (out, "<p><a href=\"");
  g_string_append (out, scheme);
  append_escaped (out, to);
  g_string_append (out, "\">");
  append_escaped (out, words);
  g_string_append (out, "</a></p>\n");
}

/* What is no address of the web would be followed as something else. */
static gboolean
is_web (const char *url)
{
  return url != NULL
         && (g_ascii_strncasecmp (url, "https://", 8) == 0
             || g_ascii_strncasecmp (url, "http://", 7) == 0);
}

static void
append_places (GString *out, const DolenService *service)
{
  for (guint i = 0; i < service->venues->len; i++) {
    const DolenVenue *venue = service->venues->pdata[i];
    const char *name = dolen_bilingual_get (&venue->name, DOLEN_LANGUAGE_CY);
    const char *const parts[] = { name, venue->city, venue->postcode };
    g_autoptr (GString) line = g_string_new (NULL);

    for (gsize k = 0; k < G_N_ELEMENTS (parts); k++)
      if (!dolen_text_is_empty (parts[k]))
        g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", parts[k]);
    append_both (out, "p", line->str, NULL);
  }
}

/* "Cost: £3", in both. @label: a msgid; @cy, @en: taken. */
static void
append_fact (GString *out, const char *label, char *cy, char *en)
{
  g_autofree char *said_cy = g_strdup_printf ("%s: %s", dolen_text (DOLEN_LANGUAGE_CY, label), cy);
  g_autofree char *said_en = g_strdup_printf ("%s: %s", dolen_text (DOLEN_LANGUAGE_EN, label), en);

  append_both (out, "p", *cy != '\0' ? said_cy : NULL, *en != '\0' ? said_en : NULL);
  g_free (cy);
  g_free (en);
}

/* What it costs, for what ages it is, and in which languages. */
static void
append_facts (GString *out, const DolenService *service)
{
  const DolenLanguage cy = DOLEN_LANGUAGE_CY, en = DOLEN_LANGUAGE_EN;

  append_fact (out,
               N_ ("Cost"),
               dolen_sentence_costs (cy, service->costs, service->fees),
               dolen_sentence_costs (en, service->costs, service->fees));
  append_fact (
      out, N_ ("For whom"), dolen_sentence_whom (cy, service), dolen_sentence_whom (en, service));
  append_fact (out,
               N_ ("Languages"),
               dolen_sentence_languages (cy, service->languages),
               dolen_sentence_languages (en, service->languages));
}

/* (transfer full) (nullable): its beginning, to the end of a word. */
static char *
begin_of (const char *text)
{
  g_autofree char *begin = NULL;
  char *blank;

  if (text == NULL || g_utf8_strlen (text, -1) <= DESCRIPTION)
    return g_strdup (text);
  begin = g_utf8_substring (text, 0, DESCRIPTION);
  blank = strrchr (begin, ' ');
  if (blank != NULL)
    *blank = '\0';
  return g_strconcat (begin, "…", NULL);
}

/* A paragraph in each language. */
static void
append_description (GString *out, const DolenBilingual *text)
{
  g_autofree char *cy = begin_of (text->cy);
  g_autofree char *en = begin_of (text->en);

  append_both (out, "p", cy, NULL);
  if (g_strcmp0 (cy, en) != 0)
    append_both (out, "p", NULL, en);
}

static void
append_joining (GString *out, const DolenService *service)
{
  const DolenBilingual *text = &service->how_to_join;

  if (!dolen_bilingual_is_empty (text))
    append_fact (out,
                 N_ ("How to join"),
                 g_strdup (text->cy != NULL ? text->cy : ""),
                 g_strdup (text->en != NULL ? text->en : ""));
}

/* "The Scheme, 01970 123456"; "" where nothing is known. */
static char *
say_publisher (const DolenPublisher *publisher, const char *name)
{
  g_autofree char *phone
      = publisher->phone != NULL ? dolen_text_phone_display (publisher->phone) : NULL;
  const char *const parts[] = { name, phone, publisher->email };
  GString *line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!dolen_text_is_empty (parts[i]))
      g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", parts[i]);
  return g_string_free (line, FALSE);
}

/* Where nobody of the group may be told, or none is known. */
static void
append_ask_us (GString *out, const DolenPublisher *publisher)
{
  const char *cy, *en;

  if (publisher == NULL
      || (dolen_text_is_empty (publisher->phone) && dolen_text_is_empty (publisher->email)))
    return;
  cy = publisher->name_cy != NULL ? publisher->name_cy : publisher->name_en;
  en = publisher->name_en != NULL ? publisher->name_en : publisher->name_cy;
  /* Translators: on a published page: of a group without a contact; who publishes the page, their
   * telephone and e-mail follow. */
  append_fact (out, N_ ("Ask us"), say_publisher (publisher, cy), say_publisher (publisher, en));
}

static void
append_contact (const Html *self, GString *out, const DolenService *service)
{
  const char *email = dolen_out_email (service);
  g_autofree char *phone = dolen_out_phone (service);

  append_both (out, "p", phone, NULL);
  append_link (out, "mailto:", email, email);
  if (is_web (service->url))
    append_link (out, "", service->url, service->url);
  if (phone == NULL && dolen_text_is_empty (email))
    append_ask_us (out, self->publisher);
}

static char *
write_item (const Html *self, const DolenService *service, const DolenOrganisation *organisation)
{
  GString *out = g_string_new ("<li>\n");
  g_autofree char *when_cy
      = dolen_sentence_when (DOLEN_LANGUAGE_CY, service->schedules, self->today);
  g_autofree char *when_en
      = dolen_sentence_when (DOLEN_LANGUAGE_EN, service->schedules, self->today);

  append_both (out, "h3", service->name.cy, service->name.en);
  if (organisation != NULL)
    append_both (out, "p", organisation->name.cy, organisation->name.en);
  append_description (out, &service->description);
  append_both (out, "p", when_cy, when_en);
  append_places (out, service);
  append_facts (out, service);
  append_joining (out, service);
  append_contact (self, out, service);
  g_string_append (out, "</li>\n");
  return g_string_free (out, FALSE);
}

static gboolean
html_add (DolenOutWriter *writer,
          const DolenService *service,
          const DolenOrganisation *organisation,
          GError **error)
{
  Html *self = (Html *) writer;
  Item *item = g_new0 (Item, 1);
  const DolenVenue *first = service->venues->len > 0 ? service->venues->pdata[0] : NULL;

  if (first != NULL && !dolen_text_is_empty (first->city)) {
    item->town = g_strdup (first->city);
    item->town_cy = g_strdup (dolen_town_name (first->city, DOLEN_LANGUAGE_CY));
    item->town_en = g_strdup (dolen_town_name (first->city, DOLEN_LANGUAGE_EN));
  }
  item->name = g_strdup (dolen_bilingual_get (&service->name, DOLEN_LANGUAGE_CY));
  item->markup = write_item (self, service, organisation);
  g_ptr_array_add (self->items, item);
  return TRUE;
}

/* ---- the page ---- */

/* By town, those without one last; then by name. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *first = *(const Item *const *) a, *second = *(const Item *const *) b;
  int order = (first->town == NULL) - (second->town == NULL);

  if (order == 0 && first->town != NULL)
    order = dolen_collate (DOLEN_LANGUAGE_CY, first->town_cy, second->town_cy);
  return order != 0 ? order : dolen_collate (DOLEN_LANGUAGE_CY, first->name, second->name);
}

static gboolean
begins_town (const Html *self, guint i)
{
  const Item *item = self->items->pdata[i];
  const Item *before = i > 0 ? self->items->pdata[i - 1] : NULL;

  return before == NULL || g_strcmp0 (item->town_cy, before->town_cy) != 0;
}

/* Of no town: what is done by telephone, online, or nobody knows where. */
static void
append_town (GString *out, const char *tag, const Item *item)
{
  if (item->town != NULL)
    append_both (out, tag, item->town_cy, item->town_en);
  else
    append_both (out,
                 tag,
                 /* Translators: heading over groups of which no town is known. */
                 dolen_text (DOLEN_LANGUAGE_CY, N_ ("No town given")),
                 dolen_text (DOLEN_LANGUAGE_EN, N_ ("No town given")));
}

/* Links to the headings; none where there is one. */
static void
append_towns (const Html *self, GString *out)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += begins_town (self, i);
  if (n < 2)
    return;
  g_string_append (out, "<nav>\n<ul>\n");
  for (guint i = 0; i < self->items->len; i++) {
    if (!begins_town (self, i))
      continue;
    g_string_append_printf (out, "<li><a href=\"#town-%u\">", i);
    append_town (out, "span", self->items->pdata[i]);
    g_string_append (out, "</a></li>\n");
  }
  g_string_append (out, "</ul>\n</nav>\n");
}

static void
append_items (const Html *self, GString *out)
{
  for (guint i = 0; i < self->items->len; i++) {
    const Item *item = self->items->pdata[i];

    if (begins_town (self, i)) {
      g_string_append_printf (
          out, "%s<section id=\"town-%u\">\n", i > 0 ? "</ul>\n</section>\n" : "", i);
      append_town (out, "h2", item);
      g_string_append (out, "<ul>\n");
    }
    g_string_append (out, item->markup);
  }
  if (self->items->len > 0)
    g_string_append (out, "</ul>\n</section>\n");
}

static void
append_publisher (GString *out, const DolenPublisher *publisher)
{
  g_autofree char *phone = NULL;

  if (publisher == NULL)
    return;
  append_both (out, "p", publisher->name_cy, publisher->name_en);
  phone = publisher->phone != NULL ? dolen_text_phone_display (publisher->phone) : NULL;
  append_both (out, "p", phone, NULL);
  append_link (out, "mailto:", publisher->email, publisher->email);
}

static void
append_title (GString *out, const char *tag)
{
  append_both (out,
               tag,
               /* Translators: the title of a published page of groups, and what it is from. */
               dolen_text (DOLEN_LANGUAGE_CY, "Groups and services"),
               dolen_text (DOLEN_LANGUAGE_EN, "Groups and services"));
}

static void
append_day (GString *out, const char *today)
{
  g_autofree char *cy = dolen_format_date (DOLEN_LANGUAGE_CY, today);
  g_autofree char *en = dolen_format_date (DOLEN_LANGUAGE_EN, today);
  g_autofree char *said_cy
      /* Translators: on a published page: the day on which it was written. */
      = g_strdup_printf (dolen_text (DOLEN_LANGUAGE_CY, "Date: %s"), cy);
  g_autofree char *said_en = g_strdup_printf (dolen_text (DOLEN_LANGUAGE_EN, "Date: %s"), en);

  append_both (out, "p", said_cy, said_en);
}

/* Folders published before there was this page may hold one of their owner's. */
static gboolean
is_somebody_elses (const char *path)
{
  g_autofree char *text = NULL;

  return g_file_test (path, G_FILE_TEST_EXISTS)
         && (!g_file_get_contents (path, &text, NULL, NULL) || strstr (text, MARK) == NULL);
}

static gboolean
html_finish (DolenOutWriter *writer, GError **error)
{
  Html *self = (Html *) writer;
  g_autoptr (GString) out = g_string_new (head);

  if (is_somebody_elses (self->path))
    return TRUE;
  g_string_append_printf (out,
                          "<title>%s · %s</title>\n</head>\n<body>\n",
                          dolen_text (DOLEN_LANGUAGE_CY, "Groups and services"),
                          dolen_text (DOLEN_LANGUAGE_EN, "Groups and services"));
  append_title (out, "h1");
  append_publisher (out, self->publisher);
  append_day (out, self->today);
  g_ptr_array_sort (self->items, compare_items);
  append_towns (self, out);
  append_items (self, out);
  append_link (out, "", DOLEN_OUT_SOURCES_PAGE, DOLEN_OUT_SOURCES_PAGE);
  g_string_append (out, "</body>\n</html>\n");
  return dolen_out_file_write (self->path, out->str, error);
}

static void
html_free (DolenOutWriter *writer)
{
  Html *self = (Html *) writer;

  g_ptr_array_unref (self->items);
  g_free (self->path);
  g_free (self->today);
  g_free (self);
}

DolenOutWriter *
dolen_out_html_new (const char *path, const DolenPublisher *publisher)
{
  Html *self = g_new0 (Html, 1);

  self->parent = (DolenOutWriter){ html_add, html_finish, html_free };
  self->path = g_strdup (path);
  self->publisher = publisher;
  self->today = dolen_date_today ();
  self->items = g_ptr_array_new_with_free_func (item_free);
  return &self->parent;
}
