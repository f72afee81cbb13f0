// Accesses to memory that a device shares with us. A volatile access is done exactly once, in program
// order with other volatile accesses; acquire and release order it against ordinary ones.
#ifndef CNVME_HOST_MEMORY_H
#define CNVME_HOST_MEMORY_H

#include <stdint.h>

#define NVME_INLINE static inline __attribute__((always_inline))

#define NVME_VOLATILE_ACCESS(bits)                                                                    \
    NVME_INLINE uint##bits##_t nvme_load##bits(const void *_Nonnull address)                          \
    {                                                                                                 \
        return *(const volatile uint##bits##_t *)address;                                             \
    }                                                                                                 \
    NVME_INLINE void nvme_store##bits(void *_Nonnull address, uint##bits##_t value)                   \
    {                                                                                                 \
        *(volatile uint##bits##_t *)address = value;                                                  \
    }                                                                                                 \
    /* Everything that the other side wrote before its release is visible after this load. */        \
    NVME_INLINE uint##bits##_t nvme_load_acquire##bits(const void *_Nonnull address)                  \
    {                                                                                                 \
        return __atomic_load_n((const uint##bits##_t *)address, __ATOMIC_ACQUIRE);                    \
    }                                                                                                 \
    /* Everything written before this store is visible to whoever acquires the value. */             \
    NVME_INLINE void nvme_store_release##bits(void *_Nonnull address, uint##bits##_t value)           \
    {                                                                                                 \
        __atomic_store_n((uint##bits##_t *)address, value, __ATOMIC_RELEASE);                         \
    }

NVME_VOLATILE_ACCESS(8)
NVME_VOLATILE_ACCESS(16)
NVME_VOLATILE_ACCESS(32)
NVME_VOLATILE_ACCESS(64)

// Returns the value before the addition.
NVME_INLINE uint32_t nvme_fetch_add32(void *_Nonnull address, uint32_t value)
{
    return __atomic_fetch_add((uint32_t *)address, value, __ATOMIC_ACQ_REL);
}

NVME_INLINE uint64_t nvme_fetch_add64(void *_Nonnull address, uint64_t value)
{
    return __atomic_fetch_add((uint64_t *)address, value, __ATOMIC_SEQ_CST);
}

// Replaces `expected` by `value`. Returns what was there: `expected` when it worked.
NVME_INLINE uint64_t nvme_compare_exchange64(void *_Nonnull address, uint64_t expected, uint64_t value)
{
    __atomic_compare_exchange_n((uint64_t *)address, &expected, value, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
    return expected;
}

NVME_INLINE uint8_t nvme_compare_exchange8(void *_Nonnull address, uint8_t expected, uint8_t value)
{
    __atomic_compare_exchange_n((uint8_t *)address, &expected, value, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
    return expected;
}

NVME_INLINE uint8_t nvme_exchange8(void *_Nonnull address, uint8_t value)
{
    return __atomic_exchange_n((uint8_t *)address, value, __ATOMIC_ACQ_REL);
}

NVME_INLINE uint32_t nvme_exchange32(void *_Nonnull address, uint32_t value)
{
    return __atomic_exchange_n((uint32_t *)address, value, __ATOMIC_ACQ_REL);
}

// Orders all earlier loads and stores before all later ones: a store followed by a load of something
// else (ring the doorbell, then look whether the device sleeps) needs it even on x86.
NVME_INLINE void nvme_full_fence(void) { __atomic_thread_fence(__ATOMIC_SEQ_CST); }
NVME_INLINE void nvme_acquire_fence(void) { __atomic_thread_fence(__ATOMIC_ACQUIRE); }
NVME_INLINE void nvme_release_fence(void) { __atomic_thread_fence(__ATOMIC_RELEASE); }

#endif
