/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dolen-role-word.h"
#include "exchange/files/dolen-csv-phones.h"
#include "exchange/imports.h"
#include "support/dolen-test.h"

/* Whom the cells of a table name and under which numbers. */

static DolenService *
import_choir (const char *headings, const char *cells, DolenImportReport **report)
{
  g_autoptr (DolenDirectory) directory = samples_open ();
  g_autofree char *text = g_strdup_printf ("Name,%s\nChoir,%s\n", headings, cells);
  g_autofree char *uid = NULL;

  *report = imports_table (directory, text);
  uid = imports_find (directory, "service", "Choir");
  return dolen_directory_get_service (directory, uid, NULL);
}

static void
a_lost_zero_is_put_back (void)
{
  static const struct {
    const char *cell, *phone;
  } cases[] = {
    { "1970611099", "01970611099" }, { "1545 570 123", "01545570123" },
    { "7700900111", "07700900111" }, { "2920 180 123", "02920180123" },
    { "3000123456", "03000123456" }, { "9970611099", NULL },
    { "197061109", NULL },           { "19706110991", NULL },
    { "no 1970611099", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenImportReport) report = NULL;
    g_autoptr (DolenService) choir = import_choir ("Telephone", cases[i].cell, &report);
    gboolean read = cases[i].phone != NULL;

    g_test_message ("%s", cases[i].cell);
    g_assert_cmpstr (choir->phone, ==, cases[i].phone);
    g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_PHONE_WITHOUT_ZERO], ==, read);
    g_assert_cmpuint (report->oddities.count[DOLEN_ODDITY_PHONE_UNREADABLE], ==, !read);
    g_assert_cmpuint (report->noted->len, ==, !read);
  }
  g_assert_cmpint (dolen_oddity_group (DOLEN_ODDITY_PHONE_WITHOUT_ZERO), ==, DOLEN_ODDITY_READ);
}

