#pragma once

#include <stdint.h>

static inline uint8_t *put_big_endian(uint8_t *target, uint64_t value, int width)
{
    for (int place = 0; place < width; place++) {
        target[place] = (uint8_t)(value >> 8 * (width - 1 - place));
    }
    return target + width;
}

static inline uint8_t *put64(uint8_t *target, uint64_t value)
{
    return put_big_endian(target, value, 8);
}
