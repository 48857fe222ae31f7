/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/keeping/dolen-call.h"

G_BEGIN_DECLS

typedef struct {
  DolenCallStep step;
  gpointer user_data;
  GDestroyNotify destroy; /* (nullable) */
  char *service;          /* (nullable) */
  char *fact;             /* (nullable) */
} DolenCallStepEntry;

G_END_DECLS
