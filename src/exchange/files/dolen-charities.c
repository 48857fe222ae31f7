/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-enrich.h"

#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "directory/dolen-fields.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The public extract of the register of charities of England and Wales, table "charity": some
 * 400,000 rows of which a directory knows a few hundred. A charity is known by its number; one that
 * has exactly the name of an organisation without a number is proposed. The legal form is filled in
 * where none is known; that a charity was removed is proposed, never written. Nothing of the row's
 * contact is read. Absence means nothing: small groups are not in the register.
 */

/* Charities of the name of one organisation. */
typedef struct {
  char *uid; /* of the organisation */
  json_object *row;
  guint count; /* how many charities have that name */
} Namesake;

static void
namesake_free (gpointer data)
{
  Namesake *namesake = data;

  g_free (namesake->uid);
  json_object_put (namesake->row);
  g_free (namesake);
}

static gpointer
begin (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, namesake_free);
}

static void
end (gpointer state)
{
  g_hash_table_unref (state);
}

static DolenGovernance
governance_of (json_object *row)
{
  static const struct {
    const char *type;
    DolenGovernance governance;
  } TYPES[] = { { "cio", DOLEN_GOVERNANCE_CIO },
                { "charitable incorporated", DOLEN_GOVERNANCE_CIO },
                { "charitable company", DOLEN_GOVERNANCE_CHARITABLE_COMPANY },
                { "trust", DOLEN_GOVERNANCE_TRUST },
                { "unincorporated", DOLEN_GOVERNANCE_UNINCORPORATED_ASSOCIATION } };
  g_autofree char *type = dolen_json_get_line (row, "charity_type");
  g_autofree char *lower = type ? g_ascii_strdown (type, -1) : NULL;

  if (dolen_json_get_flag (row, "charity_is_cio"))
    return DOLEN_GOVERNANCE_CIO;
  for (gsize i = 0; lower && i < G_N_ELEMENTS (TYPES); i++)
    if (strstr (lower, TYPES[i].type))
      return TYPES[i].governance;
  return DOLEN_GOVERNANCE_UNKNOWN;
}

static gboolean
is_removed (json_object *row)
{
  g_autofree char *status = dolen_json_get_line (row, "charity_registration_status");

  return status && g_ascii_strcasecmp (status, "Removed") == 0;
}

/* What the provenance keeps of a row: what the register says of the body, nothing of its contact.
 */
static json_object *
kept_of (json_object *row)
{
  static const char *const KEYS[] = { "registered_charity_number",
                                      "charity_name",
                                      "charity_type",
                                      "charity_registration_status",
                                      "date_of_registration",
                                      "date_of_removal",
                                      "charity_is_cio",
                                      "charity_company_registration_number",
                                      NULL };

  return dolen_json_pick (row, KEYS);
}

static gboolean
fill_form (DolenEnrich *enrich, const char *uid, DolenGovernance governance, GError **error)
{
  g_autoptr (DolenOrganisation) organisation
             = dolen_directory_get_organisation (enrich->directory, uid, error);
  g_autoptr (GPtrArray) edits = dolen_field_list_edits (enrich->directory, uid, error);

  if (!organisation || !edits)
    return FALSE;
  /* Where somebody emptied the field, it stays empty. */
  if (g_ptr_array_find_with_equal_func (edits, "governance", g_str_equal, NULL)
      || organisation->governance != DOLEN_GOVERNANCE_UNKNOWN
      || governance == DOLEN_GOVERNANCE_UNKNOWN)
    return TRUE;
  organisation->governance = governance;
  if (!dolen_directory_writer_fill_organisation (enrich->writer, organisation, error))
    return FALSE;
  enrich->report->filled++;
  enrich->report->organisations.changed++;
  return TRUE;
}

static gboolean
propose_removed (DolenEnrich *enrich, const char *uid, json_object *row, GError **error)
{
  g_autofree char *number = dolen_json_get_line (row, "registered_charity_number");
  g_autofree char *given = dolen_json_get_line (row, "date_of_removal");
  g_autofree char *date = given ? dolen_date_parse (given) : NULL;
  g_autofree char *value = g_strdup_printf (
      /* Translators: a number and an ISO date, or "?". */
      _ ("Charity %s, removed from the register on %s"),
      number,
      date ? date : "?");

  return dolen_enrich_propose (
      enrich,
      uid,
      "legal_status",
      value,
      _ ("The register of charities says it was removed. Is the group still running?"),
      error);
}

