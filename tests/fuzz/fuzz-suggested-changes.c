/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-time.h"
#include "directory/dolen-fields.h"
#include "directory/keeping/dolen-suggested-change.h"
#include "fuzz/dolen-fuzz.h"

#include <string.h>

/* Any bytes are a file of suggested changes within its limits, or are refused with a reason; what
 * is read is written and read again as the same. */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

static void
check_text (const char *text, gsize most)
{
  if (text == NULL)
    return;
  g_assert_true (g_utf8_validate (text, -1, NULL));
  /* NFC may be longer than what was read, by a factor that Unicode bounds at three. */
  g_assert_cmpuint (strlen (text), <=, 3 * most);
}

static void
check_change (const DolenSuggestedChange *change)
{
  g_assert_true (g_uuid_string_is_valid (change->uid));
  g_assert_nonnull (change->record_uid);
  g_assert_true (dolen_field_exists (change->kind, change->field));
  g_assert_true (dolen_date_is_valid (change->on));
  check_text (change->value, DOLEN_SUGGESTED_MAX_VALUE);
  check_text (change->note, DOLEN_SUGGESTED_MAX_NOTE);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) wrong = NULL;
  g_autoptr (GPtrArray) changes
             = dolen_suggested_changes_parse ((const char *) data, (gssize) size, &wrong, &error);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true ((changes == NULL) == (error != NULL));
  if (changes == NULL)
    return 0;
  g_assert_cmpuint (changes->len, <=, DOLEN_SUGGESTED_MAX_CHANGES);
  for (guint i = 0; i < changes->len; i++)
    check_change (g_ptr_array_index (changes, i));
  text = dolen_suggested_changes_to_json (changes);
  if (strlen (text) > DOLEN_SUGGESTED_MAX_BYTES)
    return 0;
  again = dolen_suggested_changes_parse (text, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, changes->len);
  return 0;
}
