/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "language/dolen-name-sound.h"

#include "language/dolen-language.h"
#include "language/dolen-welsh.h"

#include <string.h>

/* One name in the two languages, or short for it; folded. */
static const char *const aliases[] = {
  "dafydd david dai dave dewi deio davy davies dafis",
  "sion john jon jonathan sean shaun ianto jack",
  "ieuan evan ifan ioan iwan ewan euan ivan",
  "gwilym william wil will bill gwil guto williams",
  "margaret marged mared maggie megan peggy",
  "elizabeth elisabeth beth bethan betsan liz lisa elspeth betty",
  "catrin catherine kathryn cathrin kate cati katie katy cathy",
  "rhisiart richard dic rick rick dick",
  "tomos thomas tom twm",
  "mair mary mari marie maria",
  "sioned janet jane sian",
  "siwan joan joanna joanne",
  "siencyn jenkin jenkins siencin",
  "siarl charles charlie siarlys",
  "sioffre geoffrey jeffrey geoff",
  "siors george",
  "susan siwsan sue siwsi susanna",
  "elin elen ellen helen elinor eleanor nel nell",
  "rhydderch roderick",
  "gruffydd gruffudd griffith griffiths guto",
  "maredudd meredith bedo",
  "llywelyn llewelyn llewellyn lyn llew",
  "meurig meyrick morris maurice",
  "emrys ambrose",
  "edward iorwerth ned ted iori",
  "harri henry harry parry",
  "hywel howell powell",
  "owain owen ywain bowen",
  "pedr peter",
  "pawl paul",
  "ffransis francis frank",
  "siams james jim iago",
  "mihangel michael mike mick",
  "iestyn justin",
  "lowri laura",
  "lleucu lucy",
  "ann anne anna nan nansi nancy",
  "ffred fred frederick",
  "robat robert rob bob robin",
  "aneirin aneurin nye",
};

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouwy", c) != NULL;
}

/* What a sign, or some together, is read as. "" is nothing. */
typedef struct {
  const char *sign;
  const char *before; /* (nullable) only before one of these letters */
  const char *code;
} Reading;

/* Longest first. Only what differs from the letter itself. */
static const Reading welsh[] = {
  { "ngh", NULL, "N" }, { "ng", NULL, "N" }, { "ch", NULL, "K" },   { "dd", NULL, "0" },
  { "ff", NULL, "F" },  { "ll", NULL, "L" }, { "ph", NULL, "F" },   { "rh", NULL, "R" },
  { "th", NULL, "0" },  { "sh", NULL, "X" }, { "si", "aeow", "X" }, { "mh", NULL, "M" },
  { "nh", NULL, "N" },  { "c", NULL, "K" },  { "k", NULL, "K" },    { "q", NULL, "K" },
  { "v", NULL, "F" },   { "x", NULL, "KS" }, { "z", NULL, "S" },
};

static const Reading english[] = {
  { "ngh", NULL, "N" }, { "ng", NULL, "N" }, { "sch", NULL, "SK" }, { "ch", NULL, "X" },
  { "ck", NULL, "K" },  { "gh", NULL, "" },  { "ll", NULL, "L" },   { "ph", NULL, "F" },
  { "rh", NULL, "R" },  { "th", NULL, "0" }, { "sh", NULL, "X" },   { "wh", NULL, "W" },
  { "wr", NULL, "R" },  { "kn", NULL, "N" }, { "c", "eiy", "S" },   { "c", NULL, "K" },
  { "g", "eiy", "J" },  { "k", NULL, "K" },  { "q", NULL, "K" },    { "v", NULL, "F" },
  { "x", NULL, "KS" },  { "z", NULL, "S" },
};

/* The first vowel, as one of A, E, I, O. */
static const Reading vowels[] = {
  { "ia", NULL, "A" }, { "io", NULL, "O" }, { "ai", NULL, "E" }, { "ay", NULL, "E" },
  { "au", NULL, "O" }, { "aw", NULL, "O" }, { "ae", NULL, "E" }, { "ea", NULL, "I" },
  { "ee", NULL, "I" }, { "ei", NULL, "E" }, { "ey", NULL, "E" }, { "eu", NULL, "E" },
  { "ie", NULL, "I" }, { "yw", NULL, "O" }, { "wy", NULL, "O" }, { "oe", NULL, "O" },
  { "a", NULL, "A" },  { "e", NULL, "E" },  { "i", NULL, "I" },  { "y", NULL, "I" },
  { "u", NULL, "I" },  { "o", NULL, "O" },  { "w", NULL, "O" },
};

