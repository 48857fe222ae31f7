/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "format/dolen-xml-stream.h"

#include "base/dolen-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#define CHUNK 65536

struct _DolenXmlStream {
  char *name; /* of the file, for messages */
  GInputStream *file;
  const DolenXmlHandler *handler;
  gpointer user_data;
  xmlParserCtxtPtr parser;
  char *buffer;
  guint depth;
  gboolean has_doctype, too_deep;
};

static void
on_start (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  DolenXmlStream *self = data;
  const DolenXmlAttributes given = { attributes, n_attributes };

  if (++self->depth > DOLEN_XML_DEPTH) {
    self->too_deep = TRUE;
    xmlStopParser (self->parser);
    return;
  }
  self->handler->start ((const char *) name, &given, self->user_data);
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  DolenXmlStream *self = data;

  if (self->depth > 0)
    self->depth--;
  self->handler->end ((const char *) name, self->user_data);
}

static void
on_doctype (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  DolenXmlStream *self = data;

  self->has_doctype = TRUE;
  xmlStopParser (self->parser);
}

/* Errors are read from the parser afterwards; nothing goes to standard error. */
static void
on_error (void *data, xmlErrorPtr error)
{
}

const char *
dolen_xml_attribute (const DolenXmlAttributes *attributes, const char *name, gsize *length)
{
  /* localname, prefix, URI, value, end: see startElementNsSAX2Func. */
  for (int i = 0; i < attributes->n; i++) {
    const unsigned char **item = attributes->items + 5 * i;
    if (item[1] == NULL && strcmp ((const char *) item[0], name) == 0) {
      *length = (gsize) (item[4] - item[3]);
      return (const char *) item[3];
    }
  }
  return NULL;
}

DolenXmlStream *
dolen_xml_stream_new (const char *path,
                      const DolenXmlHandler *handler,
                      gpointer user_data,
                      GError **error)
{
  g_autoptr (DolenXmlStream) self = g_new0 (DolenXmlStream, 1);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC,
                        .startElementNs = on_start,
                        .endElementNs = on_end,
                        .internalSubset = on_doctype,
                        .serror = on_error };

  self->name = g_path_get_basename (path);
  self->handler = handler;
  self->user_data = user_data;
  self->file = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  if (!self->file) {
    /* Translators: the path of a file. */
    g_set_error (
        error, DOLEN_ERROR, DOLEN_ERROR_CANNOT_OPEN, _ ("The file %s cannot be read."), path);
    return NULL;
  }
  self->buffer = g_malloc (CHUNK);
  self->parser = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
  if (!self->parser)
    g_error ("libxml2 cannot be used");
  /* NOENT: "&amp;" in a value is "&"; other entities need a DOCTYPE, and there is none. */
  xmlCtxtUseOptions (self->parser,
                     XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  return g_steal_pointer (&self);
}

void
dolen_xml_stream_free (DolenXmlStream *self)
{
  if (self == NULL)
    return;
  if (self->parser) {
    if (self->parser->myDoc)
      xmlFreeDoc (self->parser->myDoc);
    xmlFreeParserCtxt (self->parser);
  }
  g_clear_object (&self->file);
  g_free (self->buffer);
  g_free (self->name);
  g_free (self);
}

static gboolean
fail (DolenXmlStream *self, GError **error)
{
  const xmlError *last = xmlCtxtGetLastError (self->parser);
  g_autofree char *line = g_strdup_printf ("%d", last ? last->line : 0);
  g_autofree char *why = g_strdup (last && last->message ? last->message : "XML");

  if (self->has_doctype) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_UNSUPPORTED,
                 /* Translators: name of a file; DOCTYPE is a word of XML. */
                 _ ("%s: a file with a DOCTYPE is not read."),
                 self->name);
    return FALSE;
  }
  if (self->too_deep) {
    g_set_error (error,
                 DOLEN_ERROR,
                 DOLEN_ERROR_TOO_LARGE,
                 /* Translators: name of a file. */
                 _ ("%s: elements stand too deep within each other."),
                 self->name);
    return FALSE;
  }
  g_strstrip (why);
  g_set_error (error,
               DOLEN_ERROR,
               DOLEN_ERROR_INVALID,
               /* Translators: what is wrong with a file: its name, number of the line, the reason
                * of the XML reader, in English. */
               _ ("%s, line %s: this is not XML (%s)"),
               self->name,
               line,
               why);
  return FALSE;
}

gboolean
dolen_xml_stream_read (DolenXmlStream *self,
                       gboolean *ended,
                       GCancellable *cancellable,
                       GError **error)
{
  gsize n;

  if (!g_input_stream_read_all (self->file, self->buffer, CHUNK, &n, cancellable, error))
    return FALSE;
  *ended = n < CHUNK;
  if (xmlParseChunk (self->parser, self->buffer, (int) n, *ended) != XML_ERR_OK || self->has_doctype
      || self->too_deep || (*ended && !self->parser->wellFormed))
    return fail (self, error);
  return TRUE;
}

goffset
dolen_xml_stream_position (DolenXmlStream *self)
{
  return g_seekable_tell (G_SEEKABLE (self->file));
}
