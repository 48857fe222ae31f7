/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-fact-age.h"
#include "directory/keeping/dolen-queue.h"

G_BEGIN_DECLS

/*
 * What is read out in a call, fact by fact: how the directory has it, since when, and what of it
 * can be changed on the card. Pure; words in the language of the window.
 */

/** DolenCallField: one text of a fact that is typed on the card. */
typedef struct {
  const char *field; /* as dolen_edit_set_field() of a service */
  const char *title; /* translated */
  gboolean lines;    /* several lines */
} DolenCallField;

/** DolenCallFact: one row of the card. */
typedef struct {
  char *service;     /* uid */
  const char *code;  /* dolen_fact_code(), "funding" or "exists"; static */
  const char *title; /* translated */
  char *now;         /* as the directory has it; "not known" where it has nothing */
  char *age;         /* when it was last confirmed */
  gboolean known;    /* there is something to be still true */
  gboolean asked;    /* the queue asks for it */
} DolenCallFact;

void dolen_call_fact_free (DolenCallFact *fact);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenCallFact, dolen_call_fact_free)

/** dolen_call_facts_new: (transfer full) (element-type DolenCallFact): all facts of @service, those
 *  that @item asks for first. @today: civil date. */
GPtrArray *
dolen_call_facts_new (const DolenQueueItem *item, const DolenService *service, const char *today);

/** dolen_call_fact_fields: (transfer none): what is typed to change that fact, ending with a field
 *  of NULL; empty where the card has no small editor for it (places and wait have their own). */
const DolenCallField *dolen_call_fact_fields (const char *code);

/** dolen_call_fact_dup_field: (transfer full): how the directory has the field; "" for nothing. */
char *dolen_call_fact_dup_field (const DolenService *service, const char *field);

/** dolen_queue_item_say: (transfer full): a row of the queue as a whole sentence: "Ring Clwb Cinio:
 *  places last told 5 weeks ago; times never confirmed". */
char *dolen_queue_item_say (const DolenQueueItem *item);

/** dolen_queue_item_say_more: (transfer full): whose it is, by when, the last try, until when it is
 *  put off and why; "" where there is nothing. */
char *dolen_queue_item_say_more (const DolenQueueItem *item, const char *today);

G_END_DECLS
