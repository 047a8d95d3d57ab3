import CommandLineSupport
import Dispatch
import FlowCompiler
import FlowProgram
import Foundation
import Glibc

/// A workspace as a revision of its git repository has it.
struct WorkspaceRevision {
    /// A commit, a branch, a tag: whatever git takes for one.
    let name: String
    let workspace: String

    /// Reading a workspace that takes longer would not be a matter of size.
    private static let seconds = 30
    /// What git adds to each file: its name, or its kind and size.
    private static let bytesBesideFile = 4096

    /// The files of the workspace in that revision; git only reads.
    ///
    /// - Throws: `Failure.cannotRun` when there is no git, no such revision, or no workspace in it.
    func sources(into diagnostics: inout Diagnostics) throws(Failure) -> WorkspaceSources {
        guard !name.isEmpty, !name.hasPrefix("-") else {
            throw .cannotRun("`git:\(name)` names no revision; write git:HEAD or git:v1.0")
        }
        let entries = try entries()
        guard entries.contains(where: { $0.path == WorkspaceSources.settingsPath }) else {
            throw .cannotRun("there is no `parley.yaml` of `\(workspace)` in revision `\(name)`")
        }
        let contents = try contents(of: entries)
        var files: [SourceFile] = []
        for (entry, bytes) in zip(entries, contents) {
            let file = SourceFile.read(path: entry.path, bytes: bytes, into: &diagnostics)
            if let file { files.append(file) }
        }
        return WorkspaceSources(files: files)
    }

    private struct Entry {
        let object: String
        let path: String
    }

    /// The YAML files among those that a workspace is made of, by their paths from its folder.
    private func entries() throws(Failure) -> [Entry] {
        let folders = ["flows", "locales"]
        let listing = try git(
            ["ls-tree", "-r", "-z", name, "--", WorkspaceSources.settingsPath] + folders
        )
        return listing.split(separator: 0).compactMap { line in
            let parts = line.split(separator: 0x09, maxSplits: 1)
            let fields = parts.first?.split(separator: 0x20).map {
                String(decoding: $0, as: UTF8.self)
            }
            guard parts.count == 2, let fields, fields.count == 3, fields[0].hasPrefix("100") else {
                return nil
            }
            let path = String(decoding: parts[1], as: UTF8.self)
            guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else { return nil }
            return Entry(object: fields[2], path: path)
        }
    }

    private func contents(of entries: [Entry]) throws(Failure) -> [[UInt8]] {
        let wanted = entries.map { "\($0.object)\n" }.joined()
        var rest = try git(["cat-file", "--batch"], input: wanted)[...]
        var contents: [[UInt8]] = []
        // Each is `OBJECT blob SIZE`, a line break, the content, a line break.
        while let lineBreak = rest.firstIndex(of: 0x0A) {
            let header = rest[..<lineBreak].split(separator: 0x20)
            let start = lineBreak + 1
            guard header.count == 3, let size = Int(String(decoding: header[2], as: UTF8.self)),
                size >= 0, rest.endIndex - start > size
            else { break }
            contents.append([UInt8](rest[start..<start + size]))
            rest = rest[(start + size + 1)...]
        }
        guard contents.count == entries.count else {
            throw .cannotRun("git gave other files of revision `\(name)` than it named")
        }
        return contents
    }

    // MARK: Running git

    private func git(_ arguments: [String], input: String = "") throws(Failure) -> [UInt8] {
        guard let program = Self.program else {
            throw .cannotRun(
                "a revision is read by git, and there is no `git` in PATH; install it, or name a "
                    + "folder with --against"
            )
        }
        // A program that ends before it has read everything must not end this one.
        let before = signal(SIGPIPE, SIG_IGN)
        defer { signal(SIGPIPE, before) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: workspace, isDirectory: true)
        let (typed, told) = (Pipe(), Pipe())
        process.standardInput = typed
        process.standardOutput = told
        do {
            try process.run()
        } catch {
            throw .cannotRun("`\(program)` cannot be run in `\(workspace)`")
        }
        let writer = typed.fileHandleForWriting
        DispatchQueue.global().async {
            // A reader that is gone says why in its status.
            try? writer.write(contentsOf: Data(input.utf8))
            try? writer.close()
        }
        let identifier = process.processIdentifier
        let patience = DispatchWorkItem { kill(identifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(
            deadline: .now() + .seconds(Self.seconds),
            execute: patience
        )
        let limit = Limits.workspaceBytes + Limits.flows * Self.bytesBesideFile
        let output = try? told.fileHandleForReading.read(upToCount: limit + 1)
        let isTooLong = (output?.count ?? 0) > limit
        if isTooLong { process.terminate() }
        process.waitUntilExit()
        patience.cancel()
        guard !isTooLong else {
            throw .cannotRun(
                "the workspace in revision `\(name)` is larger than a workspace may be"
            )
        }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw .cannotRun("git cannot read revision `\(name)` of `\(workspace)`")
        }
        return output.map { [UInt8]($0) } ?? []
    }

    /// `git` in the folders of PATH.
    private static var program: String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        // A relative entry would mean the folder one happens to be in: not a place for programs.
        return path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/git" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
