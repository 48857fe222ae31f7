/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-hand-out-parts.h"

#include "app/casework/dolen-sender.h"
#include "app/find/dolen-facts-cache.h"
#include "app/find/dolen-find-filters.h"
#include "app/find/dolen-person-profile.h"
#include "base/dolen-error.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-appointments.h"
#include "place/dolen-gazetteer.h"

#include <glib/gi18n.h>

static void
part_free (gpointer data)
{
  DolenHandOutPart *part = data;

  dolen_service_free (part->service);
  dolen_organisation_free (part->organisation);
  dolen_appointment_free (part->appointment);
  for (int i = 0; i < DOLEN_N_LANGUAGES; i++)
    dolen_hand_out_reasons_clear (&part->said[i]);
  g_free (part);
}

void
dolen_hand_out_parts_free (DolenHandOutParts *parts)
{
  if (parts == NULL)
    return;
  g_clear_pointer (&parts->parts, g_ptr_array_unref);
  g_clear_pointer (&parts->profile, dolen_profile_free);
  g_clear_pointer (&parts->safe, dolen_safe_paper_free);
  g_clear_pointer (&parts->vocabulary, dolen_vocabulary_unref);
  dolen_person_free (parts->person);
  g_clear_object (&parts->session);
  g_free (parts);
}

/* ---- what there is ---- */

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

static DolenAppointment *
find_appointment (const DolenHandOutParts *parts, const char *service)
{
  DolenCaseload *caseload = caseload_of (parts->session);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (GPtrArray) lines = NULL;

  if (parts->person == NULL || caseload == NULL)
    return NULL;
  lines = dolen_caseload_list_appointments (caseload, parts->person->uid, today, NULL, NULL);
  for (guint i = 0; lines != NULL && i < lines->len; i++) {
    const DolenAppointment *appointment
        = ((DolenAppointmentLine *) g_ptr_array_index (lines, i))->appointment;
    g_autoptr (DolenReferral) referral
               = appointment->referral != NULL
                     ? dolen_caseload_get_referral (caseload, appointment->referral)
                     : NULL;

    if (referral != NULL && g_strcmp0 (referral->service, service) == 0)
      return dolen_appointment_copy (appointment);
  }
  return NULL;
}

static void
add_part (DolenHandOutParts *parts, const char *uid)
{
  DolenDirectory *directory = dolen_session_get_directory (parts->session);
  DolenService *service
      = directory != NULL ? dolen_directory_get_service (directory, uid, NULL) : NULL;
  DolenHandOutPart *part;

  if (service == NULL)
    return;
  part = g_new0 (DolenHandOutPart, 1);
  part->service = service;
  if (service->organisation_uid != NULL)
    part->organisation
        = dolen_directory_get_organisation (directory, service->organisation_uid, NULL);
  part->appointment = find_appointment (parts, uid);
  g_ptr_array_add (parts->parts, part);
}

/* ---- whether it may harm, and where they live ---- */

static gboolean
profile_asks (const DolenHandOutParts *parts)
{
  const DolenTermSet *sets[DOLEN_TERM_N_KINDS] = {
    [DOLEN_TERM_NEED] = &parts->profile->needs, [DOLEN_TERM_BARRIER] = &parts->profile->barriers
  };
  gboolean asks = FALSE;

  for (guint kind = 0; kind < DOLEN_TERM_N_KINDS && !asks; kind++) {
    guint n = sets[kind] != NULL ? dolen_vocabulary_count (parts->vocabulary, kind) : 0;

    for (guint i = 0; i < n && !asks; i++) {
      const char *const codes[]
          = { dolen_vocabulary_term (parts->vocabulary, kind, i)->code, NULL };

      asks = dolen_term_set_has (sets[kind], i)
             && dolen_safe_paper_person_asks (parts->safe,
                                              kind == DOLEN_TERM_NEED ? codes : NULL,
                                              kind == DOLEN_TERM_BARRIER ? codes : NULL);
    }
  }
  return asks;
}

static gboolean
must_ask (const DolenHandOutParts *parts)
{
  const DolenPerson *person = parts->person;

  if (person != NULL
      && dolen_safe_paper_person_asks (
          parts->safe, (const char *const *) person->needs, (const char *const *) person->barriers))
    return TRUE;
  if (parts->profile != NULL && profile_asks (parts))
    return TRUE;
  for (guint i = 0; i < parts->parts->len; i++) {
    const DolenHandOutPart *part = g_ptr_array_index (parts->parts, i);

    if (dolen_safe_paper_service_asks (parts->safe, part->service, part->organisation))
      return TRUE;
  }
  return FALSE;
}

