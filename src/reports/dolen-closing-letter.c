/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-closing-letter.h"

#include "base/dolen-text.h"
#include "casework/records/dolen-episode-words.h"
#include "language/dolen-calendar.h"
#include "reports/dolen-letter.h"
#include "reports/dolen-referrer-message.h"

static void
add_together (GString *letter,
              const DolenEpisode *episode,
              const DolenTimeSpent *spent,
              DolenLanguage language)
{
  g_autofree char *opened = dolen_format_date (language, episode->opened);

  /* Translators: in a letter to a person; %s: a day. */
  dolen_letter_add_line (letter, dolen_text (language, "We began to talk on %s."), opened);
  if (spent->reached > 0)
    dolen_letter_add_line (letter,
                           dolen_ntext (language,
                                        "Since then we have spoken or met %d time.",
                                        "Since then we have spoken or met %d times.",
                                        (gulong) spent->reached),
                           spent->reached);
  if (episode->goals != NULL)
    dolen_letter_add_line (
        letter, "%s", dolen_text (language, "You told us that this mattered to you:"));
  for (guint i = 0; episode->goals != NULL && i < episode->goals->len; i++) {
    const DolenGoal *goal = g_ptr_array_index (episode->goals, i);

    dolen_letter_add_line (letter, "• %s", goal->text);
    if (goal->first >= 0 && goal->latest >= 0)
      /* Translators: scores from 0 to 10 that the person gave. */
      dolen_letter_add_line (
          letter,
          dolen_text (language, "  You gave it %1$d of 10 at first, and %2$d now."),
          goal->first,
          goal->latest);
  }
  g_string_append_c (letter, '\n');
}

static gboolean
goes_on (const DolenReferral *referral)
{
  return dolen_report_shows (referral)
         && (!dolen_referral_has_ended (referral->state)
             || referral->state == DOLEN_REFERRAL_COMPLETED);
}

static void
add_continues (GString *letter,
               const DolenEpisode *episode,
               const GPtrArray *referrals,
               DolenLanguage language)
{
  gboolean any = !dolen_text_is_empty (episode->carry_on);

  for (guint i = 0; referrals != NULL && i < referrals->len; i++)
    any = any || goes_on (g_ptr_array_index (referrals, i));
  if (!any)
    return;
  dolen_letter_add_line (letter, "%s", dolen_text (language, "What is there for you from now on:"));
  if (!dolen_text_is_empty (episode->carry_on))
    dolen_letter_add_line (letter, "• %s", episode->carry_on);
  for (guint i = 0; referrals != NULL && i < referrals->len; i++) {
    const DolenReferral *referral = g_ptr_array_index (referrals, i);
    g_autofree char *phone
        = referral->phone != NULL ? dolen_text_phone_display (referral->phone) : NULL;

    if (!goes_on (referral))
      continue;
    dolen_letter_add_line (letter,
                           "• %s%s%s",
                           dolen_referral_get_service_name (referral, language),
                           phone != NULL ? ", " : "",
                           phone != NULL ? phone : "");
  }
  g_string_append_c (letter, '\n');
}

static void
add_come_back (GString *letter,
               const DolenEpisode *episode,
               const DolenSender *sender,
               DolenLanguage language)
{
  g_autofree char *until = dolen_format_date (language, episode->return_until);
  g_autofree char *phone = sender->phone != NULL ? dolen_text_phone_display (sender->phone) : NULL;

  if (*until != '\0')
    dolen_letter_add_line (
        letter,
        /* Translators: in a letter to a person; %s: a day. */
        dolen_text (language,
                    "If things change, you can come back to us until %s. Nobody needs to refer "
                    "you again."),
        until);
  else
    dolen_letter_add_line (
        letter,
        "%s",
        dolen_text (language, "If things change, ask us, or ask whoever referred you to us."));
  if (!dolen_text_is_empty (phone))
    dolen_letter_add_line (letter, dolen_text (language, "Ring us: %s"), phone);
  g_string_append_c (letter, '\n');
}

char *
dolen_closing_letter_new (const DolenPerson *person,
                          const DolenEpisode *episode,
                          const GPtrArray *referrals,
                          const DolenTimeSpent *spent,
                          const DolenSender *sender,
                          DolenLanguage language,
                          const char *today)
{
  GString *letter = g_string_new (NULL);
  g_autofree char *closed
      = dolen_format_date (language, episode->closed != NULL ? episode->closed : today);

  dolen_letter_begin (letter, dolen_person_get_called (person), today, language);
  /* Translators: %s: a day. */
  dolen_letter_add_line (
      letter, dolen_text (language, "Our support for you closes on %s."), closed);
  add_together (letter, episode, spent, language);
  add_continues (letter, episode, referrals, language);
  add_come_back (letter, episode, sender, language);
  dolen_letter_end (letter, sender, language);
  return g_string_free (letter, FALSE);
}
