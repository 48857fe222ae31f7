/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-gaps.h"

#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-caseload-private.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"

#include <glib/gi18n-lib.h>

GPtrArray *
dolen_caseload_list_gaps (DolenCaseload *caseload, const char *person)
{
  return dolen_caseload_list_records (caseload, &dolen_gap_type, person, NULL);
}

static gpointer
make_gap (DolenStatement *row, gpointer user_data)
{
  return dolen_record_read (&dolen_gap_type, row, 0);
}

GPtrArray *
dolen_caseload_list_gaps_between (DolenCaseload *caseload, const char *from, const char *to)
{
  g_autofree char *columns = dolen_record_columns (&dolen_gap_type, "");
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM gap WHERE \"on\" BETWEEN ?1 AND ?2 ORDER BY \"on\", uid", columns);
  g_autoptr (DolenStatement) rows = dolen_db_prepare (caseload->db, sql, NULL);

  g_return_val_if_fail (rows != NULL, NULL);
  dolen_statement_bind_text (rows, 1, from);
  dolen_statement_bind_text (rows, 2, to);
  return dolen_caseload_collect (rows, make_gap, NULL, (GDestroyNotify) dolen_gap_free, NULL);
}

static gboolean
is_among (const GPtrArray *gaps, const char *episode, const char *kind, const char *term)
{
  for (guint i = 0; gaps != NULL && i < gaps->len; i++) {
    const DolenGap *gap = g_ptr_array_index (gaps, i);

    if (g_strcmp0 (gap->episode, episode) == 0 && g_strcmp0 (gap->kind, kind) == 0
        && g_strcmp0 (gap->term, term) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
dolen_caseload_has_gap (DolenCaseload *caseload,
                        const char *person,
                        const char *kind,
                        const char *term)
{
  g_autoptr (GPtrArray) gaps = dolen_caseload_list_gaps (caseload, person);
  g_autoptr (DolenEpisode) episode = dolen_caseload_get_open_episode (caseload, person);

  return is_among (gaps, episode != NULL ? episode->uid : NULL, kind, term);
}

static void
put_gap (DolenAct *act, const DolenGap *gap, const char *episode, GString *told)
{
  g_autoptr (DolenGap) stored = dolen_gap_new (act->event->person, episode, gap->kind, gap->term);
  g_autofree char *said = dolen_gap_say (gap, dolen_language_current ());

  stored->name = g_strdup (gap->name);
  stored->name_cy = g_strdup (gap->name_cy);
  stored->district = g_strdup (gap->district);
  stored->area = g_strdup (gap->area);
  stored->on = dolen_date_today ();
  stored->by = g_strdup (dolen_casework_get_author (act->casework));
  stored->created = dolen_time_now ();
  dolen_act_put (act, &dolen_gap_type, NULL, stored);
  g_string_append_printf (told, "%s%s", told->len > 0 ? "; " : "", said);
}

gboolean
dolen_casework_gaps_note (DolenCasework *self,
                          const char *person,
                          const GPtrArray *gaps,
                          DolenUndo **undo,
                          GError **error)
{
  g_autoptr (DolenPerson) who = dolen_casework_need_person (self, person, TRUE, error);
  g_autoptr (DolenAct) act = NULL;
  g_autoptr (DolenEpisode) episode = NULL;
  g_autoptr (GPtrArray) noted = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  const char *spell;

  if (who == NULL)
    return FALSE;
  act = dolen_act_begin (self, DOLEN_EVENT_GAP_NOTE, person, error);
  if (act == NULL)
    return FALSE;
  episode = dolen_caseload_get_open_episode (self->caseload, person);
  spell = episode != NULL ? episode->uid : NULL;
  noted = dolen_caseload_list_gaps (self->caseload, person);
  for (guint i = 0; i < gaps->len; i++) {
    const DolenGap *gap = g_ptr_array_index (gaps, i);

    if (!is_among (noted, spell, gap->kind, gap->term))
      put_gap (act, gap, spell, told);
  }
  if (told->len == 0)
    return dolen_refuse (error, _ ("This gap is noted already for this spell of support."));
  act->event->note = g_strdup (told->str);
  return dolen_act_commit (act, undo, error);
}

/* ---- what came of them ---- */

static gpointer
make_person (DolenStatement *row, gpointer user_data)
{
  return dolen_record_read (&dolen_person_type, row, 0);
}

GPtrArray *
dolen_caseload_list_who_looked (DolenCaseload *caseload,
                                const char *kind,
                                const char *term,
                                const char *where)
{
  g_autofree char *columns = dolen_record_columns (&dolen_person_type, "p.");
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM person p WHERE p.died_on IS NULL"
      " AND EXISTS (SELECT 1 FROM episode e WHERE e.person = p.uid AND e.closed IS NULL)"
      " AND EXISTS (SELECT 1 FROM gap g WHERE g.person = p.uid AND g.kind = ?1 AND g.term = ?2"
      " AND (?3 IS NULL OR g.district = ?3 OR g.area = ?3)) ORDER BY p.name, p.uid",
      columns);
  g_autoptr (DolenStatement) rows = dolen_db_prepare (caseload->db, sql, NULL);

  g_return_val_if_fail (rows != NULL, NULL);
  dolen_statement_bind_text (rows, 1, kind);
  dolen_statement_bind_text (rows, 2, term);
  dolen_statement_bind_text (rows, 3, where);
  return dolen_caseload_collect (rows, make_person, NULL, (GDestroyNotify) dolen_person_free, NULL);
}

GPtrArray *
dolen_caseload_list_gap_groups (DolenCaseload *caseload)
{
  return dolen_caseload_list_records (caseload, &dolen_gap_group_type, NULL, NULL);
}

DolenGapGroup *
dolen_caseload_find_gap_group (DolenCaseload *caseload,
                               const char *kind,
                               const char *term,
                               const char *where)
{
  g_autoptr (DolenGapGroup) named = dolen_gap_group_new (kind, term, where);

  return dolen_caseload_get_record (caseload, &dolen_gap_group_type, named->uid);
}

static gboolean
check_group (const DolenGapGroup *group, GError **error)
{
  if (group->state == DOLEN_GAP_IDEA && dolen_text_is_empty (group->note))
    return dolen_refuse_invalid (error, _ ("Please write the idea."));
  if (group->state == DOLEN_GAP_STARTED && dolen_text_is_empty (group->service))
    return dolen_refuse_invalid (error, _ ("Please choose a group."));
  return TRUE;
}

gboolean
dolen_casework_gap_group_set (DolenCasework *self,
                              const DolenGapGroup *group,
                              DolenUndo **undo,
                              GError **error)
{
  g_autoptr (DolenAct) act = dolen_act_begin (self, DOLEN_EVENT_GAP_GROUP, NULL, error);
  g_autoptr (DolenGapGroup) before = NULL;
  g_autoptr (DolenGapGroup) after = NULL;

  if (act == NULL || !check_group (group, error))
    return FALSE;
  after = dolen_gap_group_new (group->kind, group->term, group->where);
  before = dolen_caseload_get_record (self->caseload, &dolen_gap_group_type, after->uid);
  after->state = group->state;
  dolen_set_text (&after->note, group->note);
  after->service = g_strdup (group->service);
  after->service_name = g_strdup (group->service_name);
  after->service_name_cy = g_strdup (group->service_name_cy);
  after->on = dolen_date_today ();
  after->by = g_strdup (dolen_casework_get_author (self));
  after->created = before != NULL ? before->created : dolen_time_now ();
  dolen_act_put (act, &dolen_gap_group_type, before, after);
  return dolen_act_commit (act, undo, error);
}
