/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/feeds/dolen-harvest-private.h"

#include "base/dolen-time.h"
#include "format/dolen-json-file.h"
#include "format/dolen-json-value.h"

#include <glib/gstdio.h>
#include <string.h>

#define STATE "harvest.json"
/* What broke off longer ago is read anew: pages of two days do not make one feed. */
#define OLDEST (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

static void
came_free (gpointer data)
{
  DolenHarvestCame *came = data;

  dolen_source_page_free (came->page);
  g_free (came->asked);
  g_free (came->file);
  g_free (came);
}

void
dolen_harvest_state_clear (DolenHarvestState *state)
{
  g_clear_pointer (&state->list, g_free);
  g_clear_pointer (&state->came, g_ptr_array_unref);
}

void
dolen_harvest_forget (const char *folder)
{
  g_autoptr (GDir) open = g_dir_open (folder, 0, NULL);
  const char *name;

  while (open != NULL && (name = g_dir_read_name (open)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (folder);
}

static void
begin (DolenHarvestState *state, const char *folder, const char *list)
{
  dolen_harvest_forget (folder);
  *state = (DolenHarvestState){ .list = g_strdup (list), .started_at = dolen_time_now () };
  state->came = g_ptr_array_new_with_free_func (came_free);
}

static void
add (DolenHarvestState *state, const char *asked, const char *file, DolenSourcePage *page)
{
  DolenHarvestCame *came = g_new0 (DolenHarvestCame, 1);

  came->asked = g_strdup (asked);
  came->file = g_strdup (file);
  came->page = page;
  g_ptr_array_add (state->came, came);
}

void
dolen_harvest_state_add (DolenHarvestState *state,
                         const char *asked,
                         const char *file,
                         const DolenFeedAnswer *answer)
{
  add (state,
       asked,
       file,
       dolen_source_page_new (answer->address, answer->etag, answer->last_modified));
}

/* A name that is one of ours and whose file is there. */
static gboolean
is_there (const char *folder, const char *file)
{
  g_autofree char *path = NULL;

  if (file == NULL || !g_str_has_prefix (file, "page-") || strchr (file, '/') != NULL)
    return FALSE;
  path = g_build_filename (folder, file, NULL);
  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
take_pages (DolenHarvestState *state, const char *folder, json_object *pages)
{
  for (guint i = 0; i < dolen_json_length (pages); i++) {
    json_object *page = dolen_json_at (pages, i);
    g_autofree char *asked = dolen_json_get_line (page, "asked");
    g_autofree char *address = dolen_json_get_line (page, "address");
    g_autofree char *file = dolen_json_get_line (page, "file");
    g_autofree char *etag = dolen_json_get_line (page, "etag");
    g_autofree char *modified = dolen_json_get_line (page, "last_modified");

    if (asked == NULL || address == NULL || !is_there (folder, file))
      return; /* from here on it is read anew */
    add (state, asked, file, dolen_source_page_new (address, etag, modified));
  }
}

void
dolen_harvest_state_load (DolenHarvestState *state, const char *folder, const char *list)
{
  g_autofree char *path = g_build_filename (folder, STATE, NULL);
  json_object *root = NULL;
  g_autofree char *of = NULL;
  double started = 0;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    root = dolen_json_file_read (path, NULL);
  of = dolen_json_get_line (root, "list");
  dolen_json_get_number (root, "started_at", &started);
  if (g_strcmp0 (of, list) != 0 || (gint64) started < dolen_time_now () - OLDEST
      || (gint64) started > dolen_time_now ()) {
    begin (state, folder, list);
  } else {
    *state = (DolenHarvestState){ .list = g_strdup (list), .started_at = (gint64) started };
    state->came = g_ptr_array_new_with_free_func (came_free);
    take_pages (state, folder, dolen_json_get (root, "pages"));
  }
  json_object_put (root);
}

gboolean
dolen_harvest_state_save (const DolenHarvestState *state, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, STATE, NULL);
  json_object *root = json_object_new_object ();
  json_object *pages = json_object_new_array ();
  gboolean ok;

  for (guint i = 0; i < state->came->len; i++) {
    const DolenHarvestCame *came = state->came->pdata[i];
    json_object *page = json_object_new_object ();
    dolen_json_put_text (page, "asked", came->asked);
    dolen_json_put_text (page, "address", came->page->address);
    dolen_json_put_text (page, "file", came->file);
    dolen_json_put_text (page, "etag", came->page->etag);
    dolen_json_put_text (page, "last_modified", came->page->last_modified);
    json_object_array_add (pages, page);
  }
  dolen_json_put_text (root, "list", state->list);
  json_object_object_add (root, "started_at", json_object_new_int64 (state->started_at));
  json_object_object_add (root, "pages", pages);
  ok = dolen_json_file_write (path, root, error);
  json_object_put (root);
  return ok;
}
