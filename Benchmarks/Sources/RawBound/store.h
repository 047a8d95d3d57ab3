#pragma once

// Our store's schema, pragmas and statements, driven through libsqlite3 directly.

#include <stdint.h>

#include "crypto.h"
#include "tree.h"

enum { ID_BYTES = 16 };

/// Makes `parley.db` in a folder that has none.
void store_create(const char *folder);
void store_close(void);

void begin(void);
/// Writes where the log and the outbox stand, and the tree's head, then commits durably.
void commit(const struct tree *tree, int64_t last_outbox, int64_t now);
void savepoint(void);
void release_savepoint(void);

/// Reads a contact's version and sealed state; returns the state's size.
int read_contact(int64_t row, const uint8_t id[ID_BYTES], int64_t *version, uint8_t *sealed);
void insert_contact(int64_t row, const uint8_t id[ID_BYTES], int64_t due, struct bytes sealed);
void update_contact(int64_t row, const uint8_t id[ID_BYTES], int64_t version, int64_t due,
                    struct bytes sealed);
void insert_inbox(const uint8_t key[ID_BYTES], int64_t now);
void insert_outbox(int64_t id, int64_t contact, const uint8_t effect[ID_BYTES],
                   struct bytes sealed, int64_t now);
void insert_leaf(uint64_t index, struct bytes body, const uint8_t hash[DIGEST_BYTES]);

const char *store_version(void);
