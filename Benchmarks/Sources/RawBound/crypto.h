#pragma once

// The cryptography of a turn through OpenSSL's EVP interface. Every context is made once and used
// again, and algorithms are fetched once: the quickest way OpenSSL 3 documents.

#include <stddef.h>
#include <stdint.h>

enum {
    KEY_BYTES = 32,
    DIGEST_BYTES = 32,
    NONCE_BYTES = 12,
    TAG_BYTES = 16,
    /// Version, algorithm and key version, before the nonce.
    HEADER_BYTES = 6,
    SEAL_OVERHEAD = HEADER_BYTES + NONCE_BYTES + TAG_BYTES
};

struct bytes {
    const void *start;
    size_t count;
};

void crypto_start(const uint8_t hmac_key[KEY_BYTES]);
void random_bytes(uint8_t *target, int count);

/// Makes `key` the one that seals and opens from here on.
void use_key(const uint8_t key[KEY_BYTES]);
/// AES-256-GCM under a fresh random nonce; `envelope` gets `count` + `SEAL_OVERHEAD` bytes.
void seal(const uint8_t *plaintext, int count, struct bytes bound_to, uint8_t *envelope);
/// Opens an envelope of `count` bytes; fails unless it is authentic.
void open_sealed(const uint8_t *envelope, int count, struct bytes bound_to, uint8_t *plaintext);

/// SHA-256 of the parts, one after another.
void sha256(const struct bytes *parts, int part_count, uint8_t digest[DIGEST_BYTES]);
/// HMAC-SHA256 under the key given at the start.
void hmac(struct bytes message, uint8_t code[DIGEST_BYTES]);

const char *crypto_version(void);
