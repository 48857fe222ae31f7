/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-csv-form.h"

#include "base/dolen-error.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK 65536
/* Of how many rows the separator is told. */
#define ROWS 30

/* What one reading of the bytes shows. */
typedef struct {
  gboolean utf8;
  char left[8]; /* the beginning of a character cut at the end of a chunk */
  gsize n_left;
  guint64 zeros[2]; /* zero bytes at even and at odd places */
  guint64 at;
} Bytes;

static void
count_zeros (Bytes *bytes, const char *chunk, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (chunk[i] == 0)
      bytes->zeros[(bytes->at + i) & 1]++;
  bytes->at += n;
}

/* Whether @n bytes are a character that may go on in the next chunk. */
static gboolean
may_go_on (const char *text, gsize n)
{
  return n < 4 && g_utf8_get_char_validated (text, (gssize) n) == (gunichar) -2;
}

static void
check_utf8 (Bytes *bytes, const char *chunk, gsize n)
{
  g_autofree char *joined = g_malloc (bytes->n_left + n);
  const char *end;
  gsize rest;

  memcpy (joined, bytes->left, bytes->n_left);
  memcpy (joined + bytes->n_left, chunk, n);
  n += bytes->n_left;
  bytes->n_left = 0;
  if (g_utf8_validate_len (joined, n, &end))
    return;
  rest = n - (gsize) (end - joined);
  if (!may_go_on (end, rest)) {
    bytes->utf8 = FALSE;
    return;
  }
  memcpy (bytes->left, end, rest);
  bytes->n_left = rest;
}

static gboolean
decide (DolenCsvForm *form, const Bytes *bytes, const char *start, gsize n, GError **error)
{
  const guint8 *first = (const guint8 *) start;
  gboolean zeros = bytes->zeros[0] + bytes->zeros[1] > 0;

  if (n >= 2 && first[0] == 0xff && first[1] == 0xfe) {
    form->charset = "UTF-16LE";
    form->mark = 2;
  } else if (n >= 2 && first[0] == 0xfe && first[1] == 0xff) {
    form->charset = "UTF-16BE";
    form->mark = 2;
  } else if (zeros && bytes->zeros[1] > 8 * bytes->zeros[0]) {
    form->charset = "UTF-16LE";
  } else if (zeros && bytes->zeros[0] > 8 * bytes->zeros[1]) {
    form->charset = "UTF-16BE";
  } else if (zeros) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_ENCODING,
                         _ ("It is not a table of text: it holds zero bytes."));
    return FALSE;
  } else if (bytes->utf8 && bytes->n_left == 0) {
    form->charset = "UTF-8";
    form->mark = n >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  } else {
    form->charset = "WINDOWS-1252";
  }
  return TRUE;
}

gboolean
dolen_csv_form_find_charset (DolenCsvForm *form,
                             GInputStream *input,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  char start[4] = { 0 };
  gsize n_start = 0;
  Bytes bytes = { .utf8 = TRUE };

  for (;;) {
    gsize n;
    if (!g_input_stream_read_all (input, chunk, CHUNK, &n, cancellable, error))
      return FALSE;
    if (n_start == 0) {
      n_start = MIN (n, sizeof start);
      memcpy (start, chunk, n_start);
    }
    if (n == 0)
      break;
    count_zeros (&bytes, chunk, n);
    if (bytes.utf8)
      check_utf8 (&bytes, chunk, n);
  }
  return decide (form, &bytes, start, n_start, error);
}

/* The widths of the first rows under one separator. */
typedef struct {
  guint widths[ROWS];
  guint n;
  guint width;
} Widths;

static void
add_cell (void *text, size_t length, void *data)
{
  Widths *widths = data;

  widths->width++;
}

static void
add_row (int end, void *data)
{
  Widths *widths = data;

  if (widths->n < ROWS)
    widths->widths[widths->n++] = widths->width;
  widths->width = 0;
}

/* How many of the rows have the commonest width above one, times that width. */
static guint
score_of (const Widths *widths)
{
  guint best = 0;

  for (guint i = 0; i < widths->n; i++) {
    guint same = 0;
    for (guint k = 0; k < widths->n; k++)
      same += widths->widths[k] == widths->widths[i];
    if (widths->widths[i] > 1)
      best = MAX (best, same * MIN (widths->widths[i], 20));
  }
  return best;
}

void
dolen_csv_form_find_delimiter (DolenCsvForm *form, const char *text, gsize length)
{
  static const char CANDIDATES[] = ",;\t|";
  guint best = 0;

  form->delimiter = ',';
  if (length > 4 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && strchr (CANDIDATES, text[4])) {
    form->delimiter = text[4];
    form->hint = TRUE;
    return;
  }
  for (const char *c = CANDIDATES; *c; c++) {
    struct csv_parser parser;
    Widths widths = { .n = 0 };
    guint score;
    if (csv_init (&parser, 0) != 0)
      return;
    csv_set_delim (&parser, (unsigned char) *c);
    csv_parse (&parser, text, length, add_cell, add_row, &widths);
    /* The last row of a long text is cut. */
    if (widths.n == 0)
      csv_fini (&parser, add_cell, add_row, &widths);
    csv_free (&parser);
    score = score_of (&widths);
    if (score > best) {
      best = score;
      form->delimiter = *c;
    }
  }
}
