import Glibc

Terminal.prepare()
Interruption.install()
let status = await Program.run(Array(CommandLine.arguments.dropFirst()))
exit(Terminal.check(status).rawValue)
