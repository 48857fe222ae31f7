/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-id.h"
#include "exchange/out/dolen-out-file.h"
#include "exchange/out/dolen-out-folder.h"
#include "exchange/out/dolen-out-values.h"
#include "exchange/out/dolen-out-walk.h"

#include <glib/gstdio.h>
#include <string.h>

/* Static pages of ORUK 3.0, and one that people can read. index.json is written first where there
 * is none, and so marks the folder as ours. */

typedef struct {
  DolenOutWriter parent;
  char *folder; /* (owned) */
  DolenOutStyle style;
  DolenOutWriter *feed; /* (owned) all in full */
  DolenOutWriter *list; /* (owned) what there is one of */
  DolenOutWriter *html; /* (owned) for people */
  GHashTable *pages;    /* names of files in services/ that belong there */
} Site;

static gboolean
write_page (Site *site,
            const DolenService *service,
            const DolenOrganisation *organisation,
            GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s.json", service->uid);
  g_autofree char *path = g_build_filename (site->folder, "services", name, NULL);
  json_object *object = dolen_out_service (&site->style, service, organisation);
  gboolean ok
      = dolen_out_file_write (path,
                              json_object_to_json_string_ext (
                                  object, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE),
                              error);

  json_object_put (object);
  g_hash_table_add (site->pages, g_steal_pointer (&name));
  return ok;
}

static gboolean
site_add (DolenOutWriter *writer,
          const DolenService *service,
          const DolenOrganisation *organisation,
          GError **error)
{
  Site *site = (Site *) writer;

  return site->feed->add (site->feed, service, organisation, error)
         && site->list->add (site->list, service, organisation, error)
         && site->html->add (site->html, service, organisation, error)
         && write_page (site, service, organisation, error);
}

/* "UID.json": nothing else in services/ was written here. */
static gboolean
is_page (const char *name)
{
  g_autofree char *uid
      = g_str_has_suffix (name, ".json") ? g_strndup (name, strlen (name) - 5) : NULL;

  return uid != NULL && dolen_id_is_valid (uid);
}

/* Pages of services that are not published any more. */
static void
remove_stale_pages (const Site *site)
{
  g_autofree char *folder = g_build_filename (site->folder, "services", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (is_page (name) && !g_hash_table_contains (site->pages, name))
      g_unlink (path);
  }
}

static gboolean
site_finish (DolenOutWriter *writer, GError **error)
{
  Site *site = (Site *) writer;

  if (!site->list->finish (site->list, error) || !site->feed->finish (site->feed, error)
      || !site->html->finish (site->html, error))
    return FALSE;
  remove_stale_pages (site);
  return TRUE;
}

static void
site_free (DolenOutWriter *writer)
{
  Site *site = (Site *) writer;

  dolen_out_writer_free (site->feed);
  dolen_out_writer_free (site->list);
  dolen_out_writer_free (site->html);
  g_hash_table_unref (site->pages);
  g_free (site->folder);
  g_free (site);
}

static gboolean
write_index (const char *folder, const DolenOutSources *sources, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "index.json", NULL);
  json_object *index = json_object_new_object ();
  gboolean ok;

  json_object_object_add (index, "version", json_object_new_string ("HSDS-UK-3.0"));
  json_object_object_add (
      index, "profile", json_object_new_string ("https://docs.openreferraluk.org/"));
  dolen_out_list (index, "x_dolen_sources", dolen_out_sources_describe_all (sources));
  dolen_out_folder_mark (index);
  ok = dolen_out_file_write (path,
                             json_object_to_json_string_ext (
                                 index, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE),
                             error);
  json_object_put (index);
  return ok;
}

static gboolean
open_files (Site *site, GError **error)
{
  g_autofree char *feed = g_build_filename (site->folder, "feed.json", NULL);
  g_autofree char *list = g_build_filename (site->folder, "services.json", NULL);
  g_autofree char *pages = g_build_filename (site->folder, "services", NULL);

  return write_index (site->folder, site->style.sources, error)
         && dolen_out_folder_make (pages, error)
         && (site->feed = dolen_out_page_new (feed, &site->style, TRUE, error)) != NULL
         && (site->list = dolen_out_page_new (list, &site->style, FALSE, error)) != NULL;
}

static DolenOutWriter *
site_new (DolenDirectory *dir,
          const char *folder,
          const DolenOutSources *sources,
          const DolenPublisher *publisher,
          GError **error)
{
  g_autoptr (DolenOutWriter) writer = NULL;
  g_autofree char *html = NULL;
  Site *site;

  if (!dolen_out_folder_prepare (folder, "index.json", error))
    return NULL;
  site = g_new0 (Site, 1);
  site->parent = (DolenOutWriter){ site_add, site_finish, site_free };
  site->folder = g_strdup (folder);
  site->style = (DolenOutStyle){ .profile = DOLEN_OUT_OWN, .dir = dir, .sources = sources };
  html = g_build_filename (folder, "index.html", NULL);
  site->html = dolen_out_html_new (html, publisher);
  site->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writer = &site->parent;
  return open_files (site, error) ? g_steal_pointer (&writer) : NULL;
}

gboolean
dolen_publish (DolenDirectory *dir,
               const char *folder,
               const DolenExportOptions *options,
               DolenExportReport *report,
               GError **error)
{
  static const DolenExportOptions none = { 0 };
  const DolenExportOptions *chosen = options != NULL ? options : &none;
  DolenExportReport counted = { 0 };
  g_autoptr (DolenOutSources) sources = dolen_out_sources_new (dir, chosen->sources, error);
  g_autoptr (DolenOutWriter) writer
             = sources != NULL ? site_new (dir, folder, sources, chosen->publisher, error) : NULL;

  if (writer == NULL
      || !dolen_out_walk (dir, writer, sources, DOLEN_EXPORT_HSDS, chosen, &counted, error)
      || !writer->finish (writer, error) || !dolen_out_sources_write (sources, folder, error))
    return FALSE;
  if (report != NULL)
    *report = counted;
  return TRUE;
}
