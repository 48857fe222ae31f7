/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-swap.h"
#include "support/dolen-test.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static void
put (const char *root, const char *path, const char *text)
{
  g_autofree char *full = g_build_filename (root, path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (full, text, -1, NULL));
}

static DolenSwap
check (const char *root, const char *lines)
{
  g_autofree char *text
      = g_strconcat ("Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n", lines, NULL);

  put (root, "proc/swaps", text);
  return dolen_swap_check (root);
}

static void
test_no_swap_and_packed_memory_are_no_disk (void)
{
  g_autofree char *root = dolen_test_folder ();

  g_assert_cmpint (dolen_swap_check (root), ==, DOLEN_SWAP_NONE);
  g_assert_cmpint (check (root, ""), ==, DOLEN_SWAP_NONE);
  g_assert_cmpint (check (root, "/dev/zram0 partition\t8000000\t0\t100\n"), ==, DOLEN_SWAP_NONE);
}

static void
test_a_plain_partition_is_open (void)
{
  g_autofree char *root = dolen_test_folder ();

  put (root, "sys/class/block/sda2/size", "1\n");
  g_assert_cmpint (
      check (root, "/dev/sda2                               partition\t8000000\t0\t-2\n"),
      ==,
      DOLEN_SWAP_OPEN);
  /* The worst counts. */
  put (root, "sys/class/block/dm-1/dm/uuid", "CRYPT-PLAIN-swap");
  g_assert_cmpint (check (root, "/dev/dm-1 partition\t1\t0\t-2\n/dev/sda2 partition\t1\t0\t-3\n"),
                   ==,
                   DOLEN_SWAP_OPEN);
}

static void
test_what_rests_on_an_encrypted_disk_is_sealed (void)
{
  g_autofree char *root = dolen_test_folder ();

  put (root, "sys/class/block/dm-0/dm/uuid", "CRYPT-LUKS2-abc");
  g_assert_cmpint (check (root, "/dev/dm-0 partition\t1\t0\t-2\n"), ==, DOLEN_SWAP_SEALED);
  /* A volume on it. */
  put (root, "sys/class/block/dm-2/dm/uuid", "LVM-abc");
  put (root, "sys/class/block/dm-2/slaves/dm-0/dm/uuid", "CRYPT-LUKS2-abc");
  g_assert_cmpint (check (root, "/dev/dm-2 partition\t1\t0\t-2\n"), ==, DOLEN_SWAP_SEALED);
  /* A volume half on a plain disk. */
  put (root, "sys/class/block/dm-2/slaves/sda3/size", "1\n");
  g_assert_cmpint (check (root, "/dev/dm-2 partition\t1\t0\t-2\n"), ==, DOLEN_SWAP_OPEN);
}

static void
test_a_file_that_cannot_be_placed_is_open (void)
{
  g_autofree char *root = dolen_test_folder ();

  g_assert_cmpint (check (root, "/gone/swap\\040file file\t1\t0\t-2\n"), ==, DOLEN_SWAP_OPEN);
}

#define ADD(test) g_test_add_func ("/base/swap/" #test, test_##test)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (no_swap_and_packed_memory_are_no_disk);
  ADD (a_plain_partition_is_open);
  ADD (what_rests_on_an_encrypted_disk_is_sealed);
  ADD (a_file_that_cannot_be_placed_is_open);
  return g_test_run ();
}
