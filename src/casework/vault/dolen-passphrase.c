/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-passphrase.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sodium.h>
#include <string.h>
#include <zxcvbn.h>

#define MIB ((guint64) 1024 * 1024)
#define LEAST_PASSES 2 /* OWASP's floor for Argon2id: 19 MiB, t=2, p=1 */
#define LEAST_MEMORY (19 * MIB)
#define MOST_PASSES 10
#define MOST_MEMORY (1024 * MIB)

/* zxcvbn's estimate is quadratic; what comes after so many bytes no longer matters. */
#define LONGEST_MEASURED 128

DolenPassphraseCost
dolen_passphrase_cost_default (void)
{
  return (DolenPassphraseCost){ crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE };
}

DolenPassphraseCost
dolen_passphrase_cost_least (void)
{
  return (DolenPassphraseCost){ LEAST_PASSES, LEAST_MEMORY };
}

gboolean
dolen_passphrase_cost_is_sound (DolenPassphraseCost cost)
{
  return cost.passes >= LEAST_PASSES && cost.passes <= MOST_PASSES && cost.memory >= LEAST_MEMORY
         && cost.memory <= MOST_MEMORY;
}

static gboolean
run_argon2 (DolenSecret *key, const char *passphrase, const guint8 *salt, DolenPassphraseCost cost)
{
  return crypto_pwhash (dolen_secret_bytes (key),
                        dolen_secret_size (key),
                        passphrase,
                        strlen (passphrase),
                        salt,
                        cost.passes,
                        (size_t) cost.memory,
                        crypto_pwhash_ALG_ARGON2ID13)
         == 0;
}

DolenSecret *
dolen_passphrase_derive (const char *passphrase,
                         const guint8 *salt,
                         DolenPassphraseCost *cost,
                         gboolean may_lower,
                         GError **error)
{
  g_autoptr (DolenSecret) key = dolen_secret_new (DOLEN_KEY_SIZE);
  char *normal = NULL;
  gboolean ok;

  if (passphrase != NULL && *passphrase != '\0')
    normal = g_utf8_normalize (passphrase, -1, G_NORMALIZE_ALL_COMPOSE);
  if (normal == NULL || !dolen_passphrase_cost_is_sound (*cost)) {
    dolen_wipe_string (normal);
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_INVALID, _ ("Please type the passphrase."));
    return NULL;
  }
  ok = run_argon2 (key, normal, salt, *cost);
  if (!ok && may_lower && cost->memory > 64 * MIB) {
    *cost = (DolenPassphraseCost){ 2, 64 * MIB };
    ok = run_argon2 (key, normal, salt, *cost);
  }
  dolen_wipe_string (normal);
  if (!ok) {
    g_set_error_literal (
        error,
        DOLEN_ERROR,
        DOLEN_ERROR_FAILED,
        _ ("There is not enough free memory to check the passphrase. Close other programs and "
           "try again."));
    return NULL;
  }
  return g_steal_pointer (&key);
}

int
dolen_passphrase_strength (const char *passphrase, const char *const *words)
{
  /* Guesses of zxcvbn's scale, as bits: 10^3, 10^6, 10^8, 10^10. */
  static const double steps[] = { 3, 6, 8, 10 };
  static const char *const none[] = { NULL };
  char *normal, *measured;
  double digits;
  int strength = 0;

  if (passphrase == NULL || *passphrase == '\0')
    return 0;
  normal = g_utf8_normalize (passphrase, -1, G_NORMALIZE_ALL_COMPOSE);
  if (normal == NULL)
    return 0;
  measured = g_strndup (normal, LONGEST_MEASURED);
  /* zxcvbn only reads the words; its parameter lacks the const. */
  digits = ZxcvbnMatch (measured, (const char **) (words != NULL ? words : none), NULL) * log10 (2);
  dolen_wipe_string (normal);
  dolen_wipe_string (measured);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    strength += digits >= steps[i];
  return strength;
}

const char *
dolen_passphrase_strength_sentence (int strength, DolenLanguage language)
{
  switch (strength) {
  case 0:
    /* Translators: how strong a passphrase is; said while it is typed. */
    return dolen_text (language, "Too easy: it would be guessed at once.");
  case 1:
    return dolen_text (language, "Too easy: four or five words that do not belong together help.");
  case 2:
    return dolen_text (language, "Not strong enough yet: add another word or two.");
  case 3:
    return dolen_text (language, "Good.");
  default:
    return dolen_text (language, "Strong.");
  }
}
