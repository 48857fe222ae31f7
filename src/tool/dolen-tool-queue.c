/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "tool/dolen-tool.h"

#include "base/dolen-error.h"
#include "base/dolen-paths.h"
#include "base/dolen-text.h"
#include "base/dolen-time.h"
#include "directory/keeping/dolen-completeness.h"
#include "directory/keeping/dolen-queue-area.h"
#include "directory/keeping/dolen-queue.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* queue and completeness: what there is to check, and how complete the listings are. */

#define USUAL_LIMIT 20

typedef struct {
  char *kind;
  char *area;
  char *curator;
  int limit;
  gboolean put_off;
} Options;

static void
free_options (Options *options)
{
  g_free (options->kind);
  g_free (options->area);
  g_free (options->curator);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, free_options)

static gboolean
takes_no_arguments (const DolenTool *tool, GError **error)
{
  if (tool->arguments[1] == NULL)
    return TRUE;
  /* Translators: the name of a command and what was typed after it. */
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               _ ("%s takes nothing after it, not “%s”."),
               tool->command,
               tool->arguments[1]);
  return FALSE;
}

/* The scheme's own rules, as in the application; what is wrong in the file is told. */
static void
read_rules (const DolenTool *tool, DolenKeepingRules *rules)
{
  g_autofree char *folder = tool->folder ? g_strdup (tool->folder) : dolen_path_user_folder ();
  g_autofree char *path = g_build_filename (folder, DOLEN_KEEPING_FILE, NULL);
  g_auto (GStrv) wrong = dolen_keeping_rules_read (path, rules);

  for (guint i = 0; wrong[i] != NULL; i++)
    fprintf (stderr, "dolenctl: %s\n", wrong[i]);
}

static char *
list_kinds (void)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint kind = 0; kind < DOLEN_QUEUE_N_KINDS; kind++)
    g_string_append_printf (
        codes, "%s%s", kind > 0 ? ", " : "", dolen_queue_kind_code ((DolenQueueKind) kind));
  return g_strdup (codes->str);
}

static gboolean
parse_queue (DolenTool *tool, Options *options, GError **error)
{
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &options->kind,
      N_ ("Only this kind of work, such as “stale” or “question”"), N_ ("KIND") },
    { "area", 'a', 0, G_OPTION_ARG_STRING, &options->area,
      N_ ("Only there: a town, a county or a postcode district"), N_ ("PLACE") },
    { "curator", 0, 0, G_OPTION_ARG_STRING, &options->curator,
      N_ ("Only what is given to this person"), N_ ("NAME") },
    { "put-off", 0, 0, G_OPTION_ARG_NONE, &options->put_off,
      N_ ("What is put off or not to be rung, instead"), NULL },
    { "limit", 'l', 0, G_OPTION_ARG_INT, &options->limit,
      N_ ("At most so many, 0 for all"), N_ ("N") },
    { NULL },
  };
  /* clang-format on */

  return dolen_tool_parse (tool,
                           entries,
                           "",
                           _ ("Lists what there is to check about listings, most useful first."),
                           error);
}

static gboolean
read_kind (const Options *options, guint *kinds, GError **error)
{
  DolenQueueKind kind;
  g_autofree char *known = NULL;

  if (options->kind == NULL)
    return TRUE;
  if (dolen_queue_kind_from_code (options->kind, &kind)) {
    *kinds = DOLEN_QUEUE_BIT (kind);
    return TRUE;
  }
  known = list_kinds ();
  g_set_error (
      error,
      DOLEN_ERROR,
      DOLEN_ERROR_INVALID,
      /* Translators: %1$s is what was typed, %2$s a list of words that stay as they are. */
      _ ("There is no kind of work “%1$s”; there are: %2$s."),
      options->kind,
      known);
  return FALSE;
}

static json_object *
describe_ask (const DolenQueueAsk *ask)
{
  json_object *object = json_object_new_object ();

  dolen_tool_add_text (object, "kind", dolen_queue_kind_code (ask->kind));
  dolen_tool_add_text (object, "what", ask->what);
  dolen_tool_add_text (object, "service", ask->service);
  dolen_tool_add_text (object, "on", ask->on);
  dolen_tool_add_text (object, "question", ask->question);
  return object;
}

