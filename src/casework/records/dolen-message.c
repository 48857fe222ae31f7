/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-message.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

static const char *const kinds[] = { "decision", "progress", "closing", "not-reached", NULL };

#define TEXT(field) DOLEN_FIELD (DolenMessage, field, TEXT)

static const DolenField message_fields[] = {
  TEXT (uid),
  TEXT (person),
  TEXT (episode),
  TEXT (incoming),
  DOLEN_FIELD (DolenMessage, kind, ENUM, .nicks = kinds),
  TEXT (on),
  TEXT (language),
  TEXT (text),
  DOLEN_FIELD (DolenMessage, codes, LIST),
  TEXT (given_out),
  DOLEN_FIELD (DolenMessage, created, TIME),
};

const DolenRecordType dolen_message_type = { "message",
                                             sizeof (DolenMessage),
                                             message_fields,
                                             G_N_ELEMENTS (message_fields),
                                             (GDestroyNotify) dolen_message_free };

DolenMessage *
dolen_message_new (const char *person)
{
  DolenMessage *message = dolen_record_new (&dolen_message_type);

  message->uid = dolen_id_new ();
  message->person = g_strdup (person);
  message->on = dolen_date_today ();
  return message;
}

DolenMessage *
dolen_message_copy (const DolenMessage *message)
{
  return dolen_record_copy (&dolen_message_type, message);
}

void
dolen_message_free (DolenMessage *message)
{
  dolen_record_free (&dolen_message_type, message);
}
