/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/dolen-records.h"

G_BEGIN_DECLS

/* What somebody types of places and wait, as text, and what it means. Pure. */

/** Which fields a status has; bits. */
typedef enum {
  DOLEN_CAPACITY_FIELD_PLACES = 1 << 0,
  DOLEN_CAPACITY_FIELD_WAIT = 1 << 1,
  DOLEN_CAPACITY_FIELD_RETURNS = 1 << 2,
} DolenCapacityField;

guint dolen_capacity_form_fields (DolenCapacityStatus status);

/** DolenCapacityForm: as typed; all borrowed. */
typedef struct {
  DolenCapacityStatus status;
  const char *places;
  const char *wait_from; /* weeks */
  const char *wait_to;
  const char *returns_on;
  const char *as_of;
  DolenToldBy source;
  const char *note;
} DolenCapacityForm;

/**
 * dolen_capacity_form_read:
 * @today: civil date: nothing was told tomorrow
 * @problem: (out) (transfer full): a sentence in the language of the window, where something cannot
 *   be read
 *
 * Returns: (transfer full) (nullable): the report; fields the status has not are left unknown
 */
DolenCapacity *
dolen_capacity_form_read (const DolenCapacityForm *form, const char *today, char **problem);

G_END_DECLS
