/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "matching/dolen-query-private.h"

#include <math.h>
#include <string.h>

/*
 * What the tags of one service say to a query: one walk over a few of them, asked of every service
 * of the directory, whatever it is about. All else is asked only of what is relevant. What a tag
 * says is worked out once for each query and stands in a row, as the beginning of a look; a service
 * takes the rows of its tags together, sixteen bytes at once and without a branch.
 */

#define AT_ONCE 32u /* tags */

/* Sixteen bytes of a row. No byte of a wish is over 100: it may as well have a sign, which every
 * processor can compare. */
typedef gint8 Bytes __attribute__ ((vector_size (16)));

#define HEAD 3u /* so many of them are marks and barriers, the rest wishes, four in each */
#define WISHES_OF_BYTES (sizeof (Bytes) / sizeof (DolenWishLook))

G_STATIC_ASSERT (sizeof (DolenWishLook) == 4);
G_STATIC_ASSERT (G_STRUCT_OFFSET (DolenLook, of_others) + sizeof (gboolean)
                 == HEAD * sizeof (Bytes));
G_STATIC_ASSERT (G_N_ELEMENTS (((DolenLook *) NULL)->wishes) % (2 * WISHES_OF_BYTES) == 0);

/* A known no is one whatever it was read from; a yes may be founded in eight ways. */
#define FLAGS_FROM 10
#define N_FLAGS 16u
#define N_VARIANTS 9u

/* A group for people who have what they have is about it as much as if its name said so. */
static guint
founded_of (const DolenTermEntry *entry, DolenFactTag tag)
{
  if ((tag & DOLEN_FACT_FOR_WHOM) && (entry->marks & DOLEN_MARK_OF_THEIRS))
    tag |= DOLEN_FACT_IN_NAME;
  return dolen_fact_tag_founded (tag);
}

static void
look_at_wishes (const DolenQuery *query,
                const DolenTermEntry *entry,
                DolenFactTag tag,
                DolenLook *look)
{
  const DolenMeeting *meetings = (const DolenMeeting *) (gpointer) query->meetings->data;
  guint founded = founded_of (entry, tag);

  for (guint m = entry->first_meeting; m < entry->first_meeting + entry->n_meetings; m++) {
    DolenWishLook *wish = &look->wishes[meetings[m].wish];

    wish->worth = MAX (wish->worth, meetings[m].worth);
    wish->strength = MAX (wish->strength, meetings[m].strength[founded]);
    wish->value = MAX (wish->value, meetings[m].value[founded]);
  }
}

/* A known no counts where the very wish is denied, or all that it stands for. */
static void
look_at_no (const DolenQuery *query, DolenFactTag tag, DolenLook *look)
{
  guint number = dolen_fact_tag_number (tag);

  for (guint w = 0; w < query->n_wishes; w++)
    if (query->wishes[w] == number)
      look->wishes[w].no = TRUE;
}

static void
look_at_enabler (const DolenQuery *query, DolenFactTag tag, DolenLook *look)
{
  const DolenBarrierMasks *masks
      = &query->enablers[dolen_fact_tag_number (tag) - DOLEN_FACT_ENABLERS];

  if (dolen_fact_tag_is_no (tag)) {
    look->barriers_blocked |= masks->blocks;
    return;
  }
  look->barriers_full |= masks->full;
  look->barriers_partly |= masks->partly;
}

/* A passing word of dementia makes no group that is at home with it. */
static gboolean
is_what_it_is_for (DolenFactTag tag)
{
  return dolen_fact_tag_is_strong (tag) || (tag & DOLEN_FACT_FOR_WHOM) != 0;
}

