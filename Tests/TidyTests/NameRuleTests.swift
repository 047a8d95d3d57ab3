import Testing

/// Words and constructs this code does without.
struct NameRuleTests {
    @Test func `type names say what a thing is`() throws {
        let rule = NameRules.emptyNames
        for name in ["SessionManager", "HelperBox", "StringUtils", "StoreImpl", "DateUtil"] {
            expectCaught("final class \(name) {}", by: rule)
        }
        expectAllowed("enum Implication {}", by: rule)
        expectAllowed("struct Simple {}", by: rule)
        expectNone(try Repository.swiftFiles().flatMap(rule))
    }

    @Test func `nothing silences the compiler or leaves work unowned`() throws {
        let rule = NameRules.bannedConstructs
        let banned = [
            "let x = try! f()", "let x = y as! Z", "fatalError()",
            "class A: @unchecked Sendable {}",
            "nonisolated(unsafe) var x = 1", "Task { await f() }", "Task.detached { }",
            "print(x)", "public struct A {}", "@testable import Clocks",
            "let text = \"\\(try! f())\"", "let x = #\"\"\"\n\\#(y as! Z)\n\"\"\"#",
        ]
        for code in banned { expectCaught(code, by: rule) }
        expectCaught("try await Task.sleep(for: .seconds(1))", in: "Tests/A/B.swift", by: rule)
        let allowed = [
            "let x = try f()", "let x = y as? Z", "// try! never", "let text = \"fatalError(\"",
            "let x = try !isDone()", "nonisolated struct A {}", "enum Task {}",
            "func `print( is a word`() {}",
        ]
        for code in allowed { expectAllowed(code, by: rule) }
        expectAllowed("print(x)", in: "Sources/parley/Output.swift", by: rule)
        expectNone(try Repository.swiftFiles().flatMap(rule))
    }

    @Test func `no file postpones its work in a comment`() throws {
        let rule = NameRules.openEnds
        expectCaught("// TO" + "DO later", by: rule)
        expectCaught("// FIX" + "ME", by: rule)
        expectNone(try Repository.swiftFiles().flatMap(rule))
    }
}
