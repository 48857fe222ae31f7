/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "base/dolen-error.h"
#include "reports/dolen-booklet.h"
#include "support/dolen-test.h"

#include <string.h>

#define TODAY "2026-11-29"

typedef struct {
  DolenDirectory *dir;
  DolenBookletStock *stock;
} Fixture;

/* ---- a small directory ---- */

static DolenService *
new_service (const char *en, const char *cy, const char *town, const char *postcode)
{
  DolenService *service = dolen_service_new ();
  DolenVenue *venue = dolen_venue_new ();

  dolen_bilingual_set (&service->name, DOLEN_LANGUAGE_EN, en, DOLEN_TEXT_CHECKED);
  dolen_bilingual_set (&service->name, DOLEN_LANGUAGE_CY, cy, DOLEN_TEXT_CHECKED);
  if (town == NULL) {
    dolen_venue_free (venue);
    return service;
  }
  venue->city = g_strdup (town);
  venue->county = g_strdup ("Ceredigion");
  venue->postcode = g_strdup (postcode);
  venue->address = g_strdup ("The Hall");
  g_ptr_array_add (service->venues, venue);
  return service;
}

static void
add_tag (DolenService *service, DolenTagKind kind, const char *code, DolenTagState state)
{
  DolenTag *tag = dolen_tag_new ();

  tag->kind = kind;
  tag->scheme = g_strdup ("dolen");
  tag->code = g_strdup (code);
  tag->value = TRUE;
  tag->state = state;
  g_ptr_array_add (service->tags, tag);
}

static DolenContact *
add_contact (GPtrArray *contacts, const char *name, const char *phone, DolenPermission permission)
{
  DolenContact *contact = dolen_contact_new ();

  contact->name = g_strdup (name);
  contact->phone = g_strdup (phone);
  contact->permission = permission;
  g_ptr_array_add (contacts, contact);
  return contact;
}

static void
add_capacity (DolenService *service, const char *as_of, int places)
{
  DolenCapacity *capacity = dolen_capacity_new ();

  capacity->status = DOLEN_CAPACITY_PLACES;
  capacity->places_free = places;
  capacity->as_of = g_strdup (as_of);
  capacity->note = g_strdup ("Canary-Note");
  capacity->told_by = g_strdup ("Canary-Teller");
  g_ptr_array_add (service->capacities, capacity);
}

static void
save (Fixture *f, DolenService *service)
{
  g_autoptr (GError) error = NULL;

  dolen_directory_save_service (f->dir, service, &error);
  g_assert_no_error (error);
  dolen_service_free (service);
}

static void
save_choir (Fixture *f)
{
  DolenService *choir = new_service ("Choir", "Côr", "Llandysul", "SA44 4QJ");
  DolenSchedule *schedule = dolen_schedule_new ();
  DolenFunding *funding = dolen_funding_new ();

  add_tag (choir, DOLEN_TAG_INTEREST, "singing", DOLEN_TAG_CONFIRMED);
  schedule->freq = g_strdup ("WEEKLY");
  schedule->interval = 1;
  schedule->byday = g_strdup ("TU");
  schedule->opens_at = g_strdup ("10:00");
  g_ptr_array_add (choir->schedules, schedule);
  add_contact (choir->contacts, "Bookings Desk", "01632960100", DOLEN_PERMISSION_GIVEN_OUT);
  add_contact (choir->contacts, "Canary-Jones", "01632960901", DOLEN_PERMISSION_WORKERS_ONLY);
  add_contact (choir->contacts, "Canary-Davies", "01632960901", DOLEN_PERMISSION_NOT_ASKED);
  add_capacity (choir, "2026-11-20", 4);
  funding->funder = g_strdup ("Canary-Funder");
  funding->ends_on = g_strdup ("2027-01-01");
  g_ptr_array_add (choir->funding, funding);
  save (f, choir);
}

