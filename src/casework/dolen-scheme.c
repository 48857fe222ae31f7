/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-scheme.h"

#include "base/dolen-text.h"

#include <glib/gi18n-lib.h>

static const char *const may[] = { "yes", "ask-lead", "no", NULL };

#define TEXT(field) DOLEN_FIELD (DolenScheme, field, TEXT)

static const DolenField scheme_fields[] = {
  TEXT (name_en),
  TEXT (name_cy),
  TEXT (role_en),
  TEXT (role_cy),
  TEXT (phone),
  TEXT (email),
  TEXT (crisis_en),
  TEXT (crisis_cy),
  TEXT (hours_en),
  TEXT (hours_cy),
  DOLEN_FIELD (DolenScheme, accompany, ENUM, .nicks = may),
  DOLEN_FIELD (DolenScheme, home_visit, ENUM, .nicks = may),
  DOLEN_FIELD (DolenScheme, load_limit, INT),
  DOLEN_FIELD (DolenScheme, return_weeks, INT),
  TEXT (notice_version),
  DOLEN_FIELD (DolenScheme, notice_languages, LIST),
  TEXT (basis),
  TEXT (condition),
};

const DolenRecordType dolen_scheme_type = { "scheme",
                                            sizeof (DolenScheme),
                                            scheme_fields,
                                            G_N_ELEMENTS (scheme_fields),
                                            (GDestroyNotify) dolen_scheme_free };

#define USUAL_RETURN_WEEKS 12

DolenScheme *
dolen_scheme_new (void)
{
  DolenScheme *scheme = dolen_record_new (&dolen_scheme_type);

  scheme->return_weeks = USUAL_RETURN_WEEKS;
  return scheme;
}

DolenScheme *
dolen_scheme_copy (const DolenScheme *scheme)
{
  return dolen_record_copy (&dolen_scheme_type, scheme);
}

void
dolen_scheme_free (DolenScheme *scheme)
{
  dolen_record_free (&dolen_scheme_type, scheme);
}

DolenMay
dolen_scheme_may (const DolenScheme *scheme, DolenAppointmentKind kind)
{
  if (scheme != NULL && kind == DOLEN_APPOINTMENT_HOME_VISIT)
    return scheme->home_visit;
  if (scheme != NULL && kind == DOLEN_APPOINTMENT_ACCOMPANY)
    return scheme->accompany;
  return DOLEN_MAY_YES;
}

static const char *
choose (DolenLanguage language, const char *en, const char *cy)
{
  const char *own = language == DOLEN_LANGUAGE_CY ? cy : en;

  return dolen_text_is_empty (own) ? NULL : own;
}

const char *
dolen_scheme_get_name (const DolenScheme *scheme, DolenLanguage language)
{
  const char *own;

  if (scheme == NULL)
    return NULL;
  own = choose (language, scheme->name_en, scheme->name_cy);
  /* A name is a name in either language. */
  return own != NULL ? own
                     : choose (dolen_language_other (language), scheme->name_en, scheme->name_cy);
}

const char *
dolen_scheme_get_role (const DolenScheme *scheme, DolenLanguage language)
{
  const char *own = scheme != NULL ? choose (language, scheme->role_en, scheme->role_cy) : NULL;

  /* Translators: what somebody who supports people is called in their scheme, lower case. */
  return own != NULL ? own : dolen_text (language, "link worker");
}

const char *
dolen_scheme_get_crisis (const DolenScheme *scheme, DolenLanguage language)
{
  const char *own = scheme != NULL ? choose (language, scheme->crisis_en, scheme->crisis_cy) : NULL;

  return own != NULL
             ? own
             /* Translators: whom to ring in a crisis, at the foot of letters and hand-outs. Real
              * numbers of bodies in Wales: do not change them. */
             : dolen_text (language,
                           "A life is at risk, or somebody is in danger now: ring 999.\n"
                           "Urgent help with mental health: ring 111 and press 2. Free, at any "
                           "hour.\n"
                           "Samaritans: 116 123. Free, at any hour. In Welsh: 0808 164 0123, from "
                           "7 to 11 in the evening.\n"
                           "C.A.L.L., the mental health helpline for Wales: 0800 132 737. Free, at "
                           "any hour.");
}

const char *
dolen_scheme_get_hours (const DolenScheme *scheme, DolenLanguage language)
{
  const char *own = scheme != NULL ? choose (language, scheme->hours_en, scheme->hours_cy) : NULL;

  return own != NULL ? own
                     /* Translators: when the scheme works, at the foot of letters and hand-outs. */
                     : dolen_text (language,
                                   "We work Monday to Friday, from 9 to 5. We are not an emergency "
                                   "service: outside these hours nobody reads messages.");
}
