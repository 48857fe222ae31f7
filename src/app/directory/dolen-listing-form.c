/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-form.h"

#include "app/dolen-typed-date.h"
#include "base/dolen-text.h"
#include "place/dolen-postcode.h"

#include <glib/gi18n.h>
#include <string.h>

static guint
count_fields (const DolenListingField *fields)
{
  guint n = 0;

  while (fields[n].key != NULL)
    n++;
  return n;
}

static guint
find_field (const DolenListingValues *values, const char *key)
{
  guint i = 0;

  while (values->fields[i].key != NULL && !g_str_equal (values->fields[i].key, key))
    i++;
  if (values->fields[i].key == NULL)
    g_error ("a form has no field “%s”", key);
  return i;
}

DolenListingValues *
dolen_listing_values_new (const DolenListingField *fields)
{
  DolenListingValues *values = g_new0 (DolenListingValues, 1);
  guint n = count_fields (fields);

  values->fields = fields;
  values->texts = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    values->texts[i] = g_strdup (fields[i].choices != NULL ? fields[i].choices->codes[0] : "");
  return values;
}

void
dolen_listing_values_free (DolenListingValues *values)
{
  if (values == NULL)
    return;
  g_strfreev (values->texts);
  g_free (values);
}

void
dolen_listing_values_put (DolenListingValues *values, const char *key, const char *text)
{
  guint i = find_field (values, key);

  g_free (values->texts[i]);
  values->texts[i] = g_strdup (text != NULL ? text : "");
}

void
dolen_listing_values_put_date (DolenListingValues *values, const char *key, const char *date)
{
  g_autofree char *text = dolen_typed_date_format (date);

  dolen_listing_values_put (values, key, text);
}

void
dolen_listing_values_put_number (DolenListingValues *values, const char *key, int number)
{
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%d", number) : NULL;

  dolen_listing_values_put (values, key, text);
}

DolenListingValues *
dolen_listing_values_copy (const DolenListingValues *values)
{
  DolenListingValues *copy = g_new0 (DolenListingValues, 1);

  copy->fields = values->fields;
  copy->texts = g_strdupv (values->texts);
  return copy;
}

DolenListingValues *
dolen_listing_values_with (const DolenListingValues *values, const char *key, const char *text)
{
  DolenListingValues *next = dolen_listing_values_copy (values);

  dolen_listing_values_put (next, key, text);
  return next;
}

const char *
dolen_listing_values_get (const DolenListingValues *values, const char *key)
{
  return values->texts[find_field (values, key)];
}

gboolean
dolen_listing_values_equal (const DolenListingValues *a, const DolenListingValues *b)
{
  return a->fields == b->fields
         && g_strv_equal ((const char *const *) a->texts, (const char *const *) b->texts);
}

/* ---- reading ---- */

char *
dolen_listing_values_dup_line (const DolenListingValues *values, const char *key)
{
  return dolen_text_clean_line (dolen_listing_values_get (values, key));
}

char *
dolen_listing_values_dup_text (const DolenListingValues *values, const char *key)
{
  return dolen_text_clean (dolen_listing_values_get (values, key));
}

static char *
stripped (const char *text)
{
  return g_strstrip (g_strdup (text));
}

char *
dolen_listing_values_dup_date (const DolenListingValues *values, const char *key)
{
  g_autofree char *text = stripped (dolen_listing_values_get (values, key));

  return dolen_typed_date_parse (text);
}

char *
dolen_listing_values_dup_time (const DolenListingValues *values, const char *key)
{
  g_autofree char *text = stripped (dolen_listing_values_get (values, key));

  return dolen_typed_time_parse (text);
}

static gboolean
parse_number (const char *typed, int *number)
{
  g_autofree char *text = stripped (typed);
  gint64 read = -1;

  *number = -1;
  if (!g_ascii_string_to_signed (text, 10, 0, 99999, &read, NULL))
    return FALSE;
  *number = (int) read;
  return TRUE;
}

int
dolen_listing_values_get_number (const DolenListingValues *values, const char *key)
{
  int number;

  parse_number (dolen_listing_values_get (values, key), &number);
  return number;
}

gint64
dolen_listing_values_get_pence (const DolenListingValues *values, const char *key)
{
  return dolen_listing_money_parse (dolen_listing_values_get (values, key));
}

