/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-subject-document.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload.h"
#include "language/dolen-calendar.h"
#include "reports/dolen-field-names.h"

#include <string.h>

typedef struct {
  GString *text;
  DolenLanguage language;
} Document;

static const char *
get_string (struct json_object *object, const char *name)
{
  struct json_object *value = NULL;

  return json_object_object_get_ex (object, name, &value) ? json_object_get_string (value) : NULL;
}

static void
add_heading (Document *document, const char *heading, const char *size)
{
  g_autofree char *escaped = g_markup_escape_text (heading, -1);

  g_string_append_printf (
      document->text, "\n<span size=\"%s\" weight=\"bold\">%s</span>\n", size, escaped);
}

static void
add_line (Document *document, int depth, const char *name, const char *value)
{
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *text = g_markup_escape_text (value, -1);

  g_string_append_printf (document->text, "%*s<b>%s</b>: %s\n", 2 * depth, "", title, text);
}

/* ---- values ---- */

/* An instant is told from a count by its field: only those of when a record was made or saved. */
static gboolean
is_instant (const char *field)
{
  return g_str_equal (field, "created") || g_str_equal (field, "wall")
         || g_str_equal (field, "saved");
}

static char *
format_instant (gint64 instant, DolenLanguage language)
{
  g_autofree char *date = dolen_date_of_instant (instant);
  g_autofree char *day = dolen_format_date (language, date);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / 1000);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *time = g_date_time_format (local, "%H:%M");

  return g_strdup_printf ("%s, %s", day, time);
}

static char *
format_value (const char *field, struct json_object *value, DolenLanguage language)
{
  const char *text;

  if (json_object_is_type (value, json_type_boolean))
    /* Translators: the value of a field that is either so or not so. */
    return g_strdup (json_object_get_boolean (value) ? dolen_ctext (language, "value", "yes")
                                                     : dolen_ctext (language, "value", "no"));
  if (is_instant (field) && json_object_get_int64 (value) > 0)
    return format_instant (json_object_get_int64 (value), language);
  text = json_object_get_string (value);
  if (dolen_date_is_valid (text))
    return dolen_format_date (language, text);
  if (g_str_equal (field, "state"))
    for (int i = 0; i < DOLEN_N_REFERRAL_STATES; i++)
      if (g_strcmp0 (dolen_referral_state_nick (i), text) == 0)
        return g_strdup (dolen_referral_state_name (i, language));
  return g_strdup (text != NULL ? text : "");
}

static void add_object (Document *document, int depth, struct json_object *object);

static void
add_array (Document *document, int depth, const char *name, struct json_object *array)
{
  gsize n = json_object_array_length (array);
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < n; i++) {
    struct json_object *item = json_object_array_get_idx (array, i);

    if (json_object_is_type (item, json_type_object)) {
      add_line (document, depth, name, "");
      add_object (document, depth + 1, item);
    } else {
      g_string_append_printf (
          words, "%s%s", words->len > 0 ? "; " : "", json_object_get_string (item));
    }
  }
  if (words->len > 0)
    add_line (document, depth, name, words->str);
}

static void
add_object (Document *document, int depth, struct json_object *object)
{
  json_object_object_foreach (object, field, value)
  {
    g_autofree char *name = dolen_field_name (field, document->language);

    if (json_object_is_type (value, json_type_array)) {
      add_array (document, depth, name, value);
    } else if (json_object_is_type (value, json_type_object)) {
      add_line (document, depth, name, "");
      add_object (document, depth + 1, value);
    } else {
      g_autofree char *text = format_value (field, value, document->language);

      add_line (document, depth, name, text);
    }
  }
}

/* ---- the parts ---- */

static void
add_records (Document *document, struct json_object *records)
{
  json_object_object_foreach (records, type, list)
  {
    g_autofree char *heading = dolen_record_name (type, document->language);
    gsize n = json_object_array_length (list);

    if (n == 0)
      continue;
    add_heading (document, heading, "large");
    for (gsize i = 0; i < n; i++) {
      add_object (document, 0, json_object_array_get_idx (list, i));
      g_string_append_c (document->text, '\n');
    }
  }
}

