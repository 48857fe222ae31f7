/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool-match.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "directory/dolen-search.h"
#include "matching/dolen-reasons.h"
#include "matching/dolen-ranking-words.h"
#include "matching/dolen-why-not.h"
#include "place/dolen-gazetteer.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define LIMIT 20
#define MAX_PROFILE (1024 * 1024)

static gboolean
find_place (const char *text, DolenPosition *position, gpointer data)
{
  return dolen_gazetteer_locate (dolen_gazetteer_get_bundled (), text, position, NULL);
}

/* The profile as text: of a file, or of standard input for "-". */
static char *
read_text (const char *path, gsize *length, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autofree char *text = g_malloc (MAX_PROFILE + 2);

  if (strcmp (path, "-") == 0) {
    stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  } else {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

    stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
  }
  if (stream == NULL
      || !g_input_stream_read_all (stream, text, MAX_PROFILE + 1, length, NULL, error))
    return NULL;
  return g_steal_pointer (&text);
}

/* A profile of which not a word was understood would rank everything by its name. */
static gboolean
says_something (const DolenProfile *profile)
{
  g_autoptr (DolenProfile) none = dolen_profile_new ();

  return !dolen_term_set_is_empty (&profile->interests)
         || !dolen_term_set_is_empty (&profile->needs)
         || !dolen_term_set_is_empty (&profile->barriers)
         || dolen_position_is_known (&profile->position) || profile->age != none->age
         || profile->languages != NULL || profile->gender != none->gender
         || profile->days != none->days || profile->max_pence != none->max_pence
         || profile->max_wait_weeks != none->max_wait_weeks || profile->free != none->free
         || profile->max_minutes != none->max_minutes || profile->means != none->means
         || profile->avoid_places != none->avoid_places || profile->setting != none->setting
         || profile->company != none->company || profile->about != none->about
         || !dolen_term_set_is_empty (&profile->dislikes) || profile->higher_risk;
}

/* A word that no term knows still says something where some group says it too. */
static gboolean
words_were_found (const DolenProfile *profile)
{
  guint n = 0;

  if (profile->own_words != NULL)
    dolen_own_words_hits (profile->own_words, &n);
  return n > 0;
}

/* The scheme's own weights, as the application sets them; what is wrong in the file is told. */
static gboolean
take_weights (DolenTool *tool, DolenProfile *profile, GError **error)
{
  g_autofree char *folder = tool->folder ? g_strdup (tool->folder) : dolen_path_user_folder ();
  g_autofree char *path = g_build_filename (folder, DOLEN_WEIGHTS_FILE, NULL);
  g_auto (GStrv) wrong = NULL;
  g_autoptr (DolenWeights) weights = dolen_weights_read (path, &wrong, error);

  for (guint i = 0; weights != NULL && wrong[i] != NULL; i++)
    fprintf (stderr, "dolenctl: %s\n", wrong[i]);
  dolen_profile_set_weights (profile, weights);
  return weights != NULL;
}

/* Whether the words of "interests: stargazing" are looked for in what groups say of themselves. */
static gboolean
is_looked_for (const DolenProfile *profile, const char *line)
{
  const char *words = strstr (line, ": ");

  return words != NULL && profile->words != NULL
         && g_strv_contains ((const char *const *) profile->words, words + strlen (": "));
}

/* What became of the profile's words, but for those that were plainly understood. */
static void
tell_reading (const DolenProfile *profile, char **unknown)
{
  for (guint i = 0; profile->respelt != NULL && profile->respelt[i] != NULL; i++)
    /* Translators: followed by a key and words of a profile and how these were read, as they are
     * spelt otherwise: "needs: lonley: lonely". */
    fprintf (stderr, "dolenctl: %s: %s\n", _ ("understood as"), profile->respelt[i]);
  for (guint i = 0; unknown[i] != NULL; i++)
    fprintf (stderr,
             "dolenctl: %s: %s\n",
             is_looked_for (profile, unknown[i])
                 /* Translators: followed by a key and a word of a profile, such as "interests:
                  * stargazing". */
                 ? _ ("not understood, looked for as it is")
                 /* Translators: followed by a key and a word of a profile, such as "shoe_size: 9".
                  */
                 : _ ("not understood, left out"),
             unknown[i]);
}

/* Why there is nothing to rank by. */
static const char *
say_not_understood (const DolenProfile *profile)
{
  return profile->words != NULL
             ? _ ("Nothing in the profile was understood, and no group uses its words.")
             : _ ("Nothing in the profile was understood.");
}

