/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than any description of a real feed: the longest seen has 145,411 bytes. */
#define DOLEN_HTML_BYTES (1024 * 1024)
#define DOLEN_HTML_TAGS 10000
/* What is kept of the text; the rest is cut off with an ellipsis. */
#define DOLEN_HTML_TEXT_BYTES (64 * 1024)

/** dolen_html_is_markup: whether @text holds tags or character references, or Markdown links. */
gboolean dolen_html_is_markup (const char *text);

/**
 * dolen_html_to_text:
 * @text: UTF-8: HTML, plain text, or the little Markdown that feeds write (links, bold, headings)
 * @error: DOLEN_ERROR_TOO_LARGE (over DOLEN_HTML_BYTES or _TAGS), _INVALID (declares entities)
 *
 * Readable text: paragraphs apart by an empty line, list items by bullets, a link as "text
 * (address)", images by their alternative text; scripts, styles and embedded pictures are left out.
 * Nothing is fetched. Plain text comes back as it was, cleaned (dolen_text_clean()).
 *
 * Returns: (transfer full): the text, "" if nothing is left; NULL on an error
 */
char *dolen_html_to_text (const char *text, GError **error);

G_END_DECLS
