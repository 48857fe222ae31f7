/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-when.h"
#include "support/dolen-test.h"

/* Days and times as people write them. "W1 TU 10:00-12:00": weekly, every week. */

static char *
show (const char *text)
{
  json_object *list = dolen_when_read (text);
  g_autoptr (GString) shown = g_string_new (NULL);

  if (!list)
    return NULL;
  for (size_t i = 0; i < json_object_array_length (list); i++) {
    json_object *item = json_object_array_get_idx (list, i), *value;
    g_string_append_printf (shown, "%s", shown->len ? "; " : "");
    if (json_object_object_get_ex (item, "freq", &value))
      g_string_append_c (shown, json_object_get_string (value)[0]);
    if (json_object_object_get_ex (item, "interval", &value))
      g_string_append (shown, json_object_get_string (value));
    if (json_object_object_get_ex (item, "byday", &value))
      g_string_append_printf (shown, " %s", json_object_get_string (value));
    if (json_object_object_get_ex (item, "opens_at", &value))
      g_string_append_printf (shown, " %s", json_object_get_string (value));
    if (json_object_object_get_ex (item, "closes_at", &value))
      g_string_append_printf (shown, "-%s", json_object_get_string (value));
    if (json_object_object_get_ex (item, "description", &value))
      g_string_append_printf (shown, " (%s)", json_object_get_string (value));
  }
  json_object_put (list);
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static const struct {
  const char *text, *read; /* NULL: stays a text */
} TEXTS[] = {
  { "Tuesdays 10-12", "W TU 10:00-12:00" },
  { "bob dydd Mawrth 10-12", "W TU 10:00-12:00" },
  { "Every Tuesday, 10am – 12 noon", "W TU 10:00-12:00" },
  { "Tuesday 10.00 - 12.30", "W TU 10:00-12:30" },
  { "Mon & Wed 2-4pm", "W MO,WE 14:00-16:00" },
  { "Mon 10-12, Wed 2pm-4pm", "W MO 10:00-12:00; W WE 14:00-16:00" },
  { "Monday to Friday 9am-5pm", "W MO,TU,WE,TH,FR 09:00-17:00" },
  { "Llun i Gwener 9-5", "W MO,TU,WE,TH,FR 09:00-17:00" },
  { "Dydd Llun a dydd Mercher 14:00 - 16:00", "W MO,WE 14:00-16:00" },
  { "Dydd Iau 2 y prynhawn tan 4 y prynhawn", "W TH 14:00-16:00" },
  { "Nos Fawrth 7-9", "W TU 19:00-21:00" },
  { "Thursday evenings 7.30-9", "W TH 19:30-21:00" },
  { "Saturdays 1400-1600", "W SA 14:00-16:00" },
  { "1st Monday of the month, 2-4pm", "M 1MO 14:00-16:00" },
  { "1st and 3rd Tuesday 10:30am-12:30pm", "M 1TU,3TU 10:30-12:30" },
  { "Last Friday of each month 11-1", "M -1FR 11:00-13:00" },
  { "Ail ddydd Mercher y mis 10-12", "M 2WE 10:00-12:00" },
  { "Every other Thursday 10-11.30", "W2 TH 10:00-11:30" },
  { "Bob pythefnos ar ddydd Gwener, 10-12", "W2 FR 10:00-12:00" },
  { "Daily 10am-4pm", "W MO,TU,WE,TH,FR,SA,SU 10:00-16:00" },
  { "Every day 9-5", "W MO,TU,WE,TH,FR,SA,SU 09:00-17:00" },
  { "Weekdays 9.30am to 1pm", "W MO,TU,WE,TH,FR 09:30-13:00" },
  { "Wed", "W WE" },
  { "Sul 09:00", "W SU 09:00" },
  { "Tuesday 12-2", "W TU 12:00-14:00" },
  { "Tuesday 11am-1", "W TU 11:00-13:00" },
  { "Monday 9-10pm", "W MO 21:00-22:00" },
  { "Wed 19:30-21:30", "W WE 19:30-21:30" },
  { "Saturdays 7am-10pm", "W SA 07:00-22:00" },
  /* Nothing meets in the small hours. */
  { "Tuesday 2-4", "W TU 14:00-16:00" },
  { "Mon, Wed & Fri 1-3", "W MO,WE,FR 13:00-15:00" },
  { "Bob dydd Mawrth 2-4", "W TU 14:00-16:00" },
  { "Thursdays 1.30-3.30", "W TH 13:30-15:30" },
  { "Mon–Fri 9–5", "W MO,TU,WE,TH,FR 09:00-17:00" },
  { "Dydd Iau am 2.30", "W TH 14:30" },
  { "Fridays at 2", "W FR 14:00" },
  { "Nos Iau 7 o'r gloch", "W TH 19:00" },
  { "nos Lun am saith o'r gloch", "W MO 19:00" },
  { "Thursday evening at half past seven", "W TH 19:30" },
  { "Tuesdays at half past ten", "W TU 10:30" },
  { "Bob bore Llun am hanner awr wedi deg", "W MO 10:30" },
  { "Wed pm 7-9", "W WE 19:00-21:00" },
  { "Tuesday am", "W TU (Tuesday am)" },
  { "7-9 nos Iau", "W TH 19:00-21:00" },
  { "Monday 10-12, nos Iau 7-9", "W MO 10:00-12:00; W TH 19:00-21:00" },
  { "Mondays 8-4", "W MO 08:00-16:00" },
  { "Sadwrn 9yb - 1yp", "W SA 09:00-13:00" },
  /* The order of the words. */
  { "10-12 every Tuesday", "W TU 10:00-12:00" },
  { "2-4pm on Mondays and Wednesdays", "W MO,WE 14:00-16:00" },
  { "10am-12 Mondays, 2pm-4pm Wednesdays", "W MO 10:00-12:00; W WE 14:00-16:00" },
  { "Tuesday 10-12 and 2-4pm", "W TU 10:00-12:00; W TU 14:00-16:00" },
  { "Thursday 09:00 and 11:00", "W TH 09:00; W TH 11:00" },
  { "Tuesdays - 10am - 12pm", "W TU 10:00-12:00" },
  { "between 10am and 2pm on Fridays", "W FR 10:00-14:00" },
  { "Rhwng 9yb a 5yh, Llun i Gwener", "W MO,TU,WE,TH,FR 09:00-17:00" },
  { "Open Mon-Thurs 9.30am-4.30pm & Fri 9.30am-1pm",
    "W MO,TU,WE,TH 09:30-16:30; W FR 09:30-13:00" },
  { "Mo-Fr 09:00-17:00; Sa 10:00-12:00", "W MO,TU,WE,TH,FR 09:00-17:00; W SA 10:00-12:00" },
  /* Days on which it is not. */
  { "Daily except Sun", "W MO,TU,WE,TH,FR,SA" },
  { "Every day except Sunday 10-4", "W MO,TU,WE,TH,FR,SA 10:00-16:00" },
  { "Bob dydd heblaw dydd Sul 10-4", "W MO,TU,WE,TH,FR,SA 10:00-16:00" },
  { "Mon-Sat 10am-4pm, closed Wed", "W MO,TU,TH,FR,SA 10:00-16:00" },
  { "Mon to Fri 9-5 (not Wednesdays)", "W MO,TU,TH,FR 09:00-17:00" },
  { "7 days a week, 8am to 8pm", "W MO,TU,WE,TH,FR,SA,SU 08:00-20:00" },
  { "24/7", "W MO,TU,WE,TH,FR,SA,SU 00:00-23:59" },
  /* Of the month, every other week. */
  { "1st & 3rd Tuesday of the month 10.30-12", "M 1TU,3TU 10:30-12:00" },
  { "2nd and 4th Thurs in the month 2-4", "M 2TH,4TH 14:00-16:00" },
  { "Ar ddydd Mawrth cyntaf y mis am 2:00pm", "M 1TU 14:00" },
  { "Ail nos Fercher o'r mis am 7:30", "M 2WE 19:30" },
  { "3ydd Llun o'r mis 10-12", "M 3MO 10:00-12:00" },
  { "Y dydd Iau cyntaf a'r trydydd o'r mis, 2-4", "M 1TH,3TH 14:00-16:00" },
  { "Every second week, Tuesdays 10-12", "W2 TU 10:00-12:00" },
  { "Every 2 weeks on a Friday 1-3", "W2 FR 13:00-15:00" },
  { "Bob yn ail ddydd Mercher 2-4", "W2 WE 14:00-16:00" },
  { "Every second Tuesday of the month 10-12", "M 2TU 10:00-12:00" },
  /* In words beside. */
  { "Tues 4-6pm term-time", "W TU 16:00-18:00 (Term time only)" },
  { "Tuesdays (term time) 10-12", "W TU 10:00-12:00 (Term time only)" },
  { "Wednesdays 1-3, term time only", "W WE 13:00-15:00 (Term time only)" },
  { "Dydd Mercher 10-12 yn ystod y tymor yn unig", "W WE 10:00-12:00 (Term time only)" },
  { "Mondays 10-12 (not school holidays)", "W MO 10:00-12:00 (Term time only)" },
  { "Bob dydd Gwener 10-12 ac eithrio gwyliau ysgol", "W FR 10:00-12:00 (Term time only)" },
  { "Mondays 2-4 except bank holidays", "W MO 14:00-16:00 (Mondays 2-4 except bank holidays)" },
  { "Llun 2-4 ac eithrio gŵyl y banc", "W MO 14:00-16:00 (Llun 2-4 ac eithrio gŵyl y banc)" },
  { "Friday mornings", "W FR (Friday mornings)" },
  { "9-5 Monday to Friday by appointment", "W MO,TU,WE,TH,FR 09:00-17:00 (by appointment)" },
  { "Mon 2-4 by appointment", "W MO 14:00-16:00 (by appointment)" },
  { "Tuesdays 10-12 (by appointment only)", "W TU 10:00-12:00 (by appointment only)" },
  { "Dydd Llun 2-4 trwy apwyntiad", "W MO 14:00-16:00 (trwy apwyntiad)" },
  { "Mon 2-4, term time, by appointment", "W MO 14:00-16:00 (Mon 2-4, term time, by appointment)" },
  { "Mondays (not bank hols) 2-4pm", "W MO 14:00-16:00 (not bank hols)" },
  { "Mondays (ring first) 2-4pm", "W MO 14:00-16:00 (ring first)" },
  { "Nos Iau 7", "W TH 19:00" },
  { "nos Fawrth 7 - 9", "W TU 19:00-21:00" },
  { "Thursday evening 7.30", "W TH 19:30" },
  /* Not certain, or not understood. */
  { "Wed 7-9", NULL },
  { "Thurs 7-9", NULL },
  { "Mon 6-8", NULL },
  { "Every day 6:00-22:00", NULL },
  { "Dydd Iau 7 o'r gloch", NULL },
  { "Tuesday 2", NULL },
  { "Tuesday 10, 2", NULL },
  { "Tuesday morning 2", NULL },
  { "Mon 2-4 or by appointment", NULL },
  { "Mondays 2-4 (cancelled)", NULL },
  { "Mondays 2-4 (first one only)", NULL },
  { "Mondays 2-4 (Wed 7-9)", NULL },
  { "10-12", NULL },
  { "Tuesdays 10-12 except August", NULL },
  { "Tuesdays 10-12 outside term time", NULL },
  { "Tuesdays 10-12 school holidays only", NULL },
  { "Dydd Mawrth 10-12 tymor yr haf", NULL },
  { "Summer term, Tuesdays 10-12", NULL },
  { "Ring for details", NULL },
  { "Ffoniwch am fanylion", NULL },
  { "By appointment", NULL },
  { "Trwy apwyntiad", NULL },
  { "Various", NULL },
  { "Monthly on a Tuesday", NULL },
  { "Once a month", NULL },
  { "Unwaith y mis", NULL },
  { "Twice weekly, Mon and Thurs", NULL },
  { "Every second Tuesday 10-12", NULL },
  { "Bob ail ddydd Mawrth 10-12", NULL },
  { "Every six weeks on a Thursday at half past seven", NULL },
  { "Bob chwe wythnos ar nos Iau", NULL },
  { "Every 3 weeks, Tuesday 10-12", NULL },
  { "Sundays at high tide", NULL },
  { "We meet on Mondays 10-12", NULL },
  { "Tuesday until 4pm", NULL },
  { "Dydd Mawrth tan 4", NULL },
  { "Tuesday 25:00", NULL },
  { "Tuesday 10-", NULL },
  { "Friday to Monday", NULL },
  { "Tuesday 16 September 10-12", NULL },
  { "Tuesday 1st 10-12", NULL },
  { "1 Tuesday", NULL },
  { "1st Monday, 3rd Tuesday 10-12", NULL },
  { "Mon 10-12 and Wed", NULL },
  { "Mon 10-12, 2-4pm Wed", NULL },
  { "Mon 10-12, fortnightly Thu 2-4pm", NULL },
  { "Mon-Fri 9-5 except Wed 9-1", NULL },
  { "Closed Mondays", NULL },
  { "Ar gau ddydd Llun", NULL },
  { "Daily except", NULL },
  { "Saturday 7-midnight", NULL },
  { "Nos Sadwrn 7-hanner nos", NULL },
  { "Monday morning and Thursday evening 7-9", NULL },
  { "Tuesday 10-12?", NULL },
  { "Not Tuesdays", NULL },
  { "", NULL },
};

static void
what_is_certain_is_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autofree char *read = show (TEXTS[i].text);
    g_test_message ("%s", TEXTS[i].text);
    g_assert_cmpstr (read, ==, TEXTS[i].read);
  }
  g_assert_null (show (NULL));
}

static void
times_alone (void)
{
  static const struct {
    const char *text, *read;
  } TIMES[] = { { "2pm", "14:00" },     { "14.00", "14:00" }, { "9:30", "09:30" },
                { "12", "12:00" },      { "3", NULL },        { "2 y prynhawn", "14:00" },
                { "10am sharp", NULL }, { "24:30", NULL },    { "noon", "12:00" } };

  for (gsize i = 0; i < G_N_ELEMENTS (TIMES); i++) {
    g_autofree char *read = dolen_when_read_time (TIMES[i].text);
    g_assert_cmpstr (read, ==, TIMES[i].read);
  }
}

int
main (int argc, char **argv)
{
  dolen_test_init (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/exchange/when/" name, function)
  ADD ("what is certain is read", what_is_certain_is_read);
  ADD ("times alone", times_alone);
  return g_test_run ();
}
