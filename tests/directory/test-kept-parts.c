/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-time.h"
#include "directory/club.h"
#include "directory/dolen-clashes.h"
#include "directory/dolen-writer.h"

#include <string.h>

/* What people edited, when its feed is read again. */

/* The feed's club again, cheaper and with another number. */
static void
import (DolenDirectory *dir)
{
  DolenSource source
      = { .uid = (char *) "a-feed", .name = (char *) "A feed", .dialect = (char *) "oruk-1" };
  g_autoptr (DolenService) service = club_new ();
  g_autoptr (DolenDirectoryWriter) writer = NULL;
  g_autoptr (GError) error = NULL;

  service->source_uid = g_strdup ("a-feed");
  ((DolenCost *) service->costs->pdata[0])->pence = 300;
  ((DolenContact *) service->contacts->pdata[0])->note = g_strdup ("evenings");
  writer = dolen_directory_writer_new (dir, &source, &error);
  g_assert_no_error (error);
  dolen_directory_writer_put_service (writer, service, &error);
  g_assert_no_error (error);
  g_assert_true (dolen_directory_writer_finish (writer, NULL, NULL, &error));
}

static void
test_an_edited_part_stays_when_its_feed_is_read_again (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenService) draft = club_get (dir, "club");
  g_autoptr (DolenVenue) venue = dolen_directory_get_venue (dir, "hall", NULL);

  ((DolenCost *) draft->costs->pdata[0])->pence = 500;
  club_set_part (dir, "service", "costs", draft, NULL);
  venue->address = g_strdup ("1 High Street");
  club_set_part (dir, "venue", "place", venue, NULL);
  g_assert_cmpint (dolen_edit_set_permission (
                       dir, "service", "club", "mair", DOLEN_PERMISSION_GIVEN_OUT, NULL, NULL),
                   >,
                   0);
  dolen_edit_close (dir, "club", NULL, NULL, NULL, NULL, NULL);
  import (dir);
  g_assert_cmpint (samples_count (dir, "SELECT pence FROM cost"), ==, 500);
  g_assert_cmpint (samples_count (dir,
                                  "SELECT count(*) FROM field_edit WHERE field = 'costs'"
                                  " AND feed_value LIKE '%300%'"),
                   ==,
                   1);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM venue WHERE address = '1 High Street'"), ==, 1);
  g_assert_cmpint (
      samples_count (dir, "SELECT count(*) FROM service WHERE status = 'defunct'"), ==, 1);
  g_assert_cmpint (samples_count (dir,
                                  "SELECT count(*) FROM contact WHERE permission = 'given-out'"
                                  " AND note = 'evenings'"),
                   ==,
                   1);
}

static void
add_contact (DolenService *service, guint i, const char *name, const char *phone)
{
  DolenContact *contact = dolen_contact_new ();

  contact->uid = g_strdup_printf ("contact-%u", i);
  contact->name = g_strdup (name);
  contact->phone = g_strdup (phone);
  g_ptr_array_add (service->contacts, contact);
}

/* A feed numbers its contacts through: @names in that order. Rhys, it says, may not be given out.
 */
static void
import_people (DolenDirectory *dir, const char *names)
{
  DolenSource source
      = { .uid = (char *) "a-feed", .name = (char *) "A feed", .dialect = (char *) "oruk-1" };
  g_autoptr (DolenService) service = club_new ();
  g_autoptr (DolenDirectoryWriter) writer = NULL;
  g_auto (GStrv) each = g_strsplit (names, " ", -1);

  g_ptr_array_set_size (service->contacts, 0);
  for (guint i = 0; each[i] != NULL; i++) {
    const char *phone = g_str_equal (each[i], "Ann")    ? "01632960001"
                        : g_str_equal (each[i], "Bryn") ? "01632960001"
                                                        : NULL;
    DolenContact *contact;

    add_contact (service, i, each[i], phone);
    contact = service->contacts->pdata[i];
    if (g_str_equal (each[i], "Rhys"))
      contact->permission = DOLEN_PERMISSION_WORKERS_ONLY;
  }
  writer = dolen_directory_writer_new (dir, &source, NULL);
  g_assert_true (dolen_directory_writer_put_service (writer, service, NULL));
  g_assert_true (dolen_directory_writer_finish (writer, NULL, NULL, NULL));
}

static void
assert_permission (DolenDirectory *dir, const char *name, DolenPermission permission)
{
  g_autoptr (DolenService) service = club_get (dir, "club");

  for (guint i = 0; i < service->contacts->len; i++) {
    const DolenContact *contact = service->contacts->pdata[i];

    if (g_strcmp0 (contact->name, name) != 0)
      continue;
    g_assert_cmpint (contact->permission, ==, permission);
    return;
  }
  g_assert_not_reached ();
}

