/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-refer-proposal.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "base/dolen-working-days.h"
#include "directory/dolen-next-session.h"
#include "language/dolen-calendar.h"

#define CONTACT_WORKING_DAYS 5
#define CHECK_DAYS 28

typedef struct {
  DolenReferral *referral;
  const DolenPerson *person;
  const DolenService *service;
  DolenVocabulary *vocabulary;
  DolenLanguage language;
} Proposal;

static void
take (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* The first number or address of the service that may be used by a worker. */
static const char *
find_phone (const DolenService *service)
{
  if (service->phone != NULL)
    return service->phone;
  for (guint i = 0; i < service->contacts->len; i++) {
    const DolenContact *contact = g_ptr_array_index (service->contacts, i);
    if (contact->phone != NULL)
      return contact->phone;
  }
  return NULL;
}

static const char *
find_email (const DolenService *service)
{
  if (service->email != NULL)
    return service->email;
  for (guint i = 0; i < service->contacts->len; i++) {
    const DolenContact *contact = g_ptr_array_index (service->contacts, i);
    if (contact->email != NULL)
      return contact->email;
  }
  return NULL;
}

/* Nobody is paid to answer. A branch, or a form that is not known, may well have staff. */
static gboolean
is_volunteer_run (const DolenOrganisation *organisation)
{
  if (organisation->volunteer_run)
    return TRUE;
  switch (organisation->governance) {
  case DOLEN_GOVERNANCE_CONSTITUTED_GROUP:
  case DOLEN_GOVERNANCE_INFORMAL_GROUP:
  case DOLEN_GOVERNANCE_UNINCORPORATED_ASSOCIATION:
    return TRUE;
  default:
    return FALSE;
  }
}

static void
fill_service (Proposal *p, const DolenOrganisation *organisation)
{
  DolenReferral *referral = p->referral;
  const DolenService *service = p->service;

  take (&referral->service, service->uid);
  take (&referral->service_name, service->name.en != NULL ? service->name.en : service->name.cy);
  take (&referral->service_name_cy, service->name.cy);
  if (organisation != NULL)
    take (&referral->organisation, dolen_bilingual_get (&organisation->name, p->language));
  if (service->venues->len > 0)
    take (&referral->place, ((DolenVenue *) g_ptr_array_index (service->venues, 0))->city);
  take (&referral->phone, find_phone (service));
  take (&referral->email, find_email (service));
}

static void
add_named_line (Proposal *p, const char *code, const char *label, const char *text, gboolean ticked)
{
  g_autofree char *line = NULL;

  if (dolen_text_is_empty (text))
    return;
  line = g_strdup_printf ("%s %s", label, text);
  dolen_referral_add_share_line (p->referral, code, line, ticked);
}

/* One safe way is enough for the group: the one they like best. Whoever came in by the door may
 * have given none. */
static void
add_contacts (Proposal *p)
{
  gboolean ticked = FALSE;
  GPtrArray *ways = p->person->ways;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; ways != NULL && i < ways->len; i++) {
      const DolenWay *way = g_ptr_array_index (ways, i);
      g_autofree char *text = NULL;

      if (way->avoid || way->preferred != (pass == 0))
        continue;
      text = dolen_text_is_empty (way->note) ? g_strdup (way->value)
                                             : g_strdup_printf ("%s (%s)", way->value, way->note);
      /* Translators: in a letter: how to reach a person follows. */
      add_named_line (p, "contact", dolen_text (p->language, "To reach them:"), text, !ticked);
      ticked = TRUE;
    }
}

static gboolean
service_has_tag (const Proposal *p, DolenTagKind kind, const DolenTerm *term)
{
  for (guint i = 0; i < p->service->tags->len; i++) {
    const DolenTag *tag = g_ptr_array_index (p->service->tags, i);
    const DolenTerm *said;

    if (tag->kind != kind || !tag->value || tag->state == DOLEN_TAG_REJECTED)
      continue;
    said = dolen_vocabulary_by_code (p->vocabulary, term->kind, tag->code);
    if (said != NULL
        && dolen_term_set_has (dolen_vocabulary_closure (p->vocabulary, said->kind, said->index),
                               term->index))
      return TRUE;
  }
  return FALSE;
}