static void
find_home (DolenHandOutParts *parts)
{
  const DolenPerson *person = parts->person;
  g_autofree char *address = NULL;

  if (parts->profile != NULL)
    parts->home = parts->profile->position;
  if (person == NULL)
    return;
  address = g_strdup_printf ("%s\n%s",
                             person->address != NULL ? person->address : "",
                             person->postcode != NULL ? person->postcode : "");
  if (!dolen_text_is_empty (address))
    dolen_gazetteer_locate_address (dolen_gazetteer_get_bundled (), address, &parts->home, NULL);
}

/* ---- making it ---- */

static void
take_profile (DolenHandOutParts *parts, const DolenProfile *profile)
{
  g_autofree char *today = dolen_date_today ();

  if (profile != NULL)
    parts->profile = dolen_profile_copy (profile);
  else if (parts->person != NULL)
    parts->profile = dolen_person_profile_new (parts->person, parts->vocabulary, today);
}

static gboolean
fill (DolenHandOutParts *parts,
      const char *person,
      const char *const *services,
      const DolenProfile *profile,
      GError **error)
{
  DolenVocabulary *vocabulary = dolen_vocabulary_default (error);

  if (vocabulary == NULL)
    return FALSE;
  parts->vocabulary = dolen_vocabulary_ref (vocabulary);
  parts->safe = dolen_safe_paper_new (NULL, vocabulary, error);
  if (parts->safe == NULL)
    return FALSE;
  if (person != NULL && caseload_of (parts->session) != NULL)
    parts->person = dolen_caseload_get_person (caseload_of (parts->session), person);
  for (gsize i = 0; services[i] != NULL; i++)
    add_part (parts, services[i]);
  if (parts->parts->len == 0) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_NOT_FOUND,
                         _ ("None of these groups is in the directory any more."));
    return FALSE;
  }
  take_profile (parts, profile);
  find_home (parts);
  parts->asks = must_ask (parts);
  return TRUE;
}

DolenHandOutParts *
dolen_hand_out_parts_new (DolenSession *session,
                          const char *person,
                          const char *const *services,
                          const DolenProfile *profile,
                          GError **error)
{
  g_autoptr (DolenHandOutParts) parts = g_new0 (DolenHandOutParts, 1);

  parts->session = g_object_ref (session);
  parts->parts = g_ptr_array_new_with_free_func (part_free);
  return fill (parts, person, services, profile, error) ? g_steal_pointer (&parts) : NULL;
}

gboolean
dolen_hand_out_parts_has_cards (const DolenHandOutParts *parts)
{
  for (guint i = 0; i < parts->parts->len; i++)
    if (((DolenHandOutPart *) g_ptr_array_index (parts->parts, i))->appointment != NULL)
      return TRUE;
  return FALSE;
}

gboolean
dolen_hand_out_parts_has_map (const DolenHandOutParts *parts)
{
  for (guint i = 0; i < parts->parts->len; i++)
    if (dolen_hand_out_may_map (((DolenHandOutPart *) g_ptr_array_index (parts->parts, i))->service)
        != NULL)
      return TRUE;
  return FALSE;
}

/* ---- reasons, in the worker ---- */

typedef struct {
  DolenFactsCache *cache;      /* (owned) */
  DolenVocabulary *vocabulary; /* (owned) */
  DolenProfile *profile;       /* (owned) */
  GPtrArray *services;         /* (owned) of DolenService */
  DolenDistanceUnit unit;
} Question;

typedef struct {
  DolenHandOutParts *parts; /* the owner's */
  void (*done) (gpointer owner);
  GObject *owner; /* (owned) */
} Waiting;

static void
question_free (gpointer data)
{
  Question *question = data;

  dolen_facts_cache_unref (question->cache);
  dolen_vocabulary_unref (question->vocabulary);
  dolen_profile_free (question->profile);
  g_ptr_array_unref (question->services);
  g_free (question);
}

static void
said_free (gpointer data)
{
  DolenHandOutReasons *said = data;

  for (int i = 0; i < DOLEN_N_LANGUAGES; i++)
    dolen_hand_out_reasons_clear (&said[i]);
  g_free (said);
}

static DolenHandOutReasons *
ask_one (const Question *question, DolenFacts *facts, const DolenService *service)
{
  DolenHandOutReasons *said = g_new0 (DolenHandOutReasons, DOLEN_N_LANGUAGES);
  int index = dolen_facts_find (facts, service->uid);

  for (int language = 0; index >= 0 && language < DOLEN_N_LANGUAGES; language++) {
    g_autoptr (GPtrArray) reasons = dolen_reasons_new (
        facts, question->profile, (guint) index, service, language, question->unit);

    dolen_hand_out_reasons_take (reasons, &said[language]);
  }
  return said;
}

