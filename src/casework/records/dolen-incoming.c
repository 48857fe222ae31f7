/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-incoming.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

static const char *const states[] = {
  "new",         "more-info", "waiting",  "supported", "returned",
  "not-reached", "declined",  "in-error", NULL,
};
static const char *const priorities[] = { "routine", "soon", "urgent", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (states) == DOLEN_N_INCOMING_STATES + 1);

#define TEXT(field) DOLEN_FIELD (DolenIncoming, field, TEXT)

static const DolenField incoming_fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (episode),
  DOLEN_FIELD (DolenIncoming, state, ENUM, .nicks = states),
  TEXT (source),
  TEXT (source_name),
  TEXT (source_phone),
  TEXT (source_email),
  TEXT (source_language),
  TEXT (received_on),
  TEXT (reason),
  TEXT (own_view),
  TEXT (risk),
  TEXT (consent),
  TEXT (feedback),
  TEXT (feedback_by),
  DOLEN_FIELD (DolenIncoming, priority, ENUM, .nicks = priorities),
  TEXT (priority_reason),
  TEXT (info_asked_on),
  TEXT (info_wanted),
  TEXT (info_come_on),
  TEXT (decided_on),
  TEXT (told_on),
  TEXT (returned_to),
  TEXT (closed_on),
  TEXT (note),
  TEXT (letter_on),
  TEXT (contacted_on),
  DOLEN_FIELD (DolenIncoming, created, TIME),
};

const DolenRecordType dolen_incoming_type = { "incoming",
                                              sizeof (DolenIncoming),
                                              incoming_fields,
                                              G_N_ELEMENTS (incoming_fields),
                                              (GDestroyNotify) dolen_incoming_free };

DolenIncoming *
dolen_incoming_new (const char *person)
{
  DolenIncoming *incoming = dolen_record_new (&dolen_incoming_type);

  incoming->uid = dolen_id_new ();
  incoming->person = g_strdup (person);
  incoming->received_on = dolen_date_today ();
  return incoming;
}

DolenIncoming *
dolen_incoming_copy (const DolenIncoming *incoming)
{
  return dolen_record_copy (&dolen_incoming_type, incoming);
}

void
dolen_incoming_free (DolenIncoming *incoming)
{
  dolen_record_free (&dolen_incoming_type, incoming);
}
