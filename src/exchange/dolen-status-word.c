/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/dolen-status-word.h"

#include "base/dolen-regex.h"
#include "directory/dolen-closed-name.h"
#include "language/dolen-welsh.h"

/* Folded, without "_" and "-"; what a name may say of itself ("wedi cau", "suspended until May") is
 * understood besides. */
static const struct {
  const char *word;
  DolenServiceStatus status;
} WORDS[] = {
  { "active", DOLEN_SERVICE_ACTIVE },
  { "actif", DOLEN_SERVICE_ACTIVE },
  { "agored", DOLEN_SERVICE_ACTIVE },
  { "ar agor", DOLEN_SERVICE_ACTIVE },
  { "ar fynd", DOLEN_SERVICE_ACTIVE },
  { "ar waith", DOLEN_SERVICE_ACTIVE },
  { "current", DOLEN_SERVICE_ACTIVE },
  { "cyfredol", DOLEN_SERVICE_ACTIVE },
  { "gweithredol", DOLEN_SERVICE_ACTIVE },
  { "ie", DOLEN_SERVICE_ACTIVE },
  { "live", DOLEN_SERVICE_ACTIVE },
  { "on going", DOLEN_SERVICE_ACTIVE },
  { "ongoing", DOLEN_SERVICE_ACTIVE },
  { "open", DOLEN_SERVICE_ACTIVE },
  { "operational", DOLEN_SERVICE_ACTIVE },
  { "published", DOLEN_SERVICE_ACTIVE },
  { "running", DOLEN_SERVICE_ACTIVE },
  { "true", DOLEN_SERVICE_ACTIVE },
  { "y", DOLEN_SERVICE_ACTIVE },
  { "ydi", DOLEN_SERVICE_ACTIVE },
  { "ydy", DOLEN_SERVICE_ACTIVE },
  { "yes", DOLEN_SERVICE_ACTIVE },
  { "yn parhau", DOLEN_SERVICE_ACTIVE },
  { "yn rhedeg", DOLEN_SERVICE_ACTIVE },
  { "yn weithredol", DOLEN_SERVICE_ACTIVE },
  { "1", DOLEN_SERVICE_ACTIVE },
  { "✓", DOLEN_SERVICE_ACTIVE },
  { "✔", DOLEN_SERVICE_ACTIVE },

  { "0", DOLEN_SERVICE_INACTIVE },
  { "anactif", DOLEN_SERVICE_INACTIVE },
  { "anweithredol", DOLEN_SERVICE_INACTIVE },
  { "ddim yn cwrdd", DOLEN_SERVICE_INACTIVE },
  { "ddim yn cyfarfod", DOLEN_SERVICE_INACTIVE },
  { "ddim yn rhedeg", DOLEN_SERVICE_INACTIVE },
  { "ddim yn weithredol", DOLEN_SERVICE_INACTIVE },
  { "dormant", DOLEN_SERVICE_INACTIVE },
  { "draft", DOLEN_SERVICE_INACTIVE },
  { "false", DOLEN_SERVICE_INACTIVE },
  { "inactive", DOLEN_SERVICE_INACTIVE },
  { "n", DOLEN_SERVICE_INACTIVE },
  { "na", DOLEN_SERVICE_INACTIVE },
  { "nac oes", DOLEN_SERVICE_INACTIVE },
  { "nac ydi", DOLEN_SERVICE_INACTIVE },
  { "nac ydy", DOLEN_SERVICE_INACTIVE },
  { "nage", DOLEN_SERVICE_INACTIVE },
  { "no", DOLEN_SERVICE_INACTIVE },
  { "non active", DOLEN_SERVICE_INACTIVE },
  { "not active", DOLEN_SERVICE_INACTIVE },
  { "not currently running", DOLEN_SERVICE_INACTIVE },
  { "not meeting", DOLEN_SERVICE_INACTIVE },
  { "not running", DOLEN_SERVICE_INACTIVE },
  { "segur", DOLEN_SERVICE_INACTIVE },

  { "archived", DOLEN_SERVICE_DEFUNCT },
  { "caeedig", DOLEN_SERVICE_DEFUNCT },
  { "closed down", DOLEN_SERVICE_DEFUNCT },
  { "daeth i ben", DOLEN_SERVICE_DEFUNCT },
  { "dead", DOLEN_SERVICE_DEFUNCT },
  { "defunct", DOLEN_SERVICE_DEFUNCT },
  { "disbanded", DOLEN_SERVICE_DEFUNCT },
  { "dissolved", DOLEN_SERVICE_DEFUNCT },
  { "expired", DOLEN_SERVICE_DEFUNCT },
  { "folded", DOLEN_SERVICE_DEFUNCT },
  { "gone", DOLEN_SERVICE_DEFUNCT },
  { "stopped", DOLEN_SERVICE_DEFUNCT },
  { "terminated", DOLEN_SERVICE_DEFUNCT },
  { "wedi gorffen", DOLEN_SERVICE_DEFUNCT },
  { "wedi peidio", DOLEN_SERVICE_DEFUNCT },
  { "withdrawn", DOLEN_SERVICE_DEFUNCT },
  { "wound up", DOLEN_SERVICE_DEFUNCT },

  { "ar oedi", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "ar saib", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "ar stop", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "ataliwyd dros dro", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "gohiriwyd", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "hold", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "on a break", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "on break", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "temporarily closed", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "wedi oedi", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "wedi'i atal", DOLEN_SERVICE_TEMPORARILY_CLOSED },
  { "wedi'i oedi", DOLEN_SERVICE_TEMPORARILY_CLOSED },
};

static gboolean
is_in_table (const char *folded, DolenServiceStatus *status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (g_str_equal (WORDS[i].word, folded)) {
      *status = WORDS[i].status;
      return TRUE;
    }
  return FALSE;
}

/* "Closed March 2025", "Wedi dod i ben 2024": what follows says when or why. A "closed group" takes
 * nobody new, and what is closed on Mondays runs. */
static gboolean
begins_closed (const char *folded)
{
  static GRegex *kept;

  return g_regex_match (
      dolen_regex_once (
          &kept,
          "^(?:closed|ended|finished|ceased|wedi cau|wedi gorffen|wedi dod i ben|daeth i ben)\\b"
          "(?! *(?:group|club|member|list|waiting|referral|to |for |on |in |during|over |every|at |"
          "grwp|rhestr|i |ar |am |yn |dros |bob |mon|tue|wed|thu|fri|sat|sun|weekend|dydd|nos |llun|"
          "mawrth\\b(?! \\d)|mercher|iau|gwener|sadwrn|sul\\b|aelod))",
          0),
      folded,
      0,
      NULL);
}

gboolean
dolen_status_from_word (const char *word, DolenServiceStatus *status)
{
  g_autofree char *folded = dolen_welsh_fold (word);
  DolenClosedName says;

  g_strdelimit (folded, "_-.!", ' ');
  g_strstrip (folded);
  if (is_in_table (folded, status))
    return TRUE;
  says = dolen_name_says_closed (folded);
  if (says == DOLEN_NAME_SAYS_NOTHING && !begins_closed (folded))
    return FALSE;
  *status = says == DOLEN_NAME_SAYS_CLOSED_FOR_NOW ? DOLEN_SERVICE_TEMPORARILY_CLOSED
                                                   : DOLEN_SERVICE_DEFUNCT;
  return TRUE;
}
