// Tables and JSON values are the reports' own; every command prints them.
@_exported import NVMeReport
