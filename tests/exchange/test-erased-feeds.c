/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-edit-parts.h"
#include "directory/privacy/dolen-edit-erase.h"
#include "directory/samples.h"
#include "exchange/feeds/dolen-feed.h"

#include <glib/gstdio.h>

/* A page of a feed whose reading broke off, with somebody in it. */
static char *
break_off (const char *feed)
{
  g_autofree char *folder
      = g_build_filename (g_get_user_cache_dir (), "dolen", "feeds", feed, NULL);
  char *page = g_build_filename (folder, "page-1.json", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (page, "[{\"name\":\"Gwen\"}]", -1, NULL));
  return page;
}

static DolenDirectory *
open_with_gwen (void)
{
  DolenDirectory *dir = samples_open ();
  g_autoptr (DolenService) service = samples_service ("Choir", NULL, DOLEN_TEXT_GIVEN);
  DolenContact *contact = dolen_contact_new ();
  DolenVenue *venue = samples_venue ("House", "Lampeter", 52.1, -4.1);

  service->uid = g_strdup ("choir");
  contact->uid = g_strdup ("gwen");
  contact->name = g_strdup ("Gwen");
  contact->phone = g_strdup ("01632960777");
  venue->uid = g_strdup ("house");
  venue->address = g_strdup ("7 Canary Row");
  g_ptr_array_add (service->contacts, contact);
  g_ptr_array_add (service->venues, venue);
  samples_save (dir, service);
  return dir;
}

static void
test_what_a_broken_off_reading_left_goes_with_an_erasure (void)
{
  g_autoptr (DolenDirectory) dir = open_with_gwen ();
  g_autofree char *one = break_off ("one");
  g_autofree char *two = break_off ("two");

  dolen_erasure_set_forget (dolen_feed_forget_all);
  g_assert_cmpint (dolen_edit_erase_contact (dir, "service", "choir", "gwen", NULL, NULL), >, 0);
  g_assert_false (g_file_test (one, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (two, G_FILE_TEST_EXISTS));
  dolen_erasure_set_forget (NULL);
}

static void
test_it_goes_with_an_address_that_is_hidden_and_with_no_other_edit (void)
{
  g_autoptr (DolenDirectory) dir = open_with_gwen ();
  g_autofree char *page = break_off ("one");
  g_autoptr (DolenVenue) venue = dolen_directory_get_venue (dir, "house", NULL);

  dolen_erasure_set_forget (dolen_feed_forget_all);
  g_free (venue->city);
  venue->city = g_strdup ("Llanbedr");
  g_assert_cmpint (dolen_edit_set_part (dir, "venue", "place", venue, NULL, NULL), >, 0);
  g_assert_true (g_file_test (page, G_FILE_TEST_EXISTS));
  venue->hide_address = TRUE;
  g_assert_cmpint (dolen_edit_set_part (dir, "venue", "place", venue, NULL, NULL), >, 0);
  g_assert_false (g_file_test (page, G_FILE_TEST_EXISTS));
  dolen_erasure_set_forget (NULL);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/exchange/erased-feeds/" #name, test_##name)
  ADD (what_a_broken_off_reading_left_goes_with_an_erasure);
  ADD (it_goes_with_an_address_that_is_hidden_and_with_no_other_edit);
#undef ADD
  return g_test_run ();
}