/* A refuge: its place may not be told, and its organisation said what may. */
static void
save_refuge (Fixture *f)
{
  g_autoptr (DolenOrganisation) body = dolen_organisation_new ();
  DolenService *refuge = new_service ("Safe House", "Tŷ Diogel", "Canary-Town", "SY23 1AA");
  g_autoptr (GError) error = NULL;

  dolen_bilingual_set (&body->name, DOLEN_LANGUAGE_EN, "Women Together", DOLEN_TEXT_CHECKED);
  body->email = g_strdup ("canary.jones@gmail.com");
  body->phone = g_strdup ("01632960200");
  add_contact (body->contacts, "Canary-Boss", "01632960901", DOLEN_PERMISSION_WORKERS_ONLY);
  dolen_directory_save_organisation (f->dir, body, &error);
  g_assert_no_error (error);
  refuge->organisation_uid = g_strdup (body->uid);
  ((DolenVenue *) refuge->venues->pdata[0])->hide_address = TRUE;
  add_tag (refuge, DOLEN_TAG_NEED, "housing", DOLEN_TAG_CONFIRMED);
  save (f, refuge);
}

static void
save_kept_back (Fixture *f)
{
  DolenService *unlisted = new_service ("Canary-Unlisted", NULL, "Llandysul", "SA44 4QJ");
  DolenService *closed = new_service ("Canary-Closed", NULL, "Llandysul", "SA44 4QJ");
  DolenService *gone = new_service ("Canary-Gone", NULL, "Llandysul", "SA44 4QJ");

  unlisted->do_not_list = TRUE;
  closed->status = DOLEN_SERVICE_DEFUNCT;
  gone->gone_since = g_strdup ("2026-05-01");
  save (f, unlisted);
  save (f, closed);
  save (f, gone);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DolenService *walk = new_service ("Walking", "Cerdded", "Lampeter", "SA48 7BB");
  DolenService *line = new_service ("Advice line", "Llinell gyngor", NULL, NULL);

  f->dir = dolen_directory_open (NULL, DOLEN_DB_MEMORY, &error);
  g_assert_no_error (error);
  add_tag (walk, DOLEN_TAG_INTEREST, "walking", DOLEN_TAG_PROPOSED);
  add_capacity (walk, "2026-01-20", 7); /* too long ago to print */
  save_choir (f);
  save (f, walk);
  line->areas = g_strdup ("Wrexham\nLlandysul");
  save (f, line);
  save_refuge (f);
  save_kept_back (f);
  f->stock = dolen_booklet_stock_read (f->dir, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  dolen_booklet_stock_free (f->stock);
  dolen_directory_close (f->dir);
}

static char *
write_text (const Fixture *f, const DolenBookletChoices *choices)
{
  g_autoptr (DolenSheet) sheet = dolen_booklet_sheet_new (f->stock, choices, TODAY);

  return dolen_sheet_to_text (sheet);
}

static void
assert_in_order (const char *text, const char *first, const char *second)
{
  const char *a = strstr (text, first);

  g_assert_nonnull (a);
  g_assert_nonnull (strstr (a, second));
}

/* ---- what may not stand in it ---- */

static void
test_nothing_private_stands_in_it (Fixture *f, gconstpointer data)
{
  static const char *const canaries[] = { "Canary", "canary", "01632 960901", "960 901", "SY23" };

  for (guint i = 0; i < 4; i++) {
    const DolenBookletChoices choices
        = { .by_place = i % 2, .both = TRUE, .language = i / 2 == 0 ? 0 : DOLEN_LANGUAGE_CY };
    g_autofree char *text = write_text (f, &choices);

    g_assert_nonnull (strstr (text, "Bookings Desk"));
    for (guint j = 0; j < G_N_ELEMENTS (canaries); j++)
      if (strstr (text, canaries[j]) != NULL)
        g_error ("the booklet holds %s: %s", canaries[j], text);
  }
  for (int sort = 0; sort < DOLEN_N_BOOKLET_AREAS; sort++) {
    g_autoptr (GPtrArray) areas
               = dolen_booklet_list_areas (f->stock, (DolenBookletArea) sort, DOLEN_LANGUAGE_EN);

    for (guint i = 0; i < areas->len; i++) {
      g_assert_null (strstr (areas->pdata[i], "Canary"));
      g_assert_null (strstr (areas->pdata[i], "SY23"));
    }
  }
}

static void
test_a_group_is_reached_by_its_organisation_where_it_says_nothing (Fixture *f, gconstpointer data)
{
  const DolenBookletChoices choices = { 0 };
  g_autofree char *text = write_text (f, &choices);

  assert_in_order (text, "Safe House", "01632 960200");
}

/* ---- the front ---- */

/* The blocks before the first page break. */
static char *
write_front (const Fixture *f, const DolenBookletChoices *choices)
{
  g_autoptr (DolenSheet) sheet = dolen_booklet_sheet_new (f->stock, choices, TODAY);
  guint n = 0;

  while (((DolenSheetBlock *) sheet->blocks->pdata[n])->kind != DOLEN_SHEET_PAGE)
    n++;
  g_ptr_array_set_size (sheet->blocks, (int) n);
  return dolen_sheet_to_text (sheet);
}

static void
test_the_front_says_what_it_is_and_whose (Fixture *f, gconstpointer data)
{
  DolenScheme *scheme = dolen_scheme_new ();
  DolenBookletChoices choices = { .publisher = "Canolfan Aeron", .scheme = scheme };
  g_autofree char *english = NULL, *welsh = NULL;

  scheme->name_en = g_strdup ("Ceredigion Connects");
  scheme->name_cy = g_strdup ("Cyswllt Ceredigion");
  scheme->phone = g_strdup ("01632960111");
  scheme->email = g_strdup ("post@cyswllt.example.org");
  english = write_front (f, &choices);
  choices.language = DOLEN_LANGUAGE_CY;
  choices.both = TRUE;
  welsh = write_front (f, &choices);
  g_assert_nonnull (strstr (english, "The whole directory\n"));
  g_assert_nonnull (strstr (english, "4 groups\n"));
  g_assert_nonnull (strstr (english, "What is in it:\n• Being active (1)\n• Creative (1)\n"));
  g_assert_nonnull (strstr (english, "In English\n"));
  g_assert_nonnull (strstr (english, "29 November 2026"));
  g_assert_nonnull (strstr (english, "Published by: Ceredigion Connects, Canolfan Aeron\n"));
  g_assert_nonnull (strstr (english, "Telephone: 01632 960111\n"));
  g_assert_nonnull (strstr (english, "post@cyswllt.example.org"));
  g_assert_nonnull (strstr (welsh, "Yn Gymraeg a Saesneg\n"));
  g_assert_nonnull (strstr (welsh, "Cyswllt Ceredigion"));
  dolen_scheme_free (scheme);
}

/* Nobody's booklet says nothing of whose it is; long lists are cut. */
static void
test_the_front_is_short (Fixture *f, gconstpointer data)
{
  const DolenBookletChoices choices = { .by_place = TRUE };
  g_autofree char *before = write_front (f, &choices);
  g_autofree char *after = NULL;

  for (guint i = 0; i < 20; i++) {
    g_autofree char *town = g_strdup_printf ("Town %02u", i);

    save (f, new_service ("Bowls", "Bowlio", town, NULL));
  }
  dolen_booklet_stock_free (f->stock);
  f->stock = dolen_booklet_stock_read (f->dir, NULL, NULL);
  after = write_front (f, &choices);
  g_assert_null (strstr (before, "Published"));
  g_assert_null (strstr (before, "…"));
  g_assert_nonnull (strstr (after, "• …\n"));
  g_assert_null (strstr (after, "Town 19"));
}

/* ---- languages ---- */

static void
test_it_is_english_or_welsh (Fixture *f, gconstpointer data)
{
  DolenBookletChoices choices = { 0 };
  g_autofree char *english = write_text (f, &choices);
  g_autofree char *welsh = NULL;

  choices.language = DOLEN_LANGUAGE_CY;
  welsh = write_text (f, &choices);
  g_assert_nonnull (strstr (english, "Choir"));
  g_assert_nonnull (strstr (english, "Tuesdays"));
  g_assert_null (strstr (english, "Côr"));
  g_assert_nonnull (strstr (welsh, "Côr"));
  g_assert_nonnull (strstr (welsh, "29 Tachwedd 2026"));
  g_assert_null (strstr (welsh, "Choir"));
  g_assert_null (strstr (welsh, "Contents"));
}

static void
test_both_stand_after_one_another (Fixture *f, gconstpointer data)
{
  const DolenBookletChoices choices = { .language = DOLEN_LANGUAGE_CY, .both = TRUE };
  g_autofree char *text = write_text (f, &choices);

  assert_in_order (text, "Côr", "Choir");
  assert_in_order (text, "Tachwedd", "November");
}

static void
test_both_stand_side_by_side_group_by_group (Fixture *f, gconstpointer data)
{
  const DolenBookletChoices choices
      = { .language = DOLEN_LANGUAGE_CY, .both = TRUE, .beside = TRUE };
  g_autoptr (DolenSheet) sheet = dolen_booklet_sheet_new (f->stock, &choices, TODAY);
  g_autofree char *text = dolen_sheet_to_text (sheet);
  guint names = 0, leads = 0;

  for (guint i = 0; i < sheet->blocks->len; i++) {
    const DolenSheetBlock *block = g_ptr_array_index (sheet->blocks, i);

    if (block->kind == DOLEN_SHEET_LABEL) {
      g_assert_nonnull (block->beside);
      g_assert_cmpint (block->beside->kind, ==, DOLEN_SHEET_LABEL);
      names++;
    }
    if (block->kind == DOLEN_SHEET_CONTENTS) {
      g_assert_cmpint (
          ((DolenSheetBlock *) sheet->blocks->pdata[block->target])->kind, ==, DOLEN_SHEET_HEADING);
      leads++;
    }
  }
  g_assert_cmpuint (names, ==, 4); /* each group once */
  g_assert_cmpuint (leads, ==, 4); /* and each heading */
  g_assert_nonnull (strstr (text, "Creadigol · Creative"));
  /* The whole of a group in one language, then in the other. */
  assert_in_order (text, "Côr", "Choir");
  assert_in_order (text, "Llinell gyngor", "Advice line");
  assert_in_order (text, "10:00", "Tuesdays");
}

/* What one language has more stands alone: what only holds its place says nothing. */
static void
test_what_one_language_has_more_stands_alone (Fixture *f, gconstpointer data)
{
  for (guint longer = 0; longer < 2; longer++) {
    g_autoptr (DolenSheet) sheet = dolen_sheet_new ();
    DolenSheet *other = dolen_sheet_new ();
    DolenSheet *both[] = { sheet, other };
    g_autofree char *text = NULL;

    dolen_sheet_add (sheet, DOLEN_SHEET_LINE, DOLEN_LANGUAGE_CY, NULL, "Un");
    dolen_sheet_add (other, DOLEN_SHEET_LINE, DOLEN_LANGUAGE_EN, NULL, "One");
    dolen_sheet_add (both[longer], DOLEN_SHEET_ITEM, DOLEN_LANGUAGE_EN, NULL, "More");
    dolen_sheet_pair (sheet, 0, other);
    text = dolen_sheet_to_text (sheet);
    g_assert_cmpstr (text, ==, longer == 0 ? "Un\n• More\nOne\n" : "Un\nOne\n• More\n");
  }
}

static void
test_places_stand_in_the_order_of_the_language (Fixture *f, gconstpointer data)
{
  DolenBookletChoices choices = { .by_place = TRUE };
  g_autofree char *english = NULL;
  g_autofree char *welsh = NULL;
  g_autoptr (GPtrArray) towns
             = dolen_booklet_list_areas (f->stock, DOLEN_BOOKLET_TOWN, DOLEN_LANGUAGE_CY);

  save (f, new_service ("Bowls", "Bowlio", "Lydstep", "SA70 7SG"));
  dolen_booklet_stock_free (f->stock);
  f->stock = dolen_booklet_stock_read (f->dir, NULL, NULL);
  english = write_text (f, &choices);
  choices.language = DOLEN_LANGUAGE_CY;
  welsh = write_text (f, &choices);
  assert_in_order (english, "Llandysul", "Lydstep");
  assert_in_order (welsh, "Lydstep", "Llandysul"); /* ll is a letter, after l */
  g_assert_cmpuint (towns->len, ==, 2);
}

/* ---- what is chosen ---- */

static guint
count_in (const Fixture *f, DolenBookletArea sort, const char *area)
{
  const DolenBookletChoices choices = { .sort = sort, .area = area };

  return dolen_booklet_count (f->stock, &choices);
}

static void
test_an_area_holds_what_is_there_and_what_serves_it (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (count_in (f, DOLEN_BOOKLET_EVERYWHERE, NULL), ==, 4);
  g_assert_cmpuint (count_in (f, DOLEN_BOOKLET_TOWN, "LLANDYSUL"), ==, 2); /* and the line */
  g_assert_cmpuint (count_in (f, DOLEN_BOOKLET_TOWN, "Lampeter"), ==, 1);
  g_assert_cmpuint (count_in (f, DOLEN_BOOKLET_TOWN, "Llanbedr Pont Steffan"), ==, 1);
  g_assert_cmpuint (count_in (f, DOLEN_BOOKLET_DISTRICT, "SA48"), ==, 1);
  g_assert_cmpuint (count_in (f, DOLEN_BOOKLET_COUNTY, "Ceredigion"), ==, 2);
  g_assert_cmpuint (count_in (f, DOLEN_BOOKLET_TOWN, "Canary-Town"), ==, 0);
  /* The line serves it, by whichever of its names. */
  g_assert_cmpuint (count_in (f, DOLEN_BOOKLET_TOWN, "Wrecsam"), ==, 1);
  g_assert_cmpuint (count_in (f, DOLEN_BOOKLET_COUNTY, "Wrecsam"), ==, 1);
}

static double
time_counting (const Fixture *f, DolenBookletArea sort, const char *area)
{
  gint64 begun = g_get_monotonic_time ();

  for (int i = 0; i < 100; i++)
    count_in (f, sort, area);
  return (double) (g_get_monotonic_time () - begun);
}

/* A window counts at every choice: where a group is was found out when it was read. */
static void
test_an_area_is_counted_about_as_soon_as_everything (Fixture *f, gconstpointer data)
{
  double best = G_MAXDOUBLE;

  for (int i = 0; i < 300; i++)
    save (f, new_service ("Walking", "Cerdded", i % 2 == 0 ? "Lampeter" : "TREGARON", "SA48 7BB"));
  dolen_booklet_stock_free (f->stock);
  f->stock = dolen_booklet_stock_read (f->dir, NULL, NULL);
  g_assert_cmpuint (count_in (f, DOLEN_BOOKLET_TOWN, "Tregaron"), ==, 150);
  for (int i = 0; i < 5; i++)
    best = MIN (best,
                time_counting (f, DOLEN_BOOKLET_TOWN, "Tregaron")
                    / MAX (time_counting (f, DOLEN_BOOKLET_EVERYWHERE, NULL), 1));
  g_test_message ("an area takes %.1f times as long as everything", best);
  g_assert_cmpfloat (best, <, 20);
}

static void
test_kinds_are_headings_and_can_be_chosen (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) kinds = dolen_booklet_list_kinds (f->stock, DOLEN_LANGUAGE_EN);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  DolenBookletChoices choices = { 0 };
  g_autofree char *all = write_text (f, &choices);
  g_autofree char *some = NULL;

  for (guint i = 0; i < kinds->len; i++)
    if (g_str_equal (((const DolenTerm *) kinds->pdata[i])->code, "housing"))
      g_ptr_array_add (wanted, kinds->pdata[i]);
  g_assert_cmpuint (wanted->len, ==, 1);
  choices.kinds = wanted;
  some = write_text (f, &choices);
  assert_in_order (all, "Housing", "Safe House");
  assert_in_order (all, "Other groups", "Advice line"); /* no heading fits it */
  g_assert_cmpuint (dolen_booklet_count (f->stock, &choices), ==, 1);
  g_assert_null (strstr (some, "Choir"));
  g_assert_null (strstr (some, "Other groups"));
}

