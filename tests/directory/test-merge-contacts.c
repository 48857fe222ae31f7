/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/samples.h"

#include "directory/dolen-merge-fill.h"

/* Which contacts of two records are one, and what their permissions cover afterwards. */

static GPtrArray *
list_of (const char *name, const char *phone, const char *email, DolenPermission permission)
{
  GPtrArray *contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) dolen_contact_free);
  DolenContact *contact = dolen_contact_new ();

  contact->uid = g_strdup ("a contact");
  contact->name = g_strdup (name);
  contact->phone = g_strdup (phone);
  contact->email = g_strdup (email);
  contact->permission = permission;
  g_ptr_array_add (contacts, contact);
  return contacts;
}

static const DolenContact *
contact_of (const GPtrArray *contacts, guint i)
{
  g_assert_cmpuint (i, <, contacts->len);
  return g_ptr_array_index (contacts, i);
}

/* Of all nine pairs only those that allowed the same are made one. */
static void
test_a_permission_covers_what_it_was_given_for (void)
{
  for (DolenPermission one = 0; one <= DOLEN_PERMISSION_WORKERS_ONLY; one++)
    for (DolenPermission two = 0; two <= DOLEN_PERMISSION_WORKERS_ONLY; two++) {
      g_autoptr (GPtrArray) own = list_of (NULL, "01570422001", NULL, one);
      g_autoptr (GPtrArray) other = list_of ("Mair", "01570422001", "mair@example.org", two);

      g_assert_true (dolen_merge_join_contacts (own, other));
      g_assert_cmpuint (own->len, ==, one == two ? 1 : 2);
      g_assert_cmpint (contact_of (own, 0)->permission, ==, one);
      g_assert_cmpstr (contact_of (own, 0)->name, ==, one == two ? "Mair" : NULL);
      g_assert_cmpstr (contact_of (own, 0)->email, ==, one == two ? "mair@example.org" : NULL);
      if (one == two)
        continue;
      g_assert_cmpint (contact_of (own, 1)->permission, ==, two);
      g_assert_cmpstr (contact_of (own, 1)->name, ==, "Mair");
      g_assert_cmpstr (contact_of (own, 1)->phone, ==, "01570422001");
      g_assert_cmpstr (contact_of (own, 1)->email, ==, "mair@example.org");
      g_assert_cmpstr (contact_of (own, 1)->uid, !=, "a contact");
    }
}

/* Nothing comes along, so nothing is allowed that was not. */
static void
test_what_says_no_more_is_no_second_contact (void)
{
  for (DolenPermission one = 0; one <= DOLEN_PERMISSION_WORKERS_ONLY; one++)
    for (DolenPermission two = 0; two <= DOLEN_PERMISSION_WORKERS_ONLY; two++) {
      g_autoptr (GPtrArray) own = list_of ("Mair", "01570422001", NULL, one);
      g_autoptr (GPtrArray) other = list_of ("Mair", "01570422001", NULL, two);

      g_assert_false (dolen_merge_join_contacts (own, other));
      g_assert_cmpuint (own->len, ==, 1);
      g_assert_cmpint (contact_of (own, 0)->permission, ==, one);
    }
}

/* A second merge finds what the first has put beside the other. */
static void
test_who_allowed_the_same_comes_first (void)
{
  g_autoptr (GPtrArray) own = list_of ("Mair", NULL, NULL, DOLEN_PERMISSION_GIVEN_OUT);
  g_autoptr (GPtrArray) other
             = list_of ("Mair", "01570422001", NULL, DOLEN_PERMISSION_WORKERS_ONLY);

  g_assert_true (dolen_merge_join_contacts (own, other));
  g_assert_cmpuint (own->len, ==, 2);
  g_assert_false (dolen_merge_join_contacts (own, other));
  g_assert_cmpuint (own->len, ==, 2);
}

static void
test_two_behind_one_number_stay_two (void)
{
  g_autoptr (GPtrArray) own
             = list_of ("Ann", "01570422001", "office@example.org", DOLEN_PERMISSION_NOT_ASKED);
  g_autoptr (GPtrArray) other
             = list_of ("Bob", "01570422001", "OFFICE@example.org", DOLEN_PERMISSION_NOT_ASKED);

  g_assert_true (dolen_merge_join_contacts (own, other));
  g_assert_cmpuint (own->len, ==, 2);
  g_assert_cmpstr (contact_of (own, 0)->name, ==, "Ann");
  g_assert_cmpstr (contact_of (own, 1)->name, ==, "Bob");
  g_assert_cmpstr (contact_of (own, 1)->phone, ==, "01570422001");
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add_func ("/directory/merge-contacts/" #name, test_##name)
  ADD (a_permission_covers_what_it_was_given_for);
  ADD (what_says_no_more_is_no_second_contact);
  ADD (who_allowed_the_same_comes_first);
  ADD (two_behind_one_number_stay_two);
  return g_test_run ();
}
