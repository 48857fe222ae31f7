/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-referral-letter.h"

#include "base/dolen-text.h"
#include "casework/records/dolen-slip.h"
#include "language/dolen-calendar.h"
#include "reports/dolen-scheme-footer.h"

static void add (GString *letter, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* One paragraph or line; the format is a translated message. */
static void
add (GString *letter, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (letter, format, arguments);
  va_end (arguments);
  g_string_append_c (letter, '\n');
}

static void
add_blank (GString *letter)
{
  g_string_append_c (letter, '\n');
}

static void
add_heading (GString *letter,
             const DolenReferral *referral,
             DolenLanguage language,
             const char *today)
{
  g_autofree char *date = dolen_format_date (language, today);

  /* Translators: first line of a letter; the name of a group follows the colon. */
  add (letter,
       dolen_text (language, "To: %s"),
       dolen_referral_get_service_name (referral, language));
  if (referral->organisation != NULL)
    add (letter, "%s", referral->organisation);
  add (letter, dolen_text (language, "Date: %s"), date);
  if (referral->reference != NULL)
    add (letter, dolen_text (language, "Our reference: %s"), referral->reference);
  add_blank (letter);
}

static void
add_consent (GString *letter, const DolenReferral *referral, DolenLanguage language)
{
  g_autofree char *date = dolen_format_date (language, referral->consent_on);

  add (
      letter,
      "%s",
      referral->target != NULL
          ? dolen_text (language, "We are asking you to see somebody whom we support.")
          : dolen_text (language, "We are asking whether you can welcome somebody to your group."));
  if (referral->override == DOLEN_OVERRIDE_SAFEGUARDING)
    add (letter,
         "%s",
         dolen_text (language, "This is sent without their agreement, to keep somebody safe."));
  else if (referral->override == DOLEN_OVERRIDE_VITAL_INTERESTS)
    add (letter,
         "%s",
         dolen_text (language,
                     "This is sent without their agreement, because a life may be at risk."));
  else if (referral->consent != DOLEN_CONSENT_YES || *date == '\0')
    /* Translators: a line of a letter that may only be looked at yet; it is never sent like this.
     */
    add (letter, "%s", dolen_text (language, "They have not agreed yet."));
  else if (referral->consent_by == DOLEN_CONSENT_BY_ATTORNEY)
    add (letter,
         dolen_text (language, "Their attorney agreed on %s that we share what stands here."),
         date);
  else if (referral->consent_by == DOLEN_CONSENT_BY_BEST_INTERESTS)
    add (
        letter,
        dolen_text (language,
                    "It was decided in their best interests on %s that we share what stands here."),
        date);
  else
    add (letter, dolen_text (language, "They agreed on %s that we share what stands here."), date);
  add_blank (letter);
}

static void
add_shared (GString *letter, const DolenReferral *referral, DolenLanguage language)
{
  gboolean any = FALSE;

  for (guint i = 0; referral->shared != NULL && i < referral->shared->len; i++) {
    const DolenShareLine *line = g_ptr_array_index (referral->shared, i);

    if (!line->ticked || dolen_text_is_empty (line->text))
      continue;
    if (!any)
      add (letter, "%s", dolen_text (language, "About them:"));
    any = TRUE;
    add (letter, "• %s", line->text);
  }
  if (any)
    add_blank (letter);
}

static void
add_next_contact (GString *letter, const DolenReferral *referral, DolenLanguage language)
{
  g_autofree char *by = dolen_format_date (language, referral->next_contact_by);
  gboolean dated = *by != '\0';

  switch (referral->next_contact) {
  case DOLEN_NEXT_CONTACT_GROUP:
    if (dated)
      add (letter, dolen_text (language, "Please contact them by %s."), by);
    else
      add (letter, "%s", dolen_text (language, "Please contact them."));
    break;
  case DOLEN_NEXT_CONTACT_PERSON:
    add (letter, "%s", dolen_text (language, "They will contact you themselves."));
    break;
  case DOLEN_NEXT_CONTACT_WORKER:
  default:
    add (letter, "%s", dolen_text (language, "Please do not contact them yet: we will ring you."));
    break;
  }
  if (referral->going_along)
    add (letter, "%s", dolen_text (language, "Somebody will come along with them the first time."));
  add_blank (letter);
}

/* What they may want to know of us: until when, how, and what it costs. Only what was settled. */
static void
add_agreed (GString *letter, const DolenReferral *referral, DolenLanguage language)
{
  g_autofree char *until = dolen_format_date (language, referral->involved_until);
  gsize before = letter->len;

  if (*until != '\0')
    /* Translators: in a letter to a group; %s: a date; "we" are the scheme. */
    add (letter, dolen_text (language, "We stay in touch with them until %s."), until);
  if (referral->follow_up_told)
    add (letter, "%s", dolen_text (language, "After four weeks we shall ask how it is going."));
  if (g_strcmp0 (referral->may_return, "yes") == 0)
    add (letter, "%s", dolen_text (language, "They may come back to us later if they wish."));
  else if (g_strcmp0 (referral->may_return, "ask") == 0)
    add (
        letter, "%s", dolen_text (language, "Should they want to come back to us, please ask us."));
  if (g_strcmp0 (referral->outcomes_shared, "yes") == 0)
    add (letter, "%s", dolen_text (language, "They agree that you tell us how they got on."));
  if (!dolen_text_is_empty (referral->cost_text))
    /* Translators: in a letter to a group; the agreed cost as written, "£5 a session". */
    add (letter, dolen_text (language, "Cost agreed: %s"), referral->cost_text);
  if (letter->len > before)
    add_blank (letter);
}

static void
add_need (GString *letter, const DolenReferral *referral, DolenLanguage language)
{
  gsize before = letter->len;

  if (!dolen_text_is_empty (referral->need_text))
    /* Translators: in a letter; what the person and the worker worked out together follows. */
    add (letter, dolen_text (language, "What they would like: %s"), referral->need_text);
  if (referral->risk == DOLEN_RISK_SHARED && !dolen_text_is_empty (referral->risk_text))
    /* Translators: in a letter; what to mind, so that everybody is safe, follows. */
    add (letter, dolen_text (language, "To keep everybody safe: %s"), referral->risk_text);
  if (letter->len > before)
    add_blank (letter);
}

static void
add_ending (GString *letter,
            const DolenReferral *referral,
            const DolenSender *sender,
            DolenLanguage language)
{
  g_autofree char *phone = sender->phone != NULL ? dolen_text_phone_display (sender->phone) : NULL;
  g_autofree char *reference = dolen_slip_reference (referral->reference);

  add (letter,
       "%s",
       referral->target != NULL
           ? dolen_text (language, "Please tell us within three working days what you decide.")
           : dolen_text (language,
                         "Please tell us within three working days whether you have a place, and "
                         "the day of the first session."));
  if (referral->reference != NULL)
    add (letter,
         dolen_text (language, "Please give our reference, %s, when you do."),
         reference != NULL ? reference : referral->reference);
  if (referral->report_absence)
    add (letter,
         "%s",
         dolen_text (language,
                     "If they stop coming, please tell us: we would like to know how they are."));
  add_blank (letter);
  add (letter, "%s", dolen_text (language, "With thanks,"));
  if (!dolen_text_is_empty (sender->name))
    add (letter, "%s", sender->name);
  add (letter,
       "%s",
       !dolen_text_is_empty (sender->role) ? sender->role
                                           : dolen_scheme_get_role (sender->scheme, language));
  if (!dolen_text_is_empty (sender->organisation))
    add (letter, "%s", sender->organisation);
  if (!dolen_text_is_empty (phone))
    add (letter, dolen_text (language, "Telephone: %s"), phone);
  if (!dolen_text_is_empty (sender->email))
    add (letter, dolen_text (language, "E-mail: %s"), sender->email);
}

/* A GP or a crisis team knows whom to ring; who leads a choir may not. */
static void
add_footer (GString *letter,
            const DolenReferral *referral,
            const DolenSender *sender,
            DolenLanguage language)
{
  g_autofree char *footer = referral->target != NULL
                                ? dolen_scheme_footer_for_professional (sender->scheme, language)
                                : dolen_scheme_footer (sender->scheme, language);

  add_blank (letter);
  g_string_append (letter, footer);
}

char *
dolen_referral_letter_new (const DolenReferral *referral,
                           const DolenSender *sender,
                           DolenLanguage language,
                           const char *today)
{
  GString *letter;

  g_return_val_if_fail (referral != NULL && sender != NULL, NULL);

  letter = g_string_new (NULL);

  add_heading (letter, referral, language, today);
  /* Translators: how a letter to a group begins. */
  add (letter, "%s", dolen_text (language, "Hello,"));
  add_blank (letter);
  add_consent (letter, referral, language);
  add_need (letter, referral, language);
  add_shared (letter, referral, language);
  add_agreed (letter, referral, language);
  add_next_contact (letter, referral, language);
  add_ending (letter, referral, sender, language);
  add_footer (letter, referral, sender, language);
  return g_string_free (letter, FALSE);
}

/* One to tick and send back: it names nobody, the reference says enough. */
char *
dolen_answer_slip_new (const DolenReferral *referral,
                       const DolenSender *sender,
                       DolenLanguage language)
{
  GString *slip;
  g_autofree char *reference = NULL;

  g_return_val_if_fail (referral != NULL && sender != NULL, NULL);

  slip = g_string_new (NULL);
  reference = dolen_slip_reference (referral->reference);
  /* Translators: heading of a slip that a group ticks and sends back. */
  add (slip, "%s", dolen_text (language, "Your answer"));
  add (slip,
       dolen_text (language, "Reference: %s"),
       reference != NULL ? reference : referral->reference);
  /* Translators: boxes to tick on an answer slip; "they" is the person. */
  add (slip, "☐ %s", dolen_text (language, "They can come. First session on: ____________"));
  add (slip, "☐ %s", dolen_text (language, "There is a waiting list of about ____ weeks."));
  add (slip,
       "☐ %s",
       dolen_text (language, "We have no place, or it is not for them. Why: ____________"));
  add (slip, "☐ %s", dolen_text (language, "We could not reach them."));
  add (slip, "☐ %s", dolen_text (language, "They started on: ____________"));
  if (!dolen_text_is_empty (sender->email))
    add (slip, dolen_text (language, "Please send it to: %s"), sender->email);
  return g_string_free (slip, FALSE);
}

char *
dolen_referral_letter_subject (const DolenReferral *referral, DolenLanguage language)
{
  /* Translators: subject of an e-mail; %s is the reference. Referral: masculine in Welsh. */
  return g_strdup_printf (dolen_text (language, "Referral %s"), referral->reference);
}
