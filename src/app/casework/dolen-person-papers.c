/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-person-papers.h"

#include "app/casework/dolen-closing-papers.h"
#include "app/casework/dolen-form-button.h"
#include "app/casework/dolen-paper-window.h"
#include "app/casework/dolen-person-consents.h"
#include "app/casework/dolen-sender.h"
#include "app/casework/dolen-side-layout.h"
#include "app/casework/dolen-widget-util.h"
#include "app/casework/dolen-wrap-layout.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-consents.h"
#include "casework/dolen-casework-encounters.h"
#include "casework/dolen-casework-episodes.h"
#include "casework/dolen-casework-incoming.h"
#include "casework/records/dolen-export.h"
#include "language/dolen-calendar.h"
#include "reports/dolen-closing-letter.h"
#include "reports/dolen-fhir-bundle.h"

#include <glib/gi18n.h>

static DolenCaseload *
caseload_of (DolenSession *session)
{
  return dolen_casework_get_caseload (dolen_session_get_casework (session));
}

/* ---- what a paper is made of ---- */

typedef struct {
  DolenPerson *person;        /* (owned) */
  DolenEpisode *episode;      /* (owned) */
  DolenIncoming *incoming;    /* (owned) (nullable) */
  DolenShareConsent *consent; /* (owned) (nullable) with the referrer, in force today */
  GPtrArray *referrals;       /* (owned) (nullable) */
  GPtrArray *services;        /* (owned) (nullable) of DolenService: of each of them, or NULL */
  DolenTimeSpent spent;
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  dolen_person_free (paper->person);
  dolen_episode_free (paper->episode);
  dolen_incoming_free (paper->incoming);
  dolen_consent_free (paper->consent);
  g_clear_pointer (&paper->referrals, g_ptr_array_unref);
  g_clear_pointer (&paper->services, g_ptr_array_unref);
  g_free (paper);
}

static DolenIncoming *
find_incoming (DolenCaseload *caseload, const DolenEpisode *episode)
{
  g_autoptr (GPtrArray) all = NULL;

  if (episode->incoming != NULL)
    return dolen_caseload_get_record (caseload, &dolen_incoming_type, episode->incoming);
  all = dolen_caseload_list_records (
      caseload, &dolen_incoming_type, episode->person, "coalesce (state, 'new') != 'in-error'");
  return all != NULL && all->len > 0 ? dolen_incoming_copy (g_ptr_array_index (all, all->len - 1))
                                     : NULL;
}

static Paper *
paper_new (DolenSession *session, const char *person)
{
  DolenCaseload *caseload = caseload_of (session);
  g_autofree char *today = dolen_date_today ();
  Paper *paper;

  if (caseload == NULL)
    return NULL;
  paper = g_new0 (Paper, 1);
  paper->person = dolen_caseload_get_person (caseload, person);
  paper->episode = dolen_caseload_get_last_episode (caseload, person);
  if (paper->person == NULL || paper->episode == NULL) {
    paper_free (paper);
    return NULL;
  }
  paper->incoming = find_incoming (caseload, paper->episode);
  if (paper->incoming != NULL)
    paper->consent
        = dolen_caseload_find_consent (caseload, person, "referrer", paper->incoming->uid, today);
  paper->referrals = dolen_caseload_list_referrals (caseload, person, FALSE, NULL);
  dolen_caseload_time_spent (caseload, person, paper->episode->uid, &paper->spent);
  return paper;
}

/* ---- to the referrer ---- */

static DolenReport
report_of (const Paper *paper)
{
  return (DolenReport){ .kind = paper->episode->closed != NULL ? DOLEN_MESSAGE_CLOSING
                                                               : DOLEN_MESSAGE_PROGRESS,
                        .person = paper->person,
                        .episode = paper->episode,
                        .incoming = paper->incoming,
                        .consent = paper->consent,
                        .referrals = paper->referrals,
                        .spent = &paper->spent };
}

static char *
referrer_text (DolenSession *session, gpointer data, DolenLanguage language)
{
  const DolenReport report = report_of (data);
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenWriter) writer = dolen_writer_read (session);

  return dolen_referrer_message_new (&report, &writer->sender, language, today);
}

