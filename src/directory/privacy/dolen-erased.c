/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/privacy/dolen-erased.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"
#include "directory/dolen-directory-private.h"
#include "language/dolen-welsh.h"

#include <stddef.h>
#include <string.h>

struct _DolenErased {
  char *salt;         /* (owned) (nullable) nothing was erased yet */
  GHashTable *hashes; /* (owned) of char* */
};

void
dolen_erased_free (DolenErased *erased)
{
  if (erased == NULL)
    return;
  g_free (erased->salt);
  g_hash_table_unref (erased->hashes);
  g_free (erased);
}

gboolean
dolen_erased_is_empty (const DolenErased *erased)
{
  return g_hash_table_size (erased->hashes) == 0;
}

static char *
hash_of (const char *salt, const char *prefix, const char *owner, const char *value)
{
  g_autofree char *text = g_strconcat (prefix, "\n", owner, "\n", value, NULL);

  return g_compute_hmac_for_string (
      G_CHECKSUM_SHA256, (const guchar *) salt, strlen (salt), text, -1);
}

static char *
hash_value (const char *salt, DolenScrubKind kind, const char *value, const char *owner)
{
  switch (kind) {
  case DOLEN_SCRUB_PHONE:
    return hash_of (salt, "phone", "", value);
  case DOLEN_SCRUB_EMAIL:
    return hash_of (salt, "email", "", value);
  case DOLEN_SCRUB_NAME:
  default:
    return hash_of (salt, "name", owner, value);
  }
}

/* That some name was erased of a record: only then are the words of its texts looked at. */
static char *
hash_owner (const char *salt, const char *owner)
{
  return hash_of (salt, "owner", owner, "");
}

/* (nullable): a mailbox as ids hold it that were made of it. */
static char *
hash_plain_mailbox (const char *salt, const char *text)
{
  g_autofree char *plain = dolen_welsh_fold_plain (text);

  return plain != NULL ? hash_of (salt, "plain-email", "", plain) : NULL;
}

static void
take_text (DolenRow *row, gpointer text)
{
  *(char **) text = dolen_row_take_text (row);
}

static void
take_hash (DolenRow *row, gpointer hashes)
{
  g_hash_table_add (hashes, dolen_row_take_text (row));
}

DolenErased *
dolen_erased_load (DolenDirectory *dir, GError **error)
{
  g_autoptr (DolenErased) erased = g_new0 (DolenErased, 1);

  erased->hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!dolen_directory_each (
          dir, "SELECT salt FROM erasure WHERE id = ?1", 1, take_text, &erased->salt, error)
      || !dolen_directory_each (
          dir, "SELECT hash FROM erased_contact WHERE ?1 = 1", 1, take_hash, erased->hashes, error))
    return NULL;
  return g_steal_pointer (&erased);
}

/* (transfer full): made at the first erasure. */
static char *
ensure_salt (DolenDirectory *dir, GError **error)
{
  g_autofree char *salt = NULL;
  g_autofree char *one = dolen_id_new ();
  g_autofree char *two = dolen_id_new ();
  g_autofree char *fresh = g_strconcat (one, two, NULL);
  DolenRow row;

  if (!dolen_directory_row (
          dir, "INSERT OR IGNORE INTO erasure (id, salt) VALUES (1, ?)", &row, error))
    return NULL;
  dolen_row_put_text (&row, fresh);
  if (!dolen_statement_run (row.statement, error)
      || !dolen_directory_each (
          dir, "SELECT salt FROM erasure WHERE id = ?1", 1, take_text, &salt, error))
    return NULL;
  return g_steal_pointer (&salt);
}