static gboolean
take_known (DolenEnrich *enrich, const GPtrArray *uids, json_object *row, GError **error)
{
  g_autofree char *number = dolen_json_get_line (row, "registered_charity_number");
  json_object *kept = kept_of (row);
  gboolean news = FALSE, ok;

  enrich->report->matched += uids->len;
  ok = dolen_enrich_is_news (enrich, number, kept, &news, error);
  json_object_put (kept);
  if (!ok)
    return FALSE;
  for (guint i = 0; news && i < uids->len; i++) {
    const char *uid = g_ptr_array_index (uids, i);
    if (is_removed (row) ? !propose_removed (enrich, uid, row, error)
                         : !fill_form (enrich, uid, governance_of (row), error))
      return FALSE;
  }
  if (!news)
    enrich->report->organisations.unchanged += uids->len;
  return TRUE;
}

static void
note_namesake (GHashTable *namesakes, const char *uid, json_object *row)
{
  Namesake *namesake = g_hash_table_lookup (namesakes, uid);

  if (!namesake) {
    namesake = g_new0 (Namesake, 1);
    namesake->uid = g_strdup (uid);
    namesake->row = json_object_get (row);
    g_hash_table_insert (namesakes, g_strdup (uid), namesake);
  }
  namesake->count++;
}

/* The extract spells its keys in one way; nothing else is asked of 400,000 rows. */
static const char *
text_of (json_object *row, const char *key)
{
  json_object *value = json_object_object_get (row, key);

  return value ? json_object_get_string (value) : NULL;
}

static gboolean
take (DolenEnrich *enrich, const DolenJsonItem *item, GError **error)
{
  const char *number = text_of (item->value, "registered_charity_number");
  const char *name = text_of (item->value, "charity_name");
  const char *linked = text_of (item->value, "linked_charity_number");
  const GPtrArray *uids = NULL;
  const char *uid;

  /* Linked charities share the number of the one they belong to. */
  if (number && (!linked || strcmp (linked, "0") == 0))
    uids = dolen_bodies_by_number (enrich->known, "GB-CHC", number);
  if (uids)
    return take_known (enrich, uids, item->value, error);
  uid = number && name && !(linked && strcmp (linked, "0") != 0) && !is_removed (item->value)
            ? dolen_bodies_by_name (enrich->known, name)
            : NULL;
  if (uid)
    note_namesake (enrich->state, uid, item->value);
  else
    enrich->report->passed++;
  return TRUE;
}

/* One charity of the name of one organisation: likely the same, and somebody is asked. */
static gboolean
finish (DolenEnrich *enrich, GError **error)
{
  GHashTableIter each;
  gpointer value;

  g_hash_table_iter_init (&each, enrich->state);
  while (g_hash_table_iter_next (&each, NULL, &value)) {
    const Namesake *namesake = value;
    g_autofree char *number = NULL, *status = NULL, *note = NULL, *postcode = NULL;
    if (namesake->count > 1) {
      enrich->report->passed += namesake->count;
      continue;
    }
    number = dolen_json_get_line (namesake->row, "registered_charity_number");
    postcode = dolen_json_get_line (namesake->row, "charity_contact_postcode");
    /* Translators: kept as the legal status of an organisation; a charity's number. The English
     * words are looked for again: leave them as they are. */
    status = g_strdup_printf ("Registered charity %s", number);
    /* Translators: why a charity's number is proposed for an organisation: number, postcode. */
    note = g_strdup_printf (_ ("The register of charities has one charity of exactly this name: %s "
                               "(%s)."),
                            number,
                            postcode ? postcode : "?");
    if (!dolen_enrich_propose (enrich, namesake->uid, "legal_status", status, note, error))
      return FALSE;
  }
  return TRUE;
}

const DolenEnrichKind dolen_enrich_charities = { "charities", begin, take, finish, end };
