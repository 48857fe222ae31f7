/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-id.h"

#include <string.h>
#include <uuid.h>

/* The name space of every uid that stands for a foreign record. Drawn once; never changes. */
static const char NAMESPACE[] = "5b3f7f0a-3a55-4c0e-9d8e-0f6b8e1c7d21";

char *
dolen_id_new (void)
{
  return g_uuid_string_random ();
}

char *
dolen_id_for_foreign (const char *source, const char *kind, const char *foreign_id)
{
  g_autofree char *name = NULL;
  uuid_t ns, uuid;
  char text[UUID_STR_LEN];

  g_return_val_if_fail (source != NULL && kind != NULL && foreign_id != NULL, NULL);

  /* US (0x1f) cannot occur in the parts, so that no two triples give one name. */
  name = g_strdup_printf ("%s\x1f%s\x1f%s", source, kind, foreign_id);
  uuid_parse (NAMESPACE, ns);
  uuid_generate_sha1 (uuid, ns, name, strlen (name));
  uuid_unparse_lower (uuid, text);
  return g_strdup (text);
}

gboolean
dolen_id_is_valid (const char *text)
{
  uuid_t uuid;
  char canonical[UUID_STR_LEN];

  if (text == NULL || uuid_parse (text, uuid) != 0)
    return FALSE;
  uuid_unparse_lower (uuid, canonical);
  return g_str_equal (canonical, text);
}
