/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * Questions to put to a group: facts that somebody wanted to know of it and that the directory does
 * not have. They stand beside "longer wait" in the table worth_asking. Nothing of a person stands
 * in them: only which fact of the group it is, since when it is asked, and by which worker.
 */

/** DolenQuestion: one that is open. Plain; free with dolen_question_free(). */
typedef struct {
  char *uid;
  char *service;  /* uid */
  char *name_en;  /* (nullable) of the service */
  char *name_cy;  /* (nullable) */
  char *phone;    /* (nullable) as the service card gives it */
  char *what;     /* "capacity", "need:debt", "enabler:minibus": a criterion or a term */
  char *asked_on; /* civil date */
  char *asked_by; /* (nullable) worker */
} DolenQuestion;

void dolen_question_free (DolenQuestion *question);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenQuestion, dolen_question_free)

/**
 * dolen_directory_ask:
 * @service: uid
 * @what: facts to ask for, as in DolenQuestion.what; letters, digits, '-' and one ':' only
 * @on: civil date
 * @by: (nullable): worker
 * @error: DOLEN_ERROR_NOT_FOUND for an unknown service, DOLEN_ERROR_INVALID for anything that is no
 *   code: words could be about somebody
 *
 * What is open already is not asked twice.
 *
 * Returns: (transfer full) (nullable): uids of the questions that are new, to take them back;
 *   perhaps empty
 */
char **dolen_directory_ask (DolenDirectory *dir,
                            const char *service,
                            const char *const *what,
                            const char *on,
                            const char *by,
                            GError **error);

/** dolen_directory_unask: takes back what dolen_directory_ask() returned. */
gboolean dolen_directory_unask (DolenDirectory *dir, const char *const *uids, GError **error);

/** dolen_directory_list_questions: (transfer full) (nullable) (element-type DolenQuestion): the
 *  open ones, by service, the longest asked first. @service: (nullable): uid; NULL: of all. */
GPtrArray *
dolen_directory_list_questions (DolenDirectory *dir, const char *service, GError **error);

/** dolen_directory_set_question_done: @on: (nullable): civil date; NULL: it is open again. */
gboolean dolen_directory_set_question_done (DolenDirectory *dir,
                                            const char *uid,
                                            const char *on,
                                            GError **error);

G_END_DECLS
