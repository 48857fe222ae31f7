/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-reasons-private.h"

/* Sentences about what kind of place and company it is. */

#define VERDICT(writer, name) ((DolenVerdict) (writer)->verdicts->of[DOLEN_CRITERION_##name])

/* The kinds of @bits: "A school, A library". */
static char *
say_kinds (DolenLanguage language, guint bits)
{
  GString *list = g_string_new (NULL);

  for (guint k = 0; k < DOLEN_N_PLACE_KINDS; k++)
    if (bits & (1u << k))
      g_string_append_printf (list,
                              "%s%s",
                              list->len > 0 ? "; " : "",
                              dolen_place_kind_label ((DolenPlaceKind) (1u << k), language));
  return g_string_free (list, FALSE);
}

void
dolen_reason_place (DolenReasonWriter *writer)
{
  DolenVerdict verdict = VERDICT (writer, PLACE);
  DolenLanguage language = writer->language;
  guint kinds = writer->facts->places_any[writer->i];
  g_autofree char *all = say_kinds (language, kinds);
  g_autofree char *avoided = say_kinds (language, kinds & writer->query->profile->avoid_places);
  char *text;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  if (verdict == DOLEN_VERDICT_NO)
    /* Translators: %s is a kind of place, such as "A school". */
    text = g_strdup_printf (dolen_text (language, "A place they do not go to: %s"), avoided);
  else if (verdict == DOLEN_VERDICT_HELPED
           && !(writer->facts->places_all[writer->i] & writer->query->profile->avoid_places))
    /* Translators: %s is a kind of place, such as "A school". */
    text = g_strdup_printf (
        dolen_text (language, "A place they do not go to (%s), but it meets elsewhere too"),
        avoided);
  else if (verdict == DOLEN_VERDICT_HELPED)
    /* Translators: %s is a kind of place, such as "A school". */
    text = g_strdup_printf (
        dolen_text (language, "A place they do not go to (%s), but it also comes to them"),
        avoided);
  else if (verdict == DOLEN_VERDICT_YES && kinds != 0)
    /* Translators: %s is a kind of place, such as "A library". */
    text = g_strdup_printf (dolen_text (language, "Not a place they avoid: %s"), all);
  else if (verdict == DOLEN_VERDICT_YES
           && (writer->verdicts->look.marks_yes & DOLEN_MARK_NOT_INSTITUTION))
    text = g_strdup (dolen_text (language, "No place they avoid: not an institution"));
  else if (verdict == DOLEN_VERDICT_YES)
    text = g_strdup (writer->facts->attending[writer->i] & DOLEN_ATTENDING_HOME_VISIT
                         ? dolen_text (language, "No place they avoid: somebody visits at home")
                         : dolen_text (language, "No place they avoid: by telephone or online"));
  else
    text = g_strdup (dolen_text (language, "What kind of place it is held in is not known"));
  dolen_reason_add (writer,
                    DOLEN_CRITERION_PLACE,
                    verdict,
                    text,
                    NULL,
                    verdict == DOLEN_VERDICT_UNKNOWN
                        /* Translators: to ask a group. */
                        ? g_strdup (dolen_text (language, "What kind of place do you meet in?"))
                        : NULL);
}

void
dolen_reason_setting (DolenReasonWriter *writer)
{
  DolenVerdict verdict = VERDICT (writer, SETTING);
  DolenLanguage language = writer->language;
  gboolean outdoors = writer->query->profile->setting == DOLEN_SETTING_OUTDOORS;
  const char *text;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  if (verdict == DOLEN_VERDICT_YES)
    text = outdoors ? dolen_text (language, "Outdoors, as they like it")
                    : dolen_text (language, "Indoors, as they like it");
  else if (verdict == DOLEN_VERDICT_NO)
    text = outdoors ? dolen_text (language, "Indoors; they would rather be outdoors")
                    : dolen_text (language, "Outdoors; they would rather be indoors");
  else
    text = dolen_text (language, "Whether it is indoors or outdoors is not known");
  dolen_reason_add (writer,
                    DOLEN_CRITERION_SETTING,
                    verdict,
                    g_strdup (text),
                    NULL,
                    verdict == DOLEN_VERDICT_UNKNOWN
                        /* Translators: to ask a group. */
                        ? g_strdup (dolen_text (language, "Are you indoors or outdoors?"))
                        : NULL);
}

void
dolen_reason_group_size (DolenReasonWriter *writer)
{
  DolenVerdict verdict = VERDICT (writer, GROUP_SIZE);
  DolenLanguage language = writer->language;
  gboolean one = (writer->verdicts->look.marks_yes & DOLEN_MARK_ONE_TO_ONE) != 0;
  const char *text, *question = NULL;

  if (verdict == DOLEN_VERDICT_NONE)
    return;
  if (verdict == DOLEN_VERDICT_YES)
    text = one ? dolen_text (language, "With one person at a time")
               : dolen_text (language, "A small group, as they like it");
  else if (verdict == DOLEN_VERDICT_HELPED)
    text = dolen_text (language, "A small group; they would rather be with one person");
  else if (verdict == DOLEN_VERDICT_NO)
    text = dolen_text (language, "A large group; they would rather have a small one");
  else
    text = dolen_text (language, "How many come is not known");
  if (verdict == DOLEN_VERDICT_HELPED)
    /* Translators: to ask a group. */
    question = dolen_text (language, "Could one person see them alone at first?");
  else if (verdict == DOLEN_VERDICT_UNKNOWN)
    /* Translators: to ask a group. */
    question = dolen_text (language, "How many people come as a rule?");
  dolen_reason_add (
      writer, DOLEN_CRITERION_GROUP_SIZE, verdict, g_strdup (text), NULL, g_strdup (question));
}
