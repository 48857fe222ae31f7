/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-sources.h"

#include "directory/dolen-directory-private.h"
#include "exchange/out/dolen-out-file.h"
#include "exchange/out/dolen-out-values.h"
#include "language/dolen-language.h"

#include <glib/gi18n-lib.h>

struct _DolenOutSources {
  GPtrArray *all;     /* (owned) of DolenOutSource */
  GHashTable *chosen; /* (owned) uid -> DolenOutSource of .all */
  GHashTable *held;   /* (owned) uids of records with values of a source that stays here */
};

static void
source_free (gpointer data)
{
  DolenOutSource *source = data;

  g_free (source->uid);
  g_free (source->name);
  dolen_source_licence_clear (&source->licence);
  g_free (source);
}

/* ---- listing ---- */

static void
take_source (DolenRow *row, gpointer user_data)
{
  DolenOutSource *source = g_new0 (DolenOutSource, 1);
  g_autofree char *settings = NULL;

  source->uid = dolen_row_take_text (row);
  source->name = dolen_row_take_text (row);
  settings = dolen_row_take_text (row);
  source->services = (guint) dolen_row_take_int (row);
  dolen_source_licence_read (&source->licence, settings);
  g_ptr_array_add (user_data, source);
}

static void
take_count (DolenRow *row, gpointer user_data)
{
  *(guint *) user_data = (guint) dolen_row_take_int (row);
}

static gboolean
add_made_here (DolenDirectory *dir, GPtrArray *all, GError **error)
{
  DolenOutSource *here = g_new0 (DolenOutSource, 1);

  here->uid = g_strdup (DOLEN_OUT_MADE_HERE);
  g_ptr_array_add (all, here);
  return dolen_directory_each (dir,
                               "SELECT count(*) FROM service WHERE source IS NULL AND id > ?1",
                               0,
                               take_count,
                               &here->services,
                               error);
}

GPtrArray *
dolen_out_sources_list (DolenDirectory *dir, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (source_free);

  if (!add_made_here (dir, all, error)
      || !dolen_directory_each (dir,
                                "SELECT x.uid, x.name, x.settings, count(s.id) FROM source x"
                                " JOIN service s ON s.source = x.id WHERE x.id > ?1"
                                " GROUP BY x.id ORDER BY x.name COLLATE NOCASE, x.id",
                                0,
                                take_source,
                                all,
                                error))
    return NULL;
  return g_steal_pointer (&all);
}

gboolean
dolen_out_source_is_free (const DolenOutSource *source)
{
  return !source->licence.forbids_more;
}

const char *
dolen_out_source_warning (const DolenOutSource *source, DolenLanguage language)
{
  if (*source->uid == '\0')
    return NULL;
  if (source->licence.forbids_more)
    return dolen_text (language, "What came from it may not be passed on.");
  if (source->licence.licence == NULL)
    return dolen_text (language, "No licence is stated: ask whether it may be passed on.");
  return NULL;
}

/* ---- choosing ---- */

static void
take_held (DolenRow *row, gpointer held)
{
  g_hash_table_add (held, dolen_row_take_text (row));
}

/* What was merged holds values of both; and an organisation goes out with each of its services,
 * whosever they are. */
static gboolean
hold_values_of (DolenOutSources *sources, DolenDirectory *dir, gint64 source, GError **error)
{
  return dolen_directory_each (dir,
                               "SELECT uid FROM organisation WHERE source = ?1"
                               " UNION SELECT m.kept_uid FROM merged m"
                               " JOIN service s ON s.uid = m.gone_uid WHERE s.source = ?1"
                               " UNION SELECT m.kept_uid FROM merged m"
                               " JOIN organisation o ON o.uid = m.gone_uid WHERE o.source = ?1",
                               source,
                               take_held,
                               sources->held,
                               error);
}

/* Of sources that may not be passed on and were not chosen all the same. */
static gboolean
find_held (DolenOutSources *sources, DolenDirectory *dir, GError **error)
{
  g_autoptr (GPtrArray) stored = dolen_directory_list_sources (dir, error);

  for (guint i = 0; stored != NULL && i < stored->len; i++) {
    const DolenSource *source = stored->pdata[i];
    g_auto (DolenSourceLicence) licence = { 0 };

    dolen_source_licence_read (&licence, source->settings);
    if (licence.forbids_more && !g_hash_table_contains (sources->chosen, source->uid)
        && !hold_values_of (sources, dir, source->id, error))
      return FALSE;
  }
  return stored != NULL;
}

DolenOutSources *
dolen_out_sources_new (DolenDirectory *dir, const char *const *chosen, GError **error)
{
  g_autoptr (DolenOutSources) sources = NULL;
  GPtrArray *all = dolen_out_sources_list (dir, error);

  if (all == NULL)
    return NULL;
  sources = g_new0 (DolenOutSources, 1);
  sources->all = all;
  sources->chosen = g_hash_table_new (g_str_hash, g_str_equal);
  sources->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < all->len; i++) {
    DolenOutSource *source = all->pdata[i];

    if (chosen != NULL ? g_strv_contains (chosen, source->uid) : dolen_out_source_is_free (source))
      g_hash_table_insert (sources->chosen, source->uid, source);
  }
  return find_held (sources, dir, error) ? g_steal_pointer (&sources) : NULL;
}

