import ArgumentParser
import CommandLineSupport
import ConversationRuntime
import FlowCompiler
import FlowFormatter
import FlowProgram
import Foundation

struct FormatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Lay out flow files, locale files and parley.yaml in one way.",
        discussion: """
            Indentation, spaces and empty lines change, and nothing that the compiler reads: \
            comments, quotes and the order of keys stay. A file that is not YAML is left as it \
            is, and the others are done. Prints the names of the files that change.
            """
    )

    @Argument(
        help: """
            Files and folders; default every YAML file of the workspace. `-` reads standard input \
            and writes standard output.
            """
    )
    var paths: [String] = []

    @Flag(name: .long, help: "Write nothing; exit with 1 if a file would change.")
    var check = false

    @Flag(name: .long, help: "Write nothing; show what would change.")
    var diff = false

    @OptionGroup var workspace: WorkspaceOption

    func run() async throws {
        try await ending {
            guard paths != ["-"] else { return try formatInput() }
            guard !paths.contains("-") else {
                throw Failure.cannotRun("error: `-` stands alone, without other files")
            }
            var changed = 0
            var refused = 0
            for path in try chosenFiles() {
                do throws(Refusal) {
                    if try format(path) { changed += 1 }
                } catch {
                    for report in error.reports { Output.error(report) }
                    refused += 1
                }
            }
            // Names first, whatever is said of them on the other stream.
            Output.flush()
            guard refused == 0 else {
                throw Failure.cannotRun(
                    "error: \(Self.files(refused)) left as \(refused == 1 ? "it is" : "they are")"
                )
            }
            try answerCheck(changed)
        }
    }

    private func answerCheck(_ changed: Int) throws(Failure) {
        guard check, changed > 0 else { return }
        let form = changed == 1 ? "has" : "have"
        throw .doesNotHold("\(Self.files(changed)) \(form) another layout; run `parley fmt`")
    }

    private static func files(_ count: Int) -> String { "\(count) file\(count == 1 ? "" : "s")" }

    /// Whether the file has, or had, another layout.
    private func format(_ path: String) throws(Refusal) -> Bool {
        let target = try FormatTarget(path: path)
        let bytes = try target.bytes()
        let file = try Self.read(bytes, path: path)
        let text = try Self.laidOut(file)
        guard !text.utf8.elementsEqual(bytes) else { return false }
        if diff {
            show(path, from: bytes, to: text)
        } else {
            if !check { try target.replace(bytes, with: text) }
            Output.line(path)
        }
        return true
    }

    private func formatInput() throws(Failure) {
        let path = "<standard input>"
        let bytes: [UInt8]
        let text: String
        do throws(Refusal) {
            bytes = try FormatTarget.standardInput(named: path)
            text = try Self.laidOut(try Self.read(bytes, path: path))
        } catch {
            throw .cannotRun(error.reports.joined(separator: "\n"))
        }
        let isChanged = !text.utf8.elementsEqual(bytes)
        if diff {
            show(path, from: bytes, to: text)
        } else if check {
            if isChanged { Output.line(path) }
        } else {
            print(text, terminator: "")
        }
        Output.flush()
        try answerCheck(isChanged ? 1 : 0)
    }

    /// Of the bytes, because a text that was read has no byte order mark any more.
    private func show(_ path: String, from bytes: [UInt8], to text: String) {
        let before = String(decoding: bytes, as: UTF8.self)
        print(LineDifference.text(of: path, from: before, to: text), terminator: "")
    }

    private static func read(_ bytes: [UInt8], path: String) throws(Refusal) -> SourceFile {
        var diagnostics = Diagnostics()
        if let file = SourceFile.read(path: path, bytes: bytes, into: &diagnostics) { return file }
        throw Refusal(
            reports: diagnostics.sorted.map {
                DiagnosticRenderer.text($0, sources: [], color: false)
            }
        )
    }

    private static func laidOut(_ file: SourceFile) throws(Refusal) -> String {
        do throws(FormatError) {
            return try CanonicalLayout.of(file)
        } catch {
            throw Refusal(reports: error.reports(on: file))
        }
    }
}

extension FormatCommand {
    /// The most files that are taken from folders.
    private static let mostFiles = 20_000

    /// The files named and those in the folders named, each once; or the workspace's.
    private func chosenFiles() throws(Failure) -> [String] {
        guard paths.isEmpty else {
            var files: [String] = []
            var seen: Set<String> = []
            for path in paths {
                files += try Self.files(at: path).filter { seen.insert($0).inserted }
            }
            return files
        }
        let root = workspace.workspace
        let prefix = root == "." ? "" : root.hasSuffix("/") ? root : root + "/"
        guard Self.kind(of: "\(prefix)parley.yaml") != nil else {
            throw .cannotRun("error: \(WorkspaceError.notAWorkspace(root).sentence)")
        }
        var files = ["\(prefix)parley.yaml"]
        let folders = ["flows", "locales", "notices"].map { prefix + $0 }
        for folder in folders where Self.kind(of: folder) == .typeDirectory {
            files += try Self.yamlFiles(in: folder)
        }
        return files
    }

