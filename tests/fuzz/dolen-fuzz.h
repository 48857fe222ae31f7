/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A fuzz target is one function that reads any bytes and asserts what always holds of the answer.
 * With -Dfuzz=true libFuzzer calls it; otherwise dolen-fuzz-driver.c does, with the examples of
 * corpus/<name>/ and with a fixed number of spoiled copies of them, the same in every run.
 */

/** LLVMFuzzerInitialize: called once before anything else. */
int LLVMFuzzerInitialize (int *argc, char ***argv);

/** LLVMFuzzerTestOneInput: @data is @size bytes, not terminated. Returns: 0 */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS
