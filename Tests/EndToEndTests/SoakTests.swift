import Foundation
import Testing

/// A short soak with every build; the long one is run by hand, as docs/testing.md says.
struct SoakTests {
    @Test("a few hundred random conversations break no invariant")
    func shortSoak() throws {
        let process = Programs.process(
            "parley-soak",
            ["--conversations", "300", "--seed", "7", "--allow-gaps"]
        )
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(String(decoding: text, as: UTF8.self))")
    }

    @Test("a run that met too little says so, and does not pass")
    func vacuousSoak() throws {
        let process = Programs.process("parley-soak", ["--conversations", "1", "--seed", "7"])
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(String(decoding: text, as: UTF8.self).contains("NEVER HAPPENED"))
    }
}
