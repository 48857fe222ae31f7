/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/keeping-samples.h"

#include "base/dolen-error.h"
#include "directory/dolen-edits.h"
#include "directory/keeping/dolen-form-places.h"
#include "directory/keeping/dolen-keeping-form.h"

#include <string.h>

/* The form a group fills in, and what comes back of it. */

static DolenService *
new_service (DolenDirectory *dir)
{
  DolenService *service = samples_service ("Band", "Band y dref", DOLEN_TEXT_CHECKED);

  dolen_bilingual_load (&service->description,
                        "We play.",
                        DOLEN_TEXT_CHECKED,
                        "Rydym yn chwarae.",
                        DOLEN_TEXT_CHECKED);
  service->phone = g_strdup ("01632960123");
  service->fees = g_strdup ("£2");
  g_ptr_array_add (service->schedules, samples_schedule ("TU", "10:00", "12:00"));
  g_ptr_array_add (service->capacities, samples_capacity (DOLEN_CAPACITY_PLACES, 4, "2026-05-01"));
  samples_save (dir, service);
  return service;
}

/* The text with @what in place of the empty answer of a field. */
static char *
answer (const char *form, const char *code, const char *what)
{
  g_autofree char *empty = g_strdup_printf ("[%s]: \n", code);
  g_autofree char *full = g_strdup_printf ("[%s]: %s\n", code, what);
  g_auto (GStrv) parts = g_strsplit (form, empty, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (full, parts);
}

static char *
fill (const char *form, const char *const *answers)
{
  char *text = g_strdup (form);

  for (guint i = 0; answers[i] != NULL; i += 2) {
    char *next = answer (text, answers[i], answers[i + 1]);

    g_free (text);
    text = next;
  }
  return text;
}

static DolenFilledForm *
read_one (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) wrong = NULL;
  g_autoptr (GPtrArray) forms = dolen_filled_forms_read (text, -1, &wrong, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (wrong), ==, 0);
  g_assert_cmpuint (forms->len, ==, 1);
  return g_ptr_array_steal_index (forms, 0);
}

static const char *
given (const DolenFilledForm *form, DolenFormField field)
{
  for (guint i = 0; i < form->answers->len; i++) {
    const DolenFormAnswer *one = g_ptr_array_index (form->answers, i);

    if (one->field == field)
      return one->given;
  }
  return NULL;
}