static DolenProfile *
read_profile (const char *path, DolenVocabulary *vocabulary, gboolean *understood, GError **error)
{
  gsize length = 0;
  g_autofree char *text = read_text (path, &length, error);
  g_auto (GStrv) unknown = NULL;
  DolenProfile *profile;

  if (text == NULL)
    return NULL;
  profile = dolen_profile_from_json (
      text, (gssize) length, vocabulary, find_place, NULL, &unknown, error);
  if (profile != NULL)
    tell_reading (profile, unknown);
  *understood = profile != NULL && (unknown[0] == NULL || says_something (profile));
  return profile;
}

/* Its name, and what tells it from others of that name. (transfer full) */
static char *
name_in_full (DolenDirectory *directory, const DolenService *service)
{
  DolenLanguage language = dolen_language_current ();
  g_autoptr (GPtrArray) cards = dolen_directory_load_cards (directory, &service->id, 1, NULL);
  const DolenServiceCard *card = cards != NULL ? cards->pdata[0] : NULL;

  return card != NULL ? dolen_tool_card_in_full (card, language)
                      : g_strdup (dolen_bilingual_get (&service->name, language));
}

/* A sign for each verdict, so that the eye finds what speaks against it. */
static void
print_match (DolenDirectory *directory,
             const DolenMatch *match,
             const DolenService *service,
             const GPtrArray *reasons)
{
  static const char signs[] = { ' ', '+', '~', '?', '-' };
  g_autofree char *name = name_in_full (directory, service);

  printf ("%s: %s (%s)\n",
          dolen_band_label (match->band, dolen_language_current ()),
          name,
          service->uid);
  for (guint r = 0; r < reasons->len; r++) {
    const DolenReason *reason = g_ptr_array_index (reasons, r);

    printf ("  %c %s\n", signs[reason->verdict], reason->text);
  }
}

/* One service that somebody has in mind: judged, with why it is not among the first. */
static gboolean
print_why (DolenTool *tool,
           DolenDirectory *directory,
           const DolenRanking *ranking,
           const DolenProfile *profile,
           const char *uid,
           GError **error)
{
  DolenLanguage language = dolen_language_current ();
  int index = dolen_facts_find (ranking->facts, uid);
  g_autoptr (DolenService) service = dolen_directory_get_service (directory, uid, error);
  g_autoptr (GPtrArray) reasons = NULL;
  g_autofree char *why = NULL;
  DolenMatch match;
  guint place = 0;

  if (service == NULL)
    return FALSE;
  if (index < 0) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_NOT_FOUND,
                         _ ("That service is not listed: it is inactive, or not to be shown."));
    return FALSE;
  }
  for (guint m = 0; m < ranking->n_matches && place == 0; m++)
    if (ranking->matches[m].index == (guint) index)
      place = m + 1;
  match = dolen_ranking_judge (ranking->facts, profile, (guint) index);
  reasons = dolen_reasons_new (
      ranking->facts, profile, (guint) index, service, language, DOLEN_DISTANCE_KM);
  why = dolen_why_not (ranking->facts, profile, (guint) index, place, reasons, language);
  if (tool->json) {
    json_object *object
        = dolen_tool_match_to_json (directory, ranking->facts, profile, &match, service, reasons);

    json_object_object_add (object, "place", json_object_new_int ((int) place));
    if (why != NULL)
      dolen_tool_add_text (object, "why_not", why);
    dolen_tool_print_json (object);
    return TRUE;
  }
  print_match (directory, &match, service, reasons);
  if (why != NULL)
    printf ("  %s\n", why);
  return TRUE;
}

static void
print_line (FILE *out, const char *line)
{
  if (line != NULL && line[0] != '\0')
    fprintf (out, "%s\n", line);
}

/* What the whole has to say; a list for another program stays a list. */
static gboolean
print_whole (FILE *out,
             DolenDirectory *directory,
             const DolenRanking *ranking,
             const DolenProfile *profile,
             GError **error)
{
  DolenLanguage language = dolen_language_current ();
  const DolenCombination *together = dolen_ranking_combination (ranking);
  g_autofree char *nothing = dolen_ranking_say_nothing (ranking, language);
  g_autofree char *nobody = dolen_ranking_say_nobody (ranking, profile, language);

  print_line (out, nothing);
  if (together != NULL)
    print_line (out, _ ("No group meets everything. Together these do:"));
  for (guint m = 0; together != NULL && m < together->n; m++) {
    char uid[DOLEN_FACTS_UID_SIZE];
    g_autoptr (DolenService) service = dolen_directory_get_service (
        directory, dolen_facts_uid (ranking->facts, together->members[m].index, uid), error);
    g_autofree char *what = dolen_ranking_say_wishes (
        ranking, profile, dolen_combination_adds (together, m), language);

    g_autofree char *name = NULL;

    if (service == NULL)
      return FALSE;
    name = name_in_full (directory, service);
    fprintf (out, "  %s (%s)\n", name, what);
  }
  print_line (out, nobody);
  return TRUE;
}

