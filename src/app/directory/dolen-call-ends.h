/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-call-draft.h"
#include "app/dolen-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What ends soon: the funding of a listing or of who runs it, and policies and checks. */

/** DolenCallEnd: one of them. */
typedef struct {
  char *kind;  /* "service" or "organisation": whose it is */
  char *uid;   /* of that record */
  char *part;  /* "funding" or "check" */
  char *which; /* uid of the funding, code of the check */
  char *said;  /* "Coast Fund: ends on 9 June 2026" */
} DolenCallEnd;

void dolen_call_end_free (DolenCallEnd *end);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCallEnd, dolen_call_end_free)

/** dolen_call_ends_list: (transfer full) (element-type DolenCallEnd): what of @record (@kind
 *  "service" or "organisation") ends by @rules (nullable: Dolen's own) or has ended. */
GPtrArray *dolen_call_ends_list (const char *kind,
                                 gconstpointer record,
                                 const DolenKeepingRules *rules,
                                 const char *today);

/** DolenCallEndFunc: a new end was typed. */
typedef void (*DolenCallEndFunc) (const DolenCallEnd *end, const char *typed, gpointer user_data);

/** dolen_call_ends_new: (transfer floating): each that ends, with an entry for its new end; nothing
 *  is to be seen of it where nothing ends. */
GtkWidget *dolen_call_ends_new (DolenSession *session,
                                const DolenQueueItem *item,
                                const DolenKeepingRules *rules,
                                const DolenCallDraft *draft,
                                DolenCallEndFunc func,
                                gpointer user_data);

/**
 * dolen_call_ends_add_step:
 * @end: as typed, a date
 *
 * The new end as a step of @call. A policy that somebody tells of is "told": nobody has seen it.
 */
void dolen_call_ends_add_step (DolenCall *call, const DolenCallDraftEnd *end);

G_END_DECLS
