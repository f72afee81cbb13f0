// The few lines that Swift cannot say: volatile accesses, fences, the time-stamp counter, CRC-32C
// instructions, and Linux calls whose C declarations do not import. Everything is header-only.
#ifndef CNVME_HOST_H
#define CNVME_HOST_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "Memory.h"
#include "Processor.h"
#include "Checksum.h"
#include "BlockChecksums.h"
#include "Linux.h"

#endif
