/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-part-form.h"

#include "directory/dolen-registration.h"

#include <glib/gi18n.h>

static const char *const scheme_codes[]
    = { "GB-CHC", "GB-COH", "GB-MPR", "GB-SC", "GB-NIC", "other", NULL };

static const char *
say_scheme (const char *code)
{
  if (g_str_equal (code, "GB-CHC"))
    return _ ("Charity Commission (England and Wales)");
  if (g_str_equal (code, "GB-COH"))
    return _ ("Companies House");
  if (g_str_equal (code, "GB-MPR"))
    return _ ("Mutuals Public Register");
  if (g_str_equal (code, "GB-SC"))
    return _ ("Scottish Charity Register");
  if (g_str_equal (code, "GB-NIC"))
    return _ ("Charity Commission for Northern Ireland");
  /* Translators: of a register (cofrestr, fem.) in which a body has a number. */
  return _ ("Another register");
}

static const DolenListingChoices schemes = { scheme_codes, say_scheme };

static const DolenListingField fields[] = {
  { "scheme", N_ ("Register"), DOLEN_LISTING_CHOICE, &schemes, NULL },
  /* Translators: of a body in a register. */
  { "value", N_ ("Number"), DOLEN_LISTING_LINE, NULL, NULL },
  { NULL },
};

static DolenListingValues *
read_registration (gconstpointer thing)
{
  const DolenRegistration *registration = thing;
  DolenListingValues *values = dolen_listing_values_new (fields);
  gboolean listed
      = registration->scheme != NULL && g_strv_contains (scheme_codes, registration->scheme);

  dolen_listing_values_put (values, "scheme", listed ? registration->scheme : "other");
  dolen_listing_values_put (values, "value", registration->value);
  return values;
}

static const char *
scheme_of (const DolenListingValues *values)
{
  const char *scheme = dolen_listing_values_get (values, "scheme");

  return g_str_equal (scheme, "other") ? NULL : scheme;
}

static char *
problem (const DolenListingValues *values, const char *key)
{
  g_autofree char *value = dolen_listing_values_dup_line (values, "value");
  g_autofree char *right = NULL;

  if (!g_str_equal (key, "value"))
    return NULL;
  if (value == NULL)
    return g_strdup (_ ("Write the number."));
  right = dolen_registration_check (scheme_of (values), value);
  if (right != NULL)
    return NULL;
  return g_strdup_printf (
      /* Translators: of a number in a register; %s says how one looks, in words. */
      _ ("This is no number of that register. It looks so: %s"),
      dolen_registration_shape (scheme_of (values)));
}

static void
write_registration (gpointer thing, const DolenListingValues *values)
{
  DolenRegistration *registration = thing;
  const char *scheme = scheme_of (values);
  g_autofree char *value = dolen_listing_values_dup_line (values, "value");

  /* A register this form does not list keeps its code. */
  if (scheme != NULL
      || (registration->scheme != NULL && g_strv_contains (scheme_codes, registration->scheme))) {
    g_free (registration->scheme);
    registration->scheme = g_strdup (scheme);
  }
  g_free (registration->value);
  registration->value = dolen_registration_check (scheme, value);
}

static char *
tell (gconstpointer thing, DolenLanguage language)
{
  const DolenRegistration *registration = thing;
  gboolean listed
      = registration->scheme != NULL && g_strv_contains (scheme_codes, registration->scheme);

  return g_strdup_printf ("%s · %s",
                          listed || registration->scheme == NULL
                              ? say_scheme (listed ? registration->scheme : "other")
                              : registration->scheme,
                          registration->value != NULL ? registration->value : "");
}

static gpointer
make (void)
{
  return dolen_registration_new ();
}

static void
release (gpointer thing)
{
  dolen_registration_free (thing);
}

static char *
key_of (gconstpointer thing)
{
  const DolenRegistration *registration = thing;

  return g_strdup_printf ("%s:%s",
                          registration->scheme != NULL ? registration->scheme : "",
                          registration->value != NULL ? registration->value : "");
}

const DolenListingPartForm dolen_listing_registration_form = {
  .part = "registrations",
  .title = N_ ("Registrations"),
  .add = N_ ("Add a _Registration"),
  .none = N_ ("No number in a register is known."),
  .fields = fields,
  .problem = problem,
  .list = offsetof (DolenOrganisation, registrations),
  .make = make,
  .release = release,
  .key = key_of,
  .read = read_registration,
  .write = write_registration,
  .tell = tell,
};
