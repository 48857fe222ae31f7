/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-feed-sources.h"

#include "base/dolen-error.h"
#include "directory/dolen-clashes.h"
#include "directory/dolen-history.h"
#include "directory/dolen-source-licence.h"
#include "directory/dolen-sources.h"
#include "directory/dolen-worked-on.h"

#include <glib/gi18n-lib.h>
#include <json-c/json.h>
#include <string.h>

DolenSourcePage *
dolen_source_page_new (const char *address, const char *etag, const char *last_modified)
{
  DolenSourcePage *page = g_new0 (DolenSourcePage, 1);

  page->address = g_strdup (address);
  page->etag = g_strdup (etag);
  page->last_modified = g_strdup (last_modified);
  return page;
}

void
dolen_source_page_free (DolenSourcePage *page)
{
  if (page == NULL)
    return;
  g_free (page->address);
  g_free (page->etag);
  g_free (page->last_modified);
  g_free (page);
}

DolenSource *
dolen_directory_get_source (DolenDirectory *dir, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) sources = dolen_directory_list_sources (dir, error);

  if (sources == NULL)
    return NULL;
  for (guint i = 0; i < sources->len; i++) {
    const DolenSource *source = g_ptr_array_index (sources, i);
    if (g_strcmp0 (source->uid, uid) == 0)
      return g_ptr_array_steal_index (sources, i);
  }
  g_set_error_literal (
      error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such source any more."));
  return NULL;
}

/* {"name", "address"}: what the history tells of it when it is gone. */
static char *
describe (const DolenSource *source)
{
  json_object *root = json_object_new_object ();
  char *json;

  json_object_object_add (root, "name", json_object_new_string (source->name));
  if (source->address != NULL)
    json_object_object_add (root, "address", json_object_new_string (source->address));
  json = g_strdup (json_object_to_json_string_ext (
      root, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (root);
  return json;
}

static gboolean
tell (DolenDirectory *dir,
      const DolenSource *source,
      const char *act,
      const char *who,
      GError **error)
{
  g_autofree char *after = describe (source);
  DolenHistoryEntry entry = {
    .who = (char *) who,
    .act = (char *) act,
    .kind = (char *) "source",
    .record_uid = source->uid,
    .after = after,
  };

  return act == NULL || dolen_history_add (dir, &entry, error) > 0;
}

gboolean
dolen_directory_put_source (
    DolenDirectory *dir, DolenSource *source, const char *act, const char *who, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);

  return transaction != NULL && dolen_store_source (dir, source, error)
         && tell (dir, source, act, who, error) && dolen_transaction_commit (transaction, error);
}

static gboolean
find_source (DolenDirectory *dir, const char *uid, gint64 *id, GError **error)
{
  return dolen_directory_find_id (dir, "SELECT id FROM source WHERE uid = ?1", uid, id, error);
}

static void
take_page (DolenRow *row, gpointer pages)
{
  DolenSourcePage *page = g_new0 (DolenSourcePage, 1);

  page->address = dolen_row_take_text (row);
  page->etag = dolen_row_take_text (row);
  page->last_modified = dolen_row_take_text (row);
  g_ptr_array_add (pages, page);
}

GPtrArray *
dolen_directory_list_source_pages (DolenDirectory *dir, const char *source_uid, GError **error)
{
  g_autoptr (GPtrArray) pages
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_source_page_free);
  gint64 source = 0;

  if (!find_source (dir, source_uid, &source, error)
      || !dolen_directory_each (dir,
                                "SELECT address, etag, last_modified FROM source_page"
                                " WHERE source = ?1 ORDER BY id",
                                source,
                                take_page,
                                pages,
                                error))
    return NULL;
  return g_steal_pointer (&pages);
}

static gboolean
are_same (const GPtrArray *one, const GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++) {
    const DolenSourcePage *a = g_ptr_array_index (one, i), *b = g_ptr_array_index (other, i);
    if (g_strcmp0 (a->address, b->address) != 0 || g_strcmp0 (a->etag, b->etag) != 0
        || g_strcmp0 (a->last_modified, b->last_modified) != 0)
      return FALSE;
  }
  return TRUE;
}

