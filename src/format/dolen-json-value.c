/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-json-value.h"

#include "base/dolen-text.h"

#include <errno.h>
#include <math.h>
#include <string.h>

static char
next_letter (const char **at)
{
  while (**at == '_' || **at == '-')
    (*at)++;
  return **at ? g_ascii_tolower (*(*at)++) : 0;
}

gboolean
dolen_json_key_equal (const char *a, const char *b)
{
  for (;;) {
    char x = next_letter (&a);
    if (x != next_letter (&b))
      return FALSE;
    if (!x)
      return TRUE;
  }
}

json_object *
dolen_json_get (json_object *object, const char *key)
{
  json_object *value = NULL;

  if (!json_object_is_type (object, json_type_object))
    return NULL;
  if (json_object_object_get_ex (object, key, &value) && value)
    return value;
  json_object_object_foreach (object, name, member)
  {
    if (member && dolen_json_key_equal (name, key))
      return member;
  }
  return NULL;
}

json_object *
dolen_json_get_any (json_object *object, const char *key, ...)
{
  json_object *value = NULL;
  va_list keys;

  va_start (keys, key);
  for (; key && !value; key = va_arg (keys, const char *))
    value = dolen_json_get (object, key);
  va_end (keys);
  return value;
}

/* A string may hold U+0000 written as an escape: C would end there, so it goes. */
static char *
string_without_nul (json_object *value)
{
  const char *text = json_object_get_string (value);
  gsize length = json_object_get_string_len (value), kept = 0;
  char *copy;

  if (!memchr (text, 0, length))
    return g_strndup (text, length);
  copy = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    if (text[i])
      copy[kept++] = text[i];
  copy[kept] = 0;
  return copy;
}

static char *
number_text (json_object *value)
{
  double number = json_object_get_double (value);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    return NULL;
  if (number == floor (number) && fabs (number) < 1e15)
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);
  return g_strdup (g_ascii_dtostr (text, sizeof text, number));
}

char *
dolen_json_text (json_object *value)
{
  g_autofree char *text = NULL;

  switch (json_object_get_type (value)) {
  case json_type_string:
    text = string_without_nul (value);
    /* json-c lets half a surrogate pair through as text that is not UTF-8. */
    if (!g_utf8_validate (text, -1, NULL)) {
      char *valid = g_utf8_make_valid (text, -1);
      g_free (text);
      text = valid;
    }
    return dolen_text_clean (text);
  case json_type_int:
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) json_object_get_int64 (value));
  case json_type_double:
    return number_text (value);
  case json_type_boolean:
    return g_strdup (json_object_get_boolean (value) ? "true" : "false");
  case json_type_object:
    value = dolen_json_get_any (value, "text", "value", "name", NULL);
    return json_object_is_type (value, json_type_object) ? NULL : dolen_json_text (value);
  case json_type_null:
  case json_type_array:
  default:
    return NULL;
  }
}

char *
dolen_json_get_text (json_object *object, const char *key)
{
  return dolen_json_text (dolen_json_get (object, key));
}

char *
dolen_json_get_line (json_object *object, const char *key)
{
  g_autofree char *text = dolen_json_get_text (object, key);

  return dolen_text_clean_line (text);
}

void
dolen_json_put_text (json_object *object, const char *key, const char *text)
{
  if (text != NULL)
    json_object_object_add (object, key, json_object_new_string (text));
}

json_object *
dolen_json_pick (json_object *object, const char *const *keys)
{
  json_object *picked = json_object_new_object ();

  for (guint i = 0; keys[i] != NULL; i++) {
    json_object *value = dolen_json_get (object, keys[i]);

    if (value != NULL)
      json_object_object_add (picked, keys[i], json_object_get (value));
  }
  return picked;
}

gboolean
dolen_json_is_blank (json_object *object, const char *key)
{
  json_object *value = dolen_json_get (object, key);
  g_autofree char *text = NULL;

  if (!value) {
    json_object *given;
    return json_object_is_type (object, json_type_object)
           && json_object_object_get_ex (object, key, &given);
  }
  if (!json_object_is_type (value, json_type_string))
    return FALSE;
  text = dolen_json_text (value);
  return text == NULL;
}

gboolean
dolen_json_number (json_object *value, double *number)
{
  g_autofree char *text = NULL;
  char *end = NULL;
  double read;

  if (json_object_is_type (value, json_type_int) || json_object_is_type (value, json_type_double)) {
    read = json_object_get_double (value);
  } else {
    text = json_object_is_type (value, json_type_string) ? dolen_json_text (value) : NULL;
    if (!text)
      return FALSE;
    read = g_ascii_strtod (text, &end);
    if (end == text || *end)
      return FALSE;
  }
  if (!isfinite (read))
    return FALSE;
  *number = read;
  return TRUE;
}

gboolean
dolen_json_get_number (json_object *object, const char *key, double *number)
{
  return dolen_json_number (dolen_json_get (object, key), number);
}

int
dolen_json_get_int (json_object *object, const char *key)
{
  double number;

  if (!dolen_json_get_number (object, key, &number) || number < 0 || number > G_MAXINT)
    return -1;
  return (int) number;
}

static gboolean
is_free (const char *text)
{
  static const char *const WORDS[]
      = { "free", "nil", "am ddim", "n/c", "nc", "no charge", "no cost", "free of charge", "foc" };

  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_ascii_strcasecmp (text, WORDS[i]) == 0)
      return TRUE;
  return FALSE;
}

gint64
dolen_json_pence (json_object *value)
{
  g_autofree char *text = NULL;
  const char *start;
  char *end;
  double amount;

  if (!dolen_json_number (value, &amount)) {
    text = json_object_is_type (value, json_type_string) ? dolen_json_text (value) : NULL;
    if (!text)
      return -1;
    if (is_free (text))
      return 0;
    start = g_str_has_prefix (text, "£") ? text + strlen ("£") : text;
    if (g_ascii_strncasecmp (start, "GBP", 3) == 0)
      start += 3;
    amount = g_ascii_strtod (start, &end);
    while (g_ascii_isspace (*end))
      end++;
    if (end == start || *end)
      return -1;
  }
  if (!isfinite (amount) || amount < 0 || amount > 1e10)
    return -1;
  return (gint64) llround (amount * 100);
}

gboolean
dolen_json_get_flag (json_object *object, const char *key)
{
  g_autofree char *text = dolen_json_get_line (object, key);

  return text
         && (g_ascii_strcasecmp (text, "true") == 0 || g_ascii_strcasecmp (text, "yes") == 0
             || strcmp (text, "1") == 0);
}

guint
dolen_json_length (json_object *list)
{
  if (!list)
    return 0;
  return json_object_is_type (list, json_type_array) ? json_object_array_length (list) : 1;
}

json_object *
dolen_json_at (json_object *list, guint index)
{
  return json_object_is_type (list, json_type_array) ? json_object_array_get_idx (list, index)
                                                     : list;
}

const char *
dolen_json_normal (json_object *value, gsize *length)
{
  size_t written = 0;
  const char *text = json_object_to_json_string_length (
      value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &written);

  if (length)
    *length = written;
  return text;
}

guint
dolen_json_count_members (json_object *value)
{
  guint count = 0;

  if (json_object_is_type (value, json_type_array)) {
    for (gsize i = 0; i < json_object_array_length (value); i++)
      count += dolen_json_count_members (json_object_array_get_idx (value, i));
  } else if (json_object_is_type (value, json_type_object)) {
    json_object_object_foreach (value, name, member)
    {
      (void) name;
      count += 1 + dolen_json_count_members (member);
    }
  }
  return count;
}
