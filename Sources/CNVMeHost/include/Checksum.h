// CRC-32C (Castagnoli) with the processor's own instruction.
//
// The instruction has a latency of three cycles and a throughput of one, so three independent streams run side by side and
// are joined afterwards. Joining means to advance a checksum by the zero bytes that follow it, which is a multiplication by
// x^(8n) modulo the polynomial: one carry-less multiplication with a constant of n, reduced by the same CRC instruction.
#ifndef CNVME_HOST_CHECKSUM_H
#define CNVME_HOST_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include "Memory.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define NVME_CHECKSUM_TARGET __attribute__((target("sse4.2,pclmul")))

NVME_CHECKSUM_TARGET static inline uint32_t nvme_crc32c_advance(uint32_t checksum, uint32_t factor)
{
    __m128i product = _mm_clmulepi64_si128(_mm_cvtsi32_si128((int)checksum), _mm_cvtsi32_si128((int)factor), 0);
    return (uint32_t)_mm_crc32_u64(0, (uint64_t)_mm_cvtsi128_si64(product));
}

NVME_CHECKSUM_TARGET static inline uint64_t nvme_crc32c_word(uint64_t checksum, const uint8_t *_Nonnull bytes)
{
    uint64_t word;
    memcpy(&word, bytes, 8);
    return _mm_crc32_u64(checksum, word);
}

// Three streams of `length` bytes (a multiple of 8) that follow each other in memory. `one` and `two` are the factors that
// advance a checksum by `length` and by 2 * `length` bytes.
NVME_CHECKSUM_TARGET static inline uint32_t nvme_crc32c_streams(
    uint32_t checksum, const uint8_t *_Nonnull bytes, size_t length, uint32_t one, uint32_t two)
{
    uint64_t a = checksum, b = 0, c = 0;
    for (size_t i = 0; i < length; i += 8) {
        a = nvme_crc32c_word(a, bytes + i);
        b = nvme_crc32c_word(b, bytes + length + i);
        c = nvme_crc32c_word(c, bytes + 2 * length + i);
    }
    return nvme_crc32c_advance((uint32_t)a, two) ^ nvme_crc32c_advance((uint32_t)b, one) ^ (uint32_t)c;
}

NVME_CHECKSUM_TARGET static inline uint32_t nvme_crc32c_update(
    uint32_t checksum, const uint8_t *_Nonnull bytes, size_t count)
{
    // 3 * 1360 + 16 is 4096 and 3 * 168 + 8 is 512: the sizes of a logical block leave next to nothing for the tail.
    // The factors are x^(8n - 33) modulo the polynomial, in reflected bit order.
    for (; count >= 3 * 1360; count -= 3 * 1360, bytes += 3 * 1360)
        checksum = nvme_crc32c_streams(checksum, bytes, 1360, 0x3f70cc6fu, 0x5aa1f3cfu);
    for (; count >= 3 * 168; count -= 3 * 168, bytes += 3 * 168)
        checksum = nvme_crc32c_streams(checksum, bytes, 168, 0x1b3d8f29u, 0xa60ce07bu);
    for (; count >= 8; count -= 8, bytes += 8)
        checksum = (uint32_t)nvme_crc32c_word(checksum, bytes);
    for (; count > 0; count--, bytes++)
        checksum = _mm_crc32_u8(checksum, *bytes);
    return checksum;
}

#else

// One bit at a time: right everywhere, fast nowhere.
static inline uint32_t nvme_crc32c_update(uint32_t checksum, const uint8_t *_Nonnull bytes, size_t count)
{
    for (; count > 0; count--, bytes++) {
        checksum ^= *bytes;
        for (int bit = 0; bit < 8; bit++)
            checksum = (checksum >> 1) ^ (0x82F63B78u & (0u - (checksum & 1u)));
    }
    return checksum;
}

#endif

// CRC-32C of `count` bytes, as iSCSI and NVMe define it.
static inline uint32_t nvme_crc32c(const void *_Nonnull bytes, size_t count)
{
    return ~nvme_crc32c_update(0xFFFFFFFFu, (const uint8_t *)bytes, count);
}

#endif