static void
look_at_tag (const DolenQuery *query, DolenFactTag tag, DolenLook *look)
{
  guint number = dolen_fact_tag_number (tag);
  const DolenTermEntry *entry = &query->terms[number];

  if (number >= DOLEN_FACT_ENABLERS)
    look_at_enabler (query, tag, look);
  if (dolen_fact_tag_is_no (tag)) {
    look->marks_no |= entry->marks;
    if (entry->n_meetings > 0)
      look_at_no (query, tag, look);
    return;
  }
  look->marks_yes |= entry->marks;
  if (tag & DOLEN_FACT_IN_NAME)
    look->marks_in_name |= entry->marks;
  if (tag & DOLEN_FACT_CONFIRMED)
    look->marks_confirmed |= entry->marks;
  if (tag & DOLEN_FACT_FOR_WHOM)
    look->marks_for_whom |= entry->marks;
  if (is_what_it_is_for (tag))
    look->barriers_partly |= entry->at_home;
  if (entry->n_meetings > 0)
    look_at_wishes (query, entry, tag, look);
}

/* What a tag says at a glance. */
enum {
  SAYS_CLOSE = 1 << 0,  /* something is close to a wish */
  SAYS_STRONG = 1 << 1, /* one is met, or nearly */
};

static guint
variant_of (guint flags)
{
  DolenFactTag tag = (DolenFactTag) (flags << FLAGS_FROM);

  if (dolen_fact_tag_is_no (tag))
    return 8;
  return dolen_fact_tag_founded (tag) | (tag & DOLEN_FACT_FOR_WHOM ? 4u : 0);
}

/* The rows of one term, the first of which is @first. */
static void
prepare_rows (DolenQuery *query, guint number, guint first)
{
  DolenLook look;

  for (guint flags = 0; flags < N_FLAGS; flags++) {
    DolenFactTag tag = (DolenFactTag) (number | flags << FLAGS_FROM);
    guint row = first + variant_of (flags);

    query->row_of[tag] = (guint32) (row * query->row_size);
    memset (&look, 0, HEAD * sizeof (Bytes));
    memset (look.wishes, 0, query->n_wishes * sizeof *look.wishes);
    look_at_tag (query, tag, &look);
    memcpy (query->rows + row * query->row_size, &look, HEAD * sizeof (Bytes));
    memcpy (query->rows + row * query->row_size + HEAD * sizeof (Bytes),
            look.wishes,
            query->n_wishes * sizeof *look.wishes);
  }
}

/* What the tags of a term say of the wishes, at a glance. */
static void
prepare_says (DolenQuery *query, guint number)
{
  for (guint flags = 0; flags < N_FLAGS; flags++) {
    guint tag = number | flags << FLAGS_FROM;
    const DolenWishLook *wishes
        = (const DolenWishLook *) (gpointer) (query->rows + query->row_of[tag]
                                              + HEAD * sizeof (Bytes));

    for (guint w = 0; w < query->n_wishes; w++) {
      if (wishes[w].strength >= query->close[w].strength)
        query->says_of[tag] |= SAYS_CLOSE;
      if (wishes[w].strength >= DOLEN_STRENGTH_WEAK)
        query->says_of[tag] |= SAYS_STRONG;
    }
  }
}

/* From which strength on a wish is close, laid out as wishes are; what is no wish never is. */
static void
prepare_close (DolenQuery *query)
{
  gsize size = query->row_size - HEAD * sizeof (Bytes);

  query->close = g_malloc (size);
  memset (query->close, G_MAXINT8, size);
  for (guint w = 0; w < query->n_wishes; w++)
    query->close[w].strength
        = w < query->n_interests ? DOLEN_STRENGTH_CLOSE_INTEREST : DOLEN_STRENGTH_CLOSE_NEED;
}

void
dolen_query_prepare_look (DolenQuery *query)
{
  guint pairs = (query->n_wishes + 2 * WISHES_OF_BYTES - 1) / (2 * WISHES_OF_BYTES);
  guint n = 1; /* the first says nothing */

  query->row_size = (HEAD + 2 * MAX (pairs, 1)) * sizeof (Bytes);
  for (guint number = 0; number < DOLEN_FACT_N_TERMS; number++)
    n += query->asks_of[number] * N_VARIANTS;
  query->rows = g_malloc0_n (n, query->row_size);
  query->row_of = g_new0 (guint32, N_FLAGS << FLAGS_FROM);
  query->says_of = g_new0 (guint8, N_FLAGS << FLAGS_FROM);
  n = 1;
  for (guint number = 0; number < DOLEN_FACT_N_TERMS; number++)
    if (query->asks_of[number]) {
      prepare_rows (query, number, n);
      n += N_VARIANTS;
    }
  prepare_close (query);
  for (guint number = 0; number < DOLEN_FACT_N_TERMS; number++)
    if (query->asks_of[number])
      prepare_says (query, number);
}

