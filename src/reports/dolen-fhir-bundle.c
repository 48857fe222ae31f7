/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "reports/dolen-fhir-bundle.h"

#include "base/dolen-id.h"
#include "base/dolen-text.h"
#include "casework/records/dolen-episode-words.h"
#include "reports/dolen-share-codes.h"
#include "reports/dolen-snomed.h"

#include <libxml/tree.h>

#define NAMESPACE "http://hl7.org/fhir"
#define NHS_NUMBER_SYSTEM "https://fhir.nhs.uk/Id/nhs-number"

typedef struct {
  const DolenReport *report;
  DolenLanguage language;
  xmlNode *bundle;
  char *patient; /* (owned) urn:uuid of the one whom it is about */
  char *now;     /* (owned) instant, ISO 8601 */
} Writer;

/* <name value="..."/>; nothing where there is no value. */
static void
put (xmlNode *parent, const char *name, const char *value)
{
  if (!dolen_text_is_empty (value))
    xmlNewProp (xmlNewChild (parent, NULL, BAD_CAST name, NULL), BAD_CAST "value", BAD_CAST value);
}

static xmlNode *
open_node (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, NULL, BAD_CAST name, NULL);
}

static void
put_reference (xmlNode *parent, const char *name, const char *urn)
{
  put (open_node (parent, name), "reference", urn);
}

static void
put_text (xmlNode *parent, const char *name, const char *text)
{
  if (!dolen_text_is_empty (text))
    put (open_node (parent, name), "text", text);
}

static void
put_coding (xmlNode *parent, const char *name, const DolenSnomed *snomed)
{
  xmlNode *coding;

  if (snomed == NULL)
    return;
  coding = open_node (open_node (parent, name), "coding");
  put (coding, "system", DOLEN_SNOMED_SYSTEM);
  put (coding, "code", snomed->code);
  put (coding, "display", snomed->term);
}

/* A new entry with its resource; @urn: (out) (transfer full). */
static xmlNode *
new_resource (Writer *writer, const char *type, char **urn)
{
  xmlNode *entry = open_node (writer->bundle, "entry");
  g_autofree char *id = dolen_id_new ();
  xmlNode *resource;

  *urn = g_strconcat ("urn:uuid:", id, NULL);
  put (entry, "fullUrl", *urn);
  resource = open_node (open_node (entry, "resource"), type);
  put (resource, "id", id);
  return resource;
}

/* ---- the person ---- */

static void
add_patient (Writer *writer)
{
  const DolenReport *report = writer->report;
  const DolenPerson *person = report->person;
  xmlNode *patient = new_resource (writer, "Patient", &writer->patient);
  xmlNode *part;

  if (dolen_report_allows (report, DOLEN_SHARE_NHS_NUMBER) && person->nhs_number != NULL) {
    part = open_node (patient, "identifier");
    put (part, "system", NHS_NUMBER_SYSTEM);
    put (part, "value", person->nhs_number);
  }
  if (dolen_report_allows (report, DOLEN_SHARE_NAME))
    put_text (patient, "name", person->name);
  if (dolen_report_allows (report, DOLEN_SHARE_BIRTH))
    put (patient, "birthDate", person->date_of_birth);
  if (dolen_report_allows (report, DOLEN_SHARE_ADDRESS)
      && (!dolen_text_is_empty (person->address) || !dolen_text_is_empty (person->postcode))) {
    part = open_node (patient, "address");
    put (part, "text", person->address);
    put (part, "postalCode", person->postcode);
  }
}

/* ---- the request that came to us ---- */

/* Nothing says how it goes on unless they agreed to that. */
static const char *
our_task_status (const DolenReport *report)
{
  if (!dolen_report_allows (report, DOLEN_SHARE_PROGRESS))
    return "accepted";
  if (report->episode->closed == NULL)
    return "in-progress";
  return g_strcmp0 (report->episode->reason, "completed") == 0 ? "completed" : "failed";
}

static void
add_notes (xmlNode *task, const Writer *writer)
{
  const DolenReport *report = writer->report;
  const GPtrArray *goals = report->episode->goals;

  for (guint i = 0;
       dolen_report_allows (report, DOLEN_SHARE_GOALS) && goals != NULL && i < goals->len;
       i++) {
    const DolenGoal *goal = g_ptr_array_index (goals, i);
    g_autofree char *scores = dolen_goal_say_scores (goal, writer->language);
    g_autofree char *text = g_strdup_printf (
        "%s%s%s", goal->text, scores != NULL ? ": " : "", scores != NULL ? scores : "");

    put_text (task, "note", text);
  }
  if (dolen_report_allows (report, DOLEN_SHARE_CARRY_ON))
    put_text (task, "note", report->episode->carry_on);
}