static void
test_places_are_told_with_their_day_while_they_are_fresh (Fixture *f, gconstpointer data)
{
  const DolenBookletChoices choices = { 0 };
  g_autofree char *text = write_text (f, &choices);

  g_assert_nonnull (strstr (text, "Places: 4 places (as told on 20 November 2026)"));
  g_assert_null (strstr (text, "7 places"));
}

static void
test_the_contents_lead_to_their_headings (Fixture *f, gconstpointer data)
{
  const DolenBookletChoices choices = { .both = TRUE };
  g_autoptr (DolenSheet) sheet = dolen_booklet_sheet_new (f->stock, &choices, TODAY);
  guint n = 0, last = 0;

  g_assert_true (sheet->numbered);
  for (guint i = 0; i < sheet->blocks->len; i++) {
    const DolenSheetBlock *line = g_ptr_array_index (sheet->blocks, i);
    const DolenSheetBlock *heading;

    if (line->kind != DOLEN_SHEET_CONTENTS)
      continue;
    heading = g_ptr_array_index (sheet->blocks, line->target);
    g_assert_cmpint (heading->kind, ==, DOLEN_SHEET_HEADING);
    g_assert_cmpstr (heading->words, ==, line->words);
    g_assert_cmpint (heading->language, ==, line->language);
    g_assert_cmpuint (line->target, >, last);
    last = line->target;
    n++;
  }
  g_assert_cmpuint (n, >=, 6);
}