/* Whether something the service offers answers the barrier, wholly or partly. */
static gboolean
service_answers_barrier (const Proposal *p, const DolenTerm *barrier)
{
  for (guint i = 0; i < p->service->tags->len; i++) {
    const DolenTag *tag = g_ptr_array_index (p->service->tags, i);
    const DolenTerm *enabler;

    if (tag->kind != DOLEN_TAG_ENABLER || !tag->value || tag->state == DOLEN_TAG_REJECTED)
      continue;
    enabler = dolen_vocabulary_by_code (p->vocabulary, DOLEN_TERM_ENABLER, tag->code);
    if (enabler != NULL
        && dolen_vocabulary_remedy (p->vocabulary, barrier->index, enabler->index) != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
service_answers (const Proposal *p, const DolenTerm *term)
{
  switch (term->kind) {
  case DOLEN_TERM_INTEREST:
    return service_has_tag (p, DOLEN_TAG_INTEREST, term);
  case DOLEN_TERM_NEED:
    return service_has_tag (p, DOLEN_TAG_NEED, term);
  case DOLEN_TERM_BARRIER:
    return service_answers_barrier (p, term);
  case DOLEN_TERM_ENABLER:
  case DOLEN_TERM_N_KINDS:
  default:
    return FALSE;
  }
}

static void
add_terms (Proposal *p, DolenTermKind kind, char *const *codes, const char *label)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++) {
    const DolenTerm *term = dolen_vocabulary_by_code (p->vocabulary, kind, codes[i]);
    g_autofree char *code = g_strdup_printf ("%s:%s", dolen_term_kind_code (kind), codes[i]);

    if (term != NULL)
      add_named_line (
          p, code, label, dolen_term_label (term, p->language), service_answers (p, term));
  }
}

static void
fill_share_list (Proposal *p)
{
  const DolenPerson *person = p->person;
  DolenLanguage language = p->language;
  g_autofree char *born = dolen_format_date (language, person->date_of_birth);

  /* Translators: lines of a letter about a person; what is said follows the colon. */
  add_named_line (p, "name", dolen_text (language, "Name:"), person->name, TRUE);
  add_contacts (p);
  add_named_line (p,
                  "communication",
                  dolen_text (language, "What helps them to follow:"),
                  person->communication,
                  TRUE);
  add_terms (p, DOLEN_TERM_INTEREST, person->interests, dolen_text (language, "Would like:"));
  add_terms (p, DOLEN_TERM_NEED, person->needs, dolen_text (language, "Would like help with:"));
  add_terms (
      p, DOLEN_TERM_BARRIER, person->barriers, dolen_text (language, "What gets in the way:"));
  add_named_line (p,
                  "what-matters",
                  dolen_text (language, "What matters to them:"),
                  person->what_matters,
                  FALSE);
  add_named_line (p, "postcode", dolen_text (language, "Postcode:"), person->postcode, FALSE);
  if (person->date_of_birth != NULL)
    add_named_line (p, "date-of-birth", dolen_text (language, "Date of birth:"), born, FALSE);
}

DolenReferral *
dolen_refer_proposal_new (DolenReferralKind kind,
                          const DolenPerson *person,
                          const DolenService *service,
                          const DolenOrganisation *organisation,
                          const char *const *reasons,
                          DolenVocabulary *vocabulary,
                          DolenLanguage language,
                          const char *today)
{
  Proposal p = { NULL, person, service, vocabulary, language };

  g_return_val_if_fail (person != NULL && service != NULL && vocabulary != NULL, NULL);

  p.referral = dolen_referral_new (person->uid, kind);
  fill_service (&p, organisation);
  if (kind == DOLEN_REFERRAL)
    fill_share_list (&p);
  p.referral->next_contact
      = kind == DOLEN_REFERRAL ? DOLEN_NEXT_CONTACT_GROUP : DOLEN_NEXT_CONTACT_PERSON;
  p.referral->next_contact_by
      = dolen_date_add_working_days (today, CONTACT_WORKING_DAYS, dolen_nation_current ());
  p.referral->reasons = g_strdupv ((char **) reasons);
  p.referral->report_absence = kind == DOLEN_REFERRAL;
  p.referral->volunteer_run = organisation != NULL && is_volunteer_run (organisation);
  p.referral->next_session = dolen_service_next_session (service, today);
  return p.referral;
}

DolenLanguage
dolen_refer_proposal_group_language (const DolenService *service, DolenLanguage interface)
{
  gboolean welsh = FALSE;

  for (guint i = 0; i < service->languages->len; i++) {
    const DolenLanguageOffered *offered = g_ptr_array_index (service->languages, i);

    if (g_strcmp0 (offered->code, "cy") != 0)
      return interface;
    welsh = TRUE;
  }
  return welsh ? DOLEN_LANGUAGE_CY : interface;
}

DolenLanguage
dolen_refer_proposal_text_language (const DolenReferral *referral,
                                    const DolenPerson *person,
                                    const DolenService *service)
{
  DolenLanguage language = dolen_language_current ();

  if (referral->kind == DOLEN_SIGNPOSTING) {
    if (!dolen_language_from_code (person->language_written, &language))
      dolen_language_from_code (person->language_spoken, &language);
  } else if (service != NULL)
    language = dolen_refer_proposal_group_language (service, language);
  return language;
}

char *
dolen_refer_proposal_check_on (const char *today)
{
  return dolen_date_add_days (today, CHECK_DAYS);
}
