/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-read-values.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "format/dolen-html-text.h"
#include "format/dolen-json-value.h"
#include "language/dolen-guess.h"

#include <string.h>

#define GUESSED_BYTES 300

/* What the record at hand is called. */
static char *
name_of_record (json_object *record)
{
  json_object *service = dolen_json_get (record, "service");
  char *name = dolen_json_get_line (record, "name");

  if (!name)
    name = dolen_json_get_line (service, "name");
  return name ? name : dolen_json_get_line (record, "id");
}

void
dolen_read_odd (DolenReadContext *context, DolenOddity oddity, const char *field, const char *given)
{
  dolen_oddities_add (context->oddities, oddity);
  if (context->examples && dolen_oddity_examples_want (context->examples, oddity)) {
    g_autofree char *name = name_of_record (context->record);
    dolen_oddity_examples_add (context->examples, oddity, name, field, given);
  }
}

char *
dolen_read_line (DolenReadContext *context, json_object *object, const char *key)
{
  char *line = dolen_json_get_line (object, key);

  if (!line && dolen_json_is_blank (object, key))
    dolen_read_odd (context, DOLEN_ODDITY_EMPTY_TEXT, key, NULL);
  return line;
}

/* A line that may hold markup too: names with &amp; are common. */
static char *
without_markup (DolenReadContext *context, const char *key, char *text)
{
  g_autofree char *given = text;
  g_autoptr (GError) refused = NULL;
  char *plain;

  if (!given || !dolen_html_is_markup (given))
    return g_steal_pointer (&given);
  dolen_read_odd (context, DOLEN_ODDITY_HTML, key, NULL);
  plain = dolen_html_to_text (given, &refused);
  if (refused)
    dolen_read_odd (context, DOLEN_ODDITY_HTML_REFUSED, key, NULL);
  if (plain && !*plain)
    g_clear_pointer (&plain, g_free);
  return plain;
}

char *
dolen_read_prose (DolenReadContext *context, json_object *object, const char *key)
{
  char *text = dolen_json_get_text (object, key);

  if (!text && dolen_json_is_blank (object, key))
    dolen_read_odd (context, DOLEN_ODDITY_EMPTY_TEXT, key, NULL);
  if (text && strlen (text) > DOLEN_HTML_BYTES) {
    dolen_read_odd (context, DOLEN_ODDITY_HTML_REFUSED, key, NULL);
    g_clear_pointer (&text, g_free);
  }
  /* Another Dolen wrote it: its stars are stars. */
  if (dolen_json_get_flag (object, "x_dolen_plain_text"))
    return text;
  return without_markup (context, key, text);
}

/* The beginning and the end of a long text tell its language as well as the whole, and show a
 * text that says everything twice, in one language after the other. */
static DolenGuess
guess (const char *words)
{
  gsize length = strlen (words);
  g_autofree char *ends = NULL, *valid = NULL;

  if (length <= 2 * GUESSED_BYTES)
    return dolen_guess_language (words);
  ends = g_strdup_printf ("%.*s %s", GUESSED_BYTES, words, words + length - GUESSED_BYTES);
  valid = g_utf8_make_valid (ends, -1);
  return dolen_guess_language (valid);
}

void
dolen_read_guessed (const char *words, DolenBilingual *text)
{
  if (!words || !dolen_bilingual_is_empty (text))
    return;
  if (guess (words) == DOLEN_GUESS_WELSH)
    dolen_bilingual_load (text, NULL, DOLEN_TEXT_MISSING, words, DOLEN_TEXT_GIVEN);
  else
    dolen_bilingual_load (text, words, DOLEN_TEXT_GIVEN, NULL, DOLEN_TEXT_MISSING);
}

static char *
line_of (DolenReadContext *context, json_object *object, const char *key)
{
  char *line = dolen_read_line (context, object, key);

  return dolen_json_get_flag (object, "x_dolen_plain_text") ? line
                                                            : without_markup (context, key, line);
}