static void
add_changes (Document *document, struct json_object *event)
{
  struct json_object *changes = NULL;
  gsize n;

  if (!json_object_object_get_ex (event, "changes", &changes))
    return;
  n = json_object_array_length (changes);
  for (gsize i = 0; i < n; i++) {
    struct json_object *change = json_object_array_get_idx (changes, i), *set = NULL;
    g_autofree char *name = dolen_record_name (get_string (change, "record"), document->language);

    json_object_object_get_ex (change, "set", &set);
    add_line (document, 1, name, get_string (change, "uid"));
    if (json_object_is_type (set, json_type_object))
      add_object (document, 2, set);
    else
      g_string_append_printf (document->text,
                              "    %s\n",
                              set != NULL ? dolen_text (document->language, "left out")
                                          : dolen_text (document->language, "taken back"));
  }
}

/* What happened, by the same words as in the timeline. */
static char *
title_of (struct json_object *event, DolenLanguage language)
{
  const DolenEntry entry = { .type = (char *) get_string (event, "type") };

  return dolen_entry_title (&entry, language);
}

static void
add_events (Document *document, struct json_object *events)
{
  gsize n = json_object_array_length (events);

  add_heading (document, dolen_text (document->language, "Everything that was done"), "large");
  for (gsize i = 0; i < n; i++) {
    struct json_object *event = json_object_array_get_idx (events, i), *wall = NULL;
    g_autofree char *title = title_of (event, document->language);
    g_autofree char *at = NULL;
    const char *const also[] = { "type", "author", "note", "target", "id" };

    json_object_object_get_ex (event, "wall", &wall);
    at = format_instant (json_object_get_int64 (wall), document->language);
    g_string_append_c (document->text, '\n');
    add_line (document, 0, at, title);
    for (gsize f = 0; f < G_N_ELEMENTS (also); f++) {
      const char *text = get_string (event, also[f]);
      g_autofree char *name = dolen_field_name (also[f], document->language);

      if (text != NULL)
        add_line (document, 1, name, text);
    }
    add_changes (document, event);
  }
}

static void
add_left_out (Document *document, struct json_object *left_out)
{
  gsize n = json_object_array_length (left_out);

  if (n == 0)
    return;
  add_heading (document, dolen_text (document->language, "Left out"), "large");
  for (gsize i = 0; i < n; i++) {
    struct json_object *one = json_object_array_get_idx (left_out, i);
    g_autofree char *name = dolen_record_name (get_string (one, "record"), document->language);
    const char *why = get_string (one, "why");

    if (g_strcmp0 (why, "restricted") == 0)
      why = dolen_text (document->language, "a restricted note");
    else if (g_strcmp0 (why, "third-party") == 0)
      why = dolen_text (document->language, "about other people");
    else
      why = dolen_text (document->language, "may name others, or do harm");
    add_line (document, 0, name, why);
  }
}

char *
dolen_subject_document_new (struct json_object *copy,
                            const char *organisation,
                            DolenLanguage language)
{
  Document document = { g_string_new (NULL), language };
  struct json_object *part = NULL;
  g_autofree char *day = dolen_format_date (language, get_string (copy, "made"));

  add_heading (
      &document, dolen_text (language, "Everything the case records hold about you"), "x-large");
  if (!dolen_text_is_empty (organisation))
    add_line (&document, 0, dolen_text (language, "Case records of"), organisation);
  add_line (&document, 0, dolen_text (language, "Copy made on"), day);
  if (json_object_object_get_ex (copy, "records", &part))
    add_records (&document, part);
  if (json_object_object_get_ex (copy, "events", &part))
    add_events (&document, part);
  if (json_object_object_get_ex (copy, "drafts", &part) && json_object_array_length (part) > 0) {
    add_heading (&document, dolen_text (language, "Drafts"), "large");
    add_array (&document, 0, dolen_text (language, "Drafts"), part);
  }
  if (json_object_object_get_ex (copy, "left_out", &part))
    add_left_out (&document, part);
  return g_string_free (document.text, FALSE);
}
