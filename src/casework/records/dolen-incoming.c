/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-incoming.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

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

const char *
dolen_incoming_state_nick (DolenIncomingState state)
{
  g_return_val_if_fail (state < DOLEN_N_INCOMING_STATES, "");
  return states[state];
}

const char *
dolen_incoming_state_name (DolenIncomingState state, DolenLanguage language)
{
  static const char *const names[] = {
    /* Translators: what became of a referral to us (atgyfeiriad, masc.). */
    [DOLEN_INCOMING_NEW] = N_ ("To be decided"),
    [DOLEN_INCOMING_MORE_INFO] = N_ ("More information asked for"),
    [DOLEN_INCOMING_WAITING] = N_ ("On the waiting list"),
    [DOLEN_INCOMING_SUPPORTED] = N_ ("Taken up"),
    [DOLEN_INCOMING_RETURNED] = N_ ("Not suitable: returned"),
    [DOLEN_INCOMING_NOT_REACHED] = N_ ("Closed: not reached"),
    [DOLEN_INCOMING_DECLINED] = N_ ("Closed: they do not wish it"),
    [DOLEN_INCOMING_IN_ERROR] = N_ ("Recorded in error"),
  };

  g_return_val_if_fail (state < DOLEN_N_INCOMING_STATES, "");
  return dolen_text (language, names[state]);
}

gboolean
dolen_incoming_is_over (DolenIncomingState state)
{
  return state > DOLEN_INCOMING_SUPPORTED;
}

const char *
dolen_priority_name (DolenPriority priority, DolenLanguage language)
{
  static const char *const names[] = {
    /* Translators: how soon somebody on the waiting list should be seen. */
    [DOLEN_PRIORITY_ROUTINE] = N_ ("Routine"),
    [DOLEN_PRIORITY_SOON] = N_ ("Soon"),
    [DOLEN_PRIORITY_URGENT] = N_ ("Urgent"),
  };

  g_return_val_if_fail (priority <= DOLEN_PRIORITY_URGENT, "");
  return dolen_text (language, names[priority]);
}
