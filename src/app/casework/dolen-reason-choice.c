/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-reason-choice.h"

#include <glib/gi18n.h>

static char *
key_of (DolenReferralState state)
{
  return g_strconcat ("reason-", dolen_referral_state_nick (state), NULL);
}

static void
add_field (DolenSmallForm *form, DolenReferralState state)
{
  g_autofree char *key = key_of (state);
  g_autofree const char **codes = dolen_referral_reasons_for (state);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) _ ("Not chosen yet"));
  for (gsize i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (names,
                     (gpointer) dolen_referral_reason_name (codes[i], dolen_language_current ()));
  g_ptr_array_add (names, NULL);
  dolen_small_form_add_choice (form, key, _ ("Why"), (const char *const *) names->pdata, 0);
}

void
dolen_reason_choice_add (DolenSmallForm *form)
{
  for (int state = DOLEN_REFERRAL_DECLINED; state < DOLEN_N_REFERRAL_STATES; state++)
    add_field (form, state);
  dolen_reason_choice_show (form, DOLEN_REFERRAL_DRAFT);
}

void
dolen_reason_choice_show (DolenSmallForm *form, DolenReferralState shown)
{
  for (int state = DOLEN_REFERRAL_DECLINED; state < DOLEN_N_REFERRAL_STATES; state++) {
    g_autofree char *key = key_of (state);

    dolen_small_form_show (form, key, state == (int) shown);
  }
}

const char *
dolen_reason_choice_get (DolenSmallForm *form, DolenReferralState state)
{
  g_autofree char *key = key_of (state);
  g_autofree const char **codes = NULL;
  guint position;

  if (!dolen_referral_ends_badly (state))
    return NULL;
  codes = dolen_referral_reasons_for (state);
  position = dolen_small_form_get_choice (form, key);
  return position > 0 && position <= g_strv_length ((char **) codes) ? codes[position - 1] : NULL;
}

void
dolen_reason_choice_set (DolenSmallForm *form, DolenReferralState state, const char *code)
{
  g_autofree char *key = key_of (state);
  g_autofree const char **codes = dolen_referral_reasons_for (state);

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], code))
      dolen_small_form_set_choice (form, key, i + 1);
}
