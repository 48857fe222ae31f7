/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/dolen-listing-part-form.h"

static const DolenListingPartForm *const of_service[]
    = { &dolen_listing_schedule_form, &dolen_listing_cost_form,    &dolen_listing_language_form,
        &dolen_listing_contact_form,  &dolen_listing_funding_form, NULL };
static const DolenListingPartForm *const of_organisation[]
    = { &dolen_listing_organisation_contact_form,
        &dolen_listing_organisation_funding_form,
        &dolen_listing_registration_form,
        NULL };

const DolenListingPartForm *
dolen_listing_part_form_find (const char *kind, const char *part)
{
  const DolenListingPartForm *const *forms
      = g_strcmp0 (kind, "organisation") == 0 ? of_organisation : of_service;

  if (g_strcmp0 (kind, "organisation") != 0 && g_strcmp0 (kind, "service") != 0)
    return NULL;
  while (*forms != NULL && g_strcmp0 ((*forms)->part, part) != 0)
    forms++;
  return *forms;
}

GPtrArray *
dolen_listing_part_form_list (const DolenListingPartForm *form, gconstpointer record)
{
  return *(GPtrArray *const *) (gconstpointer) ((const char *) record + form->list);
}

gpointer
dolen_listing_part_form_find_thing (const DolenListingPartForm *form,
                                    gconstpointer record,
                                    const char *key,
                                    guint *position)
{
  GPtrArray *list = dolen_listing_part_form_list (form, record);

  for (guint i = 0; i < list->len; i++) {
    g_autofree char *of_thing = form->key (g_ptr_array_index (list, i));

    if (g_strcmp0 (of_thing, key) != 0)
      continue;
    if (position != NULL)
      *position = i;
    return g_ptr_array_index (list, i);
  }
  return NULL;
}

/* What has no uid is known by what it says: said twice it is one. */
static gpointer
find_same (const DolenListingPartForm *form, gconstpointer record, gconstpointer thing)
{
  g_autofree char *key = form->uid == NULL ? form->key (thing) : NULL;
  gpointer other = NULL;

  if (key != NULL)
    other = dolen_listing_part_form_find_thing (form, record, key, NULL);
  return other != thing ? other : NULL;
}

static void
add_thing (const DolenListingPartForm *form,
           gpointer record,
           const char *key,
           const DolenListingValues *values)
{
  gpointer thing = form->make (), same;

  if (form->uid != NULL)
    *form->uid (thing) = g_strdup (key);
  form->write (thing, values);
  same = find_same (form, record, thing);
  if (same == NULL) {
    g_ptr_array_add (dolen_listing_part_form_list (form, record), thing);
    return;
  }
  form->release (thing);
  form->write (same, values);
}

void
dolen_listing_part_form_put (const DolenListingPartForm *form,
                             gpointer record,
                             const char *key,
                             const DolenListingValues *values)
{
  gpointer thing = dolen_listing_part_form_find_thing (form, record, key, NULL);

  if (thing == NULL) {
    add_thing (form, record, key, values);
    return;
  }
  form->write (thing, values);
  if (find_same (form, record, thing) != NULL)
    g_ptr_array_remove (dolen_listing_part_form_list (form, record), thing);
}

char *
dolen_listing_part_form_key_of (const DolenListingPartForm *form,
                                const char *key,
                                const DolenListingValues *values)
{
  gpointer thing;
  char *said;

  if (form->uid != NULL)
    return g_strdup (key);
  thing = form->make ();
  form->write (thing, values);
  said = form->key (thing);
  form->release (thing);
  return said != NULL ? said : g_strdup (key);
}

gboolean
dolen_listing_part_form_remove (const DolenListingPartForm *form, gpointer record, const char *key)
{
  guint position;

  if (dolen_listing_part_form_find_thing (form, record, key, &position) == NULL)
    return FALSE;
  g_ptr_array_remove_index (dolen_listing_part_form_list (form, record), position);
  return TRUE;
}

char *
dolen_listing_part_form_tell (const DolenListingPartForm *form,
                              gconstpointer record,
                              DolenLanguage language)
{
  GPtrArray *list = dolen_listing_part_form_list (form, record);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++) {
    g_autofree char *words = form->tell (g_ptr_array_index (list, i), language);

    if (*words != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", words);
  }
  return g_string_free (line, FALSE);
}

/* ---- for writing ---- */

void
dolen_listing_take_line (char **place, const DolenListingValues *values, const char *key)
{
  g_free (*place);
  *place = dolen_listing_values_dup_line (values, key);
}

void
dolen_listing_take_text (char **place, const DolenListingValues *values, const char *key)
{
  g_free (*place);
  *place = dolen_listing_values_dup_text (values, key);
}

void
dolen_listing_take_date (char **place, const DolenListingValues *values, const char *key)
{
  g_free (*place);
  *place = dolen_listing_values_dup_date (values, key);
}

void
dolen_listing_take_time (char **place, const DolenListingValues *values, const char *key)
{
  g_free (*place);
  *place = dolen_listing_values_dup_time (values, key);
}
