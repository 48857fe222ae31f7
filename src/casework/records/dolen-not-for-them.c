/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-not-for-them.h"

#include "base/dolen-id.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *code;
  const char *name;
} reasons[] = {
  /* Translators: why a group is not for a person. */
  { "did-not-like", N_ ("did not like it") },
  { "people", N_ ("the people there") },
  { "place", N_ ("the place") },
  { "too-hard", N_ ("too hard, or too much") },
  { "not-interested", N_ ("it does not interest them") },
  { "bad-experience", N_ ("something bad happened there") },
  { "somebody-there", N_ ("somebody goes there whom they avoid") },
  { "other", N_ ("another reason") },
};

#define TEXT(field) DOLEN_FIELD (DolenNotForThem, field, TEXT)

static const DolenField fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (service),
  TEXT (service_name),
  TEXT (service_name_cy),
  TEXT (reason),
  TEXT (note),
  TEXT (on),
  TEXT (by),
  TEXT (ended_on),
  DOLEN_FIELD (DolenNotForThem, created, TIME),
};

const DolenRecordType dolen_not_for_them_type = { "not_for_them",
                                                  sizeof (DolenNotForThem),
                                                  fields,
                                                  G_N_ELEMENTS (fields),
                                                  (GDestroyNotify) dolen_not_for_them_free };

DolenNotForThem *
dolen_not_for_them_new (const char *person, const char *service)
{
  DolenNotForThem *not_for_them = dolen_record_new (&dolen_not_for_them_type);

  not_for_them->uid = dolen_id_new ();
  not_for_them->person = g_strdup (person);
  not_for_them->service = g_strdup (service);
  return not_for_them;
}

const char *const *
dolen_not_for_them_reasons (void)
{
  static const char *codes[G_N_ELEMENTS (reasons) + 1];
  static gsize once = 0;

  if (g_once_init_enter (&once)) {
    for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
      codes[i] = reasons[i].code;
    g_once_init_leave (&once, 1);
  }
  return codes;
}

const char *
dolen_not_for_them_reason_name (const char *reason, DolenLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (reasons[i].code, reason) == 0)
      return dolen_text (language, reasons[i].name);
  return reason != NULL ? reason : "";
}

DolenNotForThem *
dolen_not_for_them_copy (const DolenNotForThem *not_for_them)
{
  return dolen_record_copy (&dolen_not_for_them_type, not_for_them);
}

void
dolen_not_for_them_free (DolenNotForThem *not_for_them)
{
  dolen_record_free (&dolen_not_for_them_type, not_for_them);
}
