import Foundation
import Testing

/// `parley fmt` as an author runs it: the built program, on files of its own.
struct FormatCommandTests {
    private static let loose = "flow:   hello  # the name\r\nsteps:\r\n    a: {say: b,end: c}\r\n"
    private static let laidOut = "flow: hello  # the name\nsteps:\n  a: { say: b, end: c }\n"

    @Test func `files are rewritten and named, once`() throws {
        try Folder.with { folder in
            try folder.write(Self.loose, to: "flows/a.yaml")
            try folder.write(Self.laidOut, to: "flows/b.yml")
            try folder.write(Self.loose, to: "flows/.hidden/c.yaml")
            try folder.write(Self.loose, to: "flows/note.txt")
            let first = try folder.parley(["fmt", "flows", "flows/a.yaml"])
            #expect(first == Output(status: 0, text: "flows/a.yaml\n", errors: ""))
            #expect(try folder.read("flows/a.yaml") == Self.laidOut)
            #expect(try folder.read("flows/.hidden/c.yaml") == Self.loose)
            #expect(try folder.read("flows/note.txt") == Self.loose)
            let second = try folder.parley(["fmt", "flows"])
            #expect(second == Output(status: 0, text: "", errors: ""))
        }
    }

    @Test func `check names the files, writes nothing and exits with 1`() throws {
        try Folder.with { folder in
            try folder.write(Self.loose, to: "a.yaml")
            try folder.write(Self.laidOut, to: "b.yaml")
            let loose = try folder.parley(["fmt", "--check", "a.yaml", "b.yaml"])
            #expect(loose.status == 1)
            #expect(loose.text == "a.yaml\n")
            #expect(loose.errors.contains("run `parley fmt`"), "\(loose.errors)")
            #expect(try folder.read("a.yaml") == Self.loose)
            let good = try folder.parley(["fmt", "--check", "b.yaml"])
            #expect(good == Output(status: 0, text: "", errors: ""))
        }
    }

