/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-fields.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>
#include <string.h>

typedef enum {
  FIELD_TEXT,
  FIELD_PHONE,
  FIELD_EMAIL,
  FIELD_URL,
  FIELD_ENGLISH,
  FIELD_WELSH,
  FIELD_AGE,
  FIELD_FLAG,
  FIELD_STATUS,
  FIELD_GOVERNANCE,
  FIELD_ACCESS,
  FIELD_ATTENDING,
} FieldType;

typedef struct {
  const char *name;
  FieldType type;
  gsize offset;
} Field;

#define BILINGUAL(Type, field)                                                                     \
  { #field "_en", FIELD_ENGLISH, offsetof (Type, field) },                                         \
  {                                                                                                \
#field "_cy", FIELD_WELSH, offsetof(Type, field)                                               \
  }
#define PLAIN(Type, field, type)                                                                   \
  {                                                                                                \
#field, type, offsetof(Type, field)                                                            \
  }

static const Field service_fields[] = {
  BILINGUAL (DolenService, name),
  BILINGUAL (DolenService, description),
  BILINGUAL (DolenService, eligibility),
  BILINGUAL (DolenService, how_to_join),
  PLAIN (DolenService, url, FIELD_URL),
  PLAIN (DolenService, email, FIELD_EMAIL),
  PLAIN (DolenService, phone, FIELD_PHONE),
  PLAIN (DolenService, fees, FIELD_TEXT),
  PLAIN (DolenService, alert, FIELD_TEXT),
  PLAIN (DolenService, gender, FIELD_TEXT),
  PLAIN (DolenService, status, FIELD_STATUS),
  PLAIN (DolenService, minimum_age, FIELD_AGE),
  PLAIN (DolenService, maximum_age, FIELD_AGE),
  PLAIN (DolenService, do_not_list, FIELD_FLAG),
  PLAIN (DolenService, organisation_uid, FIELD_TEXT),
  PLAIN (DolenService, areas, FIELD_TEXT),
  PLAIN (DolenService, access, FIELD_ACCESS),
  PLAIN (DolenService, attending, FIELD_ATTENDING),
};

static const Field organisation_fields[] = {
  BILINGUAL (DolenOrganisation, name),
  BILINGUAL (DolenOrganisation, description),
  PLAIN (DolenOrganisation, url, FIELD_URL),
  PLAIN (DolenOrganisation, email, FIELD_EMAIL),
  PLAIN (DolenOrganisation, phone, FIELD_PHONE),
  PLAIN (DolenOrganisation, legal_status, FIELD_TEXT),
  PLAIN (DolenOrganisation, governance, FIELD_GOVERNANCE),
  PLAIN (DolenOrganisation, parent_uid, FIELD_TEXT),
  PLAIN (DolenOrganisation, volunteer_run, FIELD_FLAG),
  PLAIN (DolenOrganisation, covered_by_parent, FIELD_FLAG),
};

static const Field venue_fields[] = {
  BILINGUAL (DolenVenue, name),
  PLAIN (DolenVenue, getting_there, FIELD_TEXT),
};

static const struct {
  const char *kind;
  const Field *fields;
  gsize n;
} kinds[] = {
  { "service", service_fields, G_N_ELEMENTS (service_fields) },
  { "organisation", organisation_fields, G_N_ELEMENTS (organisation_fields) },
  { "venue", venue_fields, G_N_ELEMENTS (venue_fields) },
};

static const Field *
find_field (const char *kind, const char *name)
{
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++) {
    if (g_strcmp0 (kinds[k].kind, kind) != 0)
      continue;
    for (gsize i = 0; i < kinds[k].n; i++)
      if (g_strcmp0 (kinds[k].fields[i].name, name) == 0)
        return &kinds[k].fields[i];
  }
  return NULL;
}

gboolean
dolen_field_exists (const char *kind, const char *field)
{
  return find_field (kind, field) != NULL;
}

static gpointer
at (gconstpointer record, const Field *field)
{
  return (char *) record + field->offset;
}

static char *
number_or_null (int value)
{
  return value < 0 ? NULL : g_strdup_printf ("%d", value);
}

