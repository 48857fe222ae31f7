/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/**
 * DolenNotForThem: a service that a person does not want, or not again, marked so by hand. What
 * became of referrals says it too (dolen_caseload_list_tried()). Texts are (nullable) unless said;
 * dates are civil.
 */
typedef struct {
  char *uid;             /* never NULL */
  char *person;          /* uid */
  char *service;         /* uid in the directory; never NULL */
  char *service_name;    /* English, or the only name, as it was */
  char *service_name_cy; /* Welsh */
  char *reason;          /* code of dolen_not_for_them_reasons() */
  char *note;            /* in words */
  char *on;
  char *by;       /* who marked it */
  char *ended_on; /* it may be suggested again since; NULL: it stands */
  gint64 created; /* instant */
} DolenNotForThem;

extern const DolenRecordType dolen_not_for_them_type;

/** dolen_not_for_them_new: (transfer full): with a new uid. */
DolenNotForThem *dolen_not_for_them_new (const char *person, const char *service);

/** dolen_not_for_them_reasons: (transfer none): the codes, NULL-terminated, "other" last. */
const char *const *dolen_not_for_them_reasons (void);

/** dolen_not_for_them_reason_name: a code in words: "did not like it"; the code itself where it is
 * not known. @reason: (nullable) */
const char *dolen_not_for_them_reason_name (const char *reason, DolenLanguage language);

DolenNotForThem *dolen_not_for_them_copy (const DolenNotForThem *not_for_them);
void dolen_not_for_them_free (DolenNotForThem *not_for_them);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenNotForThem, dolen_not_for_them_free)

G_END_DECLS