static gboolean
add_hash (DolenDirectory *dir, const char *hash, GError **error)
{
  g_autofree char *today = dolen_date_today ();
  DolenRow row;

  if (!dolen_directory_row (
          dir, "INSERT OR IGNORE INTO erased_contact (hash, erased_on) VALUES (?, ?)", &row, error))
    return FALSE;
  dolen_row_put_text (&row, hash);
  dolen_row_put_text (&row, today);
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_erased_add (DolenDirectory *dir,
                  DolenScrubKind kind,
                  const char *value,
                  const char *owner_uid,
                  GError **error)
{
  g_autofree char *salt = ensure_salt (dir, error);
  g_autofree char *hash = NULL;
  g_autofree char *owner = NULL;
  g_autofree char *plain = NULL;

  if (salt == NULL)
    return FALSE;
  hash = hash_value (salt, kind, value, owner_uid);
  owner = hash_owner (salt, owner_uid);
  plain = kind == DOLEN_SCRUB_EMAIL ? hash_plain_mailbox (salt, value) : NULL;
  return add_hash (dir, hash, error) && (kind != DOLEN_SCRUB_NAME || add_hash (dir, owner, error))
         && (plain == NULL || add_hash (dir, plain, error));
}

gboolean
dolen_erased_hash_id (
    DolenDirectory *dir, const char *id, gboolean make, char **hash, GError **error)
{
  g_autofree char *salt = make ? ensure_salt (dir, error) : NULL;

  *hash = NULL;
  if (make ? salt == NULL
           : !dolen_directory_each (
               dir, "SELECT salt FROM erasure WHERE id = ?1", 1, take_text, &salt, error))
    return FALSE;
  if (salt != NULL)
    *hash = hash_of (salt, "id", "", id);
  return TRUE;
}

/* ---- filtering what a feed says ---- */

typedef struct {
  const DolenErased *erased;
  const char *owner;
} Filter;

static gboolean
is_erased (DolenScrubKind kind, const char *value, gpointer user_data)
{
  const Filter *filter = user_data;
  g_autofree char *hash = hash_value (filter->erased->salt, kind, value, filter->owner);

  return g_hash_table_contains (filter->erased->hashes, hash);
}

gboolean
dolen_erased_has_name_of (const DolenErased *erased, const char *owner_uid)
{
  g_autofree char *hash = erased->salt != NULL ? hash_owner (erased->salt, owner_uid) : NULL;

  return hash != NULL && g_hash_table_contains (erased->hashes, hash);
}

gboolean
dolen_erased_is_in_id (const DolenErased *erased, const char *id)
{
  g_auto (GStrv) parts = g_strsplit (id, "/", -1);

  for (guint i = 0; erased->salt != NULL && parts[i] != NULL; i++) {
    g_autofree char *hash = hash_plain_mailbox (erased->salt, parts[i]);

    if (hash != NULL && g_hash_table_contains (erased->hashes, hash))
      return TRUE;
  }
  return FALSE;
}

static DolenScrub
begin (const DolenErased *erased, const char *owner, Filter *filter)
{
  *filter = (Filter){ erased, owner };
  return (DolenScrub){ .test = is_erased,
                       .user_data = filter,
                       .names = dolen_erased_has_name_of (erased, owner) };
}

static void
scrub_text (const DolenScrub *scrub, char **text)
{
  char *rest = dolen_scrub_text (scrub, *text);

  if (rest == NULL)
    return;
  g_free (*text);
  *text = rest;
}

/* A number or address that is nothing else is not there. */
static void
scrub_value (const DolenScrub *scrub, char **value)
{
  if (dolen_scrub_is_whole (scrub, *value))
    g_clear_pointer (value, g_free);
  else
    scrub_text (scrub, value);
}

/* An address of a page that lacks a piece ("tel:...") leads nowhere. */
static void
scrub_link (const DolenScrub *scrub, char **link)
{
  g_autofree char *rest = dolen_scrub_text (scrub, *link);

  if (rest != NULL)
    g_clear_pointer (link, g_free);
}

static void
scrub_bilingual (const DolenScrub *scrub, DolenBilingual *text)
{
  scrub_text (scrub, &text->en);
  scrub_text (scrub, &text->cy);
}

/* What a body or group is called is no contact of it, but a number may stand there. */
static void
scrub_own_name (const DolenScrub *scrub, DolenBilingual *name)
{
  DolenScrub nameless = *scrub;

  nameless.names = FALSE;
  scrub_bilingual (&nameless, name);
}

/* The texts of what records are made of; codes, uids and days are none. */
#define TEXT(Type, field) offsetof (Type, field)

static const gsize contact_texts[] = { TEXT (DolenContact, name),  TEXT (DolenContact, role),
                                       TEXT (DolenContact, phone), TEXT (DolenContact, phone_given),
                                       TEXT (DolenContact, email), TEXT (DolenContact, email_given),
                                       TEXT (DolenContact, note) };
static const gsize funding_texts[] = { TEXT (DolenFunding, funder),
                                       TEXT (DolenFunding, kind),
                                       TEXT (DolenFunding, amount_band),
                                       TEXT (DolenFunding, evidence) };
static const gsize cost_texts[]
    = { TEXT (DolenCost, option), TEXT (DolenCost, amount_given), TEXT (DolenCost, description) };
static const gsize language_texts[]
    = { TEXT (DolenLanguageOffered, name), TEXT (DolenLanguageOffered, note) };
static const gsize tag_texts[] = { TEXT (DolenTag, words) };
static const gsize capacity_texts[] = { TEXT (DolenCapacity, note), TEXT (DolenCapacity, told_by) };
static const gsize confirmation_texts[] = { TEXT (DolenConfirmation, asked),
                                            TEXT (DolenConfirmation, by),
                                            TEXT (DolenConfirmation, note) };
static const gsize check_texts[] = { TEXT (DolenAssurance, evidence), TEXT (DolenAssurance, by) };
static const gsize venue_texts[] = { TEXT (DolenVenue, address),
                                     TEXT (DolenVenue, city),
                                     TEXT (DolenVenue, county),
                                     TEXT (DolenVenue, country),
                                     TEXT (DolenVenue, getting_there) };
static const gsize service_texts[] = {
  TEXT (DolenService, gender), TEXT (DolenService, fees),  TEXT (DolenService, wait_given),
  TEXT (DolenService, alert),  TEXT (DolenService, areas), TEXT (DolenService, closed_reason)
};

static void
scrub_texts (const DolenScrub *scrub, gpointer record, const gsize *texts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    scrub_text (scrub, (char **) (gpointer) ((char *) record + texts[i]));
}

#define SCRUB_EACH(scrub, list, texts)                                                             \
  for (guint each = 0; each < (list)->len; each++)                                                 \
  scrub_texts ((scrub), (list)->pdata[each], (texts), G_N_ELEMENTS (texts))

static void
drop_contacts (const DolenScrub *scrub, GPtrArray *contacts)
{
  for (guint i = contacts->len; i > 0; i--) {
    const DolenContact *contact = g_ptr_array_index (contacts, i - 1);

    if (dolen_scrub_is_whole (scrub, contact->phone) || dolen_scrub_is_whole (scrub, contact->email)
        || dolen_scrub_is_whole (scrub, contact->name))
      g_ptr_array_remove_index (contacts, i - 1);
  }
  SCRUB_EACH (scrub, contacts, contact_texts);
}

static void
scrub_venue (const DolenScrub *scrub, DolenVenue *venue)
{
  scrub_own_name (scrub, &venue->name);
  scrub_texts (scrub, venue, venue_texts, G_N_ELEMENTS (venue_texts));
  for (guint i = 0; i < venue->accessibility->len; i++)
    scrub_text (scrub, (char **) &venue->accessibility->pdata[i]);
}

static void
scrub_parts (const DolenScrub *scrub, DolenService *service)
{
  for (guint i = 0; i < service->venues->len; i++)
    scrub_venue (scrub, g_ptr_array_index (service->venues, i));
  for (guint i = 0; i < service->schedules->len; i++)
    scrub_bilingual (scrub, &((DolenSchedule *) service->schedules->pdata[i])->description);
  SCRUB_EACH (scrub, service->costs, cost_texts);
  SCRUB_EACH (scrub, service->languages, language_texts);
  SCRUB_EACH (scrub, service->tags, tag_texts);
  SCRUB_EACH (scrub, service->capacities, capacity_texts);
  SCRUB_EACH (scrub, service->funding, funding_texts);
  SCRUB_EACH (scrub, service->confirmations, confirmation_texts);
}

void
dolen_erased_filter_service (const DolenErased *erased, DolenService *service)
{
  Filter filter;
  DolenScrub scrub;

  if (dolen_erased_is_empty (erased))
    return;
  scrub = begin (erased, service->uid, &filter);
  drop_contacts (&scrub, service->contacts);
  scrub_value (&scrub, &service->phone);
  scrub_value (&scrub, &service->email);
  scrub_link (&scrub, &service->url);
  scrub_own_name (&scrub, &service->name);
  scrub_bilingual (&scrub, &service->description);
  scrub_bilingual (&scrub, &service->eligibility);
  scrub_bilingual (&scrub, &service->how_to_join);
  scrub_texts (&scrub, service, service_texts, G_N_ELEMENTS (service_texts));
  scrub_parts (&scrub, service);
}

void
dolen_erased_filter_organisation (const DolenErased *erased, DolenOrganisation *organisation)
{
  Filter filter;
  DolenScrub scrub;

  if (dolen_erased_is_empty (erased))
    return;
  scrub = begin (erased, organisation->uid, &filter);
  drop_contacts (&scrub, organisation->contacts);
  scrub_value (&scrub, &organisation->phone);
  scrub_value (&scrub, &organisation->email);
  scrub_link (&scrub, &organisation->url);
  scrub_own_name (&scrub, &organisation->name);
  scrub_bilingual (&scrub, &organisation->description);
  scrub_text (&scrub, &organisation->legal_status);
  SCRUB_EACH (&scrub, organisation->funding, funding_texts);
  SCRUB_EACH (&scrub, organisation->checks, check_texts);
}

char *
dolen_erased_filter_json (const DolenErased *erased, const char *record_uid, const char *json)
{
  Filter filter;
  DolenScrub scrub;

  if (dolen_erased_is_empty (erased))
    return NULL;
  scrub = begin (erased, record_uid, &filter);
  return dolen_scrub_any (&scrub, json);
}
