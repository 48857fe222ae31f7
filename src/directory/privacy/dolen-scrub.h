/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Takes out of a text, or of JSON, what must not stand there any more: telephone numbers, e-mail
 * addresses and names that a test knows, and given words. Where something was taken an ellipsis is
 * left, so that the sentence says that it lacks something. Pure.
 */

typedef enum {
  DOLEN_SCRUB_PHONE, /* canonical: dolen_text_phone() */
  DOLEN_SCRUB_EMAIL, /* in lower case */
  DOLEN_SCRUB_NAME,  /* case-folded, one blank between words */
} DolenScrubKind;

/** DolenScrubTest: whether a number, address or name has to go. */
typedef gboolean (*DolenScrubTest) (DolenScrubKind kind, const char *value, gpointer user_data);

typedef struct {
  DolenScrubTest test; /* (nullable) */
  gpointer user_data;
  /* (nullable) a quick look: FALSE where the whole text or JSON cannot hold anything that goes */
  gboolean (*may_hold) (const char *text, gpointer user_data);
  gboolean names;         /* names of two words and more are looked for within texts, too */
  const GPtrArray *words; /* (nullable) of char*: texts that go wherever they stand, in small or
                           capital letters */
  const char *uid;        /* (nullable) JSON objects in lists with this "uid" go as a whole */
  gboolean positions;     /* coordinates in JSON go */
  gboolean places; /* addresses, whole postcodes and coordinates in JSON go, whatever they say */
  const char *place_uid; /* (nullable) JSON objects with another "uid" keep theirs */
} DolenScrub;

/** dolen_scrub_name: (transfer full) (nullable): a name as the test gets it. */
char *dolen_scrub_name (const char *name);

/** dolen_scrub_text: (transfer full) (nullable): @text without what has to go; NULL where nothing
 *  has to. A text that is nothing else becomes the ellipsis. @text: (nullable) */
char *dolen_scrub_text (const DolenScrub *scrub, const char *text);

/** dolen_scrub_is_whole: whether @text is a number, an address or a name that has to go, and
 * nothing else. @text: (nullable) */
gboolean dolen_scrub_is_whole (const DolenScrub *scrub, const char *text);

/** dolen_scrub_any: (transfer full) (nullable): the same for what may be JSON (it begins with a
 *  brace or bracket and reads as such, one value or several below each other): there a contact or
 *  number in a list goes as a whole, and every string is scrubbed. */
char *dolen_scrub_any (const DolenScrub *scrub, const char *text);

G_END_DECLS
