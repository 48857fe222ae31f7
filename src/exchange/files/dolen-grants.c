/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-enrich.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"
#include "format/dolen-json-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Grants as funders publish them (360Giving, schema 1.4): who gave, from when to when. A grant to
 * an organisation that is known by a number becomes one line of its funding; grants to people are
 * stepped over unread.
 *
 * The end is the one given, else the start and the months given, else a year from the award, which
 * is said in the evidence.
 */

static gpointer
begin (void)
{
  return NULL;
}

static void
end (gpointer state)
{
}

static json_object *
first (json_object *grant, const char *list)
{
  json_object *members = dolen_json_get (grant, list);

  return dolen_json_length (members) ? dolen_json_at (members, 0) : NULL;
}

/* By org-id, else by the charity's or company's number beside it. */
static const GPtrArray *
find_recipients (DolenBodies *known, json_object *recipient)
{
  g_autofree char *id = dolen_json_get_line (recipient, "id");
  g_autofree char *charity = dolen_json_get_line (recipient, "charityNumber");
  g_autofree char *company = dolen_json_get_line (recipient, "companyNumber");
  const GPtrArray *uids = id ? dolen_bodies_by_org_id (known, id) : NULL;

  if (!uids && charity)
    uids = dolen_bodies_by_number (known, "GB-CHC", charity);
  if (!uids && company)
    uids = dolen_bodies_by_number (known, "GB-COH", company);
  return uids;
}

static char *
date_in (json_object *object, const char *key)
{
  g_autofree char *text = dolen_json_get_line (object, key);
  g_autofree char *date = text ? dolen_date_parse (text) : NULL;

  return date && dolen_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}

/* @assumed: (out): the end is a year after the award. */
static void
read_dates (json_object *grant, DolenFunding *funding, gboolean *assumed)
{
  json_object *dates = first (grant, "actualDates");
  g_autofree char *award = date_in (grant, "awardDate");
  double months = 0;

  *assumed = FALSE;
  if (!dates)
    dates = first (grant, "plannedDates");
  funding->starts_on = date_in (dates, "startDate");
  funding->ends_on = date_in (dates, "endDate");
  if (!funding->starts_on)
    funding->starts_on = g_strdup (award);
  if (!funding->ends_on && funding->starts_on && dolen_json_get_number (dates, "duration", &months)
      && months >= 1 && months <= 240)
    funding->ends_on = dolen_date_add_months (funding->starts_on, (int) months);
  if (!funding->ends_on && award) {
    funding->ends_on = dolen_date_add_months (award, 12);
    *assumed = TRUE;
  }
}

static DolenFunding *
funding_of (DolenEnrich *enrich, json_object *grant, const char *id, const char *uid)
{
  DolenFunding *funding = dolen_funding_new ();
  g_autofree char *key = g_strdup_printf ("%s|%s", id, uid);
  gboolean assumed;

  funding->uid = dolen_id_for_foreign (enrich->source->uid, "funding", key);
  funding->funder = dolen_json_get_line (first (grant, "fundingOrganization"), "name");
  funding->kind = g_strdup ("grant");
  funding->source = DOLEN_TOLD_BY_REGISTER;
  read_dates (grant, funding, &assumed);
  if (assumed)
    /* Translators: evidence of a grant: the name of the source and the grant's number. */
    funding->evidence = g_strdup_printf (
        _ ("%s: %s (no end is given; a year is assumed)"), enrich->source->name, id);
  else
    funding->evidence = g_strdup_printf ("%s: %s", enrich->source->name, id);
  return funding;
}

/* Puts the line in place of the one of the last import. One that somebody has made theirs stays
 * theirs, and one they took out does not come back. Takes @funding. */
static gboolean
place (GPtrArray *list, DolenFunding *funding, gboolean seen_before)
{
  for (guint i = 0; i < list->len; i++) {
    const DolenFunding *old = g_ptr_array_index (list, i);
    if (g_strcmp0 (old->uid, funding->uid) != 0)
      continue;
    if (old->source != DOLEN_TOLD_BY_REGISTER) {
      dolen_funding_free (funding);
      return FALSE;
    }
    g_ptr_array_remove_index (list, i);
    g_ptr_array_insert (list, (int) i, funding);
    return TRUE;
  }
  if (seen_before) {
    dolen_funding_free (funding);
    return FALSE;
  }
  g_ptr_array_add (list, funding);
  return TRUE;
}

static gboolean
fund (DolenEnrich *enrich,
      const char *uid,
      json_object *grant,
      const char *id,
      gboolean seen_before,
      GError **error)
{
  g_autoptr (DolenOrganisation) organisation
             = dolen_directory_get_organisation (enrich->directory, uid, error);

  if (!organisation)
    return FALSE;
  if (!place (organisation->funding, funding_of (enrich, grant, id, uid), seen_before))
    return TRUE;
  if (!dolen_directory_writer_fill_organisation (enrich->writer, organisation, error))
    return FALSE;
  enrich->report->filled++;
  enrich->report->organisations.changed++;
  return TRUE;
}

/* Whether the last import of this source had the grant. */
static gboolean
was_seen (DolenEnrich *enrich, const char *id, gboolean *seen, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *uid = dolen_directory_find_by_source (
      enrich->directory, enrich->source->uid, "organisation", id, &failed);

  *seen = uid != NULL;
  if (!failed)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* Of the grant only what is read of it, nothing of its description: it may tell of people. */
static json_object *
kept_of (json_object *grant)
{
  static const char *const KEYS[]
      = { "id",          "awardDate",           "amountAwarded",         "currency", "plannedDates",
          "actualDates", "fundingOrganization", "recipientOrganization", NULL };

  return dolen_json_pick (grant, KEYS);
}

static gboolean
take (DolenEnrich *enrich, const DolenJsonItem *item, GError **error)
{
  json_object *recipient = first (item->value, "recipientOrganization");
  g_autofree char *id = dolen_json_get_line (item->value, "id");
  const GPtrArray *uids = recipient ? find_recipients (enrich->known, recipient) : NULL;
  gboolean seen, news, ok;
  json_object *kept;

  if (!id || !uids || dolen_json_get (item->value, "recipientIndividual")) {
    enrich->report->passed++;
    return TRUE;
  }
  enrich->report->matched += uids->len;
  kept = kept_of (item->value);
  ok = was_seen (enrich, id, &seen, error) && dolen_enrich_is_news (enrich, id, kept, &news, error);
  json_object_put (kept);
  for (guint i = 0; ok && news && i < uids->len; i++)
    ok = fund (enrich, g_ptr_array_index (uids, i), item->value, id, seen, error);
  if (ok && !news)
    enrich->report->organisations.unchanged += uids->len;
  return ok;
}

const DolenEnrichKind dolen_enrich_grants = { "360giving", begin, take, NULL, end };
