/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Reads for whom a service says it is out of its own words: ages, women or men, children, carers.
 * A feed seldom has fields for it, and a suggestion must not contradict the group's own text. It
 * would rather see nothing than a limit that is not there.
 */

/** DolenEligibilityReading: one thing read. */
typedef struct {
  char *code;  /* "age-8-25", "age-18-" (and over), "gender-male", "audience-children" */
  char *words; /* as written */
} DolenEligibilityReading;

void dolen_eligibility_reading_free (DolenEligibilityReading *reading);

/**
 * dolen_eligibility_read:
 * @name: (nullable): the service's name
 * @description: (nullable): everything else it says, plain text
 *
 * Returns: (transfer full) (element-type DolenEligibilityReading): never NULL
 */
GPtrArray *dolen_eligibility_read (const char *name, const char *description);

G_END_DECLS
