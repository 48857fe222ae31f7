/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "casework/records/dolen-audit.h"

#include "base/dolen-id.h"
#include "base/dolen-time.h"

#include <glib/gi18n-lib.h>

#define AUDIT(field, kind) DOLEN_FIELD (DolenAudit, field, kind)

static const DolenField audit_fields[] = {
  AUDIT (uid, TEXT),  AUDIT (person, TEXT), AUDIT (worker, TEXT), AUDIT (author, TEXT),
  AUDIT (what, TEXT), AUDIT (about, TEXT),  AUDIT (why, TEXT),    AUDIT (created, TIME),
};

const DolenRecordType dolen_audit_type = { "audit",
                                           sizeof (DolenAudit),
                                           audit_fields,
                                           G_N_ELEMENTS (audit_fields),
                                           (GDestroyNotify) dolen_audit_free };

static const struct {
  const char *what;
  const char *name;
} names[] = {
  /* Translators: lines of a log of who read or handed out what; impersonal: the name of who did it
     stands beside it. */
  { DOLEN_AUDIT_NOTE_READ, N_ ("Restricted note read by its author") },
  { DOLEN_AUDIT_BREAK_GLASS, N_ ("Restricted note opened by a lead") },
  { DOLEN_AUDIT_EXPORT, N_ ("Handed out of Dolen") },
  { DOLEN_AUDIT_SUBJECT_ACCESS, N_ ("Everything about the person handed out") },
  { DOLEN_AUDIT_WORKER_ADD, N_ ("Worker added") },
  { DOLEN_AUDIT_WORKER_NAME, N_ ("Worker’s name changed") },
  { DOLEN_AUDIT_WORKER_ROLE, N_ ("Worker’s role changed") },
  { DOLEN_AUDIT_WORKER_REMOVE, N_ ("Worker taken away") },
  { DOLEN_AUDIT_PASSPHRASE_CHANGE, N_ ("Passphrase changed") },
  { DOLEN_AUDIT_PASSPHRASE_RESET, N_ ("New passphrase set for a worker") },
  { DOLEN_AUDIT_RECOVERY_NEW, N_ ("New recovery key made") },
  { DOLEN_AUDIT_RECOVERY_USED, N_ ("Unlocked with the recovery key") },
  { DOLEN_AUDIT_QUICK_ON, N_ ("Quick unlock switched on") },
  { DOLEN_AUDIT_QUICK_OFF, N_ ("Quick unlock switched off") },
};

DolenAudit *
dolen_audit_new (const char *person, const char *what, const char *about, const char *why)
{
  DolenAudit *audit = dolen_record_new (&dolen_audit_type);

  audit->uid = dolen_id_new ();
  audit->person = g_strdup (person);
  audit->what = g_strdup (what);
  audit->about = g_strdup (about);
  audit->why = g_strdup (why);
  audit->created = dolen_time_now ();
  return audit;
}

void
dolen_audit_free (DolenAudit *audit)
{
  dolen_record_free (&dolen_audit_type, audit);
}

const char *
dolen_audit_name (const char *what, DolenLanguage language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].what, what) == 0)
      return dolen_text (language, names[i].name);
  return "";
}