static const Reading *
find_reading (const Reading *table, gsize n, const char *at)
{
  for (gsize i = 0; i < n; i++) {
    gsize length = strlen (table[i].sign);

    if (strncmp (at, table[i].sign, length) != 0)
      continue;
    if (table[i].before == NULL
        || (at[length] != '\0' && strchr (table[i].before, at[length]) != NULL))
      return &table[i];
  }
  return NULL;
}

static void
add_code (GString *key, const char *code)
{
  for (; *code != '\0'; code++)
    if (key->len == 0 || key->str[key->len - 1] != *code)
      g_string_append_c (key, *code);
}

/* w and y (i in Welsh) lean on the vowel after them at the beginning, w also after a consonant. */
static gboolean
is_consonant_here (const char *word, const char *at, DolenLanguage language)
{
  if (!is_vowel (*at))
    return TRUE;
  if (!is_vowel (at[1]) || at[1] == 'w')
    return FALSE;
  if (*at == 'w')
    return (at == word || !is_vowel (at[-1])) && !(language == DOLEN_LANGUAGE_CY && at[1] == 'y');
  return at == word && (*at == 'y' || (*at == 'i' && language == DOLEN_LANGUAGE_CY));
}

static const char *
skip_vowels (const char *at, GString *key, gboolean *had_vowel)
{
  if (!*had_vowel) {
    const Reading *reading = find_reading (vowels, G_N_ELEMENTS (vowels), at);

    add_code (key, reading->code);
    *had_vowel = TRUE;
  }
  while (is_vowel (*at))
    at++;
  return at;
}

static char *
make_key (const char *word, DolenLanguage language)
{
  const Reading *table = language == DOLEN_LANGUAGE_CY ? welsh : english;
  gsize n = language == DOLEN_LANGUAGE_CY ? G_N_ELEMENTS (welsh) : G_N_ELEMENTS (english);
  GString *key = g_string_new (NULL);
  gboolean had_vowel = FALSE;

  for (const char *at = word; *at != '\0';) {
    const Reading *reading = find_reading (table, n, at);

    if (reading != NULL) {
      add_code (key, reading->code);
      at += strlen (reading->sign);
    } else if (!is_consonant_here (word, at, language)) {
      at = skip_vowels (at, key, &had_vowel);
    } else {
      char code[2] = { g_ascii_toupper (*at == 'i' ? 'y' : *at), '\0' };

      if (g_ascii_isalpha (*at) && (*at != 'h' || at == word))
        add_code (key, code);
      at++;
    }
  }
  return g_string_free (key, FALSE);
}

static void
add_unless_there (GPtrArray *keys, char *key)
{
  if (*key == '\0' || g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    g_free (key);
  else
    g_ptr_array_add (keys, key);
}

static gboolean
is_listed (const char *names, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = names; (at = strstr (at, word)) != NULL; at++)
    if ((at == names || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

char **
dolen_name_keys (const char *word)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  g_return_val_if_fail (word != NULL, NULL);

  add_unless_there (keys, make_key (word, DOLEN_LANGUAGE_CY));
  add_unless_there (keys, make_key (word, DOLEN_LANGUAGE_EN));
  /* A number cannot be what a name sounds like. */
  for (gsize i = 0; *word != '\0' && i < G_N_ELEMENTS (aliases); i++)
    if (is_listed (aliases[i], word))
      g_ptr_array_add (keys, g_strdup_printf ("#%" G_GSIZE_FORMAT, i));
  g_ptr_array_add (keys, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

DolenNameLikeness
dolen_name_compare (const char *a, const char *b)
{
  g_auto (GStrv) first = NULL;
  g_auto (GStrv) second = NULL;

  g_return_val_if_fail (a != NULL && b != NULL, DOLEN_NAME_DIFFERENT);

  if (*a == '\0' || *b == '\0')
    return DOLEN_NAME_DIFFERENT;
  if (g_str_equal (a, b))
    return DOLEN_NAME_SAME;
  first = dolen_name_keys (a);
  second = dolen_name_keys (b);
  for (gsize i = 0; first[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) second, first[i]))
      return DOLEN_NAME_SOUND;
  /* A radical must be the other name itself: two mutated forms of a third are two names. */
  if (strlen (a) >= 3 && strlen (b) >= 3) {
    g_auto (GStrv) from_a = dolen_welsh_keys (a);
    g_auto (GStrv) from_b = dolen_welsh_keys (b);

    if (g_strv_contains ((const char *const *) from_a, b)
        || g_strv_contains ((const char *const *) from_b, a))
      return DOLEN_NAME_MUTATED;
  }
  return DOLEN_NAME_DIFFERENT;
}