static gpointer
find_reasons (DolenDirectory *directory, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (DolenFacts) facts = dolen_facts_cache_get (
      question->cache, directory, question->vocabulary, cancellable, error);
  GPtrArray *all;

  if (facts == NULL)
    return NULL;
  all = g_ptr_array_new_with_free_func (said_free);
  for (guint i = 0; i < question->services->len; i++)
    g_ptr_array_add (all, ask_one (question, facts, g_ptr_array_index (question->services, i)));
  return all;
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = dolen_session_run_finish (DOLEN_SESSION (source), result, &error);

  /* Cancelled: its owner has let go of the parts. */
  for (guint i = 0; all != NULL && i < all->len; i++) {
    DolenHandOutPart *part = g_ptr_array_index (waiting->parts->parts, i);
    DolenHandOutReasons *said = g_ptr_array_index (all, i);

    for (int language = 0; language < DOLEN_N_LANGUAGES; language++) {
      dolen_hand_out_reasons_clear (&part->said[language]);
      part->said[language] = said[language];
      said[language] = (DolenHandOutReasons){ 0 };
    }
  }
  if (all != NULL)
    waiting->done (waiting->owner);
  g_object_unref (waiting->owner);
  g_free (waiting);
}

void
dolen_hand_out_parts_find_reasons (DolenHandOutParts *parts,
                                   GCancellable *cancellable,
                                   void (*done) (gpointer owner),
                                   gpointer owner)
{
  Question *question;
  Waiting *waiting;
  DolenSessionJob job = { .name = "reasons of a hand-out",
                          .priority = G_PRIORITY_DEFAULT,
                          .func = find_reasons,
                          .free_data = question_free,
                          .free_result = (GDestroyNotify) g_ptr_array_unref };

  if (parts->profile == NULL || dolen_profile_is_empty (parts->profile))
    return;
  question = g_new0 (Question, 1);
  waiting = g_new0 (Waiting, 1);
  question->cache = dolen_facts_cache_of (parts->session);
  question->vocabulary = dolen_vocabulary_ref (parts->vocabulary);
  question->profile = dolen_profile_copy (parts->profile);
  question->unit = dolen_find_unit (dolen_session_get_settings (parts->session));
  question->services = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_service_free);
  for (guint i = 0; i < parts->parts->len; i++)
    g_ptr_array_add (
        question->services,
        dolen_service_copy (((DolenHandOutPart *) g_ptr_array_index (parts->parts, i))->service));
  *waiting = (Waiting){ parts, done, g_object_ref (owner) };
  job.data = question;
  dolen_session_run (parts->session, &job, cancellable, on_found_cb, waiting);
}

/* ---- the paper ---- */

static DolenHandOutGroup
group_of (const DolenHandOutPart *part)
{
  DolenHandOutGroup group = { part->service, part->organisation, part->appointment };

  for (int i = 0; i < DOLEN_N_LANGUAGES; i++) {
    group.why[i] = part->said[i].why;
    group.ask[i] = part->said[i].ask;
  }
  return group;
}

static DolenHandOutFrame
frame_of (const DolenHandOutParts *parts, const DolenWriter *writer, const char *today)
{
  return (DolenHandOutFrame){
    .scheme = writer->sender.scheme,
    .safe = parts->safe,
    .worker = writer->sender.name,
    .unit = dolen_find_unit (dolen_session_get_settings (parts->session)),
    .today = today,
  };
}

DolenSheet *
dolen_hand_out_parts_sheet (const DolenHandOutParts *parts,
                            const DolenHandOutChoices *choices,
                            gboolean home)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenWriter) writer = dolen_writer_read (parts->session);
  DolenHandOutFrame frame = frame_of (parts, writer, today);
  g_autofree DolenHandOutGroup *groups = g_new0 (DolenHandOutGroup, parts->parts->len);

  if (home)
    frame.home = parts->home;
  for (guint i = 0; i < parts->parts->len; i++)
    groups[i] = group_of (g_ptr_array_index (parts->parts, i));
  return dolen_hand_out_sheet_new (groups, parts->parts->len, choices, &frame);
}

char *
dolen_hand_out_parts_reminder (const DolenHandOutParts *parts,
                               guint i,
                               const DolenHandOutChoices *choices)
{
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenWriter) writer = dolen_writer_read (parts->session);
  const DolenHandOutFrame frame = frame_of (parts, writer, today);
  const DolenHandOutGroup group = group_of (g_ptr_array_index (parts->parts, i));

  return dolen_hand_out_reminder (&group, choices, &frame);
}
