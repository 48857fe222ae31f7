/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-html-text.h"

#include "base/dolen-error.h"
#include "base/dolen-text.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#define MARKDOWN_LINK_BYTES 500

/* Gone with all that is in them. */
static const char *const DROPPED[]
    = { "script",   "style", "head", "iframe", "object", "noscript", "select",
        "template", "svg",   "form", "embed",  "video",  "audio",    "textarea" };
/* An empty line before and after. */
static const char *const PARAGRAPHS[]
    = { "p",     "h1", "h2",         "h3",      "h4",      "h5", "h6",  "ul",    "ol",
        "table", "dl", "blockquote", "section", "article", "hr", "pre", "figure" };
/* A new line before and after. */
static const char *const LINES[]
    = { "div", "tr", "li", "dt", "dd", "header", "address", "br", "footer", "caption" };

static gboolean
is_one_of (const char *const *names, gsize n, const xmlChar *name)
{
  for (gsize i = 0; i < n; i++)
    if (g_ascii_strcasecmp (names[i], (const char *) name) == 0)
      return TRUE;
  return FALSE;
}

/* @last: the last ">" of the text, so that a text of many "<" is not searched again and again. */
static gboolean
looks_like_tag (const char *at, const char *last)
{
  return (g_ascii_isalpha (at[1]) || at[1] == '/' || at[1] == '!') && last > at;
}

static gboolean
looks_like_reference (const char *at)
{
  const char *end = at + 1;

  if (*end == '#')
    end++;
  while (g_ascii_isalnum (*end) && end - at < 10)
    end++;
  return end - at >= 3 && *end == ';';
}

/* "[text](http...": the one piece of Markdown that is hard to read as it is. */
static const char *
markdown_link (const char *at, const char **text_end, const char **end)
{
  const char *middle = at;

  while (*middle && *middle != '\n' && *middle != ']' && middle - at < MARKDOWN_LINK_BYTES)
    middle++;
  if (!g_str_has_prefix (middle, "](http"))
    return NULL;
  *text_end = middle;
  *end = middle + 2 + strcspn (middle + 2, ") \n");
  return **end == ')' ? middle + 2 : NULL;
}

static gboolean
is_html (const char *text)
{
  const char *last = strrchr (text, '>');

  for (const char *at = strpbrk (text, "<&"); at; at = strpbrk (at + 1, "<&"))
    if (*at == '<' ? looks_like_tag (at, last) : looks_like_reference (at))
      return TRUE;
  return FALSE;
}

gboolean
dolen_html_is_markup (const char *text)
{
  return is_html (text) || strstr (text, "](http") || strstr (text, "**");
}

/* The text as it grows. Breaks wait until something follows them. */
typedef struct {
  GString *out;
  guint breaks; /* newlines owed */
  gboolean space;
  gboolean bullet;
} Writer;

static void
owe (Writer *writer, guint breaks)
{
  if (writer->out->len)
    writer->breaks = MAX (writer->breaks, breaks);
  writer->space = FALSE;
}

static void
settle (Writer *writer)
{
  for (guint i = 0; i < writer->breaks; i++)
    g_string_append_c (writer->out, '\n');
  if (writer->bullet)
    g_string_append (writer->out, "• ");
  else if (writer->space && !writer->breaks && writer->out->len)
    g_string_append_c (writer->out, ' ');
  writer->breaks = 0;
  writer->space = writer->bullet = FALSE;
}

static void
write_text (Writer *writer, const char *text)
{
  for (; text && *text && writer->out->len < DOLEN_HTML_TEXT_BYTES;
       text = g_utf8_next_char (text)) {
    gunichar letter = g_utf8_get_char (text);
    if (g_unichar_isspace (letter) || letter == 0xa0) {
      writer->space = TRUE;
      continue;
    }
    settle (writer);
    g_string_append_unichar (writer->out, letter);
  }
}

static gboolean
is_address (const char *href)
{
  return g_str_has_prefix (href, "http://") || g_str_has_prefix (href, "https://")
         || g_str_has_prefix (href, "mailto:") || g_str_has_prefix (href, "tel:");
}

/* "text (address)", unless the text says the address itself. */
static void
write_address (Writer *writer, xmlNode *link)
{
  xmlChar *given = xmlGetProp (link, (const xmlChar *) "href");
  g_autofree char *href = given ? g_strstrip (g_strdup ((char *) given)) : NULL;
  const char *bare;
  g_autofree char *shown = NULL;

  xmlFree (given);
  if (!href || !is_address (href))
    return;
  bare = g_str_has_prefix (href, "mailto:") ? href + 7
         : g_str_has_prefix (href, "tel:")  ? href + 4
                                            : href;
  shown = g_strndup (bare, strcspn (bare, bare == href ? "" : "?"));
  if (!*shown || strlen (shown) > 500 || strstr (writer->out->str, shown))
    return;
  writer->space = writer->out->len > 0;
  write_text (writer, "(");
  write_text (writer, shown);
  write_text (writer, ")");
}

static void
write_image (Writer *writer, xmlNode *image)
{
  xmlChar *words = xmlGetProp (image, (const xmlChar *) "alt");

  if (words && *words) {
    writer->space = TRUE;
    write_text (writer, (char *) words);
    writer->space = TRUE;
  }
  xmlFree (words);
}

