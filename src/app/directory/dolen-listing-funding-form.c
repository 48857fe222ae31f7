/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-part-form.h"

#include "language/dolen-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

static const DolenListingField fields[] = {
  /* Translators: who pays for a group. */
  { "funder", N_ ("Who pays"), DOLEN_LISTING_LINE, NULL, NULL },
  { "kind", N_ ("Kind"), DOLEN_LISTING_LINE, NULL, N_ ("Such as: grant, contract, donations") },
  { "starts", N_ ("Begins on"), DOLEN_LISTING_DATE, NULL, NULL },
  { "ends", N_ ("Ends on"), DOLEN_LISTING_DATE, NULL, N_ ("Empty where it has no end") },
  { "amount", N_ ("How much"), DOLEN_LISTING_LINE, NULL, N_ ("Such as: under 2,000") },
  /* Translators: how one knows what is said of the money: "award letter seen". */
  { "evidence", N_ ("How it is known"), DOLEN_LISTING_LINE, NULL, NULL },
  { NULL },
};

static DolenListingValues *
read_funding (gconstpointer thing)
{
  const DolenFunding *funding = thing;
  DolenListingValues *values = dolen_listing_values_new (fields);

  dolen_listing_values_put (values, "funder", funding->funder);
  dolen_listing_values_put (values, "kind", funding->kind);
  dolen_listing_values_put_date (values, "starts", funding->starts_on);
  dolen_listing_values_put_date (values, "ends", funding->ends_on);
  dolen_listing_values_put (values, "amount", funding->amount_band);
  dolen_listing_values_put (values, "evidence", funding->evidence);
  return values;
}

static char *
problem (const DolenListingValues *values, const char *key)
{
  g_autofree char *funder = dolen_listing_values_dup_line (values, "funder");
  g_autofree char *starts = dolen_listing_values_dup_date (values, "starts");
  g_autofree char *ends = dolen_listing_values_dup_date (values, "ends");

  if (g_str_equal (key, "funder") && funder == NULL)
    return g_strdup (_ ("Write who pays."));
  if (g_str_equal (key, "ends") && starts != NULL && ends != NULL && strcmp (ends, starts) < 0)
    return g_strdup (_ ("This is before the day it begins."));
  return NULL;
}

static void
write_funding (gpointer thing, const DolenListingValues *values)
{
  DolenFunding *funding = thing;

  dolen_listing_take_line (&funding->funder, values, "funder");
  dolen_listing_take_line (&funding->kind, values, "kind");
  dolen_listing_take_date (&funding->starts_on, values, "starts");
  dolen_listing_take_date (&funding->ends_on, values, "ends");
  dolen_listing_take_line (&funding->amount_band, values, "amount");
  dolen_listing_take_line (&funding->evidence, values, "evidence");
}

static char *
tell (gconstpointer thing, DolenLanguage language)
{
  const DolenFunding *funding = thing;
  const char *funder = funding->funder != NULL ? funding->funder : "";
  g_autofree char *ends = dolen_format_date (language, funding->ends_on);

  if (*ends == '\0')
    /* Translators: who pays for a group (grŵp, masc.); %s is a name. */
    return g_strdup_printf (dolen_text (language, N_ ("%s, no end known")), funder);
  /* Translators: who pays for a group; first %s: a name; second: a day, such as 5 May 2026. */
  return g_strdup_printf (dolen_text (language, N_ ("%1$s, until: %2$s")), funder, ends);
}

static gpointer
make (void)
{
  return dolen_funding_new ();
}

static void
release (gpointer thing)
{
  dolen_funding_free (thing);
}

static char **
uid (gpointer thing)
{
  return &((DolenFunding *) thing)->uid;
}

static char *
key_of (gconstpointer thing)
{
  return g_strdup (((const DolenFunding *) thing)->uid);
}

#define FUNDING_FORM(Type)                                                                         \
  {                                                                                                \
    .part = "funding", .title = N_ ("Funding"), .add = N_ ("Add F_unding"),                        \
    .none = N_ ("Nothing is known of the funding."), .fields = fields, .problem = problem,         \
    .list = offsetof (Type, funding), .make = make, .release = release, .uid = uid, .key = key_of, \
    .read = read_funding, .write = write_funding, .tell = tell                                     \
  }

const DolenListingPartForm dolen_listing_funding_form = FUNDING_FORM (DolenService);
const DolenListingPartForm dolen_listing_organisation_funding_form
    = FUNDING_FORM (DolenOrganisation);
