/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dolen-oddity.h"

/* The real feeds and examples below ../shared/data: what of each comes in, and how often one oddity
 * occurs. */
static const struct {
  const char *path;
  guint services, organisations, rejected;
  DolenOddity oddity;
  guint odd;
} FEEDS[] = {
  { "oruk1-northlincs/services.json", 738, 239, 0, DOLEN_ODDITY_ASSURED_IS_EDIT, 738 },
  { "oruk1-northlincs/services-page01.json", 50, 29, 0, DOLEN_ODDITY_ASSURED_IS_EDIT, 50 },
  { "oruk3/bristol-services-page1.json", 3, 3, 0, DOLEN_ODDITY_AGE_UNKNOWN, 3 },
  { "oruk3/bristol-service-1625ip.json", 1, 1, 0, DOLEN_ODDITY_PHONE_LABEL, 1 },
  { "oruk3/hull-services-page1.json", 0, 0, 0, DOLEN_ODDITY_HTML, 0 },
  { "oruk3/validator-mock-Default-service_list.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "oruk3/validator-mock-Fail-service_list.json", 3, 4, 0, DOLEN_ODDITY_NO_NAME, 4 },
  { "oruk3/validator-mock-Warn-service_list.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  /* 128 records of one service with different optional fields */
  { "oruk3/validator-mock-service_list-31-variants.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 127 },
  { "hsds/hsds-3.0/examples/service_full.json", 1, 1, 0, DOLEN_ODDITY_POSITION_IMPOSSIBLE, 1 },
  { "hsds/hsds-3.0/examples/service_list.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/hsds-3.0/examples/organization_full.json", 1, 1, 0, DOLEN_ODDITY_POSITION_IMPOSSIBLE, 1 },
  { "hsds/hsds-3.0/examples/organization_list.json", 0, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/hsds-3.0/examples/service_at_location_full.json",
    1,
    1,
    0,
    DOLEN_ODDITY_POSITION_IMPOSSIBLE,
    1 },
  { "hsds/hsds-3.0/examples/service_at_location_list.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/hsds-3.0/examples/tabular.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/hsds-3.0/examples/base.json", 0, 0, 1, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/hsds-3.0/examples/location.json", 0, 0, 1, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/hsds-3.0/examples/taxonomy.json", 0, 0, 1, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/hsds-3.0/examples/taxonomy_term_list.json", 0, 0, 1, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/hsds-3.1-dev/examples/service_full.json", 1, 1, 0, DOLEN_ODDITY_CAPACITY_IMPOSSIBLE, 0 },
  { "hsds/hsds-3.1-dev/examples/service_list.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/hsds-3.1-dev/examples/organization_full.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/hsds-3.1-dev/examples/service_at_location_full.json",
    1,
    1,
    0,
    DOLEN_ODDITY_DUPLICATE_ID,
    0 },
  { "hsds/oruk-3.0/examples/service_full.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/oruk-3.0/examples/service_list.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/oruk-3.0/examples/organization_full.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
  { "hsds/oruk-3.0/examples/service_at_location_full.json", 1, 1, 0, DOLEN_ODDITY_DUPLICATE_ID, 0 },
};
