import CNVMeHost

func checksum(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt32 { nvme_crc32c(bytes, count) }
