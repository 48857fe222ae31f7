/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The elements of an XML file as they pass by (libxml2), 64 kB at a time: no tree is built, so that
 * memory does not grow with the file, and it is faster than walking the same file with a reader
 * that builds one (bench/README.md). A DOCTYPE is refused, and with it every entity of a file's
 * own; nothing is ever fetched. Text between tags is not given.
 */
typedef struct _DolenXmlStream DolenXmlStream;

/** DolenXmlAttributes: of the element that begins; gone when the function returns. */
typedef struct {
  const unsigned char **items; /* of libxml2 */
  int n;
} DolenXmlAttributes;

typedef struct {
  void (*start) (const char *name, const DolenXmlAttributes *attributes, gpointer user_data);
  void (*end) (const char *name, gpointer user_data);
} DolenXmlHandler;

/* Elements within elements. */
#define DOLEN_XML_DEPTH 64

/** dolen_xml_attribute: (transfer none) (nullable): the value of an attribute, not terminated:
 *  @length: (out): its bytes. References to single characters are resolved. */
const char *
dolen_xml_attribute (const DolenXmlAttributes *attributes, const char *name, gsize *length);

/** dolen_xml_stream_new: @handler outlives the stream. @error: DOLEN_ERROR_CANNOT_OPEN. */
DolenXmlStream *dolen_xml_stream_new (const char *path,
                                      const DolenXmlHandler *handler,
                                      gpointer user_data,
                                      GError **error);
void dolen_xml_stream_free (DolenXmlStream *stream);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DolenXmlStream, dolen_xml_stream_free)

/**
 * dolen_xml_stream_read:
 * @ended: (out): the file was whole and is read
 * @error: DOLEN_ERROR_INVALID (file, line and what libxml2 says), _UNSUPPORTED (a DOCTYPE),
 *   _TOO_LARGE (depth), G_IO_ERROR_CANCELLED, of GIO
 *
 * Reads the next piece; the handler is called for what is in it.
 */
gboolean dolen_xml_stream_read (DolenXmlStream *stream,
                                gboolean *ended,
                                GCancellable *cancellable,
                                GError **error);

/** dolen_xml_stream_position: bytes read. */
goffset dolen_xml_stream_position (DolenXmlStream *stream);

G_END_DECLS
