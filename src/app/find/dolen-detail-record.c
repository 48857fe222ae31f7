/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-detail-facts.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/dolen-assurance-account.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"

#include <glib/gi18n.h>

/* Whom to ask, what stands behind it, where it comes from. */

#define MOST_CHANGES 5

/* ---- contact ---- */

static void
add_link (DolenDetailWriter *writer,
          const char *text,
          const char *shown,
          const char *scheme,
          const char *icon,
          char *note)
{
  DolenDetailFact *fact;

  fact = dolen_detail_add (writer, DOLEN_DETAIL_CONTACT, g_strdup (shown), note);
  if (fact->text == NULL)
    return;
  fact->uri = dolen_detail_uri (text, scheme);
  fact->icon = icon;
}

static char *
mailbox_note (DolenLanguage language, gboolean personal)
{
  if (!personal)
    return NULL;
  /* Translators: beneath an e-mail address that looks like somebody's own. */
  return g_strdup (dolen_text (language, "A personal mailbox: not for hand-outs"));
}

static void
add_phone (DolenDetailWriter *writer, const char *phone, char *note)
{
  g_autofree char *shown = dolen_text_is_empty (phone) ? NULL : dolen_text_phone_display (phone);

  add_link (writer, phone, shown, "tel", "call-start-symbolic", note);
}

static char *
permission_note (DolenLanguage language, const DolenContact *contact)
{
  const char *said;

  switch (contact->permission) {
  case DOLEN_PERMISSION_GIVEN_OUT:
    /* Translators: of a contact: it may stand on hand-outs. */
    said = dolen_text (language, "May be given out");
    break;
  case DOLEN_PERMISSION_WORKERS_ONLY:
    /* Translators: of a contact: only workers may use it. */
    said = dolen_text (language, "For workers only: not for hand-outs");
    break;
  case DOLEN_PERMISSION_NOT_ASKED:
  default:
    /* Translators: of a contact: nobody asked whether it may be given out. */
    said = dolen_text (language, "Not asked whether it may be given out");
  }
  return dolen_text_is_empty (contact->note) ? g_strdup (said)
                                             : g_strdup_printf ("%s. %s", said, contact->note);
}

static void
write_contact (DolenDetailWriter *writer, const DolenContact *contact)
{
  DolenLanguage language = writer->language;
  g_autofree char *who = NULL;
  DolenDetailFact *fact;

  if (!dolen_text_is_empty (contact->name) && !dolen_text_is_empty (contact->role))
    who = g_strdup_printf ("%s (%s)", contact->name, contact->role);
  else
    who = g_strdup (dolen_text_is_empty (contact->name) ? contact->role : contact->name);
  fact = dolen_detail_add (
      writer, DOLEN_DETAIL_CONTACT, g_steal_pointer (&who), permission_note (language, contact));
  fact->icon = "avatar-default-symbolic";
  add_phone (writer,
             contact->phone != NULL ? contact->phone : contact->phone_given,
             fact->text == NULL ? permission_note (language, contact) : NULL);
  add_link (writer,
            contact->email,
            contact->email,
            "mailto",
            "mail-unread-symbolic",
            mailbox_note (language, contact->personal));
}

void
dolen_detail_write_contact (DolenDetailWriter *writer)
{
  const DolenService *service = writer->from->service;
  const DolenOrganisation *organisation = writer->from->organisation;
  DolenLanguage language = writer->language;

  add_phone (writer,
             service->phone,
             dolen_fact_age_text (language, service, DOLEN_FACT_CONTACT, writer->from->today));
  add_link (writer,
            service->email,
            service->email,
            "mailto",
            "mail-unread-symbolic",
            mailbox_note (language, service->email_personal));
  add_link (writer, service->url, service->url, "https", "web-browser-symbolic", NULL);
  for (guint i = 0; i < service->contacts->len; i++)
    write_contact (writer, g_ptr_array_index (service->contacts, i));
  if (organisation == NULL)
    return;
  for (guint i = 0; i < organisation->contacts->len; i++)
    write_contact (writer, g_ptr_array_index (organisation->contacts, i));
  if (g_strcmp0 (organisation->phone, service->phone) != 0)
    add_phone (writer, organisation->phone, NULL);
  if (g_strcmp0 (organisation->email, service->email) != 0)
    add_link (writer,
              organisation->email,
              organisation->email,
              "mailto",
              "mail-unread-symbolic",
              mailbox_note (language,
                            organisation->email != NULL
                                && dolen_text_email_is_personal (organisation->email)));
  if (g_strcmp0 (organisation->url, service->url) != 0)
    add_link (writer, organisation->url, organisation->url, "https", "web-browser-symbolic", NULL);
}

