/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/again/dolen-rows-apart.h"

#include "base/dolen-text.h"
#include "format/dolen-json-value.h"
#include "language/dolen-welsh.h"

#include <string.h>

/* What rows of one name tell of their groups, so that two groups are not taken for one. */

/* The telephones stand before what has a key of its own; DOLEN_ROW_TELLS counts all. */
#define TELL_STREET 2
#define TELL_PHONES 3
#define TELL_CONTACT 6
#define TELL_COST 7
#define TELL_AREA 8

static const struct {
  const char *holder, *key;
} TELLS[DOLEN_ROW_TELLS] = {
  { "location", "city" },
  { "location", "name" },
  [TELL_STREET] = { "location", "address_1" },
  [TELL_PHONES] = { NULL, NULL },
  { "service", "email" },
  { "service", "url" },
  [TELL_CONTACT] = { NULL, NULL },
  [TELL_COST] = { NULL, NULL },
  [TELL_AREA] = { NULL, NULL },
  { "service", "minimum_age" },
  { "service", "maximum_age" },
  { "service", "eligibility_description" },
  { "service", "application_process" },
  { "service", "x_dolen_name_cy" },
  { "service", "x_dolen_eligibility_description_cy" },
};

/* Takes @text (nullable). (transfer full) (nullable) */
static char *
take_plain (char *text)
{
  g_autofree char *given = text;

  return dolen_welsh_fold_plain (given);
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_phones (GPtrArray *list, json_object *holder)
{
  json_object *phones = dolen_json_get (holder, "phones");

  for (guint i = 0; i < dolen_json_length (phones); i++) {
    g_autofree char *given = dolen_json_get_line (dolen_json_at (phones, i), "number");
    char *number = dolen_text_phone_mended (given);

    if (!number)
      number = take_plain (g_steal_pointer (&given));
    if (number && !g_ptr_array_find_with_equal_func (list, number, g_str_equal, NULL))
      g_ptr_array_add (list, number);
    else
      g_free (number);
  }
}

static char *
join_phones (json_object *service, json_object *person)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  add_phones (list, service);
  add_phones (list, person);
  g_ptr_array_sort (list, by_text);
  g_ptr_array_add (list, NULL);
  return list->len > 1 ? g_strjoinv ("|", (char **) list->pdata) : NULL;
}

static char *
read_cost (json_object *service)
{
  json_object *options = dolen_json_get (service, "cost_options");
  json_object *amount = dolen_json_get (dolen_json_at (options, 0), "amount");

  if (amount)
    return g_strdup_printf ("%" G_GINT64_FORMAT, dolen_json_pence (amount));
  return take_plain (dolen_json_get_line (service, "fees_description"));
}

static char *
read_when (json_object *record)
{
  json_object *schedules = dolen_json_get (record, "schedules");

  return dolen_json_length (schedules) ? g_strdup (dolen_json_normal (schedules, NULL)) : NULL;
}

void
dolen_row_tells_read (DolenRowSigns *signs, json_object *record)
{
  json_object *service = dolen_json_get (record, "service");
  json_object *person = dolen_json_at (dolen_json_get (service, "contacts"), 0);
  json_object *area = dolen_json_at (dolen_json_get (service, "service_areas"), 0);

  for (guint i = 0; i < DOLEN_ROW_TELLS; i++)
    if (TELLS[i].key)
      signs->tells[i] = take_plain (
          dolen_json_get_line (dolen_json_get (record, TELLS[i].holder), TELLS[i].key));
  if (!signs->tells[TELL_PHONES + 1])
    signs->tells[TELL_PHONES + 1] = take_plain (dolen_json_get_line (person, "email"));
  signs->tells[TELL_PHONES] = join_phones (service, person);
  signs->tells[TELL_CONTACT] = take_plain (dolen_json_get_line (person, "name"));
  signs->tells[TELL_COST] = read_cost (service);
  signs->tells[TELL_AREA] = take_plain (dolen_json_get_line (area, "name"));
  signs->place = dolen_json_get_line (dolen_json_get (record, "location"), "id");
  signs->when = read_when (record);
}

/* ---- comparing ---- */

static gboolean
share_phone (const char *a, const char *b)
{
  g_auto (GStrv) mine = g_strsplit (a, "|", -1), other = g_strsplit (b, "|", -1);

  for (guint i = 0; mine[i]; i++)
    if (g_strv_contains ((const char *const *) other, mine[i]))
      return TRUE;
  return FALSE;
}

gboolean
dolen_row_signs_contradict (const DolenRowSigns *a, const DolenRowSigns *b)
{
  for (guint i = 0; i < DOLEN_ROW_TELLS; i++) {
    const char *x = a->tells[i], *y = b->tells[i];

    if (x && y && strcmp (x, y) != 0 && (i != TELL_PHONES || !share_phone (x, y)))
      return TRUE;
  }
  return FALSE;
}

guint
dolen_row_signs_closeness (const DolenRowSigns *a, const DolenRowSigns *b)
{
  guint same = a->place && g_strcmp0 (a->place, b->place) == 0;

  same += dolen_row_signs_share_point (a, b);
  return same + (a->when && g_strcmp0 (a->when, b->when) == 0);
}

gboolean
dolen_row_signs_same_street (const DolenRowSigns *a, const DolenRowSigns *b)
{
  return *a->postcode && strcmp (a->postcode, b->postcode) == 0 && a->tells[TELL_STREET]
         && g_strcmp0 (a->tells[TELL_STREET], b->tells[TELL_STREET]) == 0;
}

void
dolen_row_tells_fill (DolenRowSigns *signs, const DolenRowSigns *more)
{
  for (guint i = 0; i < DOLEN_ROW_TELLS; i++)
    if (!signs->tells[i])
      signs->tells[i] = g_strdup (more->tells[i]);
}
