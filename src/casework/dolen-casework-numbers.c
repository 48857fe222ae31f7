/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-counts.h"

#include "casework/dolen-casework-audit.h"
#include "casework/dolen-casework-private.h"
#include "casework/records/dolen-export.h"

#include <glib/gi18n-lib.h>

/* "2026-04-01/2026-06-30", as in ISO 8601. */
static gboolean
overlaps (const char *given, const char *from, const char *to)
{
  g_auto (GStrv) days = g_strsplit (given, "/", 2);

  return g_strv_length (days) == 2 && strcmp (days[0], to) <= 0 && strcmp (days[1], from) >= 0;
}

/* The same days again say nothing new that rounding does not cover. */
static gboolean
refuse_overlap (
    DolenCasework *self, const char *code, const char *from, const char *to, GError **error)
{
  g_autofree char *period = g_strconcat (from, "/", to, NULL);
  g_autoptr (GPtrArray) log = dolen_caseload_list_records (
      self->caseload, &dolen_audit_type, NULL, "what = '" DOLEN_AUDIT_EXPORT "'");

  for (guint i = 0; log != NULL && i < log->len; i++) {
    const DolenAudit *line = g_ptr_array_index (log, i);

    if (g_strcmp0 (line->about, code) == 0 && line->why != NULL && !g_str_equal (line->why, period)
        && overlaps (line->why, from, to))
      return dolen_refuse (error,
                           _ ("Numbers that count some of these days were handed out already. What "
                              "one says less than the other would tell of few people: use the "
                              "same quarters, or the same years, as before."));
  }
  return TRUE;
}

gboolean
dolen_casework_may_give_numbers (
    DolenCasework *self, const char *what, const char *from, const char *to, GError **error)
{
  g_autofree char *code = dolen_export_code (what, DOLEN_EXPORT_SAVED);

  return dolen_casework_need_open (self, error) && dolen_casework_refuse_editor (self, error)
         && refuse_overlap (self, code, from, to, error);
}

gboolean
dolen_casework_give_numbers (
    DolenCasework *self, const char *what, const char *from, const char *to, GError **error)
{
  g_autofree char *code = dolen_export_code (what, DOLEN_EXPORT_SAVED);
  g_autofree char *period = g_strconcat (from, "/", to, NULL);

  return dolen_casework_may_give_numbers (self, what, from, to, error)
         && dolen_casework_audit (self, NULL, DOLEN_AUDIT_EXPORT, code, period, error);
}
