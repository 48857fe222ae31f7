/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-appointment.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/** DolenMay: whether the scheme lets its workers do something. */
typedef enum {
  DOLEN_MAY_YES,
  DOLEN_MAY_ASK_LEAD, /* only when the lead has said yes to it */
  DOLEN_MAY_NO,
} DolenMay;

/**
 * DolenScheme: what a scheme has settled for all its workers: what it is called, what every paper
 * ends with, what a worker may do, and what forms propose. It is about nobody in particular and is
 * kept in the settings (app/dolen-scheme-settings.h). Texts are (nullable): NULL takes our
 * proposal, where there is one.
 */
typedef struct {
  char *name_en;
  char *name_cy;
  char *role_en; /* what its workers are called: "link worker", "community connector" */
  char *role_cy;
  char *phone; /* as given */
  char *email;
  char *crisis_en; /* whom to ring in a crisis: lines */
  char *crisis_cy;
  char *hours_en; /* when it works: a sentence or two */
  char *hours_cy;

  DolenMay accompany;  /* go along with somebody to a group */
  DolenMay home_visit; /* visit somebody at home */

  int load_limit;   /* people one worker may hold open; 0 not set */
  int return_weeks; /* how long after closing somebody may come back without a new referral */

  char *notice_version;    /* of the privacy notice */
  char **notice_languages; /* "en", "cy" ...: there is a notice in */
  char *basis;             /* proposed lawful basis, code as in DolenLawfulBasis */
  char *condition;         /* proposed condition for special categories, code as there */
} DolenScheme;

extern const DolenRecordType dolen_scheme_type;

/** dolen_scheme_new: (transfer full): our proposals. */
DolenScheme *dolen_scheme_new (void);
DolenScheme *dolen_scheme_copy (const DolenScheme *scheme);
void dolen_scheme_free (DolenScheme *scheme);

/** dolen_scheme_may: whether a worker may keep an appointment of @kind. @scheme: (nullable) */
DolenMay dolen_scheme_may (const DolenScheme *scheme, DolenAppointmentKind kind);

/** dolen_scheme_get_name: (transfer none) (nullable): in @language, else in the other. @scheme:
 * (nullable) */
const char *dolen_scheme_get_name (const DolenScheme *scheme, DolenLanguage language);

/** dolen_scheme_get_role: (transfer none): what a worker is called; ours: "link worker". @scheme:
 * (nullable) */
const char *dolen_scheme_get_role (const DolenScheme *scheme, DolenLanguage language);

/**
 * dolen_scheme_get_crisis, _get_hours: (transfer none):
 * @scheme: (nullable)
 *
 * The scheme's own words in @language; our proposal where it has written none in that language.
 * The numbers in it are those their owners publish: 999 (gov.uk/guidance/999-and-112), NHS 111
 * option 2 (111.wales.nhs.uk, all Wales since June 2023), Samaritans 116 123 and 0808 164 0123 in
 * Welsh (samaritans.org), C.A.L.L. 0800 132 737 (callhelpline.org.uk).
 */
const char *dolen_scheme_get_crisis (const DolenScheme *scheme, DolenLanguage language);
const char *dolen_scheme_get_hours (const DolenScheme *scheme, DolenLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenScheme, dolen_scheme_free)

G_END_DECLS
