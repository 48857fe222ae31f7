/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-booklet-private.h"

#include "base/dolen-text.h"
#include "directory/dolen-fact-age.h"
#include "directory/dolen-sentences.h"
#include "language/dolen-calendar.h"
#include "language/dolen-collation.h"
#include "place/dolen-gazetteer.h"
#include "reports/dolen-hand-out-private.h"
#include "reports/dolen-scheme-footer.h"

#include <string.h>

#define MOST_WORDS 240 /* characters of what a group says of itself */
#define MOST_NAMED 8   /* headings on the front: all of them stand in the contents */

/* What is being written, in one language. */
typedef struct {
  DolenSheet *sheet;
  DolenLanguage language;
  const DolenBookletChoices *choices;
  const char *today;
} Writing;

/* The groups under one heading. */
typedef struct {
  char *heading;      /* (owned) (nullable): those that none fits; in the first language */
  GPtrArray *entries; /* (owned) of DolenBookletEntry, theirs of the stock */
} Part;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->heading);
  g_ptr_array_unref (part->entries);
  g_free (part);
}

static void
add (const Writing *to, DolenSheetKind kind, const char *label, const char *words)
{
  dolen_sheet_add (to->sheet, kind, to->language, label, words);
}

/* ---- in order ---- */

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const Writing *to = data;
  const DolenBookletEntry *left = *(DolenBookletEntry *const *) a;
  const DolenBookletEntry *right = *(DolenBookletEntry *const *) b;

  return dolen_collate (to->language,
                        dolen_bilingual_get (&left->service->name, to->language),
                        dolen_bilingual_get (&right->service->name, to->language));
}

/* Those that no heading fits come last. */
static int
compare_parts (gconstpointer a, gconstpointer b, gpointer data)
{
  const Writing *to = data;
  const Part *left = *(Part *const *) a;
  const Part *right = *(Part *const *) b;

  if (left->heading == NULL || right->heading == NULL)
    return (left->heading == NULL) - (right->heading == NULL);
  return dolen_collate (to->language, left->heading, right->heading);
}

/* (transfer full) (nullable) */
static char *
dup_heading (const Writing *to, const DolenBookletEntry *entry)
{
  const GPtrArray *wanted = to->choices->kinds;
  const GPtrArray *kinds = entry->kinds;

  if (to->choices->by_place) {
    const DolenVenue *venue
        = entry->service->venues->len > 0 ? entry->service->venues->pdata[0] : NULL;

    return venue != NULL ? dolen_booklet_dup_town (venue, to->language) : NULL;
  }
  /* The best of those that were asked for. */
  for (guint i = 0; i < kinds->len; i++)
    if (wanted == NULL || g_ptr_array_find ((GPtrArray *) wanted, kinds->pdata[i], NULL))
      return g_strdup (dolen_term_label (kinds->pdata[i], to->language));
  return NULL;
}

static Part *
part_of (GPtrArray *parts, const char *heading)
{
  Part *part;

  for (guint i = 0; i < parts->len; i++) {
    part = g_ptr_array_index (parts, i);
    if (heading == NULL || part->heading == NULL ? heading == part->heading
                                                 : g_ascii_strcasecmp (heading, part->heading) == 0)
      return part;
  }
  part = g_new0 (Part, 1);
  part->heading = g_strdup (heading);
  part->entries = g_ptr_array_new ();
  g_ptr_array_add (parts, part);
  return part;
}

static GPtrArray *
arrange (Writing *to, const GPtrArray *chosen)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  for (guint i = 0; i < chosen->len; i++) {
    DolenBookletEntry *entry = g_ptr_array_index (chosen, i);
    g_autofree char *heading = dup_heading (to, entry);

    g_ptr_array_add (part_of (parts, heading)->entries, entry);
  }
  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_sort_with_data (((Part *) parts->pdata[i])->entries, compare_entries, to);
  g_ptr_array_sort_with_data (parts, compare_parts, to);
  return parts;
}

