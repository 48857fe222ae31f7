/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/keeping/dolen-call.h"

G_BEGIN_DECLS

/*
 * A form for a group to fill in, as plain text for an e-mail or on paper: one field a line, an
 * empty answer behind each, and a line that says which listing it is and when it was sent:
 *
 *   [dolen 2026-05-04 en 6f1e7a0e-6d1f-4a8f-9a43-0e0f4a1c2b3d 3f2a]
 *   # Telephone, we have: 01632 960123
 *   Telephone [phone]:
 *
 * "Yes" says that what we have is right; an empty answer says nothing, and confirms nothing. The
 * form comes back through mail programs and out of people's hands: quoted, wrapped, in the other
 * language, in part. What cannot be written by itself (days and times, access) is shown to be
 * entered by hand.
 */

/** Limits of what is read. */
#define DOLEN_FORM_MAX_BYTES (256 * 1024)
#define DOLEN_FORM_MAX_ANSWER 4000 /* bytes */
#define DOLEN_FORM_MAX_FORMS 50    /* in one text */

typedef enum {
  DOLEN_FORM_PHONE,
  DOLEN_FORM_EMAIL,
  DOLEN_FORM_WEB,
  DOLEN_FORM_TIMES,
  DOLEN_FORM_PLACES,
  DOLEN_FORM_WAIT,
  DOLEN_FORM_COST,
  DOLEN_FORM_ACCESS,
  DOLEN_FORM_DESCRIPTION,
  DOLEN_FORM_NOTE, /* anything else */
  DOLEN_FORM_WHO,  /* who answers */
  DOLEN_N_FORM_FIELDS
} DolenFormField;

/** dolen_keeping_form_new: (transfer full): an empty form about @service. @organisation:
 * (nullable): its own, whose telephone, e-mail and web page are shown where the listing has none.
 * @today: a civil date */
char *dolen_keeping_form_new (const DolenService *service,
                              const DolenOrganisation *organisation,
                              DolenLanguage language,
                              const char *today);

/** dolen_keeping_form_language: in which language a group is written to: Welsh where its listing
 *  says that it works in Welsh, and not only beside English with no Welsh text of its own. */
DolenLanguage dolen_keeping_form_language (const DolenService *service);

/* One answer as it stands in the text. */
typedef struct {
  DolenFormField field;
  char *given;
  guint line; /* counted from 1 */
} DolenFormAnswer;

/* A form that came back. Plain; free with dolen_filled_form_free(). */
typedef struct {
  char *service;          /* uid */
  char *sent_on;          /* civil date */
  DolenLanguage language; /* it was sent in */
  guint line;             /* of its reference */
  GPtrArray *answers;     /* of DolenFormAnswer: those that are not empty, in the order of fields */
} DolenFilledForm;

void dolen_filled_form_free (DolenFilledForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenFilledForm, dolen_filled_form_free)

/**
 * dolen_filled_forms_read:
 * @length: of @text, -1 where it ends with a NUL
 * @wrong: (out) (optional) (transfer full): sentences, each with its line, of what was passed over
 * @error: DOLEN_ERROR_INVALID where there is no form in it; _TOO_LARGE, _ENCODING
 *
 * Returns: (transfer full) (element-type DolenFilledForm): one for each listing, in order
 */
GPtrArray *dolen_filled_forms_read (const char *text, gssize length, char ***wrong, GError **error);

typedef enum {
  DOLEN_FORM_CONFIRMS, /* what we have is right */
  DOLEN_FORM_CHANGES,
  DOLEN_FORM_BY_HAND, /* somebody has to enter it: a telephone or an e-mail address that the listing
                         itself does not hold, days and times ... */
  DOLEN_FORM_REFUSED, /* it cannot be what it should be */
} DolenFormEffect;

/* What one answer would do. */
typedef struct {
  DolenFormField field;
  DolenFormEffect effect;
  char *label;            /* "Telephone" */
  char *before;           /* (nullable) what we have, in words */
  char *after;            /* (nullable) what it would be, or what was answered */
  guint line;             /* in the text */
  gboolean changed_since; /* it was edited here after the form was sent */
  char *sentence;         /* all of it, to show: "Telephone: 01632 960123 → 01632 960999" */
} DolenFormLine;

/**
 * dolen_filled_form_apply:
 * @lines: (out) (optional) (transfer full) (element-type DolenFormLine): what it would do, to show
 *   before anything is written
 * @error: DOLEN_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): that as a call that reached somebody by e-mail, for dolen_call_save();
 *   nothing is written here
 */
DolenCall *dolen_filled_form_apply (DolenDirectory *dir,
                                    const DolenFilledForm *form,
                                    DolenLanguage language,
                                    GPtrArray **lines,
                                    GError **error);

/** dolen_form_field_label: "Telephone" ... Not owned. */
const char *dolen_form_field_label (DolenFormField field, DolenLanguage language);

/** dolen_form_field_code: "phone" ..., as it stands in brackets. */
const char *dolen_form_field_code (DolenFormField field);

/** dolen_form_field_tell: (transfer full): what the listing says of it now, or its @organisation
 *  (nullable); "" where nothing. */
char *dolen_form_field_tell (DolenFormField field,
                             const DolenService *service,
                             const DolenOrganisation *organisation,
                             DolenLanguage language,
                             const char *today);

/** dolen_form_phone, _email, _web: (transfer none) (nullable): the listing's own, else that of a
 *  contact that may be given out, else that of its @organisation (nullable). */
const char *dolen_form_phone (const DolenService *service, const DolenOrganisation *organisation);
const char *dolen_form_email (const DolenService *service, const DolenOrganisation *organisation);
const char *dolen_form_web (const DolenService *service, const DolenOrganisation *organisation);

/** dolen_form_check: (transfer full): the four letters that end a reference. */
char *dolen_form_check (const char *service, const char *sent_on, DolenLanguage language);

G_END_DECLS
