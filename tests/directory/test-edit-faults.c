/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-time.h"
#include "directory/dolen-edit-parts.h"
#include "directory/faults.h"
#include "directory/privacy/dolen-edit-erase.h"
#include "directory/samples.h"

/* Edits of parts, putting back and erasing are whole or not at all. */

/* 4 May 2026, noon */
#define NOW G_GINT64_CONSTANT (1777892400000)

typedef struct {
  DolenDirectory *dir;
  DolenService *draft; /* (owned) */
  DolenVenue *venue;   /* (owned) */
  gint64 saved;        /* the entry of the last part that was set */
} Fixture;

static gboolean
set_venues (gpointer data, GError **error)
{
  Fixture *fixture = data;

  fixture->saved
      = dolen_edit_set_part (fixture->dir, "service", "venues", fixture->draft, "Mair", error);
  return fixture->saved > 0;
}

static gboolean
undo (gpointer data, GError **error)
{
  Fixture *fixture = data;

  return dolen_edit_undo (fixture->dir, fixture->saved, "Mair", error) > 0;
}

static gboolean
put_back (gpointer data, GError **error)
{
  Fixture *fixture = data;
  gint64 id = dolen_edit_put_back (fixture->dir, fixture->saved + 1, "Mair", error);

  return id > 0;
}

static gboolean
hide (gpointer data, GError **error)
{
  Fixture *fixture = data;

  fixture->venue->hide_address = TRUE;
  return dolen_edit_set_part (fixture->dir, "venue", "place", fixture->venue, "Mair", error) > 0;
}

static gboolean
close_it (gpointer data, GError **error)
{
  Fixture *fixture = data;

  return dolen_edit_close (fixture->dir, "club", NULL, "Over", NULL, "Mair", error) > 0;
}

static gboolean
check (gpointer data, GError **error)
{
  Fixture *fixture = data;
  const DolenAssurance insurance = { .what = (char *) "insurance", .state = DOLEN_ASSURANCE_SEEN };

  return dolen_edit_set_check (fixture->dir, "hall-trust", &insurance, "Mair", error) > 0;
}

static gboolean
erase (gpointer data, GError **error)
{
  Fixture *fixture = data;

  return dolen_edit_erase_contact (fixture->dir, "service", "club", "tom", "Mair", error) > 0;
}

static const struct {
  const char *name;
  FaultsAct act;
  guint stride;
} acts[] = {
  { "venues", set_venues, 31 }, { "undo", undo, 31 },      { "hide", hide, 97 },
  { "put back", put_back, 31 }, { "close", close_it, 31 }, { "check", check, 13 },
  { "erase", erase, 211 },
};

static void
set_up (Fixture *fixture)
{
  g_autoptr (DolenService) service = samples_service ("Club", NULL, DOLEN_TEXT_CHECKED);
  g_autoptr (DolenOrganisation) trust = dolen_organisation_new ();
  DolenContact *tom = dolen_contact_new ();

  fixture->dir = samples_open ();
  trust->uid = g_strdup ("hall-trust");
  dolen_bilingual_load (&trust->name, "Hall", DOLEN_TEXT_CHECKED, NULL, DOLEN_TEXT_MISSING);
  g_assert_true (dolen_directory_save_organisation (fixture->dir, trust, NULL));
  service->uid = g_strdup ("club");
  service->organisation_uid = g_strdup ("hall-trust");
  tom->uid = g_strdup ("tom");
  tom->name = g_strdup ("Tom Baritone");
  tom->phone = g_strdup ("01632960123");
  g_ptr_array_add (service->contacts, tom);
  g_ptr_array_add (service->venues, samples_venue ("Hall", "Lampeter", 52.11, -4.07));
  ((DolenVenue *) service->venues->pdata[0])->uid = g_strdup ("hall");
  ((DolenVenue *) service->venues->pdata[0])->address = g_strdup ("1 High Street");
  samples_save (fixture->dir, service);
  fixture->venue = dolen_directory_get_venue (fixture->dir, "hall", NULL);
  fixture->draft = dolen_directory_get_service (fixture->dir, "club", NULL);
  g_ptr_array_set_size (fixture->draft->venues, 0);
}

static void
test_stopped_at_every_step (void)
{
  Fixture fixture = { 0 };

  set_up (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    g_assert_cmpuint (faults_try_until_it_holds (
                          fixture.dir, acts[i].name, acts[i].stride, acts[i].act, &fixture),
                      >,
                      5);
  g_assert_true (dolen_directory_check (fixture.dir, NULL));
  dolen_service_free (fixture.draft);
  dolen_venue_free (fixture.venue);
  dolen_directory_close (fixture.dir);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  dolen_time_set_fixed (NOW);
  g_test_add_func ("/directory/edit-faults/every-step", test_stopped_at_every_step);
  return g_test_run ();
}