/* (transfer full): its heading in the language that is being written. */
static char *
say_heading (const Writing *to, const Part *part)
{
  if (part->heading != NULL)
    return dup_heading (to, g_ptr_array_index (part->entries, 0));
  if (to->choices->by_place)
    /* Translators: heading in a booklet: groups that no place is known of. */
    return g_strdup (dolen_text (to->language, "No place of their own"));
  /* Translators: heading in a booklet: groups (grwpiau) that no other heading fits. */
  return g_strdup (dolen_text (to->language, "Other groups"));
}

/* ---- one group ---- */

/* As much of @text as a booklet has room for, to the end of a sentence or a word. */
static char *
shorten (const char *text)
{
  g_autofree char *line = dolen_text_clean_line (text);
  g_autofree char *start = NULL;
  char *end;

  if (line == NULL || g_utf8_strlen (line, -1) <= MOST_WORDS)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MOST_WORDS);
  end = g_strrstr (start, ". ");
  if (end != NULL) {
    end[1] = '\0';
    return g_steal_pointer (&start);
  }
  end = strrchr (start, ' ');
  if (end != NULL)
    *end = '\0';
  return g_strconcat (start, "…", NULL);
}

static void
add_bilingual (const Writing *to, const char *label, const DolenBilingual *text)
{
  g_autofree char *words = shorten (dolen_bilingual_get (text, to->language));

  dolen_sheet_add (to->sheet,
                   DOLEN_SHEET_LINE,
                   label != NULL ? to->language : dolen_bilingual_shown (text, to->language),
                   label,
                   words);
}

static void
add_organisation (const Writing *to, const DolenBookletEntry *entry)
{
  const char *name = dolen_bilingual_get (&entry->organisation, to->language);

  if (g_strcmp0 (name, dolen_bilingual_get (&entry->service->name, to->language)) != 0)
    dolen_sheet_add (to->sheet,
                     DOLEN_SHEET_LINE,
                     dolen_bilingual_shown (&entry->organisation, to->language),
                     NULL,
                     name);
}

/* A booklet is read for months: the day on which it was told stands beside it. */
static void
add_places (const Writing *to, const DolenService *service)
{
  const DolenCapacity *capacity = dolen_service_current_capacity (service);
  g_autofree char *told = NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (!dolen_capacity_is_fresh (capacity, to->today))
    return;
  told = dolen_sentence_capacity_bare (to->language, capacity);
  day = dolen_format_date (to->language, capacity->as_of);
  /* Translators: in a booklet: "4 places", and the day on which that was told. */
  words = g_strdup_printf (dolen_text (to->language, "%1$s (as told on %2$s)"), told, day);
  /* Translators: in a booklet: whether there is room follows (lleoedd, pl.). */
  add (to, DOLEN_SHEET_LINE, dolen_text (to->language, "Places:"), words);
}

static void
add_entry (const Writing *to, gconstpointer data)
{
  const DolenBookletEntry *entry = data;
  const DolenService *service = entry->service;

  dolen_sheet_add (to->sheet,
                   DOLEN_SHEET_LABEL,
                   dolen_bilingual_shown (&service->name, to->language),
                   NULL,
                   dolen_bilingual_get (&service->name, to->language));
  add_organisation (to, entry);
  add_bilingual (to, NULL, &service->description);
  /* Translators: in a booklet: who may come follows, in the group's words. */
  add_bilingual (to, dolen_text (to->language, "For whom:"), &service->eligibility);
  dolen_hand_out_add_facts (to->sheet, service, to->language, to->today);
  add_places (to, service);
  dolen_hand_out_add_ways (to->sheet, service, to->language);
}

/* ---- the whole ---- */

static const char *
say_area (const Writing *to)
{
  if (to->choices->sort == DOLEN_BOOKLET_TOWN && to->choices->area != NULL)
    return dolen_town_name (to->choices->area, to->language);
  if (to->choices->sort != DOLEN_BOOKLET_EVERYWHERE && to->choices->area != NULL)
    return to->choices->area;
  /* Translators: in a booklet: it is of no one area. */
  return dolen_text (to->language, "The whole directory");
}

