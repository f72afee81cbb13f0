// Processor instructions: spin-wait hint, time-stamp counter, CRC-32C.
#ifndef CNVME_HOST_PROCESSOR_H
#define CNVME_HOST_PROCESSOR_H

#include <stddef.h>
#include <stdint.h>
#include "Memory.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <x86intrin.h>
#elif defined(__aarch64__)
#include <arm_acle.h>
#endif

// Tells the processor that this is a spin loop, so that a hyper-thread sibling gets the core.
NVME_INLINE void nvme_pause(void)
{
#if defined(__x86_64__)
    _mm_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield" ::: "memory");
#endif
}

// Ticks of a counter that runs at a constant rate on every core.
NVME_INLINE uint64_t nvme_ticks(void)
{
#if defined(__x86_64__)
    return __rdtsc();
#elif defined(__aarch64__)
    uint64_t ticks;
    __asm__ volatile("mrs %0, cntvct_el0" : "=r"(ticks));
    return ticks;
#endif
}

// Fetches the cache line that holds the address.
NVME_INLINE void nvme_prefetch(const void *_Nullable address) { __builtin_prefetch(address, 0, 3); }

#endif