void
dolen_read_bilingual (DolenReadContext *context,
                      json_object *object,
                      const char *key,
                      gboolean prose,
                      DolenBilingual *text)
{
  g_autofree char *welsh_key = g_strdup_printf ("x_dolen_%s_cy", key);
  g_autofree char *state_key = g_strdup_printf ("x_dolen_%s_cy_state", key);
  g_autofree char *english_key = g_strdup_printf ("x_dolen_%s_en_state", key);
  g_autofree char *given
      = prose ? dolen_read_prose (context, object, key) : line_of (context, object, key);
  g_autofree char *welsh
      = prose ? dolen_json_get_text (object, welsh_key) : dolen_json_get_line (object, welsh_key);
  g_autofree char *state = dolen_json_get_line (object, state_key);
  g_autofree char *english = dolen_json_get_line (object, english_key);
  DolenTextState welsh_state = dolen_text_state_from_code (state);
  DolenTextState english_state = english ? dolen_text_state_from_code (english) : DOLEN_TEXT_GIVEN;

  if (!prose && given) {
    char *line = dolen_text_clean_line (given);
    g_free (given);
    given = line;
  }
  if (!welsh && !english) {
    dolen_read_guessed (given, text);
    return;
  }
  /* The same words on both sides: a name that is Welsh by nature, unless the file says that there
   * is no English. */
  dolen_bilingual_load (
      text, english_state == DOLEN_TEXT_MISSING ? NULL : given, english_state, welsh, welsh_state);
}

char *
dolen_read_url (DolenReadContext *context, json_object *object, const char *key)
{
  g_autofree char *given = dolen_read_line (context, object, key);
  char *url = given ? dolen_text_url (given) : NULL;

  if (!given)
    return NULL;
  if (!url && strstr (given, "example."))
    dolen_read_odd (context, DOLEN_ODDITY_PLACEHOLDER_URL, key, given);
  else if (!url)
    dolen_read_odd (context, DOLEN_ODDITY_URL_UNREADABLE, key, given);
  else if (!strstr (given, "://"))
    dolen_read_odd (context, DOLEN_ODDITY_URL_WITHOUT_SCHEME, key, given);
  return url;
}

static gboolean
fills_the_field (const char *email)
{
  return strstr (email, "invalid") || strstr (email, "example.com") || strstr (email, "noemail")
         || strstr (email, "@none.");
}

char *
dolen_read_email (DolenReadContext *context,
                  json_object *object,
                  const char *key,
                  char **given,
                  gboolean *personal)
{
  g_autofree char *line = dolen_read_line (context, object, key);
  char *email = line ? dolen_text_email (line) : NULL;

  if (line && !email)
    dolen_read_odd (context,
                    fills_the_field (line) ? DOLEN_ODDITY_PLACEHOLDER_EMAIL
                                           : DOLEN_ODDITY_EMAIL_UNREADABLE,
                    key,
                    line);
  if (email && dolen_text_email_is_personal (email)) {
    dolen_read_odd (context, DOLEN_ODDITY_PERSONAL_MAILBOX, key, line);
    if (personal)
      *personal = TRUE;
  }
  if (given)
    *given = g_steal_pointer (&line);
  return email;
}

char *
dolen_read_phone (DolenReadContext *context, json_object *value, char **given)
{
  g_autofree char *text = dolen_json_text (value);
  g_autofree char *line = dolen_text_clean_line (text);
  char *phone = line ? dolen_text_phone (line) : NULL;

  if (line && !phone) {
    phone = dolen_text_phone_without_zero (line);
    dolen_read_odd (context,
                    phone ? DOLEN_ODDITY_PHONE_WITHOUT_ZERO : DOLEN_ODDITY_PHONE_UNREADABLE,
                    "phone",
                    line);
  }
  for (const char *c = line; phone && c && *c; c++)
    if (g_ascii_isalpha (*c)) {
      dolen_read_odd (context, DOLEN_ODDITY_PHONE_LABEL, "phone", line);
      break;
    }
  if (given)
    *given = g_steal_pointer (&line);
  return phone;
}

/* Dates of the sample lie in our time; others are not moved, for a sum might be no date any more.
 */
static gboolean
can_be_moved (const char *date)
{
  gint64 year = g_ascii_strtoll (date, NULL, 10);

  return year >= 1900 && year <= 2200;
}