/* What the front tells of. */
typedef struct {
  const GPtrArray *parts;
  guint groups;
} Front;

/* "Arts and crafts (12)", an item each. */
static void
add_parts (const Writing *to, const GPtrArray *parts)
{
  /* Translators: on the front of a booklet: its headings follow (llyfryn, masc.). */
  add (to, DOLEN_SHEET_LINE, NULL, dolen_text (to->language, "What is in it:"));
  for (guint i = 0; i < MIN (parts->len, MOST_NAMED); i++) {
    const Part *part = g_ptr_array_index (parts, i);
    g_autofree char *heading = say_heading (to, part);
    g_autofree char *item = g_strdup_printf ("%s (%u)", heading, part->entries->len);

    add (to, DOLEN_SHEET_ITEM, NULL, item);
  }
  if (parts->len > MOST_NAMED)
    add (to, DOLEN_SHEET_ITEM, NULL, "…");
}

static const char *
say_languages (const Writing *to)
{
  if (to->choices->both)
    /* Translators: on the front of a booklet: in which languages it is. */
    return dolen_text (to->language, "In Welsh and English");
  if (to->language == DOLEN_LANGUAGE_CY)
    /* Translators: on the front of a booklet: in which language it is. */
    return dolen_text (to->language, "In Welsh");
  /* Translators: on the front of a booklet: in which language it is. */
  return dolen_text (to->language, "In English");
}

/* Whose it is and how to reach them. */
static void
add_publisher (const Writing *to)
{
  const DolenScheme *scheme = to->choices->scheme;
  const char *name = dolen_scheme_get_name (scheme, to->language);
  const char *body = to->choices->publisher;
  g_autofree char *phone = dolen_scheme_dup_phone (scheme);
  gboolean two = !dolen_text_is_empty (name) && !dolen_text_is_empty (body);
  g_autofree char *whose
      = g_strconcat (dolen_text_is_empty (name) ? "" : name,
                     two && !g_str_equal (name, body) ? ", " : "",
                     dolen_text_is_empty (body) || (two && g_str_equal (name, body)) ? "" : body,
                     NULL);

  if (*whose == '\0')
    return;
  add (to, DOLEN_SHEET_GAP, NULL, NULL);
  /* Translators: on the front of a booklet: the name of a body follows. */
  add (to, DOLEN_SHEET_LINE, dolen_text (to->language, "Published by:"), whose);
  add (to, DOLEN_SHEET_LINE, dolen_text (to->language, "Telephone:"), phone);
  if (scheme != NULL)
    add (to, DOLEN_SHEET_LINE, dolen_text (to->language, "E-mail:"), scheme->email);
}

static void
add_front (const Writing *to, gconstpointer data)
{
  const Front *front = data;
  g_autofree char *day = dolen_format_date (to->language, to->today);
  g_autofree char *count = g_strdup_printf (
      /* Translators: on the front of a booklet; counts groups (grŵp, masc.). */
      dolen_ntext (to->language, "%u group", "%u groups", front->groups),
      front->groups);

  /* Translators: title of a booklet of groups, clubs, advice in an area. */
  add (to, DOLEN_SHEET_COVER, NULL, dolen_text (to->language, "What there is near you"));
  add (to, DOLEN_SHEET_TITLE, NULL, say_area (to));
  add (to, DOLEN_SHEET_LINE, NULL, count);
  add (to, DOLEN_SHEET_LINE, NULL, say_languages (to));
  add (to, DOLEN_SHEET_GAP, NULL, NULL);
  add_parts (to, front->parts);
  add (to, DOLEN_SHEET_GAP, NULL, NULL);
  /* Translators: on the front of a booklet: a date follows (llyfryn, masc.). */
  add (to, DOLEN_SHEET_LINE, dolen_text (to->language, "As known on:"), day);
  add (to,
       DOLEN_SHEET_LINE,
       NULL,
       dolen_text (to->language, "Times and prices change: please ring before you go."));
  add_publisher (to);
}

