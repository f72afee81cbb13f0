import Glibc

Interruption.install()
exit(await Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
