/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool-match.h"

#include "matching/dolen-barrier-help.h"

#include <math.h>

static json_object *
reasons_to_json (const GPtrArray *reasons)
{
  json_object *list = json_object_new_array ();

  for (guint r = 0; r < reasons->len; r++) {
    const DolenReason *reason = g_ptr_array_index (reasons, r);
    json_object *object = json_object_new_object ();

    dolen_tool_add_text (object, "criterion", dolen_criterion_code (reason->criterion));
    dolen_tool_add_text (object, "verdict", dolen_verdict_code (reason->verdict));
    dolen_tool_add_text (object, "text", reason->text);
    if (reason->question != NULL)
      dolen_tool_add_text (object, "question", reason->question);
    json_object_array_add (list, object);
  }
  return list;
}

static json_object *
helper_to_json (const DolenFacts *facts, const DolenHelper *helper, DolenDirectory *directory)
{
  char uid[DOLEN_FACTS_UID_SIZE];
  g_autoptr (DolenService) service = dolen_directory_get_service (
      directory, dolen_facts_uid (facts, helper->index, uid), NULL);
  json_object *object = json_object_new_object ();

  dolen_tool_add_text (object, "id", uid);
  if (service != NULL)
    dolen_tool_add_text (
        object, "name", dolen_bilingual_get (&service->name, dolen_language_current ()));
  dolen_tool_add_number (object, "distance_km", round (helper->km * 10) / 10);
  return object;
}

/* What could be done about one barrier. */
static json_object *
help_to_json (const DolenBarrierHelp *help,
              const DolenFacts *facts,
              const DolenProfile *profile,
              DolenDirectory *directory)
{
  json_object *object = json_object_new_object ();
  json_object *would = json_object_new_array (), *who = json_object_new_array ();
  json_object *worker = json_object_new_array ();
  g_auto (GStrv) leaves
          = dolen_barrier_help_leaves (help, profile->weights, dolen_language_current ());

  for (guint e = 0; e < help->n_enablers; e++)
    json_object_array_add (would, json_object_new_string (help->enablers[e]->code));
  for (guint h = 0; h < help->n_helpers; h++)
    json_object_array_add (who, helper_to_json (facts, &help->helpers[h], directory));
  for (guint l = 0; leaves[l] != NULL; l++)
    json_object_array_add (worker, json_object_new_string (leaves[l]));
  dolen_tool_add_text (object, "barrier", help->barrier->code);
  dolen_tool_add_text (object, "verdict", dolen_verdict_code (help->verdict));
  json_object_object_add (object, "ask_group_for", would);
  json_object_object_add (object, "services", who);
  json_object_object_add (object, "worker", worker);
  return object;
}

/* What would help and who could; left out where the file of helpers is not right. */
static json_object *
helps_to_json (DolenDirectory *directory,
               DolenFacts *facts,
               const DolenProfile *profile,
               guint index)
{
  g_autoptr (GPtrArray) helps = dolen_barrier_help_new (facts, profile, index, NULL);
  json_object *list = json_object_new_array ();

  for (guint h = 0; helps != NULL && h < helps->len; h++)
    json_object_array_add (list,
                           help_to_json (g_ptr_array_index (helps, h), facts, profile, directory));
  return list;
}

json_object *
dolen_tool_match_to_json (DolenDirectory *directory,
                          DolenFacts *facts,
                          const DolenProfile *profile,
                          const DolenMatch *match,
                          const DolenService *service,
                          const GPtrArray *reasons)
{
  json_object *object = json_object_new_object ();

  dolen_tool_add_text (object, "id", service->uid);
  dolen_tool_add_text (
      object, "name", dolen_bilingual_get (&service->name, dolen_language_current ()));
  dolen_tool_add_text (object, "band", dolen_band_code (match->band));
  json_object_object_add (
      object, "score", json_object_new_int (match->score * 1000 / DOLEN_SCORE_WHOLE));
  /* Somewhere in a district is at no distance that could be told in a number. */
  dolen_tool_add_number (object,
                         "distance_km",
                         match->in_district ? (double) NAN : round (match->distance_km * 10) / 10);
  json_object_object_add (object, "reasons", reasons_to_json (reasons));
  json_object_object_add (object, "help", helps_to_json (directory, facts, profile, match->index));
  return object;
}