static void
test_an_empty_form_says_nothing (void)
{
  for (guint language = 0; language < DOLEN_N_LANGUAGES; language++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (DolenDirectory) dir = samples_open ();
    g_autoptr (DolenService) service = new_service (dir);
    g_autofree char *text
        = dolen_keeping_form_new (service, NULL, (DolenLanguage) language, KEEPING_TODAY);
    g_autoptr (DolenFilledForm) form = read_one (text);
    g_autoptr (GPtrArray) lines = NULL;
    g_autoptr (DolenCall) call
               = dolen_filled_form_apply (dir, form, DOLEN_LANGUAGE_EN, &lines, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (form->service, ==, service->uid);
    g_assert_cmpstr (form->sent_on, ==, KEEPING_TODAY);
    g_assert_cmpint (form->language, ==, language);
    g_assert_cmpuint (form->answers->len, ==, 0);
    g_assert_cmpuint (lines->len, ==, 0);
    g_assert_cmpuint (call->ticks->len, ==, 0);
    g_assert_cmpuint (call->changes->len, ==, 0);
  }
}

static const DolenFormLine *
find_line (const GPtrArray *lines, DolenFormField field)
{
  for (guint i = 0; i < lines->len; i++) {
    const DolenFormLine *line = g_ptr_array_index (lines, i);

    if (line->field == field)
      return line;
  }
  g_assert_not_reached ();
}

static void
test_filled_in_shown_and_written (void)
{
  static const char *const answers[] = { "phone",       "01632 960 999",
                                         "email",       "nobody at home",
                                         "web",         "dolen.cymru",
                                         "times",       "Wednesdays now",
                                         "places",      "yes",
                                         "wait",        "2-3 weeks",
                                         "cost",        "£2",
                                         "access",      "yes",
                                         "description", "We play brass.",
                                         "who",         "the secretary",
                                         "note",        "Closed in August",
                                         NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = new_service (dir);
  g_autofree char *empty = dolen_keeping_form_new (service, NULL, DOLEN_LANGUAGE_EN, "2026-05-01");
  g_autofree char *text = fill (empty, answers);
  g_autoptr (DolenFilledForm) form = read_one (text);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (DolenCall) call
             = dolen_filled_form_apply (dir, form, DOLEN_LANGUAGE_EN, &lines, &error);
  g_autoptr (DolenService) stored = NULL;
  const DolenCapacity *capacity;

  g_assert_no_error (error);
  g_assert_cmpint (find_line (lines, DOLEN_FORM_PHONE)->effect, ==, DOLEN_FORM_CHANGES);
  g_assert_cmpstr (
      find_line (lines, DOLEN_FORM_PHONE)->sentence, ==, "Telephone: 01632 960123 → 01632960999");
  g_assert_cmpint (find_line (lines, DOLEN_FORM_EMAIL)->effect, ==, DOLEN_FORM_REFUSED);
  g_assert_nonnull (strstr (find_line (lines, DOLEN_FORM_EMAIL)->sentence, "Line 8, E-mail"));
  g_assert_cmpint (find_line (lines, DOLEN_FORM_TIMES)->effect, ==, DOLEN_FORM_BY_HAND);
  g_assert_cmpint (find_line (lines, DOLEN_FORM_PLACES)->effect, ==, DOLEN_FORM_CONFIRMS);
  g_assert_cmpint (find_line (lines, DOLEN_FORM_COST)->effect, ==, DOLEN_FORM_CONFIRMS);
  g_assert_cmpstr (find_line (lines, DOLEN_FORM_COST)->sentence, ==, "Cost: still right");
  /* Nothing is written until somebody has seen it. */
  g_assert_cmpint (samples_count (dir, "SELECT count(*) FROM history"), ==, 0);
  g_assert_cmpint (dolen_call_save (dir, call, "Mair", &error), >, 0);
  g_assert_no_error (error);
  stored = dolen_directory_get_service (dir, service->uid, NULL);
  capacity = dolen_service_current_capacity (stored);
  g_assert_cmpstr (stored->phone, ==, "01632960999");
  g_assert_null (stored->email);
  g_assert_cmpstr (stored->url, ==, "https://dolen.cymru");
  g_assert_cmpstr (stored->description.en, ==, "We play brass.");
  g_assert_cmpint (stored->description.cy_state, ==, DOLEN_TEXT_OUT_OF_DATE);
  g_assert_cmpint (capacity->places_free, ==, 4);
  g_assert_cmpint (capacity->wait_weeks_from, ==, 2);
  g_assert_cmpint (capacity->wait_weeks_to, ==, 3);
  g_assert_cmpint (capacity->source, ==, DOLEN_TOLD_BY_EMAIL);
  g_assert_cmpstr (dolen_service_fact_confirmed_on (stored, DOLEN_FACT_ACCESS), ==, KEEPING_TODAY);
  g_assert_null (dolen_service_fact_confirmed_on (stored, DOLEN_FACT_TIMES));
  g_assert_cmpstr (
      ((DolenConfirmation *) stored->confirmations->pdata[0])->asked, ==, "the secretary");
  g_assert_cmpstr (
      ((DolenConfirmation *) stored->confirmations->pdata[0])->note, ==, "Closed in August");
}

/* What @given for a field of @service would do, and what the call would change and confirm. */
static DolenFormEffect
effect_of (DolenDirectory *dir,
           const DolenService *service,
           const char *code,
           const char *given,
           guint *did)
{
  const char *answers[] = { code, given, NULL };
  g_autofree char *empty = dolen_keeping_form_new (service, NULL, DOLEN_LANGUAGE_EN, KEEPING_TODAY);
  g_autofree char *text = fill (empty, answers);
  g_autoptr (DolenFilledForm) form = read_one (text);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (DolenCall) call = dolen_filled_form_apply (dir, form, DOLEN_LANGUAGE_EN, &lines, NULL);

  g_assert_cmpuint (lines->len, ==, 1);
  *did = call->changes->len + call->ticks->len;
  return ((DolenFormLine *) lines->pdata[0])->effect;
}

/* The number in the form is a contact's: what it should be instead is entered where it stands, and
 * not into the listing beside it. */
static void
test_what_is_a_contacts_is_entered_by_hand (void)
{
  static const struct {
    const char *code, *given;
    DolenFormEffect effect;
  } cases[] = {
    { "phone", "remove", DOLEN_FORM_BY_HAND },
    { "phone", "dileu", DOLEN_FORM_BY_HAND },
    { "phone", "01632 960999", DOLEN_FORM_BY_HAND },
    { "phone", "01632 960555", DOLEN_FORM_CONFIRMS },
    { "phone", "yes", DOLEN_FORM_CONFIRMS },
    { "phone", "nobody", DOLEN_FORM_REFUSED },
    { "email", "none", DOLEN_FORM_BY_HAND },
    { "email", "new@band.example", DOLEN_FORM_BY_HAND },
    { "email", "band@band.example", DOLEN_FORM_CONFIRMS },
  };
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = samples_service ("Band", NULL, DOLEN_TEXT_GIVEN);
  DolenContact *contact = dolen_contact_new ();

  contact->phone = g_strdup ("01632960555");
  contact->email = g_strdup ("band@band.example");
  contact->permission = DOLEN_PERMISSION_GIVEN_OUT;
  g_ptr_array_add (service->contacts, contact);
  samples_save (dir, service);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint did;

    g_test_message ("%s: %s", cases[i].code, cases[i].given);
    g_assert_cmpint (
        effect_of (dir, service, cases[i].code, cases[i].given, &did), ==, cases[i].effect);
    g_assert_cmpuint (did > 0, ==, cases[i].effect == DOLEN_FORM_CONFIRMS);
  }
}

/* What does not stand in the form nobody said that it is right, or gone; the organisation's number
 * stands there, and is not the listing's to take away. */
static void
test_yes_to_nothing_confirms_nothing (void)
{
  static const char *const codes_of_contact[] = { "email", "web" };
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) organisation = samples_organisation (dir, "Y Neuadd");
  g_autoptr (DolenService) service = samples_service ("Band", NULL, DOLEN_TEXT_GIVEN);
  guint did;

  organisation->phone = g_strdup ("01632960777");
  g_assert_true (dolen_directory_save_organisation (dir, organisation, NULL));
  service->organisation_uid = g_strdup (organisation->uid);
  samples_save (dir, service);
  for (guint i = 0; i < G_N_ELEMENTS (codes_of_contact); i++) {
    g_assert_cmpint (
        effect_of (dir, service, codes_of_contact[i], "yes", &did), ==, DOLEN_FORM_BY_HAND);
    g_assert_cmpuint (did, ==, 0);
  }
  g_assert_cmpint (effect_of (dir, service, "phone", "yes", &did), ==, DOLEN_FORM_CONFIRMS);
  g_assert_cmpint (effect_of (dir, service, "phone", "none", &did), ==, DOLEN_FORM_BY_HAND);
  g_assert_cmpuint (did, ==, 0);
}

