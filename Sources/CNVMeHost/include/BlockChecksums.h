// CRC-32C of each logical block of a transfer.
#ifndef CNVME_HOST_BLOCK_CHECKSUMS_H
#define CNVME_HOST_BLOCK_CHECKSUMS_H

#include "Checksum.h"

#if defined(__x86_64__)
// Four neighbouring blocks side by side: more streams than the instruction's latency asks for, with nothing to join, and the
// usual powers of two leave no rest.
NVME_CHECKSUM_TARGET static inline void nvme_crc32c_four_blocks(
    const uint8_t *_Nonnull bytes, size_t stride, size_t length, uint32_t *_Nonnull checksums)
{
    uint64_t a = 0xFFFFFFFFu, b = 0xFFFFFFFFu, c = 0xFFFFFFFFu, d = 0xFFFFFFFFu;
    const uint8_t *second = bytes + stride, *third = second + stride, *fourth = third + stride;
#pragma clang loop unroll_count(4)
    for (size_t i = 0; i < length; i += 8) {
        a = nvme_crc32c_word(a, bytes + i);
        b = nvme_crc32c_word(b, second + i);
        c = nvme_crc32c_word(c, third + i);
        d = nvme_crc32c_word(d, fourth + i);
    }
    checksums[0] = ~(uint32_t)a;
    checksums[1] = ~(uint32_t)b;
    checksums[2] = ~(uint32_t)c;
    checksums[3] = ~(uint32_t)d;
}
#endif

// Checksums of `count` blocks of `length` bytes (a multiple of 8), `stride` bytes apart.
static inline void nvme_crc32c_blocks(
    const void *_Nonnull bytes, size_t stride, size_t length, size_t count, uint32_t *_Nonnull checksums)
{
    const uint8_t *block = (const uint8_t *)bytes;
#if defined(__x86_64__)
    // Large blocks have three streams of their own, and memory likes to be read in order.
    if (length <= 1024) {
        for (; count >= 4; count -= 4, block += 4 * stride, checksums += 4)
            nvme_crc32c_four_blocks(block, stride, length, checksums);
    }
#endif
    for (; count > 0; count--, block += stride, checksums++)
        *checksums = nvme_crc32c(block, length);
}

#endif
