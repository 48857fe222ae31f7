/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-directory-private.h"

/* What people tell: capacity, confirmations; and contacts and funding, which hang on a service or
 * on an organisation. */

gboolean
dolen_store_capacity (DolenDirectory *dir, gint64 service, DolenCapacity *capacity, GError **error)
{
  DolenRow row;

  dolen_ensure_uid (&capacity->uid);
  if (!dolen_directory_row (dir,
                            "INSERT INTO capacity_report (service, " DOLEN_CAPACITY_COLUMNS ")"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                            &row,
                            error))
    return FALSE;
  dolen_row_put_int (&row, service);
  dolen_row_put_text (&row, capacity->uid);
  dolen_row_put_text (&row, dolen_capacity_status_code (capacity->status));
  dolen_row_put_known (&row, capacity->places_free);
  dolen_row_put_known (&row, capacity->places_total);
  dolen_row_put_known (&row, capacity->wait_weeks_from);
  dolen_row_put_known (&row, capacity->wait_weeks_to);
  dolen_row_put_text (&row, capacity->returns_on);
  dolen_row_put_text (&row, capacity->note);
  dolen_row_put_text (&row, capacity->as_of);
  dolen_row_put_text (&row, dolen_told_by_code (capacity->source));
  dolen_row_put_text (&row, capacity->told_by);
  return dolen_statement_run (row.statement, error);
}

DolenCapacity *
dolen_load_capacity (DolenRow *row)
{
  DolenCapacity *capacity = dolen_capacity_new ();

  capacity->uid = dolen_row_take_text (row);
  capacity->status = dolen_capacity_status_from_code (dolen_row_peek_text (row));
  capacity->places_free = (int) dolen_row_take_known (row);
  capacity->places_total = (int) dolen_row_take_known (row);
  capacity->wait_weeks_from = (int) dolen_row_take_known (row);
  capacity->wait_weeks_to = (int) dolen_row_take_known (row);
  capacity->returns_on = dolen_row_take_text (row);
  capacity->note = dolen_row_take_text (row);
  capacity->as_of = dolen_row_take_text (row);
  capacity->source = dolen_told_by_from_code (dolen_row_peek_text (row));
  capacity->told_by = dolen_row_take_text (row);
  return capacity;
}

static void
take_capacity (DolenRow *row, gpointer list)
{
  g_ptr_array_add (list, dolen_load_capacity (row));
}

gboolean
dolen_store_confirmation (DolenDirectory *dir,
                          gint64 service,
                          DolenConfirmation *confirmation,
                          GError **error)
{
  DolenRow row;

  dolen_ensure_uid (&confirmation->uid);
  if (!dolen_directory_row (
          dir,
          "INSERT INTO confirmation (service, uid, on_date, how, asked, confirmed, recorded_by,"
          " outcome, note, next_try_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
          &row,
          error))
    return FALSE;
  dolen_row_put_int (&row, service);
  dolen_row_put_text (&row, confirmation->uid);
  dolen_row_put_text (&row, confirmation->on);
  dolen_row_put_text (&row, dolen_told_by_code (confirmation->how));
  dolen_row_put_text (&row, confirmation->asked);
  dolen_row_put_text (&row, confirmation->confirmed);
  dolen_row_put_text (&row, confirmation->by);
  dolen_row_put_text (&row, dolen_call_outcome_code (confirmation->outcome));
  dolen_row_put_text (&row, confirmation->note);
  dolen_row_put_text (&row, confirmation->next_try_on);
  return dolen_statement_run (row.statement, error);
}

static void
take_confirmation (DolenRow *row, gpointer list)
{
  DolenConfirmation *confirmation = dolen_confirmation_new ();

  confirmation->uid = dolen_row_take_text (row);
  confirmation->on = dolen_row_take_text (row);
  confirmation->how = dolen_told_by_from_code (dolen_row_peek_text (row));
  confirmation->asked = dolen_row_take_text (row);
  confirmation->confirmed = dolen_row_take_text (row);
  confirmation->by = dolen_row_take_text (row);
  confirmation->outcome = dolen_call_outcome_from_code (dolen_row_peek_text (row));
  confirmation->note = dolen_row_take_text (row);
  confirmation->next_try_on = dolen_row_take_text (row);
  g_ptr_array_add (list, confirmation);
}

/* Newest first in the struct, oldest first in the table: the later row of one day is the newer. */
gboolean
dolen_store_facts (DolenDirectory *dir, const DolenService *service, GError **error)
{
  for (guint i = service->capacities->len; i > 0; i--)
    if (!dolen_store_capacity (
            dir, service->id, g_ptr_array_index (service->capacities, i - 1), error))
      return FALSE;
  for (guint i = service->confirmations->len; i > 0; i--)
    if (!dolen_store_confirmation (
            dir, service->id, g_ptr_array_index (service->confirmations, i - 1), error))
      return FALSE;
  return dolen_store_contacts (dir, 0, service->id, service->contacts, error)
         && dolen_store_funding (dir, 0, service->id, service->funding, error);
}

static void
put_owner (DolenRow *row, gint64 organisation, gint64 service)
{
  dolen_row_put_known (row, organisation > 0 ? organisation : -1);
  dolen_row_put_known (row, service > 0 ? service : -1);
}

#define CONTACT_COLUMNS                                                                            \
  "uid, name, role, phone, phone_given, email, email_given, note, personal, permission"

