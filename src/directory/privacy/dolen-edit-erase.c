/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/privacy/dolen-edit-erase.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "directory/dolen-directory-schema.h"
#include "directory/dolen-edit-record.h"
#include "directory/dolen-history.h"
#include "directory/privacy/dolen-erase-sharing.h"
#include "directory/privacy/dolen-erased.h"
#include "directory/privacy/dolen-made-ids.h"
#include "directory/privacy/dolen-scrub-tables.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Whom to take out. */
typedef struct {
  char *phone;     /* canonical; all (nullable) */
  char *email;     /* lower case */
  char *name;      /* as a scrub's test gets it */
  const char *uid; /* of the contact; borrowed */
} Person;

static void
person_clear (Person *person)
{
  g_free (person->phone);
  g_free (person->email);
  g_free (person->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Person, person_clear)

static gboolean
find_contact (const DolenEditRecord *record,
              const char *contact_uid,
              Person *person,
              GError **error)
{
  const DolenService *service = record->record;
  const DolenOrganisation *organisation = record->record;
  const GPtrArray *contacts
      = g_str_equal (record->kind, "service") ? service->contacts : organisation->contacts;

  for (guint i = 0; i < contacts->len; i++) {
    const DolenContact *contact = g_ptr_array_index (contacts, i);

    if (g_strcmp0 (contact->uid, contact_uid) != 0)
      continue;
    person->phone
        = dolen_text_phone_mended (contact->phone != NULL ? contact->phone : contact->phone_given);
    if (contact->email != NULL)
      person->email = g_ascii_strdown (contact->email, -1);
    person->name = dolen_scrub_name (contact->name);
    person->uid = contact_uid;
    return TRUE;
  }
  g_set_error_literal (
      error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, _ ("There is no such contact any more."));
  return FALSE;
}

static gboolean
is_person (DolenScrubKind kind, const char *value, gpointer user_data)
{
  const Person *person = user_data;

  switch (kind) {
  case DOLEN_SCRUB_PHONE:
    return g_strcmp0 (person->phone, value) == 0;
  case DOLEN_SCRUB_EMAIL:
    return g_strcmp0 (person->email, value) == 0;
  case DOLEN_SCRUB_NAME:
  default:
    return g_strcmp0 (person->name, value) == 0;
  }
}

/* Digits by which a number is told, however it is written: those after the code of the country. */
#define TELLING 9

/* Whether the last digits of @phone stand in @text in their order, whatever signs part them. */
static gboolean
holds_digits (const char *text, const char *phone)
{
  gsize length = strlen (phone);
  const char *last = length > TELLING ? phone + length - TELLING : phone;
  gsize n = MIN (length, TELLING), filled = 0;
  char window[TELLING];

  for (const char *p = text; *p != '\0'; p++) {
    if (!g_ascii_isdigit (*p))
      continue;
    if (filled == n)
      memmove (window, window + 1, --filled);
    window[filled++] = *p;
    if (filled == n && memcmp (window, last, n) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
may_hold (const char *text, gpointer user_data)
{
  const Person *person = user_data;

  return (person->phone != NULL && holds_digits (text, person->phone))
         || (person->email != NULL && strcasestr (text, person->email) != NULL)
         || strstr (text, person->uid) != NULL;
}

static void
take_uid (DolenRow *row, gpointer uids)
{
  g_ptr_array_add (uids, dolen_row_take_text (row));
}

/* (transfer full) (nullable): the record, and the organisation and services it belongs with: the
 * same people answer for them. */
static GPtrArray *
list_scope (DolenDirectory *dir, const DolenEditRecord *record, GError **error)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  const DolenService *service = record->record;
  const char *organisation
      = g_str_equal (record->kind, "service") ? service->organisation_uid : record->uid;
  gint64 id = 0;

  g_ptr_array_add (uids, g_strdup (record->uid));
  if (!dolen_directory_find_id (
          dir, "SELECT id FROM organisation WHERE uid = ?1", organisation, &id, error)
      || !dolen_directory_each (dir,
                                "SELECT uid FROM service WHERE organisation = ?1"
                                " UNION SELECT uid FROM organisation WHERE id = ?1",
                                id,
                                take_uid,
                                uids,
                                error))
    return NULL;
  return g_steal_pointer (&uids);
}

/* The records that are the person's own: the one, its organisation, and where that has but one
 * service, the two are one. */
static GHashTable *
list_own (const DolenEditRecord *record, const GPtrArray *scope)
{
  GHashTable *own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const DolenService *service = record->record;

  for (guint i = 0; i < scope->len; i++)
    g_hash_table_add (own, g_strdup (g_ptr_array_index (scope, i)));
  if (g_hash_table_size (own) <= 2)
    return own;
  g_hash_table_remove_all (own);
  g_hash_table_add (own, g_strdup (record->uid));
  if (g_str_equal (record->kind, "service") && service->organisation_uid != NULL)
    g_hash_table_add (own, g_strdup (service->organisation_uid));
  return own;
}

static GPtrArray *
dup_keys (GHashTable *own)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, g_strdup (key));
  return keys;
}

/* A number or address that others have too is let go of, so that it stays; the rows that are the
 * person are told, and where they are found is added to @scope. */
static gboolean
keep_shared (DolenDirectory *dir,
             const DolenEditRecord *record,
             Person *person,
             GPtrArray *scope,
             GArray *rows,
             guint *others,
             GError **error)
{
  g_autoptr (GHashTable) own = list_own (record, scope);
  g_autoptr (GPtrArray) nearby = dup_keys (own);
  g_autoptr (GPtrArray) found = NULL;
  DolenSharing sharing = { person->uid, person->name, own, nearby, rows };
  guint phones = 0, emails = 0;

  if ((person->phone != NULL
       && !dolen_sharing_find (dir, &sharing, person->phone, NULL, &phones, error))
      || (person->email != NULL
          && !dolen_sharing_find (dir, &sharing, NULL, person->email, &emails, error)))
    return FALSE;
  if (phones > 0)
    g_clear_pointer (&person->phone, g_free);
  if (emails > 0)
    g_clear_pointer (&person->email, g_free);
  found = dup_keys (own);
  g_ptr_array_extend_and_steal (scope, g_steal_pointer (&found));
  *others = MAX (phones, emails);
  return TRUE;
}

static gboolean
run_with_texts (
    DolenDirectory *dir, const char *sql, const char *first, const char *second, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (dir, sql, &row, error))
    return FALSE;
  dolen_row_put_text (&row, first);
  dolen_row_put_text (&row, second);
  return dolen_statement_run (row.statement, error);
}

