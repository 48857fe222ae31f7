/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/dolen-tour-casework.h"

#include "app/casework/dolen-tour-support.h"
#include "app/casework/dolen-tour-concern.h"
#include "app/casework/dolen-tour-outgoing.h"
#include "app/dolen-tour-incoming-people.h"
#include "base/dolen-error.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-workers.h"

/* Invented people. Telephone numbers are Ofcom's drama numbers; the codes are those of
 * data/vocabulary; days count back from the day of the tour. */
typedef struct {
  const char *name;
  const char *called;
  const char *language;
  const char *postcode;
  const char *phone;
  const char *matters;
  const char *interests; /* blanks between the codes */
  const char *needs;
  const char *barriers;
  int came;
  const char *service; /* (nullable) English name in the sample directory */
  DolenReferralKind kind;
  int sent;
  int accepted; /* 0: not */
  const char *note;
  int noted;
  int next_contact; /* days from the tour on; -1: none */
} Invented;

static const Invented people[] = {
  { .name = "Eirlys Prosser",
    .called = "Mrs Prosser",
    .language = "cy",
    .postcode = "SA45",
    .phone = "01632 960811",
    .matters = "Cael cwmni, a bod yn yr ardd eto.",
    .interests = "gardening eating-together",
    .needs = "loneliness",
    .barriers = "no-car going-alone welsh-first",
    .came = 24,
    .service = "Gwennol Lunch Club",
    .kind = DOLEN_REFERRAL,
    .sent = 9,
    .note = "Galwad ffôn: mae hi'n edrych ymlaen, ond nid yw am fynd ar ei phen ei hun.",
    .noted = 8,
    .next_contact = -1 },
  { .name = "Kenneth Radley",
    .called = "Ken",
    .language = "en",
    .postcode = "SY23",
    .phone = "01632 960822",
    .matters = "To use my hands again, and to talk to somebody who is not sorry for me.",
    .interests = "woodwork walking",
    .needs = "bereavement",
    .barriers = "social-anxiety",
    .came = 40,
    .service = "Sied Dderw Workshop",
    .kind = DOLEN_REFERRAL,
    .sent = 28,
    .accepted = 23,
    .note = "Went for the first time and stayed to the end.",
    .noted = 14,
    .next_contact = 2 },
  { .name = "Amina Warsame",
    .called = "Amina",
    .language = "en",
    .postcode = "SA31",
    .phone = "01632 960833",
    .matters = "To fill in the forms without being afraid of them.",
    .interests = "cooking",
    .needs = "form-filling benefits",
    .barriers = "cost other-language",
    .came = 12,
    .service = "Benefits Help Desk",
    .kind = DOLEN_SIGNPOSTING,
    .sent = 3,
    .note = "Gave her the address and the opening hours in large print.",
    .noted = 3,
    .next_contact = 0 },
  { .name = "Tomos Elis Bowen",
    .called = "Tomos",
    .language = "cy",
    .postcode = "SA48",
    .phone = "01632 960844",
    .matters = "Cysgu heb feddwl am y biliau.",
    .interests = "music football",
    .needs = "debt low-mood",
    .barriers = "no-car",
    .came = 5,
    .service = "Debt and Money Advice",
    .kind = DOLEN_REFERRAL,
    .sent = 2,
    .note = "Cwrddon ni yn y llyfrgell.",
    .noted = 2,
    .next_contact = 1 },
};

#define DAY (G_GINT64_CONSTANT (86400000))

static void
go_back (gint64 now, int days)
{
  dolen_time_set_fixed (now - days * DAY);
}

static char **
split_codes (const char *codes)
{
  return g_strsplit (codes, " ", -1);
}

static DolenPerson *
invent_person (const Invented *invented)
{
  DolenPerson *person = dolen_person_new ();

  person->name = g_strdup (invented->name);
  person->called = g_strdup (invented->called);
  person->language_spoken = g_strdup (invented->language);
  person->language_written = g_strdup (invented->language);
  person->language_asked_on = dolen_date_today ();
  person->postcode = g_strdup (invented->postcode);
  person->what_matters = g_strdup (invented->matters);
  person->interests = split_codes (invented->interests);
  person->needs = split_codes (invented->needs);
  person->barriers = split_codes (invented->barriers);
  person->source = g_strdup ("gp");
  person->came_on = dolen_date_today ();
  dolen_person_add_way (person, "phone", invented->phone, FALSE, NULL);
  return person;
}

