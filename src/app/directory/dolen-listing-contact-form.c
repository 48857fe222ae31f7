/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-part-form.h"

#include "base/dolen-text.h"

#include <glib/gi18n.h>

static const char *const permission_codes[] = { "not-asked", "given-out", "workers-only", NULL };

static const char *
say_permission (const char *code)
{
  if (g_str_equal (code, "given-out"))
    /* Translators: of a contact (manylion, masc.) of a group: they said yes. */
    return _ ("May be given out: they said yes");
  if (g_str_equal (code, "workers-only"))
    /* Translators: of a contact of a group: not for the people being supported. */
    return _ ("For workers only");
  /* Translators: of a contact of a group: nobody asked whether it may be given out. */
  return _ ("Nobody has asked them yet");
}

static const DolenListingChoices permissions = { permission_codes, say_permission };

static const DolenListingField fields[] = {
  { "name", N_ ("Name"), DOLEN_LISTING_LINE, NULL, NULL },
  /* Translators: what somebody is in a group: "secretary", "bookings". */
  { "role", N_ ("Role"), DOLEN_LISTING_LINE, NULL, NULL },
  { "phone", N_ ("Telephone"), DOLEN_LISTING_PHONE, NULL, NULL },
  { "email", N_ ("E-mail"), DOLEN_LISTING_EMAIL, NULL, NULL },
  { "note", N_ ("Note"), DOLEN_LISTING_LINE, NULL, N_ ("Such as: evenings only") },
  { "permission", N_ ("Giving it out"), DOLEN_LISTING_CHOICE, &permissions, NULL },
  { NULL },
};

static DolenListingValues *
read_contact (gconstpointer thing)
{
  const DolenContact *contact = thing;
  DolenListingValues *values = dolen_listing_values_new (fields);

  dolen_listing_values_put (values, "name", contact->name);
  dolen_listing_values_put (values, "role", contact->role);
  dolen_listing_values_put (
      values, "phone", contact->phone_given != NULL ? contact->phone_given : contact->phone);
  dolen_listing_values_put (
      values, "email", contact->email_given != NULL ? contact->email_given : contact->email);
  dolen_listing_values_put (values, "note", contact->note);
  dolen_listing_values_put (values, "permission", dolen_permission_code (contact->permission));
  return values;
}

static char *
problem (const DolenListingValues *values, const char *key)
{
  static const char *const any[] = { "name", "role", "phone", "email" };

  if (!g_str_equal (key, "name"))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (any); i++) {
    g_autofree char *line = dolen_listing_values_dup_line (values, any[i]);
    if (line != NULL)
      return NULL;
  }
  return g_strdup (_ ("Write a name, a role, a number or an e-mail address."));
}

static void
write_contact (gpointer thing, const DolenListingValues *values)
{
  DolenContact *contact = thing;

  dolen_listing_take_line (&contact->name, values, "name");
  dolen_listing_take_line (&contact->role, values, "role");
  dolen_listing_take_line (&contact->phone_given, values, "phone");
  dolen_listing_take_line (&contact->email_given, values, "email");
  g_free (contact->phone);
  contact->phone = dolen_text_phone (contact->phone_given != NULL ? contact->phone_given : "");
  g_free (contact->email);
  contact->email = dolen_text_email (contact->email_given != NULL ? contact->email_given : "");
  if (contact->email != NULL && dolen_text_email_is_personal (contact->email))
    contact->personal = TRUE;
  dolen_listing_take_line (&contact->note, values, "note");
  contact->permission
      = dolen_permission_from_code (dolen_listing_values_get (values, "permission"));
}

static void
add (GString *line, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", text);
}

static char *
tell (gconstpointer thing, DolenLanguage language)
{
  const DolenContact *contact = thing;
  GString *line = g_string_new (NULL);
  g_autofree char *phone
      = contact->phone != NULL ? dolen_text_phone_display (contact->phone) : NULL;

  add (line, contact->name);
  add (line, contact->role);
  add (line, phone != NULL ? phone : contact->phone_given);
  add (line, contact->email);
  return g_string_free (line, FALSE);
}

static gpointer
make (void)
{
  return dolen_contact_new ();
}

static void
release (gpointer thing)
{
  dolen_contact_free (thing);
}

static char **
uid (gpointer thing)
{
  return &((DolenContact *) thing)->uid;
}

static char *
key_of (gconstpointer thing)
{
  return g_strdup (((const DolenContact *) thing)->uid);
}

#define CONTACT_FORM(Type)                                                                         \
  {                                                                                                \
    .part = "contacts", .title = N_ ("Contacts"), .add = N_ ("Add a _Contact"),                    \
    .none = N_ ("No contact is known."), .fields = fields, .problem = problem,                     \
    .list = offsetof (Type, contacts), .make = make, .release = release, .uid = uid,               \
    .key = key_of, .read = read_contact, .write = write_contact, .tell = tell                      \
  }

const DolenListingPartForm dolen_listing_contact_form = CONTACT_FORM (DolenService);
const DolenListingPartForm dolen_listing_organisation_contact_form
    = CONTACT_FORM (DolenOrganisation);