static json_object *
describe_item (const DolenQueueItem *item)
{
  json_object *object = json_object_new_object (), *asks = json_object_new_array (),
              *kinds = json_object_new_array ();

  for (guint kind = 0; kind < DOLEN_QUEUE_N_KINDS; kind++)
    if (item->kinds & DOLEN_QUEUE_BIT (kind))
      json_object_array_add (
          kinds, json_object_new_string (dolen_queue_kind_code ((DolenQueueKind) kind)));
  for (guint i = 0; i < item->asks->len; i++)
    json_object_array_add (asks, describe_ask (g_ptr_array_index (item->asks, i)));
  dolen_tool_add_text (object, "kind", dolen_queue_kind_code (item->kind));
  json_object_object_add (object, "kinds", kinds);
  json_object_object_add (object, "call", json_object_new_boolean (item->call));
  dolen_tool_add_text (object, "title", item->title);
  dolen_tool_add_text (object, "record_kind", item->record_kind);
  dolen_tool_add_text (object, "record", item->record_uid);
  dolen_tool_add_text (object, "organisation", item->organisation_name);
  dolen_tool_add_text (object, "place", item->place);
  dolen_tool_add_text (object, "phone", item->phone);
  dolen_tool_add_text (object, "language", dolen_language_code (item->language));
  dolen_tool_add_text (object, "why", item->why);
  dolen_tool_add_number (object, "score", item->score);
  dolen_tool_add_text (object, "assigned_to", item->assigned_to);
  dolen_tool_add_text (object, "due_on", item->due_on);
  dolen_tool_add_text (object, "snoozed_until", item->snoozed_until);
  dolen_tool_add_text (object, "next_try_on", item->next_try_on);
  json_object_object_add (object, "asks", asks);
  return object;
}

/* @nowhere: (nullable): why nothing is in the area asked for */
static void
print_json (const DolenQueueList *list, const char *nowhere)
{
  json_object *object = json_object_new_object (), *items = json_object_new_array (),
              *by_kind = json_object_new_object ();

  for (guint kind = 0; kind < DOLEN_QUEUE_N_KINDS; kind++)
    json_object_object_add (by_kind,
                            dolen_queue_kind_code ((DolenQueueKind) kind),
                            json_object_new_int64 (list->by_kind[kind]));
  for (guint i = 0; i < list->items->len; i++)
    json_object_array_add (items, describe_item (g_ptr_array_index (list->items, i)));
  json_object_object_add (object, "total", json_object_new_int64 (list->total));
  json_object_object_add (object, "put_off", json_object_new_int64 (list->put_off));
  json_object_object_add (object, "by_kind", by_kind);
  json_object_object_add (object, "items", items);
  dolen_tool_add_text (object, "area", nowhere);
  dolen_tool_print_json (object);
}

/* Whom to ring, and the id that the other commands take. */
static void
print_contact (const DolenQueueItem *item)
{
  g_autofree char *phone = item->phone != NULL ? dolen_text_phone_display (item->phone) : NULL;

  if (phone != NULL)
    printf ("  %s", phone);
  printf ("  %s", item->service != NULL ? item->service : item->record_uid);
}

static void
print_text (const DolenQueueList *list, const DolenKeepingRules *rules, const char *nowhere)
{
  DolenLanguage language = dolen_language_current ();
  g_autofree char *order = dolen_queue_explain (rules, language);

  if (list->total == 0) {
    puts (nowhere != NULL ? nowhere : _ ("There is nothing to check."));
    return;
  }
  printf ("%s\n\n", order);
  for (guint i = 0; i < list->items->len; i++) {
    const DolenQueueItem *item = g_ptr_array_index (list->items, i);
    g_autofree char *name
        = dolen_tool_name_in_full (item->title, item->organisation_name, item->place);

    printf ("%s  [%s]", name, dolen_queue_kind_label (item->kind, language));
    print_contact (item);
    printf ("\n    %s\n", item->why);
  }
  if (list->total > list->items->len) {
    printf ("\n");
    /* Translators: how many rows of a list are shown, and how many there are. */
    printf (_ ("%1$u of %2$u"), list->items->len, list->total);
    printf ("\n");
  }
}