/* Ann and Bryn share a telephone; Carys has none. */
static void
test_a_permission_is_a_persons_not_a_places (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  const char *const orders[] = { "Carys Rhys Bryn Ann", "Rhys Ann Carys Bryn", "Bryn Carys Rhys" };

  import_people (dir, "Ann Bryn Carys Rhys");
  assert_permission (dir, "Rhys", DOLEN_PERMISSION_WORKERS_ONLY);
  dolen_edit_set_permission (
      dir, "service", "club", "contact-0", DOLEN_PERMISSION_GIVEN_OUT, NULL, NULL);
  dolen_edit_set_permission (
      dir, "service", "club", "contact-2", DOLEN_PERMISSION_WORKERS_ONLY, NULL, NULL);
  dolen_edit_set_permission (
      dir, "service", "club", "contact-3", DOLEN_PERMISSION_NOT_ASKED, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++) {
    import_people (dir, orders[i]);
    if (i < 2)
      assert_permission (dir, "Ann", DOLEN_PERMISSION_GIVEN_OUT);
    assert_permission (dir, "Bryn", DOLEN_PERMISSION_NOT_ASKED);
    assert_permission (dir, "Carys", DOLEN_PERMISSION_WORKERS_ONLY);
    assert_permission (dir, "Rhys", DOLEN_PERMISSION_NOT_ASKED);
  }
  /* Ann was gone: she is asked again. */
  import_people (dir, "Ann Bryn Carys Rhys");
  assert_permission (dir, "Ann", DOLEN_PERMISSION_NOT_ASKED);
}

/* The feed's club with these names, as given. */
static void
import_named (DolenDirectory *dir, const char *en, const char *cy)
{
  DolenSource source
      = { .uid = (char *) "a-feed", .name = (char *) "A feed", .dialect = (char *) "oruk-1" };
  g_autoptr (DolenService) service = club_new ();
  g_autoptr (DolenDirectoryWriter) writer = NULL;

  dolen_bilingual_load (&service->name, en, DOLEN_TEXT_GIVEN, cy, DOLEN_TEXT_GIVEN);
  writer = dolen_directory_writer_new (dir, &source, NULL);
  g_assert_true (dolen_directory_writer_put_service (writer, service, NULL));
  g_assert_true (dolen_directory_writer_finish (writer, NULL, NULL, NULL));
}

static void
test_what_was_checked_stays_checked_while_its_words_do (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();

  import_named (dir, "Lunch club", "Clwb cinio");
  {
    g_autoptr (DolenService) service = club_get (dir, "club");

    g_assert_cmpint (service->name.en_state, ==, DOLEN_TEXT_CHECKED);
    g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_CHECKED);
  }
  import_named (dir, "Luncheon club", "Clwb cinio");
  {
    g_autoptr (DolenService) service = club_get (dir, "club");

    g_assert_cmpint (service->name.en_state, ==, DOLEN_TEXT_GIVEN);
    g_assert_cmpint (service->name.cy_state, ==, DOLEN_TEXT_OUT_OF_DATE);
  }
}

static void
test_a_part_that_its_feed_changed_is_a_clash (void)
{
  g_autoptr (DolenDirectory) dir = club_open ();
  g_autoptr (DolenService) draft = club_get (dir, "club");
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  ((DolenCost *) draft->costs->pdata[0])->pence = 500;
  club_set_part (dir, "service", "costs", draft, NULL);
  import (dir);
  clashes = dolen_directory_list_clashes (dir, "club", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clashes->len, ==, 1);
  {
    const DolenClash *clash = clashes->pdata[0];

    g_assert_cmpstr (clash->field, ==, "costs");
    g_assert_nonnull (strstr (clash->ours, "500"));
    g_assert_nonnull (strstr (clash->theirs, "300"));
  }
  id = dolen_clash_settle (
      dir, "service", "club", "costs", DOLEN_CLASH_TAKE_THEIRS, "a curator", &error);
  g_assert_no_error (error);
  g_assert_cmpint (samples_count (dir, "SELECT pence FROM cost"), ==, 300);
  g_assert_cmpint (dolen_edit_undo (dir, id, NULL, &error), >, 0);
  g_assert_cmpint (samples_count (dir, "SELECT pence FROM cost"), ==, 500);
  g_clear_pointer (&clashes, g_ptr_array_unref);
  clashes = dolen_directory_list_clashes (dir, "club", 0, NULL);
  g_assert_cmpuint (clashes->len, ==, 1);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  dolen_time_set_fixed (CLUB_NOW);
#define ADD(name) g_test_add_func ("/directory/kept-parts/" #name, test_##name)
  ADD (an_edited_part_stays_when_its_feed_is_read_again);
  ADD (what_was_checked_stays_checked_while_its_words_do);
  ADD (a_part_that_its_feed_changed_is_a_clash);
  ADD (a_permission_is_a_persons_not_a_places);
#undef ADD
  return g_test_run ();
}
