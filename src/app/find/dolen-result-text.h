/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/find/dolen-findings.h"
#include "matching/dolen-reasons.h"

G_BEGIN_DECLS

/** DolenResultText: a row of the results in words; all (owned), "" where there is nothing. */
typedef struct {
  char *name;         /* in the language of the window */
  char *other;        /* in the other, where it is another; then who offers it */
  char *distance;     /* "0.8 miles" */
  char *facts;        /* place, when, cost */
  char *capacity;     /* places, with age and source */
  GPtrArray *reasons; /* (element-type DolenReason) at most three, for the open person */
  char *why_not;      /* why what was searched by name is not among the first */
  char *spoken;       /* the whole row, for a screen reader */
} DolenResultText;

/**
 * dolen_result_text_new:
 * @finding: what was found
 * @card: (nullable): NULL where it is gone since
 * @findings: (nullable): for the reasons, where it was ranked
 */
DolenResultText *dolen_result_text_new (const DolenFinding *finding,
                                        const DolenServiceCard *card,
                                        const DolenFindings *findings,
                                        DolenLanguage language,
                                        DolenDistanceUnit unit,
                                        const char *today);
void dolen_result_text_free (DolenResultText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenResultText, dolen_result_text_free)

/** dolen_verdict_icon: (nullable): the icon beside a reason; words always stand with it. */
const char *dolen_verdict_icon (DolenVerdict verdict);

/** dolen_verdict_words: "suits", "with help", "ask", "does not suit"; "" for NONE. */
const char *dolen_verdict_words (DolenVerdict verdict, DolenLanguage language);

/** dolen_band_icon, dolen_band_class: shape and colour of a band. */
const char *dolen_band_icon (DolenBand band);
const char *dolen_band_class (DolenBand band);

G_END_DECLS
