/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/again/dolen-row-signs.h"

#include "base/dolen-text.h"
#include "directory/alike/dolen-alike-address.h"
#include "directory/alike/dolen-alike-words.h"
#include "directory/dolen-spelling.h"
#include "directory/privacy/dolen-made-id-prefixes.h"
#include "exchange/again/dolen-rows-apart.h"
#include "exchange/dolen-read.h"
#include "exchange/files/dolen-csv-record.h"
#include "exchange/files/dolen-csv-values.h"
#include "format/dolen-json-value.h"
#include "language/dolen-welsh.h"

#include <string.h>

/* ---- reading ---- */

/* Takes @text. */
static void
add_point (DolenRowSigns *signs, char *text)
{
  if (text && !g_ptr_array_find_with_equal_func (signs->points, text, g_str_equal, NULL))
    g_ptr_array_add (signs->points, text);
  else
    g_free (text);
}

static void
add_phones (DolenRowSigns *signs, json_object *holder)
{
  json_object *phones = dolen_json_get (holder, "phones");

  for (guint i = 0; i < dolen_json_length (phones); i++) {
    g_autofree char *given = dolen_json_get_line (dolen_json_at (phones, i), "number");

    add_point (signs, dolen_text_phone_mended (given));
  }
}

static void
add_contact_points (DolenRowSigns *signs, json_object *holder)
{
  g_autofree char *email = dolen_json_get_line (holder, "email");

  add_point (signs, email ? dolen_text_email (email) : NULL);
  add_phones (signs, holder);
}

static void
add_points (DolenRowSigns *signs, json_object *service)
{
  json_object *people = dolen_json_get (service, "contacts");
  g_autofree char *url = dolen_json_get_line (service, "url");
  g_autofree char *whole = url ? dolen_text_url (url) : NULL, *host = NULL;

  add_contact_points (signs, service);
  for (guint i = 0; i < dolen_json_length (people); i++)
    add_contact_points (signs, dolen_json_at (people, i));
  add_point (signs, whole ? dolen_alike_url_key (whole, &host) : NULL);
}

/* "name:lunch club|age friendly|sy256hx", and after a blank what tells it from others of that name.
 */
static void
take_id (DolenRowSigns *signs, const char *id)
{
  const char *last = strrchr (id, '|');

  g_free (signs->id);
  signs->id = g_strdup (id);
  if (g_str_has_prefix (id, DOLEN_HIDDEN_ID)) {
    signs->made = TRUE;
    return;
  }
  g_free (signs->same_name);
  g_free (signs->postcode);
  signs->made = last && g_str_has_prefix (id, DOLEN_MADE_ID);
  signs->same_name = signs->made ? g_strndup (id, (gsize) (last - id)) : g_strdup ("");
  signs->postcode = signs->made ? g_strndup (last + 1, strcspn (last + 1, " ")) : g_strdup ("");
}

static char *
fold (const char *text)
{
  return text ? dolen_welsh_fold (text) : g_strdup ("");
}

/* What a hidden id would say, as far as the row still says it. */
static void
fill_hidden (DolenRowSigns *signs, json_object *record)
{
  g_autofree char *name = fold (signs->name), *organisation = fold (signs->organisation);
  g_autofree char *postcode
      = dolen_json_get_line (dolen_json_get (record, "location"), "postal_code");
  g_autofree char *close = postcode ? dolen_csv_close_up (postcode) : NULL;

  if (signs->same_name)
    return;
  signs->same_name = g_strconcat (DOLEN_MADE_ID, name, "|", organisation, NULL);
  signs->postcode = fold (close);
}

DolenRowSigns *
dolen_row_signs_read (json_object *record)
{
  g_autoptr (DolenRowSigns) signs = g_new0 (DolenRowSigns, 1);
  g_autoptr (GPtrArray) keys = dolen_read_keys (record, NULL);
  json_object *service = dolen_json_get (record, "service");

  signs->points = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < keys->len; i++) {
    const DolenRecordKey *key = keys->pdata[i];

    if (strcmp (key->kind, "service") == 0 && !signs->id)
      take_id (signs, key->id);
    else if (!signs->organisation_id)
      signs->organisation_id = g_strdup (key->id);
  }
  if (!signs->id)
    return NULL;
  signs->name = dolen_json_get_line (service, "name");
  if (!signs->name)
    signs->name = g_strdup ("");
  signs->organisation = dolen_json_get_line (dolen_json_get (service, "organization"), "name");
  fill_hidden (signs, record);
  add_points (signs, service);
  dolen_row_tells_read (signs, record);
  return g_steal_pointer (&signs);
}

