/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/dolen-language.h"

G_BEGIN_DECLS

/*
 * Lists are often kept up in the name alone: "CLOSED - Tuesday club", "Clwb Cinio (ar gau dros
 * dro)". Whoever wrote that says that it is not open, whatever its status.
 */
typedef enum {
  DOLEN_NAME_SAYS_NOTHING,
  DOLEN_NAME_SAYS_CLOSED,
  DOLEN_NAME_SAYS_CLOSED_FOR_NOW,
} DolenClosedName;

/**
 * dolen_name_says_closed:
 * @name: (nullable): of a service, in English or Welsh
 *
 * Only where the words stand apart from the name ("(Closed)", "CLOSED: ", " - wedi cau") or can be
 * no name ("no longer running"): a "Closed group for mothers" meets.
 */
DolenClosedName dolen_name_says_closed (const char *name);

/** dolen_closed_name_text: "The name says that it is closed"; not owned. */
const char *dolen_closed_name_text (DolenClosedName says, DolenLanguage language);

G_END_DECLS
