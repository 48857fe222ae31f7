/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-referrer-message.h"

#include "base/dolen-text.h"
#include "casework/records/dolen-episode-words.h"
#include "language/dolen-calendar.h"
#include "reports/dolen-letter.h"
#include "reports/dolen-share-codes.h"
#include "reports/dolen-snomed.h"

gboolean
dolen_report_allows (const DolenReport *report, const char *code)
{
  return report->consent != NULL && dolen_consent_allows (report->consent, code);
}

gboolean
dolen_report_shows (const DolenReferral *referral)
{
  return referral->state != DOLEN_REFERRAL_DRAFT && referral->state != DOLEN_REFERRAL_IN_ERROR
         && referral->sent_on != NULL;
}

static void
add_blank (GString *letter)
{
  g_string_append_c (letter, '\n');
}

static void
add_line (GString *letter, const DolenReport *report, const char *code, const char *text)
{
  if (dolen_report_allows (report, code) && !dolen_text_is_empty (text))
    dolen_letter_add_line (letter, "%s", text);
}

/* Without a name the day of the referral says who is meant. */
static void
add_about (GString *letter, const DolenReport *report, DolenLanguage language)
{
  const DolenPerson *person = report->person;
  g_autofree char *received = dolen_format_date (language, report->incoming->received_on);
  g_autofree char *born = dolen_format_date (language, person->date_of_birth);
  g_autofree char *birth = NULL;
  g_autofree char *number = NULL;

  dolen_letter_add_line (letter,
                         /* Translators: a line of a message; %s: a day. */
                         dolen_text (language, "About the person you referred to us on %s."),
                         received);
  add_line (letter, report, DOLEN_SHARE_NAME, person->name);
  if (*born != '\0')
    birth = g_strdup_printf (dolen_text (language, "Born: %s"), born);
  add_line (letter, report, DOLEN_SHARE_BIRTH, birth);
  if (person->nhs_number != NULL)
    number = g_strdup_printf (dolen_text (language, "NHS number: %s"), person->nhs_number);
  add_line (letter, report, DOLEN_SHARE_NHS_NUMBER, number);
  add_line (letter, report, DOLEN_SHARE_ADDRESS, person->address);
  add_line (letter, report, DOLEN_SHARE_ADDRESS, person->postcode);
  add_blank (letter);
}

static void
add_progress (GString *letter, const DolenReport *report, DolenLanguage language)
{
  const DolenEpisode *episode = report->episode;
  g_autofree char *opened = dolen_format_date (language, episode->opened);
  g_autofree char *closed = dolen_format_date (language, episode->closed);

  if (!dolen_report_allows (report, DOLEN_SHARE_PROGRESS))
    return;
  dolen_letter_add_line (letter, dolen_text (language, "Our support began on %s."), opened);
  if (report->spent->reached > 0)
    dolen_letter_add_line (letter,
                           /* Translators: how often somebody was reached by telephone or met. */
                           dolen_ntext (language,
                                        "We have spoken with them or met them %d time.",
                                        "We have spoken with them or met them %d times.",
                                        (gulong) report->spent->reached),
                           report->spent->reached);
  if (report->kind == DOLEN_MESSAGE_CLOSING && episode->closed != NULL)
    dolen_letter_add_line (letter,
                           /* Translators: first: a day; second: why ("Finished as planned"). */
                           dolen_text (language, "It closed on %1$s. Why: %2$s."),
                           closed,
                           dolen_closing_reason_name (episode->reason, language));
  add_blank (letter);
}

static void
add_goals (GString *letter, const DolenReport *report, DolenLanguage language)
{
  const GPtrArray *goals = report->episode->goals;

  if (!dolen_report_allows (report, DOLEN_SHARE_GOALS) || goals == NULL)
    return;
  dolen_letter_add_line (letter, "%s", dolen_text (language, "What matters to them:"));
  for (guint i = 0; i < goals->len; i++) {
    const DolenGoal *goal = g_ptr_array_index (goals, i);
    g_autofree char *scores = dolen_goal_say_scores (goal, language);

    dolen_letter_add_line (letter, "• %s", goal->text);
    if (scores != NULL)
      dolen_letter_add_line (letter, "  %s", scores);
  }
  add_blank (letter);
}

