/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-gap-group.h"

#include "base/dolen-id.h"

static const char *const states[] = { "noted", "idea", "started", NULL };

/* The office's, of nobody: no source of its own, so one that is fixed. */
#define SOURCE "6d1c3f0e-52a8-4c0b-8b6e-0f7a4d9e2b15"

#define TEXT(field) DOLEN_FIELD (DolenGapGroup, field, TEXT)

static const DolenField fields[] = {
  TEXT (uid),
  TEXT (kind),
  TEXT (term),
  TEXT (where),
  DOLEN_FIELD (DolenGapGroup, state, ENUM, .nicks = states),
  TEXT (note),
  TEXT (service),
  TEXT (service_name),
  TEXT (service_name_cy),
  TEXT (on),
  TEXT (by),
  DOLEN_FIELD (DolenGapGroup, created, TIME),
};

const DolenRecordType dolen_gap_group_type = { "gap_group",
                                               sizeof (DolenGapGroup),
                                               fields,
                                               G_N_ELEMENTS (fields),
                                               (GDestroyNotify) dolen_gap_group_free };

DolenGapGroup *
dolen_gap_group_new (const char *kind, const char *term, const char *where)
{
  DolenGapGroup *gap_group = dolen_record_new (&dolen_gap_group_type);
  g_autofree char *id = g_strdup_printf ("%s %s", term, where != NULL ? where : "");

  gap_group->uid = dolen_id_for_foreign (SOURCE, kind, id);
  gap_group->kind = g_strdup (kind);
  gap_group->term = g_strdup (term);
  gap_group->where = g_strdup (where);
  return gap_group;
}

void
dolen_gap_group_free (DolenGapGroup *gap_group)
{
  dolen_record_free (&dolen_gap_group_type, gap_group);
}
