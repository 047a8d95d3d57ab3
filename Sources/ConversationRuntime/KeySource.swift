package import Encryption
import Foundation

/// Where the key-encryption key comes from.
package enum KeySource: Hashable, Sendable {
    /// A file that only its owner may read.
    case file(String)
    /// An environment variable.
    case environment(String)
    /// A command of a key manager, run by the shell; its standard output is the key.
    case command(String)

    /// Reads `file:PATH`, `env:NAME` or `command:TEXT`; a bare text is a path.
    package init(_ text: String) {
        if text.hasPrefix("env:") {
            self = .environment(String(text.dropFirst(4)))
        } else if text.hasPrefix("command:") {
            self = .command(String(text.dropFirst(8)))
        } else {
            self = .file(text.hasPrefix("file:") ? String(text.dropFirst(5)) : text)
        }
    }

    /// Obtains the key.
    ///
    /// - Throws: `KeySourceError`; neither it nor anything logged holds the key.
    package func load() throws(KeySourceError) -> KeyEncryptionKey {
        let text =
            switch self {
            case .file(let path): try Self.readFile(path)
            case .environment(let name): try Self.readEnvironment(name)
            case .command(let command): try Self.run(command)
            }
        do {
            return try KeyText.parse(text)
        } catch {
            throw .unreadable(place: place, reason: "\(error)")
        }
    }

    /// The source in words, for errors.
    package var place: String {
        switch self {
        case .file(let path): "the file `\(path)`"
        case .environment(let name): "the environment variable `\(name)`"
        case .command: "the key command"
        }
    }

    private static let longestKeyText = 4096

    private static func readFile(_ path: String) throws(KeySourceError) -> String {
        let attributes: [FileAttributeKey: Any]
        let data: Data
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: path)
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .missing(place: KeySource.file(path).place)
        }
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
        guard mode & 0o077 == 0 else { throw .tooOpen(path: path) }
        guard data.count <= longestKeyText, let text = String(data: data, encoding: .utf8) else {
            throw .unreadable(place: KeySource.file(path).place, reason: "it is not a key")
        }
        return text
    }

    private static func readEnvironment(_ name: String) throws(KeySourceError) -> String {
        guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else {
            throw .missing(place: KeySource.environment(name).place)
        }
        return text
    }

    private static func run(_ command: String) throws(KeySourceError) -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        let data: Data?
        do {
            try process.run()
            data = try output.fileHandleForReading.read(upToCount: longestKeyText)
        } catch {
            throw .commandFailed(status: -1)
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw .commandFailed(status: process.terminationStatus)
        }
        return String(bytes: data ?? Data(), encoding: .utf8) ?? ""
    }
}

/// Why there is no key.
package enum KeySourceError: Error, Hashable, Sendable {
    case missing(place: String)
    case unreadable(place: String, reason: String)
    case tooOpen(path: String)
    case commandFailed(status: Int32)

    package var sentence: String {
        switch self {
        case .missing(let place):
            "there is no key in \(place); a new store's key is made by `parley keys init`"
        case .unreadable(let place, let reason): "the key in \(place) cannot be read: \(reason)"
        case .tooOpen(let path):
            "the key file `\(path)` can be read by others; run `chmod 400 \(path)`"
        case .commandFailed(let status): "the key command failed with status \(status)"
        }
    }
}
