/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "directory/alike/dolen-alike-told.h"
#include "directory/dolen-directory.h"
#include "place/dolen-gazetteer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The book of what is compared when one looks for records that are the same: of every service, or
 * of every organisation, its names as words and its keys (telephone, e-mail, web address,
 * registration, postcode), each key with the number of records that have it. A key that few share
 * says much, one that many share says little.
 */

typedef enum {
  DOLEN_ALIKE_SERVICES,
  DOLEN_ALIKE_ORGANISATIONS,
} DolenAlikeKind;

/** dolen_alike_kind_code: "service", "organisation". */
const char *dolen_alike_kind_code (DolenAlikeKind kind);

typedef enum {
  DOLEN_ALIKE_WORD, /* of a name */
  DOLEN_ALIKE_PHONE,
  DOLEN_ALIKE_EMAIL,
  DOLEN_ALIKE_URL,  /* host and path */
  DOLEN_ALIKE_HOST, /* of a web address or an e-mail; not of a provider everybody uses */
  DOLEN_ALIKE_REGISTRATION,
  DOLEN_ALIKE_POSTCODE,
  DOLEN_ALIKE_TEXT, /* how the description begins */
} DolenAlikeKeyKind;

typedef struct {
  DolenAlikeKeyKind kind;
  guint n;           /* records that have it */
  double bits;       /* what it says that two records share it */
  const char *text;  /* as it is compared; lives as long as the book */
  guint length;      /* of it, in bytes */
  gboolean marks;    /* a word that tells groups of one name apart: "monday", "beginners", "2" */
  gboolean form;     /* a word that says how people meet, not what for: "group", "session" */
  gboolean house;    /* "hall", "church" */
  gboolean gathers;  /* "group", "choir" */
  gboolean activity; /* "coffee", "nursery" */
  guint n_letters;   /* of a word; 0 where it is too short or too long to be misspelt */
  gunichar *letters; /* (owned) (nullable) */
  GPtrArray *places; /* (owned) (nullable) of DolenPlace: of a word that is a town's name */
} DolenAlikeKey;

/** DOLEN_ALIKE_NAMES: English, Welsh. */
#define DOLEN_ALIKE_NAMES 2
#define DOLEN_ALIKE_DAYS 7
#define DOLEN_ALIKE_EVERY_WEEK 0xff

/** For whom something is: who is one of a kind and not another goes to another. */
typedef enum {
  DOLEN_ALIKE_YOUNG = 1 << 0,
  DOLEN_ALIKE_GROWN = 1 << 1,
  DOLEN_ALIKE_MEN = 1 << 2,
  DOLEN_ALIKE_WOMEN = 1 << 3,
  DOLEN_ALIKE_FIRST_LEVEL = 1 << 4,
  DOLEN_ALIKE_SECOND_LEVEL = 1 << 5,
  DOLEN_ALIKE_THIRD_LEVEL = 1 << 6,
  DOLEN_ALIKE_LAST_LEVEL = 1 << 7,
} DolenAlikeWhom;

typedef struct _DolenAlikeRecord DolenAlikeRecord;

struct _DolenAlikeRecord {
  gint64 id;
  char *uid;
  gint64 source; /* 0: made here */
  guint owner;   /* of a service: its organisation in the book's owners; G_MAXUINT none */
  GArray *names[DOLEN_ALIKE_NAMES];  /* of guint: numbers of words, rising; NULL: no such name */
  GArray *order[DOLEN_ALIKE_NAMES];  /* of guint: the same in the order of the name */
  char *initials[DOLEN_ALIKE_NAMES]; /* dolen_alike_words_and_initials() */
  GArray *around;                    /* of guint: words of its halls and their towns, rising */
  GArray *keys;                      /* of guint: numbers of the other keys, rising */
  GArray *said, *told, *stands;      /* of guint: numbers in the book's told, rising: of its names,
                                      * of its text, of its halls and their streets and towns */
  char *districts;                   /* (nullable) outward postcodes, each followed by a blank */
  double latitude, longitude;        /* NAN not known */
  guint8 days;                       /* bit 0 Monday; 0 not known */
  guint8 told_in;                    /* bit 0: its text is English, 1: Welsh */
  guint8 told_days;                  /* the same, as its text tells */
  guint8 weeks[DOLEN_ALIKE_DAYS];    /* of the month, a bit each; all bits: every week */
  guint8 opens[DOLEN_ALIKE_DAYS];    /* 1 + quarters of an hour after midnight; 0 not known */
  int minimum_age;                   /* -1 not known */
  GArray *aside;            /* of guint: words that its names have in brackets only, rising */
  DolenAlikeRecord *former; /* (owned) (nullable) its other name, as its texts say */
  guint whom;               /* DolenAlikeWhom bits: for whom, as its names and texts tell */
  gboolean lets;            /* its text says that something is for hire */
  gboolean says_who;        /* its names hold no more than its organisation's and words of form */
};

typedef struct {
  DolenAlikeKind kind;
  GPtrArray *records;  /* of DolenAlikeRecord */
  GArray *keys;        /* of DolenAlikeKey, by their numbers */
  GPtrArray *owners;   /* of DolenAlikeRecord: the organisations behind services; else empty */
  GArray *owner_sizes; /* of guint: services of each owner */
  double bits;         /* what tells one record from all others */
  DolenAlikeTold *told;
  GHashTable *numbers; /* (owned) text of a key -> its number + 1 */
} DolenAlikeBook;

/**
 * dolen_alike_book_read:
 * @cancellable: (nullable)
 *
 * Reads in one pass for each table. Left out: what is closed for good, not to be listed (merged
 * records are), and inactive. What is "not in the feed since" is in: a feed that gave its records
 * new ids leaves it behind.
 *
 * Returns: (transfer full) (nullable): @error: of the database, G_IO_ERROR_CANCELLED
 */
DolenAlikeBook *dolen_alike_book_read (DolenDirectory *dir,
                                       DolenAlikeKind kind,
                                       GCancellable *cancellable,
                                       GError **error);
void dolen_alike_book_free (DolenAlikeBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenAlikeBook, dolen_alike_book_free)

/** DOLEN_ALIKE_SMALL_DIRECTORY: a directory of fewer records counts as one of so many. */
#define DOLEN_ALIKE_SMALL_DIRECTORY 256

/** dolen_alike_bits: what it says that two records share what @n have. */
double dolen_alike_bits (const DolenAlikeBook *book, guint n);

/** dolen_alike_owner: (transfer none) (nullable): the organisation behind a service. */
const DolenAlikeRecord *dolen_alike_owner (const DolenAlikeBook *book,
                                           const DolenAlikeRecord *record);

/** dolen_alike_book_key: borrowed. */
const DolenAlikeKey *dolen_alike_book_key (const DolenAlikeBook *book, guint number);

G_END_DECLS
