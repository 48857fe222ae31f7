/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-directory-private.h"

#include "base/dolen-error.h"
#include "language/dolen-collation.h"
#include "language/dolen-welsh.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMNS                                                                                     \
  "name_en, name_en_state, name_cy, name_cy_state, description_en, description_en_state,"           \
  " description_cy, description_cy_state, governance, legal_status, parent_uid, url, email, phone," \
  " volunteer_run, covered_by_parent"
#define VALUES "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

static gboolean
find_organisation (DolenDirectory *dir, const char *uid, gint64 *id, GError **error)
{
  return dolen_directory_find_id (
      dir, "SELECT id FROM organisation WHERE uid = ?1", uid, id, error);
}

static void
put_organisation (DolenRow *row, const DolenOrganisation *org, gint64 source)
{
  dolen_row_put_text (row, org->uid);
  dolen_row_put_known (row, source > 0 ? source : -1);
  dolen_row_put_bilingual (row, &org->name);
  dolen_row_put_bilingual (row, &org->description);
  dolen_row_put_text (row, dolen_governance_code (org->governance));
  dolen_row_put_text (row, org->legal_status);
  dolen_row_put_text (row, org->parent_uid);
  dolen_row_put_text (row, org->url);
  dolen_row_put_text (row, org->email);
  dolen_row_put_text (row, org->phone);
  dolen_row_put_int (row, org->volunteer_run);
  dolen_row_put_int (row, org->covered_by_parent);
}

static gboolean
write_row (DolenDirectory *dir, DolenOrganisation *org, gint64 source, GError **error)
{
  DolenRow row;
  gint64 id = 0;

  if (!find_organisation (dir, org->uid, &id, error))
    return FALSE;
  if (id == 0) {
    if (!dolen_directory_row (
            dir, "INSERT INTO organisation (uid, source, " COLUMNS ") VALUES " VALUES, &row, error))
      return FALSE;
    put_organisation (&row, org, source);
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
    org->id = dolen_db_last_id (dir->db);
    return TRUE;
  }
  if (!dolen_directory_run (dir, "DELETE FROM registration WHERE organisation = ?1", id, error)
      || !dolen_directory_run (dir, "DELETE FROM contact WHERE organisation = ?1", id, error)
      || !dolen_directory_run (dir, "DELETE FROM funding WHERE organisation = ?1", id, error)
      || !dolen_directory_run (dir, "DELETE FROM assurance WHERE organisation = ?1", id, error)
      || !dolen_directory_row (dir,
                               "UPDATE organisation SET (uid, source, " COLUMNS ") = " VALUES
                               " WHERE id = ?",
                               &row,
                               error))
    return FALSE;
  put_organisation (&row, org, source);
  dolen_row_put_int (&row, id);
  org->id = id;
  return dolen_statement_run (row.statement, error);
}

static gboolean
write_registrations (DolenDirectory *dir, const DolenOrganisation *org, GError **error)
{
  for (guint i = 0; i < org->registrations->len; i++) {
    const DolenRegistration *registration = g_ptr_array_index (org->registrations, i);
    DolenRow row;

    if (!dolen_directory_row (
            dir,
            "INSERT INTO registration (organisation, scheme, value) VALUES (?, ?, ?)",
            &row,
            error))
      return FALSE;
    dolen_row_put_int (&row, org->id);
    dolen_row_put_text (&row, registration->scheme);
    dolen_row_put_text (&row, registration->value);
    if (!dolen_statement_run (row.statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
dolen_store_organisation (DolenDirectory *dir, DolenOrganisation *org, GError **error)
{
  gint64 source = 0;

  if (dolen_bilingual_is_empty (&org->name)) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_CONSTRAINT, _ ("An organisation needs a name."));
    return FALSE;
  }
  dolen_ensure_uid (&org->uid);
  return dolen_directory_find_id (
             dir, "SELECT id FROM source WHERE uid = ?1", org->source_uid, &source, error)
         && write_row (dir, org, source, error) && write_registrations (dir, org, error)
         && dolen_store_contacts (dir, org->id, 0, org->contacts, error)
         && dolen_store_funding (dir, org->id, 0, org->funding, error)
         && dolen_store_checks (dir, org->id, org->checks, error);
}

gboolean
dolen_directory_save_organisation (DolenDirectory *dir, DolenOrganisation *org, GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);

  return transaction != NULL && dolen_store_organisation (dir, org, error)
         && dolen_search_write_organisation (dir, org->id, error)
         && dolen_transaction_commit (transaction, error);
}

static void
take_registration (DolenRow *row, gpointer list)
{
  DolenRegistration *registration = dolen_registration_new ();

  registration->scheme = dolen_row_take_text (row);
  registration->value = dolen_row_take_text (row);
  g_ptr_array_add (list, registration);
}

static void
take_organisation (DolenRow *row, gpointer user_data)
{
  DolenOrganisation *org = user_data;

  org->id = dolen_row_take_int (row);
  org->uid = dolen_row_take_text (row);
  org->source_uid = dolen_row_take_text (row);
  dolen_row_take_bilingual (row, &org->name);
  dolen_row_take_bilingual (row, &org->description);
  org->governance = dolen_governance_from_code (dolen_row_peek_text (row));
  org->legal_status = dolen_row_take_text (row);
  org->parent_uid = dolen_row_take_text (row);
  org->url = dolen_row_take_text (row);
  org->email = dolen_row_take_text (row);
  org->phone = dolen_row_take_text (row);
  org->volunteer_run = dolen_row_take_int (row) != 0;
  org->covered_by_parent = dolen_row_take_int (row) != 0;
}

static gboolean
not_found (const char *uid, GError **error)
{
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_NOT_FOUND,
               _ ("There is no such organisation in the directory (%s)."),
               uid);
  return FALSE;
}

