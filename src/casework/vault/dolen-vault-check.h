/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-vault.h"

G_BEGIN_DECLS

/** DolenVaultReport: what a check found. */
typedef struct {
  GPtrArray *problems; /* (owned) (element-type DolenProblem) each in words */
  gboolean opened;     /* with the passphrase: whether they are authentic was checked too */
  gint64 n_events;
  gint64 n_destroyed; /* of them: redacted, or of erased people */
  gint64 n_quarantined;
  gint64 n_devices;
  gint64 n_keys;
  gint64 n_drafts;
} DolenVaultReport;

void dolen_vault_report_free (DolenVaultReport *report);

/**
 * dolen_vault_check:
 * @folder: the profile folder
 * @passphrase, @recovery_key: (nullable): one of them, or neither: then only what can be seen
 *   without: the databases' structure, sizes, hashes of the sealed texts, each device's chain, that
 *   each key in use is there, the device file's form
 * @error: DOLEN_ERROR_NOT_FOUND, and with a key all of dolen_vault_unlock()
 *
 * With a key: also that every event, head, key and draft is authentic, and that the copy is no
 * older than the one last used here. It opens them as the application does.
 *
 * Returns: (transfer full): what is wrong stands in .problems, and is no error
 */
DolenVaultReport *dolen_vault_check (const char *folder,
                                     const char *passphrase,
                                     const DolenSecret *recovery_key,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenVaultReport, dolen_vault_report_free)

G_END_DECLS