/* ---- funding, form, description ---- */

/* A plain account of papers, no accreditation: what this kind of activity should have and nobody
 * has seen is said too. */
static void
write_checks (DolenDetailWriter *writer, const DolenOrganisation *organisation)
{
  const DolenAssuranceRules *rules = dolen_assurance_rules_get_bundled ();
  DolenActivities activities = dolen_assurance_activities (rules, writer->from->service);

  dolen_detail_add (writer,
                    DOLEN_DETAIL_CHECKS,
                    dolen_assurance_account (rules,
                                             organisation,
                                             writer->from->parent,
                                             activities,
                                             writer->from->today,
                                             writer->language),
                    /* Translators: beneath what is known of a group’s policies and checks. */
                    g_strdup (dolen_text (writer->language, "Policies and checks")));
}

static void
write_body (DolenDetailWriter *writer)
{
  const DolenOrganisation *organisation = writer->from->organisation;
  DolenLanguage language = writer->language;

  dolen_detail_add (
      writer,
      DOLEN_DETAIL_FUNDING,
      dolen_sentence_funding (language, writer->from->service->funding, writer->from->today),
      NULL);
  if (organisation == NULL)
    return;
  dolen_detail_add (writer,
                    DOLEN_DETAIL_FUNDING,
                    dolen_sentence_funding (language, organisation->funding, writer->from->today),
                    g_strdup (dolen_bilingual_get (&organisation->name, language)));
  dolen_detail_add (
      writer, DOLEN_DETAIL_CHECKS, dolen_detail_governance (organisation, language), NULL);
  for (guint i = 0; i < organisation->registrations->len; i++) {
    const DolenRegistration *registration = g_ptr_array_index (organisation->registrations, i);
    dolen_detail_add (writer,
                      DOLEN_DETAIL_CHECKS,
                      g_strdup_printf ("%s %s", registration->scheme, registration->value),
                      NULL);
  }
  write_checks (writer, organisation);
}

static void
write_about (DolenDetailWriter *writer)
{
  const DolenService *service = writer->from->service;
  const DolenOrganisation *organisation = writer->from->organisation;
  DolenLanguage language = writer->language;

  dolen_detail_add (
      writer,
      DOLEN_DETAIL_ABOUT,
      g_strdup (dolen_bilingual_get (&service->description, language)),
      dolen_fact_age_text (language, service, DOLEN_FACT_DESCRIPTION, writer->from->today));
  if (organisation != NULL)
    dolen_detail_add (writer,
                      DOLEN_DETAIL_ABOUT,
                      g_strdup (dolen_bilingual_get (&organisation->description, language)),
                      g_strdup (dolen_bilingual_get (&organisation->name, language)));
}

/* ---- where it comes from ---- */

static void
write_confirmation (DolenDetailWriter *writer)
{
  const DolenService *service = writer->from->service;
  DolenLanguage language = writer->language;
  const DolenConfirmation *last;
  g_autofree char *age = NULL;
  const char *how;

  if (service->confirmations->len == 0) {
    dolen_detail_add (writer,
                      DOLEN_DETAIL_SOURCE,
                      /* Translators: nobody has asked the group yet whether its listing holds. */
                      g_strdup (dolen_text (language, "Never confirmed by anybody")),
                      NULL);
    return;
  }
  last = g_ptr_array_index (service->confirmations, 0);
  age = dolen_format_age (language, last->on, writer->from->today);
  how = dolen_sentence_told_by (language, last->how);
  /* Translators: %s is "3 weeks ago". */
  dolen_detail_add (writer,
                    DOLEN_DETAIL_SOURCE,
                    g_strdup_printf (dolen_text (language, "Last confirmed %s"), age),
                    g_strdup (how));
}