char *
dolen_field_get (const char *kind, gconstpointer record, const char *name)
{
  const Field *field = find_field (kind, name);

  g_return_val_if_fail (field != NULL, NULL);
  switch (field->type) {
  case FIELD_TEXT:
  case FIELD_PHONE:
  case FIELD_EMAIL:
  case FIELD_URL:
    return g_strdup (*(char **) at (record, field));
  case FIELD_ENGLISH:
    return g_strdup (((DolenBilingual *) at (record, field))->en);
  case FIELD_WELSH:
    return g_strdup (((DolenBilingual *) at (record, field))->cy);
  case FIELD_AGE:
    return number_or_null (*(int *) at (record, field));
  case FIELD_FLAG:
    return g_strdup (*(gboolean *) at (record, field) ? "1" : "0");
  case FIELD_STATUS:
    return g_strdup (dolen_service_status_code (*(DolenServiceStatus *) at (record, field)));
  case FIELD_ACCESS:
    return dolen_access_to_codes (*(DolenAccess *) at (record, field));
  case FIELD_ATTENDING:
    return dolen_attending_to_codes (*(DolenAttending *) at (record, field));
  case FIELD_GOVERNANCE:
  default:
    return g_strdup (dolen_governance_code (*(DolenGovernance *) at (record, field)));
  }
}

static gboolean
read_age (const char *value, int *age)
{
  gint64 number = -1;

  if (value != NULL && !g_ascii_string_to_signed (value, 10, 0, 150, &number, NULL))
    return FALSE;
  *age = (int) number;
  return TRUE;
}

static gboolean
read_status (const char *value, DolenServiceStatus *status)
{
  *status = dolen_service_status_from_code (value);
  return g_strcmp0 (value, dolen_service_status_code (*status)) == 0;
}

static gboolean
read_governance (const char *value, DolenGovernance *governance)
{
  *governance = value != NULL ? dolen_governance_from_code (value) : DOLEN_GOVERNANCE_UNKNOWN;
  return value == NULL || g_str_equal (value, dolen_governance_code (*governance));
}

/* A telephone number, an address in canonical form. */
static gboolean
set_canonical (char **text, const char *clean, char *(*read) (const char *given))
{
  char *canonical = clean != NULL ? read (clean) : NULL;

  if (clean != NULL && canonical == NULL)
    return FALSE;
  g_free (*text);
  *text = canonical;
  return TRUE;
}

static gboolean
set_value (const Field *field, gpointer record, const char *value)
{
  g_autofree char *clean = dolen_text_clean (value);

  switch (field->type) {
  case FIELD_TEXT:
    g_free (*(char **) at (record, field));
    *(char **) at (record, field) = g_steal_pointer (&clean);
    return TRUE;
  case FIELD_PHONE:
    return set_canonical (at (record, field), clean, dolen_text_phone);
  case FIELD_EMAIL:
    return set_canonical (at (record, field), clean, dolen_text_email);
  case FIELD_URL:
    return set_canonical (at (record, field), clean, dolen_text_url);
  case FIELD_ENGLISH:
  case FIELD_WELSH:
    dolen_bilingual_set (at (record, field),
                         field->type == FIELD_WELSH ? DOLEN_LANGUAGE_CY : DOLEN_LANGUAGE_EN,
                         clean,
                         DOLEN_TEXT_CHECKED);
    return TRUE;
  case FIELD_AGE:
    return read_age (clean, at (record, field));
  case FIELD_FLAG:
    *(gboolean *) at (record, field) = g_strcmp0 (clean, "1") == 0;
    return TRUE;
  case FIELD_STATUS:
    return read_status (clean, at (record, field));
  case FIELD_ACCESS:
    return dolen_access_from_codes (clean, at (record, field));
  case FIELD_ATTENDING:
    return dolen_attending_from_codes (clean, at (record, field));
  case FIELD_GOVERNANCE:
  default:
    return read_governance (clean, at (record, field));
  }
}

gboolean
dolen_field_set (
    const char *kind, gpointer record, const char *name, const char *value, GError **error)
{
  const Field *field = find_field (kind, name);

  if (field != NULL && set_value (field, record, value))
    return TRUE;
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               _ ("“%s” cannot be the value of the field %s."),
               value != NULL ? value : "",
               name);
  return FALSE;
}

DolenBilingual *
dolen_field_get_bilingual (const char *kind, gpointer record, const char *name)
{
  const Field *field = find_field (kind, name);

  if (field == NULL || (field->type != FIELD_ENGLISH && field->type != FIELD_WELSH))
    return NULL;
  return at (record, field);
}

/* Whether an address is a person's own goes where it goes. */
static void
copy_personal (const char *kind, gpointer to, gconstpointer from, const Field *field)
{
  if (field->type == FIELD_EMAIL && g_str_equal (kind, "service"))
    ((DolenService *) to)->email_personal = ((const DolenService *) from)->email_personal;
}