static void
add_contents_heading (const Writing *to, gconstpointer data)
{
  /* Translators: heading of the table of contents of a booklet. */
  add (to, DOLEN_SHEET_HEADING, NULL, dolen_text (to->language, "Contents"));
}

static void
add_heading (const Writing *to, gconstpointer data)
{
  g_autofree char *heading = say_heading (to, data);

  add (to, DOLEN_SHEET_HEADING, NULL, heading);
}

/* Whatever @write writes of @data: in both languages, where they stand beside one another. */
static void
write_each (const Writing *to,
            void (*write) (const Writing *to, gconstpointer data),
            gconstpointer data)
{
  guint first = to->sheet->blocks->len;
  Writing other = *to;

  write (to, data);
  if (!to->choices->both || !to->choices->beside)
    return;
  other.sheet = dolen_sheet_new ();
  other.language = dolen_language_other (to->language);
  write (&other, data);
  dolen_sheet_pair (to->sheet, first, other.sheet);
}

/* One line leads to a page, whatever its languages. */
static void
add_content (const Writing *to, const Part *part)
{
  Writing other = *to;
  g_autofree char *heading = say_heading (to, part);
  g_autofree char *too = NULL;
  g_autofree char *both = NULL;

  other.language = dolen_language_other (to->language);
  too = say_heading (&other, part);
  if (to->choices->both && to->choices->beside && !g_str_equal (heading, too))
    both = g_strdup_printf ("%s · %s", heading, too);
  add (to, DOLEN_SHEET_CONTENTS, NULL, both != NULL ? both : heading);
}

static void
add_contents (const Writing *to, const GPtrArray *parts)
{
  add (to, DOLEN_SHEET_PAGE, NULL, NULL);
  write_each (to, add_contents_heading, NULL);
  for (guint i = 0; i < parts->len; i++)
    add_content (to, g_ptr_array_index (parts, i));
  add (to, DOLEN_SHEET_PAGE, NULL, NULL);
}

/* The contents name the headings in their order. */
static void
aim_contents (const Writing *to, guint first)
{
  guint heading = first;

  for (guint i = first; i < to->sheet->blocks->len; i++) {
    DolenSheetBlock *block = g_ptr_array_index (to->sheet->blocks, i);
    DolenSheetKind kind = DOLEN_SHEET_CONTENTS;

    if (block->kind != DOLEN_SHEET_CONTENTS)
      continue;
    for (heading = MAX (heading + 1, i + 1); kind != DOLEN_SHEET_HEADING; heading++)
      kind = ((DolenSheetBlock *) g_ptr_array_index (to->sheet->blocks, heading))->kind;
    block->target = --heading;
  }
}

static void
write_all (Writing *to, const GPtrArray *chosen)
{
  g_autoptr (GPtrArray) parts = arrange (to, chosen);
  guint first = to->sheet->blocks->len;

  write_each (to, add_front, &(Front){ parts, chosen->len });
  add_contents (to, parts);
  for (guint i = 0; i < parts->len; i++) {
    const Part *part = g_ptr_array_index (parts, i);

    write_each (to, add_heading, part);
    for (guint j = 0; j < part->entries->len; j++)
      write_each (to, add_entry, g_ptr_array_index (part->entries, j));
  }
  aim_contents (to, first);
}

DolenSheet *
dolen_booklet_sheet_new (const DolenBookletStock *stock,
                         const DolenBookletChoices *choices,
                         const char *today)
{
  DolenSheet *sheet = dolen_sheet_new ();
  Writing to = { sheet, choices->language, choices, today };
  g_autoptr (GPtrArray) chosen = NULL;

  g_return_val_if_fail (stock != NULL && today != NULL, sheet);

  chosen = dolen_booklet_choose (stock, choices);
  sheet->numbered = TRUE;
  write_all (&to, chosen);
  if (choices->both && !choices->beside) {
    add (&to, DOLEN_SHEET_PAGE, NULL, NULL);
    to.language = dolen_language_other (choices->language);
    write_all (&to, chosen);
  }
  return sheet;
}
