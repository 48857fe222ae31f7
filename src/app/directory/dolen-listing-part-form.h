/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-fields.h"
#include "directory/dolen-records.h"

G_BEGIN_DECLS

/*
 * How one element of a list that hangs on a record is edited: what stands in its form, what can be
 * wrong, and how it is told. Pure: no widget, no database.
 */
typedef struct {
  const char *part;  /* of directory/dolen-parts.h: "schedules" */
  const char *title; /* msgid: what the list is, for the toast: "Times" */
  const char *add;   /* msgid, of a button, with a mnemonic */
  const char *none;  /* msgid: a sentence: there is none yet */
  const DolenListingField *fields;
  DolenListingProblemFunc problem; /* (nullable) */
  DolenListingShowsFunc shows;     /* (nullable) */
  gsize list;                      /* offset of the GPtrArray in the record */
  gpointer (*make) (void);
  void (*release) (gpointer thing);
  char **(*uid) (gpointer thing); /* where its uid stands; NULL for a thing without one */
  /* (transfer full): tells it from the others; that is its uid where it has one */
  char *(*key) (gconstpointer thing);
  DolenListingValues *(*read) (gconstpointer thing);
  /* over the fields of @thing; only where nothing is wrong */
  void (*write) (gpointer thing, const DolenListingValues *values);
  /* (transfer full): in one line; "" where nothing is known of it */
  char *(*tell) (gconstpointer thing, DolenLanguage language);
} DolenListingPartForm;

extern const DolenListingPartForm dolen_listing_schedule_form;
extern const DolenListingPartForm dolen_listing_cost_form;
extern const DolenListingPartForm dolen_listing_language_form;
/* Of a service and of an organisation. */
extern const DolenListingPartForm dolen_listing_contact_form;
extern const DolenListingPartForm dolen_listing_organisation_contact_form;
extern const DolenListingPartForm dolen_listing_funding_form;
extern const DolenListingPartForm dolen_listing_organisation_funding_form;
extern const DolenListingPartForm dolen_listing_registration_form;

/** dolen_listing_part_form_find: (nullable): of @part of a @kind. */
const DolenListingPartForm *dolen_listing_part_form_find (const char *kind, const char *part);

/** dolen_listing_part_form_list: (transfer none): the list of @record. */
GPtrArray *dolen_listing_part_form_list (const DolenListingPartForm *form, gconstpointer record);

/** dolen_listing_part_form_find_thing: (transfer none) (nullable): the element with that key. */
gpointer dolen_listing_part_form_find_thing (const DolenListingPartForm *form,
                                             gconstpointer record,
                                             const char *key,
                                             guint *position);

/** dolen_listing_part_form_put: writes @values over the element with that key, or adds one with it;
 *  what has no uid and says the same as another is that one. In canonical form when the edit is
 *  saved. */
void dolen_listing_part_form_put (const DolenListingPartForm *form,
                                  gpointer record,
                                  const char *key,
                                  const DolenListingValues *values);

/** dolen_listing_part_form_key_of: (transfer full): the key that an element of @key has once
 * @values are written. */
char *dolen_listing_part_form_key_of (const DolenListingPartForm *form,
                                      const char *key,
                                      const DolenListingValues *values);

/** dolen_listing_part_form_remove: FALSE: there is none with that key. */
gboolean
dolen_listing_part_form_remove (const DolenListingPartForm *form, gpointer record, const char *key);

/** dolen_listing_part_form_tell: (transfer full): the whole list, "; " between. */
char *dolen_listing_part_form_tell (const DolenListingPartForm *form,
                                    gconstpointer record,
                                    DolenLanguage language);

/* For writing: takes what @values has, frees what stood there. */
void dolen_listing_take_line (char **place, const DolenListingValues *values, const char *key);
void dolen_listing_take_text (char **place, const DolenListingValues *values, const char *key);
void dolen_listing_take_date (char **place, const DolenListingValues *values, const char *key);
void dolen_listing_take_time (char **place, const DolenListingValues *values, const char *key);

G_END_DECLS
