/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-refer-text.h"

#include "app/dolen-scheme-settings.h"
#include "base/dolen-text.h"
#include "reports/dolen-hand-out-sheet.h"
#include "reports/dolen-hand-out.h"
#include "reports/dolen-referral-letter.h"

static char *
new_letter (const DolenReferText *from)
{
  g_autofree char *name = g_settings_get_string (from->settings, "worker-name");
  g_autofree char *role = g_settings_get_string (from->settings, "worker-role");
  g_autofree char *organisation = g_settings_get_string (from->settings, "organisation");
  g_autofree char *phone = g_settings_get_string (from->settings, "worker-phone");
  g_autofree char *email = g_settings_get_string (from->settings, "worker-email");
  g_autofree char *canonical = dolen_text_phone (phone);
  g_autoptr (DolenScheme) scheme = dolen_scheme_read (from->settings);
  DolenSender sender = { name, role, organisation, canonical, email, scheme };
  g_autoptr (DolenReferral) referral = dolen_referral_copy (from->referral);
  g_autofree char *slip = NULL;
  char *letter, *both;

  if (referral->reference == NULL)
    referral->reference = g_strdup ("D-…");
  letter = dolen_referral_letter_new (referral, &sender, from->language, from->today);
  if (referral->target != NULL)
    return letter;
  slip = dolen_answer_slip_new (referral, &sender, from->language);
  both = g_strconcat (letter, "\n– – – – –\n\n", slip, NULL);
  dolen_wipe_string (letter);
  return both;
}

/* A referral is a letter to the group; signposting is the details for the person. */
static gboolean
is_hand_out (const DolenReferText *from)
{
  return from->referral->kind == DOLEN_SIGNPOSTING && from->service != NULL;
}

static DolenSheet *
new_discreet (const DolenReferText *from, const DolenScheme *scheme)
{
  const DolenHandOutGroup group = { .service = from->service };
  const DolenHandOutChoices choices = { .language = from->language, .discreet = TRUE };
  const DolenHandOutFrame frame
      = { .scheme = scheme, .safe = from->discreet, .today = from->today };

  return dolen_hand_out_sheet_new (&group, 1, &choices, &frame);
}

char *
dolen_refer_text_new (const DolenReferText *from)
{
  g_autoptr (DolenScheme) scheme = dolen_scheme_read (from->settings);
  g_autoptr (DolenSheet) sheet = NULL;

  if (is_hand_out (from) && from->discreet != NULL) {
    sheet = new_discreet (from, scheme);
    return dolen_sheet_to_text (sheet);
  }
  if (is_hand_out (from))
    return dolen_hand_out_new_text (
        from->service, from->organisation, scheme, from->language, from->today);
  return new_letter (from);
}

char *
dolen_refer_text_new_markup (const DolenReferText *from)
{
  g_autoptr (DolenScheme) scheme = dolen_scheme_read (from->settings);
  g_autoptr (DolenSheet) sheet = NULL;
  char *letter, *markup;

  if (is_hand_out (from) && from->discreet != NULL) {
    sheet = new_discreet (from, scheme);
    return dolen_sheet_to_markup (sheet);
  }
  if (is_hand_out (from))
    return dolen_hand_out_new (
        from->service, from->organisation, scheme, from->language, from->today);
  letter = new_letter (from);
  markup = g_markup_escape_text (letter, -1);
  dolen_wipe_string (letter);
  return markup;
}