DolenRowSigns *
dolen_row_signs_parse (const char *foreign_id, const char *json)
{
  g_auto (GStrv) lines = g_strsplit (json, "\n", -1);
  DolenRowSigns *signs = NULL;

  for (guint i = 0; lines[i]; i++) {
    json_object *record = json_tokener_parse (lines[i]);
    g_autoptr (DolenRowSigns) row = record ? dolen_row_signs_read (record) : NULL;

    /* Of rows that were taken for one group and are not, it is the first. */
    if (row && signs && !(row->made && dolen_row_signs_contradict (signs, row)))
      dolen_row_signs_add (signs, row);
    else if (row && !signs)
      signs = g_steal_pointer (&row);
    json_object_put (record);
  }
  if (signs && strcmp (signs->id, foreign_id) != 0)
    take_id (signs, foreign_id);
  return signs;
}

void
dolen_row_signs_add (DolenRowSigns *signs, const DolenRowSigns *more)
{
  for (guint i = 0; i < more->points->len; i++)
    add_point (signs, g_strdup (more->points->pdata[i]));
}

void
dolen_row_signs_free (DolenRowSigns *signs)
{
  if (!signs)
    return;
  g_free (signs->id);
  g_free (signs->name);
  g_free (signs->organisation);
  g_free (signs->organisation_id);
  g_free (signs->same_name);
  g_free (signs->postcode);
  g_ptr_array_unref (signs->points);
  for (guint i = 0; i < DOLEN_ROW_TELLS; i++)
    g_free (signs->tells[i]);
  g_free (signs->place);
  g_free (signs->when);
  g_free (signs->path);
  g_free (signs);
}

gboolean
dolen_row_signs_share_point (const DolenRowSigns *a, const DolenRowSigns *b)
{
  for (guint i = 0; i < a->points->len; i++)
    if (g_ptr_array_find_with_equal_func (b->points, a->points->pdata[i], g_str_equal, NULL))
      return TRUE;
  return FALSE;
}

/* ---- names ---- */

/* One letter in a word of five, two in one of nine. */
static gboolean
is_respelt (const char *a, const char *b)
{
  glong n, m;
  g_autofree gunichar *x = g_utf8_to_ucs4_fast (a, -1, &n);
  g_autofree gunichar *y = g_utf8_to_ucs4_fast (b, -1, &m);
  guint most = MAX (n, m) >= 9 ? 2 : 1;

  if (strcmp (a, b) == 0)
    return TRUE;
  return MIN (n, m) >= 4 && dolen_spelling_distance (x, (guint) n, y, (guint) m, most) <= most;
}

/* Takes from both what they have in common. Returns: how many words. */
static guint
take_common (GPtrArray *a, GPtrArray *b)
{
  guint common = 0;

  for (guint i = a->len; i > 0; i--)
    for (guint k = b->len; k > 0; k--)
      if (is_respelt (a->pdata[i - 1], b->pdata[k - 1])) {
        g_ptr_array_remove_index (a, i - 1);
        g_ptr_array_remove_index (b, k - 1);
        common++;
        break;
      }
  return common;
}

static gboolean
any_marks (const GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (dolen_alike_word_marks (words->pdata[i]))
      return TRUE;
  return FALSE;
}

gboolean
dolen_names_may_be_one (const char *a, const char *b, guint *common)
{
  g_autoptr (GPtrArray) mine = dolen_alike_words (a);
  g_autoptr (GPtrArray) other = dolen_alike_words (b);

  *common = take_common (mine, other);
  return !any_marks (mine) && !any_marks (other);
}

DolenNamesAlike
dolen_names_compare (const char *a, const char *b)
{
  g_autoptr (GPtrArray) mine = dolen_alike_words (a);
  g_autoptr (GPtrArray) other = dolen_alike_words (b);
  guint common = take_common (mine, other);

  /* A word for another is another group: "Yoga class", "Pilates class". */
  if (common == 0 || (mine->len && other->len) || any_marks (mine) || any_marks (other))
    return DOLEN_NAMES_DIFFER;
  return mine->len || other->len ? DOLEN_NAMES_ALIKE : DOLEN_NAMES_RESPELT;
}
