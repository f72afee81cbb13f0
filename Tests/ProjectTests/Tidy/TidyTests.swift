import Testing

/// The habits of the house that a machine can check.
@Suite struct TidyTests {
    @Test func sourceTreeIsFound() {
        #expect(SourceTree.swift.count > 20)
        #expect(SourceTree.swift.contains { $0.file.path.hasPrefix("Sources/NVMeSpec/") })
    }

    @Test func fileHasAtMost1000Lines() {
        for file in SourceTree.code {
            #expect(file.lines.count <= 1000, "\(file.path) has \(file.lines.count) lines: it is two subjects")
        }
    }

    @Test func functionHasAtMost70Lines() {
        for (file, text) in SourceTree.swift {
            for function in text.functions where function.lineCount > 70 {
                Issue.record("\(file.path):\(function.firstLine) \(function.name) has \(function.lineCount) lines")
            }
        }
    }

    @Test func noteToSelfSaysWhatIsToBeDone() {
        for file in SourceTree.code {
            let mark = "TO" + "DO"
            for (index, line) in file.lines.enumerated() where line.contains(mark) {
                let text = line.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
                #expect(text.filter(\.isLetter).count >= 10, "\(file.path):\(index + 1): a note without text")
            }
        }
    }

    @Test func moduleImportsOnlyWhatTheArchitectureAllows() {
        for (file, text) in SourceTree.swift {
            guard let room = ImportRules.room(of: file.path) else { continue }
            let allowed = ImportRules.allowed[room, default: []]
            for name in ImportRules.imports(in: text.code) {
                let isOurs = ImportRules.allowed[name] != nil
                #expect(!isOurs || allowed.contains(name), "\(file.path): \(room) may not import \(name)")
                let isFoundation = name.hasPrefix("Foundation")
                #expect(
                    !isFoundation || !ImportRules.withoutFoundation.contains(room),
                    "\(file.path): \(room) does without Foundation")
            }
        }
    }

    /// One field, one declaration: who else takes a command dword apart says a second time where a field lies.
    @Test func commandDwordsAreTakenApartByNVMeSpecOnly() {
        for (file, text) in SourceTree.swift {
            guard file.path.hasPrefix("Sources/"), !file.path.hasPrefix("Sources/NVMeSpec/") else { continue }
            for (index, line) in text.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            where CommandDwordRule.takesApart(line) {
                Issue.record(
                    "\(file.path):\(index + 1): use the type of NVMeSpec, as in cdw10[as: IdentifyDword10.self]")
            }
        }
    }

    @Test func sourceHasNoTrapThatADeviceOrAUserCouldReach() {
        for (file, text) in SourceTree.swift {
            guard file.path.hasPrefix("Sources/") else { continue }
            let code = text.code
            for (index, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for word in ["fatalError(", "preconditionFailure(", "try!", "as!"] where line.contains(word) {
                    Issue.record("\(file.path):\(index + 1): \(word)")
                }
            }
        }
    }
}

/// The tidy rules themselves: a rule that cannot fail protects nobody.
@Suite struct TidyRuleTests {
    @Test func functionLengthCountsSignatureAndBody() {
        let text = SwiftText("struct A {\n  func f(\n    a: Int\n  ) {\n    if a > 0 {\n    }\n  }\n}")
        #expect(text.functions.map(\.lineCount) == [6])
    }

    @Test func protocolRequirementHasNoBody() {
        let text = SwiftText("protocol P {\n  func f()\n  func g() -> Int\n}\nfunc h() {\n}\n")
        #expect(text.functions.map(\.name) == ["h"])
    }

    @Test func bracesInStringsAndCommentsDoNotCount() {
        let text = SwiftText("func f() {\n  // {\n  let a = \"{ \\(b(\"}\")) {\"\n}\nfunc g() {}\n")
        #expect(text.functions.map(\.lineCount) == [4, 1])
    }

    @Test(arguments: [
        "a = Int(sqe.cdw10 & 0xFFFF)", "guard sqe.cdw12 >> 8 == 0 else", "command.cdw10 = UInt32(a) << 16 | b",
        "sqe.cdw11.bit(2)", "if sqe.cdw12.bits(8...11) == 0", "command.cdw11 |= 1", "request.sqe.cdw14 % 2",
    ])
    func commandDwordTakenApartByHandIsFound(line: String) {
        #expect(CommandDwordRule.takesApart(line))
    }

    @Test(arguments: [
        "sqe.cdw10[as: AbortDword10.self].commandID", "command.cdw13 = cdw13", "command.cdw10 = dword10.rawValue",
        "cdw10: UInt32 = 0, isIt: a && b", "command.cdw12[as: ReadWriteDword12.self].blockCount = UInt16(a &- 1)",
    ])
    func commandDwordInItsTypeIsNot(line: String) {
        #expect(!CommandDwordRule.takesApart(line))
    }

    @Test func importsAreReadWithAttributesAndAccessLevels() {
        let names = ImportRules.imports(in: "import A\n@_exported import B\npublic import C\nimport struct D.E\n")
        #expect(names == ["A", "B", "C", "D"])
    }

    @Test func roomIsTheFolderBelowSources() {
        #expect(ImportRules.room(of: "Sources/NVMeSpec/Layout/Field.swift") == "NVMeSpec")
        #expect(ImportRules.room(of: "Tests/NVMeSpecTests/X.swift") == nil)
    }
}
