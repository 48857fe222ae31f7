/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/vault/dolen-recovery-key.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define DATA_LENGTH (DOLEN_RECOVERY_KEY_GROUP_LENGTH - 1)

/* Crockford's base32: no I, L, O, U (crockford.com/base32.html). */
static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

DolenSecret *
dolen_recovery_key_new (void)
{
  return dolen_secret_new_random ();
}

/* Multiplication by x in GF(32), x^5 + x^2 + 1. */
static guint
times_x (guint value)
{
  value <<= 1;
  return (value & 0x20) != 0 ? value ^ 0x25 : value;
}

/* The check character: the sum of x^(4-i) times character i, and the group's place. Every wrong
 * character, every two neighbours swapped (the check character among them) and every group in
 * another's place give another one. */
static guint
check_value (const guint *values, int group)
{
  guint sum = 0;

  for (int i = 0; i < DATA_LENGTH; i++)
    sum = times_x (sum ^ values[i]);
  return sum ^ (guint) group;
}

/* The five bits at @position of the 256; what lies past the end is zero. */
static guint
bits_at (const guint8 *bytes, int position)
{
  guint value = 0;

  for (int i = position; i < position + 5; i++) {
    guint bit = i < DOLEN_KEY_SIZE * 8 ? (bytes[i / 8] >> (7 - i % 8)) & 1u : 0;
    value = value << 1 | bit;
  }
  return value;
}

static void
write_group (const DolenSecret *key, int group, char *out)
{
  guint values[DATA_LENGTH];

  for (int i = 0; i < DATA_LENGTH; i++) {
    values[i] = bits_at (dolen_secret_peek (key), (group * DATA_LENGTH + i) * 5);
    out[i] = alphabet[values[i]];
  }
  out[DATA_LENGTH] = alphabet[check_value (values, group + 1)];
  sodium_memzero (values, sizeof values);
}

char *
dolen_recovery_key_group (const DolenSecret *key, int number)
{
  char *group = g_malloc0 (DOLEN_RECOVERY_KEY_GROUP_LENGTH + 1);

  g_return_val_if_fail (number >= 1 && number <= DOLEN_RECOVERY_KEY_GROUPS, group);
  write_group (key, number - 1, group);
  return group;
}

char *
dolen_recovery_key_to_text (const DolenSecret *key)
{
  const gsize step = DOLEN_RECOVERY_KEY_GROUP_LENGTH + 1;
  char *text = g_malloc0 (DOLEN_RECOVERY_KEY_GROUPS * step);

  memset (text, ' ', DOLEN_RECOVERY_KEY_GROUPS * step - 1);
  for (int i = 0; i < DOLEN_RECOVERY_KEY_GROUPS; i++)
    write_group (key, i, text + (gsize) i * step);
  return text;
}

static int
read_character (char c)
{
  const char *found;

  c = g_ascii_toupper (c);
  if (c == 'O')
    c = '0';
  else if (c == 'I' || c == 'L')
    c = '1';
  found = c != '\0' ? strchr (alphabet, c) : NULL;
  return found != NULL ? (int) (found - alphabet) : -1;
}

/* Reads up to @most characters into @values; what is no character of ours becomes 32, which fits no
 * check. Returns how many stood there, those past @most counted. */
static int
read_characters (const char *text, guint *values, int most)
{
  int n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    int value;

    if (g_unichar_isspace (g_utf8_get_char (p)) || *p == '-' || *p == '.')
      continue;
    value = (guint8) *p < 0x80 ? read_character (*p) : -1;
    if (n < most)
      values[n] = value < 0 ? 32 : (guint) value;
    n++;
  }
  return n;
}

static gboolean
group_is_right (const guint *values, int group)
{
  for (int i = 0; i < DOLEN_RECOVERY_KEY_GROUP_LENGTH; i++)
    if (values[i] > 31)
      return FALSE;
  return check_value (values, group) == values[DATA_LENGTH];
}

static gboolean
check_groups (const guint *values, GError **error)
{
  g_autoptr (GString) wrong = g_string_new (NULL);

  for (int i = 0; i < DOLEN_RECOVERY_KEY_GROUPS; i++)
    if (!group_is_right (values + i * DOLEN_RECOVERY_KEY_GROUP_LENGTH, i + 1))
      g_string_append_printf (wrong, "%s%d", wrong->len > 0 ? ", " : "", i + 1);
  if (wrong->len == 0)
    return TRUE;
  /* Translators: %s: numbers of groups of the recovery key, such as "3" or "3, 7". */
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               _ ("There is a typing mistake in these groups of the recovery key: %s"),
               wrong->str);
  return FALSE;
}