static inline Bytes
load (gconstpointer from)
{
  Bytes bytes;

  memcpy (&bytes, from, sizeof bytes);
  return bytes;
}

static inline Bytes
most (Bytes a, Bytes b)
{
  Bytes more = a > b;

  return (a & more) | (b & ~more);
}

static inline gboolean
is_any (Bytes bytes)
{
  guint64 halves[2];

  memcpy (halves, &bytes, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/* The wishes after the first eight, which few name. */
static void
take_further_wishes (const DolenQuery *query, const char *const *rows, guint n, DolenLook *look)
{
  char *wishes = (char *) look->wishes;

  for (gsize at = 2 * sizeof (Bytes); at < query->row_size - HEAD * sizeof (Bytes);
       at += sizeof (Bytes)) {
    Bytes sum = load (wishes + at);

    for (guint r = 0; r < n; r++)
      sum = most (sum, load (rows[r] + HEAD * sizeof (Bytes) + at));
    memcpy (wishes + at, &sum, sizeof sum);
  }
}

/* @more: to what there is; else what there was is forgotten. */
static void
take_rows (
    const DolenQuery *query, const char *const *rows, guint n, gboolean more, DolenLook *look)
{
  char *head = (char *) look, *wishes = (char *) look->wishes;
  Bytes sums[HEAD] = { { 0 }, { 0 }, { 0 } };
  Bytes first = { 0 }, second = { 0 };

  for (guint r = 0; r < n; r++) {
    sums[0] |= load (rows[r]);
    sums[1] |= load (rows[r] + 16);
    sums[2] |= load (rows[r] + 32);
    first = most (first, load (rows[r] + 48));
    second = most (second, load (rows[r] + 64));
  }
  if (more) {
    for (guint h = 0; h < HEAD; h++)
      sums[h] |= load (head + h * sizeof (Bytes));
    first = most (first, load (wishes));
    second = most (second, load (wishes + 16));
  }
  memcpy (head, sums, sizeof sums);
  memcpy (wishes, &first, sizeof first);
  memcpy (wishes + 16, &second, sizeof second);
  if (query->row_size > (HEAD + 2) * sizeof (Bytes))
    take_further_wishes (query, rows, n, look);
}

/* Many tags say nothing to a query. They are sorted out without a branch, which no processor could
 * foresee, before anything is done. */
static void
look_at_tags (
    const DolenQuery *query, const DolenFactTag *tags, guint n, gboolean more, DolenLook *look)
{
  const char *rows[AT_ONCE];
  guint n_rows = 0;

  for (guint t = 0; t < n; t++) {
    guint32 row = query->row_of[tags[t]];

    rows[n_rows] = query->rows + row;
    n_rows += row != 0;
  }
  take_rows (query, rows, n_rows, more, look);
}

/* Whether any wish is met or something is close to it, and the strength of the one met best. */
static gboolean
look_at_strengths (const DolenQuery *query, DolenLook *look)
{
  const char *close = (const char *) query->close, *wishes = (const char *) look->wishes;
  DolenWishLook strongest[WISHES_OF_BYTES];
  Bytes sum = { 0 }, is_close = { 0 };

  for (gsize at = 0; at < query->row_size - HEAD * sizeof (Bytes); at += sizeof (Bytes)) {
    Bytes bytes = load (wishes + at);

    sum = most (sum, bytes);
    is_close |= bytes >= load (close + at);
  }
  memcpy (strongest, &sum, sizeof strongest);
  look->strongest = MAX (MAX (strongest[0].strength, strongest[1].strength),
                         MAX (strongest[2].strength, strongest[3].strength));
  return is_any (is_close);
}

/*
 * A need of its own kind in the name says for whom it is, and so does one of which its words say
 * so: of others, where none of the kind that the profile has is among them. ("Alcohol and drugs" is
 * for either; but of grief there are kinds that are told apart whatever else is said.) So does one
 * that a person confirmed, and a delicate one however it is said, where nothing else that the
 * profile needs help with is met there; by a passing word it is not, where what is delicate was
 * confirmed: "no recourse to public funds" makes no refuge a place for whoever is a migrant.
 */
static gboolean
is_of_others (const DolenQuery *query, const DolenLook *look)
{
  guint32 plainly = look->marks_in_name | look->marks_for_whom;
  gboolean surely = (look->marks_confirmed & DOLEN_MARK_DELICATE) != 0;

  if ((plainly & DOLEN_MARK_OTHER_LOSS) && !(look->marks_yes & DOLEN_MARK_THEIR_LOSS))
    return TRUE;
  if (look->marks_in_name & DOLEN_MARK_OF_OTHERS)
    return !(plainly & DOLEN_MARK_OF_THEIRS);
  if (plainly & DOLEN_MARK_OF_OTHERS)
    return !(look->marks_yes & DOLEN_MARK_OF_THEIRS);
  if (!(look->marks_confirmed & DOLEN_MARK_OF_OTHERS) && !(look->marks_yes & DOLEN_MARK_DELICATE))
    return FALSE;
  for (guint w = query->n_interests; w < query->n_wishes; w++)
    if ((surely ? look->wishes[w].strength : look->wishes[w].worth) >= DOLEN_WORTH_MET)
      return FALSE;
  return TRUE;
}

void
dolen_query_look (const DolenQuery *query, guint index, DolenVerdicts *verdicts)
{
  const DolenFacts *facts = query->facts;
  DolenLook *look = &verdicts->look;
  guint32 first = facts->first_tag[index], end = facts->first_tag[index + 1], at = first;

  if (query->row_size > (HEAD + 2) * sizeof (Bytes))
    memset (look->wishes, 0, query->row_size - HEAD * sizeof (Bytes));
  do {
    guint n = MIN (end - at, AT_ONCE);

    look_at_tags (query, facts->tags + at, n, at > first, look);
    at += n;
  } while (at < end);
  verdicts->relevant = query->own_words ? dolen_query_has_flag (query, index, DOLEN_FLAG_WORDS)
                                        : query->n_wishes == 0;
  verdicts->relevant |= look_at_strengths (query, look);
  look->of_others = is_of_others (query, look);
  look->barriers_blocked |= query->closed_by_way[facts->attending[index] % DOLEN_N_WAYS];
}

gboolean
dolen_query_glance (const DolenQuery *query, guint index, gboolean *weak)
{
  const DolenFacts *facts = query->facts;
  gboolean has_words = dolen_query_has_flag (query, index, DOLEN_FLAG_WORDS);
  guint said = 0;

  for (guint32 t = facts->first_tag[index];
       t < facts->first_tag[index + 1] && said != (SAYS_CLOSE | SAYS_STRONG);
       t++)
    said |= query->says_of[facts->tags[t]];
  *weak = query->n_wishes > 0 && !(said & SAYS_STRONG) && !has_words;
  return (said & SAYS_CLOSE) != 0 || (query->own_words ? has_words : query->n_wishes == 0);
}

void
dolen_query_judge (const DolenQuery *query, guint index, DolenVerdicts *verdicts)
{
  dolen_query_look (query, index, verdicts);
  dolen_query_judge_looked (query, index, verdicts);
  dolen_query_score (query, index, verdicts);
}

/* Whether a venue has the very postcode where they are. */
static gboolean
is_same_postcode (const DolenQuery *query, guint venue)
{
  return query->postcode != 0 && query->facts->postcode[venue] == query->postcode;
}

/* At most so far: somewhere in a district is no nearer than where a venue is known to stand. */
static double
at_most_km (const DolenQuery *query, guint venue)
{
  double km = (double) query->km[venue];

  return dolen_facts_in_district (query->facts, venue) && !is_same_postcode (query, venue)
             ? km + dolen_facts_precision_km (query->facts, venue)
             : km;
}

void
dolen_query_find_place (const DolenQuery *query, guint index, DolenLook *look)
{
  const DolenFacts *facts = query->facts;
  guint32 first = facts->first_venue[index], end = facts->first_venue[index + 1];
  guint32 nearest = first;

  /* What is known of the person's own place counts too. */
  look->precision_km = (float) query->profile->position.precision_km;
  look->in_district = FALSE;
  look->km = NAN;
  if (query->km == NULL || first == end)
    return;
  for (guint32 v = first + 1; v < end; v++)
    if (at_most_km (query, v) < at_most_km (query, nearest))
      nearest = v;
  look->km = query->km[nearest];
  if (is_same_postcode (query, nearest)) {
    look->precision_km = (float) DOLEN_POSITION_EXACT_KM;
    return;
  }
  look->in_district = dolen_facts_in_district (facts, nearest);
  look->precision_km = MAX ((float) dolen_facts_precision_km (facts, nearest), look->precision_km);
}

double
dolen_query_distance_km (const DolenQuery *query, guint index, double *precision_km)
{
  DolenLook look;

  dolen_query_find_place (query, index, &look);
  if (precision_km != NULL)
    *precision_km = (double) look.precision_km;
  return (double) look.km;
}

guint
dolen_query_wish (const DolenQuery *query, guint index, guint wish, int *tag)
{
  const DolenFacts *facts = query->facts;
  guint best = 0, best_rank = 0;

  *tag = -1;
  for (guint32 t = facts->first_tag[index]; t < facts->first_tag[index + 1]; t++) {
    const DolenTermEntry *entry = &query->terms[dolen_fact_tag_number (facts->tags[t])];

    for (guint m = 0; !dolen_fact_tag_is_no (facts->tags[t]) && m < entry->n_meetings; m++) {
      const DolenMeeting *meeting
          = &g_array_index (query->meetings, DolenMeeting, entry->first_meeting + m);
      guint rank = 2u * meeting->worth + dolen_fact_tag_is_strong (facts->tags[t]);

      if (meeting->wish != wish || rank <= best_rank)
        continue;
      best = meeting->worth;
      best_rank = rank;
      *tag = (int) t;
    }
  }
  return best;
}

/* The barriers of which @tag says @verdict. */
static guint64
barriers_said (const DolenQuery *query, DolenFactTag tag, DolenVerdict verdict)
{
  guint number = dolen_fact_tag_number (tag);
  const DolenBarrierMasks *masks;

  if (dolen_fact_tag_is_no (tag) != (verdict == DOLEN_VERDICT_NO))
    return 0;
  if (number < DOLEN_FACT_ENABLERS)
    return verdict == DOLEN_VERDICT_HELPED && is_what_it_is_for (tag) ? query->terms[number].at_home
                                                                      : 0;
  masks = &query->enablers[number - DOLEN_FACT_ENABLERS];
  return verdict == DOLEN_VERDICT_YES  ? masks->full
         : verdict == DOLEN_VERDICT_NO ? masks->blocks
                                       : masks->partly;
}

/* Tags are in the order of their terms, enablers last: what helps is told before what it is for. */
DolenVerdict
dolen_query_barrier (const DolenQuery *query, guint index, guint barrier, int *tag)
{
  const DolenFacts *facts = query->facts;
  DolenVerdicts verdicts;
  DolenVerdict verdict;
  guint b = 0;

  *tag = -1;
  while (b < query->n_barriers && query->barriers[b].barrier != barrier)
    b++;
  if (b == query->n_barriers)
    return DOLEN_VERDICT_NONE;
  dolen_query_look (query, index, &verdicts);
  verdict = dolen_look_barriers (&verdicts.look, G_GUINT64_CONSTANT (1) << b);
  for (guint32 t = facts->first_tag[index]; t < facts->first_tag[index + 1]; t++) {
    gboolean is_enabler = dolen_fact_tag_number (facts->tags[t]) >= DOLEN_FACT_ENABLERS;

    if (((barriers_said (query, facts->tags[t], verdict) >> b) & 1) == 0)
      continue;
    *tag = (int) t;
    if (is_enabler)
      break;
  }
  return verdict;
}
