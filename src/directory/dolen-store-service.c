/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-directory-private.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>

/* In the order in which put_service() binds and take_service() reads. */
#define COLUMNS                                                                                    \
  "name_en, name_en_state, name_cy, name_cy_state, description_en, description_en_state,"          \
  " description_cy, description_cy_state, eligibility_en, eligibility_en_state, eligibility_cy,"   \
  " eligibility_cy_state, how_to_join_en, how_to_join_en_state, how_to_join_cy,"                   \
  " how_to_join_cy_state, status, url, email, email_personal, phone, minimum_age, maximum_age,"    \
  " gender, fees, wait_given, alert, access, attending, areas, assured_on, assured_is_edit,"       \
  " modified_on, gone_since, do_not_list, closed_on, closed_reason, successor_uid"
#define VALUES                                                                                     \
  "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"  \
  " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

static gboolean
find_service (DolenDirectory *dir, const char *uid, gint64 *id, GError **error)
{
  return dolen_directory_find_id (dir, "SELECT id FROM service WHERE uid = ?1", uid, id, error);
}

static void
put_service (DolenRow *row, const DolenService *service, gint64 source, gint64 organisation)
{
  dolen_row_put_text (row, service->uid);
  dolen_row_put_known (row, source > 0 ? source : -1);
  dolen_row_put_known (row, organisation > 0 ? organisation : -1);
  dolen_row_put_bilingual (row, &service->name);
  dolen_row_put_bilingual (row, &service->description);
  dolen_row_put_bilingual (row, &service->eligibility);
  dolen_row_put_bilingual (row, &service->how_to_join);
  dolen_row_put_text (row, dolen_service_status_code (service->status));
  dolen_row_put_text (row, service->url);
  dolen_row_put_text (row, service->email);
  dolen_row_put_int (row, service->email != NULL && service->email_personal);
  dolen_row_put_text (row, service->phone);
  dolen_row_put_known (row, service->minimum_age);
  dolen_row_put_known (row, service->maximum_age);
  dolen_row_put_text (row, service->gender);
  dolen_row_put_text (row, service->fees);
  dolen_row_put_text (row, service->wait_given);
  dolen_row_put_text (row, service->alert);
  dolen_row_put_int (row, service->access);
  dolen_row_put_int (row, service->attending);
  dolen_row_put_text (row, service->areas);
  dolen_row_put_text (row, service->assured_on);
  dolen_row_put_int (row, service->assured_is_edit);
  dolen_row_put_text (row, service->modified_on);
  dolen_row_put_text (row, service->gone_since);
  dolen_row_put_int (row, service->do_not_list);
  dolen_row_put_text (row, service->closed_on);
  dolen_row_put_text (row, service->closed_reason);
  dolen_row_put_text (row, service->successor_uid);
}

static void
take_service (DolenRow *row, DolenService *service)
{
  service->id = dolen_row_take_int (row);
  service->uid = dolen_row_take_text (row);
  service->source_uid = dolen_row_take_text (row);
  service->organisation_uid = dolen_row_take_text (row);
  dolen_row_take_bilingual (row, &service->name);
  dolen_row_take_bilingual (row, &service->description);
  dolen_row_take_bilingual (row, &service->eligibility);
  dolen_row_take_bilingual (row, &service->how_to_join);
  service->status = dolen_service_status_from_code (dolen_row_peek_text (row));
  service->url = dolen_row_take_text (row);
  service->email = dolen_row_take_text (row);
  service->email_personal = dolen_row_take_int (row) != 0;
  service->phone = dolen_row_take_text (row);
  service->minimum_age = (int) dolen_row_take_known (row);
  service->maximum_age = (int) dolen_row_take_known (row);
  service->gender = dolen_row_take_text (row);
  service->fees = dolen_row_take_text (row);
  service->wait_given = dolen_row_take_text (row);
  service->alert = dolen_row_take_text (row);
  service->access = (DolenAccess) dolen_row_take_int (row);
  service->attending = (DolenAttending) dolen_row_take_int (row);
  service->areas = dolen_row_take_text (row);
  service->assured_on = dolen_row_take_text (row);
  service->assured_is_edit = dolen_row_take_int (row) != 0;
  service->modified_on = dolen_row_take_text (row);
  service->gone_since = dolen_row_take_text (row);
  service->do_not_list = dolen_row_take_int (row) != 0;
  service->closed_on = dolen_row_take_text (row);
  service->closed_reason = dolen_row_take_text (row);
  service->successor_uid = dolen_row_take_text (row);
}

static gboolean
find_parents (DolenDirectory *dir,
              const DolenService *service,
              gint64 *source,
              gint64 *organisation,
              GError **error)
{
  if (!dolen_directory_find_id (
          dir, "SELECT id FROM source WHERE uid = ?1", service->source_uid, source, error)
      || !dolen_directory_find_id (dir,
                                   "SELECT id FROM organisation WHERE uid = ?1",
                                   service->organisation_uid,
                                   organisation,
                                   error))
    return FALSE;
  if ((service->source_uid == NULL || *source > 0)
      && (service->organisation_uid == NULL || *organisation > 0))
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_CONSTRAINT,
               _ ("The organisation or source of “%s” is not in the directory."),
               dolen_bilingual_get (&service->name, DOLEN_LANGUAGE_EN));
  return FALSE;
}

/* The old parts go before the new ones come. Capacity reports and confirmations are told apart by
 * their uid across the directory; a report is never rewritten, so those that stay stay. */
