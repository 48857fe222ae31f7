/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * What can be handed out of Dolen, and how: the code a DolenAudit of DOLEN_AUDIT_EXPORT keeps in
 * .about, "closing-letter/printed".
 */
#define DOLEN_EXPORT_REFERRAL "referral" /* the letter to a group with its slip, or the details */
#define DOLEN_EXPORT_HAND_OUT "hand-out" /* a service's details, while a person is open */
#define DOLEN_EXPORT_MESSAGE "message"   /* to the referrer: what was decided, how it goes */
#define DOLEN_EXPORT_LETTER "letter"     /* to somebody who was not reached */
#define DOLEN_EXPORT_CLOSING "closing-letter"
#define DOLEN_EXPORT_TIMELINE "timeline"
#define DOLEN_EXPORT_CARD "appointment-card"
#define DOLEN_EXPORT_CALENDAR "calendar"
#define DOLEN_EXPORT_NUMBERS "numbers" /* for a report; the days stand in .why */
#define DOLEN_EXPORT_GAPS "gaps"       /* in numbers, likewise */

#define DOLEN_EXPORT_PRINTED "printed"
#define DOLEN_EXPORT_COPIED "copied"
#define DOLEN_EXPORT_SAVED "exported" /* as a file */

/** dolen_export_code: (transfer full): of both. */
char *dolen_export_code (const char *what, const char *how);

/** dolen_export_words: (transfer full): "Closing letter: printed"; @code itself where it is not
 * known. */
char *dolen_export_words (const char *code, DolenLanguage language);

/** dolen_export_has_entry: whether handing it out makes an entry of its own in the timeline, so
 * that the line of the log need not stand there too. @code: (nullable). */
gboolean dolen_export_has_entry (const char *code);

G_END_DECLS
