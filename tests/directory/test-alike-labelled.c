/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/alike/dolen-alike.h"
#include "directory/alike/measure.h"

static gboolean
is_organisation (json_object *record)
{
  g_autofree char *kind = labelled_text (record, "kind");

  return g_strcmp0 (kind, "organisation") == 0;
}

/* Reads the records into the directory and searches. Takes @records. */
static Measure
measure_records (DolenDirectory *dir, json_object *records, DolenAlikeKind kind)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Measure measure = measure_begin (dir, kind);

  g_assert_nonnull (records);
  for (gsize i = 0; i < json_object_array_length (records); i++) {
    json_object *record = json_object_array_get_idx (records, i);
    g_autofree char *label = labelled_text (record, "same");

    if (is_organisation (record) != (kind == DOLEN_ALIKE_ORGANISATIONS))
      continue;
    measure_add (&measure,
                 kind == DOLEN_ALIKE_ORGANISATIONS ? labelled_store_organisation (dir, record)
                                                   : labelled_store (dir, known, record),
                 label);
  }
  json_object_put (records);
  measure_run (&measure);
  return measure;
}

static void
assert_found (const char *file, DolenAlikeKind kind, double precision, double recall)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("DOLEN_SOURCE_DIR"), "tests", "directory", "alike", file, NULL);
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_auto (Measure) found = measure_records (dir, json_object_from_file (path), kind);

  measure_say (&found, file);
  g_assert_cmpfloat (measure_precision (&found), >=, precision);
  g_assert_cmpfloat (measure_recall (&found), >=, recall);
}

static void
test_few_and_good_candidates (void)
{
  assert_found ("labelled.json", DOLEN_ALIKE_SERVICES, 0.95, 0.95);
}

/* Written by somebody who had not seen the search: half of what is one there has neither a name nor
 * a contact in common. Its first reading gave 0.89 and 0.45. */
static void
test_candidates_of_another_hand (void)
{
  assert_found ("another-hand.json", DOLEN_ALIKE_SERVICES, 0.95, 0.84);
}

/* Of a third, by kinds: renamed, by letters, by the name in the register, in the other language,
 * misspelt, by another name at the same door, moved, the house and what it offers. Its first
 * reading gave 0.85 and 0.34. */
static void
test_candidates_of_a_third_hand (void)
{
  assert_found ("third-hand.json", DOLEN_ALIKE_SERVICES, 0.95, 0.84);
}

/* Every other pair of the third hand, kept aside while the search was made: it read 0.84 and 0.81
 * at first sight. The faults it showed have been mended since, so that it is a test like the others
 * now. */
static void
test_candidates_that_were_kept_aside (void)
{
  assert_found ("held-out.json", DOLEN_ALIKE_SERVICES, 0.95, 0.85);
}

/* Of a fourth, who had seen neither the search nor the lists above: 0.74 and 0.57 at first sight.
 */
static void
test_candidates_of_a_fourth_hand (void)
{
  assert_found ("fourth-hand.json", DOLEN_ALIKE_SERVICES, 0.95, 0.85);
  assert_found ("fourth-hand.json", DOLEN_ALIKE_ORGANISATIONS, 0.95, 0.75);
}

/* The other half of it: 0.81 and 0.81 at first sight, and hardly otherwise when the search had been
 * mended by the first half alone, before its own faults were looked at. */
static void
test_candidates_the_fourth_hand_kept_aside (void)
{
  assert_found ("fourth-hand-kept.json", DOLEN_ALIKE_SERVICES, 0.95, 0.85);
  assert_found ("fourth-hand-kept.json", DOLEN_ALIKE_ORGANISATIONS, 0.95, 0.85);
}

/* By who mended it by the first half of the fifth, before it was run on them: what lies beside one
 * another in a county, and some that are one. */
static void
test_candidates_beside_one_another (void)
{
  assert_found ("beside.json", DOLEN_ALIKE_SERVICES, 0.95, 0.85);
}

