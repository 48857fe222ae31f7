/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reports/dolen-referrer-message.h"

G_BEGIN_DECLS

/**
 * dolen_fhir_bundle_new:
 * @report: what may be told stands in its consent; nothing else is in the bundle
 * @now: instant
 *
 * The message to the referrer as FHIR R4 XML: a Bundle of type "collection" with the Patient (only
 * what was agreed), the ServiceRequest that came to us with its Task, and where groups may be told
 * of, a ServiceRequest, a Task and a HealthcareService for each. Elements stand in the order of R4
 * (reference/standards.md 7.9); states after the closed loop of the Gravity guide (7.8). Every
 * resource has a new urn:uuid: no id of the case records goes out.
 *
 * Returns: (transfer full): UTF-8 XML
 */
char *dolen_fhir_bundle_new (const DolenReport *report, DolenLanguage language, gint64 now);

G_END_DECLS
