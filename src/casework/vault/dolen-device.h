/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "casework/vault/dolen-seal.h"

G_BEGIN_DECLS

/*
 * The file "device": which device id this copy writes under, and what was last written here. It is
 * not part of a backup. A vault without it (a restored one) starts a new device id; a vault older
 * than it is an older copy.
 */
typedef struct {
  guint8 device[DOLEN_ID_SIZE];
  guint64 device_seq;           /* of the last event written here; 0: none yet */
  guint8 hash[DOLEN_HASH_SIZE]; /* of its header; zero: none yet */
  gint64 keys_version;          /* of keys.db (dolen_keys_get_version) */
} DolenDevice;

typedef enum {
  DOLEN_DEVICE_GOOD,
  DOLEN_DEVICE_MISSING,
  DOLEN_DEVICE_DAMAGED, /* damaged, altered, or another vault's */
} DolenDeviceState;

/** dolen_device_start: a new random id, nothing written. */
void dolen_device_start (DolenDevice *device);

/** dolen_device_looks_right: whether the file has the form of one; without a key no more is seen.
 */
gboolean dolen_device_looks_right (const char *path);

/** dolen_device_read: @key: a key derived for it, which authenticates the file. */
DolenDeviceState dolen_device_read (const char *path,
                                    const guint8 *vault,
                                    const DolenSecret *key,
                                    DolenDevice *device);

/** dolen_device_write: whole, synced, then renamed into place. */
gboolean dolen_device_write (const char *path,
                             const guint8 *vault,
                             const DolenSecret *key,
                             const DolenDevice *device,
                             GError **error);

/**
 * dolen_device_note:
 *
 * Writes over the file that is there, without waiting for the disk. It is shorter than the smallest
 * block a disk writes whole, so that after a power cut either the former or the new one stands
 * there; a former one is behind the journal, which is no fault.
 *
 * Returns: FALSE where there is no such file to write over; dolen_device_write() makes one
 */
gboolean dolen_device_note (const char *path,
                            const guint8 *vault,
                            const DolenSecret *key,
                            const DolenDevice *device);

G_END_DECLS