static void
numbers_of_a_cell_are_read_with_their_names (void)
{
  static const struct {
    const char *cell;
    const char *first[3], *second[3]; /* number, person, words */
  } cases[] = {
    { "(01970)611099 Mair 01970 611098 Dai",
      { "(01970)611099", "Mair", NULL },
      { "01970 611098", "Dai", NULL } },
    { "Mair: 01970 611099, Dai Jones: +44 1970 611098",
      { "01970 611099", "Mair", NULL },
      { "+44 1970 611098", "Dai Jones", NULL } },
    { "01970611099 / 07700 900111", { "01970611099", NULL, NULL }, { "07700 900111", NULL, NULL } },
    { "01970 611099 01970 611098", { "01970 611099", NULL, NULL }, { "01970 611098", NULL, NULL } },
    { "01970 611099 (office) or 07700 900111 (Dai)",
      { "01970 611099", NULL, "office" },
      { "07700 900111", "Dai", NULL } },
    { "Office 01970 611099; Evenings 01970 611098",
      { "01970 611099", NULL, "Office" },
      { "01970 611098", NULL, "Evenings" } },
    { "1970611099 / 7700900111", { "1970611099", NULL, NULL }, { "7700900111", NULL, NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) phones = dolen_csv_split_phones (cases[i].cell);

    g_test_message ("%s", cases[i].cell);
    g_assert_cmpuint (phones->len, ==, 2);
    for (guint n = 0; n < 2; n++) {
      const DolenCsvPhone *phone = phones->pdata[n];
      const char *const *want = n ? cases[i].second : cases[i].first;

      g_assert_cmpstr (phone->number, ==, want[0]);
      g_assert_cmpstr (phone->person, ==, want[1]);
      g_assert_cmpstr (phone->words, ==, want[2]);
    }
  }
}

/* A number that stands beside somebody's name is hers, and waits for her yes. */
static void
each_keeps_her_own_number (void)
{
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (DolenService) choir
             = import_choir ("Telephone", "(01970)611099 Mair 01970 611098 Dai", &report);
  const DolenContact *mair, *dai;

  g_assert_cmpuint (choir->contacts->len, ==, 2);
  mair = choir->contacts->pdata[0];
  dai = choir->contacts->pdata[1];
  g_assert_null (choir->phone);
  g_assert_cmpstr (mair->name, ==, "Mair");
  g_assert_cmpstr (mair->phone, ==, "01970611099");
  g_assert_cmpstr (dai->name, ==, "Dai");
  g_assert_cmpstr (dai->phone, ==, "01970611098");
  g_assert_cmpuint (report->withheld, ==, 2);
}

static void
the_contact_is_not_named_twice (void)
{
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (DolenService) choir = import_choir (
      "Contact name,Telephone", "Mair Jones,01970 611099 Mair 01970 611098 Dai", &report);
  const DolenContact *mair, *dai;

  g_assert_cmpuint (choir->contacts->len, ==, 2);
  mair = choir->contacts->pdata[0];
  dai = choir->contacts->pdata[1];
  g_assert_cmpstr (mair->name, ==, "Mair Jones");
  g_assert_cmpstr (mair->phone, ==, "01970611099");
  g_assert_cmpstr (dai->name, ==, "Dai");
}

/* A person is known by whole words, and an initial is no "and". */
static void
whose_number_it_is_is_not_guessed (void)
{
  g_autoptr (DolenImportReport) report = NULL;
  g_autoptr (DolenService) choir = import_choir (
      "Contact name,Telephone", "Mairwen Jones,01970 611099 Mair 01970 611098 Dai", &report);
  g_autoptr (GPtrArray) ends = dolen_csv_split_phones ("Office 01970 611099 or 07700 900111 (Dai)");
  g_autoptr (GPtrArray) initial = dolen_csv_split_phones ("01970 611099 A Jones, 01970 611098 Dai");
  const DolenCsvPhone *mobile, *first = initial->pdata[0];

  g_assert_cmpuint (choir->contacts->len, ==, 3);
  g_assert_cmpuint (ends->len, ==, 2);
  mobile = ends->pdata[1];
  g_assert_cmpstr (mobile->person, ==, "Dai");
  g_assert_cmpstr (first->person, ==, "A Jones");
}

static void
a_role_is_no_name (void)
{
  static const char *const roles[] = { "Office",
                                       "Secretary",
                                       "Swyddfa",
                                       "Ysgrifennydd",
                                       "Treasurer",
                                       "Chair",
                                       "Trysorydd",
                                       "Cadeirydd",
                                       "Reception",
                                       "Enquiries",
                                       "Y Swyddfa",
                                       "The Club Secretary",
                                       "Secretary/Treasurer",
                                       "Hon. Secretary" };
  static const char *const names[] = { "Mair", "Neil Chair", "Mair Jones (Secretary)", "Y Clwb" };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++) {
    g_autofree char *cells = g_strdup_printf ("%s,01970 611099", roles[i]);
    g_autoptr (DolenImportReport) report = NULL;
    g_autoptr (DolenService) choir = import_choir ("Contact name,Telephone", cells, &report);
    const DolenContact *contact = choir->contacts->pdata[0];

    g_test_message ("%s", roles[i]);
    g_assert_cmpuint (choir->contacts->len, ==, 1);
    g_assert_null (contact->name);
    g_assert_cmpstr (contact->role, ==, roles[i]);
    if (dolen_role_of_name (roles[i]) == DOLEN_ROLE_DESK) {
      g_assert_false (contact->personal);
      g_assert_cmpuint (report->withheld, ==, 0);
      g_assert_cmpstr (choir->phone, ==, "01970611099");
    } else { /* who may answer at home */
      g_assert_true (contact->personal);
      g_assert_null (choir->phone);
    }
  }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (dolen_role_of_name (names[i]), ==, DOLEN_ROLE_NONE);
}

/* Whoever has the role, their own mailbox and their telephone are theirs. */
static void
what_is_somebodys_own_waits_for_a_yes (void)
{
  static const struct {
    const char *cells;
    gboolean withheld;
  } cases[] = {
    { "Secretary,mair.jones@gmail.com,", TRUE },   { "Secretary,,01970 611099", TRUE },
    { "Secretary,secretary@choir.wales,", FALSE }, { "Office,,07700 900111", FALSE },
    { "Mair Jones,,01970 611099", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenImportReport) report = NULL;
    g_autoptr (DolenService) choir
               = import_choir ("Contact name,E-mail,Telephone", cases[i].cells, &report);

    g_test_message ("%s", cases[i].cells);
    g_assert_cmpuint (report->withheld, ==, cases[i].withheld);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/csv-people/" name, function)
  ADD ("a lost zero is put back", a_lost_zero_is_put_back);
  ADD ("numbers of a cell are read with their names", numbers_of_a_cell_are_read_with_their_names);
  ADD ("each keeps her own number", each_keeps_her_own_number);
  ADD ("the contact is not named twice", the_contact_is_not_named_twice);
  ADD ("whose-number-it-is-is-not-guessed", whose_number_it_is_is_not_guessed);
  ADD ("a role is no name", a_role_is_no_name);
  ADD ("what is somebody's own waits for a yes", what_is_somebodys_own_waits_for_a_yes);
  return g_test_run ();
}
