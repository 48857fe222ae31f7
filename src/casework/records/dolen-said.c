/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-said.h"

#include "base/dolen-text.h"
#include "casework/records/dolen-referral.h"
#include "language/dolen-calendar.h"

static void
said_free (gpointer said)
{
  dolen_record_free (&dolen_said_type, said);
}

static const DolenField said_fields[] = {
  DOLEN_FIELD (DolenSaid, state, TEXT),
  DOLEN_FIELD (DolenSaid, reason, TEXT),
  DOLEN_FIELD (DolenSaid, on, TEXT),
  DOLEN_FIELD (DolenSaid, by, TEXT),
};

const DolenRecordType dolen_said_type
    = { "said", sizeof (DolenSaid), said_fields, G_N_ELEMENTS (said_fields), said_free };

static const char *
say_state (const char *nick, DolenLanguage language)
{
  DolenReferralState state;

  if (dolen_referral_state_from_nick (nick, &state))
    return dolen_referral_state_name (state, language);
  return nick != NULL ? nick : "";
}

char *
dolen_said_say (const DolenSaid *said, DolenLanguage language)
{
  const char *state = say_state (said->state, language);
  g_autofree char *day = dolen_format_date_as (language, said->on, DOLEN_DATE_DAY);

  if (dolen_text_is_empty (said->by))
    return g_strdup_printf ("%s (%s)", state, day);
  return g_strdup_printf ("%s (%s, %s)", state, said->by, day);
}
