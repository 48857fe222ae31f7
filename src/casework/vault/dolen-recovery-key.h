/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-secret.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * The recovery key: 32 random bytes written in 13 groups of five characters (Crockford's base32,
 * the fifth a check character over the group and its place), for paper. It belongs to the
 * organisation and is not kept with the laptop.
 */
#define DOLEN_RECOVERY_KEY_GROUPS 13
#define DOLEN_RECOVERY_KEY_GROUP_LENGTH 5

/** dolen_recovery_key_new: (transfer full): a fresh one. */
DolenSecret *dolen_recovery_key_new (void);

/** DOLEN_RECOVERY_KEY_A_LINE: groups in a line, on paper and on the screen, where each has its
 * number: lines that stand under one another however wide the window is. */
#define DOLEN_RECOVERY_KEY_A_LINE 3

/** dolen_recovery_key_to_text: (transfer full): "7K2QM 0B4TX ...", blanks between the groups. Wipe
 * it with dolen_wipe_string(). */
char *dolen_recovery_key_to_text (const DolenSecret *key);

/** dolen_recovery_key_group: (transfer full): group @number (1 to 13). */
char *dolen_recovery_key_group (const DolenSecret *key, int number);

/**
 * dolen_recovery_key_parse:
 * @text: as typed: capitals, blanks, dashes and O for 0, I or L for 1 do not matter
 * @error: DOLEN_ERROR_INVALID: names each group that is mistyped, or how many characters are
 * missing
 *
 * Returns: (transfer full): the key
 */
DolenSecret *dolen_recovery_key_parse (const char *text, GError **error);

/** dolen_recovery_key_group_matches: whether @typed is group @number (1 to 13), as tolerant as
 *  parsing. Asked before creation ends: a key nobody has written down is no key. */
gboolean dolen_recovery_key_group_matches (const DolenSecret *key, int number, const char *typed);

/** DolenRecoveryPage: what the printed page says beside the key; all (nullable). */
typedef struct {
  const char *organisation; /* whose case records */
  const char *keeper;       /* who keeps the page */
  const char *place;        /* where: not with the laptop */
  const char *date;         /* civil date it was made */
} DolenRecoveryPage;

/** dolen_recovery_key_page: (transfer full): the page to print, plain text, in @language. Lines to
 *  fill in by hand stand where something is not given. Wipe it with dolen_wipe_string(). */
char *dolen_recovery_key_page (const DolenSecret *key,
                               const DolenRecoveryPage *page,
                               DolenLanguage language);

G_END_DECLS
