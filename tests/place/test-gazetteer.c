/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "place/dolen-gazetteer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/dolen-error.h"
#include "place/dolen-distance.h"
#include "support/dolen-test.h"

static const DolenPlace *
first (const char *name)
{
  g_autoptr (GPtrArray) found = dolen_gazetteer_find (dolen_gazetteer_get_bundled (), name);

  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

static void
test_both_names_are_one_place (void)
{
  static const char *const pairs[][2] = {
    { "Aberteifi", "Cardigan" },
    { "Llanbedr Pont Steffan", "Lampeter" },
    { "Castellnewydd Emlyn", "Newcastle Emlyn" },
    { "Caerfyrddin", "Carmarthen" },
    { "Abertawe", "Swansea" },
    { "Y Drenewydd", "Newtown" },
    { "Ceinewydd", "New Quay" },
    { "Pontarfynach", "Devil's Bridge" },
    { "Llandudoch", "St Dogmaels" },
    { "Yr Wyddgrug", "Mold" },
    { "Amwythig", "Shrewsbury" },
    { "Caerdydd", "Cardiff" },
    { "Y Bala", "Bala" },
    { "Llanelwy", "Saint Asaph" },
    { "Hwlffordd", "Haverfordwest" },
    { "Y Trallwng", "Welshpool" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_assert_nonnull (first (pairs[i][0]));
    g_assert_true (first (pairs[i][0]) == first (pairs[i][1]));
  }
  g_assert_cmpstr (dolen_place_name (first ("cardigan"), DOLEN_LANGUAGE_CY), ==, "Aberteifi");
  g_assert_cmpstr (dolen_place_name (first ("aberteifi"), DOLEN_LANGUAGE_EN), ==, "Cardigan");
}

static void
test_spelling_is_forgiven (void)
{
  static const char *const pairs[][2] = {
    { "ABERTEIFI", "Cardigan" },
    { "castell newydd emlyn", "Newcastle Emlyn" },
    { "Glandwr", "Glandŵr" },
    { "aberdar", "Aberdare" },
    { "llan-rhystud", "Llanrhystud" },
    { "Merthyr  Tudful", "Merthyr Tydfil" },
    { "Nhregaron", "Tregaron" },
    { "Gaerdydd", "Caerdydd" },
    { "Lanbedr Pont Steffan", "Lampeter" },
    { "Fachynlleth", "Machynlleth" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (first (pairs[i][0]) == NULL || first (pairs[i][0]) != first (pairs[i][1]))
      g_error ("“%s” is not “%s”", pairs[i][0], pairs[i][1]);
  g_assert_null (first ("Nowhere at all"));
  g_assert_null (first (""));
  g_assert_null (first (NULL));
  g_assert_null (first ("\xff\xfe"));
}

static void
test_a_town_is_named_in_the_language_of_the_reader (void)
{
  DolenGazetteer *gazetteer = dolen_gazetteer_get_bundled ();
  static const char *const pairs[][2] = {
    { "Lampeter", "Llanbedr Pont Steffan" },
    { "LAMPETER", "Llanbedr Pont Steffan" }, /* as some feeds shout */
    { "Lanbedr", "Lanbedr" },                /* mutated: it may be another's */
    { "Cardigan", "Aberteifi" },
    { "Aberaeron", "Aberaeron" },
    { "Newport", "Newport" }, /* two of them */
    { "Hall of Somewhere", "Hall of Somewhere" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpstr (
        dolen_gazetteer_name_in (gazetteer, pairs[i][0], DOLEN_LANGUAGE_CY), ==, pairs[i][1]);
  g_assert_cmpstr (
      dolen_gazetteer_name_in (gazetteer, "Aberteifi", DOLEN_LANGUAGE_EN), ==, "Cardigan");
  g_assert_null (dolen_gazetteer_name_in (gazetteer, NULL, DOLEN_LANGUAGE_CY));
  g_assert_cmpstr (dolen_town_name ("Lampeter", DOLEN_LANGUAGE_CY), ==, "Llanbedr Pont Steffan");
  g_assert_cmpstr (dolen_town_name ("", DOLEN_LANGUAGE_CY), ==, "");
}

static void
test_namesakes_are_all_given_the_welsh_first (void)
{
  g_autoptr (GPtrArray) found = dolen_gazetteer_find (dolen_gazetteer_get_bundled (), "Newport");
  gboolean pembrokeshire = FALSE;

  g_assert_cmpuint (found->len, >=, 4);
  g_assert_cmpstr (((DolenPlace *) found->pdata[0])->name_cy, ==, "Casnewydd");
  for (guint i = 0; i < found->len; i++)
    pembrokeshire |= g_str_equal (((DolenPlace *) found->pdata[i])->name_cy, "Trefdraeth");
  g_assert_true (pembrokeshire);
  g_assert_cmpstr (first ("Bangor")->county_en, ==, "Gwynedd");
}

static void
test_a_beginning_is_completed (void)
{
  DolenGazetteer *g = dolen_gazetteer_get_bundled ();
  g_autoptr (GPtrArray) found = dolen_gazetteer_complete (g, "aber", 5);
  g_autoptr (GPtrArray) none = dolen_gazetteer_complete (g, "", 5);

  g_assert_cmpuint (found->len, ==, 5);
  g_assert_cmpstr (((DolenPlace *) found->pdata[0])->name_cy, ==, "Abertawe");
  g_assert_cmpuint (none->len, ==, 0);
}

static double
km_between (const DolenPosition *a, const char *place)
{
  g_assert_nonnull (first (place));
  return dolen_distance_km (a, &first (place)->position);
}

static void
test_a_postcode_is_known_to_its_district (void)
{
  DolenGazetteer *g = dolen_gazetteer_get_bundled ();
  DolenPosition position;
  const DolenPlace *town = NULL;
  DolenPostcode postcode;
  g_autofree char *known = NULL;

  g_assert_true (dolen_postcode_parse ("SY25 6AB", &postcode));
  g_assert_true (dolen_gazetteer_postcode (g, &postcode, &position, &town));
  g_assert_cmpstr (town->name_en, ==, "Tregaron");
  g_assert_cmpfloat (km_between (&position, "Tregaron"), <, 3);
  g_assert_cmpint (position.origin, ==, DOLEN_POSITION_POSTCODE_DISTRICT);
  g_assert_cmpfloat (position.precision_km, >=, 8);

  g_assert_true (dolen_gazetteer_locate (g, "sa44 5ab", &position, &known));
  g_assert_cmpstr (known, ==, "SA44");
  g_assert_cmpfloat (km_between (&position, "Llandysul"), <, 12);
  g_assert_cmpfloat (position.precision_km, >=, 8);
  g_assert_cmpint (position.origin, ==, DOLEN_POSITION_POSTCODE_DISTRICT);
}

static void
test_a_district_we_lack_falls_to_its_area (void)
{
  DolenGazetteer *g = dolen_gazetteer_get_bundled ();
  const DolenPlace *town = NULL;
  DolenPosition position;
  DolenPostcode postcode;

  g_assert_true (dolen_postcode_parse ("DN15 6AA", &postcode));
  g_assert_true (dolen_gazetteer_postcode (g, &postcode, &position, &town));
  g_assert_cmpfloat (km_between (&position, "Scunthorpe"), <, 5);
  g_assert_true (dolen_postcode_parse ("HU3 1AA", &postcode));
  g_assert_true (dolen_gazetteer_postcode (g, &postcode, &position, &town));
  g_assert_null (town);
  g_assert_cmpfloat (km_between (&position, "Hull"), <, 5);
  g_assert_cmpfloat (position.precision_km, >=, 20);
  g_assert_true (dolen_postcode_parse ("GIR 0AA", &postcode));
  g_assert_false (dolen_gazetteer_postcode (g, &postcode, &position, &town));
}

/* Every district of Wales and the Marches that Royal Mail lists (its public list of post towns). */
static void
test_every_district_of_wales_and_the_marches_is_known (void)
{
  static const struct {
    const char *area;
    int from, to;
  } runs[] = {
    { "SA", 1, 20 },  { "SA", 31, 48 }, { "SA", 61, 73 }, { "SY", 1, 25 },  { "LD", 1, 8 },
    { "LL", 11, 49 }, { "LL", 51, 78 }, { "HR", 1, 9 },   { "CH", 1, 8 },   { "CH", 41, 49 },
    { "CH", 60, 66 }, { "CF", 31, 48 }, { "CF", 61, 64 }, { "CF", 71, 72 }, { "CF", 81, 83 },
    { "CF", 10, 11 }, { "CF", 14, 15 }, { "CF", 23, 24 }, { "CF", 3, 3 },   { "CF", 5, 5 },
    { "NP", 4, 4 },   { "NP", 7, 8 },   { "NP", 10, 13 }, { "NP", 15, 16 }, { "NP", 18, 20 },
    { "NP", 22, 26 }, { "NP", 44, 44 },
  };
  DolenGazetteer *g = dolen_gazetteer_get_bundled ();

  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    for (int n = runs[i].from; n <= runs[i].to; n++) {
      g_autofree char *code = g_strdup_printf ("%s%d", runs[i].area, n);
      const DolenPlace *town = NULL;
      DolenPosition position;
      DolenPostcode postcode;

      g_assert_true (dolen_postcode_parse (code, &postcode));
      if (!dolen_gazetteer_postcode (g, &postcode, &position, &town) || town == NULL)
        g_error ("%s is not known", code);
      g_assert_true (position.latitude > 51.3 && position.latitude < 53.5);
      g_assert_true (position.longitude > -5.4 && position.longitude < -2.3);
      g_assert_cmpfloat (dolen_distance_km (&position, &town->position), <, 30);
    }
}

static void
test_addresses_are_read (void)
{
  static const struct {
    const char *text, *known, *near;
    DolenPositionOrigin origin;
  } cases[] = {
    { "our hall, Lampeter, SA48 7AA", "SA48", "Lampeter", DOLEN_POSITION_POSTCODE_DISTRICT },
    { "Neuadd, Llanddewi Brefi, Tregaron SY25 6AB",
      "Llanddewi Brefi",
      "Llanddewi Brefi",
      DOLEN_POSITION_PLACE },
    { "The Hall, Cardigan, Ceredigion, Wales", "Cardigan", "Aberteifi", DOLEN_POSITION_PLACE },
    { "Hen Ysgol\nger Llanbedr Pont Steffan",
      "Llanbedr Pont Steffan",
      "Lampeter",
      DOLEN_POSITION_PLACE },
    { "Memorial Hall, Newport, Pembrokeshire", "Newport", "Trefdraeth", DOLEN_POSITION_PLACE },
    { "The Hall, Newport, Pembrokeshire, SA42 0AA",
      "SA42",
      "Trefdraeth",
      DOLEN_POSITION_POSTCODE_DISTRICT },
    { "Civic Centre, Swansea", "Swansea", "Abertawe", DOLEN_POSITION_PLACE },
    { "Neuadd, Cellan, Llanbedr Pont Steffan", "Cellan", "Cellan", DOLEN_POSITION_PLACE },
    { "Hope, Cellan, Llanbedr Pont Steffan", "Cellan", "Cellan", DOLEN_POSITION_PLACE },
    { "Church Hall, Morriston, Swansea", "Morriston", "Treforys", DOLEN_POSITION_PLACE },
  };
  DolenGazetteer *g = dolen_gazetteer_get_bundled ();
  DolenPosition position;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *known = NULL;

    if (!dolen_gazetteer_locate_address (g, cases[i].text, &position, &known))
      g_error ("nothing is known of “%s”", cases[i].text);
    g_assert_cmpstr (known, ==, cases[i].known);
    g_assert_cmpint (position.origin, ==, cases[i].origin);
    g_assert_cmpfloat (km_between (&position, cases[i].near), <, 3);
  }
  g_assert_false (dolen_gazetteer_locate_address (g, "online, by telephone", &position, NULL));
  g_assert_false (dolen_gazetteer_locate_address (g, "Wales", &position, NULL));
  g_assert_false (dolen_gazetteer_locate_address (g, NULL, &position, NULL));
}

/* Of which the postcode tells a district of thirty kilometres, and a name the village. */
static void
test_venues_are_where_their_names_say (void)
{
  static const struct {
    DolenVenueWords words;
    const char *near; /* NULL: in its district */
  } cases[] = {
    { { "Llanon Village Hall", NULL, NULL, NULL, "SY23 5LX" }, "Llanon" },
    { { NULL, "Neuadd Llanon", NULL, NULL, "SY23 5LX" }, "Llanon" },
    { { "The Hall", NULL, "Llanon Village Hall\nMain Street", "Aberystwyth", "SY23 5LX" },
      "Llanon" },
    { { "Aberporth Village Hall", NULL, NULL, "Cardigan", "SA43 2DA" }, "Aberporth" },
    { { "Cardigan Library", NULL, NULL, "Cardigan", "SA43 1JL" }, "Cardigan" },
    { { "The Hall", NULL, "High Street", "Cardigan", "SA43 1JL" }, NULL },
    { { "The Hall", NULL, "Llanon Road", "Aberystwyth", "SY23 1AA" }, NULL },
    { { "The Hall", NULL, "Heol Llanon", "Aberystwyth", "SY23 1AA" }, NULL },
    { { "Swansea Bay Sports Hall", NULL, NULL, "Aberystwyth", "SY23 1AA" }, NULL },
    { { "St Davids Church", NULL, NULL, "Haverfordwest", "SA62 3AA" }, NULL },
    { { "Hope Church", NULL, NULL, NULL, "CH7 1AA" }, NULL },
  };
  DolenGazetteer *g = dolen_gazetteer_get_bundled ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    DolenPosition position;

    if (!dolen_gazetteer_locate_venue (g, &cases[i].words, &position))
      g_error ("case %zu is not located", i);
    g_test_message ("case %zu", i);
    g_assert_cmpint (position.origin,
                     ==,
                     cases[i].near != NULL ? DOLEN_POSITION_PLACE
                                           : DOLEN_POSITION_POSTCODE_DISTRICT);
    if (cases[i].near != NULL)
      g_assert_cmpfloat (km_between (&position, cases[i].near), <, 3);
  }
  g_assert_false (dolen_gazetteer_locate_venue (
      g, &(DolenVenueWords){ .name_en = "Llanon Village Hall" }, &(DolenPosition){ 0 }));
}

static void
test_what_a_person_types_is_located (void)
{
  static const char *const cases[][2] = {
    { "Tregaron", "Tregaron" },
    { "tregaron, ceredigion", "Tregaron" },
    { "SY25", "Tregaron" },
    { "52.2195, -3.933", "Tregaron" },
    { "Newport, Sir Benfro", "Trefdraeth" },
    { " Llanbedr Pont Steffan ", "Lampeter" },
    { "Main Street, Llanddewi Brefi, SY25 6AB", "Llanddewi Brefi" },
  };
  DolenGazetteer *g = dolen_gazetteer_get_bundled ();
  DolenPosition position;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_true (dolen_gazetteer_locate (g, cases[i][0], &position, NULL));
    g_assert_cmpfloat (km_between (&position, cases[i][1]), <, 3);
  }
  g_assert_false (dolen_gazetteer_locate (g, "somewhere", &position, NULL));
  g_assert_false (dolen_gazetteer_locate (g, "", &position, NULL));
}

static void
test_the_nearest_place_names_a_position (void)
{
  DolenGazetteer *g = dolen_gazetteer_get_bundled ();
  DolenPosition hill, sea, nowhere = { 0 };

  g_assert_true (dolen_position_set (&hill, 52.225, -3.92, 0, DOLEN_POSITION_PERSON));
  g_assert_true (dolen_position_set (&sea, 52.2, -6, 0, DOLEN_POSITION_PERSON));
  g_assert_cmpstr (dolen_gazetteer_nearest (g, &hill, 10)->name_en, ==, "Tregaron");
  g_assert_null (dolen_gazetteer_nearest (g, &sea, 10));
  g_assert_null (dolen_gazetteer_nearest (g, &nowhere, 10));
}

static void
test_aberystwyth_and_tregaron_are_a_walk_of_a_day_apart (void)
{
  double km = km_between (&first ("Aberystwyth")->position, "Tregaron");

  g_assert_cmpfloat (km, >, 23);
  g_assert_cmpfloat (km, <, 27);
}

static void
test_a_damaged_file_is_refused_with_its_line (void)
{
  g_autofree char *folder = dolen_test_folder ();
  g_autofree char *places = g_build_filename (folder, "places.tsv", NULL);
  g_autofree char *postcodes = g_build_filename (folder, "postcodes.tsv", NULL);
  const char *good = "# head\nA\tB\t\tC\tD\tWLS\t52\t-4\t1\t5\t9\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenGazetteer) loaded = NULL;

  g_assert_null (dolen_gazetteer_load (folder, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_CANNOT_OPEN);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (places, "# head\nA\tB\n", -1, NULL));
  g_assert_null (dolen_gazetteer_load (folder, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "line 2"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (places, good, -1, NULL));
  g_assert_true (g_file_set_contents (postcodes, "SA1\t52\t-4\t3\t1\n", -1, NULL));
  g_assert_null (dolen_gazetteer_load (folder, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (postcodes, "SA1\t52\t-4\t3\t0\n", -1, NULL));
  loaded = dolen_gazetteer_load (folder, &error);
  g_assert_no_error (error);
  g_assert_nonnull (loaded);
}

static gpointer
look_up (gpointer data)
{
  DolenPosition position;

  for (int i = 0; i < 50; i++)
    g_assert_true (dolen_gazetteer_locate (data, "Aberteifi", &position, NULL));
  return NULL;
}

static void
test_many_threads_may_ask_at_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenGazetteer) fresh = dolen_gazetteer_load (NULL, &error);
  GThread *threads[4];

  g_assert_no_error (error);
  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("look-up", look_up, fresh);
  for (int i = 0; i < 4; i++)
    g_thread_join (threads[i]);
}

#define ADD(name) g_test_add_func ("/place/gazetteer/" #name, test_##name)

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  ADD (both_names_are_one_place);
  ADD (spelling_is_forgiven);
  ADD (a_town_is_named_in_the_language_of_the_reader);
  ADD (namesakes_are_all_given_the_welsh_first);
  ADD (a_beginning_is_completed);
  ADD (a_postcode_is_known_to_its_district);
  ADD (a_district_we_lack_falls_to_its_area);
  ADD (every_district_of_wales_and_the_marches_is_known);
  ADD (addresses_are_read);
  ADD (venues_are_where_their_names_say);
  ADD (what_a_person_types_is_located);
  ADD (the_nearest_place_names_a_position);
  ADD (aberystwyth_and_tregaron_are_a_walk_of_a_day_apart);
  ADD (a_damaged_file_is_refused_with_its_line);
  ADD (many_threads_may_ask_at_once);
  return g_test_run ();
}
