/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/privacy/dolen-erase-sharing.h"

#include "directory/privacy/dolen-scrub.h"

typedef struct {
  DolenSharing *sharing;
  GHashTable *others; /* of char*: uids of records */
} Finding;

static gboolean
each_with (DolenDirectory *dir,
           const char *sql,
           const char *phone,
           const char *email,
           DolenRowFunc func,
           Finding *finding,
           GError **error)
{
  DolenRow row;
  gboolean more = TRUE;

  if (!dolen_directory_row (dir, sql, &row, error))
    return FALSE;
  dolen_row_put_text (&row, phone);
  dolen_row_put_text (&row, email);
  while (dolen_statement_step (row.statement, &more, error)) {
    if (!more)
      return TRUE;
    row.n = 0;
    func (&row, finding);
  }
  return FALSE;
}

static gboolean
is_nearby (const DolenSharing *sharing, const char *record)
{
  for (guint i = 0; i < sharing->nearby->len; i++)
    if (g_strcmp0 (g_ptr_array_index (sharing->nearby, i), record) == 0)
      return TRUE;
  return FALSE;
}

static void
take_contact (DolenRow *row, gpointer user_data)
{
  Finding *finding = user_data;
  DolenSharing *sharing = finding->sharing;
  gint64 id = dolen_row_take_int (row);
  g_autofree char *uid = dolen_row_take_text (row);
  g_autofree char *given = dolen_row_take_text (row);
  char *record = dolen_row_take_text (row);
  g_autofree char *name = dolen_scrub_name (given);

  if (g_strcmp0 (uid, sharing->uid) == 0
      || (name == NULL ? is_nearby (sharing, record) : g_strcmp0 (name, sharing->name) == 0)) {
    g_array_append_val (sharing->rows, id);
    g_hash_table_add (sharing->own, record);
  } else {
    g_hash_table_add (finding->others, record);
  }
}

static void
take_listing (DolenRow *row, gpointer user_data)
{
  Finding *finding = user_data;
  char *record = dolen_row_take_text (row);

  if (g_hash_table_contains (finding->sharing->own, record))
    g_free (record);
  else
    g_hash_table_add (finding->others, record);
}

gboolean
dolen_sharing_find (DolenDirectory *dir,
                    DolenSharing *sharing,
                    const char *phone,
                    const char *email,
                    guint *others,
                    GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Finding finding = { sharing, found };

  /* Contacts first: they tell which listings are the person's own. */
  if (!each_with (dir,
                  "SELECT c.id, c.uid, c.name, coalesce (s.uid, o.uid) FROM contact c"
                  " LEFT JOIN service s ON s.id = c.service"
                  " LEFT JOIN organisation o ON o.id = c.organisation"
                  " WHERE c.phone = ?1 OR lower (c.email) = ?2",
                  phone,
                  email,
                  take_contact,
                  &finding,
                  error)
      || !each_with (dir,
                     "SELECT uid FROM service WHERE phone = ?1 OR lower (email) = ?2"
                     " UNION SELECT uid FROM organisation WHERE phone = ?1 OR lower (email) = ?2",
                     phone,
                     email,
                     take_listing,
                     &finding,
                     error))
    return FALSE;
  *others = g_hash_table_size (found);
  return TRUE;
}