/* Services of few fields, and how many pairs of them are proposed. */
static const struct {
  const char *what;
  const char *records;
  guint found;
} rules[] = {
  { "two pages of Facebook are two",
    "[{'source':'a','organisation':'Z with Ann','name':'Zumba Gold',"
    "'url':'https://www.facebook.com/profile.php?id=100000000000001'},"
    "{'source':'b','organisation':'Fit with Bea','name':'Zumba Gold',"
    "'url':'https://www.facebook.com/profile.php?id=100000000000002'}]",
    0 },
  { "one page of Facebook is one, however it is written",
    "[{'source':'a','organisation':'Z with Ann','name':'Zumba Gold',"
    "'url':'https://www.facebook.com/profile.php?id=100000000000001'},"
    "{'source':'b','organisation':'Fit with Bea','name':'Zumba Gold',"
    "'url':'https://www.facebook.com/people/Z/100000000000001'}]",
    1 },
  { "the first Monday is not the third",
    "[{'source':'a','organisation':'Mold Library','name':'Reading Group','days':'1MO'},"
    "{'source':'b','organisation':'Mold Library','name':'Reading Group','days':'3MO'}]",
    0 },
  { "a Monday may be the third",
    "[{'source':'a','organisation':'Mold Library','name':'Reading Group','days':'MO'},"
    "{'source':'b','organisation':'Mold Library','name':'Book Club','days':'3MO'}]",
    1 },
  { "the fourth may be the last",
    "[{'source':'a','organisation':'Mold Library','name':'Reading Group','days':'4MO'},"
    "{'source':'b','organisation':'Mold Library','name':'Reading Group','days':'-1MO'}]",
    1 },
  { "one list tells two hours of one class apart",
    "[{'source':'a','organisation':'Mini Music','name':'Mini Music Makers','days':'TH',"
    "'opens':'10:15','postcode':'LD3 7EW','email':'a@music.example'},"
    "{'source':'a','organisation':'Mini Music','name':'Mini Music Makers','days':'TH',"
    "'opens':'11:00','postcode':'LD3 7EW','email':'a@music.example'}]",
    0 },
  { "and two texts",
    "[{'source':'a','organisation':'Crafty','name':'Wreath Workshop','email':'a@craft.example',"
    "'description':'Come and make a wreath with us at the Cadwgan Cafe, with all that is needed, and cake.'},"
    "{'source':'a','organisation':'Crafty','name':'Wreath Workshop','email':'a@craft.example',"
    "'description':'Come and make a wreath with us at Plas Dderwen, with all that is needed, and cake.'}]",
    0 },
  { "but not one text twice",
    "[{'source':'a','organisation':'Crafty','name':'Wreath Workshop','email':'a@craft.example',"
    "'description':'Come and make a wreath with us at the Cadwgan Cafe, with all that is needed, and cake.'},"
    "{'source':'a','organisation':'Crafty','name':'Wreath Workshop','email':'a@craft.example',"
    "'description':'COME and make a wreath with us, at the Cadwgan Cafe; with all that is needed, and cake.'}]",
    1 },
  { "the number in the register makes two organisations one",
    "[{'source':'a','organisation':'LMN','charity':'1112002','name':'Homework Club'},"
    "{'source':'b','organisation':'The Welcome Place','charity':'1112002','name':'Homework Club'}]",
    1 },
  { "and without it they are two",
    "[{'source':'a','organisation':'LMN','name':'Homework Club'},"
    "{'source':'b','organisation':'The Welcome Place','name':'Homework Club'}]",
    0 },
  { "a place that offers several things is none of them",
    "[{'source':'map','name':'Cletwr','url':'https://cletwr.example','postcode':'SY20 8PN'},"
    "{'source':'a','organisation':'Cletwr','name':'Cletwr Book Club',"
    "'url':'https://cletwr.example','postcode':'SY20 8PN'},"
    "{'source':'a','organisation':'Cletwr','name':'Cletwr Lunch',"
    "'url':'https://cletwr.example','postcode':'SY20 8PN'}]",
    0 },
  { "the scouts' hall is not the scouts",
    "[{'source':'map','name':'5th Barry Sea View Scout Hall','postcode':'CF62 8AA'},"
    "{'source':'a','organisation':'5th Barry Scout Group','name':'5th Barry Scout Group',"
    "'postcode':'CF62 8AA'}]",
    0 },
  { "what goes on in a church is not the church",
    "[{'source':'map','name':'St Michaels Church','postcode':'NP7 5EU'},"
    "{'source':'a','organisation':'St Michaels Church Abergavenny',"
    "'name':'Coffee Morning at St Michaels','postcode':'NP7 5EU'}]",
    0 },
  { "who has the day in the name is told of without it by others",
    "[{'source':'a','organisation':'Central Centre','name':'Art Club','phone':'01632 960101'},"
    "{'source':'b','organisation':'Central Centre','name':'Monday Art Club',"
    "'phone':'01632 960101'}]",
    1 },
  { "but in one list there are two",
    "[{'source':'a','organisation':'Central Centre','name':'Art Club','phone':'01632 960101'},"
    "{'source':'a','organisation':'Central Centre','name':'Monday Art Club',"
    "'phone':'01632 960101'}]",
    0 },
  { "what is called after another town is another's",
    "[{'source':'a','organisation':'Tregaron Mens Shed','name':'Mens Shed',"
    "'url':'https://sheds.example/find','days':'WE','opens':'10:00'},"
    "{'source':'b','organisation':'Lampeter Mens Shed','name':'Lampeter Mens Shed',"
    "'url':'https://sheds.example/find','days':'WE','opens':'10:00'}]",
    0 },
  { "one list tells two halls apart",
    "[{'source':'a','organisation':'Crafty','name':'Wreath Workshop','email':'a@craft.example',"
    "'hall':'Cadwgan'},"
    "{'source':'a','organisation':'Crafty','name':'Wreath Workshop','email':'a@craft.example',"
    "'hall':'Plas Dderwen'}]",
    0 },
  { "one hall at one hour, without a postcode",
    "[{'source':'a','organisation':'Oriel Q','name':'Monday Art Group','hall':'Queens Hall Gallery',"
    "'place':'Narberth','days':'MO','opens':'10:00'},"
    "{'source':'b','organisation':'Queens Hall Gallery Narberth','name':'Art Group',"
    "'hall':'Queens Hall','place':'Narberth','days':'MO','opens':'10:00'}]",
    1 },
  { "renamed, with all contacts and the door",
    "[{'source':'a','organisation':'The Croft Collective','name':'The Croft Collective',"
    "'phone':'01632 960591','email':'hello@croft.example','postcode':'SA70 7HD'},"
    "{'source':'b','organisation':'Pantri Cymunedol','name':'Community Pantry',"
    "'phone':'01632 960591','email':'hello@croft.example','postcode':'SA70 7HD'}]",
    1 },
  { "one list names one choir twice",
    "[{'source':'a','name':'Aberaeron Shanty Choir','days':'MO'},"
    "{'source':'a','name':'Shanty Choir, Aberaeron','days':'MO'}]",
    1 },
  { "the hall's name says where",
    "[{'source':'a','organisation':'Youth Service','name':'Youth Club','hall':'Sirhowy Centre',"
    "'postcode':'NP22 4PN'},"
    "{'source':'b','organisation':'Sirhowy Youth Club','name':'Sirhowy Youth Club',"
    "'postcode':'NP22 4PN'}]",
    1 },
  { "a town is no misspelling of another",
    "[{'source':'a','name':'Llanwnda Quilters','days':'TU','opens':'10:00'},"
    "{'source':'b','name':'Llanwrda Quilters','days':'TU','opens':'10:00'}]",
    0 },
  { "and has two names",
    "[{'source':'a','name':'Usk Quilters','days':'TU','opens':'10:00'},"
    "{'source':'b','name':'Brynbuga Quilters','days':'TU','opens':'10:00'}]",
    1 },
  { "who was called so, as the text says",
    "[{'source':'a','organisation':'Emlyn Fridge','name':'Emlyn Fridge','postcode':'SA38 9AJ',"
    "'description':'Food for all. Formerly Bwyd Teifi.'},"
    "{'source':'b','organisation':'Bwyd Teifi','name':'Bwyd Teifi','postcode':'SA38 9AJ'}]",
    1 },
  { "and without the text they are two",
    "[{'source':'a','organisation':'Emlyn Fridge','name':'Emlyn Fridge','postcode':'SA38 9AJ',"
    "'description':'Food for all.'},"
    "{'source':'b','organisation':'Bwyd Teifi','name':'Bwyd Teifi','postcode':'SA38 9AJ'}]",
    0 },
  { "a county by either name, and letters that are written with two",
    "[{'source':'a','organisation':'C.Ff.I. Sir G\u00e2r','name':'C.Ff.I. Sir G\u00e2r','postcode':'SA31 3AX'},"
    "{'source':'b','organisation':'Carmarthenshire YFC','name':'Carmarthenshire YFC',"
    "'postcode':'SA31 3AX'}]",
    1 },
  { "Adran Iau are the juniors, not the Thursday's",
    "[{'source':'a','organisation':'Clwb Rygbi Crymych','name':'Adran Iau Clwb Rygbi Crymych',"
    "'email':'j@crymych.example','postcode':'SA41 3RJ','days':'SU'},"
    "{'source':'b','organisation':'Crymych RFC','name':'Crymych RFC Juniors',"
    "'email':'j@crymych.example','postcode':'SA41 3RJ','days':'SU'}]",
    1 },
  { "three words may be written as one",
    "[{'source':'a','organisation':'Andys Man Club','name':'Andys Man Club','days':'MO','opens':'19:00'},"
    "{'source':'b','organisation':'ANDYSMANCLUB','name':'ANDYSMANCLUB','days':'MO','opens':'19:00'}]",
    1 },
  { "what stands in brackets explains",
    "[{'source':'a','organisation':'Money Advice Trust','name':'Business Debtline','url':'https://bd.example'},"
    "{'source':'b','organisation':'The Money Advice Trust','name':'Business Debtline (self-employed debt"
    " advice)','url':'https://bd.example/EW'}]",
    1 },
  { "the friends of a band are not the band",
    "[{'source':'a','organisation':'Cwmfelin Band','name':'Friends of Cwmfelin Band','postcode':'CF42 6EF'},"
    "{'source':'b','organisation':'Cwmfelin Silver Band','name':'The Cwmfelin Band',"
    "'postcode':'CF42 6EF'}]",
    0 },
  { "the text says for whom it is",
    "[{'source':'a','organisation':'Dysgu','name':'Yoga in Pwllheli','phone':'01632 961070',"
    "'description':'Gentle yoga, for beginners.'},"
    "{'source':'b','organisation':'Learn','name':'Yoga in Pwllheli','phone':'01632 961070',"
    "'description':'Faster yoga, advanced.'}]",
    0 },
  { "the text says on which day",
    "[{'source':'a','organisation':'Village Hall','name':'Hibaldstow Choir','days':'TH'},"
    "{'source':'b','organisation':'Hibaldstow Choir','name':'Hibaldstow Choir','phone':'01632 961070',"
    "'description':'We sing on Mondays in the school.'}]",
    0 },
  { "the church is not its hall",
    "[{'source':'a','organisation':'Church in Wales','name':'St Teilos Church Bishopston',"
    "'phone':'01632 961020','postcode':'SA3 3JP'},"
    "{'source':'b','organisation':'St Teilos Church Hall','name':'St Teilos Church Hall',"
    "'phone':'01632 961020','postcode':'SA3 3JP'}]",
    0 },
  { "who is called as the hall is not who meets in it",
    "[{'source':'a','organisation':'Garw Council','name':'Garw Fechan Community Centre',"
    "'hall':'Garw Fechan Community Centre','postcode':'CF32 8AP'},"
    "{'source':'b','organisation':'Garw Fechan Camera Club','name':'Garw Fechan Camera Club',"
    "'hall':'Garw Fechan Community Centre','postcode':'CF32 8AP'}]",
    0 },
  { "a house that lets rooms is not what goes on in it",
    "[{'source':'a','organisation':'Hanging Gardens','name':'Hanging Gardens','phone':'01632 960403',"
    "'email':'a@hang.example','postcode':'SY18 6BS','description':'Gardens, and rooms for hire.'},"
    "{'source':'b','organisation':'Hanging Gardens','name':'Craft and Chat','phone':'01632 960403',"
    "'email':'a@hang.example','postcode':'SY18 6BS','description':'Everybody welcome.'}]",
    0 },
  { "the whole is not a branch of it",
    "[{'source':'a','organisation':'Royal British Legion','name':'Royal British Legion'},"
    "{'source':'b','organisation':'Royal British Legion','name':'Epwood RBL Branch'}]",
    0 },
  { "half a town's name is enough",
    "[{'source':'a','organisation':'Cyngor Sir Powys','name':'Teithiau Iach Llanfair-ym-Muallt',"
    "'email':'walk@powys.example','days':'MO','opens':'10:30'},"
    "{'source':'b','organisation':'Powys County Council','name':'Health Walks - Rhayader',"
    "'email':'walk@powys.example','days':'MO','opens':'10:30'}]",
    0 },
  { "what tells of the same may be called as it likes",
    "[{'source':'a','organisation':'Vale Fit Club','name':'Vale Fit Club',"
    "'description':'Seated exercise class for stroke survivors. Please ask for more.'},"
    "{'source':'b','organisation':'Vale Fit Club','name':'Chair class for stroke survivors',"
    "'description':'Seated exercise for survivors of a stroke.'}]",
    1 },
  { "one thing at one door at one hour",
    "[{'source':'a','organisation':'Parish','name':'St Cadocs Tower','postcode':'NP4 0RD','days':'TH',"
    "'opens':'19:30','description':'Bell ringing for Sunday service; practice on Thursdays.'},"
    "{'source':'b','organisation':'Trevethin Church','name':'Trevethin Ringers','postcode':'NP4 0RD',"
    "'days':'TH','opens':'19:30','description':'Bell ringing practice.'}]",
    1 },
  { "the middle of a district is no place to meet",
    "[{'source':'a','organisation':'Library','name':'Knit and Natter','postcode':'SA13 3HR',"
    "'position':[51.65,-3.65],'origin':'postcode-district'},"
    "{'source':'b','organisation':'Glyncorrwg Hall','name':'Knit and Natter','postcode':'SA13 3AL',"
    "'position':[51.65,-3.65],'origin':'postcode-district'}]",
    0 },
};

static void
test_each_rule_by_itself (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (DolenDirectory) dir = samples_open ();
    g_autofree char *text = g_strdelimit (g_strdup (rules[i].records), "'", '"');
    g_auto (Measure) found = measure_records (dir, json_tokener_parse (text), DOLEN_ALIKE_SERVICES);

    g_test_message ("%s", rules[i].what);
    g_assert_cmpuint (found.n_found, ==, rules[i].found);
  }
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/directory/alike/labelled", test_few_and_good_candidates);
  g_test_add_func ("/directory/alike/another-hand", test_candidates_of_another_hand);
  g_test_add_func ("/directory/alike/third-hand", test_candidates_of_a_third_hand);
  g_test_add_func ("/directory/alike/held-out", test_candidates_that_were_kept_aside);
  g_test_add_func ("/directory/alike/fourth-hand", test_candidates_of_a_fourth_hand);
  g_test_add_func ("/directory/alike/fourth-hand-kept", test_candidates_the_fourth_hand_kept_aside);
  g_test_add_func ("/directory/alike/beside", test_candidates_beside_one_another);
  g_test_add_func ("/directory/alike/rules", test_each_rule_by_itself);
  return g_test_run ();
}
