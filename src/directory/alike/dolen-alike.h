/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/alike/dolen-alike-find.h"

G_BEGIN_DECLS

/*
 * Records that are probably one, as they stand in the directory: looked for after an import and
 * when somebody asks, listed with what speaks for it, and settled by a person: merged
 * (directory/dolen-merge.h) or "not the same", which is remembered.
 */

/** DolenAlikeCase: a pair to be settled. Free with dolen_alike_case_free(). */
typedef struct {
  DolenAlikePair pair;
  DolenBilingual names[2];         /* of one, of other */
  DolenBilingual organisations[2]; /* behind services; empty else */
} DolenAlikeCase;

void dolen_alike_case_free (DolenAlikeCase *alike);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenAlikeCase, dolen_alike_case_free)

/**
 * dolen_alike_renew:
 * @n: (out) (optional): how many pairs there are now
 * @error: G_IO_ERROR_CANCELLED, of the database
 *
 * Looks through services and organisations and keeps what it finds, in one transaction. Writes
 * nothing where nothing has changed. A few seconds for 30,000 services: not in the window's thread.
 */
gboolean
dolen_alike_renew (DolenDirectory *dir, guint *n, GCancellable *cancellable, GError **error);

/** dolen_alike_list: (transfer full) (element-type DolenAlikeCase): the surest first; @record:
 *  (nullable): only pairs of that uid; @limit: 0 for all. Pairs merged since are not among them. */
GPtrArray *dolen_alike_list (DolenDirectory *dir, const char *record, guint limit, GError **error);

/** dolen_alike_set_not_same: they are two, and are not proposed again. Returns: the entry of the
 *  history, which dolen_edit_undo() takes back; 0 on an error. */
gint64 dolen_alike_set_not_same (DolenDirectory *dir,
                                 DolenAlikeKind kind,
                                 const char *one,
                                 const char *other,
                                 const char *who,
                                 GError **error);

/** dolen_alike_evidence_text: (transfer full): what speaks for it: "The same name, telephone and
 *  postcode." */
char *dolen_alike_evidence_text (DolenLanguage language, guint evidence);

/** dolen_alike_propose_kept: which of two records had better stay: the one that more people vouch
 *  for, then the one that is in its feed, then the fuller. Returns: 0 for @one, 1 for @other. */
int dolen_alike_propose_kept (DolenDirectory *dir,
                              DolenAlikeKind kind,
                              const char *one,
                              const char *other);

G_END_DECLS
