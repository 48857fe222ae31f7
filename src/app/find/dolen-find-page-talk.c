/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/find/dolen-find-page-private.h"

#include "app/talk/dolen-talk-changes.h"
#include "app/talk/dolen-talk-open.h"

#include <glib/gi18n.h>

/* What was asked before a conversation was taken over, to go back to. */
typedef struct {
  GWeakRef page;
  DolenFindFilters *filters; /* (owned) */
} Before;

static void
before_free (gpointer data)
{
  Before *before = data;

  g_weak_ref_clear (&before->page);
  dolen_find_filters_free (before->filters);
  g_free (before);
}

static void
take_back (gpointer data)
{
  Before *before = data;
  g_autoptr (DolenFindPage) self = g_weak_ref_get (&before->page);

  if (self != NULL)
    dolen_find_page_set_filters (self, dolen_find_filters_copy (before->filters));
}

static void
take (const DolenTalkDraft *draft, gpointer data)
{
  DolenFindPage *self = data;
  Before *before = g_new0 (Before, 1);

  g_weak_ref_init (&before->page, self);
  before->filters = dolen_find_filters_copy (self->filters);
  dolen_find_page_set_filters (self, dolen_talk_to_filters (draft, before->filters));
  dolen_undo_stack_push (dolen_session_get_undo (self->session),
                         /* Translators: a toast, with a button that takes it back. */
                         _ ("Taken over from the conversation"),
                         DOLEN_UNDO_OPEN,
                         take_back,
                         before,
                         before_free);
}

void
dolen_find_page_talk_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DolenFindPage *self = DOLEN_FIND_PAGE (widget);

  dolen_talk_open (widget,
                   self->session,
                   self->words != NULL ? self->person : NULL,
                   self->filters,
                   take,
                   g_object_ref (self),
                   g_object_unref);
}