/* The service as it is known on the day of the referral. */
static gboolean
name_service (DolenSession *session, DolenReferral *referral, const char *name, GError **error)
{
  DolenDb *db = dolen_directory_get_db (dolen_session_get_directory (session));
  g_autoptr (DolenStatement) statement
             = dolen_db_prepare (db,
                                 "SELECT uid, name_en, name_cy, organisation_en, place, phone"
                                 " FROM service_card WHERE name_en = ?1",
                                 error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;
  dolen_statement_bind_text (statement, 1, name);
  if (!dolen_statement_step (statement, &row, error))
    return FALSE;
  if (!row) {
    g_set_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND, "%s", name);
    return FALSE;
  }
  referral->service = dolen_statement_dup_text (statement, 0);
  referral->service_name = dolen_statement_dup_text (statement, 1);
  referral->service_name_cy = dolen_statement_dup_text (statement, 2);
  referral->organisation = dolen_statement_dup_text (statement, 3);
  referral->place = dolen_statement_dup_text (statement, 4);
  referral->phone = dolen_statement_dup_text (statement, 5);
  return TRUE;
}

static gboolean
invent_referral (DolenSession *session,
                 const Invented *invented,
                 const DolenPerson *person,
                 gint64 now,
                 GError **error)
{
  DolenCasework *casework = dolen_session_get_casework (session);
  g_autoptr (DolenReferral) referral = dolen_referral_new (person->uid, invented->kind);

  go_back (now, invented->sent);
  if (!name_service (session, referral, invented->service, error))
    return FALSE;
  referral->consent = DOLEN_CONSENT_YES;
  referral->consent_by = DOLEN_CONSENT_BY_PERSON;
  referral->consent_on = dolen_date_today ();
  dolen_referral_add_share_line (referral, "name", invented->name, TRUE);
  if (!dolen_casework_referral_send (casework, referral, NULL, NULL, error))
    return FALSE;
  if (invented->accepted == 0)
    return TRUE;
  go_back (now, invented->accepted);
  return dolen_casework_referral_record (
      casework, referral->uid, DOLEN_REFERRAL_ACCEPTED, NULL, NULL, NULL, NULL, error);
}

static gboolean
invent_follow_up (DolenSession *session,
                  const Invented *invented,
                  const DolenPerson *person,
                  gint64 now,
                  GError **error)
{
  g_autoptr (DolenFollowUp) follow_up = NULL;
  g_autofree char *today = NULL;
  g_autofree char *due = NULL;

  if (invented->next_contact < 0)
    return TRUE;
  dolen_time_set_fixed (now);
  today = dolen_date_today ();
  due = dolen_date_add_days (today, invented->next_contact);
  go_back (now, invented->noted);
  follow_up = dolen_follow_up_new (person->uid, NULL, DOLEN_FOLLOW_UP_NEXT_CONTACT, due);
  return dolen_casework_follow_up_add (
      dolen_session_get_casework (session), follow_up, NULL, error);
}

static gboolean
invent_case (DolenSession *session, const Invented *invented, gint64 now, GError **error)
{
  DolenCasework *casework = dolen_session_get_casework (session);
  g_autoptr (DolenPerson) person = NULL;
  g_autoptr (DolenNote) note = NULL;

  go_back (now, invented->came);
  person = invent_person (invented);
  if (!dolen_casework_person_add (casework, person, NULL, error)
      || !invent_referral (session, invented, person, now, error))
    return FALSE;
  go_back (now, invented->noted);
  note = dolen_note_new (person->uid, NULL, "call", invented->note);
  return dolen_casework_note_add (casework, note, NULL, error)
         && invent_follow_up (session, invented, person, now, error);
}

static gboolean
name_worker (DolenCasework *casework, GError **error)
{
  g_autofree char *uid = g_strdup (dolen_casework_get_worker (casework)->uid);

  return dolen_casework_worker_set (casework, uid, "Non Tudur", DOLEN_ROLE_LEAD, error);
}

gboolean
dolen_tour_invent_casework (DolenSession *session, gint64 now, GError **error)
{
  DolenCasework *casework = dolen_session_get_casework (session);
  g_autoptr (DolenSecret) recovery_key = dolen_recovery_key_new ();
  gboolean done;

  go_back (now, 60);
  dolen_casework_set_cost (casework, dolen_passphrase_cost_least ());
  done = dolen_casework_create_sync (casework, DOLEN_TOUR_PASSPHRASE, recovery_key, error);
  done = done && name_worker (casework, error);
  for (gsize i = 0; done && i < G_N_ELEMENTS (people); i++)
    done = invent_case (session, &people[i], now, error);
  done = done && dolen_tour_invent_support (casework, now, error);
  done = done && dolen_tour_invent_incoming (session, now, error);
  dolen_time_set_fixed (now);
  if (done)
    dolen_tour_add_concerns (casework);
  if (done)
    dolen_tour_add_outgoing (casework);
  return done;
}
