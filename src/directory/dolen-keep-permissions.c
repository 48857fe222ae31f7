/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-keep-permissions.h"

#include "directory/dolen-fields.h"
#include "directory/dolen-parts.h"

static gboolean
is_same (const char *a, const char *b)
{
  return a != NULL && g_strcmp0 (a, b) == 0;
}

/* A feed that lists its contacts in another order gives each the uid of another, and two people may
 * share a number: where both have a name, it must be the same one. */
static gboolean
is_same_person (const DolenContact *a, const DolenContact *b)
{
  if (a->name != NULL && b->name != NULL && !is_same (a->name, b->name))
    return FALSE;
  if (is_same (a->phone, b->phone) || is_same (a->email, b->email))
    return TRUE;
  return a->phone == NULL && b->phone == NULL && a->email == NULL && b->email == NULL
         && is_same (a->name, b->name);
}

static const DolenContact *
find_person (const GPtrArray *stored, const DolenContact *now)
{
  const DolenContact *found = NULL;

  for (guint i = 0; i < stored->len; i++) {
    const DolenContact *old = g_ptr_array_index (stored, i);

    if (!is_same_person (now, old))
      continue;
    if (is_same (now->uid, old->uid))
      return old;
    /* Of two that may be meant, the one who did not say yes. */
    if (found == NULL || found->permission == DOLEN_PERMISSION_GIVEN_OUT)
      found = old;
  }
  return found;
}

static gboolean
is_noted (const GPtrArray *edits, const char *contact_uid)
{
  g_autofree char *part = dolen_part_of_permission (contact_uid);

  return g_ptr_array_find_with_equal_func ((GPtrArray *) edits, part, g_str_equal, NULL);
}

/* The marks of what was set here go with their people: @parts are where they are now. */
static gboolean
note_anew (DolenDirectory *dir,
           const char *kind,
           const char *uid,
           const GPtrArray *edits,
           const GPtrArray *parts,
           GError **error)
{
  for (guint i = 0; i < edits->len; i++)
    if (dolen_part_is_permission (edits->pdata[i])
        && !g_ptr_array_find_with_equal_func (
            (GPtrArray *) parts, edits->pdata[i], g_str_equal, NULL)
        && !dolen_field_forget_edit (dir, uid, edits->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < parts->len; i++)
    if (!g_ptr_array_find_with_equal_func ((GPtrArray *) edits, parts->pdata[i], g_str_equal, NULL)
        && !dolen_field_note_edit (dir, kind, uid, parts->pdata[i], NULL, error))
      return FALSE;
  return TRUE;
}

gboolean
dolen_keep_permissions (DolenDirectory *dir,
                        const char *kind,
                        const char *uid,
                        GPtrArray *incoming,
                        const GPtrArray *stored,
                        GError **error)
{
  g_autoptr (GPtrArray) edits = dolen_field_list_edits (dir, uid, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (edits == NULL)
    return FALSE;
  for (guint i = 0; i < incoming->len; i++) {
    DolenContact *now = g_ptr_array_index (incoming, i);
    const DolenContact *old = find_person (stored, now);
    gboolean noted = old != NULL && old->uid != NULL && is_noted (edits, old->uid);

    if (noted && now->uid != NULL)
      g_ptr_array_add (parts, dolen_part_of_permission (now->uid));
    /* A no of the source is believed, but for one whom somebody here has asked since. */
    if (!noted && now->permission == DOLEN_PERMISSION_WORKERS_ONLY)
      continue;
    if (noted
        || (old != NULL && old->permission != DOLEN_PERMISSION_NOT_ASKED
            && now->permission == DOLEN_PERMISSION_NOT_ASKED))
      now->permission = old->permission;
  }
  return note_anew (dir, kind, uid, edits, parts, error);
}
