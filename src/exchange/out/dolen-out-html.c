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

#include <glib/gi18n-lib.h>
#include <string.h>

/* The page that people read where the others are for programs: one file, no script, nothing that is
 * fetched from elsewhere. */

typedef struct {
  char *name; /* to sort by */
  char *markup;
} Item;

typedef struct {
  DolenOutWriter parent;
  char *path;       /* (owned) */
  char *today;      /* (owned) */
  GPtrArray *items; /* Item */
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
      "h2 { font-size: 1.2rem; margin: 0 }\np { margin: 0 }\n</style>\n";

static void
item_free (gpointer data)
{
  Item *item = data;

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
  append_fact (out,
               N_ ("For whom"),
               dolen_sentence_ages (cy, service->minimum_age, service->maximum_age),
               dolen_sentence_ages (en, service->minimum_age, service->maximum_age));
  append_fact (out,
               N_ ("Languages"),
               dolen_sentence_languages (cy, service->languages),
               dolen_sentence_languages (en, service->languages));
}

static char *
write_item (const Html *self, const DolenService *service, const DolenOrganisation *organisation)
{
  GString *out = g_string_new ("<li>\n");
  const char *email = dolen_out_email (service);
  g_autofree char *phone = dolen_out_phone (service);
  g_autofree char *when_cy
      = dolen_sentence_when (DOLEN_LANGUAGE_CY, service->schedules, self->today);
  g_autofree char *when_en
      = dolen_sentence_when (DOLEN_LANGUAGE_EN, service->schedules, self->today);

  append_both (out, "h2", service->name.cy, service->name.en);
  if (organisation != NULL)
    append_both (out, "p", organisation->name.cy, organisation->name.en);
  append_both (out, "p", when_cy, when_en);
  append_places (out, service);
  append_facts (out, service);
  append_both (out, "p", phone, NULL);
  append_link (out, "mailto:", email, email);
  if (is_web (service->url))
    append_link (out, "", service->url, service->url);
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
  Item *item = g_new (Item, 1);

  *item = (Item){ g_strdup (dolen_bilingual_get (&service->name, DOLEN_LANGUAGE_CY)),
                  write_item (self, service, organisation) };
  g_ptr_array_add (self->items, item);
  return TRUE;
}

/* ---- the page ---- */

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return dolen_collate (
      DOLEN_LANGUAGE_CY, (*(const Item *const *) a)->name, (*(const Item *const *) b)->name);
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
  append_day (out, self->today);
  g_ptr_array_sort (self->items, compare_items);
  g_string_append (out, "<ul>\n");
  for (guint i = 0; i < self->items->len; i++)
    g_string_append (out, ((const Item *) self->items->pdata[i])->markup);
  g_string_append (out, "</ul>\n");
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
dolen_out_html_new (const char *path)
{
  Html *self = g_new0 (Html, 1);

  self->parent = (DolenOutWriter){ html_add, html_finish, html_free };
  self->path = g_strdup (path);
  self->today = dolen_date_today ();
  self->items = g_ptr_array_new_with_free_func (item_free);
  return &self->parent;
}