DolenOrganisation *
dolen_directory_get_organisation (DolenDirectory *dir, const char *uid, GError **error)
{
  g_autoptr (DolenOrganisation) org = dolen_organisation_new ();
  gint64 id = 0;

  if (!find_organisation (dir, uid, &id, error))
    return NULL;
  if (id == 0) {
    not_found (uid, error);
    return NULL;
  }
  if (!dolen_directory_each (dir,
                             "SELECT id, uid, (SELECT uid FROM source WHERE id = source), " COLUMNS
                             " FROM organisation WHERE id = ?1",
                             id,
                             take_organisation,
                             org,
                             error)
      || !dolen_directory_each (
          dir,
          "SELECT scheme, value FROM registration WHERE organisation = ?1 ORDER BY id",
          id,
          take_registration,
          org->registrations,
          error)
      || !dolen_load_organisation_facts (dir, org, error))
    return NULL;
  return g_steal_pointer (&org);
}

gboolean
dolen_directory_delete_organisation (DolenDirectory *dir, const char *uid, GError **error)
{
  gint64 id = 0, services = 0;

  if (!find_organisation (dir, uid, &id, error)
      || !dolen_directory_find_id (dir,
                                   "SELECT count(*) FROM service WHERE organisation ="
                                   " (SELECT id FROM organisation WHERE uid = ?1)",
                                   uid,
                                   &services,
                                   error))
    return FALSE;
  if (id == 0)
    return not_found (uid, error);
  if (services > 0) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_NOT_ALLOWED, _ ("The organisation still has services."));
    return FALSE;
  }
  return dolen_directory_run (dir, "DELETE FROM organisation WHERE id = ?1", id, error);
}

void
dolen_organisation_card_free (DolenOrganisationCard *card)
{
  if (card == NULL)
    return;
  g_free (card->uid);
  dolen_bilingual_clear (&card->name);
  g_free (card);
}

static gboolean
name_holds (const char *name, const char *folded)
{
  g_autofree char *own = name != NULL ? dolen_welsh_fold (name) : NULL;
  return own != NULL && strstr (own, folded) != NULL;
}

typedef struct {
  GPtrArray *cards;
  char *folded; /* (nullable) */
} Listing;

static void
take_card (DolenRow *row, gpointer user_data)
{
  Listing *listing = user_data;
  DolenOrganisationCard *card = g_new0 (DolenOrganisationCard, 1);

  card->id = dolen_row_take_int (row);
  card->uid = dolen_row_take_text (row);
  dolen_row_take_bilingual (row, &card->name);
  card->services = dolen_row_take_int (row);
  if (listing->folded == NULL || name_holds (card->name.en, listing->folded)
      || name_holds (card->name.cy, listing->folded))
    g_ptr_array_add (listing->cards, card);
  else
    dolen_organisation_card_free (card);
}

static int
compare_cards (gconstpointer a, gconstpointer b)
{
  const DolenOrganisationCard *const *first = a, *const *second = b;
  DolenLanguage language = dolen_language_current ();

  return dolen_collate (language,
                        dolen_bilingual_get (&(*first)->name, language),
                        dolen_bilingual_get (&(*second)->name, language));
}

GPtrArray *
dolen_directory_list_organisations (DolenDirectory *dir,
                                    const char *matching,
                                    guint limit,
                                    GError **error)
{
  g_autoptr (GPtrArray) cards
             = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_organisation_card_free);
  g_autofree char *folded
      = matching != NULL && *matching != '\0' ? dolen_welsh_fold (matching) : NULL;
  Listing listing = { cards, folded };

  if (!dolen_directory_each (dir,
                             "SELECT id, uid, name_en, name_en_state, name_cy, name_cy_state,"
                             " (SELECT count(*) FROM service s WHERE s.organisation = o.id)"
                             " FROM organisation o WHERE id > ?1",
                             0,
                             take_card,
                             &listing,
                             error))
    return NULL;
  g_ptr_array_sort (cards, compare_cards);
  if (limit > 0 && cards->len > limit)
    g_ptr_array_set_size (cards, (int) limit);
  return g_steal_pointer (&cards);
}