static void
add_groups (GString *letter, const DolenReport *report, DolenLanguage language)
{
  gboolean any = FALSE;

  if (!dolen_report_allows (report, DOLEN_SHARE_GROUPS) || report->referrals == NULL)
    return;
  for (guint i = 0; i < report->referrals->len; i++) {
    const DolenReferral *referral = g_ptr_array_index (report->referrals, i);

    if (!dolen_report_shows (referral))
      continue;
    if (!any)
      dolen_letter_add_line (letter, "%s", dolen_text (language, "Groups and services:"));
    any = TRUE;
    dolen_letter_add_line (letter,
                           "• %s: %s",
                           dolen_referral_get_service_name (referral, language),
                           dolen_referral_state_name (referral->state, language));
  }
  if (any)
    add_blank (letter);
}

static GPtrArray *
list_codes (const DolenReport *report)
{
  GPtrArray *codes = g_ptr_array_new ();
  gboolean declined = report->kind == DOLEN_MESSAGE_CLOSING
                      && g_strcmp0 (report->episode->reason, "no-longer-wanted") == 0;
  const DolenSnomed *snomed;

  if (!dolen_report_allows (report, DOLEN_SHARE_PROGRESS))
    return codes;
  snomed = dolen_snomed_find ("referred");
  if (snomed != NULL)
    g_ptr_array_add (codes, (gpointer) snomed);
  snomed = declined ? dolen_snomed_find ("declined") : NULL;
  if (snomed != NULL)
    g_ptr_array_add (codes, (gpointer) snomed);
  return codes;
}

static void
add_codes (GString *letter, const DolenReport *report, DolenLanguage language)
{
  g_autoptr (GPtrArray) codes = list_codes (report);

  if (codes->len == 0)
    return;
  dolen_letter_add_line (letter, "%s", dolen_text (language, "For your record (SNOMED CT):"));
  for (guint i = 0; i < codes->len; i++) {
    const DolenSnomed *snomed = g_ptr_array_index (codes, i);

    dolen_letter_add_line (letter, "• %s %s", snomed->code, snomed->term);
  }
  add_blank (letter);
}

static gboolean
says_anything (const DolenReport *report)
{
  return dolen_report_allows (report, DOLEN_SHARE_PROGRESS)
         || dolen_report_allows (report, DOLEN_SHARE_GOALS)
         || dolen_report_allows (report, DOLEN_SHARE_GROUPS)
         || dolen_report_allows (report, DOLEN_SHARE_CARRY_ON);
}

char **
dolen_referrer_message_codes (const DolenReport *report)
{
  g_autoptr (GPtrArray) codes = list_codes (report);
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (texts, g_strdup (((DolenSnomed *) codes->pdata[i])->code));
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

char *
dolen_referrer_message_new (const DolenReport *report,
                            const DolenSender *sender,
                            DolenLanguage language,
                            const char *today)
{
  GString *letter = g_string_new (NULL);

  dolen_letter_begin (letter, report->incoming->source_name, FALSE, today, language);
  add_about (letter, report, language);
  add_progress (letter, report, language);
  add_goals (letter, report, language);
  add_groups (letter, report, language);
  if (dolen_report_allows (report, DOLEN_SHARE_CARRY_ON)
      && !dolen_text_is_empty (report->episode->carry_on)) {
    /* Translators: %s: what continues after support ends, as the worker wrote it. */
    dolen_letter_add_line (
        letter, dolen_text (language, "What continues: %s"), report->episode->carry_on);
    add_blank (letter);
  }
  add_codes (letter, report, language);
  if (!says_anything (report)) {
    dolen_letter_add_line (
        letter, "%s", dolen_text (language, "No agreement to share more than this is recorded."));
    add_blank (letter);
  }
  dolen_letter_end_for_professional (letter, sender, language);
  return g_string_free (letter, FALSE);
}