static void
test_as_mail_programs_send_it_back (void)
{
  static const char *const answers[] = { "phone", "ie", "cost", "Am ddim", NULL };
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = new_service (dir);
  g_autofree char *empty = dolen_keeping_form_new (service, NULL, DOLEN_LANGUAGE_CY, KEEPING_TODAY);
  g_autofree char *filled = fill (empty, answers);
  g_auto (GStrv) lines = g_strsplit (filled, "\n", -1);
  g_autofree char *quoted = g_strjoinv ("\r\n> > ", lines);
  g_auto (GStrv) empty_lines = g_strsplit (empty, "\n", -1);
  g_autofree char *below = g_strjoinv ("\n> ", empty_lines);
  g_autofree char *reply = g_strdup_printf (
      "Annwyl bawb,\nDyma fo: ein rhif.\n> > %s\nSiân\n\nAr 4 Mai ysgrifennodd Mair:\n> %s",
      quoted,
      below);
  g_autoptr (DolenFilledForm) form = read_one (reply);

  g_assert_cmpuint (form->answers->len, ==, 2);
  g_assert_cmpstr (given (form, DOLEN_FORM_PHONE), ==, "ie");
  g_assert_cmpstr (given (form, DOLEN_FORM_COST), ==, "Am ddim");
}

