import Foundation
import Testing

/// `parley new` as an author runs it: the built program, in a folder of its own.
struct NewCommandTests {
    @Test func `from an empty folder to a workspace that checks and passes`() throws {
        try Self.withFolder { folder in
            let made = try Self.parley(
                ["new", "acme", "--name", "Acme: \"#1\"", "--locales", "de,en"],
                in: folder
            )
            #expect(made.status == 0, "\(made.errors)")
            for line in ["cd acme", "parley chat welcome", "parley check", "parley test"] {
                #expect(made.text.contains(line))
            }
            let check = try Self.parley(["check"], in: folder + "/acme")
            #expect(check.status == 0)
            #expect(check.text.contains(" 0 warnings"), "\(check.text)")
            let test = try Self.parley(["test"], in: folder + "/acme")
            #expect(test.status == 0)
            #expect(test.text.contains("6 passed, 0 failed"), "\(test.text)")
        }
    }

    @Test func `what is there already is not touched, and nothing is written beside it`() throws {
        try Self.withFolder { folder in
            let note = folder + "/README.md"
            try Data("mine".utf8).write(to: URL(fileURLWithPath: note))
            // A link that leads nowhere is somebody's too.
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/parley.yaml",
                withDestinationPath: "nowhere"
            )
            let refused = try Self.parley(["new"], in: folder)
            #expect(refused.status == 2)
            #expect(refused.errors.contains("`parley.yaml`, `README.md`"), "\(refused.errors)")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(names == ["README.md", "parley.yaml"])
            #expect(FileManager.default.contents(atPath: note) == Data("mine".utf8))
        }
    }

    @Test(arguments: [
        ["--country", "Germany"], ["--locales", "en,xx"], ["--name", ""], ["--flow", "help"],
    ])
    func `a value that cannot be is refused before anything is written`(
        _ options: [String]
    ) throws {
        try Self.withFolder { folder in
            let refused = try Self.parley(["new"] + options, in: folder)
            #expect(refused.status == 2)
            #expect(refused.errors.hasPrefix("error: "), "\(refused.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        }
    }

    private struct Output {
        let status: Int32
        let text: String
        let errors: String
    }

    /// Runs the program, which stands where the tests were built, without a terminal.
    private static func parley(_ arguments: [String], in folder: String) throws -> Output {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
            .deletingLastPathComponent().appendingPathComponent("parley")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        let problems = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Output(
            status: process.terminationStatus,
            text: String(decoding: text, as: UTF8.self),
            errors: String(decoding: problems, as: UTF8.self)
        )
    }

    private static func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("parley-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }
}