gboolean
dolen_store_contacts (DolenDirectory *dir,
                      gint64 organisation,
                      gint64 service,
                      const GPtrArray *contacts,
                      GError **error)
{
  for (guint i = 0; i < contacts->len; i++) {
    DolenContact *contact = g_ptr_array_index (contacts, i);
    DolenRow row;

    dolen_ensure_uid (&contact->uid);
    if (!dolen_directory_row (dir,
                              "INSERT INTO contact (organisation, service, " CONTACT_COLUMNS ")"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                              " ON CONFLICT DO NOTHING",
                              &row,
                              error))
      return FALSE;
    put_owner (&row, organisation, service);
    dolen_row_put_text (&row, contact->uid);
    dolen_row_put_text (&row, contact->name);
    dolen_row_put_text (&row, contact->role);
    dolen_row_put_text (&row, contact->phone);
    dolen_row_put_text (&row, contact->phone_given);
    dolen_row_put_text (&row, contact->email);
    dolen_row_put_text (&row, contact->email_given);
    dolen_row_put_text (&row, contact->note);
    dolen_row_put_int (&row, contact->personal);
    dolen_row_put_text (&row, dolen_permission_code (contact->permission));
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
  }
  return TRUE;
}

static void
take_contact (DolenRow *row, gpointer list)
{
  DolenContact *contact = dolen_contact_new ();

  contact->uid = dolen_row_take_text (row);
  contact->name = dolen_row_take_text (row);
  contact->role = dolen_row_take_text (row);
  contact->phone = dolen_row_take_text (row);
  contact->phone_given = dolen_row_take_text (row);
  contact->email = dolen_row_take_text (row);
  contact->email_given = dolen_row_take_text (row);
  contact->note = dolen_row_take_text (row);
  contact->personal = dolen_row_take_int (row) != 0;
  contact->permission = dolen_permission_from_code (dolen_row_peek_text (row));
  g_ptr_array_add (list, contact);
}

#define FUNDING_COLUMNS "uid, funder, kind, amount_band, starts_on, ends_on, evidence, source"

gboolean
dolen_store_funding (DolenDirectory *dir,
                     gint64 organisation,
                     gint64 service,
                     const GPtrArray *funding,
                     GError **error)
{
  for (guint i = 0; i < funding->len; i++) {
    DolenFunding *one = g_ptr_array_index (funding, i);
    DolenRow row;

    dolen_ensure_uid (&one->uid);
    if (!dolen_directory_row (dir,
                              "INSERT INTO funding (organisation, service, " FUNDING_COLUMNS ")"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                              &row,
                              error))
      return FALSE;
    put_owner (&row, organisation, service);
    dolen_row_put_text (&row, one->uid);
    dolen_row_put_text (&row, one->funder);
    dolen_row_put_text (&row, one->kind);
    dolen_row_put_text (&row, one->amount_band);
    dolen_row_put_text (&row, one->starts_on);
    dolen_row_put_text (&row, one->ends_on);
    dolen_row_put_text (&row, one->evidence);
    dolen_row_put_text (&row, dolen_told_by_code (one->source));
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
  }
  return TRUE;
}

static void
take_funding (DolenRow *row, gpointer list)
{
  DolenFunding *funding = dolen_funding_new ();

  funding->uid = dolen_row_take_text (row);
  funding->funder = dolen_row_take_text (row);
  funding->kind = dolen_row_take_text (row);
  funding->amount_band = dolen_row_take_text (row);
  funding->starts_on = dolen_row_take_text (row);
  funding->ends_on = dolen_row_take_text (row);
  funding->evidence = dolen_row_take_text (row);
  funding->source = dolen_told_by_from_code (dolen_row_peek_text (row));
  g_ptr_array_add (list, funding);
}

gboolean
dolen_load_facts (DolenDirectory *dir, DolenService *service, GError **error)
{
  gint64 id = service->id;

  return dolen_directory_each (
             dir,
             "SELECT " DOLEN_CAPACITY_COLUMNS
             " FROM capacity_report WHERE service = ?1 ORDER BY as_of DESC, id DESC",
             id,
             take_capacity,
             service->capacities,
             error)
         && dolen_directory_each (dir,
                                  "SELECT uid, on_date, how, asked, confirmed, recorded_by,"
                                  " outcome, note, next_try_on"
                                  " FROM confirmation WHERE service = ?1"
                                  " ORDER BY on_date DESC, id DESC",
                                  id,
                                  take_confirmation,
                                  service->confirmations,
                                  error)
         && dolen_directory_each (dir,
                                  "SELECT " CONTACT_COLUMNS
                                  " FROM contact WHERE service = ?1 ORDER BY id",
                                  id,
                                  take_contact,
                                  service->contacts,
                                  error)
         && dolen_directory_each (dir,
                                  "SELECT " FUNDING_COLUMNS
                                  " FROM funding WHERE service = ?1 ORDER BY id",
                                  id,
                                  take_funding,
                                  service->funding,
                                  error);
}

gboolean
dolen_load_organisation_facts (DolenDirectory *dir, DolenOrganisation *org, GError **error)
{
  return dolen_directory_each (dir,
                               "SELECT " CONTACT_COLUMNS
                               " FROM contact WHERE organisation = ?1 ORDER BY id",
                               org->id,
                               take_contact,
                               org->contacts,
                               error)
         && dolen_directory_each (dir,
                                  "SELECT " FUNDING_COLUMNS
                                  " FROM funding WHERE organisation = ?1 ORDER BY id",
                                  org->id,
                                  take_funding,
                                  org->funding,
                                  error)
         && dolen_load_checks (dir, org->id, org->checks, error);
}