static char *
referrer_fhir (DolenSession *session, gpointer data, DolenLanguage language)
{
  const DolenReport report = report_of (data);

  return dolen_fhir_bundle_new (&report, language, dolen_time_now ());
}

/* It left: it stands in the record as it went out, and the reminder to tell them is done. */
static void
referrer_told (
    DolenSession *session, gpointer data, DolenLanguage language, const char *text, const char *how)
{
  const Paper *paper = data;
  const DolenReport report = report_of (paper);
  g_autoptr (DolenMessage) message = dolen_message_new (paper->person->uid);
  g_autoptr (GError) error = NULL;

  message->episode = g_strdup (paper->episode->uid);
  message->incoming = g_strdup (paper->incoming->uid);
  message->kind = report.kind;
  message->language = g_strdup (language == DOLEN_LANGUAGE_CY ? "cy" : "en");
  message->text = g_strdup (text);
  message->codes = dolen_referrer_message_codes (&report);
  message->given_out = g_strdup (how);
  if (!dolen_casework_incoming_told (dolen_session_get_casework (session), message, NULL, &error))
    dolen_session_report (session, error);
}

/* ---- whether they agree that the referrer hears it ---- */

typedef struct {
  DolenSession *session; /* (owned) */
  Paper *paper;          /* the window's, which holds this too */
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_object_unref (ask->session);
  g_free (ask);
}

static void
on_records_changed (GtkWidget *box)
{
  const Ask *ask = g_object_get_data (G_OBJECT (box), "ask");
  GtkRoot *window = gtk_widget_get_root (box);
  g_autofree char *today = dolen_date_today ();
  Paper *paper;

  if (!DOLEN_IS_PAPER_WINDOW (window) || caseload_of (ask->session) == NULL)
    return;
  paper = ask->paper;
  dolen_consent_free (paper->consent);
  paper->consent = dolen_caseload_find_consent (
      caseload_of (ask->session), paper->person->uid, "referrer", paper->incoming->uid, today);
  gtk_widget_set_visible (box, paper->consent == NULL);
  dolen_paper_window_refresh (DOLEN_PAPER_WINDOW (window));
}

/* Without an agreement the message says next to nothing: they can be asked from here. */
static GtkWidget *
referrer_options (DolenPaperWindow *window, gpointer data)
{
  DolenSession *session = dolen_paper_window_get_session (window);
  Paper *paper = data;
  Ask *ask = g_new0 (Ask, 1);
  GtkWidget *box = dolen_side_box_new (
      dolen_label_new (_ ("No agreement is recorded that the referrer hears how it went. Ask them, "
                          "and the message is written with what they agree to."),
                       NULL),
      dolen_form_button_new (session, _ ("_Ask Now…"), dolen_consent_form_new, paper->person->uid));

  ask->session = g_object_ref (session);
  ask->paper = paper;
  g_object_set_data_full (G_OBJECT (box), "ask", ask, ask_free);
  gtk_widget_add_css_class (box, "notice");
  gtk_widget_set_visible (box, paper->consent == NULL);
  g_signal_connect_object (dolen_session_get_casework (session),
                           "changed",
                           G_CALLBACK (on_records_changed),
                           box,
                           G_CONNECT_SWAPPED);
  return box;
}

GtkWindow *
dolen_referrer_paper_new (DolenSession *session, const char *person)
{
  Paper *paper = paper_new (session, person);
  DolenPaperSpec spec = { .title = _ ("Message to the Referrer"),
                          .job = _ ("message"),
                          .what = DOLEN_EXPORT_MESSAGE,
                          .person = person,
                          .text = referrer_text,
                          .xml = referrer_fhir,
                          .options = referrer_options,
                          .out = referrer_told,
                          .data = paper,
                          .free_data = paper_free };

  if (paper == NULL || paper->incoming == NULL) {
    if (paper != NULL)
      paper_free (paper);
    dolen_session_toast (session, _ ("Nobody is recorded who referred them to us."));
    return NULL;
  }
  spec.language = g_strcmp0 (paper->incoming->source_language, "cy") == 0 ? DOLEN_LANGUAGE_CY
                                                                          : DOLEN_LANGUAGE_EN;
  return dolen_paper_window_new (session, &spec);
}

/* ---- to the person ---- */

static void
clear_service (gpointer service)
{
  dolen_service_free (service);
}