void
dolen_out_sources_free (DolenOutSources *sources)
{
  if (sources == NULL)
    return;
  g_hash_table_unref (sources->chosen);
  g_hash_table_unref (sources->held);
  g_ptr_array_unref (sources->all);
  g_free (sources);
}

gboolean
dolen_out_sources_takes (const DolenOutSources *sources, const DolenService *service)
{
  const char *source = service->source_uid;

  return g_hash_table_contains (sources->chosen, source != NULL ? source : DOLEN_OUT_MADE_HERE)
         && !g_hash_table_contains (sources->held, service->uid)
         && (service->organisation_uid == NULL
             || !g_hash_table_contains (sources->held, service->organisation_uid));
}

/* ---- telling ---- */

static json_object *
describe (const DolenOutSource *source)
{
  const DolenLicence *known = dolen_licence_find (source->licence.licence);
  json_object *object = json_object_new_object ();

  dolen_out_text (object, "name", source->name);
  dolen_out_text (object, "licence", dolen_licence_name (source->licence.licence));
  dolen_out_text (object, "licence_url", known != NULL ? known->url : NULL);
  dolen_out_text (object, "attribution", source->licence.attribution);
  return object;
}

json_object *
dolen_out_sources_describe (const DolenOutSources *sources, const char *uid)
{
  const DolenOutSource *source = sources != NULL && uid != NULL && *uid != '\0'
                                     ? g_hash_table_lookup (sources->chosen, uid)
                                     : NULL;

  return source != NULL ? describe (source) : NULL;
}

char *
dolen_out_sources_say (const DolenOutSources *sources, const char *uid)
{
  const DolenOutSource *source = sources != NULL && uid != NULL && *uid != '\0'
                                     ? g_hash_table_lookup (sources->chosen, uid)
                                     : NULL;
  GString *said = g_string_new (source != NULL ? source->name : NULL);

  if (source != NULL && source->licence.licence != NULL)
    g_string_append_printf (said, "; %s", dolen_licence_name (source->licence.licence));
  if (source != NULL && source->licence.attribution != NULL)
    g_string_append_printf (said, "; %s", source->licence.attribution);
  return g_string_free (said, FALSE);
}

static gboolean
is_named (const DolenOutSources *sources, const DolenOutSource *source)
{
  return *source->uid != '\0' && g_hash_table_contains (sources->chosen, source->uid);
}

json_object *
dolen_out_sources_describe_all (const DolenOutSources *sources)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < sources->all->len; i++)
    if (is_named (sources, sources->all->pdata[i]))
      json_object_array_add (list, describe (sources->all->pdata[i]));
  return list;
}

/* ---- the page ---- */

static void
add_line (GString *page, const char *label, const char *text)
{
  if (text != NULL)
    g_string_append_printf (page, "%s: %s\n", label, text);
}

static void
add_source (GString *page, const DolenOutSource *source, DolenLanguage language)
{
  const DolenLicence *known = dolen_licence_find (source->licence.licence);

  g_string_append_printf (page, "\n%s\n", source->name);
  /* Translators: in a list of where records come from. */
  add_line (page,
            dolen_text (language, "Licence"),
            source->licence.licence != NULL ? dolen_licence_name (source->licence.licence)
                                            : dolen_text (language, "not stated"));
  if (known != NULL)
    g_string_append_printf (page, "%s\n", known->url);
  add_line (page, dolen_text (language, "Attribution"), source->licence.attribution);
}

static void
add_language (GString *page, const DolenOutSources *sources, DolenLanguage language)
{
  guint n = 0;

  g_string_append_printf (
      page,
      "%s\n",
      dolen_text (language,
                  "Some of these records come from others, under the licences named here. Each "
                  "record names its source."));
  for (guint i = 0; i < sources->all->len; i++)
    if (is_named (sources, sources->all->pdata[i])) {
      add_source (page, sources->all->pdata[i], language);
      n++;
    }
  if (n == 0)
    g_string_assign (page, "");
}

gboolean
dolen_out_sources_write (const DolenOutSources *sources, const char *path, GError **error)
{
  g_autofree char *file = g_build_filename (path, DOLEN_OUT_SOURCES_PAGE, NULL);
  g_autoptr (GString) english = g_string_new (NULL);
  g_autoptr (GString) welsh = g_string_new (NULL);
  g_autofree char *whole = NULL;

  add_language (english, sources, DOLEN_LANGUAGE_EN);
  add_language (welsh, sources, DOLEN_LANGUAGE_CY);
  whole = english->len > 0
              ? g_strdup_printf ("%s\n----\n\n%s", english->str, welsh->str)
              : g_strdup_printf (
                  "%s\n%s\n",
                  dolen_text (DOLEN_LANGUAGE_EN, "All of these records were made here."),
                  dolen_text (DOLEN_LANGUAGE_CY, "All of these records were made here."));
  return dolen_out_file_write (file, whole, error);
}
