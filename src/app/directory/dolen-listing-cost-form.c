/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-part-form.h"

#include "base/dolen-text.h"
#include "directory/dolen-sentences.h"

#include <glib/gi18n.h>

static const DolenListingField fields[] = {
  { "amount", N_ ("Amount"), DOLEN_LISTING_MONEY, NULL, N_ ("In pounds; 0 where it is free") },
  /* Translators: whom an amount is for, or what: "members", "first session". */
  { "option", N_ ("For whom or what"), DOLEN_LISTING_LINE, NULL, NULL },
  { "description", N_ ("In words"), DOLEN_LISTING_LINE, NULL, NULL },
  { NULL },
};

static DolenListingValues *
read_cost (gconstpointer thing)
{
  const DolenCost *cost = thing;
  DolenListingValues *values = dolen_listing_values_new (fields);
  g_autofree char *amount = NULL;

  if (cost->pence >= 0 && cost->pence % 100 == 0)
    amount = g_strdup_printf ("%" G_GINT64_FORMAT, cost->pence / 100);
  else if (cost->pence >= 0)
    amount = g_strdup_printf (
        "%" G_GINT64_FORMAT ".%02d", cost->pence / 100, (int) (cost->pence % 100));
  dolen_listing_values_put (values, "amount", amount);
  dolen_listing_values_put (values, "option", cost->option);
  dolen_listing_values_put (values, "description", cost->description);
  return values;
}

static char *
problem (const DolenListingValues *values, const char *key)
{
  g_autofree char *amount = dolen_listing_values_dup_line (values, "amount");
  g_autofree char *words = dolen_listing_values_dup_line (values, "description");

  if (g_str_equal (key, "amount") && amount == NULL && words == NULL)
    return g_strdup (_ ("Write an amount, or say in words what it costs."));
  return NULL;
}

static void
write_cost (gpointer thing, const DolenListingValues *values)
{
  DolenCost *cost = thing;

  cost->pence = dolen_listing_values_get_pence (values, "amount");
  g_free (cost->currency);
  cost->currency = g_strdup (cost->pence >= 0 ? "GBP" : NULL);
  dolen_listing_take_line (&cost->amount_given, values, "amount");
  dolen_listing_take_line (&cost->option, values, "option");
  dolen_listing_take_line (&cost->description, values, "description");
}

static char *
tell (gconstpointer thing, DolenLanguage language)
{
  const DolenCost *cost = thing;
  g_autofree char *amount = dolen_sentence_cost (language, cost);

  if (*amount == '\0')
    return g_strdup (cost->description != NULL ? cost->description : "");
  return g_steal_pointer (&amount);
}

static gpointer
make (void)
{
  return dolen_cost_new ();
}

static void
release (gpointer thing)
{
  dolen_cost_free (thing);
}

static char **
uid (gpointer thing)
{
  return &((DolenCost *) thing)->uid;
}

static char *
key_of (gconstpointer thing)
{
  return g_strdup (((const DolenCost *) thing)->uid);
}

const DolenListingPartForm dolen_listing_cost_form = {
  .part = "costs",
  .title = N_ ("Cost"),
  .add = N_ ("Add an _Amount"),
  .none = N_ ("No amount is known."),
  .fields = fields,
  .problem = problem,
  .list = offsetof (DolenService, costs),
  .make = make,
  .release = release,
  .uid = uid,
  .key = key_of,
  .read = read_cost,
  .write = write_cost,
  .tell = tell,
};
