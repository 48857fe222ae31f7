/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-edits.h"
#include "directory/dolen-records.h"
#include "matching/dolen-vocabulary.h"

G_BEGIN_DECLS

/*
 * All that is known of a service as lines to show, each with its age and source, in the order in
 * which the detail pane shows them. Pure.
 */

typedef enum {
  DOLEN_DETAIL_WHEN, /* when and where, how to get there */
  DOLEN_DETAIL_PLACES,
  DOLEN_DETAIL_WHO,
  DOLEN_DETAIL_COST,
  DOLEN_DETAIL_HELPS,
  DOLEN_DETAIL_LANGUAGES,
  DOLEN_DETAIL_CONTACT,
  DOLEN_DETAIL_FUNDING,
  DOLEN_DETAIL_CHECKS, /* form and registrations, policies and checks */
  DOLEN_DETAIL_ABOUT,
  DOLEN_DETAIL_TAGS,
  DOLEN_DETAIL_SOURCE,
  DOLEN_DETAIL_HISTORY,
  DOLEN_N_DETAILS
} DolenDetailPart;

/** DolenDetailFact: one line. */
typedef struct {
  DolenDetailPart part;
  const char *icon; /* (nullable) static */
  char *text;
  char *note;       /* (nullable) age, source, what to mind; beneath, in small */
  char *uri;        /* (nullable) opens after a click; dolen_detail_uri() made it */
  gboolean warning; /* to be read before anything is done */
} DolenDetailFact;

void dolen_detail_fact_free (DolenDetailFact *fact);

/** DolenDetailSource: what the lines are made from; all borrowed. */
typedef struct {
  const DolenService *service;
  const DolenOrganisation *organisation; /* (nullable) */
  const DolenOrganisation *parent;       /* (nullable) whose cover a branch may share */
  const GPtrArray *history;              /* (nullable) (element-type DolenHistoryEntry) */
  const char *source_name;               /* (nullable) of the feed it came from */
  DolenVocabulary *vocabulary;
  DolenLanguage language;
  const char *today;
} DolenDetailSource;

/** dolen_detail_facts_new: (transfer full) (element-type DolenDetailFact): by part. */
GPtrArray *dolen_detail_facts_new (const DolenDetailSource *source);

/** dolen_detail_part_title: the heading over a part. */
const char *dolen_detail_part_title (DolenDetailPart part, DolenLanguage language);

/** dolen_detail_governance: (transfer full): what kind of body offers it, "" if not known. */
char *dolen_detail_governance (const DolenOrganisation *organisation, DolenLanguage language);

/**
 * dolen_detail_uri:
 * @text: (nullable): a web address, a mailbox or a telephone number, as a feed gives it
 * @scheme: "https", "mailto" or "tel": what it is taken for
 *
 * Returns: (transfer full) (nullable): the URI to open after a click; NULL for anything that is not
 * http, https, mailto or tel
 */
char *dolen_detail_uri (const char *text, const char *scheme);

/* ---- for the files that make the lines ---- */

typedef struct {
  const DolenDetailSource *from;
  DolenLanguage language;
  GPtrArray *facts;
} DolenDetailWriter;

/** dolen_detail_add: @text, @note: (transfer full) (nullable); nothing where @text is empty. */
DolenDetailFact *
dolen_detail_add (DolenDetailWriter *writer, DolenDetailPart part, char *text, char *note);

void dolen_detail_write_when (DolenDetailWriter *writer);
void dolen_detail_write_offer (DolenDetailWriter *writer);
void dolen_detail_write_contact (DolenDetailWriter *writer);
void dolen_detail_write_record (DolenDetailWriter *writer);

G_END_DECLS