    @Test func `diff shows what would change, and writes nothing`() throws {
        try Folder.with { folder in
            try folder.write("\u{FEFF}a:  1\nb: 2\n", to: "a.yaml")
            let shown = try folder.parley(["fmt", "--diff", "a.yaml"])
            #expect(shown.status == 0)
            #expect(
                shown.text
                    == "--- a.yaml\n+++ a.yaml\n@@ -1,2 +1,2 @@\n-\u{FEFF}a:  1\n+a: 1\n b: 2\n"
            )
            #expect(try folder.read("a.yaml").unicodeScalars.first == "\u{FEFF}")
            let checked = try folder.parley(["fmt", "--diff", "--check", "a.yaml"])
            #expect(checked.status == 1)
            #expect(checked.text == shown.text)
        }
    }

    @Test func `a dash reads standard input and writes standard output`() throws {
        try Folder.with { folder in
            let good = try folder.parley(["fmt", "-"], input: Data(Self.loose.utf8))
            #expect(good == Output(status: 0, text: Self.laidOut, errors: ""))
            let checked = try folder.parley(["fmt", "--check", "-"], input: Data(Self.loose.utf8))
            #expect(checked.status == 1)
            let bad = try folder.parley(["fmt", "-"], input: Data("a: [1\n".utf8))
            #expect(bad.status == 2)
            #expect(bad.text.isEmpty)
            #expect(bad.errors.hasPrefix("<standard input>:1:4: error: "), "\(bad.errors)")
            let large = try folder.parley(["fmt", "-"], input: Data(count: 1 << 20 + 1))
            #expect(large.status == 2)
            #expect(large.errors.contains("split it into several files"), "\(large.errors)")
            let both = try folder.parley(["fmt", "-", "a.yaml"])
            #expect(both.status == 2)
        }
    }

    @Test(arguments: [
        (Data([0x61, 0x3A, 0x20, 0x31, 0x0A, 0x62, 0xC3, 0x28]), ":2:2: error: this is not UTF-8"),
        (Data("a:\n\tb:  1\n".utf8), ":2:1: error: a tab cannot indent YAML"),
        (Data("a:  &x 1\n".utf8), ":1:5: error: anchors are not used here"),
        (Data("a:  1 # x\u{2028}b: 2\n".utf8), ":1:10: error: U+0085, U+2028 or U+2029"),
        (Data(repeating: 0x61, count: 1 << 20 + 1), ":1:1: error: the file has 1048577 bytes"),
        (Data(), ":1:1: error: the file is empty"),
    ])
    func `a file that cannot be laid out is left as it is, and the others are done`(
        bytes: Data,
        report: String
    ) throws {
        try Folder.with { folder in
            try folder.write("", to: "a.yaml")
            try bytes.write(to: folder.url("a.yaml"))
            try folder.write(Self.loose, to: "b.yaml")
            let output = try folder.parley(["fmt", "a.yaml", "b.yaml"])
            #expect(output.status == 2)
            #expect(output.text == "b.yaml\n")
            #expect(output.errors.hasPrefix("a.yaml\(report)"), "\(output.errors)")
            #expect(output.errors.hasSuffix("error: 1 file left as it is\n"))
            #expect(try Data(contentsOf: folder.url("a.yaml")) == bytes)
            #expect(try folder.read("b.yaml") == Self.laidOut)
        }
    }

    @Test func `a link stays a link, and a file keeps who may use it`() throws {
        try Folder.with { folder in
            try folder.write(Self.loose, to: "real.yaml")
            let real = folder.url("real.yaml").path
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
            try FileManager.default.createSymbolicLink(
                atPath: folder.url("link.yaml").path,
                withDestinationPath: "real.yaml"
            )
            let output = try folder.parley(["fmt", "link.yaml"])
            #expect(output.text == "link.yaml\n")
            #expect(try folder.read("real.yaml") == Self.laidOut)
            let link = try FileManager.default.attributesOfItem(
                atPath: folder.url("link.yaml").path
            )
            #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
            let attributes = try FileManager.default.attributesOfItem(atPath: real)
            #expect(attributes[.posixPermissions] as? Int == 0o640)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names.sorted() == ["link.yaml", "real.yaml"])
        }
    }

    @Test func `what is not there or never ends is refused`() throws {
        try Folder.with { folder in
            for arguments in [["fmt"], ["fmt", "nowhere.yaml"], ["fmt", "."]] {
                let output = try folder.parley(arguments)
                #expect(output.status == 2, "\(arguments)")
                #expect(output.errors.hasPrefix("error: "), "\(output.errors)")
            }
            let device = try folder.parley(["fmt", "/dev/zero"])
            #expect(device.status == 2)
            #expect(device.errors.contains("this is not a file"), "\(device.errors)")
        }
    }

    @Test func `a workspace that parley new makes is laid out, and fmt finds all of it`() throws {
        try Folder.with { folder in
            let made = try folder.parley(["new", "acme", "--locales", "en,de"])
            #expect(made.status == 0, "\(made.errors)")
            let good = try folder.parley(["fmt", "--check", "--workspace", "acme"])
            #expect(good == Output(status: 0, text: "", errors: ""))
            let files = ["acme/parley.yaml", "acme/flows/welcome.yaml", "acme/locales/de.yaml"]
            for file in files {
                let text = try folder.read(file)
                try folder.write(text.replacing("\n", with: "\r\n"), to: file)
            }
            let loose = try folder.parley(["fmt", "--workspace", "acme"])
            #expect(loose.status == 0, "\(loose.errors)")
            #expect(loose.text == files.joined(separator: "\n") + "\n")
            let check = try folder.parley(["check", "--workspace", "acme"])
            #expect(check.status == 0)
        }
    }
}

private struct Output: Equatable {
    let status: Int32
    let text: String
    let errors: String
}

/// A folder that is gone after its test.
private struct Folder {
    let path: String

    func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
    }

    func write(_ text: String, to name: String) throws {
        try FileManager.default.createDirectory(
            at: url(name).deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url(name))
    }

    /// Runs the program, which stands where the tests were built, in this folder.
    func parley(_ arguments: [String], input: Data = Data()) throws -> Output {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
            .deletingLastPathComponent().appendingPathComponent("parley")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        let (output, errors) = (Pipe(), Pipe())
        // A file, because a pipe would be full before the program has refused a long text.
        let typed = URL(fileURLWithPath: path + ".input")
        try input.write(to: typed)
        defer { try? FileManager.default.removeItem(at: typed) }
        process.standardInput = try FileHandle(forReadingFrom: typed)
        process.standardOutput = output
        process.standardError = errors
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

    static func with(_ body: (Folder) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("parley-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(Folder(path: folder.path))
    }
}