/* What the directory knows today of where they go. */
static void
find_services (Paper *paper, DolenSession *session)
{
  DolenDirectory *directory = dolen_session_get_directory (session);

  paper->services = g_ptr_array_new_with_free_func (clear_service);
  for (guint i = 0; paper->referrals != NULL && i < paper->referrals->len; i++) {
    const DolenReferral *referral = g_ptr_array_index (paper->referrals, i);
    DolenService *service = NULL;

    if (directory != NULL && referral->service != NULL)
      service = dolen_directory_get_service (directory, referral->service, NULL);
    g_ptr_array_add (paper->services, service);
  }
}

static char *
closing_text (DolenSession *session, gpointer data, DolenLanguage language)
{
  const Paper *paper = data;
  g_autofree char *today = dolen_date_today ();
  g_autoptr (DolenWriter) writer = dolen_writer_read (session);

  return dolen_closing_letter_new (paper->person,
                                   paper->episode,
                                   paper->referrals,
                                   paper->services,
                                   &paper->spent,
                                   &writer->sender,
                                   language,
                                   today);
}

static void
closing_out (
    DolenSession *session, gpointer data, DolenLanguage language, const char *text, const char *how)
{
  dolen_closing_paper_gone (session, ((const Paper *) data)->person->uid, how);
}

GtkWindow *
dolen_closing_paper_new (DolenSession *session, const char *person)
{
  Paper *paper = paper_new (session, person);
  DolenPaperSpec spec = { .title = _ ("Closing Letter"),
                          .job = _ ("letter"),
                          .what = DOLEN_EXPORT_CLOSING,
                          .person = person,
                          .text = closing_text,
                          .out = closing_out,
                          .data = paper,
                          .free_data = paper_free };

  if (paper == NULL)
    return NULL;
  find_services (paper, session);
  spec.language = g_strcmp0 (paper->person->language_written, "cy") == 0 ? DOLEN_LANGUAGE_CY
                                                                         : DOLEN_LANGUAGE_EN;
  return dolen_paper_window_new (session, &spec);
}

/* ---- the section ---- */

static GtkWidget *
new_row (const DolenMessage *message)
{
  static const char *const kinds[] = {
    /* Translators: what was written to the referrer (atgyfeiriwr). */
    [DOLEN_MESSAGE_DECISION] = N_ ("What was decided"),
    [DOLEN_MESSAGE_PROGRESS] = N_ ("How it goes"),
    [DOLEN_MESSAGE_CLOSING] = N_ ("Support has closed"),
    [DOLEN_MESSAGE_NOT_REACHED] = N_ ("Not reached"),
  };
  g_autofree char *day
      = dolen_format_date_as (dolen_language_current (), message->on, DOLEN_DATE_FULL);

  return dolen_fact_new (day, _ (kinds[MIN ((guint) message->kind, G_N_ELEMENTS (kinds) - 1)]));
}

GtkWidget *
dolen_person_papers_new (DolenSession *session, const char *person)
{
  GtkWidget *list = dolen_boxed_list_new ();
  GtkWidget *buttons = dolen_wrap_box_new ();
  g_autoptr (DolenEpisode) episode
             = dolen_caseload_get_last_episode (caseload_of (session), person);
  g_autoptr (GPtrArray) sent = dolen_caseload_list_records (
      caseload_of (session), &dolen_message_type, person, NULL);

  for (guint i = sent != NULL ? sent->len : 0; i > 0; i--)
    dolen_boxed_list_add (list, new_row (g_ptr_array_index (sent, i - 1)));
  if (sent == NULL || sent->len == 0)
    dolen_boxed_list_add (
        list, dolen_label_new (_ ("Nothing has gone to the referrer yet."), "dim-label"));
  gtk_box_append (GTK_BOX (buttons),
                  dolen_form_button_new (
                      session, _ ("Write to the Re_ferrer…"), dolen_referrer_paper_new, person));
  if (episode != NULL)
    gtk_box_append (GTK_BOX (buttons),
                    dolen_form_button_new (
                        session, _ ("Closing _Letter to Them…"), dolen_closing_paper_new, person));
  dolen_boxed_list_add (list, buttons);
  /* Translators: letters and messages about a person. */
  return dolen_section_new (_ ("Letters and Messages"), NULL, list);
}