gboolean
dolen_listing_values_get_tick (const DolenListingValues *values, const char *key)
{
  return *dolen_listing_values_get (values, key) != '\0';
}

/* "50" and "5" after the point: 50 pence both. */
static gint64
parse_pence (const char *fraction)
{
  gint64 pence;

  if (strlen (fraction) < 1 || strlen (fraction) > 2
      || !g_ascii_string_to_signed (fraction, 10, 0, 99, &pence, NULL))
    return -1;
  return strlen (fraction) == 1 ? pence * 10 : pence;
}

gint64
dolen_listing_money_parse (const char *typed)
{
  g_autofree char *text = stripped (typed);
  const char *start = g_str_has_prefix (text, "£") ? text + strlen ("£") : text;
  g_auto (GStrv) parts = g_strsplit (start, ".", 2);
  gint64 pounds = -1, pence = 0;

  if (g_ascii_strcasecmp (text, "free") == 0 || g_ascii_strcasecmp (text, "am ddim") == 0)
    return 0;
  if (parts[0] == NULL || !g_ascii_string_to_signed (parts[0], 10, 0, 99999, &pounds, NULL))
    return -1;
  if (parts[1] != NULL)
    pence = parse_pence (parts[1]);
  return pence < 0 ? -1 : pounds * 100 + pence;
}

/* ---- what is wrong ---- */

static gboolean
is_postcode (const char *text)
{
  DolenPostcode postcode;

  return dolen_postcode_parse (text, &postcode) && !postcode.is_cut;
}

static gboolean
reads (DolenListingInput input, const char *text)
{
  g_autofree char *read = NULL;
  int number;

  switch (input) {
  case DOLEN_LISTING_DATE:
    read = dolen_typed_date_parse (text);
    return read != NULL;
  case DOLEN_LISTING_TIME:
    read = dolen_typed_time_parse (text);
    return read != NULL;
  case DOLEN_LISTING_NUMBER:
    return parse_number (text, &number);
  case DOLEN_LISTING_MONEY:
    return dolen_listing_money_parse (text) >= 0;
  case DOLEN_LISTING_PHONE:
    read = dolen_text_phone (text);
    return read != NULL;
  case DOLEN_LISTING_EMAIL:
    read = dolen_text_email (text);
    return read != NULL;
  case DOLEN_LISTING_URL:
    read = dolen_text_url (text);
    return read != NULL;
  case DOLEN_LISTING_POSTCODE:
    return is_postcode (text);
  case DOLEN_LISTING_LINE:
  case DOLEN_LISTING_TEXT:
  case DOLEN_LISTING_CHOICE:
  case DOLEN_LISTING_TICK:
  case DOLEN_LISTING_DAYS:
  default:
    return TRUE;
  }
}

static const char *
say_what_it_wants (DolenListingInput input)
{
  switch (input) {
  case DOLEN_LISTING_DATE:
    return _ ("Write a day, such as 3/5/2026.");
  case DOLEN_LISTING_TIME:
    return _ ("Write a time of day, such as 10:00.");
  case DOLEN_LISTING_NUMBER:
    return _ ("Write a number, or nothing where it is not known.");
  case DOLEN_LISTING_MONEY:
    return _ ("Write an amount, such as 2.50; 0 where it is free.");
  case DOLEN_LISTING_PHONE:
    return _ ("This is not a telephone number.");
  case DOLEN_LISTING_EMAIL:
    return _ ("This is not an e-mail address.");
  case DOLEN_LISTING_URL:
    return _ ("This is not the address of a website.");
  case DOLEN_LISTING_POSTCODE:
    return _ ("This is not a postcode.");
  case DOLEN_LISTING_LINE:
  case DOLEN_LISTING_TEXT:
  case DOLEN_LISTING_CHOICE:
  case DOLEN_LISTING_TICK:
  case DOLEN_LISTING_DAYS:
  default:
    return "";
  }
}

char *
dolen_listing_field_problem (const DolenListingField *field, const char *text)
{
  g_autofree char *typed = stripped (text);

  if (*typed == '\0' || reads (field->input, typed))
    return NULL;
  return g_strdup (say_what_it_wants (field->input));
}