static void
test_brackets_gone_and_lines_wrapped (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = new_service (dir);
  g_autofree char *check = dolen_form_check (service->uid, KEEPING_TODAY, DOLEN_LANGUAGE_EN);
  g_autofree char *text = g_strdup_printf ("[Dolen  " KEEPING_TODAY " en %s %s]\n"
                                           "telephone: 01632 960999\n"
                                           "Beth yr ydych yn ei wneud : We play brass\n"
                                           "in the old hall.\n"
                                           "\n"
                                           "Best wishes\n"
                                           "COST:\n"
                                           "£3\n"
                                           "E-mail [email]: ______\n"
                                           "[END]\n"
                                           "Cost: £9\n",
                                           service->uid,
                                           check);
  g_autoptr (DolenFilledForm) form = read_one (text);

  g_assert_cmpstr (given (form, DOLEN_FORM_PHONE), ==, "01632 960999");
  g_assert_cmpstr (given (form, DOLEN_FORM_COST), ==, "£3");
  g_assert_cmpstr (given (form, DOLEN_FORM_DESCRIPTION), ==, "We play brass\nin the old hall.");
  g_assert_null (given (form, DOLEN_FORM_EMAIL));
}

static void
test_several_listings_in_one_text (void)
{
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) one = new_service (dir);
  g_autoptr (DolenService) other = new_service (dir);
  g_autofree char *first = dolen_keeping_form_new (one, NULL, DOLEN_LANGUAGE_EN, KEEPING_TODAY);
  g_autofree char *second = dolen_keeping_form_new (other, NULL, DOLEN_LANGUAGE_EN, KEEPING_TODAY);
  g_autofree char *filled_first = answer (first, "cost", "£5");
  g_autofree char *filled_second = answer (second, "cost", "£6");
  g_autofree char *text = g_strconcat (filled_first, filled_second, NULL);
  g_autoptr (GPtrArray) forms = dolen_filled_forms_read (text, -1, NULL, NULL);

  g_assert_cmpuint (forms->len, ==, 2);
  g_assert_cmpstr (((DolenFilledForm *) forms->pdata[0])->service, ==, one->uid);
  g_assert_cmpstr (given (forms->pdata[0], DOLEN_FORM_COST), ==, "£5");
  g_assert_cmpstr (given (forms->pdata[1], DOLEN_FORM_COST), ==, "£6");
}