static void
test_what_a_group_says_of_itself_is_cut_at_a_sentence (Fixture *f, gconstpointer data)
{
  DolenService *service = new_service ("Long", NULL, "Lampeter", "SA48 7BB");
  g_autoptr (GString) text = g_string_new ("We meet.");
  const DolenBookletChoices choices = { 0 };
  g_autofree char *written = NULL;

  for (int i = 0; i < 60; i++)
    g_string_append (text, " endlessly");
  dolen_bilingual_set (&service->description, DOLEN_LANGUAGE_EN, text->str, DOLEN_TEXT_CHECKED);
  save (f, service);
  dolen_booklet_stock_free (f->stock);
  f->stock = dolen_booklet_stock_read (f->dir, NULL, NULL);
  written = write_text (f, &choices);
  g_assert_nonnull (strstr (written, "We meet.\n"));
  g_assert_null (strstr (written, "endlessly"));
}

static void
test_reading_can_be_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dolen_booklet_stock_read (f->dir, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
#define ADD(name) g_test_add ("/booklet/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (nothing_private_stands_in_it);
  ADD (a_group_is_reached_by_its_organisation_where_it_says_nothing);
  ADD (the_front_says_what_it_is_and_whose);
  ADD (the_front_is_short);
  ADD (it_is_english_or_welsh);
  ADD (both_stand_after_one_another);
  ADD (both_stand_side_by_side_group_by_group);
  ADD (what_one_language_has_more_stands_alone);
  ADD (places_stand_in_the_order_of_the_language);
  ADD (an_area_holds_what_is_there_and_what_serves_it);
  ADD (an_area_is_counted_about_as_soon_as_everything);
  ADD (kinds_are_headings_and_can_be_chosen);
  ADD (places_are_told_with_their_day_while_they_are_fresh);
  ADD (the_contents_lead_to_their_headings);
  ADD (what_a_group_says_of_itself_is_cut_at_a_sentence);
  ADD (reading_can_be_cancelled);
#undef ADD
  return g_test_run ();
}
