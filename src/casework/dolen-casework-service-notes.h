/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/dolen-casework.h"
#include "casework/records/dolen-service-note.h"

G_BEGIN_DECLS

/*
 * Private notes on groups (records/dolen-service-note.h): sealed in the vault, seen while it is
 * open. The acts fail as those of dolen-casework.h; each is one event of nobody.
 */

/**
 * dolen_casework_service_note_add:
 * @service: uid of the service
 * @name: (nullable): what it is called
 * @text: what is to be known; nothing of a person being supported
 * @error: DOLEN_ERROR_INVALID where there is no text
 */
gboolean dolen_casework_service_note_add (DolenCasework *self,
                                          const char *service,
                                          const char *name,
                                          const char *text,
                                          DolenUndo **undo,
                                          GError **error);

/** dolen_casework_service_note_set: @note: its uid; @text: the new text, "" or NULL takes the note
 *  away (its undo brings it back). DOLEN_ERROR_NOT_FOUND. */
gboolean dolen_casework_service_note_set (
    DolenCasework *self, const char *note, const char *text, DolenUndo **undo, GError **error);

/** dolen_caseload_list_service_notes: (transfer full) (element-type DolenServiceNote): those of
 *  @service that were not taken away, oldest first. */
GPtrArray *dolen_caseload_list_service_notes (DolenCaseload *caseload, const char *service);

G_END_DECLS