/* The rows that are the person, here and at other groups. */
static gboolean
delete_rows (DolenDirectory *dir,
             const char *contact_uid,
             const Person *person,
             const GArray *rows,
             GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!dolen_directory_run (
            dir, "DELETE FROM contact WHERE id = ?1", g_array_index (rows, gint64, i), error))
      return FALSE;
  return run_with_texts (
             dir, "DELETE FROM contact WHERE uid = ?1 AND ?2 IS NULL", contact_uid, NULL, error)
         && run_with_texts (dir,
                            "DELETE FROM contact WHERE phone = ?1 OR lower (email) = ?2",
                            person->phone,
                            person->email,
                            error)
         && run_with_texts (dir,
                            "UPDATE service SET phone = iif (phone = ?1, NULL, phone),"
                            " email = iif (lower (email) = ?2, NULL, email)"
                            " WHERE phone = ?1 OR lower (email) = ?2",
                            person->phone,
                            person->email,
                            error)
         && run_with_texts (dir,
                            "UPDATE organisation SET phone = iif (phone = ?1, NULL, phone),"
                            " email = iif (lower (email) = ?2, NULL, email)"
                            " WHERE phone = ?1 OR lower (email) = ?2",
                            person->phone,
                            person->email,
                            error);
}

static gboolean
remember (DolenDirectory *dir, const GPtrArray *scope, const Person *person, GError **error)
{
  if (person->phone != NULL && !dolen_erased_add (dir, DOLEN_SCRUB_PHONE, person->phone, "", error))
    return FALSE;
  if (person->email != NULL && !dolen_erased_add (dir, DOLEN_SCRUB_EMAIL, person->email, "", error))
    return FALSE;
  for (guint i = 0; person->name != NULL && i < scope->len; i++)
    if (!dolen_erased_add (
            dir, DOLEN_SCRUB_NAME, person->name, g_ptr_array_index (scope, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
scrub (DolenDirectory *dir,
       const char *contact_uid,
       Person *person,
       const GPtrArray *scope,
       GError **error)
{
  Person nameless = { .phone = person->phone, .email = person->email, .uid = contact_uid };
  DolenScrub everywhere
      = { .test = is_person, .user_data = &nameless, .may_hold = may_hold, .uid = contact_uid };
  DolenScrub here = { .test = is_person, .user_data = person, .names = TRUE, .uid = contact_uid };

  return dolen_made_ids_hide (dir, scope, person->phone, person->email, error)
         && dolen_scrub_tables (dir, &everywhere, NULL, error)
         && dolen_scrub_tables (dir, &here, scope, error);
}

gboolean
dolen_edit_erase_count_others (DolenDirectory *dir,
                               const char *kind,
                               const char *uid,
                               const char *contact_uid,
                               guint *others,
                               GError **error)
{
  g_auto (DolenEditRecord) record = { 0 };
  g_auto (Person) person = { 0 };
  g_autoptr (GPtrArray) scope = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));

  *others = 0;
  return dolen_edit_record_load (dir, kind, uid, &record, error)
         && find_contact (&record, contact_uid, &person, error)
         && (scope = list_scope (dir, &record, error)) != NULL
         && keep_shared (dir, &record, &person, scope, rows, others, error);
}

gint64
dolen_edit_erase_contact (DolenDirectory *dir,
                          const char *kind,
                          const char *uid,
                          const char *contact_uid,
                          const char *who,
                          GError **error)
{
  g_autoptr (DolenTransaction) transaction = dolen_transaction_begin (dir->db, error);
  g_auto (DolenEditRecord) record = { 0 };
  g_auto (Person) person = { 0 };
  g_autoptr (GPtrArray) scope = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint others = 0;
  DolenHistoryEntry entry = { .who = (char *) who,
                              .act = (char *) "erase-contact",
                              .kind = (char *) kind,
                              .record_uid = (char *) uid,
                              .field = (char *) DOLEN_EDIT_ERASED };
  gint64 id;

  if (transaction == NULL || !dolen_edit_record_load (dir, kind, uid, &record, error)
      || !find_contact (&record, contact_uid, &person, error)
      || (scope = list_scope (dir, &record, error)) == NULL
      || !keep_shared (dir, &record, &person, scope, rows, &others, error)
      || !delete_rows (dir, contact_uid, &person, rows, error)
      || !scrub (dir, contact_uid, &person, scope, error) || !remember (dir, scope, &person, error)
      || !dolen_directory_rebuild_search (dir, error))
    return 0;
  id = dolen_history_add (dir, &entry, error);
  if (id == 0 || !dolen_transaction_commit (transaction, error))
    return 0;
  dolen_erasure_settle (dir);
  return id;
}

/* ---- hidden addresses ---- */

static void
add_lines (GPtrArray *words, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (g_strstrip (lines[i])) > 3)
      g_ptr_array_add (words, g_strdup (lines[i]));
}

/* What was suggested as the place of a group before it hid where it meets, decided or not: it is
 * the street as somebody typed it, which need not be the one that is hidden. */
static gboolean
strike_suggestions (DolenDirectory *dir, gint64 venue, GError **error)
{
  return dolen_directory_run (dir,
                              "DELETE FROM suggestion WHERE field = 'venue' AND record_uid IN"
                              " (SELECT s.uid FROM service_venue v JOIN service s"
                              "  ON s.id = v.service WHERE v.venue = ?1)",
                              venue,
                              error);
}

/* The address stands in the history as often as it was written, and in what feeds said as each of
 * them writes it: there every address of the place goes, whatever it says. An index of words gives
 * up those that left it only when it is made anew. */
static gboolean
erase_place (DolenDirectory *dir, const DolenVenue *before, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  const DolenScrub scrub
      = { .words = words, .positions = TRUE, .places = TRUE, .place_uid = before->uid };
  const char *blank = before->postcode != NULL ? strchr (before->postcode, ' ') : NULL;

  add_lines (words, before->address);
  if (blank != NULL) {
    g_ptr_array_add (words, g_strdup (before->postcode));
    g_ptr_array_add (
        words,
        g_strdup_printf ("%.*s%s", (int) (blank - before->postcode), before->postcode, blank + 1));
  }
  g_ptr_array_add (uids, g_strdup (before->uid));
  return dolen_directory_each (
             dir,
             "SELECT s.uid FROM service_venue v JOIN service s ON s.id = v.service"
             " WHERE v.venue = ?1",
             before->id,
             take_uid,
             uids,
             error)
         && strike_suggestions (dir, before->id, error)
         && dolen_made_ids_hide (dir, uids, NULL, NULL, error)
         && dolen_scrub_tables (dir, &scrub, uids, error)
         && dolen_directory_rebuild_search (dir, error);
}

DolenVenue *
dolen_erase_dup_shown (const DolenEditRecord *record)
{
  const DolenVenue *venue = record->record;

  return g_strcmp0 (record->kind, "venue") == 0 && !venue->hide_address ? dolen_venue_copy (venue)
                                                                        : NULL;
}

gboolean
dolen_erase_hidden (DolenDirectory *dir,
                    const DolenVenue *shown,
                    const DolenEditRecord *record,
                    gboolean *erased,
                    GError **error)
{
  const DolenVenue *venue = record->record;

  *erased = shown != NULL && venue->hide_address;
  return !*erased || erase_place (dir, shown, error);
}

/* Copies kept from before the file was brought to a newer schema (dolen_db_open()). */
static void
remove_old_copies (const char *path)
{
  for (int version = 1; version <= dolen_directory_schema ()->version; version++) {
    g_autofree char *copy = g_strdup_printf ("%s.before-%d", path, version);

    if (g_file_test (copy, G_FILE_TEST_IS_REGULAR) && g_unlink (copy) != 0)
      g_warning ("%s: %s", copy, g_strerror (errno));
  }
}

static void (*forget_elsewhere) (void);

void
dolen_erasure_set_forget (void (*forget) (void))
{
  forget_elsewhere = forget;
}

void
dolen_erasure_settle (DolenDirectory *dir)
{
  const char *path = dolen_db_get_path (dir->db);

  dolen_db_exec (dir->db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  if (path != NULL)
    remove_old_copies (path);
  if (forget_elsewhere != NULL)
    forget_elsewhere ();
}
