// What a script sees with `import NVMe`: the language of the standard, the PCIe function, the driver, the software SSD.
@_exported import EmulatedSSD
@_exported import NVMeDriver
@_exported import NVMeSpec
@_exported import PCIExpress
