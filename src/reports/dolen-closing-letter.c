/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-closing-letter.h"

#include "base/dolen-text.h"
#include "casework/records/dolen-episode-words.h"
#include "language/dolen-calendar.h"
#include "reports/dolen-hand-out.h"
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

/* As we knew it when we asked them: where the directory has nothing of it any more. The number we
 * rang may have been somebody's own: nothing says now that it may be given out. */
static char *
say_as_referred (const DolenReferral *referral, DolenLanguage language)
{
  GString *lines = g_string_new (NULL);

  if (!dolen_text_is_empty (referral->place))
    dolen_letter_add_line (lines, "%s %s", dolen_text (language, "Where:"), referral->place);
  return g_string_free (lines, FALSE);
}

/* @service: (nullable): as the directory has it today */
static void
add_group (GString *letter,
           const DolenReferral *referral,
           const DolenService *service,
           DolenLanguage language,
           const char *today)
{
  g_autofree char *about = service != NULL ? dolen_hand_out_brief (service, language, today)
                                           : say_as_referred (referral, language);
  g_auto (GStrv) lines = g_strsplit (about, "\n", -1);

  dolen_letter_add_line (letter, "• %s", dolen_referral_get_service_name (referral, language));
  for (gsize i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      dolen_letter_add_line (letter, "  %s", lines[i]);
}

static void
add_continues (GString *letter,
               const DolenEpisode *episode,
               const GPtrArray *referrals,
               const GPtrArray *services,
               DolenLanguage language,
               const char *today)
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
    const DolenService *service
        = services != NULL && i < services->len ? g_ptr_array_index (services, i) : NULL;

    if (goes_on (referral))
      add_group (letter, referral, service, language, today);
  }
  g_string_append_c (letter, '\n');
}

/* The scheme's own comes first: it is still there when the worker has moved on. */
static void
add_how_to_reach_us (GString *letter, const DolenSender *sender, DolenLanguage language)
{
  const char *given = sender->scheme != NULL ? sender->scheme->phone : NULL;
  const char *email = sender->scheme != NULL ? sender->scheme->email : NULL;
  g_autofree char *canonical = given != NULL ? dolen_text_phone (given) : NULL;
  g_autofree char *phone = NULL;

  if (canonical != NULL)
    phone = dolen_text_phone_display (canonical);
  else if (!dolen_text_is_empty (given))
    phone = g_strdup (given);
  else if (sender->phone != NULL)
    phone = dolen_text_phone_display (sender->phone);
  if (dolen_text_is_empty (email))
    email = sender->email;
  if (!dolen_text_is_empty (phone))
    dolen_letter_add_line (letter, dolen_text (language, "Ring us: %s"), phone);
  if (!dolen_text_is_empty (email))
    /* Translators: in a letter to a person; %s: an e-mail address. */
    dolen_letter_add_line (letter, dolen_text (language, "Or write to us: %s"), email);
}

static void
add_come_back (GString *letter,
               const DolenEpisode *episode,
               const DolenSender *sender,
               DolenLanguage language)
{
  g_autofree char *until = dolen_format_date (language, episode->return_until);

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
  add_how_to_reach_us (letter, sender, language);
  g_string_append_c (letter, '\n');
}

char *
dolen_closing_letter_new (const DolenPerson *person,
                          const DolenEpisode *episode,
                          const GPtrArray *referrals,
                          const GPtrArray *services,
                          const DolenTimeSpent *spent,
                          const DolenSender *sender,
                          DolenLanguage language,
                          const char *today)
{
  GString *letter = g_string_new (NULL);
  g_autofree char *closed
      = dolen_format_date (language, episode->closed != NULL ? episode->closed : today);

  dolen_letter_begin (letter, dolen_person_get_called (person), TRUE, today, language);
  /* Translators: %s: a day. */
  dolen_letter_add_line (
      letter, dolen_text (language, "Our support for you closes on %s."), closed);
  add_together (letter, episode, spent, language);
  add_continues (letter, episode, referrals, services, language, today);
  add_come_back (letter, episode, sender, language);
  dolen_letter_end (letter, sender, language);
  return g_string_free (letter, FALSE);
}
