/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-referral-steps.h"

#include <glib/gi18n-lib.h>

/* Why a referral ended before its time: each reason goes with some of the ends. */

#define BIT(state) (1u << DOLEN_REFERRAL_##state)
#define BY_PERSON (BIT (DID_NOT_START) | BIT (LEFT_EARLY) | BIT (CANCELLED))
#define ANY_END (BY_PERSON | BIT (DECLINED) | BIT (NOT_REACHED) | BIT (IN_ERROR))

static const struct {
  const char *code;
  guint states; /* bits */
  const char *name;
} reasons[] = {
  { "full", BIT (DECLINED), N_ ("no places") },
  { "not-eligible", BIT (DECLINED), N_ ("not eligible") },
  { "no-funds", BIT (DECLINED), N_ ("no funds") },
  { "not-suitable", BIT (DECLINED) | BY_PERSON, N_ ("not suitable after all") },
  { "group-closed", BIT (DECLINED) | BY_PERSON, N_ ("the group has closed") },
  { "no-answer", BIT (NOT_REACHED) | BIT (CANCELLED), N_ ("no answer") },
  { "wrong-details", BIT (NOT_REACHED), N_ ("the number or address was wrong") },
  { "did-not-come", BIT (DID_NOT_START) | BIT (LEFT_EARLY), N_ ("did not come") },
  { "changed-mind", BY_PERSON | BIT (NOT_REACHED), N_ ("the person changed their mind") },
  { "did-not-like", BIT (DID_NOT_START) | BIT (LEFT_EARLY), N_ ("did not like it") },
  { "too-far", BY_PERSON, N_ ("too far or no transport") },
  { "cost", BY_PERSON, N_ ("the cost") },
  { "unwell", BY_PERSON, N_ ("ill or in hospital") },
  { "moved-away", BY_PERSON | BIT (NOT_REACHED), N_ ("moved away") },
  { "no-longer", BY_PERSON, N_ ("no longer needed") },
  { "wrong-person", BIT (IN_ERROR), N_ ("made for the wrong person") },
  { "wrong-group", BIT (IN_ERROR), N_ ("made to the wrong group") },
  { "twice", BIT (IN_ERROR), N_ ("made twice") },
  { "other", ANY_END, N_ ("another reason") },
  { "died", 0, N_ ("the person has died") }, /* comes by itself, with its own act */
};

/* Why nothing is chased for a while. */
static const struct {
  const char *code;
  const char *name;
} pauses[] = {
  { "hospital", N_ ("in hospital") },
  { "ill", N_ ("ill") },
  { "away", N_ ("away for a while") },
  { "caring", N_ ("caring for somebody") },
};

const char *
dolen_referral_reason_name (const char *reason, DolenLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (reasons[i].code, reason) == 0)
      return dolen_text (language, reasons[i].name);
  for (gsize i = 0; i < G_N_ELEMENTS (pauses); i++)
    if (g_strcmp0 (pauses[i].code, reason) == 0)
      return dolen_text (language, pauses[i].name);
  return reason != NULL ? reason : "";
}

const char **
dolen_referral_reasons_for (DolenReferralState state)
{
  const char **codes = g_new0 (const char *, G_N_ELEMENTS (reasons) + 1);
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if ((reasons[i].states & (1u << state)) != 0)
      codes[n++] = reasons[i].code;
  return codes;
}

const char *const *
dolen_pause_reasons (void)
{
  static const char *const codes[] = { "hospital", "ill", "away", "caring", "other", NULL };

  return codes;
}
