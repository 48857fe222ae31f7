/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-venue-form.h"

#include "app/directory/dolen-listing-edits.h"
#include "base/dolen-text.h"
#include "place/dolen-gazetteer.h"
#include "place/dolen-postcode.h"

#include <glib/gi18n.h>

static const DolenListingField fields[] = {
  { "name_cy", N_ ("Name in Welsh"), DOLEN_LISTING_LINE, NULL, NULL },
  { "name_en", N_ ("Name in English"), DOLEN_LISTING_LINE, NULL, NULL },
  { "address", N_ ("Street"), DOLEN_LISTING_TEXT, NULL, NULL },
  { "city", N_ ("Town or village"), DOLEN_LISTING_LINE, NULL, NULL },
  { "postcode", N_ ("Postcode"), DOLEN_LISTING_POSTCODE, NULL, NULL },
  /* Translators: how one comes to a place: "the 550 bus stops outside". */
  { "getting_there", N_ ("Getting there"), DOLEN_LISTING_LINE, NULL, NULL },
  /* Translators: what is known of a place for those who cannot climb steps ...: one thing a line.
   */
  { "access",
    N_ ("Access"),
    DOLEN_LISTING_TEXT,
    NULL,
    N_ ("One thing a line: ramp at the side door") },
  { "hide_address",
    N_ ("Hide the exact address"),
    DOLEN_LISTING_TICK,
    NULL,
    N_ ("For a refuge: street, whole postcode and pin go, out of the history too, for good.") },
  { "no_map", N_ ("Never on a map"), DOLEN_LISTING_TICK, NULL, NULL },
  { NULL },
};

static char *
join_access (const DolenVenue *venue)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < venue->accessibility->len; i++)
    g_string_append_printf (lines,
                            "%s%s",
                            i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (venue->accessibility, i));
  return g_string_free (lines, FALSE);
}

static DolenListingValues *
read_venue (gconstpointer thing)
{
  const DolenVenue *venue = thing;
  DolenListingValues *values = dolen_listing_values_new (fields);
  g_autofree char *access = join_access (venue);

  dolen_listing_values_put (values, "name_cy", venue->name.cy);
  dolen_listing_values_put (values, "name_en", venue->name.en);
  dolen_listing_values_put (values, "address", venue->address);
  dolen_listing_values_put (values, "city", venue->city);
  dolen_listing_values_put (values, "postcode", venue->postcode);
  dolen_listing_values_put (values, "getting_there", venue->getting_there);
  dolen_listing_values_put (values, "access", access);
  dolen_listing_values_put (values, "hide_address", venue->hide_address ? "1" : "");
  dolen_listing_values_put (values, "no_map", venue->no_map ? "1" : "");
  return values;
}

static char *
problem (const DolenListingValues *values, const char *key)
{
  static const char *const any[] = { "name_cy", "name_en", "address", "city", "postcode" };

  if (!g_str_equal (key, "name_cy"))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (any); i++) {
    g_autofree char *text = dolen_listing_values_dup_text (values, any[i]);
    if (text != NULL)
      return NULL;
  }
  return g_strdup (_ ("Write a name, a town or a postcode."));
}

/* A hidden address is not typed again by mistake. */
static gboolean
shows (const DolenListingValues *values, const char *key)
{
  return !g_str_equal (key, "address") || !dolen_listing_values_get_tick (values, "hide_address");
}

static void
write_access (DolenVenue *venue, const DolenListingValues *values)
{
  g_auto (GStrv) lines = g_strsplit (dolen_listing_values_get (values, "access"), "\n", -1);

  g_ptr_array_set_size (venue->accessibility, 0);
  for (guint i = 0; lines[i] != NULL; i++) {
    char *clean = dolen_text_clean_line (lines[i]);
    if (clean != NULL)
      g_ptr_array_add (venue->accessibility, clean);
  }
}

