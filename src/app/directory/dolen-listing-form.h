/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Forms of the directory as drafts, without a widget: what is typed is a value that is never
 * changed, only followed by another; what the widgets show is worked out from it. A widget reads
 * itself, takes the next draft, works out its state and applies it.
 */

typedef enum {
  DOLEN_LISTING_LINE,
  DOLEN_LISTING_TEXT, /* several lines */
  DOLEN_LISTING_DATE, /* as typed: "3/5/2026" */
  DOLEN_LISTING_TIME, /* of the day, as typed: "10", "2pm" */
  DOLEN_LISTING_NUMBER,
  DOLEN_LISTING_MONEY, /* "£2.50", "0": free */
  DOLEN_LISTING_PHONE,
  DOLEN_LISTING_EMAIL,
  DOLEN_LISTING_URL,
  DOLEN_LISTING_POSTCODE,
  DOLEN_LISTING_CHOICE, /* the text is the code chosen */
  DOLEN_LISTING_TICK,   /* "1" or "" */
  DOLEN_LISTING_DAYS,   /* of the week: "MO,TH" */
} DolenListingInput;

/** DolenListingChoices: what may be chosen. */
typedef struct {
  const char *const *codes;                /* NULL-terminated; the first may be "" */
  const char *(*words) (const char *code); /* in the language of the window; not owned */
} DolenListingChoices;

/** DolenListingField: one input of a form. */
typedef struct {
  const char *key;
  const char *title; /* msgid */
  DolenListingInput input;
  const DolenListingChoices *choices; /* of a choice, else NULL */
  const char *hint;                   /* (nullable) msgid: stands beneath */
} DolenListingField;

/** DolenListingValues: what stands in a form, a text for each of its fields. */
typedef struct {
  const DolenListingField *fields; /* static; ends with one whose key is NULL */
  char **texts;                    /* (owned) in the order of the fields, never NULL */
} DolenListingValues;

/** dolen_listing_values_new: (transfer full): all empty; a choice has its first code. */
DolenListingValues *dolen_listing_values_new (const DolenListingField *fields);
DolenListingValues *dolen_listing_values_copy (const DolenListingValues *values);
void dolen_listing_values_free (DolenListingValues *values);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenListingValues, dolen_listing_values_free)

/** dolen_listing_values_with: (transfer full): the same but for one field. @text: (nullable) */
DolenListingValues *
dolen_listing_values_with (const DolenListingValues *values, const char *key, const char *text);

/** dolen_listing_values_put: while one is made: sets a field of @values itself. */
void dolen_listing_values_put (DolenListingValues *values, const char *key, const char *text);
void dolen_listing_values_put_date (DolenListingValues *values, const char *key, const char *date);
void dolen_listing_values_put_number (DolenListingValues *values, const char *key, int number);

/** dolen_listing_values_get: "" for nothing; a programming error for a key the form has not. */
const char *dolen_listing_values_get (const DolenListingValues *values, const char *key);

gboolean dolen_listing_values_equal (const DolenListingValues *a, const DolenListingValues *b);

/* ---- read from what is typed; NULL or -1 where nothing (that can be read) is ---- */

char *dolen_listing_values_dup_line (const DolenListingValues *values, const char *key);
char *dolen_listing_values_dup_text (const DolenListingValues *values, const char *key);
char *dolen_listing_values_dup_date (const DolenListingValues *values, const char *key);
char *dolen_listing_values_dup_time (const DolenListingValues *values, const char *key);
int dolen_listing_values_get_number (const DolenListingValues *values, const char *key);
gint64 dolen_listing_values_get_pence (const DolenListingValues *values, const char *key);
gboolean dolen_listing_values_get_tick (const DolenListingValues *values, const char *key);

/** dolen_listing_money_parse: pence of "£2.50", "2", "2.5", "free" as typed; -1: no money. */
gint64 dolen_listing_money_parse (const char *typed);

/** dolen_listing_field_problem: (transfer full) (nullable): why the text of a field cannot be what
 *  the field is for, as a sentence in the language of the window; NULL: nothing is wrong. An empty
 *  field is never wrong here. */
char *dolen_listing_field_problem (const DolenListingField *field, const char *text);

G_END_DECLS
