/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/directory/dolen-listing-part-form.h"
#include "directory/keeping/dolen-call.h"

G_BEGIN_DECLS

/*
 * Facts that are a list on a listing (when it is, what it costs), changed in a call by the form of
 * one element: that of the listing's editor. Where there are several, the editor itself is the
 * place for it. Values are the whole part as JSON (directory/dolen-parts.h). Pure but for the step.
 */

/** dolen_call_part_form: (transfer none) (nullable): the form by which the fact @code of @service
 * is changed on the card; NULL where it is not. */
const DolenListingPartForm *dolen_call_part_form (const char *code, const DolenService *service);

/** dolen_call_part_read: (transfer full): what stands in the form at first; @json: (nullable): a
 *  changed part, else as @service has it. */
DolenListingValues *dolen_call_part_read (const DolenListingPartForm *form,
                                          const DolenService *service,
                                          const char *json);

/** dolen_call_part_write: (transfer full): the part with @values over its element. */
char *dolen_call_part_write (const DolenListingPartForm *form,
                             const DolenService *service,
                             const DolenListingValues *values);

/** dolen_call_part_get: (transfer full): the part as @service has it. */
char *dolen_call_part_get (const DolenListingPartForm *form, const DolenService *service);

/** dolen_call_part_tell: (transfer full): a part in words. */
char *dolen_call_part_tell (const DolenListingPartForm *form,
                            const DolenService *service,
                            const char *json);

/** dolen_call_part_add_step: the changed @part of @service, which confirms @fact, into @call. */
void dolen_call_part_add_step (
    DolenCall *call, const char *service, const char *fact, const char *part, const char *json);

G_END_DECLS