char *
dolen_read_date (DolenReadContext *context, json_object *object, const char *key, DolenShift shift)
{
  g_autofree char *line = dolen_read_line (context, object, key);
  g_autofree char *date = line ? dolen_date_parse (line) : NULL;
  int days = shift == DOLEN_SHIFT_WEEKS ? context->shift_days / 7 * 7 : context->shift_days;

  if (line && !date)
    dolen_read_odd (context, DOLEN_ODDITY_DATE_UNREADABLE, key, line);
  if (!date || shift == DOLEN_SHIFT_NONE || days == 0 || !can_be_moved (date))
    return g_steal_pointer (&date);
  return dolen_date_add_days (date, days);
}

char *
dolen_read_past_date (DolenReadContext *context, json_object *object, const char *key)
{
  g_autofree char *date = dolen_read_date (context, object, key, DOLEN_SHIFT_DAYS);

  if (date && context->today && strcmp (date, context->today) > 0) {
    dolen_read_odd (context, DOLEN_ODDITY_DATE_UNREADABLE, key, date);
    return NULL;
  }
  return g_steal_pointer (&date);
}

char *
dolen_read_time (DolenReadContext *context, json_object *object, const char *key)
{
  g_autofree char *line = dolen_read_line (context, object, key);
  guint64 hour, minute = 0;
  char *end;

  if (!line || !g_ascii_isdigit (*line))
    return NULL;
  hour = g_ascii_strtoull (line, &end, 10);
  if ((*end == ':' || *end == '.') && g_ascii_isdigit (end[1]))
    minute = g_ascii_strtoull (end + 1, &end, 10);
  while (*end == ' ')
    end++;
  if (g_ascii_strncasecmp (end, "pm", 2) == 0 && hour < 12)
    hour += 12;
  else if (g_ascii_strncasecmp (end, "am", 2) == 0 && hour == 12)
    hour = 0;
  if (hour > 24 || minute > 59) {
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, key, line);
    return NULL;
  }
  return g_strdup_printf ("%02d:%02d", (int) hour, (int) minute);
}

static void
note_ages (DolenReadContext *context, json_object *object, const char *least, const char *most)
{
  g_autofree char *low = dolen_json_get_line (object, least);
  g_autofree char *high = dolen_json_get_line (object, most);
  g_autofree char *both = g_strdup_printf ("%s–%s", low ? low : "", high ? high : "");

  dolen_read_odd (context, DOLEN_ODDITY_AGE_UNKNOWN, least, both);
}

void
dolen_read_ages (DolenReadContext *context,
                 json_object *object,
                 const char *least,
                 const char *most,
                 int *minimum,
                 int *maximum)
{
  double low, high;
  gboolean has_low = dolen_json_get_number (object, least, &low);
  gboolean has_high = dolen_json_get_number (object, most, &high);
  gboolean odd = FALSE;

  *minimum = *maximum = -1;
  if (has_low && low >= 0 && low < 120)
    *minimum = (int) low;
  else
    odd |= has_low;
  if (has_high && high > 0 && high < 120)
    *maximum = (int) high;
  else
    odd |= has_high;
  if (*maximum >= 0 && *minimum > *maximum) {
    *minimum = *maximum = -1;
    odd = TRUE;
  }
  /* From 0 and no end: nothing is said. */
  if (*minimum == 0 && *maximum < 0)
    *minimum = -1;
  if (odd)
    note_ages (context, object, least, most);
}

char *
dolen_read_uid (DolenReadContext *context, const char *kind, const char *owner, guint index)
{
  g_autofree char *place = g_strdup_printf ("%s/%u", owner, index);

  return dolen_id_for_foreign (context->source_uid, kind, place);
}

char *
dolen_read_uid_of (DolenReadContext *context, const char *kind, const char *foreign_id)
{
  char *uid = NULL;

  if (!foreign_id)
    return NULL;
  if (context->known_uid)
    uid = context->known_uid (kind, foreign_id, context->known_data);
  if (!uid && context->own_ids && dolen_id_is_valid (foreign_id))
    return g_strdup (foreign_id);
  return uid ? uid : dolen_id_for_foreign (context->source_uid, kind, foreign_id);
}