static void
write_place (DolenVenue *venue, const DolenListingValues *values)
{
  DolenPostcode postcode;

  dolen_listing_take_text (&venue->address, values, "address");
  dolen_listing_take_line (&venue->city, values, "city");
  g_free (venue->postcode);
  venue->postcode = dolen_postcode_parse (dolen_listing_values_get (values, "postcode"), &postcode)
                        ? g_strdup (postcode.full)
                        : NULL;
  venue->hide_address = dolen_listing_values_get_tick (values, "hide_address");
  venue->no_map = dolen_listing_values_get_tick (values, "no_map");
}

static void
write_venue (gpointer thing, const DolenListingValues *values)
{
  DolenVenue *venue = thing;
  g_autofree char *cy = dolen_listing_values_dup_line (values, "name_cy");
  g_autofree char *en = dolen_listing_values_dup_line (values, "name_en");

  dolen_bilingual_load (&venue->name, en, DOLEN_TEXT_CHECKED, cy, DOLEN_TEXT_CHECKED);
  write_place (venue, values);
  write_access (venue, values);
  dolen_listing_take_line (&venue->getting_there, values, "getting_there");
}

/* ---- a venue that is stored is edited as a venue ---- */

static gboolean
change_place (gpointer record, gpointer values)
{
  write_place (record, values);
  return TRUE;
}

static gboolean
change_access (gpointer record, gpointer values)
{
  write_access (record, values);
  return TRUE;
}

static void
values_free (gpointer data)
{
  dolen_listing_values_free (data);
}

gboolean
dolen_listing_venue_save (DolenListingFrame *frame,
                          const char *uid_of_venue,
                          const char *field,
                          const DolenListingValues *values)
{
  DolenSession *session = dolen_listing_frame_get_session (frame);
  gboolean access = g_str_equal (field, "access");

  if (g_str_has_prefix (field, "name_") || g_str_equal (field, "getting_there")) {
    g_autofree char *line = dolen_listing_values_dup_line (values, field);

    dolen_listing_edit_field (session, "venue", uid_of_venue, field, line, _ ("Where"));
    return TRUE;
  }
  dolen_listing_edit_part (session,
                           "venue",
                           uid_of_venue,
                           access ? "accessibility" : "place",
                           access ? change_access : change_place,
                           dolen_listing_values_copy (values),
                           values_free,
                           access ? _ ("Access") : _ ("Address"));
  return TRUE;
}

static char *
tell (gconstpointer thing, DolenLanguage language)
{
  const DolenVenue *venue = thing;
  const char *name = dolen_bilingual_get (&venue->name, language);
  const char *town = dolen_town_name (venue->city, language);
  const char *const parts[] = { name, venue->address, town, venue->postcode };
  GString *line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", parts[i]);
  g_strdelimit (line->str, "\n", ' ');
  if (venue->hide_address)
    g_string_append_printf (line, " · %s", dolen_text (language, N_ ("exact address hidden")));
  else if (venue->no_map)
    g_string_append_printf (line, " · %s", dolen_text (language, N_ ("never on a map")));
  return g_string_free (line, FALSE);
}

static gpointer
make (void)
{
  return dolen_venue_new ();
}

static void
release (gpointer thing)
{
  dolen_venue_free (thing);
}

static char **
uid (gpointer thing)
{
  return &((DolenVenue *) thing)->uid;
}

static char *
key_of (gconstpointer thing)
{
  return g_strdup (((const DolenVenue *) thing)->uid);
}

const DolenListingPartForm dolen_listing_venue_form = {
  .part = "venues",
  /* Translators: where a group meets. */
  .title = N_ ("Where"),
  .add = N_ ("Add a _Place"),
  .none = N_ ("Nobody knows yet where it meets."),
  .fields = fields,
  .problem = problem,
  .shows = shows,
  .list = offsetof (DolenService, venues),
  .make = make,
  .release = release,
  .uid = uid,
  .key = key_of,
  .read = read_venue,
  .write = write_venue,
  .tell = tell,
};