static gboolean
insert_page (DolenDirectory *dir, gint64 source, const DolenSourcePage *page, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir,
                            "INSERT OR IGNORE INTO source_page (source, address, etag,"
                            " last_modified) VALUES (?, ?, ?, ?)",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, source);
  dolen_row_put_text (&row, page->address);
  dolen_row_put_text (&row, page->etag);
  dolen_row_put_text (&row, page->last_modified);
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_directory_set_source_pages (DolenDirectory *dir,
                                  const char *source_uid,
                                  const GPtrArray *pages,
                                  GError **error)
{
  g_autoptr (GPtrArray) known = dolen_directory_list_source_pages (dir, source_uid, error);
  g_autoptr (DolenTransaction) transaction = NULL;
  gint64 source = 0;

  if (known == NULL)
    return FALSE;
  if (are_same (known, pages))
    return TRUE;
  transaction = dolen_transaction_begin (dir->db, error);
  if (transaction == NULL || !find_source (dir, source_uid, &source, error)
      || !dolen_directory_run (dir, "DELETE FROM source_page WHERE source = ?1", source, error))
    return FALSE;
  for (guint i = 0; i < pages->len; i++)
    if (!insert_page (dir, source, g_ptr_array_index (pages, i), error))
      return FALSE;
  return dolen_transaction_commit (transaction, error);
}

gboolean
dolen_directory_count_source (DolenDirectory *dir,
                              const char *source_uid,
                              DolenSourceCounts *counts,
                              GError **error)
{
#define OF_SOURCE                                                                                  \
  "SELECT count(*) FROM source_record r JOIN source s ON s.id = r.source"                          \
  " WHERE s.uid = ?1 AND r.kind = 'service' AND r.gone_since IS "
  gint64 services = 0, gone = 0;

  *counts = (DolenSourceCounts){ 0 };
  if (!dolen_directory_find_id (dir, OF_SOURCE "NULL", source_uid, &services, error)
      || !dolen_directory_find_id (dir, OF_SOURCE "NOT NULL", source_uid, &gone, error)
      || !dolen_directory_count_clashes (dir, source_uid, &counts->clashes, error))
    return FALSE;
#undef OF_SOURCE
  counts->services = (guint) services;
  counts->gone = (guint) gone;
  return TRUE;
}

/* One removal under way. */
typedef struct {
  DolenDirectory *dir;
  const char *source_uid;
  gint64 source;
  guint removed;
  guint kept;
} Removal;

static void
take_uid (DolenRow *row, gpointer uids)
{
  g_ptr_array_add (uids, dolen_row_take_text (row));
}

static GPtrArray *
list_records (Removal *removal, const char *sql, GError **error)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);

  return dolen_directory_each (removal->dir, sql, removal->source, take_uid, uids, error)
             ? g_steal_pointer (&uids)
             : NULL;
}

static gboolean
remove_services (Removal *removal, GError **error)
{
  g_autoptr (GPtrArray) uids
             = list_records (removal,
                             "SELECT s.uid FROM service s WHERE s.source = ?1 AND EXISTS"
                             " (SELECT 1 FROM source_record r WHERE r.record_uid = s.uid)",
                             error);

  for (guint i = 0; uids != NULL && i < uids->len; i++) {
    const char *uid = g_ptr_array_index (uids, i);
    gboolean worked_on = FALSE;

    if (!dolen_record_worked_on (removal->dir, uid, 0, removal->source_uid, &worked_on, error)
        || (!worked_on && !dolen_directory_delete_service (removal->dir, uid, error)))
      return FALSE;
    removal->removed += !worked_on;
    removal->kept += worked_on;
  }
  return uids != NULL;
}

static gboolean
remove_organisations (Removal *removal, GError **error)
{
  g_autoptr (GPtrArray) uids
             = list_records (removal,
                             "SELECT o.uid FROM organisation o WHERE o.source = ?1"
                             " AND NOT EXISTS (SELECT 1 FROM service WHERE organisation = o.id)",
                             error);

  for (guint i = 0; uids != NULL && i < uids->len; i++) {
    const char *uid = g_ptr_array_index (uids, i);
    gboolean worked_on = FALSE;

    if (!dolen_record_worked_on (removal->dir, uid, 0, removal->source_uid, &worked_on, error)
        || (!worked_on && !dolen_directory_delete_organisation (removal->dir, uid, error)))
      return FALSE;
  }
  return uids != NULL;
}

