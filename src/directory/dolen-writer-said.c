/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "directory/dolen-writer-private.h"

#include "directory/dolen-merge-said.h"

gboolean
dolen_directory_writer_take_service (DolenDirectoryWriter *writer,
                                     const DolenService *given,
                                     const DolenService *base,
                                     DolenSaidHow how,
                                     DolenSaidResult *result,
                                     GError **error)
{
  g_autoptr (DolenService) stored = dolen_directory_get_service (writer->dir, given->uid, error);
  g_autoptr (DolenService) said = dolen_service_copy (given);
  DolenSaid merge = { .dir = writer->dir, .how = how };

  *result = (DolenSaidResult){ 0 };
  dolen_erased_filter_service (writer->erased, said); /* also what is only asked about */
  if (stored == NULL || !dolen_said_service (&merge, stored, said, base, error))
    return FALSE;
  if (!merge.taken && !merge.clash)
    return TRUE;
  *result = (DolenSaidResult){ merge.taken, merge.clash };
  merge.apply = TRUE;
  if (!dolen_writer_keep_before (writer, "service", stored->uid, error)
      || !dolen_writer_keep_venues_before (writer, stored, error)
      || !dolen_said_service (&merge, stored, said, base, error))
    return FALSE;
  dolen_erased_filter_service (writer->erased, stored);
  if (!dolen_store_service (writer->dir, stored, error))
    return FALSE;
  dolen_writer_remember_service (writer, stored->id);
  return TRUE;
}

gboolean
dolen_directory_writer_take_organisation (DolenDirectoryWriter *writer,
                                          const DolenOrganisation *given,
                                          const DolenOrganisation *base,
                                          DolenSaidHow how,
                                          DolenSaidResult *result,
                                          GError **error)
{
  g_autoptr (DolenOrganisation) stored
             = dolen_directory_get_organisation (writer->dir, given->uid, error);
  g_autoptr (DolenOrganisation) said = dolen_organisation_copy (given);
  DolenSaid merge = { .dir = writer->dir, .how = how };

  *result = (DolenSaidResult){ 0 };
  dolen_erased_filter_organisation (writer->erased, said);
  if (stored == NULL || !dolen_said_organisation (&merge, stored, said, base, error))
    return FALSE;
  if (!merge.taken && !merge.clash)
    return TRUE;
  *result = (DolenSaidResult){ merge.taken, merge.clash };
  merge.apply = TRUE;
  if (!dolen_writer_keep_before (writer, "organisation", stored->uid, error)
      || !dolen_said_organisation (&merge, stored, said, base, error))
    return FALSE;
  dolen_erased_filter_organisation (writer->erased, stored);
  return dolen_writer_store_organisation (writer, stored, error);
}
