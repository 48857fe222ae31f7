/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-directory.h"

G_BEGIN_DECLS

/*
 * What may leave in an export: never contacts without a yes, hidden places, who told what, how sure
 * a group's money is, its policies and checks, the log of calls. Private notes are not in the
 * directory at all.
 */

/** dolen_out_may_leave: whether the service is published at all: it is listed, still there, and
 *  not closed for good. */
gboolean dolen_out_may_leave (const DolenService *service);

/** An organisation for an export. */
typedef struct {
  /* (owned) as it is stored; its contacts, and after them those of its services without a yes:
   * whose number or mailbox may stand nowhere as a group's own. Never leaves. */
  DolenOrganisation *stored;
  DolenOrganisation *open;  /* (owned) with only what may leave */
  guint contacts_kept_back; /* of its own */
} DolenOutOrganisation;

/** dolen_out_organisation_read: (transfer full): @error: DOLEN_ERROR_NOT_FOUND, of the database. */
DolenOutOrganisation *
dolen_out_organisation_read (DolenDirectory *dir, const char *uid, GError **error);

void dolen_out_organisation_free (DolenOutOrganisation *organisation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenOutOrganisation, dolen_out_organisation_free)

/**
 * dolen_out_service_copy:
 * @organisation: (nullable): the stored one of dolen_out_organisation_read()
 *
 * Places whose address is hidden or that want no map are gone, and with them what was held there
 * only; and a number or mailbox of the service itself that is also a person's who did not say yes,
 * be they a contact of it or of @organisation.
 *
 * Returns: (transfer full): @service with only what may leave
 */
DolenService *dolen_out_service_copy (const DolenService *service,
                                      const DolenOrganisation *organisation);

G_END_DECLS