void
dolen_field_copy (const char *kind, gpointer to, gconstpointer from, const char *name)
{
  const Field *field = find_field (kind, name);
  DolenBilingual *text, *other;

  if (field == NULL)
    return;
  if (field->type != FIELD_ENGLISH && field->type != FIELD_WELSH) {
    g_autofree char *value = dolen_field_get (kind, from, name);
    set_value (field, to, value);
    copy_personal (kind, to, from, field);
    return;
  }
  text = at (to, field);
  other = at (from, field);
  if (field->type == FIELD_ENGLISH) {
    g_free (text->en);
    text->en = g_strdup (other->en);
    text->en_state = other->en_state;
  } else {
    g_free (text->cy);
    text->cy = g_strdup (other->cy);
    text->cy_state = other->cy_state;
  }
}

gboolean
dolen_field_note_edit (DolenDirectory *dir,
                       const char *kind,
                       const char *uid,
                       const char *field,
                       const char *feed_value,
                       GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          dir,
          "INSERT INTO field_edit (kind, record_uid, field, feed_value, edited_at)"
          " VALUES (?, ?, ?, ?, ?) ON CONFLICT (record_uid, field)"
          " DO UPDATE SET feed_value = iif (edited_at = 0, excluded.feed_value, feed_value),"
          " edited_at = excluded.edited_at, feed_changed_at = NULL, base_value = NULL",
          &row,
          error))
    return FALSE;
  dolen_row_put_text (&row, kind);
  dolen_row_put_text (&row, uid);
  dolen_row_put_text (&row, field);
  dolen_row_put_text (&row, feed_value);
  dolen_row_put_int (&row, dolen_time_now ());
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_field_note_feed (
    DolenDirectory *dir, const char *uid, const char *field, const char *feed_value, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          dir,
          "UPDATE field_edit SET"
          " feed_changed_at = iif (feed_changed_at IS NOT NULL AND base_value IS ?1, NULL, ?2),"
          " base_value = iif (feed_changed_at IS NULL, feed_value, base_value), feed_value = ?1"
          " WHERE record_uid = ?3 AND field = ?4 AND feed_value IS NOT ?1",
          &row,
          error))
    return FALSE;
  dolen_row_put_text (&row, feed_value);
  dolen_row_put_int (&row, dolen_time_now ());
  dolen_row_put_text (&row, uid);
  dolen_row_put_text (&row, field);
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_field_note_other (DolenDirectory *dir,
                        const char *kind,
                        const char *uid,
                        const char *field,
                        const char *ours,
                        const char *theirs,
                        GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          dir,
          "INSERT INTO field_edit (kind, record_uid, field, base_value, feed_value, edited_at,"
          " feed_changed_at) VALUES (?, ?, ?, ?, ?, 0, ?) ON CONFLICT (record_uid, field)"
          " DO UPDATE SET base_value = excluded.base_value, feed_value = excluded.feed_value,"
          " feed_changed_at = excluded.feed_changed_at"
          " WHERE edited_at = 0 AND feed_value IS NOT excluded.feed_value",
          &row,
          error))
    return FALSE;
  dolen_row_put_text (&row, kind);
  dolen_row_put_text (&row, uid);
  dolen_row_put_text (&row, field);
  dolen_row_put_text (&row, ours);
  dolen_row_put_text (&row, theirs);
  dolen_row_put_int (&row, dolen_time_now ());
  return dolen_statement_run (row.statement, error);
}

gboolean
dolen_field_forget_edit (DolenDirectory *dir, const char *uid, const char *field, GError **error)
{
  DolenRow row;

  if (!dolen_directory_row (
          dir, "DELETE FROM field_edit WHERE record_uid = ? AND field = ?", &row, error))
    return FALSE;
  dolen_row_put_text (&row, uid);
  dolen_row_put_text (&row, field);
  return dolen_statement_run (row.statement, error);
}

GPtrArray *
dolen_field_list_edits (DolenDirectory *dir, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  DolenRow row;
  gboolean more = FALSE;

  if (!dolen_directory_row (
          dir,
          "SELECT field FROM field_edit WHERE record_uid = ? AND edited_at > 0 ORDER BY id",
          &row,
          error))
    return NULL;
  dolen_row_put_text (&row, uid);
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return g_steal_pointer (&fields);
    g_ptr_array_add (fields, dolen_statement_dup_text (row.statement, 0));
  }
  return NULL;
}
