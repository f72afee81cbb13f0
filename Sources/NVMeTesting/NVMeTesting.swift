// `import NVMeTesting` is all that a test file needs beside `import Testing`.
@_exported import NVMe
@_exported import NVMeWorkload