static gboolean
clear_parts (DolenDirectory *dir, gint64 id, GError **error)
{
  return dolen_directory_run (dir, "DELETE FROM service_venue WHERE service = ?1", id, error)
         && dolen_directory_run (dir, "DELETE FROM schedule WHERE service = ?1", id, error)
         && dolen_directory_run (dir, "DELETE FROM contact WHERE service = ?1", id, error)
         && dolen_directory_run (dir, "DELETE FROM cost WHERE service = ?1", id, error)
         && dolen_directory_run (dir, "DELETE FROM language_offered WHERE service = ?1", id, error)
         && dolen_directory_run (dir, "DELETE FROM tag WHERE service = ?1", id, error)
         && dolen_directory_run (dir, "DELETE FROM capacity_report WHERE service = ?1", id, error)
         && dolen_directory_run (dir, "DELETE FROM funding WHERE service = ?1", id, error)
         && dolen_directory_run (dir, "DELETE FROM confirmation WHERE service = ?1", id, error);
}

static gboolean
write_row (
    DolenDirectory *dir, DolenService *service, gint64 source, gint64 organisation, GError **error)
{
  DolenRow row;
  gint64 id = 0;

  if (!find_service (dir, service->uid, &id, error))
    return FALSE;
  if (id == 0) {
    if (!dolen_directory_row (dir,
                              "INSERT INTO service (uid, source, organisation, " COLUMNS
                              ") VALUES " VALUES,
                              &row,
                              error))
      return FALSE;
    put_service (&row, service, source, organisation);
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
    service->id = dolen_db_last_id (dir->db);
    return TRUE;
  }
  if (!clear_parts (dir, id, error)
      || !dolen_directory_row (dir,
                               "UPDATE service SET (uid, source, organisation, " COLUMNS
                               ") = " VALUES " WHERE id = ?",
                               &row,
                               error))
    return FALSE;
  put_service (&row, service, source, organisation);
  dolen_row_put_int (&row, id);
  service->id = id;
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_store_service (DolenDirectory *dir, DolenService *service, GError **error)
{
  gint64 source = 0, organisation = 0;

  if (dolen_bilingual_is_empty (&service->name)) {
    g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT, _ ("A service needs a name."));
    return FALSE;
  }
  dolen_ensure_uid (&service->uid);
  return find_parents (dir, service, &source, &organisation, error)
         && write_row (dir, service, source, organisation, error)
         && dolen_store_venues (dir, service, error) && dolen_store_details (dir, service, error)
         && dolen_store_facts (dir, service, error);
}

gboolean
dolen_directory_save_service (DolenDirectory *dir, DolenService *service, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);

  return transaction != NULL && dolen_store_service (dir, service, error)
         && dolen_search_write_edited (dir, service->id, error)
         && dolen_transaction_commit (transaction, error);
}

static DolenService *
not_found (const char *uid, GError **error)
{
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_NOT_FOUND,
               _ ("There is no such service in the directory (%s)."),
               uid);
  return NULL;
}

DolenService *
dolen_directory_get_service_by_id (DolenDirectory *dir, gint64 id, GError **error)
{
  g_autoptr (DolenService) service = dolen_service_new ();
  DolenRow row;
  gboolean found = FALSE;

  if (!dolen_directory_row (dir,
                            "SELECT id, uid, (SELECT uid FROM source WHERE id = source),"
                            " (SELECT uid FROM organisation WHERE id = organisation), " COLUMNS
                            " FROM service WHERE id = ?1",
                            &row,
                            error))
    return NULL;
  dolen_statement_bind_int64 (row.statement, 1, id);
  if (!dolen_statement_step (row.statement, &found, error))
    return NULL;
  if (!found) {
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
    return not_found (number, error);
  }
  take_service (&row, service);
  dolen_statement_reset (row.statement);
  if (!dolen_load_details (dir, service, error))
    return NULL;
  return g_steal_pointer (&service);
}

DolenService *
dolen_directory_get_service (DolenDirectory *dir, const char *uid, GError **error)
{
  gint64 id = 0;

  if (!find_service (dir, uid, &id, error))
    return NULL;
  return id == 0 ? not_found (uid, error) : dolen_directory_get_service_by_id (dir, id, error);
}

static void
collect_id (DolenRow *row, gpointer ids)
{
  gint64 id = dolen_row_take_int (row);
  g_array_append_val (ids, id);
}

gboolean
dolen_directory_foreach_service (DolenDirectory *dir,
                                 DolenServiceFunc func,
                                 gpointer user_data,
                                 GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!dolen_directory_each (
          dir, "SELECT id FROM service WHERE id > ?1 ORDER BY id", 0, collect_id, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    g_autoptr (DolenService) service
               = dolen_directory_get_service_by_id (dir, g_array_index (ids, gint64, i), error);

    if (service == NULL)
      return FALSE;
    if (!func (service, user_data))
      return TRUE;
  }
  return TRUE;
}

gboolean
dolen_directory_delete_service (DolenDirectory *dir, const char *uid, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  gint64 id = 0;

  if (transaction == NULL || !find_service (dir, uid, &id, error))
    return FALSE;
  if (id == 0) {
    not_found (uid, error);
    return FALSE;
  }
  return dolen_directory_run (dir,
                              "DELETE FROM venue WHERE id IN (SELECT venue FROM service_venue"
                              "  WHERE service = ?1) AND NOT EXISTS (SELECT 1 FROM service_venue"
                              "  WHERE venue = venue.id AND service <> ?1)",
                              id,
                              error)
         && dolen_directory_run (dir, "DELETE FROM service WHERE id = ?1", id, error)
         && dolen_search_write_edited (dir, id, error)
         && dolen_transaction_commit (transaction, error);
}
