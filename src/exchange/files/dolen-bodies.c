/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "exchange/files/dolen-bodies.h"

#include "directory/dolen-registration.h"
#include "language/dolen-welsh.h"

#include <string.h>

struct _DolenBodies {
  GHashTable *by_number; /* "GB-CHC-1090095" -> GPtrArray of uids */
  GHashTable *by_name;   /* key of a name -> uid, "" where several have it */
  GHashTable *charities; /* uids that have a charity's number */
};

void
dolen_bodies_free (DolenBodies *known)
{
  if (known == NULL)
    return;
  g_clear_pointer (&known->by_number, g_hash_table_unref);
  g_clear_pointer (&known->by_name, g_hash_table_unref);
  g_clear_pointer (&known->charities, g_hash_table_unref);
  g_free (known);
}

/* NULL where the number has not the shape of its register. */
static char *
number_key (const char *scheme, const char *number)
{
  g_autofree char *canonical = NULL;

  if (!scheme || !number)
    return NULL;
  /* The register's extract writes "0" and short old numbers too. */
  canonical = dolen_registration_check (scheme, number);
  return canonical ? g_strdup_printf ("%s-%s", scheme, canonical) : NULL;
}

char *
dolen_bodies_name_key (const char *name)
{
  g_autofree char *folded = dolen_welsh_fold (name);
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *c = folded; *c; c++) {
    if (g_ascii_isalnum (*c) || (*c & 0x80))
      g_string_append_c (key, *c);
    else if (*c != '\'' && key->len && key->str[key->len - 1] != ' ')
      g_string_append_c (key, ' ');
  }
  g_strstrip (key->str);
  if (g_str_has_prefix (key->str, "the "))
    return g_strdup (key->str + strlen ("the "));
  return g_strdup (key->str);
}

static void
add_number (DolenBodies *known, const char *uid, const char *scheme, const char *number)
{
  g_autofree char *key = number_key (scheme, number);
  GPtrArray *uids = key ? g_hash_table_lookup (known->by_number, key) : NULL;

  if (!key)
    return;
  if (!uids) {
    uids = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (known->by_number, g_strdup (key), uids);
  }
  if (!g_ptr_array_find_with_equal_func (uids, uid, g_str_equal, NULL))
    g_ptr_array_add (uids, g_strdup (uid));
  if (strcmp (scheme, "GB-CHC") == 0)
    g_hash_table_add (known->charities, g_strdup (uid));
}

static void
add_name (DolenBodies *known, const char *uid, const char *name)
{
  g_autofree char *key = name ? dolen_bodies_name_key (name) : NULL;
  const char *other = key ? g_hash_table_lookup (known->by_name, key) : NULL;

  if (!key || !*key)
    return;
  if (!other)
    g_hash_table_insert (known->by_name, g_steal_pointer (&key), g_strdup (uid));
  else if (strcmp (other, uid) != 0)
    g_hash_table_insert (known->by_name, g_steal_pointer (&key), g_strdup (""));
}

/* "Registered charity 1090095", in either language. */
static void
add_number_in_words (DolenBodies *known, const char *uid, const char *words)
{
  g_autofree char *folded = words ? dolen_welsh_fold (words) : NULL;
  const char *at = folded ? strstr (folded, "registered charity") : NULL;
  gsize length;

  if (!at)
    return;
  at += strlen ("registered charity");
  at += strspn (at, " .:no");
  length = strspn (at, "0123456789");
  if (length >= 6 && length <= 7) {
    g_autofree char *number = g_strndup (at, length);
    add_number (known, uid, "GB-CHC", number);
  }
}

DolenBodies *
dolen_bodies_new (DolenDirectory *directory, GError **error)
{
  g_autoptr (DolenBodies) known = g_new0 (DolenBodies, 1);
  DolenStatement *statement
      = dolen_directory_statement (directory,
                                   "SELECT o.uid, o.name_en, o.name_cy, o.legal_status, r.scheme,"
                                   " r.value FROM organisation o LEFT JOIN registration r"
                                   " ON r.organisation = o.id",
                                   error);
  gboolean found = FALSE;

  known->by_number
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  known->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known->charities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!statement)
    return NULL;
  for (;;) {
    const char *uid;
    if (!dolen_statement_step (statement, &found, error))
      return NULL;
    if (!found)
      return g_steal_pointer (&known);
    uid = dolen_statement_get_text (statement, 0);
    add_name (known, uid, dolen_statement_get_text (statement, 1));
    add_name (known, uid, dolen_statement_get_text (statement, 2));
    add_number_in_words (known, uid, dolen_statement_get_text (statement, 3));
    add_number (known,
                uid,
                dolen_statement_get_text (statement, 4),
                dolen_statement_get_text (statement, 5));
  }
}

const GPtrArray *
dolen_bodies_by_number (DolenBodies *known, const char *scheme, const char *number)
{
  g_autofree char *key = number_key (scheme, number);

  return key ? g_hash_table_lookup (known->by_number, key) : NULL;
}

const GPtrArray *
dolen_bodies_by_org_id (DolenBodies *known, const char *org_id)
{
  static const char *const SCHEMES[] = { "GB-CHC", "GB-COH", "GB-SC", "GB-NIC", "GB-MPR" };

  for (gsize i = 0; i < G_N_ELEMENTS (SCHEMES); i++) {
    gsize length = strlen (SCHEMES[i]);
    if (strncmp (org_id, SCHEMES[i], length) == 0 && org_id[length] == '-')
      return dolen_bodies_by_number (known, SCHEMES[i], org_id + length + 1);
  }
  /* "360G-..." and others: a number of a scheme we do not know the shape of stands whole. */
  return g_hash_table_lookup (known->by_number, org_id);
}

const char *
dolen_bodies_by_name (DolenBodies *known, const char *name)
{
  g_autofree char *key = dolen_bodies_name_key (name);
  const char *uid = g_hash_table_lookup (known->by_name, key);

  return uid && *uid && !g_hash_table_contains (known->charities, uid) ? uid : NULL;
}
