/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/records/dolen-record.h"
#include "language/dolen-language.h"

G_BEGIN_DECLS

/* What was done: the codes of .what. */
#define DOLEN_AUDIT_NOTE_READ "note-read"     /* a restricted note, by its author */
#define DOLEN_AUDIT_BREAK_GLASS "break-glass" /* a restricted note, by a lead, with a reason */
#define DOLEN_AUDIT_EXPORT "export"           /* something about people left Dolen */
#define DOLEN_AUDIT_SUBJECT_ACCESS                                                                 \
  "subject-access" /* everything about a person was handed out                                     \
                    */
#define DOLEN_AUDIT_WORKER_ADD "worker-add"
#define DOLEN_AUDIT_WORKER_NAME "worker-name"
#define DOLEN_AUDIT_WORKER_ROLE "worker-role"
#define DOLEN_AUDIT_WORKER_REMOVE "worker-remove"
#define DOLEN_AUDIT_PASSPHRASE_CHANGE "passphrase-change" /* their own */
#define DOLEN_AUDIT_PASSPHRASE_RESET "passphrase-reset"   /* another's, who had lost it */
#define DOLEN_AUDIT_RECOVERY_NEW "recovery-new"
#define DOLEN_AUDIT_RECOVERY_USED "recovery-used"
#define DOLEN_AUDIT_QUICK_ON "quick-on" /* quick unlock */
#define DOLEN_AUDIT_QUICK_OFF "quick-off"

/** DolenAudit: that somebody read what not everybody may, handed something out, or changed who
 * may: a line of the log that a lead reads. One about a person stands in their record, sealed with
 * it. */
typedef struct {
  char *uid;    /* never NULL */
  char *person; /* (nullable) uid of whom it is about */
  char *worker; /* (nullable) uid of who did it; NULL: the recovery key had opened it */
  char *author; /* (nullable) their name then */
  char *what;   /* one of the above */
  char *about;  /* (nullable) what in particular: a note's uid, a worker's name, a kind of file */
  char *why;    /* (nullable) in words */
  gint64 created;
} DolenAudit;

extern const DolenRecordType dolen_audit_type;

/** dolen_audit_new: (transfer full): @person, @about, @why are (nullable). */
DolenAudit *
dolen_audit_new (const char *person, const char *what, const char *about, const char *why);
void dolen_audit_free (DolenAudit *audit);

/** dolen_audit_name: @what in words, as a line of a log; "" where it is not known. */
const char *dolen_audit_name (const char *what, DolenLanguage language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenAudit, dolen_audit_free)

G_END_DECLS