static void
test_what_is_wrong_names_its_line (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = new_service (dir);
  g_autofree char *form = dolen_keeping_form_new (service, NULL, DOLEN_LANGUAGE_EN, KEEPING_TODAY);
  g_autofree char *twice = g_strdup_printf ("%s\n%s", form, form);
  g_autofree char *filled = answer (twice, "cost", "£5");
  g_autofree char *again = answer (filled, "cost", "£6");
  g_autofree char *spoiled = g_strdup (form);
  g_autofree char *long_answer = g_strnfill (DOLEN_FORM_MAX_ANSWER + 1, 'a');
  g_autofree char *too_long = answer (form, "cost", long_answer);
  g_autofree char *large = g_strnfill (DOLEN_FORM_MAX_BYTES + 1, ' ');
  g_auto (GStrv) wrong = NULL;
  g_auto (GStrv) wrong_length = NULL;
  g_autoptr (GPtrArray) forms = dolen_filled_forms_read (again, -1, &wrong, &error);
  g_autoptr (GPtrArray) cut = NULL;

  g_assert_cmpstr (given (forms->pdata[0], DOLEN_FORM_COST), ==, "£5");
  g_assert_cmpuint (g_strv_length (wrong), ==, 1);
  g_assert_true (g_str_has_prefix (wrong[0], "Line "));
  cut = dolen_filled_forms_read (too_long, -1, &wrong_length, &error);
  g_assert_cmpuint (g_strv_length (wrong_length), ==, 1);
  g_assert_no_error (error);
  /* One letter of the reference was typed over. */
  *strstr (spoiled, "2026-05-04") = '1';
  g_assert_null (dolen_filled_forms_read (spoiled, -1, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Line 1"));
  g_clear_error (&error);
  g_assert_null (dolen_filled_forms_read ("Thank you!", -1, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (dolen_filled_forms_read ("\xff", 1, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_ENCODING);
  g_clear_error (&error);
  g_assert_null (dolen_filled_forms_read (large, -1, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE);
}

static void
test_changed_here_since_it_was_sent (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenService) service = new_service (dir);
  g_autofree char *empty = dolen_keeping_form_new (service, NULL, DOLEN_LANGUAGE_EN, "2026-05-01");
  g_autofree char *text = answer (empty, "cost", "£5");
  g_autoptr (DolenFilledForm) form = read_one (text);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (DolenCall) call = NULL;

  g_assert_cmpint (
      dolen_edit_set_field (dir, "service", service->uid, "fees", "£4", NULL, &error), >, 0);
  call = dolen_filled_form_apply (dir, form, DOLEN_LANGUAGE_EN, &lines, &error);
  g_assert_true (find_line (lines, DOLEN_FORM_COST)->changed_since);
  g_assert_cmpstr (find_line (lines, DOLEN_FORM_COST)->sentence,
                   ==,
                   "Cost: £4 → £5 (it was changed here since the form was sent)");
  g_assert_true (dolen_directory_delete_service (dir, service->uid, &error));
  g_assert_null (dolen_filled_form_apply (dir, form, DOLEN_LANGUAGE_EN, NULL, &error));
  g_assert_error (error, DOLEN_ERROR, DOLEN_ERROR_NOT_FOUND);
}

static void
test_places_as_people_write_them (void)
{
  static const struct {
    const char *given;
    int status, places; /* status -1: by hand */
  } cases[] = {
    { "4", DOLEN_CAPACITY_PLACES, 4 },
    { "4 places", DOLEN_CAPACITY_PLACES, 4 },
    { " 1 space free.", DOLEN_CAPACITY_PLACES, 1 },
    { "4 lle", DOLEN_CAPACITY_PLACES, 4 },
    { "12 o leoedd", DOLEN_CAPACITY_PLACES, 12 },
    { "0", DOLEN_CAPACITY_FULL, 0 },
    { "Full!", DOLEN_CAPACITY_FULL, 0 },
    { "Llawn", DOLEN_CAPACITY_FULL, 0 },
    { "Just come along", DOLEN_CAPACITY_OPEN, -1 },
    { "Dewch draw", DOLEN_CAPACITY_OPEN, -1 },
    { "waiting list", DOLEN_CAPACITY_WAITING_LIST, -1 },
    { "Rhestr aros", DOLEN_CAPACITY_WAITING_LIST, -1 },
    { "a few", -1, 0 },
    { "4 in May", -1, 0 },
    { "4000", -1, 0 },
    { "-3", -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenCapacity) capacity = dolen_capacity_new ();

    g_test_message ("%s", cases[i].given);
    g_assert_cmpint (dolen_form_read_places (cases[i].given, capacity), ==, cases[i].status >= 0);
    if (cases[i].status < 0)
      continue;
    g_assert_cmpint ((int) capacity->status, ==, cases[i].status);
    g_assert_cmpint (capacity->places_free, ==, cases[i].places);
  }
}

static void
test_waits_as_people_write_them (void)
{
  static const struct {
    const char *given;
    int from, to; /* -1: by hand */
  } cases[] = {
    { "3", 3, 3 },          { "3 weeks", 3, 3 },
    { "3-4 weeks", 3, 4 },  { "about 3 to 6", 3, 6 },
    { "3 wythnos", 3, 3 },  { "tua 2 wythnos", 2, 2 },
    { "none", 0, 0 },       { "Dim", 0, 0 },
    { "2 months", -1, -1 }, { "soon", -1, -1 },
    { "6-3", 6, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenCapacity) capacity = dolen_capacity_new ();

    g_test_message ("%s", cases[i].given);
    g_assert_cmpint (dolen_form_read_wait (cases[i].given, capacity), ==, cases[i].from >= 0);
    g_assert_cmpint (capacity->wait_weeks_from, ==, cases[i].from);
    g_assert_cmpint (capacity->wait_weeks_to, ==, cases[i].to);
  }
}

static void
test_the_language_of_a_group (void)
{
  static const struct {
    const char *languages, *en, *cy;
    DolenLanguage language;
  } cases[] = {
    { "cy", "Band", NULL, DOLEN_LANGUAGE_CY },      { "en,cy", "Band", NULL, DOLEN_LANGUAGE_EN },
    { "en,cy", "Band", "Band", DOLEN_LANGUAGE_CY }, { "en", "Band", "Band", DOLEN_LANGUAGE_EN },
    { "", NULL, "Band", DOLEN_LANGUAGE_CY },        { "", "Band", "Band", DOLEN_LANGUAGE_EN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (DolenService) service
               = samples_service (cases[i].en, cases[i].cy, DOLEN_TEXT_CHECKED);
    g_auto (GStrv) codes = g_strsplit (cases[i].languages, ",", -1);
    g_autoptr (DolenDirectory) dir = samples_open ();
    g_autoptr (DolenQueueItem) item = NULL;

    for (guint k = 0; codes[k] != NULL; k++) {
      DolenLanguageOffered *offered = dolen_language_offered_new ();

      offered->code = g_strdup (codes[k]);
      g_ptr_array_add (service->languages, offered);
    }
    g_test_message ("case %u", i);
    g_assert_cmpint (dolen_keeping_form_language (service), ==, cases[i].language);
    /* The row of the queue says the same. */
    samples_save (dir, service);
    item = dolen_queue_find (
        dir, service->uid, "call", NULL, DOLEN_LANGUAGE_EN, KEEPING_TODAY, NULL);
    g_assert_cmpint (item->language, ==, cases[i].language);
  }
}

/* What only the organisation has is shown, and "yes" confirms it; another number is entered by
 * hand, for it is the organisation's. */
static void
test_what_the_organisation_has_is_shown (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DolenDirectory) dir = samples_open ();
  g_autoptr (DolenOrganisation) group = samples_organisation (dir, "Band Society");
  g_autoptr (DolenService) service = new_service (dir);
  g_autofree char *form = NULL;
  g_autofree char *right = NULL;
  g_autofree char *wrong = NULL;
  g_autoptr (GPtrArray) confirmed = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (DolenFilledForm) yes = NULL;
  g_autoptr (DolenFilledForm) other = NULL;

  keeping_exec (dir, "UPDATE organisation SET phone = '01632960321', url = 'https://band.example'");
  keeping_exec (dir,
                "UPDATE service SET phone = NULL, url = NULL,"
                " organisation = (SELECT id FROM organisation)");
  keeping_exec (dir, "DELETE FROM contact");
  g_clear_pointer (&group, dolen_organisation_free);
  {
    g_autoptr (DolenService) now = dolen_directory_get_service (dir, service->uid, &error);

    group = dolen_directory_get_organisation (dir, now->organisation_uid, &error);
    form = dolen_keeping_form_new (now, group, DOLEN_LANGUAGE_EN, KEEPING_TODAY);
  }
  g_assert_nonnull (strstr (form, "Telephone, we have: 01632 960321"));
  g_assert_nonnull (strstr (form, "Web page, we have: https://band.example"));
  right = answer (form, "phone", "yes");
  wrong = answer (form, "phone", "01632 960999");
  yes = read_one (right);
  other = read_one (wrong);
  dolen_call_free (dolen_filled_form_apply (dir, yes, DOLEN_LANGUAGE_EN, &confirmed, &error));
  dolen_call_free (dolen_filled_form_apply (dir, other, DOLEN_LANGUAGE_EN, &changed, &error));
  g_assert_no_error (error);
  g_assert_cmpint (find_line (confirmed, DOLEN_FORM_PHONE)->effect, ==, DOLEN_FORM_CONFIRMS);
  g_assert_cmpint (find_line (changed, DOLEN_FORM_PHONE)->effect, ==, DOLEN_FORM_BY_HAND);
}

int
main (int argc, char *argv[])
{
  dolen_test_init (&argc, &argv);
  keeping_set_day (KEEPING_TODAY);
  g_test_add_func ("/directory/keeping-form/contact", test_what_is_a_contacts_is_entered_by_hand);
  g_test_add_func ("/directory/keeping-form/yes-to-nothing", test_yes_to_nothing_confirms_nothing);
  g_test_add_func ("/directory/keeping-form/empty", test_an_empty_form_says_nothing);
  g_test_add_func ("/directory/keeping-form/filled", test_filled_in_shown_and_written);
  g_test_add_func ("/directory/keeping-form/mail", test_as_mail_programs_send_it_back);
  g_test_add_func ("/directory/keeping-form/tolerant", test_brackets_gone_and_lines_wrapped);
  g_test_add_func ("/directory/keeping-form/several", test_several_listings_in_one_text);
  g_test_add_func ("/directory/keeping-form/organisation", test_what_the_organisation_has_is_shown);
  g_test_add_func ("/directory/keeping-form/wrong", test_what_is_wrong_names_its_line);
  g_test_add_func ("/directory/keeping-form/since", test_changed_here_since_it_was_sent);
  g_test_add_func ("/directory/keeping-form/places", test_places_as_people_write_them);
  g_test_add_func ("/directory/keeping-form/waits", test_waits_as_people_write_them);
  g_test_add_func ("/directory/keeping-form/language", test_the_language_of_a_group);
  return g_test_run ();
}
