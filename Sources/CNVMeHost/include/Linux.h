// Linux calls that have no importable declaration: futex, memfd with flags, monotonic nanoseconds, processors of a thread, memory.
#ifndef CNVME_HOST_LINUX_H
#define CNVME_HOST_LINUX_H

#include <errno.h>
#include <limits.h>
#include <linux/futex.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include "Memory.h"

NVME_INLINE uint64_t nvme_monotonic_nanoseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

// Sleeps while *word == expected, until somebody wakes the word, or for the given time (negative:
// for ever). Wakes spuriously: look again.
NVME_INLINE void nvme_futex_wait(uint32_t *_Nonnull word, uint32_t expected, int64_t nanoseconds)
{
    struct timespec timeout = {nanoseconds / 1000000000, nanoseconds % 1000000000};
    syscall(SYS_futex, word, FUTEX_WAIT, expected, nanoseconds < 0 ? NULL : &timeout, NULL, 0);
}

NVME_INLINE void nvme_futex_wake(uint32_t *_Nonnull word)
{
    syscall(SYS_futex, word, FUTEX_WAKE, INT_MAX, NULL, NULL, 0);
}

// Bytes of memory that the machine has; 0 where the system does not tell.
NVME_INLINE uint64_t nvme_physical_memory(void)
{
    long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? (uint64_t)pages * (uint64_t)size : 0;
}

// The processors that the calling thread may use, a bit for each, in `count` words. Returns how many words are valid, or -errno.
NVME_INLINE int nvme_thread_processors(uint64_t *_Nonnull words, int count)
{
    long bytes = syscall(SYS_sched_getaffinity, 0, (size_t)count * 8, words);
    return bytes < 0 ? -errno : (int)(bytes / 8);
}

// Lets the calling thread use these processors only. Returns 0, or -errno.
NVME_INLINE int nvme_bind_thread(const uint64_t *_Nonnull words, int count)
{
    return syscall(SYS_sched_setaffinity, 0, (size_t)count * 8, words) < 0 ? -errno : 0;
}

// A file that lives in memory only. Returns its descriptor, or -errno.
NVME_INLINE int nvme_memory_file(const char *_Nonnull name)
{
    int descriptor = (int)syscall(SYS_memfd_create, name, 0x0001u /* MFD_CLOEXEC */);
    return descriptor < 0 ? -errno : descriptor;
}

extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *_Nonnull actions, int from);

// The process to be spawned inherits no descriptor from this number on.
NVME_INLINE int nvme_spawn_close_from(posix_spawn_file_actions_t *_Nonnull actions, int from)
{
    return posix_spawn_file_actions_addclosefrom_np(actions, from);
}

#endif