static void
break_around (Writer *writer, const xmlChar *name)
{
  if (is_one_of (PARAGRAPHS, G_N_ELEMENTS (PARAGRAPHS), name))
    owe (writer, 2);
  else if (is_one_of (LINES, G_N_ELEMENTS (LINES), name))
    owe (writer, 1);
  else if (xmlStrEqual (name, (const xmlChar *) "td") || xmlStrEqual (name, (const xmlChar *) "th"))
    writer->space = TRUE;
}

/* Returns: whether to go into the node. */
static gboolean
enter (Writer *writer, xmlNode *node)
{
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
    write_text (writer, (char *) node->content);
    return FALSE;
  }
  if (node->type != XML_ELEMENT_NODE || is_one_of (DROPPED, G_N_ELEMENTS (DROPPED), node->name))
    return FALSE;
  break_around (writer, node->name);
  if (xmlStrEqual (node->name, (const xmlChar *) "li"))
    writer->bullet = TRUE;
  if (xmlStrEqual (node->name, (const xmlChar *) "img"))
    write_image (writer, node);
  return node->children != NULL;
}

static void
leave (Writer *writer, xmlNode *node)
{
  if (xmlStrEqual (node->name, (const xmlChar *) "a"))
    write_address (writer, node);
  if (xmlStrEqual (node->name, (const xmlChar *) "li"))
    writer->bullet = FALSE;
  break_around (writer, node->name);
}

/* Without recursion: a hostile text may be nested thousands deep. */
static void
walk (Writer *writer, xmlNode *root)
{
  xmlNode *node = root;

  while (node && writer->out->len < DOLEN_HTML_TEXT_BYTES) {
    if (enter (writer, node)) {
      node = node->children;
      continue;
    }
    if (node->type == XML_ELEMENT_NODE && !is_one_of (DROPPED, G_N_ELEMENTS (DROPPED), node->name))
      leave (writer, node);
    while (node && node != root && !node->next) {
      node = node->parent;
      if (node && node->type == XML_ELEMENT_NODE)
        leave (writer, node);
    }
    node = node && node != root ? node->next : NULL;
  }
}

static gboolean
is_fit_to_parse (const char *text, GError **error)
{
  gsize tags = 0;

  if (strlen (text) > DOLEN_HTML_BYTES) {
    g_set_error_literal (
        error, DOLEN_ERROR, DOLEN_ERROR_TOO_LARGE, _ ("A description is larger than 1 MB."));
    return FALSE;
  }
  for (const char *at = strchr (text, '<'); at; at = strchr (at + 1, '<')) {
    if (g_ascii_strncasecmp (at, "<!ENTITY", 8) == 0) {
      g_set_error_literal (error,
                           DOLEN_ERROR,
                           DOLEN_ERROR_INVALID,
                           _ ("A description declares entities, which no description needs."));
      return FALSE;
    }
    tags++;
  }
  /* The parser looks through all open elements at each end tag. */
  if (tags > DOLEN_HTML_TAGS) {
    g_set_error_literal (error,
                         DOLEN_ERROR,
                         DOLEN_ERROR_TOO_LARGE,
                         _ ("A description holds more than 10,000 tags."));
    return FALSE;
  }
  return TRUE;
}

static char *
html_to_text (const char *html)
{
  static gsize initialised;
  g_autoptr (GString) out = g_string_new (NULL);
  Writer writer = { .out = out };
  htmlDocPtr document;

  if (g_once_init_enter (&initialised)) {
    xmlInitParser ();
    g_once_init_leave (&initialised, 1);
  }
  document = htmlReadMemory (html,
                             (int) strlen (html),
                             NULL,
                             "UTF-8",
                             HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                 | HTML_PARSE_RECOVER | HTML_PARSE_COMPACT);
  if (!document)
    return g_strdup ("");
  if (xmlDocGetRootElement (document))
    walk (&writer, xmlDocGetRootElement (document));
  xmlFreeDoc (document);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Links, bold and headings; everything else of Markdown reads well as it is. */
static char *
without_markdown (const char *text)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (text));
  gboolean line_start = TRUE;

  while (*text) {
    const char *text_end, *end, *address;
    if (line_start && *text == '#' && text[strspn (text, "#")] == ' ')
      text += strspn (text, "# ");
    else if (*text == '[' && (address = markdown_link (text, &text_end, &end)) != NULL) {
      g_string_append_len (out, text + 1, text_end - text - 1);
      g_string_append_printf (out, " (%.*s)", (int) (end - address), address);
      text = end + 1;
    } else if (g_str_has_prefix (text, "**") && !g_str_has_prefix (text, "***"))
      text += 2;
    else {
      line_start = *text == '\n';
      g_string_append_c (out, *text++);
      continue;
    }
    line_start = FALSE;
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
cut (char *text)
{
  char *end;

  if (strlen (text) <= DOLEN_HTML_TEXT_BYTES)
    return text;
  end = g_utf8_find_prev_char (text, text + DOLEN_HTML_TEXT_BYTES - 8);
  strcpy (end, "…");
  return text;
}

char *
dolen_html_to_text (const char *text, GError **error)
{
  g_autofree char *read = NULL;
  g_autofree char *plain = NULL;
  char *clean;

  if (is_html (text)) {
    if (!is_fit_to_parse (text, error))
      return NULL;
    read = html_to_text (text);
  } else {
    read = g_strdup (text);
  }
  plain = dolen_html_is_markup (read) ? without_markdown (read) : g_steal_pointer (&read);
  clean = dolen_text_clean (plain);
  return clean ? cut (clean) : g_strdup ("");
}
