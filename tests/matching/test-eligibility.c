/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-eligibility.h"
#include "support/dolen-test.h"

/* Texts as real feeds write them, and what they say of whom it is for; "" nothing. */
static const struct {
  const char *name;
  const char *description;
  const char *codes;
} cases[] = {
  { "Teen Gym",
    "For teens in year 7 to year 11, with adult role models.",
    "age-11- audience-children" },
  { "Clwb Celf", "I ddisgyblion blynyddoedd 7 i 9.", "age-11-14" },
  { "Teens and Adults Judo", "Mondays.", "" },
  { "Choir", "We have met for years 2 to 3 times a month.", "" },
  { "Over 50's Fitness", "A gentle class.", "age-50-" },
  { "Street Sport: Scorers",
    "This inclusive session allows people aged 8-25 to meet.",
    "age-8-25" },
  { "Weekend Warriors", "A martial art and fitness based class for 4-10 years.", "age-4-10" },
  { "Baby Massage", "A bonding session.", "audience-parents audience-children" },
  { "Coffee morning", "We welcome anybody aged 60+ to join us.", "age-60-" },
  { "We are with you", "Services to people over the age of 18 facing challenges.", "age-18-" },
  { "Choir", "Everyone welcome. Under 16s must be accompanied by an adult.", "" },
  { "Swimming", "Children aged 4-7 swim free; adults £4.", "" },
  { "Community library", "Open 9 - 5, for 10 years now.", "" },
  { "Parkrun", "5k, aged between 8 and 80 and everyone else.", "age-8-80" },
  { "Men's Breakfast", "Bacon and company.", "gender-male" },
  { "Men's Shed", "Men and women welcome.", "" },
  { "Ladies Hockey", "Thursdays.", "gender-female" },
  { "Women's Institute", "Monthly talks.", "gender-female" },
  { "Carers' Tai Chi Group", "Gentle movement.", "audience-carers" },
  { "Young Carers' Club", "Time off together.", "audience-children audience-carers" },
  { "Carers and Young Carers", "Advice.", "audience-carers" },
  { "Armed Forces Breakfast Club", "Banter.", "audience-veterans" },
  { "The Guilty Men", "A band plays at the hall.", "" },
  { "Andys Man Club", "A talking group aged over 18.", "age-18- gender-male" },
  { "Clwb Cinio", "I bobl dros 60 oed.", "age-60-" },
  { "Men over 50", "Walking football.", "age-50- gender-male" },
  { "Walking football", "Men over 50", "age-50- gender-male" },
  { "Yoga", "For women over 60 in Borth.", "age-60- gender-female" },
  { "Walking netball", "Women only. Wednesdays.", "gender-female" },
  { "Bowls", "Men and women over 50.", "age-50-" },
  { "Dynion dros 65", "Brecwast.", "age-65- gender-male" },
  { "Bingo", "Pobl 55 oed a throsodd.", "age-55-" },
  { "Whist", "60 and above.", "age-60-" },
  { "Choir", "Men over 50 miles away sing with us; a choir of women over 40 years.", "" },
  { "Cylch Meithrin", "Croeso i bawb.", "audience-parents audience-children" },
  { "Brigg Men in Sheds", "Tea, talk and tinkering. Open to all.", "" },
  { "Breakfast Club", "Are you a serving member of the armed forces?", "audience-veterans" },
  { "Drama",
    "Drama provides opportunities for disabled adults (16+).",
    "age-16- audience-disability" },
  { "Library", "Books for children, parents and people with a disability, open to all.", "" },
  { "Advice",
    "An advice service for older people, for anyone over fifty.",
    "age-50- audience-older" },
  { "Croeso Group", "A weekly meal for refugees and asylum seekers.", "audience-refugees" },
  { "Refugee Drop-in", "Tea and English.", "audience-refugees" },
  { "Foodbank", "For families, people out of work and refugees.", "" },
  { "Food Hub", "We support carers and refugees; open to all.", "" },
  { "Student Minds", "Peer support.", "audience-students" },
  { "Chaplaincy", "A listening ear for university students.", "audience-students" },
  { "Language exchange", "For students and residents alike.", "" },
  { "Tir Dewi", "Helps farmers and their families in difficulty.", "audience-farmers" },
  { "Clwb Ffermwyr Ifanc Cymru", "Cwmni.", "audience-farmers" },
  { "Farmers' Market", "Local food, for farmers and shoppers.", "" },
  { "BME Women's Circle", "Talk.", "audience-minorities gender-female" },
  { "Help to claim Universal Credit", "By telephone.", "age-16-66" },
  { "Gofod Cynnes", "Cawl am ddim, croeso i blant.", "" },
  { "Clwb", "Clwb ar ôl ysgol i blant.", "audience-children" },
  { "Hopeline",
    "Advice for children and young people under the age of 35 who think of suicide.",
    "age-0-35 audience-children" },
  { "Family & Friends Support",
    "Support for family & friends of people who have a brain injury.",
    "audience-carers" },
  { "Stroke club", "For people who have had a stroke, their families and friends.", "" },
  { "Sing", "For carers of adults with dementia; open to all.", "" },
  { "Prom", "A relaxed LGBTQ+ evening of board games.", "audience-lgbtq" },
  { "Online", "A chat room for LGBTQ+ people aged 18 and over.", "age-18- audience-lgbtq" },
  { "Enfys",
    "Lle diogel i bobl ifanc LHDTC+ fod yn nhw eu hunain.",
    "audience-children audience-lgbtq" },
  { "Advice", "For everybody, including LGBTQ+ people.", "" },
  { "Art", "We have run for over 20 years, with 30 to 40 people.", "" },
};

static void
test_it_reads_for_whom_a_service_is (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) readings = dolen_eligibility_read (cases[i].name, cases[i].description);
    g_autoptr (GString) codes = g_string_new (NULL);

    for (guint r = 0; r < readings->len; r++) {
      const DolenEligibilityReading *reading = g_ptr_array_index (readings, r);

      g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", reading->code);
      g_assert_nonnull (reading->words);
    }
    g_test_message ("%s", cases[i].name);
    g_assert_cmpstr (codes->str, ==, cases[i].codes);
  }
}

static void
test_nothing_says_nothing (void)
{
  g_autoptr (GPtrArray) readings = dolen_eligibility_read (NULL, NULL);

  g_assert_cmpuint (readings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
  g_test_add_func ("/eligibility/cases", test_it_reads_for_whom_a_service_is);
  g_test_add_func ("/eligibility/nothing", test_nothing_says_nothing);
  return g_test_run ();
}
