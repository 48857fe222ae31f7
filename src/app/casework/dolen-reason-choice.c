/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/casework/dolen-reason-choice.h"

#include "casework/records/dolen-referral.h"

#include <glib/gi18n.h>

void
dolen_reason_choice_add (DolenSmallForm *form, const char *key)
{
  const char *const *codes = dolen_referral_reasons ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_ptr_array_add (names, (gpointer) _ ("Not chosen yet"));
  for (gsize i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (names,
                     (gpointer) dolen_referral_reason_name (codes[i], dolen_language_current ()));
  g_ptr_array_add (names, NULL);
  dolen_small_form_add_choice (form, key, _ ("Why"), (const char *const *) names->pdata, 0);
}

const char *
dolen_reason_choice_code (guint position)
{
  const char *const *codes = dolen_referral_reasons ();

  if (position == 0 || position > g_strv_length ((char **) codes))
    return NULL;
  return codes[position - 1];
}

gboolean
dolen_reason_choice_record (DolenSmallForm *form,
                            const char *referral,
                            DolenReferralState state,
                            const char *note,
                            DolenUndo **undo,
                            GError **error)
{
  const char *reason = dolen_reason_choice_code (dolen_small_form_get_choice (form, "reason"));

  return dolen_casework_referral_record (
      dolen_session_get_casework (dolen_small_form_get_session (form)),
      referral,
      state,
      NULL,
      dolen_referral_ends_badly (state) ? reason : NULL,
      note,
      undo,
      error);
}