static void
add_our_task (Writer *writer, const char *request)
{
  const DolenReport *report = writer->report;
  gboolean progress = dolen_report_allows (report, DOLEN_SHARE_PROGRESS);
  gboolean closed = progress && report->episode->closed != NULL;
  g_autofree char *urn = NULL;
  xmlNode *task = new_resource (writer, "Task", &urn);

  put (task, "status", our_task_status (report));
  if (closed)
    put_text (task,
              "statusReason",
              dolen_closing_reason_name (report->episode->reason, writer->language));
  put (task, "intent", "order");
  if (closed && g_strcmp0 (report->episode->reason, "no-longer-wanted") == 0)
    put_coding (task, "code", dolen_snomed_find ("declined"));
  put_reference (task, "focus", request);
  put_reference (task, "for", writer->patient);
  if (progress)
    put (task, "authoredOn", report->episode->opened);
  put (task, "lastModified", writer->now);
  add_notes (task, writer);
}

static void
add_our_request (Writer *writer)
{
  const DolenReport *report = writer->report;
  gboolean closed
      = dolen_report_allows (report, DOLEN_SHARE_PROGRESS) && report->episode->closed != NULL;
  g_autofree char *urn = NULL;
  xmlNode *request = new_resource (writer, "ServiceRequest", &urn);

  put (request, "status", closed ? "completed" : "active");
  put (request, "intent", "order");
  put_coding (request, "code", dolen_snomed_find ("referred"));
  put_reference (request, "subject", writer->patient);
  put (request, "authoredOn", report->incoming->received_on);
  if (!dolen_text_is_empty (report->incoming->source_name))
    put (open_node (request, "requester"), "display", report->incoming->source_name);
  add_our_task (writer, urn);
}

/* ---- onward ---- */

static const char *
task_status (const DolenReferral *referral)
{
  if (referral->paused_on != NULL && !dolen_referral_has_ended (referral->state))
    return "on-hold";
  switch (referral->state) {
  case DOLEN_REFERRAL_ACCEPTED:
  case DOLEN_REFERRAL_WAITING:
    return "accepted";
  case DOLEN_REFERRAL_STARTED:
  case DOLEN_REFERRAL_ATTENDING:
    return "in-progress";
  case DOLEN_REFERRAL_COMPLETED:
    return "completed";
  case DOLEN_REFERRAL_DECLINED:
    return "rejected";
  case DOLEN_REFERRAL_NOT_REACHED:
  case DOLEN_REFERRAL_DID_NOT_START:
  case DOLEN_REFERRAL_LEFT_EARLY:
    return "failed";
  case DOLEN_REFERRAL_CANCELLED:
    return "cancelled";
  default:
    return "requested";
  }
}

static const char *
request_status (const DolenReferral *referral)
{
  if (referral->state == DOLEN_REFERRAL_COMPLETED)
    return "completed";
  return dolen_referral_has_ended (referral->state) ? "revoked" : "active";
}

static void
add_onward (Writer *writer, const DolenReferral *referral)
{
  g_autofree char *service = NULL;
  g_autofree char *urn = NULL;
  g_autofree char *task_urn = NULL;
  xmlNode *node = new_resource (writer, "HealthcareService", &service);

  put (node, "name", dolen_referral_get_service_name (referral, writer->language));
  node = new_resource (writer, "ServiceRequest", &urn);
  put (node, "status", request_status (referral));
  put (node, "intent", "order");
  put_reference (node, "subject", writer->patient);
  put (node, "authoredOn", referral->sent_on);
  put_reference (node, "performer", service);
  node = new_resource (writer, "Task", &task_urn);
  put (node, "status", task_status (referral));
  put_text (node, "businessStatus", dolen_referral_state_name (referral->state, writer->language));
  put (node, "intent", "order");
  put_reference (node, "focus", urn);
  put_reference (node, "for", writer->patient);
  put (node, "authoredOn", referral->sent_on);
  put (node, "lastModified", writer->now);
  put_reference (node, "owner", service);
}

static char *
write_out (xmlDoc *document)
{
  xmlChar *bytes = NULL;
  int size = 0;
  char *text;

  xmlDocDumpFormatMemoryEnc (document, &bytes, &size, "UTF-8", 1);
  text = g_strndup ((const char *) bytes, (gsize) size);
  xmlFree (bytes);
  return text;
}

char *
dolen_fhir_bundle_new (const DolenReport *report, DolenLanguage language, gint64 now)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (now / 1000);
  Writer writer = { .report = report, .language = language };
  xmlDoc *document = xmlNewDoc (BAD_CAST "1.0");
  char *text;

  writer.now = g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ");
  writer.bundle = xmlNewNode (NULL, BAD_CAST "Bundle");
  xmlDocSetRootElement (document, writer.bundle);
  xmlSetNs (writer.bundle, xmlNewNs (writer.bundle, BAD_CAST NAMESPACE, NULL));
  put (writer.bundle, "type", "collection");
  put (writer.bundle, "timestamp", writer.now);
  add_patient (&writer);
  add_our_request (&writer);
  for (guint i = 0; dolen_report_allows (report, DOLEN_SHARE_GROUPS) && report->referrals != NULL
                    && i < report->referrals->len;
       i++)
    if (dolen_report_shows (g_ptr_array_index (report->referrals, i)))
      add_onward (&writer, g_ptr_array_index (report->referrals, i));
  text = write_out (document);
  xmlFreeDoc (document);
  g_free (writer.patient);
  g_free (writer.now);
  return text;
}
