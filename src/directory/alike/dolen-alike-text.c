/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike.h"

#include "language/dolen-language.h"

#include <glib/gi18n-lib.h>

static const struct {
  DolenAlikeEvidence evidence;
  const char *name;
} names[] = {
  /* Translators: what two records have in common, one of a list after "In common:". */
  { DOLEN_ALIKE_BY_NAME, N_ ("the name") },
  /* Translators: what two records have in common, one of a list after "In common:". */
  { DOLEN_ALIKE_BY_NAME_NEARLY, N_ ("most of the name") },
  /* Translators: what two records have in common: a number in a register such as that of the
   * Charity Commission. */
  { DOLEN_ALIKE_BY_REGISTRATION, N_ ("the registration number") },
  /* Translators: what two records have in common, one of a list after "In common:". */
  { DOLEN_ALIKE_BY_ORGANISATION, N_ ("the organisation") },
  /* Translators: what two records have in common, one of a list after "In common:". */
  { DOLEN_ALIKE_BY_PHONE, N_ ("the telephone number") },
  /* Translators: what two records have in common, one of a list after "In common:". */
  { DOLEN_ALIKE_BY_EMAIL, N_ ("the e-mail address") },
  /* Translators: what two records have in common, one of a list after "In common:". */
  { DOLEN_ALIKE_BY_URL, N_ ("the web address") },
  /* Translators: what two records have in common: "example.org" of their web or e-mail addresses,
   * which are not the same. */
  { DOLEN_ALIKE_BY_HOST, N_ ("the domain of the addresses") },
  /* Translators: what two records have in common, one of a list after "In common:". */
  { DOLEN_ALIKE_BY_POSTCODE, N_ ("the postcode") },
  /* Translators: what two records have in common: they stand within 400 metres. */
  { DOLEN_ALIKE_BY_POSITION, N_ ("the place on the map") },
  /* Translators: what two records have in common: the weekdays. */
  { DOLEN_ALIKE_BY_DAYS, N_ ("the days") },
  /* Translators: what two records have in common, one of a list after "In common:". */
  { DOLEN_ALIKE_BY_TEXT, N_ ("the description") },
};

char *
dolen_alike_evidence_text (DolenLanguage language, guint evidence)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if ((evidence & (DOLEN_ALIKE_BY_URL | DOLEN_ALIKE_BY_EMAIL)) != 0)
    evidence &= ~(guint) DOLEN_ALIKE_BY_HOST; /* is a part of them */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((evidence & names[i].evidence) != 0)
      g_string_append_printf (
          list, "%s%s", list->len > 0 ? ", " : "", dolen_text (language, names[i].name));
  /* Translators: a list of what two records have in common: "the name, the postcode". */
  return g_strdup_printf (dolen_text (language, N_ ("In common: %s")), list->str);
}
