#include "crypto.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <string.h>

#include "failure.h"

static EVP_CIPHER_CTX *sealing, *opening;
static EVP_MD_CTX *hashing;
static EVP_MD *hash;
static EVP_MAC_CTX *authentication;

void crypto_start(const uint8_t hmac_key[KEY_BYTES])
{
    const EVP_CIPHER *cipher = EVP_CIPHER_fetch(NULL, "AES-256-GCM", NULL);
    sealing = EVP_CIPHER_CTX_new();
    opening = EVP_CIPHER_CTX_new();
    expect(cipher != NULL && EVP_EncryptInit_ex2(sealing, cipher, NULL, NULL, NULL) == 1
               && EVP_DecryptInit_ex2(opening, cipher, NULL, NULL, NULL) == 1,
           "OpenSSL has no AES-256-GCM");
    hashing = EVP_MD_CTX_new();
    hash = EVP_MD_fetch(NULL, "SHA256", NULL);
    expect(hashing != NULL && EVP_DigestInit_ex2(hashing, hash, NULL) == 1,
           "OpenSSL has no SHA-256");
    char digest_name[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest_name, 0),
        OSSL_PARAM_construct_end(),
    };
    authentication = EVP_MAC_CTX_new(EVP_MAC_fetch(NULL, "HMAC", NULL));
    expect(authentication != NULL
               && EVP_MAC_init(authentication, hmac_key, KEY_BYTES, parameters) == 1,
           "OpenSSL has no HMAC");
}

void random_bytes(uint8_t *target, int count)
{
    expect(RAND_bytes(target, count) == 1, "there is no randomness");
}

void use_key(const uint8_t key[KEY_BYTES])
{
    expect(EVP_EncryptInit_ex2(sealing, NULL, key, NULL, NULL) == 1
               && EVP_DecryptInit_ex2(opening, NULL, key, NULL, NULL) == 1,
           "a key was refused");
}

void seal(const uint8_t *plaintext, int count, struct bytes bound_to, uint8_t *envelope)
{
    static const uint8_t header[HEADER_BYTES] = {1, 1, 0, 0, 0, 1};
    uint8_t *nonce = envelope + HEADER_BYTES;
    uint8_t *ciphertext = nonce + NONCE_BYTES;
    int written;
    memcpy(envelope, header, sizeof header);
    random_bytes(nonce, NONCE_BYTES);
    expect(EVP_EncryptInit_ex2(sealing, NULL, NULL, nonce, NULL) == 1
               && EVP_EncryptUpdate(sealing, NULL, &written, bound_to.start,
                                    (int)bound_to.count) == 1
               && EVP_EncryptUpdate(sealing, ciphertext, &written, plaintext, count) == 1
               && EVP_EncryptFinal_ex(sealing, ciphertext + count, &written) == 1
               && EVP_CIPHER_CTX_ctrl(sealing, EVP_CTRL_AEAD_GET_TAG, TAG_BYTES,
                                      ciphertext + count) == 1,
           "sealing failed");
}

void open_sealed(const uint8_t *envelope, int count, struct bytes bound_to, uint8_t *plaintext)
{
    const uint8_t *nonce = envelope + HEADER_BYTES;
    const uint8_t *ciphertext = nonce + NONCE_BYTES;
    int length = count - SEAL_OVERHEAD, written;
    uint8_t tag[TAG_BYTES];
    memcpy(tag, ciphertext + length, TAG_BYTES);
    expect(EVP_DecryptInit_ex2(opening, NULL, NULL, nonce, NULL) == 1
               && EVP_DecryptUpdate(opening, NULL, &written, bound_to.start,
                                    (int)bound_to.count) == 1
               && EVP_DecryptUpdate(opening, plaintext, &written, ciphertext, length) == 1
               && EVP_CIPHER_CTX_ctrl(opening, EVP_CTRL_AEAD_SET_TAG, TAG_BYTES, tag) == 1
               && EVP_DecryptFinal_ex(opening, plaintext + length, &written) == 1,
           "a sealed state did not open");
}

void sha256(const struct bytes *parts, int part_count, uint8_t digest[DIGEST_BYTES])
{
    bool is_good = EVP_DigestInit_ex2(hashing, NULL, NULL) == 1;
    for (int place = 0; place < part_count; place++) {
        is_good &= EVP_DigestUpdate(hashing, parts[place].start, parts[place].count) == 1;
    }
    expect(is_good && EVP_DigestFinal_ex(hashing, digest, NULL) == 1, "hashing failed");
}

void hmac(struct bytes message, uint8_t code[DIGEST_BYTES])
{
    size_t written;
    expect(EVP_MAC_init(authentication, NULL, 0, NULL) == 1
               && EVP_MAC_update(authentication, message.start, message.count) == 1
               && EVP_MAC_final(authentication, code, &written, DIGEST_BYTES) == 1,
           "authentication failed");
}

const char *crypto_version(void)
{
    return OpenSSL_version(OPENSSL_VERSION_STRING);
}
