/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-choice.h"

#include "base/dolen-id.h"

static const char *const states[] = { "open", "taken", "set-aside", NULL };

#define TEXT(field) DOLEN_FIELD (DolenChoice, field, TEXT)

static const DolenField choice_fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (episode),
  TEXT (service),
  TEXT (service_name),
  TEXT (service_name_cy),
  DOLEN_FIELD (DolenChoice, rank, INT, .unset = -1),
  DOLEN_FIELD (DolenChoice, state, ENUM, .nicks = states),
  TEXT (referral),
  DOLEN_FIELD (DolenChoice, reasons, LIST),
  TEXT (note),
  DOLEN_FIELD (DolenChoice, created, TIME),
};

const DolenRecordType dolen_choice_type = { "choice",
                                            sizeof (DolenChoice),
                                            choice_fields,
                                            G_N_ELEMENTS (choice_fields),
                                            (GDestroyNotify) dolen_choice_free };

DolenChoice *
dolen_choice_new (const char *person)
{
  DolenChoice *choice = dolen_record_new (&dolen_choice_type);

  choice->uid = dolen_id_new ();
  choice->person = g_strdup (person);
  return choice;
}

DolenChoice *
dolen_choice_copy (const DolenChoice *choice)
{
  return dolen_record_copy (&dolen_choice_type, choice);
}

void
dolen_choice_free (DolenChoice *choice)
{
  dolen_record_free (&dolen_choice_type, choice);
}
