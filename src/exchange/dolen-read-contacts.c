/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-given-out.h"
#include "exchange/dolen-read-values.h"
#include "exchange/dolen-role-word.h"

#include "format/dolen-json-value.h"

#include <string.h>

/* Contacts and telephones. HSDS hangs them on organisation, service, venue and service at venue;
 * ORUK 3.0 forgot how they hang together, and feeds write the HSDS form all the same; Outpost has
 * one telephone straight in the contact. */

static gboolean
knows (GPtrArray *contacts, const DolenContact *contact)
{
  for (guint i = 0; i < contacts->len; i++) {
    const DolenContact *other = contacts->pdata[i];
    if (g_strcmp0 (other->name, contact->name) == 0 && g_strcmp0 (other->phone, contact->phone) == 0
        && g_strcmp0 (other->email, contact->email) == 0
        && (contact->phone || g_strcmp0 (other->phone_given, contact->phone_given) == 0))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_mobile (const char *phone)
{
  return phone && g_str_has_prefix (phone, "07");
}

/* Takes @contact; one that says nothing new is dropped. What stands in place of a number is kept:
 * whoever mends it has to see it. */
static void
add (DolenReadContext *context, GPtrArray *contacts, DolenContact *contact, const char *owner)
{
  if ((!contact->phone && !contact->email && !contact->name && !contact->role
       && !contact->phone_given)
      || knows (contacts, contact)) {
    dolen_contact_free (contact);
    return;
  }
  /* A mobile number beside a name is that person's, whatever the mailbox. */
  if (contact->name && is_mobile (contact->phone))
    contact->personal = TRUE;
  contact->uid = dolen_read_uid (context, "contact", owner, contacts->len);
  g_ptr_array_add (contacts, contact);
}

static char *
note_of_phone (json_object *phone)
{
  char *note = dolen_json_get_line (phone, "description");

  return note ? note : dolen_json_get_line (phone, "contact");
}

static json_object *
number_of (json_object *phone)
{
  if (!json_object_is_type (phone, json_type_object))
    return phone;
  return dolen_json_get_any (phone, "number", "phone", "telephone", NULL);
}

/* A yes is said to whoever asked: another's, in a feed, is not one to us, unless whoever imports it
 * says so. A no is believed. */
static void
read_permission (DolenReadContext *context, json_object *person, DolenContact *contact)
{
  g_autofree char *code = dolen_json_get_line (person, DOLEN_KEY_PERMISSION);

  if (!code)
    return;
  contact->permission = dolen_permission_from_code (code);
  if (strcmp (dolen_permission_code (contact->permission), code) != 0)
    dolen_read_odd (context, DOLEN_ODDITY_OFF_LIST_VALUE, DOLEN_KEY_PERMISSION, code);
  if (contact->permission == DOLEN_PERMISSION_GIVEN_OUT && !context->sample && !context->own_word)
    contact->permission = DOLEN_PERMISSION_NOT_ASKED;
}

/* "Secretary" where a name would stand is what somebody does, and nobody's name. Returns: of a role
 * that is somebody's */
static gboolean
take_role_of_name (DolenContact *contact)
{
  DolenRole role = dolen_role_of_name (contact->name);

  if (role == DOLEN_ROLE_NONE)
    return FALSE;
  if (!contact->role)
    contact->role = g_steal_pointer (&contact->name);
  g_clear_pointer (&contact->name, g_free);
  return role == DOLEN_ROLE_HOLDER;
}

/* @holder: (out): it is of a role that somebody has, who is not named */
static DolenContact *
read_person (DolenReadContext *context, json_object *person, gboolean *holder)
{
  DolenContact *contact = dolen_contact_new ();

  contact->name = dolen_read_line (context, person, "name");
  contact->role = dolen_read_line (context, person, "title");
  if (!contact->role)
    contact->role = dolen_read_line (context, person, "department");
  *holder = take_role_of_name (contact);
  contact->email
      = dolen_read_email (context, person, "email", &contact->email_given, &contact->personal);
  contact->personal |= dolen_json_get_flag (person, "personal_data")
                       || dolen_json_get_flag (person, "sensitive_data");
  read_permission (context, person, contact);
  return contact;
}

/* The same person under another telephone. */
static DolenContact *
again (const DolenContact *person)
{
  DolenContact *contact = dolen_contact_new ();

  contact->name = g_strdup (person->name);
  contact->role = g_strdup (person->role);
  contact->personal = person->personal;
  contact->permission = person->permission;
  return contact;
}

static void
read_contact (DolenReadContext *context,
              json_object *person,
              const char *owner,
              GPtrArray *contacts,
              char **first_phone)
{
  gboolean holder;
  DolenContact *contact = read_person (context, person, &holder);
  json_object *phones = dolen_json_get_any (person, "phones", "phone", NULL);
  guint n = dolen_json_length (phones);

  for (guint i = 0; i < n; i++) {
    json_object *phone = dolen_json_at (phones, i);
    DolenContact *next = i + 1 < n ? again (contact) : NULL;
    contact->phone = dolen_read_phone (context, number_of (phone), &contact->phone_given);
    contact->note = note_of_phone (phone);
    contact->personal |= holder && contact->phone != NULL;
    /* A number with nobody's name to it is the service's own. */
    if (first_phone && !*first_phone && contact->phone && !contact->name && !contact->personal
        && !dolen_json_get (person, DOLEN_KEY_PERMISSION))
      *first_phone = g_strdup (contact->phone);
    add (context, contacts, contact, owner);
    contact = next;
  }
  if (contact)
    add (context, contacts, contact, owner);
}

static void
read_bare_phone (DolenReadContext *context,
                 json_object *phone,
                 const char *owner,
                 GPtrArray *contacts,
                 char **first_phone)
{
  DolenContact *contact = dolen_contact_new ();

  contact->phone = dolen_read_phone (context, number_of (phone), &contact->phone_given);
  contact->note = note_of_phone (phone);
  if (first_phone && !*first_phone && contact->phone) {
    *first_phone = g_strdup (contact->phone);
    if (!contact->note) {
      dolen_contact_free (contact);
      return;
    }
  }
  add (context, contacts, contact, owner);
}

void
dolen_read_contacts (DolenReadContext *context,
                     json_object *holder,
                     const char *owner,
                     GPtrArray *contacts,
                     char **first_phone)
{
  json_object *phones = dolen_json_get_any (holder, "phones", "phone", NULL);
  json_object *people = dolen_json_get_any (holder, "contacts", "contact", NULL);

  for (guint i = 0; i < dolen_json_length (phones); i++)
    read_bare_phone (context, dolen_json_at (phones, i), owner, contacts, first_phone);
  for (guint i = 0; i < dolen_json_length (people); i++) {
    json_object *person = dolen_json_at (people, i);
    if (json_object_is_type (person, json_type_object))
      read_contact (context, person, owner, contacts, first_phone);
  }
}