    private static func files(at path: String) throws(Failure) -> [String] {
        switch kind(of: path) {
        case nil: throw .cannotRun("error: there is no `\(path)`; name a YAML file or a folder")
        case FileAttributeType.typeDirectory?:
            let files = try yamlFiles(in: path)
            guard !files.isEmpty else {
                throw .cannotRun("error: `\(path)` holds no file that ends in .yaml or .yml")
            }
            return files
        case .some: return [path]
        }
    }

    /// What is at a path, or at the end of a link.
    fileprivate static func kind(of path: String) -> FileAttributeType? {
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        return try? FileManager.default.attributesOfItem(atPath: url.path)[.type]
            as? FileAttributeType
    }

    /// Hidden files and folders are none of an author's.
    private static func yamlFiles(in folder: String) throws(Failure) -> [String] {
        guard let found = FileManager.default.enumerator(atPath: folder) else {
            throw .cannotRun("error: `\(folder)` cannot be read")
        }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        var files: [String] = []
        var seen = 0
        while let name = found.nextObject() as? String {
            let last = name.split(separator: "/").last ?? ""
            guard !last.hasPrefix(".") else {
                found.skipDescendants()
                continue
            }
            seen += 1
            guard seen <= mostFiles else {
                throw .cannotRun(
                    "error: `\(folder)` holds more than \(mostFiles) files; name the folder of a "
                        + "workspace"
                )
            }
            if last.hasSuffix(".yaml") || last.hasSuffix(".yml") { files.append(base + name) }
        }
        return files.sorted()
    }
}

/// Why a file keeps its layout, in lines that begin with its name.
private struct Refusal: Error {
    let reports: [String]

    init(reports: [String]) {
        self.reports = reports
    }

    init(_ path: String, _ sentence: String) {
        reports = ["\(path):1:1: error: \(sentence)"]
    }
}

/// A file that is read as a whole and replaced as a whole.
private struct FormatTarget {
    let path: String
    /// The file itself: a link to it stays a link.
    private let url: URL
    private let size: Int
    private let permissions: Any?

    init(path: String) throws(Refusal) {
        self.path = path
        url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        // A pipe or a device may never end.
        guard FormatCommand.kind(of: path) == .typeRegular,
            let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        else { throw Refusal(path, "this is not a file; name a YAML file or a folder") }
        size = attributes[.size] as? Int ?? 0
        permissions = attributes[.posixPermissions]
    }

    func bytes() throws(Refusal) -> [UInt8] {
        guard size <= Limits.fileBytes else { throw Self.tooLarge(path, "\(size) bytes") }
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw Refusal(path, "the file cannot be read; look at who may read it")
        }
        return [UInt8](data)
    }

    /// Another program sees the file as it was or as it is now, never a part.
    ///
    /// A file that nobody may write, or that an editor saved meanwhile, is left alone.
    func replace(_ bytes: [UInt8], with text: String) throws(Refusal) {
        guard FileManager.default.isWritableFile(atPath: url.path) else {
            throw Refusal(path, "the file cannot be written; look at who may write it")
        }
        guard try self.bytes() == bytes else {
            throw Refusal(path, "the file changed while it was laid out; run `parley fmt` again")
        }
        do {
            try Data(text.utf8).write(to: url, options: .atomic)
            if let permissions {
                try FileManager.default.setAttributes(
                    [.posixPermissions: permissions],
                    ofItemAtPath: url.path
                )
            }
        } catch {
            throw Refusal(path, "the file cannot be written: \(error.localizedDescription)")
        }
    }

    /// What is typed or piped in, up to the size that a file may have.
    static func standardInput(named path: String) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            while let part = try FileHandle.standardInput.read(upToCount: 1 << 16), !part.isEmpty {
                bytes += part
                guard bytes.count <= Limits.fileBytes else { break }
            }
        } catch {
            throw Refusal(path, "the text cannot be read: \(error.localizedDescription)")
        }
        guard bytes.count <= Limits.fileBytes else {
            throw tooLarge(path, "more than \(Limits.fileBytes) bytes")
        }
        return bytes
    }

    private static func tooLarge(_ path: String, _ size: String) -> Refusal {
        let limit = Limits.fileBytes
        return Refusal(
            path,
            "the file has \(size), and \(limit) are allowed; split it into several files"
        )
    }
}
