/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/out/dolen-out-values.h"

#include "base/dolen-text.h"

/* Contacts who said yes, and the organisation itself. ORUK 3.0 gives a contact neither telephone
 * nor e-mail; its feeds write the HSDS form all the same, and so do we: further keys are allowed.
 */

static json_object *
make_phones (const char *owner_key,
             const char *owner,
             const char *number,
             const char *given,
             const char *note)
{
  json_object *list = json_object_new_array ();
  json_object *phone;
  g_autofree char *shown = NULL;

  if (number == NULL && given == NULL)
    return list;
  shown = number != NULL ? dolen_text_phone_display (number) : NULL;
  phone = dolen_out_part (NULL, owner, "phone", 0);
  dolen_out_text (phone, owner_key, owner);
  dolen_out_text (phone, "number", shown != NULL ? shown : given);
  dolen_out_text (phone, "description", note);
  json_object_array_add (list, phone);
  return list;
}

static json_object *
make_contact (const DolenOutStyle *style,
              const DolenContact *contact,
              const char *owner_key,
              const char *owner,
              guint index)
{
  json_object *object = dolen_out_part (NULL, owner, "contact", index);
  const char *id = json_object_get_string (json_object_object_get (object, "id"));

  dolen_out_text (object, owner_key, owner);
  dolen_out_text (object, "name", contact->name);
  dolen_out_text (object, "title", contact->role);
  dolen_out_text (object, "email", contact->email);
  dolen_out_list (
      object,
      "phones",
      make_phones ("contact_id", id, contact->phone, contact->phone_given, contact->note));
  if (style->profile != DOLEN_OUT_ORUK3)
    dolen_out_text (
        object, "x_dolen_contact_permission", dolen_permission_code (contact->permission));
  return object;
}

json_object *
dolen_out_contacts (const DolenOutStyle *style,
                    const GPtrArray *contacts,
                    const char *owner_key,
                    const char *owner,
                    const char *phone)
{
  json_object *list = json_object_new_array ();

  /* The number of the thing itself is a contact without a name: the only way ORUK 3.0 leaves. */
  if (phone != NULL && style->profile == DOLEN_OUT_ORUK3) {
    json_object *object = dolen_out_part (NULL, owner, "contact-own", 0);
    const char *id = json_object_get_string (json_object_object_get (object, "id"));

    dolen_out_text (object, owner_key, owner);
    dolen_out_list (object, "phones", make_phones ("contact_id", id, phone, NULL, NULL));
    json_object_array_add (list, object);
  }
  for (guint i = 0; i < contacts->len; i++)
    json_object_array_add (list, make_contact (style, contacts->pdata[i], owner_key, owner, i));
  return list;
}

void
dolen_out_own_phone (const DolenOutStyle *style,
                     json_object *object,
                     const char *owner_key,
                     const char *owner,
                     const char *phone)
{
  if (style->profile != DOLEN_OUT_ORUK3)
    dolen_out_list (object, "phones", make_phones (owner_key, owner, phone, NULL, NULL));
}

static json_object *
make_identifiers (const DolenOrganisation *organisation)
{
  json_object *list = json_object_new_array ();

  for (guint i = 0; i < organisation->registrations->len; i++) {
    const DolenRegistration *registration = organisation->registrations->pdata[i];
    json_object *item = dolen_out_part (NULL, organisation->uid, "identifier", i);

    dolen_out_text (item, "organization_id", organisation->uid);
    dolen_out_text (item, "identifier_scheme", registration->scheme);
    dolen_out_text (
        item, "identifier_type", registration->scheme != NULL ? registration->scheme : "register");
    dolen_out_text (item, "identifier", registration->value);
    json_object_array_add (list, item);
  }
  return list;
}

json_object *
dolen_out_organisation (const DolenOutStyle *style, const DolenOrganisation *organisation)
{
  json_object *object = dolen_out_part (organisation->uid, NULL, NULL, 0);
  gboolean own = style->profile != DOLEN_OUT_ORUK3;

  dolen_out_own_id (style, object, organisation->uid);
  dolen_out_plain_text (style, object);
  dolen_out_bilingual (object, "name", &organisation->name, own);
  dolen_out_bilingual (object, "description", &organisation->description, own);
  /* The standard asks for a description of every organisation. */
  if (dolen_bilingual_is_empty (&organisation->description))
    json_object_object_add (object, "description", json_object_new_string (""));
  dolen_out_text (object, "email", organisation->email);
  dolen_out_uri (object, "website", organisation->url);
  dolen_out_text (object, "parent_organization_id", organisation->parent_uid);
  dolen_out_list (object, "organization_identifiers", make_identifiers (organisation));
  if (!own)
    return object;
  dolen_out_text (object, "legal_status", organisation->legal_status);
  if (organisation->governance != DOLEN_GOVERNANCE_UNKNOWN)
    dolen_out_text (object, "x_dolen_governance", dolen_governance_code (organisation->governance));
  dolen_out_own_phone (style, object, "organization_id", organisation->uid, organisation->phone);
  dolen_out_list (object,
                  "contacts",
                  dolen_out_contacts (style,
                                      organisation->contacts,
                                      "organization_id",
                                      organisation->uid,
                                      organisation->phone));
  return object;
}