gboolean
dolen_tool_queue (DolenTool *tool, GError **error)
{
  g_auto (Options) options = { .limit = USUAL_LIMIT };
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (DolenQueueList) list = NULL;
  g_autofree char *nowhere = NULL;
  DolenQueueQuery query = { 0 };
  DolenKeepingRules rules;

  if (!parse_queue (tool, &options, error) || !takes_no_arguments (tool, error)
      || !read_kind (&options, &query.kinds, error))
    return FALSE;
  query.area = options.area;
  query.assigned_to = options.curator;
  query.put_off = options.put_off;
  query.limit = options.limit > 0 ? (guint) options.limit : G_MAXUINT;
  directory = dolen_tool_open (tool, FALSE, error);
  read_rules (tool, &rules);
  if (directory == NULL
      || (list = dolen_queue_read (directory, &query, &rules, dolen_language_current (), error))
             == NULL)
    return FALSE;
  if (list->total == 0)
    nowhere = dolen_queue_area_text (directory, query.area, dolen_language_current ());
  if (tool->json)
    print_json (list, nowhere);
  else
    print_text (list, &rules, nowhere);
  return TRUE;
}

/* ---- completeness ---- */

static json_object *
describe_completeness (const DolenCompleteness *completeness)
{
  json_object *object = json_object_new_object (), *known = json_object_new_object ();

  for (guint field = 0; field < DOLEN_N_COMPLETE; field++)
    json_object_object_add (known,
                            dolen_complete_field_code ((DolenCompleteField) field),
                            json_object_new_int64 (completeness->known[field]));
  json_object_object_add (object, "of", json_object_new_int64 (completeness->of));
  json_object_object_add (object, "known", known);
  return object;
}

static void
print_completeness_json (const DolenCompleteness *completeness, const GPtrArray *trend)
{
  json_object *object = describe_completeness (completeness), *months = json_object_new_array ();

  for (guint i = 0; i < trend->len; i++) {
    const DolenCompletenessMonth *month = g_ptr_array_index (trend, i);
    json_object *one = describe_completeness (&month->completeness);

    dolen_tool_add_text (one, "month", month->month);
    json_object_array_add (months, one);
  }
  json_object_object_add (object, "months", months);
  dolen_tool_print_json (object);
}

static void
print_completeness_text (const DolenCompleteness *completeness)
{
  for (guint field = 0; field < DOLEN_N_COMPLETE; field++)
    printf ("%3u %%  %6u/%u  %s\n",
            dolen_completeness_percent (completeness, (DolenCompleteField) field),
            completeness->known[field],
            completeness->of,
            dolen_complete_field_label ((DolenCompleteField) field, dolen_language_current ()));
}

gboolean
dolen_tool_completeness (DolenTool *tool, GError **error)
{
  g_autoptr (DolenDirectory) directory = NULL;
  g_autoptr (DolenCompleteness) completeness = NULL;
  g_autoptr (GPtrArray) trend = NULL;
  g_autofree char *today = dolen_date_today ();
  DolenKeepingRules rules;

  if (!dolen_tool_parse (
          tool,
          NULL,
          "",
          _ ("Says how many listings know what people ask for, and how that was month by month."),
          error)
      || !takes_no_arguments (tool, error))
    return FALSE;
  directory = dolen_tool_open (tool, FALSE, error);
  read_rules (tool, &rules);
  if (directory == NULL
      || (completeness = dolen_completeness_count (directory, &rules, today, error)) == NULL
      || (trend = dolen_completeness_trend (directory, 0, error)) == NULL)
    return FALSE;
  if (tool->json)
    print_completeness_json (completeness, trend);
  else
    print_completeness_text (completeness);
  return TRUE;
}
