/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/dolen-casework-diary.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "casework/dolen-casework-private.h"
#include "casework/dolen-casework-workers.h"
#include "casework/records/dolen-diary.h"
#include "casework/vault/dolen-own-seal.h"

#include <glib/gi18n-lib.h>

#define LABEL "dolen-diary-1"

DolenDiaryPage *
dolen_diary_page_new (const char *day)
{
  DolenDiaryPage *page = g_new0 (DolenDiaryPage, 1);
  g_autofree char *today = dolen_date_today ();
  const char *of = dolen_date_is_valid (day) ? day : today;

  page->uid = dolen_id_new ();
  page->week = dolen_date_add_days (of, 1 - dolen_date_weekday (of));
  return page;
}

void
dolen_diary_page_free (DolenDiaryPage *page)
{
  if (page == NULL)
    return;
  g_free (page->uid);
  g_free (page->week);
  dolen_wipe_string (page->what);
  dolen_wipe_string (page->so_what);
  dolen_wipe_string (page->now_what);
  g_free (page);
}

/* ---- sealing ---- */

static void
add_text (struct json_object *object, const char *name, const char *text)
{
  if (!dolen_text_is_empty (text))
    json_object_object_add (object, name, json_object_new_string (text));
}

static char *
dup_text (struct json_object *object, const char *name)
{
  return g_strdup (json_object_get_string (json_object_object_get (object, name)));
}

static char *
seal_page (DolenCasework *self, const DolenDiaryPage *page)
{
  struct json_object *object = json_object_new_object ();
  char *sealed;

  add_text (object, "what", page->what);
  add_text (object, "so_what", page->so_what);
  add_text (object, "now_what", page->now_what);
  sealed = dolen_own_seal (dolen_vault_get_holders (self->vault),
                           dolen_vault_get_id (self->vault),
                           LABEL,
                           json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN));
  json_object_put (object);
  return sealed;
}

static DolenDiaryPage *
open_page (DolenCasework *self, const DolenDiary *stored)
{
  char *text = dolen_own_open (dolen_vault_get_holders (self->vault),
                               dolen_vault_get_id (self->vault),
                               LABEL,
                               stored->sealed);
  struct json_object *object = text != NULL ? json_tokener_parse (text) : NULL;
  DolenDiaryPage *page = NULL;

  dolen_wipe_string (text);
  if (json_object_is_type (object, json_type_object)) {
    page = g_new0 (DolenDiaryPage, 1);
    page->uid = g_strdup (stored->uid);
    page->week = g_strdup (stored->week);
    page->what = dup_text (object, "what");
    page->so_what = dup_text (object, "so_what");
    page->now_what = dup_text (object, "now_what");
    page->created = stored->created;
  }
  json_object_put (object);
  return page;
}

/* ---- reading ---- */

static const DolenHolder *
need_worker (DolenCasework *self, GError **error)
{
  const DolenHolder *worker;

  if (!dolen_casework_need_open (self, error))
    return NULL;
  worker = dolen_casework_get_worker (self);
  if (worker == NULL)
    dolen_refuse (error, _ ("A diary opens with its writer’s own passphrase alone."));
  return worker;
}

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  const DolenDiaryPage *first = *(DolenDiaryPage *const *) a;
  const DolenDiaryPage *second = *(DolenDiaryPage *const *) b;
  int order = g_strcmp0 (second->week, first->week);

  return order != 0 ? order
                    : (first->created > second->created ? -1 : first->created < second->created);
}

GPtrArray *
dolen_casework_list_diary (DolenCasework *self, int *n_lost, GError **error)
{
  const DolenHolder *worker = need_worker (self, error);
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray *pages;

  if (n_lost != NULL)
    *n_lost = 0;
  if (worker == NULL)
    return NULL;
  stored = dolen_caseload_list_records (self->caseload, &dolen_diary_type, NULL, NULL);
  pages = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_diary_page_free);
  for (guint i = 0; stored != NULL && i < stored->len; i++) {
    const DolenDiary *diary = g_ptr_array_index (stored, i);
    DolenDiaryPage *page;

    if (g_strcmp0 (diary->worker, worker->uid) != 0)
      continue;
    page = open_page (self, diary);
    if (page != NULL)
      g_ptr_array_add (pages, page);
    else if (n_lost != NULL)
      ++*n_lost;
  }
  g_ptr_array_sort (pages, compare_pages);
  return pages;
}

/* ---- writing ---- */

static gboolean
is_empty (const DolenDiaryPage *page)
{
  return dolen_text_is_empty (page->what) && dolen_text_is_empty (page->so_what)
         && dolen_text_is_empty (page->now_what);
}

/* A page of this worker's, or NULL; a page of another's is none. */
static DolenDiary *
get_own (DolenCasework *self, const DolenHolder *worker, const char *uid)
{
  g_autoptr (DolenDiary) stored
             = dolen_caseload_get_record (self->caseload, &dolen_diary_type, uid);

  return stored != NULL && g_strcmp0 (stored->worker, worker->uid) == 0 ? g_steal_pointer (&stored)
                                                                        : NULL;
}

gboolean
dolen_casework_diary_put (DolenCasework *self,
                          const DolenDiaryPage *page,
                          DolenUndo **undo,
                          GError **error)
{
  const DolenHolder *worker = need_worker (self, error);
  g_autoptr (DolenDiary) before = NULL;
  g_autoptr (DolenDiary) after = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (worker == NULL)
    return FALSE;
  if (is_empty (page))
    return dolen_refuse_invalid (error, _ ("Please write something."));
  act = dolen_act_begin (self, DOLEN_EVENT_DIARY, NULL, error);
  if (act == NULL)
    return FALSE;
  before = get_own (self, worker, page->uid);
  after = dolen_record_new (&dolen_diary_type);
  after->uid = g_strdup (page->uid);
  after->worker = g_strdup (worker->uid);
  after->week = g_strdup (page->week);
  after->sealed = seal_page (self, page);
  after->created = before != NULL ? before->created : dolen_time_now ();
  dolen_act_put (act, &dolen_diary_type, before, after);
  return dolen_act_commit (act, undo, error);
}

gboolean
dolen_casework_diary_drop (DolenCasework *self, const char *uid, DolenUndo **undo, GError **error)
{
  const DolenHolder *worker = need_worker (self, error);
  g_autoptr (DolenDiary) before = NULL;
  g_autoptr (DolenAct) act = NULL;

  if (worker == NULL)
    return FALSE;
  before = get_own (self, worker, uid);
  if (before == NULL)
    return dolen_refuse (error, _ ("There is no such page in your diary."));
  act = dolen_act_begin (self, DOLEN_EVENT_DIARY, NULL, error);
  if (act == NULL)
    return FALSE;
  dolen_act_take_away (act, &dolen_diary_type, before);
  return dolen_act_commit (act, undo, error);
}
