#include "tree.h"

#include <string.h>

#include "big_endian.h"

static const uint8_t leaf_prefix = 0x00, node_prefix = 0x01;

void hash_leaf(const uint8_t *body, int count, uint8_t digest[DIGEST_BYTES])
{
    sha256((struct bytes[]){{&leaf_prefix, 1}, {body, (size_t)count}}, 2, digest);
}

static void hash_node(const uint8_t *left, const uint8_t *right, uint8_t digest[DIGEST_BYTES])
{
    uint8_t block[1 + 2 * DIGEST_BYTES] = {node_prefix};
    memcpy(block + 1, left, DIGEST_BYTES);
    memcpy(block + 1 + DIGEST_BYTES, right, DIGEST_BYTES);
    sha256(&(struct bytes){block, sizeof block}, 1, digest);
}

void append_leaf(struct tree *tree, const uint8_t digest[DIGEST_BYTES])
{
    uint8_t hash[DIGEST_BYTES];
    memcpy(hash, digest, DIGEST_BYTES);
    // Each peak of the same height joins, as a carry runs through set bits.
    for (uint64_t rest = tree->size; rest & 1; rest >>= 1) {
        hash_node(tree->peaks[--tree->peak_count], hash, hash);
    }
    memcpy(tree->peaks[tree->peak_count++], hash, DIGEST_BYTES);
    tree->size++;
}

void tree_root(const struct tree *tree, uint8_t root[DIGEST_BYTES])
{
    memcpy(root, tree->peaks[tree->peak_count - 1], DIGEST_BYTES);
    for (int place = tree->peak_count - 2; place >= 0; place--) {
        hash_node(tree->peaks[place], root, root);
    }
}

int tree_bytes(const struct tree *tree, uint8_t target[8 + MOST_PEAKS * DIGEST_BYTES])
{
    put64(target, tree->size);
    memcpy(target + 8, tree->peaks, (size_t)tree->peak_count * DIGEST_BYTES);
    return 8 + tree->peak_count * DIGEST_BYTES;
}
