/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-tour-incoming-people.h"

#include "base/dolen-time.h"
#include "casework/dolen-casework-incoming.h"

/* Invented people; telephone numbers are Ofcom's drama numbers. */
typedef struct {
  const char *name;
  const char *phone;
  const char *source;
  const char *source_name;
  const char *reason;
  const char *own_view;
  const char *risk;
  int came;    /* days before the tour */
  int decided; /* days before; -1 not yet */
  DolenPriority priority;
  const char *priority_reason;
  int tries; /* taken up and tried so often; 0: waits */
} Invented;

static const Invented people[] = {
  { "Siân Rhys",
    "07700 900121",
    "gp",
    "Meddygfa Glan-yr-afon",
    "Alone since her husband died in March; comes to the surgery most weeks.",
    "I would like somebody to have a cup of tea with.",
    "A dog that bites strangers",
    1,
    -1,
    DOLEN_PRIORITY_ROUTINE,
    NULL,
    0 },
  { "Gareth Pretorius",
    "07700 900122",
    "crisis-team",
    "Tîm Argyfwng y Gogledd",
    "Out of hospital last week; afraid of losing his flat.",
    NULL,
    NULL,
    9,
    8,
    DOLEN_PRIORITY_SOON,
    "His tenancy ends on the 30th",
    0 },
  { "Nesta Morgan Hughes",
    "01632 960877",
    "social-care",
    "Tîm Oedolion",
    "Looks after her mother and has no day for herself.",
    "A day off, and no guilt.",
    NULL,
    20,
    19,
    DOLEN_PRIORITY_ROUTINE,
    NULL,
    0 },
  { "Delroy James",
    "07700 900124",
    "job-centre",
    "Job centre",
    "Has not answered letters; low since he lost his work.",
    NULL,
    NULL,
    12,
    11,
    DOLEN_PRIORITY_ROUTINE,
    NULL,
    2 },
};

#define DAY (G_GINT64_CONSTANT (86400000))

static gboolean
try_in_vain (DolenCasework *casework, const char *person, int n, gint64 now, GError **error)
{
  for (int i = 0; i < n; i++) {
    g_autoptr (DolenEncounter) encounter = NULL;

    dolen_time_set_fixed (now - (8 - 2 * i) * DAY);
    encounter = dolen_encounter_new (person);
    encounter->result = DOLEN_ENCOUNTER_NO_ANSWER;
    encounter->at = g_strdup ("10:15");
    if (!dolen_casework_try (casework, encounter, NULL, NULL, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
decide (DolenCasework *casework,
        const Invented *invented,
        const DolenIncoming *incoming,
        gint64 now,
        GError **error)
{
  if (invented->decided < 0)
    return TRUE;
  dolen_time_set_fixed (now - invented->decided * DAY);
  if (invented->tries == 0)
    return dolen_casework_incoming_wait (
        casework, incoming->uid, invented->priority, invented->priority_reason, NULL, error);
  return dolen_casework_incoming_take_up (casework, incoming->uid, NULL, error)
         && try_in_vain (casework, incoming->person, invented->tries, now, error);
}

static gboolean
invent (DolenCasework *casework, const Invented *invented, gint64 now, GError **error)
{
  g_autoptr (DolenPerson) person = dolen_person_new ();
  g_autoptr (DolenIncoming) incoming = NULL;

  dolen_time_set_fixed (now - invented->came * DAY);
  person->name = g_strdup (invented->name);
  person->address = g_strdup ("3 Heol y Bryn");
  dolen_person_add_way (person,
                        g_str_has_prefix (invented->phone, "07") ? "mobile" : "phone",
                        invented->phone,
                        FALSE,
                        NULL);
  incoming = dolen_incoming_new (person->uid);
  incoming->source = g_strdup (invented->source);
  incoming->source_name = g_strdup (invented->source_name);
  incoming->source_phone = g_strdup ("01632960855");
  incoming->reason = g_strdup (invented->reason);
  incoming->own_view = g_strdup (invented->own_view);
  incoming->risk = g_strdup (invented->risk);
  incoming->consent = g_strdup ("yes");
  return dolen_casework_incoming_add (casework, incoming, person, NULL, error)
         && decide (casework, invented, incoming, now, error);
}

gboolean
dolen_tour_invent_incoming (DolenSession *session, gint64 now, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    if (!invent (dolen_session_get_casework (session), &people[i], now, error))
      return FALSE;
  return TRUE;
}