static DolenSecret *
pack (const guint *values)
{
  DolenSecret *key = dolen_secret_new (DOLEN_KEY_SIZE);
  guint8 *bytes = dolen_secret_bytes (key);

  for (int i = 0; i < DOLEN_KEY_SIZE * 8; i++) {
    int character = i / 5;
    int at = character / DATA_LENGTH * DOLEN_RECOVERY_KEY_GROUP_LENGTH + character % DATA_LENGTH;
    guint bit = (values[at] >> (4 - i % 5)) & 1u;

    bytes[i / 8] |= (guint8) (bit << (7 - i % 8));
  }
  return key;
}

DolenSecret *
dolen_recovery_key_parse (const char *text, GError **error)
{
  enum {
    LENGTH = DOLEN_RECOVERY_KEY_GROUPS * DOLEN_RECOVERY_KEY_GROUP_LENGTH
  };
  guint values[LENGTH] = { 0 };
  DolenSecret *key = NULL;
  int n = text != NULL && g_utf8_validate (text, -1, NULL) ? read_characters (text, values, LENGTH)
                                                           : 0;

  if (n != LENGTH)
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_INVALID,
                 /* Translators: the recovery key; %d: numbers, the first always 65. */
                 _ ("The recovery key has %d characters; you have typed %d."),
                 LENGTH,
                 n);
  else if (check_groups (values, error))
    key = pack (values);
  sodium_memzero (values, sizeof values);
  return key;
}

gboolean
dolen_recovery_key_group_matches (const DolenSecret *key, int number, const char *typed)
{
  guint values[DOLEN_RECOVERY_KEY_GROUP_LENGTH];
  char group[DOLEN_RECOVERY_KEY_GROUP_LENGTH + 1] = { 0 };
  gboolean matches;

  g_return_val_if_fail (number >= 1 && number <= DOLEN_RECOVERY_KEY_GROUPS, FALSE);
  matches = typed != NULL && g_utf8_validate (typed, -1, NULL)
            && read_characters (typed, values, DOLEN_RECOVERY_KEY_GROUP_LENGTH)
                   == DOLEN_RECOVERY_KEY_GROUP_LENGTH;
  write_group (key, number - 1, group);
  for (int i = 0; matches && i < DOLEN_RECOVERY_KEY_GROUP_LENGTH; i++)
    matches = values[i] == (guint) read_character (group[i]);
  sodium_memzero (group, sizeof group);
  sodium_memzero (values, sizeof values);
  return matches;
}

static void
append_line (GString *page, const char *label, const char *value)
{
  g_string_append_printf (page, "%s %s\n", label, value != NULL ? value : "______________________");
}

/* Each group with its number, so that a typing mistake is found again. */
static void
append_key (GString *page, const DolenSecret *key)
{
  for (int i = 0; i < DOLEN_RECOVERY_KEY_GROUPS; i++) {
    char group[DOLEN_RECOVERY_KEY_GROUP_LENGTH + 1] = { 0 };

    write_group (key, i, group);
    g_string_append_printf (page, "  %2d: %s", i + 1, group);
    if (i % DOLEN_RECOVERY_KEY_A_LINE == DOLEN_RECOVERY_KEY_A_LINE - 1
        || i == DOLEN_RECOVERY_KEY_GROUPS - 1)
      g_string_append_c (page, '\n');
    sodium_memzero (group, sizeof group);
  }
}

char *
dolen_recovery_key_page (const DolenSecret *key,
                         const DolenRecoveryPage *page,
                         DolenLanguage language)
{
  static const DolenRecoveryPage empty = { NULL };
  /* Room enough at once: a string that grows would leave copies of the key behind. */
  GString *text = g_string_sized_new (8192);
  const DolenRecoveryPage *facts = page != NULL ? page : &empty;

  g_string_append_printf (
      text,
      "%s\n\n%s\n\n",
      /* Translators: title of the printed page. "case records": cofnodion achos (pl.). */
      dolen_text (language, "Recovery key of the case records"),
      dolen_text (language,
                  "Whoever has this key can open the case records without the passphrase. If both "
                  "the passphrase and this key are lost, nobody can open them again: there is no "
                  "back door."));
  append_key (text, key);
  g_string_append_printf (
      text,
      "\n%s\n\n",
      dolen_text (language,
                  "It belongs to the organisation. Keep this page where the laptop is not: a safe "
                  "or a locked cabinet at the office."));
  append_line (text, dolen_text (language, "Organisation:"), facts->organisation);
  /* Translators: who keeps the printed recovery key. */
  append_line (text, dolen_text (language, "Kept by:"), facts->keeper);
  /* Translators: where the printed recovery key is kept. */
  append_line (text, dolen_text (language, "Kept at (not with the laptop):"), facts->place);
  append_line (text, dolen_text (language, "Made on:"), facts->date);
  return g_string_free (text, FALSE);
}
