#pragma once

// The Merkle tree of the audit log (RFC 6962 §2.1), as its peaks.

#include "crypto.h"

enum { MOST_PEAKS = 64 };

struct tree {
    uint64_t size;
    int peak_count;
    uint8_t peaks[MOST_PEAKS][DIGEST_BYTES];
};

void hash_leaf(const uint8_t *body, int count, uint8_t digest[DIGEST_BYTES]);
void append_leaf(struct tree *tree, const uint8_t digest[DIGEST_BYTES]);
void tree_root(const struct tree *tree, uint8_t root[DIGEST_BYTES]);
/// The size and the peaks as they are stored; returns how many bytes they are.
int tree_bytes(const struct tree *tree, uint8_t target[8 + MOST_PEAKS * DIGEST_BYTES]);
