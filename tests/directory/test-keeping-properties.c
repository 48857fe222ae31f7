/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping-samples.h"

#include "directory/dolen-edits.h"
#include "directory/keeping/dolen-call.h"

/*
 * What always holds of the queue, over directories made at random: no listing that is kept up ever
 * falls out of it by time alone, whatever was put off, tried in vain or asked; what was confirmed
 * longer ago never stands behind what was confirmed since; and every listing is in one call at the
 * most.
 */
#define ROUNDS 12
#define LISTINGS 24

static char *
day (int offset)
{
  return dolen_date_add_days ("2020-01-01", offset);
}

typedef struct {
  DolenDirectory *dir;
  GRand *rand;
  GPtrArray *services;
} Made;

static void
add_listing (Made *made, const char *organisation)
{
  g_autofree char *on = g_rand_int_range (made->rand, 0, 3) == 0
                            ? NULL
                            : day (g_rand_int_range (made->rand, -2000, 0));
  g_autofree char *name = g_strdup_printf ("Listing %u", made->services->len);

  g_ptr_array_add (
      made->services,
      keeping_add (made->dir, name, g_rand_boolean (made->rand) ? organisation : NULL, on));
}

/* A try in vain, something put off, or a fact told: whatever happens before time goes by. */
static void
disturb (Made *made, const char *service, const char *today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenCall) call = dolen_call_new ();
  g_autofree char *later = day (g_rand_int_range (made->rand, 1, 200));

  dolen_call_add_service (call, service);
  call->on = g_strdup (today);
  switch (g_rand_int_range (made->rand, 0, 5)) {
  case 0:
    call->outcome = DOLEN_CALL_NO_ANSWER;
    call->next_try_on = g_strdup (later);
    break;
  case 1:
    call->outcome = DOLEN_CALL_WRONG_NUMBER;
    break;
  case 2:
    dolen_call_tick (call, service, "times");
    break;
  case 3:
    g_assert_cmpint (
        dolen_queue_snooze (made->dir, service, "call", later, "Later", NULL, &error), >, 0);
    return;
  default:
    return;
  }
  g_assert_cmpint (dolen_call_save (made->dir, call, NULL, &error), >, 0);
  g_assert_no_error (error);
}

static void
make (Made *made, guint32 seed)
{
  g_autoptr (DolenOrganisation) organisation = NULL;

  made->rand = g_rand_new_with_seed (seed);
  made->dir = samples_open ();
  made->services = g_ptr_array_new_with_free_func (g_free);
  organisation = samples_organisation (made->dir, "Y Neuadd");
  if (seed % 2 == 0)
    keeping_exec (made->dir, "UPDATE organisation SET volunteer_run = 1");
  for (guint i = 0; i < LISTINGS; i++)
    add_listing (made, organisation->uid);
  for (guint i = 0; i < LISTINGS; i++)
    disturb (made, g_ptr_array_index (made->services, i), "2020-01-01");
}

static void
clear (Made *made)
{
  g_rand_free (made->rand);
  g_ptr_array_unref (made->services);
  dolen_directory_close (made->dir);
}

static DolenQueueList *
read_all (Made *made, gboolean put_off, const char *today)
{
  DolenQueueQuery query = { .limit = 10000, .today = today, .put_off = put_off };
  g_autoptr (GError) error = NULL;
  DolenQueueList *list = dolen_queue_read (made->dir, &query, NULL, DOLEN_LANGUAGE_EN, &error);

  g_assert_no_error (error);
  return list;
}

/* Which listings are to be rung about, and that none is twice. */
static void
collect_calls (const DolenQueueList *list, GHashTable *found)
{
  for (guint i = 0; i < list->items->len; i++) {
    const DolenQueueItem *item = g_ptr_array_index (list->items, i);

    for (guint k = 0; item->call && k < item->services->len; k++)
      g_assert_true (g_hash_table_add (found, g_strdup (g_ptr_array_index (item->services, k))));
  }
}

static GHashTable *
calls_on (Made *made, const char *today, guint *at_once)
{
  g_autoptr (DolenQueueList) now = read_all (made, FALSE, today);
  g_autoptr (DolenQueueList) later = read_all (made, TRUE, today);
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_calls (now, found);
  *at_once = g_hash_table_size (found);
  collect_calls (later, found);
  return found;
}