/* Of what was removed no edit is left. What is kept keeps its edits, should the source come again,
 * but without a feed there is nothing they differ from: a clash waits for what the feed says then.
 */
static gboolean
forget (Removal *removal, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM field_edit WHERE record_uid IN"
    " (SELECT record_uid FROM source_record WHERE source = ?1)"
    " AND NOT EXISTS (SELECT 1 FROM service WHERE uid = record_uid)"
    " AND NOT EXISTS (SELECT 1 FROM organisation WHERE uid = record_uid)",
    "UPDATE field_edit SET feed_value = base_value, base_value = NULL, feed_changed_at = NULL"
    " WHERE feed_changed_at IS NOT NULL AND record_uid IN"
    " (SELECT record_uid FROM source_record WHERE source = ?1) AND record_uid NOT IN"
    " (SELECT record_uid FROM source_record WHERE source <> ?1)",
    ("DELETE FROM import_before WHERE history IN (SELECT h.id FROM history h"
     " JOIN source s ON s.uid = h.record_uid WHERE s.id = ?1)"),
    "DELETE FROM source WHERE id = ?1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!dolen_directory_run (removal->dir, statements[i], removal->source, error))
      return FALSE;
  return TRUE;
}

#define MERGED_INTO_OURS                                                                           \
  "SELECT m.id FROM merged m JOIN organisation o ON o.uid = m.gone_uid"                            \
  " JOIN source x ON x.id = o.source WHERE x.uid = ?1"
#define WITH_SERVICES                                                                              \
  "SELECT o.id FROM organisation o JOIN source x ON x.id = o.source WHERE x.uid = ?1"              \
  " AND EXISTS (SELECT 1 FROM service WHERE organisation = o.id)"

/* A record without a source is ours and goes out with ours: nothing would say any more that it may
 * not. @organisations: finds one of the source that would go out with services. */
static gboolean
may_stay (const Removal *removal,
          const DolenSource *source,
          const char *organisations,
          GError **error)
{
  g_auto (DolenSourceLicence) licence = { 0 };
  gint64 one = 0;

  dolen_source_licence_read (&licence, source->settings);
  if (!licence.forbids_more)
    return TRUE;
  if (!dolen_directory_find_id (removal->dir, organisations, source->uid, &one, error))
    return FALSE;
  if (removal->kept == 0 && one == 0)
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_NOT_ALLOWED,
               /* Translators: the name of a source. */
               _ ("What came from “%s” may not be passed on, and without the source nothing would "
                  "say so of the records that stay. If it may be after all, take that mark off the "
                  "source first."),
               source->name);
  return FALSE;
}

gboolean
dolen_directory_remove_source (DolenDirectory *dir,
                               const char *source_uid,
                               DolenRemoveChoice choice,
                               const char *who,
                               guint *removed,
                               guint *kept,
                               GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_autoptr (DolenSource) source = NULL;
  Removal removal = { dir, source_uid, 0, 0, 0 };
  DolenSourceCounts counts;

  if (transaction == NULL || (source = dolen_directory_get_source (dir, source_uid, error)) == NULL
      || !dolen_directory_count_source (dir, source_uid, &counts, error))
    return FALSE;
  removal.source = source->id;
  if (choice == DOLEN_REMOVE_KEEP)
    removal.kept = counts.services + counts.gone;
  if (!may_stay (&removal, source, MERGED_INTO_OURS, error)
      || (choice != DOLEN_REMOVE_KEEP
          && (!remove_services (&removal, error) || !remove_organisations (&removal, error)))
      || !may_stay (&removal, source, WITH_SERVICES, error))
    return FALSE;
  if (!forget (&removal, error) || !tell (dir, source, "remove-source", who, error)
      || !dolen_transaction_commit (transaction, error))
    return FALSE;
  if (removed != NULL)
    *removed = removal.removed;
  if (kept != NULL)
    *kept = removal.kept;
  return TRUE;
}