static void
write_source (DolenDetailWriter *writer)
{
  const DolenService *service = writer->from->service;
  DolenLanguage language = writer->language;

  if (service->source_uid == NULL)
    dolen_detail_add (writer,
                      DOLEN_DETAIL_SOURCE,
                      /* Translators: where a listing comes from: somebody typed it here. */
                      g_strdup (dolen_text (language, "Added here by hand")),
                      NULL);
  else if (writer->from->source_name != NULL)
    /* Translators: where a listing comes from; the name of a feed follows. */
    dolen_detail_add (
        writer,
        DOLEN_DETAIL_SOURCE,
        g_strdup_printf (dolen_text (language, "Feed: %s"), writer->from->source_name),
        NULL);
  if (service->assured_on != NULL && !service->assured_is_edit) {
    g_autofree char *date = dolen_format_date (language, service->assured_on);
    /* Translators: %s is a date. It is the feed's claim, not ours. */
    dolen_detail_add (writer,
                      DOLEN_DETAIL_SOURCE,
                      g_strdup_printf (dolen_text (language, "The feed says checked on %s"), date),
                      NULL);
  }
  if (service->modified_on != NULL) {
    g_autofree char *day = dolen_date_parse (service->modified_on);
    g_autofree char *date = dolen_format_date (language, day);
    /* Translators: %s is a date. */
    if (*date != '\0')
      dolen_detail_add (
          writer,
          DOLEN_DETAIL_SOURCE,
          g_strdup_printf (dolen_text (language, "Last changed in the feed on %s"), date),
          NULL);
  }
  write_confirmation (writer);
}

static const char *
act_words (DolenLanguage language, const DolenHistoryEntry *entry)
{
  static const struct {
    const char *act, *words;
  } acts[] = {
    /* Translators: the history of a listing: what was done. */
    { "import", N_ ("Came in with a feed") },
    { "add-group", N_ ("Added by hand") },
    { "set-capacity", N_ ("Places and wait set") },
    { "still-true", N_ ("Confirmed as still true") },
    { "set-field", N_ ("Changed") },
    { "set-part", N_ ("Changed") },
    { "set-tag", N_ ("What it is found under set") },
    { "set-check", N_ ("Policies and checks recorded") },
    { "set-permission", N_ ("A contact asked whether it may be given out") },
    { "set-state", N_ ("A text checked") },
    { "close", N_ ("Closed for good") },
    { "reopen", N_ ("Opened again") },
    { "put-back", N_ ("Put back as it was before") },
    { "erase-contact", N_ ("A contact erased") },
    { "undo", N_ ("A change taken back") },
    { "take-over", N_ ("Taken over from another record") },
    { "merge", N_ ("Two records made one") },
    { "not-same", N_ ("Not the same") },
    { "settle-clash", N_ ("Decided between two versions") },
    { "call", N_ ("A call to the group") },
    { "confirm", N_ ("Confirmed as still true") },
    { "question", N_ ("A question to the group") },
    { "queue-mark", N_ ("Its row in the queue") },
    { "suggestion", N_ ("A suggested change was decided") },
    { "accept-suggestion", N_ ("Suggestion accepted") },
    { "decline-suggestion", N_ ("Suggestion declined") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_strcmp0 (entry->act, acts[i].act) == 0)
      return dolen_text (language, acts[i].words);
  return entry->act;
}

static void
write_history (DolenDetailWriter *writer)
{
  const GPtrArray *history = writer->from->history;
  DolenLanguage language = writer->language;

  for (guint i = 0; history != NULL && i < history->len && i < MOST_CHANGES; i++) {
    const DolenHistoryEntry *entry = g_ptr_array_index (history, i);
    g_autofree char *day = dolen_date_of_instant (entry->at);
    g_autofree char *age = dolen_format_age (language, day, writer->from->today);
    const char *words = act_words (language, entry);
    char *text;

    text = entry->undone
               /* Translators: a change of a listing follows; it was taken back later. */
               ? g_strdup_printf (dolen_text (language, "%s (taken back)"), words)
               : g_strdup (words);
    dolen_detail_add (writer,
                      DOLEN_DETAIL_HISTORY,
                      text,
                      entry->who != NULL ? g_strdup_printf ("%s · %s", age, entry->who)
                                         : g_strdup (age));
  }
}

void
dolen_detail_write_record (DolenDetailWriter *writer)
{
  write_body (writer);
  write_about (writer);
  write_source (writer);
  write_history (writer);
}
