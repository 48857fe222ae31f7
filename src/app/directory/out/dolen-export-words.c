/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "app/directory/out/dolen-export-words.h"

#include <glib/gi18n.h>

static const struct {
  const char *title; /* msgids */
  const char *note;
  const char *ending; /* (nullable) of a file; NULL: a folder */
} forms[DOLEN_N_EXPORTS] = {
  [DOLEN_EXPORT_HSDS] = { /* Translators: what an export is for: another copy of this program. */
                          N_ ("For another Dolen"),
                          N_ ("One file with all that may leave, as another Dolen reads it best."),
                          "json" },
  [DOLEN_EXPORT_ORUK3] = { /* Translators: the name of a standard. */
                           N_ ("Open Referral UK 3.0"),
                           N_ ("The standard by the letter, for councils and other directories. It "
                               "cannot say how many places are free, nor for whom it is."),
                           "json" },
  [DOLEN_EXPORT_HSDS_CSV] = { /* Translators: HSDS is the name of a standard. */
                              N_ ("Tables (HSDS)"),
                              N_ ("A folder of tables, the data package of the standard."),
                              NULL },
  [DOLEN_EXPORT_GEOJSON] = { N_ ("Map file (GeoJSON)"),
                             N_ ("Each group at each of its places, for a mapping program."),
                             "geojson" },
  [DOLEN_EXPORT_CSV] = { N_ ("Spreadsheet (CSV)"),
                         N_ ("One line for each group, with headings in the language of this "
                             "window."),
                         "csv" },
};

const char *
dolen_export_form_title (DolenExportFormat format)
{
  g_return_val_if_fail (format < DOLEN_N_EXPORTS, "");
  return _ (forms[format].title);
}

const char *
dolen_export_form_note (DolenExportFormat format)
{
  g_return_val_if_fail (format < DOLEN_N_EXPORTS, "");
  return _ (forms[format].note);
}

gboolean
dolen_export_form_is_folder (DolenExportFormat format)
{
  g_return_val_if_fail (format < DOLEN_N_EXPORTS, FALSE);
  return forms[format].ending == NULL;
}

char *
dolen_export_file_name (DolenExportFormat format, const char *today)
{
  /* Translators: the beginning of a file's name: the directory of services. No blanks. */
  const char *name = _ ("directory");

  if (dolen_export_form_is_folder (format))
    return g_strdup_printf ("%s-%s", name, today);
  return g_strdup_printf ("%s-%s.%s", name, today, forms[format].ending);
}

const char *
dolen_export_leaves (void)
{
  return _ ("Names and what is offered, when, where, the cost, for whom, in which languages; what "
            "helps, where somebody confirmed it; places free and since when; contacts that said "
            "that they may be given out.");
}

const char *
dolen_export_stays (void)
{
  return _ ("Contacts that did not say yes, and personal mailboxes; hidden addresses, and places "
            "that want no map; who pays, and until when; policies and checks; who was asked and "
            "what they answered; groups that have closed or are not to be listed. Private notes "
            "and case records are not in the directory at all.");
}

char *
dolen_export_written (const DolenExportReport *report)
{
  g_autofree char *no_map = dolen_export_on_no_map (report, dolen_language_current ());
  g_autofree char *written = g_strdup_printf (
      /* Translators: after an export; counts services (gwasanaeth, masc.). */
      ngettext ("%u service written.", "%u services written.", report->services),
      report->services);

  return g_strjoin (" ", written, no_map, NULL);
}

static void
append_some (GString *list, guint n, const char *words)
{
  if (n > 0)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", words);
}

char *
dolen_export_kept_back (const DolenExportReport *report)
{
  guint n_services = report->services_kept_back;
  guint n_others = report->services_of_others;
  guint n_contacts = report->contacts_kept_back;
  guint n_places = report->places_kept_back;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *services = g_strdup_printf (
      /* Translators: in a list of what was not written; counts services (gwasanaeth, masc.). */
      ngettext ("%u service not listed or closed", "%u services not listed or closed", n_services),
      n_services);
  g_autofree char *others = g_strdup_printf (
      /* Translators: likewise; counts services (gwasanaeth, masc.) of feeds that were not ticked.
       */
      ngettext ("%u service of a source not ticked", "%u services of sources not ticked", n_others),
      n_others);
  g_autofree char *contacts = g_strdup_printf (
      /* Translators: likewise; counts contacts (cyswllt, masc.). */
      ngettext ("%u contact that did not say yes", "%u contacts that did not say yes", n_contacts),
      n_contacts);
  g_autofree char *places = g_strdup_printf (
      /* Translators: likewise; counts places (lle, masc.). */
      ngettext ("%u hidden place", "%u hidden places", n_places),
      n_places);

  append_some (list, n_services, services);
  append_some (list, n_others, others);
  append_some (list, n_contacts, contacts);
  append_some (list, n_places, places);
  if (list->len == 0)
    return NULL;
  /* Translators: "12 services not listed or closed, 2 hidden places" follows. */
  return g_strdup_printf (_ ("Kept back: %s."), list->str);
}