static gboolean
print_ranking (DolenTool *tool,
               DolenDirectory *directory,
               const DolenRanking *ranking,
               const DolenProfile *profile,
               GError **error)
{
  json_object *list = json_object_new_array ();

  for (guint m = 0; m < ranking->n_matches; m++) {
    const DolenMatch *match = &ranking->matches[m];
    char uid[DOLEN_FACTS_UID_SIZE];
    g_autoptr (DolenService) service = dolen_directory_get_service (
        directory, dolen_facts_uid (ranking->facts, match->index, uid), error);
    g_autoptr (GPtrArray) reasons = NULL;

    if (service == NULL) {
      json_object_put (list);
      return FALSE;
    }
    reasons = dolen_reasons_new (ranking->facts,
                                 profile,
                                 match->index,
                                 service,
                                 dolen_language_current (),
                                 DOLEN_DISTANCE_KM);
    if (tool->json)
      json_object_array_add (
          list,
          dolen_tool_match_to_json (directory, ranking->facts, profile, match, service, reasons));
    else
      print_match (directory, match, service, reasons);
  }
  if (tool->json)
    dolen_tool_print_json (json_object_get (list));
  json_object_put (list);
  return TRUE;
}

static gboolean
match (DolenTool *tool, guint limit, const char *why, GError **error)
{
  /* First of all: the scheme's own terms are beside it. */
  g_autoptr (DolenDirectory) directory = dolen_tool_open (tool, FALSE, error);
  DolenVocabulary *vocabulary = NULL;
  gboolean understood = FALSE;
  g_autoptr (DolenProfile) profile = NULL;
  g_autoptr (DolenFacts) facts = NULL;
  g_autoptr (DolenRanking) ranking = NULL;

  if (directory == NULL || (vocabulary = dolen_vocabulary_default (error)) == NULL)
    return FALSE;
  profile = read_profile (tool->arguments[1], vocabulary, &understood, error);
  if (profile == NULL)
    return FALSE;
  if (!dolen_profile_find_words (profile, directory, error) || !take_weights (tool, profile, error))
    return FALSE;
  if (!understood && !words_were_found (profile)) {
    g_set_error_literal (error, DOLEN_ERROR, DOLEN_ERROR_INVALID, say_not_understood (profile));
    return FALSE;
  }
  facts = dolen_facts_new (dolen_directory_get_db (directory), vocabulary, NULL, error);
  if (facts == NULL)
    return FALSE;
  ranking = dolen_ranking_run (facts, profile, why != NULL ? 0 : limit, NULL, error);
  if (ranking != NULL && why != NULL)
    return print_why (tool, directory, ranking, profile, why, error);
  return ranking != NULL && print_ranking (tool, directory, ranking, profile, error)
         && print_whole (tool->json ? stderr : stdout, directory, ranking, profile, error);
}

gboolean
dolen_tool_match (DolenTool *tool, GError **error)
{
  int limit = LIMIT;
  g_autofree char *why = NULL;
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "limit", 'l', 0, G_OPTION_ARG_INT, &limit,
      N_ ("At most so many (0: all)"), N_ ("N") },
    { "why", 'w', 0, G_OPTION_ARG_STRING, &why,
      N_ ("Why this service is not among the first"), N_ ("ID") },
    { NULL },
  };
  /* clang-format on */

  /* Translators: PROFILE stands for a file name; "-" is typed as it stands. */
  if (!dolen_tool_parse (tool,
                         entries,
                         _ ("PROFILE.json|-"),
                         _ ("Ranks services for a person's interests, needs and barriers, and "
                            "says why."),
                         error))
    return FALSE;
  if (limit < 0 || tool->arguments[1] == NULL || tool->arguments[2] != NULL) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_INVALID,
                         _ ("One profile is needed, and a limit is not below zero."));
    return FALSE;
  }
  return match (tool, (guint) limit, why, error);
}
