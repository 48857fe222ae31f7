/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-csv-contacts.h"

#include "base/dolen-text.h"
#include "directory/dolen-records.h"
#include "exchange/dolen-given-out.h"
#include "exchange/files/dolen-csv-phones.h"
#include "exchange/files/dolen-csv-values.h"
#include "format/dolen-json-value.h"

static void
add_phone (json_object *list, const DolenCsvPhone *phone)
{
  json_object *object = json_object_new_object ();

  dolen_json_put_text (object, "number", phone->number);
  dolen_json_put_text (object, "description", phone->words);
  json_object_array_add (list, object);
}

/* "01970 611099 Mair": hers, and not the group's. */
static void
add_person (json_object *people, const DolenCsvPhone *phone)
{
  json_object *person = json_object_new_object (), *phones = json_object_new_array ();

  dolen_json_put_text (person, "name", phone->person);
  add_phone (phones, phone);
  json_object_object_add (person, "phones", phones);
  json_object_array_add (people, person);
}

/* "Mair" of "Mair Jones", and not of "Mairwen Jones". */
static gboolean
is_named (const char *name, const char *person)
{
  gsize length = strlen (person);

  return name && strncmp (name, person, length) == 0
         && (name[length] == '\0' || name[length] == ' ');
}

/* "01545 570000 / 07700 900000" is two. @name: (nullable): whom they are @holder's of; @people:
 * those that a cell names beside a number of their own are added. */
static void
put_phones (const DolenCsvCells *row, const char *name, json_object *holder, json_object *people)
{
  json_object *list = json_object_new_array ();
  guint at = 0;
  char *text;

  while ((text = dolen_csv_cells_next (row, DOLEN_CSV_PHONE, &at)) != NULL) {
    g_autoptr (GPtrArray) phones = dolen_csv_split_phones (text);
    for (guint i = 0; i < phones->len; i++) {
      const DolenCsvPhone *phone = phones->pdata[i];
      if (phone->person && !is_named (name, phone->person))
        add_person (people, phone);
      else
        add_phone (list, phone);
      if (!dolen_csv_phone_is_number (phone->number))
        dolen_csv_cells_note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_PHONE));
    }
    g_free (text);
  }
  json_object_object_add (holder, "phones", list);
}

/* Said of this person by this row, and of nobody else: an empty cell says nothing. */
static void
put_permission (const DolenCsvCells *row, json_object *person)
{
  guint at = 0;
  g_autofree char *text = dolen_csv_cells_next (row, DOLEN_CSV_GIVEN_OUT, &at);

  if (!text)
    return;
  if (dolen_csv_is_yes (text))
    dolen_json_put_text (
        person, DOLEN_KEY_PERMISSION, dolen_permission_code (DOLEN_PERMISSION_GIVEN_OUT));
  else if (dolen_csv_is_no (text))
    dolen_json_put_text (
        person, DOLEN_KEY_PERMISSION, dolen_permission_code (DOLEN_PERMISSION_WORKERS_ONLY));
  else
    dolen_csv_cells_note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_YES_OR_NO));
}

/* Telephone and e-mail beside a person's name are that person's. */
void
dolen_csv_put_contacts (const DolenCsvCells *row, json_object *service)
{
  g_autofree char *name = dolen_csv_cells_first (row, DOLEN_CSV_CONTACT);
  g_autofree char *email = NULL, *canonical = NULL;
  json_object *holder = name ? json_object_new_object () : service;
  json_object *people = json_object_new_array ();
  guint at = 0;

  email = dolen_csv_cells_next (row, DOLEN_CSV_EMAIL, &at);
  canonical = email ? dolen_text_email (email) : NULL;
  if (email && !canonical)
    dolen_csv_cells_note (row, at - 1, dolen_csv_why (DOLEN_CSV_WHY_EMAIL));
  dolen_json_put_text (holder, "email", email);
  if (name) {
    dolen_json_put_text (holder, "name", name);
    put_permission (row, holder);
    json_object_array_add (people, holder);
  }
  put_phones (row, name, holder, people);
  if (json_object_array_length (people))
    json_object_object_add (service, "contacts", people);
  else
    json_object_put (people);
}