static void
test_nothing_falls_out_by_time (void)
{
  for (guint32 seed = 1; seed <= ROUNDS; seed++) {
    Made made;
    g_autoptr (GHashTable) before = NULL;
    int offset = 0;

    make (&made, seed);
    while (offset < 400 * 365) {
      g_autofree char *today = day (offset);
      guint at_once = 0;
      GHashTable *now = calls_on (&made, today, &at_once);
      GHashTableIter iter;
      gpointer service;

      if (before != NULL) {
        g_hash_table_iter_init (&iter, before);
        while (g_hash_table_iter_next (&iter, &service, NULL))
          g_assert_true (g_hash_table_contains (now, service));
        g_hash_table_unref (before);
      }
      before = now;
      /* After a year every one of them is there, and what was put off is back. */
      if (offset > 366)
        g_assert_cmpuint (g_hash_table_size (now), ==, LISTINGS);
      offset += offset < 400 ? g_rand_int_range (made.rand, 1, 40)
                             : g_rand_int_range (made.rand, 1000, 40000);
    }
    clear (&made);
  }
}

/* A wrong number waits for another one at the desk; nothing else waits for ever. */
static void
test_what_is_put_off_comes_back (void)
{
  for (guint32 seed = 1; seed <= ROUNDS; seed++) {
    Made made;
    g_autoptr (DolenQueueList) later = NULL;
    g_autoptr (DolenQueueList) now = NULL;

    make (&made, seed);
    later = read_all (&made, TRUE, "2030-01-01");
    now = read_all (&made, FALSE, "2030-01-01");
    for (guint i = 0; i < later->items->len; i++) {
      const DolenQueueItem *item = g_ptr_array_index (later->items, i);
      gboolean at_the_desk = FALSE;

      for (guint k = 0; k < now->items->len; k++) {
        const DolenQueueItem *other = g_ptr_array_index (now->items, k);

        at_the_desk |= other->kind == DOLEN_QUEUE_ODDITY
                       && g_ptr_array_find_with_equal_func (
                           item->services, other->service, g_str_equal, NULL)
                       && keeping_ask (other, "wrong-number") != NULL;
      }
      g_assert_true (at_the_desk);
    }
    clear (&made);
  }
}

static void
test_older_never_stands_behind_newer (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < 60; i++) {
    char *on = i < 5 ? g_strdup ("") : day (g_rand_int_range (rand, -20000, 0));
    g_autofree char *service = keeping_add (dir, "Listing", NULL, *on != '\0' ? on : NULL);

    g_hash_table_insert (told, g_strdup (service), on);
  }
  for (int offset = 0; offset < 100000; offset += 9999) {
    g_autofree char *today = day (offset + 400);
    g_autoptr (DolenQueueList) list = keeping_read (dir, 0, today);
    const char *last = "";

    g_assert_cmpuint (list->total, ==, 60);
    for (guint i = 0; i < list->items->len; i++) {
      const char *on = g_hash_table_lookup (told, keeping_item (list, i)->service);

      g_assert_cmpstr (on, >=, last);
      last = on;
    }
  }
}

/* A page is what the same rows are when all are read. */
static void
test_pages_are_parts_of_the_whole (void)
{
  Made made;
  g_autoptr (DolenQueueList) whole = NULL;

  make (&made, 3);
  whole = read_all (&made, FALSE, "2026-05-04");
  g_assert_cmpuint (whole->items->len, ==, whole->total);
  for (guint offset = 0; offset < whole->total; offset += 5) {
    DolenQueueQuery query = { .offset = offset, .limit = 5, .today = "2026-05-04" };
    g_autoptr (DolenQueueList) page
               = dolen_queue_read (made.dir, &query, NULL, DOLEN_LANGUAGE_EN, NULL);

    g_assert_cmpuint (page->total, ==, whole->total);
    g_assert_cmpuint (page->items->len, ==, MIN (5, whole->total - offset));
    for (guint i = 0; i < page->items->len; i++) {
      g_assert_cmpstr (
          keeping_item (page, i)->record_uid, ==, keeping_item (whole, offset + i)->record_uid);
      g_assert_cmpint (keeping_item (page, i)->kind, ==, keeping_item (whole, offset + i)->kind);
    }
  }
  clear (&made);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  keeping_set_day ("2020-01-01");
  g_test_add_func ("/directory/keeping-properties/by-time", test_nothing_falls_out_by_time);
  g_test_add_func ("/directory/keeping-properties/comes-back", test_what_is_put_off_comes_back);
  g_test_add_func ("/directory/keeping-properties/older", test_older_never_stands_behind_newer);
  g_test_add_func ("/directory/keeping-properties/pages", test_pages_are_parts_of_the_whole);
  return g_test_run ();
}
